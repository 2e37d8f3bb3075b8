"""What the page of a batch tells: how many rows are in which state, what is wrong, what was understood."""

from dataclasses import dataclass, replace

from django.contrib import messages
from django.utils.translation import get_language, gettext, gettext_lazy, ngettext

from articles.desk import batches
from articles.vocabulary import Precision, Qualifier

STATES = {
    "new": gettext_lazy("to be imported"),
    "more": gettext_lazy("claims to be added to investments"),
    "there": gettext_lazy("there already"),
    "wrong": gettext_lazy("with errors"),
    "made": gettext_lazy("imported"),
    "added": gettext_lazy("claims added to investments"),
    "skipped": gettext_lazy("left out, with errors"),
    "undone": gettext_lazy("undone"),
    "kept": gettext_lazy("kept when the rest was undone"),
}
# Rows of the table shown as they were understood, and errors shown on one page.
PREVIEWED = 20
REPORTED = 500
SHOWN_OF_DATE = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}


@dataclass(frozen=True)
class Line:
    """Something to say about a row, or about one cell of it."""

    number: int
    message: str
    column: str = ""
    value: str = ""


@dataclass(frozen=True)
class Understood:
    """A row of the table as it was understood."""

    number: int
    is_wrong: bool
    title: str
    state: str
    investors: tuple = ()
    destination: str = ""
    amount: str = ""
    stage: str = ""
    announced: str = ""


def report_of(batch):
    """Return what the page shows of a batch's report."""
    counts = batches.count_states(batch)
    errors = errors_of(batch)
    return {
        "rows": len(batch.report),
        "counts": [(STATES[state], counts[state]) for state in STATES if counts[state]],
        "wrong": counts["wrong"],
        "ready": counts["new"] + counts["more"],
        "errors": errors[:REPORTED],
        "more_errors": max(0, len(errors) - REPORTED),
        "kept": [Line(entry["line"], gettext(entry["reason"])) for entry in batch.report if "reason" in entry],
        "new_names": list(dict.fromkeys(name for entry in batch.report for name in entry.get("new_names", ()))),
    }


def errors_of(batch):
    """Return every error of a report."""
    return [
        Line(entry["line"], problem.message, problem.column, problem.value)
        for entry in batch.report
        for problem in batches.problems_of(entry)
    ]


def preview_of(batch, may_claim):
    """Return the first rows as they are understood, as long as they are not imported."""
    plans = [] if batch.applied_at else batches.plan_batch(batch, may_claim, PREVIEWED)
    return [understood(plan) for plan in plans]


def understood(plan):
    """Return a row as the page shows it; of a wrong one no more than its title, for the rest may be a default."""
    claim, opened = plan.claim, plan.investment
    row = Understood(plan.cells.line, plan.is_wrong, str(plan.named or opened or ""), STATES[batches.state_of(plan)])
    if plan.is_wrong:
        return row
    return replace(
        row,
        investors=plan.investors,
        destination=str(opened.destination or "") if opened else "",
        amount=amount_of(claim),
        stage=claim.get_stage_display(),
        announced=claim.event_on.isoformat()[: SHOWN_OF_DATE[claim.event_precision]] if claim.event_on else "",
    )


def amount_of(claim):
    """Return the amount as it was read, with what is said about its exactness."""
    amount = claim.amount_in(get_language())
    if claim.qualifier == Qualifier.EXACT:
        return amount
    return " ".join(filter(None, (claim.get_qualifier_display(), amount)))


def summary_of(batch):
    """Return the messages for a batch that was imported or undone just now."""
    counts = batches.count_states(batch)
    if batch.undone_at:
        done, left = counts["undone"], counts["kept"]
        outcome = [(messages.SUCCESS, ngettext("%d row was undone.", "%d rows were undone.", done) % done)]
        kept = ngettext("%d row was kept; see below why.", "%d rows were kept; see below why.", left) % left
        return outcome + ([(messages.WARNING, kept)] if left else [])
    done, left = counts["made"] + counts["added"], counts["skipped"]
    outcome = [(messages.SUCCESS, ngettext("%d row was imported.", "%d rows were imported.", done) % done)]
    skipped = ngettext("%d row with errors was left out.", "%d rows with errors were left out.", left) % left
    return outcome + ([(messages.WARNING, skipped)] if left else [])
