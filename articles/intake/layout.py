"""How a story is laid out: what stands above the text, and the blocks of the text in reading order."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from articles.intake.report import PlannedBlock
from articles.intake.source import PLACEHOLDER, SENTENCE_CLOSE, find_furniture, read_lines
from articles.text import find_pairs
from articles.vocabulary import Precision


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


SECTION = re.compile(
    r"최신\s?뉴스|뉴스|속보|주요\s?뉴스|정치|경제|사회|문화|국제|세계|산업|기업|증권|금융|부동산|과학|기술|환경|교육|건강|관광|여행"
    r"|스포츠|연예|오피니언|사설|칼럼|인터뷰|기획|특집|테크|바이오|에너지|자동차|유통|글로벌|베트남|한반도|아세안|it|it[·/]과학"
    r"|latest(?: news)?|news|politics|business|economy|markets?|companies|technology|tech|science|world|asia|society"
    r"|culture|sports?|travel|opinion|education|environment|health|investment|industry|features?"
    r"|tin mới(?: nhất)?|tin tức|thời sự|chính trị|kinh doanh|kinh tế|thị trường|doanh nghiệp|công nghệ|khoa học"
    r"|thế giới|xã hội|văn hóa|văn hoá|thể thao|du lịch|giáo dục|môi trường|sức khỏe|đầu tư|tài chính|bất động sản",
    re.IGNORECASE,
)
STAMP_WORD = re.compile(
    r"기사\s?입력|최종\s?수정|입력|등록|승인|수정|작성|게시|송고"
    r"|published|updated|posted|last|cập nhật|đăng lúc|lúc|thứ \w{2,4}"
    r"|chủ nhật|오전|오후|gmt|utc|kst|\+\d{1,2}|[ap]\.?m\.?",
    re.IGNORECASE,
)
ISO_DAY = re.compile(r"(?P<y>(?:19|20)\d\d)\s?[.\-/년]\s?(?P<m>\d{1,2})\s?[.\-/월]\s?(?P<d>\d{1,2})(?!\d)\s?일?\.?")
DAY_FIRST = re.compile(r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>(?:19|20)\d\d)")
VIETNAMESE_DAY = re.compile(r"ngày (?P<d>\d{1,2}) tháng (?P<m>\d{1,2}) năm (?P<y>(?:19|20)\d\d)", re.I)
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
MONTH_FIRST = re.compile(rf"{MONTH} (?P<d>\d{{1,2}}),? (?P<y>(?:19|20)\d\d)", re.I)
MONTH_SECOND = re.compile(rf"(?P<d>\d{{1,2}}) {MONTH},? (?P<y>(?:19|20)\d\d)", re.I)
TIME = re.compile(r"(?P<half>오전|오후)?\s?(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?\s?(?P<ampm>[ap]m)?", re.I)

REPORTER = r"[가-힣]{2,4}(?:[·,]\s?[가-힣]{2,4}){0,3}\s?(?:선임|수습|전문|인턴)?\s?(?:기자|특파원|통신원|논설위원)"
BYLINE = re.compile(
    rf"(?P<ko>{REPORTER})(?:\s?[=|·/(]?\s?[\w.+-]{{1,40}}@[\w.-]{{1,40}}\)?)?"
    r"|by (?P<en>[A-ZĐ]\w{0,20}(?:[ .'-]{1,2}\w{1,20}){1,5})|(?:tác giả|bài(?: và ảnh)?)\s?: ?(?P<vi>\S.{1,40})",
    re.IGNORECASE,
)
DATELINES = [
    re.compile(rf"[(\[][^()\[\]=\n]{{1,20}}=[^()\[\]\n]{{1,20}}[)\]]\s*(?:(?P<byline>{REPORTER})\s?=?\s*)?"),
    re.compile(rf"(?P<byline>{REPORTER})\s?=\s*"),
    re.compile(r"\([A-ZĐ][\w.]{1,15}(?: [\w.]{1,12}){0,2}\)\s?[-–—]{1,2}\s*"),
    re.compile(r"[A-ZĐ][A-ZĐ .'-]{2,30}(?:, [A-Z][a-z]{2,8}\.? \d{1,2})? \([\w .]{2,30}\) ?[-–—]{1,2}\s*"),
]
SIGNATURE = re.compile(rf"\s(?:{REPORTER}\s)?[(\[]?[\w.+-]{{1,40}}@[\w-]{{1,40}}(?:\.[\w-]{{1,20}}){{1,4}}[)\]]?$")

CREDIT_KEY = r"사진\s?제공|사진|자료|그래픽|출처|photo by|photo|image|ảnh|nguồn"
CREDITS = [
    re.compile(rf"\s?[(\[（]\s?(?:{CREDIT_KEY})\s?[=:：]\s?(?P<credit>[^\]\[()（）]{{1,60}})[)\]）]?\.?$", re.I),
    re.compile(rf"(?:^|(?<=[\s.]))(?:{CREDIT_KEY})\s?[=:：]\s?(?P<credit>[^\]\[:=]{{1,60}})$", re.I),
    re.compile(r"\s?/\s?(?P<credit>[^/\s][^/]{0,30}제공)$"),
    re.compile(r"\s?[ⓒ©]\s?(?P<credit>[^ⓒ©]{1,40})$"),
]
FIGURE_MARK = re.compile(r"[▲▶△▼◀]\s?")
SUBHEAD = re.compile(r"[◇◆■□●▣]\s?(?P<marked>.{1,80})|[\[<](?P<bracketed>[^\[\]<>]{2,40})[\]>]")
LONGEST_TITLE, LONGEST_CAPTION, LONGEST_LABEL = 150, 300, 20


def read_layout(text):
    """Return the Layout of a story that was cleaned."""
    lines = read_lines(text)
    indexes = find_furniture(lines)
    furniture = [lines[i].text for i in sorted(indexes)]
    metadata, content = _take_metadata([line for i, line in enumerate(lines) if i not in indexes], furniture)
    headline, labels, content = _take_headline(content)
    blocks, byline = _read_blocks(content, furniture)
    metadata = {"byline": byline} | metadata
    return Layout(headline=headline, blocks=blocks, furniture=furniture + labels, labels=labels, **metadata)


def _take_metadata(lines, furniture):
    """Return (section, byline and date found on lines of their own, the other lines); stamps go to furniture."""
    metadata, content = {}, []
    for line in lines:
        found = _read_metadata(line.text)
        is_label = found is not None and set(found) == {"section"}
        if found is None or (is_label and (content or "section" in metadata)):
            content.append(line)
            continue
        if not is_label:
            furniture.append(line.text)
        metadata = found | metadata  # the first date of several is the day the story came out
    return metadata, content


def _read_metadata(text):
    if len(text) > 100:
        return None
    if SECTION.fullmatch(text):
        return {"section": text}
    byline = BYLINE.fullmatch(text)
    if byline:
        return {"byline": next(name for name in byline.groups() if name)}
    return _read_stamp(text)


def _read_stamp(text):
    """Return the date of a line that holds nothing but time stamps, perhaps behind a section label."""
    found = _read_date(text)
    if found is None:
        return None
    rest = text
    for pattern in (VIETNAMESE_DAY, ISO_DAY, DAY_FIRST, MONTH_FIRST, MONTH_SECOND, TIME, STAMP_WORD):
        rest = pattern.sub(" ", rest)
    rest = rest.strip(" .,|:;·/()[]-–\u00a0")
    if rest and not SECTION.fullmatch(rest):
        return None
    return {**found, "section": rest} if rest else found


def _read_date(text):
    for pattern in (ISO_DAY, VIETNAMESE_DAY, MONTH_FIRST, MONTH_SECOND, DAY_FIRST):
        match = pattern.search(text)
        if match:
            return _dated(match.groupdict(), TIME.search(text, match.end()))
    return None


def _dated(parts, time):
    month = MONTHS.split().index(parts["month"].lower()) + 1 if parts.get("month") else int(parts["m"])
    try:
        day = date(int(parts["y"]), month, int(parts["d"])).isoformat()
    except ValueError:
        return None
    if time is None or int(time["hour"]) > 23 or int(time["minute"]) > 59:
        return {"published_on": day, "precision": Precision.DAY}
    is_afternoon = "오후" in time.group() or "pm" in time.group().lower()
    hour = int(time["hour"]) % 12 + 12 if is_afternoon else int(time["hour"])
    return {"published_on": f"{day}T{hour:02}:{time['minute']}", "precision": Precision.MINUTE}


def _take_headline(lines):
    """Return (headline, short labels above it, the other lines)."""
    at, headline = _find_headline(lines)
    above = [line for line in lines[: max(at, 0)] if len(line.text) <= LONGEST_LABEL and not _is_sentence(line.text)]
    content = [line for line in lines if line.text != headline and line not in above]
    return headline or "", [line.text for line in above], content


def _find_headline(lines):
    """Return (index, text) of the headline; the index is -1 when only figure placeholders print it."""
    titles = [match["title"] for match in (PLACEHOLDER.match(line.text) for line in lines) if match]
    for title in titles:
        return next((i for i, line in enumerate(lines) if line.text == title), -1), title
    opening = []
    for index, line in enumerate(lines[:6]):
        if _is_sentence(line.text):
            break
        if not FIGURE_MARK.match(line.text) and _split_credit(line.text)[1] is None:
            opening.append((index, line.text))
    long_enough = [pair for pair in opening if len(pair[1]) >= 12]
    return next(iter(long_enough or opening), (-1, None))


def _is_sentence(text):
    return len(text) > LONGEST_TITLE or (SENTENCE_CLOSE.search(text) is not None and not text.endswith(("…", "?", "!")))


def _read_blocks(lines, furniture):
    """Return (blocks, reporter named in a dateline); prefixes and signatures go to furniture."""
    blocks, byline = [], ""
    for line in lines:
        block, cut = _read_figure(line)
        if block is None:
            block, cut, name = _read_text(line)
            byline = byline or name
        furniture.extend(cut)
        if _is_credit_of(block, blocks):
            blocks[-1] = replace(blocks[-1], credit=block.credit, end=block.end)
        elif block.text.strip() or block.kind == "figure":
            blocks.append(block)
    return blocks, byline


def _is_credit_of(block, blocks):
    """Tell whether a figure without caption is only the credit line of the figure before it."""
    if not blocks or block.kind != "figure" or block.text or block.credit is None:
        return False
    return blocks[-1].kind == "figure" and blocks[-1].credit is None


def _read_figure(line):
    """Return (figure, furniture in front of it) of a line; the figure is None when the line is none."""
    placeholder = PLACEHOLDER.match(line.text)
    skipped = placeholder.end() if placeholder else 0
    caption, credit = _split_credit(line.text[skipped:])
    marker = FIGURE_MARK.match(caption)
    if not placeholder and credit is None and (not marker or len(caption) > LONGEST_CAPTION):
        return None, []
    skipped += marker.end() if marker else 0
    caption = caption[marker.end() :] if marker else caption
    prefix = [placeholder.group().strip()] if placeholder else []
    return PlannedBlock("figure", caption, line.start + skipped, line.end, credit), prefix


def _split_credit(text):
    """Return (caption, credit) of a line; the credit is None when the line names none."""
    if len(text) > LONGEST_CAPTION:
        return text, None
    for pattern in CREDITS:
        match = pattern.search(text)
        if match:
            return text[: match.start()].rstrip(" ./"), match["credit"].strip()
    return text, None


def _read_text(line):
    """Return (subhead or paragraph, furniture at its ends, reporter) of a line."""
    subhead = SUBHEAD.fullmatch(line.text)
    if subhead and not SENTENCE_CLOSE.search(line.text):
        start, end = subhead.span("marked" if subhead["marked"] else "bracketed")
        return PlannedBlock("subhead", line.text[start:end], line.start + start, line.start + end), [], ""
    start, byline = _split_dateline(line)
    signature = SIGNATURE.search(line.text, max(start, len(line.text) - 120))
    end = signature.start() if signature else len(line.text)
    cut = [part.strip() for part in (line.text[:start], line.text[end:]) if part.strip()]
    return PlannedBlock("paragraph", line.text[start:end], line.start + start, line.start + end), cut, byline


def _split_dateline(line):
    """Return (length of the agency prefix, reporter named in it)."""
    for pattern in DATELINES:
        match = pattern.match(line.text)
        if match:
            return match.end(), match.groupdict().get("byline") or ""
    return 0, ""


ANSWER = re.compile(r"(?:A\d{0,2}|답|답변|Đáp)\s?[.:)]\s?")
DASH_BULLET = re.compile(r"[-–—•]\s?(?=[“\"])")


@dataclass(frozen=True)
class Shape:
    """Where the words stand in a paragraph that is a quotation as a whole: text[start:end]."""

    start: int
    end: int
    rule: str
    balanced: bool = True


def find_shape(text, introduced):
    """Return the Shape of a paragraph that is a quotation as a whole, or None. Its text may lack either mark."""
    bullet = DASH_BULLET.match(text)
    answer = ANSWER.match(text) if introduced else None
    lead = bullet or answer
    first, last = (lead.end() if lead else 0), len(text.rstrip(" .,")) - 1
    if (first, last) in set(find_pairs(text)) and text[first] in '“"「':
        return Shape(first + 1, last, "dash-bullet@1" if bullet else "marked-paragraph@1")
    if text[first : first + 1] == "“" and "”" not in text:
        return Shape(first + 1, len(text), "closing-mark-missing@1", balanced=False)
    if text.endswith("”") and "“" not in text:
        return Shape(0, len(text) - 1, "opening-mark-missing@1", balanced=False)
    if introduced and not any(mark in text for mark in '“”"「'):
        return Shape(first, len(text), "marks-missing@1", balanced=False)
    return None


def find_continuations(blocks, index):
    """Return the paragraphs that carry on the quotation of blocks[index] by opening it again, until one closes it."""
    taken = []
    for block in blocks[index + 1 : index + 12]:
        if block.kind != "paragraph" or not block.text.startswith("“"):
            return []
        taken.append(block)
        if "”" in block.text:
            return taken if block.text.endswith("”") else []
    return []
