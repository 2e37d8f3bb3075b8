"""The records desk's cards: a quote, a claim or a term as the desk shows it, with what can be done about it."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from articles.admin.records_desk.forms import FORMS
from articles.desk import foresee_adoption
from articles.desk.figures import editor_language
from articles.text import excerpt
from articles.vocabulary import Per, Precision, QuoteKind, Review


def kind_of(record):
    """Return quote, claim or term."""
    return record._meta.model_name


def key_of(record):
    """Return how page, address and form refer to a record."""
    return f"{kind_of(record)}-{record.pk}"


def form_of(record, data=None):
    """Return the form of a record, as stored or as sent."""
    return FORMS[kind_of(record)](data, instance=record, auto_id=f"{key_of(record)}-%s")


def core_of(record):
    """Return the words of a sentence that make the record: those quoted, the amount or what was done, the term."""
    if kind_of(record) == "quote":
        return record.text
    return record.name if kind_of(record) == "term" else record.amount_text or record.stage_text


@dataclass(frozen=True)
class Button:
    """Something that can be done with a card, the key that does it, and how it looks."""

    name: str
    label: str
    key: str
    style: str = ""


@dataclass
class Card:
    """One record: its form, where it stands in the text, and what speaks for and against it."""

    record: object
    span: object
    form: object
    is_posted: bool
    number: int = 0
    doubts: list = field(default_factory=list)
    choosers: dict = field(default_factory=dict)

    @property
    def kind(self):
        """Quote, claim or term."""
        return kind_of(self.record)

    @property
    def key(self):
        """How page, address and form refer to the record."""
        return key_of(self.record)

    @property
    def is_decided(self):
        """Whether somebody has accepted or rejected it."""
        return self.record.review != Review.SUGGESTED

    @property
    def sentence(self):
        """The sentence it stands in, as (before, the words that made the record, after)."""
        core = core_of(self.record)
        sentence = self.record.sentence or core
        return sentence.partition(core) if core else (sentence, "", "")

    @property
    def investment(self):
        """The investment that the record is matched to."""
        return getattr(self.record, "investment", None)

    @property
    def is_adopted(self):
        """Whether an investment takes its figures from this claim."""
        return self.investment is not None and self.investment.adopted_id == self.record.pk

    @property
    def may_be_adopted(self):
        """Whether its investment could take its figures from this claim."""
        return self.investment is not None and self.record.review == Review.ACCEPTED and not self.is_adopted

    @property
    def changes(self):
        """What adopting the claim would change."""
        return foresee_adoption(self.record) if self.may_be_adopted else []

    @property
    def is_open(self):
        """Whether the card is unfolded: until it is decided, and while what was typed in it is not stored."""
        return self.is_posted or not self.is_decided

    @property
    def label(self):
        """What kind of record it is, for people."""
        return self.record._meta.verbose_name

    @property
    def controls(self):
        """The template of the candidates on the card."""
        return f"desk/_records_{self.kind}.html"

    @property
    def rule(self):
        """The rule that found it, or nothing for a term."""
        return getattr(self.record, "extracted_by", "")

    @property
    def who(self):
        """Who speaks or invests; the name of a term."""
        if self.kind == "claim":
            what = self.record.amount_text or self.record.get_activity_display()
            return " · ".join(filter(None, (self.record.investor_text, str(what)))) or str(self.record)
        return self.record.summary if self.kind == "quote" else self.record.name

    @property
    def words(self):
        """The beginning of the words, for a folded card."""
        text = {"quote": "text", "claim": "sentence", "term": "definition"}[self.kind]
        return excerpt(getattr(self.record, text), 90)

    @property
    def facts(self):
        """What was understood, as pairs of a label and a text, leaving out what is not known."""
        pairs = {"quote": quote_facts, "claim": claim_facts, "term": term_facts}[self.kind](self.record)
        return [(label, text) for label, text in pairs if text]

    @property
    def buttons(self):
        """What can be done with it now, the likeliest first."""
        review, first = self.record.review, "default"
        buttons = []
        if self.may_be_adopted:
            buttons.append(Button("adopt", _("Adopt these figures"), "d", first))
        if review != Review.ACCEPTED:
            buttons.append(Button("accept", _("Accept"), "a", first))
        if "investor" in self.choosers and review != Review.REJECTED:
            buttons += self.matching_buttons(review == Review.SUGGESTED)
        buttons.append(Button("save", _("Save"), "s", "desk-quiet"))
        if review != Review.REJECTED:
            buttons.append(Button("reject", _("Reject"), "r", "desk-quiet desk-reject"))
        return buttons

    def matching_buttons(self, is_suggested):
        """Return what can be done about the investment of a claim."""
        label = _("Accept and match") if is_suggested else _("Match")
        match = [Button("match", label, "m")] if self.choosers["investment"].has_candidates else []
        return [*match, Button("open", _("Open a new investment"), "o")]

    @property
    def opening_errors(self):
        """Whether something is wrong with what a new investment would get."""
        return any(self.form.errors.get(name) for name in ("investor", "destination"))


def quote_facts(quote):
    """Return what was understood of a quote."""
    return [
        (_("kind"), "" if quote.kind == QuoteKind.DIRECT else quote.get_kind_display()),
        (_("marks"), "" if quote.marks_balanced else _("only one of the two is printed")),
    ]


def claim_facts(claim):
    """Return what was understood of a claim; the amount both as printed and as read."""
    read = claim.amount_in(editor_language())
    amount = " = ".join(dict.fromkeys(filter(None, (claim.amount_text, read))))
    stage = " = ".join(filter(None, (claim.stage_text, str(claim.get_stage_display()))))
    date = claim.event_on.isoformat() if claim.event_on else ""
    if claim.event_precision in {Precision.YEAR, Precision.MONTH}:
        date = date[: 4 if claim.event_precision == Precision.YEAR else 7]
    return [
        (_("stage"), stage),
        (_("amount"), f"{claim.get_qualifier_display()} {amount}" if amount else claim.get_qualifier_display()),
        (_("period"), claim.get_per_display() if claim.per == Per.YEAR else ""),
        (_("equivalent"), claim.equivalent_text),
        (_("investor"), claim.investor_text),
        (_("place"), claim.place_text),
        (_("activity"), claim.get_activity_display()),
        (_("date"), date),
        (_("investment"), str(claim.investment) if claim.investment_id else ""),
    ]


def term_facts(term):
    """Return what was understood of a term."""
    return [(_("definition"), "" if term.definition == term.sentence else term.definition)]
