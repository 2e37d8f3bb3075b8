"""Whom or what a printed name may mean: entries of the directory, each with the reason. Nothing is decided here.

First come the entries that are called so, particles and legal forms aside: one indexed query. Only names that nobody
is called are compared with near spellings, in one more query that leaves to Python at most 40 aliases a name: those of
about its length that share either half with it (all but one character with a name of five or fewer), and those that
hold it as their first or last words. Both queries, and the one for the entries, are asked once for all names.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from django.db.models import Q
from django.db.models.functions import Length
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.clock import editorial_day
from articles.desk.directory import OWNER, aliases_of
from articles.models import Organisation, Person, Place
from articles.text import fold, strip_particle
from articles.vocabulary import AliasKind, Precision

MOST_HINTS = 5
MOST_ALIASES = 40
SHORT = 5  # characters
LONGEST = 80  # characters; what is longer is no name
ALIKE = 0.75  # of all letters, those of a Hangul syllable counted one by one

RELATED = {Person: (), Organisation: ("country",), Place: ("parent", "today")}
REASONS = {
    AliasKind.NAME: gettext_lazy("same name"),
    AliasKind.MISSPELLING: gettext_lazy("known misspelling"),
    AliasKind.ALIAS: gettext_lazy("known by this name too"),
    AliasKind.ROMANISATION: gettext_lazy("romanised"),
    AliasKind.FORMER: gettext_lazy("former name"),
    AliasKind.LEARNED: gettext_lazy("decided so before"),
}
SAME, ASIDE, NEAR, PART = 0, 10, 20, 30
LEGAL_FORM = re.compile(
    r"^(?:주식회사|\(주\)|cong ty(?: co phan| tnhh)?|tap doan)\s?"
    r"|\s?(?:주식회사|\(주\)|그룹|,?\s(?:co|ltd|inc|corp|llc|plc|jsc|group|company|corporation|limited)\.?)+$"
)


@dataclass(frozen=True)
class Hint:
    """An entry that may be meant, and why. The lower its rank the likelier it is."""

    entry: object
    reason: str
    rank: float

    @property
    def is_same(self):
        """Whether the entry is called so, and not only nearly so."""
        return self.rank < ASIDE


def people_for(quotes):
    """Return the people who may have said each of many quotes, by the printed name and the romanised one."""
    found = names_like(Person, [name for quote in quotes for name in names_of_speaker(quote)])
    return [best(at_home(hint, quote) for name in names_of_speaker(quote) for hint in found[name]) for quote in quotes]


def names_of_speaker(quote):
    """Return the names that a quote gives for its speaker."""
    return [name for name in (quote.speaker_text, quote.speaker_romanised) if name]


def at_home(hint, quote):
    """Prefer, of two namesakes, the one who is with the organisation for which the quote speaks."""
    if quote.organisation_id in {appointment.organisation_id for appointment in hint.entry.appointments.all()}:
        reason = _("%(reason)s, same organisation") % {"reason": hint.reason}
        return replace(hint, reason=reason, rank=hint.rank - 1)
    return hint


def on_the_map(hints, day):
    """Return hints for a place with those put back that were not on the map of that day."""
    return best(hint if day is None or stood_on(hint.entry, day) else off_the_map(hint) for hint in hints)


def stood_on(place, day):
    """Whether the place was on the map on that day."""
    return (place.valid_from is None or place.valid_from <= day) and (place.valid_to is None or day <= place.valid_to)


def off_the_map(hint):
    """Say that a place was not on the map, and put it back."""
    reason = _("%(reason)s, not on the map of that day") % {"reason": hint.reason}
    return replace(hint, reason=reason, rank=hint.rank + PART)


def day_of(claim):
    """Return the day on whose map the claim's place lies: that of the event, else that of the story, else None."""
    if claim.event_precision in {Precision.DAY, Precision.MONTH}:
        return claim.event_on
    return editorial_day(claim.article.published_at)


def names_like(model, names):
    """Return {name: hints} for names as printed, in a number of queries that does not grow with the names."""
    names = list(dict.fromkeys(name for name in names if name))
    found = called(model, names)
    unknown = [name for name in names if not found[name] and 1 < len(fold(name)) <= LONGEST]
    found |= nearly_called(model, unknown)
    pks = {pk for reasons in found.values() for pk in reasons}
    rows = model.objects.select_related(*RELATED[model]).defer("search_text")
    if model is Person:
        rows = rows.prefetch_related("appointments__organisation")
    entries = rows.in_bulk(pks) if pks else {}
    return {
        name: best(Hint(entries[pk], str(reason), rank) for pk, (rank, reason) in reasons.items())
        for name, reasons in found.items()
    }


