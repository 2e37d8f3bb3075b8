"""The faces of a collection beside its page: each a suffix on the same address, over the same rows."""

import csv
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from articles.addresses import absolute
from articles.clock import in_editorial_zone
from articles.collections.listing import PLACES

CHUNK = 500
# With marks before it too, so that every mark that was put there can be taken away again.
FORMULA = re.compile(r"'*[=+\-@\t\r]")


@dataclass(frozen=True)
class Format:
    """A suffix, the media type it answers with, and the function that renders a listing, page by page or whole."""

    suffix: str
    media_type: str
    label: str
    render: Callable
    paged: bool = False

    def respond(self, listing):
        """Return the listing in this format, or 400 when a parameter was wrong: machines are never answered loosely."""
        for name in () if self.paged else PLACES:
            if name in listing.query:
                listing.problems[name] = _("This format has no pages.")
        return render_problems(listing) if listing.problems else self.render(listing)


def plain(value):
    """Return a value as JSON can hold it exactly: amounts and dates as strings."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, datetime):
        return in_editorial_zone(value).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Promise) else value


def record_of(collection, row):
    """Return a row as a mapping of the declared columns, with its address."""
    values = {column.name: plain(column.read(row)) for column in collection.columns}
    return values | {"url": absolute(row.get_absolute_url())}


def records(listing):
    """Yield every row of the listing as a mapping, in constant memory and in the language of the request."""
    language = translation.get_language()

    def generate():
        # A stream is read after the request's own language is gone.
        with translation.override(language):
            for rows in listing.batches(CHUNK):
                for row in rows:
                    yield record_of(listing.collection, row)

    return generate()


def safe_cell(value):
    """Return a value as a spreadsheet cell that is never run as a formula."""
    if value is None:
        return ""
    text = str(value)
    return f"'{text}" if FORMULA.match(text) else text


class Echo:
    """A file that hands back what is written to it, for csv.writer in a stream."""

    def write(self, line):
        """Return the line."""
        return line


def render_csv(listing):
    """Return all rows as CSV: RFC 4180, UTF-8 with a mark for Excel, formula-safe."""
    names = [column.name for column in listing.collection.columns] + ["url"]
    writer = csv.writer(Echo())

    def lines():
        yield "\ufeff" + writer.writerow(names)
        for record in records(listing):
            yield writer.writerow([safe_cell(record[name]) for name in names])

    response = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{listing.collection.name}.csv"'
    return response


def render_ndjson(listing):
    """Return all rows, one JSON object a line."""
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records(listing))
    return StreamingHttpResponse(lines, content_type="application/x-ndjson; charset=utf-8")


def render_json(listing):
    """Return one page of JSON_ROWS rows with the total, what was asked, and where the next page is."""
    size = settings.JSON_ROWS
    following = listing.neighbour("json", size, "after")
    meta = {
        "collection": listing.collection.name,
        "filter": dict(listing.params().lists()),
        "total": listing.total,
        "page": listing.page,
        "rows_a_page": size,
        "next": absolute(following) if following else None,
        "all_rows": absolute(listing.url("ndjson")),
    }
    items = [record_of(listing.collection, row) for row in listing.page_of(size)]
    return JsonResponse({"meta": meta, "items": items}, json_dumps_params={"ensure_ascii": False})


def entry_id(collection, row):
    """Return an id that stays the same when the headline, the slug or the language of the reader changes."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},2026:{collection.name}/{row.public_id}"


def newest_rows(listing):
    """Return the rows of a feed: the ones readers got last."""
    return listing.queryset.order_by("-public_from", "-pk")[: settings.FEED_ENTRIES]


def render_atom(listing):
    """Return the newest rows as an Atom feed."""
    feed = Atom1Feed(
        title=str(listing.collection.title),
        link=absolute(listing.url()),
        feed_url=absolute(listing.url("atom")),
        description="",
        language=translation.get_language(),
        feed_guid=absolute(listing.url()),
    )
    for row in newest_rows(listing):
        feed.add_item(
            title=str(row),
            link=absolute(row.get_absolute_url()),
            description=str(getattr(row, "summary", "")),
            unique_id=entry_id(listing.collection, row),
            pubdate=row.public_from,
            updateddate=max(row.public_from, row.updated_at),
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def render_jsonfeed(listing):
    """Return the newest rows as JSON Feed 1.1."""
    items = [
        {
            "id": entry_id(listing.collection, row),
            "url": absolute(row.get_absolute_url()),
            "title": str(row),
            "content_text": str(getattr(row, "summary", "")) or str(row),
            "date_published": plain(row.public_from),
            "date_modified": plain(max(row.public_from, row.updated_at)),
        }
        for row in newest_rows(listing)
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": str(listing.collection.title),
        "home_page_url": absolute(listing.url()),
        "feed_url": absolute(listing.url("jsonfeed")),
        "language": translation.get_language(),
        "items": items,
    }
    return JsonResponse(feed, content_type="application/feed+json", json_dumps_params={"ensure_ascii": False})


def render_problems(listing):
    """Return 400 in problem+json (RFC 9457), naming every wrong parameter."""
    body = {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "errors": [{"parameter": name, "detail": str(detail)} for name, detail in listing.problems.items()],
    }
    return JsonResponse(
        body, status=400, content_type="application/problem+json", json_dumps_params={"ensure_ascii": False}
    )


FORMATS = (
    Format("csv", "text/csv", "CSV", render_csv),
    Format("json", "application/json", "JSON", render_json, paged=True),
    Format("ndjson", "application/x-ndjson", "NDJSON", render_ndjson),
    Format("atom", "application/atom+xml", "Atom", render_atom),
    Format("jsonfeed", "application/feed+json", "JSON Feed", render_jsonfeed),
)
