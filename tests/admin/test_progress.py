"""Long acts: everything when the page is read to its end, nothing when it is closed before."""

import re

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone, translation
from reversion.models import Revision

from articles import models
from articles.admin import progress
from articles.admin.progress import MOST_ERRORS, in_context, show_progress
from articles.desk import visibility
from articles.vocabulary import Qualifier, Review, Stage
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    OrganisationFactory,
    QuoteFactory,
    TermFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LIST = reverse("admin:articles_claim_changelist")
ARTICLES = reverse("admin:articles_article_changelist")
MANY = 12
REALLY = {name: getattr(progress, name) for name in ("LONG", "STRIDE")}


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch):
    """Let a handful of records be worth watching."""
    monkeypatch.setattr(progress, "LONG", 5)
    monkeypatch.setattr(progress, "STRIDE", 3)


def suggest(count, **fields):
    """Return so many suggested claims of one story."""
    story = ArticleFactory()
    plain = {"sentence": "They said so.", "qualifier": Qualifier.UNDISCLOSED, "stage": Stage.PLANNED}
    models.Claim.objects.bulk_create(models.Claim(article=story, **plain, **fields) for _number in range(count))
    return models.Claim.objects.all()


def act(client, action, rows, seen=(), address=LIST):
    """Return the response to an action of the list."""
    return client.post(address, {"action": action, "_selected_action": [row.pk for row in rows], "seen": seen})


def read(response):
    """Return the page of a long act, read to its end."""
    return b"".join(response.streaming_content).decode()


def accepted():
    return models.Claim.objects.filter(review=Review.ACCEPTED).count()


def test_long_act_read_to_its_end_is_done_logged_and_told(admin_client):
    rows = suggest(MANY)
    response = act(admin_client, "accept", rows)
    assert response.streaming
    assert accepted() == 0
    page = read(response)
    assert accepted() == MANY
    assert LogEntry.objects.count() == MANY
    assert re.findall(r"\d+ of 12", page) == [f"{number} of 12" for number in (0, 5, 10, 12)]
    assert f'<li class="success">Accepted: {MANY}</li>' in page
    assert page.rstrip().endswith("</html>")
    revision = Revision.objects.get()
    assert (revision.user.username, revision.comment) == ("admin", "Accepted")


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_long_act_left_half_way_is_not_done_at_all(admin_client, leave, lines):
    response = act(admin_client, "accept", suggest(MANY))
    pieces = iter(response.streaming_content)
    for _line in range(lines + 1):
        piece = next(pieces)
    assert b'class="step"' in piece
    assert accepted() == (lines - 1) * 5
    leave(response)
    assert accepted() == 0
    assert not LogEntry.objects.exists()
    assert not Revision.objects.exists()


def test_short_act_needs_no_page(admin_client):
    response = act(admin_client, "accept", suggest(5))
    assert response.status_code == 302
    assert accepted() == 5


def test_act_on_more_than_a_hundred_records_is_watched(admin_client, monkeypatch):
    for name, value in REALLY.items():
        monkeypatch.setattr(progress, name, value)
    page = read(act(admin_client, "accept", suggest(progress.LONG + 1)))
    assert re.findall(r"(\d+) of 101", page) == ["0", "100", "101"]
    assert accepted() == progress.LONG + 1


def test_story_is_followed_up_once_however_many_of_its_records_change(admin_client, monkeypatch):
    followed = []
    monkeypatch.setattr(visibility, "follow_up", lambda article, before: followed.append(article.pk))
    rows = [*suggest(3), ClaimFactory(review=Review.SUGGESTED)]
    act(admin_client, "accept", rows)
    stories = {rows[0].article_id, rows[3].article_id}
    assert (len(followed), set(followed)) == (2, stories)
    followed.clear()
    read(act(admin_client, "reject", [*rows, *(ClaimFactory(article=rows[0].article) for _twin in range(2))]))
    assert (len(followed), set(followed)) == (2, stories)


def test_what_cannot_be_done_is_told_and_the_rest_is_done(admin_client):
    for _twin in range(2):
        OrganisationFactory(name_en="Twin").aliases.create(text="Twin")
    many = MOST_ERRORS + 3
    rows = suggest(many, investor_text="Twin")
    fine = ClaimFactory(review=Review.SUGGESTED)
    page = read(act(admin_client, "open_investment", [*rows, fine]))
    assert page.count('<li class="error">') == MOST_ERRORS + 1
    assert f"{many - MOST_ERRORS} more entries could not take this step" in page
    assert '<li class="success">Investments opened: 1</li>' in page
    assert models.Investment.objects.count() == 1


def correct(claim):
    """Change a claim as a colleague would."""
    claim = models.Claim.objects.get(pk=claim.pk)
    claim.sentence = "Corrected."
    claim.save()


