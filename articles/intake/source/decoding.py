"""Bytes made text: in which encoding a newsroom's file is written, and what of it can be stored."""

import codecs
import re

from django.utils.translation import gettext_lazy as _

from articles.text import normalise

MAXIMUM_BYTES = 5_000_000
MARKED = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
# Files of other kinds that editors send, by their first bytes.
FOREIGN = {
    b"%PDF": _("A PDF cannot be read; copy its text, or save it as text or DOCX."),
    bytes.fromhex("d0cf11e0a1b11ae1"): _("This is an old Word or Hangul file; save it as DOCX or as text."),
    b"{\\rtf": _("An RTF file cannot be read; save it as DOCX or as text."),
}
SAMPLE = 4_000
# Letters of the three languages, digits, and what stands between words; spaces and digits are in every story.
ORDINARY, PLAINEST = re.compile(r"[\n\r\t -~가-힣À-ỹ]"), re.compile(r"[\n -~]")


class Unreadable(ValueError):
    """The input is no story that can be read; the message says why in one line, and what to do."""


def decode(data):
    """Return the text of a file as NFC with LF line ends.

    UTF-8, UTF-16 (both with or without a byte order mark) and CP949, which includes EUC-KR, are understood.
    Raises Unreadable when data is empty, over 5 MB, binary, or in another encoding.
    """
    refuse_size(data)
    for mark, message in FOREIGN.items():
        if data.startswith(mark):
            raise Unreadable(message)
    return story(_strictly(data, encoding_of(data)))


def refuse_size(data):
    """Raise Unreadable for more bytes than a story can have."""
    if len(data) > MAXIMUM_BYTES:
        raise Unreadable(_("The file is larger than 5 MB."))


def clean(text):
    """Return text as the plan stores it: NFC, no NUL, no byte order mark, LF line ends."""
    return normalise(text).lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def story(text):
    """Return text as the plan stores it. Raises Unreadable when nothing is in it."""
    text = clean(text)
    if not text.strip():
        raise Unreadable(_("The text is empty."))
    return text


def encoding_of(data):
    """Return the name of the encoding of a text's bytes. Raises Unreadable for bytes that are no text."""
    marked = next((name for mark, name in MARKED.items() if data.startswith(mark)), None)
    if marked:
        return marked
    if 0 in data[:SAMPLE] and (wide := _wide_encoding(data)):
        return wide
    if data.count(0) * 10 > len(data):  # a stray NUL is forgiven
        raise Unreadable(_("The file is binary, not text."))
    try:
        data.decode()
    except UnicodeDecodeError:
        if CONTROL.search(_strictly(data, "cp949")):
            raise Unreadable(_("The file is binary, not text.")) from None
        return "cp949"
    return "utf-8"


def _wide_encoding(data):
    """Return which kind of UTF-16 without a mark the bytes are, or None: nearly all its letters are ordinary ones."""
    for name in ("utf-16-le", "utf-16-be"):
        sample = data[:SAMPLE].decode(name, errors="replace")
        if len(ORDINARY.findall(sample)) >= 0.8 * len(sample) <= 8 * len(PLAINEST.findall(sample)):
            return name
    return None


def _strictly(data, encoding):
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable(_("The encoding of the text is not known; save it as UTF-8.")) from None
