"""Whole stories: one with all the furniture of a website, ordinary ones in three languages, nasty ones."""

import json
import time
from pathlib import Path

import pytest

from articles.intake import read_story
from articles.intake.source import decode
from articles.vocabulary import Attribution, DoubtKind

STORIES = Path(__file__).parent / "stories"
TITLE = "베트남, 소재 ‘강자’ 불러들일 세 개의 열쇠"


def read_file(name):
    return read_story(decode((STORIES / name).read_bytes()))


@pytest.fixture(scope="module")
def furnished():
    return read_file("ko_furnished.txt")


def test_read_story_finds_headline_section_and_furniture(furnished):
    assert (furnished.language, furnished.headline, furnished.section) == ("ko", TITLE, "최신뉴스")
    assert sorted(furnished.furniture) == sorted(["top1", "top", f"{TITLE} - ảnh 1", f"{TITLE} - ảnh 2"])


def test_read_story_keeps_the_blocks_in_reading_order(furnished):
    kinds = " ".join(block.kind[0] for block in furnished.blocks)
    assert kinds == "p f p q q p p f q p p q p"
    assert [block.quote for block in furnished.blocks if block.kind == "quote"] == [0, 1, 2, 3]


def test_read_story_loses_no_character_of_the_body(furnished):
    kept = "".join(furnished.source_text[block.start : block.end] for block in furnished.blocks)
    left = furnished.source_text
    for line in (*furnished.furniture, furnished.section, furnished.headline):
        left = left.replace(line, "", 1) if line != furnished.headline else left.replace(line + "\n", "", 1)
    assert "".join(kept.split()) == "".join(left.split())


def test_read_story_gives_each_quotation_its_source(furnished):
    assert [(q.attribution, q.speaker, q.speaker_romanised, q.title, q.organisation) for q in furnished.quotes] == [
        (Attribution.ANONYMOUS, None, None, None, None),
        (Attribution.ANONYMOUS, None, None, None, None),
        (Attribution.NAMED, "안나 벨", "Anna Bell", "최고 설계 책임자", "가람 그룹"),
        (Attribution.NAMED, "쩐 민 하", "Tran Minh Ha", "CEO", "무늬 테크놀로지"),
    ]
    assert [q.marks_balanced for q in furnished.quotes] == [True, True, False, True]
    assert not any(q.inline for q in furnished.quotes)


def test_read_story_keeps_the_spaces_of_a_quotation(furnished):
    words = furnished.quotes[2].text
    assert words.count("\u00a0") == furnished.source_text.count("\u00a0") > 10
    assert words.endswith("생각입니다.")


def test_read_story_reads_the_claims(furnished):
    claims = [(c.investor, c.amount and int(c.amount.amount), c.place, c.year, c.stage.value) for c in furnished.claims]
    assert claims == [
        ("가람 그룹", None, "다솜시", None, "operational"),
        ("가람 그룹", None, "다솜시", None, "operational"),
        ("도담", None, "베트남", None, "announced"),
        ("모루", 60_000_000, "솔빛성", 2023, "announced"),
        ("새길", None, None, None, "planned"),
        ("하늘Z", 1_200_000_000, "태국", None, "planned"),
    ]
    equivalents = [(int(c.equivalent.amount), c.equivalent.currency) for c in furnished.claims if c.equivalent]
    assert equivalents == [(87_000_000_000, "KRW"), (1_740_000_000_000, "KRW")]


def test_read_story_tells_a_threshold_from_an_investment(furnished):
    (term,) = furnished.terms
    assert (term.term, int(term.threshold.amount)) == ("데카콘 공방", 2_000_000_000)
    assert [(r.text, r.kind) for r in furnished.rejected_amounts] == [("20억 달러", "threshold")]


