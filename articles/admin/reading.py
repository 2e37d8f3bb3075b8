"""What the intake read out of a story, as an editor looks at it: beside the text, with the doubtful passages marked."""

import re
import unicodedata
from dataclasses import dataclass

from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from articles import desk
from articles.intake.page.lines import read_lines
from articles.intake.source import encoding_of, is_text
from articles.money import print_amount
from articles.text import UNSTORABLE
from articles.vocabulary import Activity, AmountKind, Language, Per

BLOCK_LABELS = {
    "paragraph": gettext_lazy("Paragraph"),
    "subhead": gettext_lazy("Sub-heading"),
    "figure": gettext_lazy("Figure"),
    "quote": gettext_lazy("Quote"),
}
LOST = "\ufffd"


@dataclass(frozen=True)
class ShownDoubt:
    """A doubt, and the number of the marked passage that it is about; None when it is about no passage."""

    label: str
    text: str
    detail: str
    passage: int | None


class Reading:
    """A plan made ready for the page."""

    def __init__(self, plan):
        self.plan = plan
        self.language = Language(plan.language).label
        doubts = desk.find_doubts(plan)
        spans = [find_span(plan.source_text, doubt) for doubt in doubts]
        marks = join_spans(filter(None, spans))
        self.passages = cut(plan.source_text, marks)
        self.doubts = [
            ShownDoubt(doubt.kind.label, doubt.text, doubt.detail, number_of(span, marks))
            for doubt, span in zip(doubts, spans, strict=True)
        ]
        self.claims = [describe_claim(claim, doubts) for claim in plan.claims]
        self.others = [describe_amount(amount) for amount in plan.rejected_amounts]
        self.left_over = find_left_over(plan)

    def blocks(self):
        """Yield each block with its label and the quotes that stand in it."""
        for block in self.plan.blocks:
            inside = [quote for quote in self.plan.quotes if quote.inline and block.start <= quote.start < block.end]
            own = [] if block.quote is None else [self.plan.quotes[block.quote]]
            yield {"kind": block.kind, "label": BLOCK_LABELS[block.kind], "block": block, "quotes": own or inside}


def find_span(source, doubt):
    """Return (start, end) of the passage that a doubt is about; None without one.

    A name is looked up where it stands first, whatever spaces it is printed with.
    """
    if not doubt.text:
        return None
    if doubt.start is not None:
        return doubt.start, min(doubt.start + len(doubt.text), len(source))
    found = re.search(r"\s+".join(map(re.escape, doubt.text.split())), source)
    return found and found.span()


def join_spans(spans):
    """Return the spans in order, with those that touch made one."""
    joined = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def number_of(span, marks):
    """Return the number of the mark that holds a span, counted from one; None for no span."""
    if span is None:
        return None
    return next(number for number, (start, end) in enumerate(marks, start=1) if start <= span[0] < end)


def cut(text, marks):
    """Return the text in pieces, as pairs of words and the number of their mark; None where nothing is marked."""
    pieces, at = [], 0
    for number, (start, end) in enumerate(marks, start=1):
        pieces += [(text[at:start], None), (text[start:end], number)]
        at = end
    return [*pieces, (text[at:], None)]


def describe_claim(claim, doubts):
    """Return a claim with its amount as this desk prints it, its codes in words, and what is doubted about it."""
    amount = claim.amount and print_amount(
        claim.amount.amount, claim.amount.currency, get_language()[:2], claim.amount_max
    )
    return {
        "claim": claim,
        "doubts": [doubt for doubt in doubts if claim.amount and doubt.start == claim.amount_start],
        "amount": amount,
        "yearly": claim.per == Per.YEAR,
        "activity": Activity(claim.activity).label if claim.activity else "",
    }


def describe_amount(rejected):
    """Return an amount that is no investment, and why it is none."""
    printed = print_amount(rejected.money.amount, rejected.money.currency, get_language()[:2])
    return {"text": rejected.text, "amount": printed, "why": AmountKind(rejected.kind).label}


def find_left_over(plan):
    """Return the lines that are in no block and not named among what was removed: there should be none."""
    named = {plan.headline, plan.section, plan.byline, *plan.furniture}
    spans = sorted((block.start, block.end) for block in plan.blocks)
    lines, at = [], 0
    for line in read_lines(plan.source_text):
        while at < len(spans) and spans[at][1] <= line.start:
            at += 1
        is_told = at < len(spans) and spans[at][0] < line.end
        if not is_told and line.text not in named:
            lines.append(line.text)
    return lines


def note_file(data):
    """Yield what an editor should know about the bytes of a file that became the text of a story."""
    if is_text(data):
        encoding = encoding_of(data)
        if encoding == "cp949":
            yield _("The file is not in UTF-8. It was read as Korean (CP949): check that its words are right.")
        yield from note_characters(data.decode(encoding))


def note_characters(raw):
    """Yield what an editor should know about the characters of a text before it was cleaned."""
    if lost := raw.count(LOST):
        yield ngettext(
            "%(count)d character was lost before the text came here; it shows as �.",
            "%(count)d characters were lost before the text came here; they show as �.",
            lost,
        ) % {"count": lost}
    if removed := len(UNSTORABLE.findall(raw)):
        yield ngettext(
            "%(count)d control character that cannot be stored was left out.",
            "%(count)d control characters that cannot be stored were left out.",
            removed,
        ) % {"count": removed}
    if not unicodedata.is_normalized("NFC", raw):
        yield _("Letters that came in parts (NFD) were put together; the words are the same.")
