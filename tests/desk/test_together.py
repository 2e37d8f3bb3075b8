"""Many decisions on one article are followed up once, and what is not changed is not written."""

from itertools import chain

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import desk, models
from articles.vocabulary import Attribution, Review, Stage
from tests.factories import (
    WORDING,
    ArticleFactory,
    ClaimFactory,
    OrganisationFactory,
    PersonFactory,
    QuoteFactory,
    publish_story,
)

pytestmark = pytest.mark.django_db


def suggest(article, number):
    """Add so many suggested quotes, each by somebody whom the directory does not know yet."""
    return [
        QuoteFactory(
            parent=article,
            speaker=None,
            organisation=None,
            attribution=Attribution.NAMED,
            speaker_text=f"Somebody {article.pk} {place}",
            review=Review.SUGGESTED,
            ordering=place,
        )
        for place in range(number)
    ]


@pytest.mark.slow
def test_decisions_together_are_what_they_are_one_by_one():
    alone, together = (publish_story(word) for word in ("alone", "together"))
    for quote in suggest(alone, 3):
        desk.accept_quote(quote)
    with desk.together():
        for quote in suggest(together, 3):
            desk.accept_quote(quote)
        assert "said word " not in models.Article.objects.get(pk=together.pk).search_text
    for article in (alone, together):
        article.refresh_from_db()
        assert article.search_text.count("said word ") == 3
        accepted = article.quote_blocks.filter(ordering__lt=3)
        assert list(accepted.values_list("review", "public_from")) == [(Review.ACCEPTED, article.public_from)] * 3
        assert all(quote.speaker.public_from == article.public_from for quote in accepted)


def test_decisions_together_follow_up_each_article_once():
    claims = [ClaimFactory.create_batch(3, article=article) for article in ArticleFactory.create_batch(2)]
    with CaptureQueriesContext(connection) as captured, desk.together():
        for claim in chain.from_iterable(claims):
            desk.accept_claim(claim)
    assert sum(query["sql"].startswith('UPDATE "articles_article"') for query in captured) == 2


@pytest.mark.slow
def test_rejections_together_take_from_readers_what_they_referred_to():
    article = publish_story()
    person = PersonFactory()
    desk.accept_quote(QuoteFactory(parent=article, speaker=person, review=Review.SUGGESTED))
    person.refresh_from_db()
    assert person.is_public
    with desk.corrected(WORDING), desk.together():
        for quote in article.quote_blocks.all():
            desk.reject_quote(quote)
    assert not models.Person.objects.public().exists()


def test_ended_investment_that_is_opened_with_others_is_not_checked_again():
    stages = {Stage.CANCELLED: False, Stage.ANNOUNCED: True}
    claims = [ClaimFactory(stage=stage) for stage in stages]
    with desk.together():
        opened = [desk.open_investment(claim) for claim in claims]
    assert [bool(investment.recheck_on) for investment in opened] == list(stages.values())


def test_failure_together_leaves_nothing_waiting():
    article = publish_story()
    quote, *_others = suggest(article, 1)

    def fail():
        with desk.together():
            desk.accept_quote(quote)
            raise desk.DeskError

    with pytest.raises(desk.DeskError):
        fail()
    desk.refresh_article(article)
    article.refresh_from_db()
    assert "said word " in article.search_text


def statements(article):
    """Return the statements that following an article up takes."""
    with CaptureQueriesContext(connection) as captured:
        desk.refresh_article(article)
    return [query["sql"] for query in captured]


@pytest.mark.slow
def test_following_up_takes_no_statement_for_each_quote():
    article = publish_story()
    QuoteFactory.create_batch(2, parent=article)
    desk.refresh_article(article)
    few = statements(article)
    QuoteFactory.create_batch(10, parent=article)
    for organisation in OrganisationFactory.create_batch(5):
        QuoteFactory(parent=article, organisation=organisation)
    desk.refresh_article(article)
    assert len(statements(article)) == len(few)


def test_following_up_writes_only_what_has_changed():
    article = publish_story()
    QuoteFactory.create_batch(3, parent=article)
    desk.refresh_article(article)
    written = {sql.split('"')[1] for sql in statements(article) if sql.startswith("UPDATE")}
    assert written <= {"articles_article", "articles_correction"}
