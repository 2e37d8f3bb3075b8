"""Who invests what a clause speaks of, and whom the sentences that follow may leave unsaid."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter

from articles.intake.names.items import find_item_head
from articles.intake.names.words import GOVERNMENTAL
from articles.intake.sums.bodies import Bodies
from articles.intake.sums.clauses import REACH
from articles.intake.sums.korean import find_korean_investor
from articles.intake.sums.korean_givers import find_leader
from articles.intake.sums.korean_topics import find_joint_subject, find_pair, find_topic, join_names
from articles.intake.sums.latin import find_latin_investor, find_latin_sharers, find_latin_topic, find_person
from articles.intake.sums.latin_givers import find_latin_leader
from articles.intake.sums.subjects import is_public

__all__ = ["GOVERNMENTAL", "Told", "find_investor", "find_investors", "hear", "open_paragraph", "recall", "remember"]


BOTH_ACT = re.compile(r"(?:양사|두 (?:회사|기업|업체|그룹))[는은가이도]\s")
EACH = ("각각", "절반씩", "똑같이")
BOTH = ("양사", "두 회사", "양측", "두 기업", "두 업체", "두 그룹")
# `- Ông Trần Văn Lâm: 60 tỷ đồng` in a list of who puts in what.
PERSON_OF_ITEM = re.compile(
    r"[-–•*·▸▪+]?\s?(?:Ông|Bà|Mr|Mrs"
    r"|Ms)\.? (?P<name>[^\W\d_][^:.;,()\d]{3,40}?)(?: \([^()]{1,40}\))?:\s(?:[\w ]{1,12} )?"
)
# Who speaks of others' business.
COMMENTATOR = re.compile(
    r"연구원|연구위원|애널리스트|이코노미스트|교수|변호사|회계사|컨설턴트|전문가|심사역|박사|기자|위원장|지부장|노조"
)
FIRST_PERSON = re.compile(r"(?<!\w)(?:I|I['’](?:ve|ll|d)|(?<!húng )[Tt]ôi|[Mm]ình)(?!\w)[^.;“”\"]{0,60}$")
NEAR = 40
LITTLE = 6
FEW = 12
DOMINANT = 2


@dataclass
class Told:
    """What is known of a story while it is read; `recalled` is the body that a later `이 회사는` speaks of."""

    language: str
    printed_on: date | None
    bodies: Bodies
    quotes: list = field(default_factory=list)
    recalled: str | None = None
    recent: list = field(default_factory=list)
    pair: list | None = None
    around: str = ""
    lead: str = ""
    next: str = ""
    following: str = ""
    age: int = 0  # paragraphs since a body was spoken of


def find_investors(told, clause, amounts, at):
    """Return ([name, …], how sure) of who invests the amount with number `at` of a clause's sentence.

    More than one name stands for bodies that invest the same sum each; sure is 0 when the story is silent and its
    main body is assumed. [GOVERNMENTAL] is a public body.
    """
    is_korean = told.language == "ko"
    each = (
        _each(told, clause, amounts, at)
        if is_korean
        else find_latin_sharers(clause.sentence, amounts, at, told.bodies, told.recalled)
    )
    names, sure = (each, 2) if each else find_investor(told, clause, amounts[at].start, amounts[at].reach)
    return ([told.bodies.whole(name) for name in names] if is_korean else names), sure


def find_investor(told, clause, start, end):
    """Return ([name], how sure) of who invests what stands at [start, end) of a clause's sentence."""
    before = clause.sentence[max(0, start - REACH) : start]
    short = told.next if len(clause.sentence) - (end - start) < LITTLE else ""
    after = clause.sentence[end : end + REACH] + short
    item = PERSON_OF_ITEM.fullmatch(before)
    if item:
        return [item["name"]], 2
    if told.language == "ko":
        name, sure = find_korean_investor(before, after, told.bodies, told.recalled)
    else:
        before = clause.sentence[max(0, start - 2 * REACH) : start]
        traits = told.bodies.traits
        recent = [(name, traits.get(name, set())) for name in [*told.recent, *told.bodies.named]]
        name, sure = find_latin_investor(before, after, told.bodies, told.recalled, recent)
    if name is None and sure:
        name = _explained(told, clause)
    joint = _find_joint(told, before, name, sure)
    if joint:
        told.pair = joint
        return [join_names(joint)], 1
    if name is None and not sure:
        name = _speaking_person(told, before, clause.offset + start) or _assumed(told, clause.offset + start)
        name = name or find_person(before)
    return [name], sure


