"""Lists of the admin: what their search, their filters and their calendar find."""

from datetime import UTC, datetime

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import desk, models
from articles.vocabulary import AliasKind, Precision, Review
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    OrganisationFactory,
    PersonFactory,
    QuoteFactory,
    TopicFactory,
    make_story,
    publish_story,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ADMINS = {model: own for model, own in admin.site._registry.items() if model._meta.app_label == "articles"}
ARTICLES = reverse("admin:articles_article_changelist")


def changelist(client, model, **query):
    """Return the list as the page has it, and the statements it took."""
    with CaptureQueriesContext(connection) as captured:
        response = client.get(reverse(f"admin:articles_{model._meta.model_name}_changelist"), query)
    assert response.status_code == 200, (model, query)
    return response.context["cl"], [query["sql"] for query in captured]


def found(client, model, words, **query):
    """Return what a search of the list shows."""
    shown, _statements = changelist(client, model, q=words, **query)
    assert shown.result_count == len(shown.result_list)
    return list(shown.result_list)


@pytest.mark.parametrize("words", ["Hòa Bình", "hoa binh", "BÌNH hoà"])
def test_search_minds_neither_case_nor_accents(admin_client, words):
    claim = ClaimFactory(sentence="Một nhà máy tại Hòa Bình.", article__headline="Nhà máy Hòa Bình")
    person = PersonFactory(name_vi="Trần Hòa Bình")
    desk.refresh_entity(person)
    desk.refresh_article(claim.article)
    assert found(admin_client, models.Claim, words) == [claim]
    assert found(admin_client, models.Article, words) == [claim.article]
    assert found(admin_client, models.Person, words) == [person]


def test_search_finds_an_entry_by_its_alias_once(admin_client):
    person = PersonFactory(name_en="Kim Min-woo")
    for text in ("Min-woo Kim", "Kim Minwoo"):
        models.Alias.objects.create(person=person, kind=AliasKind.ALIAS, text=text)
    desk.refresh_entity(person)
    assert found(admin_client, models.Person, "kim") == [person]
    assert found(admin_client, models.Person, "minwoo") == [person]


def test_search_finds_by_public_id(admin_client):
    articles = [ArticleFactory() for _number in range(2)]
    quote = QuoteFactory(parent=articles[0])
    assert found(admin_client, models.Article, articles[1].public_id) == [articles[1]]
    assert found(admin_client, models.Quote, f" {quote.public_id} ") == [quote]
    assert found(admin_client, models.Article, "2345678923") == []


SAID = ["Foxconn said 15억", "was one-and-only", "became another", "misread the table", "Plant"]


@pytest.mark.parametrize("words", SAID)
def test_search_finds_a_correction_by_what_it_says(admin_client, words):
    texts = {"note": "Foxconn said 15억.", "was": "was one-and-only", "now": "became another"}
    article = ArticleFactory(headline="A plant")
    correction = models.Correction.objects.create(article=article, reason="We misread the table.", **texts)
    models.Correction.objects.create(article=ArticleFactory(), note="Other.", reason="Other.")
    models.Correction.objects.filter(pk=correction.pk).update(search_text=correction.folded())
    assert found(admin_client, models.Correction, words) == [correction]


def test_search_of_any_length_is_answered(admin_client):
    assert found(admin_client, models.Article, "word " * 3000) == []


def test_decisions_from_a_list_fail_for_one_story_alone(admin_client):
    public, draft = publish_story("public"), make_story("draft")
    quotes = [story.quote_blocks.get().pk for story in (public, draft)]
    address = reverse("admin:articles_quote_changelist")
    page = admin_client.post(address, {"action": "reject", "_selected_action": quotes}, follow=True).text
    assert f"{public}: Readers have seen this." in page
    assert [story.quote_blocks.get().review for story in (public, draft)] == [Review.ACCEPTED, Review.REJECTED]
    assert models.Person.objects.public().get() == public.quote_blocks.get().speaker


def test_undecided_records_are_counted(admin_client):
    article = make_story()
    ArticleFactory()
    QuoteFactory(parent=article, review=Review.SUGGESTED)
    ClaimFactory.create_batch(2, article=article, review=Review.SUGGESTED)
    shown, _statements = changelist(admin_client, models.Article)
    undecided = {row.pk: ADMINS[models.Article].undecided(row) for row in shown.result_list}
    assert undecided[article.pk] == 3
    assert set(undecided.values()) == {3, ""}


def tagged(name):
    """Return an article about a topic of that name."""
    article = ArticleFactory()
    topic = TopicFactory(name_en=name)
    desk.refresh_references(desk.References(topics={topic.pk}))
    article.topics.add(topic)
    return article


