"""Amounts of money read from text, with what the text says of each: range, exactness, period and equivalent."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from articles.money.currencies import CURRENCY, SYMBOL, currency_of
from articles.money.equivalents import (
    comes_beforehand,
    leads_to_another,
    leads_to_equivalent,
    leads_to_own_money,
    without_rates,
)
from articles.money.numbers import NUMBERS, SPACE, read_number
from articles.money.qualifiers import WINDOW, read_period, read_qualifier
from articles.vocabulary import Per, Qualifier


@dataclass(frozen=True)
class Found:
    """An amount in whole units of a currency, at [start, end) of the text that was read.

    `text` is the amount as printed, without its qualifier; the equivalent is the one printed in brackets behind it.
    `reach` is where the amount ends together with all its equivalents.
    """

    start: int
    end: int
    text: str
    amount: Decimal
    currency: str
    amount_max: Decimal | None = None
    qualifier: Qualifier = Qualifier.EXACT
    per: Per = Per.ONCE
    equivalent_amount: Decimal | None = None
    equivalent_currency: str = ""
    equivalent_text: str = ""
    equivalent_start: int | None = None
    equivalent_end: int | None = None
    reach: int = 0


# More than all the money there is: a slip, not a sum.
LARGEST = Decimal(10) ** 17
# A number of buildings (`101동`) or a misread word, not a sum.
LEAST = {"VND": Decimal(1000)}
RANGE = r"\s?(?:~|∼|〜|～|–|—|-|to|đến|에서)\s?"
# `and` joins the two ends of one sum behind `between` only; elsewhere it joins two sums.
PREFIXED = (
    rf"(?:(?P<between>(?<=between ))|)(?P<symbol>{SYMBOL})\s?(?P<first>NUMBER)"
    rf"(?:(?P<dash>{RANGE}|(?(between) and |(?!)))(?P<again>{SYMBOL})?\s?(?P<first_max>NUMBER))?"
)
# A currency may follow both ends of a range, but `3억 달러에서 5억 달러로` is no range.
SUFFIXED = (
    rf"(?<![\d.,])(?<!\d[，．])(?:(?P<among>(?<=between ))|)(?P<last>NUMBER)"
    rf"(?:(?:{SPACE}(?:{CURRENCY})\s?(?=[~∼〜～–—]|에서\s(?:NUMBER){SPACE}(?:{CURRENCY})\s사이))?"
    rf"(?P<join>{RANGE}|(?(among) and |(?!)))(?P<last_max>NUMBER))?"
    rf"(?:{SPACE}여?{SPACE}|-)(?P<unit>{CURRENCY})"
)
# A digit, a bare `천억`, a Latin letter (`two`, `USD`) or a sign: where none of them stands, no amount begins.
BEGINNING = r"(?=[\d천백a-z$₩₫¥€£₹₱])"
AMOUNT = {
    language: re.compile(f"{BEGINNING}(?:{PREFIXED}|{SUFFIXED})".replace("NUMBER", f"(?:{number})"), re.IGNORECASE)
    for language, number in NUMBERS.items()
}
# What makes the second of two joined figures the new one: `2억에서 3억 달러로`, `from $2 billion to $3 billion`.
BECOMES = re.compile(r"[)）]?\s?(?:규모)?으?로(?![가-힣]{0,2}부터)")
CAME_FROM = re.compile(r"(?<!ranging )(?<!range )\b(?:from|từ) $", re.IGNORECASE)


def find_amounts(text, language):
    """Return the amounts of money in text as a list of Found, in order.

    `language` (ko, en, vi) decides how numbers are grouped and which words scale them. An equivalent printed in
    brackets belongs to the amount before it and is not listed again. Sums without digits (`수십억`) are not found.
    """
    amounts = []
    text = without_rates(text)
    for match in AMOUNT[language].finditer(text):
        found = _read(match, language)
        if found is not None and not _joins(amounts, found, text):
            amounts.append(found)
    return [_qualify(found, text) for found in amounts]


def _read(match, language):
    symbol = match["symbol"]
    ends = ("first", "first_max") if symbol else ("last", "last_max")
    if match[ends[1]] and _is_replacement(match, symbol):
        ends, start = (ends[1], None), match.start("again" if match["again"] else ends[1])
    else:
        start = match.start()
    try:
        amount, top = _read_ends(match[ends[0]], ends[1] and match[ends[1]], language)
    except InvalidOperation:
        return None
    currency = currency_of(symbol or match["unit"])
    if max(amount, top or 0) > LARGEST or amount < LEAST.get(currency, 0):
        return None
    qualifier = Qualifier.EXACT if top is None else Qualifier.BETWEEN
    text = match.string[start : match.end()]
    return Found(start, match.end(), text, amount, currency, top, qualifier, reach=match.end())


def _is_replacement(match, symbol):
    """Tell whether the first of two joined figures is an old one that the second replaces."""
    join = (match["dash"] if symbol else match["join"]).strip().lower()
    if join == "에서":
        return BECOMES.match(match.string, match.end()) is not None
    before = match.string[max(0, match.start() - 16) : match.start()]
    return join == "to" and CAME_FROM.search(before) is not None


def _read_ends(low, high, language):
    """Return (least, greatest or None); a scale that is printed once, at the end, is that of both."""
    amount, scale = read_number(low, language)
    if not high:
        return _plain(amount), None
    top, top_scale = read_number(high, language)
    if scale == 1 and amount * top_scale <= top:
        amount *= top_scale
    if amount == top:
        return _plain(amount), None
    return _plain(min(amount, top)), _plain(max(amount, top))


def _plain(amount):
    """Return the same amount without a fraction that is zero."""
    whole = amount.to_integral_value()
    return whole if whole == amount else amount


def _joins(amounts, found, text):
    """Attach found to the amount before it when it is that amount's equivalent; tell whether it was consumed."""
    last = amounts[-1] if amounts else None
    if last is None or found.currency == last.currency:
        return False
    gap = text[last.reach : found.start]
    if len(gap) <= WINDOW and comes_beforehand(text[max(0, last.start - WINDOW) : last.start], gap):
        amounts[-1] = _with_equivalent(replace(found, reach=found.end), last)
        return True
    if last.equivalent_end is not None:
        if leads_to_another(gap):
            amounts[-1] = replace(last, reach=found.end)
        return amounts[-1] is not last
    if not (leads_to_equivalent(gap) or (found.currency == "KRW" and leads_to_own_money(gap))):
        return False
    amounts[-1] = replace(_with_equivalent(last, found), reach=found.end)
    return True


def _with_equivalent(found, other):
    return replace(
        found,
        equivalent_amount=other.amount,
        equivalent_currency=other.currency,
        equivalent_text=other.text,
        equivalent_start=other.start,
        equivalent_end=other.end,
    )


def _qualify(found, text):
    before = text[max(0, found.start - WINDOW) : found.start]
    tails = [text[end : end + WINDOW] for end in (found.end, found.equivalent_end) if end is not None]
    qualifier = found.qualifier
    if qualifier == Qualifier.EXACT:
        qualifier = read_qualifier(found.text, before, tails)
    return replace(found, qualifier=qualifier, per=read_period(before, tails))
