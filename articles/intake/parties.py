"""Who invests, where, and in which year: what a statement says around an amount or a founding."""

import re
from dataclasses import dataclass
from datetime import date

from articles.text import LATIN_CAPITALS, last_noun_phrase, strip_particle

REACH = 200

# Words that many companies end in: alone they name nobody, with the noun before them they name one.
COMPANY_WORD = (
    r"그룹|전자|테크놀로지|테크|코퍼레이션|홀딩스|산업|은행|건설|화학|반도체|에너지|인더스트리|인더스트리즈|자동차|중공업"
    r"|데이터|로지스틱스|클라우드|캐피털|캐피탈|포트|포츠|배터리|파마|파마슈티컬|바이오|모터스|모빌리티|솔루션|솔루션즈|시스템즈"
    r"|일렉트로닉스|일렉트릭|머티리얼즈|케미칼|케미컬|파트너스|인베스트먼트|벤처스|네트웍스|엔지니어링|푸드|항공|증권|보험|제약|철강|정밀"
)
COMPANY_TAIL = re.compile(COMPANY_WORD)
LATIN_COMPANY_TAIL = re.compile(
    r".* (?:Pharma|Electronics?|Group|Corp|Corporation|Inc|Ltd|Co|Bank|Capital|Holdings?|Energy|Logistics|Data|Cloud"
    r"|Ports?|Battery|Motors?|Tech|Technology|Technologies|Chemie|Chemicals?|Industries|Partners|Systems|Semiconductor)"
)
COUNTRY = re.compile(
    r"베트남|한국|남한|북한|일본|중국|미국|대만|싱가포르|태국|인도네시아|인도|말레이시아|필리핀|캄보디아|라오스|미얀마|독일|프랑스|영국|호주"
    r"|캐나다|러시아|네덜란드|덴마크|스웨덴|노르웨이|핀란드|스위스|이탈리아|스페인|벨기에|아일랜드|오스트리아|이스라엘|튀르키예|터키|헝가리"
    r"|폴란드|체코|멕시코|브라질|홍콩|뉴질랜드|사우디아라비아|아랍에미리트"
)
LATIN_COUNTRIES = (
    r"(?:Viet ?nam|Việt Nam|(?:South |North )?Korea|Hàn Quốc|Japan|Nhật Bản|China|Trung Quốc|United States|USA?|America"
    r"|Mỹ|Hoa Kỳ|Taiwan|Đài Loan|Singapore|Thailand|Thái Lan|Indonesia|India|Ấn Độ|Malaysia|(?:the )?Philippines"
    r"|Cambodia|Campuchia|Laos|Lào|Myanmar|Germany|Đức|France|Pháp|United Kingdom|UK|Britain|Anh|Australia|Úc|Canada"
    r"|Russia|Nga|Netherlands|Hà Lan|Denmark|Đan Mạch|Sweden|Thụy Điển|Norway|Na Uy|Finland|Phần Lan"
    r"|Switzerland|Thụy Sĩ|Italy|Ý|Spain|Tây Ban Nha|Belgium|Bỉ|Ireland|Austria|Israel|Turkey|Hungary|Poland"
    r"|Mexico|Brazil|Hong Kong|New Zealand)"
)
LATIN_COUNTRY = re.compile(LATIN_COUNTRIES)
# Times are topics as often as companies are: `지난해는`, `2024년 3월은`.
TIME_WORD = re.compile(
    r"\d{1,4}(?:년대?|월|일|분기)?|(?:지난|이번|다음)?(?:해|달|주|분기|상반기|하반기)|지난해|올해|내년|작년|재작년|이듬해|이달"
    r"|지난\S{1,3}|최근|현재|당시|오늘|어제|내일|이날|앞서|이후|이전|그동안|올\S|연말|연초|처음"
)
THE_COMPANY = re.compile(r"(?:동|이|두)?(?:회사|업체|기업|양사|이들|사)|그|이곳")
# `만드는`, `떠오르는`, `돌아오는` look like a noun with its particle; names may end like them (`솔빛필드는`).
NO_INVESTOR = re.compile(
    r"정부|당국|공장|투자|규모|사업|프로젝트|자금|금액|센터|시설|계획|가치|매출|총액|단지|행사|협력|이번|관계자|협약|발표|시장|수"
    r"|.*(?:하|되|있|없|넘|받|짓|맡|이루|늘리|키우|세우|나서|내|불리|거치|것|점|날)"
    r"|(?:만|모여|접어|몰려|흔)드|(?:떠오|오|이|따|뒤따|잇따|부|흐|모|다)르|(?:나|들어|돌아|다가|이어|내려|가져|쏟아져)오"
)
NO_FORENAME = re.compile(f"{COUNTRY.pattern}|{TIME_WORD.pattern}")
# `베트남에는`, `지난해에는` say where and when; such a topic is no subject.
ADVERBIAL = re.compile(r".+(?:에|에서|에게|으로|까지|부터)[는은]")
FROM = re.compile(r"(?P<name>\S{2,30}?)(?:으로부터|로부터|에게서)\s")
BRACKET = re.compile(r"\((?P<inner>[^()]{0,60})\)")
LATIN_WORDS = re.compile(rf"[{LATIN_CAPITALS}][\wÀ-ỹ&.'’-]{{0,30}}(?: [\wÀ-ỹ&.'’-]{{1,30}}){{1,4}}")
JOINT = "\ue000"  # keeps the words of one name together where a passage is cut at its spaces

