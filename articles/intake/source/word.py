"""A Word document (DOCX) made the text of a story: a paragraph a line, in the order of the document."""

from io import BytesIO

from django.utils.translation import gettext_lazy as _
from docx import Document
from docx.table import Table

from articles.archives import ArchiveBomb, DamagedArchive, members_of
from articles.intake.source.decoding import Unreadable

DOCUMENT = "word/document.xml"
# How this intake prints what Word says by a style.
MARKS = {"Caption": "▲ ", "Heading 2": "■ ", "Heading 3": "■ ", "Heading 4": "■ "}


def read_word(data):
    """Return the text of a document's body. Raises Unreadable for a damaged one, and for archives of other kinds."""
    try:
        if DOCUMENT not in members_of(data):
            raise Unreadable(_("The file is no Word document; save the story as DOCX, HTML or text."))
        document = Document(BytesIO(data))
        return "\n".join(line for part in document.iter_inner_content() for line in _lines(part))
    except (DamagedArchive, ArchiveBomb) as error:
        raise Unreadable(_("The Word document is damaged; save it anew, or as text.")) from error
    except Unreadable:
        raise
    except Exception as error:  # a damaged document makes the library raise almost anything
        raise Unreadable(_("The Word document is damaged; save it anew, or as text.")) from error


def _lines(part):
    """Yield the lines of a paragraph or, row by row, of a table."""
    if isinstance(part, Table):
        for row in part.rows:
            yield " | ".join(" ".join(cell.text.split()) for cell in row.cells)
    else:
        yield MARKS.get(part.style.name, "") + part.text if part.text.strip() else ""
