"""What readers have seen is never quietly changed: a headline, quote, name or amount asks for its correction.

The article remembers what was printed of it. Whoever changes an article ends in `refresh_article`, which compares the
two here; so the rule holds at every door, and no door has to know it.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from articles.desk.deriving import derive
from articles.desk.errors import DeskError
from articles.desk.history import actor
from articles.models import Claim, Correction, Organisation, Person, Quote
from articles.vocabulary import CorrectedPart, CorrectionKind, Review, Status


@dataclass(frozen=True)
class Change:
    """One thing that readers had seen, as it was and as it is now; empty when it is gone."""

    part: CorrectedPart
    was: str
    now: str


@dataclass(frozen=True)
class Wording:
    """What the desk says about a change: its kind, the reason for the desk, the note for readers."""

    kind: CorrectionKind
    reason: str
    note: str


class CorrectionNeeded(DeskError):
    """A change of what readers have seen, for which no correction was given."""

    def __init__(self, article, changes):
        super().__init__(_("Readers have seen this. Say in a correction what was changed and why."))
        self.article = article
        self.changes = changes


_wording = ContextVar("wording", default=None)


@contextmanager
def corrected(wording):
    """Let the changes made inside be corrections with this wording; None asks for one when it is needed."""
    token = _wording.set(wording)
    try:
        yield
    finally:
        _wording.reset(token)


def printed(article):
    """Return what an article prints that may not change quietly."""
    quotes = Quote.objects.filter(parent=article, review=Review.ACCEPTED).select_related("speaker", "organisation")
    return parts_of(article, quotes, Claim.objects.filter(article=article, review=Review.ACCEPTED))


def parts_of(article, quotes, claims):
    """Return headline, quotes and claims, each by a key that stays with the thing, as JSON values."""
    parts = {"headline": {"text": article.headline}}
    for quote in quotes:
        parts[f"quote {quote.public_id}"] = {
            "text": quote.text,
            "who": [quote.speaker_id or quote.speaker_text, quote.organisation_id or quote.organisation_text],
            "name": name_of(quote, article.language),
        }
    for claim in claims:
        amounts = (claim.amount_min, claim.amount_max)
        parts[f"claim {claim.public_id}"] = {
            "text": claim.amount_text,
            "amount": [claim.currency, *(None if amount is None else f"{amount:.2f}" for amount in amounts)],
            "who": [claim.investor_text],
            "name": claim.investor_text,
        }
    return parts


def name_of(quote, language):
    """Return whom a story in that language names as the speaker."""
    with translation.override(language):
        return ", ".join(filter(None, (quote.speaker_name, quote.organisation_name)))


def compare(before, after):
    """Return the changes between two printed states. What is new needs no correction."""
    changes = []
    for key, was in before.items():
        kind, now = key.split()[0], after.get(key, {})
        if worded(was) != worded(now):
            changes.append(Change(PART[kind], shown(was), shown(now)))
        if now and was.get("name") and is_another(was["who"], now["who"]):
            changes.append(Change(CorrectedPart.NAME, was["name"], now["name"]))
    return [change for change in changes if change.was or change.now]


def is_another(was, now):
    """Whether somebody else is named; an entry that was merged into the other one is the same."""
    pairs = zip((Person, Organisation), was, now, strict=False)
    return any(old != new and not is_gone(model, old) for model, old, new in pairs)


def is_gone(model, pk):
    """Whether an entry was merged away: one that a quote names can go in no other way."""
    return isinstance(pk, int) and not model.objects.filter(pk=pk).exists()


PART = {"headline": CorrectedPart.HEADLINE, "quote": CorrectedPart.QUOTE, "claim": CorrectedPart.AMOUNT}


def worded(part):
    """Return what counts as the wording of a printed part: an amount's figures as well as its words."""
    return part.get("text", ""), part.get("amount") if part.get("text") or any(part.get("amount", ())) else None


def shown(part):
    """Return a printed part as a correction shows it."""
    amounts = [figure for figure in part.get("amount", ())[1:] if figure]
    plain = " ".join([" – ".join(dict.fromkeys(amounts)), part["amount"][0]]) if amounts else ""
    return part.get("text") or plain


def keep_faith(article):
    """Record the corrections that a change of the article asks for, and remember what it prints from now on.

    Raises CorrectionNeeded when readers have seen what was changed and no wording was given.
    """
    state = printed(article)
    changes = compare(article.printed, state) if article.has_been_public else []
    if changes:
        correct(article, changes)
    on_its_way = article.has_been_public or article.status == Status.PUBLISHED
    article.printed = state if on_its_way else {}


def correct(article, changes):
    """Write the corrections of an article; its other language versions are stale from then on."""
    wording = wording_for(article, changes)
    for change in changes:
        correction_of(article, wording, change).save()
    article.corrected_at = timezone.now()
    article.stale_since = None
    article.versions().exclude(status=Status.WITHDRAWN).update(stale_since=article.corrected_at)


def wording_for(article, changes):
    """Return the wording that was given for what is being done. Raises CorrectionNeeded when there is none."""
    wording = _wording.get()
    if wording is None:
        raise CorrectionNeeded(article, changes)
    return wording


def correction_of(article, wording, change):
    """Return one correction, not stored yet."""
    return Correction(
        article=article,
        kind=wording.kind,
        reason=wording.reason,
        note=wording.note,
        part=change.part,
        was=change.was,
        now=change.now,
        by=actor(),
    )


def refresh_corrections(article):
    """Make the corrections of an article as public as the article, none before it was written."""
    derive(Correction.objects.filter(article=article), lambda row: expose(row, article))


def expose(row, article):
    """Derive from when readers see a correction that is stored, and how it is found."""
    row.public_from = max(row.created_at, article.public_from) if article.public_from else None
    row.search_text = row.folded()
