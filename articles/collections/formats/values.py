"""Rows as the files hold them: the declared columns with values that are exact and safe."""

import re
from datetime import date
from decimal import Decimal

from django.utils import translation
from django.utils.functional import Promise

from articles.addresses import absolute
from articles.clock import as_iso

CHUNK = 500
# With marks before it too, so that every mark that was put there can be taken away again.
FORMULA = re.compile(r"'*[=+\-@\t\r]")


def plain(value):
    """Return a value as JSON can hold it exactly: amounts and dates as strings."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, date):
        return as_iso(value)
    return str(value) if isinstance(value, Promise) else value


def record_of(collection, row):
    """Return a row as a mapping of the declared columns, with its address."""
    values = {column.name: plain(column.read(row)) for column in collection.columns}
    return values | {"url": absolute(row.get_absolute_url())}


def records(listing):
    """Yield every row of the listing as a mapping, in constant memory and in the language of the request."""
    language = translation.get_language()

    def generate():
        # A stream is read after the request's own language is gone.
        with translation.override(language):
            for rows in listing.batches(CHUNK):
                for row in rows:
                    yield record_of(listing.collection, row)

    return generate()


def safe_cell(value):
    """Return a value as a spreadsheet cell that is never run as a formula."""
    if value is None:
        return ""
    text = str(value)
    return f"'{text}" if FORMULA.match(text) else text
