"""What stands before and behind a name in English and Vietnamese, and how much it tells of a body."""

import re

from articles.intake.names.latin_words import (
    DEMONYM,
    DESCRIPTION,
    LATIN_COUNTRIES,
    LATIN_NAME,
)
from articles.text import LATIN_CAPITALS

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
    r"|launch\w*|s(?:old|ells?|elling)|contribut(?:e[ds]?|ing)"
    r"|t(?:ake|akes|aking|ook) (?:an?|over|control)|plough\w*|sink|sunk|inaugurat\w*|break ground"
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

ASIDE = r"(?:\s?\([^()\n]{1,60}\))?(?:, [^,.;\n]{2,90},| [-–—] [^.;\n–—]{2,90} [-–—])?"

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
    (3, re.compile(rf",? (?:an?|the|which|one of|its)(?: [\w'’-]{{1,16}}){{0,5}} {BUSINESS}\b|(?:,| [-–—]) (?:một"
                   r"|nhà(?! máy)|đơn vị|doanh"
                   r" nghiệp|công ty|chủ sở hữu|chủ đầu tư|thành viên|nhánh|hãng|tập đoàn)", re.I)),
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
