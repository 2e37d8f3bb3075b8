"""Who invests, in a Korean sentence: the giver, the subject, the owner or the body that an amount describes."""

import re

from articles.intake.names import is_body
from articles.intake.names.korean import HANGUL_PERSON, NO_BODY
from articles.intake.names.words import (
    COMPANY_TAIL,
    COUNTRY,
    GOVERNMENTAL,
    NAMED_LIKE_COMPANY,
    THE_COMPANY,
)
from articles.intake.sums.subjects import (
    UNNAMED,
    find_embedded,
    find_subject,
    is_embedded,
    is_known,
    is_public,
    may_invest,
    means_the_company,
    stem_of,
    whole_name,
    without_brackets,
)
from articles.text import strip_particle

RAISES = re.compile(
    r"투자(?:를|금을|금|금까지|도)?\s?(?:유치|받|확보|따내|끌어)|유치(?:했|하|한|에)|이끌어\s?[냈내낸]|조달(?:했|하"
    r"|한)|출자(?:를"
    r"|금을)?\s?받|수혈|끌어\s?(?:모|들|왔)|실탄|펀딩"
)
# `시드 투자로 30억원을 받았다`: the round stands before the amount, the verb behind.
ROUND = re.compile(
    r"(?:투자(?:로|금으로|금|를|액)?|라운드에서|라운드로|시리즈\s?[A-F]\S{0,4}|시드|출자금?(?:으로"
    r"|을)?)\s(?:\S{1,8}\s){0,2}$"
)
TAKES = re.compile(
    r"[)）]?(?:[을를]|\s규모의\s(?:자금|투자금?)[을를])?\s(?:받[았은는아]|모[았은으]|끌어모|확보|조달|유치)"
)
ISSUES = re.compile(
    r"(?:유상\s?증자|신주|전환사채|CB|BW|교환사채)\S{0,4}\s?(?:발행|결정|단행|실시|추진|의결|한다|하기로)"
)
JOINED = re.compile(r"\s?(?P<name>[^\s,]{2,24}?)(?:와|과|,|·)?\s(?:\S{2,24}[,과와]?\s){0,5}?(?:참여|투자)했다")
FROM = re.compile(
    r"(?<!\S)(?P<name>\S{2,30}?(?: \S{2,12}?)?)(?:\s등)?(?:\s\d+개?\s?(?:사|곳))?(?:으로부터|로부터|에게서|에게|에서"
    r"|[을를]\s대상으로)\s"
)
LED = re.compile(r"(?P<name>\S{2,30}?)(?:이|가)\s(?:\S{1,7}[을를]\s)?(?:주도|이끈|이끄|이끌|리드|주관|앵커)")
# The owner of an amount or of what it buys: `가람의 3억 달러 투자`.
OWNER = re.compile(r"(?P<name>\S{2,30})의\s(?:(?!지분|주식|신주|경영권)\S{0,11}[^\s을를에로]\s){0,3}$")
FIRST_OWNER = re.compile(r"^(?:\S{1,6}\s)?(?P<name>\S{2,24}?)의\s(?!지분|주식|경영권|새\s)")
# The first word of a list item: `△가나전자 2000억원`, `▲가나푸드는 군산 산단에 500억원`.
ANY_OWNER = re.compile(r"(?<!\S)(?P<name>\S{2,24})의\s(?!지분|주식|신주|경영권)")
# `나루는 가람전자에 1100억원에 팔렸다`: who bought it stands before the price.
BOUGHT_BY = re.compile(r"(?<!\S)(?P<name>[가-힣A-Za-z0-9&]{2,20})(?:에|에게|로|으로)\s(?:\S{1,8}\s){0,3}$")
SOLD = re.compile(
    r"[)）]?에\s(?:매도|팔[았기]|넘기|넘겼|매각[했하]|팔렸|팔린|팔리|넘어[갔간가]|매각됐|매각된|매각돼|인수됐|인수된)"
)
BULLET = re.compile(r"(?:[△▲▷]|(?<!\S)[·ㆍ])\s?(?P<name>[^\s△▲▷·ㆍ(:=]{2,24})(?P<rest>[ =][^△▲▷·ㆍ]{0,60}|[(:])?$")
ADJACENT = re.compile(
    r"(?:^|[\s△▲▷·,(ㆍ:])(?P<name>[^\s△▲▷·,(ㆍ:]{2,24}?)[은는이가]?\s?[:(]?\s?(?:약|총|각각|최대)?\s?$"
)
DESCRIBES = re.compile(r"[한던할은는린운킨]\s(?=(?P<words>\S{2,20}(?:\s\S{2,20}){0,3}))")
BEHIND = re.compile(r"(?:^|\s)(?P<word>[가-힣A-Za-z0-9&]{1,20}[이가은는])(?=[\s,])")
AGREEMENT = re.compile(r"협약|양해각서|MOU|계약|협정")
# `투자자는 가나전자로, …`, `이 돈을 낸 곳은 가나전자였다.`
REVEALED = re.compile(
    r"(?:(?:곳|쪽|것|회사|기업|업체|투자자|투자사|큰손|주인|주인공|주체|주역|상대|파트너)[은는]\s(?:\S{1,10}\s){0,3}?"
    r"(?P<name>[가-힣A-Za-z0-9&]{2,16}?)(?:(?:이다|다|였다|이었다|이에요|예요|였어요|이었어요|입니다|이었습니다"
    r"|였습니다)\."
    r"|(?:이며|며|이고|으로|로),)"
    r"|[가-힣]{1,6}[은는]\s(?:\S{1,10}\s){0,3}?(?P<other>[가-힣A-Za-z0-9&]{3,16}?)(?:였다|이었다|이에요|예요|였어요)\.)"
)
PARTNER = re.compile(r"(?<!\S)(?P<name>\S{2,30}?(?: \S{2,12}?)?)(?:과의|와의|과|와|의|에서)\s")
COMMON_END = re.compile(
    r".*(?:협회|기업|업체|회사|사업|공장|시장|산업|정부|부문|지역|국가|관계|지분|주식)|[가-힣]{1,2}"
)
LISTED = re.compile(
    r"(?<!\S)(?=(?P<first>\S{2,24}?)(?:와|과|,|·|\s및)\s?(?P<second>\S{2,24}(?: \S{2,12}){0,3}?)(?:은"
    r"|는|이|가)(?=\s))"
)


