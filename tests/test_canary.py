"""A word planted in everything hidden is found at no public door; the doors are read from the URLs themselves."""

from datetime import timedelta

import pytest
from django.urls import URLPattern
from django.utils import timezone

from articles import desk, models, urls
from articles.charts import CHARTS
from articles.collections import BY_NAME, COLLECTIONS
from articles.collections.formats import FORMATS
from articles.desk.previews import sign_preview
from articles.models.base import Public
from articles.sitemaps import sections
from articles.vocabulary import ReportState, Review, Rung, Status
from tests.cases import mostly_slow
from tests.factories import WORDING, make_story, publish_story

pytestmark = pytest.mark.django_db
WORD = "zqxcanary"
LANGUAGES = ("ko", "en", "vi")


def hide_draft():
    return make_story(WORD)


def hide_in_review():
    return desk.send_to_review(make_story(WORD))


def hide_under_embargo():
    return desk.publish(make_story(WORD, embargo_until=timezone.now() + timedelta(days=1)))


def hide_until_its_release():
    return desk.publish(make_story(WORD), at=timezone.now() + timedelta(minutes=5))


def hide_by_withdrawal():
    return desk.withdraw(publish_story(WORD))


def hide_records(review):
    """A public article whose records are not accepted; the article's own words stay clean."""
    article = publish_story(WORD)
    with desk.corrected(WORDING):
        return take_records_back(article, review)


def take_records_back(article, review):
    for act, rows in ((desk.reject_quote, article.quote_blocks.all()), (desk.reject_claim, article.claims.all())):
        for row in rows:
            act(row)
    article.quote_blocks.update(review=review)
    article.claims.update(review=review)
    article.terms.update(review=review)
    article.text_blocks.all().delete()
    models.Article.objects.filter(pk=article.pk).update(headline="Clean", standfirst="", byline="", slug="clean")
    models.Topic.objects.update(name_en="Clean topic")
    article.refresh_from_db()
    desk.refresh_article(article)
    article.corrections.all().delete()
    return article


def hide_suggested_records():
    return hide_records(Review.SUGGESTED)


def hide_rejected_records():
    return hide_records(Review.REJECTED)


def hide_in_a_draft_translation():
    """A public story, and a draft of it in another language whose own words are hidden."""
    draft = desk.start_translation(publish_story("clean"), "vi")
    draft.headline, draft.standfirst, draft.byline = (f"{name} {WORD}" for name in ("Headline", "Standfirst", "By"))
    draft.save()
    draft.text_blocks.update(html=f"<p>{WORD}</p>")
    draft.quote_blocks.update(text=f"Said {WORD}", role_text=WORD)
    draft.claims.update(sentence=f"They announced {WORD}.", investor_text=WORD)
    desk.refresh_article(draft)
    return draft


def hide_in_a_report():
    """What a reader wrote about a public story, for the desk alone."""
    about = f"/en/articles/{publish_story('clean').public_id}/"
    for state in ReportState:
        models.Report.objects.create(words=WORD, contact=f"{WORD}@mail.example", about=about, state=state)


STATES = [
    hide_draft,
    hide_in_review,
    hide_under_embargo,
    hide_until_its_release,
    hide_by_withdrawal,
    hide_suggested_records,
    hide_rejected_records,
    hide_in_a_draft_translation,
    hide_in_a_report,
]


def public_models():
    return {collection.name: collection.model for collection in COLLECTIONS}


def doors():
    """Yield every public address there is, for every record there is, hidden ones included."""
    for pattern in urls.common:
        route = str(pattern.pattern)
        if route == "sitemap-<section>.xml":
            yield from (f"/sitemap-{section}.xml" for section in sections())
        elif route == "oembed":
            yield from embeds()
        elif route != "media/<path:path>":
            yield f"/{route}"
    for pattern in urls.localised:
        yield from doors_of(pattern)


def doors_of(pattern):
    assert isinstance(pattern, URLPattern)
    route = str(pattern.pattern)
    if "<" not in route:
        yield from (f"/{language}/{route}" for language in LANGUAGES)
        if route == "report/":
            yield from questions_about_records()
        return
    if route.startswith("investments/charts/"):
        yield from (f"/en/{route.replace('<str:name>', chart.name)}" for chart in CHARTS)
        return
    if route.startswith("investments/why/"):
        yield from (f"/en/{route.replace('<str:rung>', rung)}" for rung in Rung.values)
        return
    name, ids = route.split("/", 1)
    if name == "sections":
        yield from (f"/en/sections/{section.slug}/" for section in models.Section.objects.all())
        return
    if name == "preview" or ids == "facets/<str:facet>/":
        yield from guesses_at_previews() if name == "preview" else typed_in_facets(name)
        return
    known = {
        "<str:public_id>/",
        "<str:public_id>/<str:slug>/",
        "<str:public_id>/card.png",
        "<str:public_id>/ninjs.json",
    }
    assert ids in known, f"no canary for the new door {route}"
    for record in public_models()[name].objects.all():
        # Readers of a hidden record can only guess at its slug; a right guess would stand in the page by itself.
        slug = record.slug_text if record.is_public else "guess"
        yield f"/en/{name}/" + ids.replace("<str:public_id>", record.public_id).replace("<str:slug>", slug)


