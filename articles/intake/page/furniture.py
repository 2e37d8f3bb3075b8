"""What on a page is the website's own: lines made of labels, dates and names alone, notices, lists of other stories."""

import re

from articles.intake.page.bylines import MAIL, read_byline
from articles.intake.page.labels import CLOSING, LABELS, PARTS, RELATED, SECTIONS, key
from articles.intake.page.notices import is_notice
from articles.intake.page.stamps import without_stamps

LONGEST = 200
LONGEST_BUTTON, LONGEST_PART = 40, 9
SEPARATOR = re.compile(r"[|│｜·•‧ㆍ/,:;+()\[\]<>{}▷▶◀▼▲△↑→←☆★♡♥✉☎…~=]+|\s{2,}|\t|\s[-–—]\s")
BREADCRUMB = re.compile(
    r"[^>›»≫/]{1,30}(?:\s?[>›»≫]\s?[^>›»≫/]{1,40}){1,5}[>›»≫]?|(?:홈|home|trang chủ|뉴스)\s?/\s?\S.{0,60}", re.I
)
PATH = re.compile(r"\s?[>›»≫]\s?|\s[/|]\s")
ADDRESS = re.compile(
    rf"{MAIL}|(?:https?://|www\.)\S{{1,300}}|[\w-]{{2,40}}(?:\.[\w-]{{2,30}}){{1,3}}(?:/\S{{0,100}})?"
    rf"|[+\d][\d\s().-]{{6,20}}"
)
HASHTAGS = re.compile(r"(?:(?:tags?|태그|từ khóa|chủ đề|토픽)\s?:?\s?)?(?:#[^\s#][^#]{0,40}){1,40}$", re.I)
# What ends a word begins none, so that there is one way only to read a row of them.
WEATHER = re.compile(
    r"(?:[^\s:,.]{1,20}[ :,.]{1,3}){0,8}-?\d{1,2}(?:\.\d)?\s?(?:°\s?C?|℃|도씨)(?:[ ,-]{1,3}[^\s,-]{1,20}){0,4}$"
)
RULE = re.compile(r"[\W_]{1,80}$")
# A line that names one other story behind its label.
OTHER_STORY = re.compile(
    r"[▶▷☞→>»•·\-*\[(<◆■【]{0,3}\s?(?:(?:관련\s?(?:기사|뉴스|영상)|연관\s?기사|함께\s?보(?:면|기)|바로\s?가기"
    r"|더\s?읽기|이전\s?기사"
    r"|read (?:more|also|next|this next)|also read|see also|more on this"
    r"|xem thêm|đọc thêm|đọc tiếp|xem tiếp|tin liên quan|mời xem|đang xem|영상으로\s보는)\s?[\])>】]?\s?[:|▶>·-]?\s?\S"
    r"|(?:related(?: story| article)?|recommended|previous|next)\s?[:|▶>-]\s?\S)",
    re.I,
)
SIGN_OFF = re.compile(
    r"(?:[가-힣\s]{1,12}(?:에서|였습니다\.?)\s)?\S{2,12}(?:\s?뉴스|TV)?,?\s[가-힣]{2,5}(?:\s?기자)?(?:입니다"
    r"|였습니다)\.|(?:[A-Z]{2,6}|\S{2,8}\s뉴스)\s[가-힣]{2,4}입니다\.?"
)


def is_furniture(text):
    """Whether a line is the website's: a notice, an address, a path of sections, or made of labels and dates alone."""
    if len(text) > LONGEST:
        return is_notice(text[:60]) and len(text) < 3 * LONGEST
    whole = (RULE, HASHTAGS, ADDRESS, WEATHER, SIGN_OFF)
    if any(pattern.fullmatch(text) for pattern in whole) or is_notice(text) or key(text) in LABELS:
        return True
    return is_breadcrumb(text) or bool(read_byline(text)) or is_made_of_labels(text)


def is_breadcrumb(text):
    """Whether a line is the path of sections to the story."""
    if len(text) > 120 or text.startswith(("<", "[", "(")) or text.endswith((".", "다", "?", "!")):
        return False
    first, *rest = PATH.split(text)
    return bool(rest and first) and (
        is_label(first.strip()) or (len(text) <= 80 and BREADCRUMB.fullmatch(text) is not None)
    )


def is_made_of_labels(text):
    """Whether nothing is left of a line without dates, addresses, names of reporters, labels and sections."""
    rest = ADDRESS.sub(" | ", text) if "@" in text or "www" in text or "http" in text else text
    pieces = [piece for piece in SEPARATOR.split(without_stamps(rest)) if piece and key(piece)]
    return all(is_label(piece.strip()) for piece in pieces)


def is_label(piece):
    """Whether a piece of a line is a label, a section or a reporter, or words that are all labels."""
    folded = key(piece)
    if not folded or folded in LABELS or folded in SECTIONS or read_byline(piece):
        return True
    words = piece.split()
    return len(words) <= 12 and all(is_button(key(word)) for word in words)


def is_button(word):
    """Whether a folded word is a label, a section, or put together of the parts of labels."""
    if not word or word in LABELS or word in SECTIONS:
        return True
    reached = [True] + [False] * len(word)
    for end in range(1, min(len(word), LONGEST_BUTTON) + 1):
        reached[end] = any(reached[at] and word[at:end] in PARTS for at in range(max(0, end - LONGEST_PART), end))
    return reached[len(word)]


def is_section(text):
    """Whether a line is the name of a section."""
    return len(text) <= 30 and key(text) in SECTIONS


# How a heading of other stories is made, whatever its words: `[많이 본 칼럼]`, `이 시각 인기 뉴스`.
HEADS_RELATED = re.compile(
    r"[\[<【▶■◆◇●\s]{0,3}(?:가장\s?)?(?:많이|함께|실시간|추천|관련|연관|이\s?시각|이\s?시간|지금|인기|주요|핫"
    r"|오늘의|놓치면|화제의)\s?[가-힣\s]{0,12}"
    r"(?:기사|뉴스|칼럼|글|콘텐츠|영상|소식|랭킹|연재|시리즈|포토|리포트)[\]>】\s]{0,2}(?:더보기|[+>])?"
)


def heads_related(text):
    """Whether a line is the heading of a list of other stories."""
    if len(text) > 40:
        return False
    return HEADS_RELATED.fullmatch(text) is not None or (
        key(text) in RELATED or key(text.removesuffix(":")) in RELATED or text.endswith("다른 보도자료")
    )


def heads_closing(text):
    """Whether a line is the heading of what stands below a story to the end of the page."""
    return len(text) <= 40 and key(text) in CLOSING
