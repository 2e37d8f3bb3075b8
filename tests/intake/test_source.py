"""Bytes made text, and the lines that belong to the website."""

import pytest

from articles.intake import Unreadable, read_story
from articles.intake.source import MAXIMUM_BYTES, decode, find_furniture, furniture_rule, read_lines

TEXT = "한글 제목\n본문이다."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
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
    ("line", "rule"),
    [
        ("top", "label"),
        ("top1", "label"),
        ("피드백", "label"),
        ("댓글 12", "label"),
        ("ADVERTISEMENT", "label"),
        ("Chia sẻ", "label"),
        ("무단전재 및 재배포 금지", "copyright"),
        ("#투자 #베트남", "hashtags"),
        ("desk@hanbit.example", "address"),
        ("홈 > 경제", "breadcrumb"),
        ("하노이 27℃", "weather"),
        ("top 기업이 온다", ""),
        ("기타를 만드는 공장", ""),
        ("본문이다.", ""),
    ],
)
def test_furniture_rule_names_why_a_line_is_no_part_of_the_story(line, rule):
    assert furniture_rule(line) == rule


def test_find_furniture_ends_a_related_list_at_the_next_sentence():
    lines = read_lines("본문이다.\n관련기사\n가람, 3억 달러 투자\n누리, 지점 개소\n본문이 이어진다.")
    assert find_furniture(lines) == {1, 2, 3}