def _find_joint(told, before, name, sure):
    """Return the two bodies that put in a sum together (`가나와 다라는`, `양사는`), or None."""
    if told.language != "ko":
        return None
    if told.pair and sure < 2 and BOTH_ACT.search(before):
        return told.pair
    return find_joint_subject(before, name, told.bodies) if name and sure else None


def _explained(told, clause):
    """Return whom the sentences behind one name as the investor that it leaves unnamed, or None."""
    if told.language != "ko":
        return find_latin_leader(told.next, told.bodies)
    return find_leader(told.next.split(".")[0]) or told.bodies.named_later(clause.sentence)


def find_item_body(text, bodies):
    """Return the body that the item of a list begins with (`▲ 일본 가나화학, 태국에 …`), or None."""
    words = find_item_head(text).split()
    return next((bodies.complete(word) for word in words if bodies.knows(word)), None)


def open_paragraph(told):
    """Forget whom a story was about where nothing was said of it for a paragraph, and one body is clearly its own."""
    told.age += 1
    named = told.bodies.named.most_common(2)
    if told.language != "ko" and told.age > 1 and named:
        is_dominant = len(named) == 1 or named[0][1] >= DOMINANT * named[1][1]
        told.recalled = told.bodies.main if is_dominant else told.recalled


def recall(told, name):
    """Note the body whose investment was read for the sentences that follow."""
    if told.pair and name == join_names(told.pair):
        name = told.pair[0]
    if name not in (None, GOVERNMENTAL):
        told.recalled, told.age = name, 0


def hear(told, start, end):
    """Note the body for which somebody speaks at [start, end) of a story: what follows speaks of it, too."""
    if told.language != "ko":
        return
    at = bisect_left(told.quotes, end, key=attrgetter("start")) - 1
    quote = told.quotes[at] if at >= 0 else None
    if quote and start <= quote.start and quote.organisation and not COMMENTATOR.search(quote.title or ""):
        is_party = told.bodies.knows(quote.organisation) and not is_public(quote.organisation)
        told.recalled = quote.organisation if is_party else told.recalled


def remember(told, sentence):
    """Note the body that a sentence is about for the sentences that follow."""
    if told.language == "ko":
        told.pair = _pair_of(told, sentence) or told.pair
        topic = find_topic(sentence, told.bodies, told.recalled)
    else:
        topic, names = find_latin_topic(sentence, told.bodies)
        told.recent = [*reversed(names), *told.recent][:FEW]
    told.recalled = topic or told.recalled
    told.age = 0 if topic else told.age


def _pair_of(told, sentence):
    """Return the two bodies that a sentence joins, or the only two it names, in their order."""
    joined = find_pair(sentence, told.bodies)
    if joined:
        return joined
    names = []
    for _at, name in sorted((sentence.find(name), name) for name in told.bodies.named if name in sentence):
        if not any(name in other or other in name for other in names):
            names.append(name)
    return names if len(names) == 2 else None


def _each(told, clause, amounts, at):
    """Return the bodies that put in a sum each, behind `각각`: both the same one, or each the one of its place."""
    each = max(clause.sentence.rfind(word, max(0, amounts[at].start - REACH), amounts[at].start) for word in EACH)
    if each < 0 or amounts[at].start - each > 2 * NEAR:
        return None
    subject = clause.sentence[max(0, each - REACH) : each]
    pair = find_pair(subject, told.bodies, is_sure=True)
    if pair is None and (not subject.strip() or any(word in subject for word in BOTH)):
        pair = told.pair or told.bodies.leading_two()
    row = [number for number, amount in enumerate(amounts) if each < amount.start < clause.end]
    if pair is None or len(row) == 1:
        return pair
    return [pair[row.index(at)]] if len(row) == 2 and at in row else None


def _speaking_person(told, before, at):
    """Return who says `I put in 4 million` of a sum of their own: a person may invest, too."""
    if told.language == "ko" or FIRST_PERSON.search(before) is None:
        return None
    place = bisect_right(told.quotes, at, key=attrgetter("start")) - 1
    return told.quotes[place].speaker if place >= 0 and at < told.quotes[place].end else None


def _assumed(told, at):
    """Return the body that may be meant where none is said: whoever speaks, the one spoken of last, the story's own.

    Whom an English or Vietnamese speaker speaks for is less sure than of whom the story has been speaking.
    """
    speaker = _speaker_at(told, at)
    likely = (speaker, told.recalled) if told.language == "ko" else (told.recalled, speaker)
    return next(filter(None, (*likely, told.bodies.main)), None)


def _speaker_at(told, at):
    place = bisect_right(told.quotes, at, key=attrgetter("start")) - 1
    name = told.quotes[place].organisation if place >= 0 and at < told.quotes[place].end else None
    return name if told.language == "ko" else told.bodies.short.get(name)
