"""Headline, metadata, blocks and captions of a story."""

import pytest

from articles.intake.page import read_layout
from articles.intake.speech.shapes import find_shape
from articles.vocabulary import Precision

BODY = "본문의 첫 문장이다."


@pytest.mark.parametrize(
    ("text", "headline", "section"),
    [
        (f"경제\n가람전자, 새 공장을 짓는다\n{BODY}", "가람전자, 새 공장을 짓는다", "경제"),
        (f"[단독] 가람전자 ‘대형’ 투자\n{BODY}", "[단독] 가람전자 ‘대형’ 투자", None),
        (f"{BODY}\n{BODY}", "", None),
        ("Kinh doanh\nGaram xây nhà máy mới\nĐây là nội dung.", "Garam xây nhà máy mới", "Kinh doanh"),
        (f"기획\n특별한 시선\n가람전자, 새 공장을 짓는다\n{BODY}", "가람전자, 새 공장을 짓는다", "기획"),
    ],
)
def test_read_layout_finds_the_headline_below_the_section(text, headline, section):
    layout = read_layout(text)
    assert (layout.headline, layout.section) == (headline, section)


def test_read_layout_reports_an_unknown_label_above_the_headline():
    layout = read_layout(f"특별한 시선\n가람전자, 새 공장을 짓는다\n{BODY}")
    assert (layout.labels, layout.furniture) == (["특별한 시선"], ["특별한 시선"])


@pytest.mark.parametrize(
    ("line", "published_on", "precision"),
    [
        ("입력 2024.03.05 오후 2:30", "2024-03-05T14:30", Precision.MINUTE),
        ("2024년 3월 5일", "2024-03-05", Precision.DAY),
        ("경제입력 2024-03-05 09:05 수정 2024-03-06 10:00", "2024-03-05T09:05", Precision.MINUTE),
        ("March 5, 2024", "2024-03-05", Precision.DAY),
        ("05/03/2024 14:30", "2024-03-05T14:30", Precision.MINUTE),
        ("2024.13.45", None, Precision.UNKNOWN),
    ],
)
def test_read_layout_reads_the_stamp_of_the_story(line, published_on, precision):
    layout = read_layout(f"가람전자, 새 공장을 짓는다\n{line}\n{BODY}")
    assert (layout.published_on, layout.precision) == (published_on, precision)


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("가람전자, 새 공장을 짓는다 - ảnh 1공장의 모습", "공장의 모습", None),
        ("가람전자, 새 공장을 짓는다 - ảnh 2", "", None),
        ("▲ 공장의 모습", "공장의 모습", None),
        ("▶ 공장의 모습. [사진=가람전자]", "공장의 모습.", "가람전자"),
        ("공장의 모습 (사진: 한빛통신)", "공장의 모습", "한빛통신"),
        ("공장의 모습 /가람전자 제공", "공장의 모습", "가람전자 제공"),
        ("공장의 모습 ⓒ한빛통신", "공장의 모습", "한빛통신"),
        ("Toàn cảnh nhà máy. Ảnh: Hanbit", "Toàn cảnh nhà máy.", "Hanbit"),
    ],
)
def test_read_layout_separates_caption_and_credit(line, caption, credit):
    figures = [
        b for b in read_layout(f"가람전자, 새 공장을 짓는다\n{BODY}\n{line}\n{BODY}").blocks if b.kind == "figure"
    ]
    assert [(figure.text, figure.credit) for figure in figures] == [(caption, credit)]


def test_read_layout_gives_a_credit_on_the_next_line_to_the_figure():
    (_, figure) = read_layout(f"가람전자, 새 공장을 짓는다\n{BODY}\n▲ 공장의 모습\n사진=가람전자").blocks
    assert (figure.text, figure.credit) == ("공장의 모습", "가람전자")


@pytest.mark.parametrize(
    ("line", "text", "byline"),
    [
        (f"(하노이=한빛통신) 김도윤 특파원 = {BODY}", BODY, "김도윤"),
        (f"[시드니=한빛] {BODY}", BODY, ""),
        (f"(HANBIT) - {BODY}", BODY, ""),
        ("HANOI, Jan. 20 (Hanbit) -- It rains.", "It rains.", ""),
        (f"{BODY} 김도윤 기자 doyun@hanbit.example", BODY, ""),
    ],
)
def test_read_layout_cuts_agency_prefixes_and_signatures(line, text, byline):
    layout = read_layout(f"가람전자, 새 공장을 짓는다\n{line}")
    assert ([block.text for block in layout.blocks], layout.byline) == ([text], byline)


def test_read_layout_reads_subheads_without_their_marker():
    (block, _) = read_layout(f"가람전자, 새 공장을 짓는다\n◇ 협력사도 동반 진출\n{BODY}").blocks
    assert (block.kind, block.text) == ("subhead", "협력사도 동반 진출")


@pytest.mark.parametrize(
    ("text", "introduced", "rule"),
    [
        ("- “간다. 꼭 간다.”", False, "dash-bullet@1"),
        ("“간다. 꼭 간다.”", False, "marked-paragraph@1"),
        ("저희는 간다. 꼭 간다.”", False, "opening-mark-missing@1"),
        ("“저희는 간다. 꼭 간다.", False, "closing-mark-missing@1"),
        ("저희는 간다. 꼭 간다.", True, "marks-missing@1"),
    ],
)
def test_find_shape_knows_a_paragraph_that_is_a_quotation(text, introduced, rule):
    shape = find_shape(text, introduced)
    assert (shape.rule, text[shape.start : shape.end].endswith("간다.")) == (rule, True)


@pytest.mark.parametrize("text", ["그는 “간다”라고 말했다.", "저희는 간다.", "“가” 그리고 “나”"])
def test_find_shape_leaves_other_paragraphs_alone(text):
    assert find_shape(text, introduced=False) is None
