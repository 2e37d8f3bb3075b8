"""Text at the boundary: normal forms, keys for matching, sentences, Korean particles."""

import pytest

from articles.text import (
    excerpt,
    find_quoted,
    fold,
    last_noun_phrase,
    mask_quoted,
    normalise,
    sentences,
    strip_particle,
)


def cut(text):
    return [text[start:end] for start, end in sentences(text)]


def test_normalise_composes_and_drops_what_cannot_be_stored():
    assert normalise("가\x00\ud800") == "가"


def test_normalise_parts_more_marks_than_any_letter_has_and_does_so_once():
    most = "가\u0323" + "\u0301" * 29
    assert normalise(most) == most
    assert normalise(most + "\u0323\u0301") == most + "\u034f\u0323\u0301"
    assert normalise(normalise(most * 2 + "\u0301" * 99)) == normalise(most * 2 + "\u0301" * 99)


@pytest.mark.parametrize("spelling", ["Hòa Bình", "Hoà Bình", "hoa binh", "HOA\u00a0 BINH\u200b"])
def test_fold_gives_spellings_of_one_name_one_key(spelling):
    assert fold(spelling) == "hoa binh"


def test_excerpt_cuts_at_a_word():
    assert excerpt("one two three", 8) == "one two…"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("비가 온다. 바람이 분다.", ["비가 온다.", "바람이 분다."]),
        ("그는 “간다. 꼭 간다.”라고 말했다. 끝.", ["그는 “간다. 꼭 간다.”라고 말했다.", "끝."]),
        ("값은 3.5억 원이다. (가. 나) 다.", ["값은 3.5억 원이다.", "(가. 나) 다."]),
        ('She said: "Yes. No." Then left.', ['She said: "Yes. No."', "Then left."]),
        ("Mr. Bo of the U.S. Mint met J. Doe. Bye.", ["Mr. Bo of the U.S. Mint met J. Doe.", "Bye."]),
        ("Ông nói: “Được. Đi.” Hết.", ["Ông nói: “Được. Đi.”", "Hết."]),
        ("한 줄\n두 줄", ["한 줄", "두 줄"]),
        ("저희는 갑니다. 꼭 갑니다.”", ["저희는 갑니다.", "꼭 갑니다.”"]),
        ("“열고 닫지 않았다. 끝.", ["“열고 닫지 않았다.", "끝."]),
        ("  \n ", []),
        ("", []),
    ],
)
def test_sentences_keep_what_stands_between_marks_together(text, expected):
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("가람은", "가람"),
        ("누리는", "누리"),
        ("누리은", "누리은"),
        ("가람에서는", "가람"),
        ("서울로", "서울"),
        ("하노이", "하노이"),
        ("국가", "국가"),
        ("대만", "대만"),
        ("경기도", "경기도"),
        ("회의", "회의"),
        ("테크X는", "테크X"),
        ("가람(Garam)은", "가람(Garam)"),
        ("가", "가"),
        ("", ""),
    ],
)
def test_strip_particle_leaves_whole_nouns_alone(word, stem):
    assert strip_particle(word) == stem


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("한편 누리 테크", "누리 테크"),
        ("공급사인 누리(Nuri) 테크", "누리 테크"),
        ("베트남에서 가람 그룹", "가람 그룹"),
        ("국내 기업", ""),
    ],
)
def test_last_noun_phrase_stops_at_the_word_that_is_no_part_of_it(text, phrase):
    assert last_noun_phrase(text) == phrase


def test_mask_quoted_blots_out_the_words_between_the_marks_only():
    line = "그는 “가 ‘나’”라고"
    assert mask_quoted(line, find_quoted(line)) == "그는 “\x00\x00\x00\x00\x00”라고"
