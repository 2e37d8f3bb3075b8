"""The quotations of a story as they are found, and the paragraphs over which one of them runs."""

from dataclasses import replace

from articles.intake.report import PlannedQuote
from articles.intake.speech.labels import find_speaker_label, is_question
from articles.intake.speech.shapes import TURN_DASH, ends_words, find_lone_close
from articles.intake.speech.sources import UNKNOWN
from articles.intake.speech.story import INTERVIEW_TURN, Story
from articles.intake.speech.tagging import PREDICATE
from articles.vocabulary import QuoteKind

LONGEST_SENTENCE = 2000
MOST_JOINED = 12  # paragraphs of one quotation


class Runs(Story):
    """The quotations of a story read so far, each with the paragraphs that carry it on."""

    def __init__(self, blocks, language, headline):
        super().__init__(blocks, language, headline)
        self.quotes = []
        self.consumed = {}  # index of a block: how far a quotation that began in one before it reaches

    def carried_on(self, at, shape):
        """Return the paragraphs that carry on the quotation of a whole paragraph."""
        taken = []
        for block in self.blocks[at + 1 : at + 1 + MOST_JOINED]:
            if block.kind != "paragraph":
                break
            if shape.rule == "marks-missing@1":
                is_told = any(mark in block.text for mark in '“”"「') or is_question(block.text, True)
                is_told = is_told or self.is_dashed(block.text)
                if self.turn is None or is_told or find_speaker_label(block.text):
                    break
                if self.interview and (self.is_turned(block.text) or (shape.start and TURN_DASH.match(block.text))):
                    break
                taken.append(block)
                continue
            if shape.rule != "closing-mark-missing@1":
                return []
            taken.append(block)
            is_end = ends_words(block.text)
            if is_end is not None:
                return taken if is_end else []
        return taken if shape.rule == "marks-missing@1" else []

    def joined(self, at, span):
        """Return the paragraphs into which a quotation that is not closed in this one runs on."""
        taken = []
        for index in range(at + 1, min(len(self.blocks), at + 1 + MOST_JOINED)):
            block = self.blocks[index]
            if block.kind != "paragraph":
                return []
            is_reopened = block.text.startswith(("“", '"'))
            close = self.find_close(block.text) if is_reopened else find_lone_close(block.text)
            if close < 0 and not is_reopened:
                return []
            part = replace(block, text=block.text[: close + 1], end=block.start + close + 1) if close > 0 else block
            taken.append(part)
            if close > 0:
                break
        else:
            return []
        for index, part in enumerate(taken, start=at + 1):
            self.consumed[index] = len(part.text)
        return taken

    def find_close(self, text):
        """Return where the words end with whose opening mark a paragraph begins; -1 where they run on."""
        if self.language == "ko":
            return text.find("”", 1)
        first = next(iter(self.find_spans(text)[0]), None)
        return first.end if first and first.start == 1 and first.balanced else -1

    def add(self, block, start, end, source, shape, taken=(), inline=False, sentence=""):
        """Add a quotation: text[start:end] of a block, and the paragraphs that carry it on."""
        source = replace(source, organisation=self.cast.short.get(source.organisation, source.organisation))
        words = [block.text[start:end], *(part.text.strip('“”"') for part in taken)]
        # Interviews are printed without marks; nothing is missing then.
        is_plain_answer = source.rule in (INTERVIEW_TURN, "script-label@1") and shape.rule == "marks-missing@1"
        is_open = shape.rule == "marks-missing@1" or not taken
        rule = shape.rule if source == UNKNOWN and shape.rule else source.rule
        last = taken[-1] if taken else None
        final = (last.end - (last.text.endswith("”"))) if last else block.start + end
        self.quotes.append(
            PlannedQuote(
                text="\n".join(words),
                start=block.start + start,
                end=final,
                kind=QuoteKind.DIRECT if PREDICATE.search(words[0]) or len(words[0].split()) > 4 else QuoteKind.PARTIAL,
                marks_balanced=(shape.balanced or is_plain_answer) if is_open else True,
                sentence=sentence or block.text[:LONGEST_SENTENCE],
                inline=inline,
                **vars(replace(source, rule=rule)),
            )
        )
        self.cast.heard(source)
        self.has_moved = False
