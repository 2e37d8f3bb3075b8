"""Amounts of money as a newsroom prints them: read from Korean, English and Vietnamese text, and printed again."""

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from articles.vocabulary import Per, Qualifier


@dataclass(frozen=True)
class Found:
    """An amount in whole units of a currency, at [start, end) of the text that was read.

    `text` is the amount as printed, without its qualifier; the equivalent is the one printed in brackets behind it.
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


# Special dollars stand before the plain one. What may not follow keeps 원자력, 동안 or 엔진 from being money.
CURRENCIES = {
    "TWD": r"대만\s?달러|NT\$|TWD",
    "SGD": r"싱가포르\s?달러|S\$|SGD|Singapore dollars?|đô la Singapore",
    "HKD": r"홍콩\s?달러|HK\$|HKD|Hong Kong dollars?",
    "AUD": r"호주\s?달러|A\$|AUD|Australian dollars?|đô la Úc",
    "CAD": r"캐나다\s?달러|C\$|CAD|Canadian dollars?",
    "USD": r"(?:미국\s?|미\s?)?「?달러」?|弗|불(?![과가법만량안편꽃])|US\$|USD|\$|(?:US )?dollars?|đô la(?: Mỹ)?",
    "KRW": r"원(?![유자전본료도인생단])|₩|KRW|(?:South Korean |Korean )?won\b",
    "VND": r"동(?![안시쪽남])|₫|VND|VNĐ|đồng|(?:Vietnamese )?dong\b",
    "CNY": r"위안(?!부)|元|CN¥|RMB|CNY|yuan|nhân dân tệ",
    "JPY": r"엔(?![진지비드터])|¥|JPY|yen\b|yên",
    "EUR": r"유로(?![스파])|€|EUR|euros?\b",
    "GBP": r"파운드|£|GBP|pounds?(?: sterling)?|bảng Anh",
    "THB": r"바트|밧|THB|baht|bạt",
    "IDR": r"루피아|IDR|rupiah",
    "INR": r"루피|₹|INR|rupees?",
    "MYR": r"링깃|MYR|ringgit",
    "PHP": r"페소|₱|PHP|pesos?\b",
    "CHF": r"스위스\s?프랑|CHF|Swiss francs?",
}
CURRENCY = "|".join(CURRENCIES.values())
CURRENCY_CODES = [(code, re.compile(pattern, re.IGNORECASE)) for code, pattern in CURRENCIES.items()]
SYMBOL = r"US\$|NT\$|S\$|HK\$|A\$|C\$|CN¥|[$₩₫¥€£₹₱]|\b(?:USD|KRW|VND|VNĐ|JPY|CNY|RMB|EUR|GBP|THB|SGD|TWD)"

KOREAN_SCALES = {"조": 10**12, "억": 10**8, "만": 10**4}
KOREAN_STEPS = {"천": 1000, "백": 100, "십": 10}
# Longer words first: `nghìn tỷ` is one scale, and `mn` must not be read as `m`.
WORD_SCALES = {
    r"(?:nghìn|ngàn) (?:tỷ|tỉ)|trillion|trn|tn": 10**12,
    r"billion|bln|bn|tỷ|tỉ|b": 10**9,
    r"million|mln|mn|triệu|m": 10**6,
    r"crore|크로르": 10**7,
    r"thousand|nghìn|ngàn|k": 10**3,
}
SCALE_WORD = "|".join(WORD_SCALES)
# More than all the money there is: a slip, not a sum.
LARGEST = Decimal(10) ** 17
SCALES = [(re.compile(rf"(?:{words})$", re.IGNORECASE), Decimal(value)) for words, value in WORD_SCALES.items()]

# Every repetition is bounded, and what ends one cannot begin the next: reading stays linear.
DIGITS = r"\d(?:[\d,.，．]{0,30}\d)?"
SPACE = r"[ \u00a0]?"
WORDED = rf"{DIGITS}(?:{SPACE}-?(?:{SCALE_WORD})(?![^\W\d_]))?"
KOREAN = (
    rf"(?:{DIGITS}{SPACE}[천백십만억조]{{1,3}}여?{SPACE}){{1,6}}(?:{DIGITS})?|{DIGITS}{SPACE}(?:크로르|crore)|{WORDED}"
)
RANGE = r"\s?(?:~|∼|〜|–|—|-|to|đến|에서)\s?"
# `and` joins the two ends of one sum behind `between` only; elsewhere it joins two sums.
PREFIXED = (
    rf"(?:(?P<between>(?<=between ))|)(?P<symbol>{SYMBOL})\s?(?P<first>NUMBER)"
    rf"(?:(?:{RANGE}|(?(between) and |(?!)))(?:{SYMBOL})?\s?(?P<first_max>NUMBER))?"
)
SUFFIXED = (
    rf"(?<![\d.,])(?:(?P<among>(?<=between ))|)(?P<last>NUMBER)"
    rf"(?:(?:{RANGE}|(?(among) and |(?!)))(?P<last_max>NUMBER))?{SPACE}여?{SPACE}(?P<unit>{CURRENCY})"
)
AMOUNT = {
    language: re.compile(f"{PREFIXED}|{SUFFIXED}".replace("NUMBER", f"(?:{number})"), re.IGNORECASE)
    for language, number in {"ko": KOREAN, "en": WORDED, "vi": WORDED}.items()
}

OWN_MONEY = r"(?:미화|한화|원화|우리\s?돈(?:으로)?)?\s?$"
QUALIFIED_BEFORE = {
    Qualifier.ABOUT: r"약|대략|거의|about|around|approximately|roughly|some|nearly|almost|khoảng|gần|xấp xỉ",
    Qualifier.UP_TO: r"최대|많게는|up to|as much as|at most|maximum of|tối đa|lên tới|lên đến|tới",
    Qualifier.AT_LEAST: r"최소|적어도|more than|over|at least|in excess of|exceeding|hơn|trên|ít nhất|tối thiểu",
}
QUALIFIED_AFTER = {
    Qualifier.AT_LEAST: r"이상|넘|이 넘|가 넘|를 넘|을 넘|을 웃|를 웃|or more|trở lên",
    Qualifier.UP_TO: r"이하|미만|or less|trở xuống",
    Qualifier.ABOUT: r"가량|안팎|내외|정도|남짓|대(?![학회한규형금])|or so",
}
BEFORE = [(q, re.compile(rf"(?:^|[\s(（]|총)(?:{words})\s?{OWN_MONEY}", re.I)) for q, words in QUALIFIED_BEFORE.items()]
AFTER = [(q, re.compile(rf"[)）]?\s?(?:{words})", re.I)) for q, words in QUALIFIED_AFTER.items()]
YEARLY_BEFORE = re.compile(r"(?:매년|해마다|연간|연평균|annual|yearly|mỗi năm|hàng năm|hằng năm)\s?\S{0,8}\s?$", re.I)
YEARLY_AFTER = re.compile(r"[)）]?\s?(?:a year|per year|per annum|annually|every year|/năm|mỗi năm|một năm)", re.I)
EQUIVALENT_GAP = re.compile(
    r"\s?(?:규모)?\s?(?:[(（]|,\s?(?=우리|한화)|,\s?(?=equivalent|tương đương)|\s(?=tương đương))\s?"
    r"(?:(?:약|총|한화|미화|원화|우리\s?돈(?:으로)?|equivalent to|or|about|around|approximately|roughly|nearly|US"
    r"|tương đương|với|khoảng|gần|hơn|xấp xỉ|[~≈=])\s?){0,4}",
    re.IGNORECASE,
)
SECOND_GAP = re.compile(r"\s?[,/·;]\s?(?:약|총|about|khoảng)?\s?")
WINDOW = 24


def find_amounts(text, language):
    """Return the amounts of money in text as a list of Found, in order.

    `language` (ko, en, vi) decides how numbers are grouped and which words scale them. An equivalent printed in
    brackets belongs to the amount before it and is not listed again. Sums without digits (`수십억`) are not found.
    """
    amounts = []
    for match in AMOUNT[language].finditer(text):
        found = _read(match, language)
        if found is not None and not _joins(amounts, found, text):
            amounts.append(found)
    return [_qualify(found, text) for found in amounts]


def _read(match, language):
    symbol = match["symbol"]
    low, high = (match["first"], match["first_max"]) if symbol else (match["last"], match["last_max"])
    try:
        amount, scale = _read_number(low, language)
        top, top_scale = _read_number(high, language) if high else (None, 1)
    except InvalidOperation:
        return None
    if top is not None and scale == 1 and amount * top_scale <= top:
        amount *= top_scale
    if max(amount, top or 0) > LARGEST:
        return None
    if top is not None:
        amount, top = (min(amount, top), max(amount, top)) if amount != top else (amount, None)
    amount, top = _plain(amount), None if top is None else _plain(top)
    qualifier = Qualifier.EXACT if top is None else Qualifier.BETWEEN
    currency = _currency_of(symbol or match["unit"])
    return Found(match.start(), match.end(), match.group(), amount, currency, top, qualifier)


def _plain(amount):
    """Return the same amount without a fraction that is zero."""
    whole = amount.to_integral_value()
    return whole if whole == amount else amount


def _currency_of(mark):
    return next(code for code, pattern in CURRENCY_CODES if pattern.fullmatch(mark))


def _read_number(printed, language):
    """Return (value, scale of its last word) of a printed number; InvalidOperation when it is none."""
    plain = unicodedata.normalize("NFKC", printed).replace(" ", "")
    if re.search("[천백십만억조]", plain):
        return _read_korean(plain.replace("여", ""))
    words = re.search(r"[^\d.,]+$", unicodedata.normalize("NFKC", printed).strip())
    scale = next((value for pattern, value in SCALES if words and pattern.search(words.group())), Decimal(1))
    return _read_digits(re.match(r"[\d.,]+", plain).group(), language) * scale, scale


def _read_korean(plain):
    total, section, number, scale = Decimal(0), Decimal(0), "", Decimal(1)
    for part in re.findall(r"[\d.,]+|[천백십만억조]", plain):
        if part in KOREAN_STEPS:
            section, number = section + _read_digits(number or "1", "ko") * KOREAN_STEPS[part], ""
        elif part in KOREAN_SCALES:
            scale = Decimal(KOREAN_SCALES[part])
            section += _read_digits(number, "ko") if number else 0
            total, section, number = total + section * scale, Decimal(0), ""
        else:
            number = part
    return total + section + (_read_digits(number, "ko") if number else 0), scale


def _read_digits(digits, language):
    group, point = (".", ",") if language == "vi" else (",", ".")
    if re.fullmatch(rf"\d+{re.escape(group)}\d{{1,2}}", digits):  # the other habit: `1.5 tỷ`, `1,5 billion`
        return Decimal(digits.replace(",", "."))
    return Decimal(digits.replace(group, "").replace(point, "."))


def _joins(amounts, found, text):
    """Attach found to the amount before it when it is that amount's equivalent; tell whether it was consumed."""
    last = amounts[-1] if amounts else None
    if last is None or found.start - last.end > 60 or found.currency == last.currency:
        return False
    if last.equivalent_end is not None:
        gap = text[last.equivalent_end : found.start]
        return SECOND_GAP.fullmatch(gap) is not None
    if not EQUIVALENT_GAP.fullmatch(text[last.end : found.start]):
        return False
    amounts[-1] = replace(
        last,
        equivalent_amount=found.amount,
        equivalent_currency=found.currency,
        equivalent_text=found.text,
        equivalent_start=found.start,
        equivalent_end=found.end,
    )
    return True


