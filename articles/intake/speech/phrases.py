"""Korean noun phrases that name people and bodies: `가나전자의 홍길동 이사`, `마이클 벨(Michael Bell) 가나 사장`."""

import re
from functools import lru_cache
from typing import NamedTuple

from articles.intake.names.ordinary import is_ordinary, ordinary_words
from articles.intake.speech.people import LATIN_NAME
from articles.intake.speech.words import (
    BODY,
    CHARGE,
    KOREAN_NAME,
    NO_NAME,
    TITLE_WORD,
    VIETNAMESE_SURNAMES,
)
from articles.text import has_final_consonant, strip_particle

# Brackets behind a word, round ones or those of a number at the exchange (`가나전자[004410]는`).
PIECE = re.compile(r"\((?P<inner>[^()\x00]{0,80})\)|\[(?P<ticker>\d{6})\]|(?P<word>(?:[^\s()\[]|\[(?!\d{6}\]))+|[()])")


# No name of a person or body ends so: `사는`, `만들던`, `새로운`.
VERBAL = re.compile(
    r"[가-힣]{0,8}(?:는|던|[로러려다거]운|[았었였했됐]을)|작은|젊은|높은|많은|좋은|찾은|맡은|받은|지은|세운|이끈|만든"
    r"|떠난|꾸린|차린|일군|키운|거친|지낸|연|온|간|둔|낸|쓴|뺀"
)
COURTESY = re.compile(r"(?P<name>[가-힣]{2,4}(?<![엔앤]))(?P<title>씨(?:은|는|이|가|도|의|를|에게|와|처럼)?[,.]?)")
ADNOMINAL = re.compile(
    r".{0,12}(?:했던|하던|되던|하는|되는|있는|없는|이끄는|맡는|다는|라는|으며|하며|하고|되고|이고|면서|지만|해서|하여"
    r"|위해|통해|대해|위한|대한|관한|따른|통한|한편|인해"
    r"|말한|밝힌|만난|맡은|세운|지낸|거친|찾은|나온|나선|이끈|마친|열린|참석한|방문한|방한한|설립한|담당한|하자|하니"
    r"|[가-힣]{1,4}하자|묻자|되자|지자|보자|가자|오자"
    r"|\d[\d,.]{0,8}\S{0,4}인|[가-힣]{1,3}지만|했고|됐고|였고|이었던|출신인|책임자인|대표인|사장인|회장인|창업자인|출신|따르면|의하면)"
)


EDGE = re.compile(
    r"한편|이날|또|또한|특히|이에|지난해|올해|작년|내년|최근|현재|그리고|그러나|다만|하지만|이번|이|그|등|및|앞서|이어"
    r"|아울러|직접|모두|바로|역시|다시|줄곧|당장|처음|홀로|오래|매일"
    r"|내내|거의|아직|마침|일찍|스스로|정작|관련해|대해|통해|위해|함께|가운데|한|당시|더불어|실제로"
    r"|게|것은|것이|건|그러면서도|그러면서|반면|결국|이후|이미|먼저|\d+일|지난\S{0,3}|오는|날"
)


ADVERB = re.compile(r"함께|나란히|직접|처음|이날|최근|같이|새로|갓|막|먼저|나중에|뒤늦게|줄곧|오래|홀로")
ADNOMINAL_END = re.compile(r"[가-힣]{1,6}(?:[한된는던긴린간온난든른쓴킨친진빈선준룬])|밝은|능한|가까운|어두운")
GOAL = re.compile(r"[가-힣]{2,12}(?:로|으로|에서|에)")
FOREIGN_END = re.compile(r"[가-힣]{2,4}[와가로도]")


DIVISION = re.compile(
    r"[가-힣]{2,6}(?:지원|유치|정책|관리|행정|경제|산업|기획|통상|협력|진흥|육성|홍보|환경|건축|예산)과"
)
DESCRIBED = re.compile(r"[가-힣]{1,8}(?<!법)인")  # `자문사인 가나의`, `손자인 홍길동`
# Behind these, `해양개발과` is a division.
OF_PUBLIC = re.compile(r"[가-힣]{2,6}(?:시|도|군|구|청|[가-힣]부|대|대학교)")
NOUNS = (TITLE_WORD, BODY, CHARGE)
LONGEST = 8  # words of a phrase


class Word(NamedTuple):
    """A word of a passage without the brackets behind it, whose content is `inner`."""

    text: str
    start: int
    inner: str = ""


