"""What on a page is the website's own: lines made of labels, dates and names alone, notices, lists of other stories."""

import re

from articles.intake.page.bylines import MAIL, read_byline
from articles.intake.page.labels import CLOSING, LABELS, RELATED, SECTIONS, key
from articles.intake.page.stamps import without_stamps

LONGEST = 200
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
WEATHER = re.compile(r"(?:\S{1,20}[ :,.]{1,3}){0,6}-?\d{1,2}(?:\.\d)?\s?(?:°\s?C?|℃|도씨)(?:[ ,-]{1,3}\S{1,20}){0,4}$")
RULE = re.compile(r"[\W_]{1,80}$")
# What makes a line a notice wherever it stands: nobody writes a paragraph of news with these words.
NOTICE = re.compile(
    r"무단\s?전재|무단\s?복제|재배포\s?금지|재배포를\s금|저작권자|저작권법|전재\s?및\s?재배포|db\s?금지"
    r"|ai\s?학습|copyright|all rights reserved|^[<(\[]?\s?(?:저작권자\s?)?[ⓒ©]|\(c\)\s?\S"
    r"|bản quyền|cấm sao chép|ghi rõ nguồn|® |giấy phép (?:số|hoạt động|xuất bản)|공공누리"
    r"|구독(?:과|하고|하시|해\s?주|하면|신청|자\s?한정)|채널\s?추가|제보는|제보를\s기다|기사\s?제보"
    r"|뉴스레터를?\s|이\s?기사(?:는|를)\s(?:공유|추천)|본\s기사는|본\s콘텐츠|이\s뉴스는\s기업|단말기에"
    r"|먼저\s출고"
    r"|읽어\s?드립|사용하실\s수\s있습니다|복구할\s수\s없|로그인\s?(?:후|이\s필요)|유료\s?(?:회원|구독|기사)"
    r"|회원\s?가입|수신\s?거부|윤리강령을\s준수|편집\s?방향과\s다를|외부\s필자|투자\s?(?:참고용|판단의\s책임"
    r"|결과에\s대한)|일본어\s원문|번역\s:|누리집"
    r"|앱에서\s(?:보기|더)|앱\s?(?:다운로드|설치)|카카오톡\s?(?::|에서|채널)|네이버에서\s구독|언론사홈"
    r"|기자의\s다른|다른\s?기사\s?보기|자세히\s?보기|더\s?보기\s?>"
    r"|follow us|follow @|sign up (?:for|here|to)|subscribe (?:to|now|here|for)|newsletter sign|our newsletter"
    r"|unsubscribe|view (?:this email|in browser)|forwarded this email|you are receiving this"
    r"|click here|read the (?:full|vietnamese|english|korean) (?:story|version|article)|terms of (?:use"
    r"|service)|privacy policy|trust principles|licensing rights|advertising policy|support (?:our"
    r"|independent) (?:journalism|writing)"
    r"|edited and condensed|log ?in to|sponsored (?:by|content)|forward-looking statements"
    r"|additional reporting by|reporting by [A-ZĐ]|editing by [A-ZĐ]|compiled by [A-ZĐ]"
    r"|\(with (?:agency )?inputs|originally (?:published|appeared) (?:in|on|at)|discover the (?:all )?new"
    r"|theo dõi .{1,30} trên|đăng ký (?:nhận|theo dõi|kênh)|mời (?:quý )?(?:bạn đọc|độc giả)|bạn đang đọc bài"
    r"|ý kiến đóng góp|vui lòng (?:gõ|đăng nhập|để lại)|tải (?:ứng dụng|app)|hãy là người đầu tiên"
    r"|xem theo ngày|nguồn: ?bctc|cơ quan của đảng bộ|cơ quan chủ quản|tổng biên tập"
    r"|\[광고\]|^\[(?:AD|PR|협찬|제휴)\]|^AD\s{1,3}\S|후원(?:으로\s만들|하기|해\s주)|your browser does not"
    r"|^광고\s?[·:|]|^advertisement\b|^quảng cáo\b|a message from our sponsor|paid (?:post|partner)"
    r"|^source:? .{0,60}\beditor:|^매수\s?:|^담당\s?:|^문의\s?:|^배포일시|^\(?\$1 = |^\[?자료제공\s?:|^\[별첨\]"
    r"|^※|^☞|^☎|^◎공감"
    r"|^(?:photo|logo|video|cision|source) - https?:|^source [A-Z]|^share this|^tags?:|^topics?:|^keywords?:"
    r"|^chủ đề:|^từ khóa:|^từ khoá:|^관련\s?키워드|^태그|^chia sẻ:|^share:|^이전\s?글|^다음\s?글|^previous:"
    r"|^next:|^웹사이트|^website:|^홈페이지\s?:|^연락처|^번역\s?:|^뉴스\s?제공|^news provided|^제보\s"
    r"|^기사에 대한|^issue #|^vol\. ?\d",
    re.I,
)
# A line that names one other story behind its label.
OTHER_STORY = re.compile(
    r"[▶▷☞→>»•·\-*\[(<◆■【]{0,3}\s?(?:관련\s?(?:기사|뉴스|영상)|연관\s?기사|함께\s?보(?:면|기)|바로\s?가기"
    r"|더\s?읽기|이전\s?기사|read (?:more|also|next|this next)|also read|see also|related(?: story| article)?"
    r"|more on this|recommended"
    r"|previous|next|xem thêm|đọc thêm|đọc tiếp|tin liên quan|mời xem|đang xem|영상으로\s보는)\s?[\])>】]?\s?[:"
    r"|▶>·-]?\s?\S",
    re.I,
)
SIGN_OFF = re.compile(
    r"(?:[가-힣\s]{1,12}(?:에서|였습니다\.?)\s)?\S{2,12}(?:\s?뉴스|TV)?,?\s[가-힣]{2,5}(?:\s?기자)?(?:입니다"
    r"|였습니다)\.|(?:[A-Z]{2,6}|\S{2,8}\s뉴스)\s[가-힣]{2,4}입니다\.?"
)


def is_furniture(text):
    """Whether a line is the website's: a notice, an address, a path of sections, or made of labels and dates alone."""
    if len(text) > LONGEST:
        return NOTICE.search(text[:60]) is not None and len(text) < 3 * LONGEST
    whole = (RULE, HASHTAGS, ADDRESS, WEATHER, SIGN_OFF)
    if any(pattern.fullmatch(text) for pattern in whole) or NOTICE.search(text) or key(text) in LABELS:
        return True
    return is_breadcrumb(text) or bool(read_byline(text)) or is_made_of_labels(text)


def is_breadcrumb(text):
    """Whether a line is the path of sections to the story."""
    if len(text) > 120 or text.startswith(("<", "[", "(")) or text.endswith((".", "다", "?", "!")):
        return False
    first, *rest = PATH.split(text)
    return bool(rest) and (is_label(first.strip()) or (len(text) <= 80 and BREADCRUMB.fullmatch(text) is not None))


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
    return len(words) <= 12 and all(key(word) in LABELS or key(word) in SECTIONS or not key(word) for word in words)


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
