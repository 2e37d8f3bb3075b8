"""What an amount is: an investment, the threshold of a term, or something else, and what."""

import re

from articles.intake.report import Money, PlannedTerm
from articles.money import find_amounts

NEAR = 90
# How much weight words before an amount have: Korean says behind the amount what it is, the others before it.
BEFORE_WEIGHT = {"ko": 2, "en": 1, "vi": 1}
INVESTMENT = {
    "ko": r"투자(?!자)|설립|건설|건립|증설|확장|착공|인수|출자|증자|공장|투입|쏟아붓|조성|신설|구축|지분"
    r"|집행|연구소|(?:교육|훈련|연구|시험|물류|데이터)\s?센터",
    "en": r"\binvest(?!ors?\b)\w*|\bbuild\w*|\bconstruct\w*|\bexpan\w+|\bacqui\w+|\bplants?\b|\bfactor(?:y|ies)\b"
    r"|\bdisburs\w+|\bterminals?\b|\b(?:data|training|test|research) cent(?:re|er)s?\b|\bstakes?\b|\bpour\w*"
    r"|\bcapital increase|\bspend on building",
    "vi": r"đầu tư(?! viên)|xây dựng|khởi công|mở rộng|mua lại|góp vốn|nhà máy|rót|giải ngân|tăng vốn|cổ phần|dự án",
}
NOT_INVESTMENT = {
    "valuation": r"기업\s?가치|시가\s?총액|시총|몸값|가치를|평가액"
    r"|valu(?:ed|ation)|market cap\w*|vốn hóa|định giá|trị giá công ty",
    "market": r"시장\s?규모|시장은|시장이|market (?:size|worth)|size of the market|quy mô thị trường",
    "revenue": r"매출|수익|revenues?|\bsales\b|turnover|doanh thu",
    "profit": r"영업이익|순이익|이익을|적자|손실|흑자|profits?|\bloss(?:es)?\b|earnings|lợi nhuận|\blỗ\b",
    "trade": r"수출|수입액|교역|무역|수주"
    r"|\bexports?|\bimports?|\btrade\b|orders? worth|xuất khẩu|nhập khẩu|kim ngạch|đơn hàng",
    "price": r"가격|단가|판매가|\bprices?|\bcosts? (?:each|per)|\beach\b|\bgiá (?:bán|mỗi)",
    "wage": r"임금|급여|월급|연봉|wages?|salar(?:y|ies)|\blương\b",
    "fine": r"벌금|과징금|배상"
    r"|\bfines?\b|\bfined|penalt(?:y|ies)|tiền phạt|bị phạt|bồi thường",
    "tax": r"세금|법인세|관세|세수|\btax(?:es)?\b|tariffs?|\bthuế\b",
    "donation": r"기부|성금|donat\w+|quyên góp|ủng hộ|tài trợ",
    "loan": r"대출|차관|융자|\bloans?\b|lend(?:ing)?|khoản vay|cho vay|vay vốn|\bODA\b",
    "subsidy": r"보조금|지원금|subsid\w+|trợ cấp|hỗ trợ tài chính",
    "budget": r"예산|국비|budgets?|ngân sách",
    "fund": r"펀드|기금|\bfund (?:of|worth)|investment fund|\bquỹ\b",
    "ipo": r"기업공개|상장|\bIPO\b|listing|niêm yết",
    "sale": r"매각|처분|divest\w*|\bsold\b|\bsell\b|thoái vốn|bán cổ phần",
    "target": r"목표|\btargets?\b|\bgoals?\b|mục tiêu",
    "need": r"필요(?:하|할|로)|수요|\bneeds?\b|required|nhu cầu|cần tới",
}
TOTAL = r"외국인\s?(?:직접\s?)?투자|FDI|국내총생산|GDP|foreign direct investment|vốn đầu tư nước ngoài|tổng vốn đăng ký"
WANTED = {language: re.compile(words, re.I) for language, words in INVESTMENT.items()}
UNWANTED = [(kind, re.compile(words, re.I)) for kind, words in NOT_INVESTMENT.items()]
TOTAL_OF_MANY = re.compile(TOTAL, re.I)
SUPERSEDED = re.compile(r"(?:에서|\s(?:to|lên|thành)\s)", re.I)

MARKED = r"[‘'“\"「](?P<term>[^‘’'“”\"「」\n]{2,60})[’'”\"」]"
DEFINITIONS = {
    "ko": [
        re.compile(
            rf"{MARKED}\s?(?:이?란|이?라는\s(?:말|용어|표현|단어)[은는])(?=.{{0,300}}(?:지칭|일컫|말한다|뜻|의미|가리|용어))"
        ),
        re.compile(r"(?P<term>\S{2,30}(?: \S{2,20})?)이?란\s(?=.{0,300}(?:지칭|일컫|말한다|뜻한다|의미한다|가리킨다))"),
    ],
    "en": [
        re.compile(rf"(?:{MARKED}|(?P<bare>[A-Z]\S{{1,30}})) (?:is a term|refers to|means|is defined as|describes)")
    ],
    "vi": [re.compile(rf"{MARKED} (?:là (?:thuật ngữ|khái niệm|từ|tên gọi)|được hiểu là|dùng để chỉ|có nghĩa)")],
}


def find_term(sentence, start, language):
    """Return the PlannedTerm that a sentence at `start` of the story defines, or None."""
    for pattern in DEFINITIONS[language]:
        match = pattern.search(sentence[:600])
        if match:
            amounts = find_amounts(sentence[match.end() : match.end() + 600], language)
            threshold = Money(amounts[0].amount, amounts[0].currency) if amounts else None
            term = match["term"] or match.groupdict().get("bare")
            return PlannedTerm(term, sentence, start, start + len(sentence), threshold)
    return None


def find_rejection(sentence, clause, found, following, language):
    """Return why an amount of a sentence is no investment: a kind, `unclear`, or "" when it is one.

    What is named nearest to the amount in its clause (start, end) decides. `following` is the next amount, or None.
    """
    if following is not None and following.currency == found.currency:
        between = sentence[found.end : following.start]
        if len(between) < 12 and SUPERSEDED.match(between):
            return "superseded"
    before = sentence[max(clause[0], found.start - NEAR) : found.start]
    after = sentence[found.end : min(clause[1], found.end + NEAR)]
    if TOTAL_OF_MANY.search(before):
        return "total"
    weight = BEFORE_WEIGHT[language]
    distances = [(_distance(pattern, before, after, weight), kind) for kind, pattern in UNWANTED]
    nearest, kind = min(distances)
    wanted = _distance(WANTED[language], before, after, weight)
    if min(nearest, wanted) > NEAR * weight:
        return "unclear"
    return kind if nearest <= wanted else ""


def _distance(pattern, before, after, weight):
    """Return how far the nearest match is from the amount between before and after."""
    behind = pattern.search(after)
    ahead = [match.end() for match in pattern.finditer(before)]
    far = NEAR * weight + 1
    return min(behind.start() if behind else far, (len(before) - ahead[-1]) * weight if ahead else far)
