"""Carrying out a batch: all of its rows that can be, or none. Two people cannot carry out the same one."""

from itertools import groupby

from django.db import IntegrityError, transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.batches.lookups import in_bulk
from articles.desk.batches.planning import ADDED, MADE, SKIPPED, THERE, WRONG, anything, entry_of, plan_batch
from articles.desk.errors import DeskError
from articles.desk.history import keep, remark
from articles.desk.naming import find_or_enter
from articles.desk.records import next_check
from articles.desk.visibility import refresh_article, refresh_investments, spread
from articles.models import Article, Batch, Claim, Investment, Organisation, Stake

STOP, SKIP = "stop", "skip"
# Rows between two signs of life.
STRIDE = 100


def apply_in_steps(batch, on_error=STOP, may_claim=anything):
    """Carry out a batch, yielding (rows done, rows to do). Closed before its end, it leaves nothing behind.

    Rows that were imported before are left as they are. `on_error` says what a row with an error does: "stop"
    everything, or "skip" the row. Raises DeskError when the batch cannot be carried out; nothing is changed then.
    """
    try:
        with transaction.atomic():
            yield from carry_out(lock_batch(batch), on_error, may_claim)
    except IntegrityError as error:  # another batch brought the same rows in this very moment
        raise DeskError(_("Somebody else is importing the same rows. Nothing was imported; look again.")) from error


def lock_batch(batch):
    """Return the batch, which nobody else can carry out or undo until the transaction ends."""
    batch = Batch.objects.select_for_update(of=("self",)).select_related("article").get(pk=batch.pk)
    if batch.applied_at:
        raise DeskError(_("This table has been imported already."))
    return batch


def carry_out(batch, on_error, may_claim):
    """Yield the steps of an import."""
    remark(_("Imported from %s") % batch.file_name)
    plans = plan_batch(batch, may_claim)
    entries = {plan.cells.line: entry_of(plan) for plan in plans}
    wrong = sum(entry["state"] == WRONG for entry in entries.values())
    if wrong and on_error != SKIP:
        message = ngettext(
            "%d row has an error; nothing was imported.", "%d rows have errors; nothing was imported.", wrong
        )
        raise DeskError(message % wrong)
    todo = [plan for plan in plans if entries[plan.cells.line]["state"] not in {WRONG, THERE}]
    maker = Maker(batch, todo)
    for start in range(0, len(todo), STRIDE):
        yield start, len(todo)
        entries |= maker.make(todo[start : start + STRIDE])
    yield len(todo), len(todo)
    for story in maker.stories.values():
        refresh_article(story)
    batch.report = [entry | ({"state": SKIPPED} if entry["state"] == WRONG else {}) for entry in entries.values()]
    batch.applied_at = timezone.now()
    batch.save()


class Maker:
    """Makes the records of one batch, some rows at a time."""

    def __init__(self, batch, plans):
        self.batch = batch
        self.entered = {}
        # Nobody publishes or withdraws these stories while they are given claims.
        stories = Article.objects.select_for_update(of=("self",)).order_by("pk")
        self.stories = {story.pk: story for story in in_bulk(stories, "pk", [plan.article.pk for plan in plans])}

    def make(self, plans):
        """Make the records of these rows and all that follows from them; return entries of the report by line."""
        entered = {plan.cells.line: self.enter(plan) for plan in plans}
        opened = [plan for plan in plans if plan.named is None]
        self.open_investments(opened)
        self.save_claims(plans)
        before = adopt_claims([plan for plan in plans if plan.named is None or plan.adopt])
        self.follow_up(plans)
        return {plan.cells.line: made(plan, entered[plan.cells.line], before) for plan in plans}

    def enter(self, plan):
        """Enter in the directory what it does not have yet; return [id, version] of each new entry."""
        new = []
        for party in plan.parties:
            if party.pk is None and party.key not in self.entered:
                entry = find_or_enter(Organisation, party.name, plan.article.language)
                self.entered[party.key] = entry.pk
                new.append([entry.pk, entry.version])
        return new

    def pk_of(self, party):
        """Return the id of an organisation that has one by now."""
        return party.pk or self.entered[party.key]

    def open_investments(self, plans):
        """Save the investments that rows open, with their investors."""
        for plan in plans:
            plan.investment.batch, plan.investment.stage = self.batch, plan.claim.stage
            plan.investment.recheck_on = next_check(plan.investment)
            plan.investment.recipient_id = self.pk_of(plan.recipient) if plan.recipient else None
        Investment.objects.bulk_create(plan.investment for plan in plans)
        Stake.objects.bulk_create(
            Stake(investment=plan.investment, organisation_id=self.pk_of(party))
            for plan in plans
            for party in plan.investors
        )

    def save_claims(self, plans):
        """Save the claims, each of which knows the row that it came from."""
        for plan in plans:
            plan.claim.investment = plan.named or plan.investment
            plan.claim.batch = self.batch
            plan.claim.import_key = plan.import_key
            plan.claim.extracted_by = f"import:{self.batch.pk}"
        Claim.objects.bulk_create(plan.claim for plan in plans)

    def follow_up(self, plans):
        """Bring up to date what follows from the new claims, and keep the new records in the history."""
        claims = sorted((plan.claim for plan in plans), key=story_of)
        for story, of_story in groupby(claims, story_of):
            spread(self.stories[story], of_story)
        changed = [plan.claim.investment_id for plan in plans if plan.named is None or plan.adopt]
        refresh_investments(changed)
        keep(Investment.objects.filter(pk__in=changed).prefetch_related("stakes__organisation"))
        keep(claims)


def story_of(claim):
    """Return the id of the story that a claim belongs to."""
    return claim.article_id


def adopt_claims(plans):
    """Let the investments take their figures from the claims; return what they took them from before, by claim."""
    opened = [plan.investment.pk for plan in plans if plan.named is None]
    own = Claim.objects.filter(investment=OuterRef("pk")).order_by().values("pk")[:1]
    Investment.objects.filter(pk__in=opened).update(adopted=Subquery(own))
    before = {}
    for plan in plans:
        if plan.named:
            before[plan.claim.pk] = plan.named.adopted_id
            plan.named.adopted, plan.named.stage = plan.claim, plan.claim.stage
            plan.named.recheck_on = next_check(plan.named)
            Investment.objects.filter(pk=plan.named.pk).update(adopted=plan.claim, recheck_on=plan.named.recheck_on)
    return before


def made(plan, entered, before):
    """Return what the report says of an imported row: all that undoing it needs."""
    entry = {"line": plan.cells.line, "state": ADDED if plan.named else MADE, "entered": entered}
    entry |= {"claim": [plan.claim.pk, plan.claim.version], "investment": [plan.claim.investment_id]}
    if plan.named is None:
        entry["investment"].append(plan.investment.version)
    elif plan.adopt:
        entry["before"] = before[plan.claim.pk]
    return entry
