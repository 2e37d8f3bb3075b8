"""One request's view of a collection: its rows, counts, facets, chips and links, from one reading of the query."""

import re
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

PAGE = re.compile(r"[1-9][0-9]{0,8}")


@dataclass(frozen=True)
class FacetValue:
    """One value of a facet with the number of rows that choosing it would show, and the link that toggles it."""

    value: str
    label: str
    count: int
    chosen: bool
    url: str


@dataclass(frozen=True)
class Facet:
    """The values of one filter, counted under all the other filters."""

    name: str
    label: str | Promise
    values: list


@dataclass(frozen=True)
class Chip:
    """A chosen filter value, and the address without it."""

    label: str | Promise
    value: str
    url: str


class Listing:
    """What a query string means for a collection. Wrong parameters are named in `problems` and not applied."""

    def __init__(self, collection, query, at=None):
        self.collection = collection
        self.query = query
        self.at = at
        self.filterset = collection.filters(query, queryset=collection.model.objects.none())
        self.form = self.filterset.form
        self.problems = {}
        self._read()

    def _read(self):
        self.form.is_valid()
        for name, errors in self.form.errors.items():
            self.problems[name] = " ".join(errors)
        for name in self.query:
            if name not in self.filterset.filters and name not in {"sort", "page"}:
                self.problems[name] = _("This list has no such parameter.")
        self.chosen = {name: value for name, value in self.form.cleaned_data.items() if value not in (None, "", [])}
        self.sort = self._read_sort()
        self.page = self._read_page()

    def _read_sort(self):
        sorts = {sort.key: sort for sort in self.collection.sorts}
        key = self.query.get("sort") or self.collection.sorts[0].key
        if key not in sorts:
            self.problems["sort"] = _("Sort by one of: %(keys)s.") % {"keys": ", ".join(sorts)}
        return sorts.get(key, self.collection.sorts[0])

    def _read_page(self):
        page = self.query.get("page") or "1"
        if not PAGE.fullmatch(page):
            self.problems["page"] = _("A page is a number from 1.")
            return 1
        if int(page) > settings.MAX_PAGE:
            self.problems["page"] = _("Lists go to page %(last)d; narrow the list to see more.") % {
                "last": settings.MAX_PAGE
            }
            return 1
        return int(page)

    def narrowed(self, queryset, without=None):
        """Return the queryset under every chosen filter but the one named `without`."""
        for name, value in self.chosen.items():
            if name != without:
                queryset = self.filterset.filters[name].filter(queryset, value)
        return queryset

    @cached_property
    def queryset(self):
        """Every row that the query finds, in order."""
        return self.narrowed(self.collection.rows(self.at)).order_by(*self.sort.expressions())

    @cached_property
    def total(self):
        """How many rows the query finds."""
        return self.narrowed(self.collection.model.objects.public(self.at)).count()

    @cached_property
    def rows(self):
        """The rows of the chosen page."""
        return list(self.page_of(settings.PAGE_SIZE))

    def page_of(self, size):
        """Return the chosen page when pages are `size` rows long, as a queryset."""
        return self.queryset[(self.page - 1) * size : self.page * size]

    @cached_property
    def facets(self):
        """The facets, each leaving out its own filter."""
        return [self._facet(name) for name in self.collection.facets]

    def _facet(self, name):
        filter_ = self.filterset.filters[name]
        rows = self.narrowed(self.collection.model.objects.public(self.at), without=name)
        chosen = dict(filter_.chips(self.chosen.get(name, [])))
        counted = [(value, label, n) for value, label, n in filter_.count(rows) if n]
        missing = chosen.keys() - {value for value, _label, _n in counted}
        counted += [(value, chosen[value], 0) for value in chosen if value in missing]
        values = [
            FacetValue(value, label, n, value in chosen, self.url(toggle=(name, value))) for value, label, n in counted
        ]
        return Facet(name, filter_.label, values)

    @cached_property
    def chips(self):
        """Every chosen value, removable."""
        return [
            Chip(self.filterset.filters[name].label, label, self.url(toggle=(name, raw)))
            for name, value in self.chosen.items()
            for raw, label in self.filterset.filters[name].chips(value)
        ]

    def params(self):
        """Return the applied parameters as a QueryDict, in the order of the declaration: the canonical query."""
        params = QueryDict(mutable=True)
        for name, value in self.chosen.items():
            params.setlist(name, [raw for raw, _label in self.filterset.filters[name].chips(value)])
        if self.sort is not self.collection.sorts[0]:
            params["sort"] = self.sort.key
        return params

    def url(self, suffix="", page=None, toggle=None):
        """Return the address of this list with another suffix or page, or with one value put in or taken out."""
        params = self.params()
        if toggle:
            name, value = toggle
            values = params.getlist(name)
            params.setlist(name, [v for v in values if v != value] if value in values else [*values, value])
        if page and page > 1:
            params["page"] = page
        query = params.urlencode()
        return self.collection.url(suffix) + (f"?{query}" if query else "")

    @property
    def first_url(self):
        """The canonical address of the whole list under these filters."""
        return self.url()

    @property
    def clear_url(self):
        """The address without any filter."""
        return self.collection.url()

    @property
    def previous_url(self):
        """The page before, or None."""
        return self.url(page=self.page - 1) if self.page > 1 else None

    @property
    def next_url(self):
        """The page after, or None."""
        return self.url(page=self.page + 1) if self.has_next(settings.PAGE_SIZE) else None

    def has_next(self, size):
        """Whether rows remain after the chosen page when pages are `size` rows long."""
        return self.page * size < self.total and self.page < settings.MAX_PAGE
