"""Who invests how much in Korean stories: subjects, givers, buyers, owners, lists, people, unnamed bodies."""

from pathlib import Path

import pytest

from articles.intake import read_story

# Each case is a headline, a passage, and behind `>` its investments: `-` for an investor that is not named, `|` between
# several names that are right. What is not listed is no investment.
CASES = (Path(__file__).parent / "cases" / "investors.txt").read_text(encoding="utf-8").strip().split("\n\n")


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_investments_are_read_with_their_investors(case):
    text, _, expected = case.rpartition("\n> ")
    plan = read_story(text.replace("\n", "\n\n"))
    found = sorted((int(c.amount.amount), c.amount.currency, c.investor or "-") for c in plan.claims if c.amount)
    wanted = sorted((int(amount), *rest) for amount, *rest in (part.split(maxsplit=2) for part in expected.split(";")))
    assert [sum_[:2] for sum_ in found] == [sum_[:2] for sum_ in wanted]
    for (_amount, _currency, investor), (_, _, right) in zip(found, wanted, strict=True):
        assert investor in right.split("|")
