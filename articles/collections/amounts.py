"""Amounts in words: with what a story says of how exact they are."""

from django.utils.translation import gettext_lazy as _

from articles.vocabulary import Per, Qualifier

# Exactly and between need no word: the amount itself says them.
QUALIFIED = {
    Qualifier.ABOUT: _("about %(amount)s"),
    Qualifier.AT_LEAST: _("at least %(amount)s"),
    Qualifier.UP_TO: _("up to %(amount)s"),
}


def print_claimed(claim, language):
    """Return what a claim says an investment is worth, with its qualifier, in a language, the active one."""
    printed = claim.amount_in(language)
    if not printed:
        return Qualifier.UNDISCLOSED.label
    printed = qualified(printed, claim.qualifier)
    return _("%(amount)s a year") % {"amount": printed} if claim.per == Per.YEAR else printed


def qualified(printed, qualifier):
    """Return a printed amount with the word for its qualifier."""
    return QUALIFIED[qualifier] % {"amount": printed} if qualifier in QUALIFIED else printed
