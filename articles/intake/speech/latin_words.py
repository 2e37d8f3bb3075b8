"""The words by which English and Vietnamese stories name people and bodies, and say that somebody said something."""

import re

from articles.intake.names.latin_words import LATIN_COMPANY_WORD
from articles.text import LATIN_CAPITALS

CAPITALISED = rf"[{LATIN_CAPITALS}][\wÀ-ỹ’'&.-]{{0,24}}"
VERBS = {
    "en": r"(?:said|says|say|saying|added|adds|adding|told|tells|telling|noted|notes|noting|stated|states"
    r"|explained|explains|remarked|commented|comments|warned|warns|warning|stressed|stresses|stressing"
    r"|argued|argues|arguing|recalled|recalls|wrote|writes|writing|continued|continues|concluded|concludes"
    r"|replied|replies|insisted|insists|acknowledged|acknowledges|admitted|admits|confirmed|confirms"
    r"|emphasi[sz]ed|emphasi[sz]es|pointed out|points out|joked|jokes|laughed|laughs|recounted|observed|observes"
    r"|answered|answers|declared|declares|asked|asks|quipped|predicted|predicts|cautioned|cautions|reads?"
    r"|complained|complains|vowed|vows|pledged|pledges|promised|promises|urged|urges|claimed|claims|suggested"
    r"|suggests|suggesting|conceded|concedes|lamented|laments|responded|responds|affirmed|affirms|reiterated"
    r"|reiterates|underlined|highlighted|shrugged|shrugs|sighed|sighs|posted|tweeted|testified|believes|thinks"
    r"|revealed|reveals|reported|reports|described|describes|it as|put it|puts it|asserted|opined"
    r"|mused|muses|shouted|fired back|chimed in|exclaimed|whispered|grumbled|fumed|boasted|enthused|wondered|wonders"
    r"|retorted|snapped|called|calls|summed up|sums up|shot back|countered|counters|announced|chuckled|chuckles"
    r"|grinned|grins|smiled|smiles|scoffed|scoffs|mused|marvell?ed|marvels|beamed|beams"
    r"|sniffs|grumbles|snaps|muses|opines|contends|contended|maintains|maintained|agreed|agrees|denied|denies|hailed"
    r"|praised|according to)",
    "vi": r"(?:nói thêm|nói rõ|nói rằng|nói|cho biết thêm|cho biết|chia sẻ thêm|chia sẻ|khẳng định|nhấn mạnh"
    r"|phát biểu|nhận định|bày tỏ|cho rằng|cho hay|đánh giá|thông tin|trả lời|lý giải|lí giải|giải thích"
    r"|kể lại|kể|phân tích|dự báo|cảnh báo|lưu ý|bổ sung|nêu rõ|nêu quan điểm|nêu|tâm sự|đề nghị|kiến nghị"
    r"|kỳ vọng|lạc quan|thừa nhận|xác nhận|viết|tiết lộ|tuyên bố|hồi đáp|nhớ lại|nhận xét|bình luận|than thở"
    r"|than|phân trần|cam kết|yêu cầu|phản hồi|hỏi|đáp|khuyến nghị|khuyến cáo|đề xuất|chỉ rõ|chỉ ra|dẫn chứng"
    r"|quả quyết|hứa|cười|lắc đầu|đặt vấn đề|thổ lộ|trải lòng|ví von|băn khoăn|trăn trở|bức xúc|lo lắng|nói vui"
    r"|tin rằng|tin tưởng|hy vọng|mong muốn|mong|đưa tin|dẫn lời|trích lời|thở dài|gật đầu|tỏ ra|thông báo|gợi ý"
    r"|khuyên|theo)",
}
# In Vietnamese the same words in capitals are names of offices (`Sở Thông tin`) or open a sentence about a place.
VERB = {
    "en": re.compile(rf"(?<!\w){VERBS['en']}(?!\w)", re.I),
    "vi": re.compile(
        r"(?<!\w)(?<!viên )(?<!gia )(?<!nhóm )(?<!phòng )(?<!phận )(?<!nghệ )(?<!hệ thống )(?<!Giải )(?<!Đối )"
        rf"(?:{VERBS['vi']}|Theo)(?!\w)"
    ),
}
BY = ("according to", "theo", "dẫn lời", "trích lời")
HONORIFIC = {
    "en": re.compile(
        r"(?<!\w)(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Lord|Madam|Professor|Datuk(?: Seri)?|Dato['’]?(?: Sri)?|Tan Sri|Tun"
        r"|H\.E|Shri|Smt|Gov"
        rf"|Sen|Rep|Gen|Col|Capt|Rev|Engr|Atty)\.? (?=[{LATIN_CAPITALS}])"
    ),
    "vi": re.compile(
        r"(?<!\w)(?:(?<!\w )(?:Ông|Bà|Anh|Chị|Cô)|ông|bà|anh|chị|cô|[Đđ]ồng chí|(?:GS|PGS|TSKH|TS|ThS|BS"
        r"|KS)\.?(?:[ ,.]{0,2}(?:TSKH|TS|BS"
        r"|KH)\.?){0,2}"
        r"|KTS\.?|LS\.?|[Tt]iến sĩ|[Gg]iáo sư|[Ll]uật sư|Mr\.?|Ms\.?) "
        rf"(?=[{LATIN_CAPITALS}])"
    ),
}
PRONOUN = {
    "en": re.compile(r"(?:.{0,60}[\s,])?(?P<word>he|she)(?: (?:also|then|has|had|further|later|once))?", re.I),
    "vi": re.compile(
        r"(?:.{0,60}[\s,])?(?P<word>(?:ông|bà|anh|chị|cô|vị|người)(?: (?:ấy|này|ta))?)"
        r"(?: (?:cũng|còn|đã|tiếp tục|lại|chỉ|đồng thời|vừa|từng))?",
        re.I,
    ),
}
THE_BODY = {
    "en": re.compile(
        r"(?:.{0,60}[\s,])?(?:it|they|the (?:company|firm|group|developer|bank|ministry|agency|department|union"
        r"|authority"
        r"|association|committee|council|university|institute|subsidiary|joint venture|(?:[A-Z]\w+-(?:based|listed"
        r"|owned) )"
        r"(?:company|firm|group|bank|fund|start-?up|unit)|manufacturer"
        r"|producer|operator|maker|fund|carmaker|chipmaker|automaker|startup|start-up|statement|release))(?: also)?",
        re.I,
    ),
    "vi": re.compile(
        r"(?:.{0,60}[\s,])?(?:công ty|doanh nghiệp|tập đoàn|ngân hàng|đơn vị|phía công ty"
        r"|phía doanh nghiệp|hãng|(?:cục|bộ|sở|viện|quỹ|hiệp hội|ban|hội|cơ quan)(?= này)|chủ đầu tư"
        r"|HĐQT|hội đồng quản trị|ban lãnh đạo|ban giám đốc|ban điều hành"
        r"|nhóm (?:phân tích|nghiên cứu))(?: này| cũng)?",
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
        r"|một giám đốc|nhà đầu tư|môi giới|kỹ sư|nông dân|hộ dân|quan chức|nhân viên|chủ hộ|tiểu thương|founder"
        r"|bà chủ|ông chủ|chủ nhà|tài xế|xe ôm|thương lái|giáo viên|khách hàng|cư dân|bạn đọc|doanh nhân"
        r"|thành viên|(?:người|ai) (?:này|khác|ấy|trong cuộc)|một vị)",
        re.I,
    ),
}
ROLE = {
    "en": re.compile(
        r"\b(?!(?:heads|leads)\b)(?:(?:executive |vice |deputy |co-|managing |senior |general |chief |founding |group "
        r"|regional "
        r"|country |global |acting |assistant |standing |research |lead |principal |honorary |associate |head ){0,3}"
        r"(?:chief executive(?: officer)?|prime minister|(?:finance|trade|foreign|industry|energy|commerce|power"
        r"|economy|planning|labou?r|transport|health"
        r"|industries|economics|home|tourism|digital|railways?|coal|steel|petroleum|housing|construction"
        r"|environment|defen[cs]e|education|agriculture|science|technology|interior|treasury|state|investment)"
        r"(?: and \w{4,14})? (?:minister|secretary)|minister (?:of|for) (?:the )?[A-Z]\w+(?:(?:,? and"
        r"|,) [A-Z]\w+){0,3}|chief \w{2,16}(?: and \w{2,16})? officer|officer|president"
        r"|chair(?:man|woman|person)?|director(?:[- ]general)?|manager|minister|professor|lecturer|founder"
        r"|partner|CEO|CTO|CFO|COO|CIO|CMO|CHRO|(?-i:MD|VP|SVP|EVP|AVP|GM)|economist|analyst|strategist|head"
        r"|mayor|governor|ambassador|secretary|spokes(?:man|woman|person)|commissioner|engineer|researcher"
        r"|lawyer|consultant|owner|fellow|adviser|advisor|executive|vice[- ]president|chief of \w{2,16}"
        r"|scientist|editor|lead|official|representative|leader|boss|banker|trader|broker|senator|lawmaker|envoy"
        r"|counsel"
        r"|dean|principal|farmer|columnist|architect|attorney|chef|captain|foreman|shopkeeper|designer|developer"
        r"|investor|student|resident|worker|technician|(?:trade|village|union|party|finance|police|marketing|sales"
        r"|operations|technology|investment|product|design|country|policy|strategy) chief|general secretary|chief)"
        r"(?-i:s(?<!Partners)(?<!Advisors)(?<!Advisers)(?<!Engineers)(?<!Brokers)(?<!Bankers)(?<!Designers)"
        r"(?<!Developers)(?<!Investors)(?<!Traders)(?<!Architects)(?<!Consultants)(?<!Workers)(?<!Farmers))?)\b"
        r"(?:[- ]general)?",
        re.I,
    ),
    "vi": re.compile(
        r"(?:(?:phó |tổng |quyền |nguyên ){0,3}giám đốc(?: điều hành| tài chính| công nghệ| vận hành"
        r"| kinh doanh| nhân sự| kỹ thuật| dự án| đầu tư| khối \S{2,10}| phát triển| marketing| nhà máy)?"
        r"|(?:phó )?chủ tịch(?: hđqt| hội đồng quản trị| hđtv| kiêm \S{1,8})?"
        r"|(?:thứ|bộ) trưởng|(?:phó )?thủ tướng|(?:phó )?(?:trưởng (?:ban|phòng|khoa|đại diện|bộ phận|nhóm)"
        r"|(?:phó )?(?:cục|vụ) trưởng|tổng thống|chủ tịch nước|tổng bí thư|tham tán(?: thương mại)?|thống đốc|đại biểu"
        r"|nghị sĩ|quản đốc"
        r"|chánh văn phòng|trưởng (?:thôn|buôn|bản|ấp|xóm|làng)"
        r"|(?:người )?đứng đầu|tổ trưởng|nhà báo|bác sĩ|đạo diễn|kiến trúc sư|nhà kinh tế(?: trưởng)?"
        r"|kinh tế trưởng|trưởng nhóm|chủ (?:doanh nghiệp|cửa hàng|xưởng|cơ sở|tiệm|quán|vườn|trang trại|một|chuỗi)"
        r"|phụ trách|thành viên hđqt|chủ nhiệm|phó chủ nhiệm|chủ sở hữu|chủ cơ sở|giám sát|chủ hãng"
        r"|viện trưởng|cục phó|tổng thư ký|bí thư|hiệu trưởng|vụ phó)|nhà sáng lập"
        r"|đồng sáng lập|sáng lập|(?:tổng )?thư ký|ceo|cto|cfo|coo|chuyên gia(?: (?:kinh tế|tài chính|bất động sản"
        r"|chứng khoán|phân tích|pháp lý|môi trường|năng lượng"
        r"|logistics|giáo dục|công nghệ|cao cấp|trưởng|độc lập|nông nghiệp|thương mại)){0,2}"
        r"|đại sứ|tổng lãnh sự|giám đốc|quản lý|kỹ sư|giảng viên|nhà nghiên cứu|nghiên cứu viên|phó trưởng ban"
        r"|trưởng ban"
        r"|phân tích viên|chuyên viên(?: (?:phân tích|cao cấp|tư vấn|nghiên cứu)){0,2}|trưởng nhóm nghiên cứu"
        r"|phó tổng thư ký|người phát ngôn|luật sư|kế toán trưởng|tổng biên tập)",
        re.I,
    ),
}
BODY_WORD = re.compile(
    rf"\b(?:{LATIN_COMPANY_WORD}"
    r"|Plc|Ministry|University|Agency|Committee|Authority|Department|Association|Institute|Council|Board"
    r"|Securities|Foundation|Federation|Chamber|Center|Centre|Government|Airlines?|Research|Development"
    r"|Exchange|Shipyard|Shipbuilding|Apparel|Garments?|Studios|Brands|Mart|Estate|Minerals|Instruments"
    r"|Communications|Hospital|School|College|Academy|Advis(?:ory|ors)|Consulting|Analytics|Insights?|Union"
    r"|Party|Front|Alliance|Coalition|Society|Court|Parliament|Senate|Congress|Berhad|Bhd|Tbk|BV|ASA|SpA"
    r"|Vina|Worldwide|International|Brothers|Sons|Bureau|Chambers|Confederation|Ledger|Chronicle|Office"
    r"|Commission|Embassy|Times|News|Daily|Journal|Review|Post|Reuters|Bloomberg|AP|AFP|Tập đoàn|Công ty"
    r"|Tổng công ty|Bộ|Ngân hàng|Ủy ban|Uỷ ban|UBND|Sở|Cục|Hiệp hội|Ban [Qq]uản lý|Viện|Quỹ|Trường|Đại học"
    r"|Phòng Thương mại|VCCI|Chi cục|Tổng cục|Vụ|Trung tâm|HĐND|Hội)\b"
)
VIETNAMESE_BODY = re.compile(
    rf"(?<!\w)(?:Tổng [Cc]ông ty|CTCP|Đoàn(?= (?:Luật|Thanh|đại biểu|ĐBQH))|Liên minh|Câu lạc bộ|CLB"
    rf"|Báo(?= [{LATIN_CAPITALS}])"
    rf"|HTX|Hợp tác xã"
    rf"|Chứng khoán(?= [{LATIN_CAPITALS}])|Bệnh viện"
    rf"|Cơ quan|Kho bạc|Công đoàn|Phái đoàn|Thanh tra|Mặt trận|Công ty|công ty|Tập đoàn|tập đoàn|Ngân hàng|Ủy ban"
    rf"|Uỷ ban|UBND|Sở(?! hữu)|Bộ(?! (?:phận|máy|đội|ba))|Cục"
    rf"|Hiệp hội|[Bb]an [Qq]uản lý|Thương vụ(?= [{LATIN_CAPITALS}])"
    rf"|Viện(?! phí)|Quỹ(?! đất)|Trường(?! hợp)|Đại học|Học viện|Tổng cục"
    rf"|Vụ(?= [{LATIN_CAPITALS}])"
    rf"|Trung tâm|Phòng(?= [{LATIN_CAPITALS}t])"
    rf"|Hội(?! (?:đồng (?:quản|thành)|nghị|thảo|trường|chợ|nhập))|Chi cục|HĐND"
    rf"|Liên đoàn|Văn phòng|Khoa(?= [{LATIN_CAPITALS}kl])|Đại sứ quán|Tổng lãnh sự quán|Thành ủy|Tỉnh ủy"
    rf"|Chi nhánh)(?!\w)"
)
# Words in small letters that stand inside the name of a Vietnamese body.
INNER_WORDS_TEXT = (
    "ty cổ phần tnhh một thành viên mtv cp và các khu công nghiệp chế xuất kinh"
    " tế số tỉnh phố huyện quận thị xã quản lý kế hoạch đầu tư nhân dân nghiên cứu"
    " phát triển thương mại xây dựng tài chính môi trường nguyên khoa học nước ngoài doanh bất"
    " động sản hàng nhà máy sách chiến lược việt nam quốc gia trung ương xúc tiến hợp"
    " tác đại kỹ thuật du lịch nông thôn dịch vụ hạ tầng điện lực tử cao hội"
    " đồng luật ngân thống kê hải quan thuế lao binh giao thông vận tải tin truyền chứng"
    " giới sự thực phẩm nội vụ ngoại giao quốc phòng công an y tế giáo dục đào tạo văn hóa thể thao tư pháp"
    " thanh tra dân tộc dầu khí than khoáng bông sợi gỗ lâm thủy chăn nuôi rau cà phê gạo"
    " mía đường sữa bia rượu thép xi măng"
    " khoán bảo hiểm quỹ điều hành năng lượng tái tạo dệt may da giày thủy"
    " tín dụng ngành thêu đan bền vững viễn thông đô thị chế biến khẩu nhập tiêu dùng bán lẻ hóa chất phân bón gốm sứ"
    " thủ công mỹ nghệ tư vấn kiểm toán cơ phần mềm sáng tạo khởi doanh nhân trẻ bao bì nhựa giấy"
)
INNER_WORDS = frozenset(INNER_WORDS_TEXT.split())
LOWER_BODY = re.compile(
    r"\b(?:of|at|for|from|with) (?:the )?(?P<name>(?:[\w'-]+ ){0,5}(?:authority|ministry|committee|association"
    r"|department|agency|bank|chamber|council|board|institute|university|federation|union))\b"
)
