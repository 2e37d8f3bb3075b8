"""Which state the database is in: a mark that any commit changes, read over a connection of its own.

SQLite counts the commits of others for each connection (`PRAGMA data_version`). PostgreSQL describes its present
snapshot, which transactions are visible and which are not, and two that read alike see the same rows. Both are exact,
need no trigger and cannot be forgotten by whoever writes; a login changes them as much as an edit does, and on
PostgreSQL so does a commit in another database of the same server.
"""

import os
from threading import Lock

from django.db import DEFAULT_DB_ALIAS, connections

SNAPSHOT = b"SELECT pg_current_snapshot()"


class DatabaseState:
    """Reads the mark; one of these serves all threads of a process."""

    def __init__(self):
        self.database = connections.create_connection(DEFAULT_DB_ALIAS)
        self.mark_of = {"sqlite": commits_seen, "postgresql": snapshot}[self.database.vendor]
        self.lock = Lock()
        self.connection = self.file = None
        self.connected = 0

    def read(self):
        """Return the mark, or None when the database does not answer. Marks of two processes are not to be compared."""
        with self.lock:
            for _attempt in range(2):  # a connection may have died of age; the next one tells
                try:
                    mark = self.mark_of(self.open())
                except self.database.Database.Error:
                    self.close()
                else:
                    return self.connected, mark
        return None

    def open(self):
        """Return the connection, a new one where there is none or the file was put in the place of another."""
        file = file_of(self.database)
        if self.connection is None or file != self.file:
            self.close()
            self.connection = self.database.get_new_connection(self.database.get_connection_params())
            self.file = file
            self.connected += 1
        return self.connection

    def close(self):
        """Let the connection go."""
        if self.connection is not None:
            self.connection.close()
        self.connection = None


def file_of(database):
    """Return what tells the database's file from one that is put in its place; None without a file."""
    if database.vendor != "sqlite":
        return None
    try:
        found = os.stat(database.settings_dict["NAME"])
    except OSError:
        return None
    return found.st_dev, found.st_ino


def commits_seen(connection):
    """Return SQLite's number, which stays as long as no other connection commits."""
    ((number,),) = connection.execute("PRAGMA data_version")  # read to its end, or the connection would stay behind
    return number


def snapshot(connection):
    """Return PostgreSQL's snapshot, past the cursor, which takes longer than the server."""
    result = connection.pgconn.exec_(SNAPSHOT)
    if result.error_message:
        raise connection.OperationalError(result.error_message.decode(errors="replace"))
    return result.get_value(0, 0)
