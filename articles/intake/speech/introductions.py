"""Whom and what a Korean passage introduces, is about, or gives another post."""

import re
from dataclasses import replace

from articles.intake.names import is_body as is_named
from articles.intake.names.words import GOVERNMENT, NO_GOVERNMENT, VERBAL
from articles.intake.speech.body_phrases import read_body, read_body_behind, read_body_of_staff
from articles.intake.speech.korean import find_candidates, subject_of
from articles.intake.speech.korean_bodies import read_body_source
from articles.intake.speech.korean_people import read_marked_name, read_named_person
from articles.intake.speech.parties import FOUNDED, first_of_charge, read_titled
from articles.intake.speech.people import AGE, LATIN_NAME, LEGAL_FORM, find_name, is_body
from articles.intake.speech.phrases import Word, bare_title, phrase_before, split_words
from articles.intake.speech.sources import Source
from articles.intake.speech.words import (
    BODY,
    COMMON_SURNAMES,
    COMPANY,
    COUNTRY,
    GENERAL_BODY,
    HE,
    KIND,
    KOREAN_NAME,
    NO_FOREIGN_NAME,
    NO_NAME,
    NO_SPEAKER,
    NOBODY,
    PLACE,
    THE_BODY,
    TITLE_WORD,
    UNEMPLOYED,
)
from articles.text import strip_particle
from articles.vocabulary import Attribution


def find_korean_people(text, cast):
    """Return the Sources of everybody whom a Korean passage names with a title, in order."""
    words, people = split_words(text), []
    for at in range(len(words)):
        if AGE.fullmatch(words[at].inner) or LATIN_NAME.fullmatch(words[at].inner):
            source = read_marked_name(words, at, cast)
            people += [source] if source else []
        told = (
            read_head_of_body(words, at, cast)
            or read_founder(words, at, cast)
            or read_name_behind_post(words, at, cast)
        )
        people += [told] if told else []
        stem = words[at].text.rstrip(',.”"')
        stem = stem if TITLE_WORD.fullmatch(stem) else bare_title(stem)
        if not stem and (source := read_owned_name(words, at, cast)):
            people.append(source)
        if BODY.fullmatch(stem) and at + 1 < len(words) and is_title_behind(words[at + 1].text):
            continue  # `서해리 가나연구원 연구위원`
        if stem and (party := read_titled(words, at, stem, cast.counts, cast.bodies)) and party.name:
            people.append(
                Source(Attribution.NAMED, party.name, party.romanised, party.title, party.body, "introduced@1")
            )
    return people


def read_owned_name(words, at, cast):
    """Return the Source of a name behind its owner with a title nobody knows (`가나의 홍길동 펠로는`), or None."""
    stem, role = subject_of(words, at)
    if not (stem and role):
        return None
    for first in range(at - 1, max(at - LONGEST_TITLE, 0), -1):
        owner, name = words[first - 1].text, words[first].text
        is_name = KOREAN_NAME.fullmatch(name) and name[0] in COMMON_SURNAMES and not NO_NAME.fullmatch(name)
        if owner.endswith("의") and is_name and name not in cast.bodies:
            body = read_body(phrase_before(words, first, cast.counts), cast.bodies, cast.counts)
            title = " ".join([*(word.text for word in words[first + 1 : at]), stem])
            return Source(Attribution.NAMED, name, None, title, body, "introduced@1") if body else None
        if strip_particle(name) != name:
            return None
    return None


HEAD_IN_BRACKET = re.compile(
    r"(?P<title>(?:공동)?(?:대표이사|대표|사장|회장|원장|총장|이사장|CEO|시장|도지사|지사|군수|구청장|청장|위원장|행장|총재|관장|조합장|본부장))(?:이사)?\s?[:·]?\s?(?P<name>[^,·]{2,20})(?:[,·].*)?"
)


FOREIGN_NAME = re.compile(r"[가-힣]{1,5}(?: [가-힣]{1,6}){1,3}")


def read_head_of_body(words, at, cast):
    """Return the Source of the head whom brackets behind a body name: `가나전자(대표 홍길동, 이하 ‘가나’)`, or None."""
    told = HEAD_IN_BRACKET.fullmatch(words[at].inner)
    if told is None or not (KOREAN_NAME.fullmatch(told["name"]) or FOREIGN_NAME.fullmatch(told["name"])):
        return None
    named = Word(strip_particle(words[at].text) if words[at].text[-1:] in "은는이가" else words[at].text, 0)
    body = read_body([*phrase_before(words, at, cast.counts)[-2:], named], {named.text, *cast.bodies}, cast.counts)
    return Source(Attribution.NAMED, told["name"], None, told["title"], body, "introduced@1") if body else None


