"""The lines of a story, each with its place in the text and what it says of itself."""

import re
from dataclasses import dataclass
from functools import cached_property

from articles.intake.page import prose
from articles.intake.page.bylines import find_signature
from articles.intake.page.figures import LONGEST_CAPTION, read_caption
from articles.intake.page.furniture import is_furniture
from articles.intake.page.headline import words_of
from articles.text import INVISIBLE

# A bracket that closes right before a word; behind a word of its own Korean has a particle.
GLUED = re.compile(r"[)\]>】](?=[A-ZÀ-ỸĐ“\"가-힣])(?!(?:은|는|이|가|을|를|의|에|도|과|와|로|으로|에서|까지|부터)\s)")
SHORTEST_GLUED = 80
UNSEEN = "".join(map(chr, INVISIBLE))


@dataclass(frozen=True)
class Line:
    """A line that is not blank: source_text[start:end] without the white space around it.

    Whoever reads the page asks each line the same again and again, so that it answers only once.
    """

    start: int
    end: int
    text: str

    @cached_property
    def is_korean(self):
        """Whether it is written in Hangul."""
        return prose.is_korean(self.text)

    @cached_property
    def is_furniture(self):
        """Whether it is the website's."""
        return is_furniture(self.text)

    @cached_property
    def caption(self):
        """The Caption that it is by its own marks, or None."""
        return read_caption(self.text)

    @cached_property
    def is_captioned(self):
        """Whether it is a caption by its credit or its mark."""
        return self.caption is not None and (self.caption.credit is not None or self.caption.marked)

    @cached_property
    def signature(self):
        """Where the signature at its end begins: its length when it has none."""
        return find_signature(self.text)

    @cached_property
    def is_prose(self):
        """Whether it is a paragraph by its length and its end."""
        return prose.is_prose(self.text[: self.signature])

    @cached_property
    def is_lead(self):
        """Whether it may be the first paragraph."""
        return prose.is_lead(self.text[: self.signature])

    @cached_property
    def is_told(self):
        """Whether it ends as the sentences of a story do."""
        return prose.is_told(self.text)

    @cached_property
    def is_sentence(self):
        """Whether it ends as only sentences do."""
        return prose.is_sentence(self.text)

    @cached_property
    def words(self):
        """The words by which it is compared with other lines."""
        return words_of(self.text)


def find_glued(text):
    """Return where the paragraph begins that a caption with a credit in brackets was pasted together with, or 0."""
    if len(text) < SHORTEST_GLUED:
        return 0
    for match in GLUED.finditer(text, 0, LONGEST_CAPTION):
        caption = read_caption(text[: match.end()])
        if caption is not None and caption.credit and prose.is_prose(text[match.end() :]):
            return match.end()
    return 0


def read_lines(text):
    """Return the lines of text that are not blank, with their offsets."""
    lines, start = [], 0
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare.strip(UNSEEN):
            offset = start + len(raw) - len(raw.lstrip())
            cut = find_glued(bare)
            lines += [Line(offset, offset + cut, bare[:cut])] if cut else []
            lines.append(Line(offset + cut, offset + len(bare), bare[cut:]))
        start += len(raw) + 1
    return lines
