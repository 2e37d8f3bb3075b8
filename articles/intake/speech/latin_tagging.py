"""Which English or Vietnamese words between marks are somebody's, and not a term, a title, a slogan or a nickname."""

import re

from articles.intake.speech.english_words import THING
from articles.intake.speech.latin_words import VERB

VERBS_OF_CLAUSES = (
    r"is|are|was|were|be|been|being|has|have|had|will|would|can|cannot|could|must|should|shall|may|might|do|does|did"
    r"|needs?|wants?|means|makes?|made|takes?|took|goes|go|going|comes?|came|gets?|got|looks?|remains?|seems?"
    r"|gives?|gave|says?|knows?|knew|thinks?|depends?|pays?|keeps?|kept|hopes?|expects?|requires?|provides?|feels?"
    r"|felt|opposes?|supports?|welcomes?|regrets?|believes?|lost|left|found|built|bought|sold|sees?|saw|let|let's"
    r"|puts?|leaves?|brings?|becomes?|became|meets?|met|holds?|held|tells?|told|reviews|reflects?|proves|declines?"
    r"|went|grew|fell|rose|broke|spent|paid|won|ran|run|began|thought|said|move|stay|stop|build|sell|buy"
)
CLAUSE = {
    "en": re.compile(
        rf"\b(?:{VERBS_OF_CLAUSES}|\w{{3,12}}ed)\b|n['’]t|['’](?:s|re|ve|ll|d|m)\b|\b(?:I|we|they|he|she|you) \w",
        re.I,
    ),
    "vi": re.compile(
        r"(?<!\w)(?:là|sẽ|đã|đang|có|không|được|phải|cần|muốn|nên|còn|vẫn|chưa|bị|làm|đi|đến|đừng|hãy|khó|dễ|tăng"
        r"|giảm|rất|cũng|chỉ|mất|thấy|biết|tin|hy vọng|mong|chúng tôi|tôi|ta|do|vì|để|nếu|khi|lại|mới|thì|mà|ra|vào|về"
        r"|lên|xuống|cho)(?!\w)",
        re.I,
    ),
}
# `would “never sell below cost”`: the verb of the words stands before them.
HALF_SAID = re.compile(r"\b(?:would|will|to|can|could|must|should|not|never|also|it|he|she|they|we|that)$", re.I)
# What stands before names, titles and slogans between marks.
NAMED_BEFORE = {
    "en": re.compile(
        r"\b(?:dubbed|nicknamed|titled|entitled|themed|slogan|motto|banners?|program(?:me)?|campaign|report|book|song"
        r"|film|movie|show|known as|so-called|branded|labell?ed|named|reading|phrase|theme|term|called|calls|title"
        r"|award|project|exhibition|event|forum|conference|under the|as an?|as the|like an?|its|their|the|an?|of|for)"
        r"(?: (?:of|is|was|as|it|itself|them|the|an?|:))?:?$",
        re.I,
    ),
    "vi": re.compile(
        r"(?:mang tên|có tên|chủ đề|với tên|gọi là|được gọi|khẩu hiệu|dòng chữ|slogan|chương trình|thông điệp|cuốn sách"
        r"|bài hát|danh hiệu|phương châm|mệnh danh(?: là)?|ví như|cụm từ|từ khóa|hội thảo|diễn đàn|đề tài|dự án"
        r"|chiến dịch"
        r"|đề án|cuộc thi|giải thưởng|biển|tấm|băng rôn|tên|kiểu|một|những|các|chiếc|coi là|xem là|bài toán|cơn|cái"
        r"|tọa đàm|triển lãm|sự kiện|chuyên đề|bộ phim|quyển|tạp chí|giấc mơ|câu chuyện|ngữ|là (?:một|những)"
        r"|khẩu hiệu \S{1,8} \S{1,8}(?: là)?|biệt danh|đặt tên)(?: (?:là|cho|về|của))?:?$",
        re.I,
    ),
}
# `said the team “ships faster than anyone”`; `cho rằng cần “một làn sóng mới”` says no more than a name.
STARTS_WITH_VERB = re.compile(r"(?!(?:this|its|his|as|less|plus|thus|always|perhaps|various)\b)[a-z]{2,12}(?:s|ed)\b")
NOMINAL = re.compile(r"(?:một|những|các|cú|làn sóng|cuộc|sự|nỗi|niềm) ", re.I)
# `their new nickname for the robots: “the interns”`
CALLS_IT = re.compile(
    r"(?:\b(?:nick)?names?|\b(?:slogan|motto|tagline|title|phrase|theme|word|term|label)s?"
    r"|(?:biệt danh|khẩu hiệu|phương châm|tên gọi|từ khóa|cụm từ))(?!\w)[^.:;]{0,40}:$",
    re.I,
)
ENDS = (",", ".", "!", "?", "…", "-", "—")
NEAR = 120
# `>> Fire at a warehouse: "I only saved my child"`: another story.
LINKED = re.compile(
    r"\s*(?:>>|✦|➡|»|▶|→|👉|(?:ĐỌC THÊM|Đọc thêm|Xem thêm|Xem tiếp|Đọc tiếp|Read more|READ MORE|See also|Related"
    r"|RELATED)\b)"
)