def best(hints):
    """Return the likeliest hints, each entry once."""
    once = {}
    for hint in sorted(hints, key=lambda hint: (hint.rank, hint.entry.pk)):
        once.setdefault(hint.entry, hint)
    return list(once.values())[:MOST_HINTS]


def called(model, names):
    """Return {name: {id: (rank, reason)}} of the entries that are called so, particle and legal form aside."""
    spellings = {name: spellings_of(name) for name in names}
    keys = {key for each in spellings.values() for key in each}
    by_key = {}
    for key, pk, kind in aliases_of(model).filter(key__in=keys).values_list("key", OWNER[model], "kind"):
        by_key.setdefault(key, []).append((pk, kind))
    found = {name: {} for name in names}
    for name, keyed in spellings.items():
        for key, (rank, reason) in keyed.items():
            for pk, kind in by_key.get(key, ()):
                why = (rank, reason) if reason else (SAME + list(REASONS).index(kind), REASONS[kind])
                found[name][pk] = min(found[name].get(pk, why), why, key=lambda pair: pair[0])
    return found


def spellings_of(name):
    """Return {key: (rank, reason)} for the name and what is left of it without particle and legal form."""
    key = fold(name)
    bare = LEGAL_FORM.sub("", key)
    return {
        bare: (ASIDE + 1, _("without the legal form")),
        fold(strip_particle(name)): (ASIDE, _("without the particle")),
        key: (SAME, ""),
    }


def nearly_called(model, names):
    """Return {name: {id: (rank, reason)}} of the entries that are called nearly so."""
    found = {name: {} for name in names}
    if not names:
        return found
    frames = {name: Frame.of(name) for name in names}
    wanted = Q()
    for frame in frames.values():
        wanted |= frame.condition()
    rows = aliases_of(model).order_by("pk").annotate(size=Length("key")).filter(wanted)
    for pk, key in rows.values_list(OWNER[model], "key")[: MOST_ALIASES * len(names)]:
        for name, frame in frames.items():
            if (why := frame.weigh(key)) is not None:
                found[name][pk] = min(found[name].get(pk, why), why, key=lambda pair: pair[0])
    return found


@dataclass(frozen=True)
class Frame:
    """What an alias must share with a name to be weighed: its length, and what stands at its two ends."""

    key: str
    ends: tuple
    sizes: range

    @classmethod
    def of(cls, name):
        """Return the frame of a name. A space or hyphen more or less counts as one wrong character."""
        key = fold(name)
        size = len(key)
        gaps = [(i, i + 1) for i in range(size)] if size <= SHORT else [(0, size // 2), (size // 2, size)]
        slack = max(size > 2, size // 4)
        return cls(key, tuple((key[:start], key[end:]) for start, end in gaps), range(size - slack, size + slack + 1))

    def condition(self):
        """Return the frame as a condition on aliases that are annotated with their `size`."""
        ends = Q()
        for head, tail in self.ends:
            ends |= (Q(key__startswith=head) if head else Q()) & (Q(key__endswith=tail) if tail else Q())
        about = Q(size__gte=self.sizes.start, size__lt=self.sizes.stop)
        return about & ends | Q(key__startswith=f"{self.key} ") | Q(key__endswith=f" {self.key}")

    def weigh(self, key):
        """Return (rank, reason) of an alias for this name, or None when it is another name."""
        if len(key) in self.sizes and any(key.startswith(head) and key.endswith(tail) for head, tail in self.ends):
            alike = SequenceMatcher(None, letters(self.key), letters(key)).ratio()
            if alike == 1:
                return NEAR, _("spaced in another way")
            if alike >= ALIKE:
                return NEAR + 1 - alike, _("spelt almost so")
        if key.startswith(f"{self.key} ") or key.endswith(f" {self.key}"):
            return PART, _("the name is a part of it")
        return None


def letters(key):
    """Return the letters of a key: no spaces and hyphens, Hangul taken apart so that a wrong vowel is one letter."""
    return unicodedata.normalize("NFD", key.replace(" ", "").replace("-", ""))
