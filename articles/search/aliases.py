"""What else people, organisations and places are called: a question by one of their names asks for all of them."""

from collections import defaultdict
from difflib import get_close_matches

from django.db.models import F, Q
from django.utils import timezone

from articles.models import Alias, Organisation, Person, Place
from articles.search.query import phrase_of
from articles.text import fold

OWNERS = {"person": Person, "organisation": Organisation, "place": Place}
# A name of more words is no name; a question of more words is a text.
MOST_WORDS_A_NAME, MOST_WORDS = 4, 24
MOST_OWNERS, MOST_NAMES = 4, 24
# Of so many names that begin alike, the nearest is offered to whoever has mistyped one.
MOST_CANDIDATES, NEAR = 2_000, 0.75


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


def names_of(owners):
    """Return, by owner, the name to show, and the phrases of every name it goes by."""
    names = {}
    for kind, model in OWNERS.items():
        pks = {pk for owner, pk in owners if owner == kind}
        if pks:
            for entry in model.objects.public().for_detail().filter(pk__in=pks):
                names[kind, entry.pk] = str(entry), phrases_of(entry)
    return names


def phrases_of(entry):
    """Return the phrases for an entry's names; a province goes by those of the provinces it became one with, too."""
    texts = entry.searchable()
    if isinstance(entry, Place) and entry.today_id and entry.unit_id == entry.pk:
        together = Place.objects.public().filter(today=entry.today_id, unit=F("pk")).prefetch_related("aliases")
        texts = [*texts, *(text for place in together for text in place.searchable())]
    return [phrase for phrase in map(phrase_of, dict.fromkeys(texts)) if phrase]


def suggest(query):
    """Return the names that are nearest to what was asked for, of entries that readers may see."""
    keys = {fold(word.bare) for word in query.words} | {fold(" ".join(word.typed for word in query.words))}
    suggestions = {}
    for key in sorted(key for key in keys if 2 < len(key) <= 60):
        alike = public_aliases().filter(key__startswith=key[:2]).values_list("key", flat=True)
        near = get_close_matches(key, sorted(set(alike[:MOST_CANDIDATES])), n=2, cutoff=NEAR)
        for owners in owners_by_key(set(near)).values():
            suggestions |= names_of(owners)
    return sorted({name for name, _phrases in suggestions.values()})[:3]
