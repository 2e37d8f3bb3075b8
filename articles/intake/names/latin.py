"""The bodies that an English or Vietnamese story names: a survey of all its names, before any sum is looked at.

Every capitalised name collects evidence from all the places where it stands: what it is called, what stands around it,
what it does. Only names with enough of it are bodies; places, people and words that open sentences are not.
"""

import re
from collections import Counter

from articles.intake.names.latin_cues import BEFORE, BEHIND, HONOURED, HYPHENATED, LED_BY, OFFICE, SIDE_BY_SIDE, TITLED
from articles.intake.names.latin_words import (
    FIRM,
    LATIN_COMPANY_TAIL,
    LATIN_COMPANY_WORD,
    LATIN_COUNTRIES,
    LATIN_COUNTRY,
    LATIN_NAME,
    LEAD_WORD,
    LONE_WORD,
    NO_LATIN_BODY,
    OF_A_COUNTRY,
    OPENER,
    PLACE_NAMES,
    VIETNAMESE_PERSON,
)

ENOUGH = 3
WINDOW = 60
SEEN = re.compile(rf"(?<![\wÀ-ỹ’'&.-])(?P<name>{LATIN_NAME})")
ALIAS = re.compile(
    rf"(?P<name>{LATIN_NAME}),? \((?:(?:HOSE|HoSE|HNX|UPCoM|[Mm]ã(?: chứng khoán| CK| cổ phiếu)?|gọi tắt là|viết tắt là"
    r"|NYSE|Nasdaq|KOSDAQ|KOSPI)\s?[:–-]?\s?)?[“\"]?(?P<alias>[A-Z][A-Z0-9]{1,6})[”\"]?\)"
)
COMPANY_WORDS = re.compile(rf"{LATIN_COMPANY_WORD}(?: {LATIN_COMPANY_WORD})*")
BRANCH = re.compile(rf"(?:{LATIN_COUNTRIES}|[IVX]{{1,4}}|\d{{1,4}})")
MINIMUM = 4
# A lone Vietnamese syllable is the beginning of a common noun: `Thủy lực`, `Điện`.
SYLLABLE = re.compile(r"[^\W\d_]{0,6}[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ][^\W\d_]{0,6}")
INITIAL = re.compile(r"(?:^|[.!?:”\"\n•▸*·✦➡>☰–-]|\n\s?\d\.)\s*[“\"‘]?$")
# `Nuri Vina Kim Jae-won`: a Korean person behind the body.
PERSON_BEHIND = re.compile(r" [A-Z][a-z]{1,7} [A-Z][a-z]{1,6}-[a-z]{1,6}$")
VIETNAMESE_BEHIND = re.compile(rf" {VIETNAMESE_PERSON.pattern}$")
OFFICE_BEFORE = re.compile(rf"{OFFICE} $")
TITLE_BEHIND = re.compile(r" (?:CEO|CFO|CTO|COO|Chief|Chairman|Chairwoman|President|Vice|Founder|Director)(?: .*)?$")


def find_latin_bodies(text, headline, people):
    """Return {name: how often} of the bodies in a text of which the headline is the first line, and {short: name}."""
    text = _without_people(text, people)
    evidence, seen, inside = Counter(), Counter(), Counter()
    for match in SEEN.finditer(text):
        before_it = text[max(0, match.start() - WINDOW) : match.start()]
        printed = _before_person(match["name"], before_it)
        name = _without_person(trim_latin(printed), before_it, text)
        at = match.start() + printed.rfind(name)
        end = at + len(name)
        before, after = text[max(0, at - WINDOW) : at], text[end : end + 3 * WINDOW]
        seen[name] += 1
        inside[name] += INITIAL.search(before) is None
        evidence[name] += _weigh(before, after)
    for name in evidence:
        evidence[name] += max(0, min(inside[name], 3) - 1)
        evidence[name] -= 3 * (VIETNAMESE_PERSON.fullmatch(name) is not None)
        evidence[name] += (5 if FIRM.match(name) or LATIN_COMPANY_TAIL.fullmatch(name) else 0) + 2 * (name in headline)
    certain = [
        n for n in evidence if evidence[n] >= ENOUGH and is_latin_body(n) and (inside[n] or _is_no_opener(n, text))
    ]
    certain += [name for name in _joined(text, certain) if name not in certain and evidence[name] >= 0]
    known = {*certain, *(FIRM.sub("", name).strip() for name in certain)}
    certain = [name for name in certain if not _ends_in_person(name, known, text)]
    short = _find_short(certain, seen) | {
        match["alias"]: name for match in ALIAS.finditer(text) if (name := trim_latin(match["name"])) in certain
    }
    counts = Counter({name: seen[name] for name in certain if name not in short})
    for name, whole in short.items():
        counts[whole] += seen[name]
    return counts, short


