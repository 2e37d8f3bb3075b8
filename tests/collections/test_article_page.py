"""The article page: everything in it by six statements at most."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import desk, models
from articles.models import fetch_together
from articles.vocabulary import Language
from tests.factories import ArticleFactory, QuoteFactory, TextFactory, TopicFactory, make_story, publish_story

pytestmark = pytest.mark.django_db
MOST = 6 + 1


def make_full_story(records):
    """Return a public story with every kind of block, some records of each kind, and a version in another language."""
    article = make_story("full", language=Language.EN)
    for number in range(records):
        TextFactory(parent=article, ordering=100 + number)
        QuoteFactory(parent=article, ordering=200 + number, text=f"Quoted {number}")
        article.topics.add(TopicFactory())
    models.Heading.objects.create(parent=article, ordering=1, text="Sub-heading")
    models.Table.objects.create(parent=article, ordering=2, caption="Numbers", cells="a|b\n1|2")
    models.Definition.objects.create(parent=article, ordering=3, term=models.Term.objects.get(article=article))
    publish_story("version", language=Language.KO, translation_group=article.translation_group)
    return desk.publish(article, at=timezone.now() - timedelta(hours=1))


@pytest.mark.parametrize("records", [1, 8])
def test_article_page_takes_six_statements_at_most_whatever_it_holds(client, records):
    address = make_full_story(records).get_absolute_url()
    assert connection.features.supports_json_field  # asked once a process
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    assert len(captured) <= MOST, "\n".join(query["sql"][:90] + query["sql"][-150:] for query in captured)
    for words in ("Paragraph full", "Sub-heading", "Numbers", "Term full", "Said full", "Quoted 0", "Investment full"):
        assert words in response.text
    for words in ("Topic full", "Note full", "Headline version", "They announced full"):
        assert words in response.text
    shelf = response.context["related"][0]
    assert shelf.total == records + 1
    assert client.get(shelf.first_url).context["listing"].total == records + 1


def test_rows_fetched_together_are_the_rows():
    article = make_full_story(2)
    querysets = [
        models.Text.objects.all(),
        models.Topic.objects.public().for_list(),
        article.corrections.public(),
        models.Article.objects.public().for_list(),
        models.Person.objects.none() | models.Person.objects.filter(pk=0),
    ]
    for rows, queryset in zip(fetch_together(querysets), querysets, strict=True):
        wanted = {row.pk: loaded(row) for row in queryset.select_related(None)}
        assert {row.pk: loaded(row) for row in rows} == wanted


def loaded(row):
    """Return the columns of a row that are in memory."""
    return {name: value for name, value in vars(row).items() if not name.startswith("_")}


def test_story_without_records_is_a_page_too(client):
    article = desk.publish(ArticleFactory(headline="Bare"), at=timezone.now())
    assert client.get(article.get_absolute_url()).context["related"] == []
