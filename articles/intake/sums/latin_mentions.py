"""Where an English or Vietnamese passage names the bodies of the story, points back to one, or names a public one."""

import re
from functools import lru_cache

from articles.intake.names.latin_cues import ACTS, ASIDE, SAYS
from articles.intake.names.latin_words import DEMONYM, DESCRIPTION, FUND_WORD, KIND, LATIN_COUNTRIES, PLACE_NAMES
from articles.intake.sums.latin_traits import COUNTRY_OF, FROM, traits_of

FUND = r"(?:fund|investor|(?:buyout|venture|equity|investment) firm|backer|[Qq]uỹ|nhà đầu tư)"
BACK_REFERENCE = re.compile(
    r"(?<![\wÀ-ỹ])(?:(?:[Tt]he|[Tt]his|[Tt]hat) (?:[\w.-]{2,16} ){0,2}?(?:(?P<fund>"
    + FUND
    + r")|company|firm|group|bank|side|partner|venture|consortium"
    r"|developer|studio|dairy|brewer|[\w-]{0,12}maker|manufacturer|builder|operator|producer|retailer|startup|start-up"
    r"|giant|unit"
    r"|conglomerate|supplier|subsidiary|business|airline|refiner|miner|utility|carrier|lender|insurer|chain)"
    r"|[Ii]t|[Tt]hey|[Hh]ọ|[Bb]ên mua|[Cc]hủ mới|[Tt]he (?:buyer|acquirer|new owner)|[Ll]iên (?:doanh"
    r"|danh)(?: này)?(?= (?:sẽ|đã|đang|dự|này))"
    rf"|(?:[Pp]hía|[Bb]ên|[Nn]hà đầu tư|[Tt]ập đoàn|[Dd]oanh nghiệp|[Hh]ãng|[Cc]ông ty|[Đđ]ối tác|[Qq]uỹ)"
    rf"(?: [a-zà-ỹđ]{{1,8}}){{0,4}} {FROM}"
    r"|(?:(?<=^)|(?<=[,.:;] ))(?:[Cc]ông ty|[Tt]ập đoàn|[Dd]oanh nghiệp|[Hh]ãng)(?= [a-zà-ỹđ])"
    r"|(?:[Cc]hính )?(?P<fund_vi>[Qq]uỹ|[Nn]hà đầu tư)(?: [\wÀ-ỹ]{1,10}){0,3} (?:này|trên|đó)"
    r"|(?:[Cc]hính |[Pp]hía )?(?:[Cc]ông ty|[Tt]ập đoàn|[Dd]oanh nghiệp|[Hh]ãng|[Nn]gân hàng|[Nn]hà (?:sản xuất"
    r"|phát triển"
    r"|vận hành|cung cấp|chế tạo|bán lẻ)|[Cc]huỗi|[Ss]tartup|[Đđ]ơn vị|[Cc]hủ đầu tư|[Hh]ợp tác xã)"
    r"(?: [\wÀ-ỹ]{1,10}){0,7}? (?:này|trên|đó)|(?:[Cc]ông ty|[Tt]ập đoàn|[Dd]oanh nghiệp|[Hh]ãng|[Qq]uỹ)"
    r"(?= (?:sẽ|đã|đang|dự|cũng|còn|cam|có|muốn|dành|chi|rót|bỏ|từng|tiếp|lên|đầu tư|đặt|vừa|cho biết)))(?![\wÀ-ỹ])"
)
HOME = "Vietnam"
COUNTRIES = frozenset(COUNTRY_OF.values())
BANK = re.compile(r"(?<!\w)(?:Bank|Ngân hàng)(?!\w)")
TAKEN_BY = re.compile(
    r"(?:(?:thuộc về|về tay|mở màn là|belongs? to|went to|goes to|chủ đầu tư là|bên mua là|tên là|là|do)"
    rf"|(?:trao|cấp)[^.;]{{0,60}} cho|(?:certificate|licen[cs]e|approval|permit)s?[^.;]{{0,40}} (?:to|for))"
    rf"{KIND} $",
    re.I,
)
KIND_OF = (
    rf"(?: (?:the|a|an|its|his|her|một))?(?: {DEMONYM}(?: [a-z-]{{2,14}}){{0,2}})?"
    rf"(?: (?:[a-z-]{{2,14}} ){{0,2}}{DESCRIPTION})?(?: {LATIN_COUNTRIES}['’]s)?"
)
APPOSED = re.compile(r",? ?(?:\([^()]{1,40}\))?, (?:an?|the|which|whose|một|đơn vị|công ty|nhà|liên doanh) ")
APPOSED_END = re.compile(rf"(?: \([^()]{{1,40}}\))?, {ACTS}")
# Behind such a word a name is no subject.
GOVERNED = re.compile(
    r"(?<![\wÀ-ỹ])(?:of|in|from|at|for|with|near|to|into|on|than|like|including|via|through|against|over|buy|buying"
    r"|bought|acquir(?:e[ds]?|ing)|lend|lent|told|owns?|named|called|between|tại|ở|của|với|từ|cho|vào|về|mua|thâu tóm"
    r"|tiếp quản|takes? over|took over"
    r"|theo|cùng|trong|tới|đến|lại|khỏi|trên|phần|vốn|điều lệ|giữa|nhà máy|vay|bán là|\d%)"
    rf"{KIND_OF} $",
    re.I,
)
# `a 35% stake in Hanoi-based tool shop X`: what is bought buys nothing.
TARGET = re.compile(
    r"\b(?:(?:stakes?|shares?|interest) in|b(?:uy|uying|ought)|acquir(?:e[ds]?|ing)|took over"
    r"|(?:takeover|acquisition) of|(?:team(?:s|ed|ing)? up|partner(?:s|ed|ing)?) with)"
    rf"(?: (?!(?:by|from|to|and|which|that|as|when|while|but|with|for)\b)[a-z\d][\w'’-]{{0,14}}"
    rf"| [A-Z]\w{{1,14}}-(?:based|listed)| {DEMONYM}){{1,6}} $"
)
IN_WHICH = re.compile(r"(?:in|of|for|by) which(?: [a-z-]{2,14}){0,3} $")
OF_KOREA = re.compile(r"Republic of Korea['’]s $")
# `from Statvolt, which had put in $7 million`
RELATIVE = re.compile(
    rf"(?: (?:of|in|from) {LATIN_COUNTRIES})?(?:, an? [^,.;]{{2,60}})?,? "
    rf"(?:which|who|that|vốn|đơn vị|nơi) (?:\w+ ){{0,3}}?{ACTS}"
)
GERUND = re.compile(r" \w{3,14}ing\b")
VERBAL = re.compile(rf"{ASIDE}(?:['’]s)?[^.;:“”\"]{{0,60}}?(?<![\wÀ-ỹ])(?:{ACTS}|{SAYS})")
AGREES_TO = (
    r"(?:,? (?:for its part,|meanwhile,|cũng|đã|sẽ|hiện|also|has|have|had|will|would|is|was|to|nay|vừa|có)){0,3}"
    r" (?:plans|aims|spen[dt](?:ing)?|investing|spend on|promised|agreed to spend|invest(?:ed)?|set(?:ting)? aside"
    r"|alloca\w+|earmark\w+"
    r"|contribut\w+|float\w+|unveil\w+|approv\w+(?! an? $)"
    r"|pledg\w+|attract\w+|dr[ae]w|lures?|lured|receiv\w+|record\w+|licen[cs]ed|giv\w+|offer\w+|provid\w+"
    r"|subsidi[sz]\w+"
    r"|introduced|budget\w+|hand over|dự kiến|chi|dành|bố trí|phân bổ|đầu tư|thu hút|phấn đấu|ghi nhận|hỗ trợ|cấp vốn"
    r"|giải ngân|tổng vốn|bỏ|seek\w*|expect\w*|wants?|hop(?:es|ing)|targets?"
    r"|là (?:nhà đầu tư|quốc gia|thị trường|địa phương)"
    r"|pays|paid|is good for|disburs\w+|calls for|calling for)(?![\wÀ-ỹ])"
)
PUBLIC_SUBJECT = re.compile(
    r"(?<![\wÀ-ỹ])(?<!tại )(?<!ở )(?<!của )(?<!cho )(?<!với )(?<!vào )(?<!in the )(?<!of the )(?<!from the )"
    r"(?<!by the )"
    r"(?P<who>(?:[Gg]overnment|[Ss]tate|[Mm]inistry(?: of [A-Z]\w+)?(?: and [A-Z]\w+)?|[Aa]uthorit(?:y|ies)"
    r"|[Pp]rovince|[Cc]ounty"
    r"|[Cc]ity|[Cc]ouncil|[Pp]arliament|[Cc]ongress)(?:, which)?|(?:[Nn]gân sách )?(?:[Cc]hính phủ|[Tt]rung ương"
    r"|[Tt]ỉnh"
    r"|[Tt]hành phố"
    r"|[Đđ]ịa phương|[Nn]hà nước|[Cc]hính quyền|[Hh]uyện|UBND|Bộ|Sở)(?: [^\s,.;]{1,8}){0,4}?|[Nn]gân sách(?: (?:năm"
    r"|tỉnh|thành|địa|trung)(?: [^\s,.;]{1,8}){1,2})?)"
    rf"{AGREES_TO}"
)
PLACE_SUBJECT = re.compile(
    rf"(?:^|[,;:.”\"] ?|(?<!\w)(?:while|and|that|of which|và|thì|khi|còn|nay) )(?P<who>{LATIN_COUNTRIES}"
    rf"|[A-ZĐ][\wÀ-ỹ.]+(?: [A-ZĐ][\wÀ-ỹ]+){{0,3}})"
    rf"(?: \(\w+\))?{AGREES_TO}"
)
SOMEBODY = (
    r"(?:investor|fund|company|firm|group|conglomerate|developer|[a-z]{0,12}maker|rival|peer|tycoon|buyer|retailer"
    r"|producer|quỹ đầu tư"
    r"|quỹ|doanh nghiệp|nhà đầu tư|tập đoàn|công ty|hãng)"
)
# `một quỹ đầu tư Trung Đông chưa lộ danh tính được cho là …`: a body that is left unnamed.
UNNAMED = re.compile(
    rf"(?:^(?:[^,.;]{{2,40}}, )?|[.;:“] ?|(?<![\wÀ-ỹ])(?:nơi|khi|và|that|where|while|says?|said|cho biết|rằng) )"
    rf"(?P<who>[Mm]ột|[Aa]n?)(?: [\wÀ-ỹ-]{{2,14}}){{0,4}}?"
    rf" {SOMEBODY}(?: [\wÀ-ỹ-]{{2,14}}){{0,7}}?(?:, (?:which|who|whose|chưa|không|vốn)[^,.;]{{2,60}},)?"
    rf" (?:{ACTS}|(?:(?:has|have|had|would|will) )?(?:put|propos\w+|offer\w+)|muốn|đề xuất)[^,.;]{{0,60}}$"
)


