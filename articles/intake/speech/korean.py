"""Who says the words between marks in a Korean passage: its subject, its topic, or whose explanation they are."""

import re
from dataclasses import dataclass, replace

from articles.intake.speech.parties import first_of_charge, read_body, read_body_of_staff, read_titled, seat_of
from articles.intake.speech.people import AGE, LATIN_NAME, find_name, is_body, is_plain
from articles.intake.speech.phrases import Word, bare_title, phrase_before, split_words
from articles.intake.speech.sources import Source
from articles.intake.speech.words import (
    BODY,
    GENERAL_BODY,
    HE,
    KOREAN_NAME,
    NO_FOREIGN_NAME,
    NO_NAME,
    NO_SPEAKER,
    NOBODY,
    THE_BODY,
    THE_SAME,
    TITLE_WORD,
)
from articles.text import has_final_consonant, strip_particle
from articles.vocabulary import Attribution

TOPIC = ("께서는", "께서", "에게서는", "은", "는", "도")


SUBJECT = ("이", "가")


PARTICLES = (*TOPIC, *SUBJECT)


ACCORDING = re.compile(r"(?:따르면|의하면)")


EXPLAINS = re.compile(
    r"(?:말|설명|판단|지적|입장|전망|주장|평가|분석|이야기|얘기|생각|진단|관측|계획|반응|토로|하소연|귀띔|당부|견해"
    r"|조언|예상|소감|포부|각오|다짐|인사|답|답변|약속|강조|제안|우려"
    r"|자평|해석|호소|비판)"
    r"(?:이다|이었다|였다|다|처럼|대로|[은이도])?[.,]?"
)


RISEN = re.compile(r"오른|맡은|취임한|선임된|발탁된|부임한|임명된|지낸")
TOWNS = ("시", "도", "군", "구")
SAME_BODY = re.compile(r"(?:같은|이|동)\s(?:회사|기업|그룹|은행|기관|연구소|대학|업체)")
COLON = re.compile(r".{1,20}[:=]$")


STATEMENT = re.compile(
    r"(?:성명|보도자료|입장문|공시|공지|논평|담화|자료|서한|브리핑|트위터|페이스북|엑스|SNS|소셜미디어)"
)


# `거리에는`, `현지에서도` say where, not who.
ADVERBIAL = re.compile(r".+(?:에|에서|에게|으로|까지|부터|보다|처럼|만|라고|다고)")


