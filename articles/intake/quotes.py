"""The words that a story puts between marks, and to whom it gives them."""

import re
from dataclasses import dataclass, field, replace

from articles.intake.layout import find_continuations, find_shape
from articles.intake.report import PlannedBlock, PlannedQuote
from articles.intake.speakers import (
    ANONYMOUS,
    SAYS,
    UNKNOWN,
    VERB,
    VERBS,
    Source,
    find_headline_interviewee,
    find_interviewee,
    find_people,
    find_source,
)
from articles.text import find_quoted, mask_quoted, sentences
from articles.vocabulary import QuoteKind

WINDOW = 200
KOREAN_TAG = re.compile(
    r"\s?(?:이?라고|이?라며|이?라면서|이?라는\s(?:말|뜻|설명|입장|의견|반응|평가|지적|분석|전망)"
    rf"|고\s{SAYS}|며\s|면서\s|하고\s{SAYS})"
)
PREDICATE = re.compile(r"(?:[다요까죠]|니까)[.?!…]{0,4}\s{0,3}$")
OBJECT = re.compile(r"(?:이?라는|이란|은|는|이|가|을|를|의|과|와|로|으로|에)\s")
INTRODUCED = {
    "ko": re.compile(rf"(?:다음과\s같이|이렇게|아래와\s같이)\s{SAYS}\S{{0,6}}$|{SAYS}\S{{0,6}}\s?:$"),
    "en": re.compile(rf"\b{VERBS['en']}(?: [^:.]{{0,40}})?:$", re.I),
    "vi": re.compile(rf"{VERBS['vi']}(?: [^:.]{{0,30}})?:$", re.I),
}
QUESTION = re.compile(r"(?:Q\d{0,2}\s?[.:)]|_|(?:문|질문)\s?[.:)]|(?:PV|Phóng viên|Hỏi|Question)\s?[.:])\s?\S")
INTERVIEW_TURN = "interview-turn@1"
LONGEST_SENTENCE = 2000
REMEMBERED = 20


@dataclass
class Cast:
    """Whom the story has introduced so far, and with whom its interview is."""

    language: str
    people: list = field(default_factory=list)
    interviewee: Source | None = None
    turn: Source | None = None  # who answers, until the story tells again

    def known(self, quotes):
        """Return whom a pronoun or a surname may mean; the latest speaker stands last."""
        return [*self.people[-REMEMBERED:], *quotes[-REMEMBERED:]]

    def meet(self, text):
        """Take note of the people in a paragraph that was told."""
        if self.language == "ko":
            self.people.extend(person for _end, person in find_people(text))
        met = find_interviewee(text, self.language, self.people[-REMEMBERED:])
        self.interviewee = met or self.interviewee

    def ask(self, text):
        """Return the Source of the words that follow a question, or None when text is none."""
        asked = QUESTION.match(text)
        self.turn = replace(self.interviewee or UNKNOWN, rule=INTERVIEW_TURN) if asked else None
        return self.turn


def read_quotes(blocks, language, headline=""):
    """Return (blocks, quotes) of a story: paragraphs that are nothing but a quotation have become quote blocks."""
    read, quotes, introduction, skip = [], [], None, 0
    cast = Cast(language, interviewee=find_headline_interviewee(_unquoted(headline)))
    for index, block in enumerate(blocks):
        shape = find_shape(block.text, introduction is not None) if block.kind == "paragraph" else None
        if skip:
            skip -= 1
        elif shape is not None:
            taken = find_continuations(blocks, index) if shape.rule == "closing-mark-missing@1" else []
            quotes.append(_block_quote(block, shape, taken, introduction or cast.turn))
            read.append(
                PlannedBlock("quote", quotes[-1].text, block.start, (taken or [block])[-1].end, quote=len(quotes) - 1)
            )
            skip, introduction = len(taken), None
        else:
            read.append(block)
            if block.kind == "paragraph":
                introduction = _read_told(block, cast, quotes)
    return read, quotes


def _read_told(block, cast, quotes):
    """Add the quotations inside a paragraph; return the Source of the words that it announces, or None."""
    quotes.extend(read_inline(block, cast.language, cast.known(quotes)))
    cast.meet(_unquoted(block.text))
    return cast.ask(block.text) or find_introduction(block.text, cast.language, cast.known(quotes))


def _unquoted(text):
    return mask_quoted(text, find_quoted(text))


def _block_quote(block, shape, taken, introduction):
    words = [block.text[shape.start : shape.end], *(b.text.strip("“”") for b in taken)]
    source = ANONYMOUS if shape.rule == ANONYMOUS.rule else introduction or UNKNOWN
    # Interviews are printed without marks; nothing is missing then.
    is_plain_answer = source.rule == INTERVIEW_TURN and shape.rule == "marks-missing@1"
    return PlannedQuote(
        text="\n".join(words),
        start=block.start + shape.start,
        end=taken[-1].end - 1 if taken else block.start + shape.end,
        kind=QuoteKind.DIRECT,
        marks_balanced=shape.balanced or bool(taken) or is_plain_answer,
        sentence=block.text[:LONGEST_SENTENCE],
        **vars(replace(source, rule=shape.rule if source is UNKNOWN else source.rule)),
    )


def find_introduction(text, language, known):
    """Return the Source that a paragraph announces at its end (`… 다음과 같이 말했다.`), or None."""
    end = text[-WINDOW * 2 :].rstrip(" .")
    if not INTRODUCED[language].search(end):
        return None
    return replace(
        find_source(end[sentences(end)[-1][0] :], "", language, known), rule=f"{language}-attribution-before@1"
    )


def read_inline(block, language, known):
    """Return the quotations that stand inside a paragraph. `known` are the quotes of the story so far."""
    marks = find_quoted(block.text)
    masked = mask_quoted(block.text, marks)
    spans, quotes, at = sentences(block.text) if marks else [], [], 0
    people = find_people(masked) if marks and language == "ko" else []
    for opening, close in marks:
        while spans[at][1] <= opening:
            at += 1
        before = masked[max(spans[at][0], opening - WINDOW) : opening]
        after = masked[close + 1 : close + 1 + WINDOW]
        words = block.text[opening + 1 : close]
        if is_speech(words, before, after, language, bool(quotes)):
            after = after[: max(0, spans[at][1] - close - 1)] if language == "ko" else after
            here = [person for end, person in people if end <= opening]
            source = find_source(before, after, language, [*here[-REMEMBERED:], *known, *quotes[-REMEMBERED:]])
            sentence = block.text[spans[at][0] : min(spans[at][1], spans[at][0] + LONGEST_SENTENCE)]
            quotes.append(_inline_quote(block, opening, words, source, sentence))
    return quotes


def _inline_quote(block, opening, words, source, sentence):
    start = block.start + opening + 1
    kind = QuoteKind.DIRECT if PREDICATE.search(words) or len(words.split()) > 4 else QuoteKind.PARTIAL
    return PlannedQuote(words, start, start + len(words), kind, sentence=sentence, inline=True, **vars(source))


def is_speech(words, before, after, language, continues):
    """Tell whether words between marks are somebody's, and not a term, a title or a nickname."""
    if language == "ko":
        return bool(KOREAN_TAG.match(after) or (PREDICATE.search(words) and not OBJECT.match(after)))
    if len(words.split()) < 2:
        return False
    verb = VERB[language]
    if verb.match(after.lstrip(" ,")) or (before.rstrip().endswith((":", ",")) and verb.search(before[-80:])):
        return True
    ends_well = words.rstrip().endswith((",", ".", "!", "?", "…")) or after.startswith(",")
    return ends_well and (continues or verb.search(after[:120]) is not None)
