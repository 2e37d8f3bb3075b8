"""Whom a Vietnamese passage names: `ông NAME, ROLE BODY`, `ROLE BODY NAME`, `NAME (BODY)`, `ông NAME`."""

import re
from dataclasses import replace

from articles.intake.names.latin_words import VIETNAMESE_SURNAME
from articles.intake.speech.capitals import NOT_A_NAME, blotted, find_vietnamese_bodies
from articles.intake.speech.latin_words import CAPITALISED, HONORIFIC, ROLE
from articles.intake.speech.sources import Source
from articles.intake.speech.vietnamese_roles import OFFICE, first_body, read_role
from articles.intake.speech.vietnamese_words import (
    AREA,
    COUNTRY,
    NOT_IN_NAME,
    PLACE_LEAD,
)
from articles.text import LATIN_CAPITALS
from articles.vocabulary import Attribution

NAME = re.compile(rf"{CAPITALISED}(?: (?:(?:van|von|de|der|den|bin|al) )?{CAPITALISED}){{0,12}}")
SURNAMED = re.compile(rf"(?<!\w){VIETNAMESE_SURNAME}(?: {CAPITALISED}){{1,3}}(?!\w| [{LATIN_CAPITALS}])")
SURNAME = re.compile(VIETNAMESE_SURNAME)
APPOSITION = re.compile(r"\s?(?:,|-|–|—|\(|:| là | làm | giữ chức | hiện là | của )\s?")
# How a story addresses a person right before the name.
FORM = re.compile(r"(?<!\w)(?P<form>ông|bà|anh|chị|cô) $", re.I)
# `giám đốc châu Á của Orrin, Inês Carvalhal, …`
SET_OFF = re.compile(rf"[^,;:()\x00“”\"]{{2,60}}, (?P<name>{CAPITALISED}(?: {CAPITALISED}){{1,3}})(?=,|$)")
SIDE = re.compile(r"^(?:Phía|Bên) ")
PLACED = re.compile(r"(?:tại|ở|từ|đến|qua) $")
COUNTRY_LAST = re.compile(rf"(?:{COUNTRY.pattern})$")
LONGEST = 400


def read_vietnamese(party, cast):
    """Return the Source of the person whom a passage names, or None."""
    party = party[:LONGEST]
    span = _find_person(party, cast)
    if span is None:
        return None
    start, end = span
    name = party[start:end].strip(" .")
    title, body = read_role(_behind(party[end:]), cast)
    if body is None and title is None:
        title, body = read_role(_before(party[:start]), cast)
    form = FORM.search(party[:start])
    found = Source(Attribution.NAMED, name, None, title, body, "vi-named@1")
    known = known_person(name, cast, form and form["form"])
    if form:
        cast.forms[(known or found).speaker] = form["form"].lower()
    if known is None or not any((title, body, known.title, known.organisation)):
        return cast.find_misprinted(known or found)
    return replace(
        known, title=title or known.title, organisation=body if body and title else known.organisation or body
    )


def known_person(name, cast, form=None):
    """Return the Source of the person whom the story has introduced by a name or the end of it, or None."""
    words = name.split()

    def is_meant(source):
        theirs = source.speaker.replace("-", " ").split()
        mine = name.replace("-", " ").split()
        if form and cast.forms.get(source.speaker, form.lower()) != form.lower():
            return False
        return source.speaker == name or (len(mine) < len(theirs) and set(mine) <= set(theirs))

    return cast.recall(is_meant, "name-again@1") if words else None


def _find_person(party, cast):
    """Return the (start, end) of the name of a person in a passage, or None."""
    for finder in (_find_addressed, _find_leading, _find_behind_role, _find_by_form):
        span = finder(party, cast)
        if span:
            return span
    return None


def _find_addressed(party, cast):
    """Find `ông NAME`, `TS. NAME`."""
    for titled in HONORIFIC["vi"].finditer(party):
        match = NAME.match(party, titled.end())
        if match and not ROLE["vi"].match(party, titled.end()):
            return titled.end(), titled.end() + len(_trimmed(match.group(), cast))
    return None


def _find_leading(party, cast):
    """Find `NAME, ROLE …`, `NAME (BODY)`."""
    lead = NAME.match(party)
    is_set_off = lead and " " in lead.group() and re.match(r" ?(?:,|-|–|\()", party[lead.end() :])
    if not is_set_off or ROLE["vi"].match(party) or _is_body(lead.group(), cast):
        return None
    following = _behind(party[lead.end() :])
    is_named = SURNAMED.match(party) or known_person(lead.group(), cast)
    return lead.span() if is_named or ROLE["vi"].match(following) or ROLE["en"].match(following) else None


def _find_behind_role(party, cast):
    """Find `ROLE NAME`, `ROLE BODY NAME`."""
    for role in list(ROLE["vi"].finditer(party)) or ROLE["en"].finditer(party):
        found = _end_of_run(party, role.end(), cast)
        if found:
            return found
    return None


def _find_by_form(party, cast):
    """Find a full name that stands alone."""
    blank = blotted(party, find_vietnamese_bodies(party))
    for match in SURNAMED.finditer(blank):
        if len(match.group().split()) >= 3 and not _is_body(match.group(), cast):
            return match.span()
    for match in NAME.finditer(blank):
        if " " in match.group() and cast.is_known(match.group()):
            return match.span()
    alone = NAME.fullmatch(party)  # `Xuyên cười`
    return alone.span() if alone and " " not in party and known_person(party, cast) else None