def test_long_directory_is_filtered_by_a_typed_name(admin_client):
    wind, water = tagged("Wind power"), tagged("Water power")
    water.topics.add(*TopicFactory.create_batch(40))
    by_name = {"topics__named": "power"}
    shown, _statements = changelist(admin_client, models.Article, **by_name)
    assert set(shown.result_list) == {wind, water}
    assert shown.result_count == 2
    assert set(changelist(admin_client, models.Article, topics__named="WATER")[0].result_list) == {water}
    assert not changelist(admin_client, models.Article, topics__named="fire")[0].result_count
    page = admin_client.get(ARTICLES, by_name | {"status__exact": "draft", "q": "headline"}).text
    assert '<input type="search" id="filter-topics__named" name="topics__named" value="power"' in page
    assert '<input type="hidden" name="status__exact" value="draft">' in page
    assert '<input type="hidden" name="q" value="headline">' in page


def test_long_directory_shows_the_one_entry_of_an_address(admin_client):
    article = tagged("Wind power")
    TopicFactory.create_batch(40)
    query = {"topics__id__exact": article.topics.get().pk}
    shown, _statements = changelist(admin_client, models.Article, **query)
    assert list(shown.result_list) == [article]
    spec = next(spec for spec in shown.filter_specs if spec.field_path == "topics")
    assert [str(choice["display"]) for choice in spec.choices(shown) if choice["selected"]] == ["Wind power"]


def test_short_directory_is_filtered_by_links(admin_client):
    article = ArticleFactory(section__name_en="Economy")
    ArticleFactory()
    shown, _statements = changelist(admin_client, models.Article, section__id__exact=article.section.pk)
    assert list(shown.result_list) == [article]
    assert "Economy</a>" in admin_client.get(ARTICLES).text


# The moment is 1 January 2024 at the desk, and the last day of 2023 in Greenwich.
@pytest.mark.parametrize(
    ("chosen", "is_found", "offered"),
    [
        ("2024", True, [f"2024-{month:02}" for month in range(1, 13)]),
        ("2023", False, [f"2023-{month:02}" for month in range(1, 13)]),
        ("2024-01", True, [f"2024-01-{day:02}" for day in range(1, 32)]),
        ("2024-02", False, [f"2024-02-{day:02}" for day in range(1, 30)]),
        ("2024-01-01", True, []),
        ("2023-12-31", False, []),
    ],
)
def test_calendar_keeps_the_days_of_the_desk(admin_client, chosen, is_found, offered):
    moment = datetime(2023, 12, 31, 15, 30, tzinfo=UTC)
    ArticleFactory(published_at=moment, published_precision=Precision.MINUTE)
    ArticleFactory()
    shown, _statements = changelist(admin_client, models.Article, published_at__in_time=chosen)
    assert shown.result_count == is_found
    spec = next(spec for spec in shown.filter_specs if spec.field_path == "published_at")
    assert list(spec.narrower()) == offered
    assert [choice["display"] for choice in spec.choices(shown) if choice["selected"]] == [spec.label(chosen)]


def test_calendar_offers_the_years_there_are(admin_client):
    for year in (2021, 2024):
        moment = datetime(year, 6, 1, tzinfo=UTC)
        ArticleFactory(published_at=moment, published_precision=Precision.MINUTE)
    shown, _statements = changelist(admin_client, models.Article)
    spec = next(spec for spec in shown.filter_specs if spec.field_path == "published_at")
    assert [str(choice["display"]) for choice in spec.choices(shown)] == ["All", "2024", "2023", "2022", "2021"]


@pytest.mark.parametrize(
    "chosen", ["0001", "9999", "2024-13", "2024-02-30", "２０２４", "x", "2024-1", "2024-01-01-01"]
)
def test_calendar_refuses_what_is_no_date(admin_client, chosen):
    ArticleFactory(published_at=datetime(2024, 6, 1, tzinfo=UTC), published_precision=Precision.MINUTE)
    response = admin_client.get(ARTICLES, {"published_at__in_time": chosen})
    assert response.status_code == 302
    assert response["Location"].endswith("?e=1")


def test_autocomplete_finds_and_pages(admin_client):
    OrganisationFactory.create_batch(25)
    for organisation in models.Organisation.objects.all():
        desk.refresh_entity(organisation)
    query = {"app_label": "articles", "model_name": "quote", "field_name": "organisation", "term": "organisation"}
    first = admin_client.get(reverse("admin:autocomplete"), query).json()
    second = admin_client.get(reverse("admin:autocomplete"), query | {"page": 2}).json()
    assert (len(first["results"]), first["pagination"]["more"]) == (20, True)
    assert (len(second["results"]), second["pagination"]["more"]) == (5, False)
