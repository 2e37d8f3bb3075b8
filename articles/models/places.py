"""Places on the map of the day and on today's map."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.base import NAMES
from articles.models.directory import DirectoryQuerySet, Entity
from articles.models.fields import Line
from articles.vocabulary import CodeSystem, PlaceKind


class PlaceQuerySet(DirectoryQuerySet):
    """Places, with what their lists and pages show."""

    def for_list(self):
        """Load the unit of today beside the place."""
        return super().for_list().select_related("today", "parent")


class Place(Entity):
    """A country, province, city or zone during one period of its life.

    `country`, `unit` (the province-level unit it lay in at the time) and `today` (the one it lies in now) are derived
    from parents and successions by the desk. A country is its own unit.
    """

    label_columns = (*NAMES, "valid_to")

    kind = models.CharField(_("kind"), max_length=20, choices=PlaceKind.choices)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("lies in")
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    country = models.ForeignKey(
        "self", models.SET_NULL, null=True, editable=False, related_name="+", verbose_name=_("country")
    )
    unit = models.ForeignKey(
        "self", models.SET_NULL, null=True, editable=False, related_name="within", verbose_name=_("unit of its day")
    )
    today = models.ForeignKey(
        "self", models.SET_NULL, null=True, editable=False, related_name="territory", verbose_name=_("today's unit")
    )

    objects = PlaceQuerySet.as_manager()

    url_name = "places"

    class Meta(Entity.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            *Entity.Meta.constraints,
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_from__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="place_ends_after_it_begins",
                violation_error_message=_("The place ends before it begins."),
            ),
        ]

    def __str__(self):
        if self.valid_to:
            return _("%(name)s (until %(year)s)") % {"name": self.name, "year": self.valid_to.year}
        return self.name

    @property
    def is_historic(self):
        """Whether the place is on no map of today."""
        return self.valid_to is not None

    def searchable(self):
        """Its own names and those of the unit it lies in today."""
        return [*super().searchable(), *(self.today.names if self.today else [])]


class PlaceCode(models.Model):
    """The code of a place in one published system."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="codes", verbose_name=_("place"))
    system = models.CharField(_("system"), max_length=20, choices=CodeSystem.choices)
    code = Line(_("code"), max_length=20)

    class Meta:
        verbose_name = _("place code")
        verbose_name_plural = _("place codes")
        constraints = [models.UniqueConstraint(fields=["place", "system"], name="place_has_one_code_a_system")]

    def __str__(self):
        return f"{self.get_system_display()} {self.code}"


class Succession(models.Model):
    """One place becoming part of another on a day, by law."""

    WHOLE, PART = "whole", "part"
    EXTENTS = [(WHOLE, _("the whole")), (PART, _("a part"))]

    predecessor = models.ForeignKey(Place, models.CASCADE, related_name="successions", verbose_name=_("predecessor"))
    successor = models.ForeignKey(Place, models.CASCADE, related_name="origins", verbose_name=_("successor"))
    on = models.DateField(_("effective on"))
    part = models.CharField(_("extent"), max_length=5, choices=EXTENTS, default=WHOLE)
    legal_basis = Line(_("legal basis"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("succession")
        verbose_name_plural = _("successions")
        ordering = ["-on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor", "on"], name="succession_once"),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")),
                name="succession_changes_place",
                violation_error_message=_("A place cannot succeed itself."),
            ),
        ]

    def __str__(self):
        return f"{self.predecessor} → {self.successor}"
