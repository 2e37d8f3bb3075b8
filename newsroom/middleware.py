"""Headers that every response carries unless a view chose otherwise, and what the desk's pages have of their own."""

import zoneinfo
from hashlib import md5
from http import HTTPStatus

from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, set_response_etag
from django.utils.http import parse_http_date_safe

from newsroom.page_cache import STATE

PERMISSIONS = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"


def default_headers(get_response):
    """Keep every response out of caches and closed to other sites until its view says otherwise."""

    def respond(request):
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Embedder-Policy", "require-corp")
        return response

    return respond


def conditional_reads(get_response):
    """Give what is read a validator by its content, and answer 304 to whoever has it already; HEAD answers like GET.

    A stream's content is not there to be looked at: it has the state of the database, where the page cache knows it.
    """

    def respond(request):
        response = get_response(request)
        if request.method not in {"GET", "HEAD"}:
            return response
        if "ETag" not in response and response.status_code == HTTPStatus.OK:
            set_tag(request, response)
        seen = parse_http_date_safe(response.headers.get("Last-Modified", ""))
        return get_conditional_response(request, response.headers.get("ETag"), seen, response)

    return respond


def set_tag(request, response):
    """Give a response its validator, if there is one; what may be kept nowhere needs none."""
    if "no-store" in response.headers.get("Cache-Control", ""):
        return
    if not response.streaming:
        set_response_etag(response)
    elif (state := request.META.get(STATE)) and "public" in response.headers.get("Cache-Control", ""):
        asked = md5(f"{state} {request.get_full_path()}".encode(), usedforsecurity=False)
        response.headers["ETag"] = f'W/"{asked.hexdigest()}"'


def desk_pages(get_response):
    """Show and read moments at the desk in the editor's own time zone, and keep its pages out of search engines."""

    def respond(request):
        if not request.path.startswith(reverse("admin:index")):
            return get_response(request)
        with timezone.override(zone_of(request.user)):
            response = get_response(request)
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return respond


def zone_of(user):
    """Return the time zone that a user has chosen, or None for the editorial one."""
    try:
        return zoneinfo.ZoneInfo(user.editor.time_zone)
    except (AttributeError, ObjectDoesNotExist):  # not logged in, or never chose one
        return None
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):  # a name that this machine does not know
        return None
