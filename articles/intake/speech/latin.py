"""Who says the words between marks in an English or Vietnamese passage: the party beside the verb of saying."""

import re
from dataclasses import replace

from articles.intake.speech.capitals import (
    NAME,
    NOT_A_NAME,
    OWNER,
    PERSON,
    blotted,
    find_bodies_in,
    without_lead,
)
from articles.intake.speech.latin_words import (
    CAPITALISED,
    HONORIFIC,
    PRONOUN,
    ROLE,
    SOMEBODY,
    THE_BODY,
    VERB,
)
from articles.intake.speech.sources import Source
from articles.intake.speech.vietnamese import read_vietnamese
from articles.vocabulary import Attribution

# Where the words around a verb of saying stop being about whoever says it.
PARTY_END = re.compile(
    r"\x00|[;:“”\"]|(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Dr)(?<!Mrs)(?<!Co)(?<!Inc)(?<!Ltd)(?<!Corp)(?<!St)\.(?=\s|$)"
    r"|,? (?:adding|noting|referring|pointing|speaking|as|while|when|after|before|during|who|which|citing"
    r"|stressing|explaining|in an interview|in a statement|in a press|at a |on (?:Mon|Tues|Wednes|Thurs|Fri"
    r"|Satur|Sun)|tại (?:buổi|lễ|hội|cuộc)|khi |trong (?:buổi|cuộc|khuôn))"
)


CLAUSE = re.compile(
    r"\x00[”\"]?|[;:]|(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Dr)(?<!Mrs)\. |, (?:but|and|while|nhưng|còn"
    r"|và) |\b(?:But|And|While|Meanwhile,|However,|Still,|Nhưng|Tuy nhiên,|Trong khi đó,) "
)


CORPORATE = re.compile(
    r"chief|president|chair|director|manager|CEO|CFO|CTO|COO|founder|giám đốc|chủ tịch"
    r"|sáng lập",
    re.I,
)


def find_latin_source(before, after, language, cast):
    """Return the Source that the words around a quotation name, or None."""
    for party in _parties(before, after, language):
        source = read_party(party, language, cast)
        if source:
            return source
    return None


def _parties(before, after, language):
    """Yield the passages that may name who speaks, likeliest first."""
    lead = before.rstrip()
    announced = lead.endswith((":", ",", "–", "-")) or re.search(r"\b(?:that|rằng|là)$", lead)
    said_before = list(VERB[language].finditer(lead[-400:]))
    if said_before and announced:
        yield from _before_verb(lead[-400:], said_before[-1], language)
    if lead.endswith(":") and not said_before:
        yield _last_clause(lead[:-1])
    behind = PARTY_END.split(_open(after), maxsplit=1)[0]
    verb = VERB[language].search(behind[:240])
    if verb:
        ahead = behind[: verb.start()].strip(" ,–-")
        follow = behind[verb.end() :].strip(" ,–-")
        if verb.group().lower() in ("according to", "theo"):
            yield follow
        yield from filter(None, (ahead, follow))
    elif _open(after).startswith(("-", "–", "—")) or (language == "vi" and re.match(r",? (?:ông|bà|lời) ", after)):
        yield behind.strip(" ,–-—")
    if said_before:
        yield from _before_verb(lead[-400:], said_before[-1], language)


def _open(after):
    return after.lstrip(' ,.”"')


def _before_verb(lead, verb, language):
    if verb.group().lower() in ("according to", "theo"):
        yield lead[verb.end() :].strip(" ,:")
        return
    yield _last_clause(lead[: verb.start()])
    if language == "en" and verb.group().lower() in ("said", "says", "added", "told"):
        rest = lead[verb.end() :].strip(" ,:")
        if re.match(rf"(?:(?:Mr|Ms|Dr|Mrs)\.? )?{CAPITALISED}", rest):
            yield rest


def _last_clause(text):
    text = text.strip(" ,")
    cut = 0
    for match in CLAUSE.finditer(text):
        cut = match.end()
    return text[cut:].strip(" ,–-")


def read_party(party, language, cast):
    """Return the Source that a passage names: a pronoun, a name with its role, somebody, or a body; None for none."""
    party = party.strip(' ,.”"–-')
    if not party:
        return None
    if PRONOUN[language].fullmatch(party):
        return cast.latest and replace(cast.latest, rule="back-reference@1")
    person = find_person(party, language, cast)
    if person:
        return person
    somebody = SOMEBODY[language].search(party)
    bodies = find_bodies_in(party, cast)
    if somebody and not (bodies and bodies[0][0] > somebody.end() + 40):
        return _read_somebody(party, somebody, bodies, language, cast)
    if bodies:
        return Source(Attribution.ORGANISATION, organisation=bodies[-1][2], rule="body@1")
    if THE_BODY[language].fullmatch(party):
        return Source(Attribution.ORGANISATION, organisation=cast.told_of, rule="the-body@1")
    return None


