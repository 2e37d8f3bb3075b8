"""Words that name a body, a country, a time or nothing at all, in the three languages."""

import re

from articles.intake.companies import STRONG_TAIL
from articles.text import LATIN_CAPITALS

# Words that end names as well as the names of industries and goods.
WEAK_TAIL = (
    r"산업|반도체|자동차|데이터|에너지|은행|건설|발전|전기|기계|물류|항만|전력|가스|유통|식품|항공|보험|조선"
    r"|바이오|배터리|로봇|시스템|솔루션|플랜트|네트워크|미디어|베트남|포트|글로벌|파워|오일|화성|화학|철강|섬유"
    r"|의료기|정유|제련|시멘트|모바일|디스플레이|백화점|마트|카드|전선|타이어|클라우드|재팬|차이나|아메리카|운용"
    r"|신탁|랩|윈드|솔라|리테일|오토|소재|케어|팜"
)
COMPANY_WORD = f"주식회사|유한회사|유한책임회사|합자회사|유한공사|페이|뱅크|벤처|엔진|파트너|{STRONG_TAIL}|{WEAK_TAIL}"
COMPANY_TAIL = re.compile(COMPANY_WORD)
NAMED_LIKE_COMPANY = re.compile(rf"[가-힣A-Za-z0-9&]{{2,14}}(?:{COMPANY_WORD})")
# Stands for a public body where an investor is looked for: what it puts in is a budget.
GOVERNMENTAL = "government"
COUNTRY_NAMES = (
    r"베트남|한국|남한|북한|일본|중국|미국|대만|싱가포르|태국|인도네시아|인도|말레이시아|필리핀|캄보디아|라오스"
    r"|미얀마|독일|프랑스|영국|호주"
    r"|캐나다|러시아|네덜란드|덴마크|스웨덴|노르웨이|핀란드|스위스|이탈리아|스페인|벨기에|아일랜드|오스트리아"
    r"|이스라엘|튀르키예|터키|헝가리"
    r"|폴란드|체코|멕시코|브라질|홍콩|뉴질랜드|사우디아라비아|아랍에미리트|유럽연합|유럽|동남아|아세안|사우디"
    r"|카타르|몽골|우즈베키스탄|카자흐스탄|칠레|아르헨티나"
)
COUNTRY = re.compile(COUNTRY_NAMES)
LATIN_COUNTRIES = (
    r"(?:Viet ?nam|Việt Nam|(?:South |North )?Korea|Hàn Quốc|Japan|Nhật Bản|China|Trung Quốc|United States"
    r"|USA?|America"
    r"|Mỹ|Hoa Kỳ|Taiwan|Đài Loan|Singapore|Thailand|Thái Lan|Indonesia|India|Ấn Độ|Malaysia|(?:the )?Philippines"
    r"|Cambodia|Campuchia|Laos|Lào|Myanmar|Germany|Đức|France|Pháp|United Kingdom|UK|Britain|Anh|Australia|Úc|Canada"
    r"|Russia|Nga|Netherlands|Hà Lan|Denmark|Đan Mạch|Sweden|Thụy Điển|Norway|Na Uy|Finland|Phần Lan"
    r"|Switzerland|Thụy Sĩ|Italy|Ý|Spain|Tây Ban Nha|Belgium|Bỉ|Ireland|Austria|Israel|Turkey|Hungary|Poland"
    r"|Mexico|Brazil|Hong Kong|New Zealand|Europe|Asia|ASEAN|Southeast Asia|Đông Nam Á|châu Âu)"
)
LATIN_COUNTRY = re.compile(LATIN_COUNTRIES)
# Times are topics as often as companies are: `지난해는`, `2024년 3월은`.
TIME_WORD = re.compile(
    r"\d{1,4}(?:년대?|월|일|분기)?|(?:지난|이번|다음)?(?:해|달|주|분기|상반기|하반기)|지난해|올해|내년|작년"
    r"|재작년|이듬해|이달"
    r"|지난\S{1,3}|최근|현재|당시|오늘|어제|내일|이날|앞서|이후|이전|그동안|올\S|연말|연초|처음|마지막|반기"
    r"|하루|오전|오후|이번에|이때|그때|요즘"
)
THE_COMPANY = re.compile(
    r"(?:동|이|두|세|당|그|해당)?\s?(?:회사|업체|기업|양사|이들|사|그룹|은행)(?:\s?측)?|그|그녀|그쪽|이곳|양측"
    r"|우리|저희|당사|자사|이\s?사"
)
GOVERNMENT = re.compile(
    r"\S{0,8}(?:정부|당국|부처|위원회|의회|관청|도청|시청|군청|구청|인민위원회|관리청|개발청|투자청|국회|교육청"
    r"|총리실|지방자치단체|지자체|공단본부)"
    r"|(?:산업통상자원|산업|기획재정|과학기술정보통신|국토교통|환경|중소벤처기업|농림축산식품|해양수산|교육"
    r"|국방|재무|재정|상무|경제|계획투자)부"
    r"|(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주|충청북|충청남"
    r"|전라북|전라남|경상북|경상남)(?:특별|광역|특별자치)?[시도]?"
    r"|[도시군구]|[가-힣]{2,3}[시군구도]|[가-힣]{2,5}[성주](?:\s?정부)?"
)
# Nouns that end like a region and are companies or goods.
NO_GOVERNMENT = re.compile(
    r".*(?:지주|화성|삼성|효성|대성|한성|금성|신도|만도|전주|광주은행|태성|우성|동성)|제도|속도|정도|연구|도구|기구"
    r"|가구|입주|발주|수주"
)
# Media tell of investments and make none.
MEDIA = re.compile(
    r"(?:.*(?:로이터|교도|신화|연합|관영|타스|국영|경제)|\S)?통신사?|.*(?:신문|일보|뉴스|방송|닷컴|타임스|저널|매체"
    r"|포스트)|닛케이|블룸버그|로이터|니혼게이자이|교도|AFP"
    r"|AP|CNN|CNBC|NHK|BBC|KBS|MBC|SBS|YTN"
    r"|TTXVN|VOV|VTV"
)
PERSON = re.compile(
    r".*(?:대표|사장|회장|부회장|부사장|전무|상무|이사|본부장|센터장|연구소장|소장|팀장|총괄|책임자|대변인"
    r"|관계자|위원장|장관|차관|총리|대통령|주석|지사|시장|군수|구청장"
    r"|의원|교수|연구원|애널리스트|연구위원|박사|원장|기자|법인장|지점장|공장장|CEO|CFO|CTO|COO|소식통|전문가"
    r"|주민|조합장|노조|직원|노동자|근로자|행장|창업자|씨)"
)
# Nouns that are topics of business news and never put in money.
COMMON = re.compile(
    r".{0,10}(?:공장|센터|단지|라인|설비|투자|사업|시장|계획|공단|부품사|소재사|자본|대금|국비|협회|연합회|이번"
    r"|들|가격|분양가|금액|비용|규모|원가|지분율|보험료|수수료|생산량|판매량|물동량|이자|자금|예산)"
    r"|(?:증설|확장|신설|설립|건설|건립|진출|유치|투자협약|양해각서|출시"
    r"|개발|확대|축소|철수|철회|인상|인하|개선|구축|조성|운영|관리|판매|구매|수주|납품|매각|상장|공개|참여|추진"
    r"|검토|체결|서명|방문|지원|육성|도입"
    r"|대기업|중소기업|스타트업|제조업|제조업체|협력사|협력업체|고객사|경쟁사|자회사|모회사|계열사|투자사"
    r"|운용사|증권사|은행들|현지|국내|해외|글로벌|신사업|본계약|실사|특허|친환경|탄소중립"
    r"|인공지능|데이터|클라우드|구축비|설치비|개발비|지방|수도권|전환|관세|교역액|포럼|조달|종속회사|편집숍|개인|선주"
    r"|원가|조선소|제철소|제련소"
    r"|\S{1,8}[율률액])|"
    r"(?:총|신규|추가|이번|누적|해외|국내)?(?:공장|투자|규모|사업|프로젝트|자금|금액|센터|시설|계획|가치|매출"
    r"|총액|단지|행사|협력|이번|협약|발표|수|투자액|투자금|투자자|투자자들"
    r"|사업비|비용|재원|예산|설비|장비|라인|부지|면적|일자리|고용|인력|인원|생산|생산량|생산능력|양산|시점|착공"
    r"|준공|가동|완공|수요|공급|수출|수입|가격|주가|단가|이익|영업이익"
    r"|순이익|손실|부채|자본|지분|인수|합병|거래|계약|결정|배경|이유|목적|목표|핵심|관건|문제|과제|대책|효과"
    r"|영향|결과|상황|분위기|전망|기대|우려|반응|시선|지적|평가|분석|관심"
    r"|업계|산업|기술|제품|부품|소재|차량|전기차|배터리|반도체|칩|기업들|업체들|회사들|지역|도시|국가|나라|세계"
    r"|시장|경제|정책|제도|법|세금|보조금|지원금|혜택|조건|절차|허가|승인"
    r"|이사회|주주|주주총회|채권단|은행권|증권가|노조|나머지|일부|대부분|전체|절반|합계|가운데|중|것|점|바|데"
    r"|곳|때|측|편|쪽|날|말|일|돈|땅|물량|기간|단계|1단계|2단계|3단계|1공장|2공장"
    r"|제?\d공장|신공장|새\s?공장|본사|지사|연구소|법인|현지\s?법인|합작사|합작법인|합작회사|컨소시엄|펀드|기금"
    r"|건물|호텔|발전소|터미널|항만|공항|도로|철도|전력|전기|물|가스|원료|원자재"
    r"|환율|금리|물가|관세|무역|성장|성장률|비중|점유율|속도|방식|형태|모습|자리|회의|간담회|기자회견|행사장"
    r"|현장|도시락|사람|사람들|이들|누구|우리|저희|그들|모두|각각|마치|아직|이미|다시"
    r"|본지|본보|취재진|여기|거기|이것|그것|이는|정도|수준|이상|이하|미만|초과|대가|물건|마음|차이|사이|아이"
    r"|나이|높이|길이|깊이|놀이|먹이|종이|오이|원인|요인|본인|개인|타인|달러"
    r"|유로|위안|루피|루피아|바트|밧|엔|원|동|링깃|페소|불|조원|억원|만원)"
)
# `만드는`, `떠오르는`, `돌아오는` look like a noun with its particle; names may end like them (`솔빛필드는`).
VERBAL = re.compile(
    r".*(?:하|되|있|없|넘|받|짓|맡|이루|늘리|키우|세우|나서|내|불리|거치|것|점|날|에서|으로|에게|까지|부터|려"
    r"|겠|았|었|했|됐|않|싶|같|크|쓰|뜨|치르|들이|들어가|붓|쏟"
    r"|웃도|밑도|감도)"
    r"|(?:만|모여|접어|몰려|흔)드|(?:떠오|오|이|따|뒤따|잇따|부|흐|모|다)르|(?:나|들어|돌아|다가|이어|내려|가져"
    r"|쏟아져)오|(?:물러|뛰어|일어|떠)나|사|파|주|가|보|서"
    r"|지키|남기|맞|밝히"
)
PAST = re.compile(r".*[했됐었았였겠]고?|(?:들어|내려|올라|나아|돌아|다가|지나)")
ACRONYM = re.compile(
    r"AI|GDP|FDI|EV|ESS|LNG|LPG|MOU|CEO|CFO|CTO|COO|IT|ICT|ESG|PF|VC|PEF|USD|KRW|VND|CES|TV|EU|WTO|OECD|IMF|UN"
    r"|IPO|M&A|R&D|RE100|DB|IP|IR|SPA|NDA|LOI|DX|AX|GPU|HBM|D램|SUV"
    r"|OLED|LCD|LED|PCB|ODA|B2B|B2C|SNS|MICE|KTX|GTX|FTA|IRA|ETF|UAM|SMR|CCUS|ERP|EPC|MW|GW|SMIC팹|DRAM|CB|BW"
    r"|S&P|3D|5G|6G|QR|PC"
)

