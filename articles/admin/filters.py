"""Filters at the side of a list that offer a bounded number of links, whatever is stored."""

import re
from datetime import datetime, timedelta
from urllib.parse import parse_qsl

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.db import models
from django.utils import formats
from django.utils.timezone import localtime, make_aware
from django.utils.translation import gettext as _

from articles.admin.lists import without_long_texts
from articles.text import whole_number

SPAN = re.compile(r"([12][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class NamedFilter(admin.RelatedFieldListFilter):
    """The entries of a short directory as links, and for a long one a box to type a name in."""

    LINKS = 30

    def __init__(self, field, request, params, model, model_admin, field_path):
        self.is_long = False
        super().__init__(field, request, params, model, model_admin, field_path)
        self.named = self.used_parameters.pop(self.name_parameter, [""])[-1].strip()
        self.directory = model_admin.admin_site.get_model_admin(field.related_model)

    @property
    def name_parameter(self):
        """The parameter that carries a typed name."""
        return f"{self.field_path}__named"

    @property
    def template(self):
        """Links as everywhere, or the box."""
        return "desk/filter_by_name.html" if self.is_long else "admin/filter.html"

    def expected_parameters(self):
        """A key, emptiness, or a name."""
        return [*super().expected_parameters(), self.name_parameter]

    def field_choices(self, field, request, model_admin):
        """Return the entries, unless there are too many."""
        rows = field.related_model._default_manager.complex_filter(field.get_limit_choices_to())
        ordering = self.field_admin_ordering(field, request, model_admin) or ["pk"]
        entries = [(row.pk, str(row)) for row in without_long_texts(rows).order_by(*ordering)[: self.LINKS + 1]]
        self.is_long = len(entries) > self.LINKS
        return [] if self.is_long else entries

    def has_output(self):
        """Whether there is anything to choose."""
        return self.is_long or super().has_output()

    def choices(self, changelist):
        """Yield the links; of a long directory only the one entry that an address may name."""
        others = changelist.get_query_string(remove=self.expected_parameters())
        self.other_parameters = parse_qsl(others.removeprefix("?"))
        everything, *links = super().choices(changelist)
        yield everything | {"selected": everything["selected"] and not self.named, "query_string": others}
        if self.is_long and self.lookup_val:
            pk = whole_number(self.lookup_val[-1])
            entry = self.field.related_model._default_manager.filter(pk=pk).first()
            yield {"selected": True, "display": entry or "–", "query_string": changelist.get_query_string()}
        yield from links

    def queryset(self, request, queryset):
        """Keep the rows that point to the chosen entry, or to any that is called so."""
        queryset = super().queryset(request, queryset)
        if not self.named:
            return queryset
        entries = self.field.related_model._default_manager.order_by()
        called, _repeated = self.directory.get_search_results(request, entries, self.named)
        return queryset.filter(**{f"{self.field_path}__in": called.values("pk")})


class CalendarFilter(admin.FieldListFilter):
    """Years, then the months of a year, then the days of a month; only the first and the last row are looked up."""

    def __init__(self, field, request, params, model, model_admin, field_path):
        super().__init__(field, request, params, model, model_admin, field_path)
        self.chosen = self.used_parameters.get(self.parameter, [""])[-1]
        self.bounds = self.span(self.chosen) if self.chosen else None
        self.years = self.find_years(model)

    @property
    def parameter(self):
        """The parameter that carries a year, month or day."""
        return f"{self.field_path}__in_time"

    def expected_parameters(self):
        """One."""
        return [self.parameter]

    def span(self, chosen):
        """Return the first day of `2015`, `2015-03` or `2015-03-01`, and the first day after it."""
        match = SPAN.fullmatch(chosen)
        try:
            year, month, day = (int(part) if part else None for part in match.groups())
            first = datetime(year, month or 1, day or 1)
        except (AttributeError, ValueError) as error:
            raise IncorrectLookupParameters(error) from error
        if day:
            return first, first + timedelta(days=1)
        if month:
            return first, (first + timedelta(days=32)).replace(day=1)
        return first, first.replace(year=year + 1)

    def find_years(self, model):
        """Return every year from that of the first row to that of the last."""
        dated = model._default_manager.filter(**{f"{self.field_path}__isnull": False})
        dates = dated.values_list(self.field_path, flat=True)
        ends = [dates.order_by(order).first() for order in (self.field_path, f"-{self.field_path}")]
        years = [self.local(end).year for end in ends if end]
        return range(years[1], years[0] - 1, -1) if years else ()

    def local(self, moment):
        """Return a moment as the desk's clock shows it; a day is a day everywhere."""
        return localtime(moment) if isinstance(self.field, models.DateTimeField) else moment

    def has_output(self):
        """Whether any row has a date."""
        return bool(self.years)

    def queryset(self, request, queryset):
        """Keep the rows of the chosen year, month or day."""
        if not self.bounds:
            return queryset
        first, after = self.bounds
        if isinstance(self.field, models.DateTimeField):
            first, after = make_aware(first), make_aware(after)
        return queryset.filter(**{f"{self.field_path}__gte": first, f"{self.field_path}__lt": after})

    def choices(self, changelist):
        """Yield what is chosen with what it lies in, and what lies in it."""
        yield {
            "selected": not self.chosen,
            "query_string": changelist.get_query_string(remove=[self.parameter]),
            "display": _("All"),
        }
        for text in [*self.wider(), *self.narrower()]:
            yield {
                "selected": text == self.chosen,
                "query_string": changelist.get_query_string({self.parameter: text}),
                "display": self.label(text),
            }

    def wider(self):
        """Yield the year and the month of what is chosen, and it itself."""
        parts = self.chosen.split("-") if self.chosen else []
        yield from ("-".join(parts[: number + 1]) for number in range(len(parts)))

    def narrower(self):
        """Yield the years, the months of the chosen year, or the days of the chosen month."""
        if not self.bounds:
            yield from map(str, self.years)
        elif len(self.chosen) == len("2015"):
            yield from (f"{self.chosen}-{month:02}" for month in range(1, 13))
        elif len(self.chosen) == len("2015-03"):
            first, after = self.bounds
            yield from (f"{self.chosen}-{day:02}" for day in range(1, (after - first).days + 1))

    def label(self, text):
        """Return a year, month or day in words."""
        first, _after = self.span(text)
        form = {4: None, 7: "YEAR_MONTH_FORMAT", 10: "MONTH_DAY_FORMAT"}[len(text)]
        return formats.date_format(first, form) if form else text
