"""What the words around an amount say about its exactness, and whether it is spent every year."""

import re

from articles.vocabulary import Per, Qualifier

OWN_MONEY = r"(?:미화|한화|원화|우리\s?돈(?:으로)?)?\s?$"
QUALIFIED_BEFORE = {
    Qualifier.ABOUT: r"약|대략|거의|어림잡아|about|around|approximately|approx\.?|roughly|some|nearly|almost|close to"
    r"|an estimated|khoảng|gần|xấp xỉ|chừng",
    Qualifier.UP_TO: r"최대|많게는|up to|as much as|at most|a maximum of|maximum of|tối đa|lên tới|lên đến|tới",
    Qualifier.AT_LEAST: r"최소|적어도|more than|over|at least|in excess of|exceeding|upwards? of|a minimum of|hơn|trên"
    r"|ít nhất|tối thiểu",
}
QUALIFIED_AFTER = {
    Qualifier.AT_LEAST: r"이상|넘|이 넘|가 넘|를 넘|을 넘|을 웃|를 웃|을 상회|를 상회|초과|or more|-?plus\b|trở lên",
    Qualifier.UP_TO: r"이하|미만|or less|trở xuống",
    Qualifier.ABOUT: r"가량|안팎|내외|정도|남짓|가까이|에 가까|에 육박|대(?![학회한규형금표])|or so",
}
BEFORE = [(q, re.compile(rf"(?:^|[\s(（]|총)(?:{words})\s?{OWN_MONEY}", re.I)) for q, words in QUALIFIED_BEFORE.items()]
AFTER = [(q, re.compile(rf"[)）]?\s?(?:{words})", re.I)) for q, words in QUALIFIED_AFTER.items()]
YEARLY_BEFORE = re.compile(
    r"(?:매년|매해|해마다|연간|연평균|(?<!\S)연|annual|yearly|every year|mỗi năm|hàng năm"
    r"|hằng năm)\s?(?:\S{1,8}\s?){0,2}$",
    re.I,
)
YEARLY_AFTER = re.compile(
    r"[)）]?\s?(?:씩\s?(?:매년|해마다)|a year|per year|per annum|annually|every year|each year|/\s?năm|mỗi năm"
    r"|một năm)",
    re.I,
)
WINDOW = 24


def read_qualifier(printed, before, tails):
    """Return the Qualifier of an amount: of its own words, of those before it, or of those behind (`tails`)."""
    for qualifier, pattern in BEFORE:
        if pattern.search(before):
            return qualifier
    for qualifier, pattern in AFTER:
        if any(pattern.match(tail) for tail in tails):
            return qualifier
    return Qualifier.ABOUT if "여" in printed else Qualifier.EXACT


def read_period(before, tails):
    """Return whether an amount is meant once or for every year."""
    is_yearly = YEARLY_BEFORE.search(before) or any(YEARLY_AFTER.match(tail) for tail in tails)
    return Per.YEAR if is_yearly else Per.ONCE
