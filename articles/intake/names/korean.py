"""The names of bodies in a Korean story: all that look like one, by themselves or by what stands beside them."""

import re

from articles.intake.names.companies import STRONG_TAIL, find_described
from articles.intake.names.countries import COUNTRY_NAMES
from articles.intake.names.items import find_item_head
from articles.intake.names.ordinary import is_ordinary, ordinary_words
from articles.intake.names.words import (
    ACRONYM,
    COMMON,
    COMPANY_TAIL,
    COMPANY_WORD,
    COUNTRY,
    GOVERNMENT,
    LABEL_OF_SUM,
    MEDIA,
    NAMED_LIKE_COMPANY,
    NO_GOVERNMENT,
    PAST,
    PERSON,
    THE_COMPANY,
    TIME_WORD,
    VERBAL,
    WEAK_TAIL,
)
from articles.text import strip_particle

FEW = 8  # groups whose affiliates are looked for
HANGUL_NAME = r"(?:[가-힣A-Za-z0-9&]{2,20})"
NAME = rf"(?P<name>{HANGUL_NAME}(?: (?:{COMPANY_WORD})(?=[은는이가을를의와과도에로,.·\s(]))?)"
KINDS = re.compile(
    r"\S{1,6}계|\S{0,8}(?:기업|업체|회사|자회사|스타트업|운용사|투자사|제조사|플랫폼|펀드|캐피[털탈]|은행|그룹|대표"
    r"|사장)"
)
LEGAL = re.compile(rf"(?:㈜|\(주\)|（주）|주식회사 ?){NAME}|(?P<front>{HANGUL_NAME})(?:㈜|\(주\)|（주）)")
# Industries and goods end like companies: `첨단산업`, `재생에너지`.
GENERIC = re.compile(
    r"(?:첨단|국가|반도체|배터리|이차전지|자동차|전기차|조선|철강|바이오|건설|제조|관광|문화|방위|석유화학"
    r"|서비스|신|기간|주력|전략|전통|미래|지역|뿌리|부품|소재"
    r"|재생|신재생|친환경|청정|수소|태양광|풍력|원자력|화력|빅|개인|공공|의료|국제|국내|해외|항공|상용|시스템"
    r"|메모리|차량용|전력|중앙|시중|투자|민간|대형|중소형|핵심"
    r"|자유|대외|국경|양국|대형|고급|기능성|배합|보안|간판|원양"
    rf"|원|천연|액화|신규|현지|글로벌){{1,2}}(?:{WEAK_TAIL})"
)
WEAKLY_TAILED = re.compile(
    rf"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣A-Za-z0-9&]{{2,16}}?(?:{WEAK_TAIL}))[은는이가](?=[\s,])"
)
HEADLINE_NOUN = re.compile(r"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣A-Za-z0-9&]{2,16})(?P<stop>[,，…·\s\"”’]|$)")
BODY_ENDS = (" 측", " 관계자", " 대표", " 사장", " 회장", " 부사장", " 임원")
SUBJECT_ENDS = ("은 ", "는 ", "이 ", "가 ", "의 ", "도 ", *BODY_ENDS)
FIRST = 12  # where a headline names its subject
TOPIC = re.compile(r"(?:^|[.”\"]\s|\n)(?P<word>[가-힣A-Za-z0-9&]{3,16}[은는])(?=\s)")
PLACE_NAME = (
    r"(?:서울|부산|대구|인천|광주|대전|울산|세종|수원|창원|포항|구미|청주|천안|전주|여수|군산|새만금|평택|용인"
    r"|메콩|델타|삼각주|여수|순천|목포|강릉|원주|춘천|제주|앨라배마|조지아|텍사스|오하이오|테네시|켄터키|애리조나"
    r"|인디애나|미시간|캘리포니아|하노이|호찌민|호치민|다낭|하이퐁|박닌|도쿄|베이징|상하이)"
)
PLACE = re.compile(rf"{PLACE_NAME}\S{{0,2}}")
EXACT_PLACE = re.compile(rf"{PLACE_NAME}(?:시|항|성|도|만|구|군)?")
NO_BODY = (
    "률",
    "량",
    "액",
    "비",
    "권",
    "성",
    "력",
    "론",
    "화",
    "기",
    "자",
    "식",
    "법",
    "점",
    "도",
    "층",
    "형",
    "계",
    "장",
    "물",
    "품",
    "회",
    "세",
    "들",
    "원",
    "료",
)
NO_NAME = re.compile(r"\d+(?![A-Za-z])|[^\w㈜(]")
# Final consonants in which stems of verbs end, and names do not: `내놓`, `찾`, `볶`.
FINALS = "ㄲㄵㄶㄼㄽㄾㄿㅀㅄㅆㅈㅎ"
ALL_FINALS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
# `확인되면`, `늘리면서`: a clause that goes on.
CONNECTIVE = re.compile(
    r".*(?:되|하|으|이)(?:면|면서|며|니|려고|려면|도록|거나|자마자)|.*(?:지만|는데|다면|면서|더라도|해서|돼서|다가|라며|습니)|.{2,}(?:이다|였다|이었다|입니다|예요|에요)"
)
VERB_FINALS = {index for index, final in enumerate(ALL_FINALS, 1) if final in FINALS}
LABELS = re.compile(rf"(?:총|전체|누적|순)?(?:{LABEL_OF_SUM})")
HANGUL_PERSON = re.compile(
    r"[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진][가-힣]{2}"
)
GROUP = re.compile(r"(?<![가-힣])(?P<name>[가-힣]{2,3})그룹")
TAILED = re.compile(
    rf"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣A-Za-z0-9&]{{1,16}}?(?:{STRONG_TAIL}))(?=[은는이가을를의와과도에로측]"
    rf"|[,.·\s(’”'\":)]|였|예요|입니|라[고는며]|$)"
)
LATIN_IN_KOREAN = re.compile(r"(?<![A-Za-z&가-힣])(?P<name>[A-Z][A-Za-z&]{1,14}(?:[0-9]{1,2})?[가-힣]{0,6})")
TICKER = re.compile(r"\[\d{6}\]")  # `가나전자[004410]`
# `홍신(Hongxin) 그룹`: the other spelling of a name that stands before it.
SPELLING = re.compile(r"(?<=[가-힣])\s?\([A-Z][^()가-힣]{1,60}\)")
SPACED = re.compile(
    rf"(?<!\S)(?P<name>[가-힣A-Za-z0-9&]{{2,10}} (?:{STRONG_TAIL}))(?=[은는이가을를의와과도에로측]|[,.·\s(’”'\"]|$)"
)
# Weaker signs, which count when the name comes again: the country or a person before it, a title behind it.
FOREIGN = re.compile(
    rf"(?<!\S)(?:{COUNTRY_NAMES}|[日中美英獨佛印])(?:\s[가-힣]{{2,6}})? (?P<name>{HANGUL_NAME})(?=[\s,.(])"
)
TITLE = (
    r"(?:대표|사장|회장|부회장|부사장|전무|상무|이사|본부장|총괄|최고\S{1,8}책임자|CEO|CFO|CTO|COO|법인장"
    r"|지사장|공장장|연구소장|대변인|관계자|측|매니저|디렉터)"
)
TITLED = re.compile(rf"(?:[가-힣]{{2,4}}|\)) (?P<name>{HANGUL_NAME}) (?:\S{{2,8}} )?{TITLE}")
COPULA = re.compile(r"(?:이다|이었다|였다|이며|이고|인)$")
PARTICLED = re.compile(r"(?<!\S)(?P<word>[가-힣A-Za-z0-9&]{2,20}[은는이가의을를와과도])(?=[\s,])")

