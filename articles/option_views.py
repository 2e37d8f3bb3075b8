"""What a reader's browser asks for while a value of a long facet is typed: a few more choices, as a piece of a form."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.collections import BY_NAME
from articles.collections.listing import Listing
from articles.collections.options import find_options, has_options
from articles.collections.parts import Facet
from articles.patience import at_most
from articles.views import for_everybody, in_time


@require_safe
@in_time
def options(request, name, facet):
    """The values of a facet whose names hold what is typed in `find`, under the other filters of the address."""
    collection = BY_NAME[name]
    if not has_options(collection, facet):
        raise Http404
    query = request.GET.copy()
    typed = "".join(query.pop("find", [])[-1:])
    listing = Listing(collection, query)
    with at_most(settings.LIST_MILLISECONDS):
        values = find_options(listing, facet, typed)
    response = render(request, "collections/_options.html", {"facet": Facet(facet, "", values, True)})
    response.headers["X-Robots-Tag"] = "noindex"
    response = for_everybody(response, request.get_full_path())
    if listing.counting.was_stopped:
        response.headers["Cache-Control"] = "no-store"
    return response
