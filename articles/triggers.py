"""Triggers of both databases: what they do to keep a table true to others, whatever writes the change."""

from typing import NamedTuple

DIFFERS = {"sqlite": "IS NOT", "postgresql": "IS DISTINCT FROM"}


class Trigger(NamedTuple):
    """What happens after an event of a table: the statements of `body`, `when` a condition holds, if there is one.

    An UPDATE may be limited to some columns. TRUNCATE is known to PostgreSQL alone, and has no row.
    """

    name: str
    table: str
    event: str
    body: str
    when: str = ""
    columns: tuple = ()


def has_changed(columns, vendor):
    """Return the condition that an update gives any of the columns another value."""
    return f"({' OR '.join(f'OLD.{name} {DIFFERS[vendor]} NEW.{name}' for name in columns)})"


def install(connection, target, triggers):
    """Put triggers into a database, in place of those of an earlier version; not before their `target` is there."""
    if target not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        for trigger in triggers:
            for statement in statements(trigger, connection.vendor):
                cursor.execute(statement)


def remove(connection):
    """Take all triggers of the project out of a SQLite database; PostgreSQL alters tables in place."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'articles%'")
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {name}")


def statements(trigger, vendor):
    """Yield the statements that make a trigger anew; PostgreSQL keeps the body in a function of the same name."""
    name, table, event, body, when, columns = trigger
    of = f" OF {', '.join(columns)}" if columns else ""
    each = "STATEMENT" if event == "TRUNCATE" else "ROW"
    made = f"CREATE TRIGGER {name} AFTER {event}{of} ON {table} FOR EACH {each}{f' WHEN ({when})' if when else ''}"
    if vendor == "sqlite":
        yield f"DROP TRIGGER IF EXISTS {name}"
        yield f"{made} BEGIN {body}; END"
    else:
        code = f"$$BEGIN {body}; RETURN NULL; END$$"
        yield f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS {code}"
        yield f"DROP TRIGGER IF EXISTS {name} ON {table}"
        yield f"{made} EXECUTE FUNCTION {name}()"
