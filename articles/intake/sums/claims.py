"""What a story claims about investments: who puts how much where, and how far it has come."""

import re
from dataclasses import dataclass, field, replace

from articles.intake.names.items import find_item_head
from articles.intake.report import Doubt, Money, PlannedClaim, RejectedAmount
from articles.intake.sums.activities import find_activity, find_founded
from articles.intake.sums.amounts import find_rejection, speaks_of_investment
from articles.intake.sums.bodies import find_bodies
from articles.intake.sums.clauses import REACH, Clause, find_clauses
from articles.intake.sums.investors import (
    GOVERNMENTAL,
    Told,
    find_investor,
    find_investors,
    find_item_body,
    hear,
    open_paragraph,
    recall,
    remember,
)
from articles.intake.sums.korean import find_buyer
from articles.intake.sums.korean_givers import is_raised
from articles.intake.sums.places import find_place
from articles.intake.sums.repetitions import Draft, find_sums, join_repetitions
from articles.intake.sums.stages import find_stage
from articles.intake.sums.terms import find_term
from articles.intake.sums.years import find_year
from articles.money import currency_in_story, find_amounts
from articles.text import sentences
from articles.vocabulary import DoubtKind

# What announces a list of investments.
LEAD = re.compile(
    r"투자|인수|증설|베팅|공장|invest|fund|deals?\b|stakes?\b|capital|spend|contribut|đầu tư|rót|vốn|góp", re.I
)
INLINE_ITEM = re.compile(r"[△▲▷]\s?\S{2,20}")
# A part of a sum spoken of before needs no word of its own that says what it is.
# More amounts than these in one sentence are a table, and tell nothing of themselves.
ROW = 100
NEAR = 400
LISTED = 40
SHORT = 40
LONGEST_LIST = 20  # items
# What a sentence that opens so speaks of belongs to whoever the one before named.
OPENING_PART = re.compile(r"(?:이|그)\s?(?:중|가운데)|이\s돈|나머지|of (?:that|which|this)|trong đó", re.I)
# `- Nuri Cloud: $20 million` in a list.
HEAD_OF_ITEM = re.compile(r"[-–•*·▸+]?\s?[^\W\d_a-z][^:.;]{2,60}:\s(?:(?:about|some|khoảng|hơn|gần) )?")
PART = re.compile(
    r"이\s?중|이\s?가운데|그\s?중|이\s?돈|나머지|우선|먼저|1단계|2단계|1차로|2차로|첫해|이듬해|마지막\s해|\bof (?:that"
    r"|which|this)"
    r"|the (?:rest|remainder|first phase)"
    r"|another|an additional|a further|together with|along with|as well as|\bplus|\btranches?|\binstal?lments?"
    r"|\bphases|\bbites"
    r"|trong đó|còn lại|giai đoạn|cùng với|ngoài ra|(?:và|còn) (?:thêm|sẽ)|\briêng",
    re.I,
)


@dataclass
class Findings:
    """What was read out of the text so far; `last` is why the last amount was refused, "" when it was not."""

    claims: list = field(default_factory=list)
    rejected: list = field(default_factory=list)
    terms: list = field(default_factory=list)
    doubts: list = field(default_factory=list)
    drafts: list = field(default_factory=list)
    last: str | None = None

    def is_near(self, at):
        """Tell whether an investment was read shortly before a place of the story."""
        return bool(self.drafts) and at - self.drafts[-1].claim.amount_start < NEAR


def read_claims(paragraphs, spoken, language, printed_on=None, headline="", quotes=()):
    """Return the Findings of a story. In paragraphs that begin at an offset in `spoken`, only amounts are read.

    `printed_on`, the day of the story, resolves `지난해`; without it a relative year stays unknown. The headline and
    the PlannedQuotes tell which bodies the story knows, and who speaks where an amount stands in a quotation.
    """
    findings = Findings()
    bodies = find_bodies([block.text for block in paragraphs], headline, quotes, language)
    told = Told(language, printed_on, bodies, sorted(quotes, key=lambda quote: quote.start))
    for place, block in enumerate(paragraphs):
        told.lead = _lead_of(paragraphs, place, headline)
        told.following = paragraphs[place + 1].text[:NEAR] if place + 1 < len(paragraphs) else ""
        _read_block(findings, told, block, block.start in spoken)
    _finish(findings)
    return findings


