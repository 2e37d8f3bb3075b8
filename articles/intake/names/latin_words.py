"""Words by which English and Vietnamese stories name bodies, and those that look like names and are none."""

import re

from articles.text import LATIN_CAPITALS

LATIN_COUNTRIES = (
    r"(?:Viet ?nam|Việt Nam|(?:the )?Republic of Korea|RoK|ROK|(?:South |North )?Korea|Hàn Quốc|Japan|Nhật Bản|Nhật"
    r"|China"
    r"|Trung Quốc|(?:the )?United States|U\.?S\.?A?|America|Mỹ|Hoa Kỳ|Taiwan|Đài Loan|Singapore|Thailand|Thái Lan"
    r"|Indonesia|India|Ấn Độ|Malaysia|(?:the )?Philippines|Cambodia|Campuchia|Laos|Lào|Myanmar|Germany|Đức|France"
    r"|Pháp|(?:the )?United Kingdom|UK|Britain|Anh|Australia|Úc|Canada|Russia|Nga|(?:the )?Netherlands|Hà Lan|Denmark"
    r"|Đan Mạch|Sweden|Thụy Điển|Thuỵ Điển|Norway|Na Uy|Finland|Phần Lan|Portugal|Bồ Đào Nha|Switzerland|Thụy Sĩ"
    r"|Thuỵ Sĩ|Italy|Italia|Ý"
    r"|Spain|Tây Ban Nha|Belgium|Bỉ|Ireland|Austria|Áo|Israel|Turkey|Thổ Nhĩ Kỳ|Hungary|Poland|Ba Lan|Czech Republic"
    r"|CH Séc|Séc|Mexico|Brazil|Hong Kong|Hồng Kông|New Zealand|Saudi Arabia|UAE|Qatar|Kuwait|Kazakhstan|Europe|Asia"
    r"|ASEAN|Southeast Asia|Đông Nam Á|châu Âu|châu Á|Portugal|Bồ Đào Nha|Greece|Hy Lạp|Egypt|Ai Cập|South Africa"
    r"|Nam Phi|Argentina|Chile|Peru|Colombia|Nigeria|Kenya|Ethiopia|Morocco|Ma-?rốc|Bangladesh|Pakistan|Sri Lanka"
    r"|Nepal|Mongolia|Mông Cổ|Uzbekistan|Ukraine|Ukraina|Romania|Bulgaria|Croatia|Serbia|Slovakia|Slovenia|Estonia"
    r"|Latvia|Lithuania|Luxembourg|Iceland|Iran|Iraq|Oman|Jordan|Bahrain|Macau|Brunei|Azerbaijan)"
)
LATIN_COUNTRY = re.compile(LATIN_COUNTRIES)
DEMONYM = (
    r"(?:(?:South )?Korean|Japanese|Chinese|Taiwanese|American|U\.S\.|US|Vietnamese|Thai|Singaporean|Indian"
    r"|Indonesian|Malaysian|Filipino|Philippine|German|French|British|Dutch|Danish|Swedish|Norwegian|Finnish|Swiss"
    r"|Italian|Spanish|Belgian|Irish|Austrian|Israeli|Turkish|Hungarian|Polish|Czech|Mexican|Brazilian|Australian"
    r"|Canadian|Saudi|Emirati|Qatari|European|Asian|Portuguese|Greek|Egyptian|South African|Argentine|Chilean|Nigerian"
    r"|Bangladeshi|Pakistani|Mongolian|Ukrainian|Romanian|Estonian|Russian|Kuwaiti|Kazakh|Cambodian|Hong Kong)"
)
# `Thailand’s Siam Pracha`, `Swiss giant X`: where a body is from, in front of its name.
OF_A_COUNTRY = re.compile(
    rf"^(?:the )?(?:{LATIN_COUNTRIES}(?:['’]s|-based)?|{DEMONYM}"
    rf"|(?:[{LATIN_CAPITALS}]\w{{1,16}} ){{0,2}}[{LATIN_CAPITALS}]\w{{1,16}}-(?:based|backed|listed|owned|born)) "
    rf"(?=[{LATIN_CAPITALS}])"
)
WORD = rf"[{LATIN_CAPITALS}][\wÀ-ỹ&-]{{0,24}}(?:['’](?!s\b)[\wÀ-ỹ]{{1,12}})?"
# A legal form begins a name of its own: `HĐQT CTCP Bao bì Gió Xanh`.
LEGAL_FORM = r"(?:Tập đoàn|Tổng [Cc]ông ty|Công ty|Ngân hàng|CTCP|Quỹ|Liên danh|Liên doanh|Hợp tác xã|HTX)(?![\wÀ-ỹ])"
LATIN_WORDS = rf"{WORD}(?: (?!{LEGAL_FORM})(?:& )?(?:A/S(?!\w)|{WORD}|\d[\dA-Z]{{0,3}}\b)){{0,5}}"
# What a Vietnamese body is called before its own name.
LEGAL_PREFIX = (
    r"(?:Tập đoàn|Tổng [Cc]ông ty|Công ty(?: [Ll]iên doanh)?|Ngân hàng(?: TMCP)?|CTCP|Quỹ(?: đầu tư)?|Liên danh"
    r"|Liên doanh"
    r"|Hợp tác xã|HTX)"
    r"(?: (?:CP|TNHH|[Cc]ổ phần|MTV|[Mm]ột thành viên|Tập đoàn))*"
)
# In a Vietnamese name small words stand between capitals (`Công ty CP Năng lượng Gió Xanh`), but none of these.
NO_NAME_WORD = (
    r"(?:sẽ|đã|đang|dự|có|vừa|cho|của|tại|ở|với|là|từ|đầu tư|rót|chi|đến|trong|vào|được|cũng|công bố|mở|ký|này|trên|nói"
    r"|muốn|cam|thông (?:báo|qua)|khởi|mua|bán|nhận|về|do|bị|hoàn|đề|đăng|khi|tiếp|chính|để|theo|không|báo|như|lên|ra"
    r"|hợp đồng|thì|nơi|chọn|xây|lập|gọi|hủy|huỷ|rời|tính|thêm|đạt|lãi|lỗ|trao|nắm|hôm|ngày|tháng|năm|cùng|hay|hoặc"
    r"|nhưng|giữa|gồm|bao gồm"
    r"|mà|phát hành|thâu|góp|bỏ|dành|giải ngân|xác|tăng|nâng|bắt|tổ chức|chuyên|đặt|vay|thuê|lắp|làm|thành lập|tuyên"
    r"|và(?! (?:Phát|phát|Thương|thương|Dịch|dịch|Xây|xây|Sản|Kinh|Vận|Truyền|Công|Du|Đầu)))"
)
SMALL_WORDS = rf"(?: (?!{NO_NAME_WORD}(?!\w))[a-zà-ỹđ]{{1,8}}){{0,4}}"
PREFIXED_NAME = (
    rf"{LEGAL_PREFIX}(?! (?!Việt Nam){LATIN_COUNTRIES}(?![\wÀ-ỹ]))"
    rf"(?:{SMALL_WORDS} {LATIN_WORDS}){{1,3}}(?:(?: [a-zà-ỹđ]{{1,8}}){{0,3}} số \d{{1,3}})?"
)
# Partners who bid together: `Liên danh Công ty CP Gió Xanh - Nordvind A/S`.
JOINED_NAME = (
    rf"(?:Liên danh|Liên doanh) (?:{PREFIXED_NAME}|{LATIN_WORDS})(?: [-–] (?:{PREFIXED_NAME}|{LATIN_WORDS})){{1,3}}"
)
# `Thủy sản Nam Hải`: the trade of a Vietnamese firm is a part of its name.
TRADE_NAME = (
    r"(?:Thủy sản|Thuỷ sản|Lọc hóa dầu|Lọc hoá dầu|Hóa dầu|Hóa chất|Hoá chất|Bảo hiểm|Chứng khoán|Bao bì"
    r"|Vận tải(?: biển)?"
    r"|Xây dựng|Dệt may|Cao su|Xi măng|Điện lực|Phân bón|Mía đường|Bất động sản|Địa ốc|Thực phẩm|Năng lượng|Bệnh viện"
    r"|Nhiệt điện|Thủy điện|Dược phẩm|Hàng không|Viễn thông|Công nghiệp|Đóng tàu|Chế tạo|Cơ khí|Ô tô|Du lịch|Bán lẻ"
    r"|Dây cáp|Cáp điện|Dược liệu|Nước khoáng|Thức ăn chăn nuôi|Cảng biển|Logistics|May mặc|Da giày|Thép|Nhựa|Gạch|Sợi"
    r"|Bia|Sữa|Gỗ|Hạ tầng|Đô thị|Nông nghiệp|Nông sản|Chăn nuôi|Thủy tinh|Kính|Gốm|Gốm sứ|Bánh kẹo|Nước giải khát)"
    rf" {LATIN_WORDS}"
)
LATIN_NAME = (
    rf"(?:{JOINED_NAME}|{PREFIXED_NAME}|{TRADE_NAME}"
    rf"|(?:(?:The )?(?:Bank|University|Institute) of (?:the )?)?{LATIN_WORDS})"
)
FIRM = re.compile(LEGAL_PREFIX)
LATIN_COMPANY_WORD = (
    r"(?:Pharma\w*|Electronics?|Group|Corp|Corporation|Inc|Ltd|Co|Company|Bank|Capital|Holdings?|Energy|Energies"
    r"|Logistics|Data|Cloud|Ports?|Batter(?:y|ies)|Motors?|Tech|Technology|Technologies|Chemie|Chem|Chemicals?"
    r"|Industries|Industrial|Partners|Systems|Semiconductors?|Semicon|Microsystems|Materials?|Steel|Ventures?|Robotics"
    r"|Foods?|Airlines|Airways|Telecom|Power|Solar|Wind|Life|Insurance|Investments?|Equity|Fund|Therapeutics"
    r"|Biologics|Bio\w*|Labs?|Networks?|Mobility|Auto\w*|Shipping|Marine|Renewables|Resources|Mining|Metals?|Paper"
    r"|Textiles?|Garment|AG|SE|SA|NV|PLC|plc|GmbH|AB|A/S|LLC|LLP|JSC|Works|Components|Devices|Trading|Seafood|Land"
    r"|Realty|Properties|Retail|Optronics|Optics|Solutions|Software|Digital|Health|Healthcare|Medical|Pacific|Global"
    r"|Enterprises?|Petrochemicals?|Petroleum|Oil|Gas|Cement|Glass|Plastics?|Packaging|Brew\w+|Dairy|Farms?|Agri\w*"
    r"|Management|Asset|Associates|Angels?|Family Office|Cars?|Aerospace|Aviation|Engineering|Construction|Cell"
    r"|Cells|Display|Precision|Polymers?|Fertili[sz]ers?|Sugar|Rubber|Tyres?|Tires?|Hydrogen|Fintech|Games|Media"
    r"|Entertainment|Hotels?|Resorts|Airports?|Railways?|Heavy|Machinery|Tools|Drives|Lift|Elevators?|Innovations?"
    r"|Vina|Yards?"
    r"|Shipbuilding|Ceramics|Shipyards?|Halbleiter|Investment Authority|Sdn Bhd|Bhd|Pte|Tbk)"
)
LATIN_COMPANY_TAIL = re.compile(rf".* {LATIN_COMPANY_WORD}(?: (?:Việt Nam|Vietnam|Asia|Korea|India))?")
FUND_WORD = re.compile(r"\b(?:Capital|Ventures?|Partners|Equity|Funds?|Quỹ|Investments?|Angels?|Family Office)\b")
# Words that say what a body is, right before its name: `chipmaker X`, `the buyout firm X`, `doanh nghiệp X`.
DESCRIPTION = (
    r"(?:\b(?:[\w-]{0,14}maker|company|firm|group|giant|startup|start-up|fund|bank|conglomerate|developer|operator"
    r"|retailer|producer|manufacturer|supplier|unit|arm|subsidiary|affiliate|investor|brand|house|unicorn|platform"
    r"|builder|carrier|airline|billionaire|tycoon|businessman|businesswoman|refiner|miner|utility|chain|steelmaker"
    r"|lender|insurer|brewer|contractor|rival|peer"
    r"|partner|major|leader|parent|foundry|shipbuilder|chaebol|provider|distributor|specialist|studio|exporter"
    r"|importer|lab|broker|firm|agency|consortium|trader|hospital)"
    r"|\b(?:doanh nghiệp|hãng|công ty|tập đoàn|quỹ|startup|(?:nhà (?:sản xuất|phát triển|cung cấp|vận hành|chế tạo"
    r"|bán lẻ|phân phối|khai thác|mạng|thầu)|chuỗi|đại gia|ông lớn|gã khổng lồ|ông trùm"
    r"|nền tảng|thương hiệu|hãng|doanh nghiệp|công ty|tập đoàn|kỳ lân|quỹ)[”\"’]?(?: [a-zà-ỹđ]{1,8}){0,4}|chủ đầu tư"
    r"|tỷ phú|tỉ phú|doanh nhân|đại gia|công ty (?:con|mẹ)|đối tác|nhà đầu tư|liên doanh))[”\"’]?"
)
# What may stand between a preposition and a name: `from Norwegian utility X`, `by the Republic of Korea’s X`.
KIND = (
    rf"(?: (?:the|an?|its|their|his|her|một|quỹ))?(?: {DEMONYM})?(?: {LATIN_COUNTRIES}['’]s)?"
    rf"(?: (?:[a-z-]{{2,14}} ){{0,2}}?{DESCRIPTION})?"
)
PUBLIC_WORD = (
    r"(?:Ministry|Department|Government|Parliament|Congress|Committee|Council|Commission|(?<!Investment )Authority"
    r"|Agency|Province"
    r"|City|County|State|District|Cabinet|Senate|Management Board|Politburo|Association|Union|University|Institute"
    r"|Federation|Chamber|UBND|Bộ|Sở|Cục|Vụ|Viện|Hội|Ủy ban|Uỷ ban|Ban|Chính phủ|Quốc hội|Hiệp hội|Thủ tướng)"
)
# Words that open sentences, and lead to a name at most.
LEAD_WORD = re.compile(
    r"(?:The|A|It|He|She|They|In|This|That|On|Its|At|For|But|And|As|If|When|While|With|From|To|By|Of|We|Our|Under|After"
    r"|Before|Since|Both|Last|Until|During|Through|According|Despite|Although|Though|Because|Another|Separately"
    r"|Meanwhile|However|Also|Earlier|Even|Still|Now|Today|Yesterday|Tomorrow|Thus|Instead|Elsewhere|Later|Recently"
    r"|Already|Then|Once|Such|Other|Chairman|President|Minister|Governor|Mayor"
    r"|Chief|Director|Deputy|Vice|CEO|CFO|CTO|COO|HĐQT|Theo|Trong|Khi|Tại|Từ|Để|Và|Nhưng|Tuy|Cùng|Phía|Nay|Hồi|Hôm"
    r"|Vừa|Nhờ|Nhằm|Như|Hay|Còn|Đến|Ngoài|Bên|Riêng|Cũng|Với|Sau|Trước|Hiện|Nếu|Về|Bởi|Do|Ông|Bà|Anh|Chị|Cô|Ở|Qua"
    r"|Được|Ngày|Năm|Tháng|Đại diện|Chủ tịch|Giám đốc|Lãnh đạo|KCN|KCX|KKT|TP|Ảnh|Photo|Image|Startup"
    r"|[A-Z][a-z]{0,12}maker"
    r"|Retailer|Developer|Conglomerate|Operator|Producer|Manufacturer|Chain|Giant|Lender|Insurer|Miner|Refiner|Rivals?"
    r"|Competitor|Peer|Partner|Owner|Parent|Existing|Fellow|Investor|Backer|Utility|Trader|Subsidiary|Affiliate|Unit|Là"
    r"|Thì|Chính|Rồi|Mua|Bán|Sở hữu|Nhà đầu tư|Công ty (?:mẹ|con)) "
)
LONE_WORD = re.compile(
    rf"(?:{LEAD_WORD.pattern[:-1]}|An|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|There|These|Those|Each|Some|Most"
    r"|Many|Several|No|Not|Only|All|More|Much|Just|What|Which|Who|Where|How|Why|Others|Next|I|You|My|Your|His|Her|Their"
    r"|Work|Shares?|Sales|Revenue|Officials?|Executives?|Total|Asked|Founders?|Co-founder|Analysts?|Profits?|Spending"
    r"|(?:I|We|You|They|He|She|It|That|There|What|Who)['’](?:ll|ve|re|d|m|s)|Reporting|Editing|Updated|Published"
    r"|Subscribe|Upgrade|Sign|Share|Related|Read|Follow|Local|Foreign|Domestic"
    r"|North|South|East|West|Northern|Southern|Eastern|Western|Central|Global|General|Funds?|Group|Company|Capital"
    r"|Demand|Supply|Output|Prices?|Costs?|Plans?|Plant|Factory|Phase|Money|Talks|Deals?|Growth|Exports|Imports"
    r"|Republic|Kingdom|MWh?|GWh?|TWh|kWh|TNHH|Nam|Bắc|Đông|Tây|Đông Nam|Tây Nam|NT|HK|RM|Rs|Rp|(?:VND|USD|THB|RM|PHP"
    r"|INR|EUR|CNY|RMB|SGD|JPY|KRW|IDR|MYR|GBP|AUD|CHF|TWD)(?:\d\w*)?"
    r"|Provincial|Senior|Mr|Mrs|Ms|Dr|Chips?|Cash|Tax|People|Today|Home|News|Business"
    r"|Dự án|Dự|Nhà máy|Nhà|Đây|Tiền|Thương|Tổng(?: Giám)?|Doanh|Lợi|Mỗi|Một|Hai|Ba|Bốn|Các|Những|Kết|Tỉnh|Thành|Giai"
    r"|Công|Số|Khu|Giám|Phó|Thị|Giá|Vốn|Trung|Gần|Hơn|Cuối|Đầu|Mới|Chúng|Tôi|Khoản|Việc|Nguồn|Đối|Lãnh|Người|Tiếp"
    r"|Trao|Phát|Trả|Đánh|Đồng|Bước|Đại|Chủ|Thứ|Quý|Phần|Không|Có|Là|Tính|Chia|Mục|Nhu|Thủ|Theo đó|Bài|Chi|Hạ|Kinh"
    r"|Thông"
    r"|Kim|Hợp|Quy|Chương|Nhiều|Toàn|Đó|Họ|Nơi|Lúc|Mức|Gói|Loại|Đơn|Địa|Nhóm|Hàng|Cơ|Nguyên|Tuần|Ban|Pin|Quỹ|Công ty"
    r"|Tập đoàn|Ngân hàng|CTCP|Hợp tác xã|HTX|Liên doanh|Liên danh|Tổng công ty)"
)
NO_LATIN_BODY = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar"
    r"|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?: .*)?"
    r"|[A-Z]{2,3}s|(?:Average|Annual|Monthly|Net|Gross|Overall|Combined|Additional|Initial|Hiring|Median|Typical)"
    r"(?: .*)?"
    rf"|(?:the )?{LATIN_COUNTRIES}|{DEMONYM}(?: .*)?|USD|VND|KRW|EUR|AUD|SGD|GDP|FDI|MoU|MOU|CEO|CFO|AI|EV|LNG|R&D"
    r"|IPO|EU|UN|Reuters|Bloomberg|AFP|AP|M&A|Series [A-F]|GPU|PV|EBITDA|ESG|ODA|BESS|VC|IT|ICT|OLED|HBM|DRAM"
    r"|(?:.* )?(?:Development|Export-Import|Investment|World|Central) Bank|(?:Trường (?:Đại|Cao|Trung)|Báo|Đài"
    r"|Tạp)(?: .*)?"
    rf"|{LEGAL_FORM} {LATIN_COUNTRIES}|(?:Tỉnh|Thành phố|Huyện|Xã|Phường|Quận|Thị xã) .*"
    rf"|Nikkei|TTXVN|VNA|VOV|VTV|VnExpress|(?:.* )?{PUBLIC_WORD}(?![\wÀ-ỹ]).*"
)
# Family names of Vietnam; three or four words behind one are a person.
VIETNAMESE_SURNAME = (
    r"(?:Nguyễn|Nguyen|Trần|Tran|Lê|Le|Phạm|Pham|Hoàng|Hoang|Huỳnh|Huynh|Phan|Vũ|Vu|Võ|Vo|Đặng"
    r"|Dang|Bùi|Bui|Đỗ|Do|Hồ|Ho|Ngô|Ngo|Dương|Duong|Lý|Ly|Đinh|Dinh|Đoàn|Doan|Lâm|Lam|Mai|Trịnh|Trinh|Đào|Dao"
    r"|Lương|Luong|Tô|To|Tạ|Ta|Hà|Ha|Cao|Thái|Thai|Tăng|Tang|Chu|Quách|Vương|Vuong|Kiều|Kieu|Châu|Chau|La|Tống"
    r"|Tong|Phùng|Phung|Từ|Nghiêm|Triệu|Văn|Khuất|Đàm|Lưu|Luu|Thân|Giang|Âu|Doãn|Mạc|Hứa|Trương|Truong|Lại|Phí|Tôn"
    r"|Bạch|Cù|Đậu|Lã|Nông|Thạch|Thiều|Tiêu|Diệp|Giáp|Khổng|Lữ|Lục|Mã|Sầm|Tưởng|Ứng|Viên|Chử|Chung|Thẩm)"
)
VIETNAMESE_PERSON = re.compile(rf"{VIETNAMESE_SURNAME}(?: [{LATIN_CAPITALS}][a-zà-ỹđ]{{1,5}}){{2,3}}")
# Nouns and participles that open sentences are written with a capital there and nowhere else.
OPENER = re.compile(r"[A-Z][a-z]+(?:ing|tions?|sions?|ments?|ers|ors|ists|ants|ly|ity|ities|ance|ence|ness|ed|ships?)")
# Places that business news names; a body is never called just so.
PLACE_NAMES = frozenset(
    """Hà Nội|Hanoi|TP HCM|TP.HCM|TPHCM|HCMC|HCM|Hồ Chí Minh|Ho Chi Minh|Ho Chi Minh City|Sài Gòn|Saigon|Hải Phòng
|Hai Phong|Haiphong|Đà Nẵng|Da Nang|Danang|Cần Thơ|Can Tho|Huế|Hue|An Giang|Bà Rịa|Vũng Tàu|Ba Ria|Vung Tau
|Bà Rịa - Vũng Tàu|Bắc Giang|Bac Giang|Bắc Kạn|Bạc Liêu|Bắc Ninh|Bac Ninh|Bến Tre|Ben Tre|Bình Định|Binh Dinh
|Bình Dương|Binh Duong|Bình Phước|Binh Phuoc|Bình Thuận|Binh Thuan|Cà Mau|Ca Mau|Cao Bằng|Đắk Lắk|Dak Lak|Đắk Nông
|Điện Biên|Đồng Nai|Dong Nai|Đồng Tháp|Dong Thap|Gia Lai|Hà Giang|Hà Nam|Ha Nam|Hà Tĩnh|Ha Tinh|Hải Dương|Hai Duong
|Hậu Giang|Hau Giang|Hòa Bình|Hoà Bình|Hoa Binh|Hưng Yên|Hung Yen|Khánh Hòa|Khánh Hoà|Khanh Hoa|Kiên Giang|Kien Giang
|Kon Tum|Lai Châu|Lâm Đồng|Lam Dong|Lạng Sơn|Lang Son|Lào Cai|Lao Cai|Long An|Nam Định|Nam Dinh|Nghệ An|Nghe An
|Ninh Bình|Ninh Binh|Ninh Thuận|Ninh Thuan|Phú Thọ|Phu Tho|Phú Yên|Phu Yen|Quảng Bình|Quang Binh|Quảng Nam|Quang Nam
|Quảng Ngãi|Quang Ngai|Quảng Ninh|Quang Ninh|Quảng Trị|Quang Tri|Sóc Trăng|Soc Trang|Sơn La|Tây Ninh|Tay Ninh
|Thái Bình|Thai Binh|Thái Nguyên|Thai Nguyen|Thanh Hóa|Thanh Hoá|Thanh Hoa|Tiền Giang|Tien Giang|Trà Vinh|Tra Vinh
|Tuyên Quang|Vĩnh Long|Vinh Long|Vĩnh Phúc|Vinh Phuc|Yên Bái|Thủ Đức|Thu Duc|Dung Quất|Nghi Sơn|Phú Quốc|Phu Quoc
|Quy Nhơn|Nha Trang|Đà Lạt|Da Lat|Dalat|Hòa Lạc|Hoà Lạc|Mekong Delta|Seoul|Busan|Incheon|Daegu|Daejeon|Gwangju|Ulsan
|Pohang|Changwon|Pyeongtaek|Yongin|Icheon|Gumi|Gunsan|Jeju|Gyeonggi|Tokyo|Osaka|Kyoto|Nagoya|Fukuoka|Hokkaido
|Kumamoto|Beijing|Bắc Kinh|Shanghai|Thượng Hải|Shenzhen|Thâm Quyến|Guangzhou|Suzhou|Wuhan|Guangdong|Taipei|Hsinchu
|Kaohsiung|Bangkok|Rayong|Chonburi|Ayutthaya|Jakarta|Batam|Java|West Java|Central Java|Sumatra|Sulawesi|Surabaya|Bali
|Morowali|Kalimantan|Kuala Lumpur|Penang|Johor|Selangor|Kulim|Kedah|Sarawak|Sabah|Malacca|Manila|Cebu|Luzon|Mumbai
|New Delhi|Delhi|Bengaluru|Bangalore|Chennai|Hyderabad|Pune|Kolkata|Ahmedabad|Noida|Gurugram|Gujarat|Maharashtra
|Tamil Nadu|Karnataka|Telangana|Andhra Pradesh|Uttar Pradesh|Odisha|Rajasthan|Kerala|Haryana|Punjab|Assam|Phnom Penh
|Vientiane|Yangon|London|Paris|Berlin|Munich|Frankfurt|Dresden|Saxony|Madrid|Barcelona|Rome|Milan|Amsterdam|Brussels
|Vienna|Zurich|Geneva|Stockholm|Oslo|Copenhagen|Helsinki|Warsaw|Prague|Budapest|Debrecen|Dublin|Lisbon|Athens|Moscow
|Istanbul|Dubai|Abu Dhabi|Riyadh|Doha|Cairo|Lagos|Nairobi|Johannesburg|Sydney|Melbourne|Perth|Brisbane|Toronto
|Vancouver|Montreal|Ontario|Quebec|New York|New Jersey|Washington|Boston|Chicago|Detroit|Houston|Dallas|Austin|Phoenix
|Seattle|San Francisco|Silicon Valley|Los Angeles|California|Texas|Ohio|Arizona|Georgia|Michigan|Indiana|Illinois
|Tennessee|Kentucky|Alabama|Florida|Virginia|North Carolina|South Carolina|Louisiana|Nevada|Oregon|Utah|Kansas|Idaho
|Wall Street|Mexico City|Monterrey|Sao Paulo|Africa|Middle East|Trung Đông|Latin America""".replace("\n", "").split("|")
)
