"""The bodies that an English or Vietnamese story names: a survey of all its names, before any sum is looked at.

Every capitalised name collects evidence from all the places where it stands: what it is called, what stands around it,
what it does. Only names with enough of it are bodies; places, people and words that open sentences are not.
"""

import re
from collections import Counter

from articles.intake.names.latin_words import (
    DEMONYM,
    DESCRIPTION,
    FIRM,
    LATIN_COMPANY_TAIL,
    LATIN_COMPANY_WORD,
    LATIN_COUNTRIES,
    LATIN_COUNTRY,
    LATIN_NAME,
    LEAD_WORD,
    LONE_WORD,
    NO_LATIN_BODY,
    OF_A_COUNTRY,
    OPENER,
    PLACE_NAMES,
    VIETNAMESE_PERSON,
)
from articles.text import LATIN_CAPITALS

ENOUGH = 3
WINDOW = 60
SEEN = re.compile(rf"(?<![\wÀ-ỹ’'&.-])(?P<name>{LATIN_NAME})")
HONOURED = re.compile(
    rf"(?<![\wÀ-ỹ])(?:Mr|Mrs|Ms|Dr|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|TS|GS"
    rf"|[Cc]ô)\.? (?P<name>[{LATIN_CAPITALS}][\wÀ-ỹ-]{{0,16}}"
    rf"(?: [{LATIN_CAPITALS}][\wÀ-ỹ-]{{0,16}}){{0,3}})"
)
# `Kwon Do-hyun`: a Korean person, romanised.
# `Chairman Le Van Hung`: English prints the office before the name of a person.
TITLED = re.compile(
    rf"(?<!\w)(?:Minister|Chairman|Chairwoman|President|CEO|Chief Executive(?: Officer)?|Director|Governor|Mayor"
    rf"|Founder"
    rf"|Secretary|[Ss]pokes(?:man|woman|person)|[Aa]nalyst|[Pp]artner|Officer"
    rf"|Manager) (?P<name>[{LATIN_CAPITALS}][\wÀ-ỹ-]{{1,16}}"
    rf"(?: [{LATIN_CAPITALS}][\wÀ-ỹ-]{{1,16}}){{1,3}})"
)
OFFICE = (
    r"(?:[Gg]iám đốc|[Cc]hủ tịch|CEO|CFO|CTO|COO|[Pp]resident|[Cc]hairman|[Cc]hief [Ee]xecutive)(?: điều hành| HĐQT)?"
)
HYPHENATED = re.compile(r"(?:[A-Z]\w+ )?[A-Z]\w{1,8} [A-Z]\w{1,8}-[a-z]\w{1,8}")
# What bodies do with money and plants; helping verbs alone are everybody's.
DEED = (
    r"(?:invest(?:s|ed|ing)?|pour(?:s|ed|ing)?|spend(?:s|ing)?|spent|commit(?:s|ted|ting)?|pledg(?:e[ds]?|ing)"
    r"|build(?:s|ing)?|built|set(?:s|ting)? up|establish\w*|expand\w*|acquir(?:e[ds]?|ing)|b(?:uy(?:s|ing)?|ought)"
    r"|pa(?:y|id|ys"
    r"|ying)|inject\w*|put(?:s|ting)? (?:up|in|\S{0,3}\d|a|another|about)|cancel\w*|scrap\w*|abandon\w*|suspend\w*"
    r"|postpone\w*"
    r"|shelve\w*|rais(?:e[ds]?|ing)|own(?:s|ed)?|operat(?:es|ed|ing)|register(?:s|ed)|land(?:s|ed)|secur(?:e[ds]?|ing)"
    r"|launch\w*|s(?:old|ells?|elling)|contribut(?:e[ds]?|ing)|take a|plough\w*|sink|sunk|inaugurat\w*|break ground"
    r"|đầu tư|rót|chi|bỏ|bỏ ra|mua|mua lại|góp|xây|xây dựng|mở rộng|khởi công|khánh thành|thành lập|thâu tóm|động thổ"
    r"|lắp"
    r"|đăng ký|ký|tăng vốn|nâng|giải ngân|rút|hủy|huỷ|huy động|gọi|nhận|cam kết|công bố|quyết định|triển khai|vận hành"
    r"|tăng thêm|trích|mở|tăng|giảm|tạm dừng|dừng|hoãn|đặt (?:đóng|mua)|lập|thu về|bắt tay|rút lui|chọn|cắt giảm|lãi"
    r"|lỗ|trúng|sở hữu|hoàn tất|hoàn thành|được cấp|được chấp thuận|thoái|xin|nộp|đề xuất"
    r"|đề nghị|bơm|đổ|dành|bán)(?![\wÀ-ỹ])"
)
ACTS = (
    rf"(?:(?:(?:will|would|has|have|had|is|are|was|were|been|also|now|already|jointly|each|hiện|nay|thì|sẽ|đã|đang|vừa"
    rf"|từng|cũng|còn|tiếp tục|bắt đầu|mới) ){{0,3}}{DEED}"
    r"|(?:plans?|planned|planning|aims?|agreed|announce[sd]?|expects?|intends?|opened|opens|unveiled|signed"
    r"|broke ground"
    r"|breaks ground|proposed|obtained|applied|withdrew|makes|booked|posted|closed|walked|dropped|won|began|started"
    r"|is (?:to|investing|building|planning|considering|weighing|mulling|set|paying|buying|expanding|in talks)"
    r"|(?:has|have|had) (?:agreed|decided|signed|announced|completed|begun|started|applied|planned|opened)|completed"
    r"|received|reported|logged|recorded"
    r"|sealed|clinched|snapped|said (?:it|\w+ it|on \w+ it|it will)|says it|dự kiến|dự định|dự tính|dự chi|có kế hoạch"
    r"|lên kế hoạch"
    r"|muốn|thông báo|xác nhận|đạt doanh thu|báo lãi|nắm|chốt|xuống tiền|cân nhắc|được cho là)(?![\wÀ-ỹ]))"
)
SAYS = (
    r"(?:is|are|was|has|have|had|said|says|also|can|could|will|would|sẽ|đã|đang|cho biết|cho hay|là|cũng|có|được|nói"
    r"|trả lời|làm)(?![\wÀ-ỹ])"
)
ASIDE = r"(?:\s?\([^()\n]{1,60}\))?(?:, [^,.;\n]{2,90},)?"
BUSINESS = (
    r"(?:[\w-]*maker|company|firm|group|giant|startup|start-up|fund|bank|developer|operator|retailer|producer|unit"
    r"|manufacturer|supplier|subsidiary|affiliate|investor|brand|platform|builder|conglomerate|arm|provider)"
)
# What stands before a name, and behind it, with the evidence that it is of a body.
BEFORE = [
    (4, re.compile(rf"{DESCRIPTION} $", re.I)),
    (3, re.compile(rf"(?:{LATIN_COUNTRIES}(?:['’]s|-based)?|{DEMONYM}|\w-based)(?: [a-z-]{{2,14}}){{0,3}} $")),
    (-6, re.compile(r"(?:\bgốc|đến từ|\bngười|\bchâu|\bmiền|cổ phiếu|\bmã(?: chứng khoán)?:?) $", re.I)),
    (3, re.compile(
        r"(?:\b(?:from|led by|backed by|owned by|joint venture with|(?:shares|stakes?|shareholders?|investors?"
        r"|investments?|employees|workers) (?:in|of|at)"
                   r"|unit of|subsidiary of|arm of)(?: the)?"
                   r"|(?:chủ đầu tư là|liên doanh giữa|bên bán là|bên mua là|đại diện|thông cáo(?: của)?|lãnh đạo"
                   r"|phía|cổ phần(?: của)?))"
                   r" $", re.I)),
    (3, re.compile(r"(?:\b(?:chief executive|chairman|chairwoman|president|director|CEO|founder|spokes\w{3,6}|partner)"
                   r"(?: officer)? (?:of|at)|(?:giám đốc(?: điều hành)?|chủ tịch(?: hđqt| hội đồng quản trị)?|ceo|cto"
                   r"|cfo)"
                   r"(?: của)?) $", re.I)),
    (3, re.compile(
        r"(?:\b(?:director|head|chief|manager|executive|officer|president|founder|giám đốc|chủ tịch|trưởng|lãnh đạo"
                   r"|người phát ngôn)[^,.;\n]{0,40} (?:of|at|for|của|tại)|thuộc về|belongs to) $", re.I)),
    (3, re.compile(r"\b(?:runs|heads|leads|founded|joined|điều hành|sáng lập|về tay|sold to|goes to|went to) $")),
    (3, re.compile(r"(?:bán|nhượng)(?: [^\s.;,]{1,14}){1,8} cho $")),
    (1, re.compile(r"(?:\bof|của) $")),
    (-6, re.compile(r"\b(?:founder|chief|executive|officer|chair\w{0,6}|director|president|head|analyst|partner|manager"
                    r"|owner|economist|CEO|CFO|COO|minister|mayor|governor)(?: (?:of|at) [^,.;\n]{2,30})?, $", re.I)),
    (-3, re.compile(r"(?:dự án|nhà máy|mỏ|khu đô thị|khu đô thị mới|project|mine) $", re.I)),
    (-3, re.compile(r"\b(?:in|near|at|tại|ở|tỉnh|thành phố|tp\.?|huyện|xã|phường|quận|thị xã|kcn|khu công nghiệp"
                    r"|khu kinh tế|khu vực|miền|đường|sông|cảng|city of|province of|outside|across|around"
                    r"|sàn|trên|báo) $", re.I)),
    (-3, re.compile(
        r"(?:\baccording to|theo|data from|estimates? by|tracked by|analysts? at|estimate of consulting firm"
                    r"|research(?: firm| house)?|analyst|broker(?:age)?|newspaper|nghiên cứu) $", re.I)),
]  # fmt: skip
BEHIND = [
    (5, re.compile(
        r"\s?\((?:[A-Z0-9]{1,8}\.[A-Z]{1,3}|(?:NYSE|NASDAQ|Nasdaq|KRX|HOSE|HoSE|HNX|UPCoM|mã)[^()]{0,30})\)"
    )),
    (3, re.compile(rf"\s?\({LATIN_COUNTRIES}\)|,? (?:of|của) {LATIN_COUNTRIES}(?!\w)|, based in")),
    (3, re.compile(rf" to {DEED}")),
    (3, re.compile(
        rf"{ASIDE}(?: của (?:ông|bà|anh|chị|họ))?,? (?:and \S{{1,20}}(?: \S{{1,20}})? )?(?:[a-z]{{2,10}}ly )?{ACTS}"
    )),
    (1, re.compile(rf"{ASIDE},? {SAYS}")),
    (3, re.compile(
        r"['’]s (?:\w+ ){0,2}(?:unit|subsidiary|plant|factory|shares|board|parent|CEO|chief|chairman|revenue|sales"
                   r"|arm|profit|affiliate|investment|executives?|headquarters|factories|workers|customers|products"
                   r"|stock|spokes\w{3,6}"
                   r"|president|operating)\b")),
    (3, re.compile(r"\s?\([^()\n]{3,80}\):|,? (?:said|says) in an? (?:[\w-]+ )?(?:statement|filing|release|email)"
                   r"|,? declined to comment")),
    (4, re.compile(r", as the (?:company|group|firm|business) is")),
    (1, re.compile(r"['’]s ")),
    (3, re.compile(rf",? (?:an?|the|which|one of|its)(?: [\w'’-]{{1,16}}){{0,5}} {BUSINESS}\b|, (?:một|nhà|đơn vị|doanh"
                   r" nghiệp|công ty|chủ sở hữu|nhánh)", re.I)),
    (3, re.compile(r" (?:CEO|CFO|CTO|Chief|Chairman|Chairwoman|President|spokes\w{3,6}|shares)\b")),
    (-6, re.compile(r" (?:province|city|district|ward|county|prefecture|state|commune|township|Port|port|Island|River"
                    r"|Industrial|Export|Economic|High-Tech|Stock|Street|Bay|International Airport)\b")),
    (-6, re.compile(r", (?:the|an?) (?:[\w-]{1,16} ){0,3}(?:(?:co-)?founder|chief|chair\w{0,6}|head|director|president"
                    r"|owner|partner|analyst|economist|manager|professor)\b", re.I)),
    (-4, re.compile(
        r", (?:aged? )?\d\d[, ]|, (?:CEO|chief|chairman|chairwoman|president|director|head|giám đốc|tổng giám đốc"
                    r"|chủ tịch|phó|trưởng|founder|who)\b", re.I)),
]  # fmt: skip
SIDE_BY_SIDE = re.compile(
    rf"(?<![\wÀ-ỹ’'&.-])(?P<one>{LATIN_NAME})(?: \([^()\n]{{1,40}}\))?,? (?:and|và|cùng|với"
    rf"|&) (?:the )?(?P<other>{LATIN_NAME})"
)
# `CTCP Thép Nam Phong (HoSE: NPH)`, `Hanul Electric Power (HEPCO)`: what the story calls it from there on.
LED_BY = re.compile(r"(?:[Gg]iám đốc|[Cc]hủ tịch|CEO|HĐQT|[Đđ]iều hành|[Tt]rưởng|[Đđ]ại diện|[Ll]ãnh đạo)(?: của)? $")
ALIAS = re.compile(
    rf"(?P<name>{LATIN_NAME}),? \((?:(?:HOSE|HoSE|HNX|UPCoM|[Mm]ã(?: chứng khoán| CK| cổ phiếu)?|gọi tắt là|viết tắt là"
    r"|NYSE|Nasdaq|KOSDAQ|KOSPI)\s?[:–-]?\s?)?[“\"]?(?P<alias>[A-Z][A-Z0-9]{1,6})[”\"]?\)"
)
COMPANY_WORDS = re.compile(rf"{LATIN_COMPANY_WORD}(?: {LATIN_COMPANY_WORD})*")
BRANCH = re.compile(rf"(?:{LATIN_COUNTRIES}|[IVX]{{1,4}}|\d{{1,4}})")
MINIMUM = 4
# A lone Vietnamese syllable is the beginning of a common noun: `Thủy lực`, `Điện`.
SYLLABLE = re.compile(r"[^\W\d_]{0,6}[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ][^\W\d_]{0,6}")
INITIAL = re.compile(r"(?:^|[.!?:”\"\n•▸*·✦➡>☰–-]|\n\s?\d\.)\s*[“\"‘]?$")
# `Nuri Vina Kim Jae-won`: a Korean person behind the body.
PERSON_BEHIND = re.compile(r" [A-Z][a-z]{1,7} [A-Z][a-z]{1,6}-[a-z]{1,6}$")
VIETNAMESE_BEHIND = re.compile(rf" {VIETNAMESE_PERSON.pattern}$")
OFFICE_BEFORE = re.compile(rf"{OFFICE} $")
TITLE_BEHIND = re.compile(r" (?:CEO|CFO|CTO|COO|Chief|Chairman|Chairwoman|President|Vice|Founder|Director)(?: .*)?$")


