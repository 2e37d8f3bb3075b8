"""Whom a passage beside a verb of saying names: a person, a pronoun, somebody without a name, or a body."""

import re
from dataclasses import replace

from articles.intake.speech.english import find_english_bodies, read_english
from articles.intake.speech.english_words import ADJUNCT as ENGLISH_ADJUNCT
from articles.intake.speech.english_words import DOCUMENT, INDEFINITE
from articles.intake.speech.latin_words import PRONOUN, ROLE, SOMEBODY, THE_BODY
from articles.intake.speech.sources import ANONYMOUS, Source
from articles.intake.speech.vietnamese import find_named_body, read_vietnamese
from articles.intake.speech.vietnamese_words import ADJUNCT as VIETNAMESE_ADJUNCT
from articles.intake.speech.vietnamese_words import INDEFINITE as VIETNAMESE_INDEFINITE
from articles.intake.speech.vietnamese_words import OF_THE_BODY, THIS_PERSON
from articles.vocabulary import Attribution

ADJUNCT = {"en": ENGLISH_ADJUNCT, "vi": VIETNAMESE_ADJUNCT}
UNNAMED = replace(ANONYMOUS, rule="unnamed@1")
# `said the chairman, 74, pouring tea`, `the executive said`: a person whom the story has named before.
THE_PERSON = re.compile(
    rf"(?:the|this) (?:[a-z-]{{2,12}} )?(?P<role>{ROLE['en'].pattern}|businessman|businesswoman|entrepreneur"
    rf"|diplomat|veteran"
    r"|legislator|politician|physician|scholar)(?=,|$| (?:who|with|and|as|also|then)\b)",
    re.I,
)
GENERIC = re.compile(
    r"(?:executive|official|businessm[ae]n|businesswoman|entrepreneur|leader|boss|diplomat|lawmaker|veteran|legislator"
    r"|politician|scholar|physician|chief)",
    re.I,
)
DESCRIBED = re.compile(r"[Tt]he (?![a-z]{1,12}s\b)|[A-Z]")
NOBODY_KNOWN = re.compile(r"official|spokes|analyst|representative|resident|worker|engineer|s$", re.I)
ADVERB = re.compile(r"(?: (?:cũng|còn|đã|lại|tiếp tục|đồng thời|từng|vừa|sau đó|tiếp)){1,3}$")


def read_party(party, language, cast):
    """Return the Source that a passage names: a pronoun, a name with its role, somebody, or a body; None for none."""
    party = ADJUNCT[language].sub("", party.strip(' ,.”"–-'), count=1)
    if language == "vi":
        party = ADVERB.sub("", party)
    if not party:
        return None
    pronoun = PRONOUN[language].fullmatch(party)
    if pronoun:
        return recall_pronoun(pronoun, language, cast)
    person = find_person(party, language, cast)
    if person:
        return person
    if language == "vi":
        return read_vietnamese_party(party, cast)
    return _recall_this_person(party, cast) or read_english_party(party, cast)


def find_person(party, language, cast):
    """Return the Source of the person whom a passage names, or None."""
    return read_vietnamese(party, cast) if language == "vi" else read_english(party, cast)


def recall_pronoun(pronoun, language, cast):
    """Return the Source of the latest person whom a pronoun can mean."""
    word = pronoun["word"].lower()
    if word in ("vị này", "người này") and cast.last:
        return replace(cast.latest or cast.last, rule="back-reference@1")
    form = word.split()[0]

    def is_meant(source):
        return cast.forms.get(source.speaker, form) == form

    latest = cast.latest
    if latest and latest.speaker and is_meant(latest):
        return replace(cast.complete(latest), rule="back-reference@1")
    if latest and latest.attribution == Attribution.ANONYMOUS:
        return replace(latest, rule="back-reference@1")
    return cast.recall(is_meant) or UNNAMED


# `The metal workers' union, which represents 2,800 of them,`: a body without a name of its own.
UNION = re.compile(
    r"(?:the )?(?P<name>(?:[a-z][\w'’-]{1,14} ){1,4}(?:union|association|federation|cooperative|alliance|coalition))"
    r"(?=,|$| (?:that|which) )",
    re.I,
)


def read_english_party(party, cast):
    bodies = find_english_bodies(party, cast)
    body = bodies[0] if bodies else None
    if not body and (union := UNION.match(party)):
        return Source(Attribution.ORGANISATION, organisation=union["name"], rule="body@1")
    return _read_somebody(party, body, cast)


