"""Which lines between headline and body explain the headline."""

import re

from articles.intake.page.bylines import LONE_NAMES
from articles.intake.page.captions import is_person
from articles.intake.page.headline import overlap

# What stands before a sub-heading; newsletters take pictures.
HEADING = re.compile("[◇◆■□▣◈\U0001f300-\U0001faff]\\s?\\w")
DECK = {True: 3, False: 5}  # words; less is a label that nobody knows, unless the body shares it
LEAST_DECK = {True: 2, False: 3}
# What press releases and boards print above the text, with its value behind it or on the next line.
FIELD = re.compile(
    r"(?:배포|제공|출처|작성|담당|분류|부서|문의|매체|언론사|발행|카테고리|source|category|location|date|chuyên mục)"
    r"[가-힣 ]{0,5}[:：]\s?\S.{0,60}",
    re.I,
)
FIELD_NAME = re.compile(r"(?i:news provided by|provided by|source|배포처|제공처|출처|제공|자료제공|작성자|기자명)\s?:?")
SHARED = 0.34  # of a deck's words, those that the body has


def is_deck(lines, at, words):
    """Whether a line between headline and body explains the headline: it speaks of what the body speaks of."""
    line, text = lines[at], lines[at].text
    if HEADING.match(text) and lines[at + 1].is_prose:
        return True
    if len(text) < 8 or is_pair(lines, at) or (not line.is_korean and LONE_NAMES.fullmatch(text)):
        return False
    if is_person(text):  # who writes, or is talked to
        return False
    count = len(text.split())
    if text.isupper() and not line.is_korean and count < 2 * LEAST_DECK[False]:
        return False
    is_shared = count >= LEAST_DECK[line.is_korean] and overlap(line.words, words) >= SHARED
    return line.is_prose or count >= DECK[line.is_korean] or is_shared


def is_pair(lines, at):
    """Whether a line above the text is a field of a form (`배포처: …`), or the value of the one above it."""
    if FIELD.match(lines[at].text):
        return True
    return at > 0 and FIELD_NAME.fullmatch(lines[at - 1].text) is not None
