"""Everything that follows from an article: when its records become public, what they are worth, how they are found.

The rule is one: a record is as public as the article that carries it, and a directory entry as the first public
record that names it. These functions bring the derived columns up to date; nothing else writes them.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from decimal import Decimal

from content_editor.contents import contents_for_item
from django.db import transaction
from django.db.models import Min
from django.utils import timezone

from articles.clock import editorial_day, editorial_year
from articles.desk.corrections import keep_faith, refresh_corrections
from articles.desk.deriving import DERIVED, derive
from articles.models import Article, Claim, Investment, Organisation, Person, Quote, Term, Topic, block_kinds
from articles.models.base import new_version
from articles.rates import rate_on
from articles.totals.ledger import settle
from articles.vocabulary import Precision, Review

WORTH = ["stage", "usd_min", "usd_max", "usd_rate", "usd_rate_on", "usd_rate_source"]
# What follows from an article's content and is written with every change of it.
FOLLOWING = [*DERIVED, "printed_year", "version", "updated_at", "printed", "corrected_at", "stale_since"]
# How many changed records of a collection one act counts again; what is left waits for the next, or for the operator.
RECORDS_AN_ACT = 20_000
# Under which an investment is found.
NAMES = ("investors__aliases", "recipient__aliases", "destination__aliases")
# Units of a currency for one US dollar that are believed, and the greatest worth in US dollars.
LEAST_RATE, GREATEST_RATE, GREATEST_WORTH = Decimal("0.0001"), Decimal(10) ** 7, Decimal(10) ** 15


@dataclass
class References:
    """The ids of the records that an article touches, taken before and after a change."""

    people: set = field(default_factory=set)
    organisations: set = field(default_factory=set)
    topics: set = field(default_factory=set)
    investments: set = field(default_factory=set)
    terms: set = field(default_factory=set)

    @classmethod
    def of(cls, article):
        """Return what the article, as it is stored, refers to."""
        quotes = Quote.objects.filter(parent=article)
        claims = Claim.objects.filter(article=article)
        return cls(
            people=ids(quotes.values_list("speaker", flat=True)),
            organisations=ids(quotes.values_list("organisation", flat=True)),
            topics=ids(article.topics.values_list("pk", flat=True)),
            investments=ids(claims.values_list("investment", flat=True)),
            terms=ids(article.terms.values_list("pk", flat=True)),
        )

    def __or__(self, other):
        """Return both together."""
        return References(*(getattr(self, name) | getattr(other, name) for name in self.__dataclass_fields__))


def ids(values):
    """Return the values as a set, without None."""
    return set(values) - {None}


_waiting = ContextVar("waiting", default=None)


@contextmanager
def together():
    """Let what is done inside be followed up at its end, once an article, however many records change."""
    waiting = {}
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
    for article, before in waiting.values():
        refresh_article(article, before)


def refresh_article(article, before=None):
    """Bring all that follows from the article up to date, and what it referred to `before` the change as well."""
    before = before or References()
    if (waiting := _waiting.get()) is None:
        follow_up(article, before)
    else:
        _article, known = waiting.get(article.pk, (article, References()))
        waiting[article.pk] = article, known | before


@transaction.atomic
def follow_up(article, before):
    """Derive the article's own columns, then its records, then what it refers to."""
    article.refresh_from_db()  # whoever calls may hold an article read before an earlier step of the same change
    contents = contents_for_item(article, block_kinds())
    article.printed_year = editorial_year(article.published_at)
    article.public_from = article.derive_public_from()
    article.search_text = article.folded_with(contents)
    article.version, article.updated_at = new_version(), timezone.now()
    keep_faith(article)
    Article.objects.filter(pk=article.pk).update(**{name: getattr(article, name) for name in FOLLOWING})
    refresh_corrections(article)
    quotes = Quote.objects.filter(parent=article).select_related("speaker", "organisation")
    quotes = quotes.prefetch_related("speaker__aliases", "organisation__aliases")
    spread(article, quotes, printed_year=article.printed_year)
    spread(article, article.claims.all())
    refresh_references(References.of(article) | before)


def spread(article, records, **same):
    """Give the accepted records of an article its moment of publication, others none; all of them get the `same`."""

    def follow(record):
        for name, value in same.items():
            setattr(record, name, value)
        record.public_from = article.public_from if record.review == Review.ACCEPTED else None
        record.search_text = record.folded()

    derive(records, follow, [*DERIVED, *same])


