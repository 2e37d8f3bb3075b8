"""What bodies a Korean sentence is about, which the next may leave unsaid: its topic, or two that it joins."""

import re

from articles.intake.names import is_body
from articles.intake.names.companies import KIND
from articles.intake.names.korean import NO_BODY
from articles.intake.names.words import COUNTRY
from articles.intake.sums.korean_names import FIRST_OWNER, find_described, find_revealed, known_name
from articles.intake.sums.subjects import (
    is_public,
    may_invest,
    means_the_company,
    stem_of,
    whole_name,
    without_brackets,
)
from articles.text import has_final_consonant

REACH = 120
LISTED = re.compile(
    r"(?<!\S)(?=(?P<first>\S{2,24}?)(?:와|과|,|·|\s및)\s?(?P<second>\S{2,24}(?: \S{2,12}){0,3}?)(?:은"
    r"|는|이|가|으로부터|로부터|에게서)(?=\s))"
)


# `A는 일본 B와 손을 잡았다`: a later `두 회사는` means them.
ALLIED = re.compile(
    r"(?<!\S)(?P<first>[가-힣A-Za-z0-9&]{2,20})[은는이가]\s(?:\S{1,12}\s){0,3}?(?P<second>[가-힣A-Za-z0-9&]{2,20})[와과]\s"
    r"(?:\S{1,10}\s){0,3}?(?:손(?:을|잡)|합작|협력|제휴|공동|양해각서|협약|계약|함께)"
)


# `하이퐁시는 독일 가나에 투자등록증을 발급했다`
LICENSED = re.compile(
    r"(?<!\S)(?P<name>[가-힣A-Za-z0-9&]{2,20}?)에(?:게)?\s\S{0,4}(?:등록|허가|승인)[증서]?\S{0,2}\s(?:발급|수여|교부"
    r"|내[주줬])"
)
BUSINESS = re.compile(
    r"투자|공장|생산|설립|인수|출자|증설|늘[리린]|개발|매출|조성|빌[리린렸]|공시|짓|지[었을어]|세[우웠]|합작|지분|상장"
    r"|발을\s(?:들|담|빼|뺐)|손을\s(?:떼|뗐|잡)|뛰어들|도전장|맞불|가세했|눈독|택했|골랐|낙점"
    r"|단지|시설|진출|법인|연구소|센터|거점|품는|품었|사들|매입|라인|설비|양산|매장|부지|돈을|자금|매출"
)
TOPIC_WORDS = 3
# What stands right before a name deep in a sentence: `자본금 5억원으로 시작한 가나텍은`, `충전 회사 가나온은`.
INTRODUCES = re.compile(rf"[가-힣]{{1,6}}(?:는|던|[한된할운린간인])|[가-힣]{{0,8}}(?:{KIND})")
# `베트남 외식기업 가나비엣이다.`, `카메라 업체 가나광학을 보자.`
PRESENTED = re.compile(
    rf"(?:{KIND})\s(?:‘|'|“)?(?P<name>[가-힣A-Za-z0-9&]{{2,16}}?)(?:’|'|”)?(?:이다|다|였다|이었다|입니다|[을를]\s(?:보자|보면|들여다보자)"
    r"|\s(?:이야기|얘기)다"
    r"|[이가]\s(?:대표적|그렇|그런|눈에|단적))"
)


def find_pair(passage, bodies, is_sure=False):
    """Return the two bodies that a passage joins as one subject (`A와 B는`), or None.

    When it is sure that two bodies act (`각각`), any two nouns that may be bodies are.
    """
    allied = ALLIED.search(passage)
    if allied and all(is_body(allied[key], "ko") for key in ("first", "second")):
        return [allied["first"], allied["second"]]
    for match in reversed(list(LISTED.finditer(without_brackets(passage)[-200:]))):
        first, second = (find_described(match[key].split(), bodies) or match[key] for key in ("first", "second"))
        if all(bodies.knows(name) or (is_sure and is_body(name, "ko")) for name in (first, second)):
            return [first, second]
    return None


def find_joint_subject(before, name, bodies):
    """Return the two bodies that act together before an amount (`가나와 일본 다라는`) when one of them is `name`."""
    matches = list(LISTED.finditer(without_brackets(before)[-REACH:]))
    if not matches or matches[-1].group().endswith("서") or "각각" in before:
        return None
    pair = [find_described(matches[-1][key].split(), bodies) or matches[-1][key] for key in ("first", "second")]
    return pair if name == pair[1] and all(bodies.knows(each) for each in pair) else None


def join_names(pair):
    """Return two names as one: `가나전자와 다라물산`."""
    return f"{pair[0]}{'과' if has_final_consonant(pair[0]) else '와'} {pair[1]}"


def find_topic(sentence, bodies, recalled=None):
    """Return the body that a sentence is about, which the next may leave unsaid, or None."""
    bare = without_brackets(sentence[:400])
    presented = PRESENTED.search(bare)
    revealed = presented["name"] if presented else find_revealed(bare)
    if revealed and is_body(revealed, "ko"):
        return revealed
    words = bare.split()
    for particles in ("은는", "이가", "도"):
        for at, word in enumerate(words):
            stem = stem_of(word, particles)
            name = stem and whole_name(stem, " ".join(words[max(0, at - 4) : at]))
            if stem and means_the_company(stem, name):
                return recalled
            if name and bodies.knows(name):
                return bodies.complete(name)
    licensed = LICENSED.search(sentence[:400])
    if licensed and is_body(licensed["name"], "ko"):
        return licensed["name"]
    return known_name(FIRST_OWNER.search(sentence[:60]), bodies) or _acting_topic(sentence, words, bodies)


def _acting_topic(sentence, words, bodies):
    """Return the noun that a sentence of business opens with as its topic, though nothing else tells of it, or None.

    Behind a country (`독일 가나도`) it may stand anywhere.
    """
    if not BUSINESS.search(sentence[:400]):
        return None
    for at, word in enumerate(words):
        is_foreign = at > 0 and COUNTRY.fullmatch(words[at - 1]) is not None
        if at >= TOPIC_WORDS and not (is_foreign or INTRODUCES.fullmatch(words[at - 1])):
            continue
        stem = stem_of(word, "은는도" if is_foreign else "은는")
        is_name = stem and len(stem) > 2 and is_body(stem, "ko") and not stem.endswith(NO_BODY)
        if is_name and stem not in bodies.people and may_invest(stem) and not is_public(stem):
            return bodies.complete(stem, " ".join(words[:at]))
    return None