REFUSED = (
    EXACT_PLACE,
    COMMON,
    LABELS,
    GENERIC,
    COUNTRY,
    TIME_WORD,
    MEDIA,
    PERSON,
    THE_COMPANY,
    ACRONYM,
    PAST,
    CONNECTIVE,
)


# `가온기술투자` is a house, `첨단기술투자` what is done.
VENTURE = re.compile(
    r"(?!첨단|신규|해외|국내|대규모|핵심|공동|외국인|민간|초기|후속|추가|직접|글로벌|미래|혁신)[가-힣A-Za-z0-9]{2,8}"
    r"(?:벤처|기술|창업)투자"
)


def is_korean_body(name):
    """Tell whether a Korean name may be that of a body which invests, and is no ordinary noun."""
    return may_be_named(name) and (not is_ordinary(name) or NAMED_LIKE_COMPANY.fullmatch(name) is not None)


def may_be_named(name):
    """Tell whether a body may be called so, be it by an ordinary noun."""
    if NO_GOVERNMENT.fullmatch(name) is None and GOVERNMENT.fullmatch(name):
        return False
    if VENTURE.fullmatch(name):
        return True
    if name.endswith(("달러", "유로", "루피아", "크로네", "크로나", "페소", "링깃", "파운드")):
        return False
    if COMPANY_TAIL.fullmatch(name) or len(name) < 2 or NO_NAME.match(name) or _ends_like_verb(name):
        return False
    return not any(pattern.fullmatch(name) for pattern in REFUSED)


def _ends_like_verb(name):
    """Tell whether the last syllable closes as stems of verbs do."""
    return "가" <= name[-1] <= "힣" and (ord(name[-1]) - ord("가")) % 28 in VERB_FINALS


def is_part_of_name(word):
    """Tell whether a word may be a part of the name of a body, and is not what the body is called before it."""
    is_noun = strip_particle(word) == word and not VERBAL.fullmatch(word)
    return is_noun and may_be_named(word) and not KINDS.fullmatch(word)


