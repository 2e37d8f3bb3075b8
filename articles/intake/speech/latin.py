"""Who says the words between marks in an English or Vietnamese passage: the party beside the verb of saying."""

import re
from dataclasses import replace

from articles.intake.speech.english import find_english_bodies, find_english_names, known_person, read_english
from articles.intake.speech.english_words import ADJUNCT as ENGLISH_ADJUNCT
from articles.intake.speech.english_words import DOCUMENT, INDEFINITE
from articles.intake.speech.latin_words import HONORIFIC, PRONOUN, ROLE, SOMEBODY, THE_BODY, VERB
from articles.intake.speech.sources import ANONYMOUS, Source
from articles.intake.speech.vietnamese import find_named_body, read_vietnamese
from articles.intake.speech.vietnamese_words import ADJUNCT as VIETNAMESE_ADJUNCT
from articles.intake.speech.vietnamese_words import INDEFINITE as VIETNAMESE_INDEFINITE
from articles.intake.speech.vietnamese_words import OF_THE_BODY, THIS_PERSON
from articles.vocabulary import Attribution

ADJUNCT = {"en": ENGLISH_ADJUNCT, "vi": VIETNAMESE_ADJUNCT}
# Where the words around a verb of saying stop being about whoever says it.
PARTY_END = re.compile(
    r"\x00|[;:“”\"]|(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Dr)(?<!Mrs)(?<!Co)(?<!Inc)(?<!Ltd)(?<!Corp)(?<!St)(?<!TP)(?<!TS)"
    r"[.!?](?=\s|$)"
    r"|,? (?:adding|noting|referring|pointing|speaking|when|after|before|during|citing"
    r"|stressing|explaining|in an interview|in a statement|in a press|on (?:Mon|Tues|Wednes|Thurs|Fri"
    r"|Satur|Sun)|tại (?:buổi|lễ|hội|cuộc)|khi |trong (?:buổi|cuộc|khuôn))"
)
CLAUSE = re.compile(
    r"\x00(?:[^\x00”]?”)?|[;:]|(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Dr)(?<!Mrs)[.?!] |, (?:but|and|while|nhưng|còn|và) "
    r"|\b(?:But|And|While|Meanwhile,|However,|Still,|Nhưng|Tuy nhiên,|Trong khi đó,|Còn) "
)
CORPORATE = re.compile(
    r"chief|president|chair|director|manager|CEO|CFO|CTO|COO|founder|giám đốc|chủ tịch|sáng lập|spokes", re.I
)
UNNAMED = replace(ANONYMOUS, rule="unnamed@1")
BY = ("according to", "theo", "dẫn lời", "trích lời")
WIDE = 180
JOINED = re.compile(r"^(?:(?:and|but|also|then|while|before|after|và|nhưng|đồng thời|còn|cũng|rồi)(?:\s|$)){1,3}", re.I)
ADVERB = re.compile(r"(?: (?:cũng|còn|đã|lại|tiếp tục|đồng thời|từng|vừa|sau đó|tiếp)){1,3}$")
REACH = 400


def find_latin_source(words, before, after, language, cast, carried=None):
    """Return the Source that the words around a quotation name, or None.

    What begins a sentence is more often tagged behind (`"…," said NAME`), and what stands inside one before.
    """
    behind, is_close = _tag_behind(words, after, language)
    ahead = _tag_before(before, language)
    parties = [*behind, *ahead] if is_close and not before.strip(" “\"'") else [*ahead, *(behind if is_close else ())]
    for party in parties:
        source = read_party(party, language, cast)
        if source:
            return source
    if carried or is_close:
        return carried
    return next(filter(None, (read_party(party, language, cast) for party in behind)), None)


def _tag_behind(words, after, language):
    """Return (the passages behind words that may name who said them, whether they can be about nothing else)."""
    rest = after.lstrip(" ,.-–—")
    is_dashed = re.match(r"[\s,.]*[-–—]", after) is not None
    is_close = is_dashed or after.lstrip().startswith(",") or words.rstrip()[-1:] in (",", "?", "!", "…", "-", "—")
    behind = PARTY_END.split(rest, maxsplit=1)[0]
    verb = VERB[language].search(behind[:260])
    if verb is None:
        is_party = is_close and (is_dashed or language == "vi")
        return ([behind.strip(" ,–-—")] if is_party and behind.strip() else []), is_close
    lead, follow = behind[: verb.start()].strip(" ,–-"), behind[verb.end() :].strip(" ,–-")
    if not lead:
        return [follow], is_close or verb.group()[:1].islower()
    if verb.group().lower() in BY:
        return [lead, follow], is_close
    return [lead], is_close


def _tag_before(before, language):
    """Return the passages before words that may name who says them."""
    lead = before.rstrip(" “\"'")[-REACH:]
    parties = []
    while lead and not parties:
        clause = _last_clause(lead.rstrip(":"), is_long=language == "vi")
        parties = _parties_of(clause, lead, language)
        lead = lead[: lead.rfind(clause)].rstrip(" ,”“;:\x00") if clause else ""
    return parties


def _parties_of(clause, lead, language):
    """Return the passages of a clause before words that may name who says them."""
    clause = ADJUNCT[language].sub("", clause, count=1)
    verbs = list(VERB[language].finditer(clause))
    parties, reached = [], 0
    for verb in verbs:
        piece = JOINED.sub("", clause[reached : verb.start()].strip(" ,–-"))
        reached = verb.end()
        if verb.group().lower() in BY:
            parties.append(re.split(r"\x00", clause[verb.end() :])[0].strip(" ,:"))
        elif piece:
            parties.append(piece)
            break
        elif language == "en" and re.match(r" (?:[A-ZĐ]|the |an? )", clause[reached:]):
            parties.append(clause[reached:].strip(" ,:"))
            break
    if not verbs and lead.endswith((":", "-", "–", "—")):
        parties.append(clause)
    return [party for party in parties if party]


