"""Doubts that only the rates, the directory and the known investments can raise."""

from decimal import Decimal

import pytest

from articles import desk, models
from articles.intake import read_story
from articles.vocabulary import DoubtKind

pytestmark = pytest.mark.django_db
STORY = """가람, 솔빛성에 새 공장을 짓는다

{day}

가람은 솔빛성에 {amount}를 투자하기로 했다고 밝혔다."""


def doubts(kind, amount, day="2024.03.05 09:00"):
    plan = read_story(STORY.format(amount=amount, day=day))
    return [(doubt.text, doubt.detail) for doubt in desk.find_doubts(plan) if doubt.kind == kind]


@pytest.mark.parametrize(
    ("amount", "implied"),
    [
        ("8천만 달러(약 1,070억 원)", None),
        ("8천만 달러(약 1,160억 원)", None),  # 9 % off
        ("8천만 달러(약 1,190억 원)", "1,487.5"),  # 12 % off
        ("8천만 달러(약 1조 700억 원)", "13,375"),
        ("8천만 달러(약 7,400만 유로)", None),
        ("8천만 달러(약 2조 동)", None),  # nobody has a rate of the dong
        ("8천만 달러", None),
    ],
)
def test_printed_equivalent_is_compared_with_the_rate_of_the_day(amount, implied):
    found = doubts(DoubtKind.RATE_OFF, amount)
    assert [text for text, _detail in found] == (["8천만 달러"] if implied else [])
    for _text, detail in found:
        assert detail.startswith(f"1 USD = {implied} KRW ≠ 1,3")


def test_story_without_a_date_is_compared_with_no_rate():
    assert doubts(DoubtKind.RATE_OFF, "8천만 달러(약 1조 원)", day="") == []


def test_rate_of_the_desk_counts():
    models.Rate.objects.create(currency="VND", day="2024-03-05", per_usd=Decimal(25_000), source="desk")
    assert doubts(DoubtKind.RATE_OFF, "8천만 달러(약 2조 동)") == []
    assert len(doubts(DoubtKind.RATE_OFF, "8천만 달러(약 20조 동)")) == 1


@pytest.mark.parametrize(
    ("amount", "detail"),
    [
        ("8억 달러", "×10 8,000만 달러"),
        ("800억 달러", "×1,000 8,000만 달러"),
        ("800만 달러", "÷10 8,000만 달러"),
        ("8천만 달러", None),
        ("2억 4천만 달러", None),
        ("8억 원", None),
    ],
)
def test_amount_is_compared_with_the_known_investments_of_its_investor(amount, detail):
    article = desk.save_draft(read_story(STORY.format(amount="8천만 달러", day="2024.01.02"))).article
    desk.open_investment(article.claims.get())
    assert [told for _text, told in doubts(DoubtKind.SCALE_SLIP, amount)] == ([detail] if detail else [])


def test_doubts_stand_in_order_of_importance():
    article = desk.save_draft(read_story(STORY.format(amount="8천만 달러", day="2024.01.02"))).article
    desk.open_investment(article.claims.get())
    text = STORY.format(amount="8억 달러(약 1,000억 원)", day="2024.03.05") + "\n\n창고에는 3억 달러가 있었다. “간다”"
    kinds = [doubt.kind for doubt in desk.find_doubts(read_story(text))]
    assert kinds == sorted(kinds, key=list(DoubtKind).index)
    ranked = [DoubtKind.MARKS_UNBALANCED, DoubtKind.AMOUNT_UNCERTAIN, DoubtKind.RATE_OFF, DoubtKind.SCALE_SLIP]
    assert list(DoubtKind)[:5] == [*ranked, DoubtKind.DATE_MISSING]
    assert set(ranked[1:]) <= set(kinds)
