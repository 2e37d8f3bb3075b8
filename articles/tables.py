"""Tables as people send them: CSV and XLSX files made into a header and rows of text, or refused with the reason."""

import csv
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from itertools import repeat

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from articles import archives
from articles.intake import Unreadable, decode
from articles.text import fold, normalise

MAXIMUM_BYTES = 5_000_000
MAXIMUM_ROWS = 20_000
MAXIMUM_COLUMNS = 100
MAXIMUM_CELL = 10_000
# The last line a spreadsheet can have; a file that names a later one is not from a spreadsheet.
LAST_LINE = 1_048_576
# Cells that are merely formatted may reach beyond the last column with a value, but not without end.
WIDEST = 1_000

OLD_EXCEL_MARK = bytes.fromhex("d0cf11e0a1b11ae1")
DELIMITERS = ",;\t"
# How a file of ours marks a text that a spreadsheet program might run as a formula.
GUARDED = re.compile(r"'+[=+\-@\t\r]")
# A date format without its literal text: `yyyy"년" m"월"` is `yyyy m`.
LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


class TableError(ValueError):
    """The file cannot be read as a table of this kind; the message says why and what to do."""


@dataclass(frozen=True)
class Column:
    """A column that a table may have: its code, its label, and other codes under which it may come."""

    name: str
    label: str | Promise
    also: tuple = ()


@dataclass(frozen=True)
class Row:
    """The cells of one row, and the line of the file on which it begins."""

    line: int
    cells: list[str]


@dataclass(frozen=True)
class Table:
    """A header of column codes, empty where a column has no name or none that matters, and the rows under it."""

    header: list[str]
    rows: list[Row]


def read_table(data, columns, ignored=()):
    """Return the bytes of a CSV or XLSX file as a Table.

    Headers may be the codes or, in any language of the desk, the labels of `columns`; the codes in `ignored` are
    known and not read. Raises TableError, also for a file over one of the limits above.
    """
    if len(data) > MAXIMUM_BYTES:
        raise TableError(_("The file is larger than 5 MB."))
    names = column_names(columns) | dict.fromkeys(map(fold, ignored), "")
    rows = read_xlsx(data) if data.startswith(archives.MARK) else read_csv(data, names)
    rows = (row for row in rows if any(row.cells))
    first = next(rows, None)
    if first is None:
        raise TableError(_("The table is empty."))
    header = read_header(first, names)
    return Table(header, list(checked(rows, len(header), first)))


def column_names(columns):
    """Return every name under which a column may come, folded, with the column's code. Two columns share none."""
    names = {}
    for code, _label in settings.LANGUAGES:
        with translation.override(code):
            for column in columns:
                names.setdefault(fold(str(column.label)), set()).add(column.name)
    found = {key: codes.pop() for key, codes in names.items() if len(codes) == 1}
    return found | {fold(name): column.name for column in columns for name in (column.name, *column.also)}


def read_header(row, names):
    """Return the codes of the columns; raises TableError that names every unknown and every repeated one."""
    unknown = [cell for cell in row.cells if cell and fold(cell) not in names]
    if unknown:
        known = ", ".join(dict.fromkeys(filter(None, names.values())))
        message = _("There is no column called %(unknown)s. The first line names the columns; they are: %(known)s.")
        raise TableError(message % {"unknown": ", ".join(f"“{name[:60]}”" for name in unknown), "known": known})
    header = [names[fold(cell)] if cell else "" for cell in row.cells]
    repeated = [at for at, name in enumerate(header) if name and name in header[:at]]
    if repeated:
        columns = ", ".join(f"{get_column_letter(at + 1)} ({header[at]})" for at in repeated)
        raise TableError(_("These columns are there twice: %s. Keep one of each.") % columns)
    return header


def checked(rows, width, header):
    """Yield the rows as wide as the header; raises TableError for one too many, or one with a nameless value."""
    for number, row in enumerate(rows, 1):
        if number > MAXIMUM_ROWS:
            raise TableError(_("The table has more than %d rows. Divide it.") % MAXIMUM_ROWS)
        cells = row.cells + [""] * (width - len(row.cells))
        for at, cell in enumerate(cells):
            if cell and (at >= width or not header.cells[at]):
                where = {"line": row.line, "column": get_column_letter(at + 1), "value": cell[:60]}
                raise TableError(
                    _("Line %(line)d, column %(column)s: “%(value)s” stands in a column without a name.") % where
                )
        yield Row(row.line, cells[:width])


def clean_cells(line, values):
    """Return the row of these values, without white space around them; raises TableError for one too many or long."""
    cells = [normalise(value).strip() for value in values]
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > MAXIMUM_COLUMNS:
        refuse_width(line)
    for at, cell in enumerate(cells):
        if len(cell) > MAXIMUM_CELL:
            where = {"line": line, "column": get_column_letter(at + 1), "most": MAXIMUM_CELL}
            raise TableError(
                _("Line %(line)d, column %(column)s: the cell is longer than %(most)d characters.") % where
            )
    return Row(line, cells)


