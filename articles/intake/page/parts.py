"""Where the story begins and ends on its page, and which lines between are lists of other stories."""

import re

from articles.intake.page.bylines import find_signature
from articles.intake.page.figures import read_caption, read_named
from articles.intake.page.furniture import OTHER_STORY, heads_closing, heads_related, is_furniture

SENTENCE_CLOSE = re.compile(
    r"[.!?…。][”\"’'」』)\]]{0,3}$|[.!?。]\s?[\[(][^()\[\]]{1,30}[)\]]$|[”\"」]$|\./\.?$"
    r"|[다요죠까]\.?[”\"]?\s?\([^()]{1,20}\)$"
)
TOLD = re.compile(r"[.。][”\"’'」』)\]]{0,3}$|[다요][”\"」]$|\./\.?$")
HANGUL = re.compile("[가-힣]")
BULLET = re.compile(r"[\s·•\-–→▶▷◇■□▼☞*>\[<(◆【]{1,4}")
LIST_ITEM = re.compile(r"(?P<mark>[△▲○◯●◦▷▶□▪∙·•‧◇◆■★✔✅>-]|\d{1,2}[.)])\s?\S")
# One quotation and nothing else; the headlines of other stories mix quoted words with others.
WHOLE_SPEECH = re.compile(r"[“\"][^“”\"]{1,400}[”\"]")
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
SHORTEST = {True: 25, False: 50}  # characters of a line of prose
LEAD = {True: 50, False: 90}  # and of the first one
SHORTEST_STORY = {True: 10, False: 24}  # no headline of another story is shorter
LONG = 140
MOST_RELATED = 15
HEAD = 60  # lines; no site has more above a story


def is_prose(text):
    """Whether a line is a paragraph: long, or closed like a sentence and no shorter than one."""
    text = text[: find_signature(text)]
    return len(text) >= LONG or (len(text) >= SHORTEST[is_korean(text)] and SENTENCE_CLOSE.search(text) is not None)


def is_korean(text):
    """Whether a line is written in Hangul."""
    return HANGUL.search(text) is not None


def is_lead(text):
    """Whether a line may be the first paragraph."""
    text = text[: find_signature(text)]
    return is_prose(text) and len(text) >= LEAD[is_korean(text)] and TOLD.search(text) is not None


def find_others(texts):
    """Return the indexes of the lines that are lists of other stories, with their headings."""
    others, left, told = set(), 0, False
    for index, text in enumerate(texts):
        told = told or is_lead(text)
        if heads_related(_bare(text)):
            others.add(index)
            left = MOST_RELATED if told else 0  # above the first paragraph it is a label
        elif OTHER_STORY.match(text) and (text[0] in "[<(【▶☞" or not TOLD.search(text)) and not is_told(text):
            others.add(index)
        elif left and not is_told(text) and not _is_kept(text, texts[index + 1] if index + 1 < len(texts) else ""):
            others.add(index)
            left -= 1
        else:
            left = 0
    return others


def is_told(text):
    """Whether a line ends as only sentences do; the headlines of other stories end so hardly ever."""
    is_closed = TOLD.search(text) is not None and (text.endswith(".") or "." in text or WHOLE_SPEECH.fullmatch(text))
    return bool(is_closed) and len(text) >= LEAD[is_korean(text)] * 0.7 or len(text) >= LONG


def find_others_above(texts, headline_at, first):
    """Return the indexes of the lines between headline and text that are lists of other stories."""
    others, is_open = set(), False
    for at in range(headline_at + 1, min(first, len(texts))):
        if heads_related(_bare(texts[at])):
            is_open = True
        elif is_open:
            is_open = not (
                is_furniture(texts[at]) or is_prose(texts[at]) or _is_captioned(texts[at]) or read_named(texts[at])
            )
        if is_open:
            others.add(at)
    return others


def _bare(text):
    return BULLET.sub("", text, count=1) if BULLET.match(text) else text