def read_founder(words, at, cast):
    """Return the Source of whoever has founded or leads the body behind (`다니엘 쯔엉이 창업한 가나AI는`), or None."""
    if at + 2 >= len(words) or words[at].text[-1] not in "이가" or not FOUNDED.fullmatch(words[at + 1].text):
        return None
    stem = words[at].text[:-1]
    phrase = [*phrase_before(words, at, cast.counts), Word(stem, words[at].start, words[at].inner)]
    span = find_name(phrase, cast.counts, cast.bodies)
    behind = range(at + 2, min(at + 6, len(words)))
    end = next((i for i in behind if strip_particle(words[i].text) != words[i].text), at)
    is_whole = span is not None and span[1] == len(phrase) and span[1] - span[0] > 1  # `이마트가` is no person
    if not is_whole or end == at or NO_NAME.fullmatch(stem):
        return None
    named = [*words[at + 2 : end], Word(strip_particle(words[end].text), words[end].start)]
    body = read_body(named, cast.bodies, cast.counts)
    name = " ".join(word.text for word in phrase[span[0] :])
    roman = words[at].inner if LATIN_NAME.fullmatch(words[at].inner) else None
    return Source(Attribution.NAMED, name, roman, None, body, "introduced@1") if body else None


def read_name_behind_post(words, at, cast):
    """Return the Source of a Korean name behind the title it is said to bear (`가나 대표인 홍길동은`), or None."""
    stem, role = subject_of(words, at)
    if not role or not at or not words[at - 1].text.endswith("인") or not bare_title(words[at - 1].text):
        return None
    is_name = KOREAN_NAME.fullmatch(stem) and not (BODY.fullmatch(stem) or NO_NAME.fullmatch(stem))
    return read_named_person(words, at, stem, cast) if is_name else None


def is_title_behind(word):
    return TITLE_WORD.fullmatch(word) is not None or bool(bare_title(word))


def read_korean_label(name, role, cast):
    """Return the Source of a label whose parts are marked (`[김하늘 / 가나연구원 연구위원]`), or None."""
    words = split_words(role)
    at = next((i for i in range(len(words) - 1, -1, -1) if is_titled(words[i].text)), None)
    bare = name.split("(")[0].strip()
    if at is None or not NAME_OF_LABEL.fullmatch(bare):
        return None
    first = first_of_charge(words, at)
    is_somebody = NOBODY.fullmatch(words[at].text) and not TITLE_WORD.fullmatch(words[at].text)
    body = None if is_somebody else read_body_behind(words[:first], cast.bodies, cast.counts)
    spoken = " ".join(word.text for word in words[first : at + 1])
    return Source(Attribution.NAMED, bare, None, spoken, body, "script-label@1")


def find_employer(label, cast):
    """Return the known or public body for which somebody without a name works (`가나물류 직원`), or None."""
    words = split_words(label)
    body = read_body_of_staff(words[:-1], cast.bodies, cast.counts)
    is_public = body and GOVERNMENT.fullmatch(body) and not (NO_GOVERNMENT.fullmatch(body) or COUNTRY.fullmatch(body))
    is_employed = is_public and not UNEMPLOYED.fullmatch(words[-1].text)
    return body if body and (is_employed or names_a_body(body, cast)) else None


def is_titled(word):
    return TITLE_WORD.fullmatch(word) is not None or NOBODY.fullmatch(word) is not None


LONGEST_TITLE = 4  # words
NAME_OF_LABEL = re.compile(r"[가-힣A-Za-z.'’-]{1,12}(?: [가-힣A-Za-z.'’-]{1,12}){0,4}")


def names_a_body(stem, cast):
    """Whether a word is a body that the story has named, or a company by its ending."""
    return stem in cast.bodies or COMPANY.fullmatch(stem) is not None


# From whom or to whom something goes: a passage is about the one who acts.
OTHER_SIDE = re.compile(r".+(?:로부터|에게서|에게)[,.]?")


# What tells of companies is none: `현지 매체 가나타임스는`.
TELLER = re.compile(r"\S{0,8}(?:매체|경제지|일간지|주간지|전문지)")


def find_topic(text, cast):
    """Return the body that a passage is about: its first subject that names one, or None."""
    words = split_words(text)
    for at in range(1, min(len(words), 40)):
        kind = words[at - 1].text
        if KIND.fullmatch(kind) and not TELLER.fullmatch(kind) and not OTHER_SIDE.fullmatch(words[at].text):
            name = LEGAL_FORM.sub("", strip_particle(words[at].text.strip(",.")))
            if name in cast.bodies:
                return name
    for at in range(min(len(words), 40)):
        stem, role = subject_of(words, at)
        if stem and role and not TITLE_WORD.fullmatch(stem) and names_a_body(stem, cast):
            source = read_body_source(words, at, stem, cast, role)
            is_teller = at > 0 and TELLER.fullmatch(words[at - 1].text)
            if source and source.organisation and source.rule == "ko-body@1" and not is_teller:
                is_beside = role != "topic" or words[at].text.rstrip(",").endswith("도")  # `모회사인 가나도`
                return None if is_beside and cast.is_fresh else source.organisation
    return _find_actor(text, words, cast)