LATIN_NAME = rf"[{LATIN_CAPITALS}][\wÀ-ỹ’'&-]{{0,24}}(?: (?:& )?[{LATIN_CAPITALS}0-9][\wÀ-ỹ’'&-]{{0,24}}){{0,4}}"
LATIN_SUBJECT = re.compile(
    rf"(?P<name>(?:(?:Bank|University|Institute) of (?:the )?)?{LATIN_NAME})"
    rf"(?: (?:of|from|của|đến từ) (?:the )?{LATIN_COUNTRIES})?(?:'s|’s)?(?: \([^()]{{1,40}}\))?,? "
    r"(?:has|have|had|will|would|is|are|was|plans?|planned|aims?|agreed|announce[sd]?|said|to|also|expects?|intends?"
    r"|invest(?:s|ed)|pour(?:s|ed)|spen[dt]s?|commit(?:s|ted)|pledged|opened|confirmed|unveiled|built|set up"
    r"|established|signed|began|started|broke|proposed|received|obtained|won|applied|sought|seeks|acquired|bought|completed|expanded"
    r"|cancell?ed|scrapped|abandoned|withdrew|suspended|postponed|shelved"
    r"|sẽ|đã|đang|dự kiến|có kế hoạch|công bố|cam kết|đầu tư|rót|muốn|thông báo|cho biết|nhận|được|xin|nộp"
    r"|đề xuất|hủy|huỷ|rút|mua|hoàn thành|khởi công|khánh thành|xác nhận|vừa|cũng|thành lập|mở rộng|ký)(?!\w)"
)
NO_LATIN_INVESTOR = re.compile(
    rf"(?:The|It|He|She|They|In|This|That|On|Its|A|An|Ông|Bà|Theo|Trong|Năm|Ngày|Tháng|Dự án|Nhà máy)(?: .*)?"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December|\w{3,6}day)(?: \d+)?"
    rf"|{LATIN_COUNTRIES}"
)
LATIN_BACK_REFERENCE = re.compile(r"\b(?:[Tt]he (?:company|firm|group)|[Ii]t|(?:công ty|tập đoàn) này)\b")

KOREAN_PLACE = re.compile(r"(?P<noun>[가-힣]{2,12})(?P<particle>에서|에는|에다|에|의)(?=[\s,]|$)")
REGION = re.compile(
    r"[가-힣]{1,10}(?:성|시티|직할시|특별시|광역시|자치구|공단|산업단지|경제구역)|[가-힣]{2,8}(?:시|도|주|구|현|군)"
)
NO_REGION = re.compile(
    r".*(?:정도|제도|속도|연구|요구|표현|구현|지도|도시|동시|당시|혁신성|가능성|중요성|안전성|기업시|역시|입주|도구|가구)|삼성|효성"
)
# Cities that are printed without 시.
CITY = re.compile(r"하노이|호[찌치]민|다낭|하이퐁|껀터|후에")
LATIN_PLACE = re.compile(
    r"(?:\b(?:in|at)|\b(?:city|province|district) of|tại(?: tỉnh| thành phố)?|ở|vào) "
    rf"(?P<noun>(?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec){LATIN_NAME})"
)
YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:년(?!\s?까지)|(?![\d년%]))")
RELATIVE_YEARS = {"지난해": -1, "작년": -1, "올해": 0, "내년": 1, "last year": -1, "this year": 0, "next year": 1,
                  "năm ngoái": -1, "năm nay": 0, "năm tới": 1}  # fmt: skip
# A day without its year makes the statement the news of that day.
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
NEWS_DAY = re.compile(
    r"(?<![\d.])(?:(?P<ko_month>\d{1,2})월\s?)?\d{1,2}일(?!\s?(?:까지|간|동안|만))|이날|오늘|어제|이달"
    r"|\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:today|yesterday|this (?:week|month))\b"
    r"|\b(?P<en_month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}\b(?!,? \d{4})"
    r"|\bngày \d{1,2}(?:/| tháng )(?P<vi_month>\d{1,2})\b(?![/\d])|\b(?:hôm (?:nay|qua)|tuần này|tháng này)\b",
    re.I,
)


@dataclass(frozen=True)
class Clause:
    """sentence[start:end], a statement of its own; `offset` is where the sentence stands in the story."""

    sentence: str
    start: int
    end: int
    offset: int
    language: str
    printed_on: date | None = None


def find_korean_investor(before, recalled=None):
    """Return the subject or giver that stands last in a passage, or None. `recalled` is what `이 회사는` means."""
    before = _without_brackets(before)
    giver = FROM.search(before)
    if giver and _can_invest(giver["name"]):
        return _whole_name(giver["name"], before[: giver.start()])
    words = before.split()
    for particles in ("은는", "이가"):
        for at in range(len(words) - 1, -1, -1):
            stem = _subject_stem(words[at], particles)
            if stem and THE_COMPANY.fullmatch(stem):
                return recalled
            if stem and _can_invest(stem):
                return _whole_name(stem, " ".join(words[max(0, at - 4) : at])) or recalled
    return None


