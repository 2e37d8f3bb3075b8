"""Readers report errors: from every record's page to the desk, and nothing of it anywhere else."""

import io
from datetime import timedelta

import pytest
import reversion
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import desk, models
from articles.collections import COLLECTIONS
from articles.desk.pages import write_missing_pages
from articles.desk.reports import network_of, sender_of
from articles.models.reports import LONGEST_WORDS
from articles.vocabulary import Language, ReportState
from tests.factories import make_story, publish_story

pytestmark = pytest.mark.django_db
FORM = "/en/report/"
SENT = {"words": "It was 80 million.", "contact": "reader@mail.example"}


@pytest.fixture(scope="module")
def article(rows_of_a_module):
    """A story that readers see, which no test here changes."""
    with rows_of_a_module():
        yield publish_story("plain")


def about(record, language="en"):
    """Return the address that a report keeps of a record."""
    return f"/{language}/{record.url_name}/{record.public_id}/"


@pytest.mark.parametrize("collection", COLLECTIONS, ids=lambda collection: collection.name)
@pytest.mark.parametrize("language", Language.values)
def test_every_record_leads_to_the_form_and_the_form_names_it(client, article, collection, language):
    record = collection.rows().first()
    page = client.get(f"/{language}/{collection.name}/{record.public_id}/", follow=True)
    link = f"/{language}/report/?about={about(record, language)}"
    assert f'href="{link}"' in page.text
    form = client.get(link)
    assert form.context["subject"].record == record
    assert f'name="about" value="{about(record, language)}"' in form.text


def test_footer_leads_to_the_form_by_the_contact_page(client):
    write_missing_pages()
    for language in Language.values:
        assert f'href="/{language}/contact/"' in client.get(f"/{language}/").text
        assert f'href="/{language}/report/"' in client.get(f"/{language}/contact/").text


def test_report_lies_on_the_desk_and_the_reader_is_thanked(client, article):
    response = client.post(FORM, {**SENT, "about": about(article)})
    assert (response.status_code, response.headers["Location"]) == (303, "/en/report/sent/")
    assert "Thank you" in client.get("/en/report/sent/").text
    report = models.Report.objects.get()
    assert (report.words, report.contact, report.about) == (*SENT.values(), about(article))
    assert (report.language, report.state, report.decided_by) == ("en", ReportState.OPEN, None)


@pytest.mark.parametrize(
    "path", ["/admin/", "/en/nothing/", "//evil.example/", "javascript:x", "/en/articles/unknown/"]
)
def test_what_is_no_readers_page_is_left_out(client, path):
    assert client.get(FORM, {"about": path}).context["subject"].path == ""
    client.post(FORM, {**SENT, "about": path})
    assert models.Report.objects.get().about == ""


def test_page_that_is_no_record_is_named_by_its_address(client):
    assert 'href="/vi/investments/"' in client.get(FORM, {"about": "/vi/investments/"}).text
    client.post(FORM, {**SENT, "about": "/vi/investments/"})
    assert models.Report.objects.get().about == "/vi/investments/"


def test_hidden_record_is_not_named_to_whoever_knows_its_id(client):
    hidden = make_story("zqxcanary")
    response = client.get(FORM, {"about": about(hidden)})
    assert "zqxcanary" not in response.text
    assert response.context["subject"].record is None


def test_form_sets_no_cookie_and_is_kept_nowhere(client, article):
    for response in (client.get(FORM), client.post(FORM, {}), client.post(FORM, SENT), client.get("/en/report/sent/")):
        assert response.headers["Cache-Control"] == "no-store"
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")
    text = client.get(FORM, {"about": about(article)}).text
    assert '<meta name="robots" content="noindex">' in text
    assert f'<link rel="canonical" href="http://newsroom.test{FORM}?about={about(article)}">' in text


@pytest.mark.parametrize(
    ("origin", "is_taken"),
    [
        (None, True),
        ("http://testserver", True),
        ("http://newsroom.test", True),
        ("https://evil.example", False),
        ("null", False),
    ],
)
def test_form_of_another_site_is_refused(origin, is_taken):
    client = Client(enforce_csrf_checks=True)
    response = client.post(FORM, SENT, headers={"origin": origin} if origin else {})
    assert response.status_code == (303 if is_taken else 403)
    assert models.Report.objects.exists() == is_taken


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"words": " "}, "Please say in a sentence what is wrong."),
        ({"words": "x" * (LONGEST_WORDS + 2)}, "Please keep it to 5000 characters; it has 5002."),
        ({"contact": "reader at mail"}, "This is no e-mail address. Please correct it, or leave it empty."),
        ({"contact": f"{'x' * 250}@mail.example"}, "Please keep it to 254 characters; it has 263."),
        ({"words": "a\0b"}, "Null characters are not allowed."),
    ],
)
def test_nothing_typed_is_lost_with_a_mistake(client, article, sent, told):
    sent = {**SENT, "about": about(article)} | sent
    response = client.post(FORM, sent)
    assert response.status_code == 422
    assert told in response.text
    bound = response.context["form"]
    assert {name: bound[name].value() for name in sent} == sent
    assert not models.Report.objects.exists()


def test_program_that_fills_in_everything_is_thanked_and_not_heard(client):
    person = client.post(FORM, SENT)
    program = client.post(FORM, {**SENT, "website": "https://spam.example"})
    assert (person.status_code, person.headers) == (program.status_code, program.headers)
    assert models.Report.objects.count() == 1


