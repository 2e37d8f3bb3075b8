"""Whom and what an English or Vietnamese passage introduces, or is about."""

import re
from dataclasses import replace

from articles.intake.names.items import find_item_head
from articles.intake.names.latin_words import VIETNAMESE_SURNAME
from articles.intake.speech.english import find_english_bodies, read_english
from articles.intake.speech.english_names import find_english_names, known_person
from articles.intake.speech.english_words import HUMAN
from articles.intake.speech.latin_parties import (
    ADJUNCT,
    find_person,
    read_english_party,
    read_vietnamese_party,
    recall_pronoun,
)
from articles.intake.speech.latin_words import (
    BY,
    CAPITALISED,
    HONORIFIC,
    ROLE,
    SOMEBODY,
    VERB,
)
from articles.intake.speech.sources import KINDS, Source
from articles.intake.speech.vietnamese import find_named_body
from articles.vocabulary import Attribution

WIDE = 180
# `Nguyễn Thị Lan, 27 tuổi, …`, `Trần Văn An (45 tuổi)`, `Hồ Tấn Đạt, tài xế ở …`
AGED = re.compile(
    rf"(?<!\w)(?P<name>{VIETNAMESE_SURNAME}(?: {CAPITALISED}){{1,4}})(?:, | \()(?:\d\d tuổi|(?:tài xế|công nhân"
    r"|nông dân|ngư dân|sinh viên|tiểu thương|nhân viên|giáo viên|chủ|thợ|hộ|kỹ thuật viên"
    r"|người (?:trồng|nuôi|bán|dân|lao động|thuê|mua|dùng))(?!\w))"
)
CORPORATE = re.compile(
    r"chief|president|chair|director|manager|CEO|CFO|CTO|COO|founder|partner|giám đốc|chủ tịch|sáng lập|spokes", re.I
)


# Where what a sentence says of a person ends; whom the words were told is no body of the person.
ASIDE_END = re.compile(r"\x00|[“”\":;]|\b(?:told|tells|telling) ")


# `đoàn công tác của Tập đoàn Nuri (Hàn Quốc) do bà …`: whoever heads those whom a body sent is the body's.
LED = re.compile(r"của [^,;:\x00]{4,80} do $")


def find_latin_people(sentence, language, cast):
    """Return the Sources of everybody whom a sentence introduces with a role."""
    people = []
    for titled in HONORIFIC[language].finditer(sentence):
        source = find_person(sentence[titled.start() : titled.end() + WIDE].split("\x00")[0], language, cast)
        if source and " " in source.speaker:
            led = LED.search(sentence[: titled.start()]) if language == "vi" and not source.organisation else None
            sent = led and find_named_body(sentence[led.start() : led.end()].removeprefix("của "), cast)
            people.append(replace(source, organisation=source.organisation or sent or None, rule="introduced@1"))
    for match in AGED.finditer(sentence) if language == "vi" else ():
        people.append(Source(Attribution.NAMED, match["name"], rule="introduced@1"))
    for start, end in find_english_names(sentence, cast) if language == "en" else ():
        name = sentence[start:end]
        source = read_english(ASIDE_END.split(sentence[start : end + WIDE], maxsplit=1)[0], cast)
        named = source if source and source.speaker == name else known_person(name, cast)
        people.append(replace(named or Source(Attribution.NAMED, name), rule="introduced@1"))
    for role in ROLE[language].finditer(sentence):
        passage = _around(sentence, role, language)
        source = find_person(passage, language, cast)
        if source and source.speaker and source.title:
            people.append(replace(source, rule="introduced@1"))
    return people


def _around(sentence, role, language):
    """Return the passage around a role that may name who bears it: up to the verbs and clauses beside it."""
    first = max(0, role.start() - 110)
    ahead = re.split(r"\x00|[“”\":;]|(?<![A-Z])\. ", sentence[first : role.start()])[-1]
    for verb in list(VERB[language].finditer(ahead)):
        if verb.group().lower() in BY or verb.start() == 0 or language == "en":
            ahead = ahead[verb.end() :] if ahead[verb.end() :].strip() else ahead
            break
    behind = re.split(r"\x00|[“”\":;]|(?<![A-Z])\. ", sentence[role.start() : role.end() + WIDE])[0]
    cut = VERB[language].search(behind, role.end() - role.start())
    return ADJUNCT[language].sub("", (ahead + (behind[: cut.start()] if cut else behind)).strip(), count=1)


