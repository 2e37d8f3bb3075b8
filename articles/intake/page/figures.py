"""Captions: by their marker, by the credit at their end, by a credit line beside them, by the words of captions."""

import re
from dataclasses import dataclass

from articles.intake.page.bylines import MAIL

LONGEST_CAPTION = 300
# The website prints the headline again before each caption, in Vietnamese whatever the language of the story.
PLACEHOLDER = re.compile(r"(?P<title>\S.{3,200}?) - [ảẢ]nh \d{1,2}\.?\s?", re.I)
MARK = re.compile(r"[▲▶△▼◀►▷][ \t\u00a0]?")
LABEL = re.compile(
    r"[(\[<【]\s?(?:사진|그림|그래픽|도표|표|자료사진|자료|이미지|포토|figure|photo|image|hình"
    r"|ảnh)\s?\d{0,2}\s?[)\]>】]\s?"
    r"|(?:사진|그림|그래픽|figure|fig\.|photo|hình|ảnh)\s?\d{1,2}\s?[.:)]\s?",
    re.I,
)
NUMBER = re.compile(r"(?:사진|그림|그래픽|figure|photo|hình|ảnh)\s?\d{1,2}\s?[.:)]?\s?", re.I)
KEY = (
    r"(?:사진\s?제공|자료\s?제공|이미지\s?제공|제공|사진|자료\s?사진|자료|그래픽|이미지|출처|영상|캡처"
    r"|photos? by|photos? courtesy of|photo|photograph|image source"
    r"|image|picture|illustration|graphic|chart|source|courtesy of|courtesy|credit|getty images|ảnh minh họa"
    r"|ảnh|nguồn ảnh|nguồn|đồ họa|hình ảnh|hình)"
)
AGENCIES = (
    r"(?:로이터|연합뉴스|뉴시스|뉴스1|AP|AFP|EPA|게티이미지(?:뱅크|코리아)?|셔터스톡|블룸버그|신화|Reuters"
    r"|Yonhap|Getty(?: Images)?|Bloomberg|Shutterstock|TTXVN|VNA|VGP|VOV\d?|Xinhua)"
)
# What may stand behind a credit: the day, an address, and the notice that the picture is not to be used again.
NOTICE = re.compile(
    rf"(?:[\s./|]{{0,3}}(?:\d{{4}}[.\-/]\s?\d{{1,2}}[.\-/]\s?\d{{1,2}}\.?|{MAIL}|\*?\s?재판매\s?및\s?DB\s?금지"
    rf"|\*?\s?재배포\s?금지|무단\s?전재.{{0,20}}금지))"
    r"{1,4}[\s.)\]]{0,3}$"
)
INNER = r"[^\[\]()（）<>【】\n]{1,80}"
CREDITS = [
    re.compile(rf"\s?[(\[（<【]\s?{KEY}\s?[=:：·/|]\s?(?P<credit>{INNER})[)\]）>】]{{0,2}}\.?$", re.I),
    re.compile(rf"\s?[(\[（<【]\s?(?P<credit>{INNER}?\s?(?:제공|캡처|촬영|cung cấp))[\s.]{{0,2}}[)\]）>】]?\.?$", re.I),
    re.compile(rf"\s?[(\[（<【]\s?(?P<credit>{KEY}\s(?:by|of|from)?\s?{INNER})[)\]）>】]?\.?$", re.I),
    re.compile(rf"\s?[(\[（<【]\s?(?P<credit>{AGENCIES}(?:[/=,·\s]{{1,3}}{INNER})?)[)\]）>】]?\.?$", re.I),
    re.compile(r"\s?\[(?P<credit>[A-Z][A-Z0-9 .,&/'-]{2,60})\]$"),
    re.compile(rf"\s?[/|]\s?{KEY}\s?[=:：]\s?(?P<credit>[^/|=:]{{1,60}})$", re.I),
    re.compile(r"\s?[/|]\s?(?P<credit>[^/|\s][^/|]{0,40}(?:제공|캡처|기자|특파원))$"),
    re.compile(rf"(?:^|(?<=[\s.”\"’)]))[-–—]?\s?{KEY}\s?[=:：]\s?(?P<credit>[^\]\[=]{{1,80}})$", re.I),
    re.compile(
        r"(?:^|(?<=[\s.”\"’)]))(?P<credit>(?:Photos?|Photograph|Image|Picture|Illustration"
        r"|Courtesy)(?: courtesy)? (?:by|of|from) [^.\n]{2,80})\.?$"
    ),
    re.compile(r"(?<=[.다”])\s?/\s?(?P<credit>[가-힣A-Za-z0-9 ·=]{2,24})$"),
    re.compile(r"\s?[ⓒ©]\s?(?P<credit>[^ⓒ©]{1,60})$"),
    re.compile(r"(?<=[.다”])\s(?P<credit>(?:[^.]{1,30}\s?제공|[^.]{1,20}\sDB|(?:사진|자료)\s?제공\s[^.]{1,30}))\.?$"),
    re.compile(
        rf"(?<=[.다”])\s(?P<credit>(?:[가-힣·]{{2,14}}=)?[가-힣]{{2,4}}\s?(?:선임|객원|인턴)?기자"
        rf"|(?:[가-힣·]{{2,14}}=)?[가-힣]{{2,4}}\s?특파원)(?:\s{MAIL})?$"
    ),
    re.compile(
        r"\s?\((?P<credit>(?:[A-Z][\w.&' -]{1,30}/[A-Z][\w.' -]{1,40}|[^()]{0,40}photos? by [^()]{2,40}"
        r"|file photo))\)\.?$",
        re.I,
    ),
    re.compile(rf"\s?[/|]\s?(?P<credit>{AGENCIES}(?:[=\s]\S{{1,12}})?)$"),
]
# Nouns in which captions without a verb end, and words that only captions use.
SHOWN = re.compile(
    r"(?:전경|조감도|모습|사옥|현장|라인|공정|예상도|투시도|내부|외관|항공\s?사진|로고|이미지|그래프|추이|현황"
    r"|점유율|단지|부지|제품|장면|기념\s?촬영|기념사진|포스터|화면)(?:\s?\([^()]{1,40}\))?\.?$"
    r"|\((?:왼쪽|오른쪽|가운데|앞줄|뒷줄|사진|왼쪽에서|오른쪽에서)[^()]{0,20}\)|(?:왼쪽|오른쪽)부터|(?:왼쪽"
    r"|오른쪽)에서\s\S{1,3}\s?번째"
    r"|^[^.?!]{6,60}(?:전경|조감도|모습|현장|화면|내부|외관|사옥)\.\s|기념\s?(?:촬영|사진)[을를]?\s(?:하고|찍고"
    r"|한)|포즈를\s취하고|(?:살펴보|들어\s보이|가리키|둘러보|바라보|시연하|점검하|조작하|손보|발언하"
    r"|인사말을\s하|서명하|설치하|조립하)고\s있다\.?$|악수하고\s있다\.?$|설명하고\s있다\.?$|작업하고\s있다\.?$"
    r"|\b(?:pictured|file photo|from left|from right|third from|second from|poses? (?:for|with)|is seen"
    r"|are seen|an artist's (?:impression|rendering)|rendering of|aerial view|seen (?:here|in|on|from))\b"
    r"|\b(?:phối cảnh|toàn cảnh|ảnh minh họa|từ trái|bìa (?:trái|phải)|thứ (?:hai|ba) từ)\b",
    re.I,
)
# How captions with a verb end; so do sentences, so that a mark has to stand before these.
AT_WORK = re.compile(r"(?:고|어|아)\s?있다\.?$|(?:했|됐|렸|섰|였)다\.?$|[가-힣]다\.?$")


