"""The page that searches everything, and the lists that search one collection."""

from datetime import timedelta
from functools import reduce
from urllib.parse import quote, quote_plus

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import escape

from articles import models
from articles.collections import BY_NAME
from articles.search import newest
from tests.cases import mostly_slow
from tests.factories import publish_story
from tests.test_canary import STATES, WORD

pytestmark = pytest.mark.django_db
PAGE = "/en/search/"
# The names in the question, what is found of all kinds, then the rows of seven kinds, articles' texts.
QUERIES = 2 + 7 + 1


def shown(response):
    """Return the kinds that a page shows, with how many it says there are."""
    return {collection.name: shelf.counted for collection, shelf in response.context["found"]}


def test_page_shows_every_kind(client):
    publish_story("warehouse")
    response = client.get(PAGE, {"q": "warehouses"})
    kinds = ("articles", "quotes", "investments", "people", "organisations", "topics", "glossary")
    assert shown(response) == dict.fromkeys(kinds, 1)
    for collection, _shelf in response.context["found"]:
        assert collection.rows().get().public_id in response.text
    assert response.text.count("<mark>warehouse</mark>") >= len(kinds)
    assert '<meta name="robots" content="noindex">' in response.text


@pytest.mark.slow
@pytest.mark.any_database
def test_queries_do_not_grow_with_results(client):
    for number in range(2):
        publish_story(f"warehouse {number}")
        with CaptureQueriesContext(connection) as captured:
            client.get(PAGE, {"q": "warehouse"})
        assert len(captured) == QUERIES, captured.captured_queries


@pytest.mark.slow
def test_record_of_this_minute_is_found_at_its_second_and_no_earlier(client, monkeypatch):
    moment = timezone.now().replace(second=30, microsecond=0)
    monkeypatch.setattr(timezone, "now", lambda: moment)
    for number in range(7):
        publish_story(f"warehouse {number}")
    later = publish_story("warehouse later")
    models.Quote.objects.filter(parent=later).update(public_from=moment + timedelta(seconds=1))
    for seconds, total in ((0, 7), (1, 8)):
        now = moment + timedelta(seconds=seconds)
        monkeypatch.setattr(timezone, "now", lambda now=now: now)
        shelf = dict(client.get(PAGE, {"q": "warehouse"}).context["found"])[BY_NAME["quotes"]]
        assert (shelf.counted, len(shelf.results)) == (total, 5)
        assert (shelf.results[0].record.parent == later) == bool(seconds)


@pytest.mark.slow
def test_scheduled_records_are_not_counted(client, settings):
    for number in range(3):
        publish_story(f"warehouse {number}")
    quotes = models.Quote.objects.order_by("pk")
    quotes.filter(pk=quotes.last().pk).update(public_from=timezone.now() + timedelta(days=1))
    for most in (10, 2, 1):
        settings.SEARCH_COUNT = most
        shelf = dict(client.get(PAGE, {"q": "warehouse"}).context["found"])[BY_NAME["quotes"]]
        assert (shelf.total, shelf.is_more) == (min(2, most), most < 2)


@pytest.mark.parametrize("often", [0, 10])
@pytest.mark.slow
def test_newest_are_shown_first_however_often_a_word_is_there(client, monkeypatch, often):
    monkeypatch.setattr(newest, "OFTEN", often)
    monkeypatch.setattr(newest, "WINDOW", 6)
    for number in range(8):
        publish_story(f"{'depot' if number > 5 else 'warehouse'} {number}")
        days = timedelta(days=number)
        models.Quote.objects.filter(text__contains=f" {number}").update(public_from=timezone.now() - days)
    expected = list(models.Quote.objects.order_by("-public_from"))
    for word, wanted in (("warehouse", expected[:5]), ("depot", expected[6:])):
        shelf = dict(client.get(PAGE, {"q": word}).context["found"])[BY_NAME["quotes"]]
        assert [result.record for result in shelf.results] == wanted


@pytest.mark.parametrize("hide", mostly_slow(STATES, quick=2))
def test_hidden_words_are_found_nowhere(client, hide):
    hide()
    for question in (WORD, f"speaker:{WORD}", f'"{WORD}"', WORD[:-1], f"Person {WORD}"):
        response = client.get(PAGE, {"q": question})
        assert shown(response) == {}, question
        echoed = (quote(question, safe=""), quote_plus(question), escape(question))
        text = reduce(lambda text, echo: text.replace(echo, ""), echoed, response.text)
        assert WORD not in text


def test_texts_are_escaped_and_only_marks_are_not(client):
    story = publish_story("warehouse")
    story.quote_blocks.update(text="<script>warehouse</script> & <b>")
    page = client.get(PAGE, {"q": "warehouse <i>"}).text
    assert "<script>warehouse" not in page
    assert "<i>" not in page
    page = client.get(PAGE, {"q": "warehouse"}).text
    assert "&lt;script&gt;<mark>warehouse</mark>&lt;/script&gt; &amp; &lt;b&gt;" in page


@pytest.mark.parametrize("text", ["", "!!", "nowhere", '"', "\x00", "가" * 10_000, "-a", "from:2026-99"])
def test_page_without_results_helps(client, text):
    response = client.get(PAGE, {"q": text})
    assert response.status_code == 200
    assert "speaker:" in response.text


@pytest.mark.slow
def test_words_in_many_records_are_counted_so_far(client, settings):
    for number in range(3):
        publish_story(f"warehouse {number}")
    settings.SEARCH_COUNT = 2
    response = client.get(PAGE, {"q": "warehouse"})
    assert [(shelf.total, shelf.is_more) for _collection, shelf in response.context["found"]] == [(2, True)] * 7
    assert "2+" in response.text


def test_lists_have_the_words_of_every_operator(client):
    publish_story("warehouse")
    for question, total in (("warehouses", 1), ("speaker:warehouse", 1), ("said -warehouse", 0), ("to:2020", 0)):
        response = client.get("/en/quotes.json", {"q": question})
        assert response.json()["meta"]["total"] == total, question
    answer = client.get("/en/quotes.json", {"q": "from:yesterday"})
    assert [error["parameter"] for error in answer.json()["errors"]] == ["q"]


def test_page_shows_a_few_records_of_each_kind_and_leads_to_the_others(client, settings):
    for number in range(2):
        publish_story(f"warehouse {number}")
    settings.SEARCH_RESULTS = 1
    response = client.get(PAGE, {"q": "warehouse"})
    found = {collection.name: (len(shelf.results), shelf.counted) for collection, shelf in response.context["found"]}
    assert found == dict.fromkeys(found, (1, 2))
    assert all(f'"/en/{name}/?q=warehouse"' in response.text for name in found)
