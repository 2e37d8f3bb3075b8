"""What a story claims about investments, and the amounts that are none."""

import pytest

from articles.intake import read_story
from articles.vocabulary import Activity, DoubtKind, Qualifier, Stage

HEADLINE = {
    "ko": "가람전자, 새 공장을 짓는다",
    "en": "Garam to build a new plant",
    "vi": "Garam xây nhà máy mới",
}


def read_plan(body, language="ko", above=""):
    return read_story(f"{HEADLINE[language]}\n{above}\n{body}", language)


@pytest.mark.parametrize(
    ("language", "body", "investor", "place", "stage"),
    [
        ("ko", "가람은 솔빛성에 3억 달러를 투자할 예정이다.", "가람", "솔빛성", Stage.PLANNED),
        ("ko", "가람(Garam)은 베트남에 3억 달러를 투자하기로 결정했다.", "가람", "베트남", Stage.ANNOUNCED),
        ("ko", "가람 그룹은 태국에 3억 달러를 투자했다.", "가람 그룹", "태국", Stage.DISBURSED),
        ("ko", "가람은 3억 달러 규모의 공장을 착공했다.", "가람", None, Stage.UNDER_CONSTRUCTION),
        ("ko", "가람이 3억 달러 투자를 철회했다.", "가람", None, Stage.CANCELLED),
        ("ko", "가람은 3억 달러를 투자하는 양해각서를 체결했다.", "가람", None, Stage.MOU),
        ("ko", "솔빛성은 가람으로부터 3억 달러 투자를 유치했다.", "가람", None, Stage.INTEREST),
        ("en", "Garam plans to invest $300 million in Da Lat.", "Garam", "Da Lat", Stage.PLANNED),
        ("en", "Garam Tech has invested $300 million in Da Lat.", "Garam Tech", "Da Lat", Stage.DISBURSED),
        ("vi", "Garam dự kiến đầu tư 300 triệu USD tại Hải Phòng.", "Garam", "Hải Phòng", Stage.PLANNED),
        ("vi", "Tháng trước, Garam đã khởi công nhà máy 300 triệu USD.", "Garam", None, Stage.UNDER_CONSTRUCTION),
    ],
)
def test_read_claims_reads_investor_place_and_stage(language, body, investor, place, stage):
    (claim,) = read_plan(body, language).claims
    assert (claim.investor, claim.place, claim.stage) == (investor, place, stage)
    assert (claim.amount.amount, claim.amount.currency) == (300_000_000, "USD")
    assert claim.sentence == body


@pytest.mark.parametrize(
    ("body", "year"),
    [
        ("2022년에 가람은 3억 달러를 투자했다.", 2022),
        ("지난해 가람은 3억 달러를 투자했다.", 2023),
        ("가람은 2027년까지 3억 달러를 투자할 계획이다.", None),
        ("가람은 3억 달러를 투자했다.", None),
    ],
)
def test_read_claims_reads_the_year_of_the_event(body, year):
    (claim,) = read_plan(body, above="2024.03.05 09:00").claims
    assert claim.year == year


def test_read_claims_leaves_a_relative_year_open_when_the_story_has_no_date():
    (claim,) = read_plan("지난해 가람은 3억 달러를 투자했다.").claims
    assert claim.year is None


def test_read_claims_remembers_the_company_of_the_sentence_before():
    (first, second) = read_plan("가람은 3억 달러를 투자했다. 이 회사는 2억 달러를 더 투자할 계획이다.").claims
    assert (first.investor, second.investor) == ("가람", "가람")


def test_read_claims_assumes_the_body_of_the_story_where_none_is_stated_and_doubts_it():
    plan = read_plan("베트남에 3억 달러를 투자할 예정이다.")
    assert [claim.investor for claim in plan.claims] == ["가람전자"]
    assert DoubtKind.INVESTOR_UNKNOWN in [doubt.kind for doubt in plan.doubts]


