"""Who wrote a story: lines of their own, and what signs the end."""

import re
from functools import lru_cache

from articles.text import LATIN_CAPITALS

NAME = r"[가-힣]{2,5}"
JOB = (
    r"(?:(?:선임|수습|전문|인턴|객원|대|시민|여행|경제|산업|의학|편집|명예|사진)\s?)?(?:기자|특파원|통신원"
    r"|리포터|논설위원|논설실장|편집위원|편집장|주필|[가-힣]{2,4}부장|칼럼니스트|PD|앵커|데스크|에디터)"
)
# Names by themselves are joined by signs, and names of three syllables by a space, too.
NAMES = rf"(?:[가-힣]{{3}}(?:\s[가-힣]{{3}}){{1,3}}|{NAME}(?:\s?[·,/]\s?{NAME}){{0,4}})"
REPORTER = rf"(?:[가-힣·]{{2,16}}\s?[=/]\s?)?{NAMES}\s?{JOB}"
MAIL = r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}"
MAIL_IN = rf"[(\[<{{|·]{{0,2}}\s?{MAIL}\s?[)\]>}}]?"
SHOT = r"(?:취재|촬영|촬영기자|영상취재|영상편집|영상|편집|그래픽|디자인|자막|구성|정리|사진|글|연출|제작|VJ|CG)"
WHERE = r"[가-힣·]{2,16}(?:\([가-힣·\s]{2,16}\))?"
LATIN_NAME = rf"[{LATIN_CAPITALS}][\w.'’-]{{0,20}}(?: [{LATIN_CAPITALS}][\w.'’-]{{0,20}}){{1,4}}"
BYLINES = [
    re.compile(rf"(?:{MAIL_IN}|(?:[가-힣·]{{2,16}}=)?(?P<name>{NAMES})\s?{JOB}(?:\s?[=|·/]?\s?{MAIL_IN})?)", re.I),
    re.compile(
        rf"(?:{WHERE}\s?[=/]\s?)?(?P<name>{NAMES})\s?{JOB}(?:[\s·,/"
        rf"|]{{1,3}}(?:{WHERE}\s?[=/]\s?)?{NAMES}\s?{JOB}){{0,4}}"
        rf"(?:\s?[=|·/]?\s?{MAIL_IN})?"
    ),
    re.compile(r"(?P<name>[가-힣]{1,4}(?:\s[가-힣]{1,4}){0,3})\s?/\s?번역\s?[:=]?\s?[가-힣\s]{2,12}"),
    re.compile(
        rf"(?:◎\S{{2,20}}\s)?(?:[가-힣A-Z]{{2,20}}\s)?(?:[가-힣]{{2,8}}[=/])?(?P<name>{NAMES})\s?{JOB}?\s?{MAIL_IN}"
    ),
    re.compile(
        rf"(?:글|취재|글쓴이|기자명|작성자|정리|사진|영상|촬영|그래픽|번역|편집|대담"
        rf"|진행)(?:·사진)?\s?[:=/|ㅣ]?\s?(?P<name>{NAMES})(?:\s{JOB})?"
        rf"(?:[\s·,/|]{{1,4}}(?:글|사진|영상|그래픽|번역|정리)\s?[:=/]?\s?{NAMES}(?:\s{JOB})?){{0,3}}"
    ),
    re.compile(
        rf"(?P<name>{NAMES})\s?{JOB}\s(?:기자\s?)?(?:페이지|기자\s?채널|채널|기자\s?홈|구독|구독하기|팔로우|더보기"
        rf"|프로필"
        rf"|다른기사)(?:\s(?:구독|구독하기|\+))?"
    ),
    re.compile(
        rf"(?:[가-힣·]{{2,16}}\s?[=/]\s?)?(?:(?:글|사진|취재|글·사진|사진·글)\s)?"
        rf"(?P<name>{NAMES})\s?{JOB}(?:\s?[=|·/]?\s?{MAIL_IN})?"
    ),
    re.compile(rf"[가-힣·]{{2,16}}\s?[=/]\s?(?:글|사진|취재|글·사진|사진·글)\s?(?P<name>{NAMES})\s?{JOB}?"),
    re.compile(rf"(?:글·사진|글|사진|취재)\s{WHERE}\s?[=/]\s?(?P<name>{NAMES})\s?{JOB}?"),
    re.compile(
        rf"글\s(?P<name>[가-힣]{{1,4}}(?:\s[가-힣]{{1,4}}){{0,3}}?)(?:\s{JOB})?[\s·,/|]{{1,4}}사진\s[가-힣]{{1,4}}(?:\s[가-힣]{{1,4}}){{0,3}}"
        rf"(?:\s{JOB})?"
    ),
    re.compile(
        rf"(?i:words|text|story|reporting)(?i: by)?:? (?P<name>{LATIN_NAME})[\s,/|·]{{1,4}}"
        rf"(?i:pictures|photos|photography|photographs|images)(?i: by)?:? {LATIN_NAME}"
    ),
    re.compile(rf"(?:{SHOT}\s?[:=]?\s?{NAME}[\s/·,|]{{0,3}}){{2,6}}"),
    re.compile(r"(?:[가-힣]{2,4}기자|영상취재|영상편집|촬영|그래픽|자막뉴스|편집|구성|촬영기자)\s?[:=].{2,60}"),
    re.compile(
        rf"(?i:(?:(?:interview|words|story|report|photos?|text|written|reporting|edited|additional reporting) )?by:?) "
        rf"(?P<name>{LATIN_NAME}(?:(?:,| and| &|, and) {LATIN_NAME}){{0,3}}|{NAMES})"
        rf"(?:, [\w ,.&-]{{3,60}})?(?:\s?{MAIL_IN})?"
    ),
    re.compile(
        rf"(?i:tác giả|bài và ảnh|bài, ảnh|bài|thực hiện|theo|nhóm pv|pv)\s?:? ?"
        rf"(?P<name>{LATIN_NAME})(?: [-–] {LATIN_NAME})?"
        rf"(?:\s?[-–|/;,]{{1,2}}\s?(?i:ảnh|đồ họa|video|thiết kế)\s?:?\s?{LATIN_NAME}){{0,2}}"
    ),
    re.compile(rf"(?P<name>{LATIN_NAME}) ?\((?:TTXVN|VNA|VOV\d?|AP|AFP|Reuters|Bernama|Antara|Yonhap)\)"),
    re.compile(
        rf"(?P<name>[{LATIN_CAPITALS}][\w. ]{{1,30}}?) (?i:\(?(?:thực hiện|tổng hợp|lược dịch|ghi|dịch|biên dịch)\)?)"
    ),
]
# A name alone, in capitals or as names are written; only above the first paragraph and below the last one.
AT = rf"(?: in {LATIN_NAME}| in [{LATIN_CAPITALS}]\w{{1,20}})?"
LONE_NAMES = re.compile(
    rf"{LATIN_NAME}{AT}(?:(?:,| and|, and| &| [-–/]) {LATIN_NAME}{AT}){{0,3}}(?:, [\w ,.&-]{{3,60}})?"
)

