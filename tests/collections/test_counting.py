"""The numbers of a list where counting has its limits: nothing to find, too much that changed, too little time."""

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import desk, models
from articles.collections import BY_NAME
from articles.collections.listing import Listing
from articles.patience import TooSlow, at_most
from articles.totals import reading
from articles.totals.reading import answer
from tests.factories import ArticleFactory, ClaimFactory, InvestmentFactory, publish_story

pytestmark = pytest.mark.django_db


def ask(name, query=""):
    return Listing(BY_NAME[name], QueryDict(query))


def test_total_is_whole_when_too_many_records_have_changed(settings, monkeypatch):
    settings.FACET_ROWS = 1
    for word in ("one", "two", "three"):
        publish_story(word)
    monkeypatch.setattr(reading, "MOST_UNCOUNTED", 1)
    models.Quote.objects.update(public_from=timezone.now())
    models.Uncounted.objects.update(due=0)
    listing = ask("quotes")
    assert (listing.total, listing.has_more, listing.exact_total) == (3, False, 3)


# What the database is asked on the way to each answer, and its answer when it had to be stopped.
LIMITED = {
    "/en/": "articles.views.Listing.page_of",
    "/en/investments/?after=x": "articles.collections.listing.at_most",
    "/en/investments.json?after=x": "articles.collections.listing.at_most",
    "/en/investments/charts/?q=plant": "articles.charts.figures.at_most",
    "/en/investments/charts/year.svg?q=plant": "articles.charts.figures.at_most",
    "/en/investments/charts/year.csv?q=plant": "articles.charts.figures.at_most",
    "/en/investments/charts/year.csv?after=x": "articles.collections.listing.at_most",
    "/en/investments/why/announced/": "articles.collections.ladder.at_most",
    "/en/search/?q=plant": "articles.views.at_most",
}


@pytest.fixture
def stop(monkeypatch):
    """Return a function that makes a function take too long, by its path."""

    def too_slow(*_arguments, **_options):
        raise TooSlow

    return lambda path: monkeypatch.setattr(path, too_slow)


def test_list_keeps_its_filters_and_is_kept_nowhere_when_its_totals_take_too_long(client, stop):
    publish_story("one")
    stop("articles.collections.counting.answer")
    response = client.get("/en/investments/")
    assert 'class="facet"' in response.text
    assert "1 result" in response.text
    assert response.headers["Cache-Control"] == "no-store"


def test_list_without_its_ladder_is_kept_nowhere_and_a_number_is_not_explained_halfway(client, stop):
    publish_story("one")
    stop("articles.collections.ladder.sum_up")
    response = client.get("/en/investments/")
    assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-store")
    assert client.get("/en/investments/why/announced/").status_code == 503


def test_page_of_a_number_asks_for_the_ladder_alone(client, monkeypatch):
    publish_story("one")
    asked = []
    monkeypatch.setattr("articles.collections.counting.answer", lambda *all_: asked.append(all_[1]) or answer(*all_))
    client.get("/en/investments/why/announced/")
    assert {question.by for some in asked for question in some} == {"stage", ""}


def test_ladder_of_a_list_with_more_than_is_counted_is_not_asked_of_the_totals(settings, monkeypatch):
    settings.FACET_ROWS = 1
    for word in ("one", "two"):
        publish_story(word)
    monkeypatch.setattr("articles.collections.counting.answer", lambda *_all: pytest.fail("asked"))
    assert ask("investments", "q=investment").counting.by_stage is None


@pytest.mark.parametrize("address", LIMITED)
@pytest.mark.slow
def test_answer_that_takes_too_long_is_refused_at_every_door(client, settings, stop, address):
    settings.FACET_ROWS = 0  # what words find is counted one by one
    publish_story("plant")
    stop(LIMITED[address])
    response = client.get(address)
    assert response.status_code == 503
    kind = "text/html; charset=utf-8" if address.partition("?")[0].endswith("/") else "application/problem+json"
    assert response.headers["Content-Type"] == kind


def test_record_whose_related_rows_take_too_long_says_to_come_again(client, stop):
    address = publish_story("one").quote_blocks.get().organisation.get_absolute_url()
    stop("articles.collections.counting.at_most")
    response = client.get(address)
    assert (response.status_code, "Try again in a minute" in response.text) == (503, True)


@pytest.fixture
def stop_asides(settings, monkeypatch):
    """Return a function that lets all that has only FACET_MILLISECONDS take too long."""
    limit = at_most

    def stop(milliseconds):
        if milliseconds < 0:
            raise TooSlow
        return limit(milliseconds)

    def start():
        settings.FACET_MILLISECONDS = -1  # told apart from the limit of the list
        monkeypatch.setattr("articles.collections.counting.at_most", stop)

    return start


def test_page_whose_facet_was_stopped_is_kept_nowhere(client, stop_asides):
    stop_asides()
    response = client.get("/en/places/")
    assert response.headers["Cache-Control"] == "no-store"
    assert "Too many rows to count here" in response.text


def test_filter_that_cannot_be_counted_without_in_time_is_not_offered(client, stop_asides):
    publish_story("one")
    address = "/en/investments/?stage=mou&year=2024"
    assert "without Stage" in client.get(address).text
    stop_asides()
    response = client.get(address)
    assert "whichever of them is left out" in response.text
    assert response.headers["Cache-Control"] == "no-store"


def test_number_is_explained_without_the_unconverted_when_these_take_too_long(client, stop_asides):
    investment = InvestmentFactory()
    article = ArticleFactory()
    desk.match(ClaimFactory(article=article, currency="VND"), investment)
    desk.publish(article)
    address = "/en/investments/why/announced/"
    assert "1 has a printed amount for which there is no rate" in client.get(address).text
    stop_asides()
    response = client.get(address)
    assert "1 investment is counted and adds nothing to the sum" in response.text
    assert "no rate" not in response.text
    assert response.headers["Cache-Control"] == "no-store"


def counts_of(queries):
    """Return the statements that count investments, in the index or in their table."""
    return [query["sql"] for query in queries if "COUNT(*)" in query["sql"] and "articles_alias" not in query["sql"]]


@pytest.mark.parametrize(("most", "counted"), [(1, 1), (2, 2), (3, 2), (9, 2)])
@pytest.mark.slow
def test_list_is_counted_no_further_than_a_file_may_be_long(client, settings, most, counted):
    """Once to see that there is more than is shown, and once at most for both files."""
    settings.FACET_ROWS, settings.DOWNLOAD_ROWS = 1, most
    for word in ("one", "two", "three"):
        publish_story(word)
    with CaptureQueriesContext(connection) as queries:
        text = client.get("/en/investments/?q=investment").text
    assert len(counts_of(queries)) == counted
    assert ("A file holds at most" in text) == (most < 3)
    assert ask("investments", "q=investment").exact_total == 3


def test_list_that_is_not_counted_in_time_has_no_files_and_is_kept_nowhere(client, stop):
    publish_story("one")
    stop("articles.collections.counting.Counting.exceeds")
    response = client.get("/en/investments/")
    assert "A file holds at most" in response.text
    assert "/en/investments.csv" not in response.text
    assert "/en/investments.json" in response.text
    assert response.headers["Cache-Control"] == "no-store"
