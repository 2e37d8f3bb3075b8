"""The sitemap: a section for each collection, every public record in every language it has."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.utils import translation

from articles.collections import COLLECTIONS

SITE = urlsplit(settings.SITE_URL)


class RecordSitemap(Sitemap):
    """The public records of one collection. Rows are read anew for each request, so that `now` never freezes."""

    limit = 5000
    protocol = SITE.scheme

    def __init__(self, collection):
        self.collection = collection

    def get_domain(self, site=None):
        """Return the configured host, whatever host the request named."""
        return SITE.netloc

    def items(self):
        """Return the public records in a stable order."""
        return self.collection.rows().order_by("-public_from", "-pk")

    def lastmod(self, record):
        """Return when readers could last see something new."""
        return max(record.public_from, record.updated_at)

    def location(self, record):
        """Return the path of the record in its own language, or in the default one."""
        with translation.override(self.collection.language_of(record) or settings.LANGUAGE_CODE):
            return record.get_absolute_url()


def sections():
    """Return the sections of the sitemap by name."""
    return {collection.name: RecordSitemap(collection) for collection in COLLECTIONS}
