"""What people type: words, "exact phrases", -what not, speaker:NAME, from:DATE and to:DATE. No text is refused."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby, islice
from typing import NamedTuple

from django.utils.translation import gettext as _

from articles.clock import editorial_zone
from articles.text import normalise
from articles.tokens import FOLDED, LONGEST, SPEAKER, WORD, bare_word, tokens

# A question is no longer; what stands beyond is left out.
LONGEST_QUESTION = 200
# A token that is repeated in a row is asked for so often: both databases look at each place of a text for every time.
MOST_IN_A_ROW = 2
MARKS = str.maketrans(dict.fromkeys("“”„‟＂«»「」『』", '"') | {"：": ":", "－": "-", "–": "-"})
PART = re.compile(r'(?P<no>-?)(?:(?P<operator>speaker|from|to):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))', re.I)
DATE = re.compile(r"([12][0-9]{3})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?")


class Phrase(NamedTuple):
    """Tokens that stand beside one another. An `open` one also fits where its last token only begins a longer one."""

    tokens: tuple
    open: bool = False


class Word(NamedTuple):
    """A word as it was typed, and without its Korean ending."""

    typed: str
    bare: str


@dataclass
class Query:
    """A question. Every clause of `wanted` and none of `unwanted` has to fit, one phrase of it being enough."""

    text: str
    words: list = field(default_factory=list)
    wanted: list = field(default_factory=list)
    unwanted: list = field(default_factory=list)
    since: datetime | None = None
    until: datetime | None = None
    problems: list = field(default_factory=list)
    # Entries of the directory that the words name, whose other names are looked for as well.
    named: list = field(default_factory=list)

    @property
    def is_period(self):
        """Whether it asks for days and nothing else."""
        return bool(self.since or self.until) and not self.unwanted

    @property
    def can_find(self):
        """Whether anything can be found by it."""
        return bool(self.wanted) or self.is_period


def read_query(text):
    """Return what a text asks for. Its plain words are in `words`: `complete` makes clauses of them."""
    text = normalise(text[: 2 * LONGEST_QUESTION])[:LONGEST_QUESTION].strip()
    query = Query(text)
    for part in PART.finditer(text.translate(MARKS)):
        operator = (part["operator"] or "").lower()
        said = part["phrase"] if part["phrase"] is not None else part["word"]
        if operator in {"from", "to"}:
            read_date(query, operator, said, part["no"])
        elif operator == "speaker" or part["phrase"] is not None or part["no"]:
            clause = clause_of(said, SPEAKER if operator else "", exact=bool(operator) or part["word"] is None)
            (query.unwanted if part["no"] else query.wanted).extend([clause] if clause else [])
        else:
            query.words.append(Word(said, bare_word(said)))
    return query


def read_date(query, operator, said, no):
    """Take the beginning of a year, month or day as the first moment, or its end as the last, or say what is wrong."""
    if no:
        problem = _("“-%(operator)s:” leaves nothing out: write from: or to: alone.")
        query.problems.append(problem % {"operator": operator})
        return
    try:
        first, after = period(said)
    except (ValueError, OverflowError):
        query.problems.append(_("“%(date)s” is no date: write 2026, 2026-01 or 2026-01-31.") % {"date": said[:40]})
        return
    if operator == "from":
        query.since = first
    else:
        query.until = after


def period(said):
    """Return the first moment of a year, month or day in the editorial zone, and the first one after it."""
    match = DATE.fullmatch(said)
    if not match:
        raise ValueError(said)
    year, month, day = (int(number) if number else None for number in match.groups())
    first = datetime(year, month or 1, day or 1)
    if day:
        after = datetime.fromordinal(first.toordinal() + 1)
    else:
        after = datetime(year + (month in {None, 12}), (month or 12) % 12 + 1, 1)
    zone = editorial_zone()
    return first.replace(tzinfo=zone), after.replace(tzinfo=zone)


def clause_of(said, sign="", exact=False):
    """Return the clause for a word or an exact phrase: a tuple of phrases, empty when nothing in it can be found."""
    phrase = phrase_of(said if exact else bare_word(said), sign)
    return (phrase,) if phrase else ()


def phrase_of(said, sign=""):
    """Return the phrase of a text, or None when it holds neither letter nor digit.

    A row of Hangul ends in a token of one character, which in a longer row is none: it is left out. When it is all
    there is of the row, whatever begins with it fits.
    """
    found = [token for _token, row in groupby(tokens(said)) for token in islice(row, MOST_IN_A_ROW)]
    if not found:
        return None
    last = found[-1]
    opens = len(last) == 1 and not last.isascii() and tokens(last + last) == [last + last, last]
    if opens and len(found) > 1 and len(found[-2]) == 2 and found[-2].endswith(last):
        return Phrase(tuple(sign + token for token in found[:-1]))
    return Phrase(tuple(sign + token for token in found), opens)


def beginning_of(said):
    """Return the phrase for a word that somebody has only begun to type; None when there is nothing to go by."""
    phrase = phrase_of(said)
    if not phrase:
        return None
    _row, word = WORD.findall(said.translate(FOLDED))[-1]
    # The stem of half a word may be none of the whole word, so its letters are taken as they are.
    return Phrase((*phrase.tokens[:-1], word[:LONGEST]), True) if word else phrase
