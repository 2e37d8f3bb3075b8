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
        ("ko", "“간다”라고 이서준 사장은 말했다.", ("간다", "이서준", "사장", "가람전자")),
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
            ("간다", "안나 벨", "아시아 담당 수석부사장", "누리 데이터"),
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
        ("회사 측은 “간다”고 밝혔다.", Attribution.ORGANISATION, None, "가람전자"),
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
    body = "Q. 언제 가나.\n\n“곧 갑니다.”\n\n“짐도 쌌습니다.”\n\n공장은 크다.\n\n“꼭 갑니다.”"
    quotes = read_story(f"{headline}\n\n{body}", "ko").quotes
    assert [quote.speaker for quote in quotes] == ["이서준", "이서준", None]


def test_read_quotes_leaves_an_answer_open_when_nobody_was_named():
    (quote,) = read_quotes("Q. 언제 가나.\n\n곧 갑니다.")
    assert (quote.speaker, quote.attribution) == (None, Attribution.UNKNOWN)


ABOUT = "그린웨이브가 하이퐁에 둘째 공장을 짓는다고 12일 밝혔다. 그린웨이브는 포장재를 만든다."


@pytest.mark.parametrize(
    ("body", "speaker", "organisation"),
    [
        ("친환경 포장재 스타트업 그린웨이브를 이끄는 오지훈(38) 대표는 “곧 간다”고 말했다.", "오지훈", "그린웨이브"),
        ("오지훈 그린웨이브 공동창업자 겸 대표는 “곧 간다”고 말했다.", "오지훈", "그린웨이브"),
        ("그린웨이브 창업자 오지훈 대표는 “곧 간다”고 말했다.", "오지훈", "그린웨이브"),
        ("그린웨이브의 오지훈 대표(38)는 “곧 간다”고 말했다.", "오지훈", "그린웨이브"),
        (
            "오지훈 대표가 2019년 세운 그린웨이브는 직원이 열 명이다. 오 대표는 “곧 간다”고 말했다.",
            "오지훈",
            "그린웨이브",
        ),
        ("국내 1위 포장재 업체 그린웨이브의 수장 오지훈은 “곧 간다”고 말했다.", "오지훈", "그린웨이브"),
        ("오지훈 그린웨이브 대표이사 사장은 “곧 간다”고 말했다.", "오지훈", "그린웨이브"),
        ("한국수출입은행 하노이사무소 김성태 소장은 “곧 간다”고 말했다.", "김성태", "한국수출입은행"),
        ("KOTRA 하노이무역관 이지은 관장은 “곧 간다”고 말했다.", "이지은", "KOTRA"),
        ("주베트남 한국대사관 박민준 상무관은 “곧 간다”고 말했다.", "박민준", "주베트남 한국대사관"),
        ("하노이한인회 정태성 회장은 “곧 간다”고 말했다.", "정태성", "하노이한인회"),
        ("중소벤처기업부 최영선 국장은 “곧 간다”고 말했다.", "최영선", "중소벤처기업부"),
        ("법무법인 다온 서유진 변호사는 “곧 간다”고 말했다.", "서유진", "법무법인 다온"),
        ("가람전자 생활가전사업본부장인 류지호 부사장은 “곧 간다”고 말했다.", "류지호", "가람전자"),
        ("연세대 경영대학 신동엽 교수는 “곧 간다”고 말했다.", "신동엽", "연세대"),
        ("이창열 한국은행 총재는 “곧 간다”고 말했다.", "이창열", "한국은행"),
        ("국제통화기금(IMF)의 크리스티나 모로 총재는 “곧 간다”고 말했다.", "크리스티나 모로", "국제통화기금"),
        (
            "하이퐁 경제구역관리위원회(HEZA)의 레 쭝 끼엔 위원장은 “곧 간다”고 말했다.",
            "레 쭝 끼엔",
            "하이퐁 경제구역관리위원회",
        ),
        ("유승민 모건캐피탈증권 애널리스트는 “곧 간다”고 말했다.", "유승민", "모건캐피탈증권"),
        ("다나카 히로시 미쓰이화학 전무는 “곧 간다”고 말했다.", "다나카 히로시", "미쓰이화학"),
        ("왕웨이 화롄테크 부총재는 “곧 간다”고 말했다.", "왕웨이", "화롄테크"),
        ("산업연구원 조하은 연구위원은 “곧 간다”고 말했다.", "조하은", "산업연구원"),
        ("익명을 요구한 업계 관계자는 “곧 간다”고 말했다.", None, None),
        ("그린웨이브 측 관계자는 “곧 간다”고 말했다.", None, "그린웨이브"),
        ("그린웨이브 홍보팀 관계자는 “곧 간다”고 말했다.", None, "그린웨이브"),
        ("증권업계 한 애널리스트는 “곧 간다”고 말했다.", None, None),
        ("현대해상 박지영 팀장은 “곧 간다”고 말했다.", "박지영", "현대해상"),
        ("경북도 이달희 경제부지사는 “곧 간다”고 말했다.", "이달희", "경북도"),
        ("김영록 전남도지사는 “곧 간다”고 말했다.", "김영록", "전남도"),
        ("포항시장 이강덕은 “곧 간다”고 말했다.", "이강덕", "포항시"),
        ("베트남 기획투자부 쩐 주이 동 차관은 “곧 간다”고 말했다.", "쩐 주이 동", "기획투자부"),
        ("응우옌 찌 중 기획투자부 장관은 “곧 간다”고 말했다.", "응우옌 찌 중", "기획투자부"),
        ("팜 민 찐 총리는 “곧 간다”고 말했다.", "팜 민 찐", None),
        ("장인화 회장은 “곧 간다”고 말했다. 장 회장은 “또 간다”고 했다.", "장인화", "그린웨이브"),
        ("소피 뒤랑 에어리크 아시아 대표는 “곧 간다”고 말했다.", "소피 뒤랑", "에어리크"),
        ("“곧 간다”고 오지훈 대표는 말했다.", "오지훈", "그린웨이브"),
        ("“곧 간다.” 오지훈 대표는 이렇게 말했다.", "오지훈", "그린웨이브"),
        ("니혼게이자이신문은 “곧 간다”고 보도했다.", None, "니혼게이자이신문"),
        ("로이터통신에 따르면 소식통은 “곧 간다”고 했다.", None, None),
    ],
)
def test_read_quotes_knows_in_whose_name_somebody_speaks(body, speaker, organisation):
    quote = read_story(f"그린웨이브, 하이퐁에 둘째 공장\n\n{ABOUT}\n\n{body}", "ko").quotes[0]
    assert (quote.speaker, quote.organisation) == (speaker, organisation)


