"""Investments: the real-world things that stories make claims about."""

import django_filters
from django.db.models.functions import Coalesce
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.cards import Card
from articles.collections.amounts import print_claimed
from articles.collections.base import ID, Collection, Column, Sort, coded, newest
from articles.collections.citing import PUBLISHER
from articles.collections.differences import find_differences
from articles.collections.filters import Choices, Days, Entities, Usd, Words, YearsOf, by
from articles.collections.linked_data import entity, story
from articles.models import Article, Investment, Organisation, Place, Sector, Topic
from articles.vocabulary import InvestmentKind, Rung, Stage


class InvestmentFilters(django_filters.FilterSet):
    """What readers may ask of investments."""

    q = Words()
    stage = Choices(Stage, _("Stage"), "stage", dimension="stage")
    investor = Entities(Organisation, _("Investor"), "stakes__organisation", few=True, **by("investors", "i"))
    investor_country = Entities(Place, _("Investor's country"), "stakes__organisation__country", **by("countries", "n"))
    destination = Entities(Place, _("Destination, today's map"), "destination__today", **by("destination", "t"))
    destination_then = Entities(Place, _("Destination, map of the day"), "destination__unit", **by("destination", "u"))
    destination_country = Entities(Place, _("Destination country"), "destination__country", **by("destination", "c"))
    sector = Entities(Sector, _("Sector"), "sector", key="slug", dimension="sector")
    kind = Choices(InvestmentKind, _("Kind"), "kind", dimension="kind")
    year = YearsOf(_("Year"), "announced_on", dimension="year")
    date_from = Days(_("Announced, from"), "announced_on", "gte")
    date_to = Days(_("Announced, to"), "announced_on", "lte")
    usd_from = Usd(_("US dollars, from"), "gte")
    usd_to = Usd(_("US dollars, to"), "lte")
    article = Entities(Article, _("Article"), "claims__article", through="claims")
    topic = Entities(Topic, _("Topic"), "claims__article__topics", through="claims")
    recipient = Entities(Organisation, _("Recipient"), "recipient")
    place = Entities(Place, _("Place itself"), "destination")


def investors(record):
    """Return the names of the investors, in the order of their stakes."""
    return "; ".join(str(stake.organisation) for stake in record.stakes.all())


def investor_ids(record):
    """Return the public ids of the investors, in the same order."""
    return "; ".join(stake.organisation.public_id for stake in record.stakes.all())


def investor_countries(record):
    """Return the countries of the investors, each once."""
    countries = [str(stake.organisation.country) for stake in record.stakes.all() if stake.organisation.country]
    return "; ".join(dict.fromkeys(countries))


class Investments(Collection):
    """Investments whose adopted claim is public, latest announcement first."""

    name = "investments"
    title = _("Investments")
    model = Investment
    filters = InvestmentFilters
    charts = "charts"
    has_embeds = True
    facets = (
        "stage",
        "destination",
        "destination_then",
        "destination_country",
        "investor",
        "investor_country",
        "sector",
        "kind",
        "year",
    )
    sorts = (
        newest("announced_on", nullable=True),
        Sort("largest", _("Largest first"), "usd_max", nullable=True),
        Sort("changed", _("Recently added"), "public_from"),
    )
    columns = (
        ID,
        Column("title_ko", _("title in Korean"), "title_ko"),
        Column("title_en", _("title in English"), "title_en"),
        Column("title_vi", _("title in Vietnamese"), "title_vi"),
        *coded("stage", _("stage")),
        Column("rung", _("rung of the ladder"), "rung", vocabulary=Rung),
        Column("rung_label", _("rung, in words"), "rung.label"),
        *coded("kind", _("kind")),
        *coded("activity", _("activity")),
        Column("sector_code", _("sector code"), "sector.code"),
        Column("sector", _("sector"), "sector.name"),
        Column("investor_ids", _("investors' ids"), investor_ids),
        Column("investors", _("investors"), investors),
        Column("investor_countries", _("investors' countries"), investor_countries),
        Column("destination_id", _("destination's id"), "destination.public_id"),
        Column("destination", _("destination"), "destination.name"),
        Column("destination_today", _("destination on today's map"), "destination.today.name"),
        Column("announced_on", _("announced on"), "announced_on"),
        *coded("announced_precision", _("precision")),
        Column("amount_text", _("amount as printed"), "adopted.amount_text"),
        *coded("qualifier", _("qualifier"), "adopted."),
        Column("amount_min", _("amount, at least"), "adopted.amount_min"),
        Column("amount_max", _("amount, at most"), "adopted.amount_max"),
        Column("currency", _("currency"), "adopted.currency"),
        *coded("per", _("period"), "adopted."),
        *coded("basis", _("basis"), "adopted."),
        Column("equivalent_amount", _("printed equivalent"), "adopted.equivalent_amount"),
        Column("equivalent_currency", _("currency of the equivalent"), "adopted.equivalent_currency"),
        Column("usd_min", _("US dollars, at least"), "usd_min"),
        Column("usd_max", _("US dollars, at most"), "usd_max"),
        Column("usd_rate", _("units per US dollar"), "usd_rate"),
        Column("usd_rate_on", _("date of the rate"), "usd_rate_on"),
        Column("usd_rate_source", _("source of the rate"), "usd_rate_source"),
        *coded("confidence", _("confidence")),
        Column("sentence", _("sentence"), "adopted.sentence"),
        Column("article_id", _("article's id"), "adopted.article.public_id"),
        Column("source_url", _("primary source"), "source_url"),
        Column("public_from", _("public from"), "public_from"),
    )

    def revised_at(self, record):
        """The last correction of the story that it takes its figures from, or that story itself if it came later."""
        story = record.adopted.article
        return story.corrected_at or (story.public_from if story.created_at > record.created_at else None)

    def card(self, record):
        """Amount and stage, the title, where, and by whom."""
        parties = ", ".join(str(stake.organisation) for stake in record.stakes.all())
        below = " · ".join(filter(None, [str(record.destination or ""), parties]))
        amount = str(print_claimed(record.adopted, get_language()))
        kicker = f"{self.title} · {record.get_stage_display()}"
        return Card(kicker, str(record), below, str(PUBLISHER), amount)

    def linked_data(self, record, beside):
        """A page about it, with the story that it takes its figures from, by whom and where."""
        parties = [entity("Organization", stake.organisation) for stake in record.stakes.all()]
        parts = [*parties, entity("Place", record.destination)]
        return {
            **super().linked_data(record, beside),
            "description": record.summary,
            "isBasedOn": story(record.adopted.article),
            "mentions": [part for part in parts if part],
        }

    def beside(self, record):
        """Everything that public stories claim about it, the first told first, and where they contradict each other."""
        told = Coalesce("article__published_at", "article__public_from")
        claims = list(record.claims.public().for_list().order_by(told, "pk"))
        stories = {claim.article_id: claim.article for claim in claims}.values()
        return {
            "claims": claims,
            "differences": find_differences(claims),
            "stories": len(stories),
            "outlets": len({story.outlet_id for story in stories if story.outlet_id}),
        }
