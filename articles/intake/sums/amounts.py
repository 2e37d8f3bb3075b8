"""What an amount is: an investment, or something else, and what.

Every word of a clause that says what an amount is has a price: the farther it stands from the amount, the dearer. What
stands where the language puts the governing word is cheaper. The cheapest decides.
"""

import re

from articles.intake.sums.cues import INVESTMENT, LABEL, NOT_INVESTMENT, OBJECT, SPENDING, TOTAL

__all__ = ["NOT_INVESTMENT", "find_rejection", "speaks_of_investment"]

NEAR = 90
FAR = 40
# About ten thousand dollars: less is what something costs, not what is invested.
SMALL = 10_000
SMALLEST = {
    "KRW": 10**7,
    "JPY": 10**6,
    "VND": 2 * 10**8,
    "IDR": 10**8,
    "INR": 5 * 10**5,
    "THB": 3 * 10**5,
    "TWD": 3 * 10**5,
}
GOVERNS = {language: re.compile(words, re.I) for language, words in INVESTMENT.items()}
SPENDS = {language: re.compile(words, re.I) for language, words in SPENDING.items()}
IS_BUILT = {language: re.compile(words, re.I) for language, words in OBJECT.items()}
UNWANTED = {
    language: [(kind, re.compile(words[language], re.I)) for kind, words in NOT_INVESTMENT.items() if words[language]]
    for language in GOVERNS
}
TOTAL_OF_MANY = {language: re.compile(words, re.I) for language, words in TOTAL.items()}
# What may stand between a label and its amount without parting them.
FILLER = (
    r"(?:(?:총|약|대략|최대|최소|무려|모두|각각|연|연간|지난해|올해|작년|작년에|지난해에?만?|기준|기준으로"
    r"|전년보다|is|was|were|of|at|to|about|around|roughly"
    r"|approximately|nearly|over|more than|up to|some|a record|reached|hit|totall?ed|totall?ing|rose|fell"
    r"|stood|grew|worth|estimated|will|would|could|may|be|by|rise|reach|fall"
    r"|trị giá|có giá trị|đạt|là|khoảng|gần|hơn|lên tới|lên đến|tới|trên|ở mức|xấp xỉ|tăng|lên|dự kiến|[:=(~])\s?"
    r"|\d[\d.,]{0,6}(?:%|년|분기)?\S{0,4}\s?){0,5}"
)
LABELLED = {
    "ko": rf"(?:액|금|고|률|규모)?(?:에만|으로만|[은는이가도만]|으?로|에)?\s?,?\s?{FILLER}$",
    "en": rf"\s?{FILLER}$",
    "vi": rf"\s?{FILLER}$",
}
LABELS = {language: re.compile(rf"(?:{words}){LABELLED[language]}", re.I) for language, words in LABEL.items()}
UNWANTED_LABELS = {
    language: [
        (kind, re.compile(rf"(?:{words[language]}){tail}", re.I))
        for kind, words in NOT_INVESTMENT.items()
        if words[language]
    ]
    for language, tail in LABELLED.items()
}
# `규모의`, `짜리` between an amount and its head; `in`, `of` in English.
LINK = re.compile(r"[)\]）]?\s?(?:규모|상당|짜리|어치|가량|이상|대)?(?:의|인)?\s?|\s?(?:in|of)\s")
PRICE_OF_CLAUSE = 40
SUPERSEDED = re.compile(
    r"[)）\]]?\s?(?:→|->|⇒)|[)）\]]?\s?(?:규모)?(?:에서|이던|라던|였던|이었던|에 그쳤던|보다)|\s(?:to|lên|thành)\s"
    r"|\)? (?:to|lên|thành) |\)? (?:has |have |had |đã )?(?:become|became|turned into|shrunk to|grown to|swollen to"
    r"|trở thành|biến thành) ",
    re.I,
)
PLANNED_ONCE = re.compile(r"(?:당초|애초|기존|종전|원래|처음|앞서|이전)(?:에|의)?\s(?:\S{1,12}\s){0,4}$")
# `45억원과 견주면 13배`: the sum is only compared.
# `1100억원에서 두 배 넘게 뛴 셈`
COMPARED = re.compile(
    r"[)）\]]?\s?(?:규모)?[과와]\s(?:견주|비교)|[)）\]]?의\s\d[\d.]{0,5}\s?배"
    r"|[)）\]]?에서\s(?:[^\s.,\d]{1,6}\s){0,3}(?:뛰|뛴|늘[었어]|불어|오른|올랐|급증|치솟)"
)
# `당초 19억달러만 쓸 생각이었다`; `8700억원짜리 공장을 짓겠다던 누리는 규모를 3100억원으로 줄였다`.
ONCE_MEANT = re.compile(r"만\s[^.]{0,12}(?:생각|계획|예정|방침|구상)이었다")
RESIZED = re.compile(r"(?:규모|금액|투자액|투자비|사업비)[를을]\s?(?:약\s)?$")
TO_SIZE = re.compile(r"[)）]?으?로\s(?:줄|늘|낮|높|올|키|깎|축소|확대|증액|감액)")
WAS = re.compile(r"[)）\]]?\s?(?:규모)?(?:에서|보다|이던|였던|이었던)")
OLD_FIGURE = re.compile(
    r"(?:(?:earlier|previous|initial) (?:estimates?|plans?|budgets?) (?:had )?(?:put|pegged|set)(?: [\w'’-]+){1,5} at"
    r"|up from|down from|from an earlier|compared with|instead of|so với(?: mức)?"
    r"|thay vì|(?:dự tính|dự kiến|kế hoạch) ban đầu(?: là)?|initial(?:ly)? (?:\w+ )?(?:estimate|plan|budget)\w* (?:of"
    r"|at)|originally planned"
    r")(?: the)?(?: \w+){0,2} $",
    re.I,
)
CAME_FROM = re.compile(r"\)?,? from (?:about |an earlier |the |an initial |a previous )?", re.I)
# What many give one: `with eleven investors`.
BY_MANY = re.compile(
    r"[)\s]{0,2}(?:from|with|với|từ) (?:(?:\d+|several|two|three|four|five|six|seven|eight|nine|ten|eleven|a group of"
    r"|một nhóm"
    r"|nhiều|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?: \S{1,10}){0,2} )(?:investors|backers|nhà đầu tư|quỹ)"
)
# What is bought by the year is no investment: `buy $200 million worth of fuel`.
GOODS = re.compile(r"[)\s]{0,2}worth of (?!(?:new )?(?:investment|stake|share|asset|equity))", re.I)
TO_BUDGET = re.compile(r"[)\s]{0,2}(?:\w+ ){0,3}(?:to|into) (?:the )?(?:\w+ ){0,3}(?:budgets?|coffers|economy|GDP)\b")
OF_BUDGET = re.compile(r"[)\s]{0,2}(?:từ (?:nguồn )?(?:vốn )?ngân sách|from (?:the )?(?:\w+ ){0,2}budget)", re.I)
BORROWED = re.compile(r"[)\s]{0,2}(?:in|of|by selling|through|via) (?:\w+ ){0,2}(?:debt|loans?|bonds?|notes)\b", re.I)
LISTED = re.compile(
    r"[)\s]{0,2}(?:in|from|through|via|by) (?:its|an?|the) (?:\w+ ){0,3}(?:IPO|initial public offering|listing"
    r"|share sale)",
    re.I,
)
FOR_A_FUND = re.compile(r"[)\s]{0,2}for (?:its|a|the) (?:\w+ ){0,4}fund\b", re.I)
A_FUND = re.compile(r"(?:[ -][a-z-]{2,14}){0,3} funds?\b|(?: [A-Z][\w-]{1,14}){1,4} Fund\b")
AS_FOREIGN = re.compile(r"\)?[:,]? (?:of |in |là )?(?:vốn )?(?:FDI|foreign direct|đầu tư (?:trực tiếp )?nước ngoài)")
# `100억원이면 학교를 고칠 수 있다`: nobody puts it in.
SUPPOSED = re.compile(r"(?:이면|만\s?있으면|이라면)\s[^.]{0,60}수\s(?:있|없)")
OF_A_FUND = re.compile(r"[)）]?\s?(?:규모|짜리)(?:의|인)?\s(?:\S{1,8}\s){0,3}\S{0,8}펀드(?!에|의)")
# On the exchange, where three kinds of hands buy: `개인이 홀로 7905억원을 사들였다`.
ON_EXCHANGE = re.compile(r"(?<![가-힣])(?:개인|외국인|기관)(?:\s?투자자)?[이은]\s(?:\S{1,8}\s){0,3}$")
IN_BUDGET = re.compile(r"[)）]?[을를]\s(?:\S{1,8}\s){0,2}(?:예산에\s)?(?:반영|편성|계상)(?:했|하|한|됐|될|돼)")
BEHIND = [
    ("budget", IN_BUDGET),
    ("fund", OF_A_FUND),
    ("need", SUPPOSED),
    ("total", AS_FOREIGN),
    ("trade", GOODS),
    ("tax", TO_BUDGET),
    ("budget", OF_BUDGET),
    ("loan", BORROWED),
    ("ipo", LISTED),
    ("fund", FOR_A_FUND),
    ("fund", A_FUND),
]
# Of many, one is told: `five projects, including a $20 million plant`.
OF_THEM = re.compile(
    r".*(?:including|among them|such as|one of them|trong đó|bao gồm|gồm|riêng|như|đáng chú ý)", re.I | re.S
)
# `raised $20 million from Garam Capital`
GETS = re.compile(r"\b(?:rais(?:ed|es|ing)|got|gets)(?: \w+){0,2} $")
FROM_SOMEBODY = re.compile(r"[)\s]{0,2}from (?:the )?(?:[a-z-]{2,14} ){0,3}[A-Z]")
ATTRACTED = re.compile(r"[)）]?(?:[을를이가의])?\s(?:[^\s투]{1,6}\s)?유치(?:했|하|한|할|를)")
# `두 회사에서 모두 3천억원의 투자를 끌어냈다`
DRAWN = re.compile(r"[)）]?(?:의|\s규모의)?\s투자를\s(?:이?끌어\s?냈|끌어들였|따냈)")
IN_ALL = re.compile(r"(?:모두|총|합쳐|합해|통틀어)\s(?:약\s)?$")
# `니켈 38억 달러어치`: goods, unless what is bought stays.
WORTH = re.compile(r"[)）]?\s?어치")
LASTING = re.compile(r"주식|지분|신주|우선주|사채|RCPS|CPS|설비|장비|기계|토지|땅|부지|로봇|서버")
SHARED = re.compile(
    r"(?:\d|두|세|네|다섯|여섯|일곱|여러)\s?곳[이은]\s(?!참여)|(?:개사|주주들|투자자들|업체들)[이은]\s(?!참여)"
)
GIVEN = re.compile(
    r"로부터|에게서|(?:벤처스|펀드|캐피[탈털]|인베스트먼트|파트너스|에쿼티|투자)에서\s|[가-힣]의\s|시리즈|라운드|프리\s?[A-C]"
)
HARD_BREAK = re.compile(
    r"(?<=[며고만데])[,]\s|(?<=지만|는데|으나|했고|됐고|으며|이며|하며)\s|(?<=다)\.\s|;\s|,\s(?=while |whereas |còn )"
)


