"""Where a statement says that money goes: the most specific place it names."""

import re

from articles.intake.names.latin_words import LATIN_COMPANY_TAIL, LATIN_COUNTRY, LATIN_NAME
from articles.intake.names.words import COUNTRY
from articles.intake.sums.clauses import REACH

KOREAN_PLACE = re.compile(r"(?P<noun>[가-힣]{2,12})(?P<particle>에서|에는|에다|에|의)(?=[\s,]|$)")
REGION = re.compile(
    r"[가-힣]{1,10}(?:성|시티|직할시|특별시|광역시|자치구|공단|산업단지|경제구역)|[가-힣]{2,8}(?:시|도|주|구|현|군)"
)
NO_REGION = re.compile(
    r".*(?:정도|제도|속도|연구|요구|표현|구현|지도|도시|동시|당시|혁신성|가능성|중요성|안전성|기업시|역시|입주"
    r"|도구|가구)|삼성|효성"
)
# Cities that are printed without 시.
CITY = re.compile(r"하노이|호[찌치]민|다낭|하이퐁|껀터|후에")
LATIN_PLACE = re.compile(
    r"(?:\b(?:in|at)|\b(?:city|province|district) of|tại(?: tỉnh| thành phố)?|ở|vào) "
    rf"(?P<noun>(?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec){LATIN_NAME})"
)
BRANCH_OF = re.compile(rf"(?:{COUNTRY.pattern})(?=\s(?:현지\s)?법인)")


def find_place(clause, at):
    """Return the place named nearest to `at` of the sentence, a region before a country, or None."""
    start = max(clause.start, at - REACH)
    text = clause.sentence[start : min(clause.end, at + REACH)]
    if clause.language != "ko":
        return _find_latin_place(text, at - start)
    nouns = [(match, text[: match.start()].split()[-1:]) for match in KOREAN_PLACE.finditer(text)]
    at_place = [(match["noun"], lead) for match, lead in nouns if match["particle"] != "의"]
    regions = [noun for noun, lead in at_place if _is_region(noun) or (lead and COUNTRY.fullmatch(lead[0]))]
    owners = [match["noun"] for match, _lead in nouns if match["particle"] == "의" and _is_region(match["noun"])]
    countries = [noun for noun, _lead in at_place if COUNTRY.fullmatch(noun)]
    before_object = BRANCH_OF.findall(text)
    return next(iter([*reversed(regions), *reversed(owners), *reversed(countries), *before_object]), None)


def _find_latin_place(text, at):
    places = [match for match in LATIN_PLACE.finditer(text) if not LATIN_COMPANY_TAIL.fullmatch(match["noun"])]
    ranked = [(bool(LATIN_COUNTRY.fullmatch(m["noun"])), abs(m.start() - at), m["noun"]) for m in places]
    return min(ranked)[-1] if ranked else None


def _is_region(noun):
    return bool(CITY.fullmatch(noun) or (REGION.fullmatch(noun) and not NO_REGION.fullmatch(noun)))
