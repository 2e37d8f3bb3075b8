"""The lines of a story, each with its place in the text."""

from dataclasses import dataclass

from articles.text import INVISIBLE


@dataclass(frozen=True)
class Line:
    """A line that is not blank: source_text[start:end] without the white space around it."""

    start: int
    end: int
    text: str


def read_lines(text):
    """Return the lines of text that are not blank, with their offsets."""
    lines, start = [], 0
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare.translate(INVISIBLE):
            offset = start + len(raw) - len(raw.lstrip())
            lines.append(Line(offset, offset + len(bare), bare))
        start += len(raw) + 1
    return lines
