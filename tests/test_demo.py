"""The demo newsroom: whole, honest, safe to build twice."""

import io

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import override_settings

from articles import models
from articles.demo import build_demo
from articles.desk import versions
from articles.vocabulary import PageKey, PlaceKind, Qualifier, Review, Status

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
UNITS = {"kind__in": [PlaceKind.PROVINCE, PlaceKind.CENTRAL_CITY]}


@pytest.fixture(scope="module")
def demo(rows_of_a_module, tmp_path_factory):
    """The built demo, once for this module: drawing its pictures takes seconds."""
    with rows_of_a_module(), override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        yield build_demo()


def snapshot():
    """Return what identifies every row of the newsroom."""
    return {
        model.__name__: sorted(model.objects.values_list("public_id", "public_from"), key=str)
        for model in (models.Article, models.Quote, models.Claim, models.Investment, models.Person, models.Place)
    }


def test_demo_is_the_same_when_built_again(demo):
    before = snapshot()
    assert build_demo() == demo
    assert snapshot() == before


def test_audit_finds_nothing_wrong_with_the_demo(demo):
    call_command("audit")


def test_every_investment_is_public_with_figures_and_a_sentence(demo):
    investments = models.Investment.objects.public().select_related("adopted")
    assert investments.count() == demo.investments == 25
    for investment in investments:
        assert investment.adopted.sentence in investment.adopted.article.source_text
        assert investment.stakes.exists()
    undisclosed = investments.filter(adopted__qualifier=Qualifier.UNDISCLOSED)
    assert undisclosed.count() == 1


def test_demo_shows_three_languages_and_hides_three_stories(demo):
    public = models.Article.objects.public()
    assert set(public.values_list("language", flat=True)) == {"ko", "en", "vi"}
    assert demo.articles - public.count() == 3
    assert models.Article.objects.gone().count() == 1
    assert models.Article.objects.filter(status=Status.DRAFT).count() == 1


def test_demo_shows_a_correction_its_stale_translation_and_what_is_to_be_decided(demo, client):
    (correction,) = client.get("/en/corrections/").context["listing"].rows
    assert (correction.was, correction.now) == (
        "Dutch and Vietnamese partners win approval for Hai Phong terminal",
        "Dutch and Vietnamese partners seek approval for Hai Phong terminal",
    )
    assert models.Article.objects.get(stale_since__isnull=False).language == "ko"
    draft = models.Article.objects.get(status=Status.DRAFT)
    assert draft.quote_blocks.filter(review=Review.SUGGESTED).exists()


def test_every_story_of_the_demo_has_its_history(demo):
    assert all(versions.revisions_of(article) for article in models.Article.objects.all())


def test_demo_says_in_every_language_that_it_is_one(demo, client):
    assert models.Page.objects.count() == len(PageKey.values)
    for language, words in (("ko", "시연용"), ("en", "demonstration"), ("vi", "trang minh họa")):
        assert words in client.get(f"/{language}/about/").text


def test_maps_of_viet_nam_before_and_after_july_2025(demo):
    units = models.Place.objects.filter(country__name_en="Viet Nam", **UNITS)
    standing, former = units.filter(valid_to__isnull=True), units.filter(valid_to__isnull=False)
    assert (standing.count(), former.count()) == (34, 52)
    assert standing.filter(valid_from__isnull=True).count() == 11
    for unit in former:
        assert unit.successions.count() == 1
        assert unit.today in standing


def test_bac_ninh_finds_the_record_of_bac_giang(demo, client):
    today = models.Place.objects.get(name_en="Bac Ninh", valid_to__isnull=True)
    found = client.get("/ko/investments.json", {"destination": today.public_id}).json()["items"]
    assert "박장성" in {item["destination"] for item in found}


def test_login_is_for_development_only(demo, settings):
    settings.DEBUG = False
    with pytest.raises(CommandError):
        call_command("demo", "--login")
    settings.DEBUG = True
    out = io.StringIO()
    call_command("demo", "--login", stdout=out)
    assert "user editor · password " in out.getvalue()
