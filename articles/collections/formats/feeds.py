"""Feeds: what is new in a list, newest first, in pages that lead back to its beginning."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.translation import gettext as _

from articles.addresses import absolute
from articles.collections.citing import PUBLISHER
from articles.collections.formats.pages import as_json
from articles.collections.formats.values import plain

NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class Paged:
    """A feed that names its next page, and stays the same as long as its entries do."""

    link = ""

    def add_root_elements(self, handler):
        """Add where the older entries are."""
        super().add_root_elements(handler)
        if self.feed["next_url"]:
            handler.addQuickElement(self.link, "", {"rel": "next", "href": self.feed["next_url"]})

    def latest_post_date(self):
        """Return when the newest entry changed; a feed without entries has never changed."""
        return super().latest_post_date() if self.items else NEVER


class Atom(Paged, Atom1Feed):
    """Atom, RFC 4287."""

    link = "link"


class Rss(Paged, Rss201rev2Feed):
    """RSS 2.0, with the links that Atom has for it."""

    link = "atom:link"


def entry_id(collection, row):
    """Return an id that stays the same when the headline, the slug or the language of the reader changes."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},2026:{collection.name}/{row.public_id}"


def changed(row):
    """Return when readers could last see something new of a row."""
    return max(row.public_from, row.updated_at)


def next_page(listing, suffix, page):
    """Return where the entries older than those of a page are, or None."""
    if not page.has_later or listing.page == settings.MAX_PAGE:
        return None
    return absolute(listing.url(suffix, page=listing.page + 1))


def render_atom(listing):
    """Return a page of the newest rows as an Atom feed."""
    return render_xml(listing, Atom, "atom")


def render_rss(listing):
    """Return a page of the newest rows as an RSS feed."""
    return render_xml(listing, Rss, "rss")


def render_xml(listing, kind, suffix):
    """Return a page of the newest rows as a feed of that class."""
    page = listing.recent(settings.FEED_ENTRIES)
    feed = kind(
        title=listing.title,
        link=absolute(listing.url()),
        feed_url=absolute(listing.url(suffix, page=listing.page)),
        next_url=next_page(listing, suffix, page),
        description=_("%(title)s: what is new.") % {"title": listing.title},
        author_name=PUBLISHER,
        language=translation.get_language(),
        feed_guid=absolute(listing.url()),
        feed_copyright=settings.DATA_LICENCE,
    )
    for row in page.rows:
        feed.add_item(
            title=str(row),
            link=absolute(row.get_absolute_url()),
            description=str(getattr(row, "summary", "")),
            author_name=listing.collection.author_of(row),
            unique_id=entry_id(listing.collection, row),
            unique_id_is_permalink=False,
            pubdate=row.public_from,
            updateddate=changed(row),
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=kind.content_type)


def render_jsonfeed(listing):
    """Return a page of the newest rows as JSON Feed 1.1."""
    page = listing.recent(settings.FEED_ENTRIES)
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": listing.title,
        "home_page_url": absolute(listing.url()),
        "feed_url": absolute(listing.url("jsonfeed", page=listing.page)),
        "language": translation.get_language(),
        "items": [item_of(listing.collection, row) for row in page.rows],
    }
    if next_url := next_page(listing, "jsonfeed", page):
        feed["next_url"] = next_url
    return as_json(feed, "application/feed+json")


def item_of(collection, row):
    """Return a row as an item of a JSON Feed."""
    return {
        "id": entry_id(collection, row),
        "url": absolute(row.get_absolute_url()),
        "title": str(row),
        "content_text": str(getattr(row, "summary", "")) or str(row),
        "date_published": plain(row.public_from),
        "date_modified": plain(changed(row)),
    }