def test_read_story_lists_its_doubts_most_important_first(furnished):
    assert [doubt.kind for doubt in furnished.doubts] == [
        DoubtKind.MARKS_UNBALANCED,
        DoubtKind.DATE_MISSING,
        DoubtKind.SPEAKER_UNKNOWN,
        DoubtKind.SPEAKER_UNKNOWN,
        DoubtKind.BYLINE_MISSING,
        DoubtKind.IMAGE_MISSING,
        DoubtKind.IMAGE_MISSING,
    ]


@pytest.mark.parametrize("name", sorted(path.name for path in STORIES.glob("*.txt")))
def test_read_story_offsets_give_what_the_source_printed(name):
    plan = read_file(name)
    text = plan.source_text
    assert [text[c.start : c.end] for c in plan.claims] == [c.sentence for c in plan.claims]
    assert [text[r.start : r.end] for r in plan.rejected_amounts] == [r.text for r in plan.rejected_amounts]
    assert [text[q.start : q.end] for q in plan.quotes] == [q.text for q in plan.quotes]
    for claim in plan.claims:
        assert claim.amount is None or text[claim.amount_start :].startswith(claim.amount_text)


@pytest.mark.parametrize(
    ("name", "language", "speakers", "amounts"),
    [
        ("ko_wire.txt", "ko", ["이서준", "이서준", "이서준", None, None], ["12억 달러", "5천만~7천만 달러"]),
        ("en_wire.txt", "en", ["Lee Seo-jun"] * 3 + [None], ["$1.2 billion", "$70 million"]),
        ("vi_wire.txt", "vi", ["Nguyễn Văn An", "Trần Thị Bình"], ["1,2 tỷ USD"]),
    ],
)
def test_read_story_reads_ordinary_stories(name, language, speakers, amounts):
    plan = read_file(name)
    assert (plan.language, [quote.speaker for quote in plan.quotes]) == (language, speakers)
    assert [claim.amount_text for claim in plan.claims if claim.amount] == amounts
    assert plan.published_on.startswith("2024-03-05")


def test_read_story_is_the_same_for_composed_and_decomposed_text(furnished):
    assert read_story(furnished.source_text).import_key == furnished.import_key


def test_read_story_refuses_a_language_that_is_not_published():
    with pytest.raises(ValueError, match="fr"):
        read_story("Bonjour", "fr")


def test_as_json_follows_the_schema(furnished):
    plan = json.loads(json.dumps(furnished.as_json()))
    assert {"language", "headline", "section", "blocks", "figures", "quotes", "investments"} <= set(plan)
    assert {"doubts", "terms", "rejected", "claims_without_amount", "amounts_not_investments"} <= set(plan)
    investment = plan["investments"][0]
    assert (investment["amount"], investment["currency"], investment["qualifier"]) == ("60000000", "USD", "exact")
    assert investment["reported_equivalent"] == {"amount": "87000000000", "currency": "KRW"}
    assert (investment["status"], investment["per"], investment["amount_max"]) == ("announced", None, None)
    assert [quote["anonymous"] for quote in plan["quotes"]] == [True, True, False, False]
    assert len(plan["claims_without_amount"]) == 4


def test_summary_counts_the_records(furnished):
    summary = furnished.summary()
    assert (summary["figures"], summary["quotes"], summary["claims"], summary["claims_without_amount"]) == (2, 4, 2, 4)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "“가다”라고 이 사장은 ",
        "1,1",
        "가람은 1억 달러(약 2억 원)를 투자했다, ",
        "((“ ",
        "제목이다 - ảnh 1 가\n",
        "김하늘 누리 대표와 “간다”고 ",
        "누리 데이터(Nuri Data)는 ",
        ", 이 공장은 ",
    ],
)
def test_read_story_takes_time_in_proportion_to_the_text(piece):
    def seconds(length):
        text = "가람전자, 새 공장을 짓는다\n" + piece * (length // len(piece))
        start = time.process_time()
        read_story(text, "ko")
        return time.process_time() - start

    short = min(seconds(4_000) for _ in range(3))
    assert seconds(32_000) < 8 * short * 3 + 0.2
