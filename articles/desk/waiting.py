"""My desk: what waits for one user, a few rows of each kind with the number of all of them.

`where` of a list is at once the condition of its rows and the query of the admin's list that shows all of them, and
both are kept to what the user may see, so that number and list agree. The number of queries does not grow with the
newsroom.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Count, Prefetch, QuerySet
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from articles.clock import editorial_today
from articles.desk.seeing import records_seen_by
from articles.models import Article, Claim, Investment, Quote, Report, Step, Term
from articles.vocabulary import ReportState, Review, Status

ROWS = 8
RECENT = timedelta(days=7)


@dataclass(frozen=True)
class Listed:
    """The rows of one model that a user sees under a condition, and how many they are."""

    found: QuerySet
    where: dict
    total: int

    @property
    def model(self):
        """The model."""
        return self.found.model

    @property
    def opts(self):
        """The model's own names."""
        return self.model._meta

    @property
    def query(self):
        """The query string of the admin's list, which keeps by itself to the records that its user may see."""
        return urlencode(self.where)


@dataclass(frozen=True)
class Section:
    """One kind of thing that waits: its first rows, and the lists in which all of it is found."""

    key: str
    title: str
    rows: list
    lists: list = field(default_factory=list)

    @property
    def total(self):
        """How many wait."""
        return sum(listed.total for listed in self.lists)


def waiting_for(user):
    """Return the sections in which something waits for the user, in the order of the desk's day."""
    sections = (make(user) for make in SECTIONS)
    return [section for section in sections if section and section.total]


def may_open(user):
    """Whether the user has anything to do with articles."""
    return any(user.has_perm(f"articles.{verb}_article") for verb in ("view", "change"))


def own_unless(user, permission):
    """Return the condition that keeps a user to articles of their own, unless a permission opens those of others."""
    return {} if user.has_perm(f"articles.{permission}") else {"owner__exact": user.pk}


def listed(key, title, queryset, where):
    """Return the section of the rows under a condition; they are only counted when they are not all here."""
    queryset = queryset.filter(**where)
    rows = list(queryset[: ROWS + 1])
    total = len(rows) if len(rows) <= ROWS else queryset.count()
    return Section(key, title, rows[:ROWS], [Listed(queryset, where, total)])


def stories(*order):
    """Return articles with what a line of My desk shows."""
    return Article.objects.for_list().select_related("section", "owner").order_by(*order)


def to_decide(user):
    """Stories that others, or the user, have sent to review and that the user may publish or send back."""
    if may_open(user) and user.has_perm("articles.edit_all_articles"):
        where = {"status__exact": Status.REVIEW.value}
        return listed("to_decide", _("Sent to review"), stories("updated_at", "pk"), where)
    return None


def drafts(user):
    """The user's own drafts, those that came back with their note."""
    if not may_open(user):
        return None
    returned = Prefetch("steps", Step.objects.filter(status=Status.DRAFT).select_related("by"), to_attr="returns")
    rows = stories("-updated_at", "-pk").prefetch_related(returned)
    return listed("drafts", _("My drafts"), rows, {"status__exact": Status.DRAFT.value, "owner__exact": user.pk})


def in_review(user):
    """The user's own stories that somebody else has to decide on."""
    if not may_open(user) or user.has_perm("articles.edit_all_articles"):
        return None
    where = {"status__exact": Status.REVIEW.value, "owner__exact": user.pk}
    return listed("in_review", _("My articles in review"), stories("-updated_at", "-pk"), where)


def scheduled(user):
    """Stories that the clock will publish, the next one first."""
    if not may_open(user):
        return None
    where = {"status__exact": Status.PUBLISHED.value, "public_from__gt": timezone.now()}
    where |= own_unless(user, "see_all_articles")
    return listed("scheduled", _("Scheduled"), stories("public_from", "pk"), where)


def stale(user):
    """Translations whose original has changed since, the longest stale first."""
    if not user.has_perm("articles.change_article"):
        return None
    where = {"stale_since__isnull": False} | own_unless(user, "edit_all_articles")
    return listed("stale", _("Stale translations"), stories("stale_since", "pk"), where)


def rechecks(user):
    """Investments whose state was to be looked at again by now, the longest overdue first."""
    if not user.has_perm("articles.change_investment"):
        return None
    rows = Investment.objects.defer("search_text").select_related("adopted").order_by("recheck_on", "pk")
    rows = records_seen_by(user, rows, "adopted__article")
    return listed("rechecks", _("Investments to check again"), rows, {"recheck_on__lte": editorial_today()})


def corrected(user):
    """Stories that were corrected in the last days."""
    if not may_open(user):
        return None
    where = {"corrected_at__gte": timezone.now() - RECENT} | own_unless(user, "see_all_articles")
    return listed("corrected", _("Recently corrected"), stories("-corrected_at", "-pk"), where)


def reports(user):
    """Errors that readers have reported and nobody has decided on, the oldest first."""
    if not user.has_perm("articles.change_report"):
        return None
    rows = Report.objects.order_by("created_at", "pk")
    return listed("reports", _("Reported errors"), rows, {"state__exact": ReportState.OPEN.value})


# Which records may be undecided, and the way from each to its article.
UNDECIDED = {Quote: "parent", Claim: "article", Term: "article"}


def undecided(user):
    """Quotes, claims and terms that were read out of stories and that nobody has decided on."""
    if not user.has_perms(["articles.decide_records", "articles.change_article"]):
        return None
    lists = [undecided_of(user, model) for model in UNDECIDED]
    lists = [kind for kind in lists if kind.total]
    return Section("undecided", _("Records to decide"), stories_of(lists) if lists else [], lists)


def undecided_of(user, model):
    """Return the undecided records of one model that the user may see."""
    where = {"review__exact": Review.SUGGESTED.value}
    found = records_seen_by(user, model.objects.filter(**where), UNDECIDED[model]).order_by()
    return Listed(found, where, found.count())


def stories_of(lists):
    """Return the stories with undecided records, changed last first; `undecided` counts them by model."""
    first, *others = (kind.found.values(UNDECIDED[kind.model]) for kind in lists)
    rows = list(stories("-updated_at", "-pk").filter(pk__in=first.union(*others) if others else first)[:ROWS])
    for row in rows:
        row.undecided = []
    for kind in lists:
        counts = counts_by_story(kind, rows)
        for row in rows:
            if n := counts.get(row.pk):
                row.undecided.append((kind.opts, n))
    return rows


def counts_by_story(kind, rows):
    """Return how many of the listed records each of the stories has."""
    path = UNDECIDED[kind.model]
    records = kind.found.filter(**{f"{path}__in": rows})
    return dict(records.values_list(path).annotate(n=Count("pk")))


SECTIONS = (to_decide, reports, drafts, in_review, scheduled, stale, undecided, rechecks, corrected)