def find_latin_bodies(text, headline, people):
    """Return {name: how often} of the bodies in a text of which the headline is the first line, and {short: name}."""
    text = _without_people(text, people)
    evidence, seen, inside = Counter(), Counter(), Counter()
    for match in SEEN.finditer(text):
        before_it = text[max(0, match.start() - WINDOW) : match.start()]
        printed = _before_person(match["name"], before_it)
        name = _without_person(trim_latin(printed), before_it, text)
        at = match.start() + printed.rfind(name)
        end = at + len(name)
        before, after = text[max(0, at - WINDOW) : at], text[end : end + 3 * WINDOW]
        seen[name] += 1
        inside[name] += INITIAL.search(before) is None
        evidence[name] += _weigh(before, after)
    for name in evidence:
        evidence[name] += max(0, min(inside[name], 3) - 1)
        evidence[name] -= 3 * (VIETNAMESE_PERSON.fullmatch(name) is not None)
        evidence[name] += (5 if FIRM.match(name) or LATIN_COMPANY_TAIL.fullmatch(name) else 0) + 2 * (name in headline)
    certain = [
        n for n in evidence if evidence[n] >= ENOUGH and is_latin_body(n) and (inside[n] or _is_no_opener(n, text))
    ]
    certain += [name for name in _joined(text, certain) if name not in certain and evidence[name] >= 0]
    known = {*certain, *(FIRM.sub("", name).strip() for name in certain)}
    certain = [name for name in certain if not _ends_in_person(name, known, text)]
    short = _find_short(certain, seen) | {
        match["alias"]: name for match in ALIAS.finditer(text) if (name := trim_latin(match["name"])) in certain
    }
    counts = Counter({name: seen[name] for name in certain if name not in short})
    for name, whole in short.items():
        counts[whole] += seen[name]
    return counts, short


