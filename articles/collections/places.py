"""Places: today's map and the maps before it."""

import django_filters
from django.utils.translation import gettext_lazy as _

from articles.collections.base import Collection, Column, Related, coded
from articles.collections.directory import ADDED, BY_NAME, NAMES
from articles.collections.filters import Choices, Entities, Words
from articles.models import Place, Succession
from articles.vocabulary import PlaceKind


class PlaceFilters(django_filters.FilterSet):
    """What readers may ask of places."""

    q = Words()
    kind = Choices(PlaceKind, _("Kind"), "kind")
    country = Entities(Place, _("Country"), "country")


class Places(Collection):
    """Countries, provinces, cities and zones, those of former maps included."""

    name = "places"
    title = _("Places")
    model = Place
    filters = PlaceFilters
    facets = ("kind", "country")
    sorts = BY_NAME
    columns = (
        *NAMES,
        *coded("kind", _("kind")),
        Column("valid_from", _("valid from"), "valid_from"),
        Column("valid_to", _("valid to"), "valid_to"),
        Column("today_id", _("today's unit, id"), "today.public_id"),
        Column("today", _("today's unit"), "today.name"),
        ADDED,
    )
    related = (
        Related("investments", "destination", _("Investments on today's map")),
        Related("investments", "destination_then", _("Investments on the map of the day")),
        Related("investments", "destination_country", _("Investments in the country")),
    )

    def beside(self, record):
        """What it was formed from and what it became part of."""
        return {
            "origins": Succession.objects.filter(successor=record).select_related("predecessor"),
            "successions": Succession.objects.filter(predecessor=record).select_related("successor"),
            "codes": record.codes.all(),
        }
