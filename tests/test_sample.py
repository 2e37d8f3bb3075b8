"""The sample is the same from the same seed, derives what the desk derives, and mixes with nothing."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from articles import desk, models
from articles.demo.sample import Size, build_sample
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
    def stop(done):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_sample(SMALL, report=stop)
    assert not models.Article.objects.exists()
    assert not models.Person.objects.exists()
