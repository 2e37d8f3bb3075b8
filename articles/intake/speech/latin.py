"""Who says the words between marks in an English or Vietnamese passage: the party beside the verb of saying."""

import re

from articles.intake.speech.latin_parties import ADJUNCT, read_party
from articles.intake.speech.latin_words import BY, VERB

# Where the words around a verb of saying stop being about whoever says it.
PARTY_END = re.compile(
    r"\x00|[;:“”\"]"
    r"|(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Dr)(?<!Mrs)(?<!Co)(?<!Inc)(?<!Ltd)(?<!Corp)(?<!St)(?<!Prof)(?<!Gov)(?<!Sen)(?<!Rep)(?<!Gen)(?<!Capt)(?<!TP)(?<!TS)"
    r"[.!?](?=\s|$)"
    r"|,? (?:adding|noting|referring|pointing|speaking|when|after|before|during|citing"
    r"|stressing|explaining|in an interview|in a statement|in a press|on (?:Mon|Tues|Wednes|Thurs|Fri"
    r"|Satur|Sun)|tại (?:buổi|lễ|hội|cuộc)|khi |trong (?:buổi|cuộc|khuôn))"
)
CLAUSE = re.compile(
    r"\x00(?:[^\x00”]?”)?|[;:]"
    r"|(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Dr)(?<!Mrs)(?<!Prof)(?<!Gov)(?<!Sen)(?<!Rep)(?<!Gen)(?<!Capt)[.?!] |, (?:but|and"
    r"|while|nhưng|còn|và) "
    r"|\b(?:But|And|While|Meanwhile,|However,|Still,|Nhưng|Tuy nhiên,|Trong khi đó,|Còn) "
)
JOINED = re.compile(r"^(?:(?:and|but|also|then|while|before|after|và|nhưng|đồng thời|còn|cũng|rồi)(?:\s|$)){1,3}", re.I)
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
