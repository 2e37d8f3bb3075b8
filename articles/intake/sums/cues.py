"""The words that say what an amount is: labels before it (`매출 3조원`), heads behind it (`3조원 규모 수주`)."""

from articles.intake.names.words import LABEL_OF_SUM

# What Korean prints between a label and its amount, and between the amount and its head, says nothing.
INVESTMENT = {
    "ko": r"투자(?!자|회사|협약식|촉진|진흥|보조|유치|의향|심리|설명회|자문)|투입|쏟|들여|들이|들인|들일|들어[간가갔갈]"
    r"|(?<=[을를이가] )(?:드는|든다|들었|듭니다)|(?:정도|가량|쯤|넘게)\s(?:드는|든다|들었|들어|듭니다)"
    r"|놓고\s(?:\S{1,6}\s)?(?:계산기|저울질|고민|검토|협상|논의|실사)"
    r"|출자|인수(?!위|인계|\s?금융)|사들|매입|증자|집행|책임[지진졌]|[이가]\s(?:맡(?:았|는다|기로)|댄다|대기로|낸다|내기로)|쏟아붓|붓[는기]|부어|베팅|얹|내놓|부담"
    r"|납입|밀어\s?넣|걸었|건\s승부|(?:써|쓴|쓸|쓰기)\b|써[냈낸내]"
    r"|넘겨받|품(?:는다|었|에\s안|기로)|손에\s?넣|떠안|거머쥐|가져[간가갔]|자금을\s[대댄]"
    r"|낙찰받|들였|에\s(?:팔렸|팔린|넘어갔|넘어간|매각됐|매각된)|인수\s?합병|M&A|취득|참여|(?:로부터|에게서)\s"
    r"|시리즈\s?[A-F]"
    r"|라운드",
    "en": r"\b(?:re-?)?invest(?!ors?\b|igat)\w*|\bpour\w*|\bspen[dt]\w*|\binject\w*|\bacqui\w+|\bb(?:uy|ought|uying)\b"
    r"|\bcommit\w*|\bpledg(?:e[ds]?|ing)\b|\bpromis(?:e[ds]?|ing)\b|\bchang(?:e[ds]?|ing) hands for\b|\bof (?:the"
    r"|its) (?:\w+ )?proceeds (?=to |on |for )"
    r"|\bbuy(?:ing)? out\b"
    r"|\bplough\w*|\bplow\w*|\bsink(?:ing)?\b|\bsank\b|\bput(?:s|ting)? (?:up|in|into)\b|\bdisburs\w+"
    r"|\bcapital (?:increase|injection)"
    r"|\btake(?:s|n)? ?over|\btakeover|\bearmark\w*|\bpump\w*|\bcapex\b|\bcapital (?:spending|expenditure)\b"
    r"|\bcover(?:s|ing)? the (?:rest|remain)"
    r"|\boutlay\b|\bpurchas(?:e|ed|ing)\b(?! orders?)|\bche(?:que|ck)s?\b|\bcontribut(?:e[sd]?|ing)\b|\bshoulder\w*"
    r"|\bchip(?:s|ped|ping)? in\b|\bsunk\b"
    r"|\bfork(?:s|ed|ing)? out\b|\bshell(?:s|ed|ing)? out\b|\bsplash\w*|\bchannel\w*|\bdeploy\w*|\brais(?:e|es"
    r"|ing) (?:its|the) (?:\w+ )?capital"
    r"|\b(?:is|are|was|be) in for\b|\braised (?:its|the) (?:\w+ )?capital|\bcomes? from (?=the\b|[A-Z])|\b(?:will"
    r"|would|to) fund\b"
    r"|\bcost(?:s|ing)?\b(?! each| per)|\bworth of investment|\bfunding\b|\bSeries [A-F]\b|\b(?:funding"
    r"|investment|seed) round\b",
    "vi": r"đầu tư(?! viên)|rót|giải ngân|(?<!đóng )\bgóp\b(?! ý| phần| mặt)|tăng vốn|mua lại|ngốn|tiêu tốn|trả giá"
    r"|ra giá|chào mua|xuống tiền"
    r"|đăng ký vốn|nâng (?:tổng )?(?:vốn|mức đầu tư)|dự chi|mua(?= \d)|thâu tóm|chi(?: ra"
    r"| thêm)?(?= (?:hơn|khoảng|gần|tới)?\s?$)"
    r"|thương vụ(?= trị giá)|tiếp quản|\bcho (?:gần |hơn )?\d{1,3}(?:,\d{1,2})?%|cắt giảm vốn|bỏ ra"
    r"|đổ(?: thêm)? (?=.{0,12}$)"
    r"|bơm(?: thêm)?|tổng mức|tổng vốn|(?:tăng|góp) vốn điều lệ|vốn đăng ký|mua \d+"
    r"|gọi vốn|vòng (?:gọi vốn|(?:pre-?)?series|hạt giống|(?:pre-?)?seed|huy động vốn)",
}
# Everyday verbs of spending; what they spend stands before them (`과징금을 냈다`).
SPENDING = {
    "ko": r"(?:씩|만|을|를|에|더|먼저|로|억원|달러|다|모두|전부) ?(?:넣|쓰[는기지려겠고며]|쓴다|쓸|썼|낸다|냈|내기로"
    r"|내고|댄다|댔"
    r"|대기로|보탠|보탰|보태|태우|태운|태워|묻[었는기어]|꽂|지불|치르|치렀|치른|건네|지급)",
    "en": r"\b(?:is|are|will be|was) adding\b"
    r"|\b(?:pay|paid|pays|paying|registered|accounts for|(?:previously|earlier|already) raised|landed|lands"
    r"|secured|secures|receiv(?:ed|es)|bagged|nabbed)\b|\binto\b",
    "vi": r"\b(?:chi|bỏ|dành|trích|dồn|bổ sung|nâng lên)\b|(?<!chứng )(?<!ghi )(?<!xác )\bnhận\b(?=.{0,24}(?:$|từ ))",
}
# What the money builds: an investment where nothing nearer says something else.
OBJECT = {
    "ko": r"설립|건설|건립|증설|확장|착공|조성|신설|구축|공장|연구소|지분|소요|수혈|신주|전환사채|짓|지어|세우"
    r"|세워|설비|생산\s?라인|플랜트|발전소|단지"
    r"|합작|연구동|시험동|(?:교육|훈련|연구|시험|물류|데이터|R&D|개발|기술|캠퍼스)\s?(?:센터)|센터|터미널"
    r"|사업비|공사비|프로젝트|캠퍼스|호텔|리조트|물류기지|생산기지|거점|제련소|제철소|조선소|스튜디오|온실|농장"
    r"|목장|창고(?=[를을]|\s(?:건립|신축|증설|건설))|충전소|전시장|체험관|양식장|가공장|격납고|저장고|시설(?!자금|투자)"
    r"|양해각서|주주간\s?계약|해저\s?케이블|사옥|빌딩|타워|공정|라인|팹|부두|둥지",
    "en": r"\bbuild\w*|\bbuilt\b|\bconstruct\w*|\bexpan\w+|\bplants?\b|\bfactor(?:y|ies)\b|\bterminals?\b"
    r"|\bfacilit(?:y|ies)\b"
    r"|\bcent(?:re|er)s?\b|\bstakes?\b|\bproject\b|\bcampus\b|\bmill\b|\bcomplex\b|\bfabs?\b|\bhub\b"
    r"|\bwind farm|\bwarehouse"
    r"|\b(?:production )?lines?\b|\brefiner(?:y|ies)\b|\bsmelters?\b|\bfurnaces?\b|\bshipyards?\b|\b(?:solar"
    r"|wind) (?:farm|park|power)"
    r"|\bpower (?:plant|station)|\bworks\b|\bhotel\b|\bbids?\b|\boffer of\b|\b(?:cold )?stores?\b|\bhospital\b"
    r"|\bschool\b|\bdryer\b|\bstudio\b|\bmines?\b|\bairport\b|\blaborator\w+|\bcapacity\b|\bjoint venture|\bresort\b"
    r"|\bopen(?:ed|ing|s)?\b|\bset(?:ting)? up\b|\bdevelop\w*",
    "vi": r"xây dựng|\bxây\b|khởi công|mở rộng|nhà máy|cổ phần|dự án|trung tâm|tổ hợp|liên doanh"
    r"|khu công nghiệp|cảng|thành lập"
    r"|dây chuyền|khánh thành|phát triển|động thổ|tháp|căn hộ|khu đô thị|khách sạn|\bkho\b|xưởng|phim trường|bệnh viện"
    r"|\bcụm\b|hạ tầng|sân bay|trang trại|nhà kính|nhà màng|khu nghỉ dưỡng|máy chủ|cải tạo",
}
# Nouns before an amount that name an investment's sum.
LABEL = {
    "ko": LABEL_OF_SUM,
    "en": r"investments? (?:of|worth|is|was|totall?ing|total(?:s|led)|valued at|will (?:be|total|reach)|to"
    r"|could reach|stands? at)"
    r"|(?:lift|rais|increas|cut|doubl|trim)\w* (?:the|its) (?:\w+ ){0,2}budget (?:from|to|by)[^.;]{0,24}"
    r"|(?:total|project|construction|building) costs?(?: of| at| is| was| estimated)?|price tag"
    r"|capital expenditure of|outlay of"
    r"|(?:acquire|buy|bought|acquired|stake)[^.;]{0,60} for|capital (?:to|by|of)"
    r"|(?:sold|sell|sells|selling|sale|divested|went)[^.;]{0,80} to (?:the (?:[\w-]+ ){0,3}|an? (?=[\w -]{2,40} for))?"
    r"(?:(?-i:[A-Z])|[\w-]+maker|\w+or\b|group|firm|company|fund)[^.;]{0,60} (?:for|in a deal (?:worth|valued at))",
    "vi": r"(?:tổng )?(?:vốn|mức) đầu tư(?: (?:là|của|dự kiến|ban đầu|giai đoạn \d|khoảng|đăng ký|đạt|lên"
    r"|cho dự án))*|vốn đăng ký|(?:tăng|nâng|góp)(?: thêm)? vốn điều lệ(?: \S{1,9}){0,6}?"
    r"|giá(?: \S{1,9}){1,4} trả(?:[^.;]{0,60} là)?|vốn (?:ước chừng|ước tính|khoảng)"
    r"|số vốn|tổng vốn|kinh phí(?: xây dựng| đầu tư| thực hiện)?|(?<=, )vốn|(?:với|có|cần) vốn"
    r"|thương vụ(?: \S{1,9}){0,4}?|với giá|đăng ký vốn|dự án|(?:nhà máy"
    r"|dự án|trung tâm"
    r"|tổ hợp)(?: \S{1,9}){0,4}? vốn|giá trị (?:thương vụ|giao dịch)",
}
NOT_INVESTMENT = {
    "valuation": {
        "ko": r"로\s(?:매[겨겼긴]|책정|산정)|기업\s?가치|시가\s?총액|시총|몸값|평가액|밸류에이션|가치[를로가]"
        r"|가치\s?평가|순자산"
        r"|자산\s?(?:총액|규모)|총자산",
        "en": r"\bvalu(?:ed|ation|ing)\b|\bmarket (?:cap\w*|value)|\bnet asset|total assets|\binventor(?:y|ies)\b"
        r"|\bcash pile|\b(?:charter|share|paid-up) capital of|(?<!private )\bequity of",
        "vi": r"vốn hóa|vốn hoá|tồn kho|tiền (?:mặt|gửi)|vốn chủ sở hữu (?:đạt|ở)"
        r"|(?<!tăng )(?<!nâng )(?<!góp )(?<!thêm )vốn điều lệ(?: ban đầu| hiện tại)?|dở dang|(?:danh mục|khối"
        r"|tổng) tài sản|định giá|trị giá công ty|giá trị doanh nghiệp"
        r"|tổng tài sản",
    },
    "market": {
        "ko": r"시장\s?(?:규모|전망|가치)|시장[은이](?=\s)|(?<=[가-힣] )시장(?=\s?\S{0,4}$)"
        r"|규모의\s\S{0,10}\s?시장|시장을|경제\s?(?:적\s?)?(?:효과|유발)|유발\s?효과|부가\s?가치",
        "en": r"market (?:is |was )?(?:projected|expected|forecast|estimated|seen|tipped) to \w+ (?:from|to)"
        r"|market (?:size|worth|for)|size of the market|\bmarket (?:will|is|was|could)|\bmarket\b",
        "vi": r"quy mô thị trường|thị trường(?: [^\s,.;]{1,12}){0,8} (?=đạt|cán|lên|trị giá)|thị trường|cán mốc",
    },
    "revenue": {
        "ko": r"매출|수익(?!률|성)|판매액|거쳐\s?간\s돈|오간\s돈|거래액|거래대금"
        r"|취급고|수수료|연\s?수입|수입(?:은|이\s)|보험료",
        "en": r"revenues?|\bsales\b|turnover|\bfees?\b|\bcharges?\b",
        "vi": r"doanh thu(?: [^\s,.;]{1,12}){0,8}? (?=đạt|lên|khoảng|\d)|doanh thu|doanh số"
        r"|(?<!kinh )(?<!chi )(?<!học )\bphí\b",
    },
    "profit": {
        "ko": r"영업이익|잃[었은을]|순이익|이익을|이익[이은]?|적자|손실|손상|날[리렸린]|흑자|영업손|순손|손해|세전"
        r"|EBITDA|에비타|\bEBITDA\b",
        "en": r"EBITDA|profits?|\bloss(?:es)?\b|earnings|\bEBITDA\b|\bnet income|\boperating income|\bloses?\b"
        r"|\blost\b|\b(?:wrote|writ(?:e|es|ten|ing))[- ]?(?:down|off)|\bimpairment",
        "vi": r"EBITDA|\bEBITDA\b|lợi nhuận|\blỗ\b|thua lỗ|\blãi\b|thiệt hại",
    },
    "trade": {
        "ko": r"수출|수입(?:액|했|하|량|이)|교역|(?<![가-힣])무역|수주|주문(?!량)|납품|공급\s?(?:계약|하|한|물량)|발주"
        r"|구매(?!총괄)|낙찰(?!받)|도급|물량|판\s?것|순매[수도]|(?:개인|외국인|기관)[이은]\s|계약(?:을|금|액|\s?규모"
        r"|\s?금액)\s?(?:따|수주)?",
        "en": r"\bexports?|\bimports?|\btrade\b|\borders?\b|\border(?:ed|ing|book)\b|\bcontracts?\b|\bsuppl(?:y"
        r"|ies|ied)\b|\bpurchases\b|\bpurchase orders?\b|\bshipments?|procure\w*",
        "vi": r"xuất khẩu|nhập khẩu|kim ngạch|đơn hàng|hợp đồng (?:cung cấp|mua|thi công|cung ứng|xây lắp|EPC"
        r"|tổng thầu)|trúng thầu|gói thầu|đơn đặt hàng|lô hàng|hàng hóa|hàng hoá|hợp đồng mua",
    },
    "price": {
        "ko": r"(?<!인수)(?<!매입)(?<!취득)(?<!거론되는 )가격(?!\s?인수)|단가|판매가|분양가|평당"
        r"|한\s?(?:대|기|개|장|벌|병|그릇)[에당는]|[^\s]당\s"
        r"|대당|개당|요금|(?<![가-힣])주가|주당|종가|액면|임대료|임차료|보증금|월세|전기료|전기요금|입장료|이용료|정가"
        r"|출고가|(?<=[가-힣] )값|에\s?(?:팔(?!렸|린|리)|판매)",
        "en": r"\bprices?|\bpriced\b|\bcosts? (?:each|per)|\beach\b(?! (?:contribut|invest|put|inject|spen|pa(?:y|id)"
        r"|offer|bid|commit|pledg|ha[ds] |have |will ))"
        r"|\bper (?:share|unit|tonne|ton|barrel"
        r"|kilo\w*|megawatt|MW|square|head|person|kg|vehicle|month|night)\b|\ba (?:share|barrel|tonne?|piece|unit|month"
        r"|kilo\w*|night)\b(?! (?:later|ago|after|before|earlier))|\bshares (?:closed|fell|rose|ended)|\bclosed at"
        r"|\brent\b",
        "vi": r"\bgiá (?:bán|mỗi|thuê|điện|cổ phiếu|vé|xăng|khởi điểm)|cổ phiếu|/(?:m2|m²|tấn|kg|lít|thùng|kWh"
        r"|tháng|chiếc|người)|/MWh?\b|suất (?:vốn )?đầu tư|mỗi (?:MW|chiếc|tấn|kg|lít|thùng|suất|tháng|người|cổ phiếu)"
        r"|tiền thuê",
    },
    "wage": {
        "ko": r"임금|급여|월급|연봉|퇴직금|인건비|성과급|상여|수당|일당|품삯",
        "en": r"wages?\b|\b(?:average|starting|median|base|hourly|annual|monthly|take-home) pay\b"
        r"|salar(?:y|ies)|\bpay(?:roll|cheque)\b|\bbonus(?:es)?\b|\bpaid (?:its )?workers|severance",
        "vi": r"\blương\b|tiền công|thưởng|thu nhập",
    },
    "fine": {
        "ko": r"벌금|과징금|배상|과태료|추징|위약금|합의금|소송|피해|변상|횡령",
        "en": r"\bfines?\b|\bfined|penalt(?:y|ies)|\bdamages\b|\bsettlement|compensat\w+|lawsuit",
        "vi": r"tiền phạt|bị phạt|xử phạt|phạt|bồi thường|đền bù|thiệt hại",
    },
    "tax": {
        "ko": r"세금|법인세|관세|세수|세액|(?:세액|소득)\s?공제|공제\s?(?:혜택|율)|감면|지방세|취득세|부가세",
        "en": r"\btax(?:es|ed)?\b|\btax\b|tariffs?|\bduty\b|\bduties\b",
        "vi": r"\bthuế\b|nộp ngân sách",
    },
    "donation": {
        "ko": r"기부|성금|후원|장학금|쾌척|기탁|사회\s?공헌|상금",
        "en": r"donat\w+|\bcharit\w+|scholarship|philanthrop\w+|sponsor\w*",
        "vi": r"quyên góp|ủng hộ|không hoàn lại|tài trợ(?: không hoàn lại)?|học bổng|từ thiện",
    },
    "loan": {
        "ko": r"대출|차관|융자|빌려|빌린|빌렸|빌리|차입|빚|부채|대주단|인수\s?금융|회사채|채권|신용장|보증|ODA"
        r"|여신|상환|갚|(?:전환사채|교환사채|CB|BW)\S{0,6}\s?발행|운영자금|\bPF\b|프로젝트\s?파이낸싱",
        "en": r"\bODA\b|\bPF\b|\binterest (?:costs?|payments?|expenses?)|\bloans?\b|\blend\w*\b|\blent\b|borrow\w*"
        r"|\bbonds?\b|\bdebts?\b|credit (?:line"
        r"|facility)|\brepay\w*",
        "vi": r"ODA|\bPF\b|khoản vay|cho vay|vay vốn|\bvay\b|tín dụng|trái phiếu|\bnợ\b",
    },
    "subsidy": {
        "ko": r"보조금|지원금|장려금|인센티브|지원(?=[을하한받키]|\s?(?:규모|사업|금액|대책|받))|정책자금",
        "en": r"subsid\w+|\bgrants?\b|incentives?|\baid\b",
        "vi": r"trợ cấp|hỗ trợ(?: tài chính)?|ưu đãi",
    },
    "budget": {
        "ko": r"예산|국비|도비|시비|군비|재정|세출|추경|국고|정부\s?출연",
        "en": r"(?<!its )(?<!capital )(?<!investment )budgets?\b|public (?:funds?|money|spending|investments?)"
        r"|state funds?|taxpayers?|appropriat\w+",
        "vi": r"ngân sách(?! đầu tư(?! công))|vốn đầu tư công|đầu tư công",
    },
    "fund": {
        "ko": r"(?<!국부)(?<!사모)(?<!헤지)펀드(?!가\s|는\s|와\s)|(?<!연)기금(?!이\s|은\s)|운용\s?자산|AUM|운용\s?규모",
        "en": r"\bAUM\b|\b(?:oversees?|overseeing|managing)\b|\bfund (?:of|worth|with|at)\b|investment fund (?:of"
        r"|worth)|(?:clos|rais"
        r"|launch)\w+ (?:\w+ ){0,4}fund\b"
        r"|assets under management|\bof assets\b|\bin assets\b|\bmanages\b|\bpackage\b",
        "vi": r"AUM|\bquỹ [^.;]{2,80}(?:quy mô|tổng tài sản)|quản lý(?: (?:khoảng|hơn|gần|khối))?(?= \d|$|\s$)"
        r"|(?<!từ )(?<!do )(?<!bởi )\bquỹ\b",
    },
    "ipo": {
        "ko": r"기업공개|마련(?=[한하했])|상장|공모|청약|\bIPO\b",
        "en": r"\bIPO\b|initial public offering|\blisting\b|\bgo(?:es|ing)? public|flotation",
        "vi": r"\bIPO\b|niêm yết|chào bán",
    },
    "sale": {
        "ko": r"자사주|자기주식|배당|주주\s?환원|매각(?!됐|된|돼)|처분|팔(?=[았아기]|\s)|매도|블록딜|양도"
        r"|회수(?=[했하한할])",
        "en": r"\bbuy-?backs?\b|\brepurchas\w+|\bdividends?\b|divest\w*|\bsold\b|\bsell(?:s|ing)?\b|\bdisposal\b"
        r"|\bproceeds\b",
        "vi": r"thoái vốn|thu về|cổ tức|cổ phiếu quỹ|bán (?:cổ phần|vốn|lại)|chuyển nhượng",
    },
    "target": {
        "ko": r"목표|키우겠|끌어올리",
        "en": r"\btargets?\b|\bgoals?\b|\baims? for",
        "vi": r"mục tiêu|phấn đấu|kỳ vọng đạt",
    },
    "need": {
        "ko": r"필요(?=[하할로한]|\s)|수요|부족|모자라",
        "en": r"\bcall(?:s|ed|ing)? for\b|\bneeds?\b(?! to build)|\brequired?\b|\bshortfall|\bshort of\b",
        "vi": r"nhu cầu(?: [^\s,.;]{1,12}){0,14} (?=khoảng|là|lên|ước)|nhu cầu|cần (?:tới|khoảng|thêm)",
    },
}
# Sums that many put together, or a country.
TOTAL = {
    "ko": r"집계한|협약액|\d[\d,]{0,6}여?\s?명(?:에게서|으로부터|에게|한테서)"
    r"|(?:국내|세계|글로벌|업계)\s(?:\S{1,8}\s){0,2}거래\s?(?:규모|액)"
    r"|(?:국내|세계|글로벌|업계)\s\S{1,6}\s?투자액|외국인(?:의|들의|들이|이)?\s?(?:직접\s?)?투자"
    r"|FDI|국내총생산|GDP|투자\s?유치\s?(?:실적|액"
    r"|금액|규모"
    r"|목표)|유치한\s투자|누적\s?유치|누적\s?투자금|누적\s?투자\s?유치|\d+개\s?(?:국내외\s?)?(?:사|기업|업체"
    r"|회사|그룹)(?!가\s각각)|(?:\d+|두|세|네|다섯|여섯|일곱|여덟|열|여러)\s?(?:곳|군데|개사)[이은]|나눠\s"
    r"|기업들|업체들|업계\s?전체|합산|합계"
    r"|(?<!돈을 )(?:합치면|합하면|합쳐|모두\s?더하면)|한국\s?기업의\s|(?:한국|일본|중국"
    r"|미국|대만)의\s(?:대|對)?\S{0,6}\s?(?:누적\s?)?투자",
    "en": r"(?:funding|investments?|dealmaking|capital)(?: (?:in|into|across|by) (?:the )?[\w -]{2,30})? (?:fell|rose"
    r"|reached"
    r"|totall?ed|hit|dropped|grew|climbed|slid|surged|jumped) (?:to |by )?$|(?:^|[.”\"] )Of (?:the|its|this|that) $"
    r"|\bFDI\b|\bGDP\b|foreign direct investment|foreign investment"
    r"|total (?:foreign|pledged|raised"
    r"|funding)"
    r"|combined (?:investment|total|capital|value)|(?:companies"
    r"|firms|startups) (?:have|had|has|invested|pledged|plan"
    r"|took|raised)"
    r"|investors (?:have|had|poured|pledged)"
    r"|br(?:ing|ings|inging|ought) the (?:overall |combined )?total(?: \w+){0,2} to"
    r"|raised to date|has now raised|in total funding"
    r"|(?:\d{1,5}|three|four|five|six|seven|eight|nine|ten|dozens of|several) (?:[\w-]+ ){0,2}(?:companies|firms|banks"
    r"|lenders|funds|groups|deals"
    r"|projects|investors"
    r"|businesses|enterprises|startups)|the (?:country|province|city) (?:attracted|drew|received|has attracted)",
    "vi": r"FDI|GDP|mạo hiểm(?: \S{1,9}){0,6} (?:đạt|giảm|tăng|còn)|dòng vốn|tổng giá trị các thương vụ"
    r"|đầu tư ra nước ngoài đạt|vốn đầu tư nước ngoài|tổng vốn đăng ký (?:của các|FDI|cả|mới|toàn)"
    r"|thu hút|vốn FDI|các doanh nghiệp|các nhà đầu tư"
    r"|\d+ dự án|doanh nghiệp (?:Hàn Quốc|Nhật Bản|Trung Quốc|Mỹ|Đài Loan|Singapore|Thái Lan|nước ngoài|FDI|châu Âu) đã"
    r"|(?:các|nhiều|những|số) nhà đầu tư (?:Hàn Quốc|Nhật Bản|Trung Quốc|nước ngoài)|dẫn đầu(?: \S{1,8}){0,3} với"
    r"|(?:xếp|đứng) (?:thứ|hạng)(?: \S{1,8}){0,4} với",
}
