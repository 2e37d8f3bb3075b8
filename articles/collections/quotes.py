"""Quotes: who said what, in which story."""

import django_filters
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.cards import Card
from articles.collections.base import ID, Collection, Column, coded, newest
from articles.collections.citing import PUBLISHER
from articles.collections.filters import Choices, Days, Entities, Words, Years, by
from articles.collections.linked_data import moments, printed_date, speaker_of, story
from articles.models import Article, Organisation, Person, Quote, Topic
from articles.vocabulary import Attribution, Language


class QuoteFilters(django_filters.FilterSet):
    """What readers may ask of quotes."""

    q = Words()
    speaker = Entities(Person, _("Speaker"), "speaker", dimension="speaker")
    organisation = Entities(Organisation, _("Organisation"), "organisation", dimension="organisation")
    topic = Entities(Topic, _("Topic"), "parent__topics", **by("topics", "p"))
    language = Choices(Language, _("Language"), "language", dimension="language")
    attribution = Choices(Attribution, _("Attribution"), "attribution", dimension="attribution")
    year = Years(_("Year"), "printed_year", dimension="year")
    date_from = Days(_("Published here, from"), "public_from", "gte", moment=True)
    date_to = Days(_("Published here, to"), "public_from", "lte", moment=True)
    article = Entities(Article, _("Article"), "parent")


class Quotes(Collection):
    """Accepted quotes, newest first."""

    name = "quotes"
    title = _("Quotes")
    model = Quote
    filters = QuoteFilters
    has_embeds = True
    facets = ("speaker", "organisation", "topic", "language", "attribution", "year")
    sorts = (newest("public_from"),)
    columns = (
        ID,
        Column("text", _("words"), "text"),
        *coded("language", _("language")),
        *coded("kind", _("kind")),
        *coded("attribution", _("attribution")),
        Column("speaker_id", _("speaker's id"), "speaker.public_id"),
        Column("speaker", _("speaker"), "speaker_name"),
        Column("speaker_text", _("speaker as printed"), "speaker_text"),
        Column("role_text", _("role as printed"), "role_text"),
        Column("organisation_id", _("organisation's id"), "organisation.public_id"),
        Column("organisation", _("organisation then"), "organisation_name"),
        Column("said_on", _("said on"), "said_on"),
        *coded("said_precision", _("precision")),
        Column("marks_balanced", _("marks are balanced"), "marks_balanced"),
        Column("article_id", _("article's id"), "parent.public_id"),
        Column("article", _("article"), "parent.headline"),
        Column("public_from", _("public from"), "public_from"),
    )

    def author_of(self, record):
        """The speaker, else the organisation."""
        return record.speaker_name or record.organisation_name

    def card(self, record):
        """The words, in marks when they are verbatim, and who said them."""
        words = f"“{record.text}”" if record.has_marks else record.text
        return Card(capfirst(record.get_kind_display()), words, record.summary, str(PUBLISHER))

    def linked_data(self, record, beside):
        """The words, and who said them when that is known."""
        return {
            "@type": "Quotation",
            "text": record.text,
            "inLanguage": record.language,
            "spokenByCharacter": speaker_of(record),
            "isPartOf": story(record.parent),
            "dateCreated": printed_date(record.said_on, record.said_precision),
            **moments(self, record),
        }

    def beside(self, record):
        """The quotes before and after it in its story."""
        quotes = list(record.parent.quote_blocks.public().for_list().order_by("ordering", "start", "pk"))
        place = next(number for number, quote in enumerate(quotes) if quote.pk == record.pk)
        return {"before": quotes[max(place - 1, 0) : place], "after": quotes[place + 1 : place + 2]}