def _without_person(name, before, text):
    """Return the name of a body without that of its head behind it: `Giám đốc Công ty Gió Xanh Trần Văn Lâm`."""
    words = name.split(" ")
    for cut in (3, 4):
        body = " ".join(words[:-cut])
        if len(words) > cut + 1 and LED_BY.search(before) and text.count(body) > text.count(name):
            return body
    return name


def _joined(text, certain):
    """Yield the names that a story joins with that of a body: `X and Nuri Cloud`, `Nuri Cloud và X`."""
    certain = frozenset(certain)
    for match in SIDE_BY_SIDE.finditer(text):
        pair = [trim_latin(match[key]) for key in ("one", "other")]
        if any(name in certain for name in pair):
            yield from (name for name in pair if is_latin_body(name))


def _before_person(name, before):
    """Return a name behind an office without the Vietnamese person at its end: `Chủ tịch HĐQT Nuri Trần Huy Vũ`."""
    person = VIETNAMESE_BEHIND.search(name)
    if person is None or FIRM.fullmatch(name[: person.start()]) or not OFFICE_BEFORE.search(before):
        return name
    return name[: person.start()]


def _ends_in_person(name, known, text):
    """Tell whether a name is that of a known body with a person's behind it: `Chủ tịch Nuri Elisabeth Kofler`."""
    words = name.split(" ")
    for cut in range(1, len(words) - 1):
        rest = " ".join(words[cut:])
        is_led = " ".join(words[:cut]) in known and len(words) - cut <= 4
        if is_led and not (LATIN_COMPANY_TAIL.fullmatch(name) or BRANCH.fullmatch(rest)):
            return re.search(rf"{OFFICE} {re.escape(name)}(?![\wÀ-ỹ])", text) is not None
    return False


