"""Whom and what a story has named so far, and whose turn it is to speak."""

import re
from dataclasses import replace
from itertools import islice

from articles.intake.names.companies import find_short_names
from articles.intake.names.items import find_item_head
from articles.intake.names.korean import has_topic
from articles.intake.names.ordinary import is_ordinary
from articles.intake.speech.attribution import (
    attribute,
    best,
    complete,
    find_headline_interviewee,
    find_interviewee,
)
from articles.intake.speech.bodies import survey
from articles.intake.speech.english_names import find_state, find_surnames, find_town
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
from articles.intake.speech.labels import FIRST_PERSON, find_speaker_label, find_turn
from articles.intake.speech.latin_parties import find_person
from articles.intake.speech.latin_people import (
    find_latin_focus,
    find_latin_head,
    find_latin_people,
    find_latin_topic,
)
from articles.intake.speech.latin_spans import find_latin_spans
from articles.intake.speech.latin_words import HONORIFIC
from articles.intake.speech.people import is_body, is_plain, is_role
from articles.intake.speech.sources import UNKNOWN, Cast, Source
from articles.intake.speech.spans import find_spans
from articles.intake.speech.words import NOBODY, POST
from articles.text import sentences
from articles.vocabulary import Attribution

DASHED = re.compile(r"[―—–-]\s?(?!\s?[“\"―—–-])[^“”\"]{3,160}")
FEWEST_DASHES = 3  # questions
MOST_PEOPLE = 120  # whom a whole story introduces; every name is looked up among them
LONGEST_SURVEY = 60_000  # characters
WINDOW = 300
INTERVIEW_TURN = "interview-turn@1"


class Story:
    """The blocks of a story, who and what they have named as far as they were read, and who is asked."""

    def __init__(self, blocks, language, headline):
        self.blocks, self.language, self.headline = blocks, language, headline
        bodies, counts = survey(headline, [block.text for block in blocks], language)
        self.find_spans = find_spans if language == "ko" else find_latin_spans
        self.cast = Cast(bodies=bodies, counts=counts)
        if language == "ko":
            self.cast.short = find_short_names("\n".join(block.text for block in blocks), bodies)
        if language != "ko":
            self.cast.surnames = find_surnames("\n".join(block.text for block in blocks)) if language == "en" else ()
            for _pass in range(2):  # who is named in full may be introduced by the surname alone
                self.cast.roster = tuple(islice(dict.fromkeys(self.find_roster()), MOST_PEOPLE))
        if language == "en":
            whole = " ".join(block.text for block in blocks)
            self.cast.town, self.cast.state = find_town(whole), find_state(whole)
        self.cast.main = first_of(bodies, headline)
        told_most = max(
            sorted(bodies), key=lambda body: (counts.get(body, 0), language != "ko" and len(body)), default=None
        )
        self.cast.tell_of(self.cast.main or told_most)
        self.main = self.cast.told_of  # the body that the whole story is about
        self.interviewee = find_headline_interviewee(self.find_spans(headline)[1], language, self.cast)
        # In the script of a broadcast, reporters tell; they ask nobody.
        is_latin = language != "ko"
        self.is_script = is_latin and any(find_speaker_label(block.text) for block in blocks)
        self.interview = Interview(blocks, headline, language, self.cast) if is_latin and not self.is_script else None
        if self.interview and self.interview.is_one:
            self.interviewee = self.interview.person or self.interviewee
        self.announced = self.turn = self.head = None
        dashed = [block for block in blocks if block.kind != "figure" and DASHED.fullmatch(block.text)]
        self.has_dashes = language == "ko" and len(dashed) >= FEWEST_DASHES
        self.is_marked = False  # whether the answers of this turn stand between marks: what has none is told then
        self.is_headed = False  # whether the sub-heading above names the body of its section
        self.has_moved = False  # whether a sentence since the last words is about somebody

    def enter(self, block):
        """Note the body that a section or an item of a list is about, when its first words name one."""
        if self.language != "ko":
            self.head = find_latin_head(block.text, block.kind == "subhead", self.cast)
            self.cast.tell_of(self.head)
            return
        head = find_item_head(block.text).split()
        if head and (POST.fullmatch(head[-1]) or is_role(head[-1])):
            return  # a paragraph of a press release that begins with whoever speaks in it
        named = (word for word in head if is_plain(word) or is_body(word, self.cast.bodies, {}))
        name = next(named, None)
        if (
            name
            and (name in self.cast.bodies or not is_ordinary(name))
            and (len(head) < 3 or self.cast.counts.get(name, 0))
        ):
            self.cast.bodies.add(name)
            self.cast.tell_of(name)
            self.is_headed = block.kind == "subhead"
            self.cast.is_fresh = True

    def observe(self, sentence):
        """Remember whom and what a sentence (quoted words blotted out) names."""
        if (
            self.language == "en" and not self.head
        ):  # `Nuri will spend more, its chief said`: who is told of comes first
            topic = self.find_topic(sentence)
            self.cast.tell_of(topic)
            self.cast.is_fresh = bool(topic) or self.cast.is_fresh
        people = self.meet_people(sentence)
        self.cast.read(sentence)
        if self.language == "ko":
            focus = find_focus(sentence, self.cast)
            self.cast.focus = focus or self.cast.focus
            self.has_moved = self.has_moved or (focus is not None and "\x00" not in sentence)
        else:
            self.cast.focus = find_latin_focus(sentence, self.language, self.cast) or self.cast.focus
            self.cast.latest = self.cast.focus or self.cast.latest
        if self.language == "ko" and (moved := find_appointment(sentence, self.cast, people)):
            self.cast.meet(moved)
        if self.language != "en":
            topic = self.find_topic(sentence)
            self.cast.tell_of(topic)
            self.cast.is_fresh = self.cast.is_fresh or (
                self.language == "ko" and topic is not None and has_topic(sentence, topic)
            )
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

    def ask(self, at):
        """Return the Source of the answer to a question."""
        self.is_marked = False
        if self.interviewee is None and self.cast.people:  # whoever was introduced before the first question
            self.interviewee = self.cast.recall()
        if self.interviewee and not self.interviewee.organisation:
            self.interviewee = replace(self.interviewee, organisation=self.main)
        return replace(self.interviewee or UNKNOWN, rule=INTERVIEW_TURN)

    def is_asked(self):
        """Whether a paragraph may ask without saying so."""
        return self.interviewee is not None and not (self.interview and self.interview.is_labelled)

    def is_dashed(self, text):
        """Whether a line behind a dash asks, as in Korean interviews whose questions are all printed so."""
        return self.has_dashes and DASHED.fullmatch(text) is not None

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
        if self.interview.is_one and self.interview.is_dashed and text[:1] in "-–—":
            return False
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


def first_of(bodies, headline):
    """Return the body that a headline names first, or None."""
    found = [(headline.find(body), -len(body), body) for body in bodies if body in headline]
    return min(found)[2] if found else None


# `김하늘 대표가 주주총회에서 던진 말이다.`
WORDS_OF = re.compile(
    r"(?:던진|한|남긴|꺼낸|전한|건넨|내놓은|쏟아낸|털어놓은)\s(?:\S{1,3}\s)?(?:말|이야기|얘기|소감|답)(?:이다|이었다)"
)
SAID_SO = re.compile(
    r"(?:의\s(?:말|설명|이야기|얘기|소감|전언)(?:이다|이었다|입니다)|말했다|말이다|이렇게|같이|밝혔다|설명했다|강조했다"
    r"|입을\s열었다|말문을|전했다|소회를|털어놨다)"
)
