"""Triggers that carry every change of a row's tokens or publication into the index, whatever wrote it."""

from articles.search.index import COLUMN, ID_BITS, KIND_SHIFT, KINDS, LAST_MINUTE, TABLE
from articles.tokens import FILLER

KEY = {
    "sqlite": (
        "(({kind} << {kinds}) | (COALESCE(MIN(MAX(CAST(strftime('%s', {row}.public_from) AS INTEGER) / 60, 1), {last}),"
        " 0) << {ids}) | {row}.id)"
    ),
    "postgresql": (
        "(({kind}::bigint << {kinds}) | ((CASE WHEN {row}.public_from IS NULL THEN 0 ELSE LEAST(GREATEST("
        "FLOOR(EXTRACT(EPOCH FROM {row}.public_from) / 60), 1), {last}) END)::bigint << {ids}) | {row}.id)"
    ),
}
# A tsvector from its written form: no parser of the database reads the tokens.
WORDS = {
    "sqlite": "{row}.search_text",
    "postgresql": (
        "COALESCE((SELECT string_agg('''' || translate(word, '''\\', '') || ''':' || place, ' ')"
        " FROM unnest(string_to_array({row}.search_text, ' ')) WITH ORDINALITY AS words(word, place)"
        f" WHERE word NOT IN ('', '{FILLER}')), '')::tsvector"
    ),
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
CHANGED = {
    "sqlite": "OLD.search_text IS NOT NEW.search_text OR OLD.public_from IS NOT NEW.public_from",
    "postgresql": "(OLD.search_text, OLD.public_from) IS DISTINCT FROM (NEW.search_text, NEW.public_from)",
}


def key_of(kind, row, vendor):
    """Return the expression for the key of a row."""
    return KEY[vendor].format(kind=kind, row=row, kinds=KIND_SHIFT, ids=ID_BITS, last=LAST_MINUTE)


def enter(kind, row, vendor):
    """Return the statement that enters a row into the index, without what it is selected from."""
    words = WORDS[vendor].format(row=row)
    return ENTER.format(column=COLUMN[vendor], key=key_of(kind, row, vendor), words=words)


def remove(kind, row, vendor):
    """Return the statement that takes a row out of the index."""
    return REMOVE[vendor].format(key=key_of(kind, row, vendor), words=WORDS[vendor].format(row=row))


def install(connection):
    """Put the triggers into the database, in place of those of an earlier version; not before the index is there."""
    if not has_index(connection):
        return
    with connection.cursor() as cursor:
        for model, kind in KINDS.items():
            for statement in BUILD[connection.vendor](model._meta.db_table, kind):
                cursor.execute(statement)


def has_index(connection):
    """Whether the database has the index."""
    return TABLE in connection.introspection.table_names()


def sqlite_triggers(table, kind):
    """Yield the statements that make the triggers of one table on SQLite."""
    into, out = enter(kind, "NEW", "sqlite") + "WHERE NEW.search_text <> ''", remove(kind, "OLD", "sqlite")
    bodies = {
        "INSERT": (FOUND.format(row="NEW"), into),
        "DELETE": (FOUND.format(row="OLD"), out),
        "UPDATE": (CHANGED["sqlite"], f"{out} AND OLD.search_text <> ''; {into}"),
    }
    for event, (when, body) in bodies.items():
        name, columns = f"{table}_search_{event}".lower(), " OF search_text, public_from" if event == "UPDATE" else ""
        yield f"DROP TRIGGER IF EXISTS {name}"
        yield f"CREATE TRIGGER {name} AFTER {event}{columns} ON {table} FOR EACH ROW WHEN {when} BEGIN {body}; END"


def postgresql_triggers(table, kind):
    """Yield the statements that make the triggers of one table on PostgreSQL. An emptied table has a trigger, too."""
    into, out = enter(kind, "NEW", "postgresql") + "WHERE NEW.search_text <> ''", remove(kind, "OLD", "postgresql")
    all_of_kind = f"DELETE FROM {TABLE} WHERE key >> {KIND_SHIFT} = {kind}"
    bodies = {
        "INSERT": (f"FOR EACH ROW WHEN ({FOUND.format(row='NEW')})", into),
        "DELETE": (f"FOR EACH ROW WHEN ({FOUND.format(row='OLD')})", out),
        "UPDATE": (f"FOR EACH ROW WHEN ({CHANGED['postgresql']})", f"{out}; {into}"),
        "TRUNCATE": ("FOR EACH STATEMENT", all_of_kind),
    }
    for event, (when, body) in bodies.items():
        name, columns = f"{table}_search_{event}".lower(), " OF search_text, public_from" if event == "UPDATE" else ""
        body = f"AS $$BEGIN {body}; RETURN NULL; END$$"
        yield f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql {body}"
        yield f"DROP TRIGGER IF EXISTS {name} ON {table}"
        yield f"CREATE TRIGGER {name} AFTER {event}{columns} ON {table} {when} EXECUTE FUNCTION {name}()"


BUILD = {"sqlite": sqlite_triggers, "postgresql": postgresql_triggers}
