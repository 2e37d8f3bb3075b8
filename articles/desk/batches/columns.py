"""The columns of a table of investments, and the cells of one row under them."""

from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from openpyxl.utils import get_column_letter

from articles.desk.batches.cells import Wrong
from articles.tables import Column

COLUMNS = (
    Column("key", _("the source's own id")),
    Column("investment", _("id of the investment"), also=("id",)),
    Column("adopt", _("adopt")),
    Column("article", _("article's id"), also=("article_id",)),
    Column("title_ko", _("title in Korean")),
    Column("title_en", _("title in English")),
    Column("title_vi", _("title in Vietnamese")),
    Column("investors", _("investors")),
    Column("recipient", _("recipient")),
    Column("destination", _("destination")),
    Column("sector", _("sector")),
    Column("kind", _("kind")),
    Column("activity", _("activity")),
    Column("announced_on", _("announced on")),
    Column("announced_precision", _("precision")),
    Column("confidence", _("confidence")),
    Column("source_url", _("primary source")),
    Column("sentence", _("sentence")),
    Column("amount_text", _("amount as printed")),
    Column("amount_min", _("amount, at least")),
    Column("amount_max", _("amount, at most")),
    Column("currency", _("currency")),
    Column("qualifier", _("qualifier")),
    Column("per", _("period")),
    Column("basis", _("basis")),
    Column("equivalent_text", _("equivalent as printed")),
    Column("equivalent_amount", _("printed equivalent")),
    Column("equivalent_currency", _("currency of the equivalent")),
    Column("stage", _("stage")),
    Column("stage_text", _("stage as printed")),
    Column("place_text", _("place as printed")),
    Column("investor_text", _("investor as printed")),
)
# What our own files of investments hold beside these: labels of codes, and what is derived.
DERIVED_COLUMNS = (
    *("stage_label", "rung", "kind_label", "activity_label", "sector_code", "investor_ids", "investor_countries"),
    *("destination_id", "destination_today", "announced_precision_label", "usd_min", "usd_max", "usd_rate"),
    *("usd_rate_on", "usd_rate_source", "confidence_label", "public_from", "url", "review"),
    *("rung_label", "qualifier_label", "per_label", "basis_label"),
)
# What of a row is the story's claim. A row that names an investment says nothing new when a claim says the same.
CLAIMED = (
    *("sentence", "amount_text", "amount_min", "amount_max", "currency", "qualifier", "per", "basis"),
    *("equivalent_text", "equivalent_amount", "equivalent_currency", "stage", "stage_text"),
)


@dataclass(frozen=True)
class Problem:
    """What is wrong with a cell. `text` is yet to be translated, so that everybody reads it in their own language."""

    column: str
    value: str
    text: str
    values: dict

    @property
    def message(self):
        """What is wrong, and what to write instead."""
        return gettext(self.text) % self.values


class Cells:
    """The cells of one row by column. What cannot be understood is kept as a problem, and the reading goes on."""

    def __init__(self, line, header, texts):
        self.line = line
        self.letters = {name: get_column_letter(at + 1) for at, name in enumerate(header) if name}
        self.texts = {name: text for name, text in zip(header, texts, strict=True) if name and text}
        self.said = {}
        self.problems = []
        self.refused = set()

    def text(self, column):
        """Return the text of a cell, kept as part of what the row says."""
        text = self.texts.get(column, "")
        if text:
            self.said[column] = " ".join(text.split())
        return text

    def take(self, column, read, default=None):
        """Return what `read` makes of a cell, the default for an empty one or one that is wrong."""
        text = self.text(column)
        if not text:
            return default
        try:
            value = read(text)
        except Wrong as wrong:
            self.refuse(column, wrong.text, **wrong.values)
            return default
        self.said[column] = said(value, self.said[column])
        return value

    def refuse(self, column, text, **values):
        """Keep a problem with a cell, which need not be there."""
        self.refused.add(column)
        where = f"{self.letters[column]} ({column})" if column in self.letters else f"({column})"
        self.problems.append(Problem(where, self.texts.get(column, ""), text, values))

    def in_order(self):
        """Return the problems in the order of the columns; those of columns that are not there come last."""
        places = {letter: at for at, letter in enumerate(self.letters.values())}
        return sorted(self.problems, key=lambda problem: places.get(problem.column.split(" ")[0], len(places)))

    def check(self, instance, names):
        """Let a row of the database check those of its columns that the table gives, as a form would."""
        others = {field.name for field in instance._meta.fields} - set(names)
        try:
            instance.clean_fields(exclude=others | self.refused)
        except ValidationError as error:
            for name, messages in error.message_dict.items():
                self.refuse(name, "%(message)s", message=" ".join(messages))


def said(value, text):
    """Return a value as text that is the same however the cell was written; a record is what the cell calls it."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return str(value) if isinstance(value, str | bool) else text
