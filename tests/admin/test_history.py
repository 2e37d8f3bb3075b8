"""Every change has who, what and when; versions can be compared, brought back, and found again after a deletion."""

from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from articles import desk, models
from articles.desk import comparing, versions
from articles.vocabulary import Review, Status
from tests.admin.test_articles import CORRECTION, act, form_data
from tests.admin.test_conflicts import add_block, address_of, change_block, change_headline, state
from tests.factories import (
    make_story,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def save(client, record, change, word="changed", **extra):
    address = address_of(record)
    response = client.post(address, change(form_data(client, address), word) | extra)
    assert response.status_code == 302, response.context["errors"]


def history(client, record, **query):
    name = f"admin:articles_{record._meta.model_name}_history"
    return client.get(reverse(name, args=[record.pk]), query)


def restore(client, record, revision, **said):
    name = f"admin:articles_{record._meta.model_name}_restore"
    return client.post(reverse(name, args=[record.pk, revision.pk]), said, follow=True)


@pytest.fixture(scope="module")
def drafted(rows_of_a_module):
    """The id of a draft whose first version is in the history, saved by the editor who goes on with it."""
    with rows_of_a_module():
        client, article = Client(), make_story()
        client.force_login(get_user_model().objects.create_superuser("admin"))
        save(client, article, change_headline, "first version")
        yield article.pk


@pytest.fixture
def story(drafted):
    """A draft whose first version is in the history."""
    return models.Article.objects.get(pk=drafted)


def test_form_action_and_step_are_recorded_with_who_and_what(admin_client, admin_user, story):
    story.quote_blocks.update(review=Review.SUGGESTED)
    act(admin_client, "accept", story.quote_blocks.get(), address=reverse("admin:articles_quote_changelist"))
    admin_client.post(reverse("admin:articles_article_step", args=["review"]) + f"?id={story.pk}", {})
    found = [(revision.user, revision.comment) for revision in versions.revisions_of(story)]
    assert [user for user, _what in found] == [admin_user] * 3
    assert [what for _user, what in found][:2] == ["In review", "Accepted"] or all(what for _user, what in found)
    page = history(admin_client, story)
    assert page.text.count("admin</td>") == 3


def test_two_versions_are_compared_word_by_word(admin_client, story):
    save(admin_client, story, change_block, "Paragraph new")
    save(admin_client, story, add_block, "A heading")
    newest, second, first = versions.revisions_of(story)
    page = history(admin_client, story, was=first.pk, now=second.pk).text
    assert "<del>plain</del><ins>new</ins>" in page
    assert "A heading" in history(admin_client, story, was=second.pk, now=newest.pk).text
    assert "say the same" in history(admin_client, story, was=first.pk, now=first.pk).text


def test_same_moment_is_no_change_whatever_the_clock_it_was_typed_by(story):
    for zone in ("UTC", "Asia/Seoul"):
        with desk.recorded(what=zone):
            story.published_at = story.published_at.astimezone(ZoneInfo(zone))
            story.save()
    newest, before = versions.revisions_of(story)[:2]
    assert comparing.compare(story, before, newest) == []


def test_restored_article_has_its_blocks_and_records_as_they_were(admin_client, story):
    before, first = state(story), versions.revisions_of(story).get()
    quote = story.quote_blocks.get()
    save(admin_client, story, change_headline, "second version")
    save(admin_client, story, change_block, "rewritten")
    save(admin_client, story, add_block, "added")
    address = address_of(story)
    admin_client.post(address, form_data(admin_client, address) | {"quote_blocks-0-DELETE": "on"})
    assert not models.Quote.objects.exists()
    restore(admin_client, story, first)
    assert state(story) == before
    assert models.Quote.objects.get().public_id == quote.public_id
    assert versions.revisions_of(story).count() == 6  # the way back is in the history too


def test_restoring_leaves_decisions_alone(admin_client, story):
    first = versions.revisions_of(story).get()
    article = desk.publish(story)
    save(admin_client, article, change_block, "rewritten")
    restore(admin_client, article, first)
    article.refresh_from_db()
    assert (article.status, article.is_public) == (Status.PUBLISHED, True)
    assert article.text_blocks.get().html == "<p>Paragraph plain</p>"


def test_restoring_what_readers_have_seen_asks_for_the_correction(admin_client, story):
    first = versions.revisions_of(story).get()
    article = desk.publish(story)
    save(admin_client, article, change_headline, "second version", **CORRECTION)
    response = restore(admin_client, article, first)
    assert "Readers have seen what you are changing" in response.text
    article.refresh_from_db()
    assert article.headline == "second version"
    restore(admin_client, article, first, **CORRECTION)
    article.refresh_from_db()
    assert article.headline == "first version"


def test_version_of_another_record_is_not_restored(admin_client, story):
    other = make_story("other")
    save(admin_client, other, change_headline, "theirs")
    response = restore(admin_client, story, versions.revisions_of(other).get())
    assert "belongs to another record" in response.text


def test_deleted_article_is_brought_back_with_everything(admin_client, story):
    story.corrections.all().delete()
    before, topics = state(story), list(story.topics.all())
    admin_client.post(reverse("admin:articles_article_delete", args=[story.pk]), {"post": "yes"})
    assert not models.Article.objects.exists()
    page = admin_client.get(reverse("admin:articles_article_deleted"))
    assert "first version" in page.text
    version = versions.deleted(models.Article, {}).get()
    admin_client.post(reverse("admin:articles_article_recover", args=[version.pk]))
    back = models.Article.objects.get()
    assert (state(back), back.public_id, back.status) == (before, story.public_id, Status.DRAFT)
    assert list(back.topics.all()) == topics


def test_quote_is_brought_back_alone(admin_client, story):
    first, quote = versions.revisions_of(story).get(), story.quote_blocks.get()
    save(admin_client, quote, lambda data, word: data | {"text": word})
    save(admin_client, story, change_block, "stays")
    restore(admin_client, quote, first)
    quote.refresh_from_db()
    assert (quote.text, story.text_blocks.get().html) == ("Said plain", "<p>stays</p>")


def test_rows_that_say_the_same_are_not_even_looked_at(admin_client, story, monkeypatch):
    save(admin_client, story, change_block, "Paragraph new")
    looked_at = []
    monkeypatch.setattr(comparing, "row_change", lambda *row: looked_at.append(row) or comparing.RowChange("", "", []))
    newest, first = versions.revisions_of(story)
    comparing.compare(story, first, newest)
    assert len(looked_at) == 1
