"""How often the sample's stories, quotes and claims are of which kind, and the amounts that they print."""

from decimal import Decimal
from functools import cache
from itertools import accumulate

from articles.money import print_amount
from articles.vocabulary import Attribution, Language, Qualifier, Review

UNIT = {"USD": 10**6, "KRW": 10**9, "VND": 10**10, "EUR": 10**6}
VND_PER_USD = 25_000
NO_AMOUNT = {"qualifier": Qualifier.UNDISCLOSED.value}


class Chances:
    """Values, and how often each is drawn."""

    def __init__(self, weights):
        self.values = [getattr(key, "value", key) for key in weights]
        self.reached = list(accumulate(weights.values()))

    def draw(self, random):
        """Return one of the values, as often as its weight says."""
        return random.choices(self.values, cum_weights=self.reached)[0]


LANGUAGES = Chances({Language.KO: 60, Language.EN: 25, Language.VI: 15})
STATES = Chances({"published": 90, "scheduled": 2, "withdrawn": 2, "review": 2, "draft": 4})
REVIEWS = Chances({Review.ACCEPTED: 85, Review.SUGGESTED: 10, Review.REJECTED: 5})
ATTRIBUTIONS = Chances(
    {
        Attribution.NAMED: 70,
        Attribution.ORGANISATION: 10,
        Attribution.ANONYMOUS: 10,
        Attribution.ROLE_ONLY: 5,
        Attribution.UNKNOWN: 5,
    }
)
QUALIFIERS = Chances(
    {
        Qualifier.EXACT: 60,
        Qualifier.ABOUT: 15,
        Qualifier.AT_LEAST: 10,
        Qualifier.UP_TO: 5,
        Qualifier.BETWEEN: 5,
        Qualifier.UNDISCLOSED: 5,
    }
)
CURRENCIES = Chances({"USD": 60, "KRW": 20, "VND": 10, "EUR": 10})


def draw_amounts(language, random):
    """Return the columns of an amount that fit one another, with what the story prints of it."""
    qualifier = QUALIFIERS.draw(random)
    if qualifier == Qualifier.UNDISCLOSED:
        return NO_AMOUNT
    return amounts(qualifier, CURRENCIES.draw(random), random.randrange(1, 999), language)


@cache
def amounts(qualifier, currency, units, language):
    """Return the columns of an amount of some units of a currency."""
    amount = Decimal(units * UNIT[currency])
    low, high = {
        Qualifier.AT_LEAST: (amount, None),
        Qualifier.UP_TO: (None, amount),
        Qualifier.BETWEEN: (amount, 2 * amount),
    }.get(qualifier, (amount, amount))
    columns = {
        "qualifier": qualifier,
        "currency": currency,
        "amount_min": low,
        "amount_max": high,
        "amount_text": print_amount(amount, currency, language, high if qualifier == Qualifier.BETWEEN else None),
    }
    if currency == "VND" and low:
        columns |= {"equivalent_amount": low / VND_PER_USD, "equivalent_currency": "USD"}
    return columns
