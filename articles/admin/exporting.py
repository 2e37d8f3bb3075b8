"""“Export this list”: exactly the rows that an admin list shows under its filters, words and order, as CSV or XLSX."""

import csv
from decimal import Decimal
from tempfile import TemporaryFile

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import PAGE_VAR
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import FileResponse, StreamingHttpResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from articles.admin.progress import in_context
from articles.collections import BY_NAME
from articles.collections.formats.tables import Echo
from articles.collections.formats.values import CHUNK, plain, safe_cell

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A spreadsheet keeps 15 digits of a number; a longer one is written as text.
EXACT_DIGITS = 15


class Exporting:
    """A list that can be taken away. `collection` names the declaration whose columns are written."""

    collection = ""
    # What the desk has beside the public columns.
    desk_columns = ()

    def get_urls(self):
        """Add an address for each kind of file."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_export"
        export = require_safe(self.admin_site.admin_view(self.export_view))
        return [path("export.<str:kind>", export, name=name), *super().get_urls()]

    def export_view(self, request, kind):
        """Return the rows of the list as a file."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if kind not in RENDERERS:
            raise BadRequest(_("A list can be exported as csv or xlsx."))
        columns = [*BY_NAME[self.collection].columns, *self.desk_columns]
        return RENDERERS[kind](self.collection, columns, self.exported_rows(request))

    def exported_rows(self, request):
        """Return every row that the list finds, on whichever page, in the list's own order."""
        request.GET = request.GET.copy()
        request.GET.pop(PAGE_VAR, None)
        try:
            return self.get_changelist_instance(request).queryset.for_files()
        except IncorrectLookupParameters as error:
            raise BadRequest(_("The list has no such filter.")) from error


def render_csv(name, columns, rows):
    """Return the rows as CSV, sent as they are read: RFC 4180, UTF-8 with a mark for Excel, formula-safe."""
    writer = csv.writer(Echo())

    def lines():
        yield "\ufeff" + writer.writerow([column.name for column in columns])
        for row in rows.iterator(chunk_size=CHUNK):
            yield writer.writerow([safe_cell(plain(column.read(row))) for column in columns])

    response = StreamingHttpResponse(in_context(lines()), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def render_xlsx(name, columns, rows):
    """Return the rows as a workbook of one sheet, in which numbers are numbers and nothing is a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(name)
    sheet.append([column.name for column in columns])
    for row in rows.iterator(chunk_size=CHUNK):
        sheet.append([xlsx_cell(sheet, column.read(row)) for column in columns])
    file = TemporaryFile()  # noqa: SIM115 (the response closes it)
    book.save(file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX)


def xlsx_cell(sheet, value):
    """Return a cell: a number where it is exact, and otherwise text, which is never run."""
    if isinstance(value, Decimal) and len(value.normalize().as_tuple().digits) <= EXACT_DIGITS:
        return WriteOnlyCell(sheet, value)
    text = plain(value)
    if not isinstance(text, str):
        return text
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell


RENDERERS = {"csv": render_csv, "xlsx": render_xlsx}
