"""How far an investment has come, from the words that a statement uses."""

import re

from articles.intake.sums.clauses import REACH
from articles.vocabulary import Stage

FACILITY = r"(?:[가-힣]{0,8}\s)?(?:공장|센터|시설|단지|부두|발전소|연구소)"
# Of the words behind a Korean amount the first decides; of two at one place the upper row.
KOREAN_STAGES = {
    Stage.CANCELLED: r"(?:취소|철회|백지화|포기)(?:했|됐|하기로|한|하|되)(?!지\s않)\S{0,4}",
    Stage.SUSPENDED: r"(?:중단|보류|연기)(?:했|됐|하기로|한|하|되)\S{0,4}",
    Stage.MOU: r"(?:양해각서|MOU|업무\s?협약)\S{0,6}\s?(?:체결|맺|서명)\S{0,5}",
    Stage.PERMIT_SOUGHT: r"(?:허가|승인|인가|등록증)\S{0,2}\s(?:신청|요청)\S{0,5}",
    Stage.REGISTERED: r"(?:등록증|허가증?|승인|인가)\S{0,2}\s?(?:받|취득|획득|발급)\S{0,5}",
    Stage.COMMITTED: r"(?:설립을\s|투자를\s|건설을\s)?확정(?:했|하였|한)\S{0,4}"
    r"|(?:계약|협약|협정)\S{0,2}\s(?:체결|맺|서명)\S{0,5}|인수(?:한다|하기로\s\S{1,4})\S{0,3}",
    Stage.UNDER_CONSTRUCTION: r"착공\S{0,4}|건설\s?중\S{0,3}"
    r"|공사\S{0,2}\s(?:시작|착수|진행)\S{0,4}|(?:짓|건설하)고\s있\S{0,4}",
    Stage.PLANNED: r"(?:[가-힣]{1,8}할\s)?(?:예정|계획|방침)(?:이\S{0,5}|하고\s있\S{0,4}|으?로\S{0,5}|을\s\S{1,8})"
    r"|추진(?:하고\s있|한다|할|\s?중)\S{0,4}",
    Stage.OPERATIONAL: r"(?:설립|개소|준공|완공|가동|개설|개장)(?:했|하였|됐|되었)\S{0,3}|(?:세웠|열었|지었)\S{0,3}"
    r"|가동(?:을\s시작했|에\s들어갔|\s?중|하고\s있)\S{0,3}|운영(?:한다|\s?중|하고\s있|해\s?왔)\S{0,3}",
    Stage.DISBURSED: r"(?:투자|집행|투입|출자|인수|매입|지출)(?:했|하였|해\s?왔|를\s마쳤|를\s완료했)\S{0,3}",
    Stage.ANNOUNCED: r"(?:설립을\s|투자를\s|건설을\s)?(?:발표|공개|선언|결정)(?:했|하였|한)\S{0,4}"
    r"|[가-힣]{1,8}하기로\s\S{1,5}|(?:짓|열|세우)기로\s\S{1,5}|투자(?:한다|하겠다)\S{0,4}|밝혔\S{0,3}"
    r"|(?:짓는|세운|건설한|설립한|증설한|구축한|신설한)다(?!는)\S{0,2}",
    Stage.PROPOSED: r"제안(?:했|하)\S{0,4}",
    Stage.INTEREST: r"(?:검토|고려|타진|모색)\S{0,5}|관심\S{0,2}\s\S{1,6}",
}
SAID_ENGLISH = r"(?:said|says)(?: on \w{3,9}(?: \d{1,2})?)?,?(?: that)? (?:it|they|the (?:company|firm|group|partners))"
ENGLISH_STAGES = {
    Stage.CANCELLED: r"cancell?ed|cancels|scrapp?(?:ed|s)|abandon(?:ed|s)|withdr(?:ew|awn|aws)|called off|shelved"
    r"|(?:is|are) (?:cancell?ing|scrapping|abandoning|withdrawing)",
    Stage.SUSPENDED: r"suspend\w*|postpon\w*|halt\w*|put on hold",
    Stage.MOU: r"memorand\w+ of understanding|MOU",
    Stage.PERMIT_SOUGHT: r"(?:applied|applying|applies) for|(?:sought|seek|seeks|seeking) (?:an? "
    r"|the )?(?:\w{1,12} )?"
    r"(?:permit|permission|licen[cs]e|approval)",
    Stage.REGISTERED: r"licen[cs]ed|registered|(?:was |been )?granted|approved|(?:received|obtained|secured"
    r"|won|given)"
    r" (?:an? |its |the |their )?(?:\w{1,14} ){0,2}(?:certificate|licen[cs]e|permit|approval)",
    Stage.UNDER_CONSTRUCTION: r"broke ground|breaking ground|under construction|(?:is|are) building"
    r"|(?:began|started) (?:construction|building|work on)",
    Stage.COMMITTED: r"signed|committed|agreed to (?:buy|acquire|invest)",
    Stage.PLANNED: r"(?:plan|aim|intend|expect|hope)(?:s|ned|ed|ning)? to \w+|plans? for|will \w+",
    Stage.OPERATIONAL: r"opened|inaugurated|established|set up|completed|(?:began|started) (?:operations|production)",
    Stage.DISBURSED: r"(?:has |have |had )?(?:invested|spent|poured|disbursed|injected|acquired|bought)",
    Stage.ANNOUNCED: r"announc\w+(?: (?:a |its )?plans? to \w+)?|unveiled|pledged|confirmed"
    rf"|{SAID_ENGLISH} (?:will|would|has decided to|had decided to) \w+",
    Stage.PROPOSED: r"propos\w+(?: to \w+)?",
    Stage.INTEREST: r"consider\w*|explor(?:es|ed|ing)|mulling|weigh(?:s|ed|ing)|interest(?:ed)? in",
}
VIETNAMESE_STAGES = {
    Stage.CANCELLED: r"(?:hủy|huỷ)(?: bỏ)?|rút (?:khỏi|lại|dự án)|từ bỏ",
    Stage.SUSPENDED: r"tạm dừng|hoãn|đình chỉ",
    Stage.MOU: r"(?:ký )?(?:biên bản ghi nhớ|MOU)",
    Stage.PERMIT_SOUGHT: r"(?:xin|đề nghị) (?:được )?(?:cấp )?(?:phép|giấy)|xin chấp thuận|nộp (?:hồ sơ|đơn)",
    Stage.REGISTERED: r"(?:được )?cấp (?:giấy )?(?:chứng nhận|phép)[^,.]{0,20}|đăng ký|được chấp thuận",
    Stage.UNDER_CONSTRUCTION: r"khởi công|động thổ|đang xây dựng",
    Stage.COMMITTED: r"ký (?:kết )?(?:hợp đồng|thỏa thuận|thoả thuận)|cam kết",
    Stage.PLANNED: r"(?:dự kiến|có kế hoạch|lên kế hoạch|dự định|sẽ|muốn)(?: \w+){1,2}",
    Stage.OPERATIONAL: r"(?:đã )?(?:khánh thành|thành lập|đi vào hoạt động|đi vào vận hành)",
    Stage.DISBURSED: r"(?:đã )(?:đầu tư|rót|giải ngân|chi|mua lại)",
    Stage.ANNOUNCED: r"(?:công bố|thông báo|tuyên bố|xác nhận|cho biết sẽ)(?: \w+){0,2}",
    Stage.PROPOSED: r"đề xuất",
    Stage.INTEREST: r"xem xét|cân nhắc|quan tâm|nghiên cứu khả năng",
}
STAGES = {
    language: [
        (stage, re.compile(rf"(?<![^\W\d_])(?:{words})(?![^\W\d_])" if language != "ko" else words, re.I))
        for stage, words in table.items()
    ]
    for language, table in {"ko": KOREAN_STAGES, "en": ENGLISH_STAGES, "vi": VIETNAMESE_STAGES}.items()
}
# `to invest` alone is an intention, but any other verb says more.
INFINITIVE = re.compile(r"\bto (?:invest|build|expand|open)\b")
# `…고, 이 공장은 2025년 가동을 시작했다`: what has become of the plant since stands in a clause of its own.
CONTINUED = {
    "ko": [
        (stage, re.compile(rf",\s(?:이|해당|그|새)?\s?{FACILITY}[은는이가]\s[^,.]{{0,50}}?(?P<verb>{verb})"))
        for stage, verb in (
            (Stage.CANCELLED, r"(?:취소|철회|백지화)(?:했|됐)다"),
            (Stage.SUSPENDED, r"(?:중단|보류)(?:했|됐)다"),
            (
                Stage.OPERATIONAL,
                r"가동(?:을\s시작했다|에\s들어갔다|\s?중|하고\s있다)|문을\s열었다|(?:준공|완공|개소)(?:했|됐|되었)다",
            ),
        )
    ],
    "en": [
        (
            Stage.OPERATIONAL,
            re.compile(
                r"(?:,| and| but) (?:it|which|the (?:plant|factory|centre|center|project)) (?:has |have )?(?:since )?"
                r"(?P<verb>opened|(?:began|started) (?:operat\w+|production))\b"
            ),
        )
    ],
    "vi": [
        (
            Stage.OPERATIONAL,
            re.compile(r"(?:,| và) (?:nhà máy|trung tâm)(?: này)? (?:đã )?(?P<verb>đi vào (?:hoạt động|vận hành))"),
        )
    ],
}


