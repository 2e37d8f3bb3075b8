"""What a story claims about investments: who puts how much where, and how far it has come."""

import re
from dataclasses import dataclass, field

from articles.intake.amounts import find_rejection, find_term
from articles.intake.parties import REACH, Clause, find_korean_investor, find_latin_investor, find_place, find_year
from articles.intake.report import Doubt, Money, PlannedClaim, RejectedAmount
from articles.intake.stages import find_stage
from articles.money import find_amounts
from articles.text import sentences
from articles.vocabulary import Activity, DoubtKind

ACTIVITY_WORDS = {
    Activity.RD_CENTRE: r"(?:연구\s?개발|R&D)(?:\s?\(R&D\))?\s?(?:센터|연구소)|연구소"
    r"|(?:연구|시험|실험|기술|혁신|설계|디자인)\s?센터"
    r"|(?:R&D|research(?: and development)?|test(?:ing)?|innovation|engineering|design|technology)"
    r" (?:\(R&D\) )?cent(?:re|er)"
    r"|trung tâm (?:nghiên cứu|R&D|thử nghiệm|kỹ thuật|thiết kế|đổi mới sáng tạo)",
    Activity.DATA_CENTRE: r"데이터\s?센터|data cent(?:re|er)s?|trung tâm dữ liệu",
    Activity.TRAINING: r"(?:교육|훈련)\s?(?:센터|원)|training cent(?:re|er)|trung tâm đào tạo",
    Activity.LEGAL_ENTITY: r"법인|legal entity|subsidiary|pháp nhân|công ty con",
    Activity.OFFICE: r"사무[소실]|representative office|\boffices?\b|văn phòng",
    Activity.ASSEMBLY_TEST: r"후공정|패키징|조립|테스트\s?(?:시설|공장)|assembly|packaging|lắp ráp|đóng gói",
    Activity.LOGISTICS: r"물류|항만|부두|터미널|(?:배송|유통)\s?센터"
    r"|logistics|warehouse|\bport\b|terminal|kho bãi|cảng",
    Activity.ENERGY: r"발전소|풍력|태양광|LNG|power plant|wind farm|solar|nhà máy điện|điện gió|điện mặt trời",
    Activity.MANUFACTURING: r"공장|생산|제조|\bplants?\b|factor(?:y|ies)|manufactur\w+|production|nhà máy|sản xuất",
    Activity.NETWORK: r"통신망|네트워크|해저\s?케이블|subsea cable|network|mạng lưới|cáp quang",
    Activity.PROPERTY: r"호텔|리조트|신도시|산업단지|hotel|resort|industrial park|khách sạn|khu công nghiệp",
    Activity.FINANCE: r"은행\s?지점|bank branch|chi nhánh ngân hàng",
    Activity.OTHER: r"(?:서비스|고객|정비|체험|지원)\s?센터|service cent(?:re|er)|trung tâm (?:dịch vụ|bảo hành)",
}
ACTIVITIES = [(activity, re.compile(words, re.I)) for activity, words in ACTIVITY_WORDS.items()]
FOUNDING = re.compile(
    r"설립|건설|건립|확장|증설|개소|구축|신설|개설|착공|준공|완공|개장|(?:세[우웠]|짓|지[었을]|열었|열기로|연다|열\s예정)"
    r"|\bopen\w*|\bbuil[dt]\w*|\bset(?:ting)? up"
    r"|\bestablish\w*|\bexpan\w+|\bconstruct\w*|\binaugurat\w+"
    r"|\bxây\b|thành lập|khánh thành|khởi công|\bmở\b",
    re.I,
)
# What these end belongs to another noun or verb than the founding.
NO_OBJECT = re.compile(r"(?:[의은는에]|에서|위해)\s|[,.]")
CLAUSE_END = re.compile(
    r"(?<=[며고만데])[,]\s|(?<=으며|하며)\s|;\s|,\s(?=while |còn |trong khi )"
    r"|,\s(?=(?:and|và) (?:opened|set up|built|plans|is|has|will|expanded|sẽ|đã|đang|mở|khởi công)\b)"
)


@dataclass
class Findings:
    """What was read out of the text so far; `investor` is the one a later `이 회사는` speaks of."""

    claims: list = field(default_factory=list)
    rejected: list = field(default_factory=list)
    terms: list = field(default_factory=list)
    doubts: list = field(default_factory=list)
    investor: str | None = None


def read_claims(paragraphs, spoken, language, printed_on=None):
    """Return the Findings of a story. In paragraphs that begin at an offset in `spoken`, only amounts are read.

    `printed_on`, the day of the story, resolves `지난해`; without it a relative year stays unknown.
    """
    findings = Findings()
    for block in paragraphs:
        for start, end in sentences(block.text):
            _read_sentence(
                findings, block.text[start:end], block.start + start, language, printed_on, block.start in spoken
            )
    findings.claims = _without_repetitions(findings.claims)
    return findings


def _without_repetitions(claims):
    """Return claims without those that only say, without the amount, what another says with it."""
    priced = {(claim.investor, claim.activity) for claim in claims if claim.amount and claim.activity}
    return [claim for claim in claims if claim.amount or (claim.investor, claim.activity) not in priced]


