"""Amounts of money in a row: their column, and which of them each qualifier needs.

A contradiction is told at the field where it is mended.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.vocabulary import Qualifier

LEAST, GREATEST = "amount_min", "amount_max"
NEEDED = {
    Qualifier.EXACT: (LEAST, GREATEST),
    Qualifier.ABOUT: (LEAST, GREATEST),
    Qualifier.BETWEEN: (LEAST, GREATEST),
    Qualifier.AT_LEAST: (LEAST,),
    Qualifier.UP_TO: (GREATEST,),
    Qualifier.UNDISCLOSED: (),
}


def money_field(label):
    """Return a column for an amount in whole units of a currency; never a float."""
    return models.DecimalField(label, max_digits=20, decimal_places=2, null=True, blank=True)


def find_amount_errors(claim):
    """Return {field: message} of what contradicts the claim's qualifier; the constraint says the same of the row."""
    if claim.qualifier not in NEEDED:
        return {}
    needed, errors = NEEDED[claim.qualifier], {}
    for name in (LEAST, GREATEST):
        given = getattr(claim, name) is not None
        if given != (name in needed):
            errors[name] = _("This qualifier takes no amount here.") if given else _("This qualifier needs an amount.")
    if bool(needed) != bool(claim.currency):
        errors["currency"] = _("An amount needs its currency, and a currency its amount.")
    return errors or find_order_errors(claim)


def find_order_errors(claim):
    """Return what is wrong with two amounts beside each other."""
    low, high = claim.amount_min, claim.amount_max
    if claim.qualifier == Qualifier.BETWEEN and low >= high:
        return {GREATEST: _("The greater amount stands here.")}
    if claim.qualifier in {Qualifier.EXACT, Qualifier.ABOUT} and low != high:
        return {GREATEST: _("Exactly and about need the same amount twice.")}
    return {}
