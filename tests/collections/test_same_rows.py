"""Whatever is asked, every face of a collection has the same rows, and every file answers as it is described."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from urllib.parse import urlencode

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from articles import models
from articles.collections import COLLECTIONS
from articles.collections.fields import open_rows
from articles.collections.filters import Choices, Days, Entities, Usd, Words, Years, YearsOf
from newsroom.wsgi import application
from tests.factories import publish_story

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ATOM = "{http://www.w3.org/2005/Atom}"
HOST = "http://newsroom.test"
shared = {"deadline": None, "suppress_health_check": list(HealthCheck)}
# What is asked of each kind of filter, most of which finds something.
ASKED = {
    Words: lambda _filter: ["first", "headline", "investment", "o", "zzz"],
    Choices: lambda filter_: filter_.vocabulary.values,
    Entities: lambda filter_: [getattr(row, filter_.key) for row in open_rows(filter_.target)],
    Years: (years := lambda _filter: ["2024", "2024", "1999"]),
    YearsOf: years,
    Days: lambda _filter: ["2024-01-01", "2024-12-31", "2099-12-31"],
    Usd: lambda _filter: ["0", "80000000", "80000000.01"],
}
SINGLE = {Words, Days, Usd}
PROMISES = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


@pytest.fixture(scope="module", autouse=True)
def stories(rows_of_a_module):
    """Four public stories, two of them of other kinds, which no test here changes."""
    with rows_of_a_module():
        for word in ("first", "second", "third", "fourth"):
            publish_story(word)
        models.Article.objects.filter(headline__endswith="third").update(language="ko")
        models.Quote.objects.filter(text__endswith="fourth").update(attribution="role_only", language="vi")
        yield


@st.composite
def questions(draw):
    """A collection, one to three of its filters with values, and a way to sort it."""
    collection = draw(st.sampled_from(COLLECTIONS))
    filters = collection.filters.base_filters
    asked = {}
    for name in draw(st.lists(st.sampled_from(sorted(filters)), max_size=3, unique=True)):
        kind = type(filters[name])
        if values := ASKED[kind](filters[name]):
            most = 1 if kind in SINGLE else 3
            asked[name] = draw(st.lists(st.sampled_from(values), min_size=1, max_size=most, unique=True))
    asked["sort"] = draw(st.sampled_from([sort.key for sort in collection.sorts]))
    return collection.name, urlencode(asked, doseq=True)


def content(response):
    assert response.status_code == 200
    return b"".join(response).decode("utf-8-sig")


def ids_of_page(client, name, query):
    address, ids = f"/en/{name}/?{query}", []
    while address:
        listing = client.get(address).context["listing"]
        assert not listing.problems
        ids += [row.public_id for row in listing.rows]
        address = listing.next_url
    return ids


def ids_of_json(client, name, query):
    address, ids = f"/en/{name}.json?{query}", []
    while address:
        page = json.loads(content(client.get(address.removeprefix(HOST))))
        ids += [item["id"] for item in page["items"]]
        address = page["meta"]["next"]
    return ids


def ids_of_atom(client, name, query):
    address, ids = f"/en/{name}.atom?{query}", []
    while address:
        feed = ET.fromstring(content(client.get(address.removeprefix(HOST))))
        ids += [entry.find(f"{ATOM}id").text.rpartition("/")[2] for entry in feed.iter(f"{ATOM}entry")]
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
        assert links["self"] == address if address.startswith(HOST) else "self" in links
        address = links.get("next")
    return ids


def ids_of_rss(client, name, query):
    address, ids = f"/en/{name}.rss?{query}", []
    while address:
        channel = ET.fromstring(content(client.get(address.removeprefix(HOST)))).find("channel")
        ids += [item.findtext("guid").rpartition("/")[2] for item in channel.iter("item")]
        links = {link.get("rel"): link.get("href") for link in channel.findall(f"{ATOM}link")}
        address = links.get("next")
    return ids


def ids_of_jsonfeed(client, name, query):
    address, ids = f"/en/{name}.jsonfeed?{query}", []
    while address:
        feed = json.loads(content(client.get(address.removeprefix(HOST))))
        ids += [item["id"].rpartition("/")[2] for item in feed["items"]]
        address = feed.get("next_url")
    return ids


@settings(max_examples=200, **shared)
@given(question=questions())
def test_every_face_has_the_same_rows(client, question):
    name, query = question
    with pytest.MonkeyPatch.context() as patch:
        for setting, size in (("PAGE_SIZE", 3), ("JSON_ROWS", 2), ("FEED_ENTRIES", 2)):
            patch.setattr(f"django.conf.settings.{setting}", size)
        wanted = ids_of_page(client, name, query)
        table = csv.DictReader(io.StringIO(content(client.get(f"/en/{name}.csv?{query}")), newline=""))
        assert [row["id"] for row in table] == wanted
        lines = content(client.get(f"/en/{name}.ndjson?{query}")).splitlines()
        assert [json.loads(line)["id"] for line in lines] == wanted
        assert ids_of_json(client, name, query) == wanted
        feed = ids_of_atom(client, name, query)
        assert sorted(feed) == sorted(wanted), "a feed has its own order"
        assert ids_of_rss(client, name, query) == feed
        assert ids_of_jsonfeed(client, name, query) == feed
        assert int(client.head(f"/en/{name}.csv?{query}").headers["X-Total-Count"]) == len(wanted)


@pytest.fixture
def _one_connection():
    """Keep a plain WSGI application in the test's transaction: Django closes what is inside one as a request begins."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.usefixtures("_one_connection")
def test_files_answer_as_they_are_described():
    """No error of ours, no status, header, type or body that the description does not have."""
    schema = schemathesis.openapi.from_wsgi("/openapi.json", application)
    for operation in schema.get_all_operations():
        ask(operation.ok())


def ask(operation):
    """Put some questions to one file, most of them odd."""

    @settings(max_examples=8, derandomize=True, **shared)
    @given(case=operation.as_strategy())
    def answers(case):
        case.call_and_validate(checks=PROMISES)

    answers()
