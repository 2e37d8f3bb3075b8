"""Who invests, in a Korean sentence: the giver, the subject, the owner or the body that an amount describes."""

import re

from articles.intake.sums.bodies import is_body
from articles.intake.sums.words import (
    COMPANY_TAIL,
    COUNTRY,
    GOVERNMENT,
    GOVERNMENTAL,
    NAMED_LIKE_COMPANY,
    NO_GOVERNMENT,
    THE_COMPANY,
    TIME_WORD,
    VERBAL,
)
from articles.text import last_noun_phrase, strip_particle

NO_FORENAME = re.compile(f"{COUNTRY.pattern}|{TIME_WORD.pattern}")
# `베트남에는`, `지난해에는` say where and when; such a topic is no subject.
ADVERBIAL = re.compile(r".+(?:에|에서|에게|으로|까지|부터|와|과|보다|만큼|대로)[는은]")
RAISES = re.compile(
    r"투자(?:를|금을|금|금까지|도)?\s?(?:유치|받|확보|따내|끌어)|유치(?:했|하|한|에)|조달(?:했|하|한)|출자(?:를"
    r"|금을)?\s?받|수혈|끌어\s?(?:모|들|왔)|실탄|펀딩"
)
FROM = re.compile(
    r"(?<!\S)(?P<name>\S{2,30}?(?: \S{2,12}?)?)(?:\s등)?(?:\s\d+개?\s?(?:사|곳))?(?:으로부터|로부터|에게서|에게|에서)\s"
)
LED = re.compile(r"(?P<name>\S{2,30}?)(?:이|가)\s(?:주도|이끈|이끄|리드|주관|앵커)")
# The owner of an amount or of what it buys: `가람의 3억 달러 투자`.
OWNER = re.compile(r"(?P<name>\S{2,30})의\s(?:(?!지분|주식|신주|경영권)\S{0,11}[^\s을를에로]\s){0,3}$")
FIRST_OWNER = re.compile(r"^(?:\S{1,6}\s)?(?P<name>\S{2,24}?)의\s")
BULLETS = "△▲▷○■·ㆍ"
BULLET = re.compile(r"[△▲▷·ㆍ]\s?(?P<name>\S{2,24}(?: \S{2,12})?)\s?[(:]?$")
ADJACENT = re.compile(
    r"(?:^|[\s△▲▷·,(ㆍ:])(?P<name>[^\s△▲▷·,(ㆍ:]{2,24}?)[은는이가]?\s?[:(]?\s?(?:약|총|각각|최대)?\s?$"
)
DESCRIBES = re.compile(r"[한던할은는린운킨]\s(?=(?P<words>\S{2,20}(?:\s\S{2,20}){0,3}))")
BEHIND = re.compile(r"(?:^|\s)(?P<word>[가-힣A-Za-z0-9&]{1,20}[이가은는])(?=[\s,])")
AGREEMENT = re.compile(r"협약|양해각서|MOU|계약|협정")
REVEALED = re.compile(
    r"(?:곳|쪽|회사|기업|업체|투자자|큰손)[은는]\s(?:\S{1,10}\s){0,3}?(?P<name>[가-힣A-Za-z0-9&]{2,16}?)(?:이다"
    r"|다|였다|이었다)\."
)
PARTNER = re.compile(r"(?<!\S)(?P<name>\S{2,30}?(?: \S{2,12}?)?)(?:과의|와의|과|와|의)\s")
COMMON_END = re.compile(
    r".*(?:협회|기업|업체|회사|사업|공장|시장|산업|정부|부문|지역|국가|관계|지분|주식)|[가-힣]{1,2}"
)
ADNOMINAL = re.compile(r"[가-힣]{1,6}(?:는|던|[한된할될운린간])")
BRACKET = re.compile(r"\((?P<inner>[^()]{0,60})\)")
JOINT = "\ue000"  # keeps the words of one name together where a passage is cut at its spaces
LATIN_WORDS = re.compile(r"[A-Z][\wÀ-ỹ&.'’-]{0,30}(?: [\wÀ-ỹ&.'’-]{1,30}){1,4}")
LISTED = re.compile(
    r"(?<!\S)(?P<first>\S{2,24}?)(?:와|과|,|·|\s및)\s?(?P<second>\S{2,24}(?: \S{2,12}){0,3}?)(?:은"
    r"|는|이|가)(?=\s)"
)


def find_korean_investor(before, after, bodies, recalled=None):
    """Return (name or None, how sure: 2 said so, 1 the subject, 0 assumed) for an amount between two passages.

    `recalled` is what `이 회사는` means. A public body as the subject of the verb gives (GOVERNMENTAL, 2).
    """
    before = _without_brackets(before)
    if RAISES.search(after[:60]):
        return _giver(before, after, bodies)
    beside = _beside(before, bodies)
    if beside:
        return beside, 2
    subject = _subject(before, bodies, recalled)
    if subject == GOVERNMENTAL:
        return _partner(before, bodies) or _behind(after, bodies, recalled) or GOVERNMENTAL, 2
    if subject:
        return subject, 1
    other = _behind(after, bodies, recalled) or _party(before, after, bodies) or _likely(FIRST_OWNER.search(before))
    return (other, 1) if other else (None, 0)


