"""Numbers as newsrooms of three languages print them before a currency: `2조3천150억`, `1.5 billion`, `1,5 tỷ`."""

import re
import unicodedata
from decimal import Decimal

KOREAN_SCALES = {"조": 10**12, "억": 10**8, "만": 10**4}
KOREAN_STEPS = {"천": 1000, "백": 100, "십": 10}
# Longer words first: `nghìn tỷ` is one scale, and `mn` must not be read as `m`.
WORD_SCALES = {
    r"triệu (?:tỷ|tỉ)": 10**15,
    r"(?:nghìn|ngàn) (?:tỷ|tỉ)|lakh crore|trillion|trn|tn": 10**12,
    r"billion|bln|bn|tỷ|tỉ|b": 10**9,
    r"million|mln|mn|mil|triệu|m": 10**6,
    r"crores?|cr|크로르": 10**7,
    r"lakh": 10**5,
    r"thousand|nghìn|ngàn|k": 10**3,
}
SCALE_WORD = "|".join(WORD_SCALES)
SCALES = [(re.compile(rf"(?:{words})$", re.IGNORECASE), Decimal(value)) for words, value in WORD_SCALES.items()]
COUNT_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "half a": Decimal("0.5"), "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "nửa": Decimal("0.5"),
}  # fmt: skip

# Every repetition is bounded, and what ends one cannot begin the next: reading stays linear.
DIGITS = r"\d(?:[\d,.，．]{0,30}\d)?"
SPACE = r"[ \u00a0]{0,2}"
COUNT_WORD = f"(?:{'|'.join(COUNT_WORDS)})"
COUNTED = rf"(?<!\w){COUNT_WORD}[ -](?:{SCALE_WORD})(?![^\W\d_])"
WORDED = rf"{DIGITS}(?:{SPACE}-?(?:{SCALE_WORD})(?![^\W\d_]))?"
# `천억 원` without a digit is a number; `수천억`, `수 천억` and `몇 천억` are none.
BARE_STEP = r"(?<![가-힣\d])(?<!수 )(?<!몇 )[천백][만억조]"
# `천9백억`, `백20억`: broadcasters leave the one out.
LEADING_STEP = rf"(?:(?<![가-힣\d])[천백]{SPACE}(?=\d))?"
KOREAN = (
    rf"{LEADING_STEP}(?:{DIGITS}{SPACE}[천백십만억조]{{1,3}}(?:여{SPACE}[만억조]?)?{SPACE}){{1,6}}(?:{DIGITS})?"
    rf"|{DIGITS}{SPACE}(?:크로르|crore)|{BARE_STEP}|{WORDED}"
)
NUMBERS = {"ko": KOREAN, "en": f"{WORDED}|{COUNTED}", "vi": f"{WORDED}|{COUNTED}"}


def read_number(printed, language):
    """Return (value, scale of its last word) of a printed number; InvalidOperation when it is none."""
    plain = unicodedata.normalize("NFKC", printed).replace(" ", "")
    if re.search("[천백십만억조]", plain):
        return _read_korean(plain.replace("여", ""))
    words = re.search(r"[^\d.,]+$", unicodedata.normalize("NFKC", printed).strip())
    scale = next((value for pattern, value in SCALES if words and pattern.search(words.group())), Decimal(1))
    digits = re.match(r"[\d.,]+", plain)
    if digits is None:
        return COUNT_WORDS[re.match(COUNT_WORD, printed, re.IGNORECASE).group().casefold()] * scale, scale
    return _read_digits(digits.group(), language) * scale, scale


def _read_korean(plain):
    """Return (value, last scale); a scale multiplies the smaller ones before it, too: `1만 2천억` is 12,000억."""
    total, section, number, scale = Decimal(0), Decimal(0), "", Decimal(1)
    for part in re.findall(r"[\d.,]+|[천백십만억조]", plain):
        if part in KOREAN_SCALES and 0 < total < KOREAN_SCALES[part]:
            section, total = section + total, Decimal(0)
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
