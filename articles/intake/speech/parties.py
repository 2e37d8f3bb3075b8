"""Whom a Korean phrase with a title names, and for which body: `가나전자의 홍길동 이사`, `홍길동 가나 벤처 대표`."""

import re
from dataclasses import dataclass

from articles.intake.names.ordinary import is_ordinary
from articles.intake.speech.body_phrases import OFFICE, is_owner, read_body, read_body_behind
from articles.intake.speech.people import LATIN_NAME, LEGAL_FORM, REGION_ENDS, find_name, is_body, is_plain
from articles.intake.speech.phrases import LONGEST, Word, phrase_before
from articles.intake.speech.words import (
    BODY,
    CHARGE,
    DEPARTMENT,
    FIELD,
    GENERAL_BODY,
    HIDDEN_NAME,
    KOREAN_NAME,
    NO_FOREIGN_NAME,
    NO_TITLE,
    PLACE,
    SURNAME,
    SURNAMES,
    TITLE_WORD,
    UNEMPLOYED,
    VIETNAMESE_SURNAMES,
)
from articles.text import strip_particle

# Whoever heads a region speaks for it: `전남지사`, `아산시장`.
REGION_HEAD = re.compile(r"(?P<region>[가-힣]{2,5}?)(?P<office>도지사|지사|시장|군수|구청장)")


# Whoever heads a body may be called by its name: `관세청장`, `산업연구원장`, `금융위원장`.
BODY_HEAD = re.compile(
    r"(?!부|수석|전임|신임|상근|공동)(?:(?P<body>[가-힣]{2,10}(?:[가-힣]청|은행|협회|연구원|진흥원|개발원|감독원|재단|공단|학회|연맹"
    r"|연합회|중앙회|상의|상공회의소|정책실))|(?P<board>금융위원|인민위원|[가-힣]{4,8}위원))장"
)
REGIONS = {"도지사": "도", "지사": "도", "시장": "시", "군수": "군", "구청장": "구"}


@dataclass(frozen=True)
class Party:
    """Whom a phrase names."""

    name: str | None = None
    romanised: str | None = None
    title: str | None = None
    body: str | None = None
    surname: str | None = None  # `강` of `강 대표`
    part: str | None = None  # `벨` of `벨 사장`, when it may be a name or a body
    hidden: bool = False  # `김모 씨`


def with_whole_names(phrase, bodies):
    """Return the words of a phrase of which those that are a known body together are one: `마란 마린`."""
    merged = list(phrase)
    at = 0
    while at + 1 < len(merged):
        whole = f"{merged[at].text} {merged[at + 1].text}"
        if whole.removesuffix("의") in bodies:
            merged[at : at + 2] = [Word(whole, merged[at].start, merged[at + 1].inner)]
        at += 1
    return merged


def seat_of(title):
    """Return the region or body that a title heads (`포항시` of `포항시장`), or None."""
    region = REGION_HEAD.fullmatch(title)
    if region:
        return f"{region['region']}{REGIONS[region['office']]}"
    head = BODY_HEAD.fullmatch(title)
    return head and (f"{head['board']}회" if head["board"] else head["body"])


def read_titled(words, at, title, counts, bodies):
    """Return the Party that `title`, the stem of words[at], and the words before it name; None when it is no title."""
    first = first_of_charge(words, at)
    phrase = with_whole_names(phrase_before(words, first, counts), bodies)
    while phrase and phrase[0].text in ("전", "현", "신임", "당시", "한", "또"):
        phrase = phrase[1:]
    seat = seat_of(title)
    if not phrase:
        return None if NO_TITLE.fullmatch(title) else Party(title=title, body=seat)
    spoken = " ".join([*(word.text for word in words[first:at]), title])
    if HIDDEN_NAME.fullmatch(phrase[-1].text) and len(phrase[-1].text) > 1:
        return Party(title=title, hidden=True)
    if SURNAME.fullmatch(phrase[-1].text) and not _ends_foreign(phrase, bodies, counts):
        body = read_body(phrase[:-1], bodies, counts)
        is_sure = body and is_body(body.split()[-1], bodies, {})
        return Party(title=title, surname=phrase[-1].text, body=body if is_sure else None)
    span = find_name(phrase, counts, bodies)
    if span is None and len(phrase) == 1 and first > 1 and is_plain(phrase[0].text):
        # `홍콩 출신인 허쯔쉬안 헤드`: what says who somebody is leaves only the name.
        span = (0, 1) if words[first - 2].text.endswith(("출신인", "출신의")) else None
    if span is None:
        return _read_unnamed(phrase, title, spoken, bodies, counts)
    if title == "시장" and len(phrase) == 1 and len(phrase[0].text) < 3:
        return None  # `외식 시장`
    name = " ".join(word.text for word in phrase[span[0] : span[1]])
    inner = phrase[span[1] - 1].inner
    body = _body_in(phrase, span, bodies, counts) or _body_around(words, at, first - len(phrase), bodies, counts)
    spoken = _post_before(phrase[: span[0]], title) or spoken
    return Party(name, inner if LATIN_NAME.fullmatch(inner) else None, spoken, _seated(body, seat))


