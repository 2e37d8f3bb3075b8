"""The index and how it is asked. A key tells kind, moment of publication and record, the newest having the least keys.

From the highest bit: 4 bits of kind, 26 of the minute of publication since 1970 (0 for what has none), 33 of the id,
the last two counted down from the greatest there is: both databases read an index upwards with least effort.
"""

from itertools import pairwise

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
# Begins a token of three paired characters, on PostgreSQL.
THREE = "³"
# What a table of FTS5 calls the key.
COLUMN = {"sqlite": "rowid", "postgresql": "key"}
ID_BITS, MINUTE_BITS = 33, 26
KIND_SHIFT = ID_BITS + MINUTE_BITS
ID_MASK, LAST_MINUTE = (1 << ID_BITS) - 1, (1 << MINUTE_BITS) - 1
# How PostgreSQL knows that its index of hidden records has what is asked for.
HIDDEN = f" AND {{key}} >> {ID_BITS} & {LAST_MINUTE} = {LAST_MINUTE}"
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
    return kind | LAST_MINUTE - last << ID_BITS, kind | LAST_MINUTE - first << ID_BITS | ID_MASK


def public_keys(model, query):
    """Return the range of keys of what is public by now, within the days that a query names."""
    first = minute_of(query.since) if query.since else 1
    last = minute_of(query.until) - 1 if query.until else LAST_MINUTE
    return keys_between(model, first, min(last, minute_of(timezone.now())))


def dated_keys(model):
    """Return the range of keys of what is public or will be. PostgreSQL has an index of its own for each."""
    return keys_between(model, 1, LAST_MINUTE)


def hidden_keys(model):
    """Return the range of keys of what has no moment of publication."""
    return keys_between(model, 0, 0)


def condition(query):
    """Return the condition under which an entry of the index fits the words of a query, and its parameter."""
    if connection.vendor == "sqlite":
        return "words MATCH %s", as_fts5(query)
    return "words @@ CAST(%s AS tsquery)", as_tsquery(query)


def once(clauses):
    """Return clauses without their repetitions, for which a database would read the same entries again."""
    return dict.fromkeys(clauses)


def as_fts5(query):
    """Return a query in the language of FTS5. Tokens hold letters and digits alone, so nothing has to be escaped."""

    def phrase(words):
        return f'"{" ".join(words.tokens)}"' + (" *" if words.open else "")

    def either(clause):
        return f"({' OR '.join(phrase(words) for words in clause)})"

    wanted = " AND ".join(either(clause) for clause in once(query.wanted))
    return " NOT ".join([f"({wanted})", *(either(clause) for clause in once(query.unwanted))])


def as_tsquery(query):
    """Return a query in the language of PostgreSQL."""

    def either(clause):
        return f"({' | '.join(f'({as_tsphrase(words)})' for words in clause)})"

    return " & ".join([*map(either, once(query.wanted)), *(f"!{either(clause)}" for clause in once(query.unwanted))])


def as_tsphrase(words):
    """Return a phrase in the language of PostgreSQL, whose index does not know where in a text a token stands.

    What holds each three neighbours of a row of paired characters holds the row, but for texts that nobody writes. Of
    any other phrase the texts have to be read, of as few as possible.
    """
    threes = [
        f"'{THREE}{one}{other[1]}'"
        for one, other in pairwise(words.tokens)
        if len(one) == len(other) == 2 and one[1] == other[0] and not one[0].isascii()
    ]
    if threes and len(threes) == len(words.tokens) - 1 and not words.open:
        return " & ".join(threes)
    tokens = [f"'{token}'" for token in words.tokens]
    beside = " <-> ".join([*tokens[:-1], tokens[-1] + (":*" if words.open else "")])
    return " & ".join([*threes, f"({beside})"])


def hits(query, keys, also=""):
    """Return the statement for the ids of the records that fit, within a range of keys, and its parameters."""
    (fits, words), key = condition(query), COLUMN[connection.vendor]
    return f"SELECT ~{key} & {ID_MASK} FROM {TABLE} WHERE {fits} AND {key} BETWEEN %s AND %s{also}", (words, *keys)


def ids(model, query):
    """Return the statement for the ids of the records of a kind that fit and are public by now, and its parameters."""
    return hits(query, public_keys(model, query))


def within_days(queryset, query):
    """Keep the rows of a queryset that were published on the days that a query names."""
    if query.since:
        queryset = queryset.filter(public_from__gte=query.since)
    return queryset.filter(public_from__lt=query.until) if query.until else queryset


def narrow(queryset, query, most=None):
    """Keep the public rows of a queryset that fit a query: all of them, or the `most` that were published last."""
    queryset = within_days(queryset, query)
    if query.wanted:
        statement, params = ids(queryset.model, query)
        if most is not None:
            statement, params = f"{statement} ORDER BY {COLUMN[connection.vendor]} LIMIT %s", (*params, most)
        return queryset.filter(pk__in=RawSQL(statement, params))
    return queryset if query.is_period else queryset.none()


def narrow_all(queryset, query):
    """Keep the rows of a queryset that fit a question's words, hidden ones too: for the desk."""
    if not query.wanted:
        return queryset.none()
    dated, params = hits(query, dated_keys(queryset.model))
    hidden, more = hits(query, hidden_keys(queryset.model), HIDDEN.format(key=COLUMN[connection.vendor]))
    return queryset.filter(pk__in=RawSQL(f"{dated} UNION ALL {hidden}", (*params, *more)))
