"""Captions: by their marker, by the credit at their end, by a credit line beside them, by the words of captions."""

import re
from dataclasses import dataclass

from articles.intake.page.bylines import MAIL

LONGEST_CAPTION = 300
LONGEST_END = 120  # characters of a line in which its credit stands
# The website prints the headline again before each caption, in Vietnamese whatever the language of the story.
PLACEHOLDER = re.compile(r"(?P<title>\S.{3,200}?) - [ảẢ]nh \d{1,2}\.?\s?", re.I)
MARK = re.compile(r"[▲▶△▼◀►▷][ \t\u00a0]?")
LABEL = re.compile(
    r"[(\[<【]\s?(?:사진|그림|그래픽|도표|표|자료사진|자료|이미지|포토|figure|photo|image|hình"
    r"|ảnh)\s?\d{0,2}\s?[)\]>】]\s?"
    r"|(?:사진|그림|그래픽|figure|fig\.|photo|hình|ảnh)\s?\d{1,2}\s?[.:)]\s?"
    r"|(?:사진\s?설명|photo caption|caption|chú thích(?: ảnh)?)\s?[:.=]\s?|사진\s?설명\s",
    re.I,
)
NUMBER = re.compile(r"(?:사진|그림|그래픽|figure|photo|hình|ảnh)\s?\d{1,2}\s?[.:)]?\s?", re.I)
KEY = (
    r"(?:사진\s?제공|자료\s?제공|이미지\s?제공|제공|그림|도표|사진|자료\s?사진|자료|그래픽|이미지|출처|영상|캡처"
    r"|photos? by|photos? courtesy of|(?:photo|image) credits?|photo|photograph|image source"
    r"|image|picture|illustration|graphic|chart|source|courtesy of|courtesy|credit|getty images"
    r"|ảnh minh họa|ảnh minh hoạ"
    r"|ảnh chụp màn hình|ảnh|nguồn ảnh|nguồn|đồ họa|hình ảnh|hình)"
)
AGENCIES = (
    r"(?:로이터|연합뉴스|연합|뉴시스|뉴스1|뉴스핌|AP|AFP|EPA|UPI|게티이미지(?:뱅크|코리아)?|셔터스톡|아이클릭아트"
    r"|픽사베이|언스플래시|블룸버그|신화|Reuters|REUTERS|Yonhap|YONHAP|Getty(?: Images)?|gettyimagesbank"
    r"|iStock|Bloomberg|Shutterstock|Unsplash|Pixabay|Kyodo|Antara|Bernama|PTI|ANI|TTXVN|VNA|VNS|VGP|VOV\d?|Xinhua)"
)
# What may stand behind a credit: the day, an address, and the notice that the picture is not to be used again.
NOTICE_SIGN = re.compile(r"@|\d{4}[.\-/]|금지|Rights|tab")
NOTICE = re.compile(
    rf"(?:[\s./|]{{0,3}}(?:\d{{4}}[.\-/]\s?\d{{1,2}}[.\-/]\s?\d{{1,2}}\.?|{MAIL}|\*?\s?재판매\s?및\s?DB\s?금지"
    rf"|\*?\s?재배포\s?금지|무단\s?전재.{{0,20}}금지|Purchase Licensing Rights|, opens new tab))"
    r"{1,4}[\s.)\]]{0,3}$"
)
SPEECH = re.compile(
    r"[“\"].{2,200}[”\"]\s?(?:이?라고|이?라며|고|며|면서|라는)\s.{0,60}"
    r"(?:말|밝|전|강조|설명|덧붙|지적|주장|당부|약속|토로|귀띔|평가|기대|호소|답|반문|분석|전망|단언"
    r"|회고)[가-힣]{0,3}다\."
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
            rf"\s?[(\[（<【]\s?(?P<credit>{INNER}?\s?(?:제공|캡처|촬영|cung cấp))[\s.]{{0,2}}[)\]）>】]?\.?$", re.I
        ),
    ),
    (OPENED, re.compile(rf"\s?[(\[（<【]\s?(?P<credit>{KEY}\s(?:by|of|from)?\s?{INNER})[)\]）>】]?\.?$", re.I)),
    (OPENED, re.compile(rf"\s?[(\[（<【]\s?(?P<credit>{AGENCIES}(?:[/=,·\s]{{1,3}}{INNER})?)[)\]）>】]?\.?$", re.I)),
    (re.compile(r"촬영"), re.compile(rf"\s?[(\[<]\s?촬영\s?[=:]?\s?(?P<credit>{INNER})[)\]>]$")),
    (re.compile(r"\["), re.compile(r"\s?\[(?P<credit>[A-Z][A-Z0-9 .,&/'-]{2,60})\]$")),
    (
        re.compile(r"[\[【<〈]"),
        re.compile(
            r"(?:(?<=\.)|(?<=있다))\s?[\[【<〈](?!(?:끝|계속|종합|상보|속보|영상)[\]】>〉])"
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
    (re.compile(r"/"), re.compile(rf"(?:^|(?<=\s))(?P<credit>{AGENCIES}/[^()\[\]\n.]{{2,60}})\.?$")),
    (
        re.compile(r"사진|자료|그래픽|ảnh|photo"),
        re.compile(rf"{CLOSED}\s(?:사진|자료|그래픽|Ảnh|Photo|PHOTO)\s?[/|ㅣ│]?\s?(?P<credit>[^\s=:.][^=:.]{{1,30}})$"),
    ),
    (re.compile(r"cung cấp"), re.compile(rf"{CLOSED}\s?(?P<credit>Ảnh (?:do )?[^.:]{{2,40}} cung cấp)\.?$", re.I)),
    (re.compile(r"photo|pic"), re.compile(r"\s?[—–-]{1,2}\s?(?P<credit>[^—–.]{2,40}\s(?:[Pp]hotos?|PHOTO|pic))\.?$")),
    (
        re.compile(r"photo|file"),
        re.compile(rf"{CLOSED}\s(?P<credit>[A-Z][\w ]{{2,24}} (?:photo|file)(?: by [^.]{{2,40}})?)\.?$"),
    ),
    (ALWAYS, re.compile(rf"^(?P<credit>{AGENCIES}(?:[/=·,\s]{{0,3}}{AGENCIES})?|[^\s.,=:?/|()]{{2,16}}\s제공)$")),
    (re.compile(r"[/|]"), re.compile(rf"\s?[/|]\s?{KEY}\s?[=:：]\s?(?P<credit>[^/|=:]{{1,60}})$", re.I)),
    (re.compile(r"[/|]"), re.compile(r"\s?[/|]\s?(?P<credit>[^/|\s][^/|]{0,40}(?:제공|캡처|기자|특파원))$")),
    (
        re.compile(r"[=:：]"),
        re.compile(rf"(?:^|(?<=[\s.”\"’)]))[-–—]?\s?{KEY}\s?[=:：]\s?(?P<credit>[^\]\[=]{{1,80}})$", re.I),
    ),
    (re.compile(r"[|ㅣ│｜]"), re.compile(rf"(?:^|{CLOSED})\s?{KEY}\s?[|ㅣ│｜]\s?(?P<credit>[^\]\[=]{{1,40}})$", re.I)),
    (
        re.compile(r"photo|image|picture|illustration|courtesy"),
        re.compile(
            r"(?:^|(?<=[\s.”\"’)]))(?P<credit>(?:Photos?|Photograph|Image|Picture|Illustration"
            r"|Courtesy)(?: courtesy)? (?:by|of|from) [^.\n]{2,80})\.?$"
        ),
    ),
    (re.compile(r"/"), re.compile(r"(?<=[.다”])\s?/\s?(?P<credit>[가-힣A-Za-z0-9 ·=]{2,24})$")),
    (re.compile(r"[ⓒ©]"), re.compile(r"\s?[ⓒ©]\s?(?P<credit>[^ⓒ©]{1,60})$")),
    (
        re.compile(r"제공|db"),
        re.compile(
            r"(?<=[.다”])\s(?P<credit>(?:[^.]{1,30}\s?제공|[^.]{1,20}\sDB|(?:사진|자료)\s?제공\s[^.]{1,30}))\.?$"
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
# Nouns in which captions without a verb end, and words that only captions use.
SHOWN = re.compile(
    r"(?:전경|조감도|모습|사옥|예상도|투시도|항공\s?사진|로고|장면|기념\s?촬영|기념사진|포스터|자료\s?사진)"
    r"(?:\s?\([^()]{1,40}\))?\.?$"
    r"|\((?:왼쪽|오른쪽|가운데|앞줄|뒷줄|사진|왼쪽에서|오른쪽에서)[^()]{0,20}\)|(?:왼쪽|오른쪽)부터|(?:왼쪽"
    r"|오른쪽)에서\s\S{1,3}\s?번째"
    r"|^[^.?!]{6,60}(?:전경|조감도|모습|현장|화면|내부|외관|사옥)\.\s|기념\s?(?:촬영|사진)[을를]?\s(?:하고|찍고"
    r"|한)|포즈를\s취하고|(?:살펴보|들어\s보이|가리키|둘러보|바라보|시연하|점검하|조작하|손보|발언하"
    r"|인사말을\s하|서명하|설치하|조립하|악수하|작업하|설명하)고\s있다\.?$"
    r"|\b(?:pictured|file photo|from left|from right|third from|second from|poses? (?:for|with)|is seen"
    r"|are seen|an artist's (?:impression|rendering)|rendering of|aerial view|seen (?:here|in|on|from))\b"
    r"|^(?:phối cảnh|toàn cảnh|một góc|quang cảnh|bên trong)\b|\b(?:từ trái|bìa (?:trái|phải)|thứ (?:hai|ba) từ)\b",
    re.I,
)
# Nouns in which sub-headings end as well; before them captions string names together, without a particle.
THINGS = re.compile(
    r"(?:[^\s.,…?!“”‘’\"':]{1,20}(?<![의는은을를에로와과던된한할])\s){2,8}[^\s.,…?!“”‘’\"':]{0,12}"
    r"(?:현장|라인|공정|내부|외관|이미지|그래프|추이|현황|점유율|단지|부지|제품|화면|공장|센터|본사|연구소|설비)\.?"
)
# What somebody is seen doing, in one sentence: `직원이 부품을 옮기고 있다.`
SEEN = re.compile(
    r"(?:직원|근로자|작업자|노동자|인부|참석자|내빈|연구원|엔지니어|기술자|관계자|대표|회장|사장|시장|지사|장관"
    r"|총리|이사"
    r"|본부장|법인장|시민|주민|어민|농민|관람객|방문객|고객|학생|모델)(?:\([^()]{1,30}\))?(?:들)?(?:이"
    r"|가)\s[^.?!]{4,90}고\s있다\.?$"
)
ABSTRACT = re.compile(
    r"(?:검토|추진|준비|기대|주시|고민|협의|논의|계획|모색|진행|확대|강조|주장|지적|요구|우려|촉구|강화|개발"
    r"|호소|모으|늘리|키우)\S{0,2}고\s있다"
)
TOPIC = re.compile(r"[가-힣](?:은|는)\s")
# How captions with a verb end; so do sentences, so that a mark has to stand before these.
AT_WORK = re.compile(r"(?:고|어|아)\s?있다\.?$|(?:했|됐|렸|섰|였)다\.?$|[가-힣]다\.?$")
# A name in brackets at the end of a line that is no sentence.
NAMED = re.compile(r"(?P<caption>\S[^()]{4,150}[^\s().])\s?\((?P<credit>[^()\d]{2,30})\)\.?")
EDITIONS = re.compile(r"종합|상보|\d보|속보|영상|전문|단독|가칭|사진|왼쪽|오른쪽|가운데|앞줄|뒷줄")


@dataclass(frozen=True)
class Caption:
    """A caption at [start, end) of a line, and its credit; what stands around it is furniture."""

    start: int
    end: int
    credit: str | None = None
    placeholder: bool = False
    marked: bool = False


def read_placeholder(text):
    """Return the match of the placeholder of a picture that a line begins with, or None."""
    return PLACEHOLDER.match(text) if " - " in text else None


def read_caption(text):
    """Return the Caption of a line by its own marks, or None when it bears none of them."""
    placeholder = read_placeholder(text)
    start = placeholder.end() if placeholder else 0
    if len(text) - start > LONGEST_CAPTION:
        return None
    mark = MARK.match(text, start)
    label = LABEL.match(text, mark.end() if mark else start)
    end, credit = split_credit(text, start)
    if credit and not placeholder and SPEECH.search(text):
        return None
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
    final = max(start, end - LONGEST_END)
    notice = NOTICE.search(text, final) if NOTICE_SIGN.search(text, final) else None
    noticed = notice.start() if notice else end
    final = max(start, noticed - LONGEST_END)
    tail = text[final:noticed]
    small = tail.lower()
    for signs, pattern in CREDITS:
        match = pattern.search(tail) if signs.search(small) else None
        if match:
            at = final + match.start()
            while at > start and text[at - 1] in " \t\u00a0/|":
                at -= 1
            return at, match["credit"].strip(" .") or None
    return noticed, None


def is_shown(text):
    """Whether the words of a line are those of a caption."""
    return 8 <= len(text) <= LONGEST_CAPTION and (SHOWN.search(text) is not None or is_seen(text))


def is_seen(text):
    """Whether a line is the one sentence of a picture with people at work."""
    return len(text) <= 120 and SEEN.search(text) is not None and not (ABSTRACT.search(text) or TOPIC.search(text))


def read_named(text):
    """Return the Caption of a line with a name in brackets at its end, as some print who gave the picture; or None."""
    match = NAMED.fullmatch(text)
    if match is None or EDITIONS.search(match["credit"]):
        return None
    return Caption(0, match.end("caption"), match["credit"].strip())