def find_latin_focus(sentence, language, cast):
    """Return the Source of whom a sentence (quoted words blotted out) is about, or None: `he` means that one next."""
    lead = re.split(r"\x00|[“”\"]", ADJUNCT[language].sub("", sentence.strip(), count=1))[0][:REACH_OF_SUBJECT]
    pronoun = PRONOUN_SUBJECT[language].match(lead)
    if pronoun:
        return recall_pronoun(pronoun, language, cast)
    source = find_person(lead, language, cast)
    if (
        source
        and lead.find(source.speaker.split()[-1]) < NEAR_START
        and (source.title or cast.is_known(source.speaker))
    ):
        return source
    article = INDEFINITE_LEAD.match(lead)
    verb = FINITE.search(lead, article.end() if article else 0)
    subject = lead[: verb.start()] if verb else lead[:NEAR_START]
    if language == "en" and _is_somebody(subject):
        return read_english_party(subject, cast)
    if language == "vi" and re.match(r"Một ", lead) and SOMEBODY["vi"].search(lead[:40]):
        return read_vietnamese_party(lead, cast)
    return None


def _is_somebody(subject):
    """Whether an English subject is of people without a name: `A woman at the gate`, `Analysts at …`."""
    if SOMEBODY["en"].match(subject):
        return True
    is_indefinite = re.match(r"(?:An?|One|Another) ", subject, re.I)
    return bool(is_indefinite) and any(p.search(subject) for p in (SOMEBODY["en"], ROLE["en"], HUMAN))


REACH_OF_SUBJECT = 140
NEAR_START = 60
INDEFINITE_LEAD = re.compile(r"(?:An?|One|Another) (?:[\w-]{2,20} )?", re.I)  # `A retired welder`
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|does|did|said|says|told|tells|agrees?|agreed"
    r"|\w{3,12}ed)\b"
)
PRONOUN_SUBJECT = {
    "en": re.compile(r"(?P<word>he|she) ", re.I),
    "vi": re.compile(r"(?P<word>ông|bà|anh|chị|vị này|người này) (?=[a-zđà-ỹ])", re.I),
}


def find_latin_head(text, is_subhead, cast):
    """Return the known body that a sub-heading, or an item of a list, has for its head (`• Nuri (Seoul; cells): …`)."""
    label = COUNTRY_LABEL.match(text) if is_subhead else None
    head = text[label.end() if label else 0 :].strip() if is_subhead else find_item_head(text)
    return head if head in cast.bodies or (label and HEAD_NAME.fullmatch(head)) else None


# `SOUTH KOREA  Nuri Glass`: where the body of an item is at home.
COUNTRY_LABEL = re.compile(r"[A-Z]{2,16}(?: [A-Z]{2,16}){0,2}\s{2,4}")
HEAD_NAME = re.compile(rf"{CAPITALISED}(?: {CAPITALISED}){{0,4}}")


CALLED = re.compile(rf"(?:The {KINDS.pattern},? [a-z]|{KINDS.pattern} này )", re.I)


def find_latin_topic(sentence, language, cast):
    """Return the body that begins a sentence, or None."""
    lead = ADJUNCT[language].sub("", sentence[:160], count=1)
    called = CALLED.match(lead) and cast.find_called(lead[:40])
    if called:
        return called
    bodies = find_english_bodies(lead, cast) if language == "en" else [_leading_body(lead, cast)]
    return next((b for b in bodies if b and {b, b.rstrip(".")} & cast.bodies and lead.find(b) < 40), None)


def _leading_body(lead, cast):
    """Return the body with whose name, small words included, a Vietnamese passage begins, or None."""
    known = max((body for body in cast.bodies if " " in body and lead.startswith(body)), key=len, default=None)
    return known or find_named_body(lead, cast)


def is_corporate(title):
    """Whether a title is one that companies give."""
    return CORPORATE.search(title or "") is not None