def test_one_connection_sends_so_many_in_a_window(client, settings, monkeypatch):
    settings.REPORTS_PER_SENDER, settings.REPORT_WINDOW_MINUTES = 2, 30
    now = timezone.now().replace(minute=10, second=0, microsecond=0)
    monkeypatch.setattr(timezone, "now", lambda: now)
    assert [client.post(FORM, SENT).status_code for _time in range(3)] == [303, 303, 429]
    refused = client.post(FORM, {**SENT, "words": "Do keep this."})
    assert refused.headers["Retry-After"] == "1200"
    assert "send it again in 20 minutes" in refused.text
    assert "Do keep this." in refused.text
    assert client.post(FORM, SENT, REMOTE_ADDR="192.0.2.9").status_code == 303
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(minutes=20))
    assert client.post(FORM, SENT).status_code == 303
    assert len(set(models.Report.objects.values_list("sender", flat=True))) == 3


def test_all_together_send_so_many_in_an_hour(client, settings):
    settings.REPORTS_PER_HOUR = 2
    answers = [client.post(FORM, SENT, REMOTE_ADDR=f"192.0.2.{number}") for number in range(3)]
    assert [answer.status_code for answer in answers] == [303, 303, 429]
    assert "More reports are coming in than we can read." in answers[-1].text
    models.Report.objects.update(created_at=timezone.now() - timedelta(hours=1))
    assert client.post(FORM, SENT).status_code == 303


def test_no_network_address_is_stored(client):
    client.post(FORM, SENT, REMOTE_ADDR="203.0.113.77")
    row = models.Report.objects.values().get()
    assert "203.0.113.77" not in str(row)
    assert len(row["sender"]) == 64


def test_sender_is_told_by_key_window_and_network(settings):
    first = sender_of("203.0.113.77", 1)
    assert first == sender_of("203.0.113.77", 1) == sender_of("::ffff:203.0.113.77", 1)
    assert first not in {sender_of("203.0.113.78", 1), sender_of("203.0.113.77", 2)}
    assert network_of("2001:db8:1:2:3::4") == network_of("2001:db8:1:2::9") != network_of("2001:db8:1:3::9")
    settings.SECRET_KEY = "another"
    assert sender_of("203.0.113.77", 1) != first


@pytest.mark.parametrize(("trusted", "senders"), [(False, 1), (True, 2)])
def test_proxy_tells_who_sends_only_where_it_is_trusted(client, settings, trusted, senders):
    settings.TRUST_PROXY = trusted
    for seen in ("203.0.113.1", "198.51.100.9, 203.0.113.1", "203.0.113.2"):
        client.post(FORM, SENT, headers={"x-forwarded-for": seen})
    assert len(set(models.Report.objects.values_list("sender", flat=True))) == senders


def old_report(days, **columns):
    """Return a report that came so many days ago."""
    report = models.Report.objects.create(words="Wrong.", language="en", contact="reader@mail.example", **columns)
    models.Report.objects.filter(pk=report.pk).update(created_at=timezone.now() - timedelta(days=days))
    return report


def contacts():
    return list(models.Report.objects.order_by("pk").values_list("contact", flat=True))


def test_contacts_are_forgotten_when_readers_were_told_they_would(client, settings):
    settings.REPORT_CONTACT_DAYS = 30
    assert "removed after 30 days" in client.get(FORM).text
    old_report(31), old_report(29)
    out = io.StringIO()
    call_command("forget_contacts", stdout=out)
    assert out.getvalue() == "1 addresses removed.\n"
    assert contacts() == ["", "reader@mail.example"]


def test_contacts_are_forgotten_with_the_next_report_too(client):
    old_report(91)
    client.post(FORM, SENT)
    assert contacts() == ["", "reader@mail.example"]


def test_desk_decides_one_by_one_or_many_and_keeps_who_and_when(admin_client, admin_user, article):
    first, second = (old_report(1, about=about(article)) for _time in range(2))
    address = reverse("admin:articles_report_change", args=[first.pk])
    page = admin_client.get(address).text
    assert f'<a href="{about(article)}">' in page
    assert f"/admin/articles/article/?q={article.public_id}" in page
    admin_client.post(address, {"state": ReportState.HANDLED, "words": "Mine."})
    first.refresh_from_db()
    assert (first.words, first.state, first.decided_by) == ("Wrong.", ReportState.HANDLED, admin_user)
    changelist = reverse("admin:articles_report_changelist")
    chosen = {"_selected_action": [first.pk, second.pk]}
    for action, state in (("dismiss", "dismissed"), ("open_again", "open"), ("mark_handled", "handled")):
        answer = admin_client.post(changelist, {**chosen, "action": action}, follow=True)
        assert f"Error reports: 2 now {state}." in answer.text
        assert set(models.Report.objects.values_list("state", flat=True)) == {state}
        second.refresh_from_db()
        assert (second.decided_by, second.decided_at is None) == (
            (None, True) if state == "open" else (admin_user, False)
        )
    assert not reversion.is_registered(models.Report)  # a history would keep what is to be forgotten


def test_reports_wait_on_my_desk(admin_client, article):
    old_report(1, about=about(article))
    page = admin_client.get(reverse("admin:index")).text
    assert 'id="waiting-reports"' in page
    assert reverse("admin:articles_report_changelist") + "?state__exact=open" in page


def test_desk_takes_reports_without_a_request():
    report = desk.take_report("", words="Wrong.", language="ko")
    desk.decide_report(report, ReportState.HANDLED)
    assert (report.decided_by, report.decided_at is not None) == (None, True)