def refuse_width(line):
    """Raise TableError for a line with too many columns."""
    message = _("Line %(line)d: the table has more than %(most)d columns.")
    raise TableError(message % {"line": line, "most": MAXIMUM_COLUMNS})


def read_csv(data, names) -> Iterator[Row]:
    """Yield the rows of a CSV file whose values are separated by commas, semicolons or tabs, whichever fits best."""
    if data.startswith(OLD_EXCEL_MARK):
        raise TableError(_("This is a file of an old Excel, or it has a password. Save it as XLSX without one."))
    try:
        text = decode(data)
    except Unreadable as error:
        raise TableError(str(error)) from error
    yield from csv_rows(text, max(DELIMITERS, key=lambda mark: known_names(text, mark, names)))


def known_names(text, delimiter, names):
    """Return how many cells of the first row are names of columns when `delimiter` divides them, and how many are."""
    first = next((row.cells for row in csv_rows(text, delimiter) if any(row.cells)), [])
    return sum(fold(cell) in names for cell in first if cell), len(first)


def csv_rows(text, delimiter):
    """Yield the rows with the line on which each begins: a cell may hold line breaks."""
    reader, begins = csv.reader(StringIO(text), delimiter=delimiter, strict=True), 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            message = _("Line %d: the quotation marks around a cell do not match, or the cell is far too long.")
            raise TableError(message % begins) from error
        yield clean_cells(begins, [cell[1:] if GUARDED.match(cell) else cell for cell in cells])
        begins = reader.line_num + 1


def read_xlsx(data) -> Iterator[Row]:
    """Yield the rows of the first sheet of an XLSX file: values, never formulas."""
    refuse_bomb(data)
    rows = sheet_rows(data)
    while True:
        try:
            row = next(rows, None)
        except TableError:
            raise
        except Exception as error:  # a damaged file makes openpyxl raise almost anything
            raise TableError(_("The XLSX file is damaged; save it anew, or as CSV.")) from error
        if row is None:
            return
        yield row


def refuse_bomb(data):
    """Raise TableError when an archive would unpack to far more than a table of the largest size."""
    try:
        archives.members_of(data)
    except archives.DamagedArchive as error:
        raise TableError(_("The XLSX file is damaged; save it anew, or as CSV.")) from error
    except archives.ArchiveBomb as error:
        raise TableError(_("The XLSX file unpacks to far more than a table; it is not opened.")) from error


def sheet_rows(data):
    """Yield the rows of the first sheet with their lines."""
    values = load_workbook(BytesIO(data), read_only=True, data_only=True)
    formulas = load_workbook(BytesIO(data), read_only=True) if has_formulas(data) else None
    try:
        for line, cells in enumerate(cells_of(values, formulas), 1):
            if line > LAST_LINE:
                raise TableError(_("The XLSX file is damaged; save it anew, or as CSV."))
            yield clean_cells(line, [cell_text(cell, source) for cell, source in cells])
    finally:
        for workbook in filter(None, (values, formulas)):
            workbook.close()


def cells_of(values, formulas):
    """Yield for each row of the first sheet its cells as (cell with its value, cell with its formula)."""
    sources = first_sheet(formulas) if formulas else repeat(None)
    for line, (row, source) in enumerate(zip(first_sheet(values), sources, strict=False), 1):
        if len(row) > WIDEST:
            refuse_width(line)
        yield zip(row, source or row, strict=True)


def first_sheet(workbook):
    """Return the rows of a workbook's first sheet; the size that the file claims for itself is not believed."""
    sheet = workbook.worksheets[0]
    sheet.reset_dimensions()
    return sheet.iter_rows()


def has_formulas(data):
    """Whether any sheet holds a formula."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        return any(mark in archive.read(name) for name in sheets for mark in (b"<f>", b"<f "))


def cell_text(cell, source):
    """Return what a cell says, as text that the other kinds of file would have held too.

    Raises TableError for a formula whose value the file does not hold, and for one that came to an error.
    """
    value = cell.value
    if cell.data_type == "e" or (source.data_type == "f" and value is None):
        where = {"line": source.row, "column": get_column_letter(source.column)}
        message = _(
            "Line %(line)d, column %(column)s: the formula has no value in the file. Put the value itself there."
        )
        raise TableError(message % where)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):  # to the 15 digits that a spreadsheet shows
        return format(Decimal(f"{value:.15g}"), "f")
    if isinstance(value, datetime | date):
        return dated(value, LITERAL.sub("", cell.number_format.lower()))
    return str(value)


def dated(value, form):
    """Return a date as exactly as the cell shows it: a cell that shows May 2024 says nothing of a day."""
    if "d" in form:
        return f"{value:%Y-%m-%d}"
    return f"{value:%Y-%m}" if "m" in form else f"{value:%Y}"
