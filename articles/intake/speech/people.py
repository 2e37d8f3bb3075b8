"""Which words of a Korean noun phrase are the name of a person: by spelling, syllables, and what is beside them."""

import re
from functools import lru_cache

from articles.intake.speech.foreign_names import find_foreign_pair
from articles.intake.speech.words import (
    BODY,
    CHARGE,
    COMMON_SURNAMES,
    COUNTRY,
    FIELD,
    GENERAL_BODY,
    GIVEN_SYLLABLES,
    JAPANESE_NAME,
    KOREAN_NAME,
    NO_FOREIGN_NAME,
    NO_NAME,
    NO_TITLE,
    NOBODY,
    PLACE,
    POST,
    SHORT_NAME,
    TITLE_WORD,
    VIETNAMESE_SURNAMES,
)

LATIN_NAME = re.compile(r"[A-ZÀ-ỸĐ][\wÀ-ỹ.'’-]*(?:[ ,]{1,2}[A-ZÀ-ỸĐa-z][\wÀ-ỹ.'’-]*){1,5}")
AGE = re.compile(r"\d{2}(?:세|살)?|[^,]{2,40},\s?\d{2}(?:세|살)?|\d{2}[·,]\s?[남여]|가명|[남여],?\s?\d{2}세?")
HANJA = re.compile(r"[一-鿿]{2,6}")
LEGAL_FORM = re.compile(r"^(?:㈜|주식회사|\(주\)|유한회사)|(?:㈜|\(주\))$")


def is_body(word, bodies, counts):
    """Whether a word names a body: by its ending, or since the story speaks of it again and again."""
    word = LEGAL_FORM.sub("", word)
    if JAPANESE_NAME.fullmatch(word):
        return False
    if word in bodies or (BODY.fullmatch(word) and not KOREAN_NAME.fullmatch(word)):
        return True
    if KOREAN_NAME.fullmatch(word):
        return BODY.fullmatch(word) is not None and NO_NAME.fullmatch(word) is not None
    is_latin = word.isascii() and word[:1].isupper()
    return is_latin or NO_FOREIGN_NAME.fullmatch(word) is not None or counts.get(word[:20], 0) >= 3


def find_name(phrase, counts, bodies):
    """Return (first, last + 1) of the words of a phrase that are somebody's name, or None."""
    told = (
        _marked_name(phrase)
        or find_foreign_pair([word.text for word in phrase], lambda word: _is_told_body(word, bodies))
        or _owned_name(phrase)
        or _name_behind_role(phrase, bodies)
    )
    if told:
        return told
    owner = max((at for at, word in enumerate(phrase) if word.text.endswith("의") and len(word.text) > 1), default=-1)
    scored = [(score, -at) for at in range(owner + 1, len(phrase)) if (score := _score_korean(phrase, at, bodies)) > 2]
    if scored:
        at = -max(scored)[1]
        # `패트릭 오말리 가나 사장`: where the body stands behind, what stands before is a part of the name.
        is_second = at == 1 and len(phrase) > 2 and is_plain(phrase[0].text) and phrase[0].text not in bodies
        return at - is_second, at + 1
    return _foreign_name(phrase, counts, bodies)


def _is_told_body(word, bodies):
    """Whether a word is a body's by its ending, or is one that the story has named."""
    return word in bodies or (BODY.fullmatch(word) is not None and not JAPANESE_NAME.fullmatch(word))


def _name_behind_role(phrase, bodies):
    """Return the words of a name behind what somebody is (`상인 호앙티란`, `창업자인 레꽝민`), or None."""
    last = max((at for at, word in enumerate(phrase[:-1]) if is_role(word.text)), default=-1)
    if last < 0 or any(_score_korean(phrase, at, bodies) > 2 for at in range(last)):
        return None
    name = [word.text for word in phrase[last + 1 :]]
    first = next((at for at, text in enumerate(name) if _is_told_body(text, bodies)), len(name))
    texts = name[:first]
    is_whole = all(map(is_plain, texts)) and not any(FIELD.fullmatch(text) or CHARGE.fullmatch(text) for text in texts)
    if len(texts) > 1 and is_glued_vietnamese(texts[0]):
        texts = texts[:1]
    is_long = len("".join(texts)) > 2 and len(texts) <= LONGEST_FOREIGN
    return (last + 1, last + 1 + len(texts)) if texts and is_whole and is_long else None


def is_glued_vietnamese(word):
    """Whether a word is a Vietnamese name written in one: `쩐티마이`."""
    return 2 < len(word) < 6 and any(
        word.startswith(name) and len(word) > len(name) + 1 for name in VIETNAMESE_SURNAMES
    )


