"""Which bodies a story names: found once over the whole story, before anybody's words are given to somebody."""

import re
from collections import Counter
from itertools import pairwise

from articles.intake.names import is_body
from articles.intake.names.companies import find_described
from articles.intake.names.given_names import begins_with_given_name
from articles.intake.names.korean import find_korean_names
from articles.intake.names.latin import find_latin_bodies
from articles.intake.names.ordinary import is_ordinary, ordinary_words
from articles.intake.speech.capitals import find_public_bodies
from articles.intake.speech.english_names import find_called_people
from articles.intake.speech.people import AGE, LATIN_NAME
from articles.intake.speech.phrases import split_words
from articles.intake.speech.vietnamese_roles import OFFICE
from articles.intake.speech.words import (
    COMPANY,
    COUNTRY,
    GENERAL_BODY,
    KIND,
    KOREAN_NAME,
    NO_SPEAKER,
    NOBODY,
    TITLE_WORD,
)
from articles.text import strip_particle

LEGAL = re.compile(
    r"(?:㈜|\(주\)|주식회사\s)(?P<name>[가-힣A-Za-z0-9]{2,20})|(?P<ahead>[가-힣A-Za-z0-9]{2,20})(?:㈜|\(주\))"
)
LABEL = re.compile(r"^(?:[\[<(【][^\]>)】]{1,20}[\]>)】]\s?){1,2}")
HEAD_WORD = re.compile(r"(?P<word>[^\W_][^\s,…·‘’“”\"'()\[\]]{1,20})(?P<mark>[,…·])?")
REGION = re.compile(r"[가-힣]{2,4}(?:시|도|군|구)")
COPULA = re.compile(r"\S+(?:사|체|업|처|회사)인")  # `지주사인`
NEAR_TITLE = re.compile(rf"\s(?:\S+\s){{0,3}}?{TITLE_WORD.pattern}")
TITLE_NEXT = re.compile(rf"\s(?:\S{{1,8}}\s)?(?:{TITLE_WORD.pattern})")
ACTING = 0.5  # of the places where a name stands
LONGEST_STORY = 60_000
LONGEST_SEARCHED = 20_000


def survey(headline, texts, language):
    """Return (the names of bodies, how often each word stands where a body's name would) for the texts of a story.

    A headline begins with the body that the story is about: its first word, when the story repeats it.
    """
    whole = "\n".join([headline, *texts])[:LONGEST_STORY]
    if language != "ko":
        return _survey_latin(whole, headline, language)
    bodies, counts = _survey_korean(whole)
    names = (name for name in find_korean_names(whole[:LONGEST_SEARCHED]) if name and is_body(name, "ko"))
    bodies |= {
        name
        for name in names
        if not (KOREAN_NAME.fullmatch(name) or TITLE_WORD.fullmatch(name) or _is_person_of(name, whole))
    }
    return bodies | set(_heads(headline, whole)), counts


def _survey_latin(whole, headline, language):
    """Return (the names of bodies, how often each is named) for an English or Vietnamese story.

    Offices, unions and research houses speak as companies do, though they invest nothing: their own words name them.
    """
    people = find_called_people(whole) if language == "en" else set()
    counts, short = find_latin_bodies(whole, headline, people)
    # A firm may bear its founder's name; the name alone is the founder's then.
    surnames = {name.rsplit(" ", 1)[-1] for name in people if begins_with_given_name(name)}
    bodies = {*counts, *short, *find_public_bodies(whole, language)} - surnames
    bodies = {body for body in bodies if not OFFICE.fullmatch(body)}
    return bodies, Counter({name: whole.count(name) for name in bodies})


def _heads(headline, whole):
    """Yield the words of a headline that stand where the name of a body does, and that the story uses like one.

    A name is a subject or an owner nearly wherever it stands; a thing is more often what is made, sold or built.
    """
    bare = LABEL.sub("", headline)
    for place, match in enumerate(HEAD_WORD.finditer(bare)):
        stem = strip_particle(match["word"])
        is_marked = place == 0 or match["mark"]
        if not is_marked or len(stem) < 2 or NO_SPEAKER.fullmatch(stem) or COUNTRY.fullmatch(stem):
            continue
        if stem in ordinary_words():
            continue
        if KOREAN_NAME.fullmatch(stem) and _stands_before(stem, NEAR_TITLE, whole):
            continue  # a person
        if re.search(rf"{re.escape(stem)}(?:다|고|며|면|려)(?=[\s.,”])", whole):
            continue  # a verb: `고치는` of `고치다`
        acting = len(re.findall(rf"{re.escape(stem)}(?:[은는이가의도측]|과|와)(?=[\s,])", whole))
        if acting >= 2 and acting >= ACTING * whole.count(stem):
            yield stem


