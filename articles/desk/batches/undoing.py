"""Undoing a batch: what it made goes, and what somebody has built on since stays and is named with the reason."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from articles.desk.batches.applying import STRIDE
from articles.desk.batches.lookups import in_bulk
from articles.desk.batches.planning import ADDED, KEPT, MADE, UNDONE
from articles.desk.errors import DeskError
from articles.desk.history import remark
from articles.desk.visibility import References, refresh_article, refresh_references
from articles.models import Alias, Article, Batch, Claim, Investment, InvestmentCard, Organisation
from articles.vocabulary import AliasKind, Review

EDITED = gettext_noop("It has been edited since.")
OTHER_CLAIMS = gettext_noop("Other stories make claims about the investment by now.")
IN_A_STORY = gettext_noop("A story shows the investment.")
ADOPTED = gettext_noop("The investment takes its figures from this claim by now.")
SEEN = gettext_noop("Readers have seen this claim; reject it instead, with a correction.")
NOTHING_BEFORE = gettext_noop("What the investment took its figures from before is no longer there.")


def undo_in_steps(batch):
    """Take back what a batch made, yielding (rows done, rows to do). Closed before its end, it leaves all as it was.

    Raises DeskError when there is nothing to undo.
    """
    with transaction.atomic():
        batch = Batch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
        if not batch.applied_at or batch.undone_at:
            raise DeskError(_("This table has been undone already.") if batch.undone_at else _("Nothing to undo."))
        remark(_("Undid the import from %s") % batch.file_name)
        yield from take_back(batch)


def take_back(batch):
    """Yield the steps of undoing. The last row goes first, so that what it replaced comes back in turn."""
    todo = [entry for entry in reversed(batch.report) if entry["state"] in {MADE, ADDED}]
    stories = lock_stories(batch)
    parties, investments = set(), set()
    for start in range(0, len(todo), STRIDE):
        yield start, len(todo)
        some = Taken(batch, todo[start : start + STRIDE], stories)
        parties |= some.parties
        investments |= some.take()
    yield len(todo), len(todo)
    remove_entered([pair for entry in todo for pair in entry["entered"]])
    refresh_references(References(investments=investments, organisations=parties))
    for story in stories.values():
        refresh_article(story)
    batch.undone_at = timezone.now()
    batch.save()


def lock_stories(batch):
    """Return the stories of a batch's claims by id; nobody publishes or withdraws them until the transaction ends."""
    stories = Article.objects.filter(pk__in=Claim.objects.filter(batch=batch).order_by().values("article"))
    return {story.pk: story for story in stories.select_for_update(of=("self",)).order_by("pk")}


class Taken:
    """Some rows of a report, with what the database holds of them by now."""

    def __init__(self, batch, entries, stories):
        self.entries, self.stories = entries, stories
        pks = [entry["investment"][0] for entry in entries]
        opened = [entry["investment"][0] for entry in entries if entry["state"] == MADE]
        self.investments = Investment.objects.defer("search_text").in_bulk(pks)
        self.claims = Claim.objects.defer("search_text").in_bulk([entry["claim"][0] for entry in entries])
        about = Claim.objects.filter(investment__in=opened).exclude(batch=batch)
        self.claimed = set(about.values_list("investment", flat=True))
        self.shown = set(InvestmentCard.objects.filter(investment__in=opened).values_list("investment", flat=True))
        organisations = Organisation.objects.filter(stakes__investment__in=opened)
        organisations |= Organisation.objects.filter(received__in=opened)
        self.parties = set(organisations.values_list("pk", flat=True))

    def take(self):
        """Delete what may go, say in the report what became of each row, and return the investments left changed."""
        changed = set()
        for entry in self.entries:
            reason = self.reason_to_keep(entry)
            if reason is None and "before" in entry:
                reason = self.give_back(entry)
            entry |= {"state": KEPT, "reason": reason} if reason else {"state": UNDONE}
            if "before" in entry:
                changed.add(entry["investment"][0])
        gone = [entry for entry in self.entries if entry["state"] == UNDONE]
        Claim.objects.filter(pk__in=[entry["claim"][0] for entry in gone]).delete()
        opened = [entry["investment"][0] for entry in gone if len(entry["investment"]) > 1]
        Investment.objects.filter(pk__in=opened).delete()
        return changed

    def reason_to_keep(self, entry):
        """Return why a row's records cannot simply go, or None."""
        (pk, *version), claim = entry["investment"], self.claims.get(entry["claim"][0])
        investment = self.investments.get(pk)
        if claim and claim.version != entry["claim"][1]:
            return EDITED
        if claim and claim.review == Review.ACCEPTED and self.stories[claim.article_id].has_been_public:
            return SEEN
        if entry["state"] == ADDED:
            adopts = investment is not None and claim is not None and investment.adopted_id == claim.pk
            return ADOPTED if adopts and "before" not in entry else None
        if investment and [investment.version] != version:
            return EDITED
        if pk in self.claimed:
            return OTHER_CLAIMS
        return IN_A_STORY if pk in self.shown else None

    def give_back(self, entry):
        """Let an investment take its figures from where it took them before; return why that is impossible, or None."""
        investment = Investment.objects.filter(pk=entry["investment"][0], adopted=entry["claim"][0])
        before = Claim.objects.filter(pk=entry["before"], investment=entry["investment"][0], review=Review.ACCEPTED)
        if not investment.exists():
            return None
        if entry["before"] is not None and not before.exists():
            return NOTHING_BEFORE
        investment.update(adopted=entry["before"])
        return None


def remove_entered(pairs):
    """Delete the organisations that the batch entered, unless they were edited or something names them by now."""
    versions = dict(pairs)
    entries = in_bulk(Organisation.objects.only("version"), "pk", versions)
    unchanged = {entry.pk for entry in entries if entry.version == versions[entry.pk]}
    for start in range(0, len(pairs), STRIDE):
        some = unchanged & {pk for pk, _version in pairs[start : start + STRIDE]}
        Organisation.objects.filter(pk__in=some - named_organisations(some)).delete()


def named_organisations(pks):
    """Return those of the organisations that anything but their own name refers to."""
    named = set(
        Alias.objects.filter(organisation__in=pks).exclude(kind=AliasKind.NAME).values_list("organisation", flat=True)
    )
    for relation in Organisation._meta.related_objects:
        if relation.related_model is not Alias:
            name = relation.field.name
            rows = relation.related_model._base_manager.filter(**{f"{name}__in": pks})
            named |= set(rows.values_list(name, flat=True))
    return named
