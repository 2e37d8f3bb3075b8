"""Which bodies an English or Vietnamese story names: by their words, and by what the story says of them."""

import re
from collections import Counter

from articles.intake.speech.capitals import NOT_A_NAME, find_vietnamese_bodies, without_lead
from articles.intake.speech.english_words import LONG_BODY, PLACES
from articles.intake.speech.latin_words import BODY_WORD, CAPITALISED, ROLE
from articles.intake.speech.vietnamese_words import COUNTRY

RUN = rf"{CAPITALISED}(?: (?:& )?{CAPITALISED}){{0,4}}"
KIND = (
    r"(?:company|firm|maker|start-?up|developer|bank|fund|giant|unit|subsidiary|rival|group|operator|investor|carmaker"
    r"|automaker|chipmaker|producer|brand|chain|manufacturer|conglomerate|retailer|supplier|builder|lender|brokerage"
    r"|consultancy|exporter|airline|refiner|steelmaker|drugmaker|shipbuilder|trading house|platform|affiliate|insurer"
    r"|utility|miner|publisher|brewer|designer|foundry|contractor|agency|business|enterprise|provider|vendor)"
)
TOLD = {
    "en": [
        re.compile(rf"\b{KIND},? (?P<name>{RUN})"),
        re.compile(
            rf"(?P<name>{RUN})(?: \([^()]{{2,40}}\))?, (?:which (?!is to)|(?:an?|the|one of|[A-Z][\w ]{{2,24}}['’]s) "
            rf"[^,.;“”\"]{{0,80}}?\b{KIND}\b)"
        ),
        re.compile(
            rf"(?P<name>{RUN}) \((?:[A-Z0-9]{{2,12}}(?:\.[A-Z]{{1,3}})?|[A-Z][A-Za-z]{{2,12}}: ?[A-Z0-9.]{{1,10}})\)"
        ),
        re.compile(
            rf"\b(?:shares|stakes?|shareholders?|investors?|investment|employees|workers) (?:in|of|at) (?P<name>{RUN})"
        ),
        re.compile(
            rf"(?P<name>{RUN}) (?:plans? to|will (?:invest|build|spend|pour|open|hire|put)|has (?:invested|raised"
            rf"|spent|put|agreed)"
            r"|makes|sells|employs|operates|posted|booked|declined to comment|said it|says it"
            r"|said in an? (?:\w+ )?(?:statement"
            r"|filing|release|email)|raised|invested|acquired|bought|registered|is (?:investing|building|paying"
            r"|spending|planning))\b"
        ),
        re.compile(rf"^[•▸▪◆*·-] ?(?P<name>{RUN}) \([^()]{{3,80}}\):"),
        re.compile(rf"\b(?:led by|backed by|a unit of|owned by|joint venture with) (?P<name>{RUN})"),
        re.compile(
            rf"(?P<name>{RUN})['’]s? (?:shares|plants?|factory|factories|board|revenue|sales|investment|profit|chief"
            rf"|CEO"
            r"|headquarters|workers|customers|products|parent|subsidiary|spokes\w+|president|stock|operating)\b"
        ),
    ],
    "vi": [
        re.compile(
            rf"\b(?:[Cc]ông ty|[Tt]ập đoàn|[Hh]ãng|startup|[Qq]uỹ|chuỗi(?: cà phê)?|[Nn]gân hàng|thương hiệu|nhà thầu"
            rf"|nền tảng"
            rf"|liên doanh|đại gia(?: địa ốc)?|nhà phát triển|chủ đầu tư|CTCP|TNHH|cổ phần|đối tác) (?P<name>{RUN})"
        ),
        re.compile(rf"(?P<name>{RUN}) \((?:mã|MCK|HoSE|HNX|UPCoM|{COUNTRY.pattern})"),
        re.compile(
            rf"(?P<name>{RUN}) (?:(?:sẽ|đã|vừa|đang|dự kiến|muốn|cam kết) )?(?:đầu tư|rót|góp|khởi công|động thổ"
            rf"|mua lại|thâu tóm"
            r"|xây|đạt doanh thu|đăng ký|chi|huy động|niêm yết|báo lãi|công bố)(?!\w)"
        ),
        re.compile(rf"(?:thông cáo|nhà máy|cổ phiếu|đại diện|cổ phần|vốn|lãnh đạo) (?:của )?(?P<name>{RUN})"),
    ],
}
MOST = 200


