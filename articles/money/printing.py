"""An amount of money printed the way a desk of the language prints it."""

from decimal import Decimal

from articles.money.numbers import KOREAN_SCALES

KOREAN_NAMES = {
    "USD": "달러", "KRW": "원", "VND": "동", "CNY": "위안", "JPY": "엔", "EUR": "유로", "GBP": "파운드", "THB": "바트",
    "TWD": "대만 달러", "SGD": "싱가포르 달러", "HKD": "홍콩 달러", "INR": "루피", "IDR": "루피아",
}  # fmt: skip
ENGLISH_SYMBOLS = {"USD": "$", "KRW": "₩", "EUR": "€", "GBP": "£", "JPY": "¥", "VND": "₫"}
ENGLISH_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
VIETNAMESE_SCALES = ((10**9, "tỷ"), (10**6, "triệu"))

# The units of US dollars in which a language writes many amounts beside each other, the largest first.
DOLLARS = {
    "ko": ((10**8, "억 달러"), (10**4, "만 달러")),
    "en": ((10**9, "US$ billion"), (10**6, "US$ million")),
    "vi": ((10**9, "tỷ USD"), (10**6, "triệu USD")),
}


def pick_unit(amount, language):
    """Return (size, name) of the unit that suits amounts up to this one in US dollars."""
    units = DOLLARS[language]
    return next((unit for unit in units if amount >= unit[0]), units[-1])


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
