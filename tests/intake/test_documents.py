"""Stories that come as saved pages and Word documents."""

import time
from io import BytesIO

import pytest
from docx import Document

from articles import archives
from articles.intake import Unreadable, read_source, read_story

PAGE = """<!DOCTYPE html><html lang="ko"><head><meta charset="{charset}"><title>{headline} - 누리일보</title>
<meta property="og:title" content="{headline} - 누리일보"><meta property="article:section" content="경제">
<meta property="article:published_time" content="2026-03-05T00:10:00Z"></head><body>
<nav><ul><li><a href="/">홈</a></li><li>정치</li></ul></nav><header><h1>누리일보</h1></header>
<main><h1>{headline}</h1><button>공유</button><p style="display: none">숨은 글이다.</p>
<figure><img src="a.jpg" alt="공장"><figcaption>가람전자 공장 전경 [사진=가람전자]</figcaption></figure>
<p>가람전자가 솔빛성에 3억&nbsp;달러(약&nbsp;4,350억 원)를 투자하기로 했다고 5일 밝혔다.</p>
<h2>공급망 넓힌다</h2><p>회사는 올해 안에 <b>착공</b>한다.<br>이서준 가람전자 사장은 “꼭 간다”라고 말했다.</p>
<script>alert("투자")</script></main><aside><h2>많이 본 뉴스</h2><p>다른 소식이다.</p></aside>
<footer>저작권자 ⓒ 누리일보</footer></body></html>"""
HEADLINE = "가람전자, 솔빛성에 새 공장을 짓는다"


def page(charset="utf-8"):
    return PAGE.format(charset=charset, headline=HEADLINE)


@pytest.mark.parametrize(
    "data",
    [
        page().encode(),
        page().encode("utf-8-sig"),
        page("euc-kr").encode("cp949"),
        page("utf-16").encode("utf-16"),
        page("unheard-of").encode("cp949"),
        b"<?xml version='1.0'?>\n<!-- saved from url=(0014)about:internet -->\n" + page().encode(),
    ],
)
def test_read_source_takes_the_article_out_of_a_saved_page(data):
    plan = read_story(read_source(data))
    assert (plan.headline, plan.section, plan.published_on) == (HEADLINE, "경제", "2026-03-05T09:10")
    assert [(block.kind, block.text) for block in plan.blocks] == [
        ("figure", "가람전자 공장 전경"),
        ("paragraph", "가람전자가 솔빛성에 3억 달러(약 4,350억 원)를 투자하기로 했다고 5일 밝혔다."),
        ("subhead", "공급망 넓힌다"),
        ("paragraph", "회사는 올해 안에 착공한다."),
        ("paragraph", "이서준 가람전자 사장은 “꼭 간다”라고 말했다."),
    ]
    assert [(claim.investor, claim.amount_text) for claim in plan.claims] == [("가람전자", "3억 달러")]


def document(*paragraphs):
    """Return the bytes of a Word document with (style, text) paragraphs and a table."""
    word = Document()
    for style, text in paragraphs:
        word.add_paragraph(text, style=style)
    word.add_table(rows=1, cols=2).rows[0].cells[0].text = "연도"
    data = BytesIO()
    word.save(data)
    return data.getvalue()


def test_read_source_reads_a_word_document():
    text = read_source(
        document(
            ("Title", HEADLINE),
            ("Caption", "가람전자 공장 전경"),
            ("Normal", "가람전자는 솔빛성에 3억 달러를 투자한다."),
            ("Heading 2", "공급망 넓힌다"),
        )
    )
    assert text.split("\n") == [
        HEADLINE,
        "▲ 가람전자 공장 전경",
        "가람전자는 솔빛성에 3억 달러를 투자한다.",
        "■ 공급망 넓힌다",
        "연도 | ",
    ]


@pytest.mark.parametrize(
    "data",
    [
        archives.MARK + b"broken",
        b"<html></html>",
        b"<html>" + b"<div>" * 100_000,
        b"<html>" + b"<p>a" * 60_000,
        b"<!doctype html><p \xff\xff\xff",
    ],
)
def test_read_source_refuses_what_it_cannot_open_at_once(data):
    start = time.process_time()
    with pytest.raises(Unreadable):
        read_source(data)
    assert time.process_time() - start < 2


def test_read_source_refuses_an_archive_that_unpacks_to_far_more(monkeypatch):
    monkeypatch.setattr(archives, "MAXIMUM_UNPACKED", 100)
    with pytest.raises(Unreadable):
        read_source(document(("Normal", "본문이다.")))