def _read_somebody(party, somebody, bodies, language, cast):
    word = somebody.group()
    body = bodies[0][2] if bodies else None
    if language == "vi" and word.lower() in ("đại diện", "lãnh đạo"):
        if body:
            return Source(Attribution.ANONYMOUS, title=word, organisation=body, rule="unnamed@1")
        if re.search(r"công ty|doanh nghiệp|tập đoàn", party):
            return Source(Attribution.ANONYMOUS, title=word, rule="unnamed@1")
    return Source(Attribution.ANONYMOUS, title=word, organisation=body, rule="unnamed@1")


def find_person(party, language, cast):
    """Return the Source of the person whom a passage names, or None."""
    recalled = _recall_part(party, language, cast)
    if recalled:
        return recalled
    return read_vietnamese(party, cast) if language == "vi" else _read_english(party, language, cast)


def _recall_part(party, language, cast):
    bare = HONORIFIC[language].sub("", party).strip(" ,.")
    match = PERSON.search(bare)
    if not match:
        return None
    words = [word for word in (m.group() for m in PERSON.finditer(bare)) if not NOT_A_NAME.fullmatch(word)]
    for name in words[:2]:
        name = OWNER.sub("", name)
        found = cast.recall(lambda source, n=name: n == source.speaker or n in source.speaker.split(), "name-again@1")
        if found:
            role = ROLE[language].search(bare)
            bodies = [body for _s, _e, body in find_bodies_in(bare, cast) if found.speaker not in body]
            is_new = name == found.speaker and role and bodies
            return replace(found, organisation=bodies[-1]) if is_new else found
    return None


def _read_english(party, language, cast):
    """Return the Source of `NAME, ROLE of BODY`, `BODY ROLE NAME`, `BODY's ROLE, NAME` or `NAME`."""
    bare = HONORIFIC[language].sub("", party)
    roles = [(*match.span(), match.group()) for match in ROLE["en"].finditer(bare)]
    blank = blotted(bare, roles)
    bodies = find_bodies_in(blank, cast)
    people = _names_of_people(blank, bodies)
    person = next((name for name in people if len(name.split()) > 1 or "-" in name or bare != party), None)
    if person is None and roles and (len(people) > 1 or (people and bodies)):
        person = people[-1]
    if person is None:
        return None
    named = [name for _start, _end, name in bodies if name != person]
    beside = [name for name in people if name != person and roles]
    owners = [OWNER.sub("", match.group()) for match in NAME.finditer(blank) if OWNER.search(match.group())]
    body = next(iter([*named, *beside, *owners]), None)
    title = roles[0][2] if roles else None
    return cast.complete(Source(Attribution.NAMED, person, None, title, body, f"{language}-named@1"))


def _names_of_people(blank, bodies):
    """Return the capitalised names of a passage that are none of its bodies."""
    people = []
    for match in NAME.finditer(blank):
        name = without_lead(OWNER.sub("", match.group()).strip(" .,"))
        is_body = any(start <= match.start() < end for start, end, _name in bodies)
        if not is_body and not NOT_A_NAME.fullmatch(name) and not OWNER.search(match.group()):
            people.append(name)
    return people


def find_latin_people(sentence, language, cast):
    """Return the Sources of everybody whom a sentence introduces with a role."""
    people = []
    for role in ROLE[language].finditer(sentence):
        first = max(0, role.start() - 90)
        low = max(sentence.rfind(". ", first, role.start()), sentence.rfind("; ", first, role.start()), first)
        window = sentence[low : role.end() + 90]
        window = re.split(r"\x00|[“”\":]", window[role.start() - low :])[0]
        ahead = re.split(r"\x00|[“”\":]", sentence[low : role.start()])[-1]
        cut = VERB[language].search(window)
        passage = (ahead + (window[: cut.start()] if cut else window)).strip()
        source = read_vietnamese(passage, cast) if language == "vi" else _read_english(passage, language, cast)
        if source and source.speaker and source.title:
            people.append(replace(source, rule="introduced@1"))
    return people


def find_latin_topic(sentence, cast):
    """Return the body that begins a sentence, or None."""
    bodies = find_bodies_in(sentence[:120], cast)
    return bodies[0][2] if bodies and bodies[0][0] < 40 else None


def is_corporate(title):
    """Whether a title is one that companies give."""
    return CORPORATE.search(title or "") is not None
