"""Lists stay quick: as many queries for a hundred rows as for ten, no long texts, a bounded choice in every filter."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from articles import models, search
from articles.admin.lists import LONG_TEXTS, ListAdmin
from articles.demo.sample import Size, build_sample
from articles.vocabulary import PlaceKind
from tests.admin.test_lists import ADMINS, ARTICLES, changelist

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
DIRECTORY = (models.Person, models.Organisation, models.Topic, models.Term)


def grow(rows):
    """Add so many rows to every table that has a list."""
    build_sample(Size(rows, rows, rows), seed=rows)
    names = [f"Name a {rows} {number}" for number in range(rows)]
    for model in DIRECTORY:
        model.objects.bulk_create([model(name_en=name, search_text=name.lower()) for name in names])
    kinds = [PlaceKind.COUNTRY, PlaceKind.CITY]
    places = [models.Place(name_en=name, search_text=name.lower(), kind=kinds[len(name) % 2]) for name in names]
    models.Place.objects.bulk_create(places)
    models.Place.objects.filter(country=None).update(country=places[0].pk)
    models.Outlet.objects.bulk_create([models.Outlet(name_en=name) for name in names])
    models.Section.objects.bulk_create([models.Section(name_en=name, slug=name) for name in names])
    models.Sector.objects.bulk_create(
        [models.Sector(name_en=name, slug=name, scheme=f"a {rows}", code=number) for number, name in enumerate(names)]
    )
    days = (date(2020, 1, 1) + timedelta(days=rows + number) for number in range(rows))
    models.Rate.objects.bulk_create([models.Rate(currency="VND", day=day, per_usd=1, source="a bank") for day in days])
    article = models.Article.objects.first()
    models.Correction.objects.bulk_create(
        [models.Correction(article=article, note=name, search_text=name.lower(), reason="a") for name in names]
    )


def asked(shown) -> Iterator[dict]:
    """Yield a query for each thing that can be asked of a list: words, an order, a filter."""
    yield {}
    if shown.search_fields:
        yield {"q": "a"}
    yield from ({"o": number} for number, name in enumerate(shown.list_display) if shown.get_ordering_field(name))
    for spec in shown.filter_specs:
        for choice in list(spec.choices(shown))[:3]:
            if query := dict(re.findall(r"([^?&=]+)=([^&]+)", choice["query_string"])):
                yield query


def statements_by_page(client, pages):
    """Return how many statements each page takes, of those that show a row."""
    counts = {}
    for model, query in pages:
        shown, statements = changelist(client, model, **query)
        if len(shown.result_list):
            counts[model.__name__, str(query)] = len(statements)
    return counts


@pytest.fixture(scope="module")
def small(rows_of_a_module):
    """Ten rows of everything; what can be asked of the lists, and how many statements it takes."""
    with rows_of_a_module():
        grow(10)
        client = Client()
        client.force_login(get_user_model().objects.create_superuser("somebody"))
        pages = [(model, query) for model in ADMINS for query in asked(changelist(client, model)[0])]
        yield pages, statements_by_page(client, pages)


@pytest.fixture(scope="module")
def large(small, rows_of_a_module):
    """A database in which no directory fits on a page."""
    with rows_of_a_module():
        grow(130)
        yield


def test_lists_answer_whatever_they_can_be_asked(small):
    shown = {name for name, _query in small[1]}
    assert shown >= {"Article", "Quote", "Claim", "Investment", "Place", "Rate", "Correction"}


@pytest.mark.any_database
def test_lists_take_as_many_queries_for_a_hundred_rows_as_for_ten(admin_client, small, large, monkeypatch):
    pages, few = small
    for own in ADMINS.values():
        monkeypatch.setattr(own, "list_per_page", 30)  # more than there were, and no longer to draw than it must be
    many = statements_by_page(admin_client, pages)
    assert {page: many[page] for page in few} == few


def test_lists_leave_long_texts_in_the_database(admin_client, large):
    read = re.compile(r'"(?:{})"'.format("|".join(LONG_TEXTS)))
    for model, own in ADMINS.items():
        if not isinstance(own, ListAdmin):
            continue
        for query in ({}, {"q": "a"}, {"p": 2}):
            for statement in changelist(admin_client, model, **query)[1]:
                assert not read.search(statement.split(" FROM ")[0]), (model, query)


def test_filters_offer_a_bounded_choice(admin_client, large):
    for model in ADMINS:
        shown, _statements = changelist(admin_client, model)
        for spec in shown.filter_specs:
            assert len(list(spec.choices(shown))) <= 100, (model, spec.title)


def test_pages_show_every_row_once_in_order(admin_client, large):
    found = [row.pk for page in (1, 2, 3) for row in changelist(admin_client, models.Article, p=page)[0].result_list]
    assert found == list(models.Article.objects.order_by("-updated_at", "-pk").values_list("pk", flat=True))
    everything, _statements = changelist(admin_client, models.Article, all="")
    assert [row.pk for row in everything.result_list] == found
    assert changelist(admin_client, models.Article)[0].result_count == len(found)
    assert admin_client.get(ARTICLES, {"p": 4}).status_code == 302


def test_search_reads_the_rows_once(admin_client, large):
    for words in ("warehouse", "nowhere"):
        _shown, statements = changelist(admin_client, models.Article, q=words)
        asked = [statement for statement in statements if search.index.TABLE in statement]
        assert 1 <= len(asked) <= 2, "the keys, and the rows of the page"
        assert not any("COUNT(*)" in statement for statement in asked)
