"""Who says the words between marks in a Korean passage: its subject, its topic, or whose explanation they are."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from articles.intake.speech.korean_bodies import read_body_source
from articles.intake.speech.korean_people import read_named_person, read_titled_person
from articles.intake.speech.parties import body_of_clause
from articles.intake.speech.phrases import split_words
from articles.intake.speech.sources import Source
from articles.intake.speech.unnamed import read_nobody
from articles.intake.speech.words import (
    HE,
    KOREAN_NAME,
    NOBODY,
    TITLE_WORD,
)
from articles.text import has_final_consonant, strip_particle

TOPIC = ("께서는", "께서", "에게서는", "은", "는", "도")


SUBJECT = ("이", "가")


PARTICLES = (*TOPIC, *SUBJECT)


ACCORDING = re.compile(r"(?:따르면|의하면)")


# `김하늘 대표에게 물었더니 “…”라는 답이 돌아왔다`
ASKED = re.compile(
    r"(?:묻자|물었더니|물으니|물어보니|물어봤더니|확인(?:해|했더니|하니|하자)|전화(?:해|했더니|하니|하자)|질문하자|문의하니)"
)


EXPLAINS = re.compile(
    r"(?:말|설명|판단|지적|입장|전망|주장|평가|분석|이야기|얘기|생각|진단|관측|계획|반응|토로|하소연|귀띔|당부|견해"
    r"|조언|예상|소감|포부|각오|다짐|인사|답|답변|약속|강조|제안|우려"
    r"|자평|해석|호소|비판)"
    r"(?:이다|이었다|였다|입니다|이에요|예요|이죠|다|처럼|대로|[은이도])?[.,]?"
)


COLON = re.compile(r".{1,20}[:=]$")


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


PAST_POST = re.compile(r"지낸|거친|떠난|나온|(?:맡|이끌|다니)\S{0,2}던")


def subject_of(words, at):
    """Return (the word without its particle, what it is: topic or subject), or ("", "")."""
    return _role_of(words[at].text.rstrip(","), words[at + 1].text if at + 1 < len(words) else None)


@lru_cache(maxsize=4096)  # a story repeats its words, and every reader of it asks again
def _role_of(text, following):
    """Return what `subject_of` does for a word and the one behind it, None behind the last."""
    is_last, following = following is None, following or ""
    cited = _cited(text, following)
    if cited:
        return cited, "topic"
    if following.rstrip(",") == "역시" and strip_particle(text) == text:
        return text, "topic"
    if text.endswith("의") and EXPLAINS.fullmatch(following):
        return text[:-1], "topic"
    if is_last or following.startswith("\x00") or following == "“":
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


def _cited(text, following):
    """Return the word for whom a story cites or has asked (`김하늘 대표에 따르면`, `…에게 물었더니`), or ""."""
    if text.endswith("에") and ACCORDING.match(following):
        return text[:-1]
    is_asked = text.endswith(("에게", "측에")) and ASKED.match(following)
    return text.removesuffix("에게").removesuffix("에") if is_asked else ""


def _fits(stem, particle):
    final = has_final_consonant(stem)
    if final is None or particle in ("도", "께서", "께서는", "에게서는"):
        return particle != "도" or len(stem) >= 2
    return final == (particle in ("은", "이"))


def read_party(words, at, stem, cast, role=""):
    """Return the Source that the phrase ending in `stem`, of words[at], names; None when it names nobody."""
    return (
        _read_pronoun(words, at, stem, cast)
        or read_titled_person(words, at, stem, cast)
        or read_nobody(words, at, stem, cast)
        or read_named_person(words, at, stem, cast)
        or read_body_source(words, at, stem, cast, role)
    )


def _read_pronoun(words, at, stem, cast):
    before = words[at - 1].text if at else ""
    if HE.fullmatch(stem) or (stem == "역시" and HE.fullmatch(before)):
        him = cast.recall() if cast.last is None or not cast.last.speaker else cast.recall(_same_as(cast))
        is_past = at > 0 and PAST_POST.fullmatch(words[at - 1].text)  # `가나 팀장을 지낸 그는`
        gone = him and not is_past and body_of_clause(words, at - (stem == "역시"), cast.bodies)
        return replace(him, organisation=gone) if gone else him
    if before in ("이", "그", "해당") and NOBODY.fullmatch(stem) and cast.unnamed:
        return replace(cast.unnamed, rule="back-reference@1")
    if before in ("이", "그", "해당", "같은") and TITLE_WORD.fullmatch(stem):
        same = cast.recall(lambda source: (source.title or "").endswith(stem))
        return same or (_recall_lee(cast) if before == "이" else None)
    return None


def _recall_lee(cast):
    """Return whom `이 대표는` means when nobody bears the title: the latest whose family name that is."""
    return cast.recall(lambda source: source.speaker.startswith("이") and KOREAN_NAME.fullmatch(source.speaker))


def _same_as(cast):
    """Whom `그는` means: who was introduced since the last words, else who said them."""
    latest = cast.people[-1].speaker if cast.people else cast.last.speaker
    return lambda source: source.speaker == latest
