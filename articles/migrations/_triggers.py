"""Triggers leave the database together with the table that they write to: else every later write would fail."""

FOUND = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%%' || %s || '%%'",
    "postgresql": (
        "SELECT proname FROM pg_proc WHERE prorettype = 'trigger'::regtype"
        " AND pronamespace = current_schema()::regnamespace AND prosrc LIKE '%%' || %s || '%%'"
    ),
}
# With a function of PostgreSQL go the triggers that call it.
DROP = {"sqlite": "DROP TRIGGER {}", "postgresql": "DROP FUNCTION {}() CASCADE"}


def drop_triggers(schema_editor, table):
    """Drop the triggers that write to a table, whatever they are called by now."""
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        cursor.execute(FOUND[connection.vendor], [table])
        for (name,) in cursor.fetchall():
            cursor.execute(DROP[connection.vendor].format(connection.ops.quote_name(name)))
