"""Long acts: everything when the page is read to its end, nothing when it is closed before."""

import re

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone, translation
from reversion.models import Revision

from articles import models
from articles.admin.progress import LONG, MOST_ERRORS, in_context, show_progress
from articles.vocabulary import Qualifier, Review, Stage
from tests.factories import ArticleFactory, ClaimFactory, OrganisationFactory

pytestmark = pytest.mark.django_db
LIST = reverse("admin:articles_claim_changelist")
MANY = LONG + 20


def suggest(count, **fields):
    """Return so many suggested claims of one story."""
    story = ArticleFactory()
    plain = {"sentence": "They said so.", "qualifier": Qualifier.UNDISCLOSED, "stage": Stage.PLANNED}
    models.Claim.objects.bulk_create(models.Claim(article=story, **plain, **fields) for _number in range(count))
    return models.Claim.objects.all()


def act(client, action, rows):
    """Return the response to an action of the list."""
    return client.post(LIST, {"action": action, "_selected_action": [row.pk for row in rows]})


def accepted():
    return models.Claim.objects.filter(review=Review.ACCEPTED).count()


def test_long_act_read_to_its_end_is_done_logged_and_told(admin_client):
    rows = suggest(MANY)
    response = act(admin_client, "accept", rows)
    assert response.streaming
    assert accepted() == 0
    page = b"".join(response.streaming_content).decode()
    assert accepted() == MANY
    assert LogEntry.objects.count() == MANY
    assert page.count('class="step"') == MANY / 10 + 1
    assert f'<li class="success">Accepted: {MANY}</li>' in page
    assert page.rstrip().endswith("</html>")
    revision = Revision.objects.get()
    assert (revision.user.username, revision.comment) == ("admin", "Accepted")


@pytest.mark.parametrize("lines", [1, 4, 8])
def test_long_act_left_half_way_is_not_done_at_all(admin_client, leave, lines):
    response = act(admin_client, "accept", suggest(MANY))
    pieces = iter(response.streaming_content)
    for _line in range(lines + 1):
        piece = next(pieces)
    assert b'class="step"' in piece
    assert accepted() == (lines - 1) * 10
    leave(response)
    assert accepted() == 0
    assert not LogEntry.objects.exists()
    assert not Revision.objects.exists()


def test_short_act_needs_no_page(admin_client):
    response = act(admin_client, "accept", suggest(LONG))
    assert response.status_code == 302
    assert accepted() == LONG


def test_what_cannot_be_done_is_told_and_the_rest_is_done(admin_client):
    for _twin in range(2):
        OrganisationFactory(name_en="Twin").aliases.create(text="Twin")
    rows = suggest(MANY, investor_text="Twin")
    fine = ClaimFactory(review=Review.SUGGESTED)
    page = b"".join(act(admin_client, "open_investment", [*rows, fine]).streaming_content).decode()
    assert page.count('<li class="error">') == MOST_ERRORS + 1
    assert f"{MANY - MOST_ERRORS} more entries could not take this step" in page
    assert '<li class="success">Investments opened: 1</li>' in page
    assert models.Investment.objects.count() == 1


def test_record_changed_or_deleted_since_it_was_chosen_is_read_anew(admin_client):
    rows = suggest(MANY)
    response = act(admin_client, "accept", rows)
    gone, changed = rows[0], rows[1]
    gone.delete()
    models.Claim.objects.filter(pk=changed.pk).update(sentence="Corrected.")
    page = b"".join(response.streaming_content).decode()
    assert f"Accepted: {MANY - 1}" in page
    assert accepted() == MANY - 1
    assert models.Claim.objects.get(pk=changed.pk).sentence == "Corrected."


def test_failure_is_told_and_undoes_everything(rf, admin_user, caplog):
    suggest(1)
    request = rf.post("/")
    request.user = admin_user

    def work():
        models.Claim.objects.update(review=Review.ACCEPTED)
        yield 1, 2
        raise RuntimeError("a bug")

    response = show_progress(admin.site.get_model_admin(models.Claim), request, "Deciding", work(), "/back/")
    page = b"".join(response.streaming_content).decode()
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
    page = b"".join(act(admin_client, "accept", suggest(MANY)).streaming_content).decode()
    stop = re.search(r'<a class="button" href="([^"]+)">Stop</a>', page)[1]
    assert stop == LIST
    assert "<script" not in page.partition('id="content-main"')[2].partition('id="footer"')[0]
