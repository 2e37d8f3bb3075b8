"""A name of the directory that readers have seen is changed with a correction in every story that shows it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import desk, models
from articles.desk import versions
from articles.vocabulary import CorrectedPart, Review, Status
from tests.admin.test_articles import form_data
from tests.admin.test_conflicts import address_of
from tests.factories import (
    CORRECTION,
    WORDING,
    ArticleFactory,
    OrganisationFactory,
    PersonFactory,
    QuoteFactory,
    make_story,
    publish_story,
)

pytestmark = pytest.mark.django_db
NAMED = {
    "person": lambda: models.Person.objects.get(name_en="Person plain"),
    "organisation": lambda: models.Organisation.objects.get(name_en="Organisation plain"),
    "place": lambda: models.Place.objects.get(name_en="Somewhere"),
}


def rename(entity, **names):
    """Do what the form does."""
    was = desk.stored_names(entity)
    for name, text in names.items():
        setattr(entity, name, text)
    with desk.attempt():
        entity.save()
        desk.refresh_entity(entity)
        desk.correct_names(entity, was)


def names_corrected():
    rows = models.Correction.objects.filter(part=CorrectedPart.NAME).order_by("article", "was")
    return list(rows.values_list("article__language", "was", "now"))


@pytest.mark.slow
@pytest.mark.parametrize("kind", NAMED)
def test_renamed_entry_is_corrected_in_the_story_that_shows_it(client, kind):
    article, entity = publish_story(), NAMED[kind]()
    was, version = entity.name_en, article.version
    with pytest.raises(desk.CorrectionNeeded) as needed:
        rename(entity, name_en="Renamed")
    assert [(change.was, change.now) for change in needed.value.changes] == [(was, "Renamed")]
    with desk.corrected(WORDING):
        rename(entity, name_en="Renamed")
    assert names_corrected() == [("en", was, "Renamed")]
    article.refresh_from_db()
    assert (article.version != version, article.corrected_at == article.updated_at) == (True, True)
    assert WORDING.note in client.get(article.get_absolute_url()).text
    desk.refresh_article(article)  # and is asked for once
    assert len(names_corrected()) == 1


@pytest.mark.parametrize("kind", NAMED)
def test_name_is_changed_freely_while_nobody_has_seen_it(kind):
    make_story()
    rename(NAMED[kind](), name_en="Renamed")
    assert names_corrected() == []


def test_missing_name_is_filled_in_freely_and_a_shown_one_not_emptied():
    publish_story(language="ko")
    person = NAMED["person"]()
    rename(person, name_ko="사람")
    assert names_corrected() == []
    with desk.corrected(WORDING):
        rename(person, name_ko="")
    assert names_corrected() == [("ko", "사람", "Person plain")]


def test_each_story_is_corrected_in_its_language_and_only_the_others_turn_stale():
    person = PersonFactory(name_ko="사람", name_en="Person", name_vi="Người")
    group = {"translation_group": ArticleFactory.build().translation_group}
    stories = {code: ArticleFactory(language=code, headline=code, **group) for code in ("ko", "en")}
    for story in stories.values():
        QuoteFactory(parent=story, speaker=person, organisation=None)
        desk.publish(story, at=timezone.now() - timedelta(hours=1))
    draft, away = ArticleFactory(language="vi", **group), ArticleFactory(language="vi", status=Status.DRAFT)
    QuoteFactory(parent=away, speaker=person, review=Review.SUGGESTED)
    with desk.corrected(WORDING):
        rename(person, name_ko="이름", name_en="Name", name_vi="Tên")
    assert sorted(names_corrected()) == [("en", "Person", "Name"), ("ko", "사람", "이름")]
    stale = models.Article.objects.exclude(stale_since=None)
    assert list(stale) == [draft]
    story = models.Article.objects.get(language="ko")
    story.quote_blocks.update(speaker=PersonFactory(name_ko="다른 사람"))
    with pytest.raises(desk.CorrectionNeeded) as needed:
        desk.refresh_article(story)
    assert [(change.was, change.now) for change in needed.value.changes] == [("이름", "다른 사람")]


@pytest.mark.slow
def test_form_asks_for_the_correction(admin_client):
    publish_story()
    address = address_of(NAMED["person"]())
    data = form_data(admin_client, address) | {"name_en": "Renamed"}
    page = admin_client.post(address, data).text
    assert "Readers have seen what you are changing" in page
    assert "<del>Person plain</del> → <ins>Renamed</ins>" in page
    assert NAMED["person"]()
    assert admin_client.post(address, data | CORRECTION).status_code == 302
    assert names_corrected() == [("en", "Person plain", "Renamed")]


def test_restored_name_is_corrected_too():
    person = PersonFactory(name_en="First")
    with desk.recorded(None, "first"):
        person.save()
    first = versions.revisions_of(person).get()
    rename(person, name_en="Second")
    story = ArticleFactory()
    QuoteFactory(parent=story, speaker=person)
    desk.publish(story)
    with pytest.raises(desk.CorrectionNeeded):
        versions.restore(person, first.pk)
    person.refresh_from_db()
    with desk.corrected(WORDING):
        versions.restore(person, first.pk)
    assert names_corrected() == [("en", "Second", "First")]


@pytest.mark.slow
def test_queries_do_not_grow_with_the_stories():
    counts = []
    for number in (2, 8):
        organisation = OrganisationFactory(name_en=f"Body {number}")
        for _story in range(number):
            story = ArticleFactory()
            QuoteFactory(parent=story, organisation=organisation)
            desk.publish(story, at=timezone.now() - timedelta(hours=1))
        was = desk.stored_names(organisation)
        organisation.name_en = "Renamed"
        with CaptureQueriesContext(connection) as captured, desk.corrected(WORDING):
            desk.correct_names(organisation, was)
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert len(names_corrected()) == 10
