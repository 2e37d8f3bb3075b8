"""The declaration of a collection: everything that its page, files, feed, sitemap and tests are made from."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import F
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.collections import linked_data


@dataclass(frozen=True)
class Column:
    """One column of the files. Only declared columns leave the house. `value` is an attribute path or a function.

    What type it has and which codes it may hold follows from the model's field; `vocabulary` names the codes of what is
    no field, and `note` says what the label leaves open.
    """

    name: str
    label: str
    value: str | Callable
    note: str = ""
    vocabulary: type | None = None

    def read(self, record):
        """Return the value for a record; None anywhere along the path is None."""
        if callable(self.value):
            return self.value(record)
        for attribute in self.value.split("."):
            record = getattr(record, attribute)
            if record is None:
                return None
            if callable(record):
                record = record()
        return record


@dataclass(frozen=True)
class Sort:
    """One way to order a collection: by a column, or by a function that returns an expression for the active language.

    Rows without a value come last when `nullable`. Ties are always broken by id, so that pages never overlap.
    """

    key: str
    label: str
    by: str | Callable
    descending: bool = True
    nullable: bool = False

    def expression(self):
        """Return what rows are compared by."""
        return self.by() if callable(self.by) else F(self.by)


@dataclass(frozen=True)
class Related:
    """Rows of another collection to show on a record's page: those its filter `parameter` finds for the record."""

    collection: str
    parameter: str
    title: str


def newest(path, nullable=False):
    """Return the sort that begins with the newest; rows without a date come last."""
    return Sort("newest", _("Newest first"), path, nullable=nullable)


def coded(name, label, path="", note=""):
    """Return the two columns of a vocabulary value: the code that never changes and its label.

    `path` leads to the row that has the value, when it is not the record itself.
    """
    in_words = format_lazy(_("{label}, in words"), label=label)
    display = Column(f"{name}_label", in_words, f"{path}get_{name}_display")
    return Column(name, label, f"{path}{name}", note), display


ID = Column("id", _("public id"), "public_id", _("Short, random, and never given to another record."))


class Collection:
    """Base of all declarations. A subclass says what it is; nothing here asks which one it is."""

    name = ""
    title = ""
    model = None
    filters = None
    facets = ()
    columns = ()
    sorts = ()
    related = ()
    # Those of them whose feeds a record's page announces.
    followed = ()
    # The method that returns the card of a record, in the active language, where records have cards.
    card = None
    # Whether other sites may show a record as HTML, which `<name>/_embed.html` makes.
    has_embeds = False
    # What kind of page OpenGraph has for a record.
    page_type = "website"
    # The name of the address at which its amounts are drawn, for a collection that has amounts.
    charts = ""

    def rows(self, whole=False):
        """Return the rows that readers may see, with what a list shows, or with every column that the files have."""
        rows = self.model.objects.public()
        return rows.for_files() if whole else rows.for_list()

    def record(self, public_id):
        """Return the public record with what its page shows; raises the model's DoesNotExist."""
        return self.model.objects.public().for_detail().get(public_id=public_id)

    def url(self, suffix=""):
        """Return the path of the list, or of its file with that suffix, in the active language."""
        return reverse(f"{self.name}-{suffix}" if suffix else self.name)

    def dictionary_url(self):
        """Return the path of the page that explains the columns, in the active language."""
        return reverse(f"{self.name}-dictionary")

    def language_of(self, record):
        """Return the one language a record's page belongs to, or None when it has all of them."""
        return

    def author_of(self, record):
        """Return who wrote or said it, for citations; empty when it is the newsroom's own."""
        return ""

    def dated(self, record):
        """Return the moment that citations date a record by."""
        return record.public_from

    def revised_at(self, record):
        """Return when something that matters in a record changed after readers had first seen it, or None."""
        return

    @property
    def has_cards(self):
        """Whether its records have cards."""
        return self.card is not None

    def linked_data(self, record, beside):
        """Return what a record is, as schema.org has it, beside its address; `beside` is what its page shows of it."""
        return {"@type": "WebPage", "name": str(record), **linked_data.moments(self, record)}

    def figure_of(self, record, beside):
        """Return the picture in a record that stands for it on other sites; None when its card does."""
        return

    def related_to(self, record):
        """Return which rows of other collections a record's page shows."""
        return self.related

    def beside(self, record):
        """Return what the record's page shows beside its related rows, as template context."""
        return {}
