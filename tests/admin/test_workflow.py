"""The steps of an article in the admin: who may take them, what stands in the way, what is written down."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from articles import desk, models
from articles.admin import workflow
from articles.admin.workflow import step_address
from articles.demo.drawing import draw
from articles.images import reencode
from articles.vocabulary import Review, Status
from tests.admin.test_articles import form_data
from tests.factories import ArticleFactory, QuoteFactory, TermFactory, make_story, publish_story

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
WITHDRAWAL = {"note": "It was not true.", "reason": "A source lied."}


def take(client, step, *articles, **said):
    """Post a step's form as its page would."""
    ids = [article.pk for article in articles]
    rows = models.Article.objects.filter(pk__in=ids).values_list("pk", "version")
    seen = [f"articles.article:{pk}:{version}" for pk, version in rows]
    return client.post(step_address(step, ids), {"seen": seen, **said}, follow=True)


@pytest.mark.parametrize(
    ("before", "step", "said", "ends"),
    [
        ([], "review", {}, Status.REVIEW),
        ([], "publish", {}, Status.PUBLISHED),
        (["review"], "back", {"note": "Check the amount."}, Status.DRAFT),
        (["review"], "publish", {}, Status.PUBLISHED),
        (["publish"], "withdraw", WITHDRAWAL, Status.WITHDRAWN),
        (["publish", "withdraw"], "publish", {}, Status.PUBLISHED),
    ],
)
def test_steps_move_the_article_and_are_written_down(admin_client, admin_user, before, step, said, ends):
    article = make_story()
    for earlier in before:
        take(admin_client, earlier, article, **(WITHDRAWAL if earlier == "withdraw" else {}))
    take(admin_client, step, article, **said)
    article.refresh_from_db()
    assert article.status == ends
    last = article.steps.first()
    assert (last.status, last.by) == (ends, admin_user)
    assert LogEntry.objects.count() == article.steps.count() == len(before) + 1


@pytest.mark.parametrize(("step", "missing"), [("back", "note"), ("withdraw", "note"), ("withdraw", "reason")])
def test_what_has_to_be_said_is_asked_for(admin_client, step, missing):
    article = desk.send_to_review(make_story()) if step == "back" else publish_story()
    response = take(admin_client, step, article, **{**WITHDRAWAL, missing: ""})
    assert "This field is required." in response.text
    article.refresh_from_db()
    assert article.status == (Status.REVIEW if step == "back" else Status.PUBLISHED)


def without_source(article):
    models.Article.objects.filter(pk=article.pk).update(source_url="", outlet=None)


def with_suggested_quote(article):
    article.quote_blocks.update(review=Review.SUGGESTED)


def with_unbalanced_marks(article):
    article.quote_blocks.update(marks_balanced=False)


def with_suggested_claim(article):
    article.claims.update(review=Review.SUGGESTED)


def with_claim_without_sentence(article):
    article.claims.update(sentence=" ")


def with_suggested_term(article):
    TermFactory(article=article, review=Review.SUGGESTED)


def with_silent_picture(article):
    models.Figure.objects.create(parent=article, region="main", ordering=50, image=reencode(draw("port")))


@pytest.mark.parametrize(
    ("spoil", "field"),
    [
        (without_source, "id_outlet"),
        (with_suggested_quote, "id_quote_blocks-0-review"),
        (with_unbalanced_marks, "id_quote_blocks-0-marks_balanced"),
        (with_suggested_claim, "id_claims-0-review"),
        (with_claim_without_sentence, "id_claims-0-sentence"),
        (with_suggested_term, "id_review"),
        (with_silent_picture, "id_figure_blocks-0-alt"),
    ],
)
def test_problem_blocks_publishing_and_links_to_its_field(admin_client, spoil, field):
    article = make_story()
    spoil(article)
    page = admin_client.get(step_address("publish", [article.pk]))
    assert f"#{field}" in page.text
    assert "1 thing to put right" in page.text
    take(admin_client, "publish", article)
    article.refresh_from_db()
    assert article.status == Status.DRAFT
    address = page.text.split(f"#{field}")[0].rsplit('"', 1)[1]
    assert f'id="{field}"' in admin_client.get(address).text


