"""Captions: by their marker, by the credit at their end, by a credit line beside them, by the words of captions."""

import re
from dataclasses import dataclass

from articles.intake.page.credits import LEADING, split_credit
from articles.intake.page.prose import is_korean

LONGEST_CAPTION = 300
LONGEST_VIEWED = 220
LONG_CAPTION = {True: 4, False: 6}  # words that are no name
# The website prints the headline again before each caption, in Vietnamese whatever the language of the story.
PLACEHOLDER = re.compile(r"(?P<title>\S.{3,200}?) - [ảẢ]nh \d{1,2}\.?\s?", re.I)
MARK = re.compile(r"[▲▶△▼◀►▷][ \t\u00a0]?")
LABEL = re.compile(
    r"\[\d{1,2}/\d{1,2}\]\s?|(?:file photo|image caption|file)(?:: |, | [-–—] )"
    r"|[(\[<【]\s?(?:사진\s?설명|사진|그림|그래픽|도표|표|자료사진|자료|이미지|포토|figure|photo|image|hình"
    r"|ảnh)\s?\d{0,2}\s?[)\]>】]\s?"
    r"|(?:사진|그림|그래픽|figure|fig\.|photo|hình|ảnh)\s?\d{1,2}\s?[.:)]\s?"
    r"|(?:사진\s?설명|photo caption|caption|chú thích(?: ảnh)?)\s?[:.=]\s?|사진\s?설명\s",
    re.I,
)
OF_PICTURE = re.compile(r"(?:ảnh|hình|photo|image|picture|사진|그림)\b", re.I)
# `Photo: Executives at the ceremony. (Photo: Garam)`
NAMES_PICTURE = re.compile(r"(?:ảnh|hình|photo|image|picture|사진)\s?[:=]\s?", re.I)
NUMBER = re.compile(r"(?:사진|그림|그래픽|figure|photo|hình|ảnh)\s?\d{1,2}\s?[.:)]?\s?", re.I)
SPEECH = re.compile(
    r"[“\"].{2,200}[”\"]\s?(?:이?라고|이?라며|고|며|면서|라는)\s.{0,60}"
    r"(?:말|밝|전|강조|설명|덧붙|지적|주장|당부|약속|토로|귀띔|평가|기대|호소|답|반문|분석|전망|단언"
    r"|회고)[가-힣]{0,3}다\."
)
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
    r"|^(?:biểu đồ|biến động giá|diễn biến giá|sơ đồ|bản đồ)\b[^.]{6,100}$"
    r"|^(?:bà|ông|anh|chị) (?:[A-ZĐÀ-Ỹ][\w-]{0,12} ){2,5}(?:\([^()]{2,20}\) )?(?:bên|cùng|tại|trong|trước|và|giới thiệu"
    r"|kiểm tra|phát biểu)\b[^.]{6,120}$"
    r"|^(?:(?:các|đông đảo|những|nhiều) )?(?:đại biểu|lãnh đạo|đại diện|công nhân|kỹ sư|người lao động|người dân"
    r"|nông dân|khách hàng|du khách|nhân viên|hai bên)\b[^.“”\"?]{0,90}\b(?:thực hiện nghi (?:thức|lễ)|(?:nhấn|bấm) nút"
    r"|cắt băng|chụp ảnh|tham quan|thao tác|vận hành máy|kiểm tra (?:máy|sản phẩm|dây chuyền|chất lượng)|bắt tay)\b"
    r"[^.“”\"?]{0,90}\.?$"
    r"|^(?:phối cảnh|toàn cảnh|một góc|quang cảnh|bên trong)\b|\b(?:từ trái|bìa (?:trái|phải)|thứ (?:hai|ba) từ)\b",
    re.I,
)
# Nouns in which sub-headings end as well; before them captions string names together, without a particle.
THINGS = re.compile(
    r"(?:[^\s.,…?!“”‘’\"':]{1,20}(?<![의는은을를에로와과던된한할])\s){2,8}[^\s.,…?!“”‘’\"':]{0,12}"
    r"(?:현장|라인|공정|내부|외관|이미지|그래프|추이|현황|점유율|단지|부지|제품|화면|공장|센터|본사|연구소|설비)(?<!온라인)(?<!드라인)\.?"
)
# What somebody is seen doing, in one sentence: `직원이 부품을 옮기고 있다.`
SEEN = re.compile(
    r"(?:직원|근로자|작업자|노동자|인부|참석자|내빈|연구원|엔지니어|기술자|관계자|대표|회장|사장|시장|지사|장관"
    r"|총리|이사"
    r"|본부장|법인장|시민|주민|어민|농민|관람객|방문객|고객|학생|모델)(?:\([^()]{1,30}\))?(?:들)?(?:이"
    r"|가)\s[^.?!]{2,90}고\s있다\.?$"
)
ABSTRACT = re.compile(
    r"(?:검토|추진|준비|기대|주시|고민|협의|논의|계획|모색|진행|확대|강조|주장|지적|요구|우려|촉구|강화|개발"
    r"|호소|모으|늘리|키우)\S{0,2}고\s있다"
)
# In English what is seen is told in the present, and news in the past: of people and things that are shown,
VIEWED = re.compile(
    r"^(?:(?:an?|the|two|three|some|many|[a-z]{4,12}) ){0,3}(?:workers?|employees?|technicians?|engineers?|farmers?"
    r"|man|men|wom[ae]n|visitors?|customers?|shoppers?|commuters?|pedestrians?|motorists?|people|officials?|delegates?"
    r"|guests?"
    r"|participants?|students?|residents?|labou?rers?|traders?|soldiers?|tourists?|ships?|vessels?|trucks?|cranes?"
    r"|containers?|cars?|vehicles?|robots?|logos?|signs?|flags?|screens?)\b[^“”\"$%?!]{0,60}\b(?:inspects?|checks?"
    r"|works?"
    r"|stands?|sits?|looks?|holds?|walks?|assembles?|pass|passes|rides?|drives?|operates?|loads?|unloads?|welds?|pick"
    r"|harvests?|carry|carries|gathers?|queue|browses?|shops?|waits?|attends?|takes?|signs?|cuts?|pushes|moves?|dries"
    r"|prepares?|is|are) [^“”\"$%?!]{4,140}$",
    re.I,
)
# and of people who do what is done for pictures.
POSED = re.compile(
    r"^[A-Z][^“”\"$%?!]{5,140}\b(?:speaks|speak|poses?|points? (?:to|at)|smiles?|greets|applauds?"
    r"|shakes? hands|waves?|gestures?|delivers (?:an?|his|her|the)"
    r"|cuts? (?:a|the) ribbon|(?:is|are) (?:seen|pictured|displayed|parked|docked|loaded|on display)|breaks? ground"
    r"|exchanges?|witness|witnesses)\b[^“”\"$%?!]{0,120}\b(?:at|in|during|on|near|outside|with|after|before)\b"
    r"[^“”\"$%?!]{2,100}$"
)
REPORTS = re.compile(r"\b(?:said|says|told|will|would|according)\b|cho biết|cho rằng|\b(?:sẽ|theo)\b", re.I)
ABBREVIATED = re.compile(r"\b(?:[A-Z]|[A-Z][a-z]{1,3})\.")
BEHIND = re.compile(
    r"\.\s?\((?P<bracketed>(?!Reporting|Editing|Additional|With|Writing)[A-Z가-힣][^()\d]{1,40})\)$"
    r"|\.\s(?P<bare>[가-힣A-Za-z·]{2,12})$"
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
    end, credit = split_credit(text, label.end() if label else start)
    leading = LEADING.match(text, mark.end() if mark else start)
    if leading and leading.end() < end and not SPEECH.search(text):
        return Caption(leading.end(), end, leading["credit"].strip(), marked=True)
    if credit and not placeholder and SPEECH.search(text):
        return None
    if credit is None and not placeholder:
        end, credit = split_named(text, end)
    if (
        end == start and credit and not placeholder and OF_PICTURE.match(text) and is_sentence(credit)
    ):  # `Ảnh: Công nhân kiểm tra …`
        at = text.index(credit)
        return Caption(at, len(text), None, marked=True)
    if not placeholder and credit is None and label is None:
        return None
    start = label.end() if label else mark.end() if mark else start
    named = NAMES_PICTURE.match(text, start) if credit and not label else None
    start = named.end() if named and named.end() < end else start
    start += credit is not None and text[start : start + 1] in ("<", "【") and text[-1] in ">】"
    number = NUMBER.match(text, start) if mark and not label else None
    start = number.end() if number else start
    return Caption(min(start, end), end, credit, bool(placeholder), bool(mark or label))


def split_named(text, end):
    """Return (where the caption ends, credit) of one sentence of a picture and a name behind it; (end, None) without.

    Whose picture it is stands behind the sentence, in brackets or bare, with no word that says so.
    """
    if "@" in text[end:] and text[:end].rstrip(".").endswith("있다"):
        return end, text[end:].strip(" .")
    match = BEHIND.search(text, max(0, end - 60), end)
    if match is None or any(mark in text for mark in '“”"'):
        return end, None
    sentence = text[: match.start() + 1]
    is_one = is_seen(sentence) or (match["bracketed"] and is_sole(sentence))
    return (len(sentence), match["bracketed"] or match["bare"]) if is_one else (end, None)


def is_sole(text):
    """Whether a line of English or Vietnamese is one sentence that neither quotes nor reports."""
    if is_korean(text) or len(text) > LONGEST_VIEWED or REPORTS.search(text) or any(mark in text for mark in '“”"'):
        return False
    return ". " not in ABBREVIATED.sub("", text.rstrip("."))


def is_viewed(text):
    """Whether an English line is the one sentence of a picture."""
    return is_sole(text) and (VIEWED.search(text) is not None or POSED.search(text) is not None)


def is_sentence(words):
    """Whether what a label is followed by is the caption itself, not who took the picture."""
    parts = words.split()
    capitals = sum(1 for part in parts if part[:1].isupper())
    is_long = len(parts) >= LONG_CAPTION[is_korean(words)]
    return (
        is_long
        and capitals * 2 <= len(parts)
        and (not is_korean(words) or words.endswith(("다", "다.", "모습", "전경")))
    )


def is_shown(text):
    """Whether the words of a line are those of a caption."""
    if not 8 <= len(text) <= LONGEST_CAPTION:
        return False
    return SHOWN.search(text) is not None or is_seen(text) or (not is_korean(text) and is_viewed(text))


def is_seen(text):
    """Whether a line is the one sentence of a picture with people at work."""
    return len(text) <= 120 and SEEN.search(text) is not None and not (ABSTRACT.search(text) or TOPIC.search(text))


def read_named(text):
    """Return the Caption of a line with a name in brackets at its end, as some print who gave the picture; or None."""
    match = NAMED.fullmatch(text)
    if match is None or EDITIONS.search(match["credit"]):
        return None
    return Caption(0, match.end("caption"), match["credit"].strip())
