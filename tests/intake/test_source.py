"""Bytes made text, and the lines that belong to the website."""

import pytest

from articles.intake import Unreadable, read_story
from articles.intake.page.furniture import is_furniture
from articles.intake.page.lines import read_lines
from articles.intake.page.others import find_others
from articles.intake.source import MAXIMUM_BYTES, decode

TEXT = "한글 제목\n본문이다."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp949"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("목", "목\x00").encode(),
    ],
)
def test_decode_reads_the_encodings_of_newsrooms(data):
    assert decode(data) == TEXT


def test_decode_composes_decomposed_hangul():
    assert decode(b"\xe1\x84\x80\xe1\x85\xa1") == "가"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t",
        b"\xef\xbb\xbf",
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 50,
        b"\xff\xfe\x00",
        b"\xff\xff\xff\xff",
        b"%PDF-1.7 a story",
        b"{\\rtf1 a story}",
        bytes.fromhex("d0cf11e0a1b11ae1") + b"a story",
        b"a" * (MAXIMUM_BYTES + 1),
    ],
)
def test_decode_refuses_what_is_no_story(data):
    with pytest.raises(Unreadable) as refusal:
        decode(data)
    assert isinstance(refusal.value, ValueError)


def test_read_story_refuses_empty_text():
    with pytest.raises(Unreadable):
        read_story(" \n")


def test_read_lines_give_offsets_without_white_space_around():
    text = "\n  가 나 \n\u200b\n다"
    lines = read_lines(text)
    assert [line.text for line in lines] == ["가 나", "다"]
    assert [text[line.start : line.end] for line in lines] == ["가 나", "다"]


@pytest.mark.parametrize(
    ("line", "is_of_the_website"),
    [
        ("top", True),
        ("top1", True),
        ("피드백", True),
        ("댓글 12", True),
        ("ADVERTISEMENT", True),
        ("Chia sẻ", True),
        ("무단전재 및 재배포 금지", True),
        ("#투자 #베트남", True),
        ("desk@hanbit.example", True),
        ("홈 > 경제", True),
        ("하노이 27℃", True),
        ("top 기업이 온다", False),
        ("기타를 만드는 공장", False),
        ("본문이다.", False),
    ],
)
def test_is_furniture_tells_the_lines_of_the_website(line, is_of_the_website):
    assert is_furniture(line) == is_of_the_website


def test_find_others_ends_a_list_of_other_stories_at_the_next_sentence():
    told = "본문의 문장은 다른 기사의 제목보다 길고, 제목과는 달리 마침표로 끝나는 것이 보통이라고 한다."
    texts = [told, "관련기사", "가람전자, 3억 달러 투자", "누리은행, 하노이 지점 개소", told]
    assert find_others(read_lines("\n".join(texts))) == {1, 2, 3}
