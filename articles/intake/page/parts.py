"""Where the story begins and ends on its page, and which lines between are lists of other stories."""

import re
from bisect import bisect_left

from articles.intake.page.figures import read_named
from articles.intake.page.furniture import OTHER_STORY, heads_closing, heads_related
from articles.intake.page.prose import is_closed

BULLET = re.compile(r"[\s·•\-–→▶▷◇■□▼☞*>\[<(◆【]{1,4}")
LIST_ITEM = re.compile(r"(?P<mark>[△▲○◯●◦▷▶□▪∙·•‧◇◆■★✔✅>-]|\d{1,2}[.)])\s?\S")
# Behind these a page has nothing of its story any more.
ENDING = re.compile(r"저작권자|무단\s?전재|무단\s?복제|all rights reserved|cấm sao chép|bản quyền thuộc", re.I)
# What says when the story came out, to the minute.
STAMP = re.compile(
    r"(?:입력|수정|등록|승인|송고|업데이트|published|updated|posted|cập nhật|gmt).{0,24}\d{1,2}[:시]"
    r"|\d{4}.{1,12}\d\d:\d\d",
    re.I,
)
MOST_ABOVE = 2  # lines of prose above the stamp
ENDING_MARKS = '”"’」'
HEADING_MARKS = "◇◆■□"
SCRIPT_LABEL = re.compile(
    r"[\[<(]\s?(?:앵커|기자|리포트|아나운서|VCR|녹취|인터뷰|자막|CG|스튜디오|anchor|reporter|vo|phóng viên|mc|btv)"
    r"(?:\s?(?:멘트|리포트))?\s?[\]>)]\s?",
    re.I,
)
# Questions and answers of an interview.
TURN = re.compile(r"(?:[QA]\d{0,2}\s?[.:)]|_|(?:문|답|질문|PV|Hỏi|Đáp)\s?[.:)])\s?\S")
SHORTEST_STORY = {True: 10, False: 24}  # no headline of another story is shorter
MOST_RELATED = 15
HEAD = 60  # lines; no site has more above a story


def find_others(lines):
    """Return the indexes of the lines that are lists of other stories, with their headings."""
    others, left, told = set(), 0, False
    for index, line in enumerate(lines):
        told = told or line.is_lead
        if heads_related(_bare(line.text)):
            others.add(index)
            left = MOST_RELATED if told else 0  # above the first paragraph it is a label
        elif _names_another(line):
            others.add(index)
        elif left and not line.is_sentence and not _is_kept(line, lines[index + 1 : index + 2]):
            others.add(index)
            left -= 1
        else:
            left = 0
    return others


def _names_another(line):
    """Whether a line names one other story behind its label."""
    if not OTHER_STORY.match(line.text):
        return False
    return (line.text[0] in "[<(【▶☞" or not line.is_told) and not line.is_sentence


def find_others_above(lines, headline_at, first):
    """Return the indexes of the lines between headline and text that are lists of other stories."""
    others, is_open = set(), False
    for at in range(headline_at + 1, min(first, len(lines))):
        line = lines[at]
        if heads_related(_bare(line.text)):
            is_open = True
        elif is_open:
            is_open = not (line.is_furniture or line.is_prose or line.is_captioned or read_named(line.text))
        if is_open:
            others.add(at)
    return others


def _bare(text):
    return BULLET.sub("", text, count=1) if BULLET.match(text) else text


def _is_kept(line, following):
    """Whether a line ends a list of other stories though it is no prose: a caption, a sub-heading, a label."""
    if line.caption is not None and (line.caption.placeholder or line.caption.credit):
        return True
    if TURN.match(line.text):
        return True
    is_short = len(line.text) < SHORTEST_STORY[line.is_korean] and any(other.is_sentence for other in following)
    return is_short or line.text[:1] in "◇■◆□" or SCRIPT_LABEL.match(line.text) is not None


def find_body(lines, others):
    """Return (first, last) of the lines of the body; the last is before the first when there is none."""
    told = [at for at, line in enumerate(lines) if at not in others and line.is_prose and not line.is_furniture]
    told = told[: _closed(lines, told)] or [
        at
        for at, line in enumerate(lines)
        if at not in others and line.is_told and not line.is_furniture and (at or line.text.endswith("."))
    ]
    first = next((at for at in _below_stamp(lines, told)[:HEAD] if _leads(lines[at])), None)
    if first is None:
        # A first line that ends in somebody's words is a headline.
        usual = (at for at in told if not lines[at].is_captioned and (at or lines[at].text[-1] not in ENDING_MARKS))
        first = next(usual, len(lines))
    place = bisect_left(told, first)
    while place and told[place - 1] == first - 1 and _is_short_paragraph(lines, first - 1):
        first, place = first - 1, place - 1  # short paragraphs before the first long one
    last = max((at for at in told if at >= first), default=first - 1)
    return first, _with_items(lines, _with_short(lines, last, others), others)


def _leads(line):
    return line.is_lead and not line.is_captioned


def _below_stamp(lines, told):
    """Return the lines of prose that stand below the time stamp of the story: above it are notices, a deck at most."""
    stamps = [at for at, line in enumerate(lines[:HEAD]) if STAMP.search(line.text) and line.is_furniture]
    for stamp in reversed(stamps):
        below = [at for at in told if at > stamp]
        if len(told) - len(below) <= MOST_ABOVE and any(_leads(lines[at]) for at in below):
            return below
    return told


def _with_short(lines, last, others):
    """Return the last line of the body with the short sentences and turns of an interview right behind it."""
    at = last + 1
    while last >= 0 and at < len(lines) and at not in others and not lines[at].is_furniture and at <= last + 2:
        if is_closed(lines[at].text) and not lines[at].is_captioned:
            last = at
        elif not TURN.match(lines[at].text):
            break
        at += 1
    return last


def _is_short_paragraph(lines, at):
    """Whether a line above the first long paragraph is one, too; a first line in somebody's words is a headline."""
    is_first = at == 0 and not lines[at].text.endswith(".")
    return lines[at].is_told and not is_first and not lines[at].is_captioned


def _closed(lines, told):
    """Return how many of the lines of prose stand above the heading that closes the story, if there is one."""
    for at, line in enumerate(lines):
        if heads_closing(_bare(line.text)) or (line.is_furniture and line.caption is None and ENDING.search(line.text)):
            above = bisect_left(told, at)
            if above * 2 >= len(told) and above >= 2:
                return above
    return len(told)


def _is_item(lines, at):
    return at < len(lines) and LIST_ITEM.match(lines[at].text) is not None and not lines[at].is_furniture


def _with_items(lines, last, others):
    """Return the last line of the body with the items of a list that it is the heading or an item of."""
    mark = LIST_ITEM.match(lines[last].text) if 0 <= last < len(lines) else None
    while last + 1 < len(lines) and last + 1 not in others:
        item = LIST_ITEM.match(lines[last + 1].text)
        if item and item["mark"] in HEADING_MARKS and mark is None and _is_item(lines, last + 2):
            last, mark = last + 1, LIST_ITEM.match(lines[last + 2].text)
            continue
        same = item and (mark is None or item["mark"][-1] == mark["mark"][-1])
        opened = mark is not None or lines[last].text.endswith((":", "다음과 같다.", "아래와 같다."))
        if not (same and opened) or lines[last + 1].is_furniture:
            break
        last, mark = last + 1, item
    return last
