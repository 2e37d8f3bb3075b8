"""Names of bodies that words of a Korean sentence give, known to the story or likely by themselves."""

import re

from articles.intake.names import is_body
from articles.intake.names.korean import NO_BODY
from articles.intake.names.words import COMPANY_TAIL, COUNTRY
from articles.intake.sums.subjects import is_public, whole_name
from articles.text import strip_particle

# The owner of an amount or of what it buys: `가람의 3억 달러 투자`.
OWNER = re.compile(r"(?P<name>\S{2,30})의\s(?:(?!지분|주식|신주|경영권)\S{0,11}[^\s을를에로]\s){0,3}$")
FIRST_OWNER = re.compile(r"^(?:\S{1,6}\s)?(?P<name>\S{2,24}?)의\s(?!지분|주식|경영권|새\s)")
# `투자자는 가나전자로, …`, `이 돈을 낸 곳은 가나전자였다.`
REVEALED = re.compile(
    r"(?:(?:곳|쪽|것|회사|기업|업체|투자자|투자사|큰손|주인|주인공|주체|주역|상대|파트너)[은는]\s(?:\S{1,10}\s){0,5}?"
    r"(?P<name>[가-힣A-Za-z0-9&]{2,16}?)(?:\s(?:단\s)?한\s곳)?(?:(?:이다|다|였다|이었다|이에요|예요|였어요|이었어요|입니다|이었습니다"
    r"|였습니다)\."
    r"|(?:이며|(?<![으하되지])며|이고|으로|로),)"
    r"|[가-힣]{1,6}[은는]\s(?:\S{1,10}\s){0,3}?(?P<other>[가-힣A-Za-z0-9&]{3,16}?)(?:이다|였다|이었다|이에요|예요|였어요|입니다)\.)"
)
COPULA = re.compile(r"(?<=[가-힣]{2})(?:이었다|였다|이다|이며|이고|인데|입니다|이에요|예요|이었다가|였고|이었고)$")
COMMON_END = re.compile(
    r".*(?:협회|기업|업체|회사|사업|공장|시장|산업|정부|부문|지역|국가|관계|지분|주식)|[가-힣]{1,2}"
)


def likely_name(match):
    """Return the name of a match when nothing speaks against its being a body."""
    name = match and match["name"].split()[-1]
    return name if name and is_body(name, "ko") and not is_public(name) and not COMMON_END.fullmatch(name) else None


def known_name(match, bodies):
    """Return the name of a match when it is a body that the story knows."""
    if match is None:
        return None
    name = match["name"]
    if not bodies.knows(name) and name[-1] in "은는이가측":
        name = strip_particle(name)
    whole = whole_name(name, match.string[: match.start("name")])
    return next((n for n in (whole, name, name.split()[-1]) if n and bodies.knows(n)), None)


def find_revealed(passage):
    """Return the body that a passage says it was, or None."""
    match = REVEALED.search(passage)
    if match and match["name"] and COMPANY_TAIL.fullmatch(match["name"]):
        return whole_name(match["name"], passage[: match.start("name")])
    name = match and (match["name"] or match["other"])
    return name if name and is_body(name, "ko") and not name.endswith(NO_BODY) else None


def find_foreign_topic(words):
    """Return the topic that a country stands before (`…을 세운 일본 가나냉장은`), or None."""
    stem = strip_particle(words[1]) if len(words) > 1 and COUNTRY.fullmatch(words[0]) else ""
    return stem if stem and words[1][-1] in "은는도" and is_body(stem, "ko") and stem != words[1] else None


def find_described(words, bodies):
    """Return the known body that the noun phrase at the start of some words names, or None."""
    for at, word in enumerate(words):
        bare = COPULA.sub("", word.rstrip(",.?!"))
        name = bare if bodies.knows(bare) else strip_particle(bare)
        whole = whole_name(name, " ".join(words[:at]))
        if bodies.knows(name) or bodies.knows(whole or ""):
            return whole if bodies.knows(whole or "") else name
        if name != bare:
            return None
    return None