def _without_person(name, before, text):
    """Return the name of a body without that of its head behind it: `Giám đốc Công ty Gió Xanh Trần Văn Lâm`."""
    words = name.split(" ")
    for cut in (3, 4):
        body = " ".join(words[:-cut])
        if len(words) > cut + 1 and LED_BY.search(before) and text.count(body) > text.count(name):
            return body
    return name


def _joined(text, certain):
    """Yield the names that a story joins with that of a body: `X and Nuri Cloud`, `Nuri Cloud và X`."""
    certain = frozenset(certain)
    for match in SIDE_BY_SIDE.finditer(text):
        pair = [trim_latin(match[key]) for key in ("one", "other")]
        if any(name in certain for name in pair):
            yield from (name for name in pair if is_latin_body(name))


def _before_person(name, before):
    """Return a name behind an office without the Vietnamese person at its end: `Chủ tịch HĐQT Nuri Trần Huy Vũ`."""
    person = VIETNAMESE_BEHIND.search(name)
    if person is None or FIRM.fullmatch(name[: person.start()]) or not OFFICE_BEFORE.search(before):
        return name
    return name[: person.start()]


def _ends_in_person(name, known, text):
    """Tell whether a name is that of a known body with a person's behind it: `Chủ tịch Nuri Elisabeth Kofler`."""
    words = name.split(" ")
    for cut in range(1, len(words) - 1):
        rest = " ".join(words[cut:])
        is_led = " ".join(words[:cut]) in known and len(words) - cut <= 4
        if is_led and not (LATIN_COMPANY_TAIL.fullmatch(name) or BRANCH.fullmatch(rest)):
            return re.search(rf"{OFFICE} {re.escape(name)}(?![\wÀ-ỹ])", text) is not None
    return False


def _without_people(text, people):
    for name in sorted(people, key=len, reverse=True)[:30]:
        if " " in name and not _acts_like_a_body(name, text):
            text = text.replace(name, "|" * len(name))
    for pattern in (HONOURED, TITLED):
        text = pattern.sub(_blot, text)
    return text


def _blot(match):
    """Return a person's name blotted out; what merely stands behind a title may be a body (`Chủ tịch Nuri Group`)."""
    name = match["name"]
    is_body = FIRM.match(name) or LATIN_COMPANY_TAIL.fullmatch(name)
    return match.group() if is_body else match.group()[: -len(name)] + "|" * len(name)


def _acts_like_a_body(name, text):
    """Tell whether somebody quoted is a body after all: what stands around the name is said of no person."""
    if FIRM.match(name) or LATIN_COMPANY_TAIL.fullmatch(name):
        return True
    around = (
        rf"(?<!\w)(?:of|at|của|thuộc về|from) {re.escape(name)}(?!\w)|(?<!\w){re.escape(name)} (?:Capital|Group|Corp)"
    )
    return re.search(around, text) is not None


def _weigh(before, after):
    ahead = [points for points, pattern in BEFORE if pattern.search(before)]
    behind = [points for points, pattern in BEHIND if pattern.match(after)]
    return sum(ahead) + sum(behind)


def _is_no_opener(name, text):
    """Tell whether a word that is seen only where sentences begin may be a name: nothing writes it in small letters."""
    if " " in name:
        return True
    return OPENER.fullmatch(name) is None and re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", text) is None


def _find_short(certain, seen):
    """Return {short name: the whole one} for names that are the beginning or the end of a body's."""
    wholes = {}
    for body in certain:
        for part in _parts(body):
            wholes.setdefault(part, []).append(body)
    return {
        name: max(wholes[name], key=lambda body: (FIRM.sub("", body).strip() == name, seen[body]))
        for name in seen
        if name in wholes and is_latin_body(name) and not COMPANY_WORDS.fullmatch(name)
    }


def _parts(body):
    """Yield the beginnings and ends of a name; `Garam` is no shorter name of its branch `Garam Vietnam`."""
    for whole in {body, FIRM.sub("", body).strip()}:
        words = whole.split(" ")
        for cut in range(1, len(words)):
            if BRANCH.fullmatch(" ".join(words[cut:])) is None:
                yield " ".join(words[:cut])
            if cut < len(words) - 1 or len(words[-1]) >= MINIMUM:
                yield " ".join(words[cut:])
        if whole != body:
            yield whole


def is_latin_body(name):
    """Tell whether a name may be that of a body which invests."""
    return (
        len(name) > 1
        and name[0].isalpha()
        and SYLLABLE.fullmatch(name) is None
        and name not in PLACE_NAMES
        and NO_LATIN_BODY.fullmatch(name) is None
        and LONE_WORD.fullmatch(name) is None
        and HYPHENATED.fullmatch(name) is None
    )


def trim_latin(name):
    """Return a name in Latin letters without the words before it that open sentences, and without its country."""
    while (lead := LEAD_WORD.match(name)) is not None:
        name = name[lead.end() :]
    name = PERSON_BEHIND.sub("", TITLE_BEHIND.sub("", name))
    return name if name in PLACE_NAMES or LATIN_COUNTRY.fullmatch(name) else OF_A_COUNTRY.sub("", name)
