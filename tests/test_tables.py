"""Files into tables: encodings, separators, sheets, limits, and what is refused with which words."""

import zipfile
from contextlib import suppress
from datetime import date
from io import BytesIO

import pytest
from django.utils.translation import get_language
from openpyxl import Workbook

from articles import archives, tables
from articles.tables import Column, Row, TableError, read_table

COLUMNS = (Column("title", "headline"), Column("amount", "amount"), Column("investment", "investment", also=("id",)))


def sheet(*rows, change=None):
    """Return an XLSX file with these rows; `change` gets the sheet before it is saved."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book.active)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def repacked(data, **changes):
    """Return an archive with some of its members replaced."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changes.get(name.split("/")[-1].split(".")[0], old.read(name)))
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_reads_the_same_in_every_encoding_and_with_every_separator(encoding, separator):
    text = f"title{separator}amount\r\n하나마이크론{separator}1\r\n\r\n둘{separator}2\r\n"
    table = read_table(text.encode(encoding), COLUMNS)
    assert table.header == ["title", "amount"]
    assert table.rows == [Row(2, ["하나마이크론", "1"]), Row(4, ["둘", "2"])]


def test_rows_know_the_line_on_which_they_begin():
    table = read_table(b'title,amount\n"two\nlines",1\nlast,2\n', COLUMNS)
    assert [(row.line, row.cells[0]) for row in table.rows] == [(2, "two\nlines"), (4, "last")]


@pytest.mark.parametrize("header", ["title", "Headline", "제목", "Tiêu đề", "TITLE"])
def test_header_is_a_code_or_a_label_in_any_language(header):
    labels = {"en": "headline", "ko": "제목", "vi": "tiêu đề"}

    class Translated:
        def __str__(self):
            return labels[get_language()]

    assert read_table(f"{header}\nx".encode(), [Column("title", Translated())]).header == ["title"]


def test_other_codes_and_ignored_columns_are_understood():
    table = read_table(b"id,rung,title\nabc,committed,x", COLUMNS, ignored=["rung"])
    assert (table.header, table.rows[0].cells) == (["investment", "", "title"], ["abc", "committed", "x"])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"title,amount\n\n", None),
        (b"title,prize,colour\n1,2,3", "“prize”, “colour”"),
        (b"title,amount,title,amount\n1,2,3,4", "C (title), D (amount)"),
        (b"title,amount\n1,2,3", "Line 2, column C: “3”"),
        (b"title,,amount\n1,2,3", "Line 2, column B: “2”"),
        (b'title,amount\n1,2\n"never closed,3\n', "Line 3: the quotation marks"),
        (b"title\n" + b"x" * 10_001, "Line 2, column A: the cell is longer than 10000"),
        (("title" + "," * 100 + "x\n").encode(), "Line 1: the table has more than 100 columns"),
        (b"title\n" + b"x\n" * 20_001, "more than 20000 rows"),
        (b"x" * 5_000_001, "larger than 5 MB"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "old Excel"),
        (b"PK\x03\x04rest", "damaged"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"title\n\xff\xfe\xfa", "encoding"),
    ],
)
def test_what_is_no_such_table_is_refused_with_the_reason(data, words):
    if words is None:
        assert read_table(data, COLUMNS).rows == []
        return
    with pytest.raises(TableError) as refused:
        read_table(data, COLUMNS)
    assert words in str(refused.value)


def test_limits_let_their_own_size_through():
    assert len(read_table(b"title\n" + b"x\n" * 20_000, COLUMNS).rows) == 20_000
    assert read_table(b"title\n" + b"x" * 10_000, COLUMNS).rows[0].cells == ["x" * 10_000]


@pytest.mark.parametrize("text", ["=1+1", "+84 1", "-5", "@home"])
def test_formulas_are_text_and_our_own_mark_before_them_goes(text):
    rows = read_table(f"title\n{text}\n'{text}\n''{text}\n".encode(), COLUMNS).rows
    assert [row.cells[0] for row in rows] == [text, text, f"'{text}"]
    assert read_table(b"title\n'tis", COLUMNS).rows[0].cells == ["'tis"]


def test_xlsx_cells_read_as_they_are_shown():
    def forms(book):
        book["A2"].number_format, book["A3"].number_format = "yyyy", 'yyyy"년" m"월"'
        book["B5"].data_type = "s"

    day = date(2024, 5, 2)
    data = sheet(["title", "amount"], [day, 80_000_000.0], [day, 0.1 + 0.2], [day, True], [None, "=x"], change=forms)
    cells = [row.cells for row in read_table(data, COLUMNS).rows]
    assert cells == [["2024", "80000000"], ["2024-05", "0.3"], ["2024-05-02", "yes"], ["", "=x"]]


def test_first_sheet_counts_and_the_size_it_claims_does_not():
    data = sheet(["title"], ["x"], change=lambda book: book.parent.create_sheet("second").append(["y"]))
    xml = zipfile.ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml").replace(b'"A1:A2"', b'"A1:XFD1048576"')
    table = read_table(repacked(data, sheet1=xml), COLUMNS)
    assert table.rows == [Row(2, ["x"])]


def test_formula_without_a_value_is_refused_by_its_cell():
    data = sheet(["title", "amount"], ["x", "=1+1"])
    with pytest.raises(TableError, match="Line 2, column B: the formula has no value"):
        read_table(data, COLUMNS)


@pytest.mark.slow
def test_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    data = repacked(sheet(["title"], ["x"]), styles=b" " * (archives.MAXIMUM_UNPACKED + 1))
    assert len(data) < 100_000
    monkeypatch.setattr(tables, "load_workbook", None)
    with pytest.raises(TableError, match="unpacks to far more"):
        read_table(data, COLUMNS)


def test_entities_of_xml_are_never_expanded():
    data = sheet(["title"], ["x"])
    xml = zipfile.ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml")
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + xml
    with pytest.raises(TableError, match="damaged"):
        read_table(repacked(data, sheet1=bomb), COLUMNS)


@pytest.mark.slow
@pytest.mark.parametrize("reference", ["XFD3", "A1000000000"])
def test_cells_far_away_cost_nothing(reference):
    data = sheet(["title"], ["x"])
    xml = zipfile.ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml")
    row = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ").encode()
    far = b'<row r="%s"><c r="%s" t="n"><v>1</v></c></row></sheetData>' % (row, reference.encode())
    with pytest.raises(TableError):
        read_table(repacked(data, sheet1=xml.replace(b"</sheetData>", far)), COLUMNS)


@pytest.mark.parametrize("cut", range(30, 5000, 313))
def test_damaged_sheet_is_refused_and_nothing_else(cut):
    data = bytearray(sheet(["title"], ["x"]))
    data[cut : cut + 40] = b"\xff" * 40
    with suppress(TableError):
        read_table(bytes(data), COLUMNS)
