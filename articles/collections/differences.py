"""Where public claims about one investment contradict each other, side by side and undecided."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.text import fold
from articles.vocabulary import Precision


class Variant(NamedTuple):
    """What some of the claims say; the first stands for them."""

    claim: object
    claims: list


class Difference(NamedTuple):
    """One thing that claims contradict each other about, with what each side says."""

    name: str
    label: str | Promise
    variants: list


@dataclass(frozen=True)
class Aspect:
    """A thing that claims may differ in. `read` returns what a claim says of it, None when it says nothing."""

    name: str
    label: str | Promise
    read: Callable
    contradict: Callable


# A day is no contradiction of its month, nor a month of its year.
DIGITS = {Precision.YEAR: 4, Precision.MONTH: 7}


def read_amount(claim):
    """Return what two amounts must share to be set against each other, and both ends; None for an undisclosed one."""
    if not claim.currency:
        return None
    return claim.currency, claim.per, claim.basis, claim.amount_min, claim.amount_max


def amounts_contradict(one, other):
    """Tell whether no amount could satisfy both: sums of one kind in one currency that do not overlap."""
    if one[:3] != other[:3]:
        return False
    (least, most), (other_least, other_most) = one[3:], other[3:]
    above = least is not None and other_most is not None and least > other_most
    return above or (other_least is not None and most is not None and other_least > most)


def read_investor(claim):
    """Return the language of the story and the key of the investor's name in it; None when none is printed."""
    return (claim.article.language, fold(claim.investor_text)) if claim.investor_text else None


def names_contradict(one, other):
    """Tell whether two names of one language are neither the same nor one a part of the other."""
    return one[0] == other[0] and one[1] not in other[1] and other[1] not in one[1]


def read_date(claim):
    """Return the date of the event, as much of it as is known."""
    return claim.event_on.isoformat()[: DIGITS.get(claim.event_precision)] if claim.event_on else None


def dates_contradict(one, other):
    """Tell whether two dates cannot be the same."""
    return not one.startswith(other) and not other.startswith(one)


ASPECTS = (
    Aspect("amount", _("Amount"), read_amount, amounts_contradict),
    Aspect("stage", _("Stage"), lambda claim: claim.stage, lambda one, other: True),
    Aspect("investor", _("Investor"), read_investor, names_contradict),
    Aspect("date", _("Date"), read_date, dates_contradict),
)


def find_differences(claims):
    """Return a Difference for each aspect about which some of the claims contradict each other."""
    found = (Difference(aspect.name, aspect.label, contested(aspect, claims)) for aspect in ASPECTS)
    return [difference for difference in found if difference.variants]


def contested(aspect, claims):
    """Return the variants that another one contradicts, in the order in which they were first told."""
    told = {}
    for claim in claims:
        if (value := aspect.read(claim)) is not None:
            told.setdefault(value, []).append(claim)
    pairs = [pair for pair in combinations(told, 2) if aspect.contradict(*pair)]
    sides = {value for pair in pairs for value in pair}
    return [Variant(told[value][0], told[value]) for value in told if value in sides]
