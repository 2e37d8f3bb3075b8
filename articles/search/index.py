"""The index and how it is asked. A key tells kind, moment of publication and record, so that the newest are read first.

From the highest bit: 4 bits of kind, 26 of the minute of publication since 1970 (0 for what has none), 33 of the id.
"""

from django.db import connection
from django.db.models.expressions import RawSQL
from django.utils import timezone

from articles.models import (
    Article,
    Claim,
    Correction,
    Investment,
    Organisation,
    Person,
    Place,
    Quote,
    Term,
    Topic,
)

TABLE = "articles_search"
# What a table of FTS5 calls the key.
COLUMN = {"sqlite": "rowid", "postgresql": "key"}
ID_BITS, MINUTE_BITS = 33, 26
KIND_SHIFT = ID_BITS + MINUTE_BITS
ID_MASK, LAST_MINUTE = (1 << ID_BITS) - 1, (1 << MINUTE_BITS) - 1
# The number of a kind is stored; never give one anew.
KINDS = {
    Article: 1,
    Quote: 2,
    Investment: 3,
    Person: 4,
    Organisation: 5,
    Place: 6,
    Topic: 7,
    Term: 8,
    Claim: 9,
    Correction: 10,
}


def minute_of(moment):
    """Return the minute of a moment as keys hold it."""
    return min(max(int(moment.timestamp()) // 60, 1), LAST_MINUTE)


def keys_between(model, first, last):
    """Return the least and the greatest key of a kind that was published between two minutes."""
    kind = KINDS[model] << KIND_SHIFT
    return kind | first << ID_BITS, kind | last << ID_BITS | ID_MASK


def public_keys(model, query):
    """Return the range of keys of what is public by now, within the days that a query names."""
    first = minute_of(query.since) if query.since else 1
    last = minute_of(query.until) - 1 if query.until else LAST_MINUTE
    return keys_between(model, first, min(last, minute_of(timezone.now())))


def all_keys(model):
    """Return the range of keys of a kind, hidden rows included."""
    return keys_between(model, 0, LAST_MINUTE)


def condition(query):
    """Return the condition under which an entry of the index fits the words of a query, and its parameter."""
    if connection.vendor == "sqlite":
        return "words MATCH %s", as_fts5(query)
    return "words @@ CAST(%s AS tsquery)", as_tsquery(query)


def as_fts5(query):
    """Return a query in the language of FTS5. Tokens hold letters and digits alone, so nothing has to be escaped."""

    def phrase(words):
        return f'"{" ".join(words.tokens)}"' + (" *" if words.open else "")

    def either(clause):
        return f"({' OR '.join(phrase(words) for words in clause)})"

    wanted = " AND ".join(either(clause) for clause in query.wanted)
    return " NOT ".join([f"({wanted})", *(either(clause) for clause in query.unwanted)])


def as_tsquery(query):
    """Return a query in the language of PostgreSQL."""

    def phrase(words):
        tokens = [f"'{token}'" for token in words.tokens]
        return " <-> ".join([*tokens[:-1], tokens[-1] + (":*" if words.open else "")])

    def either(clause):
        return f"({' | '.join(f'({phrase(words)})' for words in clause)})"

    return " & ".join([*map(either, query.wanted), *(f"!{either(clause)}" for clause in query.unwanted)])


def hits(query, keys, most=None):
    """Return the ids of the records that fit, as a sub-select; with `most`, those published last."""
    (fits, words), key = condition(query), COLUMN[connection.vendor]
    statement = f"SELECT {key} & {ID_MASK} FROM {TABLE} WHERE {fits} AND {key} BETWEEN %s AND %s"
    params = [words, *keys]
    if most is not None:
        statement, params = f"{statement} ORDER BY {key} DESC LIMIT %s", [*params, most]
    return RawSQL(statement, params)


def narrow(queryset, query, most=None):
    """Keep the public rows of a queryset that fit a query: all of them, or the `most` that were published last."""
    if query.since:
        queryset = queryset.filter(public_from__gte=query.since)
    if query.until:
        queryset = queryset.filter(public_from__lt=query.until)
    if query.wanted:
        return queryset.filter(pk__in=hits(query, public_keys(queryset.model, query), most))
    return queryset if query.is_period else queryset.none()


def narrow_all(queryset, query):
    """Keep the rows of a queryset that fit a question's words, hidden ones too: for the desk."""
    if not query.wanted:
        return queryset.none()
    return queryset.filter(pk__in=hits(query, all_keys(queryset.model)))