# `A는 일본 B와 손을 잡았다`: a later `두 회사는` means them.
ALLIED = re.compile(
    r"(?<!\S)(?P<first>[가-힣A-Za-z0-9&]{2,20})[은는이가]\s(?:\S{1,12}\s){0,3}?(?P<second>[가-힣A-Za-z0-9&]{2,20})[와과]\s"
    r"(?:\S{1,10}\s){0,3}?(?:손(?:을|잡)|합작|협력|제휴|공동|양해각서|협약|계약|함께)"
)


OWN_MONEY = re.compile(r"사재|사비|자비[로를]|개인\s?(?:돈|자금|자산)|자기\s?돈|호주머니")
COURTEOUS = re.compile(r"(?<!\S)(?P<name>[가-힣]{2,4})씨[는은이가]\s")
PERSONAL = re.compile(
    r"(?<!\S)(?P<words>(?:[가-힣A-Za-z&]{1,12} ){1,3})\S{0,6}(?:대표|회장|사장|씨|창업자|창업주|이사|전무|의장"
    r"|교수)(?:이사)?[은는이가]\s"
)


# `하이퐁시는 독일 가나에 투자등록증을 발급했다`
LICENSED = re.compile(
    r"(?<!\S)(?P<name>[가-힣A-Za-z0-9&]{2,20}?)에(?:게)?\s\S{0,4}(?:등록|허가|승인)[증서]?\S{0,2}\s(?:발급|수여|교부"
    r"|내[주줬])"
)
BUSINESS = re.compile(
    r"투자|공장|생산|설립|인수|출자|증설|늘[리린]|개발|매출|조성|빌[리린렸]|공시|짓|지[었을어]|세[우웠]|합작|지분|상장"
    r"|단지|시설"
)
TOPIC_WORDS = 3


def find_korean_investor(before, after, bodies, recalled=None):
    """Return (name or None, how sure: 2 said so, 1 the subject, 0 assumed) for an amount between two passages.

    `recalled` is what `이 회사는` means. A public body as the subject of the verb gives (GOVERNMENTAL, 2).
    """
    before = without_brackets(before)
    if _is_raised(before, after):
        return _giver(before, after, bodies)
    told = _told(before, after, bodies)
    if told:
        return told, 2
    subject = find_subject(before, bodies, recalled)
    if subject == GOVERNMENTAL:
        return _partner(before, bodies) or _behind(after, bodies, recalled) or GOVERNMENTAL, 2
    if subject == UNNAMED:
        return None, 2
    if subject:
        return subject, 1
    other = (
        _behind(after, bodies, recalled)
        or _party(before, after, bodies)
        or _likely(FIRST_OWNER.search(before))
        or _owner_here(before, bodies)
    )
    return (other, 1) if other else (find_embedded(before, bodies), 0)


