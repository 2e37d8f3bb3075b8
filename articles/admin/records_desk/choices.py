"""The candidates that a card of the records desk offers for each name it prints, and which of them is chosen."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.admin.records_desk.forms import ANOTHER, NEW
from articles.desk import hints, investment_hints
from articles.models import Investment, Organisation, Person, Place
from articles.search import find
from articles.text import whole_number
from articles.vocabulary import Attribution, Review

MOST_FOUND = 8
# For each field of a kind of card: what it offers, and the printed name from which a new entry would be made.
OFFERED = {
    "quote": {"speaker": (Person, "speaker_text"), "organisation": (Organisation, "organisation_text")},
    "claim": {
        "investment": (Investment, ""),
        "investor": (Organisation, "investor_text"),
        "destination": (Place, ""),
    },
    "term": {},
}
RELATED = {
    Person: (),
    Organisation: ("country",),
    Place: ("parent",),
    Investment: ("adopted", "destination"),
}


@dataclass(frozen=True)
class Choice:
    """One line of a list of candidates."""

    value: str
    label: str
    reason: str
    detail: str = ""

    @classmethod
    def of(cls, entry, reason):
        """Return an entry as a line, with what tells it from its namesakes."""
        return cls(str(entry.pk), str(entry), reason, detail_of(entry))


@dataclass
class Chooser:
    """A list of candidates for one field of a form, the chosen value, and what was searched for."""

    field: object
    choices: list
    chosen: str
    sought: str
    has_found: bool

    @property
    def has_candidates(self):
        """Whether there is an entry to choose."""
        return any(whole_number(choice.value) for choice in self.choices)

    @property
    def is_empty(self):
        """Whether there is nothing to choose from."""
        return all(choice.value == "" for choice in self.choices)

    @property
    def chosen_line(self):
        """The line that is chosen, or None."""
        return next((choice for choice in self.choices if choice.value == self.chosen), None)

    @property
    def search_name(self):
        """The name of its search box."""
        return f"find_{self.field.name}"


def detail_of(entry):
    """Return what tells an entry from another of the same name."""
    if isinstance(entry, Person):
        return next((str(appointment) for appointment in entry.appointments.all()), "")
    if isinstance(entry, Investment):
        return entry.summary
    return str((entry.country if isinstance(entry, Organisation) else entry.parent) or "")


def offer_choices(cards):
    """Give every card its choosers, in a number of queries that does not grow with the cards."""
    found = find_hints([card for card in cards if wants_hints(card)])
    for card in cards:
        fields = OFFERED[card.kind]
        if card.kind == "claim" and card.record.investment_id:
            fields = {"investment": fields["investment"]}
        for name, (model, printed) in fields.items():
            text = getattr(card.record, printed) if printed else ""
            card.choosers[name] = choose(card, name, model, found.get((card.key, name), []), text)


def wants_hints(card):
    """Whether the editor has still to say whom or what the record means."""
    unmatched = card.kind == "claim" and card.record.investment_id is None and card.record.review != Review.REJECTED
    return unmatched or not card.is_decided


def find_hints(cards):
    """Return {(key of the card, field): hints}."""
    quotes = [card for card in cards if card.kind == "quote"]
    claims = [card for card in cards if card.kind == "claim"]
    organisations = hints.names_like(Organisation, [card.record.organisation_text for card in quotes])
    people = hints.people_for([card.record for card in quotes])
    rows = [card.record for card in claims]
    investors, places = investment_hints.hints_for(rows)
    investments = investment_hints.investments_for(rows, investors, places)
    return (
        {(card.key, "organisation"): organisations.get(card.record.organisation_text, []) for card in quotes}
        | {(card.key, "speaker"): row for card, row in zip(quotes, people, strict=True)}
        | {(card.key, "investor"): row for card, row in zip(claims, investors, strict=True)}
        | {(card.key, "destination"): row for card, row in zip(claims, places, strict=True)}
        | {(card.key, "investment"): row for card, row in zip(claims, investments, strict=True)}
    )


def choose(card, name, model, suggested, printed):
    """Return the chooser of one field: what is matched, what is suggested, what was found, a new one, none."""
    bound = card.form[name]
    current = getattr(card.record, name, None)
    sought = card.form.data.get(f"find_{name}", "").strip() if card.is_posted else ""
    chosen = str(bound.value() or "") if card.is_posted else default_of(card, name, current, suggested, printed)
    found = search(model, sought) if sought else []
    lines = [Choice.of(current, _("matched"))] if current else []
    lines += [Choice.of(hint.entry, hint.reason) for hint in suggested]
    lines += [Choice.of(entry, _("found")) for entry in found]
    number = whole_number(chosen)
    if number is not None and chosen not in {line.value for line in lines}:
        lines += [Choice.of(entry, _("chosen")) for entry in rows_of(model).filter(pk=number)]
    if printed and any(hint.is_same for hint in suggested):
        lines.append(Choice(ANOTHER, printed, _("new entry, one more of this name")))
    elif printed:
        lines.append(Choice(NEW, printed, _("new entry")))
    if name != "investment":
        lines.append(Choice("", _("no entry"), ""))
    elif not current:
        lines.append(Choice("", _("not matched yet"), ""))
    once = {line.value: line for line in reversed(lines)}
    return Chooser(bound, list(reversed(once.values())), chosen, sought, bool(found))


def default_of(card, name, current, suggested, printed):
    """Return what is chosen before the editor chooses: what is matched, the only namesake, else a new entry."""
    if current:
        return str(current.pk)
    same = [hint for hint in suggested if hint.is_same]
    is_unnamed = name == "speaker" and card.record.attribution != Attribution.NAMED
    if name == "investment" or is_unnamed or len(same) > 1 or not wants_hints(card):
        return ""
    if same:
        return str(same[0].entry.pk)
    return NEW if printed else ""


def rows_of(model):
    """Return the entries of a model with what their details show."""
    return model.objects.select_related(*RELATED[model]).defer("search_text")


def search(model, words):
    """Return the newest entries that hold every word."""
    return list(find(rows_of(model), words).order_by("-pk")[:MOST_FOUND])
