"""Triggers that carry every change of a row's tokens or publication into the index, whatever wrote it."""

from articles import triggers
from articles.search.index import COLUMN, ID_BITS, ID_MASK, KIND_SHIFT, KINDS, LAST_MINUTE, TABLE, THREE
from articles.tokens import FILLER

MINUTE = {
    "sqlite": ("COALESCE(MIN(MAX(CAST(strftime('%s', {row}.public_from) AS INTEGER) / 60, 1), {last}), 0)"),
    "postgresql": (
        "(CASE WHEN {row}.public_from IS NULL THEN 0 ELSE LEAST(GREATEST("
        "FLOOR(EXTRACT(EPOCH FROM {row}.public_from) / 60), 1), {last}) END)::bigint"
    ),
}
KEY = "(({kind} << {kinds}) | (({last} - {minute}) << {ids}) | ({mask} - {row}.id))"
# A tsvector from its written form: no parser of the database reads the tokens. Where three paired characters stand
# together, they are a token as well: a longer row is found by those, without a look at where each of its pairs stands.
WORDS = {
    "sqlite": "{row}.search_text",
    "postgresql": f"""COALESCE((
        SELECT string_agg(
            '''' || word || ''':' || place || CASE
                WHEN ascii(word) > 127 AND length(word) = 2 AND length(follows) = 2
                    AND right(word, 1) = left(follows, 1)
                THEN ' ''{THREE}' || word || right(follows, 1) || '''' ELSE '' END,
            ' ')
        FROM string_to_array(translate({{row}}.search_text, '''\\', ''), ' ') AS every,
            unnest(every, every[2:]) WITH ORDINALITY AS words(word, follows, place)
        WHERE word NOT IN ('', '{FILLER}')), '')::tsvector""",
}
ENTER = f"INSERT INTO {TABLE} ({{column}}, words) SELECT {{key}}, {{words}} "
REMOVE = {
    # An entry of a contentless table is removed by telling what it held.
    "sqlite": (
        f"INSERT INTO {TABLE} ({TABLE}, rowid, words) SELECT 'delete', {{key}}, {{words}}"
        f" WHERE EXISTS (SELECT 1 FROM {TABLE}_docsize WHERE id = {{key}})"
    ),
    "postgresql": f"DELETE FROM {TABLE} WHERE key = {{key}}",
}
FOUND = "{row}.search_text <> ''"
# What an entry of the index is made of.
INDEXED = ("search_text", "public_from")


def key_of(kind, row, vendor):
    """Return the expression for the key of a row."""
    number = f"{kind}::bigint" if vendor == "postgresql" else kind
    minute = MINUTE[vendor].format(row=row, last=LAST_MINUTE)
    return KEY.format(
        kind=number, minute=minute, row=row, kinds=KIND_SHIFT, ids=ID_BITS, last=LAST_MINUTE, mask=ID_MASK
    )


def enter(kind, row, vendor):
    """Return the statement that enters a row into the index, without what it is selected from."""
    words = WORDS[vendor].format(row=row)
    return ENTER.format(column=COLUMN[vendor], key=key_of(kind, row, vendor), words=words)


def remove(kind, row, vendor):
    """Return the statement that takes a row out of the index."""
    return REMOVE[vendor].format(key=key_of(kind, row, vendor), words=WORDS[vendor].format(row=row))


def install(connection):
    """Put the triggers into the database, once the index is there."""
    made = [trigger for model in KINDS for trigger in triggers_of(model, connection.vendor)]
    triggers.install(connection, TABLE, made)


def triggers_of(model, vendor):
    """Yield the triggers of one table. Where tables can be emptied at once, there is one for that, too."""
    table, kind = model._meta.db_table, KINDS[model]
    into = f"{enter(kind, 'NEW', vendor)}WHERE {FOUND.format(row='NEW')}"
    out = f"{remove(kind, 'OLD', vendor)} AND {FOUND.format(row='OLD')}"
    bodies = {
        "INSERT": (into, FOUND.format(row="NEW")),
        "DELETE": (out, FOUND.format(row="OLD")),
        "UPDATE": (f"{out}; {into}", triggers.has_changed(INDEXED, vendor)),
    }
    if vendor == "postgresql":
        bodies["TRUNCATE"] = f"DELETE FROM {TABLE} WHERE key >> {KIND_SHIFT} = {kind}", ""
    for event, (body, when) in bodies.items():
        columns = INDEXED if event == "UPDATE" else ()
        yield triggers.Trigger(f"{table}_search_{event}".lower(), table, event, body, when, columns)