@pytest.mark.parametrize(
    ("body", "speaker", "organisation"),
    [
        (
            "김하늘(54) 새론바이오 회장은 12일 기자들과 만나 “하이퐁 2공장은 예정대로 간다”고 강조했다.",
            "김하늘",
            "새론바이오",
        ),
        ("새론바이오 관계자는 “세부 금액은 공개할 수 없다”며 말을 아꼈다.", None, "새론바이오"),
        (
            "박서연 한결증권 연구원은 보고서에서 “설비투자가 늘 것”이라며 “단기 부담은 불가피하다”고 분석했다.",
            "박서연",
            "한결증권",
        ),
        (
            "팜 반 득(Pham Van Duc) 하이퐁시 인민위원회 부위원장은 “부지 인허가는 석 달 안에 끝내겠다”고 약속했다.",
            "팜 반 득",
            "하이퐁시 인민위원회",
        ),
        ("벨로라의 최고재무책임자(CFO)인 그레타 올손은 “현금은 충분하다”고 말했다.", "그레타 올손", "벨로라"),
        ("“투자를 늦출 이유가 없다.” 정민석 다온테크 대표의 말이다.", "정민석", "다온테크"),
        ("산업통상자원부는 “법적 문제는 없다”고 선을 그었다.", None, "산업통상자원부"),
        ("현지에서 20년째 봉제공장을 운영하는 교민 이모 씨(51)는 “임금이 너무 올랐다”고 토로했다.", None, None),
        ("서울대 경제학부 최인호 교수는 “보조금 경쟁은 오래 못 간다”고 내다봤다.", "최인호", "서울대"),
        ("KTN의 한 임원은 “이사회에서 격론이 있었다”고 귀띔했다.", None, "KTN"),
        (
            "누리에너지와 합작하는 독일 하프너의 요나스 베커 아시아태평양 총괄 사장은 “베트남은 출발점”이라고 했다.",
            "요나스 베커",
            "하프너",
        ),
        ("오은영 누리에너지 부사장은 “땅값이 문제였다”면서도 “결국 풀렸다”고 말했다.", "오은영", "누리에너지"),
        ("블룸버그통신은 소식통을 인용해 “협상이 막바지”라고 전했다.", None, "블룸버그통신"),
        ("이 회사 고위 관계자는 “연내 착공은 어렵다”고 했다.", None, "다온테크"),
        ("마크 리 오린세미컨덕터 한국법인장은 “한국 인력을 두 배로 늘린다”고 말했다.", "마크 리", "오린세미컨덕터"),
        ("응우옌 티 홍 씨는 “아이들 학비를 댈 수 있다”며 웃었다.", "응우옌 티 홍", None),
        ("강원도 이서준 투자유치과장은 “도비 지원을 검토 중”이라고 밝혔다.", "이서준", "강원도"),
        ("미국 상무부의 제이나 파월 차관보는 성명에서 “동맹의 공급망을 지키겠다”고 밝혔다.", "제이나 파월", "상무부"),
        ("회사 관계자는 “확정된 바 없다”고 말했다.", None, "다온테크"),
        ("이에 대해 다온테크는 “사실무근”이라는 입장을 내놨다.", None, "다온테크"),
        ("한 업계 전문가는 “과열이다”라고 평가했다.", None, None),
    ],
)
def test_read_quotes_reads_the_many_ways_of_saying_who_speaks(body, speaker, organisation):
    about = "새론바이오가 하이퐁에 둘째 공장을 짓는다. 다온테크와 누리에너지도 참여한다. 다온테크는 부품을 댄다."
    quotes = read_story(f"새론바이오, 하이퐁에 2공장\n\n{about}\n\n{body}", "ko").quotes
    assert {(quote.speaker, quote.organisation) for quote in quotes} == {(speaker, organisation)}


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        (
            "en",
            '"We go," said Bo An, deputy head of the provincial zones authority.',
            ("Bo An", "provincial zones authority"),
        ),
        ("en", 'A person familiar with the talks said the deal "was nearly lost twice".', (None, None)),
        (
            "en",
            '"Margins are thin," said Dana Whit, an analyst at Korvane Research in Singapore.',
            ("Dana Whit", "Korvane Research"),
        ),
        (
            "en",
            'In a statement, the Ministry of Planning said the project "meets all criteria for it."',
            (None, "Ministry of Planning"),
        ),
        (
            "en",
            "Nuri Electronics CEO Lee Seo-jun said, “We are watching closely.”",
            ("Lee Seo-jun", "Nuri Electronics"),
        ),
        ("en", 'According to Mai Trinh, a resident of the commune, "nobody has asked us yet."', ("Mai Trinh", None)),
        (
            "vi",
            'Theo ông Lê Văn Tám, Chủ tịch UBND tỉnh Bắc Ninh, "tỉnh sẽ đồng hành cùng doanh nghiệp".',
            ("Lê Văn Tám", "UBND tỉnh Bắc Ninh"),
        ),
        (
            "vi",
            "Giám đốc Công ty TNHH Vina Orrin Kim Dong-hyun cho hay: “Chúng tôi đã tuyển 300 kỹ sư”.",
            ("Kim Dong-hyun", "Công ty TNHH Vina Orrin"),
        ),
        ("vi", "Đại diện Công ty CP Phú Thành khẳng định: “Không có chuyện rút vốn”.", (None, "Công ty CP Phú Thành")),
        ("vi", '"Giá thuê đất đang tăng nhanh", một chuyên gia môi giới cho biết.', (None, None)),
    ],
)
def test_read_quotes_reads_roles_and_bodies_in_latin_letters(language, body, expected):
    (quote,) = read_quotes(body, language)
    assert (quote.speaker, quote.organisation) == expected


