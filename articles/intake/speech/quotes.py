"""The words that a story gives to somebody, and to whom it gives them."""

import re
from dataclasses import replace
from itertools import islice

from articles.intake.names.items import find_item_head
from articles.intake.report import PlannedBlock, PlannedQuote
from articles.intake.speech.attribution import (
    attribute,
    best,
    complete,
    find_headline_interviewee,
    find_interviewee,
    find_introduction,
)
from articles.intake.speech.bodies import survey
from articles.intake.speech.english import find_surnames
from articles.intake.speech.interviews import Interview
from articles.intake.speech.introductions import (
    find_appointment,
    find_employer,
    find_focus,
    find_korean_people,
    find_topic,
    read_korean_label,
)
from articles.intake.speech.korean import find_candidates
from articles.intake.speech.labels import FIRST_PERSON, find_speaker_label, find_turn, is_question
from articles.intake.speech.latin import find_latin_source
from articles.intake.speech.latin_parties import find_person
from articles.intake.speech.latin_people import (
    find_latin_focus,
    find_latin_head,
    find_latin_people,
    find_latin_topic,
)
from articles.intake.speech.latin_spans import find_latin_spans
from articles.intake.speech.latin_tagging import is_latin_speech
from articles.intake.speech.latin_words import HONORIFIC
from articles.intake.speech.people import is_body, is_plain
from articles.intake.speech.shapes import ANONYMOUS_RULE, TURN_DASH, Shape, find_shape
from articles.intake.speech.sources import ANONYMOUS, UNKNOWN, Cast, Source
from articles.intake.speech.spans import find_spans
from articles.intake.speech.tagging import PREDICATE, is_korean_speech
from articles.intake.speech.words import NOBODY
from articles.text import sentences
from articles.vocabulary import Attribution, QuoteKind

WINDOW = 300
LONGEST_SENTENCE = 2000
MOST_PEOPLE = 120  # whom a whole story introduces; every name is looked up among them
LONGEST_SURVEY = 60_000  # characters
DASHED = re.compile(r"[―—–-]\s?(?!\s?[“\"―—–-])[^“”\"]{3,160}")
FEWEST_DASHES = 3  # questions
MOST_JOINED = 12  # paragraphs of one quotation
INTERVIEW_TURN = "interview-turn@1"


def read_quotes(blocks, language, headline=""):
    """Return (blocks, quotes) of a story: paragraphs that are nothing but a quotation have become quote blocks."""
    return Reader(blocks, language, headline).read()