def test_rejected_records_block_nothing():
    article = make_story()
    QuoteFactory(parent=article, review=Review.REJECTED, marks_balanced=False)
    assert desk.problems(article) == []


def test_story_is_scheduled_moved_and_taken_off(admin_client, client):
    article = make_story()
    later = timezone.localtime() + timedelta(days=2)
    for days in (0, 1):
        at = later + timedelta(days=days)
        take(admin_client, "publish", article, at=f"{at:%Y-%m-%dT%H:%M:%S}")
        article.refresh_from_db()
        assert article.public_from == at.replace(microsecond=0)
    assert "scheduled for" in admin_client.get(reverse("admin:articles_article_change", args=[article.pk])).text
    assert client.get(article.get_absolute_url()).status_code == 404
    take(admin_client, "unschedule", article)
    article.refresh_from_db()
    assert (article.status, article.public_from) == (Status.REVIEW, None)


def test_public_story_is_not_published_again(admin_client):
    article = publish_story()
    released = article.released_at
    assert "is public already" in take(admin_client, "publish", article).text
    article.refresh_from_db()
    assert (article.released_at, article.steps.count()) == (released, 1)


def test_step_with_an_older_version_is_refused(admin_client):
    article = make_story()
    old = f"articles.article:{article.pk}:{article.version}"
    article.headline = "newer"
    article.save()
    response = admin_client.post(step_address("publish", [article.pk]), {"seen": [old]}, follow=True)
    assert "look at it again" in response.text
    article.refresh_from_db()
    assert article.status == Status.DRAFT


def test_several_stories_take_a_step_together(admin_client):
    stories = [make_story("one"), make_story("two")]
    take(admin_client, "publish", *stories)
    assert models.Article.objects.public().count() == 2
    take(admin_client, "withdraw", *stories, **WITHDRAWAL)
    assert models.Article.objects.gone().count() == 2


def choose_all(client, step):
    """Return the answer to a step for every row of the list, on whichever page."""
    shown = models.Article.objects.values_list("pk", flat=True)[:1]
    posted = {"action": step, "select_across": "1", "_selected_action": list(shown)}
    return client.post(reverse("admin:articles_article_changelist"), posted, follow=True)


def test_all_rows_of_the_list_take_a_step_or_none(admin_client, monkeypatch):
    stories = ArticleFactory.create_batch(3)
    monkeypatch.setattr(workflow, "AT_ONCE", 3)
    assert set(choose_all(admin_client, "send_to_review").context["ready"]) == set(stories)
    stories += ArticleFactory.create_batch(1)
    for response in (
        choose_all(admin_client, "send_to_review"),
        admin_client.post(step_address("review", [story.pk for story in stories]), follow=True),
    ):
        assert "At most 3 articles take a step together." in response.text
    assert not models.Step.objects.exists()


def test_story_that_cannot_take_the_step_is_shown_again_alone(admin_client):
    stories = [make_story("one"), make_story("two")]
    with_suggested_quote(stories[1])
    response = take(admin_client, "publish", *stories)
    assert "Published: 1" in response.text
    assert "Accept or reject the suggested quote" in response.text
    assert models.Article.objects.public().get() == stories[0]


def test_withdrawal_tells_readers_why(admin_client, client):
    article = publish_story()
    take(admin_client, "withdraw", article, **WITHDRAWAL)
    response = client.get(f"/en/articles/{article.public_id}/")
    assert response.status_code == 410
    assert "It was not true." in response.text
    assert "A source lied." not in response.text


def test_status_is_no_field_of_the_form(admin_client):
    article = make_story()
    address = reverse("admin:articles_article_change", args=[article.pk])
    crafted = {"status": Status.PUBLISHED, "released_at": "2026-01-01", "public_from": "2026-01-01", "was_seen": "on"}
    admin_client.post(address, form_data(admin_client, address) | crafted)
    article.refresh_from_db()
    assert (article.status, article.public_from, article.was_seen) == (Status.DRAFT, None, False)