def test_read_quotes_follows_whoever_takes_another_post():
    told = "안나 벨(Anna Bell) 누리전자 구매이사는 자리를 옮겨 지금은 가람전자 부사장이다. 벨 부사장은 “간다”고 했다."
    (quote,) = read_quotes(told)
    assert (quote.speaker, quote.title, quote.organisation) == ("안나 벨", "부사장", "가람전자")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("이서준 누리전자 사장은 “꼭 간다라고 말했다. 공장은 크다.", "꼭 간다"),
        ("이서준 누리전자 사장은 꼭 간다”라고 말했다.", "꼭 간다"),
    ],
)
def test_read_quotes_mends_a_lost_mark_and_says_so(body, text):
    (quote,) = read_quotes(body)
    assert (quote.text, quote.speaker, quote.marks_balanced) == (text, "이서준", False)


def test_read_quotes_joins_words_that_run_on_in_the_next_paragraph():
    body = "이서준 누리전자 사장은 “첫째로 간다.\n\n“둘째로 온다”고 말했다. 공장은 크다."
    (quote,) = read_quotes(body)
    assert (quote.text, quote.speaker) == ("첫째로 간다.\n둘째로 온다", "이서준")


TOLD = "누리전자의 새 공장이 3일 문을 열었다. 직원은 모두 이백 명이고 대부분 이 지역 사람이라고 회사는 말했다."


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("ko", "이서준 누리전자 사장은 “첫째로 간다.\n둘째로 온다”고 말했다.", "첫째로 간다.\n둘째로 온다"),
        (
            "ko",
            "이서준 누리전자 사장은 다음과 같이 말했다.\n“첫째로 간다.\n둘째로 온다.”",
            "첫째로 간다.\n둘째로 온다.",
        ),
        (
            "ko",
            f"{TOLD}\n“우리는 첫째로 간다.\n“둘째로 온다”고 이서준 누리전자 사장은 말했다.",
            "우리는 첫째로 간다.\n둘째로 온다",
        ),
        (
            "en",
            "“We are not against it.\n“But we paid,” Commissioner Lee Seo-jun said.",
            "We are not against it.\nBut we paid,",
        ),
        ("en", "Lee Seo-jun said: “This is a start.\nMore will come.”", "This is a start.\nMore will come."),
        (
            "vi",
            "Ông Lee Seo-jun nói: “Chúng tôi đã đến.\nChúng tôi sẽ ở lại”.",
            "Chúng tôi đã đến.\nChúng tôi sẽ ở lại",
        ),
    ],
)
def test_read_quotes_joins_words_that_a_line_breaks_or_that_open_again_before_who_says_them(language, body, expected):
    (quote,) = read_story(f"{HEADLINE[language]}\n\n{body}", language).quotes
    assert (quote.text, quote.speaker) == (expected, "이서준" if language == "ko" else "Lee Seo-jun")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            '이서준 사장은 "국산화율은 60% 수준이라며 "곧 80%까지 올린다"고 말했다.',
            ["국산화율은 60% 수준", "곧 80%까지 올린다"],
        ),
        ('이서준 사장은 "공장이 "가장 큰 자랑"이라고 말했다.', ["가장 큰 자랑"]),
        ('이서준 사장은 "간다"며 "온다"고 말했다.', ["간다", "온다"]),
        ("이서준 사장은 “판가 인하가 더 큰 문제”라는 진단을 내놨다.", ["판가 인하가 더 큰 문제"]),
        (
            "이서준 사장은 “인건비가 싸다는 것은 옛말”이라면서도 “아직은 답”이라고 말했다.",
            ["인건비가 싸다는 것은 옛말", "아직은 답"],
        ),
        ("이서준 사장은 “수요가 더 큰 변수”라고 봤다.", ["수요가 더 큰 변수"]),
        ("이서준 사장이 “이런 일은 처음”이라고 하자 박하늘 이사는 웃었다.", ["이런 일은 처음"]),
        ("이서준 사장은 “여기 제품을 쓰고 싶다”는 희망도 내비쳤다.", ["여기 제품을 쓰고 싶다"]),
        ("이서준 사장은 “꿈의 소재”라는 평가를 받는 제품을 만든다.", []),
        ("업계는 이를 “공장의 미래”라는 분석과 함께 소개했다.", []),
    ],
)
def test_read_quotes_finds_words_behind_a_lost_mark_and_without_their_copula(body, expected):
    assert [quote.text for quote in read_quotes(body)] == expected


def test_read_quotes_takes_the_label_of_a_script_for_whoever_speaks():
    told = "누리전자의 새 공장이 3일 문을 열었습니다. 직원은 모두 이백 명이고 대부분 이 지역 사람입니다."
    labelled = "[이서준 / 누리전자 사장]\n“곧 갑니다.”"
    body = f"{told}\n\n{labelled}\n\n{told}\n\n[부품업체 관계자/음성변조 : “못 갑니다.”]\n\n{told}"
    quotes = read_quotes(body)
    assert [(quote.speaker, quote.attribution) for quote in quotes] == [
        ("이서준", Attribution.NAMED),
        (None, Attribution.ANONYMOUS),
    ]
