"""Where an English or Vietnamese paragraph prints somebody's words, by which way each of its marks faces."""

import re

from articles.intake.speech.latin_words import CAPITALISED, VERBS
from articles.intake.speech.spans import Span

MARK = re.compile(r'[“”"„«»]')
OPENS, CLOSES = "“„«", "”»"
BEFORE_WORDS = re.compile(r"[\s(\[—–:\-‘'…>]$")
NAMED = rf"(?!(?:I|We|It|You|They|That|This|Nobody|Everybody) ){CAPITALISED}(?: {CAPITALISED}){{0,2}}"
# Where words end whose closing mark is lost: `…, said Bae`, `…, he said`, `…, ông An nói`.
TAG = re.compile(
    rf"[,?!.…](?= (?:{VERBS['en']} (?:{CAPITALISED}|an? |the |one )"
    rf"|(?:he|she|they|(?<![.…] )(?:(?:Mr|Mrs|Ms|Dr)\.? )?{NAMED}) {VERBS['en']}\b"
    rf"|(?:ông|bà|anh|chị) (?:{CAPITALISED} ){{0,5}}{VERBS['vi']}))"
)
SENTENCE = re.compile(r"[.?!…]\s")
LONGEST = 4000


def find_latin_spans(text):
    """Return (the Spans of a paragraph in order, the paragraph with their words blotted out).

    The blotted text keeps the last character of the words, and prints every mark in the shape that tells what it does.
    """
    spans = [span for span in _find(text) if span.end - span.start > 1]
    masked = list(text)
    for span in spans:
        masked[span.start : span.end - 1] = "\x00" * (span.end - 1 - span.start)
        if span.balanced:
            masked[span.start - 1], masked[span.end] = "“", "”"
    return spans, "".join(masked)


def _find(text):
    spans, opening = [], None
    for mark in MARK.finditer(text):
        at = mark.start()
        if _opens(text, at, opening is not None):
            if opening is not None:
                spans.append(_unclosed(text, opening, at))
            opening = at
        elif opening is not None:
            spans.append(Span(opening + 1, at))
            opening = None
        else:
            spans.append(_unopened(text, at, spans[-1].end + 1 if spans else 0))
    if opening is not None:
        spans.append(_unclosed(text, opening, len(text)))
    return spans


def _opens(text, at, is_open):
    """Whether a mark opens words: by which side of it is bare, and by its shape where both sides are alike."""
    before, behind = text[:at][-1:], text[at + 1 : at + 2]
    free_before = not before or BEFORE_WORDS.match(before) is not None
    free_behind = not behind or behind.isspace()
    if free_before != free_behind:
        return free_before
    character = text[at]
    if character in OPENS + CLOSES:
        return character in OPENS
    return not is_open


def _unclosed(text, opening, limit):
    """Return the Span of words whose closing mark is lost: up to whoever said them, or as far as the marks allow."""
    tag = TAG.search(text, opening + 1, min(limit, opening + LONGEST))
    if tag:
        return Span(opening + 1, tag.end(), balanced=False)
    end = len(text[:limit].rstrip())
    return Span(opening + 1, end, balanced=False, open_end=limit == len(text))


def _unopened(text, at, reached):
    """Return the Span of words whose opening mark is lost: from the colon or the sentence before them."""
    lead = text[reached:at]
    colon = lead.rfind(": ")
    if colon >= 0:
        start = reached + colon + 2
    elif reached:
        ends = [match.end() for match in SENTENCE.finditer(lead[:-1])]
        start = reached + (ends[0] if ends else 0)
    else:
        start = reached
    while start < at and text[start].isspace():
        start += 1
    return Span(start, at, balanced=False)