class Mentions:
    """The places of a passage where bodies of the story are named, each (start, end, whole name)."""

    def __init__(self, text, bodies):
        pattern = _pattern(tuple(bodies.short))
        self.text = text
        self.bodies = bodies
        self.all = [(m.start(), m.end(), bodies.short[m.group()]) for m in pattern.finditer(text)] if pattern else []

    def subjects(self):
        """Return those that stand where a subject does, in order."""
        return [mention for mention in self.all if self._is_subject(*mention[:2])]

    def behind(self, lead, start=0, end=None):
        """Return the names of those right behind words that a pattern ends in, from `start` on."""
        return [
            n
            for s, _e, n in self.all
            if start <= s < (end or len(self.text)) and lead.search(self.text[max(0, s - 60) : s])
        ]

    def _is_subject(self, start, end):
        ahead = self.text[max(0, start - 100) : start]
        if TAKEN_BY.search(ahead):
            return True
        if self._is_in_apposition(start, end):
            return False
        if re.match(r"['’]s ", self.text[end : end + 3]):
            return False
        if RELATIVE.match(self.text, end):
            return True
        if TARGET.search(ahead):
            return False
        if GOVERNED.search(ahead) and not OF_KOREA.search(ahead) and not IN_WHICH.search(ahead):
            return ahead.endswith("with ") and GERUND.match(self.text, end) is not None
        return True

    def _is_in_apposition(self, start, end):
        """Tell whether a name ends what a comma opened behind another: `X, a venture of Y and Z, is to invest`."""
        if APPOSED_END.match(self.text, end) is None:
            return False
        heads = [e for _s, e, _n in self.all if e < start and APPOSED.match(self.text, e)]
        return any(re.search(r"[;,.]\s", self.text[e + 2 : start]) is None for e in heads[-2:])