def typed_in_facets(name):
    """Yield what is asked for while somebody types the hidden word in a facet of a collection."""
    return (f"/en/{name}/facets/{facet}/?find={WORD[:6]}" for facet in BY_NAME[name].facets)


def questions_about_records():
    """Yield the form to report an error in each record, hidden ones included."""
    for name, model in public_models().items():
        yield from (f"/en/report/?about=/en/{name}/{record.public_id}/" for record in model.objects.all())


def embeds():
    """Yield the questions for what other sites would show of each record."""
    for name, model in public_models().items():
        for record in model.objects.all():
            yield f"/oembed?url=http://newsroom.test/en/{name}/{record.public_id}/x/"


def guesses_at_previews():
    """Yield what somebody without the desk's signature could try."""
    yield "/en/preview/guess/"
    for article in models.Article.objects.all():
        payload, stamp, signature = sign_preview([article]).split(":")
        yield f"/en/preview/{article.public_id}/"
        yield f"/en/preview/{payload}:{stamp}:{signature[::-1]}/"
        yield f"/en/preview/{payload}:{stamp}1:{signature}/"


def body(response):
    content = b"".join(response.streaming_content) if response.streaming else response.content
    location = response.headers.get("Location", "")
    return content.decode(errors="replace") + str(response.headers) + location


@pytest.mark.parametrize("hide", mostly_slow(STATES, quick=1))
def test_hidden_word_is_at_no_door(client, hide):
    publish_story("visible")
    hide()
    for door in doors():
        assert WORD not in body(client.get(door)), door


@pytest.mark.parametrize("hide", STATES)
def test_hidden_word_is_in_no_count(client, hide):
    hide()
    for collection in COLLECTIONS:
        answer = client.get(f"/en/{collection.name}.json", {"q": WORD}).json()
        assert answer["meta"]["total"] == 0, collection.name


@pytest.mark.slow
@pytest.mark.parametrize("hide", mostly_slow(STATES, quick=1))
def test_hidden_records_cannot_be_named_in_a_filter(client, hide):
    publish_story("visible")
    hide()
    for model in public_models().values():
        for record in model.objects.exclude(pk__in=model.objects.public()):
            for collection in COLLECTIONS:
                for parameter in collection.filters.base_filters:
                    answer = client.get(f"/en/{collection.name}.json", {parameter: record.public_id})
                    assert answer.status_code == 400 or answer.json()["meta"]["total"] == 0


def test_visible_word_is_at_the_doors(client):
    """The sweep would notice: the same doors do show a public story."""
    publish_story("visible")
    seen = {door for door in doors() if "visible" in body(client.get(door))}
    wanted = {"/en/"}
    for collection in COLLECTIONS:
        if collection.model is not models.Place:
            wanted |= {f"/en/{collection.name}{end}" for end in ("/", *(f".{f.suffix}" for f in FORMATS))}
    assert wanted <= seen


def test_every_public_model_is_public_only_by_its_moment():
    """No model has another way to be public."""
    for model in Public.__subclasses__():
        for concrete in [model, *model.__subclasses__()]:
            if not concrete._meta.abstract:
                assert str(concrete.objects.public().query).count("public_from") >= 1


def test_article_becomes_public_by_the_clock(client, monkeypatch):
    article = hide_under_embargo()
    later = timezone.now() + timedelta(days=2)
    assert not models.Article.objects.public().exists()
    assert models.Article.objects.public(at=later).get() == article
    assert models.Quote.objects.public(at=later).count() == 1
    assert models.Investment.objects.public(at=later).count() == 1


def test_withdrawn_article_is_gone_and_embargoed_one_unknown(client):
    withdrawn = desk.withdraw(publish_story("visible"))
    assert client.get(f"/en/articles/{withdrawn.public_id}/").status_code == 410
    never_seen = desk.withdraw(hide_under_embargo())
    assert never_seen.status == Status.WITHDRAWN
    assert client.get(f"/en/articles/{never_seen.public_id}/").status_code == 404
