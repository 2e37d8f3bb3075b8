"""Amounts of money as a newsroom prints them: read from Korean, English and Vietnamese text, and printed again."""

from articles.money.currencies import currency_in_story
from articles.money.printing import print_amount
from articles.money.qualifiers import QUALIFIED_AFTER, QUALIFIED_BEFORE
from articles.money.reading import Found, find_amounts

__all__ = ["QUALIFIED_AFTER", "QUALIFIED_BEFORE", "Found", "currency_in_story", "find_amounts", "print_amount"]
