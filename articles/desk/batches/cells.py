"""What the text of a table's cell means: a code, a day, a number, a sum of money. What is not sure is not guessed."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import cache

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_noop

from articles.money import QUALIFIED_AFTER, QUALIFIED_BEFORE, find_amounts
from articles.text import fold
from articles.vocabulary import Precision, Qualifier

DAY = re.compile(r"([0-9]{4})(?:[-./]([0-9]{1,2})(?:[-./]([0-9]{1,2}))?)?")
NUMBER = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]{1,2})?")
DAY_PRECISIONS = (Precision.YEAR, Precision.MONTH, Precision.DAY)
LARGEST_NUMBER = Decimal(10) ** 17
YES = {"yes", "y", "true", "1", "예", "네", "co"}
NO = {"no", "n", "false", "0", "아니요", "아니오", "khong"}

# Words that say in which language a sum is written, and with it whether 1.500 is one and a half or fifteen hundred.
LANGUAGE_WORDS = (
    ("ko", re.compile("[가-힣]")),
    ("vi", re.compile(r"(?<![^\W\d_])(?:tỷ|tỉ|triệu|nghìn|ngàn|đồng|đô la|yên|bạt)(?![^\W\d_])", re.IGNORECASE)),
    ("en", re.compile(r"(?:thousand|million|billion|trillion|dollars?|[mbt]n)\b", re.IGNORECASE)),
)
# A point, or in Vietnamese a comma, before one or two last digits is a decimal mark; the other mark there is a slip.
AGAINST_HABIT = {"vi": re.compile(r"[0-9]\.[0-9]{1,2}(?![0-9])"), "en": re.compile(r"[0-9],[0-9]{1,2}(?![0-9])")}
SWAPPED = str.maketrans(",.", ".,")
BESIDE_AMOUNT = re.compile(
    "|".join(
        [*QUALIFIED_BEFORE.values(), *QUALIFIED_AFTER.values()]
        + [
            r"총|미화|한화|원화|우리\s?돈(?:으로)?|규모|between|total(?: of)?|tổng(?: cộng)?"
            + r"|매년|해마다|연간|a year|per year|annually|/năm|mỗi năm|[\s()（）.]"
        ]
    ),
    re.IGNORECASE,
)

UNREADABLE = gettext_noop(
    "This sum cannot be read. Write it as in “$1.5 billion” or “8천만 달러”, "
    "or give amount_min, amount_max and currency."
)
SWAPPED_MARKS = gettext_noop(
    "Point and comma do not go with the words of this sum, so it may mean two. Write “%(better)s”, "
    "or give amount_min, amount_max and currency."
)
TWO_SUMS = gettext_noop(
    "Point or comma in this sum may mean two sums. Write the scale in words, as in “$1.5 million”, "
    "or give amount_min, amount_max and currency."
)
UNFITTING = gettext_noop(
    "“exact” and “about” need one amount, “at_least” only amount_min, “up_to” only amount_max, "
    "“between” both in order, “undisclosed” none."
)


class Wrong(ValueError):
    """A cell that cannot be understood. `text` is a message yet to be translated, `values` what stands in it."""

    def __init__(self, text, **values):
        super().__init__(text % values)
        self.text, self.values = text, values


@cache
def codes_of(vocabulary):
    """Return the code for every code and, in each language of the desk, every label; labels that two share are out."""
    found = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            for code, label in vocabulary.choices:
                found.setdefault(fold(str(label)), set()).add(code)
    sure = {label: codes.pop() for label, codes in found.items() if len(codes) == 1}
    return sure | {fold(code): code for code in vocabulary.values}


def read_code(text, vocabulary):
    """Return the code that a cell gives as such or by its label in any language."""
    code = codes_of(vocabulary).get(fold(text))
    if code is None:
        known = ", ".join(vocabulary.values)
        raise Wrong(gettext_noop("This word is not known here. Write one of: %(known)s."), known=known)
    return code


def read_yes(text):
    """Return whether a cell says yes."""
    word = fold(text)
    if word not in YES | NO:
        raise Wrong(gettext_noop("Write yes or no."))
    return word in YES


def read_day(text):
    """Return (date, precision) of 2024, 2024-05 or 2024-05-02; what is not said is the first."""
    match = DAY.fullmatch(text.strip().rstrip("."))
    parts = [int(part) for part in match.groups() if part] if match else []
    try:
        day = date(*[*parts, 1, 1][:3])
    except (TypeError, ValueError):
        raise Wrong(gettext_noop("This is no date. Write it as 2024, 2024-05 or 2024-05-02.")) from None
    return day, DAY_PRECISIONS[len(parts) - 1]


def read_number(text):
    """Return a plain number of at most two decimals; a comma may only part thousands."""
    plain = unicodedata.normalize("NFKC", text).replace(" ", "")
    if not NUMBER.fullmatch(plain) or Decimal(plain.replace(",", "")) > LARGEST_NUMBER:
        raise Wrong(gettext_noop("This is no plain number. Write the digits alone, as in 80000000 or 1250000.50."))
    return Decimal(plain.replace(",", ""))


def read_amount(text):
    """Return the one sum of money that a cell prints, as Found.

    Raises Wrong when there is none, when there is more than that, and when its marks could mean two sums.
    """
    language = next((code for code, words in LANGUAGE_WORDS if words.search(text)), None)
    languages = [language] if language else ["vi", "en"]
    readings = {found.amount: found for code in languages if (found := only(text, code))}
    if not readings:
        raise Wrong(UNREADABLE)
    if language and AGAINST_HABIT["vi" if language == "vi" else "en"].search(text):
        raise Wrong(SWAPPED_MARKS, better=text.translate(SWAPPED))
    if len(readings) > 1:
        raise Wrong(TWO_SUMS)
    return next(iter(readings.values()))


def only(text, language):
    """Return the amount that is all that the text says, but for words that qualify it; None when there is more."""
    found = find_amounts(text, language)
    if len(found) != 1:
        return None
    amount = found[0]
    outside = text[: amount.start] + " " + text[amount.equivalent_end or amount.end :]
    between = text[amount.end : amount.equivalent_start] if amount.equivalent_start else ""
    if any(character.isdigit() for character in outside + between):
        return None
    return None if BESIDE_AMOUNT.sub("", outside) else amount


def bounds(qualifier, amount, amount_max=None):
    """Return the least and the greatest sum that a qualified amount allows; None is an open end."""
    if qualifier == Qualifier.BETWEEN:
        return amount, amount_max
    low = None if qualifier == Qualifier.UP_TO else amount
    return low, None if qualifier == Qualifier.AT_LEAST else amount


def qualified(low, high, qualifier=None):
    """Return (low, high, qualifier) as they go together, deriving what is not given; raises Wrong when they do not."""
    if qualifier in {Qualifier.EXACT, Qualifier.ABOUT}:
        low, high = (high if low is None else low), (low if high is None else high)
    derived = derive_qualifier(low, high)
    qualifier = qualifier or derived
    if derived is None or (qualifier != derived and (qualifier, derived) != (Qualifier.ABOUT, Qualifier.EXACT)):
        raise Wrong(UNFITTING)
    return low, high, qualifier


def derive_qualifier(low, high):
    """Return what two bounds say of an amount; bounds in the wrong order say nothing."""
    if low is None and high is None:
        return Qualifier.UNDISCLOSED
    if high is None:
        return Qualifier.AT_LEAST
    if low is None:
        return Qualifier.UP_TO
    return {-1: Qualifier.BETWEEN, 0: Qualifier.EXACT, 1: None}[int(low.compare(high))]
