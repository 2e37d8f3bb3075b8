"""Who gives a sum that somebody else gets: the buyer of what is sold, the investor behind a round."""

import re

from articles.intake.names.latin_words import KIND
from articles.intake.sums.latin_mentions import SOMEBODY, Mentions

RAISES = re.compile(
    r"(?<!\w)(?:rais(?:e[ds]?|ing)|secur(?:e[ds]?|ing)|receiv(?:e[ds]?|ing)|attract(?:ed|s|ing)?|won|obtained|land(?:s"
    r"|ed)"
    r"|clos(?:e[ds]|ing)|got|gets|scored|bag(?:s|ged)|nab(?:s|bed)|funding round|huy động"
    r"|(?<!chứng )(?<!ghi )(?<!xác )(?<!công )nhận|gọi(?: được)? vốn|gọi được|gọi thành công"
    r"|tiếp nhận|chốt)(?!\w)",
    re.I,
)
FUNDING = re.compile(
    r"(?<!\w)(?:funding|round|financing|Series [A-F]|seed|investment from|vốn(?! (?:điều lệ|góp))|vòng"
    r"|hạt giống)(?!\w)",
    re.I,
)
BUYS = re.compile(
    r"(?<!\w)(?:b(?:uy(?:s|ing)?|ought)|acqui\w+|purchas\w+|took over|mua|thâu tóm|chuyển nhượng|sold|sells?"
    r"|bán)(?!\w)",
    re.I,
)
# Whoever is named behind `from` sells: `mua lại chuỗi X từ Y với giá`.
BUYS_FROM = re.compile(
    r"(?<!\w)(?:b(?:uys?|uying|ought)|acquir\w+|mua(?: lại)?|thâu tóm) [^.;]{3,80} (?:from|từ) [^.;]{2,60}$"
)
LED_BY = re.compile(rf"(?<!\w)(?:led by|from|by|do|bởi|từ){KIND} $")
# What stands right before the name of whoever gives the money.
GIVEN_BY = re.compile(rf"(?<!\w)(?:from|led by|backed by|by|anchored by|từ|do|bởi|của|phía){KIND} $")
# The sum before that came from somebody: `$210m from X, in two tranches: $90m now`.
GIVEN_BEFORE = re.compile(r"\d[\w.,]{0,12}(?: \w+)? (?:from|từ)(?: the)? $")
SOLD_TO = re.compile(rf"(?<!\w)(?:to|cho|về tay|thuộc về)(?: nhà đầu tư (?:Nhật|ngoại))?{KIND} $")
SELLS = re.compile(r"(?<!\w)(?:sold|sells?|selling|sale|divested|went|bán|chuyển nhượng|nhượng lại|về tay)(?!\w)", re.I)
# A round whose giver is left unsaid.
ROUND = re.compile(
    r"(?<!\w)(?:funding|financing|round|Series [A-F]|seed|cheque|money|vòng|gọi vốn|khoản tiền|số tiền)(?!\w)", re.I
)
# So near before a sum that nobody but its receiver can be meant.
RIGHT_FROM = re.compile(rf"(?<!\w)(?:from|từ|by){KIND} $")
# Who heads a round gives its money: `Quill led a $14m round`.
LEADS = re.compile(
    r"(?: \([^()]{1,40}\))?(?: (?:has|have|had|will|would|is to|đã|sẽ|vừa|cũng|tiếp tục)){0,2}"
    r" (?:(?:co-?)?led|leads?|(?:đồng )?dẫn dắt|dẫn đầu)(?!\w)"
)
TO_SOMEBODY = re.compile(rf"(?<!\w)(?:to an?|cho một)(?: [\w-]{{2,14}}){{0,3}} {SOMEBODY}(?!\w)", re.I)
FROM_SOMEBODY = re.compile(
    rf" ?(?:from|by|từ|do) (?:an?|một)(?: [\w.-]{{2,14}}){{0,4}} {SOMEBODY}(?!\w)(?! [A-Z])", re.I
)
# Right before a sum: whoever does so gets none.
GIVES = re.compile(
    r"(?<!\w)(?:invest(?:s|ed|ing)?|spen(?:d|ds|t|ding)|put|puts|contribut(?:e[ds]?|ing)|inject(?:s|ed|ing)?"
    r"|góp(?: vốn)?"
    r"|rót|chi|bỏ|đầu tư|bơm)(?: (?:ra|thêm|vào|tổng cộng|khoảng|hơn|gần|tới|about|another|nearly|up to)){0,2} $",
    re.I,
)
OWN_CAPITAL = re.compile(r"(?:capital|vốn) $")
GETS = re.compile(
    r"(?<!\w)(?:raised|raises|got|gets|landed|bagged|nabbed|scored|gọi được|gọi thành công|huy động(?: thành công"
    r"| được)?) (?:\w+ ){0,2}$"
)


def find_giver(before, after, ahead, behind):
    """Return who gives a sum that somebody else gets, "" when it is left unsaid, None when nobody gets one.

    `ahead` and `behind` are the Mentions of the passages before and after the sum.
    """
    buyer = _buyer(before, ahead, behind)
    if buyer is not None or BUYS.search(before[-60:]) or BUYS_FROM.search(before[-160:]):
        return buyer
    leader = next((name for _s, end, name in ahead.subjects()[-1:] if LEADS.match(before, end)), None)
    if leader and ROUND.search(f"{before[-40:]} {after[:60]}"):
        return leader
    if FROM_SOMEBODY.match(after):
        return ""
    givers = ahead.behind(GIVEN_BEFORE)[-1:] or _right_behind(after, behind)
    if givers:
        return givers[0]
    raises, gets = RAISES.search(before[-80:]), GETS.search(before[-40:])
    if GIVES.search(before) or not (raises or gets or FUNDING.search(before[-60:]) or FUNDING.search(after[:60])):
        return None
    givers = behind.behind(GIVEN_BY, 0, 200) or ahead.behind(GIVEN_BY, max(0, len(before) - 150))[-1:]
    if givers:
        return givers[0]
    is_unsaid = (gets and not OWN_CAPITAL.search(before[-12:])) or (
        raises and ROUND.search(f"{before[-40:]} {after[:60]}")
    )
    return "" if is_unsaid else None


def _buyer(before, ahead, behind):
    """Return who buys what a passage says is sold: `was sold to X for`, `bán nhà máy cho X với giá`."""
    if SELLS.search(before[-120:]) is None:
        return None
    buyers = ahead.behind(SOLD_TO, max(0, len(before) - 120)) or behind.behind(SOLD_TO, 0, 60)
    if not buyers and TO_SOMEBODY.search(before[-120:]):
        return ""
    return buyers[-1] if buyers else None


def _right_behind(after, behind):
    """Return the bodies that a sum is said to come from by the very words behind it."""
    return [] if BUYS.search(after[:50]) else behind.behind(RIGHT_FROM, 0, 50)[:1]


def find_latin_leader(following, bodies):
    """Return who leads the round that the sentence before spoke of, or None."""
    first = following[:300]
    leaders = Mentions(first, bodies).behind(LED_BY) if ROUND.search(first[:160]) else []
    return leaders[0] if leaders else None
