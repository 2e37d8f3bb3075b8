"""Finding the records of a few values by their entries, whatever tables the values come from."""

from django.db.models import Q
from django.utils import timezone

from articles.models import Entry, Subtotal, Uncounted
from articles.totals.ledger import microseconds


def records(accounts, limits):
    """Return the ids of the records that fulfil the limits, and of those that changed since they were counted."""
    entries = Entry.objects.filter(collection=accounts.collection)
    for limit in limits:
        entries = entries.filter(condition(accounts, limit))
    changed = Uncounted.objects.filter(collection=accounts.collection, due__lte=microseconds(timezone.now()))
    return entries.values("record").union(changed.values("record"), all=True)


def condition(accounts, limit):
    """Return the condition that an entry has one of the values."""
    column = accounts.dimensions[accounts.position[limit.dimension]].column
    if not limit.letter:
        return Q(**{f"{column}__in": limit.values})
    kept = Subtotal.objects.filter(collection=accounts.collection, mask=accounts.mask([limit.dimension]))
    holds = Q()
    for pk in limit.values:
        holds |= Q(**{f"{column}__contains": f"{limit.letter}{pk}."})
    return Q(**{f"{column}__in": kept.filter(holds).values(column)})