def find_rejection(sentence, clause, found, previous, following, language):
    """Return why an amount of a sentence is no investment: a kind, `unclear`, or "" when it is one.

    `previous` and `following` are the amounts beside it in the sentence, or None.
    """
    if found.amount < SMALLEST.get(found.currency, SMALL):
        return "price"
    if _is_superseded(sentence, found, previous, following):
        return "superseded"
    sort = _find_kind_behind(sentence, found)
    if sort:
        return sort
    start = max(clause[0], found.start - NEAR, previous.reach if previous else 0)
    end = min(clause[1], found.reach + NEAR, following.start if following else len(sentence))
    before, after = sentence[start : found.start], sentence[found.reach : end]
    if previous and _replaces(sentence[previous.reach : found.start]):
        before = sentence[max(clause[0], previous.start - NEAR) : previous.start]
    if (
        TOTAL_OF_MANY[language].search(OF_THEM.sub("", sentence[max(clause[0], found.start - NEAR) : found.start]))
        or SHARED.search(after[:30])
        or BY_MANY.match(after)
        or _is_total(before, after)
    ):
        return "total"
    label = _find_label(before, language)
    if label is not None:
        return label
    if GETS.search(before) and FROM_SOMEBODY.match(after):
        return ""
    prices = _prices(before, after, language)
    return min(prices)[1] if prices else _far(sentence, clause, found, language)


