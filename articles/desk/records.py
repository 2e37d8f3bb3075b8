"""Decisions on the records that were read out of a story."""

from django.db import transaction
from django.utils import translation
from django.utils.html import escape
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles.desk.directory import find_or_create
from articles.desk.errors import DeskError
from articles.desk.visibility import References, refresh_article, refresh_references
from articles.intake.names import find_place
from articles.models import Investment, Organisation, Person, Stake, Text
from articles.text import excerpt
from articles.vocabulary import Attribution, Precision, Review


@transaction.atomic
def accept_quote(quote):
    """Accept a suggested quote; its speaker and organisation are found in the directory or entered there."""
    named = quote.attribution == Attribution.NAMED
    try:
        if named and quote.speaker is None and quote.speaker_text:
            quote.speaker = find_or_create(Person, quote.speaker_text, quote.language)
        if quote.organisation is None and quote.organisation_text:
            quote.organisation = find_or_create(Organisation, quote.organisation_text, quote.language)
    except (Person.MultipleObjectsReturned, Organisation.MultipleObjectsReturned) as error:
        raise DeskError(_("Several entries have this name; choose the right one in the quote first.")) from error
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
def match(claim, investment):
    """Say which investment a claim is about. The first claim that an investment gets is adopted."""
    before = References.of(claim.article)
    if Investment.objects.filter(adopted=claim).exclude(pk=investment.pk).exists():
        raise DeskError(_("Another investment takes its figures from this claim; let it adopt another one first."))
    claim.investment = investment
    claim.review = Review.ACCEPTED
    claim.save()
    Investment.objects.filter(pk=investment.pk, adopted__isnull=True).update(adopted=claim)
    refresh_article(claim.article, before)


@transaction.atomic
def adopt(claim):
    """Let the claim's investment take amount, currency, stage and publication from this claim."""
    if claim.investment is None or claim.review != Review.ACCEPTED:
        raise DeskError(_("Accept the claim and match it to an investment before adopting it."))
    Investment.objects.filter(pk=claim.investment_id).update(adopted=claim)
    refresh_references(References(investments={claim.investment_id}))


@transaction.atomic
def open_investment(claim):
    """Open a new investment from a claim, with what the sentence gives, and adopt the claim. Returns it."""
    if claim.investment is not None:
        raise DeskError(_("This claim already belongs to an investment."))
    language = claim.article.language
    title = claim_title(claim)
    dated = claim.event_on is not None
    investment = Investment.objects.create(
        **{f"title_{language}": title},
        destination=find_place(claim.place_text, day_of(claim)),
        activity=claim.activity,
        announced_on=claim.event_on,
        announced_precision=claim.event_precision if dated else Precision.UNKNOWN,
    )
    if claim.investor_text:
        try:
            investor = find_or_create(Organisation, claim.investor_text, language)
        except Organisation.MultipleObjectsReturned as error:
            message = _("Several organisations are called “%s”; open the investment by hand.")
            raise DeskError(message % claim.investor_text) from error
        Stake.objects.create(investment=investment, organisation=investor)
    match(claim, investment)
    return investment


def day_of(claim):
    """Return the day on whose map the claim's place lies: that of the event, else that of the story, else None."""
    if claim.event_precision in {Precision.DAY, Precision.MONTH}:
        return claim.event_on
    return localtime(claim.article.published_at).date() if claim.article.published_at else None


def claim_title(claim):
    """Return a working title for a new investment, in the language of the story: who, where, what, how much."""
    with translation.override(claim.article.language):
        parts = [claim.investor_text, claim.place_text, claim.get_activity_display(), claim.amount_text]
        return " · ".join(str(part) for part in parts if part) or excerpt(claim.sentence, 80)
