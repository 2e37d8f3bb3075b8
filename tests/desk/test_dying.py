"""An import that is killed leaves the whole draft or nothing, on either database."""

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from articles.demo.tables import FOLDER

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
ROOT = Path(__file__).parents[2]
STORY = FOLDER / "stories" / "01-offshore-wind.ko.txt"
ROUNDS = 100


@contextmanager
def database_of_its_own(folder):
    """Yield the address of an empty database of the kind that the tests run on."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{folder / 'dying.sqlite3'}"
        return
    name = f"dying_{os.getpid()}"
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
    try:
        yield f"{os.environ['TEST_DATABASE_URL'].rsplit('/', 1)[0]}/{name}"
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def test_killed_import_leaves_the_whole_draft_or_nothing(tmp_path):
    media = tmp_path / "media"
    media.mkdir()
    with database_of_its_own(tmp_path) as address:
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "DATABASE_URL": address,
            "DEBUG": "true",
            "SITE_URL": settings.SITE_URL,
        }
        command = [sys.executable, Path(__file__).parent / "dying.py", STORY, media, str(ROUNDS)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=500)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["partial"], found["random"]["partial"], found["again"]) == (0, 0, True), found
    assert found["statements"] > 30
    assert sum(found["random"].values()) == ROUNDS
    assert min(found["random"]["nothing"], ROUNDS) > 0
