"""One request's view of a collection: its rows, counts, facets, chips and links, from one reading of the query."""

import re
from functools import cached_property

from django.conf import settings
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.addresses import with_query
from articles.collections.base import Sort
from articles.collections.counting import Counting
from articles.collections.filters import form_of
from articles.collections.options import is_named
from articles.collections.paging import Order
from articles.collections.parts import Chip, Facet, FacetValue, Page
from articles.patience import at_most
from articles.text import normalise

# How to say which page is meant; one at a time.
PLACES = ("page", "after", "before")
# The order of feeds, whatever the page is sorted by.
RECENT = Sort("recent", "", "public_from")
PAGE = re.compile(r"[1-9][0-9]{0,8}")


class Listing:
    """What a query string means for a collection. Wrong parameters are named in `problems` and not applied.

    Its rows have what a page shows of them, or all that files have when they are `whole`. Making one raises TooSlow
    when the record that its page begins behind is not found in time.
    """

    def __init__(self, collection, query, whole=False):
        self.collection = collection
        self.whole = whole
        self.query = query
        self.filters = collection.filters.base_filters
        self.form = form_of(self.filters, query)
        self.problems = {}
        self._pages = {}
        self._read()

    def _read(self):
        self.form.is_valid()
        for name, errors in self.form.errors.items():
            self.problems[name] = " ".join(errors)
        for name in self.query:
            if name not in self.filters and name not in {"sort", *PLACES}:
                self.problems[name] = _("This list has no such parameter.")
        self.chosen = {name: value for name, value in self.form.cleaned_data.items() if value not in (None, "", [])}
        self.sort = self._read_sort()
        self.page = self._read_page()
        self.mark = self._read_mark()

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

    def _read_mark(self):
        """Take the record that the page begins behind or ends before. Raises TooSlow."""
        given = [name for name in PLACES if self.query.get(name)]
        if len(given) > 1:
            self.problems[given[1]] = _("Give one of page, after and before.")
        name = given[0] if given else ""
        if name not in ("after", "before"):
            return "", None
        with at_most(settings.LIST_MILLISECONDS):
            mark = self.order(self.public()).mark(self.query[name])
        if mark:
            return name, mark
        self.problems[name] = _("That record is not in this list any more; begin at the first page.")
        return "", None

    def public(self):
        """Return all rows of the collection that readers may see."""
        return self.collection.model.objects.public()

    def order(self, rows):
        """Return rows in the chosen order, to take pages of."""
        strands = [strand for name, value in self.chosen.items() for strand in self.filters[name].strands(value)]
        return Order(self.sort, rows, strands)

    def narrowed(self, queryset, without=None, only=None, in_order=False, sort=None):
        """Return the queryset under every chosen filter but the one named `without`, or under some of them.

        To be read `in_order`, the list's or another, rows are looked up by filters that have them in it, and tested by
        the others.
        """
        names = [name for name in self.chosen if name != without and (only is None or name in only)]
        is_led = any(self.filters[name].leads for name in names)
        for name in names:
            filter_, value = self.filters[name], self.chosen[name]
            is_apart = filter_.is_across(sort or self.sort) or is_led or filter_.has_several(value)
            is_tested = in_order and not filter_.leads and is_apart
            queryset = (filter_.test if is_tested else filter_.filter)(queryset, value)
        return queryset

    @cached_property
    def counting(self):
        """The numbers of the listing."""
        return Counting(self)

    @property
    def total(self):
        """How many rows the query finds; at least that many when `has_more`."""
        return self.counting.total

    @property
    def has_more(self):
        """Whether there are more rows than are counted."""
        return self.counting.has_more

    @property
    def exact_total(self):
        """How many rows the query finds, counted one by one if it must be. Raises TooSlow."""
        return self.counting.exact_total

    @property
    def rows(self):
        """The rows of the chosen page."""
        return self.page_of(settings.PAGE_SIZE)

    def page_of(self, size):
        """Return the rows of the chosen page when pages are `size` rows long. Raises TooSlow."""
        return self.page_at(size).rows

    def page_at(self, size):
        """Return the chosen page when pages are `size` rows long. Raises TooSlow."""
        if size not in self._pages:
            self._pages[size] = self.counting.read_first(lambda rows: self._read_rows(self.order(rows), size))
        return self._pages[size]

    def _read_rows(self, order, size):
        side, mark = self.mark
        if side == "before":
            found = order.ids(size + 1, before=mark)
            return Page(self.load(found[-size:]), len(found) > size, True)
        offset = (self.page - 1) * size
        found = order.ids(size + 1, behind=mark, offset=offset)
        return Page(self.load(found[:size]), bool(mark or offset), len(found) > size)

    def load(self, pks):
        """Return the rows with these ids, in their order."""
        rows = self.collection.rows(self.whole).in_bulk(pks) if pks else {}
        return [rows[pk] for pk in pks if pk in rows]

    def recent(self, size):
        """Return the chosen page of the rows that readers got last, when pages are `size` rows long. Raises TooSlow."""
        offset = (self.page - 1) * size
        found = self.counting.read_first(lambda rows: Order(RECENT, rows).ids(size + 1, offset=offset), RECENT)
        return Page(self.load(found[:size]), self.page > 1, len(found) > size)

    def batches(self, size):
        """Yield all rows that the query finds, in order, `size` at a time: in memory that does not grow."""
        order, mark = self.order(self.narrowed(self.public(), in_order=True)), None
        while pks := order.ids(size, behind=mark):
            rows = self.load(pks)
            yield rows
            mark = order.mark_of(pks[-1])

    @cached_property
    def facets(self):
        """The facets, each leaving out its own filter."""
        return [self._facet(name, counted) for name, counted in self.counting.facets.items()]

    def _facet(self, name, counted):
        filter_ = self.filters[name]
        chosen = dict(filter_.chips(self.chosen.get(name, [])))
        counts = list(counted or ())
        missing = chosen.keys() - {value for value, _label, _n in counts}
        # Behind the values with most rows there may be others: how many they have is then not known.
        rows = None if counted is None or len(counts) >= settings.FACET_VALUES else 0
        counts += [(value, chosen[value], rows) for value in chosen if value in missing]
        values = [FacetValue(value, label, n, value in chosen) for value, label, n in counts]
        is_cut = counted is None or len(counted) >= settings.FACET_VALUES
        more = reverse(f"{self.collection.name}-options", args=[name]) if is_cut and is_named(filter_) else ""
        return Facet(name, filter_.label, values, counted is not None, more)

    @cached_property
    def chips(self):
        """Every chosen value, removable."""
        return [
            Chip(self.filters[name].label, label, self.url(toggle=(name, raw)))
            for name, value in self.chosen.items()
            for raw, label in self.filters[name].chips(value)
        ]

    @property
    def title(self):
        """The collection's title with the chosen filter, to tell lists apart; in the form in which text is stored."""
        chosen = normalise(", ".join(str(chip.value) for chip in self.chips))
        return f"{self.collection.title}: {chosen}" if chosen else str(self.collection.title)

    def params(self):
        """Return the applied parameters as a QueryDict, in the order of the declaration: the canonical query."""
        params = QueryDict(mutable=True)
        for name, value in self.chosen.items():
            params.setlist(name, [raw for raw, _label in self.filters[name].chips(value)])
        if self.sort is not self.collection.sorts[0]:
            params["sort"] = self.sort.key
        return params

    def url(self, suffix="", toggle=None, **place):
        """Return the address of this list with another suffix or place, or with one value put in or taken out.

        `place` is one of page, after and before; without one it is the first page.
        """
        params = self.params()
        if toggle:
            name, value = toggle
            values = params.getlist(name)
            params.setlist(name, [v for v in values if v != value] if value in values else [*values, value])
        for name, value in place.items():
            if value and value != 1:
                params[name] = value
        return with_query(self.collection.url(suffix), params)

    def own_url(self, suffix=""):
        """Return the canonical address of this page."""
        side, _mark = self.mark
        return self.url(suffix, **{side: self.query[side]}) if side else self.url(suffix, page=self.page)

    @property
    def first_url(self):
        """The canonical address of the whole list under these filters."""
        return self.url()

    @property
    def clear_url(self):
        """The address without any filter."""
        return self.collection.url()

    @property
    def is_first(self):
        """Whether the list begins with this page."""
        return self.page == 1 and not self.mark[0]

    def neighbour(self, suffix, size, side):
        """Return the address of the page `after` or `before` this one when pages are `size` rows long, or None."""
        page = self.page_at(size)
        if not page.rows or not (page.has_later if side == "after" else page.has_earlier):
            return None
        return self.url(suffix, **{side: page.rows[-1 if side == "after" else 0].public_id})

    @property
    def previous_url(self):
        """The page before, or None."""
        return self.neighbour("", settings.PAGE_SIZE, "before")

    @property
    def next_url(self):
        """The page after, or None."""
        return self.neighbour("", settings.PAGE_SIZE, "after")