@lru_cache(maxsize=4096)  # a story repeats its words
def is_role(word):
    """Whether a word says what somebody is whose name stands behind it."""
    if word.endswith("인") and TITLE_WORD.fullmatch(word[:-1]):
        return True
    if BODY.fullmatch(word) or KOREAN_NAME.fullmatch(word):
        return False
    return NOBODY.fullmatch(word) is not None or bool(TITLE_WORD.fullmatch(word) and not NO_TITLE.fullmatch(word))


def _owned_name(phrase):
    """Return the two words of a foreign name behind its owner (`가나의 패트릭 오말리`), or None."""
    if len(phrase) < 3 or not phrase[-3].text.endswith("의"):
        return None
    first, second = phrase[-2].text, phrase[-1].text
    is_descriptive = FIELD.fullmatch(first) or CHARGE.fullmatch(first) or KOREAN_NAME.fullmatch(first)
    return (len(phrase) - 2, len(phrase)) if is_plain(first) and is_plain(second) and not is_descriptive else None


def _marked_name(phrase):
    """Return the words before a bracket with the Latin spelling or the age of somebody."""
    for at, word in enumerate(phrase):
        spelt = word.inner.split(",")[0]
        is_spelt = LATIN_NAME.fullmatch(spelt) is not None
        if is_organisation_alias(word) or not (is_spelt or AGE.fullmatch(word.inner) or HANJA.fullmatch(word.inner)):
            continue
        count = _count_spelt(phrase, at, spelt) if is_spelt else _count_plain(phrase, at)
        if HANJA.fullmatch(word.inner):  # four signs are a Japanese name of two words
            count = 2 if len(word.inner) > 3 and at and is_plain(phrase[at - 1].text) else 1
        owned = max(
            (i + 1 for i in range(at) if phrase[i].text.endswith("의") or is_general(phrase[i].text)), default=0
        )
        return max(owned, at - count + 1), at + 1
    return None


def is_general(word):
    """Whether a word says what kind of body somebody belongs to, and is no part of a name."""
    return NO_FOREIGN_NAME.fullmatch(word) is not None


LONGEST_FOREIGN = 4  # words of a foreign name
LONGEST_GIVEN = 4  # syllables of the second word of a foreign name
NATIONAL = re.compile(
    r"(?:한국|중국|일본|미국|외국|현지|대만|태국|독일|영국|인도|베트남)인|고위|전직|현직|실무|핵심|중간"
)
PUBLIC_OFFICE = re.compile(r"해관|세관|검역소|보건소|경찰서|소방서|세무서")
REGION_ENDS = ("주", "성", "시", "도", "현")
VOWELS = re.compile(r"[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýạ-ỹăơưęąőűůī]+", re.I)


def _count_spelt(phrase, at, spelt):
    """Return how many words of a phrase up to `at` a Latin spelling spells.

    That is as many as it has itself, but a Korean writes his name in one: the syllables tell.
    """
    text, latin = phrase[at].text, re.split(r"[ -]", spelt)
    count = min(len(latin), at + 1)
    if len(text) == len(latin) >= 3:
        return 1
    if count > 1 and KOREAN_NAME.fullmatch(text):
        spoken = len(VOWELS.findall(spelt))
        return 1 if spoken == len(text) else count
    return count


def _count_plain(phrase, at):
    return 1 if KOREAN_NAME.fullmatch(phrase[at].text) else _length_of_foreign(phrase, at)


def is_organisation_alias(word):
    """Whether a bracket gives the Latin name of a body and not of a person."""
    return BODY.fullmatch(word.text.removesuffix("의")) is not None and not KOREAN_NAME.fullmatch(word.text)


def _length_of_foreign(phrase, at):
    first = next((i for i in range(at + 1) if phrase[i].text in VIETNAMESE_SURNAMES), None)
    if first is not None and at - first < 4:
        return at - first + 1
    plain = [i for i in range(max(0, at - 1), at + 1) if not BODY.fullmatch(phrase[i].text)]
    return len(plain) or 1


