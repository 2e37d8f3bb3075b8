"""My desk: what waits for whom, how many of it, and the list of all of it."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import desk, models
from articles.clock import editorial_today
from articles.desk.waiting import ROWS, waiting_for
from articles.vocabulary import ReportState, Review, Stage, Status
from tests.factories import ArticleFactory, ClaimFactory, InvestmentFactory, QuoteFactory, TermFactory

pytestmark = pytest.mark.django_db
WRITER = ("view_article", "change_article")
CHIEF = (
    *WRITER,
    "publish_article",
    "see_all_articles",
    "edit_all_articles",
    "decide_records",
    "change_investment",
    "change_report",
)
DAY = timedelta(days=1)


@pytest.fixture
def user_with(django_user_model):
    """Return a function that makes a user with the given permissions."""

    def make(name, *codenames):
        user = django_user_model.objects.create_user(name, password="x", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
        return user

    return make


@pytest.fixture
def writer(user_with):
    """A user who sees and edits articles of their own."""
    return user_with("writer", *WRITER)


@pytest.fixture
def chief(user_with):
    """A user who decides on the articles of others."""
    return user_with("chief", *CHIEF)


def story(status=Status.DRAFT, **fields):
    """Return an article in a state, whatever way led there."""
    article = ArticleFactory(**fields)
    now = timezone.now()
    moments = {"released_at": now} if status == Status.PUBLISHED else {}
    models.Article.objects.filter(pk=article.pk).update(status=status, **moments)
    return article


def seen_by(user):
    """Return what waits for the user: the rows of each section by its key."""
    return {section.key: list(map(str, section.rows)) for section in waiting_for(user)}


def test_nobody_is_kept_waiting_by_nothing(writer, chief, django_user_model):
    assert [waiting_for(user) for user in (writer, chief)] == [[], []]
    story(owner=writer)
    assert waiting_for(django_user_model.objects.create_user("stranger")) == []


def test_writer_sees_own_stories_and_the_chief_what_is_to_decide(writer, chief):
    for owner, name in ((writer, "writer"), (chief, "chief"), (None, "nobody")):
        story(headline=f"draft of {name}", owner=owner)
        story(Status.REVIEW, headline=f"review of {name}", owner=owner)
    assert seen_by(writer) == {"drafts": ["draft of writer"], "in_review": ["review of writer"]}
    assert seen_by(chief) == {
        "to_decide": ["review of writer", "review of chief", "review of nobody"],
        "drafts": ["draft of chief"],
    }


def test_draft_that_came_back_has_the_note_of_its_last_return(writer, chief):
    article, plain = story(owner=writer), story(owner=writer)
    for status, note in ((Status.DRAFT, "old"), (Status.REVIEW, "not this"), (Status.DRAFT, "No source.")):
        models.Step.objects.create(article=article, status=status, note=note, by=chief)
    (drafts,) = waiting_for(writer)
    returns = {row: [(step.note, step.by) for step in row.returns[:1]] for row in drafts.rows}
    assert returns == {article: [("No source.", chief)], plain: []}


def test_scheduled_stories_come_in_the_order_of_their_moment(writer, chief):
    now = timezone.now()
    for name, owner, until in (("late", writer, 2), ("soon", chief, 1), ("public", writer, -1)):
        desk.publish(ArticleFactory(headline=name, owner=owner, embargo_until=now + until * DAY), at=now - 3 * DAY)
    assert seen_by(chief) == {"scheduled": ["soon", "late"]}
    assert seen_by(writer) == {"scheduled": ["late"]}


def test_stale_translations_are_those_that_the_user_may_edit(writer, chief, user_with):
    now = timezone.now()
    for days, owner in ((1, writer), (2, chief)):
        article = story(Status.PUBLISHED, headline=f"stale {days}", owner=owner)
        models.Article.objects.filter(pk=article.pk).update(stale_since=now - days * DAY)
    assert seen_by(chief) == {"stale": ["stale 2", "stale 1"]}
    assert seen_by(writer) == {"stale": ["stale 1"]}
    assert seen_by(user_with("viewer", "view_article", "edit_all_articles")) == {}


def test_undecided_records_are_counted_by_story_and_kind(writer, chief):
    first, second = story(headline="first", owner=writer), story(headline="second")
    for _time in range(2):
        QuoteFactory(parent=first, review=Review.SUGGESTED)
    ClaimFactory(article=first, review=Review.SUGGESTED)
    TermFactory(article=second, review=Review.SUGGESTED)
    for review in (Review.ACCEPTED, Review.REJECTED):
        QuoteFactory(parent=story(owner=writer), review=review)
    models.Article.objects.update(status=Status.WITHDRAWN, withdrawn_at=timezone.now())
    (section,) = waiting_for(chief)
    counts = {str(row): {str(names.verbose_name): n for names, n in row.undecided} for row in section.rows}
    assert counts == {"second": {"term": 1}, "first": {"quote": 2, "claim": 1}}
    assert [(listed.model.__name__, listed.total) for listed in section.lists] == [
        ("Quote", 2),
        ("Claim", 1),
        ("Term", 1),
    ]
    assert section.total == 4
    assert waiting_for(writer) == []


def test_undecided_records_of_own_stories_wait_for_a_writer_who_may_decide(user_with):
    decider = user_with("decider", "decide_records", "change_article")
    for owner in (decider, None):
        QuoteFactory(parent=story(Status.PUBLISHED, headline=f"of {owner}", owner=owner), review=Review.SUGGESTED)
    assert seen_by(decider) == {"undecided": ["of decider"]}


@pytest.mark.parametrize(("days", "due"), [(-1, True), (0, True), (1, False), (None, False)])
def test_investment_is_due_on_its_day_in_the_newsroom(chief, writer, days, due, monkeypatch):
    midnight = timezone.now().replace(hour=15, minute=1)  # a minute into the next day in Seoul
    monkeypatch.setattr(timezone, "now", lambda: midnight)
    day = midnight.date() + DAY
    InvestmentFactory(title_en="one", recheck_on=None if days is None else day + days * DAY)
    with timezone.override("America/New_York"):
        assert seen_by(chief) == ({"rechecks": ["one"]} if due else {})
    assert seen_by(writer) == {}


def test_checked_investment_comes_back_after_the_set_time(chief, settings):
    settings.RECHECK_DAYS = 30
    investment = InvestmentFactory(recheck_on=date(2020, 1, 1))
    version = investment.version
    desk.confirm_check(investment)
    investment.refresh_from_db()
    assert investment.recheck_on == editorial_today() + timedelta(days=30)
    assert investment.version != version
    assert waiting_for(chief) == []


@pytest.mark.parametrize(
    ("stage", "days", "next_days"),
    [(Stage.ANNOUNCED, 40, 40), (Stage.CANCELLED, -1, None), (Stage.CANCELLED, 0, None), (Stage.DISBURSED, 10, 10)],
)
def test_checked_investment_that_has_ended_does_not_come_back(settings, stage, days, next_days):
    settings.RECHECK_DAYS, today = 30, editorial_today()
    investment = InvestmentFactory(recheck_on=today + timedelta(days=days), stage=stage)
    desk.confirm_check(investment)
    investment.refresh_from_db()
    assert investment.recheck_on == (None if next_days is None else today + timedelta(days=next_days))


def test_recently_corrected_stories_are_told_for_a_week(chief, writer):
    now = timezone.now()
    for days, owner in ((1, writer), (6, chief), (8, writer)):
        article = story(Status.PUBLISHED, headline=f"{days} days ago", owner=owner)
        models.Article.objects.filter(pk=article.pk).update(corrected_at=now - days * DAY)
    assert seen_by(chief) == {"corrected": ["1 days ago", "6 days ago"]}
    assert seen_by(writer) == {"corrected": ["1 days ago"]}


def test_reported_errors_wait_for_who_decides_on_them_until_somebody_has(chief, writer):
    for words in ("first", "second"):
        models.Report.objects.create(words=words, language="ko")
    assert seen_by(chief) == {"reports": ["first", "second"]}
    assert seen_by(writer) == {}
    desk.decide_report(models.Report.objects.get(words="first"), ReportState.HANDLED)
    desk.decide_report(models.Report.objects.get(words="second"), ReportState.DISMISSED)
    assert seen_by(chief) == {}


def fill(owner, size):
    """Put `size` things into every section of a chief."""
    now = timezone.now()
    for _number in range(size):
        story(Status.REVIEW, owner=owner)
        draft = story(owner=owner)
        models.Step.objects.create(article=draft, status=Status.DRAFT, note="Again.", by=owner)
        for model, field in ((QuoteFactory, "parent"), (ClaimFactory, "article"), (TermFactory, "article")):
            model(review=Review.SUGGESTED, **{field: draft})
        desk.publish(ArticleFactory(owner=owner, embargo_until=now + DAY))
        stale = story(Status.PUBLISHED, owner=owner)
        models.Article.objects.filter(pk=stale.pk).update(stale_since=now, corrected_at=now)
        InvestmentFactory(recheck_on=date(2020, 1, 1))
        models.Report.objects.create(words="Wrong.", language="ko")


@pytest.mark.slow
def test_few_rows_are_shown_and_all_are_counted_in_as_many_queries(chief):
    counts = []
    chief.get_all_permissions()  # asked once a request
    for size in (ROWS + 1, 5):
        fill(chief, size)
        with CaptureQueriesContext(connection) as counted:
            sections = waiting_for(chief)
        counts.append(len(counted))
    total = ROWS + 6
    assert [(section.key, len(section.rows), section.total) for section in sections] == [
        ("to_decide", ROWS, total),
        ("reports", ROWS, total),
        ("drafts", ROWS, total),
        ("scheduled", ROWS, total),
        ("stale", ROWS, total),
        ("undecided", ROWS, 3 * total),
        ("rechecks", ROWS, total),
        ("corrected", ROWS, total),
    ]
    assert counts[0] == counts[1] <= 26
