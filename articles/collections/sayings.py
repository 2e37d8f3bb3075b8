"""What a person said over time, each quote with what the person was at the time."""

from itertools import groupby
from typing import NamedTuple

from django.db.models.functions import Coalesce, TruncDate

from articles.clock import editorial_zone

MOST_SAYINGS = 30


class Saying(NamedTuple):
    """A quote and the appointment that the person held on its day; None when the directory knows none."""

    quote: object
    post: object


def read_sayings(quotes, appointments):
    """Return (year, sayings) pairs of the latest quotes: by the day they were said, else the day they were printed."""
    zone = editorial_zone()
    printed = (TruncDate(moment, tzinfo=zone) for moment in ("parent__published_at", "public_from"))
    dated = quotes.for_list().annotate(day=Coalesce("said_on", *printed)).order_by("-day", "-pk")[:MOST_SAYINGS]
    return [
        (year, [Saying(quote, post_on(appointments, quote.day)) for quote in said])
        for year, said in groupby(dated, key=lambda quote: quote.day.year)
    ]


def post_on(appointments, day):
    """Return the latest appointment that had begun and not ended on a day; one without a beginning is no guess."""
    return next((post for post in appointments if post.since and post.since <= day <= (post.until or day)), None)
