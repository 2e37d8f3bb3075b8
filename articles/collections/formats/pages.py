"""JSON: a page of rows with what there is to know about the list, and that knowledge alone."""

from django.conf import settings
from django.http import JsonResponse

from articles.addresses import absolute
from articles.collections.formats.meta import meta_of
from articles.collections.formats.values import record_of


def render_json(listing):
    """Return one page of JSON_ROWS rows with the total, what was asked, and where the next page is."""
    size = settings.JSON_ROWS
    following = listing.neighbour("json", size, "after")
    paging = {
        "page": listing.page,
        "rows_a_page": size,
        "next": absolute(following) if following else None,
        "all_rows": absolute(listing.url("ndjson")),
    }
    items = [record_of(listing.collection, row) for row in listing.page_of(size)]
    return as_json({"meta": meta_of(listing) | paging, "items": items})


def render_sidecar(listing):
    """Return what the JSON of a list says about it, without its rows: to be kept beside a CSV file."""
    return as_json({"meta": meta_of(listing)})


def as_json(value, content_type="application/json"):
    """Return JSON that leaves text readable."""
    return JsonResponse(value, content_type=content_type, json_dumps_params={"ensure_ascii": False})