def _told(before, after, bodies):
    """Return who is said in so many words to invest: revealed, beside the amount, a person, who buys; or None."""
    is_own = OWN_MONEY.search(before[-60:] + after[:20])
    return (
        _revealed(before[-80:])
        or _beside(before, bodies)
        or (_person(before, bodies) if is_own else None)
        or find_buyer(before, after, bodies)
    )


def find_buyer(before, after, bodies):
    """Return the body to which something is sold for an amount between two passages, or None."""
    bought = BOUGHT_BY.search(before[-80:])
    return bought["name"] if bought and SOLD.match(after) and is_known(bought["name"], bodies) else None


def _person(before, bodies):
    """Return whoever puts in money of their own: the person with a title who is the subject, or None."""
    glued = COURTEOUS.search(before)
    if glued:
        return glued["name"]
    words = [word for match in PERSONAL.finditer(before) for word in match["words"].split()]
    name = next((word for word in reversed(words) if len(word) == 1 or HANGUL_PERSON.fullmatch(word)), None)
    if name and len(name) == 1:
        return next((person for person in sorted(bodies.people) if person.startswith(name)), None)
    return name


def find_pair(passage, bodies, is_sure=False):
    """Return the two bodies that a passage joins as one subject (`A와 B는`), or None.

    When it is sure that two bodies act (`각각`), any two nouns that may be bodies are.
    """
    allied = ALLIED.search(passage)
    if allied and all(is_body(allied[key], "ko") for key in ("first", "second")):
        return [allied["first"], allied["second"]]
    for match in reversed(list(LISTED.finditer(without_brackets(passage)[-200:]))):
        first, second = (_described(match[key].split(), bodies) or match[key] for key in ("first", "second"))
        if all(bodies.knows(name) or (is_sure and is_body(name, "ko")) for name in (first, second)):
            return [first, second]
    return None


def find_topic(sentence, bodies, recalled=None):
    """Return the body that a sentence is about, which the next may leave unsaid, or None."""
    revealed = _revealed(sentence[:400])
    if revealed:
        return revealed
    words = without_brackets(sentence[:400]).split()
    for particles in ("은는", "이가"):
        for at, word in enumerate(words):
            stem = stem_of(word, particles)
            name = stem and whole_name(stem, " ".join(words[max(0, at - 4) : at]))
            if stem and means_the_company(stem, name):
                return recalled
            if name and bodies.knows(name):
                return bodies.complete(name)
    licensed = LICENSED.search(sentence[:400])
    if licensed and is_body(licensed["name"], "ko"):
        return licensed["name"]
    return _known(FIRST_OWNER.search(sentence[:60]), bodies) or _acting_topic(sentence, words, bodies)


def _acting_topic(sentence, words, bodies):
    """Return the noun that a sentence of business opens with as its topic, though nothing else tells of it, or None."""
    if not BUSINESS.search(sentence[:400]):
        return None
    for at, word in enumerate(words[:TOPIC_WORDS]):
        stem = stem_of(word, "은는")
        is_name = stem and len(stem) > 2 and is_body(stem, "ko") and not stem.endswith(NO_BODY)
        if is_name and stem not in bodies.people and may_invest(stem) and not is_public(stem):
            return bodies.complete(stem, " ".join(words[:at]))
    return None


def find_leader(passage):
    """Return who leads the funding round that a passage speaks of, or None."""
    match = LED.search(passage) or JOINED.match(passage)
    return match["name"] if match and may_invest(match["name"]) else None


def _is_raised(before, after):
    """Tell whether the subject of a sentence gets an amount, and others give it."""
    if RAISES.search(after[:60]) or (ISSUES.search(after[:60]) and FROM.search(before[-100:])):
        return True
    return ROUND.search(before[-40:]) is not None and TAKES.match(after) is not None


