"""Whom a Korean noun phrase names: with a title, by a surname, a part of a name or a mark, or without a name."""

import re
from dataclasses import replace

from articles.intake.speech.body_phrases import read_body
from articles.intake.speech.foreign_names import find_foreign_pair
from articles.intake.speech.parties import first_of_charge, read_titled, seat_of
from articles.intake.speech.people import AGE, LATIN_NAME, find_name, is_body, is_plain
from articles.intake.speech.phrases import Word, bare_title, phrase_before
from articles.intake.speech.sources import Source
from articles.intake.speech.unnamed import KIND_OF_BODY, read_unnamed_title
from articles.intake.speech.words import (
    BODY,
    KIND_OF_COMPANY,
    KOREAN_NAME,
    NO_NAME,
    NOBODY,
    TITLE_WORD,
    VIETNAMESE_SURNAMES,
)
from articles.text import strip_particle
from articles.vocabulary import Attribution

RISEN = re.compile(r"오른|맡은|취임한|선임된|발탁된|부임한|임명된|지낸")
LEAST_INSTITUTE = 6  # syllables
LONGEST_VIETNAMESE = 4  # words of a name
LEAST_BODY = 4  # syllables of a name that the story has not introduced: a person is hardly called by so long a part
STAFF = ("대변인", "담당")  # who is called by the body, not by the own name
SAME_BODY = re.compile(r"(?:같은|이|동)\s(?:회사|기업|그룹|은행|기관|연구소|대학|업체|" + KIND_OF_COMPANY + ")")


def read_titled_person(words, at, stem, cast):
    """Return the Source of whoever the title `stem`, of words[at], and the words before it mean, or None."""
    if not TITLE_WORD.fullmatch(stem):
        return None
    unnamed = read_unnamed_title(words, at, stem, cast)
    if unnamed:
        return unnamed
    party = read_titled(words, at, stem, cast.counts, cast.bodies)
    if party is None or (len(stem) >= LEAST_INSTITUTE and BODY.fullmatch(stem) and not (party.name or party.surname)):
        return None  # `대외통상연구원은`: a body that ends like a title
    if not party.name:
        return _recall_party(party, stem, cast)
    again = cast.recall(lambda source: party.name in source.speaker.split(), "ko-name-again@1")
    if again:
        return again
    same = SAME_BODY.search(" ".join(word.text for word in words[max(0, at - 5) : at]))
    if same and not party.body:
        is_last = same.group().startswith("같은") and cast.last
        party = replace(party, body=cast.last.organisation if is_last else cast.told_of)
    is_kind = not party.body or KIND_OF_BODY.fullmatch(party.body)
    if is_kind and at and KIND_OF_BODY.fullmatch(words[at - 1].text):  # `허다솔 공사 사장`
        party = replace(party, body=cast.called(words[at - 1].text))
    source = Source(Attribution.NAMED, party.name, party.romanised, party.title, party.body, "ko-name-title@1")
    return cast.complete(source)


def _recall_party(party, stem, cast):
    """Return whom a title with a surname, a part of a name or a body means."""
    if party.surname:
        return _recall_surname(party, stem, cast)
    if party.hidden:
        return Source(Attribution.ANONYMOUS, None, None, party.title, party.body, "ko-unnamed@1")
    if party.part:
        found = cast.recall(lambda source: _is_part_of(party.part, source.speaker), "ko-name-again@1")
        if found:
            return found
    if party.body is None and party.part is None:
        found = cast.recall(lambda source: (source.title or "").endswith(stem), "ko-title-again@1")
        return found or Source(title=party.title, rule="ko-title-alone@1")
    if NOBODY.fullmatch(stem):
        return None
    if (
        party.part
        and party.part == party.body
        and not (is_body(party.body, cast.bodies, {}) or cast.counts.get(party.body, 0) > 1)
        and not (stem.endswith(STAFF) or len(party.body) >= LEAST_BODY)
    ):
        party = replace(party, body=None)  # `호앙 대표`: the name of somebody whom nothing has introduced
    known = party.body and cast.recall(
        lambda source: source.organisation == party.body and (source.title or "").endswith(stem), "ko-title-again@1"
    )
    return known or Source(Attribution.ROLE_ONLY, None, None, party.title, party.body, "ko-role@1")


def _is_part_of(part, name):
    """Whether a story may call somebody by a part of his name: a word of it, or the family name of `호앙티란`."""
    return part in name.split() or (part in VIETNAMESE_SURNAMES and name.startswith(part))


