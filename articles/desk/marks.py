"""A story's text cut into pieces, so that every record can be shown in its sentence. Spans may overlap and nest."""

import html
import re
from dataclasses import dataclass

from content_editor.contents import contents_for_item

from articles.models import Quote, block_kinds

PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")


@dataclass(frozen=True)
class Span:
    """Where a record stands: from its first character to its last, and the words in it that made the record."""

    key: str
    start: int
    end: int
    core: tuple


@dataclass(frozen=True)
class Piece:
    """A run of text under the same spans: which cover it, of which it is the very words, and which begin to matter."""

    text: str
    keys: tuple
    cores: tuple
    badges: tuple

    @property
    def kinds(self):
        """The kinds of record that cover it, and those of which it is the very words."""
        covers = {f"in-{key.split('-')[0]}" for key in self.keys}
        return sorted(covers | {f"is-{key.split('-')[0]}" for key in self.cores})


def text_of(article):
    """Return the text that the desk reads: the source as printed, else the story's blocks in order."""
    if article.source_text:
        return article.source_text
    blocks = contents_for_item(article, block_kinds())
    texts = (block.text if isinstance(block, Quote) else html.unescape(block.plain_text()) for block in blocks)
    return "\n\n".join(text for text in texts if text)


def span_of(key, text, words, start=None, core=""):
    """Return the Span of words in a text, with `core` in it as what matters; None when they are not there."""
    found = locate(text, words, start)
    if found is None:
        return None
    inner = text.find(core, *found) if core else -1
    return Span(key, *found, found if inner < 0 else (inner, inner + len(core)))


def locate(text, words, start=None):
    """Return (start, end) of words in a text, at `start` if they stand there; the lines may lie some way apart."""
    first, *others = [line for line in words.splitlines() if line.strip()] or [""]
    if not first:
        return None
    at = start if start is not None and text.startswith(first, start) else text.find(first)
    if at < 0:
        return None
    end = at + len(first)
    for line in others:
        following = text.find(line, end)
        end = following + len(line) if following >= 0 else end
    return at, end


def cut(text, spans):
    """Yield the text as paragraphs, each a list of Pieces; together they are the text but for its empty lines."""
    for match in PARAGRAPH.finditer(text):
        start, end = match.span()
        yield list(cut_paragraph(text, start, end, [span for span in spans if span.start < end and span.end > start]))


def cut_paragraph(text, start, end, spans):
    """Yield the Pieces of one paragraph."""
    edges = {edge for span in spans for edge in (span.start, span.end, *span.core) if start < edge < end}
    edges = [start, *sorted(edges), end]
    for a, b in zip(edges, edges[1:], strict=False):
        yield Piece(
            text[a:b],
            tuple(span.key for span in spans if span.start <= a and b <= span.end),
            tuple(span.key for span in spans if span.core[0] <= a and b <= span.core[1]),
            tuple(span.key for span in spans if span.core[0] == a),
        )