def _read_sentence(findings, sentence, offset, language, printed_on, is_spoken):
    found = find_amounts(sentence, language)
    term = find_term(sentence, offset, language)
    if term:
        findings.terms.append(term)
        findings.rejected.extend(_rejected(amount, offset, "threshold") for amount in found)
        return
    at = 0
    for start, end in _clauses(sentence):
        clause = Clause(sentence, start, end, offset, language, printed_on)
        first = at
        while at < len(found) and found[at].start < end:
            at += 1
        if at > first:
            _read_amounts(findings, clause, found[first:at])
        elif not is_spoken and end - start < 1000:
            _read_activities(findings, clause)


def _clauses(sentence):
    start = 0
    for match in CLAUSE_END.finditer(sentence):
        yield start, match.end()
        start = match.end()
    yield start, len(sentence)


def _rejected(found, offset, kind):
    money = Money(found.amount, found.currency)
    return RejectedAmount(found.text, money, kind, offset + found.start, offset + found.end)


def _read_amounts(findings, clause, amounts):
    for found, following in zip(amounts, [*amounts[1:], None], strict=True):
        bounds = (clause.start, clause.end)
        reason = find_rejection(clause.sentence, bounds, found, following, clause.language)
        if reason:
            findings.rejected.append(_rejected(found, clause.offset, reason))
        else:
            findings.claims.append(_amount_claim(findings, clause, found))
        if reason == "unclear":
            findings.doubts.append(Doubt(DoubtKind.AMOUNT_UNCERTAIN, found.text, clause.offset + found.start))


def _amount_claim(findings, clause, found):
    start = clause.offset + found.start
    investor = _find_investor(findings, clause, found.start)
    if investor is None:
        findings.doubts.append(Doubt(DoubtKind.INVESTOR_UNKNOWN, found.text, start))
    stage, stage_text = find_stage(clause, found.start, found.equivalent_end or found.end)
    if not stage_text:
        findings.doubts.append(Doubt(DoubtKind.AMOUNT_UNCERTAIN, found.text, start))
    equivalent = found.equivalent_amount and Money(found.equivalent_amount, found.equivalent_currency)
    return PlannedClaim(
        **_common(clause, found.start),
        stage=stage,
        stage_text=stage_text,
        rule=f"{clause.language}-amount@1",
        investor=investor,
        amount_text=found.text,
        amount_start=start,
        amount=Money(found.amount, found.currency),
        amount_max=found.amount_max,
        qualifier=found.qualifier,
        per=found.per,
        equivalent=equivalent,
        equivalent_text=found.equivalent_text,
        activity=_activity_near(clause, found),
    )


def _common(clause, at):
    return {
        "sentence": clause.sentence,
        "start": clause.offset,
        "end": clause.offset + len(clause.sentence),
        "place": find_place(clause, at),
        "year": find_year(clause, at),
    }


def _activity_near(clause, found):
    near = clause.sentence[max(clause.start, found.start - 60) : min(clause.end, found.end + 60)]
    return next((activity.value for activity, pattern in ACTIVITIES if pattern.search(near)), "")


def _read_activities(findings, clause):
    """Add a claim for everything that somebody is said to found, build or expand in a clause without an amount."""
    text = clause.sentence[clause.start : clause.end]
    founding = FOUNDING.search(text)
    if founding is None or any(mark in text for mark in '“”"'):
        return
    taken = []
    for activity, pattern in ACTIVITIES:
        objects = (match for match in pattern.finditer(text) if _is_object(clause.language, text, match, founding))
        match = next(objects, None)
        if match and not any(a < match.end() and match.start() < b for a, b in taken):
            taken.append(match.span())
            _add_activity(findings, clause, activity, match, founding)


def _is_object(language, text, match, founding):
    """Tell whether what was matched is what is founded: before the verb in Korean, behind it elsewhere."""
    if language == "ko":
        gap = text[match.end() : max(founding.start(), match.end())]
        return match.end() <= founding.start() and len(gap) <= 40 and not NO_OBJECT.search(gap)
    return 0 <= match.start() - founding.end() <= 60


def _add_activity(findings, clause, activity, match, founding):
    at = clause.start + match.start()
    stage, stage_text = find_stage(clause, clause.start + founding.end(), clause.start + founding.start())
    investor = _find_investor(findings, clause, clause.start + min(match.start(), founding.start()))
    if investor and stage_text:
        rule = f"{clause.language}-activity@1"
        common = _common(clause, at)
        claim = PlannedClaim(
            **common, stage=stage, stage_text=stage_text, rule=rule, investor=investor, activity=activity.value
        )
        findings.claims.append(claim)


def _find_investor(findings, clause, at):
    """Return who invests, as printed, and remember it for the sentences that follow."""
    before = clause.sentence[max(0, at - REACH) : at]
    find = find_korean_investor if clause.language == "ko" else find_latin_investor
    investor = find(before, findings.investor)
    findings.investor = investor or findings.investor
    return investor