class Reader:
    """The blocks of a story, and what has been read out of them so far."""

    def __init__(self, blocks, language, headline):
        self.blocks, self.language, self.headline = blocks, language, headline
        bodies, counts = survey(headline, [block.text for block in blocks], language)
        self.find_spans = find_spans if language == "ko" else find_latin_spans
        self.cast = Cast(bodies=bodies, counts=counts)
        if language != "ko":
            self.cast.surnames = find_surnames("\n".join(block.text for block in blocks)) if language == "en" else ()
            for _pass in range(2):  # who is named in full may be introduced by the surname alone
                self.cast.roster = tuple(islice(dict.fromkeys(self.find_roster()), MOST_PEOPLE))
        self.cast.told_of = first_of(bodies, headline) or max(
            sorted(bodies), key=lambda body: (counts.get(body, 0), language != "ko" and len(body)), default=None
        )
        self.main = self.cast.told_of  # the body that the whole story is about
        self.interviewee = find_headline_interviewee(self.find_spans(headline)[1], language, self.cast)
        # In the script of a broadcast, reporters tell; they ask nobody.
        is_latin = language != "ko"
        self.is_script = is_latin and any(find_speaker_label(block.text) for block in blocks)
        self.interview = Interview(blocks, headline, language, self.cast) if is_latin and not self.is_script else None
        if self.interview and self.interview.is_one:
            self.interviewee = self.interview.person or self.interviewee
        self.read_blocks, self.quotes = [], []
        self.announced = self.turn = None
        dashed = [block for block in blocks if block.kind != "figure" and DASHED.fullmatch(block.text)]
        self.has_dashes = language == "ko" and len(dashed) >= FEWEST_DASHES
        self.is_marked = False  # whether the answers of this turn stand between marks: what has none is told then
        self.has_moved = False  # whether a sentence since the last words is about somebody
        self.consumed = {}  # index of a block: how far a quotation that began in one before it reaches

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
        block = self.blocks[at]
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
        if shape is not None and at not in self.consumed:
            return self.take_whole(at, shape)
        self.read_blocks.append(block)
        self.read_told(at)
        return at + 1

    def enter(self, block):
        """Note the body that a section or an item of a list is about, when its first words name one."""
        if self.language != "ko":
            self.cast.told_of = find_latin_head(block.text, block.kind == "subhead", self.cast) or self.cast.told_of
            return
        head = find_item_head(block.text).split()
        name = next((word for word in head if is_plain(word) or is_body(word, self.cast.bodies, {})), None)
        if name and (len(head) < 3 or self.cast.counts.get(name, 0)):
            self.cast.bodies.add(name)
            self.cast.told_of = name

    def is_dashed(self, text):
        """Whether a line behind a dash asks, as in Korean interviews whose questions are all printed so."""
        return self.has_dashes and DASHED.fullmatch(text) is not None

    def take_question(self, at):
        """Remember that a paragraph asks, and whom; return the next index."""
        self.turn = self.ask(at)
        self.announced = None
        self.read_blocks.append(self.blocks[at])
        return at + 1

    def ask(self, at):
        """Return the Source of the answer to a question."""
        self.is_marked = False
        if self.interviewee is None and self.cast.people:  # whoever was introduced before the first question
            self.interviewee = self.cast.recall()
        if self.interviewee and not self.interviewee.organisation:
            self.interviewee = replace(self.interviewee, organisation=self.main)
        return replace(self.interviewee or UNKNOWN, rule=INTERVIEW_TURN)

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

    def is_asked(self):
        """Whether a paragraph may ask without saying so."""
        return self.interviewee is not None and not (self.interview and self.interview.is_labelled)

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

    def find_named(self, passage):
        """Return the Source of the person whom the label of a turn names, or None."""
        labelled = self.interview.find_person(passage.strip(), self.cast)
        if labelled:
            return labelled
        source = find_person(passage, self.language, self.cast)
        is_named = source and (source.title or self.cast.is_known(source.speaker) or self.turn or self.interviewee)
        return source if is_named and len(passage) - len(source.speaker) < 50 else None

    def is_turned(self, text):
        """Whether a paragraph behind an answer is another turn, or tells of the body asked about."""
        if self.interview.is_question(text) or find_turn(text, self.find_named):
            return True
        return not FIRST_PERSON.search(text) and self.find_topic(text[:WINDOW]) is not None

    def read_label(self, name, role):
        """Return the Source that the label of a script names."""
        if NOBODY.fullmatch(name.split()[-1]) or "음성변조" in role or "음성 변조" in role:
            body = find_employer(name, self.cast)
            return Source(Attribution.ANONYMOUS, title=name, organisation=body, rule="script-label@1")
        source = read_korean_label(name, role, self.cast)
        if source is None:
            return self.cast.recall(lambda source: source.speaker == name, "script-label@1")
        # Where the label names a kind of body (`임차업체 대표`), nobody speaks for the one that the story is about.
        return source if " " in role else complete(source, self.language, self.cast)

    def read_latin_label(self, name, role):
        """Return the Source that the label of a script names (`[Bà Lan / Giám đốc Nuri]`), or None."""
        source = find_person(f"{name}, {role}", self.language, self.cast)
        if source is None or source.speaker not in name:
            bare = HONORIFIC[self.language].sub("", name)
            source = Source(Attribution.NAMED, bare, None, role) if len(bare.split()) > 1 else None
        return source and replace(source, rule="script-label@1")

    def take_whole(self, at, shape):
        """Read a paragraph that is nothing but a quotation, with those that carry it on; return the next index."""
        block = self.blocks[at]
        taken = self.carried_on(at, shape)
        source = self.source_of_whole(at, shape, len(taken))
        if shape.rule == ANONYMOUS_RULE:
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
            if shape.rule != "closing-mark-missing@1" or not block.text.startswith(("“", '"')):
                return []
            taken.append(block)
            if "”" in block.text or block.text.count('"') > 1:
                return taken if block.text.endswith(("”", '"')) else []
        return taken if shape.rule == "marks-missing@1" else []

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
        return UNKNOWN

    def source_of_standing(self, before, behind):
        """Return the Source of a Latin paragraph that is nothing but words: who signs it, or was told of before."""
        if behind is not None and re.match(r"[-–—―]\s?[^\W\d]", behind.text) and len(behind.text) < WINDOW:
            signed = find_person(behind.text.lstrip("-–—― "), self.language, self.cast)
            if signed:
                return complete(signed, self.language, self.cast)
        goes_on = self.quotes and self.quotes[-1].start >= before.start
        source = (self.cast.last if goes_on else None) or self.cast.focus
        return replace(complete(source, self.language, self.cast), rule="told-of-before@1") if source else UNKNOWN

    def told_behind(self, text, at_once=False):
        """Return whom the text behind a quotation says that the words were of, or None.

        In the same paragraph (`at_once`) whoever the next sentence is about has spoken: `그는 모자를 벗으며 웃었다.`
        """
        masked = self.find_spans(text[: 2 * WINDOW])[1]
        first = sentences(masked)[:1]
        if not first:
            return None
        sentence = masked[first[0][0] : first[0][1]]
        if at_once and "\x00" not in sentence:
            found = find_candidates(sentence, self.cast) if WORDS_OF.search(sentence) else []
            strong = [candidate for candidate in found if not candidate.is_weak]
            return best(strong) if strong else find_focus(sentence, self.cast)
        if not SAID_SO.search(sentence):
            return None
        source = attribute(sentence.split("\x00")[0], "", self.language, self.cast, UNKNOWN)
        return source if source is not UNKNOWN else None

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

    def joined(self, at, span):
        """Return the paragraphs into which a quotation that is not closed in this one runs on."""
        taken = []
        for index in range(at + 1, min(len(self.blocks), at + 1 + MOST_JOINED)):
            block = self.blocks[index]
            if block.kind != "paragraph" or not block.text.startswith(("“", '"')):
                return []
            close = self.find_close(block.text)
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
        words = [block.text[start:end], *(part.text.strip('“”"') for part in taken)]
        # Interviews are printed without marks; nothing is missing then.
        is_plain_answer = source.rule in (INTERVIEW_TURN, "script-label@1") and shape.rule == "marks-missing@1"
        is_open = shape.rule == "marks-missing@1" or not taken
        rule = shape.rule if source is UNKNOWN and shape.rule else source.rule
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

    def observe(self, sentence):
        """Remember whom and what a sentence (quoted words blotted out) names."""
        people = self.meet_people(sentence)
        if self.language == "ko":
            focus = find_focus(sentence, self.cast)
            self.cast.focus = focus or self.cast.focus
            self.has_moved = self.has_moved or (focus is not None and "\x00" not in sentence)
        else:
            self.cast.focus = find_latin_focus(sentence, self.language, self.cast) or self.cast.focus
            self.cast.latest = self.cast.focus or self.cast.latest
        if self.language == "ko" and (moved := find_appointment(sentence, self.cast, people)):
            self.cast.meet(moved)
        self.cast.told_of = self.find_topic(sentence) or self.cast.told_of
        met = find_interviewee(sentence, self.language, self.cast)
        if met:
            self.interviewee = met

    def meet_people(self, sentence):
        """Remember whom a sentence (quoted words blotted out) introduces; return their Sources."""
        if self.language == "ko":
            people = find_korean_people(sentence, self.cast)
        else:
            people = find_latin_people(sentence, self.language, self.cast)
        for person in people:
            self.cast.meet(complete(person, self.language, self.cast) if person.organisation is None else person)
        return people

    def find_roster(self):
        """Yield everybody whom the whole story introduces."""
        read = 0
        for text in (self.headline, *(block.text for block in self.blocks)):
            read += len(text)
            if read > LONGEST_SURVEY:
                return
            masked = self.find_spans(text)[1]
            for start, end in sentences(masked):
                yield from find_latin_people(masked[start:end], self.language, self.cast)

    def find_topic(self, sentence):
        """Return the body that a sentence is about, or None."""
        if self.language == "ko":
            return find_topic(sentence, self.cast)
        return find_latin_topic(sentence, self.language, self.cast)


def first_of(bodies, headline):
    """Return the body that a headline names first, or None."""
    found = [(headline.find(body), -len(body), body) for body in bodies if body in headline]
    return min(found)[2] if found else None


# `김하늘 대표가 주주총회에서 던진 말이다.`
WORDS_OF = re.compile(
    r"(?:던진|한|남긴|꺼낸|전한|건넨|내놓은|쏟아낸|털어놓은)\s(?:\S{1,3}\s)?(?:말|이야기|얘기|소감|답)(?:이다|이었다)"
)
SAID_SO = re.compile(
    r"(?:의\s(?:말|설명|이야기|얘기|소감|전언)(?:이다|이었다)|말했다|말이다|이렇게|같이|밝혔다|설명했다|강조했다"
    r"|입을\s열었다|말문을|전했다|소회를|털어놨다)"
)
