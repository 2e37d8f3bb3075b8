"""An investment's figures as an editor reads them, and what an adoption changes about them."""

import copy
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.clock import in_desk_zone
from articles.money import print_amount
from articles.vocabulary import Language, Qualifier, Review


@dataclass(frozen=True)
class Change:
    """One figure that moved: its label, what it was and what it is now, in the editor's words. Empty is unknown."""

    label: str
    was: str
    now: str

    def __str__(self):
        return f"{self.label} {self.was or '–'} → {self.now or '–'}"


def figures(investment):
    """Return what adopting a claim decides about an investment, as {label: text}."""
    return {
        _("stage"): investment.get_stage_display() if investment.stage else "",
        _("amount"): amount_text(investment.adopted) if investment.adopted else "",
        _("worth in US dollars"): usd_text(investment),
        _("public from"): moment_text(investment.public_from),
        _("check again on"): date_format(investment.recheck_on) if investment.recheck_on else "",
    }


def compare_figures(was, now):
    """Return the changes between two states of an investment's figures."""
    return [Change(str(label), str(was[label]), str(text)) for label, text in now.items() if text != was[label]]


def describe_figures(investment):
    """Return the figures of a new investment as Changes from nothing."""
    now = figures(investment)
    return compare_figures(dict.fromkeys(now, ""), now)


def foresee_adoption(claim):
    """Return the changes of stage and amount that adopting the claim would bring. The rates are left for the act."""
    after = copy.copy(claim.investment)
    after.adopted, after.stage = claim, claim.stage
    after.public_from = claim.public_from if claim.review == Review.ACCEPTED else None
    return compare_figures(figures(claim.investment), figures(after))


def amount_text(claim):
    """Return the amount as printed, else in the editor's language, with its qualifier when that is not `exactly`."""
    amount = claim.amount_text or claim.amount_in(editor_language())
    plain = {Qualifier.EXACT, Qualifier.UNDISCLOSED, Qualifier.BETWEEN}
    qualifier = "" if claim.qualifier in plain else claim.get_qualifier_display()
    return " ".join(filter(None, (str(qualifier), amount))) or str(claim.get_qualifier_display())


def usd_text(investment):
    """Return the worth in US dollars, its range when there is one."""
    bounds = [bound for bound in (investment.usd_min, investment.usd_max) if bound is not None]
    return "–".join(print_amount(bound, "USD", editor_language()) for bound in dict.fromkeys(bounds))


def editor_language():
    """Return the active language, Korean for any that no story is written in."""
    active = (get_language() or "")[:2]
    return active if active in Language.values else Language.KO.value


def moment_text(moment):
    """Return a moment in the editor's zone."""
    return date_format(in_desk_zone(moment), "SHORT_DATETIME_FORMAT") if moment else ""
