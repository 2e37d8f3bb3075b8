"""Korean noun phrases that name people and bodies: `가나전자의 홍길동 이사`, `마이클 벨(Michael Bell) 가나 사장`."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from articles.intake.speech.people import LATIN_NAME, LEGAL_FORM, find_name, is_body
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
    NO_NAME,
    NO_TITLE,
    PLACE,
    POST,
    SURNAMES,
    TITLE_WORD,
    VIETNAMESE_SURNAMES,
)
from articles.text import strip_particle

PIECE = re.compile(r"\((?P<inner>[^()\x00]{0,80})\)|(?P<word>[^\s()]+|[()])")


# No name of a person or body ends so: `사는`, `만들던`, `새로운`.
VERBAL = re.compile(
    r"[가-힣]{0,8}(?:는|던|[로러려다거]운|[았었였했됐]을)|작은|젊은|높은|많은|좋은|찾은|맡은|받은|지은|세운|이끈|만든|떠난|꾸린|차린|일군|키운|거친|지낸|연|온|간|둔|낸|쓴|뺀"
)
COURTESY = re.compile(r"(?P<name>[가-힣]{2,4})(?P<title>씨(?:은|는|이|가|도|의|를|에게|와|처럼)?[,.]?)")
ADNOMINAL = re.compile(
    r".{0,12}(?:했던|하던|되던|하는|되는|있는|없는|이끄는|맡는|다는|라는|으며|하며|하고|되고|이고|면서|지만|해서|하여|위해|통해|대해|위한|대한|관한|따른|통한|한편|인해"
    r"|말한|밝힌|만난|맡은|세운|지낸|거친|찾은|나온|나선|이끈|마친|열린|참석한|방문한|방한한|설립한|담당한|하자|하니|[가-힣]{1,4}하자|묻자|되자|지자|보자|가자|오자"
    r"|[가-힣]{1,3}지만|했고|됐고|였고|이었던|출신인|책임자인|대표인|사장인|회장인|창업자인|출신|따르면|의하면)"
)


EDGE = re.compile(
    r"한편|이날|또|또한|특히|이에|지난해|올해|작년|내년|최근|현재|그리고|그러나|다만|하지만|이번|이|그|등|및|앞서|이어|아울러|직접|모두|바로|역시|다시|줄곧|당장|처음|홀로|오래|매일"
    r"|내내|거의|아직|마침|일찍|스스로|정작|관련해|대해|통해|위해|함께|가운데|한|당시|더불어|실제로"
    r"|반면|결국|이후|이미|먼저|\d+일|지난\S{0,3}|오는|날"
)


# Whoever heads a region speaks for it: `전남지사`, `아산시장`.
REGION_HEAD = re.compile(r"(?P<region>[가-힣]{2,5}?)(?P<office>도지사|지사|시장|군수|구청장)")


REGIONS = {"도지사": "도", "지사": "도", "시장": "시", "군수": "군", "구청장": "구"}


FOREIGN_END = re.compile(r"[가-힣]{2,4}[와가로도]")


NOUNS = (TITLE_WORD, BODY, CHARGE)
LONGEST = 8  # words of a phrase


class Word(NamedTuple):
    """A word of a passage without the brackets behind it, whose content is `inner`."""

    text: str
    start: int
    inner: str = ""


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


@lru_cache(maxsize=4)  # a sentence is asked for its people, its topic and its posts one after the other
def split_words(text):
    """Return the Words of a passage; a particle behind a bracket joins the word before it."""
    words, glued = [], False
    for match in PIECE.finditer(text):
        if match["inner"] is not None:
            adjoins = words and not text[match.start() - 1].isspace()
            if words and (adjoins or match["inner"].strip() not in ("주", "유")):
                last = words[-1]
                words[-1] = Word(last.text, last.start, last.inner or match["inner"].strip())
                glued = True
            continue
        if glued and match["word"].startswith("씨"):  # `박금례(71)씨는`
            words.append(Word(match["word"], match.start()))
        elif glued and match.start() and text[match.start() - 1] == ")" and words:
            last = words[-1]
            words[-1] = Word(last.text + match["word"], last.start, last.inner)
        elif "씨" in match["word"] and (courtesy := COURTESY.fullmatch(match["word"])):
            words += [Word(courtesy["name"], match.start()), Word(courtesy["title"], match.start("word"))]
        else:
            words.append(Word(match["word"], match.start()))
        glued = False
    return tuple(words)


def is_noun(text):
    """Whether a word that may end like one with a particle is a name, a title or what somebody is in charge of."""
    if KOREAN_NAME.fullmatch(text) and not NO_NAME.fullmatch(text):
        return True
    is_title = text.endswith("인") and bare_title(text)
    return bool(is_title or text in VIETNAMESE_SURNAMES or any(noun.fullmatch(text) for noun in NOUNS))


def is_edge(word, counts):
    """Whether a noun phrase that stands further right does not reach over a word.

    `counts` tell a noun with its particle from a foreign name that ends like one (`마에카와`): the story prints a noun
    with other particles, too.
    """
    text = word.text
    if word.inner and LATIN_NAME.fullmatch(word.inner):
        return False
    if "\x00" in text or text[-1] in ",.;:”’\"'」)…=·!?" or text in "()" or EDGE.fullmatch(text):
        return True
    if text.endswith("의") and len(text) > 1:
        return False
    if VERBAL.fullmatch(text):
        return True
    if is_noun(text):
        return False
    if ADNOMINAL.fullmatch(text):
        return True
    stem = strip_particle(text)
    is_foreign = FOREIGN_END.fullmatch(text) and counts.get(stem, 0) <= 1 and not BODY.fullmatch(stem)
    return stem != text and not is_foreign


def phrase_before(words, end, counts, longest=LONGEST):
    """Return the words of the noun phrase that ends before words[end]."""
    at, protected = end, 0
    while at > 0 and end - at < longest:
        word = words[at - 1]
        if LATIN_NAME.fullmatch(word.inner):
            protected = min(4, len(re.split(r"[ -]", word.inner.split(",")[0])))
        if (protected <= 0 or not word.text.isalpha() or word.text.endswith("의")) and is_edge(word, counts):
            break
        at, protected = at - 1, protected - 1
    return words[at:end]


def read_titled(words, at, title, counts, bodies):
    """Return the Party that `title`, the stem of words[at], and the words before it name; None when it is no title."""
    first = first_of_charge(words, at)
    phrase = phrase_before(words, first, counts)
    while phrase and phrase[0].text in ("전", "현", "신임", "당시", "한", "또"):
        phrase = phrase[1:]
    region = REGION_HEAD.fullmatch(title)
    seat = region and f"{region['region']}{REGIONS[region['office']]}"
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
    if span is None:
        return _read_unnamed(phrase, title, spoken, bodies, counts)
    name = " ".join(word.text for word in phrase[span[0] : span[1]])
    inner = phrase[span[1] - 1].inner
    roman = inner if LATIN_NAME.fullmatch(inner) else None
    between, before = phrase[span[1] :], phrase[: span[0]]
    body = read_body(between or before, bodies, counts)
    if body and not between and not _is_plausible(body, before, bodies, counts):
        body = None
    body = body or _body_behind_title(words, at) or _founded_body(words, first - len(phrase))
    return Party(name, roman, spoken, body or seat)


def _is_plausible(body, before, bodies, counts):
    """Whether what stands before a name may be a body: it owns the name, is known, or stands elsewhere, too."""
    word = body.split()[-1]
    is_owner = any(other.text.endswith("의") for other in before)
    is_known = body in bodies or is_body(word, bodies, counts) or counts.get(word, 0) >= 1
    return is_owner or is_known or len(body) >= 3


FOUNDED = re.compile(
    r"(?:창업|설립|운영|경영|인수|공동창업|총괄|대표|지휘)(?:한|하는|해\s온|하고)|이끄는|이끌고|세운|맡은|맡고|일군|키운|꾸려온|차린|이끈"
)
TITLE_NOTE = re.compile(r"C[A-Z]O|.*(?:담당|총괄|부문|출신|세|겸임|\d)|[A-Z][a-z].*")


def _body_behind_title(words, at):
    """Return the body that brackets behind a title name: `홍길동 대표(가나전자)`."""
    inner = words[at].inner
    return inner if inner and not TITLE_NOTE.fullmatch(inner) and len(inner) <= 20 and at and words[at].text else None


def _founded_body(words, at):
    """Return the body that whoever a phrase beginning at words[at] names is said to have founded or to lead."""
    if at < 2 or not FOUNDED.fullmatch(words[at - 1].text):
        return None
    stem = strip_particle(words[at - 2].text)
    return LEGAL_FORM.sub("", stem) if words[at - 2].text[-1:] in "을를" and stem != words[at - 2].text else None


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
    if NO_TITLE.fullmatch(title) and not is_body(bare.removesuffix("의"), bodies, counts):
        return None
    return Party(title=spoken, body=read_body(phrase, bodies, counts), part=bare if len(phrase) == 1 else None)


def is_post(word):
    """Whether a word is another title of somebody: `가나 창업자 홍길동 대표`."""
    word = word.removesuffix("인")
    is_title = TITLE_WORD.fullmatch(word) and not BODY.fullmatch(word) and not KOREAN_NAME.fullmatch(word)
    return bool(POST.fullmatch(word) or is_title)


def _is_part(kept):
    """Whether the last of the words is a part of the body that the words before it name."""
    if GENERAL_BODY.fullmatch(kept[-1]) and not DEPARTMENT.fullmatch(kept[-1]):
        return False
    if len(kept) > 1 and kept[-2].startswith("주"):  # `주베트남 한국대사관`
        return False
    return CHARGE.fullmatch(kept[-1]) is not None or (len(kept) > 1 and DEPARTMENT.fullmatch(kept[-1]) is not None)


def read_body(words, bodies, counts):
    """Return the name of the body that ends a phrase, or None: `반도체 기업 가나전자의` is 가나전자."""
    kept = [LEGAL_FORM.sub("", word.text.removesuffix("의")) for word in words]
    while kept and (is_post(kept[-1]) or _is_part(kept)):
        kept.pop()
    last = max(
        (at for at, text in enumerate(kept) if NO_FOREIGN_NAME.fullmatch(text) and at + 1 < len(kept)), default=-1
    )
    kept = [text for text in kept[last + 1 :] if text]
    while len(kept) > 1 and COUNTRY.fullmatch(kept[0]) and not GENERAL_BODY.fullmatch(kept[1]):
        kept.pop(0)
    is_kind = kept and NO_FOREIGN_NAME.fullmatch(kept[-1]) and not (len(kept) > 1 and GENERAL_BODY.fullmatch(kept[-1]))
    if not kept or is_kind or COUNTRY.fullmatch(" ".join(kept)):
        return None
    first = len(kept) - 1
    while first > 0 and _belongs(kept, first, bodies, counts):
        first -= 1
    name = " ".join(kept[first:])
    return None if GENERAL_BODY.fullmatch(name) and not BODY.fullmatch(name) else name or None


def _belongs(kept, first, bodies, counts):
    """Whether the word before kept[first] is a part of the same name."""
    if " ".join(kept[first - 1 :]) in bodies:
        return True
    before, here = kept[first - 1], kept[first]
    if GENERAL_BODY.fullmatch(here) or counts.get(f"{before} {here}", 0) >= 2:
        return True
    if LEGAL_PREFIX.fullmatch(before) or (before.startswith("주") and here.endswith(("대사관", "영사관", "대표부"))):
        return True
    both_latin = before.isascii() and here.isascii()
    is_place = before.endswith(("시", "성", "도")) or PLACE.fullmatch(before)
    return both_latin or (is_place and here.endswith(("위원회", "청", "공단", "국")))


PARTICLES = (
    "께서는",
    "께서",
    "에게",
    "과의",
    "와의",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "과",
    "와",
    "도",
    "의",
    "로",
    "으로",
    "인",
)


def bare_title(word):
    """Return the title that a word with a particle is, or an empty string."""
    for particle in PARTICLES if word.endswith(PARTICLES) else ():
        stem = word.removesuffix(particle)
        if stem != word and TITLE_WORD.fullmatch(stem):
            return stem
    return ""
