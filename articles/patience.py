"""A limit on how long the database may work on one question of a reader."""

import time
from contextlib import contextmanager, nullcontext

from django.db import OperationalError, connection, transaction
from psycopg import errors

# SQLite looks at the clock after so many steps of its machine: some tens of microseconds.
STEPS = 5_000


class TooSlow(Exception):
    """The database was stopped: the answer would have taken longer than a reader is asked to wait."""


@contextmanager
def at_most(milliseconds):
    """Stop what the database does inside after so many milliseconds, with TooSlow."""
    connection.ensure_connection()
    limited = {"sqlite": sqlite_limit, "postgresql": postgresql_limit}[connection.vendor]
    with limited(milliseconds):
        yield


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
    connection.connection.execute(f"SET statement_timeout = {int(milliseconds)}")
    try:
        with transaction.atomic() if connection.in_atomic_block else nullcontext():
            yield
    except OperationalError as error:
        if isinstance(error.__cause__, errors.QueryCanceled):
            raise TooSlow from error
        raise
    finally:
        connection.connection.execute("SET statement_timeout = 0")
