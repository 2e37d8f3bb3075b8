"""What was typed is given back when it cannot be saved: the story is gone or taken away, the login has ended."""

import re
import time

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles import desk, models
from articles.desk.roles import make_roles
from tests.admin.test_articles import form_data
from tests.admin.test_conflicts import address_of
from tests.factories import ArticleFactory, PersonFactory, publish_story

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ORIGIN = {"HTTP_ORIGIN": "http://testserver"}


@pytest.fixture
def login():
    """A function that logs a member of a role in."""
    make_roles()

    def log_in(role):
        user = get_user_model().objects.create_user(role, password="typed-password", is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        client = Client(headers={"accept-language": "en"}, enforce_csrf_checks=False)
        client.force_login(user)
        client.user = user
        return client

    return log_in


def send_to_review(article):
    desk.send_to_review(article)


def delete(article):
    models.Article.objects.all().delete()


@pytest.mark.parametrize(("happens", "status"), [(send_to_review, 403), (delete, 404)])
def test_story_that_was_taken_away_gives_back_what_was_typed(login, happens, status):
    reporter = login("reporter")
    article = ArticleFactory(owner=reporter.user)
    data = form_data(reporter, address_of(article)) | {
        "standfirst": "typed <b>words</b>",
        "text_blocks-TOTAL_FORMS": "1",
        "text_blocks-0-html": "typed paragraph",
        "text_blocks-0-region": "main",
    }
    happens(article)
    response = reporter.post(address_of(article), data)
    assert response.status_code == status
    page = response.text.split('id="typed"')[1]
    assert "typed &lt;b&gt;words&lt;/b&gt;" in page
    assert re.search(r"<dt>text 1: \w+</dt><dd[^>]*>typed paragraph</dd>", page)
    assert "csrf" not in page
    assert "TOTAL_FORMS" not in page
    assert "region" not in page
    assert not models.Article.objects.filter(standfirst__contains="typed").exists()


def test_other_records_give_back_too(admin_client):
    person = PersonFactory()
    data = form_data(admin_client, address_of(person)) | {"name_en": "typed name"}
    models.Person.objects.all().delete()
    response = admin_client.post(address_of(person), data)
    assert response.status_code == 404
    assert "<dt>name in English</dt>" in response.text
    assert "typed name" in response.text


def resent(page):
    """Return what the button of a page sends."""
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page.text.split('id="unsaved"')[1]))


def test_login_that_ended_loses_no_word_and_one_more_press_saves_it():
    get_user_model().objects.create_superuser("anna", password="a secret one")
    client = Client(headers={"accept-language": "en"}, enforce_csrf_checks=True)
    log_in(client)
    article = ArticleFactory()
    data = form_data(client, address_of(article)) | {"standfirst": "typed words"}
    data |= {"csrfmiddlewaretoken": client.cookies["csrftoken"].value, "new_password": "a secret one"}
    del client.cookies["sessionid"]
    ended = client.post(address_of(article), data | {"file": SimpleUploadedFile("map.png", b"x")}, **ORIGIN)
    assert ended.status_code == 403
    assert "Your login has ended" in ended.text
    assert "map.png" in ended.text
    assert "a secret one" not in ended.text
    log_in(client)  # in another tab: the token of the first is not valid any more
    again = client.post(address_of(article), resent(ended), **ORIGIN)
    assert again.status_code == 403
    assert "You have logged in since" in again.text
    assert client.post(address_of(article), resent(again), **ORIGIN).status_code == 302
    article.refresh_from_db()
    assert article.standfirst == "typed words"


def log_in(client):
    """Log in as a browser does, with the page's own token."""
    address = reverse("admin:login")
    client.get(address)
    token = client.cookies["csrftoken"].value
    said = {"username": "anna", "password": "a secret one", "csrfmiddlewaretoken": token}
    assert client.post(address, said, **ORIGIN).status_code == 302


@pytest.mark.parametrize("origin", [{}, {"HTTP_ORIGIN": "https://elsewhere.example"}])
def test_form_of_another_site_is_not_given_a_token(admin_user, origin):
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)
    response = client.post(reverse("admin:articles_person_add"), {"name_en": "theirs"}, **origin)
    assert response.status_code == 403
    assert "theirs" not in response.text
    assert "csrfmiddlewaretoken" not in response.text


def test_login_in_use_goes_on_and_readers_pages_set_no_cookie(admin_client, monkeypatch, settings):
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now)
    assert "sessionid" not in admin_client.get(reverse("admin:index")).cookies
    now += settings.SESSION_COOKIE_AGE // 2
    assert "sessionid" in admin_client.get(reverse("admin:index")).cookies
    assert "sessionid" not in admin_client.get("/en/").cookies


def test_logging_out_twice_leads_home(client):
    assert client.post(reverse("admin:logout")).status_code == 302


def test_records_desk_keeps_words_in_sight_of_who_may_not_correct(login):
    editor = login("editor")
    quote = publish_story().quote_blocks.get()
    address = reverse("admin:articles_article_records", args=[quote.parent_id])
    (card,) = (card for card in editor.get(address).context["screen"].cards if card.kind == "quote")
    data = {bound.html_name: bound.value() or "" for bound in card.form}
    data |= {"record": card.key, "version": quote.version, "act": "save", "text": "typed words"}
    page = editor.post(address, data).text
    assert "Ask a publisher" in page
    assert re.search(r"<textarea[^>]*>\s*typed words</textarea>", page)
    quote.refresh_from_db()
    assert quote.text == "Said plain"
