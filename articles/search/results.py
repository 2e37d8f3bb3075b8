"""What a question finds, a few records of each kind, with how many there are and where the words stand."""

from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings

from articles.models import Article, Investment, Organisation, Person, Place, Quote, Term, Text, Topic
from articles.search.index import narrow
from articles.search.marking import excerpt_of
from articles.search.newest import find_newest
from articles.text import excerpt

# The kinds that readers search all at once, in the order of the page.
PUBLIC_KINDS = (Article, Quote, Investment, Person, Organisation, Place, Topic, Term)


@dataclass(frozen=True)
class Result:
    """One record: its name, and the part of its texts in which the words stand, both with marks around these."""

    record: object
    title: str
    excerpt: str


@dataclass(frozen=True)
class Shelf:
    """The records of one kind that were published last, and how many there are: no more than are counted."""

    model: type
    results: list
    counted: int

    @property
    def total(self):
        """How many there are, or are counted."""
        return min(self.counted, settings.SEARCH_COUNT)

    @property
    def is_more(self):
        """Whether there are more than are counted."""
        return self.counted > settings.SEARCH_COUNT


def find_everywhere(query):
    """Return a shelf for each kind in which a question finds anything."""
    if not query.can_find:
        return []
    most = settings.SEARCH_COUNT + 1
    if not query.wanted:
        shelves = [shelf_of_rows(model, query, most) for model in PUBLIC_KINDS]
    else:
        found = find_newest(query, PUBLIC_KINDS, settings.SEARCH_RESULTS, most)
        shelves = [
            shelf_of(model, query, newest) if newest.certain else shelf_of_rows(model, query, most)
            for model, newest in found.items()
        ]
    return [shelf for shelf in shelves if shelf.counted]


def shelf_of(model, query, newest):
    """Return the shelf of the records that the index names."""
    rows = load(model).filter(pk__in=newest.ids)
    return Shelf(model, present(model, in_order(rows), query), newest.counted)


def shelf_of_rows(model, query, most):
    """Return the shelf of a kind as its rows have it: for days alone, and to the second."""
    counted = narrow(model.objects.public(), query, most).order_by()[:most].count()
    rows = narrow(load(model), query, most) if counted else model.objects.none()
    return Shelf(model, present(model, in_order(rows)[: settings.SEARCH_RESULTS], query), counted)


def load(model):
    """Return the public rows of a kind with the texts that their results quote, which no line of a list shows."""
    return model.objects.public().for_files().prefetch_related(None)


def in_order(rows):
    """Return rows, the newest first."""
    return rows.order_by("-public_from", "-pk")


def present(model, rows, query):
    """Return results for rows of a kind."""
    texts = BODIES.get(model, bodies_of_entries)(rows)
    return [present_one(row, [title_of(row), *texts[row]], query) for row in rows]


def present_one(row, texts, query):
    """Return the result for a row with its texts, of which the first is its title."""
    title, *bodies = texts
    marked = (excerpt_of(body, query) for body in bodies)
    found = next(filter(None, marked), None) or excerpt(next(filter(None, bodies), ""))
    return Result(row, excerpt_of(title, query) or excerpt(title), found)


def title_of(row):
    """Return what a record is shown as: a quote by its words."""
    return row.text if isinstance(row, Quote) else str(row)


def bodies_of_articles(articles):
    """Return the texts of articles, by article, in one query however many they are."""
    texts = defaultdict(list)
    for block in Text.objects.filter(parent__in=articles).order_by("ordering"):
        texts[block.parent_id].append(block.plain_text())
    return {article: [article.standfirst, " ".join(texts[article.pk])] for article in articles}


def bodies_of_entries(entries):
    """Return the names of entries beside the one they are shown by, by entry."""
    return {entry: [" · ".join(name for name in entry.names if name != entry.name)] for entry in entries}


BODIES = {
    Article: bodies_of_articles,
    Quote: lambda quotes: {quote: [] for quote in quotes},
    Investment: lambda rows: {row: [row.adopted.sentence if row.adopted else ""] for row in rows},
    Term: lambda terms: {term: [term.definition] for term in terms},
}