@transaction.atomic
def refresh_references(references):
    """Recompute the records that articles point to."""
    organisations = references.organisations | refresh_investments(references.investments)
    first_seen(Person, references.people, (Quote, "speaker"))
    first_seen(
        Organisation, organisations, (Quote, "organisation"), (Investment, "investors"), (Investment, "recipient")
    )
    first_seen(Topic, references.topics, (Article, "topics"))
    refresh_terms(references.terms)
    settle(RECORDS_AN_ACT)


def first_seen(model, pks, *sources):
    """Make entries public from the first moment that any row of the sources, which point to them, is public."""
    moments = dict.fromkeys(pks)
    for source, path in sources:
        rows = source.objects.filter(**{f"{path}__in": pks}, public_from__isnull=False).order_by()
        for pk, moment in rows.values_list(path).annotate(Min("public_from")):
            if pk in moments and (moments[pk] is None or moment < moments[pk]):
                moments[pk] = moment

    def follow(entry):
        entry.public_from = moments[entry.pk]
        entry.search_text = entry.folded()

    derive(model.objects.for_detail().defer(None).filter(pk__in=pks), follow)


def refresh_terms(pks):
    """Make accepted terms as public as the article that defined them; one that the desk wrote is public at once.

    A term that was read out of a story stays hidden when its story is deleted: its words were the story's.
    """

    def follow(term):
        written_by_desk = term.created_at if not term.sentence else None
        source = term.article.public_from if term.article else written_by_desk
        term.public_from = source if term.review == Review.ACCEPTED else None
        term.search_text = term.folded()

    derive(Term.objects.filter(pk__in=pks).select_related("article"), follow)


@transaction.atomic
def refresh_investments(pks):
    """Take stage, worth and publication of each investment from its adopted claim.

    Returns the ids of the organisations that have a part in them.
    """
    rows = Investment.objects.filter(pk__in=pks).select_related("adopted__article", "recipient", "sector")
    investments = list(rows.select_related("destination__today").prefetch_related(*NAMES))
    derive(investments, follow_claim, [*DERIVED, *WORTH])
    parties = {party.pk for investment in investments for party in investment.investors.all()}
    return parties | {investment.recipient_id for investment in investments if investment.recipient_id}


def follow_claim(investment):
    """Take from the adopted claim what follows from it."""
    claim = investment.adopted
    accepted = claim is not None and claim.review == Review.ACCEPTED
    investment.public_from = claim.public_from if accepted else None
    investment.stage = claim.stage if claim else ""
    value_in_usd(investment)
    investment.search_text = investment.folded()


def value_in_usd(investment, rate_on=rate_on):
    """Set the worth in US dollars: as printed, else by the rate of the day, else unknown. Nothing is guessed."""
    claim = investment.adopted
    investment.usd_min = investment.usd_max = investment.usd_rate = investment.usd_rate_on = None
    investment.usd_rate_source = ""
    if claim is None or not claim.currency:
        return
    if claim.equivalent_currency == "USD" and claim.implied_rate:
        per_usd, day, source = 1 / claim.implied_rate, None, Investment.PRINTED_RATE
    elif (rate := dated_rate(claim, rate_on)) is not None:
        per_usd, day, source = rate.per_usd, rate.day if rate.source else None, rate.source
    else:
        return
    low, high = in_usd(claim.amount_min, per_usd), in_usd(claim.amount_max, per_usd)
    if not LEAST_RATE <= per_usd <= GREATEST_RATE or max(low or 0, high or 0) > GREATEST_WORTH:
        return  # a slip of the pen, not a rate: no column holds it, and no reader believes it
    investment.usd_min, investment.usd_max = low, high
    if claim.currency != "USD":
        investment.usd_rate, investment.usd_rate_on = round(per_usd, 6), day
        investment.usd_rate_source = source


def dated_rate(claim, rate_on):
    """Return the rate on the day of the event, else on the day of the article; None when neither day is known."""
    exact = claim.event_on if claim.event_precision in {Precision.DAY, Precision.MONTH} else None
    printed = editorial_day(claim.article.published_at)
    day = exact or printed or claim.event_on
    if claim.currency == "USD":
        return rate_on("USD", day)
    return rate_on(claim.currency, day) if day else None


def in_usd(amount, per_usd):
    """Return an amount in US dollars, to the cent; None stays None."""
    return None if amount is None else round(Decimal(amount) / per_usd, 2)
