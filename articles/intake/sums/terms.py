"""Terms that a story defines in passing, and the sum that is the threshold of one."""

import re

from articles.intake.report import Money, PlannedTerm
from articles.money import find_amounts

MARKED = r"[‘'“\"「](?P<term>[^‘’'“”\"「」\n]{2,60})[’'”\"」]"
DEFINITIONS = {
    "ko": [
        re.compile(
            rf"{MARKED}\s?(?:이?란|이?라는\s(?:말|용어|표현|단어)[은는])(?=.{{0,300}}(?:지칭|일컫|말한다|뜻"
            rf"|의미|가리|용어))"
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
