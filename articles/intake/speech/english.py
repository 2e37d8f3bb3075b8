"""Whom an English passage names: `ROLE NAME`, `BODY ROLE NAME`, `NAME, ROLE of BODY`, `NAME of BODY`, `NAME, who …`."""

import re
from dataclasses import dataclass, replace

from articles.intake.names.latin_words import VIETNAMESE_SURNAME
from articles.intake.speech.capitals import NOT_A_NAME, blotted
from articles.intake.speech.english_words import ARTICLE, BASED, LINK, LONG_BODY, PLACES, SMALL_BODY
from articles.intake.speech.latin_words import (
    BODY_WORD,
    CAPITALISED,
    HONORIFIC,
    LOWER_BODY,
    ROLE,
)
from articles.intake.speech.sources import KINDS, Source
from articles.text import LATIN_CAPITALS
from articles.vocabulary import Attribution

CAPITALS = re.compile(
    rf"{CAPITALISED}(?:(?: (?:&|de|van|von|bin|binti|al|la|del|der|den|da|dos|and)){{0,2}} {CAPITALISED}){{0,7}}"
)
# What people are called, and bodies hardly: `Lee Seo-jun`, `Nguyen Van An`, `R. K. Iyer`.
NO_SYLLABLE = r"(?!based|backed|owned|listed|led|made|born|style|wide|run|held|linked|free|level)"
KOREAN = re.compile(
    rf"[A-Z][a-z]{{0,7}} [A-Z][a-z]{{1,6}}-{NO_SYLLABLE}[a-z]{{1,6}}"
    rf"|[A-Z][a-z]{{1,6}}-{NO_SYLLABLE}[a-z]{{1,6}} (?:Kim|Lee|Park|Choi|Chung|Kang|Cho|Yoon|Yun|Jang|Chang|Lim|Han"
    r"|Oh|Seo|Suh|Shin|Kwon|Hwang|Ahn|An|Song|Hong|Yoo|Yu|Jeon|Ko|Moon|Yang|Son|Bae|Baek|Paik|Heo|Nam|Shim|Noh|Roh"
    r"|Ha|Kwak|Sung|Cha|Joo|Woo|Koo|Min|Ryu|Na|Jin|Chae|Jung|Jeong|Bang|Pyo|Ma|Ham|Byun|Yeo|Do|Eom|Um|Won|Gu|Chu)"
)
VIETNAMESE = re.compile(rf"{VIETNAMESE_SURNAME}(?: [A-ZĐÀ-Ỹ][a-zà-ỹ]{{1,6}}){{1,3}}")
INITIALS = re.compile(r"(?:[A-Z][\w-]+ )?(?:[A-Z]\. ?){1,3}[A-Z][\w-]+")
COMMON_SURNAME = r"(?:Nguyen|Tran|Le|Pham|Hoang|Huynh|Phan|Vu|Vo|Dang|Bui|Do|Ngo|Duong|Dinh|Truong|Trinh|Luong)"
PERSON_LIKE = re.compile(
    rf"(?<![\w’'-])(?P<name>{KOREAN.pattern}|{INITIALS.pattern}"
    rf"|{COMMON_SURNAME}(?: [A-Z][a-z]{{1,6}}){{2,3}})(?![\w-])"
)
AGED = re.compile(rf"(?P<name>{CAPITALISED} {CAPITALISED}), (?:aged )?\d\d(?: years old)?,")
FULL = re.compile(rf"(?<![\w-] )(?P<name>[{LATIN_CAPITALS}][a-zÀ-ỹ]{{1,12}}(?: [A-Z][a-zÀ-ỹ.]{{0,12}})? {CAPITALISED})")
# `Silke Ahrens, who runs …`: a clause as it is said of people.
RELATIVE = re.compile(rf"(?P<name>[A-Z][\w’'-]{{1,14}} {CAPITALISED}), (?:(?:aged )?\d\d, )?who(?:se)? ")
SAID_BY = re.compile(
    r"\b(?:said|says|added|recalled|recalls|told) (?P<name>[A-Z][a-zÀ-ỹ]{1,12} [A-Z][\w'’-]{1,14})(?=[ ,.])"
)
SURNAME = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Dr|Prof)\.? (?P<name>[{LATIN_CAPITALS}][\w-]+)\b|(?:^|[.,”\"] )(?P<said>[A-Z][\w-]+) (?:said"
    rf"|says|added|told"
    r"|noted)\b|(?:said|says|added|recalls|recalled) (?P<inverted>(?!(?:Mr|Mrs|Ms|Dr|Prof)\b)[A-Z][\w-]+)(?=[.,])"
    r"|[”\"] (?P<told>[A-Z][a-z]+), (?:who|an?|the) "
    r"|(?:^|[.!?”\"] )(?P<alone>[A-Z][a-z]{2,12}) [a-z]|^(?P<label>[A-Z][\w-]+): ",
    re.M,
)
ACRONYM = re.compile(r"\b[A-Z]{2,}\b")
NOW = re.compile(r"\bnow (?=an? |the |[a-z]{3,12} )")
# `NAME, who leads the project`: for the body that is told of.
LEADS_ON = re.compile(r", who (?:leads|heads|oversees|manages|runs) (?:the|its|a|[a-z])")
JOINED_ROLES = re.compile(r" (?:and|&|cum) | ?/ ?|, ")
LONGEST = 300
WANTED = 1  # what a name must score to be a person's


# What the kinds of the words before and behind a name (see Segment) say for and against its being a person's,
PERSON_BEFORE = [
    (re.compile(pattern), points)
    for pattern, points in (
        ("H$", 8),
        ("R$", 4),
        ("R[^c]{0,4}c$", 2),
        ("R[wLp]{0,4}pB$", 4),
        ("(?:p|pL|pw|h|f)$", -4),
        ("i$", -5),
    )
]
PERSON_BEHIND = [
    (re.compile(pattern), points)
    for pattern, points in (
        ("N?c[wfNBLs]{0,5}R", 3),
        ("N?c[wf]{0,3}h|cw{0,2}f", 3),
        ("Nh", 1),
        ("p[wL]{0,2}[NB]", 1),
        ("s", -3),
        ("R", -3),
    )
]
# and for and against its being the body of the person whom the passage names.
BODY_BEFORE = [
    (re.compile(pattern), points)
    for pattern, points in (
        ("R[wLpc]{0,5}p[wL]{0,4}$|h[wL]{0,4}$", 5),
        ("R[wL]{0,3}c[wL]{0,2}$", 3),
        ("p[wL]?$", 1),
        ("f[^ch]{0,5}$", -6),
        ("i$", -4),
        ("R$", -1),
    )
]
BODY_BEHIND = [(re.compile(pattern), points) for pattern, points in (("(?:sw{0,2}|w)?L?R", 4), ("s", 1))]


@dataclass(frozen=True)
class Segment:
    """A part of a passage: a (N)ame, (B)ody, (R)ole, (H)onorific, (L)and or city, or a word that joins them."""

    kind: str
    text: str
    start: int
    end: int


def read_english(party, cast):
    """Return the Source of the person whom a passage names, or None."""
    segments = split(party[:LONGEST], cast)
    at = _find_person(segments, cast)
    if at is None:
        return None
    name = segments[at].text
    body = whole_body(_find_body(_without_past(segments, party, at), at), cast)
    if body is None and LEADS_ON.match(party, segments[at].end):
        body = cast.told_of
    roles = [segment for segment in segments if segment.kind == "R"]
    near = min(roles, key=lambda role: abs(role.start - segments[at].start), default=None)
    title = near and _whole_title(party, roles, near)
    known = known_person(name, cast)
    found = Source(Attribution.NAMED, name, None, title, body, "en-named@1")
    if known is None:
        return cast.complete(found)
    role_is_new = body and near
    return replace(
        known,
        title=found.title or known.title,
        organisation=body if role_is_new or not known.organisation else known.organisation,
    )


def _without_past(segments, party, person):
    """Return the Segments without the bodies that a person left: `NAME, once head of A and now a professor at B`."""
    now = NOW.search(party, segments[person].end)
    if now is None or not any(s.kind == "f" and s.start < now.start() for s in segments):
        return segments
    return [
        replace(s, kind="w") if s.kind in "NB" and s.start < now.start() and s != segments[person] else s
        for s in segments
    ]


def _whole_title(party, roles, near):
    """Return the title that roles joined to one another are: `Founder and CEO`, `president & chairman`."""
    start, end = near.start, near.end
    for role in reversed(roles):
        if role.end <= start and JOINED_ROLES.fullmatch(party, role.end, start):
            start = role.start
    for role in roles:
        if role.start >= end and JOINED_ROLES.fullmatch(party, end, role.start):
            end = role.end
    return party[start:end]


def whole_body(name, cast):
    """Return the body that a word of its kind means (`Partner at the Fund`); none for `Packaging head`."""
    is_kind = name and " " not in name and (KINDS.fullmatch(name) or BODY_WORD.fullmatch(name))
    return cast.find_called(name) if is_kind else name


def find_english_bodies(party, cast):
    """Return the names of the bodies that a passage without a person names, likeliest first."""
    segments = split(party[:LONGEST], cast)
    sure = [s.text for s in segments if s.kind == "B"]
    loose = [
        s.text
        for at, s in enumerate(segments)
        if s.kind == "N" and not (at and segments[at - 1].kind == "i") and not known_person(s.text, cast)
    ]
    return [*sure, *loose]


def find_english_names(sentence, cast):
    """Yield the matches of the names of people whom a sentence names without a role: by their form, their age, a later
    `Mr.`, or a verb of saying."""
    for pattern in (PERSON_LIKE, AGED, RELATIVE, SAID_BY, FULL):
        for match in pattern.finditer(sentence):
            name = match["name"]
            is_meant = pattern is not FULL or name.split(" ")[-1] in cast.surnames
            is_name = not (
                NOT_A_NAME.fullmatch(name.split(" ")[0])
                or PLACES.match(name)
                or ACRONYM.search(name)
                or is_english_body(name, cast)
            )
            if is_meant and is_name:
                yield match


def find_surnames(text):
    """Return the single names to which a story gives words or a title of courtesy: `Mr. Haas`, `Haas said`."""
    names = {match[match.lastgroup] for match in SURNAME.finditer(text)}
    return {name for name in names if not NOT_A_NAME.fullmatch(name)}


def find_called_people(text):
    """Return the full names of those to whom a story gives words or a title of courtesy by the surname."""
    called = {match[key] for match in SURNAME.finditer(text) for key in ("name", "said", "inverted", "label")}
    return {match["name"] for match in FULL.finditer(text) if match["name"].split(" ")[-1] in called}


def known_person(name, cast):
    """Return the Source of a person whom the story has introduced by a name or a part of it, or None."""
    words = name.split()

    def is_part(source):
        theirs = source.speaker.split()
        return len(words) < len(theirs) and set(words) <= set(theirs)

    return cast.recall(is_part, "name-again@1") or cast.recall(lambda source: source.speaker == name, "name-again@1")


def split(party, cast):
    """Return the Segments of a passage in order."""
    taken = [Segment("R", m.group(), *m.span()) for m in ROLE["en"].finditer(party) if not _is_in_body(party, m)]
    taken += [Segment("H", m.group(), *m.span()) for m in HONORIFIC["en"].finditer(party)]
    taken += [Segment("L", m.group(), *m.span()) for m in BASED.finditer(party)]
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


def _is_in_body(party, match):
    """Whether the word of a role is part of a name: `Partners Group`, `Chief Semiconductors`."""
    return party[match.end() : match.end() + 1] == "-"


def _before_person(name):
    """Return a name without the person's that runs on behind it: `People's Committee Truong Quoc Dat`."""
    match = re.search(rf" (?:{VIETNAMESE.pattern}|{KOREAN.pattern})$", name)
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
    if before != bare and not _is_person_like(bare):
        rest = bare[len(before) + 1 :]
        return [*_cut_name(before, start, cast), Segment("N", rest, start + len(before) + 1, start + len(bare)), *tail]
    kind = "B" if is_english_body(bare, cast) else "N"
    return [Segment(kind, bare, start, start + len(bare)), *tail]


def is_english_body(name, cast):
    """Whether a name is known to be that of a body, or says so by its words."""
    if BODY_WORD.search(name) and not _is_person_like(name):
        return True
    if any(name == person.speaker for person in (*cast.people, *cast.roster)):
        return False
    return name in cast.bodies or "&" in name or (name.isupper() and 2 <= len(name) <= 6)


def _is_person_like(name):
    return any(pattern.fullmatch(name) for pattern in (KOREAN, VIETNAMESE, INITIALS))


def _find_person(segments, cast):
    """Return the index of the Segment that names a person, or None."""
    best, found = WANTED - 1, None
    for at, segment in enumerate(segments):
        if segment.kind == "N":
            score = _person_score(segments, at, cast)
            if score > best:
                best, found = score, at
    return found


def _person_score(segments, at, cast):
    """Return how much speaks for a name being that of a person."""
    name = segments[at].text
    before, behind = _around(segments, at)
    score = sum(points for pattern, points in PERSON_BEFORE if pattern.search(before))
    score += sum(points for pattern, points in PERSON_BEHIND if pattern.match(behind))
    score += 5 if known_person(name, cast) else 0
    score += 3 if _is_person_like(name) else 0
    if " " in name:
        score += 1 if not re.search(r"[NBp]", before) else 0
        score += 3 if before.endswith(("Bs", "Ns")) else 0
    return score if " " in name or "-" in name else score - 1


def _around(segments, at):
    """Return the kinds of the Segments before and behind one, a letter each."""
    return "".join(s.kind for s in segments[max(0, at - 7) : at]), "".join(s.kind for s in segments[at + 1 : at + 8])


def _find_body(segments, person):
    """Return the name of the body to which a passage says that a person belongs, or None."""
    best, found = 0, None
    for at, segment in enumerate(segments):
        if at == person or segment.kind not in "NB":
            continue
        score = _body_score(segments, at, person)
        if score > best:
            best, found = score, segment.text
    return found


def _body_score(segments, at, person):
    before, behind = _around(segments, at)
    score = sum(points for pattern, points in BODY_BEFORE if pattern.search(before))
    score += sum(points for pattern, points in BODY_BEHIND if pattern.match(behind))
    score += 1 if segments[at].kind == "B" else 0
    if at == person + 2:
        score += 3 if before.endswith("p") else 2 if before.endswith("c") else 0
    if at == person - 2 and behind.startswith("s"):
        score += 4
    return score - abs(at - person) * 0.1
