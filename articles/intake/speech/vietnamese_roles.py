"""What a Vietnamese passage says that somebody is, and for which body."""

import re

from articles.intake.names.latin_words import PLACE_NAMES
from articles.intake.speech.capitals import find_vietnamese_bodies
from articles.intake.speech.latin_words import CAPITALISED, ROLE
from articles.intake.speech.vietnamese_words import (
    AREA,
    CALLED,
    COUNTRY,
    HEAD_OF_BODY,
    LOOSE_BODY,
    MODIFIER,
    OF_NO_BODY,
    OWNED,
    UNNAMED_BODY,
)
from articles.text import LATIN_CAPITALS

SMALL_WORDS = re.compile(
    rf"^(?: (?!tại |ở |xã |huyện |quận |tỉnh |phường |thành |[{LATIN_CAPITALS}])[a-zà-ỹđ]\S{{0,9}}){{1,5}} "
    rf"(?={CAPITALISED})"
)
# `Thủy lực Bạch Đằng`, `Điện gió Tân Thành`: the trade stands in small letters inside the name.
NAMED_BODY = re.compile(
    rf"(?:{CAPITALISED}(?: (?!(?:và|của|tại|cho|là|ở)\b|[{LATIN_CAPITALS}])[a-zà-ỹđ]{{2,6}}){{1,2}} )?"
    rf"{CAPITALISED}(?: (?:&|{CAPITALISED})){{0,5}}"
)
# `nhà sáng lập kiêm CEO`, `Chủ tịch HĐQT`: another office, and no body.
OFFICE = re.compile(r"CEO|CFO|CTO|COO|CMO|CIO|HĐQT|HĐTV|BOD|ĐHĐCĐ|TGĐ|PTGĐ|GĐ")
# `Bí thư Tỉnh ủy`, with nothing behind it that says of which province.
PARTY = re.compile(r" (?P<body>(?:Tỉnh|Thành|Huyện|Quận|Thị) (?:ủy|uỷ))(?=\s?$|,)")
FURTHER = re.compile(r" (?:kiêm|và|đồng thời là) ")  # `nhà sáng lập kiêm Giám đốc Nuri`
DIVISION = re.compile(r"Bộ phận|Khối|Mảng|Phòng|Bộ môn|Kế hoạch|Phân tích")
# `TS Lê Duy Bình, Economica Vietnam, …`
HOUSE = re.compile(r"(?P<name>[A-Z][\w&'-]{1,20}(?: [A-Z][\w&'-]{1,20}){1,3})(?=,| -| –|$)", re.A)


def read_role(text, cast):
    """Return (title, body) of what a passage says of a person, each None where it says nothing."""
    text = text.split("\x00")[0]
    role = ROLE["vi"].search(text) or ROLE["en"].search(text)
    bodies = find_vietnamese_bodies(text)
    if role is None or role.start() > 60 or any(start < role.start() < end for start, end, _name in bodies):
        owned = re.match(r"(?:của|tại|đến từ|việc (?:tại|cho|ở)) ", text)
        house = HOUSE.match(text)
        if house and not bodies and house["name"] not in PLACE_NAMES:
            return None, house["name"]
        return None, (bodies[0][2] if bodies else _capitals(text[owned.end() :]) if owned else None)
    if OF_NO_BODY.search(role.group()):
        return role.group(), None
    rest = _behind_offices(text[role.end() :])
    unnamed = UNNAMED_BODY.match(rest)
    if unnamed:
        return role.group() + unnamed.group().rstrip(), None
    overlapping = [name for start, _end, name in bodies if role.start() < start <= role.end()]
    if overlapping:
        return role.group(), overlapping[0]
    party = PARTY.match(rest)
    if party:
        return role.group(), party["body"]
    called = CALLED.match(rest)
    if called is None and not rest.strip(" ,.–-"):
        called = HEAD_OF_BODY.search(role.group())
    return role.group(), cast.find_called(called.group()) if called else _body_of_role(rest)


def _behind_offices(rest):
    """Return what stands behind a role without the further ones that somebody bears: `kiêm Giám đốc Nuri`."""
    while (more := FURTHER.match(rest)) and (another := ROLE["vi"].match(rest, more.end())):
        rest = rest[another.end() :]
    return rest


def _body_of_role(rest):
    """Return the body that is named behind a role, or None."""
    for finder in (
        _at_once,
        _owned_by,
        first_body,
        _behind_modifiers,
        _behind_small_words,
        _located_at,
        _in_last_part,
    ):
        body = finder(rest)
        if body:
            return body
    return None


def _at_once(rest):
    return first_body(rest, at_once=True)


def _owned_by(rest, pattern=OWNED[0]):
    owned = pattern.match(rest)
    return owned and (first_body(rest[owned.end() - 1 :], at_once=True) or _capitals(rest[owned.end() :]))


def _behind_modifiers(rest):
    return _capitals(rest[MODIFIER.match(rest).end() :].lstrip(" ,"))


def _behind_small_words(rest):
    return _capitals(SMALL_WORDS.sub("", rest, count=1))


def _located_at(rest):
    return _owned_by(rest, OWNED[1])


def _in_last_part(rest):
    return _capitals(rest.rsplit(", ", 1)[-1]) if ", " in rest else None


def first_body(text, at_once=False):
    """Return the first body that a text names, or one that it begins with `at_once`; else None."""
    found = find_vietnamese_bodies(text)
    if found and (not at_once or found[0][0] <= 2):
        return found[0][2]
    return None


def _capitals(text):
    """Return the name in capitals with which a passage begins, or None."""
    lead = LOOSE_BODY.match(text)
    at = lead.end() if lead else 0
    match = NAMED_BODY.match(text, at)
    if (
        match is None
        or DIVISION.match(match.group())
        or AREA.fullmatch(match.group())
        or COUNTRY.fullmatch(match.group())
    ):
        return None
    name = match.group().strip(" .,")
    if OFFICE.fullmatch(name):
        return None
    is_word = " " not in name and text[at + match.end() :][1:2].islower() and not name.isascii()
    return None if is_word or name in PLACE_NAMES else name or None
