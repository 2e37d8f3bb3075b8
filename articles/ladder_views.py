"""The page that tells what the number of a rung is made of."""

from django.http import Http404
from django.views.decorators.http import require_safe

from articles.addresses import with_query
from articles.collections import BY_NAME
from articles.collections.ladder import count_unconverted, read_included, read_ladder, stages_on
from articles.collections.listing import Listing
from articles.views import in_time, page_of_list
from articles.vocabulary import Rung, Stage


@require_safe
@in_time
def why(request, rung):
    """What is included in the number of a rung under the filters, what is not, and why."""
    if rung not in Rung.values:
        raise Http404
    rung = Rung(rung)
    whole = Listing(BY_NAME["investments"], request.GET)
    listing = read_included(rung, request.GET)
    if listing is None:
        raise Http404
    step = next(iter(read_ladder(listing)), None)
    context = {
        "collection": BY_NAME["investments"],
        "listing": listing,
        "rung": rung,
        "step": step,
        "unconverted": count_unconverted(listing) if step and step.figure.undisclosed else 0,
        "others": [step for step in read_ladder(whole) if step.rung != rung],
        "stages": [Stage(stage).label for stage in stages_on(rung)],
        "list_url": with_query(BY_NAME["investments"].url(), listing.params()),
        "path": listing.own_url(),
    }
    return page_of_list(request, "investments/why.html", context)