@lru_cache(maxsize=4)  # a sentence is asked for its people, its topic and its posts one after the other
def split_words(text):
    """Return the Words of a passage; a particle behind a bracket joins the word before it."""
    words, glued = [], False
    for match in PIECE.finditer(text):
        if match["word"] is None:
            inner = match["inner"] or match["ticker"] or ""
            adjoins = words and not text[match.start() - 1].isspace()
            if words and (adjoins or inner.strip() not in ("주", "유")):
                last = words[-1]
                words[-1] = Word(last.text, last.start, last.inner or inner.strip())
                glued = True
            continue
        if glued and match["word"].startswith("씨"):  # `박금례(71)씨는`
            words.append(Word(match["word"], match.start()))
        elif glued and match.start() and text[match.start() - 1] in ")]" and words:
            last = words[-1]
            words[-1] = Word(last.text + match["word"], last.start, last.inner)
        elif "씨" in match["word"] and (courtesy := COURTESY.fullmatch(match["word"])):
            words += [Word(courtesy["name"], match.start()), Word(courtesy["title"], match.start("word"))]
        else:
            words.append(Word(match["word"], match.start()))
        glued = False
    return tuple(words)


@lru_cache(maxsize=4096)  # a story repeats its words
def is_noun(text):
    """Whether a word that may end like one with a particle is a name, a title or what somebody is in charge of."""
    if KOREAN_NAME.fullmatch(text) and not NO_NAME.fullmatch(text):
        return True
    if DIVISION.fullmatch(text):
        return True
    is_title = text.endswith("인") and bare_title(text)
    return bool(is_title or text in VIETNAMESE_SURNAMES or any(noun.fullmatch(text) for noun in NOUNS))


@lru_cache(maxsize=4096)  # a story repeats its words
def is_description(text):
    """Whether a word says what the next one is, and is no title of it."""
    is_told = DESCRIBED.fullmatch(text) is not None and not bare_title(text)
    return is_told and text not in ordinary_words() and is_ordinary(text[:-1])


def is_edge(word, counts):
    """Whether a noun phrase that stands further right does not reach over a word.

    `counts` tell a noun with its particle from a foreign name that ends like one (`마에카와`): the story prints a noun
    with other particles, too.
    """
    text = word.text
    if word.inner and LATIN_NAME.fullmatch(word.inner):
        return False
    if "\x00" in text or text[-1] in ",.;:”’\"'」)…=·!?" or EDGE.fullmatch(text) or not any(map(str.isalnum, text)):
        return True
    if text.endswith("의") and len(text) > 1:
        return False
    if VERBAL.fullmatch(text) or is_description(text):
        return True
    if is_noun(text):
        return False
    if ADNOMINAL.fullmatch(text):
        return True
    stem = strip_particle(text)
    if 0 < counts.get(text, 0) >= counts.get(stem, 0) / 2:  # `크란츠하이드로`: the story prints it with other particles
        return False
    is_foreign = FOREIGN_END.fullmatch(text) and counts.get(stem, 0) <= 1 and not BODY.fullmatch(stem)
    return stem != text and not is_foreign


def _is_verb(before, word):
    """Whether a word describes a noun as a verb does: it has an object or a goal (`새빛대로 옮긴`, `가나를 창업한`)."""
    is_name = KOREAN_NAME.fullmatch(word) and not NO_NAME.fullmatch(word) and not ADVERB.fullmatch(before)
    if is_name or not ADNOMINAL_END.fullmatch(word):
        return False
    if ADVERB.fullmatch(before):
        return True  # `함께 자리한`
    is_object = before[-1:] in "을를" and (
        strip_particle(before) != before or has_final_consonant(before[:-1]) is not None
    )
    return is_object or GOAL.fullmatch(before) is not None  # `딜을 총괄한`: nouns of one syllable are objects, too


def phrase_before(words, end, counts, longest=LONGEST):
    """Return the words of the noun phrase that ends before words[end]."""
    at, protected = end, 0
    while at > 0 and end - at < longest:
        word = words[at - 1]
        if LATIN_NAME.fullmatch(word.inner):
            protected = min(4, len(re.split(r"[ -]", word.inner.split(",")[0])))
        is_division = at > 1 and word.text.endswith("과") and OF_PUBLIC.fullmatch(words[at - 2].text)
        is_open = protected <= 0 or not word.text.isalpha() or word.text.endswith("의")
        if is_open and not is_division and is_edge(word, counts):
            break
        if at > 1 and _is_verb(words[at - 2].text, word.text):
            break
        at, protected = at - 1, protected - 1
    return words[at:end]


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


@lru_cache(maxsize=4096)  # a story repeats its words
def bare_title(word):
    """Return the title that a word with a particle is, or an empty string."""
    for particle in PARTICLES if word.endswith(PARTICLES) else ():
        stem = word.removesuffix(particle)
        if stem != word and TITLE_WORD.fullmatch(stem):
            return stem
    return ""
