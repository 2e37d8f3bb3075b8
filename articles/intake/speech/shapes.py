"""Paragraphs that are a quotation as a whole, also where a mark is missing."""

import re
from dataclasses import dataclass

from articles.intake.speech.latin_spans import TAG
from articles.text import find_pairs

ANSWER = re.compile(r"(?:A\d{0,2}|답|답변|대답|Đáp|Trả lời)\s?[.:)]\s?|[▲△▶▷→]\s?(?=\S)")
TURN_DASH = re.compile(r"[-–—]\s(?=\S)")  # before the answers of an interview, and words behind a colon
ITEM = re.compile(r"(?:[-–—▪•●■○*+>]|\(?\d{1,2}[.)])\s?(?=\S)")
DASH_BULLET = re.compile(r"[-–—•]\s?(?=[“\"])")
LONGEST_TAG = 120
ANONYMOUS_RULE = "dash-bullet@1"


@dataclass(frozen=True)
class Shape:
    """Where the words stand in a paragraph that is a quotation as a whole: text[start:end]."""

    start: int
    end: int
    rule: str
    balanced: bool = True


def find_lone_close(text):
    """Return where words end that were opened in a paragraph before, when a mark in this one closes them; else -1."""
    close = text.find("”")
    if close > 0 and "“" not in text[:close]:
        return close
    close = text.find('"')
    is_lone = close > 0 and text.count('"') % 2 == 1 and not text[close - 1].isspace() and "“" not in text
    return close if is_lone else -1


def ends_words(text):
    """Whether a paragraph as a whole ends words that were opened before it; None when they run on."""
    if not text.startswith(("“", '"')):
        return find_lone_close(text) == len(text) - 1  # a line that was broken inside the words
    is_closed = "”" in text or text.count('"') > 1
    return text.endswith(("”", '"')) if is_closed else None


def find_shape(text, introduced, is_latin=False):
    """Return the Shape of a paragraph that is a quotation as a whole, or None. Its text may lack either mark."""
    bullet = DASH_BULLET.match(text)
    answer = ANSWER.match(text) if introduced else None
    if is_latin and introduced and answer is None and bullet is None:
        answer = TURN_DASH.match(text)
    lead = bullet or answer
    first, last = (lead.end() if lead else 0), len(text.rstrip(" .,")) - 1
    if text[first : first + 1] in ("“", '"', "「") and (first, last) in set(find_pairs(text)):
        return Shape(first + 1, last, ANONYMOUS_RULE if bullet else "marked-paragraph@1")
    is_open = text[first : first + 1] == "“" and "”" not in text
    if is_latin and is_open and TAG.search(text, max(first, len(text) - LONGEST_TAG)):
        return None  # the mark is lost before who said so
    if is_open or (introduced and text[first : first + 1] == '"' and text.count('"') == 1):
        return Shape(first + 1, len(text), "closing-mark-missing@1", balanced=False)
    is_closed = text.endswith("”") and "“" not in text
    if is_closed or (introduced and text.endswith('"') and text.count('"') == 1):
        return Shape(first, len(text) - 1, "opening-mark-missing@1", balanced=False)
    if is_latin and introduced and answer and not text[first:].startswith(("“", '"')):
        return Shape(first, len(text), "marks-missing@1", balanced=False)
    if (
        introduced
        and not any(mark in text for mark in '“”"「')
        and not (is_latin and answer is None and ITEM.match(text))
    ):
        return Shape(first, len(text), "marks-missing@1", balanced=False)
    return None
