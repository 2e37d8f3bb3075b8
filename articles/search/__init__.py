"""One index over everything that is found by words: an FTS5 table on SQLite, a tsvector with GIN on PostgreSQL.

`query` reads what people type, `aliases` knows what else things are called, `index` asks the database, `newest` asks it
for the first few and how many there are, `triggers` keep the index true to the rows, `upkeep` rebuilds and checks it,
`marking` shows where the words stand.
"""

from articles.search.aliases import complete, suggest
from articles.search.index import ids, narrow, narrow_all
from articles.search.newest import count, narrow_in_turn
from articles.search.query import beginning_of, phrase_of, read_query
from articles.search.results import PUBLIC_KINDS, find_everywhere

__all__ = ["PUBLIC_KINDS", "ask", "count", "find", "find_everywhere", "ids", "narrow", "narrow_in_turn", "suggest"]


def ask(text):
    """Return the question that a reader's text asks, with all names of whom it names."""
    return complete(read_query(text))


def find(queryset, text):
    """Keep the rows of a queryset that hold what an editor types; the last word may still be unfinished."""
    query = read_query(text)
    for place, word in enumerate(query.words, 1):
        forms = [phrase_of(word.bare), *([beginning_of(word.typed)] if place == len(query.words) else [])]
        query.wanted += [tuple(filter(None, forms))] if any(forms) else []
    return narrow_all(queryset, query) if query.text else queryset