@pytest.mark.parametrize(
    ("language", "body", "kind"),
    [
        ("ko", "가람의 지난해 매출은 3억 달러였다.", "revenue"),
        ("ko", "가람은 기업 가치 3억 달러를 인정받았다.", "valuation"),
        ("ko", "시장 규모는 3억 달러에 이른다.", "market"),
        ("ko", "가람은 3억 달러의 과징금을 냈다.", "fine"),
        ("ko", "외국인직접투자는 3억 달러를 넘었다.", "total"),
        ("ko", "가람은 투자를 2억 달러에서 3억 달러로 늘렸다.", "superseded"),
        ("ko", "창고에는 3억 달러가 있었다.", "unclear"),
        ("ko", "한국은 3억 달러를 투자했다.", "budget"),
        ("en", "Thailand plans to invest $300 million.", "budget"),
        ("en", "Its revenue reached $300 million.", "revenue"),
        ("vi", "Doanh thu đạt 300 triệu USD.", "revenue"),
    ],
)
def test_read_claims_rejects_amounts_that_are_no_investments(language, body, kind):
    plan = read_plan(body, language)
    assert plan.rejected_amounts[0].kind == kind
    assert len(plan.claims) == (1 if kind == "superseded" else 0)


def test_read_claims_doubts_an_amount_of_which_nothing_is_said():
    plan = read_plan("창고에는 3억 달러가 있었다.")
    assert DoubtKind.AMOUNT_UNCERTAIN in [doubt.kind for doubt in plan.doubts]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("가람은 베트남에 연구소를 설립했다.", [("가람", Activity.RD_CENTRE, Stage.OPERATIONAL)]),
        ("가람은 현지 법인 설립을 확정했다.", [("가람", Activity.LEGAL_ENTITY, Stage.COMMITTED)]),
        (
            "가람은 물류 창고 확장을 계획하고 있으며, 누리는 사무소를 개소했다.",
            [("가람", Activity.LOGISTICS, Stage.PLANNED), ("누리", Activity.OFFICE, Stage.OPERATIONAL)],
        ),
        ("지난봄에 문을 연 연구소는 사람을 기른다.", []),
        ("이 사장은 “가람은 연구소를 설립했다”고 말했다.", []),
    ],
)
def test_read_claims_reads_what_is_founded_without_an_amount(body, expected):
    claims = read_plan(body).claims
    assert [(claim.investor, claim.activity, claim.stage) for claim in claims] == expected
    assert {claim.qualifier for claim in claims} <= {Qualifier.UNDISCLOSED}


@pytest.mark.parametrize(
    ("language", "body", "term"),
    [
        ("ko", "‘데카콘’이란 20억 달러 이상의 회사를 뜻한다.", "데카콘"),
        ("en", "“Decacorn” refers to a firm worth over $2 billion.", "Decacorn"),
        ("vi", "“Decacorn” là thuật ngữ chỉ công ty trên 2 tỷ USD.", "Decacorn"),
    ],
)
def test_read_claims_takes_the_amount_of_a_definition_for_its_threshold(language, body, term):
    plan = read_plan(body, language)
    assert [(t.term, t.threshold.amount, t.sentence) for t in plan.terms] == [(term, 2 * 10**9, body)]
    assert ([r.kind for r in plan.rejected_amounts], plan.claims) == (["threshold"], [])