def _read_block(findings, told, block, is_spoken):
    found, at = [_in_story(amount, told) for amount in find_amounts(block.text, told.language)], 0
    told.recalled = find_item_body(block.text, told.bodies) or told.recalled
    spans = sentences(block.text)
    open_paragraph(told)
    for number, (start, end) in enumerate(spans):
        first = at
        while at < len(found) and found[at].start < end:
            at += 1
        here = [_shifted(amount, -start) for amount in found[first:at]]
        around = (spans[max(0, number - 1)][0], spans[min(number + 1, len(spans) - 1)][1])
        told.around = block.text[slice(*around)][: 2 * NEAR] if end - start < SHORT else ""
        told.next = block.text[end : end + NEAR].strip() or told.following
        _read_sentence(findings, told, block.text[start:end], block.start + start, here, is_spoken)
        hear(told, block.start + start, block.start + end)
        if not is_spoken:
            remember(told, block.text[start:end])


def _lead_of(paragraphs, place, headline):
    """Return what says what the items of a list are: the headline and the paragraph before its first item.

    An empty string where no list item stands.
    """
    text = paragraphs[place].text
    own = f" {text}" if INLINE_ITEM.search(text, 1) else ""
    if not (own or find_item_head(text)):
        return ""
    before = (block.text for block in reversed(paragraphs[max(0, place - LONGEST_LIST) : place]))
    return f"{headline}. {next((text for text in before if not find_item_head(text)), '')[-NEAR:]}{own}"


def _in_story(found, told):
    """Return an amount in the currency that its word means in this story."""
    currency = currency_in_story(found.currency, found.text, told.bodies.text)
    return found if currency == found.currency else replace(found, currency=currency)


def _shifted(found, by):
    moved = {name: getattr(found, name) + by for name in ("start", "end", "reach")}
    return replace(found, **moved)


def _finish(findings):
    """Turn the drafts into claims, each commitment once, and doubt what is uncertain about them."""
    sums = find_sums(findings.drafts)
    added = {id(draft) for draft in sums}
    for draft in sums:
        claim = draft.claim
        end = claim.amount_start + len(claim.amount_text)
        findings.rejected.append(RejectedAmount(claim.amount_text, claim.amount, "total", claim.amount_start, end))
    for draft in join_repetitions([draft for draft in findings.drafts if id(draft) not in added]):
        claim = draft.claim
        findings.claims.append(claim)
        if claim.investor is None or not draft.sure:
            findings.doubts.append(Doubt(DoubtKind.INVESTOR_UNKNOWN, claim.amount_text, claim.amount_start))
        if not claim.stage_text:
            findings.doubts.append(Doubt(DoubtKind.AMOUNT_UNCERTAIN, claim.amount_text, claim.amount_start))
    findings.claims.sort(key=lambda claim: (claim.start, claim.amount_start or claim.start))
    findings.claims = _without_repetitions(findings.claims)


def _without_repetitions(claims):
    """Return claims without those that only say, without the amount, what another says with it."""
    priced = {(claim.investor, claim.activity) for claim in claims if claim.amount and claim.activity}
    return [claim for claim in claims if claim.amount or (claim.investor, claim.activity) not in priced]


def _read_sentence(findings, told, sentence, offset, found, is_spoken):
    term = find_term(sentence, offset, told.language)
    if term:
        findings.terms.append(term)
        findings.rejected.extend(_rejected(amount, offset, "threshold") for amount in found)
        return
    findings.rejected.extend(_rejected(amount, offset, "unclear") for amount in found[ROW:])
    found, at = found[:ROW], 0
    for start, end in find_clauses(sentence):
        clause = Clause(sentence, start, end, offset, told.language, told.printed_on)
        first = at
        while at < len(found) and found[at].start < end:
            at += 1
        here = range(first, at)
        for number, reason in sorted(_find_reasons(told, clause, found, here).items()):
            _read_amount(findings, told, clause, found, number, reason)
        if not here and not is_spoken and end - start < 1000:
            _read_activities(findings, told, clause)


def _rejected(found, offset, kind):
    money = Money(found.amount, found.currency)
    return RejectedAmount(found.text, money, kind, offset + found.start, offset + found.end)


