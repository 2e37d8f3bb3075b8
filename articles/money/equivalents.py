"""The second sum printed for the same money: `8천만 달러(약 1,170억 원)`, `$60 million, or ₩87 billion`."""

import re

OWN = r"우리|한화|원화|미화|약\s?\d|당시|현재"
OTHER = (
    r"equivalent|equal|or |which is|about|around|roughly|approximately|worth|tương đương|tức|hay |bằng |chừng |quy đổi"
    r"|quy ra|khoảng|xấp xỉ|ước"
)
# What may stand between an amount and its equivalent: the size of the first, what opens the second, what leads to it.
SIZE = (
    r"\s?(?:규모|상당|이상|가량|정도|안팎|내외|어치|수준)?(?:의|를|을|로|인)?"
    r"(?:/\s?năm|mỗi năm|một năm|vốn(?: [^\W\d]{2,8}){0,2}|tiền mặt|a year|per year|annually|in cash)?"
)
OPENER = (
    rf"(?:\s?[(（\[〈<=/]|·(?=약)|\s?,\s?(?={OWN}|{OTHER})|\s(?=우리|한화로?\s|원화|tương đương)"
    rf"|\s?[–—-]\s?(?={OWN}|{OTHER})"
    r"|[^\d.]{0,24}다\.\s(?=우리|한화|원화))"
)
LEAD = (
    r"(?:약|총|이하|한화|미화|원화|우리\s?돈|(?:미국|베트남|일본|중국)\s?돈|으로는?|로는?|치면|환산하면|환산"
    r"|하면|따지면|당시|현재"
    r"|이날|전날|환율|기준|각각|대략|\d{1,2}일|equivalent|equal|worth|to|or|about|around|approximately"
    r"|approx\.?|roughly"
    r"|which is|nearly|some|over|more than|almost|close to|just|under|US|tương đương|tức|là|với|khoảng|gần|hơn|trên"
    r"|chừng|tới"
    r"|xấp xỉ|quy đổi|quy|ra|tiền Việt|ước(?: tính)?|tính|theo tỷ giá|hiện (?:tại|hành|nay)|hay|bằng|[~≈=＝]"
    r"|\s{1,40})\s?"
)
GAP = re.compile(rf"{SIZE}{OPENER}\s?(?:{LEAD}){{0,7}}", re.IGNORECASE)
SECOND_GAP = re.compile(
    r"\s?[,/·;]\s?(?:tương đương|equivalent to|hay|tức|미화|한화|원화|우리\s?돈)?\s?"
    r"(?:약|총|about|or|khoảng|gần|hơn)?\s?",
    re.IGNORECASE,
)
# Rates of exchange are no sums: `(1달러=1,400원 기준 약 4천억 원)`.
RATE = re.compile(
    r"(?<![\d.,])1(?:00)?\s?(?:달러|유로|엔|위안|바트|동|파운드)\s?(?:당|=|＝)\s?[\d,.]{1,10}\s?원(?:\s?(?:을"
    r"|를)?\s?(?:기준|환산"
    r"|적용)(?:으로|시)?)?,?"
)
# `우리 돈 4천억 원에 해당하는 3억 달러`: the equivalent comes first.
BEFOREHAND = re.compile(r"(?:우리\s?돈|한화|원화)(?:으?로)?\s?(?:치면|환산하면|따지면)?\s?(?:약|총|대략)?\s?$")
MIRRORED = re.compile(
    r"\s?(?:에|이|을|를)?\s?(?:해당하는|이르는|달하는|맞먹는|가까운|육박하는|넘는|상당의),?\s?(?:총|약)?\s?"
)
OWN_MONEY = re.compile(
    r"(?:우리\s?돈|한화|원화)(?:으?로는?)?\s?(?:치면|환산하면|환산해|따지면|하면)?,?\s?(?:약|총|대략)?\s?$"
)
LONGEST_GAP = 60
FARTHEST = 150


def without_rates(text):
    """Return text of the same length in which rates of exchange are blank."""
    return RATE.sub(lambda match: " " * len(match.group()), text)


def comes_beforehand(before, gap):
    """Tell whether an amount behind `before` is the equivalent of the one that follows it after a gap."""
    return MIRRORED.fullmatch(gap) is not None and BEFOREHAND.search(before) is not None


def leads_to_equivalent(gap):
    """Tell whether what stands between two amounts makes the second the equivalent of the first."""
    return len(gap) <= LONGEST_GAP and GAP.fullmatch(gap) is not None


def leads_to_another(gap):
    """Tell whether what stands behind an equivalent announces another one in the same brackets."""
    return SECOND_GAP.fullmatch(gap) is not None


def leads_to_own_money(gap):
    """Tell whether a later sentence gives the sum before it again in the reader's currency: `우리 돈으로 약 …`."""
    return len(gap) <= FARTHEST and "\n" not in gap and OWN_MONEY.search(gap) is not None
