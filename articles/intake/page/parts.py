"""Where the story begins and ends on its page, and which lines between are lists of other stories."""

import re
from bisect import bisect_left

from articles.intake.page.furniture import heads_closing
from articles.intake.page.others import HEADING_MARKS, TURN, bare_line
from articles.intake.page.prose import is_closed

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
# News in brief: whom it is about, a sign, what happened.
BRIEF = re.compile(r"[△▲○◯●◦▷▶□▪∙·•‧◇◆■*>-]\s?[^:=–—]{2,40}?(?:\s[-–—:]\s|\s?[=:])\s?\S.{2,}")
PROFILE = re.compile(
    r"(?i:[◇◆■□▣▶☞\s]{0,3}(?:hồ sơ|tiểu sử|vài nét .{2,30}|con số .{2,20}"
    r"|프로필|약력|주요\s?(?:약력|이력|경력)|[가-힣]{2,4}\s?(?:프로필|약력)"
    r"|profile|fact ?box|key facts|at a glance|by the numbers|timeline|일지|주요\s?일지))\s?:?"
)
CELL = re.compile(r"\s[/|│]\s|\t")
LONGEST_ROW = 160
# Rates of exchange, and who somebody is, below the text.
NOTE = re.compile(
    r"\([^()]{0,12}\d[^()]{0,16}=[^()]{0,12}\d[^()]{0,20}\)$|\S{2,5}\s(?:\d{4}년생|\d{4}년\s.{0,16}출생)"
    r"|(?P<sign>[△▲▷○□])[^△▲▷○□]{4,60}(?P=sign)[^△▲▷○□]{4,60}"
)
APPEAL = re.compile(r"(?:세요|십시오|드립니다|부탁해요)[.!~]{1,3}$|!$")
LONGEST_APPEAL = 60
HEAD = 60  # lines; no site has more above a story


def find_body(lines, others):
    """Return (first, last) of the lines of the body; the last is before the first when there is none."""
    told = [at for at, line in enumerate(lines) if at not in others and line.is_prose and not line.is_furniture]
    told = told[: _closed(lines, told)] or [
        at
        for at, line in enumerate(lines)
        if at not in others and line.is_told and not line.is_furniture and (at or line.text.endswith("."))
    ]
    while len(told) > 1 and _appeals(lines, told[-1]):
        told = told[:-1]
    first = next((at for at in _below_stamp(lines, told)[:HEAD] if _leads(lines[at])), None)
    if first is None:
        # A first line that ends in somebody's words is a headline.
        usual = (at for at in told if not lines[at].is_captioned and (at or lines[at].text[-1] not in ENDING_MARKS))
        first = next(usual, len(lines))
    place = bisect_left(told, first)
    while place and told[place - 1] == first - 1 and _is_short_paragraph(lines, first - 1):
        first, place = first - 1, place - 1  # short paragraphs before the first long one
    first = _with_short_above(lines, first, others)
    last = max((at for at in told if at >= first), default=first - 1)
    return first, _with_rest(lines, _with_short(lines, last, others), others)


def _with_short_above(lines, first, others):
    """Return the first line of the body with the short sentences and turns of an interview right above it.

    What stands right below the headline is a deck; these stand below byline or date.
    """
    at = first
    while at and at - 1 not in others and _is_short_turn(lines[at - 1]):
        at -= 1
    is_below = 1 < at < first and lines[at - 1].is_furniture and not lines[at - 1].caption
    return at if is_below and any(not line.is_furniture for line in lines[: at - 1]) else first


def _is_short_turn(line):
    if line.is_furniture or line.is_captioned:
        return False
    return TURN.match(line.text) is not None or (is_closed(line.text) and line.text[-1] not in ")]")


def _appeals(lines, at):
    """Whether a line below what the website prints asks its reader for something."""
    line = lines[at]
    is_below = lines[at - 1].is_furniture and lines[at - 1].caption is None
    return is_below and len(line.text) <= LONGEST_APPEAL and APPEAL.search(line.text) is not None


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
        is_ending = line.is_furniture and line.caption is None and ENDING.search(line.text)
        if is_ending or heads_closing(bare_line(line.text)):
            above = bisect_left(told, at)
            if above * 3 >= len(told) * 2 and above >= 2:
                return above
    return len(told)


def _with_rest(lines, last, others):
    """Return the last line of the body with lists, tables and notes right behind it, which are no prose."""
    before = None
    while last >= 0 and last != before:
        before = last
        last = _with_items(lines, last, others)
        last = _with_run(lines, _with_profile(lines, last, others), others)
        if last + 1 < len(lines) and last + 1 not in others and _is_note(lines[last + 1]):
            last += 1
    return last


def _is_note(line):
    return not line.is_furniture and NOTE.match(line.text) is not None


def _with_run(lines, last, others):
    """Return the last line of the body with the rows of a table, or the news in brief, behind it or behind a title."""
    for start in (last + 1, last + 2):
        end = start
        while end < len(lines) and end not in others and not lines[end].is_furniture and _is_same(lines, start, end):
            end += 1
        if end - start >= 2 and not any(at in others or lines[at].is_furniture for at in range(last + 1, start)):
            return end - 1
    return last


def _with_profile(lines, last, others):
    """Return the last line of the body with the list of what is known of somebody or something behind it."""
    if last + 2 >= len(lines) or last + 1 in others or not PROFILE.fullmatch(lines[last + 1].text):
        return last
    end = last + 2
    while _is_item(lines, end) and end not in others:
        end += 1
    return end - 1 if end > last + 2 else last


def _is_same(lines, start, at):
    """Whether a line is a row of the same table, or news in brief behind the same mark, as that at start."""
    first, text = lines[start].text, lines[at].text
    if BRIEF.match(first):
        return first[0] == text[0] and BRIEF.match(text) is not None
    return is_row(first) and is_row(text) and len(CELL.findall(first)) == len(CELL.findall(text))


def is_row(text):
    """Whether a line has the form of a row of a table."""
    return len(text) <= LONGEST_ROW and len(CELL.findall(text)) >= 2 and text[-1:] not in ".。"


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
