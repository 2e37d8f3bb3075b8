"""When a story came out, and the lines that say nothing but that: dates, times, and the words around them."""

import re
from datetime import date

from articles.vocabulary import Precision

YEAR = r"(?P<y>(?:19|20)\d\d)"
ISO_DAY = re.compile(rf"{YEAR}\s?[.\-/년]\s?(?P<m>\d{{1,2}})\s?[.\-/월]\s?(?P<d>\d{{1,2}})(?!\d)\s?일?\.?")
DAY_FIRST = re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})[/.-](?P<m>\d{{1,2}})[/.-]{YEAR}")
VIETNAMESE_DAY = re.compile(rf"(?:ngày )?(?P<d>\d{{1,2}}) tháng (?P<m>\d{{1,2}})(?: năm |, ){YEAR}", re.I)
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
MONTH_FIRST = re.compile(rf"\b{MONTH} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? {YEAR}", re.I)
MONTH_SECOND = re.compile(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)? {MONTH},? {YEAR}", re.I)
MONTH_SLASHED = re.compile(rf"\b{MONTH},? (?P<d>\d{{1,2}})/{YEAR}", re.I)
DAYS = (ISO_DAY, VIETNAMESE_DAY, MONTH_FIRST, MONTH_SECOND, MONTH_SLASHED, DAY_FIRST)
CLOCK = re.compile(
    r"(?P<half>오전|오후)?\s?(?P<hour>\d{1,2})(?::|시\s?)(?P<minute>\d\d?)분?(?::\d\d)?\s?(?P<ampm>[ap]\.?m\b\.?)?",
    re.I,
)
# What stands around a date: ages, reading times, numbers of pages and issues,
NUMBERED = re.compile(
    r"\d{1,2}월\s?\d{1,2}일자|지면\s?[A-Z]?\d{1,3}면?|호수\s?\d{1,5}|제?\d{1,5}호|[A-Z]?\d{1,3}면"
    r"|조회\s?수?\s?[\d,]{1,9}|댓글\s?\d{1,6}"
    r"|읽는\s?(?:데|시간)\s?\d{1,3}\s?분|#\d{1,5}|[+-]\d{1,2}(?::\d\d)?\b|\bsent to [\d,]{1,9} readers"
    r"|\b\d{1,3} (?:hours?|minutes?|mins?|days?) ago|(?:reading time:? )?\b\d{1,3}[- ]min(?:ute)?s?(?: read)?"
    r"|thứ \d",
    re.I,
)
# and words, weekdays and zones: in Hangul each begins with a letter or sign of its own, by which a line is skimmed.
WORDS = re.compile(
    r"기사\s?입력|기사\s?등록|최종\s?(?:수정|업데이트)|최초\s?(?:입력|등록)|입력(?:일|시간)?|등록(?:일|시간)?"
    r"|승인|수정(?:일)?|업데이트|작성(?:일)?|게시(?:일)?|송고(?:시간|시각)?|발행(?:일)?|편집|배포\s?일시"
    r"|(?:배포\s?)?즉시\s?보도\s?가능|보도\s?(?:일시|시점)|엠바고|월요일|화요일|수요일|목요일|금요일|토요일|일요일"
    r"|\([월화수목금토일]\)|오전|오후"
)
LATIN = re.compile(
    r"\b(?:first )?(?:published|updated|posted|modified|created|last|date|issue|vol|no)\b\.?(?: on| at|:)?"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?|\b(?:reading time|at|on)\b|\bread\b"
    r"|cập nhật(?: lúc)?|xuất bản|ngày đăng|đăng(?: ngày| lúc)?|ngày|lúc|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật"
    r"|\b(?:gmt|utc|kst|jst|sgt|ist|ict|edt|est|pst|cet|bst|hkt|wib|et)\b|\b[ap]\.?m\b\.?",
    re.I,
)
DIGIT, LETTER = re.compile(r"\d"), re.compile("[A-Za-z]")
ELSE = " \t\u00a0\u3000.,|│｜:;·•/()[]<>-–—~"


def read_day(text):
    """Return {published_on, precision} of the first date in a text, with its time; None without a real date."""
    for pattern in DAYS if DIGIT.search(text) else ():
        match = pattern.search(text)
        if match:
            return _dated(match.groupdict(), CLOCK.search(text, match.end()) or CLOCK.search(text[: match.start()]))
    return None


def _dated(parts, clock):
    month = MONTHS.split().index(parts["month"].lower()[:3]) + 1 if parts.get("month") else int(parts["m"])
    try:
        day = date(int(parts["y"]), month, int(parts["d"])).isoformat()
    except ValueError:
        return None
    if clock is None or int(clock["hour"]) > 23 or int(clock["minute"]) > 59:
        return {"published_on": day, "precision": Precision.DAY}
    hour = int(clock["hour"])
    if clock["half"] or clock["ampm"]:
        is_afternoon = clock["half"] == "오후" or (clock["ampm"] or "").lower().startswith("p")
        hour = hour % 12 + 12 if is_afternoon else (hour % 12 if hour <= 12 else hour)
    return {"published_on": f"{day}T{hour:02}:{int(clock['minute']):02}", "precision": Precision.MINUTE}


def without_stamps(text):
    """Return what is left of a line without dates, times and the words around them."""
    numbers = (*DAYS, CLOCK, NUMBERED) if DIGIT.search(text) else ()
    for pattern in (*numbers, WORDS, *((LATIN,) if LETTER.search(text) else ())):
        text = pattern.sub(" ", text)
    return text.strip(ELSE)
