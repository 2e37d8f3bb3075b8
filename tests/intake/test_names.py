"""Which Korean nouns are names: those that no story would print for anything else."""

import pytest

from articles.intake import read_story
from articles.intake.names.ordinary import is_ordinary, ordinary_words


@pytest.mark.parametrize(
    ("noun", "ordinary"),
    [
        ("공장", True),
        ("생산라인", True),
        ("시험생산라인", True),
        ("연구동", True),
        ("신사업", True),
        ("커피콩당", False),
        ("라인켐", False),
        ("대신주물", False),  # 신주 with a syllable before and behind it
        ("도", False),
        ("가" * 10_000, False),
    ],
)
def test_nouns_of_ordinary_words_are_ordinary(noun, ordinary):
    assert is_ordinary(noun) is ordinary


def test_listed_words_are_in_order_and_listed_once():
    text = ordinary_words.__wrapped__.__globals__["WORDS"].read_text(encoding="utf-8")
    assert text.split() == sorted(set(text.split()))
    assert all(2 <= len(word) <= 6 for word in text.split())


@pytest.mark.parametrize(
    ("story", "investor"),
    [
        ("커피콩당이 다낭에 간다. 커피콩당은 올해 600만 달러를 들여 로스팅 공장을 짓는다.", "커피콩당"),
        (
            "누리정공은 미국에 간다. 연구동은 누리정공이 맡는다. 연구동은 좁다. 누리정공은 300억원을 투자한다.",
            "누리정공",
        ),
        ("해송케미칼[004410]은 14일 폴란드에 2억유로를 투자한다고 밝혔다.", "해송케미칼"),
    ],
)
def test_a_noun_that_acts_and_is_not_ordinary_invests(story, investor):
    assert {claim.investor for claim in read_story(f"공장을 짓다\n\n{story}").claims} == {investor}


def test_firms_are_asked_behind_sub_headings_and_speak_through_whoever_works_there():
    turns = "▶ 왜 가맹을 안 받나.\n\n“맛 때문이다.”\n\n▶ 경쟁사는 400만 달러를 받았다.\n\n“축하할 일이다.”"
    story = f"커피콩당이 다낭에 공장을 짓는다. 커피콩당을 이끄는 방서윤 부사장을 만났다.\n\n{turns}"
    quotes = read_story(f"다낭의 고집\n\n{story}").quotes
    assert [(quote.speaker, quote.organisation) for quote in quotes] == [("방서윤", "커피콩당")] * 2