def _without_people(text, people):
    for name in sorted(people, key=len, reverse=True)[:30]:
        if " " in name and not _acts_like_a_body(name, text):
            text = text.replace(name, "|" * len(name))
    for pattern in (HONOURED, TITLED):
        text = pattern.sub(_blot, text)
    return text


def _blot(match):
    """Return a person's name blotted out; what merely stands behind a title may be a body (`Chủ tịch Nuri Group`)."""
    name = match["name"]
    is_body = FIRM.match(name) or LATIN_COMPANY_TAIL.fullmatch(name)
    return match.group() if is_body else match.group()[: -len(name)] + "|" * len(name)


def _acts_like_a_body(name, text):
    """Tell whether somebody quoted is a body after all: what stands around the name is said of no person."""
    if FIRM.match(name) or LATIN_COMPANY_TAIL.fullmatch(name):
        return True
    around = (
        rf"(?<!\w)(?:of|at|của|thuộc về|from) {re.escape(name)}(?!\w)|(?<!\w){re.escape(name)} (?:Capital|Group|Corp)"
    )
    return re.search(around, text) is not None


def _weigh(before, after):
    ahead = [points for points, pattern in BEFORE if pattern.search(before)]
    behind = [points for points, pattern in BEHIND if pattern.match(after)]
    return sum(ahead) + sum(behind)


