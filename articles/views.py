"""The public pages. Every row they show comes through a collection or through `public()`."""

from dataclasses import dataclass
from functools import wraps

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.encoding import iri_to_uri
from django.views.decorators.http import require_safe
from django.views.static import serve

from articles import search
from articles.addresses import absolute, in_language, with_query
from articles.collections import BY_NAME
from articles.collections.base import Collection
from articles.collections.formats import FORMATS
from articles.collections.listing import Listing
from articles.models import Merge
from articles.patience import TooSlow, at_most

RELATED_ROWS = 6
# A copy may be kept anywhere, and is asked for again each time: an edit or a withdrawal shows on the next request.
PUBLIC = "public, no-cache"


@dataclass(frozen=True)
class RelatedRows:
    """Some rows of another collection on a record's page, and the list of all of them."""

    title: str
    listing: Listing

    @property
    def rows(self):
        """The first few."""
        return self.listing.page_of(RELATED_ROWS)


@dataclass(frozen=True)
class LoadedRows:
    """The same for rows that the page has loaded anyway: all there are, in order."""

    title: str
    collection: Collection
    found: list
    first_url: str

    @property
    def rows(self):
        """The first few."""
        return self.found[:RELATED_ROWS]

    @property
    def listing(self):
        """What the page says of the list."""
        return self

    @property
    def total(self):
        """How many there are."""
        return len(self.found)


def page(request, template, context, status=200, language=None):
    """Return a public page. `language` is the only one it has, when it has not all of them."""
    path = context.get("path") or iri_to_uri(request.path)
    context = {"canonical": absolute(in_language(path, language)), "only_language": language, **context, "path": path}
    response = render(request, template, context, status=status)
    return for_everybody(response, context["path"])


def for_everybody(response, path):
    """Let any cache keep an answer, under the one address that stands for all ways to ask for it."""
    response.headers["Cache-Control"] = PUBLIC
    response.headers["Content-Location"] = path
    return response


def page_of_list(request, template, context):
    """Return a public page about a listing; one from which something was left out for lack of time is kept nowhere."""
    response = page(request, template, context)
    if context["listing"].counting.was_stopped:
        response.headers["Cache-Control"] = "no-store"  # the next reader may find the database less busy
    return response


def in_time(view):
    """Answer 503 when the database had to be stopped, and say how to ask for less."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except TooSlow:
            return page(request, "503.html", {"path": request.path, "is_asked": bool(request.GET)}, status=503)

    return answer


@require_safe
def root(request):
    """Send readers to their own language."""
    response = HttpResponseRedirect(f"/{translation.get_language_from_request(request)[:2]}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


@require_safe
@in_time
def collection_list(request, name):
    """A collection's page: rows, facets, chips, sorting, paging."""
    if clean := without_empty(request.GET):
        return HttpResponseRedirect(request.path + clean)
    listing = Listing(BY_NAME[name], request.GET)
    listing.counting.ask_all()
    context = {
        "collection": listing.collection,
        "listing": listing,
        "formats": [(format_, listing.url(format_.suffix)) for format_ in FORMATS],
        "path": listing.own_url(),
    }
    return page_of_list(request, "collections/list.html", context)


def without_empty(query):
    """Return the query string without its empty parameters, or None when it has none: forms send every field."""
    kept = QueryDict(mutable=True)
    for name, values in query.lists():
        if values := [value for value in values if value]:
            kept.setlist(name, values)
    if sum(map(len, kept.lists())) == sum(map(len, query.lists())) and len(kept) == len(query):
        return None
    return f"?{kept.urlencode()}" if kept else "?"


@require_safe
@in_time
def record_detail(request, name, public_id, slug):
    """A record's own page; 410 when it was withdrawn, a redirect when its slug has changed or it was merged."""
    collection = BY_NAME[name]
    try:
        record = collection.record(public_id)
    except collection.model.DoesNotExist:
        return answer_missing(request, collection, public_id)
    if slug != record.slug_text:
        return HttpResponsePermanentRedirect(record.get_absolute_url())
    context = {
        "collection": collection,
        "record": record,
        **(beside := collection.beside(record)),
        "related": related(collection, record, beside.get("loaded", {})),
    }
    return page(request, f"{name}/detail.html", context, language=collection.language_of(record))


def answer_missing(request, collection, public_id):
    """Answer for a record that is not public: 410, a redirect to what it was merged into, or as to any unknown id."""
    if gone := collection.model.objects.gone().filter(public_id=public_id).first():
        return page(request, "410.html", {"farewell": gone.farewell}, status=410)
    return HttpResponsePermanentRedirect(kept_entry(collection, public_id).get_absolute_url())


def kept_entry(collection, public_id):
    """Return the public record that the one with this id was merged into, or answer as to any unknown id."""
    for kept_id in Merge.objects.kept_ids([public_id], among=collection.model.objects.public()).values():
        return collection.record(kept_id)
    raise Http404


def related(collection, record, loaded):
    """Return the record's rows in other collections, those that have any; some the page has `loaded`, by collection."""
    shelves = []
    for declared in collection.related_to(record):
        query = QueryDict(mutable=True)
        query[declared.parameter] = record.public_id
        other = BY_NAME[declared.collection]
        if declared.collection in loaded:
            address = with_query(other.url(), query)
            shelf = LoadedRows(declared.title, other, loaded[declared.collection], address)
        else:
            shelf = RelatedRows(declared.title, Listing(other, query))
        if shelf.listing.total:
            shelves.append(shelf)
    return shelves


@require_safe
@in_time
def search_page(request):
    """What a text finds in every collection, a few records of each; the lists themselves have all of them."""
    query = search.ask(request.GET.get("q", ""))
    asked = with_query("", QueryDict.fromkeys(["q"] if query.text else [], query.text))
    collections = {collection.model: collection for collection in BY_NAME.values()}
    with at_most(settings.LIST_MILLISECONDS):
        found = [(collections[shelf.model], shelf) for shelf in search.find_everywhere(query)]
        suggestions = [] if found else search.suggest(query)
    context = {
        "query": query,
        "asked": asked,
        "found": found,
        "suggestions": suggestions,
        "path": reverse("search") + asked,
        "is_search": True,
    }
    return page(request, "search/page.html", context)


@require_safe
def media(request, path):
    """An uploaded picture. Names are random and never reused, so a copy is good for ever."""
    try:
        response = serve(request, path, document_root=settings.MEDIA_ROOT)
    except OSError:  # a name too long for the disk
        raise Http404 from None
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@require_safe
def healthz(request):
    """Whether the process serves; asks no database."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@require_safe
def readyz(request):
    """Whether the database answers and every migration is applied; 503 when not."""
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return HttpResponse("no database\n", status=503, content_type="text/plain; charset=utf-8")
    if pending:
        return HttpResponse("migrations pending\n", status=503, content_type="text/plain; charset=utf-8")
    return HttpResponse("ready\n", content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request):
    """The icon, where browsers look for it on pages that name none."""
    return HttpResponseRedirect(static("favicon.svg"))