def _qualify(found, text):
    before = text[max(0, found.start - WINDOW) : found.start]
    tails = [text[end : end + WINDOW] for end in (found.end, found.equivalent_end) if end is not None]
    yearly = YEARLY_BEFORE.search(before) or any(YEARLY_AFTER.match(tail) for tail in tails)
    qualifier = found.qualifier
    if qualifier == Qualifier.EXACT:
        qualifier = _qualifier(found.text, before, tails)
    return replace(found, qualifier=qualifier, per=Per.YEAR if yearly else Per.ONCE)


def _qualifier(printed, before, tails):
    for qualifier, pattern in BEFORE:
        if pattern.search(before):
            return qualifier
    for qualifier, pattern in AFTER:
        if any(pattern.match(tail) for tail in tails):
            return qualifier
    return Qualifier.ABOUT if "여" in printed else Qualifier.EXACT


KOREAN_NAMES = {
    "USD": "달러", "KRW": "원", "VND": "동", "CNY": "위안", "JPY": "엔", "EUR": "유로", "GBP": "파운드", "THB": "바트",
    "TWD": "대만 달러", "SGD": "싱가포르 달러", "HKD": "홍콩 달러", "INR": "루피", "IDR": "루피아",
}  # fmt: skip
ENGLISH_SYMBOLS = {"USD": "$", "KRW": "₩", "EUR": "€", "GBP": "£", "JPY": "¥", "VND": "₫"}
ENGLISH_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
VIETNAMESE_SCALES = ((10**9, "tỷ"), (10**6, "triệu"))