def _survey_korean(whole):
    bodies = {strip_particle(match["name"] or match["ahead"]) for match in LEGAL.finditer(whole)}
    bodies.update(find_described(whole, _may_be_part))
    counts, people = Counter(), set()
    for line in whole.splitlines():
        words = split_words(line)
        counts.update(one.text for one, other in pairwise(words) if _is_seat(one.text, other.text))
        for at, word in enumerate(words):
            bare = word.text.strip("“”‘’\"'.,·…")
            stem = strip_particle(bare)
            following = words[at + 1].text if at + 1 < len(words) else ""
            before = words[at - 1].text if at else ""
            if word.inner and LATIN_NAME.fullmatch(word.inner) and not KIND.fullmatch(before):
                people.update(strip_particle(other.text) for other in words[max(0, at - 3) : at + 1])
            elif _names_a_body(word, before, bare, stem):
                bodies.add(stem)
            elif GENERAL_BODY.fullmatch(stem) and stem != bare and _is_introduced(words, at):
                bodies.add(f"{before} {stem}")  # `덴마크의 노르베르 에너지는`
            if stem != bare and 2 <= len(stem) <= 12 and not TITLE_WORD.match(following):
                counts[stem] += 1
                counts[f"{before} {stem}"] += len(before) > 1 and strip_particle(before) == before
    for name in people:
        del counts[name]
    return {body for body in bodies - people if not COUNTRY.fullmatch(body)}, counts


def _is_person_of(name, whole):
    """Whether two words are a person and the kind of body he heads: `허다솔 공사` of `허다솔 공사 사장`."""
    first, _, kind = name.partition(" ")
    if not (kind and KOREAN_NAME.fullmatch(first) and GENERAL_BODY.fullmatch(kind)):
        return False
    return _stands_before(name, TITLE_NEXT, whole)


def _stands_before(name, pattern, whole):
    """Whether a pattern follows a name anywhere: compiled once, as titles are many, and not anew for every name."""
    return any(pattern.match(whole, match.end()) for match in re.finditer(re.escape(name), whole))


def _is_seat(word, following):
    """Whether a word is a region for which the next word speaks: `전라남도 투자유치과장은`."""
    is_somebody = TITLE_WORD.fullmatch(strip_particle(following)) or NOBODY.match(following)
    return bool(is_somebody and REGION.fullmatch(word) and not KOREAN_NAME.fullmatch(word))


def _is_introduced(words, at):
    """Whether the word before a general one is a name behind a country or a kind of body."""
    name, lead = (words[at - 1].text, words[at - 2].text.removesuffix("의")) if at > 1 else ("", "")
    is_told = COUNTRY.fullmatch(lead) is not None or KIND.fullmatch(lead) is not None
    return is_told and strip_particle(name) == name and _may_be_part(name)


def _may_be_part(word):
    """Whether a word may be a part of the name of a body that what stands before it announces."""
    refused = (COUNTRY, KOREAN_NAME, TITLE_WORD, NO_SPEAKER, COPULA)
    is_refused = word in ordinary_words() or any(pattern.fullmatch(word) for pattern in refused)
    return COMPANY.fullmatch(word) is not None or not is_refused


def _names_a_body(word, before, bare, stem):
    """Whether a word is the name of a body: by its ending, by its other name in brackets, by the word before it."""
    is_company = COMPANY.fullmatch(stem) is not None
    is_acting = word.inner and stem != bare and bare[-1] in "은는이가" and not AGE.fullmatch(word.inner)
    is_subject = is_acting and not is_ordinary(stem)  # `영업이익(EBITDA)은` is none
    if not (is_company or is_subject):
        return False
    is_person = KOREAN_NAME.fullmatch(stem) or (TITLE_WORD.fullmatch(stem) and not is_company)
    return not (NO_SPEAKER.fullmatch(stem) or is_person or stem[:1].isdigit())
