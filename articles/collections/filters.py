"""The kinds of filter a collection may declare. Each can narrow rows; most can also count them as a facet.

A filter never joins a table that could repeat a row, so that counts need no DISTINCT over the rows themselves.
"""

import re

import django_filters
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce, ExtractYear
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.clock import editorial_zone
from articles.models import Merge

MAX_VALUES = 50
MAX_USD = 10**15


def count_by(queryset, expression):
    """Return (value, rows) pairs, most rows first, for at most FACET_VALUES values; unknown values are left out."""
    groups = queryset.order_by().annotate(facet=expression).filter(facet__isnull=False).values_list("facet")
    return groups.annotate(n=Count("pk", distinct=True)).order_by("-n", "facet")[: settings.FACET_VALUES]


def narrow(queryset, condition, many):
    """Filter; through a sub-select when the condition could match a row more than once."""
    if many:
        condition = Q(pk__in=queryset.model.objects.filter(condition).values("pk"))
    return queryset.filter(condition)


class ManyValues(forms.MultipleChoiceField):
    """A field whose parameter may be given several times, within reason."""

    def validate(self, value):
        """Refuse more values than one statement should carry."""
        if len(value) > MAX_VALUES:
            raise ValidationError(_("At most %(most)d values.") % {"most": MAX_VALUES}, code="too_many")
        super().validate(value)


class Words(django_filters.CharFilter):
    """Rows whose search text holds every word."""

    def __init__(self, **kwargs):
        super().__init__(label=_("Words"), max_length=200, widget=forms.TextInput(attrs={"type": "search"}), **kwargs)

    def filter(self, queryset, value):
        """Apply the words."""
        return queryset.matching(value) if value else queryset

    def chips(self, value):
        """The words as one chip."""
        return [(value, f"“{value}”")]


class Choices(django_filters.MultipleChoiceFilter):
    """Rows with one of the chosen codes of a vocabulary."""

    field_class = ManyValues

    def __init__(self, vocabulary, label, path):
        self.vocabulary = vocabulary
        super().__init__(field_name=path, label=label, choices=vocabulary.choices)

    def filter(self, queryset, value):
        """Apply the codes."""
        return queryset.filter(**{f"{self.field_name}__in": value}) if value else queryset

    def chips(self, value):
        """A chip a code."""
        return [(code, self.vocabulary(code).label) for code in value]

    def count(self, queryset):
        """Return (code, label, rows), in the vocabulary's own order."""
        counts = dict(count_by(queryset, F(self.field_name)))
        return [(code, label, counts[code]) for code, label in self.vocabulary.choices if code in counts]


def open_rows(model):
    """Return the rows of a model that a filter may name; reference tables have nothing to hide."""
    return model.objects.public() if hasattr(model.objects, "public") else model.objects.all()


class ManyKeys(forms.ModelMultipleChoiceField):
    """Records by their public keys, within reason."""

    def clean(self, value):
        """Refuse too many keys before asking the database."""
        if value and len(value) > MAX_VALUES:
            raise ValidationError(_("At most %(most)d values.") % {"most": MAX_VALUES}, code="too_many")
        try:
            return list(super().clean(value))
        except ValidationError:
            return list(super().clean(self.follow_merges(value)))

    def follow_merges(self, value):
        """Put the entry that stayed in the place of one that was merged into it; asked only when a key is unknown."""
        kept = Merge.objects.kept_ids(value, among=self.queryset) if self.to_field_name == "public_id" else {}
        return [kept.get(key, key) for key in value]


class Entities(django_filters.Filter):
    """Rows that point along `path` to one of the chosen records, which are named by `key`.

    `many` says that a row may point to several; `through` names a public record on the way, which must be public too.
    """

    field_class = ManyKeys

    def __init__(self, model, label, path, key="public_id", many=False, through=""):
        # not `model`: django-filter puts the filtered model there
        self.target, self.key, self.many, self.through = model, key, many or bool(through), through
        unknown = {"invalid_choice": _("There is no record “%(value)s”.")}
        super().__init__(field_name=path, label=label, queryset=None, to_field_name=key, error_messages=unknown)

    @property
    def field(self):
        """The form field, over the records that readers may name at this moment."""
        field = super().field
        field.queryset = open_rows(self.target)
        return field

    def filter(self, queryset, value):
        """Apply the records."""
        if not value:
            return queryset
        condition = Q(**{f"{self.field_name}__in": value})
        if self.through:
            condition &= Q(**{f"{self.through}__public_from__lte": timezone.now()})
        return narrow(queryset, condition, self.many)

    def chips(self, value):
        """A chip a record."""
        return [(getattr(record, self.key), str(record)) for record in value]

    def count(self, queryset):
        """Return (key, name, rows), most rows first; records that are not public are left out."""
        counts = dict(count_by(queryset, F(self.field_name)))
        records = open_rows(self.target).in_bulk(counts)
        return [(getattr(records[pk], self.key), str(records[pk]), n) for pk, n in counts.items() if pk in records]


class EditorialYear(ExtractYear):
    """The year of a day, or of a moment in the editorial time zone, whatever zone is current."""

    def get_tzname(self):
        """Name the zone for the database."""
        return str(editorial_zone())


class YearsField(ManyValues):
    """Years in four ASCII digits."""

    YEAR = re.compile(r"[12][0-9]{3}")

    def valid_value(self, value):
        """Accept what a calendar of this newsroom can hold: 1000 to 2999."""
        return bool(self.YEAR.fullmatch(value))


class Years(django_filters.Filter):
    """Rows dated in one of the chosen years, in the editorial time zone."""

    field_class = YearsField

    def __init__(self, label, path):
        wrong = {"invalid_choice": _("“%(value)s” is not a year of four digits.")}
        super().__init__(field_name=path, label=label, error_messages=wrong)

    def filter(self, queryset, value):
        """Apply the years."""
        years = [int(year) for year in value or ()]
        return queryset.alias(year=EditorialYear(self.field_name)).filter(year__in=years) if years else queryset

    def chips(self, value):
        """A chip a year."""
        return [(year, year) for year in value]

    def count(self, queryset):
        """Return (year, year, rows), newest first."""
        counts = count_by(queryset, EditorialYear(self.field_name))
        return [(str(year), str(year), n) for year, n in sorted(counts, reverse=True)]


class Usd(django_filters.NumberFilter):
    """Rows whose amount in US dollars reaches, or stays within, a bound. An open end is taken at its known end."""

    BOUNDS = {"gte": ("usd_max", "usd_min"), "lte": ("usd_min", "usd_max")}

    def __init__(self, label, lookup):
        self.lookup = lookup
        super().__init__(label=label, min_value=0, max_value=MAX_USD, max_digits=18, decimal_places=2)

    def filter(self, queryset, value):
        """Apply the bound; rows without an amount never match."""
        if value is None:
            return queryset
        return queryset.alias(usd=Coalesce(*self.BOUNDS[self.lookup])).filter(**{f"usd__{self.lookup}": value})

    def chips(self, value):
        """The bound with its sign."""
        sign = {"gte": "≥", "lte": "≤"}[self.lookup]
        return [(str(value), f"{sign} ${value:,}")]
