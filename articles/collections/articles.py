"""Articles: the stories themselves."""

from operator import attrgetter

import django_filters
from django.utils.translation import gettext_lazy as _

from articles.cards import Card
from articles.collections.base import ID, Collection, Column, Related, coded, newest
from articles.collections.citing import PUBLISHER
from articles.collections.filters import Choices, Days, Entities, Words, Years, by
from articles.collections.linked_data import (
    address_of,
    correction_of,
    entity,
    moments,
    original_of,
    publisher,
    story,
    writer_of,
)
from articles.models import Article, Figure, Quote, Section, Topic, block_kinds, fetch_together
from articles.vocabulary import Language, Precision

# Related stories on a story's page, and the stories that they are looked for among.
SIMILAR, SIMILAR_READ = 4, 40


class ArticleFilters(django_filters.FilterSet):
    """What readers may ask of articles."""

    q = Words()
    language = Choices(Language, _("Language"), "language", dimension="language")
    section = Entities(Section, _("Section"), "section", key="slug", dimension="section")
    topic = Entities(Topic, _("Topic"), "topics", **by("topics", "p"))
    year = Years(_("Year"), "printed_year", dimension="year")
    date_from = Days(_("Published here, from"), "public_from", "gte", moment=True)
    date_to = Days(_("Published here, to"), "public_from", "lte", moment=True)


class Articles(Collection):
    """Stories in every language, newest first."""

    name = "articles"
    title = _("Articles")
    model = Article
    filters = ArticleFilters
    page_type = "article"
    facets = ("language", "section", "topic", "year")
    sorts = (newest("public_from"),)
    related = (Related("quotes", "article", _("Quotes in this story")),)
    columns = (
        ID,
        *coded("language", _("language")),
        Column("headline", _("headline"), "headline"),
        Column("standfirst", _("standfirst"), "standfirst"),
        Column("section", _("section"), "section.name"),
        Column("byline", _("byline"), "byline"),
        Column("outlet", _("first appeared in"), "outlet.name"),
        Column("source_url", _("source address"), "source_url"),
        Column("published_at", _("first published"), "published_at"),
        *coded("published_precision", _("precision")),
        Column("public_from", _("public from"), "public_from"),
    )

    def language_of(self, record):
        """A story is written in one language."""
        return record.language

    def author_of(self, record):
        """The byline, else the outlet."""
        return record.byline or str(record.outlet or "")

    def dated(self, record):
        """The day that the source prints, when it prints one."""
        exact = record.published_precision in {Precision.MINUTE, Precision.DAY}
        return record.published_at if exact else record.public_from

    def revised_at(self, record):
        """The last correction."""
        return record.corrected_at

    def card(self, record):
        """Section, headline and byline."""
        return Card(str(record.section or self.title), record.headline, self.author_of(record), str(PUBLISHER))

    def linked_data(self, record, beside):
        """A story, by whom, from where, about what, in which other languages, and what was corrected in it."""
        return {
            **story(record),
            **moments(self, record),
            "mainEntityOfPage": address_of(record, record.language),
            "description": record.standfirst,
            "articleSection": str(record.section or ""),
            "author": writer_of(record),
            "publisher": publisher(),
            "isAccessibleForFree": True,
            "isBasedOn": original_of(record),
            "about": [entity("DefinedTerm", topic) for topic in beside["topics"]],
            "workTranslation": [story(version) for version in beside["versions"].values()],
            "correction": [correction_of(correction) for correction in beside["corrections"]],
        }

    def figure_of(self, record, beside):
        """The first picture of the story."""
        return next((block for block in beside["blocks"] if isinstance(block, Figure)), None)

    def beside(self, record):
        """The blocks readers see, what the story claims, and its versions in other languages."""
        kinds = block_kinds()
        plain = [kind.objects.filter(parent=record) for kind in kinds]
        others = [record.topics.public(), record.corrections.public(), record.versions().public(), similar_to(record)]
        *found, topics, corrections, versions, similar = fetch_together([*plain, *(rows.for_list() for rows in others)])
        blocks = [block for kind, rows in zip(kinds, found, strict=True) for block in blocks_of(kind, rows, record)]
        quotes = [block for block in blocks if isinstance(block, Quote) and block.is_public]
        for correction in corrections:
            correction.article = record
        return {
            "blocks": [block for block in sorted(blocks, key=attrgetter("ordering", "pk")) if block.is_shown],
            "claims": record.claims.public()
            .select_related("investment")
            .defer("search_text", "investment__search_text"),
            "corrections": sorted(corrections, key=attrgetter("created_at", "pk"), reverse=True),
            "topics": sorted(topics, key=attrgetter("pk")),
            "similar": sorted(similar, key=attrgetter("public_from", "pk"), reverse=True)[:SIMILAR],
            "versions": {version.language: version for version in versions},
            "loaded": {"quotes": sorted(quotes, key=attrgetter("public_from", "pk"), reverse=True)},
        }


def similar_to(article):
    """Return public stories in its language among those that got one of its topics last; no more are looked at."""
    shared = Article.topics.through.objects.filter(topic__in=article.topics.values("pk")).order_by("-pk")
    latest = shared.values("article")[:SIMILAR_READ]
    return article.other_stories().public().filter(pk__in=latest)


def blocks_of(kind, rows, article):
    """Return an article's blocks of one kind, with the records that they show: those take a statement of their own."""
    queryset = kind.get_queryset()
    blocks = list(queryset.filter(parent=article)) if rows and queryset.query.select_related else rows
    for block in blocks:
        block.parent = article
    return blocks