def speaks_of_investment(passage, language):
    """Tell whether a passage speaks of an investment and of no other kind of sum."""
    is_wanted = GOVERNS[language].search(passage) or IS_BUILT[language].search(passage)
    return is_wanted is not None and not any(pattern.search(passage) for _kind, pattern in UNWANTED[language])


def _is_total(before, after):
    """Tell whether a sum is what a place attracted, and not what one body gives another (`B로부터`, a round)."""
    if DRAWN.match(after) and IN_ALL.search(before):
        return True
    return ATTRACTED.match(after) is not None and not GIVEN.search(before)


def _find_kind_behind(sentence, found):
    """Return the kind that what stands right behind an amount says, or None."""
    if WORTH.match(sentence, found.reach) and not LASTING.search(sentence[max(0, found.start - NEAR) :][: 2 * NEAR]):
        return "trade"
    if ON_EXCHANGE.search(sentence[max(0, found.start - FAR) : found.start]):
        return "trade"
    return next((kind for kind, pattern in BEHIND if pattern.match(sentence, found.reach)), None)


def _is_superseded(sentence, found, previous, following):
    if OLD_FIGURE.search(sentence[max(0, found.start - 40) : found.start]):
        return True
    if WAS.match(sentence, found.reach) and PLANNED_ONCE.search(sentence[max(0, found.start - 40) : found.start]):
        return True
    if COMPARED.match(sentence, found.reach):
        return True
    if ONCE_MEANT.match(sentence, found.reach) and PLANNED_ONCE.search(sentence[: found.start][-60:]):
        return True
    is_resized = following is not None and following.currency == found.currency
    if (
        is_resized
        and RESIZED.search(sentence[found.reach : following.start])
        and TO_SIZE.match(sentence, following.reach)
    ):
        return True
    if previous is not None and previous.currency == found.currency and _came_from(sentence, previous, found):
        return True
    if following is None or following.currency != found.currency:
        return False
    return _replaces(sentence[found.reach : following.start])


