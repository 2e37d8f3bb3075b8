"""How a story is laid out: what stands above the text, and the blocks of the text in reading order.

Every line is told apart by what it says itself: furniture, caption, prose. The first and the last line of prose part
the page in head, body and foot. The head holds the headline and what explains it, the foot at most captions, the body
everything that is not known to be the website's: what nobody knows stays in the story.
"""

import re
from dataclasses import dataclass, field, replace

from articles.intake.page.bylines import LONE_NAMES, find_signature, read_byline, split_dateline
from articles.intake.page.figures import AT_WORK, is_shown, read_caption
from articles.intake.page.furniture import is_furniture, is_section
from articles.intake.page.headline import PREFIX, choose_headline, find_title, overlap, words_of
from articles.intake.page.lines import read_lines
from articles.intake.page.parts import (
    LIST_ITEM,
    SCRIPT_LABEL,
    find_body,
    find_others,
    is_korean,
    is_prose,
)
from articles.intake.page.stamps import read_day, without_stamps
from articles.intake.report import PlannedBlock
from articles.vocabulary import Precision

SUBHEAD = re.compile(
    r"[◇◆■□●▣▶▷◎☐◈❏▪]\s?(?P<marked>.{1,80})|[\[<【〈][^\[\]<>【】]{2,40}[\]>】〉]|\d{1,2}[.)]\s[^.]{2,60}"
)
LIST_TITLE = re.compile(r"[^=:]{1,25}[=:]")
SHORT = {True: 40, False: 80}
SHORTEST_CAPTION, SHORT_CAPTION = 5, 90
DECK = {True: 3, False: 5}  # words; less is a label that nobody knows, unless the body shares it
SHARED = 0.34  # of a deck's words, those that the body has


@dataclass(frozen=True)
class Layout:
    """A story in its parts. `blocks` are paragraphs, subheads and figures; `labels` are short lines nobody knows."""

    headline: str = ""
    section: str | None = None
    byline: str = ""
    published_on: str | None = None
    precision: Precision = Precision.UNKNOWN
    blocks: list[PlannedBlock] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)


def read_layout(text):
    """Return the Layout of a story that was cleaned."""
    return Page(read_lines(text)).read()