def _is_kept(text, following):
    """Whether a line ends a list of other stories though it is no prose: a caption, a sub-heading, a label."""
    caption = read_caption(text)
    if caption is not None and (caption.placeholder or caption.credit):
        return True
    if TURN.match(text):
        return True
    is_short = len(text) < SHORTEST_STORY[is_korean(text)] and is_told(following)
    return is_short or text[:1] in "◇■◆□" or SCRIPT_LABEL.match(text) is not None


def find_body(texts, others):
    """Return (first, last) of the lines of the body; the last is before the first when there is none."""
    told = [at for at, text in enumerate(texts) if at not in others and is_prose(text) and not is_furniture(text)]
    told = told[: _closed(texts, told)] or [
        at
        for at, text in enumerate(texts)
        if at not in others and TOLD.search(text) and not is_furniture(text) and (at or text.endswith("."))
    ]
    first = next((at for at in _below_stamp(texts, told)[:HEAD] if _leads(texts[at])), None)
    if first is None:
        # A first line that ends in somebody's words is a headline.
        usual = (at for at in told if not _is_captioned(texts[at]) and (at or texts[at][-1] not in ENDING_MARKS))
        first = next(usual, len(texts))
    while first - 1 in told and _is_short_paragraph(texts, first - 1):
        first -= 1  # short paragraphs before the first long one
    last = max((at for at in told if at >= first), default=first - 1)
    return first, _with_items(texts, _with_short(texts, last, others), others)


def _leads(text):
    return is_lead(text) and not _is_captioned(text)


def _below_stamp(texts, told):
    """Return the lines of prose that stand below the time stamp of the story: above it are notices, a deck at most."""
    stamps = [at for at in range(min(HEAD, len(texts))) if STAMP.search(texts[at]) and is_furniture(texts[at])]
    for stamp in reversed(stamps):
        below = [at for at in told if at > stamp]
        if len(told) - len(below) <= MOST_ABOVE and any(_leads(texts[at]) for at in below):
            return below
    return told


def _with_short(texts, last, others):
    """Return the last line of the body with the short sentences and turns of an interview right behind it."""
    at = last + 1
    while last >= 0 and at < len(texts) and at not in others and not is_furniture(texts[at]) and at <= last + 2:
        if SENTENCE_CLOSE.search(texts[at]) and not _is_captioned(texts[at]):
            last = at
        elif not TURN.match(texts[at]):
            break
        at += 1
    return last


def _is_short_paragraph(texts, at):
    """Whether a line above the first long paragraph is one, too; a first line in somebody's words is a headline."""
    is_first = at == 0 and not texts[at].endswith(".")
    return TOLD.search(texts[at]) is not None and not is_first and not _is_captioned(texts[at])


def _is_captioned(text):
    caption = read_caption(text)
    return caption is not None and (caption.credit is not None or caption.marked)


def _closed(texts, told):
    """Return how many of the lines of prose stand above the heading that closes the story, if there is one."""
    for at, text in enumerate(texts):
        if heads_closing(_bare(text)) or (ENDING.search(text) and is_furniture(text) and read_caption(text) is None):
            above = sum(1 for other in told if other < at)
            if above * 2 >= len(told) and above >= 2:
                return above
    return len(told)


def _is_item(texts, at):
    return at < len(texts) and LIST_ITEM.match(texts[at]) is not None and not is_furniture(texts[at])


def _with_items(texts, last, others):
    """Return the last line of the body with the items of a list that it is the heading or an item of."""
    mark = LIST_ITEM.match(texts[last]) if 0 <= last < len(texts) else None
    while last + 1 < len(texts) and last + 1 not in others:
        item = LIST_ITEM.match(texts[last + 1])
        if item and item["mark"] in HEADING_MARKS and mark is None and _is_item(texts, last + 2):
            last, mark = last + 1, LIST_ITEM.match(texts[last + 2])
            continue
        same = item and (mark is None or item["mark"][-1] == mark["mark"][-1])
        opened = mark is not None or texts[last].endswith((":", "다음과 같다.", "아래와 같다."))
        if not (same and opened) or is_furniture(texts[last + 1]):
            break
        last, mark = last + 1, item
    return last
