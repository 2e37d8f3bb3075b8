"""Who gives what somebody raises, in a Korean sentence: `B로부터 … 유치했다`, `이번 라운드는 B가 이끌었다`."""

import re

from articles.intake.names import is_body
from articles.intake.names.words import COMPANY_TAIL
from articles.intake.sums.korean_names import OWNER, find_revealed, known_name, likely_name
from articles.intake.sums.subjects import may_invest, whole_name
from articles.text import strip_particle

RAISES = re.compile(
    r"투자\s?\S{0,3}서를\s받|투자(?:를|금을|금|금까지|도)?\s?(?:유치|받|확보|따내|끌어)|유치(?:했|하|한|에|(?=[\s.,)]|$))|이끌어\s?[냈내낸]|조달(?:했|하"
    r"|한)|출자(?:를"
    r"|금을)?\s?받|수혈\s?받|끌어\s?(?:모|들|왔)|실탄|펀딩"
)
# `시드 투자로 30억원을 받았다`: the round stands before the amount, the verb behind.
ROUND = re.compile(
    r"(?:투자(?:로|금으로|금|를|액)?|라운드에서|라운드로|시리즈\s?[A-F]\S{0,4}|시드|출자금?(?:으로"
    r"|을)?)\s(?:\S{1,8}\s){0,2}$"
)
TAKES = re.compile(
    r"[)）]?(?:[을를]|\s규모의\s(?:자금|투자금?)[을를])?\s(?:받[았은는아]|모[았은으]|끌어모|확보|조달|유치)"
)
CLAUSE_END = re.compile(r"(?<=[고며]),\s")
GETS = re.compile(
    r"수혈|(?:유상\s?증자|신주|전환사채|CB|BW|교환사채)\S{0,4}\s?(?:발행|결정|단행|실시|추진|의결|한다|하기로)"
)
JOINED = re.compile(
    r"(?<!\S)(?P<name>[^\s,·]{2,24}?)(?:와|과|,|·|[이가도]|\s등이)\s?(?:\S{2,24}\s){0,6}?(?:참여|투자|합류|출자)(?:했|한)"
)
# `이번 라운드를 이끈 가나벤처스`
WHO_LED = re.compile(r"(?:주도한|이끈|리드한)\s(?:\S{1,6}\s){0,2}?(?P<name>[가-힣A-Za-z0-9&]{2,30})")
FROM = re.compile(
    r"(?<!\S)(?P<name>\S{2,30}?(?: \S{2,12}?)?)(?:\s등)?(?:\s\d+개?\s?(?:사|곳))?(?:으로부터|로부터|에게서|에게|에서"
    r"|[을를]\s대상으로)\s"
)
LED = re.compile(r"(?P<name>\S{2,30}?)(?:이|가)\s(?:\S{1,7}[을를]\s)?(?:주도|이끈|이끄|이끌|리드|주관|앵커)")


def find_leader(passage):
    """Return who leads the funding round that a passage speaks of, or None."""
    told = find_revealed(passage + ".")
    if told:
        return told
    led = LED.search(passage)
    if led and may_invest(led["name"]):
        return led["name"]
    names = (strip_particle(match["name"]) for pattern in (WHO_LED, JOINED) for match in pattern.finditer(passage))
    return next((name for name in names if len(name) > 2 and may_invest(name)), None)


def is_raised(before, after):
    """Tell whether the subject of a sentence gets an amount, and others give it."""
    near = CLAUSE_END.split(after[:60])[0]
    if RAISES.search(near) or (GETS.search(near) and FROM.search(before[-100:])):
        return True
    return ROUND.search(before[-40:]) is not None and TAKES.match(after) is not None


def find_giver(before, after, bodies):
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
    owner = known_name(OWNER.search(before), bodies) or likely_name(OWNER.search(before))
    return (owner, 2) if owner else (None, 2)