@pytest.mark.parametrize("count", [4, MANY])
def test_record_changed_or_deleted_since_the_list_was_opened_is_refused(admin_client, count):
    rows = list(suggest(count))
    seen = re.findall(r'name="seen" value="([^"]+)"', admin_client.get(LIST).text)
    assert len(seen) == count
    correct(rows[0])
    response = act(admin_client, "accept", rows, seen)
    if response.streaming:  # after they were chosen, before their turn
        correct(rows[1])
        models.Claim.objects.filter(pk=rows[2].pk).delete()
    page = read(response) if response.streaming else admin_client.get(LIST).text
    refused = 3 if response.streaming else 1
    assert page.count("changed since this list was opened") == refused
    assert accepted() == count - refused
    assert models.Claim.objects.get(pk=rows[0].pk).sentence == "Corrected."


def test_accept_all_takes_every_kind_of_record_and_no_id_for_another(admin_client):
    story = ArticleFactory()
    for make, owner in ((QuoteFactory, "parent"), (ClaimFactory, "article"), (TermFactory, "article")):
        make(**{owner: story}, pk=story.pk, review=Review.SUGGESTED)  # one id for all of them
    page = admin_client.get(ARTICLES).text
    assert '<td class="field-undecided">3</td>' in page
    seen = re.findall(r'name="seen" value="([^"]+)"', page)
    assert seen == [f"articles.article:{story.pk}:{story.version}"]
    act(admin_client, "accept_records", [story], seen, ARTICLES)
    assert "Records accepted: 3" in admin_client.get(ARTICLES).text
    assert not models.Article.objects.filter(pk=story.pk).undecided()


def test_accept_all_leaves_an_article_that_was_changed_meanwhile(admin_client):
    stories = [ArticleFactory(), ArticleFactory()]
    for story in stories:
        QuoteFactory(parent=story, review=Review.SUGGESTED)
    seen = re.findall(r'name="seen" value="([^"]+)"', admin_client.get(ARTICLES).text)
    stories[0].save()
    act(admin_client, "accept_records", stories, seen, ARTICLES)
    page = admin_client.get(ARTICLES).text
    assert f"{stories[0]}: It has been changed since this list was opened" in page
    assert [quote.parent for quote in models.Quote.objects.filter(review=Review.ACCEPTED)] == stories[1:]


def test_undecided_counts_quotes_claims_and_terms(admin_client):
    story = ArticleFactory()
    for make in (QuoteFactory, TermFactory, ClaimFactory, ClaimFactory):
        for review in (Review.SUGGESTED, Review.REJECTED):
            make(**{"parent" if make is QuoteFactory else "article": story}, review=review)
    decided = ArticleFactory()
    counts = models.Article.objects.with_undecided().values_list("pk", "undecided")
    assert dict(counts) == {story.pk: 4, decided.pk: 0}
    assert len(models.Article.objects.undecided()) == 4
    form = admin_client.get(reverse("admin:articles_article_change", args=[story.pk])).text
    way = reverse("admin:articles_article_records", args=[story.pk])
    assert (form.count("4 records to decide"), form.count(way)) == (1, 1)


def test_failure_is_told_and_undoes_everything(rf, admin_user, caplog):
    suggest(1)
    request = rf.post("/")
    request.user = admin_user

    def work():
        models.Claim.objects.update(review=Review.ACCEPTED)
        yield 1, 2
        raise RuntimeError("a bug")

    response = show_progress(admin.site.get_model_admin(models.Claim), request, "Deciding", work(), "/back/")
    page = read(response)
    assert "nothing was changed" in page
    assert page.rstrip().endswith("</html>")
    assert accepted() == 0
    assert "Deciding failed" in caplog.text


def test_stream_keeps_the_language_and_zone_of_its_request_and_leaks_neither():
    def body():
        for _piece in range(2):
            yield translation.get_language(), timezone.get_current_timezone_name()

    with translation.override("vi"), timezone.override("Asia/Ho_Chi_Minh"):
        pieces = in_context(body())
        first = next(pieces)
    elsewhere = translation.get_language(), timezone.get_current_timezone_name()
    assert [first, next(pieces)] == [("vi", "Asia/Ho_Chi_Minh")] * 2
    assert (translation.get_language(), timezone.get_current_timezone_name()) == elsewhere


def test_page_says_how_to_stop_and_works_without_a_script(admin_client):
    page = read(act(admin_client, "accept", suggest(MANY)))
    stop = re.search(r'<a class="button" href="([^"]+)">Stop</a>', page)[1]
    assert stop == LIST
    assert "<script" not in page.partition('id="content-main"')[2].partition('id="footer"')[0]
