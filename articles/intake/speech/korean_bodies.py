"""Which body speaks in a Korean sentence: by its name, as `회사 측`, as the town that the story is about."""

import re

from articles.intake.speech.body_phrases import read_body
from articles.intake.speech.people import is_body
from articles.intake.speech.phrases import Word, phrase_before
from articles.intake.speech.sources import Source
from articles.intake.speech.words import (
    GENERAL_BODY,
    NO_SPEAKER,
    THE_BODY,
    THE_SAME,
)
from articles.text import strip_particle
from articles.vocabulary import Attribution

TOWNS = ("시", "도", "군", "구")
STATEMENT = re.compile(
    r"(?:성명|보도자료|입장문|공시|공지|논평|담화|자료|서한|브리핑|트위터|페이스북|엑스|SNS|소셜미디어)"
)


# `거리에는`, `현지에서도` say where, not who.
ADVERBIAL = re.compile(r".+(?:에|에서|에게|으로|까지|부터|보다|처럼|만|라고|다고)")


def read_body_source(words, at, stem, cast, role):
    """Return the Source of the body that the phrase ending in `stem`, of words[at], names, or None."""
    before = words[at - 1].text if at else ""
    meant = _read_meant(stem, before, cast)
    if meant:
        return Source(Attribution.ORGANISATION, organisation=meant, rule="ko-the-body@1")
    name = stem.removesuffix("측") or stem
    if name in ("측", "쪽"):
        at, name = at - 1, strip_particle(before)
        if THE_BODY.fullmatch(name):
            return Source(Attribution.ORGANISATION, organisation=cast.company, rule="ko-the-body@1")
    if NO_SPEAKER.fullmatch(name) or len(name) < 2 or ADVERBIAL.fullmatch(name):
        return None
    if name.endswith("들") and len(name) > 2:  # `상인들은`
        return Source(Attribution.ANONYMOUS, title=name, rule="ko-unnamed@1") if role == "topic" else None
    is_known = is_body(name, cast.bodies, {})
    body = read_body([*phrase_before(words, at, cast.counts)[-3:], Word(name, 0)], cast.bodies, cast.counts)
    if body is None or (GENERAL_BODY.fullmatch(body) and body not in cast.bodies):
        return None
    if is_known or STATEMENT.match(words[at + 1].text if at + 1 < len(words) else ""):
        return Source(Attribution.ORGANISATION, organisation=body, rule="ko-body@1")
    return Source(Attribution.ORGANISATION, organisation=body, rule="ko-topic@1")


def _read_meant(stem, before, cast):
    """Return the body that a general noun means (`이 회사`, `회사 측`, `시`), or None."""
    lead = f"{before} {stem}" if before in ("이", "그", "동", "해당", "같은", "두", "양", "회사", "업체") else stem
    if THE_BODY.fullmatch(lead) and lead not in ("측", "쪽") or (THE_BODY.fullmatch(stem) and THE_SAME.match(lead)):
        return cast.company
    return cast.most_told(stem) if stem in TOWNS else None