@lru_cache(maxsize=8)
def _pattern(names):
    words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\wÀ-ỹ&-])(?:{words})(?![\wÀ-ỹ])") if names else None


def find_like(match, recent):
    """Return the last body that is what a BACK_REFERENCE says, as `the Dutch company` does, or None.

    `recent` are the bodies that were named last, each with what the story says it is.
    """
    traits = traits_of(match.group())
    like = next((name for name, said in recent if traits and traits <= said), None)
    if like is None and traits == {HOME}:  # a story from there does not say of its own bodies where they are from
        return next((name for name, said in recent if not said & COUNTRIES), None)
    return like


def resolve(match, recalled, recent):
    """Return the body that a BACK_REFERENCE means: the last that it fits, else the one spoken of last.

    None for `the Dutch company` where only bodies from elsewhere were named.
    """
    like = find_like(match, recent)
    if like:
        return like
    said, country = match.group().lower(), traits_of(match.group()) & COUNTRIES
    recent = [(name, known) for name, known in recent if not (country and known & COUNTRIES)]
    if match["fund"] or match["fund_vi"]:
        return next((name for name, _said in recent if FUND_WORD.search(name)), recalled)
    if country and recalled not in dict(recent):
        return None
    if "bank" not in said and "ngân hàng" not in said and BANK.search(recalled):
        return next((name for name, _said in recent if not BANK.search(name)), recalled)
    return recalled


def find_public(before):
    """Return where the last public body stands as the subject of a passage, -1 when none does."""
    places = [match.start("who") for match in PUBLIC_SUBJECT.finditer(before)]
    places += [
        m.start("who")
        for m in PLACE_SUBJECT.finditer(before)
        if m["who"] in PLACE_NAMES or re.fullmatch(LATIN_COUNTRIES, m["who"])
    ]
    return max(places, default=-1)
