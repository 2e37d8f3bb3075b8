"""Which words of a Korean noun phrase are the name of a body."""

import re

from articles.intake.speech.people import LEGAL_FORM, REGION_ENDS, is_body, is_plain
from articles.intake.speech.phrases import OF_PUBLIC, Word
from articles.intake.speech.words import (
    BODY,
    CHARGE,
    COUNTRY,
    DEPARTMENT,
    FIELD,
    GENERAL_BODY,
    KOREAN_NAME,
    LEGAL_PREFIX,
    NO_FOREIGN_NAME,
    NOBODY,
    PLACE,
    POST,
    TITLE_WORD,
)

# Of these every country has its own: `베트남 상공부`, `독일 경제연구소`.
OF_STATE = re.compile(
    r"[가-힣]{1,5}(?:부|청|처|위원회|의회)|\S{0,8}(?:협회|연구원|연구소|학회|중앙은행|상공회의소|재단)"
)
BRANCH = ("법인", "현지법인", "지사", "지점")
INSTITUTE = re.compile(r"\S{0,10}(?:연구소|연구원|위원회|재단|학회|진흥원|병원|의회|관리청|공단|산업무역국|투자국)")
OFFICE = re.compile(r"\S{1,10}(?:국|과|실|팀|본부|부문|센터|사업부|지점|법인|단)")


# What says since when, by which ties or from which country somebody speaks, and is no part of the name of a body.
NO_PART = re.compile(
    rf"전|현|신임|전임|초대|전직|현직|퇴직|(?:그|그녀|자신)의|\S{{1,6}}이자|(?:{COUNTRY.pattern})인|현지인"
)


def _is_part(kept):
    """Whether the last of the words is a part of the body that the words before it name."""
    if len(kept) > 2 and kept[-1] in BRANCH and COUNTRY.fullmatch(kept[-2]):  # `가나 베트남 법인` is a body of its own
        return False
    if len(kept) > 1 and kept[-1].endswith("과") and OF_PUBLIC.fullmatch(kept[-2]):
        return True
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


def is_owner(word, bodies):
    return word.text.endswith("의") or is_body(word.text, bodies, {})


def is_post(word):
    """Whether a word is another title of somebody: `가나 창업자 홍길동 대표`."""
    if word.endswith("인") and TITLE_WORD.fullmatch(word[:-1]):
        return True
    word = word.removesuffix("이자").removesuffix("인")
    if NOBODY.fullmatch(word) and not BODY.fullmatch(word):
        return True
    is_title = TITLE_WORD.fullmatch(word) and not BODY.fullmatch(word) and not KOREAN_NAME.fullmatch(word)
    return bool(POST.fullmatch(word) or is_title)