def _seated(body, seat):
    """Return the body that somebody heads: `떠이닌성 인민위원장` that of the region, `포항시장` the town."""
    is_of_region = body and seat and GENERAL_BODY.fullmatch(seat) and body.endswith(REGION_ENDS)
    return f"{body} {seat}" if is_of_region else body or seat


def _post_before(before, title):
    """Return the post that stands before the name of somebody who is called politely (`창업주 홍길동 씨`), or None."""
    post = before[-1].text.removesuffix("인") if before and title in COURTESIES else ""
    return post if TITLE_WORD.fullmatch(post) and not KOREAN_NAME.fullmatch(post) and not BODY.fullmatch(post) else None


def _body_in(phrase, span, bodies, counts):
    """Return the body that the words of a phrase between a name and its title say, else those before the name."""
    between, before = phrase[span[1] :], phrase[: span[0]]
    lead = before[-1].text if before and not between else ""
    if UNEMPLOYED.fullmatch(lead) and not TITLE_WORD.fullmatch(lead):
        return None  # `마포구 주민 홍길동 씨`
    if between and before and OFFICE.fullmatch(between[-1].text) and is_owner(before[-1], bodies):
        between = ()  # `가나부의 홍길동 에너지국 부국장` speaks for 가나부
    if between:
        return read_body_behind(between, bodies, counts)
    body = read_body(before, bodies, counts)
    return body if body and _is_plausible(body, before, bodies, counts) else None


def _body_around(words, at, lead, bodies, counts):
    """Return the body that is said behind a title, or before the phrase that begins at words[lead]."""
    behind = _body_behind_title(words, at)
    return behind or body_of_clause(words, lead, bodies) or _earlier_post(words, lead, bodies, counts)


def _is_plausible(body, before, bodies, counts):
    """Whether what stands before a name may be a body: it owns the name, is known, or stands elsewhere, too."""
    word = body.split()[-1]
    is_owner = any(other.text.endswith("의") for other in before)
    is_known = body in bodies or is_body(word, bodies, counts) or counts.get(word, 0) >= 1
    return is_owner or is_known or len(body) >= 3


FOUNDED = re.compile(
    r"(?:창업|설립|인수|공동창업|창립)(?:한|하는|하고)|(?:대표|경영|운영)(?:하는|해\s?온|하고)|세운|일군|키운|꾸려온"
    r"|차린|꾸린"
)
# Whoever leads a part of a body is told with the body before it: `가나전자에서 아시아 생산을 이끄는`.
LEADS = re.compile(r"이끄는|이끌고|이끌어온|맡은|맡고|총괄하는|총괄한|책임지는|담당하는|담당한|지휘하는|지낸")
JOINED = re.compile(
    r"(?:자리를\s)?옮긴|합류한|이직한|영입된|입사한|부임한|재직\s?중인|몸담은|몸담고|다니는|근무하는"
    r"|일하는|일해온|둥지를\s튼|돌아온|건너간|적을\s둔"
)
TITLE_NOTE = re.compile(
    r"C[A-Z]O|.*(?:가운데|왼쪽|오른쪽|앞줄|뒷줄|사진|학과|학부|전공|번째).*|\S{2,4}학|.*(?:담당|총괄|부문|출신|세|겸임"
    r"|\d)|[A-Z][a-z].*"
)


def _body_behind_title(words, at):
    """Return the body that brackets behind a title name: `홍길동 대표(가나전자)`."""
    inner = words[at].inner
    if TITLE_WORD.fullmatch(inner) and not BODY.fullmatch(inner):
        return None
    return inner if inner and not TITLE_NOTE.fullmatch(inner) and len(inner) <= 20 and at and words[at].text else None


# What somebody runs who speaks for nobody else: `기숙사를 운영하는 부이 티 호아 씨`.
PREMISES = re.compile(
    r"\S{0,6}(?:기숙사|식당|가게|카페|농가|농원|농사|매장|점포|편의점|학원|민박|펜션|하숙|세탁소|미용실|주점|음식점|[국분]\S?집|찻집"
    r"|빵집|밥집|술집|어장|양식장|과수원|정비소|공방|노점|좌판|방앗간|주유소|목욕탕|숙소)"
)
DESCENT = re.compile(r"출신(?:인|의)?")


