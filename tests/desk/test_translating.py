"""A story in several languages: start a version, link and part versions, keep them in step."""

import io
from datetime import UTC, datetime

import pytest
from django.core import serializers
from django.core.files.base import ContentFile
from django.db.models import Sum
from django.utils import timezone
from PIL import Image
from reversion.models import Version

from articles import desk, models
from articles.desk.history import recorded
from articles.models import block_kinds
from articles.vocabulary import Language, Review, Status
from tests.factories import ArticleFactory, ClaimFactory, QuoteFactory, TermFactory, publish_story

pytestmark = pytest.mark.django_db


def picture():
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "PNG")
    return ContentFile(out.getvalue(), name="p.png")


def make_full_story(**fields):
    """Return a public story with a block of every kind, and records in every state of review."""
    article = publish_story(
        "full", outlet=models.Outlet.objects.create(name_en="Outlet", url="https://o.example/"), **fields
    )
    place = {"parent": article, "region": "main"}
    models.Heading.objects.create(text="Heading", ordering=5, **place)
    models.Figure.objects.create(image=picture(), caption="Caption", alt="Alt", ordering=15, **place)
    models.Definition.objects.create(term=TermFactory(), ordering=40, **place)
    models.Table.objects.create(caption="Table", cells="a|b\n1|2", ordering=50, **place)
    for review in Review.values:
        QuoteFactory(parent=article, review=review, start=7, inline=True, sentence="Sentence.")
        ClaimFactory(article=article, review=review, start=9, import_key=f"key {review}")
    desk.refresh_article(article)
    article.refresh_from_db()
    return article


def dump(*querysets):
    """Return every stored value of the rows."""
    return [serializers.serialize("json", queryset.order_by("pk")) for queryset in querysets]


def contents(article):
    """Return the rows of an article, kind by kind, with all they say; not what is each row's own."""
    own = {"id", "parent", "article", "language", "public_id", "public_from", "search_text", "version"}
    own |= {"created_at", "updated_at", "import_key", "start"}
    rows = {}
    for model, owner in (*((kind, "parent") for kind in block_kinds()), (models.Claim, "article")):
        names = [field.attname for field in model._meta.concrete_fields if field.name not in own]
        rows[model] = sorted(model.objects.filter(**{owner: article}).values(*names), key=str)
    return rows


@pytest.mark.slow
def test_translation_is_a_draft_with_everything_in_it(django_user_model):
    article = make_full_story(source_url="https://o.example/1", embargo_until=datetime(2024, 1, 1, tzinfo=UTC))
    user = django_user_model.objects.create_user("translator")
    with recorded(user):
        draft = desk.start_translation(article, "vi")
    draft = models.Article.objects.get(pk=draft.pk)
    for name in ("translation_group", "section", "outlet", "source_url", "headline", "standfirst", "byline"):
        assert getattr(draft, name) == getattr(article, name), name
    for name in ("published_at", "published_precision", "embargo_until"):
        assert getattr(draft, name) == getattr(article, name), name
    assert (draft.language, draft.status, draft.owner, draft.public_from) == ("vi", Status.DRAFT, user, None)
    assert (draft.import_key, draft.source_text, draft.doubts, draft.has_been_public) == (None, "", [], False)
    assert list(draft.topics.all()) == list(article.topics.all())
    assert contents(draft) == contents(article)
    assert all(contents(article).values()), "the story has a block of every kind"
    assert set(draft.quote_blocks.values_list("language", "start", "public_from")) == {("vi", None, None)}
    assert set(draft.claims.values_list("start", "import_key", "public_from")) == {(None, None, None)}
    revision = Version.objects.get_for_object(draft).get().revision
    assert (revision.user, revision.comment) == (user, "Translation started: Vietnamese")


@pytest.mark.slow
def test_original_and_everything_counted_stay_as_they_are():
    article = make_full_story()
    rows = [models.Article, *block_kinds(), models.Claim, models.Investment, models.Person, models.Organisation]
    querysets = [model.objects.filter(pk__in=list(model.objects.values_list("pk", flat=True))) for model in rows]
    before = dump(*querysets)
    totals = models.Investment.objects.public().aggregate(Sum("usd_min"), Sum("usd_max"))
    public = [model.objects.public().count() for model in (models.Quote, models.Claim, models.Investment)]
    desk.start_translation(article, "vi")
    desk.start_translation(article, "ko")
    assert dump(*querysets) == before
    assert models.Investment.objects.public().aggregate(Sum("usd_min"), Sum("usd_max")) == totals
    assert [m.objects.public().count() for m in (models.Quote, models.Claim, models.Investment)] == public


