"""Quotations, and to whom the story gives them."""

import pytest

from articles.intake import read_story
from articles.vocabulary import Attribution

HEADLINE = {
    "ko": "가람전자, 새 공장을 짓는다",
    "en": "Garam to build a new plant",
    "vi": "Garam xây nhà máy mới",
}


def read_quotes(body, language="ko"):
    return read_story(f"{HEADLINE[language]}\n\n{body}", language).quotes


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("ko", "이서준 누리전자 사장은 “간다”라고 말했다.", ("간다", "이서준", "사장", "누리전자")),
        ("ko", "누리전자의 이서준 이사는 “간다”고 밝혔다.", ("간다", "이서준", "이사", "누리전자")),
        ("ko", "누리전자 이서준 대표는 “꼭 간다”고 했다.", ("꼭 간다", "이서준", "대표", "누리전자")),
        ("ko", "“간다”라고 이서준 사장은 말했다.", ("간다", "이서준", "사장", None)),
        (
            "ko",
            "쩐 민 하(Tran Minh Ha) 무늬 테크놀로지 회장은 “지금이 적기”라고 강조했다.",
            ("지금이 적기", "쩐 민 하", "회장", "무늬 테크놀로지"),
        ),
        (
            "ko",
            "누리전자의 라스 뇌르(Lars Nørkjær) 수석 기술 고문은 “꼭 간다”고 했다.",
            ("꼭 간다", "라스 뇌르", "수석 기술 고문", "누리전자"),
        ),
        ("ko", "이서준 누리연구소 연구위원은 “간다”고 했다.", ("간다", "이서준", "연구위원", "누리연구소")),
        (
            "ko",
            "안나 벨(Anna Bell) 누리 데이터 아시아 담당 수석부사장은 “간다”고 했다.",
            ("간다", "안나 벨", "수석부사장", "누리 데이터"),
        ),
        ("en", '"We go," said Lee Bo-ra, director of Nuri Tech.', ("We go,", "Lee Bo-ra", "director", "Nuri Tech")),
        ("en", 'Lee Bo-ra said: "We will go."', ("We will go.", "Lee Bo-ra", None, None)),
        ("en", "“We will go,” Ms. Lee Bo-ra said.", ("We will go,", "Lee Bo-ra", None, None)),
        ("vi", 'Ông Trần Văn Bo nói: "Chúng tôi sẽ đi."', ("Chúng tôi sẽ đi.", "Trần Văn Bo", None, None)),
        (
            "vi",
            '"Chúng tôi sẽ đi", bà Lê Thị Ba, Giám đốc Công ty Nuri, cho biết.',
            ("Chúng tôi sẽ đi", "Lê Thị Ba", "Giám đốc", "Công ty Nuri"),
        ),
    ],
)
def test_read_quotes_names_the_speaker_inside_a_paragraph(language, body, expected):
    (quote,) = read_quotes(body, language)
    assert (quote.text, quote.speaker, quote.title, quote.organisation) == expected
    assert quote.attribution == Attribution.NAMED
    assert quote.inline


@pytest.mark.parametrize(
    ("body", "attribution", "title", "organisation"),
    [
        ("한 관계자는 “간다”고 말했다.", Attribution.ANONYMOUS, "관계자", None),
        ("솔빛성 인민위원회 관계자는 “간다”고 말했다.", Attribution.ANONYMOUS, "관계자", "솔빛성 인민위원회"),
        ("누리전자는 “간다”고 밝혔다.", Attribution.ORGANISATION, None, "누리전자"),
        ("솔빛 배터리는 성명에서 “간다”고 밝혔다.", Attribution.ORGANISATION, None, "솔빛 배터리"),
        ("누리봄 클라우드는 “간다”고 밝혔다.", Attribution.ORGANISATION, None, "누리봄 클라우드"),
        ("교육센터의 한 수강생은 “간다”고 말했다.", Attribution.ANONYMOUS, "수강생", None),
        ("회사 측은 “간다”고 밝혔다.", Attribution.ORGANISATION, None, None),
        ("거리에는 “간다”라는 말이 돌았다.", Attribution.UNKNOWN, None, None),
    ],
)
def test_read_quotes_names_nobody_whom_the_story_does_not_name(body, attribution, title, organisation):
    (quote,) = read_quotes(body)
    assert quote.speaker is None
    assert (quote.attribution, quote.title, quote.organisation) == (attribution, title, organisation)


@pytest.mark.parametrize(
    "body",
    [
        "업계는 이를 “거물”이라고만 적힌 문서에서 찾았다는 ‘소문’을 부인한다.",
        "그는 “베트남의 봄”을 썼다.",
        "이를 ‘간다’라고 부른다.",
        "그는 곧 간다고 전망했다.",
    ],
)
def test_read_quotes_takes_no_term_or_indirect_speech_for_a_quotation(body):
    assert [quote.text for quote in read_quotes(body) if quote.text != "거물"] == []


def test_read_quotes_gives_two_spans_of_one_sentence_to_one_speaker():
    quotes = read_quotes("이서준 누리전자 사장은 “좋다”라며 “곧 간다”라고 말했다.")
    assert [(quote.text, quote.speaker) for quote in quotes] == [("좋다", "이서준"), ("곧 간다", "이서준")]


