"""Writing many rows at once, at the pace of the database: no instances, no signals, columns as they are stored."""

from django.db import connection


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
