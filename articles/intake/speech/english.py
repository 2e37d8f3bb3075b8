"""Whom an English passage names: `ROLE NAME`, `BODY ROLE NAME`, `NAME, ROLE of BODY`, `NAME of BODY`, `NAME, who …`."""

import re
from dataclasses import replace

from articles.intake.names.given_names import begins_with_given_name
from articles.intake.names.latin_words import DEMONYM, LATIN_COUNTRIES
from articles.intake.speech.english_names import is_person_like, known_person
from articles.intake.speech.english_segments import split
from articles.intake.speech.latin_words import (
    BODY_WORD,
)
from articles.intake.speech.sources import KINDS, Source
from articles.vocabulary import Attribution

# `at Pacific Gas, where he had worked`: where somebody was, too.
WHERE = re.compile(r",? where (?:he|she|they|both|the two) ")
MET = re.compile(
    r"\b(?:interview|conversation|meeting|call|lunch|email) (?:with|to)(?: the)? $"
    r"|\bwhose (?!company|firm|group|fund|agency|business|start-?up|party|union|practice)[a-z][^,]{0,60}$"
    r"|\bwho (?!is |was |became |becomes |serves? |served |joined |owns? |works? |heads? |leads? |runs? )"
    r"[a-z]+(?: [a-z]+){1,3} (?:of|with|to|about)(?: the)? $"
)
# Who heads a region speaks for it; who is of a country's government does not speak for the country.
OF_A_REGION = re.compile(r"mayor|governor|minister|commissioner", re.I)
GOVERNED = re.compile(r"Ls?R|RpL")
COUNTRY = re.compile(rf"(?:(?:North|South) )?(?:{LATIN_COUNTRIES}|{DEMONYM})s?")
NOW = re.compile(r"\bnow (?=an? |the |[a-z]{3,12} )")
# `NAME, who leads the project`: for the body that is told of.
LEADS_ON = re.compile(r", who (?:leads|heads|oversees|manages|runs) (?:the|its|a|[a-z])")
PREDICATE = re.compile(
    r" (?:also |then |later )?(?:called|calls|told|tells|said|says|described|welcomed|hailed|praised|thanked|blamed"
    r"|urged"
    r"|warned|recalled|joked|laughed|smiled|signed|visited|toured|met|credited|likened|compared|dismissed|announced)\b"
)
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


def read_english(party, cast):
    """Return the Source of the person whom a passage names, or None."""
    segments = split(party[:LONGEST], cast)
    at = _find_person(segments, cast)
    if at is None:
        return None
    name = segments[at].text
    if PREDICATE.match(party, segments[at].end):  # what somebody does tells nothing of his body
        segments = segments[: at + 1]
    body = whole_body(_find_body(_without_past(segments, party, at), at, cast), cast) or _find_region(segments)
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
    segments = [replace(s, kind="w") if s.kind in "NB" and _is_met(party, s) else s for s in segments]
    now = NOW.search(party, segments[person].end)
    if now is None or not any(s.kind == "f" and s.start < now.start() for s in segments):
        return segments
    return [
        replace(s, kind="w") if s.kind in "NB" and s.start < now.start() and s != segments[person] else s
        for s in segments
    ]


def _is_met(party, segment):
    """Whether a person is only said to have been or spoken there: `in an interview with A`, `at A, where he worked`."""
    return WHERE.match(party, segment.end) is not None or MET.search(party[: segment.start]) is not None


def _find_region(segments):
    """Return the region that a passage says that a person governs (`Gujarat's Industries Minister`), or None."""
    kinds = "".join(segment.kind for segment in segments)
    for region in GOVERNED.finditer(kinds):
        at = region.start() + region.group().index("L")
        if not COUNTRY.fullmatch(segments[at].text) and any(
            OF_A_REGION.search(s.text) for s in segments[region.start() : region.end()] if s.kind == "R"
        ):
            return segments[at].text
    return None


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
    sure = [body for s in segments if s.kind == "B" and (body := whole_body(s.text, cast))]
    loose = [
        s.text
        for at, s in enumerate(segments)
        if s.kind == "N" and not (at and segments[at - 1].kind == "i") and not known_person(s.text, cast)
    ]
    return [*sure, *loose]


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
    score += 3 if is_person_like(name) or begins_with_given_name(name) else 0
    if " " in name:
        score += 1 if not re.search(r"[NBp]", before) else 0
        score += 3 if before.endswith(("Bs", "Ns")) else 0
    return score if " " in name or "-" in name else score - 1


def _around(segments, at):
    """Return the kinds of the Segments before and behind one, a letter each."""
    return "".join(s.kind for s in segments[max(0, at - 7) : at]), "".join(s.kind for s in segments[at + 1 : at + 8])


def _find_body(segments, person, cast):
    """Return the name of the body to which a passage says that a person belongs, or None."""
    best, found = 0, None
    for at, segment in enumerate(segments):
        if at == person or segment.kind not in "NB" or (segment.kind == "N" and known_person(segment.text, cast)):
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
