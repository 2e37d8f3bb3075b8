"""Who invests, in an English or Vietnamese sentence: the subject, the one it is done by, or the owner."""

import re

from articles.intake.names.latin_cues import ACTS
from articles.intake.names.latin_words import KIND
from articles.intake.names.words import GOVERNMENTAL
from articles.intake.sums.latin_givers import GIVES, find_giver
from articles.intake.sums.latin_mentions import (
    BACK_REFERENCE,
    TAKEN_BY,
    UNNAMED,
    VERBAL,
    Mentions,
    find_like,
    find_public,
    resolve,
)
from articles.text import LATIN_CAPITALS

# What parts the sums of a row: `60 million and 45 million`.
ROW = re.compile(r"\)?,? ?(?:and|và|or|hoặc)?(?: (?:about|khoảng|another))? ?")
JOINS = re.compile(r",? ?(?:and|&|và|cùng|với)? ?(?:the )?")
OWNED = re.compile(r"(?<![\wÀ-ỹ])(?:of|của|by|do|nhà máy|công ty|tập đoàn)(?: (?:the|its))? $", re.I)
OWNER = re.compile(r"['’]s (?:[\w-]+ ){0,4}(?:US)?$")
# Done by: `$37 million plant by X`, `dự án 45 triệu USD do X làm chủ đầu tư`.
AGENT = re.compile(rf"(?<!\w)(?:by|do){KIND} $")
BEHIND_OWNER = re.compile(rf"[)\s]{{0,2}}(?:[\w/²À-ỹ-]+ ){{0,8}}(?:by|of|của|do|from){KIND} $")
BETWEEN = re.compile(r"(?:giữa|between) $")
PERSON = re.compile(
    rf"(?<![\wÀ-ỹ])(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|Mr|Mrs|Ms|[Ff]armer|[Bb]illionaire)\.? "
    rf"(?P<name>[{LATIN_CAPITALS}][\wÀ-ỹ-]{{1,9}}(?: [{LATIN_CAPITALS}][\wÀ-ỹ-]{{1,9}}){{1,3}})"
    r"(?![\wÀ-ỹ])[^.;]{0,60}$"
)
RIGHT_OF = re.compile(rf"^\)? của{KIND} $")
COMES_FROM = re.compile(r"^[^,.;]{0,24}(?<!\w)(?:from|by|từ|do) $")
BETWEEN_TWO = re.compile(r"(?:giữa|between) [^,.;\n]{4,120}")
OPENS = re.compile(r"(?:^|[,;:.“\"] |that |and |rằng )$")
EACH = re.compile(r"(?<!\w)(?:each|apiece|mỗi bên|mỗi doanh nghiệp|mỗi công ty)(?!\w)")
IN_ORDER = re.compile(r"(?<!\w)(?:respectively|lần lượt|tương ứng)(?!\w)")


def find_latin_investor(before, after, bodies, recalled=None, recent=()):
    """Return (name or None, how sure: 2 said so, 1 the subject, 0 assumed) for an amount between two passages."""
    ahead, behind = Mentions(before, bodies), Mentions(after, bodies)
    given = find_giver(before, after, ahead, behind)
    if given is not None:
        return given or None, 2 if given else 1
    owned = behind.behind(RIGHT_OF, 0, 40)
    if owned and not GIVES.search(before):
        return owned[0], 2
    owners = [name for _s, end, name in ahead.all if OWNER.fullmatch(before[end:])]
    if owners:
        return owners[-1], 2
    back = list(BACK_REFERENCE.finditer(before))
    acting = _find_acting(before, ahead, back, recent)
    if acting:
        return acting
    source = next((m for m in BACK_REFERENCE.finditer(after[:80]) if COMES_FROM.search(after[: m.start()])), None)
    if source and (like := find_like(source, recent)):
        return like, 2
    agents = behind.behind(AGENT, 0, 60)
    if agents:
        return agents[0], 1
    if back and recalled and (meant := resolve(back[-1], recalled, recent)):
        return meant, 1
    owned = [n for s, e, n in ahead.all if re.match(r"['’]s ", before[e : e + 3]) or OWNED.search(before[:s])]
    owned = [*_behind_owner(after, behind), *reversed(owned), *_actors_behind(after, behind)]
    return (owned[0], 1) if owned else (None, 0)


def find_person(before):
    """Return the person who puts in a sum in a story that knows no body: `Anh Trần Văn Tâm, 34 tuổi, bỏ …`, or None."""
    person = PERSON.search(before)
    return person["name"] if person and GIVES.search(before) else None


