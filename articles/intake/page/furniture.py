"""What on a page is the website's own: lines made of labels, dates and names alone, notices, lists of other stories."""

import re

from articles.intake.page.bylines import MAIL, read_byline
from articles.intake.page.labels import CLOSING, LABELS, PARTS, RELATED, SECTIONS, key
from articles.intake.page.notices import is_notice
from articles.intake.page.stamps import without_stamps

LONGEST = 200
LONGEST_BUTTON, LONGEST_PART = 40, 9
LONGEST_BAR = 120
MENU_BREAK = re.compile(r"\s{2,}|\t|\s?[|│｜]\s?|\s/\s")
WORD_BREAK = re.compile(r"[\s·/|│｜]+")
COUNT = re.compile(r"\d\)?$")
LEAST_MENU, LONGEST_ENTRY = 3, 24
BAR = re.compile(r"\s{2,}|\t|[|│｜]")  # what stands between buttons
# Names of outlets, by their ends; only beside a date.
OUTLET = re.compile(
    r"[가-힣A-Za-z]{1,10}(?:일보|신문|뉴스|경제|타임스|투데이|데일리|저널|통신|방송|TV|미디어|매거진)"
    r"|[A-ZĐ]{2,8}(?:/[A-ZĐ]{2,8})?"
    r"|(?:The )?(?:[A-Z][a-z]{1,12} ){1,2}(?:Times|Herald|News|Post|Journal|Daily|Tribune)"
)
SEPARATOR = re.compile(r"\(으\)로|[|│｜·•‧ㆍ/,:;+()\[\]<>{}▷▶◀▼▲△↑→←➡☆★♡♥✉☎…~=👍👎😍😐]+|\s{2,}|\t|\s[-–—ㅣ]\s")
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
SIGNS = r"[^\w\s“”‘’\"'「『.,…?!%$₩€]"
OTHER_STORY = re.compile(
    rf"{SIGNS}{{0,4}}\s?(?:(?:관련\s?(?:기사|뉴스|영상|보도)|연관\s?(?:기사|뉴스)|함께\s?(?:보(?:면|기)|읽(?:으면|기))"
    rf"|바로\s?가기"
    r"|더\s?읽기|이전\s?기사|지금\s보는\s기사"
    r"|read (?:more|also|next|this next)|also read|see also|more on this"
    r"|xem thêm|đọc thêm|đọc tiếp|xem tiếp|tin liên quan|mời xem|đang xem|영상으로\s보는)\s?[\])>】]?\s?[:|▶>·-]?\s?\S"
    r"|(?:related(?: story| article| news)?|recommended|previous|next|watch|listen|must read|don't miss|also on .{2,20}"
    r"|explainer|in pics|(?:đọc|xem) (?:nhiều|ngay)|có thể bạn quan tâm|bài liên quan|tin (?:mới|khác|nóng)|>>)"
    r"\s?[:|▶>-]\s?\S)",
    re.I,
)
# The same in brackets, whatever its words: `[이 시각 많이 본 뉴스] …`; and a tagged headline behind an arrow.
TAGGED_STORY = re.compile(
    rf"{SIGNS}{{0,2}}\s?[\[<【(]\s?[^\[\]<>【】()]{{0,20}}(?:기사|뉴스|읽기|보기|보도|영상|콘텐츠|시리즈|연재|premium"
    rf"|plus)\s?[\]>】)]"
    r"\s?[:：]?\s?\S|[▶▷☞→➡⇒►☛]{1,2}\s?(?:\[[^\[\]]{2,14}\]\s?\S"
    r"|[^.]{8,60}(?:\.\.\.|…|‥)[^.]{2,40}$)|(?:>{2,3}|»{1,2}|>>>)\s?\S",
    re.I,
)
SIGN_OFF = re.compile(
    r"(?:보도에|취재에|현장에)\s[가-힣]{2,4}\s?(?:기자|특파원)입니다\.?|"
    r"(?:(?:지금까지\s)?[가-힣\s]{1,12}에서,?\s)?(?:지금까지\s)?(?:[가-힣]{0,8}[A-Z]{1,6}\d?[가-힣]{0,6}|[가-힣]{2,8})"
    r"\s?(?:(?<=[A-Z0-9])|(?<=[A-Z0-9]\s)|뉴스|방송|채널\S?|투데이|경제)(?:TV)?(?:\s?뉴스)?,?\s?[가-힣]{2,5}"
    r"(?:\s?기자)?(?:입니다|였습니다|이었습니다)\.?(?:\s?\([^()]{3,50}\))?"
)


def is_furniture(text):
    """Whether a line is the website's: a notice, an address, a path of sections, or made of labels and dates alone."""
    if len(text) > LONGEST:
        return is_notice(text[:60]) and len(text) < 3 * LONGEST
    whole = (RULE, HASHTAGS, ADDRESS, WEATHER, SIGN_OFF)
    if any(pattern.fullmatch(text) for pattern in whole) or is_notice(text) or key(text) in LABELS:
        return True
    return is_breadcrumb(text) or read_byline(text) is not None or is_made_of_labels(text)


