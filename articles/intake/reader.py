"""One story, read from its text to the plan that an editor checks."""

import hashlib
import re
from bisect import bisect_left, bisect_right
from datetime import date

from articles.intake.page import read_layout
from articles.intake.report import Doubt, Plan
from articles.intake.source import story
from articles.intake.speech import INTERVIEW_TURN, read_quotes
from articles.intake.sums import read_claims
from articles.vocabulary import Attribution, DoubtKind, Language

SAMPLE = 20_000
HANGUL = re.compile("[가-힣]")
LATIN = re.compile("[A-Za-zÀ-ỹĐđ]")
# Letters that Vietnamese uses and other languages written in Latin letters do not.
VIETNAMESE = re.compile("[ăắằẳẵặấầẩẫậđĐếềểễệốồổỗộơớờởỡợưứừửữựạảẹẻẽịỉĩọỏụủũỵỷỹ]")
URGENCY = {kind: rank for rank, kind in enumerate(DoubtKind)}


def read_story(text, language=None):
    """Return the Plan of a story. `language` (ko, en, vi) is recognised when it is not given.

    Raises Unreadable when there is nothing to read, ValueError for a language that is not published.
    """
    text = story(text)
    recognised, is_sure = recognise_language(text)
    language = Language(language or recognised).value
    layout = read_layout(text)
    blocks, quotes = read_quotes(layout.blocks, language, layout.headline)
    paragraphs = [block for block in layout.blocks if block.kind == "paragraph"]
    findings = read_claims(
        paragraphs,
        spoken=_find_spoken(paragraphs, blocks, quotes),
        language=language,
        printed_on=date.fromisoformat(layout.published_on[:10]) if layout.published_on else None,
        headline=layout.headline,
        quotes=quotes,
    )
    doubts = [*_doubt_layout(layout), *_doubt_quotes(quotes), *findings.doubts]
    if not is_sure:
        doubts.append(Doubt(DoubtKind.LANGUAGE_UNSURE))
    return Plan(
        source_text=text,
        import_key=hashlib.sha256(text.encode()).hexdigest(),
        language=language,
        headline=layout.headline,
        section=layout.section,
        byline=layout.byline,
        published_on=layout.published_on,
        published_precision=layout.precision,
        blocks=blocks,
        quotes=quotes,
        claims=findings.claims,
        terms=findings.terms,
        rejected_amounts=findings.rejected,
        furniture=layout.furniture,
        doubts=sorted(doubts, key=lambda doubt: (URGENCY[doubt.kind], doubt.start or 0)),
    )


def recognise_language(text):
    """Return (language, whether that is certain) from the letters of the text; names in Latin letters do no harm."""
    sample = text[:SAMPLE]
    hangul, latin = len(HANGUL.findall(sample)), len(LATIN.findall(sample))
    vietnamese = len(VIETNAMESE.findall(sample))
    if hangul * 2 > latin:
        return "ko", hangul > latin
    if vietnamese * 20 > latin:
        return "vi", vietnamese * 10 > latin
    return "en", latin > 0 and hangul * 10 < latin


def _find_spoken(paragraphs, blocks, quotes):
    """Return where the paragraphs begin that are nothing but somebody's words: quotations, answers behind a label."""
    starts = [block.start for block in paragraphs]
    answers = [quote for quote in quotes if quote.inline and quote.rule == INTERVIEW_TURN]
    spans = [(bisect_right(starts, quote.start) - 1, bisect_left(starts, quote.end)) for quote in answers]
    told = {block.start for block in blocks if block.kind == "paragraph"}
    return set(starts) - told | {start for first, last in spans for start in starts[first:last]}


def _doubt_layout(layout):
    missing = {
        DoubtKind.HEADLINE_MISSING: layout.headline,
        DoubtKind.DATE_MISSING: layout.published_on,
        DoubtKind.BYLINE_MISSING: layout.byline,
    }
    yield from (Doubt(kind) for kind, value in missing.items() if not value)
    if layout.section is None:
        yield Doubt(DoubtKind.SECTION_UNKNOWN, " / ".join(layout.labels))
    yield from (
        Doubt(DoubtKind.IMAGE_MISSING, block.text, block.start) for block in layout.blocks if block.kind == "figure"
    )


def _doubt_quotes(quotes):
    for quote in quotes:
        if not quote.marks_balanced:
            yield Doubt(DoubtKind.MARKS_UNBALANCED, quote.text, quote.start)
        if not quote.speaker and not quote.title and quote.attribution != Attribution.ORGANISATION:
            yield Doubt(DoubtKind.SPEAKER_UNKNOWN, quote.text, quote.start)