@pytest.mark.parametrize(
    ("language", "body", "investor"),
    [
        ("ko", "앞서 2024년에는 누리정밀이 솔빛성에 3억 달러를 투자했다.", "누리정밀"),
        ("ko", "지난해는 누리정밀이 3억 달러를 투자했다.", "누리정밀"),
        ("ko", "베트남에는 누리정밀이 3억 달러를 투자했다.", "누리정밀"),
        ("ko", "솔빛필드는 떠오르는 시장에 3억 달러를 투자했다.", "솔빛필드"),
        ("ko", "솔빛필드 데이터는 3억 달러를 투자했다.", "솔빛필드 데이터"),
        ("ko", "가람과 누리봄 클라우드는 3억 달러를 투자했다.", "누리봄 클라우드"),
        ("ko", "솔빛성은 산들범 캐피털로부터 3억 달러 투자를 유치했다.", "산들범 캐피털"),
        ("ko", "한국 소리 웨이브(Sori Wave)는 3억 달러를 투자했다.", "소리 웨이브"),
        ("ko", "협력사인 소리웨이브(Sori Wave)는 3억 달러를 투자했다.", "소리웨이브"),
        ("en", "Nuri Cloud of South Korea plans to invest $300 million.", "Nuri Cloud"),
        ("en", "South Korea's Nuri Cloud plans to invest $300 million.", "Nuri Cloud"),
        ("en", "The Bank of Garam said it will build a plant for $300 million.", "Bank of Garam"),
        ("vi", "Nuri Cloud của Thái Lan đã đầu tư 300 triệu USD.", "Nuri Cloud"),
    ],
)
def test_read_claims_takes_no_time_or_country_for_an_investor_and_keeps_names_whole(language, body, investor):
    (claim,) = read_plan(body, language).claims
    assert claim.investor == investor


@pytest.mark.parametrize(
    ("language", "body", "stage"),
    [
        ("ko", "가람은 3억 달러를 투자하기로 한 공장 계획을 2021년 철회했다.", Stage.CANCELLED),
        ("ko", "가람이 발표한 3억 달러 투자 계획이 백지화됐다.", Stage.CANCELLED),
        ("ko", "가람은 3억 달러 투자를 철회하지 않고 추진한다.", Stage.PLANNED),
        ("ko", "가람은 누리의 지분 10%를 3억 달러에 인수했다.", Stage.DISBURSED),
        ("ko", "가람은 누리의 지분 10%를 3억 달러에 인수하는 계약을 맺었다.", Stage.COMMITTED),
        ("ko", "가람은 3억 달러를 투자하는 사업의 투자등록증을 받았다고 밝혔다.", Stage.REGISTERED),
        ("ko", "가람은 3억 달러를 투자하는 사업의 투자 승인을 신청했다.", Stage.PERMIT_SOUGHT),
        ("ko", "가람은 3억 달러를 투자해 공장을 지었다.", Stage.OPERATIONAL),
        ("ko", "가람은 3억 달러를 투자해 공장을 운영하고 있다.", Stage.OPERATIONAL),
        ("ko", "가람은 3억 달러를 들인 공장을 착공했고, 공장은 지난달 문을 열었다.", Stage.OPERATIONAL),
        ("ko", "가람은 3억 달러를 들인 공장을 착공했고, 공장은 내년 가동할 예정이다.", Stage.UNDER_CONSTRUCTION),
        ("ko", "가람은 교육센터에 3억 달러(약 4천억 원)를 집행했다.", Stage.DISBURSED),
        ("en", "Garam scrapped a $300 million plant that it had announced.", Stage.CANCELLED),
        ("en", "Garam announced a $300 million plant in May but has cancelled it since.", Stage.CANCELLED),
        ("en", "Garam said it had received its investment registration certificate for a $300 million plant.",
         Stage.REGISTERED),
        ("en", "Garam had applied for approval to invest $300 million.", Stage.PERMIT_SOUGHT),
        ("en", "Garam said on Monday it will invest $300 million.", Stage.ANNOUNCED),
        ("en", "Garam plans to invest $300 million.", Stage.PLANNED),
        ("en", "Garam is to invest $300 million.", Stage.PLANNED),
        ("en", "Garam agreed to invest $300 million.", Stage.COMMITTED),
        ("en", "Garam broke ground on a $300 million plant, and the plant opened in May.", Stage.OPERATIONAL),
        ("vi", "Garam đã hủy dự án 300 triệu USD.", Stage.CANCELLED),
        ("vi", "Garam được cấp phép xây nhà máy 300 triệu USD.", Stage.REGISTERED),
        ("vi", "Garam đã nộp hồ sơ cho nhà máy 300 triệu USD.", Stage.PERMIT_SOUGHT),
    ],
)  # fmt: skip
def test_read_claims_tells_how_far_an_investment_has_come(language, body, stage):
    (claim,) = read_plan(body, language).claims
    assert (claim.stage, claim.investor) == (stage, "Garam" if language != "ko" else "가람")
    assert claim.stage_text in body