STRONG, KNOWN, WEAK = 6, 4, 2


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be the one who speaks, and how likely."""

    score: float
    source: Source

    @property
    def is_weak(self):
        """Whether nothing but its particle says that this is somebody who speaks."""
        return self.score <= WEAK

    @property
    def is_topic(self):
        """Whether the sentence is about somebody who speaks."""
        return self.score > STRONG


def find_candidates(passage, cast):
    """Return the Candidates that a passage names, in order."""
    words = split_words(passage)
    return [found for at in range(len(words)) if (found := read_candidate(words, at, cast))]


def read_candidate(words, at, cast):
    """Return the Candidate that a word of a passage ends the name of, or None."""
    stem, role = subject_of(words, at)
    if not stem:
        return None
    source = read_party(words, at, stem, cast, role)
    if source is None:
        return None
    if source.rule == "ko-topic@1":
        return Candidate(WEAK, source) if role == "topic" else None
    base = KNOWN if source.rule == "ko-body@1" else STRONG
    return Candidate(base + (0 if role == "subject" else 1), source)


def subject_of(words, at):
    """Return (the word without its particle, what it is: topic or subject), or ("", "")."""
    text = words[at].text.rstrip(",")
    following = words[at + 1].text if at + 1 < len(words) else ""
    if text.endswith("에") and ACCORDING.match(following):
        return text[:-1], "topic"
    if following.rstrip(",") == "역시" and strip_particle(text) == text:
        return text, "topic"
    if text.endswith("의") and EXPLAINS.fullmatch(following):
        return text[:-1], "topic"
    if at == len(words) - 1 or following.startswith("\x00") or following == "“":
        bare = text.rstrip(":=,-–")
        if (
            bare
            and (COLON.fullmatch(text) or TITLE_WORD.fullmatch(bare) or NOBODY.fullmatch(bare))
            and bare[-1] not in "은는"
        ):
            return bare, "topic"
    for particle in PARTICLES if text.endswith(PARTICLES) else ():
        stem = text.removesuffix(particle)
        if stem != text and stem and _fits(stem, particle):
            return stem, "subject" if particle in SUBJECT else "topic"
    return "", ""


def _fits(stem, particle):
    final = has_final_consonant(stem)
    if final is None or particle in ("도", "께서", "께서는", "에게서는"):
        return particle != "도" or len(stem) >= 2
    return final == (particle in ("은", "이"))


def read_party(words, at, stem, cast, role=""):
    """Return the Source that the phrase ending in `stem`, of words[at], names; None when it names nobody."""
    return (
        _read_pronoun(words, at, stem, cast)
        or _read_titled(words, at, stem, cast)
        or _read_nobody(words, at, stem, cast)
        or _read_name(words, at, stem, cast)
        or read_body_source(words, at, stem, cast, role)
    )


def _read_pronoun(words, at, stem, cast):
    before = words[at - 1].text if at else ""
    if HE.fullmatch(stem) or (stem == "역시" and HE.fullmatch(before)):
        return cast.recall() if cast.last is None or not cast.last.speaker else cast.recall(_same_as(cast))
    if before in ("이", "그", "해당") and NOBODY.fullmatch(stem) and cast.unnamed:
        return replace(cast.unnamed, rule="back-reference@1")
    if before in ("이", "그", "해당", "같은") and TITLE_WORD.fullmatch(stem):
        return cast.recall(lambda source: (source.title or "").endswith(stem))
    return None


def _same_as(cast):
    """Whom `그는` means: who was introduced since the last words, else who said them."""
    latest = cast.people[-1].speaker if cast.people else cast.last.speaker
    return lambda source: source.speaker == latest


def _read_titled(words, at, stem, cast):
    if not TITLE_WORD.fullmatch(stem):
        return None
    phrase = phrase_before(words, at, cast.counts)
    if is_of_some(words, at - len(phrase), phrase):  # `한 부품 업체 법인장`
        return Source(Attribution.ANONYMOUS, title=stem, rule="ko-unnamed@1")
    lead = at - 1 - (at > 1 and words[at - 1].text in ("전직", "현직", "고위", "퇴직"))
    if lead > 0 and words[lead].text == "한" and words[lead - 1].text.endswith("의"):  # `가나부의 한 사무관`
        body = read_body(phrase_before(words, lead, cast.counts), cast.bodies, cast.counts)
        return Source(Attribution.ANONYMOUS, title=stem, organisation=body, rule="ko-unnamed@1")
    party = read_titled(words, at, stem, cast.counts, cast.bodies)
    if party is None or (len(stem) >= LEAST_INSTITUTE and BODY.fullmatch(stem) and not (party.name or party.surname)):
        return None  # `대외통상연구원은`: a body that ends like a title
    again = party.name and cast.recall(lambda source: party.name in source.speaker.split(), "ko-name-again@1")
    if again:
        return again
    same = SAME_BODY.search(" ".join(word.text for word in words[max(0, at - 5) : at]))
    if party.name and not party.body and same:
        is_last = same.group().startswith("같은") and cast.last
        party = replace(party, body=cast.last.organisation if is_last else cast.told_of)
    if party.name:
        return cast.complete(
            Source(Attribution.NAMED, party.name, party.romanised, party.title, party.body, "ko-name-title@1")
        )
    return _recall_party(party, stem, cast)


def _recall_party(party, stem, cast):
    """Return whom a title with a surname, a part of a name or a body means."""
    if party.surname:
        return _recall_surname(party, stem, cast)
    if party.hidden:
        return Source(Attribution.ANONYMOUS, None, None, party.title, party.body, "ko-unnamed@1")
    if party.part:
        found = cast.recall(lambda source: party.part in source.speaker.split(), "ko-name-again@1")
        if found:
            return found
    if party.body is None and party.part is None:
        found = cast.recall(lambda source: (source.title or "").endswith(stem), "ko-title-again@1")
        return found or Source(title=party.title, rule="ko-title-alone@1")
    if NOBODY.fullmatch(stem):
        return None
    known = cast.recall(
        lambda source: source.organisation == party.body and (source.title or "").endswith(stem), "ko-title-again@1"
    )
    return known or Source(Attribution.ROLE_ONLY, None, None, party.title, party.body, "ko-role@1")


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


LEAST_INSTITUTE = 6  # syllables
# Of these somebody is a part who speaks for no body that has a name.
NO_EMPLOYER = re.compile(
    r"\S*(?:회계법인|법무법인|로펌|업계|학계|재계|노동계|의료계|법조계|금융계|정치권|금융권|여권|야권|증권가|업체|회사"
    r"|기업|시장|당국|정부|현지|공장|현장|매장|마을|지역|계열사|협력사|고위|핵심|실무"
    r"|본사|내부|외부|사정|부문|분야|전문|담당|출신|투자|대기업|은행권|상인|주민|위원)|IB|PE|VC|[시도군구사측쪽]"
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
    "익명을",
    "요구한",
    "요청한",
)


def _read_nobody(words, at, stem, cast):
    if not NOBODY.fullmatch(stem):
        return None
    first = at
    while first > 0 and words[first - 1].text in SOME:
        first -= 1
    phrase = phrase_before(words, first, cast.counts)
    if is_of_some(words, first - len(phrase), phrase):
        return Source(Attribution.ANONYMOUS, title=stem, rule="ko-unnamed@1")
    body = read_body_of_staff(phrase, cast.bodies, cast.counts)
    if body and NO_EMPLOYER.fullmatch(body):
        body = None
    elif body and not is_body(body.split()[-1], cast.bodies, {}):
        body = cast.whole_name(body) or body
    return Source(Attribution.ANONYMOUS, title=stem, organisation=body, rule="ko-unnamed@1")


def is_of_some(words, first, phrase):
    """Whether a phrase from words[first] on only says of which kind a body is: `한 대형마트 바이어`."""
    is_some = first > 0 and words[first - 1].text in ("한", "어느", "모", "일부")
    return bool(phrase) and (is_some or NO_FOREIGN_NAME.fullmatch(phrase[-1].text.removesuffix("의")) is not None)


def is_title_of(word, is_beside):
    """Whether a word is the title of the name behind it: `책임자인 마리 벨`, `시장 이강덕`."""
    return (word.endswith("인") and bool(bare_title(word))) or (is_beside and TITLE_WORD.fullmatch(word) is not None)


def _read_name(words, at, stem, cast):
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
            for i in range(at - 1, max(at - 4, -1), -1)
            if is_title_of(words[i].text, i >= at - 1 - is_plain(words[at - 1].text))
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
    if not (title or AGE.fullmatch(word.inner) or RISEN.fullmatch(lead)):
        return None
    roman = word.inner if LATIN_NAME.fullmatch(word.inner) else None
    return Source(Attribution.NAMED, name, roman, title, body, "ko-name@1")


def read_body_source(words, at, stem, cast, role):
    before = words[at - 1].text if at else ""
    lead = f"{before} {stem}" if before in ("이", "그", "동", "해당", "같은", "두", "양", "회사", "업체") else stem
    if THE_BODY.fullmatch(lead) and lead not in ("측", "쪽") or (THE_BODY.fullmatch(stem) and THE_SAME.match(lead)):
        return Source(Attribution.ORGANISATION, organisation=cast.told_of, rule="ko-the-body@1")
    if stem in TOWNS and cast.most_told(stem):
        return Source(Attribution.ORGANISATION, organisation=cast.most_told(stem), rule="ko-the-body@1")
    name = stem.removesuffix("측") or stem
    if name == "측" or stem in ("측", "쪽"):
        at, name = at - 1, strip_particle(before)
        if THE_BODY.fullmatch(name):
            return Source(Attribution.ORGANISATION, organisation=cast.told_of, rule="ko-the-body@1")
    if NO_SPEAKER.fullmatch(name) or len(name) < 2 or ADVERBIAL.fullmatch(name):
        return None
    is_known = is_body(name, cast.bodies, {})
    body = read_body([*phrase_before(words, at, cast.counts)[-3:], Word(name, 0)], cast.bodies, cast.counts)
    if body is None or (GENERAL_BODY.fullmatch(body) and body not in cast.bodies):
        return None
    if is_known or STATEMENT.match(words[at + 1].text if at + 1 < len(words) else ""):
        return Source(Attribution.ORGANISATION, organisation=body, rule="ko-body@1")
    return Source(Attribution.ORGANISATION, organisation=body, rule="ko-topic@1")
