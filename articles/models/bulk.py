"""Writing many rows at once, at the pace of the database: no instances, no signals, columns as they are stored."""

import json
from contextlib import contextmanager, suppress
from functools import lru_cache, partial

from django.db import OperationalError, connection, models

# Fields whose values no database takes as they are; of the others it does.
CONVERTED = (models.DateField, models.DecimalField, models.UUIDField)
# What making indexes may use of memory and, on SQLite, of a second core.
SORTING = {
    "sqlite": ("PRAGMA cache_size = -262144", "PRAGMA threads = 2"),
    "postgresql": ("SET LOCAL maintenance_work_mem = '256MB'",),
}
# What is left out of tables that are loaded, by (statement that takes it away, statement that puts it back).
LEFT_OUT = {
    "sqlite": [
        """
        SELECT 'DROP ' || type || ' "' || name || '"', sql FROM sqlite_master
        WHERE type IN ('trigger', 'index') AND sql IS NOT NULL AND sql NOT LIKE 'CREATE UNIQUE%%'
        AND tbl_name IN (SELECT value FROM json_each(%s)) ORDER BY type, tbl_name
        """
    ],
    "postgresql": [
        """
        SELECT format('DROP TRIGGER %%I ON %%s', tgname, tgrelid::regclass), pg_get_triggerdef(oid) FROM pg_trigger
        WHERE NOT tgisinternal AND tgrelid::regclass::text IN (SELECT json_array_elements_text(%s))
        """,
        """
        SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname),
            format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        FROM pg_constraint
        WHERE contype = 'f' AND conrelid::regclass::text IN (SELECT json_array_elements_text(%s))
        """,
        """
        SELECT format('DROP INDEX %%s', indexrelid::regclass), pg_get_indexdef(indexrelid) FROM pg_index
        WHERE NOT indisunique AND indrelid::regclass::text IN (SELECT json_array_elements_text(%s))
        """,
    ],
}


def write_rows(model, columns, rows):
    """Write rows, each with the values of `columns` in their order as the database takes them; others have defaults.

    Defaults are those of the database: every column that must have a value has to be among `columns`, but for the id.
    """
    table, names = model._meta.db_table, ", ".join(f'"{name}"' for name in columns)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    else:
        # Not through Django's cursor, which makes the statement anew for every row.
        connection.ensure_connection()
        marks = ", ".join("?" * len(columns))
        connection.connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)


def storing(field):
    """Return the function that makes a value of a field what `write_rows` takes; None where every value is that."""
    if isinstance(field, models.JSONField):
        return partial(json.dumps, cls=field.encoder)
    if isinstance(field, CONVERTED):
        return lru_cache(10_000)(partial(field.get_db_prep_save, connection=connection))
    return None


@contextmanager
def bare(tables, report=lambda done, total: None):
    """Let tables be loaded without what is kept up with every row: triggers, indexes, and PostgreSQL's foreign keys.

    All is put back at the end, which tests the foreign keys; what the triggers would have done is left to the caller.
    It is to be part of a transaction, which an error rolls back, and with it everything here. `report` is told how many
    of them are back.
    """
    connection.check_constraints([])  # PostgreSQL alters no table while a test of its rows is put off
    with connection.cursor() as cursor:
        for statement in SORTING[connection.vendor]:
            cursor.execute(statement)
        left_out = []
        for statement in LEFT_OUT[connection.vendor]:
            cursor.execute(statement, [json.dumps(tables)])
            left_out += cursor.fetchall()
        for remove, _restore in left_out:
            cursor.execute(remove)
    yield
    with connection.cursor() as cursor:
        for done, (_remove, restore) in enumerate(reversed(left_out), 1):
            cursor.execute(restore)
            report(done, len(left_out))


@contextmanager
def in_place():
    """Let SQLite write new pages where they belong, for a transaction that is to be most of the database.

    In its log each of them would be written twice and looked for in between. While somebody else has the database open,
    the log stays; who opens it later waits.
    """
    mode = journal_mode() if connection.vendor == "sqlite" and not connection.in_atomic_block else None
    if mode == "wal":
        with suppress(OperationalError):
            journal_mode("delete")
    try:
        yield
    finally:
        if mode == "wal":
            journal_mode("wal")


def journal_mode(wanted=None):
    """Return how SQLite keeps a transaction apart, after asking for another way if one is wanted."""
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA journal_mode = {wanted}" if wanted else "PRAGMA journal_mode")
        return cursor.fetchone()[0]
