"""The page that searches everything, and the lists that search one collection."""

from functools import reduce
from urllib.parse import quote, quote_plus

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from tests.factories import publish_story
from tests.test_canary import STATES, WORD

pytestmark = pytest.mark.django_db
PAGE = "/en/search/"
# The names in the question, then of each of eight kinds a count, its rows and what these bring along.
QUERIES = 20


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


def test_queries_do_not_grow_with_results(client):
    for number in range(2):
        publish_story(f"warehouse {number}")
        with CaptureQueriesContext(connection) as captured:
            client.get(PAGE, {"q": "warehouse"})
        assert len(captured) == QUERIES, captured.captured_queries


@pytest.mark.parametrize("hide", STATES)
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