def _find_reasons(told, clause, amounts, here):
    """Return {number: why that amount of the sentence is no investment}; a list has its verb behind the last."""
    reasons = {}
    for at in reversed(here):
        beside = [amounts[at - 1] if at else None, amounts[at + 1] if at + 1 < len(amounts) else None]
        reason = find_rejection(clause.sentence, (clause.start, clause.end), amounts[at], *beside, told.language)
        if reason == "unclear" and reasons.get(at + 1) == "" and amounts[at + 1].start - amounts[at].reach < LISTED:
            reason = ""
        reasons[at] = reason
    return reasons


def _read_amount(findings, told, clause, amounts, at, reason):
    """Add what the amount with number `at` of the sentence is to the findings; `reason` is what its clause says."""
    found = amounts[at]
    if reason in ("sale", "price", "trade") and told.language == "ko" and _is_bought(told, clause, found):
        reason = ""
    is_part = findings.last is not None and PART.search(
        clause.sentence[max(clause.start, found.start - REACH) : found.start]
    )
    if is_part and reason == "unclear":
        reason = findings.last
    investors, sure = find_investors(told, clause, amounts, at) if reason in ("", "unclear") else ([], 0)
    opens = OPENING_PART.match(clause.sentence[clause.start : found.start])
    if opens and not (sure or reason or findings.last) and findings.drafts:
        investors = [findings.drafts[-1].claim.investor]
    if reason == "unclear" and _is_told_beside(findings, told, clause, found, sure):
        reason = ""
    if investors == [GOVERNMENTAL] and not reason:
        reason = "budget"
    findings.last = reason
    if not reason:
        findings.drafts += [Draft(_amount_claim(clause, found, investor), sure) for investor in investors]
        recall(told, investors[0] if sure else None)
        return
    findings.rejected.append(_rejected(found, clause.offset, reason))
    if reason == "unclear":
        findings.doubts.append(Doubt(DoubtKind.AMOUNT_UNCERTAIN, found.text, clause.offset + found.start))


def _is_bought(told, clause, found):
    before, after = clause.sentence[max(0, found.start - REACH) : found.start], clause.sentence[found.reach :]
    return find_buyer(before, after, told.bodies) is not None


def _is_told_beside(findings, told, clause, found, sure):
    """Tell whether what stands beside an amount of which its own clause says nothing makes it an investment."""
    at = clause.offset + found.start
    is_headed = sure and HEAD_OF_ITEM.fullmatch(clause.sentence[: found.start])
    if is_headed or (told.lead and LEAD.search(told.lead)):
        return True
    if sure == 2 and (findings.is_near(at) or _is_raised(told, clause, found)):
        return True
    return speaks_of_investment(told.around, told.language)


def _is_raised(told, clause, found):
    return told.language == "ko" and is_raised(clause.sentence[: found.start], clause.sentence[found.reach :])


def _amount_claim(clause, found, investor):
    stage, stage_text = find_stage(clause, found.start, found.reach)
    equivalent = found.equivalent_amount and Money(found.equivalent_amount, found.equivalent_currency)
    return PlannedClaim(
        **_common(clause, found.start),
        stage=stage,
        stage_text=stage_text,
        rule=f"{clause.language}-amount@2",
        investor=investor,
        amount_text=found.text,
        amount_start=clause.offset + found.start,
        amount=Money(found.amount, found.currency),
        amount_max=found.amount_max,
        qualifier=found.qualifier,
        per=found.per,
        equivalent=equivalent,
        equivalent_text=found.equivalent_text,
        activity=find_activity(clause, found.start, found.end),
    )


def _common(clause, at):
    return {
        "sentence": clause.sentence,
        "start": clause.offset,
        "end": clause.offset + len(clause.sentence),
        "place": find_place(clause, at),
        "year": find_year(clause, at),
    }


def _read_activities(findings, told, clause):
    """Add a claim for everything that somebody is said to found, build or expand in a clause without an amount."""
    for activity, start, founding_start, founding_end in find_founded(clause):
        stage, stage_text = find_stage(clause, founding_end, founding_start)
        at = min(start, founding_start)
        investors, sure = find_investor(told, clause, at, at)
        if sure and stage_text and investors not in ([GOVERNMENTAL], [None]):
            claim = PlannedClaim(
                **_common(clause, start),
                stage=stage,
                stage_text=stage_text,
                rule=f"{clause.language}-activity@1",
                investor=investors[0],
                activity=activity,
            )
            findings.claims.append(claim)
            recall(told, investors[0])
