"""Corrections: what was wrong, and what is printed now."""

import django_filters
from django.utils.translation import gettext_lazy as _

from articles.collections.base import ID, Collection, Column, coded, newest
from articles.collections.filters import Choices, Days, Entities, Words, YearsOf
from articles.collections.linked_data import correction_of, story
from articles.models import Article, Correction
from articles.vocabulary import CorrectedPart, CorrectionKind, Language


class CorrectionFilters(django_filters.FilterSet):
    """What readers may ask of corrections."""

    q = Words()
    kind = Choices(CorrectionKind, _("Kind"), "kind")
    part = Choices(CorrectedPart, _("What was changed"), "part")
    language = Choices(Language, _("Language"), "article__language")
    article = Entities(Article, _("Article"), "article")
    year = YearsOf(_("Year"), "created_at", moment=True)
    date_from = Days(_("Corrected, from"), "created_at", "gte", moment=True)
    date_to = Days(_("Corrected, to"), "created_at", "lte", moment=True)


class Corrections(Collection):
    """Every correction, the newest first."""

    name = "corrections"
    title = _("Corrections")
    model = Correction
    filters = CorrectionFilters
    facets = ("kind", "part", "language", "year")
    sorts = (newest("created_at"),)
    columns = (
        ID,
        *coded("kind", _("kind")),
        *coded("part", _("what")),
        Column("was", _("was"), "was"),
        Column("now", _("now"), "now"),
        Column("note", _("public note"), "note"),
        Column("article", _("article"), "article.public_id"),
        Column("headline", _("headline"), "article.headline"),
        Column("corrected_at", _("corrected"), "created_at"),
    )

    def linked_data(self, record, beside):
        """What was corrected, and where."""
        return {**correction_of(record), "about": story(record.article)}
