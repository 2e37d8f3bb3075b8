"""Whom a Vietnamese passage names: `ông NAME, ROLE BODY`, `ROLE BODY NAME`, `ông NAME`."""

import re

from articles.intake.speech.capitals import (
    NOT_A_NAME,
    PERSON,
    blotted,
    find_vietnamese_bodies,
)
from articles.intake.speech.latin_words import (
    CAPITALISED,
    HONORIFIC,
    ROLE,
    VIETNAMESE_SURNAME,
)
from articles.intake.speech.sources import Source
from articles.vocabulary import Attribution

VIETNAMESE_NAME = re.compile(rf"(?<!\w){VIETNAMESE_SURNAME}(?: {CAPITALISED}){{1,4}}")


def read_vietnamese(party, cast):
    """Return the Source of `ông NAME, ROLE BODY`, `ROLE BODY NAME` or `ông NAME`."""
    bodies = find_vietnamese_bodies(party)
    blank = blotted(party, bodies)
    match = _vietnamese_name(blank)
    if match is None:
        return None
    around = f"{party[: match.start()]}{'|' * len(match.group())}{party[match.end() :]}"
    role = ROLE["vi"].search(blotted(around, bodies)) or ROLE["en"].search(blotted(around, bodies))
    body = _nearest_body(bodies, role, match)
    if body is None and role:
        body = _body_behind(around[role.end() :])
    return Source(Attribution.NAMED, match.group().strip(" ."), None, role and role.group(), body, "vi-named@1")


def _vietnamese_name(blank):
    """Return the match of the name of a person in a passage whose bodies are blotted out, or None."""
    titled = HONORIFIC["vi"].search(blank)
    if titled:
        match = PERSON.match(blank, titled.end())
        if match:
            return match
    match = VIETNAMESE_NAME.search(blank)
    if match:
        return match
    if not (ROLE["vi"].search(blank) or ROLE["en"].search(blank)):
        return None
    found = [m for m in PERSON.finditer(blank) if len(re.split(r"[ -]", m.group())) > 1]
    found = [m for m in found if not ROLE["en"].fullmatch(m.group()) and not NOT_A_NAME.match(m.group().split()[0])]
    return found[-1] if found else None


def _nearest_body(bodies, role, person):
    if not bodies:
        return None
    if role:
        behind = [name for start, _end, name in bodies if 0 <= start - role.end() <= 30]
        if behind:
            return behind[0]
    near = [name for start, end, name in bodies if min(abs(start - person.end()), abs(person.start() - end)) <= 60]
    return near[0] if near else None


def _body_behind(rest):
    """Return the capitalised name behind a role (`Giám đốc điều hành của Orrin`), or None."""
    match = re.match(
        rf"(?: của| tại| thuộc| phụ trách \S+| khu vực \S+| khối \S+| kinh doanh"
        rf"| toàn cầu){{0,2}} (?P<name>{CAPITALISED}(?: {CAPITALISED}){{0,4}})",
        rest,
    )
    return match["name"].strip(" .,") if match else None