def _find_acting(before, ahead, back, recent):
    """Return (who acts before an amount, how sure): a public body, somebody unnamed, the subject; else None."""
    named, subjects = ahead.all, ahead.subjects()
    at = subjects[-1][0] if subjects else -1
    if find_public(before) > at:
        return GOVERNMENTAL, 2
    unnamed = UNNAMED.search(before)
    if unnamed and unnamed.start("who") > at:
        lead = before[: unnamed.start("who")]  # `The seller is Orrin, a buyout firm that paid …`
        apposed = next((name for _s, end, name in reversed(named) if lead[end:].strip() == ","), None)
        return apposed, 1 if apposed else 2
    if subjects and back and back[-1].start() > at and (like := find_like(back[-1], recent)):
        return like, 1
    return (subjects[-1][2], 1) if subjects else None


def _behind_owner(after, behind):
    """Yield the bodies right behind an amount that it is said to be of: `$300 million plant by X`, `của X`, `do X`."""
    for start, _end, name in behind.all:
        if start < 90 and BEHIND_OWNER.fullmatch(after[:start]):
            yield name


def _actors_behind(after, behind):
    """Yield the bodies that act in words behind an amount: `$15 million a year: what Nuri Cloud will spend`."""
    for start, end, name in behind.subjects():
        if start < 120 and not re.search(r"[.;]\s", after[:start]) and re.match(rf" {ACTS}", after[end : end + 40]):
            yield name


def find_latin_sharers(sentence, amounts, at, bodies, recalled=None):
    """Return the bodies that a sentence says invest the same each, or in its order the one of this amount, or None."""
    start = amounts[at].start
    before = sentence[max(0, start - 300) : start]
    ordered = IN_ORDER.search(before[-60:]) or IN_ORDER.search(sentence[amounts[at].reach : amounts[at].reach + 80])
    if ordered and len(amounts) > 1:
        return _in_order(sentence, amounts, at, bodies)
    if EACH.search(before[-40:]) or EACH.match(sentence[amounts[at].reach :].lstrip()):
        names = [name for _s, _e, name in Mentions(before, bodies).all]
        joined = BETWEEN_TWO.search(sentence, amounts[at].reach) or BETWEEN_TWO.search(before)
        names = names if len(names) > 1 or not joined else [n for _s, _e, n in Mentions(joined.group(), bodies).all]
        names = list(dict.fromkeys(names))[-2:]
        if len(names) == 1 and recalled not in (None, *names) and BACK_REFERENCE.search(before):
            names.insert(0, recalled)
        return names if len(names) == 2 else None
    return None


def _in_order(sentence, amounts, at, bodies):
    row = [at]
    while row[0] and ROW.fullmatch(sentence[amounts[row[0] - 1].reach : amounts[row[0]].start]):
        row.insert(0, row[0] - 1)
    while row[-1] + 1 < len(amounts) and ROW.fullmatch(sentence[amounts[row[-1]].reach : amounts[row[-1] + 1].start]):
        row.append(row[-1] + 1)
    before = sentence[: amounts[row[0]].start]
    mentions = Mentions(before, bodies).all
    names = list(dict.fromkeys(name for _s, _e, name in mentions))[-len(row) :]
    names = next((run for run in _joined_names(before, mentions) if len(run) == len(row)), names)
    return [names[row.index(at)]] if 1 < len(row) == len(names) else None


def _joined_names(text, mentions):
    """Return the runs of names that a passage joins: `A, B and C, suppliers to D, will …` joins the first three."""
    runs, reached = [], None
    for start, end, name in mentions:
        if reached is not None and JOINS.fullmatch(text, reached, start):
            runs[-1].append(name)
        else:
            runs.append([name])
        reached = end
    return runs


def find_latin_topic(sentence, bodies):
    """Return (the body that a sentence is about or None, all the bodies that it names)."""
    mentions = Mentions(sentence[:600], bodies)
    names = list(dict.fromkeys(name for _s, _e, name in mentions.all))
    for start, end, name in mentions.subjects():
        if VERBAL.match(sentence, end) or TAKEN_BY.search(sentence[max(0, start - 40) : start]):
            return name, names
    if len(names) != 1 or BACK_REFERENCE.search(sentence[:300]):
        return None, names
    start, end, name = mentions.all[0]
    opens = OPENS.search(sentence[:start]) and sentence[end : end + 2] in ("'s", "’s")
    is_about = mentions.subjects() or BETWEEN.search(sentence[:start]) or OWNED.search(sentence[:start]) or opens
    return (name if is_about else None), names