@pytest.mark.parametrize(
    "again", ["이 사장은 “또 간다”고 덧붙였다.", "그는 “또 간다”고 덧붙였다.", "이어 “또 간다”고 했다."]
)
def test_read_quotes_finds_the_speaker_named_before(again):
    first, second = read_quotes(f"이서준 누리전자 사장은 “간다”라고 말했다. {again}")
    assert (second.speaker, second.title, second.organisation) == (first.speaker, first.title, first.organisation)


def test_read_quotes_leaves_an_unknown_surname_open():
    (quote,) = read_quotes("홍 사장은 “간다”고 말했다.")
    assert (quote.speaker, quote.title, quote.attribution) == (None, "사장", Attribution.UNKNOWN)


def test_read_quotes_joins_a_quotation_that_opens_again():
    (quote,) = read_quotes("이서준 누리전자 사장은 다음과 같이 말했다.\n“첫째로 간다.\n“둘째로 온다.”")
    assert (quote.text, quote.speaker, quote.marks_balanced) == ("첫째로 간다.\n둘째로 온다.", "이서준", True)


def test_read_quotes_doubts_a_quotation_without_marks():
    (quote,) = read_quotes("이서준 누리전자 사장은 다음과 같이 말했다.\n\n저희는 곧 갑니다.")
    assert (quote.text, quote.speaker, quote.marks_balanced) == ("저희는 곧 갑니다.", "이서준", False)


def test_read_quotes_offsets_give_the_printed_words():
    plan = read_story(f"{HEADLINE['ko']}\n이서준 사장은 “가,\u00a0나”라고 말했다. “다”라고도 했다.\n- “간다.”")
    assert [plan.source_text[q.start : q.end] for q in plan.quotes] == [q.text for q in plan.quotes]
    assert "가,\u00a0나" in [q.text for q in plan.quotes]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", '"We go," said Lee Bo-ra, director of Nuri Tech. She added: "We will stay."'),
        ("en", '"We go," said Lee Bo-ra, director of Nuri Tech. "We will stay."'),
        ("vi", 'Ông Trần Văn Bo nói: "Chúng tôi sẽ đi." Ông nói: "Chúng tôi ở lại."'),
    ],
)
def test_read_quotes_follows_a_pronoun_and_a_quotation_carried_on(language, body):
    first, second = read_quotes(body, language)
    assert first.speaker
    assert second.speaker == first.speaker


@pytest.mark.parametrize("again", ["이 사장은 “간다”고 말했다.", "그는 “간다”고 말했다."])
@pytest.mark.parametrize("between", [" ", "\n공장은 크다.\n"])
def test_read_quotes_finds_the_person_introduced_before_without_a_quotation(again, between):
    (quote,) = read_quotes(f"이서준 누리전자 사장이 공장을 찾았다.{between}{again}")
    assert (quote.speaker, quote.title, quote.organisation) == ("이서준", "사장", "누리전자")


def test_read_quotes_does_not_take_a_person_who_comes_later():
    first, second = read_quotes("그는 “온다”고 말했다. 이서준 누리전자 사장은 “간다”고 말했다.")
    assert (first.speaker, second.speaker) == (None, "이서준")


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("ko", "이서준 누리전자 사장을 3일 공장에서 만났다.\n\nQ. 언제 가나.\n\n“곧 갑니다.”"),
        ("ko", "이서준 누리전자 사장과 이야기를 나눴다.\n_언제 가나.\n곧 갑니다."),
        ("ko", "이서준 누리전자 사장과 인터뷰했다.\n문: 언제 가나.\n답: 곧 갑니다."),
        ("en", "We spoke to Lee Bo-ra, director of Nuri Tech.\nQ. When do you go?\nA. Very soon."),
        ("vi", "Chúng tôi đã trao đổi với ông Trần Văn Bo.\nPV: Khi nào ông đi?\nChúng tôi đi ngay."),
    ],
)
def test_read_quotes_gives_the_answers_of_an_interview_to_the_person_met(language, body):
    (quote,) = read_quotes(body, language)
    assert (quote.speaker, quote.rule, quote.marks_balanced) == (
        {"ko": "이서준", "en": "Lee Bo-ra", "vi": "Trần Văn Bo"}[language],
        "interview-turn@1",
        True,
    )
    assert quote.text in ("곧 갑니다.", "Very soon.", "Chúng tôi đi ngay.")


def test_read_quotes_finds_whom_an_interview_is_with_in_its_headline():
    headline = "[인터뷰] 이서준 누리전자 사장 “곧 간다”"
    body = "Q. 언제 가나.\n\n“곧 갑니다.”\n\n“짐도 쌌습니다.”\n\n공장은 크다.\n\n“끝.”"
    quotes = read_story(f"{headline}\n\n{body}", "ko").quotes
    assert [quote.speaker for quote in quotes] == ["이서준", "이서준", None]


def test_read_quotes_leaves_an_answer_open_when_nobody_was_named():
    (quote,) = read_quotes("Q. 언제 가나.\n\n곧 갑니다.")
    assert (quote.speaker, quote.attribution) == (None, Attribution.UNKNOWN)
