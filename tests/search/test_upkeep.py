"""The index is true to the rows after everything that is done to these, and is rebuilt from them."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles import desk, models
from articles.search import find, triggers, upkeep
from tests.factories import WORDING, PersonFactory, make_story, publish_story

pytestmark = pytest.mark.django_db


def edit(story):
    with desk.corrected(WORDING):
        quote = story.quote_blocks.get()
        quote.text = "Said otherwise"
        quote.save()
        desk.refresh_article(story)


def withdraw(story):
    desk.withdraw(story)


def rename(story):
    person = models.Person.objects.get(name_en__contains="plain")
    person.name_en = "Renamed"
    person.save()
    desk.refresh_entity(person)


def merge(story):
    other = PersonFactory(name_en="Other name")
    desk.refresh_entity(other)
    desk.merge(other, models.Person.objects.get(name_en__contains="plain"))


def reject(story):
    with desk.corrected(WORDING):
        desk.reject_quote(story.quote_blocks.get())


def delete(story):
    references = desk.References.of(story)
    story.delete()
    desk.refresh_references(references)


def update_in_bulk(story):
    rows = list(models.Topic.objects.all())
    for row in rows:
        row.name_en, row.search_text = "Bulk", "bulk"
    models.Topic.objects.bulk_update(rows, ["name_en", "search_text"])
    models.Topic.objects.create(name_en="New", search_text="new")


@pytest.mark.parametrize("act", [edit, withdraw, rename, merge, reject, delete, update_in_bulk])
@pytest.mark.slow
def test_index_follows(act):
    story = publish_story()
    publish_story("other")
    act(story)
    assert upkeep.find_differences() == []


def test_drafts_are_found_at_the_desk_alone():
    make_story("warehouse")
    assert find(models.Article.objects.all(), "ware").count() == 1
    assert find(models.Article.objects.all(), "house").count() == 0
    assert find(models.Article.objects.all(), "").count() == 1
    assert find(models.Article.objects.all(), "!!").count() == 0


def lose_tokens():
    models.Quote.objects.update(search_text="")


def lose_entries():
    with connection.cursor() as cursor:
        cursor.execute(upkeep.EMPTY[connection.vendor])


def lose_triggers():
    name = "articles_quote_search_update"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}" + (" ON articles_quote" if connection.vendor == "postgresql" else ""))
    models.Quote.objects.update(public_from=None)
    triggers.install(connection)


@pytest.mark.slow
@pytest.mark.parametrize("lose", [lose_tokens, lose_entries, lose_triggers])
def test_audit_tells_and_reindex_puts_right(lose):
    publish_story()
    call_command("audit", stdout=StringIO())
    lose()
    with pytest.raises(CommandError):
        call_command("audit", stdout=StringIO())
    call_command("reindex", stdout=StringIO(), stderr=StringIO())
    call_command("audit", stdout=StringIO())
