"""A limit on how long the database may work on one question of a reader."""

import time
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import OperationalError, connection
from psycopg import errors

# SQLite looks at the clock after so many steps of its machine: some tens of microseconds.
STEPS = 5_000


class TooSlow(Exception):
    """The database was stopped: the answer would have taken longer than a reader is asked to wait."""


# Whether a limit is in force: one that is asked for inside another leaves that in charge.
_is_limited = ContextVar("is_limited", default=False)


@contextmanager
def at_most(milliseconds):
    """Stop what the database does inside after so many milliseconds, with TooSlow."""
    if _is_limited.get():
        yield
        return
    connection.ensure_connection()
    limited = {"sqlite": sqlite_limit, "postgresql": postgresql_limit}[connection.vendor]
    token = _is_limited.set(True)
    try:
        with limited(milliseconds):
            yield
    finally:
        _is_limited.reset(token)


@contextmanager
def sqlite_limit(milliseconds):
    """Interrupt SQLite when the time is over."""
    end = time.monotonic() + milliseconds / 1000
    connection.connection.set_progress_handler(lambda: time.monotonic() > end, STEPS)
    try:
        yield
    except OperationalError as error:
        if "interrupted" in str(error):
            raise TooSlow from error
        raise
    finally:
        connection.connection.set_progress_handler(None, 0)


@contextmanager
def postgresql_limit(milliseconds):
    """Let PostgreSQL stop its own statement; a transaction that is open already stays usable."""
    # Not through Django's cursor: these are no queries of the page.
    execute, is_open = connection.connection.execute, connection.in_atomic_block
    execute(f"SET statement_timeout = {int(milliseconds)}")
    if is_open:
        execute("SAVEPOINT patience")
    try:
        yield
    except Exception as error:
        if is_open:
            execute("ROLLBACK TO SAVEPOINT patience")
        if isinstance(error.__cause__, errors.QueryCanceled):
            raise TooSlow from error
        raise
    finally:
        execute("SET statement_timeout = 0")
        if is_open:
            execute("RELEASE SAVEPOINT patience")
