"""Small, valid rows for tests; each test names only what it is about."""

from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import factory
from django.utils import timezone

from articles import desk, models
from articles.vocabulary import (
    Attribution,
    CorrectedPart,
    CorrectionKind,
    PlaceKind,
    Precision,
    Qualifier,
    Review,
    Stage,
)

# What the desk says about a change of something that readers have seen.
WORDING = desk.Wording(CorrectionKind.CORRECTION, "We misheard.", "An earlier version was wrong.")
# The same words as a form sends them.
CORRECTION = {f"correction-{name}": value for name, value in asdict(WORDING).items()}


class SectionFactory(factory.django.DjangoModelFactory):
    """A section."""

    class Meta:
        model = models.Section

    name_en = factory.Sequence("Section {}".format)
    slug = factory.Sequence("section-{}".format)


class SectorFactory(factory.django.DjangoModelFactory):
    """A sector."""

    class Meta:
        model = models.Sector

    name_en = factory.Sequence("Sector {}".format)
    slug = factory.Sequence("sector-{}".format)
    code = factory.Sequence(str)


class TopicFactory(factory.django.DjangoModelFactory):
    """A topic."""

    class Meta:
        model = models.Topic

    name_en = factory.Sequence("Topic {}".format)


class PersonFactory(factory.django.DjangoModelFactory):
    """A person."""

    class Meta:
        model = models.Person

    name_en = factory.Sequence("Person {}".format)


class PlaceFactory(factory.django.DjangoModelFactory):
    """A country, drawn on no map until the desk is asked to."""

    class Meta:
        model = models.Place

    name_en = factory.Sequence("Place {}".format)
    kind = PlaceKind.COUNTRY


class OrganisationFactory(factory.django.DjangoModelFactory):
    """An organisation."""

    class Meta:
        model = models.Organisation

    name_en = factory.Sequence("Organisation {}".format)


class ArticleFactory(factory.django.DjangoModelFactory):
    """A draft in English."""

    class Meta:
        model = models.Article

    language = "en"
    headline = factory.Sequence("Headline {}".format)
    section = factory.SubFactory(SectionFactory)
    source_url = "https://source.example/story"


class TextFactory(factory.django.DjangoModelFactory):
    """A paragraph."""

    class Meta:
        model = models.Text

    parent = factory.SubFactory(ArticleFactory)
    region = "main"
    ordering = 10
    html = "<p>Words.</p>"


class QuoteFactory(factory.django.DjangoModelFactory):
    """An accepted quote by a named person."""

    class Meta:
        model = models.Quote

    parent = factory.SubFactory(ArticleFactory)
    region = "main"
    ordering = 20
    language = "en"
    text = factory.Sequence("Said words {}".format)
    attribution = Attribution.NAMED
    speaker = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    review = Review.ACCEPTED


class ClaimFactory(factory.django.DjangoModelFactory):
    """An accepted claim of 80 million dollars."""

    class Meta:
        model = models.Claim

    article = factory.SubFactory(ArticleFactory)
    sentence = factory.Sequence("Somebody announced number {}.".format)
    amount_text = "$80 million"
    amount_min = amount_max = Decimal(80_000_000)
    currency = "USD"
    qualifier = Qualifier.EXACT
    stage = Stage.ANNOUNCED
    review = Review.ACCEPTED


class InvestmentFactory(factory.django.DjangoModelFactory):
    """An investment that has adopted nothing yet."""

    class Meta:
        model = models.Investment

    title_en = factory.Sequence("Investment {}".format)


class TermFactory(factory.django.DjangoModelFactory):
    """An accepted term."""

    class Meta:
        model = models.Term

    name_en = factory.Sequence("Term {}".format)
    definition_en = "What it means."


def make_story(word="plain", **fields):
    """Return a draft whose every text, and every record around it, holds `word`."""
    article = ArticleFactory(
        headline=f"Headline {word}",
        standfirst=f"Standfirst {word}",
        byline=f"By {word}",
        published_at=datetime(2024, 5, 2, tzinfo=UTC),
        published_precision=Precision.MINUTE,
        **fields,
    )
    country = PlaceFactory(name_en="Somewhere")
    desk.refresh_places()
    organisation = OrganisationFactory(name_en=f"Organisation {word}", country=country)
    article.topics.add(TopicFactory(name_en=f"Topic {word}"))
    TextFactory(parent=article, html=f"<p>Paragraph {word}</p>")
    QuoteFactory(
        parent=article,
        text=f"Said {word}",
        role_text=f"Role {word}",
        speaker__name_en=f"Person {word}",
        organisation=organisation,
    )
    TermFactory(article=article, name_en=f"Term {word}")
    investment = InvestmentFactory(
        title_en=f"Investment {word}",
        destination=country,
        sector=SectorFactory(),
        announced_on=date(2024, 5, 1),
        announced_precision=Precision.DAY,
    )
    models.Stake.objects.create(investment=investment, organisation=organisation)
    claim = ClaimFactory(article=article, sentence=f"They announced {word}.", investor_text=f"Investor {word}")
    models.Correction.objects.create(
        article=article, part=CorrectedPart.HEADLINE, was=f"Was {word}", now=f"Now {word}", note=f"Note {word}"
    )
    models.InvestmentCard.objects.create(parent=article, region="main", ordering=30, investment=investment)
    desk.match(claim, investment)
    for entity in (organisation, models.Person.objects.get(name_en=f"Person {word}")):
        desk.refresh_entity(entity)
    article.refresh_from_db()
    return article


def publish_story(word="plain", **fields):
    """Return a story that readers have been able to see for an hour."""
    return desk.publish(make_story(word, **fields), at=timezone.now() - timedelta(hours=1))