def body_of_clause(words, at, bodies):
    """Return the body that whoever a phrase beginning at words[at] names has founded, leads or has gone to, or None."""
    if at > 3 and DESCENT.fullmatch(words[at - 1].text):
        at -= 2  # `가나를 창업한 공학자 출신 홍길동 대표`
    at -= at > 2 and words[at - 1].text in ("있는", "있던")  # `전략을 맡고 있는`
    if at < 2:
        return None
    before, verb = words[at - 2].text, words[at - 1].text
    stem = LEGAL_FORM.sub("", strip_particle(before))
    if stem == before and not (LEADS.fullmatch(verb) and before[-1] in "을를"):  # `딜을 총괄한`
        return None
    if LEADS.fullmatch(verb) and before[-1] in "을를":
        is_part = CHARGE.fullmatch(stem) or DEPARTMENT.fullmatch(stem)  # `생활가전사업부를 이끄는`
        return stem if is_body(stem, bodies, {}) and not is_part else _working_place(words, at - 2, bodies)
    verbs = FOUNDED if before[-1] in "을를" else JOINED if before.endswith(("로", "에", "에서")) else None
    if verbs is None or not verbs.fullmatch(verb):
        return None
    if any(pattern.fullmatch(stem) for pattern in (GENERAL_BODY, PLACE, NO_FOREIGN_NAME, PREMISES)):
        return None
    return read_body([*phrase_before(words, at - 2, {}), Word(stem, 0)], {stem, *bodies}, {})


def _working_place(words, end, bodies):
    """Return the body at which somebody is said to lead something (`가나에서 …을 이끄는`), or None."""
    for at in range(end - 1, max(end - 6, -1), -1):
        if words[at].text.endswith("에서"):
            stem = words[at].text.removesuffix("에서")
            phrase = [*phrase_before(words, at, {}), Word(stem, 0)]
            return read_body(phrase, {stem, *bodies}, {}) if not PLACE.fullmatch(stem) else None
    before = phrase_before(words, end, {})  # `가나 해외사업을 맡은`
    return read_body(before, bodies, {}) if before else None


def _earlier_post(words, end, bodies, counts):
    """Return the body of another post that a sentence gives somebody first, or None.

    `가나머티리얼즈 최고안전책임자로 다라 법인장을 겸하는 홍길동 상무` speaks for the first.
    """
    for at in range(max(0, end - 6), end):
        stem = strip_particle(words[at].text)
        if TITLE_WORD.fullmatch(stem) and words[at].text.endswith(("로", "을", "를", "인", "이자", "겸")):
            body = read_body(phrase_before(words, at, counts), bodies, counts)
            if body and is_body(body.split()[-1], bodies, {}):
                return body
    return None


def _ends_foreign(phrase, bodies, counts):
    """Whether the last syllable of a phrase is not all of a name: it ends `쩐 반 하우`'s or that of `사이먼 박`."""
    if any(word.text in VIETNAMESE_SURNAMES and word.text not in SURNAMES for word in phrase[-4:-1]):
        return True
    given = phrase[-2].text if len(phrase) > 1 else ""
    is_known = is_ordinary(given) or is_body(given, bodies, {}) or counts.get(given, 0) > 0
    is_owned = len(phrase) > 2 and (phrase[-3].text.endswith("의") or is_body(phrase[-3].text, bodies, {}))
    return is_owned and len(given) > 1 and is_plain(given) and not is_known


def first_of_charge(words, at):
    """Return where the words begin that belong to the title words[at] and say what it is in charge of."""
    first = at
    if at > 2 and words[at].text.startswith("책임자") and words[at - 2].text == "최고":
        first -= 2
    while first > max(0, at - LONGEST) and not words[first - 1].inner:
        text = words[first - 1].text
        is_field = FIELD.fullmatch(text) and first > 1
        if not (CHARGE.fullmatch(text) or is_field):
            break
        first -= 1
    return first


def _read_unnamed(phrase, title, spoken, bodies, counts):
    last = phrase[-1]
    bare = last.text
    if title.endswith("시장"):
        return None
    if title in COURTESIES and len(phrase) == 1 and is_plain(bare):
        return Party(title=title, part=bare)  # `루어 씨`
    if NO_TITLE.fullmatch(title) and not is_body(bare.removesuffix("의"), bodies, counts):
        return None
    return Party(title=spoken, body=read_body(phrase, bodies, counts), part=bare if len(phrase) == 1 else None)


COURTESIES = ("씨", "님")
