"""What the intake understood of a story: the plan, its doubts, and both as JSON (see the intake schema).

Every planned record carries `start` and `end`: code points in `Plan.source_text`, so that
`plan.source_text[r.start:r.end]` is exactly what the source printed. Nothing here touches the database.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from articles.vocabulary import (
    Attribution,
    Basis,
    DoubtKind,
    Per,
    Precision,
    Qualifier,
    QuoteKind,
    Stage,
)


@dataclass(frozen=True)
class Money:
    """An amount in whole units of a currency (ISO 4217), never in thousands or 억."""

    amount: Decimal
    currency: str


@dataclass(frozen=True)
class Doubt:
    """Something the editor should look at. `text` is the passage in question, verbatim, or empty.

    `detail` says in figures, which need no translation, what does not fit (`1 USD = 14,625 KRW ≠ 1,462`).
    """

    kind: DoubtKind
    text: str = ""
    start: int | None = None
    detail: str = ""

    def as_json(self):
        """Return the doubt as a dict of JSON values."""
        return {"kind": self.kind.value, "text": self.text, "start": self.start, "detail": self.detail}


@dataclass(frozen=True)
class PlannedBlock:
    """One block in reading order. `kind` is paragraph, subhead, quote or figure; `quote` indexes `Plan.quotes`."""

    kind: str
    text: str
    start: int
    end: int
    credit: str | None = None
    quote: int | None = None


@dataclass(frozen=True)
class PlannedQuote:
    """One quoted span. `inline` quotes stand inside a paragraph block, the others are a block of their own."""

    text: str
    start: int
    end: int
    kind: QuoteKind
    attribution: Attribution
    rule: str
    speaker: str | None = None
    speaker_romanised: str | None = None
    title: str | None = None
    organisation: str | None = None
    sentence: str = ""
    inline: bool = False
    marks_balanced: bool = True


@dataclass(frozen=True)
class PlannedClaim:
    """One statement about one investment. Without an amount, `amount_text` is empty and the qualifier `undisclosed`.

    `start` and `end` are those of the sentence; `amount_start` is where `amount_text` begins.
    """

    sentence: str
    start: int
    end: int
    stage: Stage
    stage_text: str
    rule: str
    investor: str | None = None
    amount_text: str = ""
    amount: Money | None = None
    amount_max: Decimal | None = None
    qualifier: Qualifier = Qualifier.UNDISCLOSED
    per: Per = Per.ONCE
    basis: Basis = Basis.CAPEX
    equivalent: Money | None = None
    equivalent_text: str = ""
    activity: str = ""
    place: str | None = None
    year: int | None = None
    amount_start: int | None = None


@dataclass(frozen=True)
class PlannedTerm:
    """A term that the story defines in passing."""

    term: str
    sentence: str
    start: int
    end: int
    threshold: Money | None = None


@dataclass(frozen=True)
class RejectedAmount:
    """An amount that is not an investment, with the reason: valuation, revenue, threshold, fund, …"""

    text: str
    money: Money
    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Plan:
    """A story as the intake read it."""

    source_text: str
    import_key: str
    language: str
    headline: str
    section: str | None = None
    byline: str = ""
    published_on: str | None = None
    published_precision: Precision = Precision.UNKNOWN
    blocks: list[PlannedBlock] = field(default_factory=list)
    quotes: list[PlannedQuote] = field(default_factory=list)
    claims: list[PlannedClaim] = field(default_factory=list)
    terms: list[PlannedTerm] = field(default_factory=list)
    rejected_amounts: list[RejectedAmount] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def as_json(self):
        """Return the plan as a dict of JSON values in the intake schema, with what the schema does not ask added."""
        amount_claims = [claim for claim in self.claims if claim.amount]
        return {
            "language": self.language,
            "headline": self.headline,
            "section": self.section,
            "byline": self.byline,
            "published_on": self.published_on,
            "published_precision": self.published_precision.value,
            "import_key": self.import_key,
            "blocks": [_block(block) for block in self.blocks],
            "figures": [_figure(block) for block in self.blocks if block.kind == "figure"],
            "quotes": [_quote(quote) | self._doubted(quote.start) for quote in self.quotes],
            "investments": [_investment(claim) | self._doubted(claim.amount_start) for claim in amount_claims],
            "claims_without_amount": [_claim(claim) for claim in self.claims if not claim.amount],
            "amounts_not_investments": [_rejected(rejected) for rejected in self.rejected_amounts],
            "terms": [_term(term) for term in self.terms],
            "rejected": list(self.furniture),
            "doubts": [doubt.as_json() for doubt in self.doubts],
            "summary": self.summary(),
        }

    def _doubted(self, start):
        """Return the kinds of doubt about the record that has its words there."""
        return {"doubts": [doubt.kind.value for doubt in self.doubts if doubt.start == start]}

    def summary(self):
        """Return how many of each record were planned."""
        with_amount = sum(1 for claim in self.claims if claim.amount)
        return {
            "language": self.language,
            "headline": self.headline,
            "blocks": len(self.blocks),
            "figures": sum(1 for block in self.blocks if block.kind == "figure"),
            "quotes": len(self.quotes),
            "claims": with_amount,
            "claims_without_amount": len(self.claims) - with_amount,
            "rejected_amounts": len(self.rejected_amounts),
            "furniture": len(self.furniture),
            "doubts": len(self.doubts),
        }


# The schema knows coarser states than the model has stages, and its own words for qualifiers.
STATUS_OF_STAGE = {
    Stage.INTEREST: "considering",
    Stage.PROPOSED: "considering",
    Stage.PLANNED: "planned",
    Stage.MOU: "planned",
    Stage.ANNOUNCED: "announced",
    Stage.PERMIT_SOUGHT: "announced",
    Stage.REGISTERED: "committed",
    Stage.COMMITTED: "committed",
    Stage.UNDER_CONSTRUCTION: "committed",
    Stage.OPERATIONAL: "operating",
    Stage.DISBURSED: "operating",
    Stage.SUSPENDED: "cancelled",
    Stage.CANCELLED: "cancelled",
}
SCHEMA_QUALIFIERS = {
    Qualifier.EXACT: "exact",
    Qualifier.ABOUT: "approx",
    Qualifier.AT_LEAST: "at_least",
    Qualifier.UP_TO: "at_most",
    Qualifier.BETWEEN: "range",
    Qualifier.UNDISCLOSED: None,
}
UNIDENTIFIED = (Attribution.ANONYMOUS, Attribution.ROLE_ONLY)


def _block(block):
    if block.kind == "figure":
        return {"type": "figure", "caption": block.text, "start": block.start, "end": block.end}
    quote = {} if block.quote is None else {"quote": block.quote}
    return {"type": block.kind, "text": block.text, "start": block.start, "end": block.end, **quote}


def _figure(block):
    return {"caption": block.text, "credit": block.credit}


def _quote(quote):
    return {
        "text": quote.text,
        "speaker": quote.speaker,
        "speaker_romanized": quote.speaker_romanised,
        "title": quote.title,
        "organisation": quote.organisation,
        "anonymous": quote.attribution in UNIDENTIFIED,
        "attribution": quote.attribution.value,
        "kind": quote.kind.value,
        "inline": quote.inline,
        "marks_balanced": quote.marks_balanced,
        "sentence": quote.sentence,
        "start": quote.start,
        "end": quote.end,
        "rule": quote.rule,
    }


def _claim(claim):
    return {
        "investor": claim.investor,
        "year": claim.year,
        "place": claim.place,
        "activity": claim.activity or None,
        "status": STATUS_OF_STAGE[claim.stage],
        "stage": claim.stage.value,
        "stage_text": claim.stage_text,
        "sentence": claim.sentence,
        "start": claim.start,
        "end": claim.end,
        "rule": claim.rule,
    }


def _investment(claim):
    equivalent = claim.equivalent
    return {
        **_claim(claim),
        "amount": _plain(claim.amount.amount),
        "amount_max": None if claim.amount_max is None else _plain(claim.amount_max),
        "currency": claim.amount.currency,
        "amount_text": claim.amount_text,
        "amount_start": claim.amount_start,
        "qualifier": SCHEMA_QUALIFIERS[claim.qualifier],
        "per": "year" if claim.per == Per.YEAR else None,
        "reported_equivalent": _money(equivalent) if equivalent else None,
    }


def _rejected(rejected):
    return {**_money(rejected.money), "kind": rejected.kind, "text": rejected.text, "start": rejected.start}


def _term(term):
    threshold = _money(term.threshold) if term.threshold else None
    return {"term": term.term, "sentence": term.sentence, "threshold": threshold, "start": term.start, "end": term.end}


def _money(money):
    return {"amount": _plain(money.amount), "currency": money.currency}


def _plain(amount):
    """Return a Decimal as digits, never in powers of ten."""
    return f"{amount:f}"