@pytest.mark.parametrize(
    ("language", "body", "activity"),
    [
        ("ko", "먼저 가람 그룹은 다낭에 날개 시험 센터를 설립했다.", Activity.RD_CENTRE),
        ("ko", "가람 그룹은 교육센터를 열기로 결정했다.", Activity.TRAINING),
        ("ko", "가람 그룹은 물류센터를 개장했다.", Activity.LOGISTICS),
        ("ko", "가람 그룹은 풍력 단지의 자료를 다루기 위해 사무소를 열었다.", Activity.OFFICE),
        ("ko", "가람 그룹은 항만의 전용 부두 확장을 계획하고 있다.", Activity.LOGISTICS),
        ("ko", "가람 그룹은 고객센터를 개설했다.", Activity.OTHER),
        ("en", "Garam has opened a testing centre in Da Lat.", Activity.RD_CENTRE),
        ("vi", "Garam đã khánh thành trung tâm thử nghiệm tại Đà Lạt.", Activity.RD_CENTRE),
    ],
)
def test_read_claims_reads_what_kind_of_place_was_founded(language, body, activity):
    assert [claim.activity for claim in read_plan(body, language).claims] == [activity]


def test_read_claims_does_not_repeat_without_the_amount_what_was_said_with_it():
    plan = read_plan("가람은 솔빛성에 공장을 건설한다. 가람은 솔빛성 공장 건설에 3억 달러를 투자한다고 밝혔다.")
    assert [claim.amount_text for claim in plan.claims] == ["3억 달러"]


@pytest.mark.parametrize(
    ("language", "body", "place"),
    [
        ("ko", "가람은 솔빛성의 공장에 3억 달러를 투자했다.", "솔빛성"),
        ("ko", "가람은 하노이에 3억 달러를 투자했다.", "하노이"),
        ("en", "Garam agreed to invest $300 million in Moru Pharma in Da Lat.", "Da Lat"),
        ("en", "Garam invested $300 million in Vietnam, in a plant in Da Lat.", "Da Lat"),
        ("en", "Garam invested $300 million in the city of Da Lat.", "Da Lat"),
        ("en", "In Bao Loc, where it has grown tea for years, Garam invested $300 million in Da Lat.", "Da Lat"),
    ],
)
def test_read_claims_takes_the_closest_place_that_is_one(language, body, place):
    (claim,) = read_plan(body, language).claims
    assert claim.place == place


@pytest.mark.parametrize(
    ("language", "body", "year"),
    [
        ("ko", "가람은 3일 3억 달러를 투자한다고 밝혔다.", 2024),
        ("ko", "가람은 12월 30일 3억 달러를 투자한다고 밝혔다.", 2023),
        ("ko", "가람은 3억 달러를 투자해 20일간 공장을 지었다.", None),
        ("en", "Garam said on Tuesday it will invest $300 million.", 2024),
        ("en", "Garam said on Dec. 30 it will invest $300 million.", 2023),
        ("en", "Garam invested $300 million.", None),
        ("vi", "Ngày 11/2, Garam công bố đầu tư 300 triệu USD.", 2024),
    ],
)
def test_read_claims_dates_the_news_of_a_day_like_the_story(language, body, year):
    dated = read_plan(body, language, above="2024.03.05 09:00").claims
    undated = read_plan(body, language).claims
    assert ([claim.year for claim in dated], [claim.year for claim in undated]) == ([year], [None])