def _read_somebody(party, body, cast):
    """Return the Source of whom an English passage means by a role or a general noun, else of the body it names."""
    somebody = SOMEBODY["en"].search(party)
    indefinite = INDEFINITE.search(party)
    role = ROLE["en"].search(party)
    if role and body and (meant := _recall_described(party, role.group(), body, cast)):
        return meant
    if role and not indefinite and not body:
        known = _recall_role(role.group(), cast)
        if known:
            return known
    nobody = somebody or indefinite or (None if body else role)
    if nobody:
        title = (somebody or role or nobody).group().strip()
        return Source(Attribution.ANONYMOUS, title=title, organisation=body, rule="unnamed@1")
    if THE_BODY["en"].fullmatch(party):
        return _those_told_of(party, cast) or _the_body(cast, party)
    if body:
        return Source(Attribution.ORGANISATION, organisation=body, rule="body@1")
    if DOCUMENT.search(party):
        return _the_body(cast)
    return None


def _those_told_of(party, cast):
    """Return the Source of the people without names whom `they` means, or None."""
    is_plural = party.lower().split()[-1] == "they" and cast.focus
    return cast.focus if is_plural and cast.focus.attribution == Attribution.ANONYMOUS else None


def _recall_described(party, role, body, cast):
    """Return the Source of the person just told of whom `the chief executive of BODY` tells more about, or None."""
    latest = cast.latest
    if NOBODY_KNOWN.search(role) or not (DESCRIBED.match(party) and latest and latest.speaker):
        return None
    known = cast.complete(latest)
    if known.title and role.lower() not in known.title.lower():
        return None
    if known.organisation and not (body in known.organisation or known.organisation in body):
        return None
    return replace(known, title=known.title or role, organisation=known.organisation or body, rule="described@1")


def _recall_this_person(party, cast):
    """Return the Source of the person whom `the chairman, 74, …` or `the executive` means, or None."""
    meant = THE_PERSON.match(party)
    if meant is None:
        return None
    word, latest = meant["role"], cast.latest
    if cast.unnamed is latest and latest and word.lower() in (latest.title or "").lower():
        return replace(latest, rule="back-reference@1")
    known = ROLE["en"].fullmatch(word) and _recall_role(word, cast)
    if known or not (GENERIC.fullmatch(word) and latest and latest.speaker):
        return known or None
    return replace(cast.complete(latest), rule="back-reference@1")


def _the_body(cast, called=""):
    """Return the Source of the body that is told of, or that `the ministry`, `cục này` calls by what it is."""
    body = cast.find_called(called) or cast.told_of
    return body and Source(Attribution.ORGANISATION, organisation=body, rule="the-body@1")


def read_vietnamese_party(party, cast):
    body = find_named_body(party, cast)
    somebody = SOMEBODY["vi"].search(party)
    indefinite = VIETNAMESE_INDEFINITE.search(party)
    role = ROLE["vi"].search(party)
    if THIS_PERSON.search(party) or (role and role.start() == 0 and not indefinite):
        known = (role and _recall_role(role.group(), cast, body)) or (
            cast.latest if THIS_PERSON.search(party) else None
        )
        if known:
            return replace(known, rule="back-reference@1")
    if somebody or indefinite:
        is_owned = body and not indefinite or body and body in party[(somebody or indefinite).start() :]
        title = (somebody or role or indefinite).group().strip()
        body = body if is_owned else None
        if body is None and OF_THE_BODY.search(party):
            body = cast.find_called(party) or cast.told_of
        return Source(Attribution.ANONYMOUS, title=title, organisation=body, rule="unnamed@1")
    if role and body and role.start() == 0:
        return Source(Attribution.ANONYMOUS, title=role.group(), organisation=body, rule="unnamed@1")
    if THE_BODY["vi"].fullmatch(party):
        return _the_body(cast, party)
    if body:
        return Source(Attribution.ORGANISATION, organisation=body, rule="body@1")
    return None


def _recall_role(role, cast, body=None):
    """Return the Source of the latest person who bears a title that `the minister`, `Thứ trưởng` means, or None."""
    key = role.lower()
    short = key.split()[-1]

    def is_of_body(source):
        return body is None or source.organisation is None or body in source.organisation or source.organisation in body

    return cast.recall(
        lambda source: key in (source.title or "").lower() and is_of_body(source), "title-again@1"
    ) or cast.recall(
        lambda source: short in (source.title or "").lower().split() and is_of_body(source), "title-again@1"
    )
