"""Where a paragraph prints somebody's words: between marks, also where one of the two is lost."""

import re
from dataclasses import dataclass
from itertools import islice

from articles.intake.speech.words import SAYS
from articles.text import find_pairs, mask_quoted

STRAIGHT = '"'
MARK = re.compile('[“”"]')
MOST_LOST = 12  # marks of a paragraph that are mended; more are no slip
# What follows the words when the closing mark is lost.
TAG_BEHIND = re.compile(
    rf"(?:이?라고|이?라며|이?라면서|다고|다며|다면서)\s(?:[^\s“”]{{1,14}}\s){{0,3}}{SAYS}|이?라며\s|이?라면서\s"
)
# What precedes them when the opening one is: the subject of the sentence.
SUBJECT_AHEAD = re.compile(r"[^\s]{1,20}(?:은|는|이|가|도|께서는|따르면)\s")
PARTICLE_BEHIND = re.compile(r"(?:이?라고|이?라며|이?라면서|이?라는|고\s|며\s|면서\s|는\s)")


# `“간다"고`: opened by one mark and closed by another.
OTHER_MARK = re.compile(r'"(?=(?:이?라고|이?라며|이?라면서|이?라는|고|며|면서|는)\s)')
LONGEST_MIXED = 600


@dataclass(frozen=True)
class Span:
    """Words at text[start:end]; the marks stand at start - 1 and end unless the span is unbalanced."""

    start: int
    end: int
    balanced: bool = True
    open_end: bool = False  # runs on into the next paragraph


def find_spans(text):
    """Return (the Spans of a paragraph in order, the paragraph with their words blotted out)."""
    pairs = _outermost(text)
    spans = [Span(opening + 1, close) for opening, close in pairs]
    masked = mask_quoted(text, pairs)
    paired = {at for pair in pairs for at in pair}
    lost = (match.start() for match in MARK.finditer(masked) if match.start() not in paired)
    for at in islice(lost, MOST_LOST):
        span = _repair(masked, at, masked[at])
        if span and not any(span.start < other.end and other.start < span.end for other in spans):
            spans.append(span)
    spans.sort(key=lambda span: span.start)
    for span in spans:
        if not span.balanced:
            masked = masked[: span.start] + "\x00" * (span.end - span.start) + masked[span.end :]
    return spans, masked


def _outermost(text):
    quoted, reached = [], -1
    for opening, close in sorted(find_pairs(text)):
        if opening > reached and text[opening] in '“"「':
            quoted.append((opening, close))
            reached = close
    return quoted


def _repair(masked, at, character):
    """Return the Span of words that lack one of their marks, or None."""
    behind = masked[at + 1 :]
    if character == "“" or (character == STRAIGHT and not PARTICLE_BEHIND.match(behind)):
        other = OTHER_MARK.search(behind[:LONGEST_MIXED]) if character == "“" else None
        if other:
            return Span(at + 1, at + 1 + other.start(), balanced=False)
        tag = TAG_BEHIND.search(behind[:2000])
        if tag:
            is_verb = tag.group()[0] == "다"
            return Span(at + 1, at + 1 + tag.start() + is_verb, balanced=False)
        return Span(at + 1, len(masked.rstrip()), balanced=False, open_end=True)
    lead = masked[:at]
    sentence = max(lead.rfind(". "), lead.rfind("? "), lead.rfind("! "), lead.rfind("\x00"), -2) + 2
    subject = SUBJECT_AHEAD.search(lead, sentence, sentence + 60) if sentence else SUBJECT_AHEAD.search(lead, 0, 60)
    start = subject.end() if subject else sentence
    start = min(max(start, 0), at)
    while start < at and masked[start].isspace():
        start += 1
    return Span(start, at, balanced=False) if at - start > 3 else None
