"""An English passage in the segments that its tags make: names, roles, bodies and what links them."""

import re
from dataclasses import dataclass

from articles.intake.speech.capitals import NOT_A_NAME, blotted
from articles.intake.speech.english_names import KOREAN, VIETNAMESE, is_english_body, is_person_like
from articles.intake.speech.english_words import ARTICLE, BASED, FIELD, LINK, LONG_BODY, OWNING, PLACES, SMALL_BODY
from articles.intake.speech.latin_words import (
    BODY_WORD,
    CAPITALISED,
    HONORIFIC,
    LOWER_BODY,
    ROLE,
)
from articles.intake.speech.sources import KINDS

CAPITALS = re.compile(
    rf"{CAPITALISED}(?:(?: (?:&|de|van|von|bin|binti|al|la|del|der|den|da|dos|and)){{0,2}} {CAPITALISED}){{0,7}}"
)


PERSON_BEHIND = re.compile(rf" (?:{VIETNAMESE.pattern}|{KOREAN.pattern})$")


@dataclass(frozen=True)
class Segment:
    """A part of a passage: a (N)ame, (B)ody, (R)ole, (H)onorific, (L)and or city, or a word that joins them."""

    kind: str
    text: str
    start: int
    end: int


def split(party, cast):
    """Return the Segments of a passage in order."""
    taken = [Segment("R", m.group(), *m.span()) for m in ROLE["en"].finditer(party) if not _is_in_body(party, m)]
    taken += [Segment("H", m.group(), *m.span()) for m in HONORIFIC["en"].finditer(party)]
    taken += [Segment("L", m.group(), *m.span()) for m in BASED.finditer(party)]
    taken += _find_owners(party, cast)
    taken += [Segment("w", m.group(), *m.span()) for m in FIELD.finditer(party) if _is_charge(taken, m.start())]
    blank = blotted(party, [(s.start, s.end, "") for s in taken])
    for pattern in (SMALL_BODY, LONG_BODY):
        for match in pattern.finditer(blank):
            end = match.start() + len(_before_person(match.group()))
            taken.append(Segment("B", party[match.start() : end].strip(" ,"), match.start(), end))
            blank = blotted(blank, [(match.start(), end, "")])
    for match in CAPITALS.finditer(blank):
        taken += _cut_name(match.group(), match.start(), cast)
    blank = blotted(blank, [(s.start, s.end, "") for s in taken])
    lower = LOWER_BODY.search(blank)
    if lower:
        taken.append(Segment("B", lower["name"], *lower.span("name")))
        blank = blotted(blank, [(*lower.span("name"), "")])
    for match in LINK.finditer(blank):
        if match.lastgroup == "word" and ARTICLE.fullmatch(match.group()):
            continue
        taken.append(Segment(_LINKS[match.lastgroup], match.group(), *match.span()))
    return sorted(taken, key=lambda s: s.start)


_LINKS = {"former": "f", "heads": "h", "of": "p", "place": "i", "owner": "s", "comma": "c", "word": "w"}


def _find_owners(party, cast):
    """Return the Segments of the known bodies that a passage calls by their kind: `the bank's head`, `its chairman`."""
    owners = []
    for match in OWNING.finditer(party):
        kind = match["kind"]
        if kind is None and not ROLE["en"].match(party, match.end()):
            continue
        body = (cast.find_called(kind) if kind and KINDS.fullmatch(kind) else None) or cast.told_of
        owners += [Segment("B", body, *match.span())] if body else []
    return owners


def _is_charge(taken, at):
    """Whether what stands there follows a role: `Head of Sustainable Finance`."""
    return any(segment.kind == "R" and segment.end == at - 1 for segment in taken)


def _is_in_body(party, match):
    """Whether the word of a role is part of a name: `Partners Group`, `Chief Semiconductors`."""
    return party[match.end() : match.end() + 1] == "-"


def _before_person(name):
    """Return a name without the person's that runs on behind it: `People's Committee Truong Quoc Dat`."""
    match = PERSON_BEHIND.search(name)
    return name[: match.start()] if match else name


def _cut_name(name, start, cast):
    """Return the Segments of a run of capitalised words."""
    lead = re.match(rf"(?:{NOT_A_NAME.pattern}) ", name)
    if lead and not VIETNAMESE.fullmatch(name):  # `Do Thanh Trung`
        return _cut_name(name[lead.end() :], start + lead.end(), cast)
    owner = re.search(r"['’]s? ", name)
    if owner and not re.search(r"(?:People|Women|Workers|Farmers|Children|Investors|Manufacturers)['’]", name):
        cut = owner.start()
        ahead = _cut_name(name[:cut], start, cast)
        return [
            *ahead,
            Segment("s", "'s", start + cut, start + owner.end()),
            *_cut_name(name[owner.end() :], start + owner.end(), cast),
        ]
    bare = re.sub(r"['’]s?$", "", name).strip(" .,") if not re.search(r"\b(?:Inc|Co|Corp|Ltd)\.$", name) else name
    tail = [Segment("s", "'s", start + len(bare), start + len(name))] if re.search(r"['’]s?$", name) else []
    if not bare or NOT_A_NAME.fullmatch(bare):
        return []
    place = PLACES.match(bare)
    if place and place.end() == len(bare):
        return [Segment("L", bare, start, start + len(bare)), *tail]
    joined = re.search(r" and ", bare)
    if joined and not BODY_WORD.search(bare) and bare not in cast.bodies:
        return [
            *_cut_name(bare[: joined.start()], start, cast),
            *_cut_name(bare[joined.end() :], start + joined.end(), cast),
            *tail,
        ]
    before = _before_person(bare)
    if before != bare and not is_person_like(bare):
        rest = bare[len(before) + 1 :]
        return [*_cut_name(before, start, cast), Segment("N", rest, start + len(before) + 1, start + len(bare)), *tail]
    kind = "B" if is_english_body(bare, cast) else "N"
    return [Segment(kind, bare, start, start + len(bare)), *tail]
