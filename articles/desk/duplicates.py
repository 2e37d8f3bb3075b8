"""Entries that may be one: they share a name, or are spelt nearly alike. A suggestion, never a decision."""

import re
from datetime import date
from difflib import SequenceMatcher
from itertools import groupby

from django.db.models import Q

from articles.desk.directory import OWNER, aliases_of
from articles.models import Place

# From here on, two spellings are thought to mean one name; shorter names must be equal. Stricter than the hints for a
# printed name (see `hints`), where an editor looks at the sentence and one letter more or less is worth a look.
LIKENESS, SHORTEST = 0.85, 4
# Bounds of the work: names that are read, names after it in the alphabet that a name is compared with, pairs shown.
MOST_NAMES, NEIGHBOURS, MOST_PAIRS = 20_000, 5, 100
MOST_SUGGESTIONS = 10


def bare(key):
    """Return a folded name without spaces, hyphens and full stops: `Do-yoon` is `Doyoon`, and 서 도윤 is 서도윤."""
    return re.sub(r"[\W_]+", "", key)


def likeness(one, other):
    """Return how alike two bare names are, 0 to 1; names that differ in a number are not alike at all."""
    if one == other:
        return float(bool(one))
    if min(len(one), len(other)) < SHORTEST or re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < LIKENESS:
        return 0.0
    return matcher.ratio()


def find_duplicates(model):
    """Return at most MOST_PAIRS pairs of entries that may be one, the likeliest first, the older entry before.

    Reads at most MOST_NAMES names, and compares each with its NEIGHBOURS in the alphabet that begin with its letter.
    """
    rows = aliases_of(model).values_list("key", OWNER[model])[:MOST_NAMES]
    alike = find_pairs(sorted({(bare(key), owner) for key, owner in rows}))
    likeliest = sorted(alike, key=lambda pair: (-alike[pair], pair))[: 5 * MOST_PAIRS]
    entries = model.objects.in_bulk({pk for pair in likeliest for pk in pair})
    found = [tuple(entries[pk] for pk in pair) for pair in likeliest]
    return [pair for pair in found if may_be_one(*pair)][:MOST_PAIRS]


def find_pairs(names):
    """Return {(key, key): likeness} of the owners of like names, given (name, owner) in alphabetical order."""
    pairs = {}
    for _letter, group in groupby(names, key=lambda row: row[0][:1]):
        group = list(group)
        for number, (name, owner) in enumerate(group):
            for other_name, other in group[number + 1 : number + 1 + NEIGHBOURS]:
                pair, alike = (min(owner, other), max(owner, other)), likeness(name, other_name)
                if other != owner and alike >= LIKENESS:
                    pairs[pair] = max(alike, pairs.get(pair, 0))
    return pairs


def find_similar(entry):
    """Return the entries that may be the same as one, at most MOST_SUGGESTIONS, the likeliest first."""
    owner = OWNER[type(entry)]
    keys = {bare(key) for key in entry.aliases.values_list("key", flat=True)} - {""}
    if not keys:
        return []
    letters = Q(*(("key__startswith", letter) for letter in {key[0] for key in keys}), _connector=Q.OR)
    rows = aliases_of(type(entry)).filter(letters).exclude(**{owner: entry})
    scores = {}
    for other_key, pk in rows.values_list("key", owner)[:MOST_NAMES]:
        scores[pk] = max(scores.get(pk, 0), *(likeness(key, bare(other_key)) for key in keys))
    likeliest = sorted((pk for pk in scores if scores[pk] >= LIKENESS), key=lambda pk: (-scores[pk], pk))
    entries = type(entry).objects.prefetch_related("aliases").in_bulk(likeliest[:MOST_SUGGESTIONS])
    return [entries[pk] for pk in likeliest[:MOST_SUGGESTIONS] if may_be_one(entry, entries[pk])]


def may_be_one(one, other):
    """Whether two entries of like names can be the same: not places of different kinds, times or provinces."""
    if not isinstance(one, Place):
        return True
    begins = max(place.valid_from or date.min for place in (one, other))
    ends = min(place.valid_to or date.max for place in (one, other))
    apart = one.parent_id and other.parent_id and one.unit_id != other.unit_id
    return one.kind == other.kind and begins <= ends and not apart
