"""Who invests, in a Korean sentence: the giver, the subject, the owner or the body that an amount describes."""

import re

from articles.intake.names import is_body
from articles.intake.names.korean import HANGUL_PERSON
from articles.intake.names.words import (
    GOVERNMENTAL,
    NAMED_LIKE_COMPANY,
    THE_COMPANY,
)
from articles.intake.sums.korean_givers import find_giver, is_raised
from articles.intake.sums.korean_names import (
    FIRST_OWNER,
    OWNER,
    find_described,
    find_foreign_topic,
    find_revealed,
    known_name,
    likely_name,
)
from articles.intake.sums.subjects import (
    UNNAMED,
    find_embedded,
    find_subject,
    is_embedded,
    is_known,
    is_public,
    stem_of,
    without_brackets,
)
from articles.text import strip_particle

ANY_OWNER = re.compile(r"(?<!\S)(?P<name>\S{2,24})의\s(?!지분|주식|신주|경영권)")
# `나루는 가람전자에 1100억원에 팔렸다`: who bought it stands before the price.
BOUGHT_BY = re.compile(r"(?<!\S)(?P<name>[가-힣A-Za-z0-9&]{2,20})(?:에|에게|로|으로)\s(?:\S{1,8}\s){0,3}$")
SOLD = re.compile(
    r"[)）]?에\s(?:매도|팔[았기]|넘기|넘겼|매각[했하]|팔렸|팔린|팔리|넘어[갔간가]|매각됐|매각된|매각돼|인수됐|인수된)"
)
# The first word of a list item: `△가나전자 2000억원`, `▲가나푸드는 군산 산단에 500억원`.
BULLET = re.compile(r"(?:[△▲▷]|(?<!\S)[·ㆍ])\s?(?P<name>[^\s△▲▷·ㆍ(:=]{2,24})(?P<rest>[ =][^△▲▷·ㆍ]{0,60}|[(:])?$")
# The first cell of a row: `가나텍 / 평택 / 세정 장비 공장 / 450억원`.
CELL = re.compile(r"(?P<name>[가-힣A-Za-z0-9&]{2,20})\s?[/|]\s(?:[^/|]{1,40}\s[/|]\s){1,5}$")
ADJACENT = re.compile(
    r"(?:^|[\s△▲▷·,(ㆍ:])(?P<name>[^\s△▲▷·,(ㆍ:]{2,24}?)[은는이가]?\s?[:(]?\s?(?:약|총|각각|최대)?\s?$"
)
DESCRIBES = re.compile(
    r"(?:[한던할은는린운킨]|(?<=[을를에만도 ])(?:댄|낸|쓴|든|건|딴|쥔|산|댈|낼|쓸|들|살)|나선)"
    r"\s(?=(?P<words>\S{2,20}(?:\s\S{2,20}){0,3}))"
)
BEHIND = re.compile(r"(?:^|\s)(?P<word>[가-힣A-Za-z0-9&]{1,20}[이가은는])(?=[\s,])")
# What follows speaks of a part of the amount, and of whose that is.
PART_OF_IT = re.compile(r",\s(?:이|그)\s?(?:중|가운데)\s|^[)）]?\s(?:중|가운데)\s")
AGREEMENT = re.compile(r"협약|양해각서|MOU|계약|협정")
PARTNER = re.compile(r"(?<!\S)(?P<name>\S{2,30}?(?: \S{2,12}?)?)(?:과의|와의|과|와|의|에서)\s")
BORNE = re.compile(
    r"[)）]?[은는]\s(?:\S{1,6}\s)?(?P<name>[가-힣A-Za-z0-9&]{2,20})[이가](?:,|\s(?:각각\s)?(?:댄|대기로|내기로|낸다|부담|맡|책임|출자|투자"
    r"|조달|마련))"
)
OWN_MONEY = re.compile(r"사재|사비|자비[로를]|개인\s?(?:돈|자금|자산)|자기\s?돈|호주머니")
COURTEOUS = re.compile(r"(?<!\S)(?P<name>[가-힣]{2,4})씨[는은이가]\s")
PERSONAL = re.compile(
    r"(?<!\S)(?P<words>(?:[가-힣A-Za-z&]{1,12} ){1,3})\S{0,6}(?:대표|회장|사장|씨|창업자|창업주|이사|전무|의장"
    r"|교수)(?:이사)?[은는이가]\s"
)


def find_korean_investor(before, after, bodies, recalled=None):
    """Return (name or None, how sure: 2 said so, 1 the subject, 0 assumed) for an amount between two passages.

    `recalled` is what `이 회사는` means. A public body as the subject of the verb gives (GOVERNMENTAL, 2).
    """
    before = without_brackets(before)
    after = PART_OF_IT.split(after)[0]
    if is_raised(before, after):
        return find_giver(before, after, bodies)
    told = _borne_by(after, bodies) or _told(before, after, bodies)
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
        or likely_name(FIRST_OWNER.search(before))
        or _owner_here(before, bodies)
    )
    return (other, 1) if other else (find_embedded(before, bodies), 0)


def _borne_by(after, bodies):
    """Return the body that bears an amount of which the clause speaks (`3억 달러는 가나가, … 다라가 댄다`), or None."""
    borne = BORNE.match(after)
    return borne["name"] if borne and (is_known(borne["name"], bodies) or is_body(borne["name"], "ko")) else None


def _told(before, after, bodies):
    """Return who is said in so many words to invest: revealed, beside the amount, a person, who buys; or None."""
    is_own = OWN_MONEY.search(before[-60:] + after[:20])
    return (
        find_revealed(before[-80:])
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


def _partner(before, bodies):
    """Return the body that a public one agrees with or speaks of: `전남도는 가나전자와 3천억 원 규모의 협약을`."""
    for match in reversed(list(PARTNER.finditer(before))):
        name = known_name(match, bodies) or likely_name(match)
        if name:
            return name
    return None


def _party(before, after, bodies):
    """Return the body named last before an amount that an agreement is about, whoever signs it with it."""
    if not AGREEMENT.search(after[:60]):
        return None
    near = before[-80:]
    return max((name for name in bodies.named if name in near), key=near.rfind, default=None)


def _beside(before, bodies):
    """Return the body that stands right before an amount, as in a list, or as its owner."""
    cell = CELL.match(before)
    if cell and is_body(cell["name"], "ko"):
        return cell["name"]
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
    return known_name(ADJACENT.search(before[-40:]), bodies) or known_name(OWNER.search(before[-50:]), bodies)


def _owner_here(before, bodies):
    """Return the known body that owns something named last before an amount: `…은 홍신 그룹의 공장으로서, 자본금은`."""
    found = [(match.end(), name) for match in ANY_OWNER.finditer(before) if (name := known_name(match, bodies))]
    return max(found)[1] if found else None


def _behind(after, bodies, recalled):
    """Return the body behind an amount that it describes or whose verb follows."""
    for match in DESCRIBES.finditer(after[:90]):
        described = find_described(match["words"].split(), bodies) or find_foreign_topic(match["words"].split())
        if described:
            return described
    revealed = find_revealed(after[:80])
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