def find_pair(passage, bodies):
    """Return the two bodies that a passage joins as one subject (`A와 B는`), or None."""
    for match in reversed(list(LISTED.finditer(_without_brackets(passage)[-200:]))):
        first, second = (_described(match[key].split(), bodies) or match[key] for key in ("first", "second"))
        if bodies.knows(first) and bodies.knows(second):
            return [first, second]
    return None


def find_topic(sentence, bodies, recalled=None):
    """Return the body that a sentence is about, which the next may leave unsaid, or None."""
    revealed = REVEALED.search(sentence[:400])
    if revealed and _may_invest(revealed["name"]):
        return revealed["name"]
    words = _without_brackets(sentence[:400]).split()
    for particles in ("은는", "이가"):
        for at, word in enumerate(words):
            stem = _stem(word, particles)
            name = stem and _whole_name(stem, " ".join(words[max(0, at - 4) : at]))
            if stem and _means_the_company(stem, name):
                return recalled
            if name and bodies.knows(name):
                return bodies.complete(name)
    return None


def find_leader(passage):
    """Return who leads the funding round that a passage speaks of, or None."""
    match = LED.search(passage)
    return match["name"] if match and _may_invest(match["name"]) else None


def _giver(before, after, bodies):
    """Return who gives what somebody raises: `B로부터 … 유치했다`; the one who raises it does not invest."""
    around = before[-160:] + " " + after[:80]
    for pattern in (LED, FROM):
        for match in pattern.finditer(around):
            name = match["name"].split(",")[-1].strip()
            words = name.split()
            if len(words) == 2 and not COMPANY_TAIL.fullmatch(words[1]) and not bodies.knows(name):
                name = words[1]
            if _may_invest(name):
                return _whole_name(name, around[: match.start("name")]), 2
    owner = _known(OWNER.search(before), bodies)
    return (owner, 2) if owner else (None, 2)


def _partner(before, bodies):
    """Return the body that a public one agrees with or speaks of: `전남도는 가나전자와 3천억 원 규모의 협약을`."""
    for match in reversed(list(PARTNER.finditer(before))):
        name = _known(match, bodies) or _likely(match)
        if name:
            return name
    return None


def _party(before, after, bodies):
    """Return the body named last before an amount that an agreement is about, whoever signs it with it."""
    if not AGREEMENT.search(after[:60]):
        return None
    near = before[-80:]
    return max((name for name in bodies.named if name in near), key=near.rfind, default=None)


def _likely(match):
    """Return the name of a match when nothing speaks against its being a body."""
    name = match and match["name"].split()[-1]
    return name if name and is_body(name, "ko") and not _is_public(name) and not COMMON_END.fullmatch(name) else None


def _may_invest(name):
    return COMPANY_TAIL.fullmatch(name) is not None or (is_body(name, "ko") and VERBAL.fullmatch(name) is None)


def _known(match, bodies):
    """Return the name of a match when it is a body that the story knows."""
    if match is None:
        return None
    name = match["name"]
    if not bodies.knows(name) and name[-1] in "은는이가측":
        name = strip_particle(name)
    whole = _whole_name(name, match.string[: match.start("name")])
    return next((n for n in (whole, name) if n and bodies.knows(n)), None)


def _beside(before, bodies):
    """Return the body that stands right before an amount, as in a list, or as its owner."""
    listed = _likely(BULLET.search(before[-40:]))
    return listed or _known(ADJACENT.search(before[-40:]), bodies) or _known(OWNER.search(before[-50:]), bodies)


def _subject(before, bodies, recalled):
    """Return the nearest subject before an amount, GOVERNMENTAL for a public one, None without one.

    A body that the story knows goes before a nearer noun that merely looks like a name.
    """
    words = before.split()
    for at in range(len(words) - 1, -1, -1):
        stem = _stem(words[at], "은는도이가측")
        if not stem or _is_embedded(words, at):
            continue
        name = _whole_name(stem, " ".join(words[max(0, at - 4) : at]))
        if _means_the_company(stem, name) and not (stem == "그" and words[at][-1] in "이가"):
            return recalled
        if name and bodies.knows(name):
            return bodies.complete(name)
        if words[at][-1] in "은는" and _is_public(stem):
            return GOVERNMENTAL
        if name and _opens_clause(words, at) and (_is_likely(words[at], name, bodies) or _may_invest(name)):
            return name
    return _likely_subject(words, bodies)


