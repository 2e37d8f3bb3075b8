"""Text at the boundary and keys for matching. Display text is NFC; folded text is for comparing only."""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

from django.utils.text import slugify

# Lone surrogates can be neither stored nor sent, PostgreSQL refuses NUL, and XML has no place for control characters.
UNSTORABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
# How word processors break a line or a page inside a paragraph.
BREAKS = str.maketrans({"\x0b": "\n", "\x0c": "\n"})
# The greatest whole number that a column of the database holds.
GREATEST = 2**63 - 1
# Normal forms sort the marks on a letter, in time that grows with the square of their number. No writing has more than
# thirty; behind so many, a joiner that nobody sees begins the next row, as the stream-safe format of Unicode has it.
MOST_MARKS, JOINER = 30, "\u034f"
MARKS = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST_MARKS + 1},}}")
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
# đ has no decomposition, so removing combining marks does not reach it.
STROKED = str.maketrans({"đ": "d", "Đ": "d", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o"})


def normalise(text):
    """Return text as it may be stored: NFC, without lone surrogates and control characters but tab and line end."""
    return unicodedata.normalize("NFC", MARKS.sub(_part, UNSTORABLE.sub("", text)).translate(BREAKS))


def _part(match):
    """Return a row of signs in which no more than thirty marks in a row stand on one letter."""
    parted, count = [], 0
    for sign in match.group():
        count = count + 1 if unicodedata.combining(sign) else 0
        if count > MOST_MARKS:
            parted.append(JOINER)
            count = 1
        parted.append(sign)
    return "".join(parted)


def fold(text):
    """Return the key under which text is matched: case, width, accents and kinds of space make no difference.

    `Hòa Bình`, `Hoà Bình` and `hoa binh` share a key; Hangul stays whole, in whichever form it came.
    """
    decomposed = unicodedata.normalize("NFKD", MARKS.sub(_part, UNSTORABLE.sub("", text).translate(INVISIBLE)))
    marks = {ord(c): None for c in set(decomposed) if unicodedata.combining(c)}
    bare = decomposed.translate(marks) if marks else decomposed
    return " ".join(unicodedata.normalize("NFC", bare).translate(STROKED).casefold().split())


def whole_number(text):
    """Return the number that an address or a form spells; None for what is none, or greater than any key."""
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(GREATEST))
    return int(text) if is_number and int(text) <= GREATEST else None


@lru_cache(maxsize=500)
def slug(text, length=80):
    """Return text as a URL segment, Hangul and accents kept, at most `length` characters, never empty."""
    return slugify(normalise(text), allow_unicode=True)[:length].strip("-") or "-"


def excerpt(text, length=160):
    """Return text on one line, cut at a word with an ellipsis when it is longer than `length` characters."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    return line[: length + 1].rsplit(" ", 1)[0][:length].rstrip(" ,.;·") + "…"


# The look-behind and the possessive quantifiers keep a long run of dots from being read again from each dot.
SENTENCE_END = re.compile(r"(?<![.?!。…])[.?!。…]++[”’\"'」』)\]]*+(?=\s|$)")
BRACKETS = {"“": "”", "「": "」", "『": "』", "(": ")", "[": "]", "«": "»"}
CLOSERS = {close: opening for opening, close in BRACKETS.items()}
MARK = re.compile(f'[{re.escape("".join([*BRACKETS, *CLOSERS]))}"]')
# Inside [] of a pattern. Vietnamese capitals and small letters alternate, so À-Ỹ would let both in.
LATIN_CAPITALS = "A-Z" + "".join(c for c in map(chr, [*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)]) if c.isupper())
ABBREVIATION = re.compile(
    r"mr|mrs|ms|dr|prof|gen|sen|gov|rep|st|co|corp|inc|ltd|pvt|pte|bhd|sdn|tbk|bros|jan|feb|mar|apr|jun|jul|aug|sept?"
    r"|oct|nov|dec"
    r"|no|vs|etc|u\.s|u\.k|a\.m|p\.m|tp|ts|gs|pgs|ths"
)


def sentences(text):
    """Return the (start, end) spans of the sentences of text, without the white space around them.

    A line break always ends a sentence; what stands between quotation marks or brackets is never cut.
    """
    spans = []
    line_start = 0
    for line in text.splitlines(keepends=True):
        spans.extend(_trim(text, line_start + a, line_start + b) for a, b in _cut(line))
        line_start += len(line)
    return [(a, b) for a, b in spans if a < b]


def _cut(line):
    held, start = _held(line), 0
    for match in SENTENCE_END.finditer(line):
        last = match.end() - 1
        before = bisect_right(held, (last, len(line))) - 1
        is_held = before >= 0 and last < held[before][1]
        if not is_held and not _is_abbreviation(line, start, match):
            yield start, match.end()
            start = match.end()
    yield start, len(line)


def _trim(text, start, end):
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _held(line):
    """Return the (start, end) of what stands inside closed pairs of marks, with the opening ones, in order.

    A mark that is never closed, or closed without having been opened, holds nothing.
    """
    held = []
    for opening, close in sorted(find_pairs(line)):
        if held and opening < held[-1][1]:
            held[-1] = held[-1][0], max(held[-1][1], close)
        else:
            held.append((opening, close))
    return held


def find_pairs(line):
    """Yield (index of the opening mark, index of the closing mark) for marks and brackets of a line that match."""
    open_marks = {}
    straight, is_lost = None, line.count('"') % 2 == 1
    for match in MARK.finditer(line):
        at, character = match.start(), match.group()
        if character in BRACKETS:
            open_marks.setdefault(character, []).append(at)
        elif character == '"':
            if is_lost and _opens_again(line, at, straight):
                straight, is_lost = None, False
            if straight is not None:
                yield straight, at
            straight = at if straight is None else None
        elif open_marks.get(CLOSERS[character]):
            yield open_marks[CLOSERS[character]].pop(), at


def _opens_again(line, at, straight):
    """Whether a straight mark stands before a word though one is open already: the closing mark of that one is lost."""
    is_before_word = line[at - 1 : at].isspace() and not line[at + 1 : at + 2].isspace()
    return straight is not None and is_before_word


def find_quoted(line):
    """Return the (opening, closing) indexes of the quotation marks of a line that stand inside no others."""
    quoted, reached = [], -1
    for opening, close in sorted(find_pairs(line)):
        if opening > reached and line[opening] in '“"「':
            quoted.append((opening, close))
            reached = close
    return quoted


def mask_quoted(line, quoted):
    """Return a line of the same length in which what stands between the marks is blotted out with NUL."""
    pieces, at = [], 0
    for opening, close in quoted:
        pieces += [line[at : opening + 1], "\x00" * (close - opening - 1)]
        at = close
    return "".join([*pieces, line[at:]])


def _is_abbreviation(line, start, match):
    if match.group() != ".":
        return False
    word = line[max(start, match.start() - 8) : match.start()].split(" ")[-1].lstrip("(“\"'")
    is_initial = len(word) == 1 and word.isascii() and word.isupper()
    is_list_number = word.isdigit() and line[start : match.start()].strip() == word
    return is_initial or is_list_number or ABBREVIATION.fullmatch(word.casefold()) is not None


LONG_PARTICLE = re.compile(
    "(?:으로부터|로부터|에서는|에서도|에게서|으로는|으로서|으로써|까지는|부터는"
    "|에게는|이라는|에서|에게|에는|에도|까지|부터|처럼|보다|조차|마저|한테|께서)$"
)
# What the last consonant of the noun decides: with one, without one.
PAIRED_PARTICLES = {
    **dict.fromkeys("은이을과", True),
    **dict.fromkeys("는가를와", False),
}
LONGEST_WORD = 40
NEVER_CUT = ("주의", "남도", "북도", "기도", "제주도", "인도")


def strip_particle(word):
    """Return a Korean word without its case particle; a word that may be a whole noun stays as it is.

    The stem must have two syllables (or end in a letter, digit or bracket), and 은/는, 이/가, 을/를, 과/와, 으로/로
    must agree with its last consonant.
    """
    return _without_particle(word) if len(word) <= LONGEST_WORD else word


@lru_cache(maxsize=4096)  # a story repeats its words, and every reader of it asks again
def _without_particle(word):
    particle = _particle_of(word)
    return word[: -len(particle)] if particle else word


# A noun phrase does not reach over these: adverbs of time, general nouns, and words that end a clause.
PHRASE_EDGE = re.compile(
    r"한편|이날|이들|최근|또|또한|특히|이에|지난해|올해|현재|국내|현지|해당|기업|업체|회사|대기업|정부|업계|고위|익명"
    r"|한"
    r"|그리고|그러나|다만|이번|이|그|등|및|\d+일|.+(?:인|된|했던|하는|있는|되는|할|하며|하고|으며|지만|해|위해|따르면"
    r"|[,.;:\x00”’])"
)


def last_noun_phrase(text, longest=3):
    """Return the noun phrase at the end of a Korean text, what stands in brackets left out, or an empty string."""
    words = []
    for word in reversed(re.sub(r"\([^()]{0,60}\)", "", text[-120:]).split()):
        if len(words) == longest or PHRASE_EDGE.fullmatch(word) or (strip_particle(word) != word):
            break
        words.append(word)
    return " ".join(reversed(words))


def has_final_consonant(word):
    """Tell whether the last syllable of a word ends in a consonant; None when it is not written in Hangul."""
    if not word or not "가" <= word[-1] <= "힣":
        return None
    return (ord(word[-1]) - ord("가")) % 28 != 0


def _particle_of(word):
    if word.endswith(NEVER_CUT):
        return ""
    long = LONG_PARTICLE.search(word)
    if long and _is_noun(word[: long.start()]):
        return long.group()
    for particle in ("으로", "로", "의", "에", "도", "만", *PAIRED_PARTICLES):
        stem = word.removesuffix(particle)
        if stem != word and _is_noun(stem) and _agrees(stem, particle):
            return particle
    return ""


def _is_noun(stem):
    if not stem or stem[-1].isspace():
        return False
    return len(stem) >= 2 or not "가" <= stem[-1] <= "힣"


def _agrees(stem, particle):
    final = has_final_consonant(stem)
    if final is None or particle in "의에":
        return True
    if particle in "도만":
        return len(stem) >= 3
    if particle == "로":
        return not final or (ord(stem[-1]) - ord("가")) % 28 == 8  # ㄹ takes 로
    return final == (particle == "으로" or PAIRED_PARTICLES.get(particle, False))