class Page:
    """The lines of a page, and what has been read out of them so far."""

    def __init__(self, lines):
        self.lines, self.texts = lines, [line.text for line in lines]
        self.others = find_others(self.texts)
        self.first, self.last = find_body(self.texts, self.others)
        self.words = words_of("\n".join(self.texts[self.first : self.last + 1])[:20_000])
        self.headline, self.headline_at = "", -1
        self.found, self.blocks, self.furniture, self.labels = {}, [], [], []

    def read(self):
        """Return the Layout."""
        self.find_headline()
        if self.first > self.last:  # no line is long enough to be prose: nothing below the headline is thrown away
            self.first, self.last = self.headline_at + 1, len(self.texts) - 1
        for at in range(len(self.lines)):
            self.read_line(at)
        return Layout(
            headline=self.headline,
            blocks=self.blocks,
            furniture=self.furniture + self.labels,
            labels=self.labels,
            **self.found,
        )

    def find_headline(self):
        """Find the headline: what the placeholders of pictures repeat, else the likeliest line above the body."""
        title = find_title(self.lines)
        if title:
            self.headline, self.headline_at = title, next((at for at, t in enumerate(self.texts) if t == title), -1)
            return
        candidates = [at for at in range(min(self.first, len(self.texts))) if self.may_be_headline(at)]
        chosen = choose_headline([self.texts[at] for at in candidates], self.words)
        if self.first > self.last and candidates:  # lines too short to be told apart: what stands first is above all
            chosen = 0
        elif chosen is None and candidates:
            chosen = max(range(len(candidates)), key=lambda place: len(self.texts[candidates[place]]))
        if chosen is not None:
            self.headline_at = candidates[chosen]
            self.headline = self.texts[self.headline_at]

    def may_be_headline(self, at):
        """Whether a line above the body is neither furniture nor a caption, and no repetition of the headline."""
        text = self.texts[at]
        if at in self.others or is_furniture(text) or is_section(text) or PREFIX.match(text):
            return False
        caption = read_caption(text)
        return caption is None or (caption.credit is None and not caption.marked)

    def read_line(self, at):
        """Put a line where it belongs."""
        text = self.texts[at]
        if at == self.headline_at or (text == self.headline and at < self.first):
            return
        if self.take_metadata(at):
            return
        if at in self.others or PREFIX.match(text) or SCRIPT_LABEL.fullmatch(text):
            self.furniture.append(text)
        elif not self.take_figure(at):
            if is_furniture(text):
                self.furniture.append(text)
            else:
                self.place_words(at)

    def place_words(self, at):
        """Put a line that is neither furniture nor a caption into the story, or among the labels."""
        text = self.texts[at]
        if self.first <= at <= self.last:
            self.take_text(at)
        elif self.headline_at < at < self.first and self.is_deck(at):
            self.add_subhead(at)
        else:
            self.labels.append(text)

    def add_subhead(self, at):
        """Add a sub-heading without the sign before it."""
        text, line = self.texts[at], self.lines[at]
        marked = SUBHEAD.fullmatch(text)
        start = marked.start("marked") if marked and marked["marked"] else 0
        self.blocks.append(PlannedBlock("subhead", text[start:], line.start + start, line.end))

    def is_deck(self, at):
        """Whether a line between headline and body explains the headline: it speaks of what the body speaks of."""
        text = self.texts[at]
        if len(text) < 8 or (not is_korean(text) and LONE_NAMES.fullmatch(text)):
            return False
        is_long = len(text.split()) >= DECK[is_korean(text)] and (is_korean(text) or not text.isupper())
        return is_prose(text) or is_long or overlap(text, self.words) >= SHARED

    def take_metadata(self, at):
        """Take section, date and reporter from a line outside the body that says nothing else; tell whether it did."""
        text = self.texts[at]
        if self.first <= at <= self.last or len(text) > 120:
            return False
        if at < self.first and is_section(text) and "section" not in self.found:
            self.found["section"] = text
            return True
        day, name = read_day(text), read_byline(text)
        if name:
            self.found.setdefault("byline", name)
        rest = without_stamps(text) if day else ""
        if day is None or (len(rest) > 40 and not is_furniture(text)):
            return False
        if "published_on" not in self.found and (at < self.first or is_furniture(text)):
            self.found |= day
        if at < self.first and "section" not in self.found and is_section(rest):
            self.found["section"] = rest
        if is_prose(text) and not is_furniture(text):
            return False
        self.furniture.append(text)
        return at < self.first or is_furniture(text)

    def take_figure(self, at):
        """Add the figure whose caption or credit a line is; tell whether it is one."""
        text, line = self.texts[at], self.lines[at]
        caption = read_caption(text)
        if caption is None:
            if is_furniture(text):
                return False
            marked = text[:1] in "▲▶△▼◀" and self.is_single(at)
            if not (marked or self.is_unmarked_caption(at)):
                return False
            start = 1 + (text[1:2] in " \u00a0") if marked else 0
            self.blocks.append(PlannedBlock("figure", text[start:], line.start + start, line.end))
            return True
        words = text[caption.start : caption.end]
        is_credit = not words and caption.credit and not caption.placeholder
        if is_credit and self.credit_before(at, caption.credit):
            return True
        if not caption.placeholder and (is_furniture(words or text) or 0 < len(words) < SHORTEST_CAPTION):
            return False
        if caption.placeholder:
            self.furniture.append(text[: caption.start].strip())
        start = line.start + caption.start
        self.blocks.append(PlannedBlock("figure", words, start, start + len(words), caption.credit))
        return True

    def is_single(self, at):
        """Whether a marked line is a caption and no item of a list: it stands alone, and names no list's subject."""
        text = self.texts[at]
        near = [self.texts[other] for other in (at - 1, at + 1) if 0 <= other < len(self.texts)]
        if len(text) > 200 or any(other[:1] == text[:1] for other in near) or text.count(text[0]) > 1:
            return False
        return is_shown(text) or (LIST_TITLE.match(text) is None and AT_WORK.search(text) is not None)

    def is_unmarked_caption(self, at):
        """Whether a line has the words of a caption, and stands where captions do."""
        text = self.texts[at]
        if not is_shown(text) or any(mark in text for mark in '“”"?'):
            return False
        is_short = len(text) < SHORT_CAPTION and text.count(".") <= 1
        return not is_prose(text) or is_short or (self.headline_at < at < self.first and len(text) < 120)

    def credit_before(self, at, credit):
        """Give a credit that stands alone to the figure before it, or make the line before it its caption."""
        if not self.blocks:
            return False
        last = self.blocks[-1]
        if last.kind == "figure" and last.credit is None and last.end == self.lines[at - 1].end:
            self.blocks[-1] = replace(last, credit=credit)
            return True
        is_next = self.lines[at - 1].end + 1 == self.lines[at].start and last.end == self.lines[at - 1].end
        if is_next and len(last.text) <= 150 and last.text.count(".") <= 2:
            self.blocks[-1] = replace(last, kind="figure", credit=credit)
            return True
        return False

    def take_text(self, at):
        """Add the paragraph or sub-heading of a line, without what is furniture at its ends."""
        text, line = self.texts[at], self.lines[at]
        if SUBHEAD.fullmatch(text) and not is_prose(text):
            self.add_subhead(at)
            return
        label = SCRIPT_LABEL.match(text)
        start = label.end() if label else 0
        dateline, byline = split_dateline(text[start:])
        start, end = start + dateline, find_signature(text)
        if byline:
            self.found.setdefault("byline", byline)
        self.furniture += [part.strip() for part in (text[:start], text[end:]) if part.strip()]
        if start < end:
            kind = "subhead" if self.is_plain_subhead(at) else "paragraph"
            self.blocks.append(PlannedBlock(kind, text[start:end], line.start + start, line.start + end))

    def is_plain_subhead(self, at):
        """Whether an unmarked line in the body is a sub-heading: short, no sentence, and prose follows."""
        text = self.texts[at]
        if is_prose(text) or len(text) > SHORT[is_korean(text)] or LIST_ITEM.match(text):
            return False
        follows = self.texts[at + 1] if at + 1 < len(self.texts) else ""
        return text[-1:] not in '.:,”"' and is_prose(follows)
