"""An oEmbed provider: whoever puts a link to a quote or an investment on a page of theirs gets it as plain HTML."""

from http import HTTPStatus
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http import JsonResponse, QueryDict
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve, reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.addresses import absolute, with_query
from articles.collections import BY_NAME
from articles.collections.citing import PUBLISHER
from articles.collections.formats.problems import render_problems, render_refusal
from articles.collections.linked_data import address_of
from articles.collections.sharing import picture_of
from articles.datasets import opened
from articles.text import whole_number
from articles.views import for_everybody

WIDTH = 600
# For how many seconds other sites may show what they have got: a correction should not be late by more.
AGE = 3600


@require_safe
def oembed(request):
    """The record at an address of ours, as JSON; 404 when readers see none there, 501 for XML, which oEmbed has too."""
    format_ = request.GET.get("format", "json")
    if format_ == "xml":
        return opened(render_refusal(_("There is only JSON here."), status=HTTPStatus.NOT_IMPLEMENTED))
    if format_ != "json":
        return opened(render_problems({"format": _("There is only JSON here.")}))
    found = find(request.GET.get("url", ""))
    if found is None:
        detail = _("Readers see no quote and no investment at this address.")
        return opened(render_refusal(detail, status=HTTPStatus.NOT_FOUND))
    collection, record, language = found
    with translation.override(language):
        answer = describe(collection, record, room_in(request.GET))
        path = discovery_path(address_of(record))
    return opened(for_everybody(JsonResponse(answer, json_dumps_params={"ensure_ascii": False}), path))


def discovery_path(address):
    """Return the path at which the record at a full address is described."""
    query = QueryDict(mutable=True)
    query["url"] = address
    return with_query(reverse("oembed"), query)


def find(address):
    """Return the collection, the public record and the language of an address, or None."""
    path = unquote(urlsplit(address).path) if address.startswith(f"{settings.SITE_URL}/") else ""
    language = translation.get_language_from_path(path)
    if language is None or not path.isprintable():
        return None
    with translation.override(language):
        try:
            named = resolve(path).kwargs
        except Resolver404:
            return None
    collection = BY_NAME.get(named.get("name"))
    if collection is None or not collection.has_embeds or "public_id" not in named:
        return None
    try:
        return collection, collection.record(named["public_id"]), language
    except collection.model.DoesNotExist:
        return None


def room_in(query):
    """Return the width and the height that a site has at most; None for what it does not say."""
    return tuple(whole_number(query.get(name, "")) for name in ("maxwidth", "maxheight"))


def describe(collection, record, room):
    """Return what oEmbed 1.0 has of a record; the height follows from the site's own type, so it is not known."""
    url, picture = address_of(record), picture_of(collection, record, {})
    width, height = room
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": str(record),
        "provider_name": str(PUBLISHER),
        "provider_url": absolute("/"),
        "cache_age": AGE,
        "html": render_to_string(f"{collection.name}/_embed.html", {"record": record, "url": url}).strip(),
        "width": min(WIDTH, width) if width else WIDTH,
        "height": None,
    }
    if author := collection.author_of(record):
        answer["author_name"] = author
    if (not width or picture.width <= width) and (not height or picture.height <= height):
        sizes = {"thumbnail_width": picture.width, "thumbnail_height": picture.height}
        answer |= {"thumbnail_url": picture.url, **sizes}
    return answer
