"""The sample's language: sentences and names put together from the parts in `words.toml`."""

import tomllib
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

from articles.tokens import tokens
from articles.vocabulary import Language

WORDS = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
NAMES = WORDS["names"]


@cache
def sentences(language):
    """Return every sentence that can be made of a language's parts."""
    return [" ".join(parts) for parts in product(*WORDS[language]["sentence"])]


def sentence(language, random):
    """Return a sentence that says nothing in particular."""
    return random.choice(sentences(language))


@lru_cache(maxsize=100_000)
def _tokens_of(part):
    return " ".join(tokens(part))


@lru_cache(maxsize=100_000)
def tokens_by_part(text):
    """Return the tokens of a text, parted by spaces, each sentence or name read once.

    No token reaches over a full stop, or over the point between two names.
    """
    return " ".join(map(_tokens_of, text.replace(" · ", ". ").split(". ")))


def paragraph(language, random):
    """Return four sentences, as much as a newspaper's paragraph."""
    return " ".join(sentence(language, random) for _number in range(4))


def say(what, language, **parts):
    """Return the sentence in which a language quotes somebody or claims something."""
    return WORDS[language][what].format(**parts)


def pick(what, language, random):
    """Return one of the words that a language has for something."""
    return random.choice(WORDS[language][what])


def compose(parts, korean=" ", english=" ", vietnamese=" "):
    """Return the name columns made of `Korean|English|Vietnamese` parts, with what each language puts between them."""
    texts = zip(*(part.split("|") for part in parts), strict=True)
    columns = zip(Language.values, texts, (korean, english, vietnamese), strict=True)
    return {f"name_{code}": between.join(words).replace(" -", "-").strip() for code, words, between in columns}


def people_names():
    """Yield the names of people, Korean and Vietnamese in turns."""
    korean, vietnamese = product(*NAMES["korean"]["parts"]), product(*NAMES["vietnamese"]["parts"])
    for one, other in zip(korean, vietnamese, strict=False):
        yield compose(one, korean="")
        yield compose(other)


def firm_names():
    """Yield the names of companies and institutes."""
    for firm, form, trade in product(NAMES["firms"], NAMES["forms"], NAMES["trades"]):
        korean, english, vietnamese = (trade.split("|")[0], *form.split("|")[1:])
        yield {
            "name_ko": f"{firm.split('|')[0]}{korean}{form.split('|')[0]}",
            "name_en": f"{firm.split('|')[1]} {trade.split('|')[1]} {english}",
            "name_vi": f"{vietnamese} {trade.split('|')[2]} {firm.split('|')[2]}",
        }


def place_names():
    """Yield the names of provinces."""
    for place, quarter in product(NAMES["places"], NAMES["quarters"]):
        yield compose((place, quarter), korean="")


def topic_names():
    """Yield the names of topics."""
    for number, _topic in enumerate(WORDS["en"]["topics"]):
        for angle, _angle in enumerate(WORDS["en"]["angles"]):
            yield {
                f"name_{code}": f"{WORDS[code]['topics'][number]} · {WORDS[code]['angles'][angle]}"
                for code in Language.values
            }
