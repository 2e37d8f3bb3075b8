"""The sum of money that a row claims: from its plain columns, else read out of the amount as it is printed."""

from functools import partial

from django.utils.translation import gettext_noop

from articles.desk.batches.cells import Wrong, bounds, qualified, read_amount, read_code, read_number
from articles.text import fold
from articles.vocabulary import Per, Qualifier

NEEDS_CURRENCY = gettext_noop("Give the currency by its code of three letters, as in USD.")
OTHER_CURRENCY = gettext_noop("The amount is printed in %(printed)s. Correct one of the two.")
NEEDS_EQUIVALENT_CURRENCY = gettext_noop("The equivalent needs its currency, by its code of three letters.")
NOT_TOLD = {"-", "–", "?", "n/a", "tbd", "not disclosed", "undisclosed", "비공개", "미공개", "미정", "khong cong bo"}
NOTHING = {"amount_min": None, "amount_max": None, "currency": "", "qualifier": Qualifier.UNDISCLOSED}


def read_sum(cells):
    """Return the columns of a claim that say how much, with the equivalent."""
    printed = cells.text("amount_text")
    qualifier = cells.take("qualifier", partial(read_code, vocabulary=Qualifier))
    per = cells.take("per", partial(read_code, vocabulary=Per))
    found = None
    if {"amount_min", "amount_max"} & set(cells.texts):
        amount = read_plain(cells, qualifier)
    elif not printed or qualifier == Qualifier.UNDISCLOSED or fold(printed) in NOT_TOLD:
        amount = NOTHING
    else:
        found = cells.take("amount_text", partial(read_printed, currency=cells.text("currency")))
        amount = amount_of(cells, found, qualifier) if found else NOTHING
    per = per or (found.per if found else Per.ONCE)
    return {"amount_text": printed, "per": per} | amount | read_equivalent(cells, found)


def read_plain(cells, qualifier):
    """Return the amount that the plain columns give."""
    low, high = cells.take("amount_min", read_number), cells.take("amount_max", read_number)
    try:
        low, high, qualifier = qualified(low, high, qualifier)
    except Wrong as wrong:
        cells.refuse("qualifier", wrong.text)
    if not cells.text("currency"):
        cells.refuse("currency", NEEDS_CURRENCY)
    currency = cells.text("currency").upper()
    return {"amount_min": low, "amount_max": high, "currency": currency, "qualifier": qualifier}


def read_printed(text, currency):
    """Return the amount that is printed, as Found; a currency of its own column may stand for one in the text."""
    try:
        return read_amount(text)
    except Wrong:
        if not currency:
            raise
        return read_amount(f"{text} {currency}")


def amount_of(cells, found, qualifier):
    """Return the columns for an amount that was found, qualified as the table says or else as the text does."""
    given = cells.text("currency").upper()
    if given not in {"", found.currency}:
        cells.refuse("currency", OTHER_CURRENCY, printed=found.currency)
    low, high = bounds(qualifier or found.qualifier, found.amount, found.amount_max)
    try:
        low, high, qualifier = qualified(low, high, qualifier or found.qualifier)
    except Wrong as wrong:
        cells.refuse("qualifier", wrong.text)
    return {"amount_min": low, "amount_max": high, "currency": found.currency, "qualifier": qualifier}


def read_equivalent(cells, found):
    """Return the columns for the printed equivalent: its own, else the one printed in brackets behind the amount."""
    amount = cells.take("equivalent_amount", read_number)
    text, currency = cells.text("equivalent_text"), cells.text("equivalent_currency").upper()
    if amount is None and text:
        own = cells.take("equivalent_text", partial(read_printed, currency=currency))
        amount, currency = (own.amount, own.currency) if own else (None, "")
    elif amount is None and found and found.equivalent_amount is not None:
        text, amount, currency = found.equivalent_text, found.equivalent_amount, found.equivalent_currency
    if amount is not None and not currency:
        cells.refuse("equivalent_currency", NEEDS_EQUIVALENT_CURRENCY)
    currency = "" if amount is None else currency
    return {"equivalent_text": text, "equivalent_amount": amount, "equivalent_currency": currency}
