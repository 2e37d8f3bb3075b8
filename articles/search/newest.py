"""The newest records that fit a question, and how many do: read from the index, as far as somebody wants to know."""

from typing import NamedTuple

from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL
from django.utils import timezone

from articles.search.index import (
    ID_MASK,
    KINDS,
    TABLE,
    condition,
    dated_keys,
    keys_between,
    minute_of,
    narrow,
    public_keys,
    within_days,
)
from articles.search.triggers import key_of

# PostgreSQL looks for a word that so many records have among so many of the newest, before it gathers all of them.
OFTEN, WINDOW = 2_000, 5_000
FOUND = {
    # Read in their order, and no further than is counted.
    "sqlite": (
        "found{kind} AS MATERIALIZED (SELECT rowid AS key FROM {table} WHERE {fits} AND rowid BETWEEN {least} AND"
        " {greatest} ORDER BY rowid LIMIT {most})",
        "counted{kind} AS MATERIALIZED (SELECT COUNT(*) AS n FROM found{kind})",
        "newest{kind} AS MATERIALIZED (SELECT key FROM found{kind} ORDER BY key LIMIT {shown})",
    ),
    # A condition on keys that says what the index of the kind holds anyway is none, so that rows are counted without a
    # look at them; those that the clock has not made public yet are counted apart. `IS TRUE` and `+ 0` keep the planner
    # from an index.
    "postgresql": (
        "later{kind} AS MATERIALIZED (SELECT COUNT(*) AS n FROM {table} WHERE ({fits}) IS TRUE AND key BETWEEN"
        " {first} AND {least} - 1)",
        "counted{kind} AS MATERIALIZED (SELECT COUNT(*) - (SELECT n FROM later{kind}) AS n FROM (SELECT 1 FROM {table}"
        " WHERE {fits} AND key BETWEEN {first} AND {greatest} LIMIT {most} + (SELECT n FROM later{kind})) AS few)",
        "recent{kind} AS MATERIALIZED (SELECT key FROM (SELECT key, words FROM {table} WHERE key BETWEEN {least} AND"
        " {greatest} ORDER BY key LIMIT {window}) AS recent WHERE (SELECT n FROM counted{kind}) > {often} AND {fits}"
        " ORDER BY key LIMIT {shown})",
        "newest{kind} AS MATERIALIZED (SELECT key FROM recent{kind} UNION ALL (SELECT key FROM {table} WHERE {fits}"
        " AND key BETWEEN {least} AND {greatest} AND (SELECT n FROM counted{kind}) > 0"
        " AND (SELECT COUNT(*) FROM recent{kind}) < {shown} ORDER BY key + 0 LIMIT {shown}))",
    ),
}
ASKED = (
    "SELECT {kind} AS kind, n, 0 AS key FROM counted{kind} WHERE n > 0",
    "SELECT {kind}, 0, key FROM newest{kind}",
)

# Whether the entry of a row fits.
EACH = {
    "sqlite": "EXISTS (SELECT 1 FROM {table} WHERE {fits} AND rowid = {key})",
    "postgresql": "(SELECT {fits} FROM {table} WHERE key = {key})",
}


class Newest(NamedTuple):
    """The ids of the records published last, and how many there are in all, as far as they are counted.

    Where one of them was published in this very minute, it may be public only later in it: it is not `certain`.
    """

    ids: list
    counted: int
    certain: bool


def find_newest(query, models, shown, most):
    """Return, by model, the `shown` records that fit a question's words and were published last, and how many fit.

    Nothing is ranked: the newest come first. Counting ends at `most`. Models of which nothing fits are left out.
    """
    fits, words = condition(query)
    found, asked = [], []
    for model in models:
        values = {"kind": KINDS[model], "table": TABLE, "fits": fits, "shown": shown, "most": most}
        values |= {"often": OFTEN, "window": WINDOW, **ranges(model, query)}
        found += [part.format(**values) for part in FOUND[connection.vendor]]
        asked += [part.format(**values) for part in ASKED]
    statement = f"WITH {', '.join(found)} {' UNION ALL '.join(asked)}"
    with connection.cursor() as cursor:
        cursor.execute(statement, [words] * statement.count("%s"))
        return read(cursor.fetchall(), models, shown)


def ranges(model, query):
    """Return the least and the greatest key of what is public, and the first one from which all dated ones are read."""
    least, greatest = public_keys(model, query)
    first, last = dated_keys(model)
    return {"least": least, "greatest": greatest, "first": first if greatest == last else least}


def read(rows, models, shown):
    """Return what was found, by model."""
    counts, keys = {}, {}
    for kind, counted, key in rows:
        if key:
            keys.setdefault(kind, set()).add(key)
        else:
            counts[kind] = counted
    now = minute_of(timezone.now())
    found = {}
    for model in models:
        if counted := counts.get(KINDS[model]):
            newest = sorted(keys.get(KINDS[model], ()))[:shown]
            _first, this_minute = keys_between(model, now, now)
            certain = not newest or newest[0] > this_minute
            found[model] = Newest([~key & ID_MASK for key in newest], counted, certain)
    return found


def count(model, query, most):
    """Return how many public records of a kind fit a question's words; no more than `most` are counted."""
    found = find_newest(query, [model], 1, most).get(model)
    if found is None or found.certain:
        return found.counted if found else 0
    return narrow(model.objects.public(), query).order_by()[:most].count()


def narrow_in_turn(queryset, query):
    """Keep the public rows of a queryset that fit a question's words, each row being looked up in the index by itself.

    As good as `narrow`, and sooner done where so many rows fit that the first ones in any order fill a page.
    """
    model, (fits, words) = queryset.model, condition(query)
    key = key_of(KINDS[model], model._meta.db_table, connection.vendor).replace("%", "%%")
    return within_days(queryset, query).filter(
        RawSQL(EACH[connection.vendor].format(table=TABLE, fits=fits, key=key), [words], BooleanField())
    )