# What companies do: whoever does it is one, though nothing else says so.
ACTS = re.compile(
    r"짓[는기고습]|지을|지어|지었|세우|세운|세웠|세웁|들여|들인다|들입니다|투자|착공|준공|인수|사들|체결|출자|증설|설립|진출|양산|공급|백지화"
    r"|발을\s(?:들|담|빼|뺐)|손을\s(?:떼|뗐|잡)|뛰어들|도전장|맞불|택했|골랐|낙점|[을를]\s새로\s(?:깐|깔|놓|들)"
    r"|두고\s있|직원\s?(?:\S\s)?[\d,]+명|매장이\s|법정관리"
    r"|(?:업체|기업|회사|스타트업|개발사|운용사|제조사|운영사|합작사)(?:이?다|였다|이었다|입니다|로,)"
    r"|유치|상장|공시|매각|출시|접었|철수|합작|생산|쓴다|쏟"
)
FIRST = 6  # words of a sentence among which its subject stands


def _find_actor(text, words, cast):
    """Return the body that nothing tells but what it does: `테라빔은 평택에 2공장을 짓기로 했다`."""
    for at in range(min(len(words), FIRST)):
        stem, role = subject_of(words, at)
        is_foreign = at > 0 and COUNTRY.fullmatch(words[at - 1].text) is not None
        is_inner = role == "subject" and at > 0 and not is_foreign
        if not role or is_inner or not _may_act(stem, cast) or is_title_behind(stem):
            continue
        if not ACTS.search(text, words[at].start + len(words[at].text)):
            return None
        source = read_body_source(words, at, stem, cast, role)
        return source.organisation if source else None
    return None


def _may_act(stem, cast):
    """Whether a noun may be the name of a company."""
    refused = (KOREAN_NAME, NOBODY, NO_NAME, PLACE, COUNTRY, NO_FOREIGN_NAME, THE_BODY, NO_SPEAKER, HE, VERBAL)
    is_person = any(stem in source.speaker.split() for source in cast.people)
    return is_named(stem, "ko") and not is_person and not any(pattern.fullmatch(stem) for pattern in refused)


def find_focus(sentence, cast):
    """Return whom a sentence is about: its last topic that can speak; None when it names nobody."""
    found = [candidate for candidate in find_candidates(sentence, cast) if candidate.is_topic]
    return found[-1].source if found and found[-1].source.rule != "ko-title-alone@1" else None


def find_appointment(sentence, cast, people):
    """Return the Source of the person whom a sentence gives another post (`지금은 가나 부사장이다`), or None."""
    person = people[-1] if people else cast.focus
    if person and not person.speaker and cast.latest:  # `줄자를 든 사람은 리엄 오코너 씨. 가나의 총괄이다.`
        person = cast.latest
    if person is None or not person.speaker:
        return None
    words = split_words(sentence)
    is_appointment = bool(people and APPOINTED.search(sentence))
    for at, word in enumerate(words):
        post = POST.fullmatch(f"{word.text} {words[at + 1].text if at + 1 < len(words) else ''}")
        given = GIVEN_POST.fullmatch(word.text) if is_appointment else None
        stem = (post or given) and (post or given)["title"]
        if not stem or not TITLE_WORD.fullmatch(stem):
            continue
        party = read_titled(words, at, stem, cast.counts, cast.bodies)
        if (
            party
            and not party.name
            and not party.surname
            and party.body
            and is_body(party.body.split()[-1], cast.bodies, {})
        ):
            return replace(person, title=party.title, organisation=party.body, rule="appointed@1")
    return _find_own_body(words, person, cast)


def _find_own_body(words, person, cast):
    """Return a person with the body that a sentence says that he has founded, leads or works for, or None."""
    for at in range(len(words) - 1):
        text, verb = words[at].text, words[at + 1].text
        verbs = OWN if text[-1] in "을를" else WORKS if text.endswith(("에", "로", "에서")) else None
        if verbs is None or not verbs.match(verb):
            continue
        stem = strip_particle(text)
        is_told = stem in cast.bodies or (stem != text and COMPANY.fullmatch(stem))
        if not is_told or GENERAL_BODY.fullmatch(stem):
            continue
        body = read_body([*phrase_before(words, at, cast.counts), Word(stem, 0)], cast.bodies, cast.counts)
        return replace(person, organisation=body, rule="appointed@1") if body else None
    return None


# What somebody does with a body that he speaks for from then on; not where he once worked.
OWN = re.compile(
    r"(?:공동\s?)?(?:창업|설립|창립)(?:했|하고|해\s)|세웠|세워|차렸|차려|꾸렸|이끈다|이끌고|이끌며|운영한다|운영하고"
)
WORKS = re.compile(
    r"(?:입사|합류|이직)(?:했|한다)|(?:근무|재직)(?:한다|하고|하며|\s?중)|일한다|일하고|일하며|다닌다|다니고|옮겼|몸담고"
)
# `가나전자 신임 대표에는 홍길동 부사장이 내정됐다`
GIVEN_POST = re.compile(r"(?P<title>\S{2,14}?)에(?:는)?")
APPOINTED = re.compile(r"내정|선임|임명|선출|발탁|승진|기용")
POST = re.compile(
    r"(?P<title>\S{2,14}?)(?:(?:이다|이었다|였다)[.,]? ?\S*|(?:으로|로) (?:자리|옮|취임|선임|영입|승진|부임|발탁)\S*"
    r"|(?:직)?[을를] (?:맡|지냈|지내|거쳐|거친|역임)\S*)"
)