def survey_latin(whole, language):
    """Return (the names of bodies, how often each is named) for the text of a story."""
    bodies = set()
    for line in whole.splitlines():
        if language == "vi":
            for _start, _end, name in find_vietnamese_bodies(line):
                bodies |= {name, *_short_names(name)}
        else:
            bodies |= {match.group() for match in LONG_BODY.finditer(line)}
            bodies |= {match.group() for match in RUN_PATTERN.finditer(line) if BODY_WORD.search(match.group())}
        for pattern in TOLD[language]:
            found = list(pattern.finditer(line))
            bodies |= {match["name"] for match in found if not _is_set_off_role(match)}
    bodies = {_trimmed(name, language) for name in sorted(bodies)[:MOST]} - {""}
    bodies |= set(_repeated(whole)) if language == "en" else set()
    bodies |= {alias for name in bodies for alias in _aliases(name, whole, language)}
    return bodies, Counter({name: whole.count(name) for name in bodies})


RUN_PATTERN = re.compile(RUN)


def _is_set_off_role(match):
    """Whether what stands behind a name is the role of a person: `Daniel Roth, the founder of the start-up …`."""
    behind = match.group()[len(match["name"]) :]
    return behind.startswith((",", " (")) and ROLE["en"].search(behind) is not None


def _repeated(whole):
    """Yield the names of two words and more that a story repeats in full: people it calls again by the surname."""
    for name, times in Counter(match.group() for match in RUN_PATTERN.finditer(whole)).items():
        words = name.split(" ")
        if times < 2 or not 2 <= len(words) <= 4 or ROLE["en"].search(name) or PLACES.search(name) or "-" in words[-1]:
            continue
        if not NOT_A_NAME.fullmatch(words[0]) and whole.count(words[-1]) == times and not _is_introduced(name, whole):
            yield name


def _is_introduced(name, whole):
    """Whether a story gives a name a role somewhere, as it does with people."""
    at = whole.find(name)
    while at >= 0:
        behind = whole[at + len(name) :][:60]
        before = whole[max(0, at - 30) : at]
        role = ROLE["en"].search(behind)
        if re.match(r": |.? (?:talks|tells|asks) ", behind):
            return True
        if re.match(r",? (?:who|\d\d)\b|,", behind) and (role or "who" in behind[:6]):
            return True
        if any(match.end() >= len(before) - 1 for match in ROLE["en"].finditer(before)):
            return True
        at = whole.find(name, at + 1)
    return False


def _trimmed(name, language):
    """Return a name without what stands before and behind it; nothing when it is a country, a role or no name."""
    name = re.sub(r"['’]s?$", "", without_lead(name.strip(" .,"))).strip(" .,")
    if language == "vi":
        name = re.sub(rf" {CAPITALISED} [A-ZĐ][a-z]+-[a-z]+$", "", name)
        return "" if COUNTRY.fullmatch(name) or NOT_A_NAME.fullmatch(name) or len(name) < 2 else name
    role = ROLE["en"].search(name)
    if role:
        name = name[: role.start()].strip()
    owner = re.search(r"['’]s? ", name)
    if owner and "People" not in name:
        name = name[owner.end() :]
    place = PLACES.fullmatch(name)
    return "" if place or NOT_A_NAME.fullmatch(name) or len(name) < 2 else name


def _short_names(name):
    """Yield the name in capitals at the end of a Vietnamese body: `CTCP Bao bì Tân Hưng Phú`."""
    words = name.split(" ")
    at = len(words)
    while at > 1 and words[at - 1][:1].isupper() and at > 1:
        at -= 1
    for first in range(at, len(words) - 1):
        yield " ".join(words[first:])


def _aliases(name, whole, language):
    """Yield the beginnings of a name by which the story calls the same body again."""
    words = name.split(" ")
    for size in range(1, min(len(words), 4)):
        short = " ".join(words[:size])
        is_name = len(short) > 2 and not NOT_A_NAME.fullmatch(short) and not BODY_WORD.fullmatch(short)
        is_place = (
            PLACES.fullmatch(short)
            if language == "en"
            else (COUNTRY.fullmatch(short) or size < 2 and not short.isascii())
        )
        if is_name and not is_place and words[size - 1] != "&" and whole.count(short) > whole.count(name):
            yield short
