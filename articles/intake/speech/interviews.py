"""Interviews in English and Vietnamese: which paragraphs ask, whom, and by which labels the turns are told apart."""

import re
from collections import Counter

from articles.intake.speech.labels import ASKED, FIRST_PERSON, QUESTION, TURN
from articles.intake.speech.latin_parties import find_person

FEWEST = 2  # questions that make a story an interview
ENOUGH = 3  # behind dashes, without a word that says so
LONGEST_INTRODUCTION = 600
MOST_LETTERS = 40  # of a label
CUE = re.compile(
    r"interview|questions|transcript|hosted by|conversation|Q&A|excerpts|edited for|sat down with|spoke (?:to|with)"
    r"|phỏng vấn|trò chuyện|trao đổi với"
    r"|đối thoại|trả lời (?:phỏng vấn|các câu hỏi|báo chí)|cuộc trao đổi",
    re.I,
)
DASHED = re.compile(r"[-–—]\s?(?!\s?[“\"])\S[^“”\"]{2,300}[?？]$")


class Interview:
    """What a story is as an interview: who is asked, and the labels of whoever asks."""

    def __init__(self, blocks, headline, language, cast):
        self.labels = Counter(_label(block.text) for block in blocks)
        del self.labels[""]
        self.asking = {_label(block.text) for block in blocks if block.text.rstrip().endswith(("?", "？"))} - {""}
        self.asking = {label for label in self.asking if self.labels[label] >= FEWEST and not _person_of(label, cast)}
        # Where questions bear a label, an answer may end with a question of its own.
        self.is_labelled = len([block for block in blocks if self._is_labelled(block.text)]) >= FEWEST
        questions = [at for at, block in enumerate(blocks) if self._may_ask(block.text)]
        told = headline + "\n".join(block.text for block in blocks[: questions[0] + 1]) if questions else ""
        # So many questions behind a dash that nothing need say that somebody is asked; so are the answers.
        self.is_dashed = len([at for at in questions if DASHED.match(blocks[at].text)]) >= ENOUGH
        self.is_one = len(questions) >= FEWEST and bool(
            self.is_labelled or ((CUE.search(told) or self.is_dashed) and _are_answered(blocks, questions))
        )
        self.person = self._find_person(blocks[: questions[0] + 1], headline, language, cast) if self.is_one else None

    def _may_ask(self, text):
        if self.is_labelled or self._is_labelled(text):
            return self._is_labelled(text)
        return ASKED.fullmatch(text) is not None or DASHED.match(text) is not None

    def _is_labelled(self, text):
        return QUESTION.match(text) is not None or _label(text) in self.asking

    def _find_person(self, blocks, headline, language, cast):
        """Return the Source of the person whom the questions are put to: of the headline, or first introduced."""
        introduced = "\n".join(block.text for block in blocks)
        people = [source for source in cast.roster if source.speaker in introduced]
        named = [source for source in people if source.speaker.split()[-1] in headline or source.speaker in headline]
        titled = [source for source in people if source.title]
        known = [*(s for s in named if s.title), *named, *titled, *people]
        return next(iter(known), None) or find_person(
            introduced.rsplit("\n", 1)[0][-LONGEST_INTRODUCTION:], language, cast
        )

    def is_question(self, text):
        """Whether a paragraph of an interview asks."""
        return self.is_one and self._may_ask(text)

    def find_person(self, label, cast):
        """Return the Source of the person whom the label of a turn names by a name or initials, or None."""
        known = _person_of(label, cast)
        if known or self.labels[label] < FEWEST or label in self.asking:
            return known
        return self.person if self.is_one and label.isupper() else None


def _are_answered(blocks, questions):
    """Whether what stands behind questions mostly speaks for itself, as answers do, and quotes nobody."""
    behind = [blocks[at + 1].text for at in questions if at + 1 < len(blocks)]
    plain = [text for text in behind if not re.search(r"[“”\"]", text) and FIRST_PERSON.search(text)]
    return len(plain) * 2 >= len(questions)


def _label(text):
    """Return the label before a turn (`Holm: …`), or an empty string."""
    match = TURN.match(text[: MOST_LETTERS + 20])
    return match["who"].strip() if match and len(match["who"]) <= MOST_LETTERS and match["who"][:1].isupper() else ""


def _person_of(label, cast):
    """Return the Source of the person whose name or initials a label is, or None."""
    bare = re.sub(r"^(?:Mr|Mrs|Ms|Dr|Ông|Bà|Anh|Chị|TS|GS|PGS)\.? ", "", label)
    words = set(bare.split())

    def is_meant(source):
        theirs = source.speaker.split()
        if bare.isupper():  # `HUY`, `DQH`
            theirs = [word.upper() for word in theirs]
        is_short = len(theirs) > 1 and bare == "".join(word[0] for word in theirs)
        return is_short or (0 < len(words) <= len(theirs) and words <= set(theirs))

    return cast.recall(is_meant, "name-again@1")
