"""The tokens under which texts are found, made here and nowhere else: the same for what is indexed and what is asked.

Hangul, Chinese characters and kana become pairs of neighbours, across spaces too, so that 인공지능 and 인공 지능 find
each other; words of other scripts become English stems without case, width and accents. A token holds letters and
digits only, so that neither database has anything of its own to read into it.
"""

import re
from collections import Counter
from functools import lru_cache

import snowballstemmer

from articles.text import fold, strip_particle

# Characters that are written without a space between words, or, as Hangul, with endings on the words.
PAIRED = "\u1100-\u11ff\u3005-\u3007\u3041-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7ff\uf900-\ufaff"
PAIRED += "\U00020000-\U000323af"
# Either a row of paired characters, spaces in it left out of account, or a word of another script without its 's.
# No two parts of the pattern can begin with the same character, so that it reads every text once.
WORD = re.compile(rf"(?P<row>[{PAIRED}]+(?:[ ]+[{PAIRED}]+)*)|(?P<word>[^\W_{PAIRED}]+)(?:['’]s(?![^\W_]))?")
# PostgreSQL keeps 16,383 positions a text, 255 a token, and a megabyte of tokens; both databases are given no more.
MOST_TOKENS, MOST_TIMES, LONGEST = 8_000, 255, 24
# Texts up to this length are often the same.
OFTEN = 80
# Stands where a token came once too often, and between two texts, so that the words beside it are no neighbours.
FILLER = "¤"
# Below it stand the characters of living languages.
BASIC_PLANE = 0x10000
# Begins a token of who is speaking, which is asked for apart.
SPEAKER = "§"


class FoldTable(dict):
    """What each character is in a token, found out once where they are few: texts may hold a million rare ones."""

    def __missing__(self, code):
        # A letter with a mark that is taken off is folded too, and white space is one space, but a line keeps its end.
        character = chr(code)
        folded = "\n" if character == "\n" else " " if character.isspace() else fold(character)
        if code < BASIC_PLANE:
            self[code] = folded
        return folded


FOLDED = FoldTable()
_stemmer = snowballstemmer.stemmer("english")


@lru_cache(maxsize=50_000)
def stem(word):
    """Return the English stem of a folded word; words of other languages lose little by it, on both sides."""
    return _stemmer.stemWord(word)[:LONGEST] if word.isascii() and len(word) <= LONGEST else word[:LONGEST]


def spans(text):
    """Yield (token, start, end) for the tokens of a text, with where they stand in it. The text is NFC."""
    pieces = [(FOLDED[ord(character)], at) for at, character in enumerate(text)]
    folded = "".join(piece for piece, _at in pieces)
    origin = [at for piece, at in pieces for _character in piece]
    for match in WORD.finditer(folded):
        for token, start, end in _placed(match):
            yield token, origin[start], origin[end - 1] + 1


def _placed(match):
    if match["word"]:
        return [(stem(match["word"]), match.start(), match.end("word"))]
    places = [at for at in range(match.start(), match.end()) if match.string[at] != " "]
    pairs = zip(places, [*places[1:], places[-1]], strict=True)
    return [(match.string[at] + match.string[after] * (after != at), at, after + 1) for at, after in pairs]


def tokens(text):
    """Return the tokens of a text in order. The text is NFC, as whatever is stored."""
    found = []
    for row, word in WORD.findall(text.translate(FOLDED)):
        if word:
            found.append(stem(word))
        else:
            row = row.replace(" ", "")
            # The last slice is the last character alone, so that each character begins a token.
            found += [row[at : at + 2] for at in range(len(row))]
    return found


def _read(text):
    return _joined(text) if len(text) <= OFTEN else " ".join(tokens(text))


def index_text(texts, speakers=(), read=_read):
    """Return the tokens of a record, parted by spaces; those of its speakers once more, with their sign.

    `read` returns the tokens of one text, parted by spaces: whoever knows its texts may know a shorter way to them.
    """
    parts = [read(text) for text in texts if text]
    parts += [_marked(name) for name in speakers if name]
    found = f" {FILLER} ".join(filter(None, parts))
    return found if found.count(" ") < MOST_TIMES else " ".join(_thinned(found.split(" ")[:MOST_TOKENS]))


@lru_cache(maxsize=50_000)  # the names of people, companies and places come again and again
def _joined(text):
    return " ".join(tokens(text))


@lru_cache(maxsize=10_000)
def _marked(name):
    return " ".join(SPEAKER + token for token in tokens(name))


def _thinned(found):
    if max(Counter(found).values()) <= MOST_TIMES:  # all at once, that is counted in a tenth of the time
        return found
    seen = Counter()
    kept = []
    for token in found:
        seen[token] += 1
        kept.append(token if seen[token] <= MOST_TIMES else FILLER)
    return kept


# Endings of the verbs that are made of a noun with 하다 or 되다. What is left must have two syllables.
VERB = re.compile(
    "(?<=[가-힣]{2})(?:하|되|시키)(?:다|고|며|면|는|던|기|지|여|겠다|였다|자|도록|려고|려는|면서|지만|는데|니다|ㄴ다)$"
    "|(?<=[가-힣]{2})(?:했|됐|되었|하였|시켰)(?:다|고|으며|으나|지만|던|는데|습니다|다고|다는|다며)$"
    "|(?<=[가-힣]{2})(?:한다|된다|시킨다|합니다|됩니다|한|된|할|될|함|됨|해|돼|하는|되는|한다고|한다는|해서|돼서|해야|했던)$"
)


def bare_word(word):
    """Return a Korean word of a question without its ending: 투자했다, 투자를 and 투자하다 ask for 투자."""
    bare = VERB.sub("", word[-LONGEST:])
    return word[:-LONGEST] + (strip_particle(bare) if len(bare) == len(word[-LONGEST:]) else bare)
