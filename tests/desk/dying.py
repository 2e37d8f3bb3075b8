"""A program for test_dying: imports a story again and again, and kills each import. Prints what was found as JSON.

A process of its own with a database of its own: a process that is killed takes its connections with it. Arguments: the
story, a folder for files, how many imports are killed at a random moment.
"""

import io
import json
import os
import random
import signal
import sys
import time
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections

django.setup()

from reversion.models import Revision, Version  # noqa: E402

from articles import models  # noqa: E402

ROWS = [
    *(Version, Revision, models.Claim, models.Term, models.Quote, models.Text, models.Figure, models.Heading),
    *(models.Article, models.Alias, models.Person, models.Organisation, models.Section),
]
KILLED = -signal.SIGKILL
# The story is imported in far fewer statements than this.
MOST_STATEMENTS = 2_000


def die_before(number):
    """Return a wrapper of statements that kills this process before the one of that number, counted from one."""
    left = [number]

    def run(execute, *call):
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*call)

    return run


def start(story, wrapper=None):
    """Return (id, pipe) of a child that imports the story; the pipe closes when the import begins."""
    connections.close_all()
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return child, reader
    connection.ensure_connection()
    os.close(writer)
    try:
        with connection.execute_wrapper(wrapper or (lambda execute, *call: execute(*call))):
            call_command("import_article", story, stdout=io.StringIO())
    except BaseException as error:
        sys.stderr.write(f"{error}\n")
        os._exit(1)
    os._exit(0)


def end(child, reader):
    """Wait for a child to end, and tell whether it was killed. An import that failed otherwise ends the program."""
    os.read(reader, 1)
    os.close(reader)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status not in (0, KILLED):
        raise SystemExit("An import failed.")
    return status == KILLED


def count():
    """Return how many rows there are of each model, and how many files."""
    files = sum(path.is_file() for path in Path(settings.MEDIA_ROOT).rglob("*"))
    return [*(model.objects.count() for model in ROWS), files]


def clear():
    """Take everything away again."""
    for model in ROWS:
        model.objects.all().delete()


def kill_before_each_statement(story, nothing):
    """Return (how many statements an import has, how often a killed one left something, the rows of a whole one)."""
    partial = 0
    for number in range(1, MOST_STATEMENTS):
        if not end(*start(story, die_before(number))):
            return number - 1, partial, count()
        partial += count() != nothing
    raise SystemExit("The import has no end.")


def kill_at_random(story, rounds, nothing, whole):
    """Return how many imports left nothing, how many the whole draft, and how many something between."""
    clear()
    begun = time.monotonic()
    end(*start(story))
    duration = time.monotonic() - begun
    clear()
    left = {"nothing": 0, "whole": 0, "partial": 0}
    chance = random.Random(1)
    for _ in range(rounds):
        child, reader = start(story)
        os.read(reader, 1)
        time.sleep(chance.uniform(0, duration))
        os.kill(child, signal.SIGKILL)
        end(child, reader)
        found = count()
        left["nothing" if found == nothing else "whole" if found == whole else "partial"] += 1
        if found != nothing:
            clear()
    return left


def main(story, media, rounds):
    """Do both, and print the figures."""
    settings.MEDIA_ROOT = media
    call_command("migrate", verbosity=0)
    nothing = count()
    statements, partial, whole = kill_before_each_statement(story, nothing)
    left = kill_at_random(story, int(rounds), nothing, whole)
    end(*start(story))
    found = {"statements": statements, "partial": partial, "random": left, "again": count() == whole, "whole": whole}
    connections.close_all()
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
