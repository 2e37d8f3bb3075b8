"""A table of investments read without saving any: what each row would become, and what is wrong with it."""

from collections import Counter
from dataclasses import asdict

from django.utils.translation import gettext_noop

from articles.desk.batches.columns import COLUMNS, DERIVED_COLUMNS, Cells, Problem
from articles.desk.batches.lookups import Lookups, in_bulk
from articles.desk.batches.rows import plan_row
from articles.desk.history import actor
from articles.models import Batch, Claim
from articles.tables import read_table

# What becomes of a row, in the order of a report.
WRONG, NEW, MORE, THERE, SKIPPED, MADE, ADDED = "wrong", "new", "more", "there", "skipped", "made", "added"
UNDONE, KEPT = "undone", "kept"

REPEATED = gettext_noop("This is the same as line %(line)d.")


def anything(_article):
    """Let every story be given claims: for a command, which has no user."""
    return True


def draft_batch(data, file_name, article=None, may_claim=anything):
    """Return the table in the bytes of a file as a batch with its report, which nothing was saved for, itself included.

    `article` is the story of the rows that name none. `may_claim` tells of a story whether it may be given claims.
    Raises TableError when the file is no such table.
    """
    table = read_table(data, COLUMNS, DERIVED_COLUMNS)
    rows = [[row.line, *row.cells] for row in table.rows]
    longest = Batch._meta.get_field("file_name").max_length
    batch = Batch(file_name=file_name[-longest:], table=[table.header, *rows], article=article, by=actor())
    batch.report = [entry_of(plan) for plan in plan_batch(batch, may_claim)]
    return batch


def plan_batch(batch, may_claim=anything, most=None):
    """Return the plans of a batch's rows, of the first `most` when given, as the database is at this moment."""
    header, *rows = batch.table
    cells = [Cells(line, header, texts) for line, *texts in rows[:most]]
    lookups = Lookups([row.texts for row in cells], may_claim)
    plans = [plan_row(row, lookups, batch.article) for row in cells]
    mark_imported(plans)
    refuse_repeated(plans)
    return plans


def mark_imported(plans):
    """Mark the rows that an earlier import brought already."""
    keys = {plan.import_key for plan in plans}
    known = {claim.import_key for claim in in_bulk(Claim.objects.only("import_key"), "import_key", keys)}
    for plan in plans:
        plan.is_there = plan.is_there or plan.import_key in known


def refuse_repeated(plans):
    """Refuse a row that an earlier one of the same table says already."""
    lines = {}
    for plan in plans:
        first = lines.setdefault(plan.import_key, plan.cells.line)
        if first != plan.cells.line and not plan.is_there:
            plan.cells.refuse("key", REPEATED, line=first)


def entry_of(plan):
    """Return what the report says of a row before the import."""
    entry = {"line": plan.cells.line, "state": state_of(plan)}
    if plan.is_wrong:
        return entry | {"problems": [asdict(problem) for problem in plan.cells.in_order()]}
    names = [party.name for party in plan.parties if party.pk is None]
    return entry | ({"new_names": names} if names and not plan.is_there else {})


def state_of(plan):
    """Return what would become of a row."""
    if plan.is_there:
        return THERE
    if plan.is_wrong:
        return WRONG
    return MORE if plan.named else NEW


def count_states(batch):
    """Return how many rows of a batch's report are in which state."""
    return Counter(entry["state"] for entry in batch.report)


def problems_of(entry):
    """Return the problems that an entry of a report tells of."""
    return [Problem(**problem) for problem in entry.get("problems", ())]
