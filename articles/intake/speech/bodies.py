"""Which bodies a story names: found once over the whole story, before anybody's words are given to somebody."""

import re
from collections import Counter

from articles.intake.speech.latin_bodies import survey_latin
from articles.intake.speech.people import AGE, LATIN_NAME
from articles.intake.speech.phrases import split_words
from articles.intake.speech.words import COMPANY, COUNTRY, KIND, KOREAN_NAME, NO_SPEAKER, TITLE_WORD
from articles.text import strip_particle

LEGAL = re.compile(
    r"(?:㈜|\(주\)|주식회사\s)(?P<name>[가-힣A-Za-z0-9]{2,20})|(?P<ahead>[가-힣A-Za-z0-9]{2,20})(?:㈜|\(주\))"
)
LABEL = re.compile(r"^(?:[\[<(【][^\]>)】]{1,20}[\]>)】]\s?){1,2}")
HEAD_WORD = re.compile(r"(?P<word>[^\W_][^\s,…·‘’“”\"'()\[\]]{1,20})(?P<mark>[,…·])?")
ACTING = 0.5  # of the places where a name stands
NAME_LIKE = re.compile(r"(?!\S{0,3}(?:관계자|대표|직원|임원|측|간|들|수))[가-힣A-Za-z0-9&]{2,12}")
LONGEST_STORY = 60_000


def survey(headline, texts, language):
    """Return (the names of bodies, how often each word stands where a body's name would) for the texts of a story.

    A headline begins with the body that the story is about: its first word, when the story repeats it.
    """
    whole = "\n".join([headline, *texts])[:LONGEST_STORY]
    bodies, counts = _survey_korean(whole) if language == "ko" else survey_latin(whole, language)
    return bodies | set(_heads(headline, whole)), counts


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
        acting = len(re.findall(rf"{re.escape(stem)}(?:[은는이가의도측]|과|와)(?=[\s,])", whole))
        if acting >= 2 and acting >= ACTING * whole.count(stem):
            yield stem


def _survey_korean(whole):
    bodies = {strip_particle(match["name"] or match["ahead"]) for match in LEGAL.finditer(whole)}
    counts, people = Counter(), set()
    for line in whole.splitlines():
        words = split_words(line)
        for at, word in enumerate(words):
            bare = word.text.strip("“”‘’\"'.,·…")
            stem = strip_particle(bare)
            following = words[at + 1].text if at + 1 < len(words) else ""
            before = words[at - 1].text if at else ""
            if LATIN_NAME.fullmatch(word.inner) and not KIND.fullmatch(before):
                people.update(strip_particle(other.text) for other in words[max(0, at - 3) : at + 1])
            elif _names_a_body(word, before, bare, stem):
                bodies.add(stem)
            if stem != bare and 2 <= len(stem) <= 12 and not TITLE_WORD.match(following):
                counts[stem] += 1
                counts[f"{before} {stem}"] += len(before) > 1 and strip_particle(before) == before
    for name in people:
        del counts[name]
    return {body for body in bodies - people if not COUNTRY.fullmatch(body)}, counts


def _names_a_body(word, before, bare, stem):
    """Whether a word is the name of a body: by its ending, by its other name in brackets, by the word before it."""
    if NO_SPEAKER.fullmatch(stem) or KOREAN_NAME.fullmatch(stem):
        return False
    if COMPANY.fullmatch(stem):
        return True
    if KIND.fullmatch(before) and NAME_LIKE.fullmatch(stem):
        return True
    is_subject = stem != bare and bare[-1] in "은는이가" and not AGE.fullmatch(word.inner)
    return is_subject and bool(word.inner)
