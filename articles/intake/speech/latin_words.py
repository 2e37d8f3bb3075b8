"""The words by which English and Vietnamese stories name people and bodies, and say that somebody said something."""

import re

from articles.text import LATIN_CAPITALS

CAPITALISED = rf"[{LATIN_CAPITALS}][\wÀ-ỹ’'&.-]{{0,24}}"
VERBS = {
    "en": r"(?:said|says|say|added|adds|told|tells|noted|notes|stated|states|explained|explains|remarked"
    r"|commented|comments|warned|warns|stressed|stresses|argued|argues|recalled|recalls|wrote|writes"
    r"|continued|continues|concluded|replied|insisted|acknowledged"
    r"|admitted|confirmed|emphasi[sz]ed|pointed out|joked|recounted|observed|answered|declared|asked|quipped"
    r"|predicted|cautioned|reads?|according to)",
    "vi": r"(?:nói thêm|nói|cho biết thêm|cho biết|chia sẻ thêm|chia sẻ|khẳng định|nhấn mạnh|phát biểu"
    r"|nhận định|bày tỏ|cho rằng|cho hay|đánh giá|thông tin|trả lời|lý giải|giải thích|kể lại|kể|phân tích"
    r"|dự báo|cảnh báo|lưu ý|bổ sung|nêu rõ|nêu"
    r"|tâm sự|đề nghị|kiến nghị|kỳ vọng|lạc quan|thừa nhận|xác nhận|viết|tiết lộ|tuyên bố|hồi đáp|nhớ lại|theo)",
}
VERB = {language: re.compile(rf"(?<!\w){verbs}(?!\w)", re.I) for language, verbs in VERBS.items()}
HONORIFIC = {
    "en": re.compile(r"(?<!\w)(?:Mr|Mrs|Ms|Dr|Prof|Sir|Madam|Professor)\.? (?=[A-ZĐ])"),
    "vi": re.compile(
        r"(?<!\w)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|GS\.?(?: ?TS\.?)?|PGS\.?(?: ?,? ?TS\.?)?|TS\.?|ThS\.?"
        r"|KTS\.?|LS\.?|[Tt]iến sĩ|[Gg]iáo sư|[Ll]uật sư|Mr\.?|Ms\.?) (?=[A-ZĐÀ-Ỹ])"
    ),
}
PRONOUN = {
    "en": re.compile(r"(?:.{0,40}[\s,])?(?:he|she)(?: (?:also|then|has|had|further))?", re.I),
    "vi": re.compile(
        r"(?:.{0,40}[\s,])?(?:ông ấy|bà ấy|ông|bà|anh|chị|vị này|bà này|ông này|anh này|chị này|vị (?:lãnh đạo"
        r"|giám đốc|chủ tịch|doanh nhân|chuyên gia|đại diện) này)(?: cũng| còn| đã| tiếp tục)?",
        re.I,
    ),
}
THE_BODY = {
    "en": re.compile(
        r"(?:.{0,60}[\s,])?(?:it|they|the (?:company|firm|group|developer|bank|ministry|agency|manufacturer"
        r"|producer|operator|maker|fund|carmaker|chipmaker|automaker|startup|start-up|statement|release))(?: also)?",
        re.I,
    ),
    "vi": re.compile(
        r"(?:.{0,60}[\s,])?(?:công ty|doanh nghiệp|tập đoàn|ngân hàng|đơn vị|phía công ty"
        r"|phía doanh nghiệp|hãng)(?: này| cũng)?",
        re.I,
    ),
}
SOMEBODY = {
    "en": re.compile(
        r"\b(?:(?:senior |company |government |ministry |industry |local |provincial |embassy "
        r"|union ){0,2}(?:officials?|spokes(?:man|woman|person|people)|sources?|residents?|analysts?|experts?"
        r"|workers?|executives?|insiders?|representatives?|employees?|engineers?|observers?|traders?|brokers?"
        r"|bankers?|lawyers?|farmers?|managers?|person familiar|people familiar))\b",
        re.I,
    ),
    "vi": re.compile(
        r"(?:người phát ngôn|nguồn tin|người dân|chuyên gia|đại diện|lãnh đạo|cán bộ|công nhân|chủ doanh nghiệp"
        r"|một giám đốc|nhà đầu tư|môi giới|kỹ sư|nông dân|hộ dân|quan chức|nhân viên|chủ hộ|tiểu thương)",
        re.I,
    ),
}
ROLE = {
    "en": re.compile(
        r"\b(?:(?:executive |vice |deputy |co-|managing |senior |general |chief |founding |group |regional "
        r"|country |global |acting |assistant |standing |research |lead |principal |honorary |associate |head ){0,3}"
        r"(?:chief executive(?: officer)?|chief \w{2,16}(?: and \w{2,16})? officer|officer|president"
        r"|chair(?:man|woman|person)?|director(?:[- ]general)?|manager|minister|professor|lecturer|founder"
        r"|partner|CEO|CTO|CFO|COO|CIO|economist|analyst|strategist|head"
        r"|mayor|governor|ambassador|secretary|spokes(?:man|woman|person)|commissioner|engineer|researcher"
        r"|lawyer|consultant|owner|fellow|adviser|advisor|executive|vice[- ]president|chief of \w{2,16}"
        r"|scientist|editor|lead|official|representative))\b"
        r"(?:[- ]general)?",
        re.I,
    ),
    "vi": re.compile(
        r"(?:(?:phó |tổng |quyền |nguyên ){0,3}giám đốc(?: điều hành| tài chính| công nghệ| vận hành"
        r"| kinh doanh| nhân sự| kỹ thuật| dự án| đầu tư| khối \S{2,10}| phát triển| marketing| nhà máy)?"
        r"|(?:phó )?chủ tịch(?: hđqt| hội đồng quản trị| hđtv| kiêm \S{1,8})?"
        r"|(?:thứ|bộ) trưởng|(?:phó )?thủ tướng|(?:phó )?(?:trưởng (?:ban|phòng|khoa|đại diện|bộ phận|nhóm)"
        r"|cục trưởng|vụ trưởng|viện trưởng|cục phó|tổng thư ký|bí thư|hiệu trưởng|vụ phó)|nhà sáng lập"
        r"|đồng sáng lập|sáng lập|(?:tổng )?thư ký|ceo|cto|cfo|coo|chuyên gia(?: \S{2,10}){0,3}"
        r"|đại sứ|tổng lãnh sự|giám đốc|quản lý|kỹ sư|giảng viên|nhà nghiên cứu|phó trưởng ban|trưởng ban"
        r"|phân tích viên|người phát ngôn|luật sư|kế toán trưởng|tổng biên tập)",
        re.I,
    ),
}
BODY_WORD = re.compile(
    r"\b(?:Corp|Corporation|Inc|Ltd|LLC|PLC|Plc|Group|Ministry|Bank|Company|Co|University|Agency|Committee"
    r"|Authority|Department|Association|Holdings?|Institute|Council|Board|Fund|Capital|Partners|Ventures"
    r"|Technologies|Technology|Tech|Electronics|Energy|Motors?|Semiconductors?"
    r"|Industries|Industrial|Chemicals?|Pharma\w*|Bio\w*|Logistics|Securities|Investments?|Systems|Solutions"
    r"|Foundation|Federation|Chamber|Center|Centre|Government|Airlines?|Airways|Steel|Materials?|Batter(?:y"
    r"|ies)|Power|Foods?|Networks?|Labs?|Research|Asset|Management|Development|Port|Exchange"
    r"|Office|Commission|Embassy|Times|News|Daily|Journal|Review|Post|Reuters|Bloomberg|AP|AFP|Tập đoàn|Công ty"
    r"|Tổng công ty|Bộ|Ngân hàng|Ủy ban|Uỷ ban|UBND|Sở|Cục|Hiệp hội|Ban [Qq]uản lý|Viện|Quỹ|Trường|Đại học"
    r"|Phòng Thương mại|VCCI|Chi cục|Tổng cục|Vụ|Trung tâm|HĐND|Hội)\b"
)
VIETNAMESE_SURNAME = (
    r"(?:Nguyễn|Nguyen|Trần|Tran|Lê|Le|Phạm|Pham|Hoàng|Hoang|Huỳnh|Huynh|Phan|Vũ|Vu|Võ|Vo|Đặng"
    r"|Dang|Bùi|Bui|Đỗ|Do|Hồ|Ho|Ngô|Ngo|Dương|Duong|Lý|Ly|Đinh|Dinh|Đoàn|Doan|Lâm|Lam|Mai|Trịnh|Trinh|Đào|Dao"
    r"|Lương|Luong|Tô|To|Tạ|Ta|Hà|Ha|Cao|Thái|Thai|Tăng|Tang|Chu|Quách|Vương|Vuong|Kiều|Kieu|Châu|Chau|La|Tống"
    r"|Tong|Phùng|Phung|Từ|Nghiêm|Triệu|Văn|Khuất|Đàm|Lưu|Luu|Thân|Giang|Âu|Doãn|Mạc|Hứa)"
)
VIETNAMESE_BODY = re.compile(
    r"(?<!\w)(?:Tổng [Cc]ông ty|Công ty|công ty|Tập đoàn|tập đoàn|Ngân hàng|Ủy ban|Uỷ ban|UBND|Sở|Bộ|Cục"
    r"|Hiệp hội|Ban [Qq]uản lý|Viện|Quỹ|Trường|Đại học|Học viện|Tổng cục|Vụ|Trung tâm|Phòng|Hội|Chi cục|HĐND"
    r"|Liên đoàn|Văn phòng|Khoa|Đại sứ quán|Tổng lãnh sự quán|Thành ủy|Tỉnh ủy|Chi nhánh)(?!\w)"
)
# Words in small letters that stand inside the name of a Vietnamese body.
INNER_WORDS_TEXT = (
    "ty cổ phần tnhh một thành viên mtv cp và các khu công nghiệp chế xuất kinh"
    " tế tỉnh phố huyện quận thị xã quản lý kế hoạch đầu tư nhân dân nghiên cứu"
    " phát triển thương mại xây dựng tài chính môi trường nguyên khoa học nước ngoài doanh bất"
    " động sản hàng nhà máy sách chiến lược việt nam quốc gia trung ương xúc tiến hợp"
    " tác đại kỹ thuật du lịch nông thôn dịch vụ hạ tầng điện lực tử cao hội"
    " đồng luật ngân thống kê hải quan thuế lao binh giao thông vận tải tin truyền chứng"
    " khoán bảo hiểm quỹ điều hành năng lượng tái tạo dệt may da giày thủy"
)
INNER_WORDS = frozenset(INNER_WORDS_TEXT.split())
LOWER_BODY = re.compile(
    r"\b(?:of|at|for|from|with) (?:the )?(?P<name>(?:[\w'-]+ ){0,5}(?:authority|ministry|committee|association"
    r"|department|agency|bank|chamber|council|board|institute|university|federation|union))\b"
)
