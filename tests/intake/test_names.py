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


@pytest.mark.parametrize(
    ("story", "investors"),
    [
        (
            "라온홀딩스가 퍼피필드를 12억달러에 인수한다. 퍼피필드의 주인은 글렌오크파트너스다. "
            "글렌오크는 2019년 퍼피필드를 5억달러에 사들였다. 라온은 2022년 홍천에 650억원을 투자해 공장을 지었다.",
            ["라온홀딩스", "글렌오크파트너스", "라온홀딩스"],
        ),
        (
            "첫 주자는 말레이시아의 유니팩(Unipack)이다. 이 기업은 2억 달러를 투자한 공장을 준공했다.",
            ["유니팩"],
        ),
    ],
)
def test_a_short_name_or_a_kind_means_the_company_told_of(story, investors):
    assert [claim.investor for claim in read_story(f"공장을 짓다\n\n{story}").claims] == investors


def test_the_topic_of_a_paragraph_stays_when_another_body_merely_acts():
    told = "그래핀온은 410억원을 유치했다. 지오벤처스가 200억원을 넣었다."
    quotes = read_story(f"돈이 몰린 곳\n\n{told} 이 회사 기술책임자인 스티븐 곽은 “성능을 먼저 본다”고 말했다.").quotes
    assert [(quote.speaker, quote.organisation) for quote in quotes] == [("스티븐 곽", "그래핀온")]
