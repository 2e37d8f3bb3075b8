"""What of a page is the story's: lines of every kind, headlines, captions and datelines as outlets print them."""

from pathlib import Path

import pytest

from articles.intake.evaluation.folding import body_key, caption_key
from articles.intake.page import read_layout
from articles.intake.speech import read_quotes

CASES = Path(__file__).parent / "cases"
# A headline with byline and date, four paragraphs, and what stands below them.
STORIES = {
    "ko": (
        "가람전자, 베트남 박닌에 5억달러 공장 짓는다\n김도윤 기자\n입력 2025.03.05 09:00",
        "가람전자가 베트남 박닌성에 5억달러를 들여 카메라 모듈 공장을 짓는다고 5일 밝혔다. "
        "회사는 2027년 가동을 목표로 한다.",
        "이 회사는 이미 하이퐁에 공장 두 곳을 두고 있으며, 현지 직원은 8000명이다.",
        "공장이 완공되면 연간 1억개의 모듈을 만들 수 있게 된다고 회사는 설명했다.",
        "시장에서는 고객사 주문이 늘어난 데 따른 조치라고 본다.",
        "김도윤 기자 doyun@hanbit.example\nⓒ 한빛일보, 무단 전재 및 재배포 금지",
    ),
    "en": (
        "Garam to build $500 million plant in northern Vietnam\nBy Kim Do-yun\nMarch 5, 2025 9:00 AM",
        "Garam Electronics will spend $500 million on a camera module plant in Bac Ninh province, the company said on "
        "Wednesday, as customers move orders out of China.",
        "The company already runs two plants in Hai Phong and employs 8,000 people in the country.",
        "When finished, the plant will be able to make 100 million modules a year, Garam said in a statement.",
        "Analysts said the move had been expected since orders rose in the second half.",
        "Reporting by Kim Do-yun\n© 2025 Hanbit Times. All rights reserved.",
    ),
    "vi": (
        "Garam rót 500 triệu USD xây nhà máy tại Bắc Ninh\nKim Anh\n05/03/2025 09:00",
        "Garam Electronics sẽ đầu tư 500 triệu USD xây dựng nhà máy mô-đun camera tại Bắc Ninh, công ty cho biết ngày "
        "5/3, trong bối cảnh khách hàng dịch chuyển đơn hàng.",
        "Công ty hiện có hai nhà máy tại Hải Phòng và sử dụng 8.000 lao động trong nước.",
        "Khi hoàn thành, nhà máy có thể sản xuất 100 triệu mô-đun mỗi năm, theo thông báo của công ty.",
        "Giới phân tích cho rằng bước đi này đã được dự báo từ nửa cuối năm ngoái.",
        "Kim Anh\n© Bản quyền thuộc về Hanbit. Cấm sao chép dưới mọi hình thức.",
    ),
}


def lines_of(name):
    return (CASES / name).read_text(encoding="utf-8").splitlines()


def read(language, lines, separator, head=None):
    """Return the Layout of the story of a language with lines in its middle, maybe below another head."""
    story_head, first, second, third, last, foot = STORIES[language]
    return read_layout(separator.join([head or story_head, first, second, *lines, third, last, foot]))


def kept(layout):
    """Return the folded text of all blocks."""
    return "".join(body_key(block.text) for block in layout.blocks)


@pytest.mark.parametrize("separator", ["\n", "\n\n"], ids=["close", "apart"])
@pytest.mark.parametrize("case", lines_of("page.txt"))
def test_lines_are_told_apart(case, separator):
    language, kind, text = case.split(" ", 2)
    text, _, caption = text.partition(" >> ") if kind == "caption" else (text, "", "")
    lines = text.split("\\n")
    layout = read(language, ["\n".join(lines)], separator)
    whole = kept(layout)
    assert layout.headline == STORIES[language][0].split("\n")[0]
    assert [text for text in STORIES[language][1:5] if body_key(text) not in whole] == []
    figures = [block for block in layout.blocks if block.kind == "figure"]
    assert [caption_key(figure.text) for figure in figures] == ([caption_key(caption)] if kind == "caption" else [])
    if kind == "furniture":
        assert [line for line in lines if body_key(line) and body_key(line) in whole] == []
    elif kind != "caption":
        assert [line for line in lines if body_key(line) not in whole] == []
    if kind == "subhead":
        assert body_key(lines[0]) in [body_key(block.text) for block in layout.blocks if block.kind == "subhead"]


@pytest.mark.parametrize("separator", ["\n", "\n\n"], ids=["close", "apart"])
@pytest.mark.parametrize("case", (CASES / "headlines.txt").read_text(encoding="utf-8").strip().split("\n\n"))
def test_headline_is_found_in_the_head_of_a_page(case, separator):
    """The headline is the line behind a star."""
    language, *lines = case.split("\n")
    headline = next(line[1:] for line in lines if line.startswith("*"))
    layout = read(language, [], separator, head="\n".join(line.removeprefix("*") for line in lines))
    assert layout.headline == headline


@pytest.mark.parametrize("case", lines_of("datelines.txt"))
def test_datelines_are_no_part_of_the_first_paragraph(case):
    language, dateline = case.removesuffix("|").split(" ", 1)
    head, first, second, third, last, foot = STORIES[language]
    layout = read_layout("\n".join([head, dateline + first, second, third, last, foot]))
    assert next(block.text for block in layout.blocks if block.kind == "paragraph") == first


@pytest.mark.parametrize(("label", "question"), [("A. ", "Q. 왜 박닌인가."), ("답: ", "문: 왜 박닌인가.")])
def test_answers_keep_their_label(label, question):
    answer = "협력사가 가까이 있어서다. 항구도 멀지 않다."
    layout = read("ko", [question, label + answer, question], "\n\n")
    blocks, quotes = read_quotes(layout.blocks, "ko", layout.headline)
    assert (label + answer) in [block.text for block in blocks if block.kind == "paragraph"]
    assert [(quote.text, quote.inline) for quote in quotes if quote.text == answer] == [(answer, True)]