LONGEST_SIGNATURE = 120
ALWAYS = re.compile("")
# Each behind the signs or words one of which is in whatever it matches: most lines have none.
SIGNATURES = [
    (re.compile(r"@"), re.compile(rf"\s(?:[가-힣·]{{2,12}}\s?[=/]\s?)?(?:{NAMES}\s?{JOB}\s?[=·|]?\s?)?{MAIL_IN}$")),
    (re.compile(r"\)"), re.compile(r"\s?\((?:끝|계속|END|Hết)\)$")),
    (re.compile(r"END|Enditem"), re.compile(r"\s?(?:Enditem|ENDS)$")),
    (ALWAYS, re.compile(rf"(?<=[.다”])\s[/(\[]?\s?(?:[가-힣·]{{2,12}}\s?[=/]\s?)?{NAMES}\s?{JOB}[)\]]?$")),
    (
        re.compile(r"[\-–—]"),
        re.compile(r"(?<=[.!?”\"]) ?[-–—]{1,2} ?(?:[A-ZĐ]{2,8}(?:/[A-ZĐ]{2,8})?|Bernama|Reuters|Bloomberg)$"),
    ),
    (
        re.compile(r"\)"),
        re.compile(
            r"(?<=[.!?”\"]) ?\((?:TTXVN|VNA|VOV\d?|VOVWORLD|Vietnam\+|[Tt]heo [^()]{2,40}|Yonhap|Bernama|PNA|ANI|PTI"
            r"|Kyodo|Antara|AP|AFP|Reuters|Xinhua)\)$"
        ),
    ),
]


@lru_cache(maxsize=4096)  # a line and its pieces are asked for more than once
def read_byline(text):
    """Return the name in a line that says nothing but who wrote the story, "" when it names none, None for others."""
    if len(text) > LONGEST_SIGNATURE:
        return None
    bare = text.strip(" |·/-=")
    for pattern in BYLINES:
        match = pattern.fullmatch(bare)
        if match:
            return (match.groupdict().get("name") or "").strip()
    return None


def find_signature(text):
    """Return where the signature at the end of a paragraph begins: its length when it has none."""
    end = len(text)
    while True:
        first = max(0, end - LONGEST_SIGNATURE)
        tail = text[first:end]
        likely = (pattern for signs, pattern in SIGNATURES if signs.search(tail))
        found = [match.start() for pattern in likely if (match := pattern.search(tail))]
        if not found or first + min(found) == 0:
            return end
        end = first + min(found)
        while end and text[end - 1].isspace():
            end -= 1