LATIN_WORDS = rf"[{LATIN_CAPITALS}][\wÀ-ỹ’'&-]{{0,24}}(?: (?:& )?[{LATIN_CAPITALS}0-9][\wÀ-ỹ’'&-]{{0,24}}){{0,5}}"
LEGAL_PREFIX = (
    r"(?:Tập đoàn|Tổng công ty|Công ty(?: (?:CP|TNHH|cổ phần|Cổ phần|liên doanh))?(?: MTV)?|Ngân hàng|CTCP"
    r"|Quỹ(?: đầu tư)?|Liên danh)"
)
# In a Vietnamese name small words stand between capitals (`Công ty CP Năng lượng Gió Xanh`), but none of these.
NO_NAME_WORD = (
    r"(?:sẽ|đã|đang|dự|có|vừa|cho|của|và|tại|ở|với|là|từ|đầu|rót|chi|đến|trong|vào|được|cũng|công|xây|mở|ký"
    r"|muốn|cam|thông|khởi|mua|bán|nhận|về|do|bị|trên)"
)
LATIN_NAME = (
    rf"(?:{LEGAL_PREFIX} {LATIN_WORDS}(?: (?!{NO_NAME_WORD} )[a-zà-ỹ]{{1,8}} {LATIN_WORDS}){{0,2}}"
    rf"|(?:(?:Bank|University|Institute) of (?:the )?)?{LATIN_WORDS})"
)
LATIN_COMPANY_WORD = (
    r"(?:Pharma\w*|Electronics?|Group|Corp|Corporation|Inc|Ltd|Co|Company|Bank|Capital|Holdings?|Energy"
    r"|Logistics|Data|Cloud|Ports?|Batter(?:y|ies)"
    r"|Motors?|Tech|Technology|Technologies|Chemie|Chemicals?|Industries|Partners|Systems|Semiconductors?"
    r"|Materials?|Steel|Ventures?|Robotics|Foods?"
    r"|Airlines|Airways|Telecom|Power|Solar|Wind|Life|Insurance|Investments?|Equity|Fund|Therapeutics"
    r"|Biologics|Bio|Labs?|Networks?|Mobility|Auto\w*"
    r"|Shipping|Marine|Renewables|Resources|Mining|Metals?|Paper|Textiles?|Garment|AG|SE|SA|NV|PLC|GmbH|AB|A/S"
    r"|LLC|JSC|Works|Components|Devices)"
)
LATIN_COMPANY_TAIL = re.compile(rf".* {LATIN_COMPANY_WORD}")
NO_LATIN_BODY = re.compile(
    rf"(?:(?:The|It|He|She|They|In|This|That|On|Its|A|An|At|For|But|And|As|If|When|While|With|From|To|By|Of|We"
    rf"|Our|Under|After|Before|Since|Both|Last|Next|Next"
    r"|Another|Separately|Meanwhile|However|Also|Construction|Production|Work|Shares?|Sales|Revenue|Analysts?"
    r"|Officials?|Investors?|Executives?|Total|Asked|Earlier|No|Not"
    r"|There|These|Those|Each|Some|Most|Many|Several|Two|Three|Four|Five|State|City|County|Province|Provincial"
    r"|Chairman|President|Minister|Governor|Mayor|Chief|Director"
    r"|Ministry|Department|Committee|Parliament|Government|People’s|Cabinet|Congress"
    r"|Ông|Bà|Theo|Trong|Năm|Ngày|Tháng|Dự án|Nhà máy|Đây|Hiện|Trước|Sau|Với|Khi|Tại|Từ|Để|Và|Nhưng|Tuy|Cùng"
    r"|Đến|Ngoài|Bên|Riêng|Tổng|Doanh|Lợi|Mỗi|Một|Hai|Các|Những"
    r"|Chủ tịch|Tỉnh|Thành|UBND|Bộ|Sở|Chính phủ|Ban|Ủy ban|Quốc hội|Thủ tướng|Giai|Công trình|Số|Khu|Ở|Được"
    r"|Đại|Giám|Phó|Thị|Giá|Vốn|Trung|Quý|Gần|Hơn|Cuối|Đầu|Mới|Nếu|Chúng|Tôi"
    r"|Khoản|Việc|Nguồn|Đối|Lãnh|Người|Đại diện)\b.*)"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar"
    r"|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|\w{3,6}day)(?: \d+)?"
    rf"|{LATIN_COUNTRIES}|USD|VND|KRW|EUR|GDP|FDI|MoU|MOU|CEO|CFO|AI|EV|LNG|R&D|IPO|EU|UN|Reuters|Bloomberg|AFP"
    rf"|Nikkei|TTXVN|VNA"
)
