"""What arrives at the door: bytes made text, text made lines, and the lines that are the website's own."""

import codecs
import re
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from articles.text import INVISIBLE, normalise

MAXIMUM_BYTES = 5_000_000
UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")


class Unreadable(ValueError):
    """The input is no story that can be read; the message says why in one line."""


@dataclass(frozen=True)
class Line:
    """A line that is not blank: source_text[start:end] without the white space around it."""

    start: int
    end: int
    text: str


def decode(data):
    """Return the text of a file as NFC with LF line ends.

    UTF-8 (with or without a byte order mark), UTF-16 with one, and CP949 are understood.
    Raises Unreadable when data is empty, over 5 MB, binary, or in another encoding.
    """
    if len(data) > MAXIMUM_BYTES:
        raise Unreadable(_("The text is larger than 5 MB."))
    text = clean(_decoded(data))
    if not text.strip():
        raise Unreadable(_("The text is empty."))
    return text


def clean(text):
    """Return text as the plan stores it: NFC, no NUL, no byte order mark, LF line ends."""
    return normalise(text).lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data):
    if data.startswith(UTF16_MARKS):
        return _strictly(data, "utf-16")
    if _is_binary(data):
        raise Unreadable(_("The file is binary, not text."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _strictly(data, "cp949")
    if CONTROL.search(text):
        raise Unreadable(_("The file is binary, not text."))
    return text


def _strictly(data, encoding):
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable(_("The encoding of the text is not known; save it as UTF-8.")) from None


def _is_binary(data):
    """Tell whether bytes are no text; a stray NUL is forgiven, more than one in ten bytes is not."""
    return data.count(0) * 10 > len(data)


def read_lines(text):
    """Return the lines of text that are not blank, with their offsets."""
    lines, start = [], 0
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare.translate(INVISIBLE):
            offset = start + len(raw) - len(raw.lstrip())
            lines.append(Line(offset, offset + len(bare), bare))
        start += len(raw) + 1
    return lines


# A label may be glued to a counter (`top1`, `댓글 12`). Everything here is matched against the whole line.
LABELS = re.compile(
    r"(?:top|맨\s?위로|위로|피드백|기타|글자\s?크기|글자크기\s?(?:변경|조절)|가\s?가|공유(?:하기)?|인쇄(?:하기)?|프린트|스크랩"
    r"|댓글|좋아요|구독(?:하기)?|url\s?복사|페이스북|트위터|카카오톡|카카오스토리|네이버\s?블로그|라인|목록|이전|다음|닫기|더보기"
    r"|광고|advertisements?|sponsored|share(?: this)?|tweet|print|e-?mail|facebook|twitter|linkedin|whatsapp|zalo"
    r"|comments?|like|subscribe|sign up|read more|back to top|feedback|others?"
    r"|chia sẻ|bình luận|thích|in bài viết|in|quảng cáo|phản hồi|khác|lưu bài|xem thêm|về đầu trang|gửi bài)"
    r"\s?[:(]?\s?\d{0,6}\s?\)?",
    re.IGNORECASE,
)
MARKERS = [
    (
        "copyright",
        re.compile(r".{0,80}(?:무단\s?전재|재배포\s?금지|저작권자|copyright|all rights reserved|bản quyền)", re.I),
    ),
    ("hashtags", re.compile(r"(?:#[^\s#]{1,40}\s{0,3}){1,40}$")),
    ("address", re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}$")),
    ("link", re.compile(r"https?://\S{1,300}$")),
    ("breadcrumb", re.compile(r"(?:홈|home|trang chủ)\s?[>›»/]", re.I)),
    ("weather", re.compile(r"(?:\S{1,12}\s)?(?:\S{1,12}\s)?-?\d{1,2}\s?(?:°|℃|도씨)\s?C?$")),
]
RELATED = re.compile(
    r"[\[■▶◆#<]?\s?(?:관련\s?(?:기사|뉴스)|함께\s?보면\s?좋은\s?(?:기사|뉴스)|많이\s?본\s?(?:기사|뉴스)|인기\s?(?:기사|뉴스)|추천\s?기사"
    r"|related(?: (?:articles?|news|stories|content))?|more stories|most read|read also|see also"
    r"|tin liên quan|bài liên quan|tin cùng chuyên mục|đọc nhiều|tin khác|có thể bạn quan tâm|xem thêm)\s?[\]>:]?",
    re.IGNORECASE,
)
# The website prints the headline again before each caption, in Vietnamese whatever the language of the story.
PLACEHOLDER = re.compile(r"(?P<title>\S.{3,200}?) - ảnh \d{1,2}\s?")
SENTENCE_CLOSE = re.compile(r"[.!?…。][”\"’」)]?$")
RELATED_LENGTH = 120


def find_furniture(lines):
    """Return the indexes of lines that belong to the website: labels, notices, lists of related stories."""
    furniture, in_related = set(), False
    for index, line in enumerate(lines):
        is_heading = RELATED.fullmatch(line.text) is not None
        in_related = is_heading or (in_related and _is_related(line.text))
        if in_related or furniture_rule(line.text):
            furniture.add(index)
    return furniture


def furniture_rule(text):
    """Return the name of the rule by which a line is furniture, or an empty string."""
    if len(text) > 200:
        return ""
    if LABELS.fullmatch(text):
        return "label"
    return next((name for name, pattern in MARKERS if pattern.match(text)), "")


def _is_related(text):
    if len(text) > RELATED_LENGTH or text.startswith(("◇", "◆")):
        return False
    return not SENTENCE_CLOSE.search(text) and not PLACEHOLDER.match(text)