def _giver(before, after, bodies):
    """Return who gives what somebody raises: `B로부터 … 유치했다`; the one who raises it does not invest."""
    around = before[-160:] + " " + after[:80]
    for pattern in (LED, FROM):
        for match in pattern.finditer(around):
            name = match["name"].split(",")[-1].strip()
            words = name.split()
            if len(words) == 2 and not COMPANY_TAIL.fullmatch(words[1]) and not bodies.knows(name):
                name = words[1]
            if COMPANY_TAIL.fullmatch(name) or is_body(name, "ko"):
                return whole_name(name, around[: match.start("name")]), 2
    owner = _known(OWNER.search(before), bodies) or _likely(OWNER.search(before))
    return (owner, 2) if owner else (None, 2)


def _partner(before, bodies):
    """Return the body that a public one agrees with or speaks of: `전남도는 가나전자와 3천억 원 규모의 협약을`."""
    for match in reversed(list(PARTNER.finditer(before))):
        name = _known(match, bodies) or _likely(match)
        if name:
            return name
    return None


def _party(before, after, bodies):
    """Return the body named last before an amount that an agreement is about, whoever signs it with it."""
    if not AGREEMENT.search(after[:60]):
        return None
    near = before[-80:]
    return max((name for name in bodies.named if name in near), key=near.rfind, default=None)


def _likely(match):
    """Return the name of a match when nothing speaks against its being a body."""
    name = match and match["name"].split()[-1]
    return name if name and is_body(name, "ko") and not is_public(name) and not COMMON_END.fullmatch(name) else None


def _known(match, bodies):
    """Return the name of a match when it is a body that the story knows."""
    if match is None:
        return None
    name = match["name"]
    if not bodies.knows(name) and name[-1] in "은는이가측":
        name = strip_particle(name)
    whole = whole_name(name, match.string[: match.start("name")])
    return next((n for n in (whole, name, name.split()[-1]) if n and bodies.knows(n)), None)


def _beside(before, bodies):
    """Return the body that stands right before an amount, as in a list, or as its owner."""
    listed = BULLET.search(before[-80:])
    if listed:
        name = strip_particle(listed["name"])
        is_alone = not (listed["rest"] or "").strip(" (:=")
        if (
            is_known(name, bodies)
            or (is_alone or name != listed["name"])
            and is_body(name, "ko")
            and not is_public(name)
        ):
            return bodies.complete(name)
    return _known(ADJACENT.search(before[-40:]), bodies) or _known(OWNER.search(before[-50:]), bodies)


def _owner_here(before, bodies):
    """Return the known body that owns something named last before an amount: `…은 홍신 그룹의 공장으로서, 자본금은`."""
    found = [(match.end(), name) for match in ANY_OWNER.finditer(before) if (name := _known(match, bodies))]
    return max(found)[1] if found else None


def _revealed(passage):
    """Return the body that a passage says it was, or None."""
    match = REVEALED.search(passage)
    name = match and (match["name"] or match["other"])
    return name if name and is_body(name, "ko") and not name.endswith(NO_BODY) else None


def _behind(after, bodies, recalled):
    """Return the body behind an amount that it describes or whose verb follows."""
    for match in DESCRIBES.finditer(after[:90]):
        described = _described(match["words"].split(), bodies) or _foreign_topic(match["words"].split())
        if described:
            return described
    revealed = _revealed(after[:80])
    if revealed:
        return revealed
    for match in BEHIND.finditer(after[:80]):
        stem = stem_of(match["word"], "은는이가")
        if is_embedded([match["word"], *after[match.end() : match.end() + 20].split()], 0):
            continue
        if stem and THE_COMPANY.fullmatch(stem):
            return recalled
        if stem and (bodies.knows(stem) or NAMED_LIKE_COMPANY.fullmatch(stem) and is_body(stem, "ko")):
            return stem
    return None


def _foreign_topic(words):
    """Return the topic that a country stands before (`…을 세운 일본 가나냉장은`), or None."""
    stem = strip_particle(words[1]) if len(words) > 1 and COUNTRY.fullmatch(words[0]) else ""
    return stem if stem and words[1][-1] in "은는도" and is_body(stem, "ko") and stem != words[1] else None


def _described(words, bodies):
    """Return the known body that the noun phrase at the start of some words names, or None."""
    for at, word in enumerate(words):
        bare = word.rstrip(",.")
        name = bare if bodies.knows(bare) else strip_particle(bare)
        whole = whole_name(name, " ".join(words[:at]))
        if bodies.knows(name) or bodies.knows(whole or ""):
            return whole if bodies.knows(whole or "") else name
        if name != bare:
            return None
    return None
