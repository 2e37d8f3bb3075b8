"""Who invests, in an English or Vietnamese sentence: the subject, the one it is done by, or the owner."""

import re

from articles.intake.sums.bodies import SUBJECT, is_body, trim_latin
from articles.intake.sums.words import GOVERNMENTAL, LATIN_COUNTRY, LATIN_NAME

BACK_REFERENCE = re.compile(
    r"\b(?:[Tt]he (?:\w{2,14}[ -]){0,2}(?:company|firm|group|bank|developer|maker|manufacturer|chipmaker"
    r"|carmaker|automaker|builder|operator|producer|retailer|investor)|[Ii]t|[Ww]e"
    r"|(?:[Cc]ông ty|[Tt]ập đoàn|[Dd]oanh nghiệp|[Hh]ãng|[Nn]gân hàng)(?: này| trên)?|[Cc]húng tôi)(?!\w)"
)
RAISES = re.compile(
    r"\b(?:rais(?:e[ds]?|ing)|secur(?:e[ds]?|ing)|receiv(?:e[ds]?|ing)|attract(?:ed|s|ing)?|won|obtained"
    r"|funding round|huy động|nhận|gọi vốn|thu hút|tiếp nhận)\b",
    re.I,
)
FUNDING = re.compile(r"\b(?:funding|round|financing|Series [A-F]|investment from|vốn|vòng)\b", re.I)
GIVER = re.compile(
    rf"\b(?:from|led by|by|backed by|từ|do|bởi)(?: (?:the|investment firm|investor"
    rf"|private equity firm|quỹ|nhà đầu tư))? (?P<name>{LATIN_NAME})(?: dẫn dắt)?"
)
OWNER = re.compile(rf"(?P<name>{LATIN_NAME})['’]s (?:\w+ ){{0,3}}(?:US)?$")
OF_OWNER = re.compile(rf"\s?(?:\w+ ){{0,6}}(?:by|of|của|do) (?P<name>{LATIN_NAME})")
PREPOSITION = re.compile(r"\b(?:in|of|from|at|for|with|by|near|tại|ở|của|với|từ) $")
EACH = re.compile(
    rf"(?P<first>{LATIN_NAME}) (?:and|và) (?P<second>{LATIN_NAME})(?: \w+){{0,3}} (?:each|both"
    rf"|mỗi bên|cùng)\b"
)
PUBLIC = re.compile(r"(?:Ministry|Department|Government|Parliament|Congress|UBND|Bộ|Chính phủ|Sở|Quốc hội)\b.{0,60}")
PUBLIC_SUBJECT = re.compile(
    r"(?:^|[,;] )(?:The |the |Its |Seoul’s |Hanoi’s )?(?:government|state|ministry|authorities"
    r"|provincial authorities|Chính phủ|UBND [^,]{2,30}|Bộ [^,]{2,30})"
    r" (?:will|has|have|had|plans|is|was|spent|invested|sẽ|đã|dự kiến|chi|dành|bố trí|phân bổ)(?!\w)"
)


def find_latin_investor(before, after, bodies, recalled=None, language="en"):
    """Return (name or None, how sure: 2 said so, 1 the subject, 0 assumed) for an amount between two passages."""
    if RAISES.search(before[-60:]):
        giver = _named(GIVER.search(after[:160]) or GIVER.search(before[-120:]), bodies, language)
        if giver or FUNDING.search(after[:60]):
            return giver, 2
    owner = _named(OWNER.search(before[-80:]), bodies, language)
    if owner:
        return owner, 2
    subject, at = _subject(before, bodies, language)
    if subject == GOVERNMENTAL:
        return subject, 2
    back = [match.start() for match in BACK_REFERENCE.finditer(before)]
    if subject and not (back and back[-1] > at and recalled == subject):
        return subject, 1
    done_by = _named(OF_OWNER.match(after[:100]), bodies, language)
    if done_by and bodies.knows(done_by):
        return done_by, 1
    return (recalled, 1) if back and recalled else (None, 0)


def find_latin_pair(before, bodies, language):
    """Return the two bodies that a passage says invest the same each, or None."""
    match = EACH.search(before)
    names = [bodies.complete(trim_latin(match[key])) for key in ("first", "second")] if match else []
    return names if names and all(is_body(name, language) for name in names) else None


def find_latin_topic(sentence, bodies, language):
    """Return the body that a sentence is about, or None."""
    for match in SUBJECT.finditer(sentence[:400]):
        name = trim_latin(match["name"])
        if bodies.knows(name) and is_body(name, language):
            return bodies.complete(name)
    return None


def _named(match, bodies, language):
    if match is None:
        return None
    name = trim_latin(match["name"])
    return bodies.complete(name) if is_body(name, language) and not LATIN_COUNTRY.fullmatch(name) else None


def _subject(before, bodies, language):
    """Return (the last subject of a verb in a passage, where it stands), or (None, -1)."""
    for match in reversed(list(SUBJECT.finditer(before))):
        name = trim_latin(match["name"])
        if PREPOSITION.search(before[max(0, match.start() - 8) : match.start()]):
            continue
        if LATIN_COUNTRY.fullmatch(name) or PUBLIC.fullmatch(name):
            return GOVERNMENTAL, match.start()
        if is_body(name, language):
            return bodies.complete(name), match.start()
    return (GOVERNMENTAL, 0) if PUBLIC_SUBJECT.search(before) else (None, -1)
