"""The numbers of a list where counting has its limits: nothing to find, too much that changed, too little time."""

import pytest
from django.http import QueryDict
from django.utils import timezone

from articles import models
from articles.charts import CHARTS
from articles.collections import BY_NAME, COLLECTIONS
from articles.collections.formats import FORMATS, SIDECAR
from articles.collections.listing import Listing
from articles.totals import reading
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


def ask(name, query=""):
    return Listing(BY_NAME[name], QueryDict(query))


@pytest.mark.parametrize("words", FRUITLESS)
@pytest.mark.parametrize("door", DOORS)
def test_words_that_find_nothing_are_an_empty_answer_at_every_door(client, door, words):
    publish_story("one")
    assert client.get(f"/en/{door}", {"q": words}).status_code == 200


def test_total_is_whole_when_too_many_records_have_changed(settings, monkeypatch):
    settings.FACET_ROWS = 1
    for word in ("one", "two", "three"):
        publish_story(word)
    monkeypatch.setattr(reading, "MOST_UNCOUNTED", 1)
    models.Quote.objects.update(public_from=timezone.now())
    models.Uncounted.objects.update(due=0)
    listing = ask("quotes")
    assert (listing.total, listing.has_more, listing.exact_total) == (3, False, 3)