def find_stage(clause, start, end):
    """Return (stage, its words) for what stands at [start, end) of the sentence; without words it is mere interest.

    Korean has the verb behind; English and Vietnamese before, or else behind. What is said to be cancelled is so
    even when the same sentence recalls how it was announced.
    """
    before = clause.sentence[max(clause.start, start - REACH) : start]
    after = clause.sentence[end : min(clause.end, end + REACH)]
    behind = sorted(_ranked(clause.language, after))
    ahead = sorted(_ranked(clause.language, before, True))
    candidates = behind or ahead if clause.language == "ko" else ahead or behind
    nearest = _cancelled(clause.language, behind, ahead) or _continued(clause, end) or next(iter(candidates), None)
    if nearest:
        return nearest[-1], nearest[-2].strip(' ,.”"')
    intention = INFINITIVE.search(before) if clause.language == "en" else None
    return (Stage.PLANNED, intention.group()) if intention else (Stage.INTEREST, "")


def _ranked(language, text, is_ahead=False):
    """Yield (distance from the amount, …, words, stage); before the amount the longer of two words at a place wins."""
    for row, (stage, pattern) in enumerate(STAGES[language]):
        matches = list(pattern.finditer(text))
        if matches and is_ahead:
            yield -matches[-1].end(), matches[-1].start(), row, matches[-1].group(), stage
        elif matches:
            yield matches[0].start(), 0, row, matches[0].group(), stage


def _cancelled(language, behind, ahead):
    said = behind if language == "ko" else [*behind, *ahead]
    return next((found for found in said if found[-1] == Stage.CANCELLED), None)


def _continued(clause, end):
    rest = clause.sentence[end : end + 2 * REACH]
    for stage, pattern in CONTINUED[clause.language]:
        match = pattern.search(rest)
        if match:
            return match["verb"], stage
    return None