def _without_brackets(text):
    """Return text without its brackets; words that a Latin name of several words explains become one."""
    pieces, at = [], 0
    for match in BRACKET.finditer(text):
        lead = text[at : match.start()]
        if LATIN_WORDS.fullmatch(match["inner"]):
            lead = _joined(lead, min(len(match["inner"].split()), 3))
        pieces.append(lead)
        at = match.end()
    return "".join([*pieces, text[at:]])


def _joined(text, longest):
    words = last_noun_phrase(text, longest).split()
    while words and not _can_invest(words[0]):
        words.pop(0)
    name = " ".join(words)
    return text[: -len(name)] + name.replace(" ", JOINT) if name and text.endswith(name) else text


def _can_invest(noun):
    return COMPANY_TAIL.fullmatch(noun) is not None or not any(
        pattern.fullmatch(noun) for pattern in (NO_INVESTOR, TIME_WORD, COUNTRY)
    )


def _subject_stem(word, particles):
    bare = word.rstrip(",")
    if bare[-1:] not in particles or ADVERBIAL.fullmatch(bare):
        return ""
    stem = strip_particle(bare)
    if stem == bare:
        return bare[:-1] if THE_COMPANY.fullmatch(bare[:-1]) else ""
    return stem


def _whole_name(stem, before):
    """Return `가나 그룹` for `그룹` behind `가나`; a general word that nothing stands before is no name."""
    if COMPANY_TAIL.fullmatch(stem):
        return join_company(stem, before)
    return stem.replace(JOINT, " ")


def join_company(word, before):
    """Return a general word (`그룹`) with the bare noun at the end of the text before it, or None."""
    forename = last_noun_phrase(before, 1)
    return f"{forename} {word}" if forename and not NO_FORENAME.fullmatch(forename) else None


def find_latin_investor(before, recalled=None):
    """Return the last subject of a verb of investing in an English or Vietnamese passage, or None."""
    names = [match["name"] for match in LATIN_SUBJECT.finditer(before)]
    named = [name for name in names if not NO_LATIN_INVESTOR.fullmatch(name)]
    if named:
        return re.sub(rf"^{LATIN_COUNTRIES}['’]s ", "", named[-1])
    return recalled if LATIN_BACK_REFERENCE.search(before) else None


def find_place(clause, at):
    """Return the place named nearest to `at` of the sentence, a region before a country, or None."""
    start = max(clause.start, at - REACH)
    text = clause.sentence[start : min(clause.end, at + REACH)]
    if clause.language != "ko":
        return _find_latin_place(text, at - start)
    nouns = [(match, text[: match.start()].split()[-1:]) for match in KOREAN_PLACE.finditer(text)]
    at_place = [(match["noun"], lead) for match, lead in nouns if match["particle"] != "의"]
    regions = [noun for noun, lead in at_place if _is_region(noun) or (lead and COUNTRY.fullmatch(lead[0]))]
    owners = [match["noun"] for match, _lead in nouns if match["particle"] == "의" and _is_region(match["noun"])]
    countries = [noun for noun, _lead in at_place if COUNTRY.fullmatch(noun)]
    before_object = re.findall(rf"(?:{COUNTRY.pattern})(?=\s(?:현지\s)?법인)", text)
    return next(iter([*reversed(regions), *reversed(owners), *reversed(countries), *before_object]), None)


def _find_latin_place(text, at):
    places = [match for match in LATIN_PLACE.finditer(text) if not LATIN_COMPANY_TAIL.fullmatch(match["noun"])]
    ranked = [(bool(LATIN_COUNTRY.fullmatch(m["noun"])), abs(m.start() - at), m["noun"]) for m in places]
    return min(ranked)[-1] if ranked else None


def _is_region(noun):
    return bool(CITY.fullmatch(noun) or (REGION.fullmatch(noun) and not NO_REGION.fullmatch(noun)))


def find_year(clause, at):
    """Return the year that the sentence gives before `at`, or None; a deadline is not the year of the event.

    Without one, a statement dated by a mere day (`11일`, `on Tuesday`) belongs to the year of the story.
    """
    before = clause.sentence[max(0, at - REACH) : at]
    years = list(YEAR.finditer(before))
    if years:
        return int(years[-1]["year"])
    if clause.printed_on is None:
        return None
    lowered = before.lower()
    relative = next((distance for word, distance in RELATIVE_YEARS.items() if word in lowered), None)
    if relative is not None:
        return clause.printed_on.year + relative
    return _year_of_news(clause)


def _year_of_news(clause):
    day = NEWS_DAY.search(clause.sentence[:1000])
    if day is None:
        return None
    english = day["en_month"]
    month = MONTHS.index(english.lower()) + 1 if english else int(day["ko_month"] or day["vi_month"] or 0)
    # News of December may be printed in January.
    return clause.printed_on.year - (month > clause.printed_on.month)
