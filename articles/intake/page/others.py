"""Which lines of a page are lists of other stories."""

import re

from articles.intake.page.figures import read_named
from articles.intake.page.furniture import OTHER_STORY, TAGGED_STORY, heads_related, is_offer
from articles.intake.page.headline import overlap

HEADING_MARKS = "◇◆■□▣◈"
SCRIPT_LABEL = re.compile(
    r"\[(?:nhạc|hết|music|intro|outro|음악|효과음|배경음악)\b[^\[\]]{0,30}\]$"
    r"|[\[<(]\s?(?:앵커|기자|리포트|아나운서|VCR|녹취|인터뷰|자막|CG|스튜디오|anchor|reporter|vo|phóng viên"
    r"|mc|btv)(?:\s?(?:멘트|리포트))?\s?[\]>)]\s?",
    re.I,
)
# Questions and answers of an interview.
TURN = re.compile(r"(?:[QA]\d{0,2}\s?[.:)]|[_―─]|(?:문|답|질문|PV|Hỏi|Đáp)\s?[.:)])\s?\S")


BULLET = re.compile(r"[\s·•\-–→▶▷◇■□▼☞*>\[<(◆【]{1,4}")

SHORTEST_STORY = {True: 10, False: 24}  # no headline of another story is shorter

MOST_RELATED = 15

ITEM_MARK = re.compile(r"(?P<sign>[△▲○◯●◦▷▶□▪∙·•‧◇◆■★✔✅>*☞-])|(?:\d{1,2}[.)]?|[①-⑳])(?=\s?\D)")

SHORTER = 0.65  # of the shortest item of a list, a line that is a sub-heading below it

TOLD_BELOW = 0.5  # of the words of a sub-heading, those that its paragraph has


def find_others(lines):
    """Return the indexes of the lines that are lists of other stories, with their headings."""
    others, heading, told = set(), None, False
    for index, line in enumerate(lines):
        told = told or line.is_lead
        if heads_related(bare_line(line.text)):
            others.add(index)
            heading = index if told else None  # above the first paragraph it is a label
        elif _names_another(lines, index, told) or (heading is not None and not _ends_list(lines, heading, index)):
            others.add(index)
        else:
            heading = None
    return others


def _ends_list(lines, heading, index):
    """Whether a line is the first behind a list of other stories.

    All items of a list have a mark or none has, and what stands apart from a list without blank lines is none of it.
    """
    line, first = lines[index], lines[heading + 1]
    if (
        line.is_sentence
        or line.text.endswith(":")
        or index - heading > MOST_RELATED
        or _is_kept(line, lines[index + 1 : index + 2])
    ):
        return True
    if index == heading + 1:
        return False
    is_close = lines[heading].end + 1 == first.start
    if is_close and lines[index - 1].end + 1 < line.start:
        return True
    shortest = min(len(item.text) for item in lines[heading + 1 : index])
    if len(line.text) <= shortest * SHORTER and index - heading > 2 and _is_before_prose(lines, index):
        return True
    mark, own = ITEM_MARK.match(first.text), ITEM_MARK.match(line.text)
    if mark and (own is None or (own["sign"] or "") != (mark["sign"] or "")):
        return True
    return _heads_next(lines, index)


def _is_before_prose(lines, index):
    return any(other.is_sentence for other in lines[index + 1 : index + 2])


def _heads_next(lines, index):
    """Whether a line is a sub-heading: the paragraph behind it speaks of the same."""
    line, following = lines[index], lines[index + 1 : index + 2]
    if following and lines[index - 1].end + 1 == line.start and line.end + 1 < following[0].start:
        return False
    return any(other.is_sentence and overlap(line.words, other.words) >= TOLD_BELOW for other in following)


def _names_another(lines, index, told):
    """Whether a line names one other story behind its label, or is what an advertisement offers below its own."""
    line = lines[index]
    if index and is_offer(lines[index - 1].text, line.text):
        return True
    if TAGGED_STORY.match(line.text):
        return told and not line.text.endswith(".")
    if not OTHER_STORY.match(line.text):
        return False
    return (line.text[0] in "[<(【▶☞" or not line.is_told) and not line.is_sentence


def find_others_above(lines, headline_at, first):
    """Return the indexes of the lines between headline and text that are lists of other stories."""
    others, is_open = set(), False
    for at in range(headline_at + 1, min(first, len(lines))):
        line = lines[at]
        if heads_related(bare_line(line.text)):
            is_open = True
        elif is_open:
            is_open = not (line.is_furniture or line.is_prose or line.is_captioned or read_named(line.text))
        if is_open or TAGGED_STORY.match(line.text):
            others.add(at)
    return others


def bare_line(text):
    """Return a line without the signs before it."""
    return BULLET.sub("", text, count=1) if BULLET.match(text) else text


def _is_kept(line, following):
    """Whether a line ends a list of other stories though it is no prose: a caption, a sub-heading, a label."""
    if line.caption is not None and (line.caption.placeholder or line.caption.credit):
        return True
    if TURN.match(line.text):
        return True
    is_short = len(line.text) < SHORTEST_STORY[line.is_korean] and any(other.is_sentence for other in following)
    return is_short or line.text[:1] in HEADING_MARKS or SCRIPT_LABEL.match(line.text) is not None
