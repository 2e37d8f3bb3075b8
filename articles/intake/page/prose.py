"""What tells the prose of a story from the other lines of its page: its length, and how it ends."""

import re

SENTENCE_CLOSE = re.compile(
    r"[.!?…。][”\"’'」』)\]]{0,3}$|[.!?。]\s?[\[(][^()\[\]]{1,30}[)\]]$|[”\"」]$|\./\.?$"
    r"|[다요죠까]\.?[”\"]?\s?\([^()]{1,20}\)$|[.!?][”\"]\s[-–—―]\s?[^”\"]{3,60}$"
)
TOLD = re.compile(r"[.。][”\"’'」』)\]]{0,3}$|[다요][”\"」]$|\./\.?$")
END, LAST = 70, 8  # characters of a line in which the one and the other stand
HANGUL = re.compile("[가-힣]")
# One quotation and nothing else; the headlines of other stories mix quoted words with others.
WHOLE_SPEECH = re.compile(r"[“\"][^“”\"]{1,400}[”\"]")
SHORTEST = {True: 25, False: 50}  # characters of a line of prose
LEAD = {True: 50, False: 90}  # and of the first one
LONG = 140


def is_korean(text):
    """Whether a line is written in Hangul."""
    return HANGUL.search(text) is not None


def is_closed(text):
    """Whether a line ends as sentences do, also those that ask or call."""
    return SENTENCE_CLOSE.search(text[-END:]) is not None


def is_told(text):
    """Whether a line ends as the sentences of a story do."""
    return TOLD.search(text[-LAST:]) is not None


def is_prose(text):
    """Whether a line without its signature is a paragraph: long, or closed like a sentence and no shorter than one."""
    return len(text) >= LONG or (len(text) >= SHORTEST[is_korean(text)] and is_closed(text))


def is_lead(text):
    """Whether a line, without its signature, may be the first paragraph."""
    return is_prose(text) and len(text) >= LEAD[is_korean(text)] and is_told(text)


def is_sentence(text):
    """Whether a line ends as only sentences do; the headlines of other stories end so hardly ever."""
    is_whole = is_told(text) and (text.endswith(".") or "." in text or WHOLE_SPEECH.fullmatch(text))
    return bool(is_whole) and len(text) >= LEAD[is_korean(text)] * 0.7 or len(text) >= LONG