def find_korean_names(text):
    """Yield the names in a Korean text that look like those of bodies."""
    text = TICKER.sub("", text)
    yield from _told_names(text)
    for line in text.split("\n"):
        yield from _item_names(line)
    yield from _affiliates(text)
    for pattern in (FOREIGN, TITLED, WEAKLY_TAILED):
        for match in pattern.finditer(text):
            name = match["name"] if pattern is WEAKLY_TAILED else bare_name(match["name"])
            is_foreign = pattern is FOREIGN and NAMED_LIKE_COMPANY.fullmatch(name) is not None
            if (is_foreign or text.count(name) > 1) and not VERBAL.fullmatch(name):
                yield name
    yield from (name for name in _likely_names(text) if not (PLACE.fullmatch(name) or name.endswith(NO_BODY)))
    yield from _unlisted_names(text)


def _told_names(text):
    """Yield the names of which their own ending, their spelling or the word before them says that they are bodies'."""
    for pattern in (TAILED, LATIN_IN_KOREAN):
        for match in pattern.finditer(SPELLING.sub("", text) if pattern is LATIN_IN_KOREAN else text):
            yield bare_name(match["name"])
    yield from (match["name"] for match in SPACED.finditer(text) if is_part_of_name(match["name"].split()[0]))
    yield from (bare_name(name) for name in find_described(text, _may_be_part))


def _item_names(line):
    """Yield the name that a list item begins with, behind its kind: `AI 통역 이어폰 말귀`."""
    words = find_item_head(line).split()
    name = bare_name(words[-1]) if words else ""
    if name and is_korean_body(name) and not (VERBAL.fullmatch(name) or PLACE.fullmatch(name)):
        yield name


def _may_be_part(word):
    """Tell whether a word may be a part of a name that what stands before it announces; it may be of ordinary words."""
    is_named = may_be_named(word) and word not in ordinary_words() and not HANGUL_PERSON.fullmatch(word)
    return is_named or COMPANY_TAIL.fullmatch(word) is not None


def _likely_names(text):
    """Yield the nouns of the headline, and those that open sentences as topics, which the story names as subjects."""
    headline, _, body = text.partition("\n")
    for match in HEADLINE_NOUN.finditer(headline[:100]):
        ends = SUBJECT_ENDS if match["stop"] in ",，" and match.start() < FIRST else BODY_ENDS
        if any(match["name"] + end in body for end in ends) and not VERBAL.fullmatch(match["name"]):
            yield match["name"]
    for match in TOPIC.finditer(body):
        name = strip_particle(match["word"])
        if name != match["word"] and body.count(name) > 1 and not VERBAL.fullmatch(name):
            yield name


# A noun that acts, and what stands before it: behind an object, `만드는` is a verb.
ACTING = re.compile(
    r"(?:(?<=\s)(?P<lead>\S{1,20}) |^|(?<=[.”\"]) )(?P<word>[가-힣A-Za-z0-9&]{3,16}[은는이가])(?=[\s,])", re.M
)
OBJECT = re.compile(r".*(?:[을를에]|에서|으로|로)")


def _unlisted_names(text):
    """Yield the nouns that act in a story, which names them again, and that are no ordinary ones."""
    for match in ACTING.finditer(text):
        name = strip_particle(match["word"])
        is_verb = match["word"].endswith("는") and OBJECT.fullmatch(match["lead"] or "")
        if name == match["word"] or len(name) < 3 or is_verb or text.count(name) < 2:
            continue
        if not (VERBAL.fullmatch(name) or PLACE.fullmatch(name) or HANGUL_PERSON.fullmatch(name)):
            yield name


def _affiliates(text):
    """Yield the names that begin like a group of the story: `태림에너지` beside `태림그룹`."""
    for group in sorted({match["name"] for match in GROUP.finditer(text)})[:FEW]:
        for match in re.finditer(rf"(?<![가-힣]){group}[가-힣]{{2,10}}(?=[\s,])", text):
            yield bare_name(match.group())


def has_topic(text, body):
    """Whether a passage puts a body first as its topic, so that what it says of others is beside it."""
    return re.search(rf"(?<![가-힣A-Za-z0-9]){re.escape(body)}(?:\([^()]{{1,40}}\))?[은는]\s", text) is not None


def nouns_of(text):
    """Return the words that stand with a particle which no verb ends in, without it."""
    return {strip_particle(match["word"]) for match in PARTICLED.finditer(text) if not match["word"].endswith("는")}


def bare_name(name):
    """Return a name without a particle that was taken for its last syllable."""
    words = name.split(" ")
    name = COPULA.sub("", name) if len(name) > 4 else name
    if len(words) > 1 or COMPANY_TAIL.fullmatch(name[-2:]) or COMPANY_TAIL.fullmatch(name[-3:]):
        return name
    return strip_particle(name)