def _trimmed(name, cast):
    """Return a run of capitalised words up to where a role or a body begins."""
    for at, word in enumerate(name.split(" ")):
        if at and (NOT_IN_NAME.fullmatch(word) or ROLE["en"].fullmatch(word)):
            return " ".join(name.split(" ")[:at])
    return name


def _is_body(name, cast):
    return name in cast.bodies or any(name == body.split(" ", 1)[-1] for body in cast.bodies)


def _end_of_run(party, at, cast):
    """Return the (start, end) of the person at the end of the capitalised words behind a role, or None."""
    stop = re.search(r"[,;:()\x00“”\"]| - | – | của (?=\S)", party[at:])
    aside = stop and _find_aside(party, at + stop.end(), stop.group(), cast)
    if aside:
        return aside
    if stop and stop.group() == " của " and not NAME.search(party, at, at + stop.start()):
        stop = re.search(r"[,;:()\x00“”\"]| - | – ", party[at:])
    limit = at + stop.start() if stop else len(party)
    bodies = [(s + at, e + at) for s, e, _n in find_vietnamese_bodies(party[at:limit], is_cut=False)]
    runs = _find_runs(party, at, limit, bodies)
    if not runs:
        return None
    start, end = runs[-1]
    words = party[start:end].split(" ")
    size = _without_country(words, person_length(words, cast))
    if not size:
        return None
    name_start = end - len(" ".join(words[len(words) - size :]))
    if _is_place(party, start, name_start):
        return None
    in_body = any(s <= name_start < e for s, e in bodies)
    if in_body and not SURNAME.fullmatch(words[len(words) - size]) and "-" not in words[-1]:
        return None
    return name_start, end


def _without_country(words, size):
    """Return how many of the last words are a person's, without those of a country before: `Nuri Việt Nam Ann Lee`."""
    while size and COUNTRY.match(" ".join(words[len(words) - size :])):
        size -= 1
    return size - (size > 0 and COUNTRY.fullmatch(" ".join(words[-size - 1 :][:2])) is not None)


def _find_runs(party, at, limit, bodies):
    """Return the (start, end) of the capitalised words that may be a person's, the likeliest last."""
    blank = AREA.sub(lambda area: "|" * len(area.group()), party)
    runs = [m.span() for m in NAME.finditer(blank, at, limit)]
    runs = [run for run in runs if not any(s <= run[0] < e and run[1] < e for s, e in bodies)]
    is_elsewhere = len(runs) > 1 and _is_place(party, *runs[-1])
    return runs[:-1] if is_elsewhere else runs


def _is_place(party, start, end):
    """Whether capitalised words say where somebody is, and no country with a name behind it: `tại Việt Nam An`."""
    country = COUNTRY.match(party, start)
    is_led = PLACED.search(party, max(0, start - 6), start) or PLACE_LEAD.search(party, max(0, start - 24), start)
    return is_led and not (country and country.end() < end)


def _find_aside(party, at, mark, cast):
    """Return the (start, end) of the person whom a passage names behind a mark (or `của BODY,`), or None."""
    aside = SURNAMED.match(party, at)
    if aside and len(aside.group().split()) >= 3:
        return aside.span()
    foreign = SET_OFF.match(party, at) if mark == " của " else None
    return foreign.span("name") if foreign and not _is_body(foreign["name"], cast) else None


def person_length(words, cast):
    """Return how many of the last of some capitalised words are the name of a person; 0 for none."""
    whole = " ".join(words)
    if _is_body(whole, cast) or COUNTRY_LAST.search(whole):
        return 0
    for size in (3, 4, 2):
        if len(words) >= size and SURNAME.fullmatch(words[-size]) and (size > 2 or len(words) == 2):
            return size
    if "-" in words[-1] and not words[-1].isupper():
        return min(2, len(words))
    for cut in range(len(words) - 1, 0, -1):
        if _is_body(" ".join(words[:cut]), cast):
            return len(words) - cut
    if len(words) == 1:
        return 0
    return 2 if len(words) < 6 else 0


def _behind(rest):
    """Return what a passage says of a person right behind the name."""
    match = APPOSITION.match(rest)
    if not match:
        return re.match(r"[^,\x00“”\"]{0,80}", rest).group() if ROLE["vi"].match(rest.lstrip()) else ""
    if match.group() == " của ":
        return rest[1:]
    close = rest.find(")") if "(" in match.group() else -1
    return rest[match.end() : close] if close > 0 else rest[match.end() :]


def _before(lead):
    """Return what a passage says of a person right before the name."""
    lead = FORM.sub("", lead)
    cut = max(lead.rfind(mark) for mark in (";", ":", "\x00", "”", ". "))
    return lead[cut + 1 :]


def find_named_body(party, cast):
    """Return the body that a passage without a person names, or None."""
    body = first_body(party)
    if body:
        return body
    blank = blotted(party, [(*role.span(), "") for role in ROLE["vi"].finditer(party)])
    for match in NAME.finditer(blank):
        name = SIDE.sub("", match.group().strip(" .,"))
        is_place = PLACE_LEAD.search(party, 0, match.start())
        is_word = " " not in name and not name.isascii() and party[match.end() :][1:2].islower()
        if OFFICE.fullmatch(name) or (known_person(name, cast) and name not in cast.bodies):
            continue
        if not (is_place or is_word or COUNTRY.fullmatch(name) or NOT_A_NAME.fullmatch(name) or len(name) < 2):
            return name
    return None
