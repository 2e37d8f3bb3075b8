"""What somebody is said to found, build or expand, with an amount or without one."""

import re

from articles.vocabulary import Activity

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
    r"설립|건설|건립|확장|증설|개소|구축|신설|개설|착공|준공|완공|개장|(?:세[우웠]|짓|지[었을]|열었|열기로|연다"
    r"|열\s예정)"
    r"|\bopen\w*|\bbuil[dt]\w*|\bset(?:ting)? up"
    r"|\bestablish\w*|\bexpan\w+|\bconstruct\w*|\binaugurat\w+"
    r"|\bxây\b|thành lập|khánh thành|khởi công|\bmở\b",
    re.I,
)
# What these end belongs to another noun or verb than the founding.
NO_OBJECT = re.compile(r"(?:[의은는에]|에서|위해)\s|[,.]")


def find_activity(clause, start, end):
    """Return the code of what money at [start, end) of the sentence is to do, or an empty string."""
    near = clause.sentence[max(clause.start, start - 60) : min(clause.end, end + 60)]
    return next((activity.value for activity, pattern in ACTIVITIES if pattern.search(near)), "")


def find_founded(clause):
    """Yield (code, where it stands, start and end of the verb) for everything that is founded in a clause."""
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
            at = clause.start
            yield activity.value, at + match.start(), at + founding.start(), at + founding.end()


def _is_object(language, text, match, founding):
    """Tell whether what was matched is what is founded: before the verb in Korean, behind it elsewhere."""
    if language == "ko":
        gap = text[match.end() : max(founding.start(), match.end())]
        return match.end() <= founding.start() and len(gap) <= 40 and not NO_OBJECT.search(gap)
    return 0 <= match.start() - founding.end() <= 60
