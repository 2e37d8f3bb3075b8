"""Credits of pictures: what at the end of a caption, or alone on a line, says who took or gave them."""

import re

from articles.intake.page.bylines import MAIL
from articles.text import LATIN_CAPITALS

LONGEST_END = 120  # characters of a line in which its credit stands
KEY = (
    r"(?:(?:사진|자료|이미지|화면|영상)\s?(?:제공|출처|캡처)|제공|그림|도표|사진|자료\s?사진|자료|그래픽|이미지|출처"
    r"|영상|캡처"
    r"|photos? by|photos? courtesy of|(?:photo|image) credits?|photograph(?:er|y)?"
    r"|image source|(?:[a-z]{2,4} )?(?:file )?photos?"
    r"|image|picture|illustration|graphic|chart|source|courtesy of|courtesy|credit|getty images"
    r"|ảnh minh họa|ảnh minh hoạ"
    r"|ảnh chụp màn hình|ảnh|nguồn ảnh|nguồn|đồ họa|hình ảnh|hình)"
)
AGENCIES = (
    r"(?:로이터|연합뉴스|연합|뉴시스|뉴스1|뉴스핌|NEWSIS|Newsis|NEWS1|News1|AP|AFP|EPA|UPI|게티이미지(?:뱅크|코리아)?"
    r"|셔터스톡|아이클릭아트"
    r"|픽사베이|언스플래시|블룸버그|신화|Reuters|REUTERS|Yonhap|YONHAP|Getty(?: Images)?|gettyimagesbank"
    r"|iStock|Bloomberg|Shutterstock|Unsplash|Pixabay|Kyodo|Antara|Bernama|PTI|ANI|TTXVN|VNA|VNS|VGP|VOV\d?|Xinhua)"
)
# What may stand behind a credit: the day, an address, and the notice that the picture is not to be used again.
NOTICE_SIGN = re.compile(r"@|\d{4}[.\-/]|금지|Rights|tab")
NOTICE = re.compile(
    rf"(?:[\s./|*=]{{0,3}}(?:\d{{4}}[.\-/]\s?\d{{1,2}}[.\-/]\s?\d{{1,2}}\.?|{MAIL}|\*?\s?재판매\s?및\s?DB\s?금지"
    rf"|\*?\s?재배포\s?금지|무단\s?전재.{{0,20}}금지|Purchase Licensing Rights|, opens new tab))"
    r"{1,4}[\s.)\]]{0,3}$"
)
INNER = r"[^\[\]()（）<>【】\n]{1,80}"
SIGN = r"[=:：·/|ㅣ│｜]"
CLOSED = r"(?<=[.다”\"’)])"
OPENED, ALWAYS = re.compile(r"[(\[（<【]"), re.compile("")
# Each behind the signs or words, in small letters, one of which is in whatever it matches: most lines have none.
CREDITS = [
    (
        re.compile(r"\)"),
        re.compile(rf"(?:^|(?<=\s)){KEY}\s?[=:：]\s?(?P<credit>[^\]\[=.()]{{1,40}}\([^()]{{1,20}}\))$", re.I),
    ),
    (OPENED, re.compile(rf"\s?[(\[（<【]\s?{KEY}\s?{SIGN}\s?(?P<credit>{INNER})[)\]）>】]{{0,2}}\.?$", re.I)),
    (
        OPENED,
        re.compile(
            rf"\s?[(\[（<【]\s?(?P<credit>{INNER}?\s?(?:제공|캡처|캡쳐|갈무리|촬영|(?<=[가-힣\s])(?-i:DB)|자료\s?사진"
            rf"|cung cấp))[\s.]{{0,2}}[)\]）>】]?\.?$",
            re.I,
        ),
    ),
    (OPENED, re.compile(rf"\s?[(\[（<【]\s?(?P<credit>{KEY}\s(?:by|of|from)?\s?{INNER})[)\]）>】]?\.?$", re.I)),
    (OPENED, re.compile(rf"\s?[(\[（<【]\s?(?P<credit>{AGENCIES}(?:[/=,·\s]{{1,3}}{INNER})?)[)\]）>】]?\.?$", re.I)),
    (re.compile(r"촬영"), re.compile(rf"\s?[(\[<]\s?촬영\s?[=:]?\s?(?P<credit>{INNER})[)\]>]$")),
    (re.compile(r"\["), re.compile(r"\s?\[(?P<credit>[A-Z][A-Z0-9 .,&/'-]{2,60})\]$")),
    (
        re.compile(r"[\[【<〈]"),
        re.compile(
            r"(?:(?<=\.)|(?<=있다)|(?<=조감도)|(?<=전경)|(?<=모습)|(?<=사옥)|(?<=투시도)|(?<=내부))\s?[\[【<〈]"
            r"(?!(?:끝|계속|종합|상보|속보|영상)[\]】>〉])"
            r"(?P<credit>[^\W\d][^\[\]【】<>:=“”?]{1,20})[\]】>〉]$"
        ),
    ),
    (
        ALWAYS,
        re.compile(
            rf"{CLOSED}\s?(?P<credit>(?:[가-힣·]{{2,10}}=)?{AGENCIES}(?:[/=·,\s]{{0,3}}{AGENCIES})?(?:\s?제공"
            rf"|\s?자료사진)?)\.?$"
        ),
    ),
    (
        re.compile(r"[/=]"),
        re.compile(
            rf"{CLOSED}\s?(?P<credit>[가-힣A-Za-z·]{{2,14}}[/=]\s?(?:[가-힣]{{2,4}}\s?(?:선임|객원|인턴|사진)?기자"
            rf"|[가-힣]{{2,4}}\s?특파원"
            rf"|{AGENCIES}(?:[/=·,\s]{{1,3}}{AGENCIES})?))(?:\s{MAIL})?\.?$"
        ),
    ),
    # An outlet in capitals, and who took the picture for it.
    (re.compile(r"/"), re.compile(r"(?<=[.”\"’)])\s?(?P<credit>[A-Z]{2,12}(?: [A-Z]{2,12})?/[A-Z][\w.'’ -]{2,40})$")),
    (re.compile("[📷📸🖼]"), re.compile(r"\s?[📷📸🖼]\ufe0f?\s?(?P<credit>[^📷📸🖼]{1,60})$")),
    (re.compile(r"/"), re.compile(rf"(?:^|(?<=\s))(?P<credit>{AGENCIES}/[^()\[\]\n.]{{2,60}})\.?$")),
    (
        re.compile(r"사진|자료|그래픽|ảnh|photo"),
        re.compile(rf"{CLOSED}\s(?:사진|자료|그래픽|Ảnh|Photo|PHOTO)\s?[/|ㅣ│]?\s?(?P<credit>[^\s=:.][^=:.]{{1,30}})$"),
    ),
    (re.compile(r"cung cấp"), re.compile(rf"{CLOSED}\s?(?P<credit>Ảnh (?:do )?[^.:]{{2,40}} cung cấp)\.?$", re.I)),
    (re.compile(r"photo|pic"), re.compile(r"\s?[—–-]{1,2}\s?(?P<credit>[^—–.]{2,40}\s(?:[Pp]hotos?|PHOTO|pic))\.?$")),
    (
        re.compile(r"photo"),
        re.compile(
            rf"\s?[—–]\s?(?P<credit>[A-Z][A-Z/]{{1,12}} (?:[Ff]ile )?[Pp]hotos?(?: (?:by|of|courtesy of))?"
            rf" [{LATIN_CAPITALS}][^—–.]{{2,50}})$"
        ),
    ),
    (
        re.compile(r"photo|file"),
        re.compile(
            rf"{CLOSED}\s?(?P<credit>[A-Z][\w /]{{1,24}} (?:(?:[Ff]ile )?[Pp]hotos?|(?:FILE )?PHOTO|[Ff]ile)"
            r"(?: by [^.]{2,40})?)\.?$"
        ),
    ),
    (re.compile(r"credit"), re.compile(rf"{CLOSED}\s?Credit ?(?:\.\.\.|…) ?(?P<credit>[^.…]{{2,60}})$")),
    # Who took it, and for whom: `Linh Pham | AFP | Getty Images`.
    (
        re.compile(r"[/|]"),
        re.compile(
            rf"(?:^|{CLOSED})\s?(?P<credit>[A-Z][\w.'’-]{{1,20}}(?: [A-Z][\w.'’-]{{0,20}}){{1,3}}"
            rf"(?:\s?[/|]\s?[A-Z][\w ]{{1,20}}?)?\s?[/|]\s?{AGENCIES})\.?$"
        ),
    ),
    (ALWAYS, re.compile(rf"^(?P<credit>{AGENCIES}(?:[/=·,\s]{{0,3}}{AGENCIES})?|[^\s.,=:?/|()]{{2,16}}\s제공)$")),
    (re.compile(r"[/|]"), re.compile(rf"\s?[/|]\s?{KEY}\s?[=:：]\s?(?P<credit>[^/|=:]{{1,60}})$", re.I)),
    (
        re.compile(r"[/|]"),
        re.compile(r"\s?[/|]\s?(?P<credit>[^/|\s][^/|]{0,40}(?:제공|캡처|기자|특파원|DB|자료사진))\s?/?$"),
    ),
    (re.compile(r"/$"), re.compile(rf"{CLOSED}\s?/(?P<credit>[^/.\n]{{2,24}})/$")),
    (
        re.compile(r"[=:：]"),
        re.compile(rf"(?:^|(?<=[\s.”\"’)]))[-–—]?\s?{KEY}\s?[=:：]\s?(?P<credit>[^\]\[=]{{1,80}})$", re.I),
    ),
    (re.compile(r"[|ㅣ│｜]"), re.compile(rf"(?:^|{CLOSED})\s?{KEY}\s?[|ㅣ│｜]\s?(?P<credit>[^\]\[=]{{1,40}})$", re.I)),
    (
        re.compile(r"photo|image|picture|illustration|courtesy"),
        re.compile(
            r"(?:^|(?<=[\s.”\"’)]))(?P<credit>(?:(?:(?:Staff|File|Handout|Contributed) )?"
            r"(?:Photos?|Photograph|Image|Picture|Illustration|Courtesy)(?: courtesy)? (?:by|of|from)"
            r"|(?:(?:STAFF|FILE|HANDOUT|CONTRIBUTED) )?"
            r"(?:PHOTOS?|PHOTOGRAPH|IMAGE|ILLUSTRATION|COURTESY)(?: COURTESY)? (?:BY|OF|FROM)) [^.\n]{2,80})\.?$"
        ),
    ),
    (re.compile(r"/"), re.compile(r"(?<=[.다”])\s?/\s?(?P<credit>[가-힣A-Za-z0-9 ·=]{2,24})$")),
    (re.compile(r"[ⓒ©]"), re.compile(r"\s?[ⓒ©]\s?(?P<credit>[^ⓒ©]{1,60})$")),
    (
        re.compile(r"제공|db"),
        re.compile(
            r"(?<=[.다”])\s(?P<credit>(?:[^.]{1,30}\s?제공|[^.]{1,20}\s?DB|(?:사진|자료)\s?제공\s[^.]{1,30}))\.?$"
        ),
    ),
    (
        re.compile(r"기자|특파원"),
        re.compile(
            rf"(?<=[.다”])\s(?P<credit>(?:[가-힣·]{{2,14}}=)?[가-힣]{{2,4}}\s?(?:선임|객원|인턴)?기자"
            rf"|(?:[가-힣·]{{2,14}}=)?[가-힣]{{2,4}}\s?특파원)(?:\s{MAIL})?$"
        ),
    ),
    (
        re.compile(r"photo|/"),
        re.compile(
            r"\s?\((?P<credit>(?:[A-Z][\w.&' -]{1,30}/[A-Z][\w.' -]{1,40}|[^()]{0,40}photos? by [^()]{2,40}"
            r"|file photo))\)\.?$",
            re.I,
        ),
    ),
    (re.compile(r"[/|]"), re.compile(rf"\s?[/|]\s?(?P<credit>{AGENCIES}(?:[=\s]\S{{1,12}})?)$")),
]
# Before the caption: `[사진 = 안소연 기자] …`.
LEADING = re.compile(rf"[(\[（<【]\s?{KEY}\s?[=:：]\s?(?P<credit>{INNER})[)\]）>】]\s?(?=\S)", re.I)


def split_credit(text, start=0):
    """Return (where the caption ends, credit) of a line from start; (its length, None) when it names no credit."""
    end = len(text)
    final = max(start, end - LONGEST_END)
    notice = NOTICE.search(text, final) if NOTICE_SIGN.search(text, final) else None
    noticed = notice.start() if notice else end
    final = max(start, noticed - LONGEST_END)
    tail = text[final:noticed]
    small = tail.lower()
    found = [match for signs, pattern in CREDITS if signs.search(small) and (match := pattern.search(tail))]
    if found:
        # The one that begins first has the others in it.
        match = min(found, key=lambda match: match.start())
        at = final + match.start()
        while at > start and text[at - 1] in " \t\u00a0/|":
            at -= 1
        dated = NOTICE.search(text, max(start, at - LONGEST_END), at)
        return dated.start() if dated else at, match["credit"].strip(" .") or None
    return noticed, None