def _recall_surname(party, stem, cast):
    def is_namesake(source):
        return source.speaker.startswith(party.surname)

    exact = cast.recall(
        lambda source: is_namesake(source) and (source.title or "").endswith(stem), "ko-surname-title@1"
    )
    found = exact or cast.recall(is_namesake, "ko-surname-title@1")
    if found:
        return replace(found, organisation=party.body or found.organisation)
    return Source(title=party.title, rule="ko-surname-title@1")


def is_title_of(word, is_beside):
    """Whether a word is the title of the name behind it: `책임자인 마리 벨`, `시장 이강덕`."""
    return (word.endswith("인") and bool(bare_title(word))) or (is_beside and TITLE_WORD.fullmatch(word) is not None)


def _is_foreign(words, first, at, stem):
    """Whether the words from `first` to `at`, whose stem is given, are the whole name of a foreigner."""
    name = [*(word.text for word in words[first:at]), stem]
    is_vietnamese = 2 <= len(name) <= LONGEST_VIETNAMESE and name[0] in VIETNAMESE_SURNAMES
    return is_vietnamese or (len(name) == 2 and find_foreign_pair(name, lambda word: False) is not None)


def read_named_person(words, at, stem, cast):
    """Return whom a name without a title means: one that was introduced, or one that says who it is (`…인 홍길동`)."""
    word = words[at]
    known = cast.recall(lambda source: stem in (source.speaker, *source.speaker.split()), "ko-name-again@1")
    if known:
        return known
    marked = read_marked_name(words, at, cast) if AGE.fullmatch(word.inner) else None
    if marked:
        return marked
    roman = word.inner if LATIN_NAME.fullmatch(word.inner) else None
    titled = next(
        (
            i
            for i in range(at - 1, max(at - 5, -1), -1)
            if is_title_of(
                words[i].text, i >= at - 1 - is_plain(words[at - 1].text) or _is_foreign(words, i + 1, at, stem)
            )
        ),
        None,
    )
    if titled is not None and not NO_NAME.fullmatch(stem):
        title = words[titled].text.removesuffix("인")
        first = first_of_charge(words, titled)
        body = read_body(phrase_before(words, first, cast.counts), cast.bodies, cast.counts) or seat_of(title)
        name = " ".join([*(other.text for other in words[titled + 1 : at]), stem])
        return Source(Attribution.NAMED, name, roman, title, body, "ko-name@1")
    if roman and not BODY.fullmatch(stem):
        count = len(roman.split(",")[0].split())
        first = at if KOREAN_NAME.fullmatch(stem) else max(0, at - count + 1)
        name = " ".join([*(w.text for w in words[first:at]), stem])
        before = phrase_before(words, first, cast.counts)
        body = read_body(before, cast.bodies, cast.counts)
        if body and not (before[-1].text.endswith("의") or is_body(body.split()[-1], cast.bodies, {})):
            body = None
        return Source(Attribution.NAMED, name, roman, None, body, "ko-romanised-name@1")
    return None


def read_marked_name(words, at, cast):
    """Return the Source of a name without a title behind it, told by an age or another spelling in brackets, or None.

    What stands before it may be a title: `조합원 마경희(47)의`.
    """
    word = words[at]
    stem = strip_particle(word.text)
    following = words[at + 1].text if at + 1 < len(words) else ""
    if (
        BODY.fullmatch(stem)
        or TITLE_WORD.fullmatch(stem)
        or TITLE_WORD.match(following)
        or "씨" in word.text + following[:1]
    ):
        return None
    phrase = [*phrase_before(words, at, cast.counts), Word(stem, word.start, word.inner)]
    span = find_name(phrase, cast.counts, cast.bodies)
    if span is None or span[1] != len(phrase):
        return None
    before = phrase[: span[0]]
    name = " ".join(other.text for other in phrase[span[0] :])
    title = (
        before[-1].text
        if before and (TITLE_WORD.fullmatch(before[-1].text) or NOBODY.fullmatch(before[-1].text))
        else None
    )
    body = read_body(before[:-1], cast.bodies, cast.counts) if title else None
    lead = words[at - len(name.split())].text if at >= len(name.split()) else ""
    is_foreign = " " in name and name.split()[0] in VIETNAMESE_SURNAMES
    if not (title or is_foreign or AGE.fullmatch(word.inner) or RISEN.fullmatch(lead)):
        return None
    roman = word.inner if LATIN_NAME.fullmatch(word.inner) else None
    return Source(Attribution.NAMED, name, roman, title, body, "ko-name@1")
