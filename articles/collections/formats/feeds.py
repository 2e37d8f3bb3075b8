"""Feeds: what is new in a list, newest first, in pages that lead back to its beginning."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed

from articles.addresses import absolute
from articles.collections.formats.pages import as_json
from articles.collections.formats.values import plain
from articles.text import normalise

NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class Feed(Atom1Feed):
    """An Atom feed that names its next page, and stays the same as long as its entries do."""

    def add_root_elements(self, handler):
        """Add where the older entries are."""
        super().add_root_elements(handler)
        if self.feed["next_url"]:
            handler.addQuickElement("link", "", {"rel": "next", "href": self.feed["next_url"]})

    def latest_post_date(self):
        """Return when the newest entry changed; a feed without entries has never changed."""
        return super().latest_post_date() if self.items else NEVER


def entry_id(collection, row):
    """Return an id that stays the same when the headline, the slug or the language of the reader changes."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},2026:{collection.name}/{row.public_id}"


def changed(row):
    """Return when readers could last see something new of a row."""
    return max(row.public_from, row.updated_at)


def title_of(listing):
    """Return the collection's title with the chosen filter, without what XML has no place for, to tell feeds apart."""
    chosen = normalise(", ".join(str(chip.value) for chip in listing.chips))
    return f"{listing.collection.title}: {chosen}" if chosen else str(listing.collection.title)


def next_page(listing, suffix, page):
    """Return where the entries older than those of a page are, or None."""
    if not page.has_later or listing.page == settings.MAX_PAGE:
        return None
    return absolute(listing.url(suffix, page=listing.page + 1))


def render_atom(listing):
    """Return a page of the newest rows as an Atom feed."""
    page = listing.recent(settings.FEED_ENTRIES)
    feed = Feed(
        title=title_of(listing),
        link=absolute(listing.url()),
        feed_url=absolute(listing.url("atom", page=listing.page)),
        next_url=next_page(listing, "atom", page),
        description="",
        language=translation.get_language(),
        feed_guid=absolute(listing.url()),
        feed_copyright=settings.DATA_LICENCE,
    )
    for row in page.rows:
        feed.add_item(
            title=str(row),
            link=absolute(row.get_absolute_url()),
            description=str(getattr(row, "summary", "")),
            unique_id=entry_id(listing.collection, row),
            pubdate=row.public_from,
            updateddate=changed(row),
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def render_jsonfeed(listing):
    """Return a page of the newest rows as JSON Feed 1.1."""
    page = listing.recent(settings.FEED_ENTRIES)
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title_of(listing),
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
