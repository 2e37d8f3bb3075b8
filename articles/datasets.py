"""The lists as data: their files, the dictionary of their columns, and the description of all of it for machines."""

from django.conf import settings
from django.http import JsonResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from articles.collections import BY_NAME, COLLECTIONS
from articles.collections.dictionary import entries_of
from articles.collections.formats import FORMATS
from articles.collections.formats.problems import render_too_slow
from articles.collections.listing import Listing
from articles.collections.openapi import describe_all
from articles.collections.parameters import parameters_of
from articles.patience import TooSlow
from articles.views import for_everybody, page


@require_safe
def collection_file(request, name, format_):
    """A collection in a format for machines."""
    try:
        listing = Listing(BY_NAME[name], request.GET, whole=True)
        response = format_.respond(listing)
    except TooSlow:
        return opened(render_too_slow())
    if request.method == "HEAD" and response.streaming:
        response.streaming_content = ()  # nobody reads the rows, so nobody makes them
    return opened(for_everybody(response, listing.own_url(format_.suffix)))


@require_safe
def openapi(request):
    """The description of every file, in English whatever language the reader has."""
    with translation.override("en"):
        response = JsonResponse(describe_all(), json_dumps_params={"ensure_ascii": False, "indent": 1})
    return opened(for_everybody(response, request.path))


def opened(response):
    """Let scripts of other sites read what everybody may download."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "X-Total-Count, X-Filter, Link, Content-Disposition"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@require_safe
def datasets(request):
    """Every list that can be downloaded, and where it is explained."""
    rows = [(collection, links_of(collection)) for collection in COLLECTIONS]
    return page(request, "datasets/list.html", {"datasets": rows})


def links_of(collection):
    """Return the formats of a collection with their addresses."""
    return [(format_, collection.url(format_.suffix)) for format_ in FORMATS]


@require_safe
def dictionary(request, name):
    """What each column of a collection means, the codes it may hold, and what may be asked."""
    collection = BY_NAME[name]
    context = {
        "collection": collection,
        "entries": entries_of(collection),
        "parameters": parameters_of(collection),
        "formats": links_of(collection),
        "most": settings.DOWNLOAD_ROWS,
    }
    return page(request, "datasets/dictionary.html", context)
