"""The words that a story gives to somebody, and to whom it gives them."""

import re
from dataclasses import replace

from articles.intake.report import PlannedBlock
from articles.intake.speech.attribution import (
    attribute,
    complete,
    find_introduction,
)
from articles.intake.speech.labels import find_speaker_label, find_turn, is_question
from articles.intake.speech.latin import find_latin_source
from articles.intake.speech.latin_parties import find_person
from articles.intake.speech.latin_spans import TAG
from articles.intake.speech.latin_tagging import is_latin_speech
from articles.intake.speech.runs import LONGEST_SENTENCE, Runs
from articles.intake.speech.shapes import ANONYMOUS_RULE, Shape, find_shape
from articles.intake.speech.sources import ANONYMOUS, UNKNOWN
from articles.intake.speech.story import INTERVIEW_TURN, WINDOW
from articles.intake.speech.tagging import is_korean_speech
from articles.text import sentences


def read_quotes(blocks, language, headline=""):
    """Return (blocks, quotes) of a story: paragraphs that are nothing but a quotation have become quote blocks."""
    return Reader(blocks, language, headline).read()


class Reader(Runs):
    """The quotations of a story, and its blocks with those that are nothing but a quotation as such."""

    def __init__(self, blocks, language, headline):
        super().__init__(blocks, language, headline)
        self.read_blocks = []

    def read(self):
        """Return (blocks, quotes)."""
        if self.interviewee:
            self.cast.meet(self.interviewee)
        at = 0
        while at < len(self.blocks):
            at = self.read_block(at)
        return self.read_blocks, self.quotes

    def read_block(self, at):
        """Read the block there; return the index of the next one that is not read yet."""
        block, self.cast.is_fresh, self.is_headed = self.blocks[at], self.is_headed, False
        if block.kind in ("paragraph", "subhead") and self.take_label(at):
            return at + 1
        reached = self.interview and block.kind in ("paragraph", "subhead") and self.take_interview(at)
        if reached:
            return reached
        if block.kind == "subhead" and (is_question(block.text, False) or self.is_dashed(block.text)):
            return self.take_question(at)
        if block.kind != "paragraph":
            self.read_blocks.append(block)
            self.meet_people(self.find_spans(block.text)[1])
            if block.kind == "subhead":
                is_told = self.language != "ko" and block.text.rstrip().endswith(":")
                self.announced = find_introduction(block.text, self.language, self.cast) if is_told else None
                self.enter(block)
                self.turn = self.turn and self.ask(at)
            return at + 1
        asks = is_question(block.text, self.is_asked()) or self.is_dashed(block.text)
        if asks and not self.is_script:
            return self.take_question(at)
        is_left = self.interview is not None and self.turn is not None and self.is_turned(block.text)
        is_awaited = self.announced is not None or (self.turn is not None and not self.is_marked and not is_left)
        shape = find_shape(block.text, is_awaited, self.language != "ko")
        if shape is not None and at not in self.consumed and not self.is_tagged_behind(at, shape):
            return self.take_whole(at, shape)
        self.read_blocks.append(block)
        self.read_told(at)
        return at + 1

    def is_tagged_behind(self, at, shape):
        """Whether the words of a whole paragraph end in it or in the next one, which says whose they are."""
        if self.language != "ko" and shape.rule == "closing-mark-missing@1" and TAG.search(self.blocks[at].text):
            return True
        following = next((block for block in self.blocks[at + 1 : at + 2] if block.kind == "paragraph"), None)
        if following is None or shape.rule != "closing-mark-missing@1" or not following.text.startswith(("“", '"')):
            return False
        return 0 < self.find_close(following.text) < len(following.text) - 1

    def take_question(self, at):
        """Remember that a paragraph asks, and whom; return the next index."""
        self.turn = self.ask(at)
        self.announced = None
        self.read_blocks.append(self.blocks[at])
        return at + 1

    def take_label(self, at):
        """Read a line that names who speaks in a script or interview; tell whether it is one."""
        block = self.blocks[at]
        label = find_speaker_label(block.text)
        if label is None:
            return False
        end, name, role = label
        source = self.read_label(name, role) if self.language == "ko" else self.read_latin_label(name, role)
        if source is None:
            return False
        self.cast.meet(source)
        self.announced = source
        words = block.text[end:].rstrip("])> ")
        self.read_blocks.append(block)
        if not words.strip():
            return True
        shape = find_shape(words, introduced=True)
        if shape:
            self.add(block, end + shape.start, end + shape.end, source, shape, inline=True)
            self.announced = None
        return shape is not None

    def take_interview(self, at):
        """Read a question or a labelled turn of an interview; return the next index, or None when it is neither."""
        if self.interview.is_question(self.blocks[at].text):
            return self.take_question(at)
        return self.take_turn(at)

    def take_turn(self, at):
        """Read a paragraph that begins with the name of who speaks, and those that carry it on.

        Return the next index, or None when it is no turn.
        """
        block = self.blocks[at]
        label = find_turn(block.text, self.find_named)
        words = block.text[label[0] :] if label else ""
        shape = label and find_shape(words, introduced=True)
        if label and shape is None and self.interview.is_one and not words.startswith(("“", '"')):
            shape = Shape(0, len(words), "marks-missing@1", balanced=False)
        if words[:1].isdigit() and not self.interview.is_one:
            return None
        if shape is None or shape.rule.startswith(("closing", "opening")):
            return None
        end, source = label
        self.turn = replace(complete(source, self.language, self.cast), rule=INTERVIEW_TURN)
        taken = self.carried_on(at, shape)
        self.read_blocks += [block, *taken]
        self.add(block, end + shape.start, end + shape.end, self.turn, shape, taken=taken, inline=True)
        return at + 1 + len(taken)

    def take_whole(self, at, shape):
        """Read a paragraph that is nothing but a quotation, with those that carry it on; return the next index."""
        block = self.blocks[at]
        taken = self.carried_on(at, shape)
        source = self.source_of_whole(at, shape, len(taken))
        if shape.rule == ANONYMOUS_RULE and not (self.language == "vi" and self.announced):
            source = ANONYMOUS
        self.is_marked = shape.balanced
        self.announced = None
        if any(map(str.isalnum, block.text[: shape.start])):  # `A.`, `답:` are printed, too
            self.read_blocks += [block, *taken]
            self.add(block, shape.start, shape.end, source, shape, taken=taken, inline=True)
            return at + 1 + len(taken)
        last = taken[-1] if taken else None
        self.read_blocks.append(
            PlannedBlock("quote", "", block.start, last.end if last else block.end, quote=len(self.quotes))
        )
        self.add(block, shape.start, shape.end, source, shape, taken=taken)
        self.read_blocks[-1] = replace(self.read_blocks[-1], text=self.quotes[-1].text)
        return at + 1 + len(taken)

    def source_of_whole(self, at, shape, length):
        """Return the Source of a paragraph that is nothing but a quotation."""
        if self.announced or self.turn:
            return self.announced or self.turn
        behind = self.blocks[at + 1 + length] if at + 1 + length < len(self.blocks) else None
        if behind is not None and behind.kind == "paragraph":
            told = self.told_behind(behind.text)
            if told:
                return told
        before = next((block for block in reversed(self.read_blocks) if block.kind != "figure"), None)
        if self.language != "ko" and before and before.kind == "paragraph":
            return self.source_of_standing(before, behind)
        if before and before.kind == "quote" and self.quotes and self.quotes[-1].rule != ANONYMOUS_RULE:
            return self.cast.last or UNKNOWN
        if before and before.kind == "paragraph" and self.cast.focus:
            return replace(complete(self.cast.focus, self.language, self.cast), rule="told-of-before@1")
        is_answer = self.language == "ko" and before is not None and before.kind == "subhead" and self.interviewee
        return self.ask(at) if is_answer else UNKNOWN

    def source_of_standing(self, before, behind):
        """Return the Source of a Latin paragraph that is nothing but words: who signs it, or was told of before."""
        if behind is not None and re.match(r"[-–—―]\s?[^\W\d]", behind.text) and len(behind.text) < WINDOW:
            signed = find_person(behind.text.lstrip("-–—― "), self.language, self.cast)
            if signed:
                return complete(signed, self.language, self.cast)
        goes_on = self.quotes and self.quotes[-1].start >= before.start
        source = (self.cast.last if goes_on else None) or self.cast.focus
        return replace(complete(source, self.language, self.cast), rule="told-of-before@1") if source else UNKNOWN

    def read_told(self, at):
        """Add the quotations inside a paragraph, and remember whom it names and announces."""
        block = self.blocks[at]
        spans, masked = self.find_spans(block.text)
        spans = [span for span in spans if span.start >= self.consumed.get(at, 0)]
        told = sentences(block.text if self.language == "ko" else masked)
        self.enter(block)
        place = 0
        if self.language != "ko":
            self.cast.focus = None
        for start, end in told:
            while place < len(spans) and spans[place].start < end:
                self.read_span(at, spans[place], masked, (start, end))
                place += 1
            self.observe(masked[start:end])
        self.turn = None
        self.announced = find_introduction(block.text, self.language, self.cast)

    def read_span(self, at, span, masked, sentence):
        """Add the quotation of a span when it is one."""
        block = self.blocks[at]
        words = block.text[span.start : span.end]
        before = masked[max(sentence[0], span.start - WINDOW) : span.start].rstrip('“"「')
        behind = span.end + (masked[span.end : span.end + 1] in ("”", '"', "」"))
        after = masked[behind : max(behind, min(sentence[1], span.end + WINDOW))]
        is_here = self.quotes and self.quotes[-1].start >= block.start
        last = None if self.has_moved else self.cast.last
        carried = (is_here and last) or self.cast.focus
        taken = self.joined(at, span) if span.open_end else []
        if self.language != "ko":
            further = masked[behind : behind + WINDOW]
            if taken:
                words, further = taken[-1].text, self.blocks[at + len(taken)].text[len(taken[-1].text) :][:WINDOW]
            source = find_latin_source(words, before, further, self.language, self.cast, carried)
            is_speech = is_latin_speech(words, before, further, self.language, source)
            source = complete(source or UNKNOWN, self.language, self.cast)
        else:
            if taken and not after.strip():
                after = self.blocks[at + len(taken)].text[len(taken[-1].text) :][:WINDOW]
            is_speech = is_korean_speech(words, after, before)
            if not after.strip(' .”"') and not before.strip(' “"-–—·•'):
                follows = block.text[sentence[1] : sentence[1] + 2 * WINDOW]
                carried = self.told_behind(follows, at_once=True) or carried
            source = attribute(before, after, self.language, self.cast, carried or UNKNOWN)
        if not is_speech and not taken:
            return
        shape = Shape(span.start, span.end, "", span.balanced)
        text = block.text[sentence[0] : min(sentence[1], sentence[0] + LONGEST_SENTENCE)]
        self.add(block, span.start, span.end, source, shape, taken=taken, inline=True, sentence=text)
