"""Lists find their rows by an index: nothing is sorted, and nothing is read whole, whatever the size."""

import pytest
from django.db import connection
from django.http import QueryDict

from articles.collections import BY_NAME, counting
from articles.collections.listing import Listing
from articles.models import Article, Section, Topic
from articles.totals.dimensions import ACCOUNTS
from articles.totals.ledger import settle
from articles.totals.questions import Limit, Question
from articles.totals.statement import Statement
from tests.factories import ArticleFactory, SectionFactory, TopicFactory, publish_story

pytestmark = [pytest.mark.django_db, pytest.mark.skipif("connection.vendor != 'sqlite'", reason="plans of SQLite")]


@pytest.mark.slow
@pytest.mark.parametrize(
    "address",
    [
        "investments",
        "investments?stage=announced",
        "investments?kind=expansion",
        "investments?year=2024",
        "investments?sort=largest",
        "quotes?language=ko",
        "quotes?attribution=named",
        "articles?language=ko",
        "quotes?year=2009",
        "articles?year=2009",
        "articles?language=ko&language=vi",
        "quotes?attribution=named&attribution=anonymous&language=ko",
        "investments?stage=announced&stage=planned&kind=expansion&kind=fund",
    ],
)
def test_first_page_of_a_list_needs_no_sorting(address):
    name, _mark, query = address.partition("?")
    listing = Listing(BY_NAME[name], QueryDict(query))
    part = listing.order(listing.narrowed(listing.public(), in_order=True)).part(True, None, False)
    plan = part[:31].explain()
    assert "USING INDEX" in plan or "USING COVERING INDEX" in plan
    assert "TEMP B-TREE FOR ORDER BY" not in plan


@pytest.mark.parametrize("name", ["quotes", "articles"])
def test_rows_of_a_year_are_looked_up_by_it(name):
    listing = Listing(BY_NAME[name], QueryDict("year=2009&language=ko"))
    part = listing.order(listing.narrowed(listing.public(), in_order=True)).part(True, None, False)
    assert f"{name[:-1]}_by_year (printed_year=? AND public_from<?)" in part[:31].explain()


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("usd_to=5", "investment_by_usd_low (<expr><?)"),
        ("usd_from=5", "investment_by_usd_high (<expr>>?)"),
        ("date_to=2009-01-01&sort=largest", "(announced_on<?)"),
    ],
)
def test_rows_of_a_range_are_looked_up_by_it_while_they_are_few_and_else_read_in_their_order(query, index, monkeypatch):
    listing = Listing(BY_NAME["investments"], QueryDict(query))
    few = listing.order(listing.counting.gathered()).part(True, None, False)
    assert index in few[:31].explain()
    assert index in listing.narrowed(listing.public()).order_by()[:31].explain()
    monkeypatch.setattr(counting.Counting, "has_more", True)
    many = listing.order(listing.counting.in_turn()).part(True, None, False)
    assert "TEMP B-TREE FOR ORDER BY" not in many[:31].explain()


@pytest.mark.parametrize("by", ["organisation", "topics"])
def test_entries_are_found_by_what_they_are_limited_to(by):
    statement = Statement(ACCOUNTS["quotes"])
    statement.ask(0, Question((Limit("speaker", ("1",)),), by), kept=False)
    assert "entry_by_4_1 (collection=? AND v4=?)" in plan_of(statement)


@pytest.mark.parametrize(
    ("limit", "index"),
    [
        (Limit("destination", ("1",), "u"), "subtotal_by_5 (collection=? AND mask=? AND v5=?"),
        (Limit("countries", ("1",), "n"), "subtotal_by_6 (collection=? AND mask=? AND v6=?"),
    ],
)
def test_subtotals_are_found_by_what_has_many_values(limit, index):
    statement = Statement(ACCOUNTS["investments"])
    statement.ask(0, Question((limit,), "stage"), kept=True)
    assert index in plan_of(statement)


def plan_of(statement):
    """Return how SQLite answers the first question of a statement."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {statement.parts[0]}", statement.parameters)
        return " ".join(row[-1] for row in cursor.fetchall())


def test_section_is_public_by_its_first_story():
    story = publish_story("one")
    section, hidden = SectionFactory(), SectionFactory()
    type(story).objects.filter(pk=story.pk).update(section=section)
    ArticleFactory(section=hidden)
    assert list(Section.objects.public()) == [section]
    assert "JOIN" not in str(Section.objects.public().query)


def test_rows_of_other_tables_are_looked_up_by_their_entries_while_they_are_few(monkeypatch):
    publish_story("one")
    topic = TopicFactory()
    Article.objects.get().topics.add(topic)
    Topic.objects.update(public_from=Article.objects.get().public_from)
    settle()
    monkeypatch.setattr(counting, "FEW_ROWS", -1)
    for query, is_looked_up in ((f"topic={topic.public_id}", True), ("language=ko", False)):
        listing = Listing(BY_NAME["quotes"], QueryDict(query))
        rows = listing.counting.gathered()
        assert ("articles_entry" in str(rows.query)) is is_looked_up, query
