"""Which names of an English story are those of people: by their form, their age, a verb of saying, a title."""

import re
from collections import Counter

from articles.intake.names.given_names import begins_with_given_name, find_given_names
from articles.intake.names.latin_words import VIETNAMESE_PERSON, VIETNAMESE_SURNAME
from articles.intake.speech.capitals import NOT_A_NAME
from articles.intake.speech.english_words import PLACES
from articles.intake.speech.latin_words import BODY_WORD, CAPITALISED, ROLE
from articles.text import LATIN_CAPITALS

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
    rf"|{COMMON_SURNAME}(?: [A-Z][a-z]{{1,6}}){{2,3}}"
    rf"|(?=[\w ]{{2,24}}[ăâđêôơưẠ-ỹ]){VIETNAMESE_PERSON.pattern})(?![\w-])"
)
AGED = re.compile(rf"(?P<name>{CAPITALISED} {CAPITALISED}), (?:aged )?\d\d(?: years old)?,")
LEADS_TO_NAME = "".join(f"|(?<= {word} )" for word in ("and", "by", "with", "to", "from", "of", "as", "when", "for"))
FULL = re.compile(
    rf"(?:(?<![\w-] ){LEADS_TO_NAME})"
    rf"(?P<name>[{LATIN_CAPITALS}][a-zÀ-ỹ]{{1,12}}(?: [A-Z][a-zÀ-ỹ.]{{0,12}})? {CAPITALISED})"
)
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
POSSESSIVE = re.compile(r"['’]s?$")
# `the city of Cedar Falls`, `Cedar Falls City Council`
TOWN = re.compile(
    r"\b(?:[Cc]ity|[Tt]own|[Vv]illage|[Bb]orough) of (?P<town>[A-Z]\w+(?: [A-Z]\w+){0,2})"
    r"|\b(?P<seat>[A-Z]\w+(?: [A-Z]\w+)?) (?:[Cc]ity|[Tt]own) (?:[Cc]ouncil|[Hh]all)\b"
)
STATES = re.compile(
    r"\b(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois"
    r"|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri"
    r"|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma"
    r"|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia"
    r"|Wisconsin|Wyoming)\b"
)
ACRONYM = re.compile(r"\b[A-Z]{2,}\b")


def find_english_names(sentence, cast):
    """Yield (start, end) of the names of people whom a sentence names without a role: by their form, their age, a later
    `Mr.`, a given name, or a verb of saying."""
    for pattern in (PERSON_LIKE, AGED, RELATIVE, SAID_BY, FULL):
        for match in pattern.finditer(sentence):
            start = match.start("name") + _length_of_role(match["name"])
            name = sentence[start : match.end("name")].rstrip(".")
            if (pattern is not FULL or _last(name) in cast.surnames) and _is_name(name, cast):
                yield start, start + len(name)
    for match in find_given_names(sentence):
        name = POSSESSIVE.sub("", match["name"])
        if _is_name(name, cast):
            yield match.start("name"), match.start("name") + len(name)


def _last(name):
    return name.rsplit(" ", 1)[-1]


def _length_of_role(name):
    """Return how much of a name before its last two words is a role: `Commissioner Hal Dockery`."""
    first, _space, rest = name.partition(" ")
    return len(first) + 1 if " " in rest and ROLE["en"].fullmatch(first) else 0


def _is_name(name, cast):
    return not (
        NOT_A_NAME.fullmatch(name.split(" ")[0])
        or PLACES.match(name)
        or ACRONYM.search(name)
        or is_english_body(name, cast)
    )


def find_surnames(text):
    """Return the single names to which a story gives words or a title of courtesy: `Mr. Haas`, `Haas said`."""
    names = {match[match.lastgroup] for match in SURNAME.finditer(text)}
    return {name for name in names if not NOT_A_NAME.fullmatch(name)}


def find_called_people(text):
    """Return the full names of those to whom a story gives words, a title of courtesy or a given name."""
    called = {match[key] for match in SURNAME.finditer(text) for key in ("name", "said", "inverted", "label")}
    full = {name for match in FULL.finditer(text) if _last(name := match["name"].rstrip(".")) in called}
    full = {name for name in full if not NOT_A_NAME.fullmatch(name.split(" ")[0])}
    given = {POSSESSIVE.sub("", match["name"]) for match in find_given_names(text)}
    return full | {name for name in given if not BODY_WORD.search(name)}


def find_town(text):
    """Return the town that a story names as a body (`the city of Cedar Falls`), or None."""
    named = TOWN.search(text)
    return named and (named["town"] or named["seat"])


def find_state(text):
    """Return the American state that a story names most, or None: its governor speaks for it."""
    named = Counter(STATES.findall(text)).most_common(1)
    return named[0][0] if named else None


def known_person(name, cast):
    """Return the Source of a person whom the story has introduced by a name or a part of it, or None."""
    words = name.split()

    def is_part(source):
        theirs = source.speaker.split()
        return len(words) < len(theirs) and set(words) <= set(theirs)

    return cast.recall(is_part, "name-again@1") or cast.recall(lambda source: source.speaker == name, "name-again@1")


def is_english_body(name, cast):
    """Whether a name is known to be that of a body, or says so by its words."""
    if BODY_WORD.search(name) and not (is_person_like(name) or _is_trade_surname(name)):
        return True
    if begins_with_given_name(name) or any(name == person.speaker for person in (*cast.people, *cast.roster)):
        return False
    return name in cast.bodies or "&" in name or (name.isupper() and 2 <= len(name) <= 6)


def _is_trade_surname(name):
    """Whether a family name behind a given one is a trade by which companies are called, too: `Kathy Brewer`."""
    words = name.split()
    return len(words) == 2 and words[1].endswith(("er", "or")) and begins_with_given_name(name)


def is_person_like(name):
    return any(pattern.fullmatch(name) for pattern in (KOREAN, VIETNAMESE, INITIALS))