def is_latin_speech(words, before, after, language, source):
    """Whether English or Vietnamese words between marks are what somebody said; `source` is who seems to have."""
    words, lead = words.strip(), before.strip(" “\"'")
    lead = "" if lead in ("-", "–", "—", "•") else lead
    if not words or LINKED.match(before) or _is_inscription(after):
        return False
    has_predicate = CLAUSE[language].search(words) is not None
    if NAMED_BEFORE[language].search(lead[-60:]) and not lead.endswith(":"):
        return _is_long(words) and has_predicate and words.endswith((".", "!", "?", ",")) and source is not None
    if not lead:
        return _is_whole_speech(words, after, language, source, has_predicate)
    if source is not None and has_predicate and len(words.split()) >= 3 and _is_tagged(after, language):
        return True
    return _is_told_before(words, lead, after, language, source, has_predicate)


def _is_inscription(after):
    """Whether words are said to stand somewhere: `“…,” read a banner`."""
    return THING.search(after[:60].split(".")[0]) is not None and VERB["en"].match(after.lstrip(" ,")) is not None


def _is_long(words):
    return len(words.split()) >= 5


def _is_tagged(after, language):
    """Whether a comma and a verb of saying follow."""
    return after.startswith(",") and VERB[language].search(after[:NEAR].split("\x00")[0]) is not None


def _is_told_before(words, lead, after, language, source, has_predicate):
    """Whether words that stand inside a sentence are somebody's by what precedes them."""
    length = len(words.split())
    has_verb = VERB[language].search(lead[-NEAR:]) is not None
    if CALLS_IT.search(lead[-NEAR:]) and not has_verb and not (has_predicate and _is_long(words)):
        return False
    ends_well = words.endswith(ENDS) or after.startswith((",", "."))
    if lead.endswith(":") or (has_verb and lead.endswith((",", "–", "-", "—"))):
        return ends_well or length >= 3
    if HALF_SAID.search(lead):
        return length >= 2 and has_verb
    if has_verb or lead.endswith(("rằng", "là")):
        is_clause = has_predicate or STARTS_WITH_VERB.match(words)
        return length >= 2 and bool(is_clause or (language == "vi" and length >= 4 and not NOMINAL.match(words)))
    is_next = lead.endswith(("\x00", "”", ".", "!", "?"))
    return is_next and source is not None and (ends_well or has_predicate)


def _is_whole_speech(words, after, language, source, has_predicate):
    """Whether words with which a sentence begins are somebody's."""
    length = len(words.split())
    if source is None:  # nobody says so; a question may be the newsroom's own
        return length >= 4 and has_predicate and words.endswith((".", "!", "…", ","))
    is_tagged = words.endswith((",", "?", "!", "…", "—")) or after.lstrip().startswith((",", "-", "–", "—"))
    if is_tagged or VERB[language].match(after.lstrip(" ,–-.")):
        return has_predicate or words.endswith((",", "?", "!", ".")) or (language == "vi" and length > 2)
    if words.endswith((".", "!", "?", "…")) or after.startswith("."):
        return length >= 2
    return has_predicate and length >= 3