def print_amount(amount, currency, language, amount_max=None):
    """Return an amount (Decimal units of an ISO 4217 currency) the way a desk of that language prints it.

    Nothing is rounded: what does not fit a large unit is printed as a grouped number.
    """
    if amount_max is None:
        return _with_currency(_number(amount, language), currency, language)
    if language == "ko":
        return _with_currency(f"{_number(amount, 'ko')}~{_number(amount_max, 'ko')}", currency, "ko")
    return f"{print_amount(amount, currency, language)}–{print_amount(amount_max, currency, language)}"


def _with_currency(number, currency, language):
    if language == "ko":
        return f"{number} {KOREAN_NAMES.get(currency, currency)}"
    if language == "vi":
        return f"{number} {'đồng' if currency == 'VND' else currency}"
    symbol = ENGLISH_SYMBOLS.get(currency, f"{currency} ")
    return f"-{symbol}{number[1:]}" if number.startswith("-") else f"{symbol}{number}"


def _number(amount, language):
    amount = Decimal(amount)
    if language == "ko":
        return _korean_number(amount)
    for size, word in VIETNAMESE_SCALES if language == "vi" else ENGLISH_SCALES:
        scaled = amount / size
        if abs(scaled) >= 1 and scaled == scaled.quantize(Decimal("0.01")):
            return f"{_grouped(scaled, language)} {word}"
    return _grouped(amount, language)


def _korean_number(amount):
    if amount != amount.to_integral_value() or abs(amount) < 10**4:
        return _grouped(amount, "ko")
    rest, parts = abs(int(amount)), []
    for unit, size in KOREAN_SCALES.items():
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{count:,}{unit}")
    if rest:
        parts.append(f"{rest:,}")
    return ("-" if amount < 0 else "") + " ".join(parts)


def _grouped(value, language):
    printed = f"{value:,f}"
    if "." in printed:
        printed = printed.rstrip("0").rstrip(".")
    return printed.translate(str.maketrans(",.", ".,")) if language == "vi" else printed