def _is_no_opener(name, text):
    """Tell whether a word that is seen only where sentences begin may be a name: nothing writes it in small letters."""
    if " " in name:
        return True
    return OPENER.fullmatch(name) is None and re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", text) is None


def _find_short(certain, seen):
    """Return {short name: the whole one} for names that are the beginning or the end of a body's."""
    wholes = {}
    for body in certain:
        for part in _parts(body):
            wholes.setdefault(part, []).append(body)
    return {
        name: max(wholes[name], key=lambda body: (FIRM.sub("", body).strip() == name, seen[body]))
        for name in seen
        if name in wholes and is_latin_body(name) and not COMPANY_WORDS.fullmatch(name)
    }


def _parts(body):
    """Yield the beginnings and ends of a name; `Garam` is no shorter name of its branch `Garam Vietnam`."""
    for whole in {body, FIRM.sub("", body).strip()}:
        words = whole.split(" ")
        for cut in range(1, len(words)):
            if BRANCH.fullmatch(" ".join(words[cut:])) is None:
                yield " ".join(words[:cut])
            if cut < len(words) - 1 or len(words[-1]) >= MINIMUM:
                yield " ".join(words[cut:])
        if whole != body:
            yield whole


def is_latin_body(name):
    """Tell whether a name may be that of a body which invests."""
    return (
        len(name) > 1
        and name[0].isalpha()
        and SYLLABLE.fullmatch(name) is None
        and name not in PLACE_NAMES
        and NO_LATIN_BODY.fullmatch(name) is None
        and LONE_WORD.fullmatch(name) is None
        and HYPHENATED.fullmatch(name) is None
    )


def trim_latin(name):
    """Return a name in Latin letters without the words before it that open sentences, and without its country."""
    while (lead := LEAD_WORD.match(name)) is not None:
        name = name[lead.end() :]
    name = PERSON_BEHIND.sub("", TITLE_BEHIND.sub("", name))
    return name if name in PLACE_NAMES or LATIN_COUNTRY.fullmatch(name) else OF_A_COUNTRY.sub("", name)