def _last_clause(text, is_long=False):
    """Return the last clause of a text; a `long` one reaches over its own conjunctions."""
    text = text.strip(" ,")
    cut = 0
    for match in CLAUSE.finditer(text):
        if not is_long or not match.group().startswith(","):
            cut = match.end()
    return text[cut:].strip(' ,–-”"')


def read_party(party, language, cast):
    """Return the Source that a passage names: a pronoun, a name with its role, somebody, or a body; None for none."""
    party = ADJUNCT[language].sub("", party.strip(' ,.”"–-'), count=1)
    if language == "vi":
        party = ADVERB.sub("", party)
    if not party:
        return None
    pronoun = PRONOUN[language].fullmatch(party)
    if pronoun:
        return _recall_pronoun(pronoun, language, cast)
    person = find_person(party, language, cast)
    if person:
        return person
    if language == "vi":
        return _read_vietnamese_party(party, cast)
    return _read_english_party(party, cast)


def find_person(party, language, cast):
    """Return the Source of the person whom a passage names, or None."""
    return read_vietnamese(party, cast) if language == "vi" else read_english(party, cast)


def _recall_pronoun(pronoun, language, cast):
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


def _read_english_party(party, cast):
    bodies = find_english_bodies(party, cast)
    body = bodies[0] if bodies else None
    somebody = SOMEBODY["en"].search(party)
    indefinite = INDEFINITE.search(party)
    role = ROLE["en"].search(party)
    if role and not indefinite and not body:
        known = _recall_role(role.group(), cast)
        if known:
            return known
    if somebody or indefinite:
        title = (somebody or role or indefinite).group().strip()
        return Source(Attribution.ANONYMOUS, title=title, organisation=body, rule="unnamed@1")
    if role and not body:
        return Source(Attribution.ANONYMOUS, title=role.group(), rule="unnamed@1")
    if THE_BODY["en"].fullmatch(party):
        return _the_body(cast)
    if body:
        return Source(Attribution.ORGANISATION, organisation=body, rule="body@1")
    if DOCUMENT.search(party):
        return _the_body(cast)
    return None


def _the_body(cast):
    return cast.told_of and Source(Attribution.ORGANISATION, organisation=cast.told_of, rule="the-body@1")


def _read_vietnamese_party(party, cast):
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
            body = cast.told_of
        return Source(Attribution.ANONYMOUS, title=title, organisation=body, rule="unnamed@1")
    if role and body and role.start() == 0:
        return Source(Attribution.ANONYMOUS, title=role.group(), organisation=body, rule="unnamed@1")
    if THE_BODY["vi"].fullmatch(party):
        return _the_body(cast)
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


def find_latin_people(sentence, language, cast):
    """Return the Sources of everybody whom a sentence introduces with a role."""
    people = []
    for titled in HONORIFIC["vi"].finditer(sentence) if language == "vi" else ():
        source = read_vietnamese(sentence[titled.start() : titled.end() + WIDE].split("\x00")[0], cast)
        if source and " " in source.speaker:
            people.append(replace(source, rule="introduced@1"))
    for match in find_english_names(sentence, cast) if language == "en" else ():
        source = read_english(re.split(r"\x00|[“”\":;]", sentence[match.start("name") : match.end() + WIDE])[0], cast)
        is_same = source and source.speaker == match["name"]
        named = source if is_same else known_person(match["name"], cast)
        people.append(replace(named or Source(Attribution.NAMED, match["name"]), rule="introduced@1"))
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
        return _recall_pronoun(pronoun, language, cast)
    source = find_person(lead, language, cast)
    if (
        source
        and lead.find(source.speaker.split()[-1]) < NEAR_START
        and (source.title or cast.is_known(source.speaker))
    ):
        return source
    verb = FINITE.search(lead)
    subject = lead[: verb.start()] if verb else ""
    if (
        language == "en"
        and re.match(r"(?:An?|One|Another) ", subject)
        and (SOMEBODY["en"].search(subject) or ROLE["en"].search(subject))
    ):
        return _read_english_party(subject, cast)
    if language == "vi" and re.match(r"Một ", lead) and SOMEBODY["vi"].search(lead[:40]):
        return _read_vietnamese_party(lead, cast)
    return None


REACH_OF_SUBJECT = 140
NEAR_START = 60
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|does|did|said|says|told|tells|agrees?|agreed"
    r"|\w{3,12}ed)\b"
)
PRONOUN_SUBJECT = {
    "en": re.compile(r"(?P<word>he|she) ", re.I),
    "vi": re.compile(r"(?P<word>ông|bà|anh|chị|vị này|người này) (?=[a-zđà-ỹ])", re.I),
}


def find_latin_topic(sentence, language, cast):
    """Return the body that begins a sentence, or None."""
    lead = ADJUNCT[language].sub("", sentence[:160], count=1)
    bodies = find_english_bodies(lead, cast) if language == "en" else [find_named_body(lead, cast)]
    return next((body for body in bodies if body and body in cast.bodies and lead.find(body) < 40), None)


def is_corporate(title):
    """Whether a title is one that companies give."""
    return CORPORATE.search(title or "") is not None
