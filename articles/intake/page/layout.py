"""How a story is laid out: what stands above the text, and the blocks of the text in reading order.

Every line is told apart by what it says itself: furniture, caption, prose. The first and the last line of prose part
the page in head, body and foot. The head holds the headline and what explains it, the foot at most captions, the body
everything that is not known to be the website's: what nobody knows stays in the story.
"""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property

from articles.intake.page.bylines import read_byline
from articles.intake.page.captions import (
    is_bare_label,
    is_credit_line,
    is_labelled,
    is_marked_caption,
    is_person,
    is_unmarked_caption,
    precedes_credit,
    read_placed,
)
from articles.intake.page.datelines import split_dateline
from articles.intake.page.decks import is_deck
from articles.intake.page.figures import is_shown, read_placeholder
from articles.intake.page.furniture import is_furniture, is_menu, is_section
from articles.intake.page.headline import PREFIX, find_headline, words_of
from articles.intake.page.lines import read_lines
from articles.intake.page.others import SCRIPT_LABEL, find_others, find_others_above
from articles.intake.page.parts import LIST_ITEM, find_body, is_row
from articles.intake.page.stamps import read_day, without_stamps
from articles.intake.report import PlannedBlock
from articles.vocabulary import Precision

# `"This shed has a soul"`: words that the text below repeats; a quotation of its own ends like a sentence.
QUOTED_SUBHEAD = re.compile(r"“[^“”]{8,60}(?<![.,?!…])”|\"[^\"]{8,60}(?<![.,?!…])\"")
SUBHEAD = re.compile(
    r"[◇◆■□▶▷]\s?(?P<marked>.{1,80})|[●▣◎☐◈❏▪◉].{1,80}|[\[<【〈][^\[\]<>【】]{2,40}[\]>】〉]|\d{1,2}[.)]\s[^.]{2,60}"
)
# `▪ Garam: 390 tỷ đồng, tương ứng 65%` is what the story tells, and heads nothing.
FIGURES_OF_ITEM = re.compile(r".[^:\d]{1,70}: ?\D{0,16}\d")
SHORT = {True: 40, False: 80}
SHORTEST_CAPTION = 5
ABOUT_AUTHOR = re.compile(r" (?:is|are|was|covers|writes|reports|là)\b|\s?(?:기자|칼럼니스트|교수|작가)?[은는]\s")
REPORTER = re.compile(r"(?:기자|특파원)$")
OF_SOURCE = re.compile(r"(?:nguồn|source|출처|자료)\s?[:=]", re.I)


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
        self.lines = lines
        self.others = find_others(lines)
        self.first, self.last = find_body(lines, self.others)
        self.words = words_of("\n".join(line.text for line in lines[self.first : self.last + 1])[:20_000])
        self.headline, self.headline_at = find_headline(lines, self.others, self.first, self.last, self.words)
        self.end = len(lines)
        self.found, self.blocks, self.furniture, self.labels = {}, [], [], []
        self.paragraphs = 0  # that were read already

    def read(self):
        """Return the Layout."""
        self.others |= find_others_above(self.lines, self.headline_at, self.first)
        if self.first > self.last:  # no line is long enough to be prose: nothing below the headline is thrown away
            self.first, self.last = self.headline_at + 1, len(self.lines) - 1
        self.end = next((at for at in range(self.last + 1, len(self.lines)) if self.is_foreign(at)), len(self.lines))
        for at in range(len(self.lines)):
            self.read_line(at)
        return Layout(
            headline=self.headline,
            blocks=self.blocks,
            furniture=self.furniture + self.labels,
            labels=self.labels,
            **self.found,
        )

    def is_foreign(self, at):
        """Whether a line is known to be the website's."""
        return at in self.others or (self.lines[at].is_furniture and self.lines[at].caption is None)

    def read_line(self, at):
        """Put a line where it belongs."""
        line, text = self.lines[at], self.lines[at].text
        if at == self.headline_at or (text == self.headline and at < self.first):
            return
        if self.take_metadata(at):
            return
        is_above = at < self.first and is_menu(text)
        is_label = PREFIX.match(text) or SCRIPT_LABEL.fullmatch(text) or is_bare_label(self.lines, at)
        if at in self.others or is_above or is_label or self.is_repeated(at):
            self.furniture.append(text)
        elif not self.take_figure(at):
            is_kept = self.first < at < self.last and is_section(text)  # a sub-heading: the stories of a country each
            if not is_kept and (line.is_furniture or self.is_of_author(at)):
                self.furniture.append(text)
            else:
                self.place_words(at)

    def is_repeated(self, at):
        """Whether the next line says the same: what a picture is called stands above its caption."""
        text = self.lines[at].text
        return len(text) >= SHORTEST_CAPTION and any(other.text == text for other in self.lines[at + 1 : at + 2])

    def is_of_author(self, at):
        """Whether a line outside the body says who the reporter is, or names the site, which prints it again."""
        text, name = self.lines[at].text, self.found.get("byline")
        if self.first <= at < self.last:
            return False
        if name and text.startswith(name) and len(text) <= 200 and ABOUT_AUTHOR.match(text, len(name)):
            return True
        return len(text) <= 30 and at != self.last and self.times[text.casefold()] > 1

    @cached_property
    def times(self):
        """How often each line is printed, whatever the case of its letters."""
        return Counter(line.text.casefold() for line in self.lines)

    def place_words(self, at):
        """Put a line that is neither furniture nor a caption into the story, or among the labels."""
        if self.first <= at <= self.last:
            self.take_text(at)
        elif self.headline_at < at < self.first and is_deck(self.lines, at, self.words):
            self.add_subhead(at)
        else:
            self.labels.append(self.lines[at].text)

    def add_subhead(self, at):
        """Add a sub-heading without the sign before it."""
        line, text = self.lines[at], self.lines[at].text
        marked = SUBHEAD.fullmatch(text)
        start = marked.start("marked") if marked and marked["marked"] else split_dateline(text)[0]
        if start and not marked:
            self.furniture.append(text[:start].strip())
        self.blocks.append(PlannedBlock("subhead", text[start:], line.start + start, line.end))

    def take_metadata(self, at):
        """Take section, date and reporter from a line outside the body that says nothing else; tell whether it did."""
        line, text = self.lines[at], self.lines[at].text
        if self.first <= at <= self.last or len(text) > 120 or (line.is_captioned and not line.is_furniture):
            return False
        if at < self.first and is_section(text) and "section" not in self.found:
            self.found["section"] = text
            return True
        day, name = read_day(text), read_byline(text)
        if name:
            self.found.setdefault("byline", name)
        rest = without_stamps(text) if day else ""
        if day is None or (len(rest) > 40 and not line.is_furniture):
            return False
        if "published_on" not in self.found and (at < self.first or line.is_furniture):
            self.found |= day
        if at < self.first and "section" not in self.found and is_section(rest):
            self.found["section"] = rest
        if line.is_prose and not line.is_furniture:
            return False
        self.furniture.append(text)
        return at < self.first or line.is_furniture

    def take_figure(self, at):
        """Add the figure whose caption or credit a line is; tell whether it is one."""
        line, text = self.lines[at], self.lines[at].text
        if at > self.end and not read_placeholder(text):
            return False
        is_above = self.headline_at < at < self.first
        caption = line.caption or read_placed(self.lines, at, self.words, is_above=is_above)
        if caption is None:
            return self.take_bare_caption(at, is_above)
        if (
            at + 1 < len(self.lines)
            and not caption.credit
            and not caption.placeholder
            and is_row(self.lines[at + 1].text)
        ):
            return False  # the title of a table
        if caption.credit and at == self.last and self.is_signed(at, caption):
            return False
        begin = caption.start if caption.placeholder else caption.start + split_dateline(text[caption.start :])[0]
        begin = min(begin, caption.end)
        words = text[begin : caption.end]
        if not words and caption.credit and not caption.placeholder:
            return self.take_credit(at, caption.credit)
        if not caption.placeholder and (
            read_byline(text) or is_furniture(words or text) or 0 < len(words) < SHORTEST_CAPTION
        ):
            return False
        if caption.placeholder or begin > caption.start:
            self.furniture.append(text[:begin].strip())
        start = line.start + begin
        self.blocks.append(PlannedBlock("figure", words, start, start + len(words), caption.credit))
        return True

    def is_signed(self, at, caption):
        """Whether the credit at the end of the last line is who signs the story: its reporter, its agency."""
        line, words = self.lines[at], self.lines[at].text[caption.start : caption.end]
        is_agency = line.is_prose and line.text.endswith(")") and not is_shown(words)
        return REPORTER.search(caption.credit) is not None or (is_agency and not line.is_korean)

    def take_bare_caption(self, at, is_above):
        """Add the figure of a line without credit that has the mark or the words of a caption; tell whether it has."""
        line, text = self.lines[at], self.lines[at].text
        if line.is_furniture:
            return False
        is_marked = is_marked_caption(self.lines, at)
        is_of_person = self.first < at < self.last and is_person(text)
        if not (
            is_marked
            or is_of_person
            or is_labelled(self.lines, at)
            or (at > self.headline_at and is_unmarked_caption(line, is_above=is_above))
        ):
            return False
        start = 1 + (text[1:2] in " \u00a0") if is_marked else 0
        self.blocks.append(PlannedBlock("figure", text[start:], line.start + start, line.end))
        return True

    def take_credit(self, at, credit):
        """Give a credit that stands alone to the figure before it, or make the line before it its caption."""
        last, line = self.blocks[-1] if self.blocks else None, self.lines[at]
        if line.text[0] in "©ⓒ®" and line.is_furniture:  # whose the page is, not the picture
            return False
        if last and last.end == self.lines[at - 1].end:
            if last.kind == "figure" and last.credit is None:
                self.blocks[-1] = replace(last, credit=credit)
                return True
            if last.kind != "figure" and precedes_credit(self.lines, at):
                self.paragraphs -= last.kind == "paragraph"
                self.blocks[-1] = replace(last, kind="figure", credit=credit)
                return True
        if not self.headline_at < at <= self.last or line.is_furniture or not is_credit_line(line.text):
            return False
        if read_byline(self.lines[at - 1].text) or OF_SOURCE.match(line.text):
            self.furniture.append(line.text)  # who took the pictures of the story, whence it is
            return True
        self.blocks.append(PlannedBlock("figure", "", line.start, line.start, credit))
        return True

    def take_text(self, at):
        """Add the paragraph or sub-heading of a line, without what is furniture at its ends."""
        line, text = self.lines[at], self.lines[at].text
        if SUBHEAD.fullmatch(text) and not line.is_prose and not FIGURES_OF_ITEM.match(text):
            self.add_subhead(at)
            return
        label = SCRIPT_LABEL.match(text)
        start = label.end() if label else 0
        dateline, byline = split_dateline(text[start:], is_first=not self.paragraphs)
        start, end = start + dateline, line.signature
        if byline:
            self.found.setdefault("byline", byline)
        self.furniture += [part.strip() for part in (text[:start], text[end:]) if part.strip()]
        if start < end:
            kind = "subhead" if self.is_plain_subhead(at) else "paragraph"
            self.paragraphs += kind == "paragraph"
            self.blocks.append(PlannedBlock(kind, text[start:end], line.start + start, line.start + end))

    def is_plain_subhead(self, at):
        """Whether an unmarked line in the body is a sub-heading: short, no sentence, and prose follows."""
        line, text = self.lines[at], self.lines[at].text
        if line.is_prose or len(text) > SHORT[line.is_korean] or LIST_ITEM.match(text):
            return False
        is_words = line.is_korean is False and QUOTED_SUBHEAD.fullmatch(text) and self.lines[at - 1].text[-1:] != ":"
        return (is_words or text[-1:] not in '.:,”"') and any(other.is_prose for other in self.lines[at + 1 : at + 2])
