"""Which lines are captions by where they stand: alone behind a mark, above the text, before a credit of their own."""

import re

from articles.intake.page.figures import AT_WORK, OF_PICTURE, THINGS, is_shown, is_sole, is_viewed, read_named
from articles.intake.page.headline import words_of
from articles.intake.page.parts import LIST_ITEM
from articles.intake.page.prose import is_korean

MARKS = "▲▶△▼◀▷"
CAPTION_MARKS = "▲▼◀"  # behind the others links and items of lists are as frequent
LIST_TITLE = re.compile(r"[^=:]{1,25}[=:]")
QUESTION = re.compile(r"[-–—―─=_]{1,2}\s?\S|[QA문답]\d{0,2}\s?[.:)]|.*[?？]$")
HEADING = re.compile(r"[◇◆■□●▣◎☐◈❏▪\[<【〈]")
CREDIT_LINE = re.compile(r"[(\[（<【/ⓒ©]|[^=:]{2,16}[=:：|ㅣ│]")
LONGEST_MARKED, LONGEST_SHOWN, LONGEST_BEFORE_CREDIT = 200, 90, 150
# What stands for a picture, alone above its caption, and the buttons above one.
LONE_LABEL = re.compile(
    r"[\[(<【]?\s?(?:사진|포토|이미지|photo|image|picture|ảnh|hình|hình ảnh)\s?\d{0,2}\s?[\])>】]?"
    r"|(?:photo|image) caption:?|사진\s?설명:?|chú thích ảnh:?",
    re.I,
)
BUTTON = re.compile(r"(?:이미지|사진)\s?(?:확대|크게\s?보기)|(?:enlarge|view) (?:this )?(?:image|photo)", re.I)
# Verbs of news; captions speak of what is shown now.
PAST = re.compile(r"\b(?:has|have|had|was|were|announced|rose|fell)\b|\bđã\b", re.I)
# Who is shown: name, body and office, and nothing else.
PERSON = re.compile(
    r"[가-힣]{2,4}\s(?:[가-힣A-Za-z·]{2,14}\s){0,2}(?:대표(?:이사)?|회장|부회장|사장|부사장|전무|상무|이사장|이사|원장"
    r"|교수|박사|총장|장관"
    r"|차관|위원장|본부장|센터장|소장|실장|국장|팀장|(?:선임|수석|책임)?(?:연구위원|연구원)|(?:명예|객원|초빙|석좌)?교수|조합원|지회장|지부장|시장|지사|군수|변호사|작가"
    r"|감독|CEO|CTO|CFO|칼럼니스트|논설위원|애널리스트|심사역|파트너|작가)"
)
LONGEST_PERSON = 30
SEEN_NOW = re.compile(r"고\s있다\.?$")


def is_marked_caption(lines, at):
    """Whether a line behind a caption's mark is one: no item of a list, no answer of an interview, no link."""
    text = lines[at].text
    if text[:1] not in MARKS or len(text) > LONGEST_MARKED or text.count(text[0]) > 1:
        return False
    near = [lines[other].text for other in (at - 1, at + 1) if 0 <= other < len(lines)]
    if any(other[:1] == text[:1] for other in near) or (at and QUESTION.match(near[0])):
        return False
    if _asks(lines, at) and any(_asks(lines, other) for other in (at - 2, at + 2)):
        return False
    if is_shown(text):
        return True
    if LIST_TITLE.match(text):
        return False
    return AT_WORK.search(text) is not None or (text[0] in CAPTION_MARKS and len(text) > 8 and "…" not in text)


def _asks(lines, at):
    """Whether a line behind a mark is a question: words between marks follow it."""
    is_marked = 0 <= at < len(lines) - 1 and lines[at].text[:1] in MARKS
    return is_marked and lines[at + 1].text[:1] in '“"'


def is_unmarked_caption(line, *, is_above):
    """Whether a line has the words of a caption; a longer one only above the text."""
    text = line.text
    if any(mark in text for mark in '“”"?') or HEADING.match(text):
        return False
    if THINGS.fullmatch(text) and not text.endswith("다."):
        return True
    if not is_shown(text):
        return False
    if not line.is_korean and is_viewed(text):
        return True
    is_short = len(text) < LONGEST_SHOWN and text.count(".") <= 1
    return not line.is_prose or is_short or (is_above and len(text) < LONGEST_SHOWN + 30)


def is_labelled(lines, at):
    """Whether a line is the caption of the picture for which the line above it stands."""
    line, above = lines[at], lines[at - 1].text if at else ""
    is_one = line.text.rstrip(".").count(". ") == 0 or is_sole(line.text)
    if line.is_furniture or len(line.text) > LONGEST_MARKED or not is_one or any(mark in line.text for mark in '“”"'):
        return False
    return LONE_LABEL.fullmatch(above) is not None or (BUTTON.fullmatch(above) is not None and not line.is_told)


def is_bare_label(lines, at):
    """Whether a line stands for a picture whose caption is the next line."""
    is_label = LONE_LABEL.fullmatch(lines[at].text) is not None
    return is_label and at + 1 < len(lines) and (lines[at + 1].is_captioned or is_labelled(lines, at + 1))


def is_person(text):
    """Whether a line among paragraphs is the name of who is shown."""
    return len(text) <= LONGEST_PERSON and PERSON.fullmatch(text) is not None


def read_placed(lines, at, words, *, is_above):
    """Return the Caption of a line that ends with a name of the story's in brackets, among paragraphs; or None."""
    text = lines[at].text
    caption = read_named(text)
    if caption is None or LIST_ITEM.match(text) or HEADING.match(text) or text.endswith(("다.", "다")):
        return None
    around = [lines[other] for other in (at - 1, at + 1) if 0 <= other < len(lines)]
    known = words_of(caption.credit)
    if not (known and known <= words | {word for word in known if not is_korean(str(word))}):
        return None
    return caption if is_above or all(other.is_prose for other in around) else None


def precedes_credit(lines, at):
    """Whether the line before a credit is its caption: it stands with it apart from the text, or shows something."""
    before = lines[at - 1]
    text = before.text
    if len(text) > LONGEST_BEFORE_CREDIT or text.count(". ") > 1 or HEADING.match(text) or LIST_ITEM.match(text):
        return False
    if OF_PICTURE.match(lines[at].text) and is_sole(text) and not PAST.search(text):
        return True
    is_close = before.end + 1 == lines[at].start
    is_apart = at < 2 or lines[at - 2].end + 1 < before.start
    if is_close and is_apart:
        return True
    return (
        is_shown(text) or THINGS.fullmatch(text) is not None or (is_close and not before.is_prose) or _shows_now(text)
    )


def _shows_now(text):
    return SEEN_NOW.search(text) is not None and text.count(".") <= 1


def is_credit_line(text):
    """Whether a credit that stands alone says by a sign of its own that it is one."""
    return CREDIT_LINE.match(text) is not None
