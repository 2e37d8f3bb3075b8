"""Tags and filters of the charts: sums of figures in words and in digits, and where a list is drawn."""

from django import template
from django.urls import reverse

from articles.addresses import with_query
from articles.collections.amounts import qualified
from articles.collections.ladder import read_ladder
from articles.money import print_amount
from articles.patience import TooSlow
from articles.templatetags.newsroom import active, money, number, significant
from articles.vocabulary import Qualifier

register = template.Library()

# How many digits of a range stand on a tile.
ROOM = 9


@register.filter
def worth(figure):
    """Return the sum of a chart's figure, to three significant figures; a range when its ends differ."""
    if not figure.is_disclosed:
        return Qualifier.UNDISCLOSED.label
    low, high = significant(figure.usd_min), significant(figure.usd_max)
    if low == high:
        return qualified(money(high, "USD"), Qualifier.AT_LEAST if figure.open else Qualifier.EXACT)
    return print_amount(low, "USD", active(), high) if low else qualified(money(high, "USD"), Qualifier.UP_TO)


@register.filter
def roughly(value):
    """Return an amount of US dollars to three significant figures."""
    return money(significant(value), "USD")


@register.filter
def in_unit(figure, unit):
    """Return the sum of a chart's figure in a unit, as briefly as a tile of a map has room for."""
    low, high = (number(significant(end / unit[0])) for end in (figure.usd_min, figure.usd_max))
    if not figure.is_disclosed:
        return "?"
    if low == high:
        return f"{high}+" if figure.open else high
    if not figure.low:
        return f"≤{high}"
    return f"{low}–{high}" if len(low + high) < ROOM else f"{low}+"


@register.simple_tag
def charts_of(listing):
    """Return where the amounts of a list are drawn under the same filters; empty for a collection without amounts."""
    if not listing.collection.charts:
        return ""
    return with_query(reverse(listing.collection.charts), listing.params())


@register.simple_tag
def ladder_of(listing):
    """Return what a list amounts to, rung by rung; nothing without amounts, or when it takes too long.

    What is not even counted to the end is not summed up above it either.
    """
    if not listing.collection.charts:
        return []
    try:
        return [] if listing.has_more else read_ladder(listing)
    except TooSlow:
        listing.counting.was_stopped = True
        return []
