"""The sitemap: a section for each collection, one for the newsroom's own pages, one for the fronts of
sections, in every language. And the news."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from django.utils import timezone, translation

from articles.collections import BY_NAME, COLLECTIONS
from articles.desk.pages import all_pages
from articles.models import Article

SITE = urlsplit(settings.SITE_URL)
# What the protocol of news sitemaps takes for news, and the most of it in one file.
NEWS_AGE, MOST_NEWS = timedelta(hours=48), 1_000


class SiteSitemap(Sitemap):
    """A section with full addresses of this site."""

    limit = 5000
    protocol = SITE.scheme

    def get_domain(self, site=None):
        """Return the configured host, whatever host the request named."""
        return SITE.netloc


class RecordSitemap(SiteSitemap):
    """The public records of one collection. Rows are read anew for each request, so that `now` never freezes."""

    def __init__(self, collection):
        self.collection = collection

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


class NewsSitemap(RecordSitemap):
    """The stories that readers got in the last two days, the newest first."""

    def __init__(self):
        super().__init__(BY_NAME["articles"])

    def items(self):
        """Return no more of them than one file may have."""
        return super().items().filter(public_from__gt=timezone.now() - NEWS_AGE)[:MOST_NEWS]

    def lastmod(self, record):
        """Their dates of publication say it."""
        return


class PageSitemap(SiteSitemap):
    """What the newsroom says about itself, once in each language it says it in."""

    def items(self):
        """Return pairs of a page and a language."""
        return [(page, code) for page in all_pages() for code in page.languages]

    def lastmod(self, item):
        """Return when the page was last changed, if it was."""
        page, _language = item
        return page.updated_at

    def location(self, item):
        """Return the path of the page in that language."""
        page, language = item
        with translation.override(language):
            return page.get_absolute_url()


class FrontSitemap(SiteSitemap):
    """The front pages of the sections, each in the languages that it has stories in."""

    def items(self):
        """Return pairs of the slug of a section and a language."""
        stories = Article.objects.public().filter(section__isnull=False)
        return list(stories.values_list("section__slug", "language").order_by("section__slug", "language").distinct())

    def location(self, item):
        """Return the path of the front page in that language."""
        slug, language = item
        with translation.override(language):
            return reverse("section", args=[slug])


def sections():
    """Return the sections of the sitemap by name."""
    own = {"pages": PageSitemap(), "fronts": FrontSitemap()}
    return own | {collection.name: RecordSitemap(collection) for collection in COLLECTIONS}
