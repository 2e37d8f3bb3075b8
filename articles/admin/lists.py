"""Lists that stay quick however many rows there are, and find what readers would find."""

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import SEARCH_VAR, ChangeList
from django.core.paginator import Paginator
from django.db import DataError, transaction
from django.utils.functional import cached_property

from articles import search
from articles.desk import records_seen_by
from articles.models.base import ID_LENGTH

LONG_TEXTS = {"search_text", "source_text", "doubts", "printed"}
LONGEST_SEARCH = 200


def without_long_texts(queryset):
    """Leave the long texts of the rows, and of the rows that come with them, in the database."""
    related = queryset.query.select_related
    return queryset.defer(*long_texts(queryset.model, related if isinstance(related, dict) else {}))


def long_texts(model, related, path=""):
    """Yield the names of the long texts of a model and of what `select_related` brings, `{name: {…}}`."""
    yield from (f"{path}{field.name}" for field in model._meta.concrete_fields if field.name in LONG_TEXTS)
    for name, further in related.items():
        yield from long_texts(model._meta.get_field(name).related_model, further, f"{path}{name}__")


class Pages(Paginator):
    """The pages of a list: the keys of a page first, which an index often gives alone, then the rows of these.

    A search has to read every row, so it does that once, for the count and the page together.
    """

    searched = False

    @property
    def keys(self):
        """The keys of all rows, in order."""
        return self.object_list.values_list("pk", flat=True)

    @cached_property
    def found(self):
        """The keys, loaded."""
        return list(self.keys)

    @cached_property
    def count(self):
        """How many rows there are."""
        return len(self.found) if self.searched else self.keys.order_by().count()

    def page(self, number):
        """Return one page."""
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        keys = (self.found if self.searched else self.keys)[first : first + self.per_page]
        return self._get_page(self.rows(keys), number, self)

    def rows(self, keys):
        """Return the rows of these keys, in the order of the list."""
        return without_long_texts(self.object_list).filter(pk__in=list(keys))


class RecordList(ChangeList):
    """A list whose rows come through its pages, also where all of them fit on one."""

    def get_results(self, request):
        """Find the rows of the page. What the address asks for and no column can hold is a wrong filter."""
        try:
            with transaction.atomic():
                self.find_results(request)
        except (DataError, OverflowError, ValueError) as error:
            raise IncorrectLookupParameters(error) from error

    def find_results(self, request):
        """Count the rows, and load those of the page."""
        super().get_results(request)
        if not self.multi_page or (self.show_all and self.can_show_all):
            self.result_list = self.paginator.rows(self.paginator.found)


class ListAdmin(admin.ModelAdmin):
    """An admin class whose list may have hundreds of thousands of rows."""

    paginator = Pages
    list_per_page = 50
    show_full_result_count = False

    class Media:
        css = {"all": ["desk/desk.css"]}

    def get_changelist(self, request, **kwargs):
        """Return the class of the list."""
        return RecordList

    def get_paginator(self, request, *args, **kwargs):
        """Return the pages, which know whether something was searched for, in the list or by an autocomplete."""
        pages = super().get_paginator(request, *args, **kwargs)
        pages.searched = bool(request.GET.get(SEARCH_VAR) or request.GET.get("term"))
        return pages


class WrittenOnce:
    """What the desk's acts write down, for an admin class to read: nobody adds, changes or deletes it by hand."""

    def has_add_permission(self, request):
        """It is written where it happens."""
        return False

    def has_change_permission(self, request, obj=None):
        """What has happened has happened."""
        return False

    def has_delete_permission(self, request, obj=None):
        """What was said to readers stays said, and an old address keeps leading somewhere."""
        return False


class OfStories:
    """An admin class of records that stories brought: nobody reads in them what they may not read in the story."""

    # The way from a record to its story.
    story = "article"

    def get_queryset(self, request):
        """Keep the records that the user may see."""
        return records_seen_by(request.user, super().get_queryset(request), self.story)


class SearchAdmin(ListAdmin):
    """An admin class whose records are found as readers find them."""

    search_fields = ("search_text", "public_id")

    def get_search_results(self, request, queryset, search_term):
        """Find by public id, else by words, case and accents aside."""
        term = search_term.strip()[:LONGEST_SEARCH]
        if len(term) == ID_LENGTH and (named := queryset.filter(public_id=term)).exists():
            return named, False
        return search.find(queryset, term), False
