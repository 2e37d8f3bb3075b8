"""What holds for every collection and every format, those still to come included."""

import csv
import io
import json
import xml.etree.ElementTree as ET

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.charts import CHARTS
from articles.collections import BY_NAME, COLLECTIONS
from articles.collections.formats import FORMATS, SIDECAR
from tests.factories import publish_story

pytestmark = pytest.mark.django_db
# Of what can only be left out, and of signs alone, nothing is found.
FRUITLESS = ["-bank", "!!!"]
DOORS = [
    *(f"{collection.name}/" for collection in COLLECTIONS),
    *(f"investments.{format_.suffix}" for format_ in (*FORMATS, SIDECAR)),
    "investments/charts/",
    *(f"investments/charts/{chart.name}.{suffix}" for chart in CHARTS for suffix in ("svg", "csv")),
    "investments/why/announced/",
]
ATOM = "{http://www.w3.org/2005/Atom}"
collections = pytest.mark.parametrize("collection", COLLECTIONS, ids=lambda c: c.name)
formats = pytest.mark.parametrize("format_", FORMATS, ids=lambda f: f.suffix)
languages = pytest.mark.parametrize("language", ["ko", "en", "vi"])


@pytest.fixture(scope="module", autouse=True)
def stories(rows_of_a_module):
    """Two public stories, which no test here changes."""
    with rows_of_a_module():
        publish_story("first")
        publish_story("second")
        yield


def content(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def urls_in(suffix, response):
    """Return the addresses of the records that a file lists."""
    text = content(response).decode("utf-8-sig")
    readers = {
        "csv": lambda: [row["url"] for row in csv.DictReader(io.StringIO(text, newline=""))],
        "json": lambda: [item["url"] for item in json.loads(text)["items"]],
        "ndjson": lambda: [json.loads(line)["url"] for line in text.splitlines()],
        "atom": lambda: [e.find(f"{ATOM}link").get("href") for e in ET.fromstring(text).iter(f"{ATOM}entry")],
        "rss": lambda: [item.findtext("link") for item in ET.fromstring(text).iter("item")],
        "jsonfeed": lambda: [item["url"] for item in json.loads(text)["items"]],
    }
    return readers[suffix]()


@collections
@languages
def test_list_page_shows_every_public_row(client, collection, language):
    response = client.get(f"/{language}/{collection.name}/")
    assert response.status_code == 200
    for row in collection.rows():
        assert row.public_id in response.text


@collections
@formats
def test_every_format_lists_the_rows_of_the_page(client, collection, format_):
    response = client.get(reverse(f"{collection.name}-{format_.suffix}"))
    assert response.headers["Content-Type"].startswith(format_.media_type)
    wanted = {f"http://newsroom.test{row.get_absolute_url()}" for row in collection.rows()}
    assert set(urls_in(format_.suffix, response)) == wanted


@collections
@formats
def test_unknown_parameter_is_refused_by_name(client, collection, format_):
    response = client.get(reverse(f"{collection.name}-{format_.suffix}"), {"colour": "red"})
    assert response.status_code == 400
    assert [error["parameter"] for error in response.json()["errors"]] == ["colour"]


@collections
def test_wrong_parameters_leave_the_page_with_a_notice(client, collection):
    response = client.get(reverse(collection.name), {"colour": "red", "page": "zz", "sort": "password"})
    assert response.status_code == 200
    listing = response.context["listing"]
    assert listing.problems.keys() == {"colour", "page", "sort"}
    assert listing.rows == client.get(reverse(collection.name)).context["listing"].rows


@collections
def test_empty_parameters_lead_to_the_clean_address(client, collection):
    response = client.get(reverse(collection.name), {"q": "", "sort": ""})
    assert response.status_code == 302
    assert response.headers["Location"] == reverse(collection.name) + "?"


@collections
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_lists_and_files_only_answer_reading(client, collection, method):
    for name in (collection.name, *(f"{collection.name}-{f.suffix}" for f in FORMATS)):
        assert getattr(client, method)(reverse(name)).status_code == 405


def queries_of(client, addresses):
    """Return how many statements the answers at these addresses take together."""
    with CaptureQueriesContext(connection) as counted:
        for address in addresses:
            response = client.get(address)
            assert response.status_code == 200
            content(response)
    return len(counted)


@pytest.fixture(scope="module")
def counts(stories, rows_of_a_module):
    """How many queries the page and the files of each collection take, of two stories and of four."""
    client = Client()
    with rows_of_a_module():
        found = []
        for more in (("third", "fourth"), ()):
            pages = {each.name: queries_of(client, [reverse(each.name)]) for each in COLLECTIONS}
            files = {
                each.name: queries_of(client, [reverse(f"{each.name}-{format_.suffix}") for format_ in FORMATS])
                for each in COLLECTIONS
            }
            found.append((pages, files))
            for word in more:
                publish_story(word)
    return found


@pytest.mark.any_database
@collections
@pytest.mark.slow
def test_list_queries_do_not_grow_with_rows(counts, collection):
    assert [pages[collection.name] for pages, _files in counts] == [QUERIES[collection.name]] * 2


# The page of each collection: its numbers, the names of what facets count, the ids of its rows, the rows, and what
# these bring along.
QUERIES = {
    "articles": 5,
    "quotes": 6,
    "investments": 8,
    "people": 3,
    "organisations": 5,
    "places": 6,
    "topics": 3,
    "glossary": 3,
    "corrections": 7,
}


@pytest.mark.any_database
@collections
@pytest.mark.slow
def test_file_queries_do_not_grow_with_rows(counts, collection):
    few, many = (files[collection.name] for _pages, files in counts)
    assert few == many


@collections
def test_every_facet_counts_what_choosing_it_shows(client, collection):
    listing = client.get(reverse(collection.name)).context["listing"]
    for facet in listing.facets:
        assert facet.values, facet.name
        for value in facet.values:
            url = listing.url(toggle=(facet.name, value.value))
            assert client.get(url).context["listing"].total == value.count, (facet.name, value.label)


@pytest.mark.parametrize("words", FRUITLESS)
@pytest.mark.parametrize("door", DOORS)
def test_words_that_find_nothing_are_an_empty_answer_at_every_door(client, door, words):
    assert client.get(f"/en/{door}", {"q": words}).status_code == 200


@collections
def test_detail_redirects_to_its_slug_and_refuses_the_unknown(client, collection):
    row = collection.rows().first()
    address = row.get_absolute_url()
    assert client.get(address).status_code == 200
    assert client.get(reverse(collection.name) + f"{row.public_id}/old-slug/").headers["Location"] == address
    assert client.get(reverse(collection.name) + "unknown/x/").status_code == 404


@collections
def test_columns_have_unique_names_and_no_database_keys(collection):
    names = [column.name for column in collection.columns]
    assert len(names) == len(set(names))
    assert not {"pk", "search_text", "source_text", "import_key"} & set(names)


def test_related_rows_name_filters_that_exist():
    for collection in COLLECTIONS:
        for related in collection.related:
            assert related.parameter in BY_NAME[related.collection].filters.base_filters