def test_published_translation_counts_the_investment_once():
    article = publish_story()
    [investment] = models.Investment.objects.public()
    desk.publish(desk.start_translation(article, "vi"))
    assert list(models.Investment.objects.public()) == [investment]
    assert investment.claims.public().count() == 2
    investment.refresh_from_db()
    assert investment.adopted.article == article


def test_address_comes_from_the_translated_headline():
    draft = desk.start_translation(publish_story(), "vi")
    draft.headline = "Tiêu đề"
    draft.save()
    assert draft.slug == "tiêu-đề"


@pytest.mark.slow
@pytest.mark.parametrize("delete_first", ["original", "translation"])
def test_shared_picture_survives_either_version(delete_first):
    article = make_full_story()
    draft = desk.start_translation(article, "vi")
    first, second = (article, draft) if delete_first == "original" else (draft, article)
    image = second.figure_blocks.get().image
    assert image.name == first.figure_blocks.get().image.name
    first.figure_blocks.get().delete()
    first.delete()
    assert image.storage.exists(image.name)
    assert image.storage.exists(image.process("large"))


@pytest.mark.slow
def test_translation_starts_although_a_picture_file_is_lost():
    article = make_full_story()
    image = article.figure_blocks.get().image
    for name in (image.process("small"), image.process("large"), image.name):
        image.storage.delete(name)
    assert desk.start_translation(article, "vi").figure_blocks.get().image.name == image.name


@pytest.mark.slow
@pytest.mark.parametrize("language", Language.values)
def test_language_that_is_there_is_refused(language):
    article = publish_story()
    for other in {"vi", "ko"}:
        desk.start_translation(article, other)
    with pytest.raises(desk.DeskError):
        desk.start_translation(article, language)
    assert models.Article.objects.count() == 3


@pytest.mark.slow
def test_translation_that_fails_half_way_leaves_nothing(monkeypatch):
    article = make_full_story()
    monkeypatch.setattr("articles.desk.translating.refresh_article", lambda *_: 1 / 0)
    counts = [model.objects.count() for model in (models.Article, *block_kinds(), models.Claim)]
    with pytest.raises(ZeroDivisionError):
        desk.start_translation(article, "vi")
    assert [model.objects.count() for model in (models.Article, *block_kinds(), models.Claim)] == counts


def test_translation_of_a_stale_version_is_stale():
    article = ArticleFactory(stale_since=timezone.now())
    assert desk.start_translation(article, "vi").stale_since == article.stale_since


def test_linked_stories_and_their_versions_are_one_story():
    one, other = ArticleFactory(language="en"), ArticleFactory(language="vi")
    third = desk.start_translation(other, "ko")
    version = one.version
    with recorded(None):
        desk.link_versions(one, other)
    assert set(one.versions()) == {other, third}
    assert other.translation_group == one.translation_group
    assert "Linked as versions" in Version.objects.get_for_object(other).get().revision.comment
    one.refresh_from_db()
    assert one.version == version, "a form that is open on it stays good"


def test_link_that_would_double_a_language_is_refused_by_name():
    one, other = ArticleFactory(language="en"), ArticleFactory(language="vi")
    twin = desk.start_translation(other, "en")
    with pytest.raises(desk.DeskError) as error:
        desk.link_versions(one, other)
    assert "English" in str(error.value)
    assert one.headline in str(error.value)
    assert set(other.versions()) == {twin}
    with pytest.raises(desk.DeskError):
        desk.link_versions(other, twin)


def test_unlinked_version_is_a_story_of_its_own():
    article = ArticleFactory(stale_since=timezone.now())
    draft = desk.start_translation(article, "vi")
    desk.unlink_version(draft)
    assert not article.versions().exists()
    draft.refresh_from_db()
    assert draft.stale_since is None
    with pytest.raises(desk.DeskError):
        desk.unlink_version(draft)


def make_correction(article):
    return models.Correction.objects.create(article=article, part="amount", was="80", now="90", reason="r", note="Note")


def test_stale_version_is_marked_fresh_against_the_newest_correction():
    article = publish_story()
    article.corrections.all().delete()
    draft = desk.start_translation(article, "vi")
    with pytest.raises(desk.DeskError):
        desk.mark_fresh(draft)
    seen, missed = make_correction(article), make_correction(article)
    make_correction(draft)
    models.Article.objects.filter(pk=draft.pk).update(stale_since=timezone.now())
    with pytest.raises(desk.DeskError):
        desk.mark_fresh(draft, checked=seen.pk)
    draft.refresh_from_db()
    assert draft.stale_since is not None
    desk.mark_fresh(draft, checked=missed.pk)
    draft.refresh_from_db()
    assert draft.stale_since is None
    assert list(desk.corrections_elsewhere(draft)) == [missed, seen]
