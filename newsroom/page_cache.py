"""Pages that nobody changed, answered before Django begins: a WSGI application around Django's.

An answer is kept when it is the same for everybody: GET, 200, marked public by its view, without cookie, `Vary` or
nonce, and asked for by the address that it gives as its own in `Content-Location`. So a parameter that the view does
not know, an empty one or a second spelling keeps nothing. Requests with a cookie never come here.

Kept answers belong to one state of the database (`database_state`) and end with it, or when the clock makes the next
record public. Both are asked at every request, before the view reads: what it then reads is that state or a newer one.

Nothing is compressed here. That would need `Vary` and two copies of each page; the proxy in front does it.
"""

import secrets
from collections import OrderedDict
from datetime import timedelta
from functools import cache, lru_cache
from threading import Lock
from urllib.parse import parse_qsl, unquote_to_bytes, urlsplit

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError
from django.http.request import split_domain_port, validate_host
from django.utils import timezone
from django.utils.http import parse_etags

from newsroom.database_state import DatabaseState

CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")
# A page may say how recent something is, and no commit marks the day on which that ends.
LONGEST = timedelta(minutes=10)
LONGEST_QUERY = 2_000
# One answer may take this part of the room.
LARGEST = 8
# What Python needs to keep an answer, beside its text.
OVERHEAD = 2_000
# Where the application finds a name that no other state of the database has, in any process.
STATE = "newsroom.state"
HIT = ("Cache-Status", "newsroom; hit")


def keep_pages(application):
    """Return the application behind a page cache, or as it is where PAGE_CACHE_BYTES is 0."""
    return PageCache(application, settings.PAGE_CACHE_BYTES) if settings.PAGE_CACHE_BYTES else application


class PageCache:
    """The WSGI application."""

    def __init__(self, application, room):
        self.application, self.room = application, room
        self.state = DatabaseState()
        self.shelf = Shelf(None, timezone.now(), room)

    def __call__(self, environ, start_response):
        """Answer with a kept page, or let Django answer and keep that."""
        address = address_of(environ)
        shelf = self.present_shelf() if address else None
        if shelf is None:
            return self.application(environ, start_response)
        environ[STATE] = shelf.name
        if page := shelf.get(address):
            return page.answer(environ, start_response)
        if environ["REQUEST_METHOD"] == "HEAD":
            return self.application(environ, start_response)
        return self.ask(shelf, address, environ, start_response)

    def present_shelf(self):
        """Return the pages of the present state of the database; None when it does not answer."""
        now, state, shelf = timezone.now(), self.state.read(), self.shelf
        if state is None:
            return None
        if state != shelf.state or now >= shelf.until:
            try:
                shelf = self.shelf = Shelf(state, next_change(now), self.room)
            except DatabaseError:
                return None
        return shelf

    def ask(self, shelf, address, environ, start_response):
        """Answer as Django does, and keep the answer if it is for everybody.

        A browser that has an older copy of a page makes Django build it all the same, so that it is kept. Files, whose
        addresses do not end with a slash, look themselves whether they have to be built.
        """
        asked = environ
        if environ["PATH_INFO"].endswith("/"):
            asked = {name: value for name, value in environ.items() if name not in CONDITIONS}
        started = []
        answer = self.application(asked, lambda *arguments: started.append(arguments))
        status, headers = started[0][:2]
        page = page_of(status, headers, answer)
        if page is None:
            start_response(*started[0])
            return answer
        answer.close()
        if is_for_everybody(page.fields) and is_own_address(page.fields.get("content-location", ""), environ):
            shelf.put(address, page)
        return page.answer(environ, start_response, kept=False)


class Shelf:
    """The pages of one state of the database, those asked for last at the end."""

    def __init__(self, state, until, room):
        self.state, self.until, self.room = state, until, room
        self.name = secrets.token_hex(8)
        self.pages, self.taken, self.lock = OrderedDict(), 0, Lock()

    def get(self, address):
        """Return the page of an address, or None."""
        with self.lock:
            if page := self.pages.get(address):
                self.pages.move_to_end(address)
        return page

    def put(self, address, page):
        """Keep a page, and let go of those that nobody has asked for the longest."""
        size = page.size + OVERHEAD + sum(map(len, map(str, address)))
        if size * LARGEST > self.room:
            return
        with self.lock:
            if address in self.pages:
                return
            self.pages[address] = page
            page.size = size
            self.taken += size
            while self.taken > self.room:
                _address, oldest = self.pages.popitem(last=False)
                self.taken -= oldest.size


