"""What a printed name means: the entry that is called so, and the names that the desk's own decisions teach.

A name means an entry when it is the only one called so; a case particle or legal form around the name is left aside
when nobody is called by the whole of it. An ambiguous or unknown name means nobody: the editor decides, and what was
decided is learned as a further name of the entry, so that the next story that prints it needs no decision.
"""

from dataclasses import dataclass, field

from articles.desk.directory import aliases_of, enter, refresh_entity
from articles.desk.hints import ASIDE, called, stood_on
from articles.models import Alias, Organisation, Person, Place
from articles.text import fold
from articles.vocabulary import AliasKind, Attribution


@dataclass
class Names:
    """What the names of a plan mean: {name as printed: entry, or None when it cannot be told}."""

    people: dict = field(default_factory=dict)
    organisations: dict = field(default_factory=dict)
    places: dict = field(default_factory=dict)
    misspelt: set = field(default_factory=set)

    @classmethod
    def of(cls, plan):
        """Return what the names of a plan mean, in a number of queries that does not grow with them."""
        said = [quote for quote in plan.quotes if quote.attribution == Attribution.NAMED]
        bodies = [*(claim.investor for claim in plan.claims), *(quote.organisation for quote in plan.quotes)]
        return cls(
            people=meant(Person, [name for quote in said for name in (quote.speaker, quote.speaker_romanised)]),
            organisations=meant(Organisation, bodies),
            places=meant(Place, [claim.place for claim in plan.claims]),
            misspelt=misspellings(bodies),
        )

    def speaker(self, quote):
        """Return the person who says a planned quote, by the printed name or the romanised one; None when unknown."""
        return self.people.get(quote.speaker) or self.people.get(quote.speaker_romanised)

    def strangers(self, plan):
        """Return the names of a plan that no entry has, in the order of the records that print them."""
        bodies = [name for name, entry in self.organisations.items() if entry is None and name not in self.misspelt]
        speakers = dict.fromkeys(quote.speaker for quote in plan.quotes if quote.attribution == Attribution.NAMED)
        unknown = [quote for quote in plan.quotes if quote.speaker in speakers and self.speaker(quote) is None]
        places = [name for name, entry in self.places.items() if entry is None]
        return list(dict.fromkeys([*bodies, *(quote.speaker for quote in unknown), *places]))


def meant(model, names):
    """Return {name: the one entry that it means, or None} for names as printed; empty names are left out."""
    names = list(dict.fromkeys(filter(None, names)))
    chosen = {name: candidates(reasons) for name, reasons in called(model, names).items()}
    entries = model.objects.in_bulk({pk for pks in chosen.values() for pk in pks if len(pks) == 1})
    return {name: entries.get(pks[0]) if len(pks) == 1 else None for name, pks in chosen.items()}


def candidates(reasons):
    """Return the ids of the entries called by the whole name or, where there are none, by what is left of it."""
    whole = [pk for pk, (rank, _reason) in reasons.items() if rank < ASIDE]
    return sorted(whole or reasons)


def misspellings(names):
    """Return those of the names that are known misspellings of an organisation."""
    keys = {name: fold(name) for name in names if name}
    known = aliases_of(Organisation).filter(key__in=set(keys.values()), kind=AliasKind.MISSPELLING)
    wrong = set(known.values_list("key", flat=True))
    return {name for name, key in keys.items() if key in wrong}


def find_or_enter(model, name, language):
    """Return the entry that a name means, or a new one that nobody sees before a public record names it.

    Raises the model's MultipleObjectsReturned when several are called so: the editor has to choose.
    """
    found = candidates(called(model, [name])[name])
    if len(found) > 1:
        raise model.MultipleObjectsReturned
    return model.objects.get(pk=found[0]) if found else enter(model, name, language)


def find_place(name, day=None):
    """Return the place that a story of that day means by `name`, or None when it cannot be told.

    Several units have borne the same name; without a day it cannot be told which of them is meant.
    """
    found = Place.objects.filter(pk__in=candidates(called(Place, [name])[name])) if name else []
    standing = [place for place in found if stood_on(place, day)] if day else list(found)
    return standing[0] if len(standing) == 1 else None


def learn(entry, *names):
    """Learn that an entry is called so, as an editor has decided; a name that somebody is called by is left alone.

    Readers find the entry under a learned name and never see it: nobody has said that it is a right one.
    """
    new = [name for name in dict.fromkeys(filter(None, names)) if entry and not called(type(entry), [name])[name]]
    for name in new:
        entry.aliases.create(text=name[: Alias._meta.get_field("text").max_length], kind=AliasKind.LEARNED)
    if new:
        refresh_entity(entry)
