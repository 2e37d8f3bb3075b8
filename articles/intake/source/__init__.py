"""What arrives at the door, whatever kind of file it is, made the text of a story."""

from articles.archives import MARK as ARCHIVE_MARK
from articles.intake.source.decoding import (
    MAXIMUM_BYTES,
    Unreadable,
    clean,
    decode,
    encoding_of,
    refuse_size,
    story,
)
from articles.intake.source.pages import is_page, read_page
from articles.intake.source.word import read_word

__all__ = [
    "MAXIMUM_BYTES",
    "SUFFIXES",
    "Unreadable",
    "clean",
    "decode",
    "encoding_of",
    "is_text",
    "read_source",
    "story",
]

# The files that are read, by the end of their names.
SUFFIXES = ("txt", "html", "htm", "docx")


def read_source(data):
    """Return the text of a story from the bytes of a text, a saved page (HTML) or a Word document (DOCX).

    What kind it is shows in the bytes, not in the name. Raises Unreadable.
    """
    refuse_size(data)
    if data.startswith(ARCHIVE_MARK):
        return story(read_word(data))
    return decode(data) if is_text(data) else story(read_page(data))


def is_text(data):
    """Whether bytes are a text, and neither an archive nor a page."""
    return not data.startswith(ARCHIVE_MARK) and not is_page(data)