@dataclass(frozen=True)
class Caption:
    """A caption at [start, end) of a line, and its credit; what stands around it is furniture."""

    start: int
    end: int
    credit: str | None = None
    placeholder: bool = False
    marked: bool = False


def read_caption(text):
    """Return the Caption of a line by its own marks, or None when it bears none of them."""
    placeholder = PLACEHOLDER.match(text)
    start = placeholder.end() if placeholder else 0
    if len(text) - start > LONGEST_CAPTION:
        return None
    mark = MARK.match(text, start)
    label = LABEL.match(text, mark.end() if mark else start)
    end, credit = split_credit(text, start)
    if not placeholder and credit is None and label is None:
        return None
    start = label.end() if label else mark.end() if mark else start
    start += credit is not None and text[start : start + 1] in ("<", "【") and text[-1] in ">】"
    number = NUMBER.match(text, start) if mark and not label else None
    start = number.end() if number else start
    return Caption(min(start, end), end, credit, bool(placeholder), bool(mark or label))


def split_credit(text, start=0):
    """Return (where the caption ends, credit) of a line from start; (its length, None) when it names no credit."""
    end = len(text)
    notice = NOTICE.search(text[max(start, end - 120) :])
    noticed = (
        end - 120 + notice.start() if notice and end - 120 > start else (start + notice.start() if notice else end)
    )
    opened = text.startswith(("[", "("), start)
    tail_from = max(start, noticed - 120)
    tail = text[tail_from:noticed]
    for pattern in CREDITS:
        match = pattern.search(tail)
        if match:
            at = tail_from + match.start()
            while at > start and text[at - 1] in " \t\u00a0/|":
                at -= 1
            return at, match["credit"].strip(" .") or None
    return (noticed, None) if notice and (opened or noticed < end) else (end, None)


def is_shown(text):
    """Whether the words of a line are those of a caption."""
    return 8 <= len(text) <= LONGEST_CAPTION and SHOWN.search(text) is not None