def _score_korean(phrase, at, bodies):
    """Return how much a word of a phrase looks like the name of a Korean."""
    text = phrase[at].text
    is_adjacent, is_owned = at == len(phrase) - 1, at > 0 and phrase[at - 1].text.endswith("의")
    if text.endswith("인") and TITLE_WORD.fullmatch(text[:-1]):
        return 0  # `가나전자 이사인 레 득 하이`
    if text in bodies or PLACE.fullmatch(text) or NATIONAL.fullmatch(text):
        return 0
    if not KOREAN_NAME.fullmatch(text):
        is_short = (
            SHORT_NAME.fullmatch(text)
            and is_adjacent
            and (is_owned or (at > 0 and BODY.fullmatch(phrase[at - 1].text)))
        )
        return 2.2 if is_short and phrase[at - 1].text not in VIETNAMESE_SURNAMES else 0
    is_common = text[0] in COMMON_SURNAMES
    is_followed_short = not is_adjacent and len(phrase[at + 1].text) < 3  # `제이나 벨`
    is_given = all(syllable in GIVEN_SYLLABLES for syllable in text[1:]) and not is_followed_short
    score = 2.2 + max(is_common * 1.4, is_given * 1.0) + is_adjacent * 0.7 + is_owned + (at == 0) * 0.5
    if (
        not is_common
        and not is_adjacent
        and _may_be_name(phrase[at + 1].text)
        and len(phrase[at + 1].text) <= LONGEST_GIVEN
        and not BODY.fullmatch(phrase[at + 1].text)
    ):
        score -= 1.2  # `제이나 벨`: the first of two words of a foreign name
    if not is_common and at > 0 and is_plain(phrase[at - 1].text):
        score -= 1.2  # and the second
    in_foreign = at > 0 and phrase[at - 1].text in VIETNAMESE_SURNAMES and len(phrase[at - 1].text) > 1
    # `채윤도 뉴로틸 대표` is no province.
    is_led = at == 0 and len(phrase) > 1 and phrase[1].text in bodies and text[1] in GIVEN_SYLLABLES
    return score - 2.2 * (NO_NAME.fullmatch(text) is not None and not is_led) - 3 * in_foreign


@lru_cache(maxsize=4096)  # a story repeats its words
def is_plain(word):
    """Whether a word may be a name, and belongs to no body."""
    is_named_like = JAPANESE_NAME.fullmatch(word) or not BODY.fullmatch(word)
    return not word.endswith("의") and _may_be_name(word) and bool(is_named_like) and not is_general(word)


def _foreign_name(phrase, counts, bodies):
    """Return the words of a phrase that are the name of somebody who is no Korean, or None."""
    texts = [word.text for word in phrase]
    owner = max((at for at, text in enumerate(texts) if text.endswith("의") and len(text) > 1), default=-1)
    first, rest = owner + 1, texts[owner + 1 :]
    span = _vietnamese_name(rest) if any(text in VIETNAMESE_SURNAMES for text in rest[:-1]) else None
    if span is None:
        flags = [
            is_body(text, bodies, counts) or bool(CHARGE.fullmatch(text) or COUNTRY.fullmatch(text)) for text in rest
        ]
        span = _plain_name(rest, flags, owner >= 0)
    return span and (first + span[0], first + span[1])


def _vietnamese_name(rest):
    """Return the words of a name that begins with a Vietnamese family name, or None."""
    first = next(at for at, text in enumerate(rest) if text in VIETNAMESE_SURNAMES)
    end = first + 1
    while end < len(rest) and end - first < 4 and _goes_on(rest, end):
        end += 1
    return (first, end) if end - first >= 2 else None


def _goes_on(rest, at):
    """Whether a word may be a further one of a Vietnamese name; some are places, too: `도 티 후에`."""
    word = rest[at]
    is_place = PLACE.fullmatch(word) and at + 1 < len(rest)
    return len(word) <= 4 and not (is_place or BODY.fullmatch(word) or COUNTRY.fullmatch(word))


def _plain_name(rest, flags, is_owned):
    """Return the words that may be a name among those of which flags tell whether they name a body, or None.

    `마이클 벨 가나 사장` names the body behind the name, if neither is known.
    """
    if is_owned and rest and not any(flags):
        return 0, len(rest)
    span = _longest_run(flags)
    if span is None or (len(rest) == 1 and not any(flags)):
        return None
    low, high = span
    if not any(flags):
        return (0, 2) if len(rest) == 2 else (max(0, len(rest) - 3), len(rest) - 1)
    is_headed_alone = high < len(rest) and PUBLIC_OFFICE.fullmatch(rest[high]) and low == 0
    if high - low == 1 and is_headed_alone:  # `핑샹 세관 책임자`
        return None
    if high - low == 1:
        return span if _may_be_name(rest[low]) else None
    is_headed = high < len(rest) and (GENERAL_BODY.fullmatch(rest[high]) or rest[high - 1].endswith(REGION_ENDS))
    if high - low == 3 and is_headed:
        return low, high - 1  # `리사 호건 오린 세미컨덕터 부사장`: a general word has the name of the body before it
    if high - low > 3:
        return (high - 2, high) if high == len(rest) else (low, low + 2)
    return span


def _longest_run(flags):
    """Return the longest run of words that name no body, or None."""
    best, at = None, 0
    while at < len(flags):
        end = at
        while end < len(flags) and not flags[end]:
            end += 1
        if end > at and (best is None or end - at > best[1] - best[0]):
            best = at, end
        at = end + 1
    return best


def _may_be_name(word):
    return (
        2 <= len(word) <= 7
        and all("가" <= c <= "힣" for c in word)
        and not NOBODY.fullmatch(word)
        and not POST.fullmatch(word)
        and not NATIONAL.fullmatch(word)
        and not COUNTRY.fullmatch(word)
        and not PLACE.fullmatch(word)
    )
