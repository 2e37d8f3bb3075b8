"""All rows of a list in one file: CSV and NDJSON, sent as they are read."""

import csv
import json

from django.http import HttpResponse, StreamingHttpResponse

from articles.collections.formats.meta import disposition
from articles.collections.formats.values import CHUNK, records, safe_cell


class Echo:
    """A file that hands back what is written to it, for csv.writer in a stream."""

    def write(self, line):
        """Return the line."""
        return line


def render_csv(listing):
    """Return all rows as CSV: RFC 4180, UTF-8 with a mark for Excel, formula-safe."""
    names = [column.name for column in listing.collection.columns] + ["url"]
    writer = csv.writer(Echo())

    def lines():
        yield "\ufeff" + writer.writerow(names)
        for record in records(listing):
            yield writer.writerow([safe_cell(record[name]) for name in names])

    return as_file(listing, lines(), "csv", "text/csv; charset=utf-8")


def render_ndjson(listing):
    """Return all rows, one JSON object a line."""
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records(listing))
    return as_file(listing, lines, "ndjson", "application/x-ndjson; charset=utf-8")


def as_file(listing, lines, suffix, content_type):
    """Return lines as a download: a short one at once, which gives it a validator by its content, or else a stream."""
    answer = HttpResponse if listing.exact_total <= CHUNK else StreamingHttpResponse
    headers = {"Content-Disposition": disposition(listing, suffix)}
    return answer(lines, content_type=content_type, headers=headers)
