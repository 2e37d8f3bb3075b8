"""What stands before the first words of a story: place, day, agency, reporter."""

import re

from articles.intake.page.bylines import JOB, NAMES
from articles.text import LATIN_CAPITALS

PLACES = r"[가-힣A-Za-z·,\s]{1,24}"
CITY = rf"[{LATIN_CAPITALS}][\w.'’-]{{1,20}}(?: [{LATIN_CAPITALS}][\w.'’-]{{1,20}}){{0,3}}"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
DATELINES = [
    re.compile(
        rf"[(\[【〔<]\s?{PLACES}(?:\([가-힣\s]{{1,12}}\))?\s?[=＝]\s?[^()\[\]【】<>\n]{{1,30}}[)\]】〕>]\s?"
        rf"(?:(?P<byline>{NAMES})\s?{JOB}\s?)?[=＝:]?\s?"
    ),
    re.compile(
        rf"[(\[【〔](?:[^()\[\]【】:“”\"\n]{{0,40}}(?:\([가-힣\s]{{1,12}}\))?[\s/|ㅣ│｜=·])?(?P<byline>{NAMES})\s?{JOB}"
        rf"(?:[\s/|=·,][^()\[\]【】:“”\"\n]{{0,50}})?[)\]】〕]\s?[=＝:-]?\s?"
    ),
    re.compile(rf"(?:[가-힣A-Z]{{2,8}}\s)?(?P<byline>{NAMES})\s?{JOB}\s?=\s?"),
    re.compile(r"[가-힣·]{2,14}[=＝](?:[가-힣]{2,4}\s?(?:기자|특파원)\s?=?\s?)?(?=[가-힣“‘])"),
    re.compile(
        r"[가-힣]{2,10}\s?-{0,2}\s?\([\w+./ ]{2,20}\)\s?[-–—]{0,2}\s?\d{4}년 \d{1,2}월 \d{1,2}일\s?[-–—]{0,2}\s?"
        r"|[가-힣]{2,10}\s?-{0,2}\s?\([\w+./ ]{2,20}\)\s?[-–—]{1,2}\s?|\d{4}년 \d{1,2}월 \d{1,2}일\s?[-–—]{1,2}\s?"
    ),
    re.compile(r"[(\[【][\w.+/& ]{2,24}[)\]】]\.?\s?[-–—]{1,2}\s?"),
    re.compile(
        r"[(\[【]\s?(?:[가-힣]{2,6}[,\s]{1,2})?\d{4}[-./년]\s?\d{1,2}[-./월]\s?\d{1,2}일?\.?(?:[,\s]{1,2}[가-힣]{2,6})?\s?[)\]】]"
        r"\s?[-–—=]{0,2}\s?"
    ),
    re.compile(
        rf"(?:[{LATIN_CAPITALS}][{LATIN_CAPITALS}.'-]{{2,20}}"
        rf"(?:[ /,-]{{1,2}}(?:and )?[{LATIN_CAPITALS}][\w.'-]{{1,20}}){{0,8}}"
        rf"|[{LATIN_CAPITALS}][\w.'’-]{{1,20}}"
        rf"(?: [{LATIN_CAPITALS}][\w.'’-]{{1,20}}){{0,3}})(?:, [A-Z][a-z]{{2,9}}\.? \d{{1,2}}(?:, \d{{4}})?)?"
        r",? ?(?:\([\w+./ ]{2,30}\)|/[\w .]{2,30}/) ?[-–—]{1,2} ?"
    ),
    re.compile(
        rf"(?:[{LATIN_CAPITALS}]{{4,20}}|[{LATIN_CAPITALS}]{{1,20}}[ ,/-]{{1,2}}[{LATIN_CAPITALS}]{{2,20}})"
        rf"(?:[ /,-]{{1,2}}(?:and )?[{LATIN_CAPITALS}][\w.'-]{{1,20}}){{0,8}}"
        r"(?:, [A-Z][a-z]{2,9}\.? \d{1,2}(?:, \d{4})?)?(?: ?(?:--|[–—]| - )|:) ?(?=[A-Z“\"‘À-Ỹ])"
    ),
    re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2} \([\w ./]{2,30}\) ?[-–—]{1,2} ?"),
    re.compile(
        r"(?:[A-ZĐ&]{2,8}(?: Online| News)?|[\w-]{2,20}\.(?i:vn|net|com))"
        # `VN-Index` is a word.
        r"(?: ?[–—]{1,2} ?| -{1,2} ?|-{1,2} )(?=[A-ZÀ-ỸĐ“\"])"
    ),
    re.compile(r"\((?:[A-ZĐ]{2,8}|[A-ZĐ]{2,6}/[A-ZĐ]{2,6})\) ?(?=[A-ZÀ-ỸĐ“\"])"),
    re.compile(
        rf"[{LATIN_CAPITALS}][\w.]{{1,12}}(?: [{LATIN_CAPITALS}][\w.]{{1,12}}){{0,3}}, (?:ngày )?\d{{1,2}}(?: tháng "
        rf"|/)\d{{1,2}}"
        r"(?:(?: năm |/)\d{4})? ?[-–—:]{1,2} ?"
    ),
]
# Only before the first paragraph: later ones begin so as well.
FIRST = [
    re.compile(
        r"(?:New Delhi|Mumbai|Bengaluru|Chennai|Kolkata|Hyderabad|Pune|Gurugram|Singapore|Kuala Lumpur|Jakarta|Manila"
        r"|Bangkok|Hanoi|Seoul): (?=[A-Z“\"])"
    ),
    re.compile(
        rf"{CITY}(?:[,/] ?{CITY})?(?:,? {MONTH} \d{{1,2}}|,? \d{{1,2}} {MONTH})(?:,? \d{{4}})? ?"
        rf"(?:\([A-Z]{{2,6}}\) ?[:–—-]{{0,2}}|[:–—-]{{1,2}}) ?(?=[A-Z“\"])"
    ),
    re.compile(rf"{CITY}(?:, {CITY})? \(\d{{1,2}} {MONTH} \d{{4}}\) ?[–—-]{{1,2}} ?|{CITY}/{CITY} ?[–—]{{1,2}} ?"),
    re.compile(
        rf"(?:VietTimes|ICTnews|Kinhtedothi|[Vv]iet[Nn]am[Nn]et|VnEconomy|CafeF|BizLIVE|Infonet|Dân trí"
        rf"|Báo (?:{CITY}|Đầu tư|Công Thương)) ?[-–—]{{1,2}} ?(?=[A-ZÀ-ỸĐ“\"])"
    ),
]
OUTLET = re.compile(
    r"[\[【](?!(?:단독|속보|종합|기획|르포|인터뷰|사진|포토|영상|현장|앵커|기자|리포트|질문|답변|문"
    r"|답)[\]】])[\w·&. ]{2,16}[\]】]\s?"
    rf"(?:(?P<byline>{NAMES})\s?{JOB}\s?[=:]?\s?)?(?=[^\s\[\]])"
)
# No agency, but what a list says of a place: `Tây Ninh (Long An cũ) –`.
PLACE_NOTE = re.compile(r"\((?=[^()]*[a-zà-ỹ])[^()]{1,20}\s[^()]{1,20}\)\s?[-–—]")
LONGEST_DATELINE = 120


def split_dateline(text, *, is_first=False):
    """Return (length of the agency prefix of a paragraph, reporter named in it).

    Only before the first paragraph a name in brackets alone is the outlet's.
    """
    head = text[:LONGEST_DATELINE]
    for pattern in [*DATELINES, *FIRST, OUTLET] if is_first else DATELINES:
        match = pattern.match(head)
        if match and match.end() < len(text) and (is_first or not PLACE_NOTE.search(match[0])):
            return match.end(), match.groupdict().get("byline") or ""
    return 0, ""
