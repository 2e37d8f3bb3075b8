"""Ids of entries that were merged lead to the entry that stayed, and tell nothing of one that readers cannot see."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import desk, models
from articles.collections import COLLECTIONS
from articles.collections.formats import FORMATS
from tests.factories import OrganisationFactory, PersonFactory, PlaceFactory, make_story, publish_story

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
WORD = "zqxcanary"
KINDS = {
    "people": (PersonFactory, models.Person),
    "organisations": (OrganisationFactory, models.Organisation),
    "places": (PlaceFactory, models.Place),
}
kinds = pytest.mark.parametrize("name", KINDS)
# Every filter that takes an entry which can be merged, with the collection that has it.
FILTERS = [
    (collection, parameter)
    for collection in COLLECTIONS
    for parameter, filter_ in collection.filters.base_filters.items()
    if getattr(filter_, "target", None) in {model for _factory, model in KINDS.values()}
]
filters = pytest.mark.parametrize(("collection", "parameter"), FILTERS, ids=lambda value: getattr(value, "name", value))


def merged(name, keep):
    """Merge a new entry into `keep` and return the id that went."""
    drop = KINDS[name][0]()
    desk.merge(keep, drop)
    return drop.public_id


def kept_by(collection, parameter):
    """Return the public entry to filter by, and the name of its collection."""
    model = collection.filters.base_filters[parameter].target
    name = next(name for name, (_factory, known) in KINDS.items() if known is model)
    return model.objects.public().get(), name


def body(response):
    return (b"".join(response.streaming_content) if response.streaming else response.content).decode()


@kinds
@pytest.mark.parametrize("language", ["ko", "en", "vi"])
def test_old_address_leads_to_the_kept_page_in_one_step(client, name, language):
    publish_story()
    keep = KINDS[name][1].objects.public().get()
    old = merged(name, keep)
    page = f"/{language}/{name}/{keep.public_id}/"
    for address in (f"/{language}/{name}/{old}/", f"/{language}/{name}/{old}/some-slug/"):
        response = client.get(address)
        assert response.status_code == 301
        assert response.headers["Location"].startswith(page)
        assert client.get(response.headers["Location"]).status_code == 200


def test_old_address_of_a_chain_leads_to_its_end(client):
    publish_story()
    last = models.Person.objects.public().get()
    first, between = PersonFactory(), PersonFactory()
    desk.merge(between, first)
    desk.merge(last, between)
    for person in (first, between):
        assert last.public_id in client.get(f"/en/people/{person.public_id}/").headers["Location"]


@kinds
def test_old_id_is_known_in_its_own_collection_only(client, name):
    publish_story()
    old = merged(name, KINDS[name][1].objects.public().get())
    for collection in COLLECTIONS:
        if collection.name != name:
            assert client.get(f"/en/{collection.name}/{old}/").status_code == 404


def test_old_address_of_a_hidden_entry_is_as_unknown_as_any(client):
    """Same answer, same statements: nobody learns that there is something behind it."""
    make_story(WORD)
    publish_story("visible")
    keep = models.Person.objects.get(name_en=f"Person {WORD}")
    old = merged("people", keep)
    answers = []
    for public_id in (old, "unknown234"):
        with CaptureQueriesContext(connection) as counted:
            response = client.get(f"/en/people/{public_id}/x/")
        assert response.status_code == 404
        text = body(response).replace(public_id, "")
        assert WORD not in text
        assert keep.public_id not in text
        answers.append((text, len(counted)))
    assert answers[0] == answers[1]


@filters
def test_old_id_filters_like_the_kept_one(client, collection, parameter):
    publish_story()
    keep, name = kept_by(collection, parameter)
    if name == "places":
        models.Organisation.objects.update(country=keep)
    if parameter == "recipient":
        models.Investment.objects.update(recipient=keep)
    if parameter == "within":
        PlaceFactory(parent=keep, public_from=keep.public_from)
    old = merged(name, keep)
    rows = client.get(f"/en/{collection.name}.json", {parameter: keep.public_id}).json()["items"]
    assert rows
    for format_ in FORMATS:
        address = f"/en/{collection.name}.{format_.suffix}"
        wanted = body(client.get(address, {parameter: keep.public_id}))
        for value in (old, [old, keep.public_id]):
            assert body(client.get(address, {parameter: value})) == wanted
    listing = client.get(f"/en/{collection.name}/", {parameter: old}).context["listing"]
    assert [row["id"] for row in rows] == [row.public_id for row in listing.rows]
    assert (listing.problems, [chip.value for chip in listing.chips]) == ({}, [str(keep)])
    assert listing.url().endswith(f"{parameter}={keep.public_id}")


@filters
def test_old_id_of_a_hidden_entry_is_as_unknown_as_any_in_a_filter(client, collection, parameter):
    target = collection.filters.base_filters[parameter].target
    name = next(name for name, (_factory, known) in KINDS.items() if known is target)
    keep = KINDS[name][0](name_en=WORD)
    old = merged(name, keep)
    target.objects.filter(pk=keep.pk).update(public_from=None)
    answers = []
    for public_id in (old, "unknown234"):
        with CaptureQueriesContext(connection) as counted:
            response = client.get(f"/en/{collection.name}.json", {parameter: public_id})
        assert response.status_code == 400
        assert keep.public_id not in body(response)
        answers.append((body(response).replace(public_id, ""), len(counted)))
    assert answers[0] == answers[1]


def test_known_id_costs_no_further_statement(client):
    publish_story()
    person = models.Person.objects.public().get()
    for address in (person.get_absolute_url(), f"/en/quotes/?speaker={person.public_id}"):
        with CaptureQueriesContext(connection) as counted:
            assert client.get(address).status_code == 200
        assert not [query for query in counted if models.Merge._meta.db_table in query["sql"]]


@pytest.mark.parametrize("value", ["a\x00b", "\ud800", "ä" * 500, "%", "' or 1=1"])
def test_hostile_ids_are_unknown(client, value):
    assert client.get("/en/quotes.json", {"speaker": value.encode("utf-8", "replace").decode()}).status_code == 400
