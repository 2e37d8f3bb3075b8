"""What readers have seen is never quietly changed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import desk, models
from articles.vocabulary import CorrectedPart, Review, Status
from tests.factories import WORDING, ArticleFactory, PersonFactory, QuoteFactory, make_story, publish_story

pytestmark = pytest.mark.django_db


def change_headline(article):
    article.headline = "Another headline"
    article.save()


def change_quote(article):
    article.quote_blocks.update(text="Other words")


def drop_quote(article):
    article.quote_blocks.all().delete()


def reject_quote(article):
    article.quote_blocks.update(review=Review.REJECTED)


def change_speaker(article):
    article.quote_blocks.update(speaker=PersonFactory(name_en="Another"))


def change_amount(article):
    article.claims.update(amount_text="$90 million", amount_min=90_000_000, amount_max=90_000_000)


def change_figures_alone(article):
    article.claims.update(amount_min=90_000_000, amount_max=90_000_000)


def change_investor(article):
    article.claims.update(investor_text="Another investor")


ASKED_FOR = [
    (change_headline, CorrectedPart.HEADLINE, "Headline plain", "Another headline"),
    (change_quote, CorrectedPart.QUOTE, "Said plain", "Other words"),
    (drop_quote, CorrectedPart.QUOTE, "Said plain", ""),
    (reject_quote, CorrectedPart.QUOTE, "Said plain", ""),
    (change_speaker, CorrectedPart.NAME, "Person plain, Organisation plain", "Another, Organisation plain"),
    (change_amount, CorrectedPart.AMOUNT, "$80 million", "$90 million"),
    (change_figures_alone, CorrectedPart.AMOUNT, "$80 million", "$80 million"),
    (change_investor, CorrectedPart.NAME, "Investor plain", "Another investor"),
]


def refreshed(article):
    desk.refresh_article(models.Article.objects.get(pk=article.pk))


@pytest.mark.slow
@pytest.mark.parametrize(("change", "part", "was", "now"), ASKED_FOR)
def test_published_change_needs_a_correction_and_becomes_one(client, change, part, was, now):
    article = publish_story()
    article.corrections.all().delete()
    change(article)
    with pytest.raises(desk.CorrectionNeeded) as needed:
        refreshed(article)
    assert [(c.part, c.was, c.now) for c in needed.value.changes] == [(part, was, now)]
    with desk.corrected(WORDING):
        refreshed(article)
    correction = models.Correction.objects.public().get()
    assert (correction.part, correction.was, correction.now, correction.note) == (part, was, now, WORDING.note)
    refreshed(article)  # and is asked for once
    assert WORDING.note in client.get(models.Article.objects.get().get_absolute_url()).text
    assert WORDING.reason not in client.get("/en/corrections.csv").getvalue().decode()
    assert client.get("/en/corrections.json").json()["items"][0]["note"] == WORDING.note


@pytest.mark.parametrize(("change", "part", "was", "now"), ASKED_FOR)
@pytest.mark.slow
def test_draft_changes_freely(change, part, was, now):
    for article in (make_story("plain"), desk.publish(make_story("x"), at=timezone.now() + timedelta(days=1))):
        article.corrections.all().delete()
        change(article)
        refreshed(article)
    assert not models.Correction.objects.exists()


def test_what_is_new_or_only_text_needs_none():
    article = publish_story()
    article.text_blocks.update(html="<p>Other</p>")
    QuoteFactory(parent=article)
    refreshed(article)
    assert models.Correction.objects.count() == 1  # the story's own


def test_scheduled_story_that_went_back_to_be_changed_is_published_without_one():
    article = desk.publish(make_story(), at=timezone.now() + timedelta(days=1))
    article = desk.unschedule(article)
    change_headline(article)
    refreshed(article)
    desk.publish(article)
    assert models.Correction.objects.count() == 1


def test_withdrawn_story_is_still_not_changed_quietly():
    article = desk.withdraw(publish_story())
    change_headline(article)
    with pytest.raises(desk.CorrectionNeeded):
        refreshed(article)


def test_several_changes_in_one_go_are_one_correction_each():
    article = publish_story()
    article.corrections.all().delete()
    with desk.corrected(WORDING):
        desk.reject_quote(article.quote_blocks.get())
        desk.reject_claim(article.claims.get())
    parts = models.Correction.objects.values_list("part", flat=True)
    assert sorted(parts) == [CorrectedPart.AMOUNT, CorrectedPart.QUOTE]


def test_other_versions_of_a_corrected_story_turn_stale():
    article = publish_story()
    translation = ArticleFactory(language="vi", translation_group=article.translation_group)
    gone = ArticleFactory(
        language="ko", translation_group=article.translation_group, status=Status.WITHDRAWN, withdrawn_at=timezone.now()
    )
    change_headline(article)
    with desk.corrected(WORDING):
        refreshed(article)
    for version in (article, translation, gone):
        version.refresh_from_db()
    assert (article.stale_since, gone.stale_since) == (None, None)
    assert translation.stale_since == article.corrected_at


def test_feed_updates_the_entry_and_keeps_its_id(client):
    article = publish_story()
    models.Article.objects.update(updated_at=timezone.now() - timedelta(hours=1))
    before = client.get("/en/articles.jsonfeed").json()["items"][0]
    article.refresh_from_db()
    change_headline(article)
    with desk.corrected(WORDING):
        refreshed(article)
    after = client.get("/en/articles.jsonfeed").json()["items"][0]
    assert after["id"] == before["id"]
    assert after["date_published"] == before["date_published"]
    assert after["date_modified"] > before["date_modified"]
    assert after["title"] == "Another headline"


def test_correction_is_written_once(admin_client):
    correction = publish_story().corrections.get()
    correction.note = "Rewritten"
    with pytest.raises(TypeError):
        correction.save()


def test_correction_goes_with_its_article():
    article = publish_story()
    assert models.Correction.objects.public().exists()
    desk.withdraw(article)
    assert not models.Correction.objects.public().exists()
