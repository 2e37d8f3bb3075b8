"""Places: today's map and the maps before it."""

import django_filters
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from articles.collections.base import Collection, Column, Related, coded
from articles.collections.directory import ADDED, BY_NAME, NAMES
from articles.collections.filters import Choices, Entities, Words
from articles.collections.linked_data import entity
from articles.collections.narrowing import count_by
from articles.models import Investment, Place, Succession
from articles.vocabulary import PlaceKind


class PlaceFilters(django_filters.FilterSet):
    """What readers may ask of places."""

    q = Words()
    kind = Choices(PlaceKind, _("Kind"), "kind")
    country = Entities(Place, _("Country"), "country")
    within = Entities(Place, _("Lies in"), "parent")


TODAY = Related("investments", "destination", _("Investments on today's map"))
THEN = Related("investments", "destination_then", _("Investments on the map of the day"))
INSIDE = Related("investments", "destination_country", _("Investments in the country"))
HERE = Related("investments", "place", _("Investments"))
PARTS = Related("places", "within", _("Places in it"))


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
    related = (TODAY, THEN, INSIDE, HERE, PARTS)

    def related_to(self, record):
        """Return the investments on the maps that the place is on, and the places in it."""
        if record.kind == PlaceKind.COUNTRY:
            return INSIDE, PARTS
        if record.unit_id != record.pk:
            return HERE, PARTS
        if record.is_historic:
            return THEN, PARTS
        # Where the map never changed, both are the same investments.
        return (TODAY, THEN, PARTS) if record.valid_from else (TODAY, PARTS)

    def linked_data(self, record, beside):
        """The place, and what it lies in."""
        return {
            "@type": "Country" if record.kind == PlaceKind.COUNTRY else "Place",
            "name": str(record),
            "alternateName": record.other_names,
            "containedInPlace": entity("Place", record.parent),
        }

    def beside(self, record):
        """What it was formed from and became part of, and which former units its investments of today lay in."""
        origins = Succession.objects.filter(successor=record).select_related("predecessor")
        return {
            "origins": origins,
            "successions": Succession.objects.filter(predecessor=record).select_related("successor"),
            "codes": record.codes.all(),
            "units": count_units(record) if record.valid_from else [],
        }


def count_units(place):
    """Return (unit of its day, investments) of what lies in a place today."""
    counts = count_by(Investment.objects.public().filter(destination__today=place), F("destination__unit"))
    units = Place.objects.public().in_bulk(map(int, counts))
    return [(units[int(code)], n) for code, n in counts.items() if int(code) in units]
