"""Whom a Korean phrase means without a name, and for whom he works: `가나전자 관계자`, `한 업체 법인장`, `A씨`."""

import re

from articles.intake.speech.body_phrases import read_body, read_body_of_staff
from articles.intake.speech.people import is_body
from articles.intake.speech.phrases import EDGE, phrase_before
from articles.intake.speech.sources import Source
from articles.intake.speech.words import KIND_OF_COMPANY, NO_FOREIGN_NAME, NOBODY, UNEMPLOYED
from articles.text import strip_particle
from articles.vocabulary import Attribution

HIDDEN = re.compile(r"[A-Z]{1,2}씨|[가-힣]모씨")
# Of these somebody is a part who speaks for no body that has a name.
NO_EMPLOYER = re.compile(
    r"\S*(?:회계법인|법무법인|로펌|업계|학계|재계|노동계|의료계|법조계|금융계|정치권|금융권|여권|야권|증권가|업체|회사"
    r"|기업|시장|당국|(?<!재)정부|현지|공장|현장|매장|마을|지역|계열사|협력사|고위|핵심|실무"
    r"|본사|내부|외부|사정|부문|분야|전문|담당|출신|투자|대기업|은행권|상인|주민|위원|생산직|사무직|예정지|부지|정문"
    rf"|{KIND_OF_COMPANY}"
    r"|경쟁사|고객사|파트너사|거래처|거래선|납품처|발주처|원청|하청|골목|식당|가게|상가|입구|옆자리|완성차|부품|소재|장비|[A-Z]사|그|그녀)|IB|PE|VC|[시도군구사측쪽]"
)
# What stands before somebody who is not named.
SOME = (
    "한",
    "측",
    "또",
    "다른",
    "익명의",
    "고위",
    "현지",
    "복수의",
    "고위급",
    "핵심",
    "일부",
    "어느",
    "실무",
    "중간",
    "익명을",
    "요구한",
    "요청한",
    "전직",
    "현직",
    "퇴직",
    "교민",
    "한인",
    "한국인",
    "외국인",
    "인근",
    "주변",
    "일대",
    "근처",
    "관련",
)
# `연구원은` may be a person; `동방전력연구원은` is an institute.
INSTITUTE = re.compile(r"(?!\S*(?:선임|책임|수석|주임|전임|객원|소속|담당|초빙|전문|위촉)연구원)\S{3,12}연구원")
# How a story calls a body again by what it is: `은행 관계자`, `시 관계자`, `이 연구소 직원`.
KIND_OF_BODY = re.compile(
    r"회사|업체|기업|그룹|은행|사측|재단|협회|학회|공사|공단|연구소|연구원|대학|병원|조합|노조|지회|위원회|연맹|기관|단체"
    rf"|법인|본사|매체|[시도군구]|{KIND_OF_COMPANY}"
)
POINTING = ("이", "그", "해당", "동", "같은")
COUNTED = ("분", "명", "사람", "이")
COUNTS = ("한", "두", "세", "몇", "몇몇", "여러")


def read_unnamed_title(words, at, stem, cast):
    """Return the Source of somebody with a title and no name (`한 업체 법인장`, `직원 A씨`), or None."""
    phrase = phrase_before(words, at, cast.counts)
    lead = at - 1 - (at > 1 and words[at - 1].text in ("전직", "현직", "고위", "퇴직"))
    is_owned = lead > 0 and words[lead].text == "한" and words[lead - 1].text.endswith("의")
    body = None
    if is_owned:
        owner = phrase_before(words, lead, cast.counts)
        body = read_called(words, lead, owner, cast) or _known_owner(owner, cast)
    elif HIDDEN.fullmatch(stem):
        staff = phrase[:-1] if phrase and NOBODY.fullmatch(phrase[-1].text) else []
        found = read_body_of_staff(staff, cast.bodies, cast.counts)
        body = found if found and is_body(found.split()[-1], cast.bodies, {}) else None
    elif is_of_some(words, at - len(phrase), phrase):
        body = read_called(words, at, phrase[-1:], cast)  # `이 회사 임원은`
    elif not phrase or not all(word.text in SOME for word in phrase):
        return None
    return Source(Attribution.ANONYMOUS, title=stem, organisation=body, rule="ko-unnamed@1")


def _known_owner(phrase, cast):
    """Return the body that an owner is (`산업무역부의 한 간부`); None for a place (`하노이의 한 상인`)."""
    body = read_body(phrase, cast.bodies, cast.counts)
    return body if body and is_body(body.split()[-1], cast.bodies, {}) else cast.whole_name(body or "")


def read_nobody(words, at, stem, cast):
    """Return the Source of somebody whom a general noun means (`관계자`, `주민 한 명`), or None."""
    if stem in COUNTED and at > 1 and words[at - 1].text in COUNTS:
        at, stem = at - 2, words[at - 2].text
    if not NOBODY.fullmatch(stem) or INSTITUTE.fullmatch(stem):
        return None
    first = at
    while first > 0 and words[first - 1].text in SOME:
        first -= 1
    phrase = phrase_before(words, first, cast.counts)
    body = read_called(words, first, phrase, cast)
    if body is None and not is_of_some(words, first - len(phrase), phrase):
        body = _employer(words, first, at, phrase, stem, cast)
    return Source(Attribution.ANONYMOUS, title=stem, organisation=body, rule="ko-unnamed@1")


def _employer(words, first, at, phrase, stem, cast):
    """Return the body that the words before somebody name, or None."""
    if phrase and phrase[-1].text.endswith("의") and first < at and words[first].text == "한":
        return _known_owner(phrase, cast)
    is_free = UNEMPLOYED.fullmatch(stem) is not None
    body = read_body_of_staff(phrase, () if is_free else cast.bodies, cast.counts)
    is_whole = body is not None and " " in body  # `조지아주 정부`
    if body is None or (NO_EMPLOYER.fullmatch(body.split()[-1]) and not (is_whole and body.endswith(" 정부"))):
        return None
    if is_body(body.split()[-1], cast.bodies, {}):
        return body
    return cast.whole_name(body) or (None if is_free else body)


def read_called(words, end, phrase, cast):
    """Return the body that a story calls by its kind before words[end] (`은행 관계자`, `이 회사 직원`), or None."""
    kind = words[end - 1].text.removesuffix("의") if end else ""
    if len(phrase) > 1 or not KIND_OF_BODY.fullmatch(kind):
        return None
    lead = words[end - 2].text if end > 1 else ""
    is_apart = lead[-1:] in ",.”\"'" or strip_particle(lead) != lead or (EDGE.fullmatch(lead) and lead not in SOME)
    if lead and lead not in POINTING and not is_apart:
        return None  # `현지 업체 관계자`, `입주한 은행 직원`
    return cast.called(kind) or (cast.company if lead in POINTING else None)


def is_of_some(words, first, phrase):
    """Whether a phrase from words[first] on only says of which kind a body is: `한 대형마트 바이어`."""
    is_some = first > 0 and words[first - 1].text in ("한", "어느", "모", "일부")
    if len(phrase) > 1 and phrase[-1].text == "정부":  # `조지아주 정부`
        return False
    return bool(phrase) and (is_some or NO_FOREIGN_NAME.fullmatch(phrase[-1].text.removesuffix("의")) is not None)
