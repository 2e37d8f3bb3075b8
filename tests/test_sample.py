"""The sample is the same from the same seed, derives what the desk derives, and mixes with nothing."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from articles import desk, models
from articles.demo.sample import Size, build_sample, drawing
from articles.demo.sample.directory import enter_directory
from articles.demo.sample.tables import RECORDS, TABLES, first_ids
from articles.demo.sample.words import tokens_by_part
from articles.models.bulk import LEFT_OUT
from articles.models.fields import CleanedOnWrite
from articles.rates import RateBook, rate_on
from articles.tokens import tokens
from articles.vocabulary import Status
from tests.factories import ArticleFactory

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SMALL = Size(articles=40, quotes=60, investments=30)
ENTITIES = (models.Person, models.Organisation, models.Place)
PUBLIC = (*ENTITIES, models.Article, models.Quote, models.Claim, models.Investment, models.Topic, models.Term)
# What any save sets anew.
AT_EACH_SAVE = {"updated_at", "version"}


def stored(model):
    """Return every row of a model."""
    columns = [field.attname for field in model._meta.concrete_fields if field.name not in AT_EACH_SAVE]
    return list(model.objects.order_by("public_id").values(*columns))


def test_sample_is_what_the_desk_would_derive():
    build_sample(SMALL)
    before = {model: stored(model) for model in PUBLIC}
    aliases = set(models.Alias.objects.values_list("pk", "text", "key"))
    desk.refresh_places()
    for entity in (entity for model in ENTITIES for entity in model.objects.all()):
        desk.refresh_entity(entity)
    for article in models.Article.objects.all():
        desk.refresh_article(article)
    ids = {model: set(model.objects.values_list("pk", flat=True)) for model in PUBLIC}
    desk.refresh_references(
        desk.References(
            people=ids[models.Person],
            organisations=ids[models.Organisation],
            topics=ids[models.Topic],
            investments=ids[models.Investment],
            terms=ids[models.Term],
        )
    )
    for model in PUBLIC:
        assert stored(model) == before[model]
    assert set(models.Alias.objects.values_list("pk", "text", "key")) == aliases


def test_sample_is_written_as_its_columns_would_clean_it():
    build_sample(SMALL)
    for model in (*RECORDS, models.Text, models.Heading):
        cleaned = [field for field in model._meta.concrete_fields if isinstance(field, CleanedOnWrite)]
        for row in model.objects.values(*(field.attname for field in cleaned)):
            assert {field.attname: field.clean_text(row[field.attname]) for field in cleaned} == row


def test_sample_leaves_nothing_to_be_put_right():
    build_sample(SMALL)
    assert models.Uncounted.objects.filter(due=0).count() == 0
    out = StringIO()
    call_command("audit", stdout=out)
    assert out.getvalue() == "Everything holds.\n"


def kept_up():
    """Return what is kept up with every row of the tables that a sample fills: triggers, indexes, foreign keys."""
    tables = json.dumps([model._meta.db_table for model in TABLES])
    found = set()
    with connection.cursor() as cursor:
        for statement in LEFT_OUT[connection.vendor]:
            cursor.execute(statement, [tables])
            found |= set(cursor.fetchall())
    return found


def test_sample_leaves_the_tables_as_they_were():
    before = kept_up()
    build_sample(SMALL)
    assert kept_up() == before
    assert len(before) > 50
    assert ArticleFactory().pk > models.Article.objects.filter(import_key__startswith="sample:").latest("pk").pk


def test_rows_are_the_same_whoever_draws_them(monkeypatch):
    monkeypatch.setattr(drawing, "STORIES_AT_A_TIME", 10)
    directory = enter_directory(SMALL, 1)
    plan = drawing.Plan(SMALL, 1, directory, first_ids(), RateBook(), timezone.now())
    assert list(drawing.draw_all(plan)) == [drawing.draw(numbers, plan) for numbers in plan.parts()]
    assert len(plan.parts()) == 4


@pytest.mark.parametrize("text", ["말했다. 다시 말한다.", "가람 · An Xuan", "“We will. ” said the U.S. envoy."])
def test_tokens_of_a_text_are_those_of_its_parts(text):
    assert tokens_by_part(text).split() == tokens(text)


def test_rate_book_says_what_the_rates_say():
    for day in (date(2024, 5, 10), date(2024, 5, 20)):
        models.Rate.objects.create(currency="VND", day=day, per_usd=25_000 + day.day, source="desk")
    book = RateBook()
    for currency in ("USD", "VND", "KRW", "XAU"):
        for day in (date(2024, 5, 9), date(2024, 5, 10), date(2024, 5, 19), date(2024, 5, 21)):
            assert book.on(currency, day) == rate_on(currency, day)


def test_sample_has_the_size_asked_for_and_every_state():
    build_sample(Size(articles=200, quotes=300, investments=50))
    counts = [model.objects.count() for model in (models.Article, models.Quote, models.Investment)]
    assert counts == [200, 300, 50]
    articles = models.Article.objects.all()
    assert set(articles.values_list("status", flat=True)) == set(Status.values)
    assert any(article.is_scheduled for article in articles)
    assert articles.public().count() > 150
    assert models.Investment.objects.public().filter(usd_max__isnull=False).exists()


def texts():
    """Return what was written, in an order of its own."""
    return [
        *models.Article.objects.order_by("public_id").values_list("public_id", "headline", "status", "search_text"),
        *models.Quote.objects.order_by("public_id").values_list("public_id", "text", "speaker__name_ko", "review"),
        *models.Investment.objects.order_by("public_id").values_list("public_id", "search_text", "usd_max", "stage"),
    ]


def test_sample_follows_from_its_seed():
    with transaction.atomic():
        build_sample(SMALL, seed=7)
        first = texts()
        transaction.set_rollback(True)
    build_sample(SMALL, seed=7)
    assert texts() == first
    build_sample(SMALL, seed=8)
    assert models.Article.objects.count() == 2 * SMALL.articles


def sample(**options):
    """Run the command and return what it printed."""
    out = StringIO()
    call_command("sample", articles=12, quotes=6, investments=3, stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def test_second_run_adds_nothing_and_says_so():
    assert sample() == "Sample: 12 articles, 6 quotes, 3 investments.\n"
    assert sample() == "The sample of seed 1 is there already; nothing was added.\n"
    assert models.Article.objects.count() == 12


def test_sample_does_not_mix_with_stories_unless_forced():
    ArticleFactory()
    with pytest.raises(CommandError, match="--force"):
        sample()
    assert models.Article.objects.count() == 1
    sample(force=True)
    assert models.Article.objects.count() == 13


def test_interrupted_sample_leaves_nothing():
    def stop(step, done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_sample(SMALL, report=stop)
    assert not models.Article.objects.exists()
    assert not models.Person.objects.exists()