def _came_from(sentence, previous, found):
    """Tell whether a sum is the old figure behind the new one: `to $3 billion from $2 billion`."""
    is_new = "to" in sentence[max(0, previous.start - FAR) : previous.start].split()[-4:]
    return is_new and CAME_FROM.fullmatch(sentence[previous.reach : found.start]) is not None


def _replaces(between):
    """Tell whether what stands between two sums makes the second replace the first."""
    return len(between) < FAR and SUPERSEDED.match(between) is not None and "," not in between


def _find_label(before, language):
    """Return the kind that the noun right before an amount names, "" for an investment, None without one."""
    found = [(match.start(), kind) for kind, pattern in UNWANTED_LABELS[language] if (match := pattern.search(before))]
    wanted = LABELS[language].search(before)
    if wanted:
        found.append((wanted.start(), ""))
    return max(found)[1] if found else None


def _prices(before, after, language):
    """Return [(price, kind)] of all that says what an amount is."""
    link = LINK.match(after)
    rest = after[link.end() :] if link else after
    cues = [
        ("", GOVERNS[language], 0),
        ("", SPENDS[language], 3),
        ("", IS_BUILT[language], 10),
        *((kind, p, 4) for kind, p in UNWANTED[language]),
    ]
    prices = []
    for kind, pattern, fee in cues:
        behind = pattern.search(rest)
        if behind:
            prices.append((_behind(rest, behind, language) + fee, kind))
        ahead = [match.end() for match in pattern.finditer(before)]
        if ahead:
            prices.append((_ahead(before, ahead[-1], language) + fee, kind))
    return prices


def _behind(rest, match, language):
    """Return the price of a word behind the amount; in English and Vietnamese a comma parts it from the amount."""
    gap = rest[: match.start()]
    crossed = len(HARD_BREAK.findall(gap)) * PRICE_OF_CLAUSE
    if language == "ko":
        return len(gap) + crossed
    return len(gap) * 1.2 + crossed + gap.count(",") * 15


def _ahead(before, end, language):
    """Return the price of a word before the amount: Korean puts there what the verb takes, the others the verb."""
    gap = before[end:]
    crossed = len(HARD_BREAK.findall(gap)) * PRICE_OF_CLAUSE
    return len(gap) * (2 if language == "ko" else 1) + (12 if language == "ko" else 0) + crossed


# `the $45 million cold store`: a thing that costs so much.
DETERMINER = re.compile(r"\b(?:an?|the|its|another|new|planned|proposed) $", re.I)
THING = re.compile(r"[)-]? ?[a-z]{3}")


def _far(sentence, clause, found, language):
    """Return the kind that the whole clause is about, when nothing near an amount says it."""
    start = max(clause[0], found.start - 2 * NEAR)
    text = sentence[start : min(clause[1], found.reach + NEAR)]
    is_thing = (
        language == "en" and DETERMINER.search(text[: found.start - start]) and THING.match(sentence, found.reach)
    )
    other = "" if is_thing or GOVERNS[language].search(text) else "unclear"
    return next((kind for kind, pattern in UNWANTED[language] if pattern.search(text)), other)
