"""What else people, organisations and places are called: a question by one of their names asks for all of them."""

from collections import defaultdict
from difflib import get_close_matches
from functools import reduce
from operator import or_

from django.db.models import F, Q
from django.utils import timezone

from articles.models import Alias, Organisation, Person, Place
from articles.search.query import phrase_of
from articles.text import fold

OWNERS = {"person": Person, "organisation": Organisation, "place": Place}
# A name of more words is no name; a question of more words is a text.
MOST_WORDS_A_NAME, MOST_WORDS = 4, 24
MOST_OWNERS, MOST_NAMES = 4, 24
# Whoever has mistyped a name is offered the nearest of so many that begin alike. So many words are tried, and all of
# them together; what is longer is no name.
MOST_CANDIDATES, NEAR = 2_000, 0.75
MOST_KEYS, LONGEST_KEY = 5, 60


def complete(query):
    """Give a question a clause for each of its words, or for several that are a name together: with all its names."""
    words, at = query.words, 0
    owners = owners_by_key({key for *_place, keys in stretches(words) for key in keys})
    places = {first: (end, found) for first, end, found in reversed(list(named_stretches(words, owners)))}
    names = names_of({owner for _end, found in places.values() for owner in found})
    while at < len(words):
        end, found = places.get(at, (at + 1, ()))
        said = " ".join(word.typed for word in words[at : end - 1]) + " " + words[end - 1].bare
        own = phrase_of(said)
        if own:
            others = [phrase for owner in found for phrase in names[owner][1]]
            query.wanted.append(tuple(dict.fromkeys([own, *others]))[:MOST_NAMES])
        query.named += [names[owner][0] for owner in found if names[owner][0] not in query.named]
        at = end
    return query


def stretches(words):
    """Yield (first, last + 1, keys) for the words that may be a name, alone or several together, the longest first."""
    for first in range(min(len(words), MOST_WORDS)):
        for end in range(min(len(words), first + MOST_WORDS_A_NAME), first, -1):
            before = " ".join(word.typed for word in words[first : end - 1])
            yield first, end, {fold(f"{before} {last}") for last in words[end - 1]}


def named_stretches(words, owners):
    """Yield (first, last + 1, owners) of the words that are a name."""
    for first, end, keys in stretches(words):
        if found := sorted({owner for key in keys for owner in owners.get(key, ())})[:MOST_OWNERS]:
            yield first, end, found


def public_aliases():
    """Return the names of the entries that readers may see."""
    now = timezone.now()
    conditions = (Q(**{f"{owner}__public_from__lte": now}) for owner in OWNERS)
    person, organisation, place = conditions
    return Alias.objects.filter(person | organisation | place).order_by()


def owners_by_key(keys):
    """Return, by key, who is called so, as (kind, id) pairs."""
    found = defaultdict(set)
    rows = public_aliases().filter(key__in=keys - {""}) if keys else []
    for alias in rows:
        found[alias.key].add(owner_of(alias))
    return found


def owner_of(alias):
    """Return kind and id of the one entry that an alias belongs to."""
    return next((kind, getattr(alias, f"{kind}_id")) for kind in OWNERS if getattr(alias, f"{kind}_id"))


def entries_of(owners):
    """Return, by owner, the entries that readers may see."""
    entries = {}
    for kind, model in OWNERS.items():
        if pks := {pk for owner, pk in owners if owner == kind}:
            found = model.objects.public().for_detail().filter(pk__in=pks)
            entries |= {(kind, entry.pk): entry for entry in found}
    return entries


def names_of(owners):
    """Return, by owner, the name to show, and the phrases of every name it goes by.

    A province goes by those of the provinces that it became one with, too.
    """
    entries = entries_of(owners)
    provinces = {owner: entry.today_id for owner, entry in entries.items() if is_province(entry)}
    united = names_of_united(set(provinces.values()))
    names = {}
    for owner, entry in entries.items():
        texts = dict.fromkeys([*entry.searchable(), *united[provinces.get(owner)]])
        names[owner] = str(entry), [phrase for phrase in map(phrase_of, texts) if phrase]
    return names


def is_province(entry):
    """Whether an entry is a province that has a place on today's map."""
    return isinstance(entry, Place) and bool(entry.today_id) and entry.unit_id == entry.pk


def names_of_united(todays):
    """Return, by the province of today, every name of the provinces that became one in it."""
    names = defaultdict(list)
    if todays:
        for place in Place.objects.public().for_detail().filter(today__in=todays, unit=F("pk")).order_by("pk"):
            names[place.today_id] += place.searchable()
    return names


def suggest(query):
    """Return the names that are nearest to what was asked for, of entries that readers may see."""
    said = [" ".join(word.typed for word in query.words), *(word.bare for word in query.words)]
    keys = [key for key in dict.fromkeys(map(fold, said)) if 2 < len(key) <= LONGEST_KEY][:MOST_KEYS]
    near = {name for key, known in known_beside(keys).items() for name in get_close_matches(key, known, 2, NEAR)}
    owners = {owner for found in owners_by_key(near).values() for owner in found}
    return sorted({str(entry) for entry in entries_of(sorted(owners)[:MOST_NAMES]).values()})[:3]


def known_beside(keys):
    """Return, by key, the keys of names that begin alike, in one query."""
    beginnings = [Q(key__startswith=key[:2]) for key in keys]
    names = public_aliases().filter(reduce(or_, beginnings)) if beginnings else Alias.objects.none()
    known = list(names.order_by("key").values_list("key", flat=True).distinct()[:MOST_CANDIDATES])
    return {key: [name for name in known if name.startswith(key[:2])] for key in keys}