def is_breadcrumb(text):
    """Whether a line is the path of sections to the story."""
    if len(text) > 120 or text[0] in "<[(◇◆■□▣▶" or text.endswith((".", "다", "?", "!")):
        return False
    first, *rest = PATH.split(text)
    return bool(rest and first) and (
        is_label(first.strip()) or (len(text) <= 80 and BREADCRUMB.fullmatch(text) is not None)
    )


def is_made_of_labels(text):
    """Whether nothing is left of a line without dates, addresses, names of reporters, labels and sections."""
    rest = ADDRESS.sub(" | ", text) if "@" in text or "www" in text or "http" in text else text
    bare = without_stamps(rest)
    pieces = [piece.strip() for piece in SEPARATOR.split(bare) if piece and key(piece)]
    if all(is_label(piece) or (bare != rest and OUTLET.fullmatch(piece)) for piece in pieces):
        return True
    buttons = sum(1 for piece in pieces if key(piece) in LABELS)
    return len(text) <= LONGEST_BAR and buttons >= max(2, len(pieces) / 2) and BAR.search(text) is not None


def is_label(piece):
    """Whether a piece of a line is a label, a section or a reporter, or words that are all labels."""
    folded = key(piece)
    if not folded or folded in LABELS or folded in SECTIONS or read_byline(piece) is not None:
        return True
    words = [key(word) for word in piece.split()]
    if any(len(word) < 3 for word in words) and any(word in SECTIONS - LABELS for word in words):
        return False  # `Investing in people`
    return len(words) <= 12 and all(is_button(word) for word in words)


def is_button(word):
    """Whether a folded word is a label, a section, or put together of the parts of labels."""
    if not word or word in LABELS or word in SECTIONS:
        return True
    if len(word) > LONGEST_BUTTON:
        return False
    reached = [0]  # where a part may begin; most words have none at their very beginning
    for end in range(1, len(word) + 1):
        if end - reached[-1] > LONGEST_PART:
            return False
        if any(word[at:end] in PARTS for at in reached if end - at <= LONGEST_PART):
            reached.append(end)
    return reached[-1] == len(word)


def is_sections(text):
    """Whether a line is a row of sections, maybe behind the name of the outlet."""
    words = [key(word) for word in WORD_BREAK.split(text) if key(word)]
    known = sum(1 for word in words if word in SECTIONS)
    return (
        2 <= len(words) <= 6
        and known >= len(words) - 1
        and (known > 1 or OUTLET.fullmatch(text.split()[0]) is not None)
    )


def is_menu(text):
    """Whether a line above the body is the menu of the website: a row of short words."""
    if len(text) > LONGEST_BAR or text.endswith((".", "다", "?", "!")):
        return False
    pieces = [piece.strip() for piece in MENU_BREAK.split(text) if piece.strip()]
    return len(pieces) >= LEAST_MENU and all(len(piece) <= LONGEST_ENTRY for piece in pieces)


def is_section(text):
    """Whether a line is the name of a section."""
    return len(text) <= 30 and COUNT.search(text) is None and key(text) in SECTIONS


# How a heading of other stories is made, whatever its words: `[많이 본 칼럼]`, `이 시각 인기 뉴스`.
HEADS_RELATED = re.compile(
    r"[\[<【▶■◆◇●\s]{0,3}(?:[가-힣A-Za-z]{2,10}\s)?(?:가장\s?)?(?:많이|함께|실시간|추천|관련|연관|이\s?시각|이\s?시간"
    r"|지금|인기|주요|핫"
    r"|오늘의|놓치면|화제의)\s?[가-힣\s]{0,12}"
    r"(?:기사|뉴스|칼럼|글|콘텐츠|영상|소식|랭킹|연재|시리즈|포토|리포트)[\]>】\s]{0,2}(?:더보기|[+>])?"
    r"|[\[<【▶■◆◇●☞\s]{0,3}[가-힣A-Za-z\s]{0,16}(?:기사|시리즈|연재|뉴스|칼럼|소식|영상)\s?(?:더|모아|전체|다시)\s?보기"
    r"[\]>】\s+▶]{0,3}"
)


def heads_related(text):
    """Whether a line is the heading of a list of other stories."""
    if len(text) > 40:
        return False
    return HEADS_RELATED.fullmatch(text) is not None or (
        key(text) in RELATED or key(text.removesuffix(":")) in RELATED or text.endswith("다른 보도자료")
    )


# What advertisements promise below their label.
OFFER = re.compile(
    r"\d원?부터|최저가|특가|할인|무료|분양|예약|상담|사은품|캐시백|혜택|신청|모집|창업|대출|보험"
    r"|\d% ?off|\bfrom [$€£]|\bfree\b|\boffers?\b|\bsave\b|\bdeals?\b|chỉ từ|giá từ|ưu đãi|miễn phí|khuyến mãi|mở bán",
    re.I,
)
AD_LABELS = frozenset(map(key, ("AD", "ADS", "광고", "advertisement", "sponsored", "quảng cáo", "tài trợ", "배너")))
LONGEST_OFFER = 60


def is_offer(above, text):
    """Whether a line below the label of an advertisement is what it offers."""
    is_short = len(text) <= LONGEST_OFFER and not text.endswith((".", "다"))
    return is_short and key(above) in AD_LABELS and OFFER.search(text) is not None


def heads_closing(text):
    """Whether a line is the heading of what stands below a story to the end of the page."""
    return len(text) <= 40 and key(text) in CLOSING
