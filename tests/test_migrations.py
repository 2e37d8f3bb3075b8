"""Going back: a database of an earlier version is written to as it was then, and comes forward again."""

import pytest
from django.core.management import call_command
from django.db import connection

from articles import models, search
from articles.search import upkeep
from articles.totals.rebuild import find_differences as wrong_totals
from tests.factories import publish_story

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def newest():
    """Whatever happens to a test, those after it find the tables of today."""
    yield
    call_command("migrate", "articles", verbosity=0)


def write_something():
    """Change, add and delete rows that the search and the totals watch."""
    models.Quote.objects.update(text="Otherwise", public_from=None, search_text="otherwise")
    models.Article.topics.through.objects.all().delete()
    models.Topic.objects.create(name_en="New", search_text="new").delete()


@pytest.mark.parametrize(
    ("version", "tables"),
    [("0003", set()), ("0004", {"articles_uncounted"}), ("0009", {"articles_uncounted", "articles_search"})],
)
def test_earlier_version_is_written_to_and_left_again(newest, version, tables):
    publish_story("warehouse")
    call_command("migrate", "articles", version, verbosity=0)
    write_something()
    tables = connection.introspection.table_names()
    assert [name in tables for name in ("articles_uncounted", "articles_search")] == [
        version > "0003",
        version > "0004",
    ]
    call_command("migrate", "articles", verbosity=0)
    upkeep.rebuild()
    publish_story("depot")
    for word in ("warehouse", "depot"):
        assert search.find(models.Article.objects.public(), word).count() == 1
    assert upkeep.find_differences() == []
    assert models.Entry.objects.filter(collection="articles").count() == 2
    assert wrong_totals() == []


def test_functions_of_triggers_go_with_them(newest):
    call_command("migrate", "articles", "0003", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute(LEFT[connection.vendor])
        assert cursor.fetchall() == []


LEFT = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'articles%'",
    "postgresql": "SELECT proname FROM pg_proc WHERE prorettype = 'trigger'::regtype AND proname LIKE 'articles%'",
}
