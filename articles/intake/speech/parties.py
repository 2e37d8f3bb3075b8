"""Whom a Korean phrase with a title names, and for which body: `가나전자의 홍길동 이사`, `홍길동 가나 벤처 대표`."""

import re
from dataclasses import dataclass

from articles.intake.speech.people import LATIN_NAME, LEGAL_FORM, REGION_ENDS, find_name, is_body, is_plain
from articles.intake.speech.phrases import LONGEST, Word, phrase_before
from articles.intake.speech.words import (
    BODY,
    CHARGE,
    COUNTRY,
    DEPARTMENT,
    FIELD,
    GENERAL_BODY,
    HIDDEN_NAME,
    KOREAN_NAME,
    LEGAL_PREFIX,
    NO_FOREIGN_NAME,
    NO_TITLE,
    NOBODY,
    PLACE,
    POST,
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
    r"|연합회|중앙회|상의|상공회의소|정책실))|(?P<board>금융위원|[가-힣]{4,8}위원))장"
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
    if len(phrase[-1].text) == 1 and phrase[-1].text in SURNAMES and not _ends_foreign(phrase):
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
    return Party(name, inner if LATIN_NAME.fullmatch(inner) else None, spoken, body or seat)


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


# Of these every country has its own: `베트남 상공부`, `독일 경제연구소`.
OF_STATE = re.compile(
    r"[가-힣]{1,5}(?:부|청|처|위원회|의회)|\S{0,8}(?:협회|연구원|연구소|학회|중앙은행|상공회의소|재단)"
)
BRANCH = ("법인", "현지법인", "지사", "지점")
INSTITUTE = re.compile(r"\S{0,10}(?:연구소|연구원|위원회|재단|학회|진흥원|병원|의회|관리청|공단|산업무역국|투자국)")
OFFICE = re.compile(r"\S{1,10}(?:국|과|실|팀|본부|부문|센터|사업부|지점|법인|단)")


def is_owner(word, bodies):
    return word.text.endswith("의") or is_body(word.text, bodies, {})


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


DESCENT = re.compile(r"출신(?:인|의)?")


def body_of_clause(words, at, bodies):
    """Return the body that whoever a phrase beginning at words[at] names has founded, leads or has gone to, or None."""
    if at > 3 and DESCENT.fullmatch(words[at - 1].text):
        at -= 2  # `가나를 창업한 공학자 출신 홍길동 대표`
    if at < 2:
        return None
    before, verb = words[at - 2].text, words[at - 1].text
    stem = LEGAL_FORM.sub("", strip_particle(before))
    if stem == before:
        return None
    if LEADS.fullmatch(verb) and before[-1] in "을를":
        return stem if is_body(stem, bodies, {}) else _working_place(words, at - 2, bodies)
    verbs = FOUNDED if before[-1] in "을를" else JOINED if before.endswith(("로", "에", "에서")) else None
    if verbs is None or not verbs.fullmatch(verb) or GENERAL_BODY.fullmatch(stem) or PLACE.fullmatch(stem):
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


def _ends_foreign(phrase):
    """Whether the last syllable of a phrase ends a Vietnamese name and is nobody's family name."""
    return any(word.text in VIETNAMESE_SURNAMES and word.text not in SURNAMES for word in phrase[-4:-1])


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


def is_post(word):
    """Whether a word is another title of somebody: `가나 창업자 홍길동 대표`."""
    if word.endswith("인") and TITLE_WORD.fullmatch(word[:-1]):
        return True
    word = word.removesuffix("이자").removesuffix("인")
    if NOBODY.fullmatch(word) and not BODY.fullmatch(word):
        return True
    is_title = TITLE_WORD.fullmatch(word) and not BODY.fullmatch(word) and not KOREAN_NAME.fullmatch(word)
    return bool(POST.fullmatch(word) or is_title)


COURTESIES = ("씨", "님")
# What says since when, by which ties or from which country somebody speaks, and is no part of the name of a body.
NO_PART = re.compile(
    rf"전|현|신임|전임|초대|전직|현직|퇴직|(?:그|그녀|자신)의|\S{{1,6}}이자|(?:{COUNTRY.pattern})인|현지인"
)


def _is_part(kept):
    """Whether the last of the words is a part of the body that the words before it name."""
    if len(kept) > 2 and kept[-1] in BRANCH and COUNTRY.fullmatch(kept[-2]):  # `가나 베트남 법인` is a body of its own
        return False
    if GENERAL_BODY.fullmatch(kept[-1]) and not DEPARTMENT.fullmatch(kept[-1]):
        return False
    if len(kept) > 1 and (
        kept[-2].startswith("주") or kept[-2].endswith("노조")
    ):  # `주베트남 한국대사관`, `가나노조 …지부`
        return False
    return CHARGE.fullmatch(kept[-1]) is not None or (len(kept) > 1 and DEPARTMENT.fullmatch(kept[-1]) is not None)


def read_body(words, bodies, counts):
    """Return the name of the body that ends a phrase, or None: `반도체 기업 가나전자의` is 가나전자."""
    kept = _kept(words)
    while len(kept) > 1 and COUNTRY.fullmatch(kept[0]) and not (_is_general(kept[1]) or OF_STATE.fullmatch(kept[1])):
        kept.pop(0)
    is_kind = kept and NO_FOREIGN_NAME.fullmatch(kept[-1]) and not (len(kept) > 1 and GENERAL_BODY.fullmatch(kept[-1]))
    if len(kept) > 1 and kept[-1] == "정부" and (COUNTRY.fullmatch(kept[-2]) or kept[-2].endswith(REGION_ENDS)):
        return " ".join(kept[-2:])  # `조지아주 정부`
    if not kept or is_kind or kept[0][:1].isdigit() or COUNTRY.fullmatch(" ".join(kept)):
        return None
    first = len(kept) - 1
    while first > 0 and _belongs(kept, first, bodies, counts):
        first -= 1
    is_described = len(kept) < len(words) and 1 < len(kept) <= 3 and all(map(is_plain, kept[:-1]))
    name = " ".join(kept if is_described and _has_kind(words) else kept[first:])
    return None if GENERAL_BODY.fullmatch(name) and not BODY.fullmatch(name) else name or None


def _has_kind(words):
    """Whether a phrase says of which kind a body is before it names it: all that follows is the name then."""
    return any(NO_FOREIGN_NAME.fullmatch(word.text) for word in words[:-1])


def read_body_behind(words, bodies, counts):
    """Return the name of the body between a name and its title, or None: the first that is known, else all words.

    `홍길동 가나전자 동남아 구매 담당 전무` is of 가나전자, `홍길동 한들 벤처 대표` of 한들 벤처.
    """
    kept = _kept(words)
    while len(kept) > 1 and (COUNTRY.fullmatch(kept[-1]) or FIELD.fullmatch(kept[-1])):
        kept.pop()
    known = next((at for at, text in enumerate(kept[:-1]) if is_body(text, bodies, {})), None)
    if known is not None:
        return read_body([Word(text, 0) for text in kept[: known + 1 + _tails(kept[known + 1 :])]], bodies, counts)
    if 1 < len(kept) <= 3 and all(map(is_plain, kept)):
        return " ".join(kept)
    return read_body([Word(text, 0) for text in kept], bodies, counts)


def read_body_of_staff(words, bodies, counts):
    """Return the body for which somebody without a name works, or None: `밀양시 투자유치과 관계자` for 밀양시."""
    kept = [word for word in words if not FIELD.fullmatch(word.text)]
    while len(kept) > 1 and OFFICE.fullmatch(kept[-1].text) and is_owner(kept[-2], bodies):
        kept.pop()
    named = (at for at, word in enumerate(kept) if _is_named_body(word.text.removesuffix("의"), bodies))
    known = max(named, default=-1)
    if known >= 0 and len(kept) - known == 2 and kept[-1].text not in BRANCH and not _is_tail(kept[-1].text):
        kept.pop()  # `금융감독원 조사 담당자`
    return read_body(kept, bodies, counts)


def _is_named_body(word, bodies):
    return NO_FOREIGN_NAME.fullmatch(word) is None and is_body(word, bodies, {})


def _unowned(word):
    """Return a word without the particle of an owner; `대한상의`, `대표회의` end so themselves."""
    return word if ASSEMBLY.fullmatch(word) else word.removesuffix("의")


ASSEMBLY = re.compile(r"[가-힣]{2,4}상의|[가-힣]*(?:대표|정상|연석|지도자|안보|자문)회의")


def _kept(words):
    """Return the words of a phrase without what says of which kind, in which post or part of a body somebody is."""
    kept = [LEGAL_FORM.sub("", _unowned(word.text)) for word in words if not NO_PART.fullmatch(word.text)]
    if len(kept) > 1 and kept[-1] == "소속":
        kept = kept[:-2] if len(kept) > 2 and OFFICE.fullmatch(kept[-2]) else kept[:-1]
    is_charged = False  # `가나연구원 공급망 담당`: what a charge is of is no part of the name
    while kept and (is_post(kept[-1]) or _is_part(kept) or (is_charged and FIELD.fullmatch(kept[-1]))):
        is_charged = is_charged or CHARGE.fullmatch(kept[-1]) is not None
        kept.pop()
    last = max(
        (at for at, text in enumerate(kept) if NO_FOREIGN_NAME.fullmatch(text) and at + 1 < len(kept)), default=-1
    )
    kept = [text for text in kept[last + 1 :] if text]
    while len(kept) > 1 and is_post(kept[0]):
        kept.pop(0)
    return kept


def _tails(words):
    """Return how many words that follow the name of a body belong to it: `그룹`, `홀딩스`."""
    return next((at for at, text in enumerate(words) if not _is_tail(text)), len(words))


def _is_tail(text):
    is_general = GENERAL_BODY.fullmatch(text) and not (COUNTRY.fullmatch(text) or FIELD.fullmatch(text))
    return is_general or INSTITUTE.fullmatch(text) is not None


def _is_general(text):
    return GENERAL_BODY.fullmatch(text) is not None


def _belongs(kept, first, bodies, counts):
    """Whether the word before kept[first] is a part of the same name."""
    if " ".join(kept[first - 1 :]) in bodies:
        return True
    before, here = kept[first - 1], kept[first]
    if here in BRANCH or (kept[-1] in BRANCH and COUNTRY.fullmatch(here)):
        return True
    if GENERAL_BODY.fullmatch(here) or counts.get(f"{before} {here}", 0) >= 2:
        return True
    if LEGAL_PREFIX.fullmatch(before) or (before.startswith("주") and here.endswith(("대사관", "영사관", "대표부"))):
        return True
    if before.endswith("노조") and here.endswith(("지부", "지회")):
        return True
    both_latin = before.isascii() and here.isascii()
    is_place = before.endswith(("시", "성", "도", "주")) or PLACE.fullmatch(before)
    return both_latin or (
        is_place and here.endswith(("위원회", "청", "공단", "국", "연맹", "연합회", "협회", "조합", "부"))
    )