class Page:
    """One answer: its headers and its text."""

    def __init__(self, headers, body):
        self.fields = {name.lower(): value for name, value in headers}
        self.etag, self.body = self.fields["etag"], body
        self.headers = headers
        self.hit = [*headers, HIT]
        self.unchanged = [(name, value) for name, value in headers if name not in {"Content-Length", "Content-Type"}]
        self.size = len(body) + 2 * sum(len(name) + len(value) for name, value in headers)

    def answer(self, environ, start_response, kept=True):
        """Answer a request with it, or with 304 when the browser has it."""
        if self.is_known(environ.get("HTTP_IF_NONE_MATCH")):
            start_response("304 Not Modified", self.unchanged.copy())
            return []
        start_response("200 OK", self.hit.copy() if kept else self.headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [self.body]

    def is_known(self, tags):
        """Whether a browser that named these tags has this very page."""
        if not tags:
            return False
        known = {tag.removeprefix("W/") for tag in parse_etags(tags)}
        return "*" in known or self.etag.removeprefix("W/") in known


def page_of(status, headers, answer):
    """Return Django's answer as a page, or None when it is an error, a redirect, a stream or has no tag."""
    whole = status.startswith("200 ") and not getattr(answer, "streaming", True)
    return Page(headers, answer.content) if whole and any(name.lower() == "etag" for name, _value in headers) else None


def is_for_everybody(fields):
    """Whether the headers of an answer let everybody have it, and nothing in it is good for one request alone."""
    directives = {part.strip().lower() for part in fields.get("cache-control", "").split(",")}
    if "public" not in directives or directives & {"private", "no-store"}:
        return False
    return not {"set-cookie", "vary"} & fields.keys() and "'nonce-" not in fields.get("content-security-policy", "")


def is_own_address(location, environ):
    """Whether a request was made by the address that its answer calls its own: same path, same parameters, each once.

    The order of the parameters is free; `address_of` puts them in one.
    """
    own = urlsplit(location)
    path = unquote_to_bytes(own.path).decode("latin-1")
    asked = parameters(environ.get("QUERY_STRING", ""))
    return path == path_of(environ) and asked == parameters(own.query) and len(set(asked)) == len(asked)


def address_of(environ):
    """Return what an answer to this request is kept under, or None when only Django may answer it."""
    query = environ.get("QUERY_STRING", "")
    if (
        environ["REQUEST_METHOD"] not in {"GET", "HEAD"}
        or not environ["PATH_INFO"].startswith(readers_pages())
        or "HTTP_COOKIE" in environ
        or "HTTP_AUTHORIZATION" in environ
        or len(query) > LONGEST_QUERY
        or not query.isascii()
        or not (domain := allowed_domain(environ.get("HTTP_HOST", "")))
    ):
        return None
    return is_secure(environ), domain, path_of(environ), parameters(query)


def path_of(environ):
    """Return the whole path, as the server decoded it."""
    return environ.get("SCRIPT_NAME", "") + environ["PATH_INFO"]


def parameters(query):
    """Return the parameters of a query string in an order that everybody shares."""
    return tuple(sorted(parse_qsl(query, keep_blank_values=True))) if query else ()


@cache
def readers_pages():
    """Return how the addresses of all public pages begin: with a language."""
    return tuple(f"/{code}/" for code, _name in settings.LANGUAGES)


@lru_cache(maxsize=100)
def allowed_domain(host):
    """Return the host that a request names, without its port and in lower case; empty when it is none of ours."""
    domain, _port = split_domain_port(host)
    return domain if domain and validate_host(domain, settings.ALLOWED_HOSTS) else ""


def is_secure(environ):
    """Whether the request came by https, as Django decides it: what came by http is redirected, and never kept."""
    header, secure = settings.SECURE_PROXY_SSL_HEADER or (None, None)
    if header in environ:
        return environ[header].split(",")[0].strip() == secure
    return environ["wsgi.url_scheme"] == "https"


def next_change(now):
    """Return the moment at which the clock makes the next record public, and LONGEST from now at the latest."""
    managers = (getattr(model, "objects", None) for model in apps.get_app_config("articles").get_models())
    waiting = (manager.upcoming(now) for manager in managers if hasattr(manager, "upcoming"))
    moments = (rows.order_by("public_from").values_list("public_from", flat=True).first() for rows in waiting)
    return min([now + LONGEST, *filter(None, moments)])
