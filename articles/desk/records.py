"""Decisions on the records that were read out of a story."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from articles.clock import editorial_today
from articles.desk.errors import DeskError
from articles.desk.figures import compare_figures, figures
from articles.desk.hints import day_of
from articles.desk.history import remark
from articles.desk.naming import find_or_enter, find_place, learn
from articles.desk.visibility import References, refresh_article, refresh_references
from articles.models import Investment, Organisation, Person, Stake, Text
from articles.text import excerpt
from articles.vocabulary import Attribution, Precision, Review, Rung

WOULD_HIDE = gettext_noop(
    "Readers see this investment but not yet this story, and would lose it. Publish the story before it is adopted."
)


@transaction.atomic
def accept_quote(quote):
    """Accept a suggested quote; its speaker and organisation are found in the directory or entered there.

    What the story calls them is learned: the next story that does needs nobody to say who they are.
    """
    named = quote.attribution == Attribution.NAMED
    try:
        if named and quote.speaker is None and quote.speaker_text:
            quote.speaker = find_or_enter(Person, quote.speaker_text, quote.language)
        if quote.organisation is None and quote.organisation_text:
            quote.organisation = find_or_enter(Organisation, quote.organisation_text, quote.language)
    except (Person.MultipleObjectsReturned, Organisation.MultipleObjectsReturned) as error:
        raise DeskError(_("Several entries have this name; choose the right one in the quote first.")) from error
    if named:
        learn(quote.speaker, quote.speaker_text, quote.speaker_romanised)
    learn(quote.organisation, quote.organisation_text)
    if quote.review == Review.REJECTED:  # its words stand in the story as text until now
        quote.parent.text_blocks.filter(html=words_as_text(quote)).delete()
    quote.review = Review.ACCEPTED
    quote.save()
    refresh_article(quote.parent)


def words_as_text(quote):
    """Return the paragraphs that stand for the words of a rejected quote."""
    return "".join(f"<p>{escape(line)}</p>" for line in quote.text.splitlines())


@transaction.atomic
def reject_quote(quote):
    """Decide that words are not a quotation. They stay in the story, as plain text in the same place."""
    before = References.of(quote.parent)
    html = words_as_text(quote)
    if not (quote.inline or quote.parent.text_blocks.filter(html=html).exists()):
        Text.objects.create(parent=quote.parent, region=quote.region, ordering=quote.ordering, html=html)
    quote.review = Review.REJECTED
    quote.save()
    refresh_article(quote.parent, before)


@transaction.atomic
def save_quote(quote):
    """Store what was edited in a quote, and what follows from it; the decision stays as it is."""
    before = References.of(quote.parent)
    quote.save()
    refresh_article(quote.parent, before)


@transaction.atomic
def save_claim(claim):
    """Store what was edited in a claim. Returns the changes of the investment that takes its figures from it."""
    before = References.of(claim.article)
    adopter = Investment.objects.filter(adopted=claim).select_related("adopted")
    was = adopter.first()
    claim.save()
    refresh_article(claim.article, before)
    return compare_figures(figures(was), figures(adopter.get())) if was else []


@transaction.atomic
def save_term(term):
    """Store what was edited in a term, and what follows from it; the decision stays as it is."""
    decide_term(term, term.review)


@transaction.atomic
def accept_claim(claim):
    """Accept that the article says this."""
    claim.review = Review.ACCEPTED
    claim.save()
    refresh_article(claim.article)


@transaction.atomic
def reject_claim(claim):
    """Decide that the sentence claims no such thing. An investment that had adopted it goes from public view."""
    claim.review = Review.REJECTED
    claim.save()
    refresh_article(claim.article)


@transaction.atomic
def accept_term(term):
    """Take a term into the glossary; readers see it with the story that defined it."""
    decide_term(term, Review.ACCEPTED)


@transaction.atomic
def reject_term(term):
    """Decide that a sentence defines no term. It is kept, hidden, so that nobody has to decide again."""
    decide_term(term, Review.REJECTED)


def decide_term(term, review):
    """Store the decision on a term and what follows from it."""
    term.review = review
    term.save()
    refresh_references(References(terms={term.pk}))


@transaction.atomic
def match(claim, investment):
    """Say which investment a claim is about; the claim is saved as it is in hand, edits and all.

    The first claim that an investment gets is adopted. Returns the changes of its figures, if that moved them.
    """
    before = References.of(claim.article)
    if Investment.objects.filter(adopted=claim).exclude(pk=investment.pk).exists():
        raise DeskError(_("Another investment takes its figures from this claim; let it adopt another one first."))
    claim.investment = investment
    claim.review = Review.ACCEPTED
    claim.save()
    stored = lock_investment(investment.pk)
    if stored.adopted_id is not None:
        refresh_article(claim.article, before)
        return []
    return take_figures(stored, claim, before)


@transaction.atomic
def adopt(claim):
    """Let the claim's investment take amount, currency, stage and publication from this claim. Returns the changes.

    Raises DeskError where that would take a public investment from readers.
    """
    if claim.investment is None or claim.review != Review.ACCEPTED:
        raise DeskError(_("Accept the claim and match it to an investment before adopting it."))
    investment = lock_investment(claim.investment_id)
    if would_hide(investment, claim.article):
        raise DeskError(_(WOULD_HIDE))
    return take_figures(investment, claim)


def would_hide(investment, article):
    """Whether readers would lose an investment if it took its figures from a claim of the article."""
    return investment.is_public and not (article and article.is_public)


def lock_investment(pk):
    """Return an investment with the claim it takes its figures from, held until the transaction ends."""
    rows = Investment.objects.select_for_update(of=("self",)).select_related("adopted")
    return rows.get(pk=pk)


def take_figures(investment, claim, before=None):
    """Let an investment take its figures from a claim, and be checked again in time. Returns the changes."""
    was, is_new = figures(investment), investment.adopted_id != claim.pk
    Investment.objects.filter(pk=investment.pk).update(adopted=claim)
    if before is None:
        refresh_references(References(investments={investment.pk}))
    else:
        refresh_article(claim.article, before)
    investment = Investment.objects.select_related("adopted").get(pk=investment.pk)
    investment.stage = claim.stage  # also where the refresh waits for the end of several decisions
    investment.recheck_on = next_check(investment) if is_new else investment.recheck_on
    investment.save()  # after the refresh: the history keeps the figures as they are now
    changes = compare_figures(was, figures(investment))
    remark(_("Adopted: %(changes)s") % {"changes": "; ".join(map(str, changes)) or investment})
    return changes


def next_check(investment):
    """Return the day on which the figures, looked at today, are to be checked again: after settings.RECHECK_DAYS.

    What has ended needs no check. A later day that the desk has chosen stays.
    """
    today, chosen = editorial_today(), investment.recheck_on
    due = None if investment.rung in {Rung.STOPPED, Rung.DISBURSED} else today + timedelta(days=settings.RECHECK_DAYS)
    return max(filter(None, (due, chosen if chosen and chosen > today else None)), default=None)


@transaction.atomic
def confirm_check(investment):
    """Note that an investment is still as it is told here; it comes back to My desk at its next check."""
    investment.recheck_on = next_check(investment)
    investment.save(update_fields=["recheck_on", "updated_at"])


@transaction.atomic
def open_investment(claim, investor=None, destination=None):
    """Open a new investment from a claim, with what the sentence gives, and adopt the claim. Returns it.

    Investor and destination are those of the printed names unless the editor has chosen others.
    """
    if claim.investment is not None:
        raise DeskError(_("This claim already belongs to an investment."))
    investor = investor or find_investor(claim)
    destination = destination or find_place(claim.place_text, day_of(claim))
    dated = claim.event_on is not None
    investment = Investment.objects.create(
        **{f"title_{claim.article.language}": claim_title(claim)},
        destination=destination,
        activity=claim.activity,
        announced_on=claim.event_on,
        announced_precision=claim.event_precision if dated else Precision.UNKNOWN,
    )
    if investor:
        Stake.objects.create(investment=investment, organisation=investor)
    learn(investor, claim.investor_text)
    learn(destination, claim.place_text)
    match(claim, investment)
    return Investment.objects.select_related("adopted").get(pk=investment.pk)


def find_investor(claim):
    """Return the organisation that a claim names, entered when it is new; None when it names none."""
    if not claim.investor_text:
        return None
    try:
        return find_or_enter(Organisation, claim.investor_text, claim.article.language)
    except Organisation.MultipleObjectsReturned as error:
        message = _("Several organisations are called “%s”; choose the right one first.")
        raise DeskError(message % claim.investor_text) from error


def claim_title(claim):
    """Return a working title for a new investment, in the language of the story: who, where, what, how much."""
    with translation.override(claim.article.language):
        parts = [claim.investor_text, claim.place_text, claim.get_activity_display(), claim.amount_text]
        return " · ".join(str(part) for part in parts if part) or excerpt(claim.sentence, 80)
