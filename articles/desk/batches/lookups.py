"""What the words of a table mean in the database, asked once for the whole table and not once a row."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext_noop

from articles.desk.batches.cells import Wrong
from articles.desk.hints import stood_on
from articles.models import Alias, Article, Claim, Investment, Organisation, Place, Sector
from articles.text import fold

# Values in one statement.
MANY = 500
LONGEST_NAME = Organisation._meta.get_field("name_ko").max_length

NEEDS_STORY = gettext_noop("Say which story prints this: choose one for the whole table, or give its id here.")
NO_STORY = gettext_noop("There is no story with this id.")
NOT_YOURS = gettext_noop("You may not give this story claims.")
NO_INVESTMENT = gettext_noop("There is no investment with this id.")
NO_SECTOR = gettext_noop("There is no such sector. Write its code, slug or name.")
NO_PLACE = gettext_noop("No place is called so. Write another of its names, or enter it in the directory first.")
NO_PLACE_THEN = gettext_noop("No place of this name was on the map on that day; check the date, or write its id.")
SEVERAL = gettext_noop("Several entries are called so. Write the id of the one that is meant: %(ids)s.")
TOO_LONG = gettext_noop("The name is longer than %(most)d characters.")


@dataclass(frozen=True)
class Party:
    """An organisation as a table names it; `pk` is None when the directory does not have it yet."""

    name: str
    pk: int | None

    @property
    def key(self):
        """What tells it from others: the entry, else the name that the new entry will have."""
        return self.pk or fold(self.name)


def split_names(text):
    """Return the names in a cell, which are separated by semicolons."""
    return [name for part in text.split(";") if (name := part.strip())]


def in_bulk(queryset, path, values):
    """Yield the rows of a queryset whose `path` is one of the values, some hundred values a statement."""
    values = sorted(set(values))
    for start in range(0, len(values), MANY):
        yield from queryset.filter(**{f"{path}__in": values[start : start + MANY]})


class Lookups:
    """The stories, investments and directory entries that the cells of a table name. `rows` are dicts of text.

    `may_claim` tells of an article whether whoever brings the table may give it claims.
    """

    def __init__(self, rows, may_claim):
        words = {
            name: {row[name] for row in rows if row.get(name)} for name in ("article", "investment", "destination")
        }
        parties = {
            name for row in rows for cell in ("investors", "recipient") for name in split_names(row.get(cell, ""))
        }
        stories = Article.objects.defer("source_text", "doubts", "search_text")
        self.stories = {story.public_id: story for story in in_bulk(stories, "public_id", words["article"])}
        self.may_claim = cache(may_claim)
        investments = Investment.objects.defer("search_text")
        self.investments = {one.public_id: one for one in in_bulk(investments, "public_id", words["investment"])}
        self.sectors = read_sectors()
        self.organisations = read_names(Organisation, parties)
        self.places = read_names(Place, words["destination"])
        self.claims = self.read_claims()

    def read_claims(self):
        """Return the claims about the named investments, by (article, investment)."""
        claims = defaultdict(list)
        about = [investment.pk for investment in self.investments.values()]
        for claim in in_bulk(Claim.objects.defer("search_text"), "investment", about):
            claims[claim.article_id, claim.investment_id].append(claim)
        return claims

    def article(self, public_id):
        """Return the story with that id."""
        if public_id not in self.stories:
            raise Wrong(NO_STORY)
        return self.stories[public_id]

    def investment(self, public_id):
        """Return the investment with that id."""
        if public_id not in self.investments:
            raise Wrong(NO_INVESTMENT)
        return self.investments[public_id]

    def sector(self, word):
        """Return the sector with that code, slug or name."""
        return the_only(self.sectors.get(fold(word), ()), NO_SECTOR, "slug")

    def place(self, name, day=None):
        """Return the place that is meant by a name on that day, or that has the name as its id."""
        found = self.places.get(fold(name), ())
        standing = [place for place in found if stood_on(place, day)] if day else found
        return the_only(standing, NO_PLACE_THEN if found else NO_PLACE)

    def party(self, name):
        """Return the organisation that is meant by a name, which may be one that is yet to be entered."""
        found = self.organisations.get(fold(name), ())
        if found:
            return Party(name, the_only(found, NO_PLACE).pk)
        if len(name) > LONGEST_NAME:
            raise Wrong(TOO_LONG, most=LONGEST_NAME)
        return Party(name, None)


def the_only(found, missing, key="public_id"):
    """Return the one entry that was found; raises Wrong with `missing` for none, and with their ids for several."""
    if not found:
        raise Wrong(missing)
    if len(found) > 1:
        raise Wrong(SEVERAL, ids=", ".join(sorted(f"{getattr(entry, key)} ({entry})" for entry in found)))
    return found[0]


def read_sectors():
    """Return the sectors by code, slug and every name, folded."""
    found = defaultdict(list)
    for sector in Sector.objects.all():
        for word in {fold(word) for word in (sector.code, sector.slug, *sector.names)}:
            found[word].append(sector)
    return found


def read_names(model, names):
    """Return the entries of a directory by those of the names that are theirs, folded; an id is a name when no
    entry is called so."""
    entries, found = model.objects.defer("search_text"), defaultdict(list)
    owner = model._meta.model_name
    aliases = list(in_bulk(Alias.objects.filter(**{f"{owner}__isnull": False}), "key", map(fold, names)))
    by_pk = {entry.pk: entry for entry in in_bulk(entries, "pk", [getattr(alias, f"{owner}_id") for alias in aliases])}
    for alias in aliases:
        entry = by_pk[getattr(alias, f"{owner}_id")]
        if entry not in found[alias.key]:
            found[alias.key].append(entry)
    ids = [name for name in names if fold(name) not in found]
    return found | {fold(entry.public_id): [entry] for entry in in_bulk(entries, "public_id", ids)}