def _likely_subject(words, bodies):
    """Return the noun in the place of a subject that may be a body nothing else tells of, GOVERNMENTAL, or None."""
    for at in range(min(len(words), 6) - 1, -1, -1):
        stem = _stem(words[at], "은는이가도" if at == 0 else "은는이가")
        name = stem and _whole_name(stem, " ".join(words[max(0, at - 4) : at]))
        if stem and _is_public(stem):
            return GOVERNMENTAL
        if name and not _is_embedded(words, at) and _is_likely(words[at], name, bodies):
            return name
    return None


def _opens_clause(words, at):
    """Tell whether a topic opens a clause behind another: `…을 짓고, 누리는 …`, or stands right before the amount."""
    return words[at][-1] in "은는" and at > 0 and (words[at - 1].endswith(",") or words[at][0] in BULLETS)


def _is_likely(word, name, bodies):
    """Tell whether a noun that nothing else tells of may be a body; verbs that end like topics (`바꾸는`) are none."""
    is_verb = word.endswith("는") and (VERBAL.fullmatch(name) or name not in bodies.nouns and len(name) < 3)
    return is_body(name, "ko") and not is_verb and name not in bodies.people


def _is_public(stem):
    return bool(COUNTRY.fullmatch(stem) or (GOVERNMENT.fullmatch(stem) and not NO_GOVERNMENT.fullmatch(stem)))


def _is_embedded(words, at):
    """Tell whether a subject belongs to a clause that describes a noun: `가람이 찍는 신주를 3억 달러에`."""
    rest = words[at + 1 :]
    return words[at][-1] in "이가" and len(rest) > 1 and ADNOMINAL.fullmatch(rest[0]) is not None and rest[0] != "또한"


def _means_the_company(stem, name):
    """Tell whether a subject only points back (`이 회사`, `그`); `가람 그룹` is a name, `그룹` alone is none."""
    return THE_COMPANY.fullmatch(stem) is not None and not (name and " " in name)


def _stem(word, particles):
    bare = word.rstrip(",").lstrip(BULLETS)
    if bare.endswith("측") and "측" in particles:
        return bare[:-1]
    bare = bare.removesuffix("측은") + "은" if bare.endswith("측은") else bare
    if not bare or bare[-1] not in particles or ADVERBIAL.fullmatch(bare):
        return ""
    stem = strip_particle(bare)
    if stem == bare:
        return bare[:-1] if THE_COMPANY.fullmatch(bare[:-1]) or bare[-1] == "도" and len(bare) > 2 else ""
    return stem


def _behind(after, bodies, recalled):
    """Return the body behind an amount that it describes or whose verb follows."""
    for match in DESCRIBES.finditer(after[:90]):
        described = _described(match["words"].split(), bodies)
        if described:
            return described
    revealed = REVEALED.search(after[:80])
    if revealed and _may_invest(revealed["name"]):
        return revealed["name"]
    for match in BEHIND.finditer(after[:80]):
        stem = _stem(match["word"], "은는이가")
        if stem and THE_COMPANY.fullmatch(stem):
            return recalled
        if stem and (bodies.knows(stem) or NAMED_LIKE_COMPANY.fullmatch(stem) and is_body(stem, "ko")):
            return stem
    return None


def _described(words, bodies):
    """Return the known body that the noun phrase at the start of some words names, or None."""
    for at, word in enumerate(words):
        bare = word.rstrip(",.")
        name = bare if bodies.knows(bare) else strip_particle(bare)
        whole = _whole_name(name, " ".join(words[:at]))
        if bodies.knows(name) or bodies.knows(whole or ""):
            return whole if bodies.knows(whole or "") else name
        if name != bare:
            return None
    return None


def _without_brackets(text):
    """Return text without its brackets; words that a Latin name of several words explains become one."""
    pieces, at = [], 0
    for match in BRACKET.finditer(text):
        lead = text[at : match.start()]
        if LATIN_WORDS.fullmatch(match["inner"]):
            lead = _joined(lead, min(len(match["inner"].split()), 3))
        pieces.append(lead)
        at = match.end()
    return "".join([*pieces, text[at:]]).replace("㈜", "").replace("(주)", "")


def _joined(text, longest):
    words = last_noun_phrase(text, longest).split()
    while words and not _may_invest(words[0]):
        words.pop(0)
    name = " ".join(words)
    return text[: -len(name)] + name.replace(" ", JOINT) if name and text.endswith(name) else text


def _whole_name(stem, before):
    """Return `가나 그룹` for `그룹` behind `가나`; a general word that nothing stands before is no name."""
    if not COMPANY_TAIL.fullmatch(stem):
        return stem.replace(JOINT, " ")
    forename = last_noun_phrase(before, 1)
    return f"{forename} {stem}" if forename and not NO_FORENAME.fullmatch(forename) else None
