"""The kept totals: the same as counting live after every change, whoever makes it."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import count

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from articles import desk, models
from articles.totals import reading
from articles.totals.dimensions import ACCOUNTS, Figures, tokens
from articles.totals.ledger import settle
from articles.totals.questions import Limit, Question
from articles.totals.reading import TooMuchUncounted, answer
from articles.totals.rebuild import find_differences, rebuild
from articles.vocabulary import Attribution, InvestmentKind, PlaceKind, Precision, Stage
from tests.factories import (
    WORDING,
    ClaimFactory,
    InvestmentFactory,
    OrganisationFactory,
    PlaceFactory,
    SectorFactory,
    TopicFactory,
    publish_story,
)

pytestmark = pytest.mark.django_db
INVESTMENTS, QUOTES, ARTICLES = ACCOUNTS.values()
TOTAL = Question()
FEW = 1_000


def live(accounts, question):
    """Count by reading every record: what the kept totals must answer."""
    now, found = timezone.now(), defaultdict(Figures)
    for _pk, moment, account in accounts.read(accounts.model.objects.values_list("pk", flat=True)):
        if moment and moment <= now:
            for value in question.values_of(accounts, account):
                found[value] += account.figures
    return dict(found)


def some_questions(accounts, random, many=6):
    """Return questions about values that records have, kept ones and others."""
    accounts_now = [
        account for _pk, _moment, account in accounts.read(accounts.model.objects.values_list("pk", flat=True))
    ]
    for _number in range(many):
        limits = []
        for dimension in random.sample(accounts.dimensions, random.randrange(4)):
            seen = sorted({account.values[accounts.position[dimension.name]] for account in accounts_now} - {""})
            value = random.choice(seen or ["none"])
            if dimension.apart:
                continue
            if dimension.parts:
                token = random.choice(tokens(value) or ("x1.",))
                limits.append(Limit(dimension.name, (token[1:-1],), token[0]))
            else:
                limits.append(Limit(dimension.name, tuple({value, random.choice(seen or ["none"])})))
        by = random.choice([None, *accounts.dimensions])
        yield Question(tuple(limits), by.name if by else "", random.choice(by.parts) if by and by.parts else "")


def check(random):
    """Compare the answers of every collection with counting live."""
    for accounts in ACCOUNTS.values():
        questions = list(some_questions(accounts, random))
        cut = [question._replace(most=2) for question in questions if question.by]
        asked = [*questions, *cut]
        for question, found in zip(asked, answer(accounts, asked, most=FEW), strict=True):
            counted = {v: f for v, f in live(accounts, question).items() if any(f)}
            assert largest(question, found) == largest(question, counted), question


def largest(question, found):
    """Return what an answer says of the values that matter."""
    values = sorted(((v, f) for v, f in found.items() if any(f)), key=lambda pair: (-pair[1].n, pair[0]))
    return dict(values[: question.most or None])


class History:
    """A small newsroom in which things happen, by the desk and behind its back."""

    def __init__(self, random):
        self.random, self.numbers = random, count()
        self.countries = [PlaceFactory() for _ in range(3)]
        self.provinces = [PlaceFactory(kind=PlaceKind.PROVINCE, parent=country) for country in self.countries]
        desk.refresh_places()
        self.parties = [OrganisationFactory(country=random.choice(self.countries)) for _ in range(4)]
        self.sectors = [SectorFactory() for _ in range(2)]
        self.topics = [TopicFactory() for _ in range(3)]
        self.acts = [getattr(self, name) for name in sorted(dir(self)) if name.startswith("act_")]

    def one(self, model):
        """Return a row of a model."""
        return self.random.choice(list(model.objects.order_by("pk")))

    def update(self, model, **values):
        """Write one row without asking the desk."""
        model.objects.filter(pk=self.one(model).pk).update(**values)

    def act_publish(self):
        """Publish a story with a quote and an investment."""
        article = publish_story(f"story {next(self.numbers)}")
        article.topics.set(self.random.sample(self.topics, self.random.randrange(3)))

    def act_invest(self):
        """Add an investment of some investors to a published story."""
        day = {"announced_on": date(self.random.choice([2024, 2025]), 5, 1), "announced_precision": Precision.DAY}
        place, sector = self.random.choice(self.provinces), self.random.choice(self.sectors)
        investment = InvestmentFactory(destination=place, sector=sector, **day)
        for party in self.random.sample(self.parties, self.random.randrange(3)):
            models.Stake.objects.create(investment=investment, organisation=party)
        claim = ClaimFactory(article=self.one(models.Article), stage=self.random.choice(Stage.values))
        desk.match(claim, investment)

    def act_withdraw(self):
        """Withdraw a story that readers can see."""
        if article := models.Article.objects.public().order_by("pk").first():
            desk.withdraw(article)

    def act_schedule(self):
        """Let the clock publish a story later, or earlier than now."""
        moment = timezone.now() + timedelta(hours=self.random.choice([-2, 2]))
        self.update(models.Quote, public_from=moment)
        self.update(models.Investment, public_from=moment)

    def act_hide(self):
        """Take a record from readers."""
        self.update(self.random.choice([models.Quote, models.Investment, models.Article]), public_from=None)

    def act_change_investment(self):
        """Change what an investment is counted by."""
        self.update(
            models.Investment,
            kind=self.random.choice(InvestmentKind.values),
            usd_min=None,
            usd_max=self.random.randrange(10**9),
        )
        self.update(models.Investment, usd_min=5, usd_max=None, destination=self.random.choice(self.provinces))

    def act_change_quote(self):
        """Change what a quote is counted by."""
        self.update(models.Quote, attribution=Attribution.ANONYMOUS, speaker=None)
        self.update(models.Quote, organisation=self.random.choice(self.parties))

    def act_change_article(self):
        """Change the date and the topics of a story, which its quotes are counted by too."""
        self.update(
            models.Article,
            published_at=timezone.now() - timedelta(days=self.random.randrange(900)),
            published_precision="day",
        )
        self.one(models.Article).topics.set(self.random.sample(self.topics, 2))

    def act_move(self):
        """Change the country of a party, and the map."""
        self.update(models.Organisation, country=self.random.choice(self.countries))
        self.update(models.Place, today=self.random.choice(self.provinces))

    def act_stake(self):
        """Add or take away an investor."""
        models.Stake.objects.filter(pk__in=list(models.Stake.objects.values_list("pk", flat=True)[:1])).delete()
        models.Stake.objects.get_or_create(
            investment=self.one(models.Investment), organisation=self.random.choice(self.parties)
        )

    def act_delete(self):
        """Delete a quote and an investment."""
        self.one(models.Quote).delete()
        investment = self.one(models.Investment)
        models.InvestmentCard.objects.filter(investment=investment).delete()
        investment.delete()

    def act_settle(self):
        """Count what is due."""
        settle()


@pytest.mark.slow
@settings(
    max_examples=4,
    phases=[Phase.generate],
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(random=st.randoms(use_true_random=False))
def test_totals_are_what_counting_live_finds_after_any_history(db, random):
    with transaction.atomic():
        live_through(random, acts=10)
        settle()
        assert find_differences() == []
        assert not models.Uncounted.objects.filter(due=0).exists()
        kept = snapshot()
        rebuild()
        assert snapshot() == kept
        check(random)
        transaction.set_rollback(True)


def live_through(random, acts):
    """Let things happen, and compare after each."""
    history = History(random)
    for _number in range(3):
        history.act_publish()
        history.act_invest()
    for _step in range(acts):
        with desk.corrected(WORDING):
            random.choice(history.acts)()
        for needed, make in ((models.Quote, history.act_publish), (models.Investment, history.act_invest)):
            if not needed.objects.exists():
                make()
        check(random)
    assert find_differences() == []


def snapshot():
    """Return every sub-total that counts something."""
    names = [field.name for field in models.Subtotal._meta.fields if field.name != "id"]
    return set(models.Subtotal.objects.exclude(n=0).values_list(*names))


def test_story_is_counted_when_it_is_published_and_no_more_when_it_is_withdrawn():
    article = publish_story("one")
    assert models.Uncounted.objects.count() == 0
    assert [answer(each, [TOTAL])[0][""].n for each in ACCOUNTS.values()] == [1, 1, 1]
    desk.withdraw(article)
    assert models.Uncounted.objects.count() == 0
    assert [answer(each, [TOTAL])[0].get("", Figures()).n for each in ACCOUNTS.values()] == [0, 0, 0]


def test_clock_counts_a_record_at_its_moment(monkeypatch):
    publish_story("one")
    later = timezone.now() + timedelta(hours=1)
    models.Quote.objects.update(public_from=later)
    settle()
    assert answer(QUOTES, [TOTAL])[0][""].n == 0
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert answer(QUOTES, [TOTAL])[0][""].n == 1
    settle()
    assert answer(QUOTES, [TOTAL])[0][""].n == 1
    assert models.Uncounted.objects.count() == 0


@pytest.mark.slow
def test_too_many_changed_records_are_not_counted_while_a_reader_waits(monkeypatch):
    publish_story("one")
    publish_story("two")
    monkeypatch.setattr(reading, "MOST_UNCOUNTED", 1)
    models.Quote.objects.update(public_from=timezone.now() - timedelta(days=1))
    models.Uncounted.objects.update(due=0)
    with pytest.raises(TooMuchUncounted):
        answer(QUOTES, [TOTAL])


def test_question_over_many_records_is_left_open():
    publish_story("one")
    deep = Question((Limit("speaker", ("0",)), Limit("organisation", ("0",))), "language")
    wide = Question(by="speaker", limits=(Limit("attribution", ("named",)), Limit("language", ("en",))))
    assert answer(QUOTES, [deep, wide, TOTAL]) == [{}, None, {"": Figures(1)}]


def test_audit_finds_a_wrong_entry_and_a_wrong_subtotal():
    publish_story("one")
    models.Subtotal.objects.filter(collection="quotes", mask=0).update(n=7)
    models.Entry.objects.filter(collection="articles").update(v1="vi")
    assert len(find_differences()) >= 2


@pytest.mark.slow
def test_rebuild_counts_an_investment_once_for_each_of_its_investors_and_once_in_all():
    publish_story("one")
    investment = models.Investment.objects.get()
    models.Stake.objects.filter(investment=investment).delete()
    parties = [OrganisationFactory(), OrganisationFactory()]
    for party in parties:
        models.Stake.objects.create(investment=investment, organisation=party)
    rebuild()
    by_investor = Question(by="investors", letter="i")
    by_investor_of_a_stage = Question((Limit("stage", (investment.stage,)),), "investors", "i")
    counts = [
        {value: figures.n for value, figures in found.items()}
        for found in answer(INVESTMENTS, [by_investor, by_investor_of_a_stage, TOTAL])
    ]
    each = {str(party.pk): 1 for party in parties}
    assert counts == [each, each, {"": 1}]
    assert find_differences() == []
    models.Subtotal.objects.filter(collection="investments", mask=INVESTMENTS.mask(["investors"])).update(n=2)
    assert find_differences() == ["investments: the sub-totals by investors are not the sums of the entries"]


@pytest.mark.slow
def test_facet_reads_no_more_values_than_are_shown(django_assert_num_queries):
    for name in ("one", "two", "three"):
        publish_story(name)
    parties = [OrganisationFactory() for _ in range(5)]
    for number, investment in enumerate(models.Investment.objects.order_by("pk")):
        for party in parties[number:]:
            models.Stake.objects.get_or_create(investment=investment, organisation=party)
    settle()
    two = Question(by="investors", letter="i", most=2)
    under = two._replace(limits=(Limit("kind", ("unknown",)),))
    for question in (two, under):
        with django_assert_num_queries(1) as captured:
            (found,) = answer(INVESTMENTS, [question])
        assert "LIMIT 2" in captured.captured_queries[0]["sql"]
        assert {party: figures.n for party, figures in found.items()} == {str(party.pk): 3 for party in parties[2:4]}


def test_quotes_are_counted_by_each_topic_of_their_story():
    article = publish_story("one")
    topics = [TopicFactory(), TopicFactory(), TopicFactory()]
    article.topics.set(topics[:2])
    settle()
    by_topic = Question(by="topics", letter="p")
    one, both = (Question((Limit("topics", tuple(str(t.pk) for t in some), "p"),)) for some in (topics[:1], topics))
    counts = [{v: f.n for v, f in found.items() if f.n} for found in answer(QUOTES, [by_topic, one, both])]
    assert counts == [{str(t.pk): 1 for t in topics[:2]}, {"": 1}, {"": 1}]
    masks = set(models.Subtotal.objects.filter(collection="quotes").exclude(v6="").values_list("mask", flat=True))
    assert masks == {QUOTES.mask(["topics"])}  # all topics of a story together: only to look them up
