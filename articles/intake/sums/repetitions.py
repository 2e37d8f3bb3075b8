"""Which statements about a sum say again what another has said: the same sum, rounded, or in the other currency."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from articles.intake.report import Money, PlannedClaim
from articles.vocabulary import Qualifier

# How far a rounded sum, and one in the other currency, may be from the exact one.
WHOLE = re.compile(
    r"총|모두|합[계쳐치]|전체|규모|투자협약|\btotal|\bof which|\bjoint venture|trong đó|liên doanh|\btogether|tổng"
    r"|Series|시리즈|라운드",
    re.I,
)
JOINT = re.compile(r"[가-힣A-Za-z][와과]\s")  # `가나와 다라`: theirs together is a sum of its own
ROUNDED = Decimal("0.04")
FLOOR = Decimal("0.1")
MOST = Decimal("0.8")
CONVERTED = Decimal("0.06")
# How many sums are remembered; a story has a dozen at most.
MEMORY = 60


@dataclass(frozen=True)
class Draft:
    """A claim and how sure its investor is: 2 said so, 1 the subject of the clause, 0 assumed from the story."""

    claim: PlannedClaim
    sure: int


def join_repetitions(drafts):
    """Return the drafts of which none repeats another; what only a repetition says is kept with the first."""
    kept = []
    for draft in drafts:
        at = next((at for at in range(max(0, len(kept) - MEMORY), len(kept)) if _repeats(draft, kept[at])), None)
        if at is None:
            kept.append(draft)
        else:
            kept[at] = _joined(kept[at], draft)
    return kept


def find_sums(drafts):
    """Return the drafts whose amount only adds up those of several investors."""
    return [
        draft
        for at, draft in enumerate(drafts)
        if _may_be_sum(draft)
        and (_adds_up(draft, drafts[max(0, at - 8) : at][::-1]) or _adds_up(draft, drafts[at + 1 : at + 9], MOST))
    ]


def _may_be_sum(draft):
    """Tell whether a sum may be one of several investors: nobody puts it in alone, or its sentence says `모두`."""
    if JOINT.search(draft.claim.investor or ""):
        return False
    return draft.sure == 0 or WHOLE.search(draft.claim.sentence) is not None


def _adds_up(draft, others, most=1):
    """Tell whether the sums beside a draft, of at least two investors, add up to it; of three, nearly."""
    total, names = Decimal(0), set()
    for claim in (other.claim for other in others):
        if claim.amount.currency != draft.claim.amount.currency or claim.amount.amount >= draft.claim.amount.amount:
            return False
        total, names = total + claim.amount.amount, names | {claim.investor}
        is_most = len(names) > 2 and draft.claim.investor not in names and total >= most * draft.claim.amount.amount
        if total <= draft.claim.amount.amount and len(names) > 1 and (total == draft.claim.amount.amount or is_most):
            return True
    return False


def _repeats(draft, other):
    claim, earlier = draft.claim, other.claim
    if claim.per != earlier.per or not _may_be_one_investor(draft, other):
        return False
    if claim.year and earlier.year and claim.year != earlier.year and claim.investor != earlier.investor:
        return False
    if claim.amount == earlier.amount:
        return not (claim.start == earlier.start and claim.investor != earlier.investor)
    names = {claim.investor, earlier.investor}
    return (len(names) == 1 or None in names) and (
        _is_rounding(claim, earlier)
        or _is_floor(claim, earlier)
        or _is_converted(claim, earlier)
        or _is_converted(earlier, claim)
    )


def _may_be_one_investor(draft, other):
    """Tell whether two sums may be those of one investor: two of one sum seldom are two, unless both are said to be."""
    names = {draft.claim.investor, other.claim.investor}
    if len(names) == 1 or None in names or min(draft.sure, other.sure) == 0:
        return True
    return draft.claim.amount == other.claim.amount and min(draft.sure, other.sure) < 2


def _is_rounding(claim, earlier):
    one, two = claim.amount, earlier.amount
    if one.currency != two.currency or claim.start == earlier.start:
        return False
    precise, rough = sorted((one.amount, two.amount), key=_figures, reverse=True)
    return _figures(rough) < _figures(precise) and _figures(rough) <= 2 and _is_near(precise, rough, ROUNDED)


def _is_floor(claim, earlier):
    """Tell whether one sum says from below what the other says exactly: `2조 원이 넘는` of 2조 1500억 원."""
    less, more = sorted((claim, earlier), key=lambda each: each.amount.amount)
    is_floor = less.qualifier == Qualifier.AT_LEAST and less.amount.currency == more.amount.currency
    return is_floor and claim.start != earlier.start and _is_near(more.amount.amount, less.amount.amount, FLOOR)


def _is_converted(claim, earlier):
    """Tell whether a claim says in the other currency what an earlier one prints as its equivalent."""
    same = claim.equivalent is None or claim.equivalent == earlier.amount
    other = earlier.equivalent
    return bool(same and other and other.currency == claim.amount.currency) and _is_near(
        claim.amount.amount, other.amount, CONVERTED
    )


def _figures(amount):
    """Return how many figures of an amount are not trailing zeros."""
    return len(str(int(amount)).rstrip("0"))


def _is_near(one, two, share):
    return abs(one - two) <= share * max(one, two)


def _joined(first, second):
    """Return the first of two drafts with what only the second knows."""
    one, two = first.claim, second.claim
    named, sure = (
        (two.investor, second.sure) if second.sure > first.sure and two.investor else (one.investor, first.sure)
    )
    equivalent, text = one.equivalent, one.equivalent_text
    if equivalent is None and one.amount == two.amount and two.equivalent:
        equivalent, text = Money(two.equivalent.amount, two.equivalent.currency), two.equivalent_text
    claim = replace(
        one,
        investor=named,
        equivalent=equivalent,
        equivalent_text=text,
        place=one.place or two.place,
        year=one.year or two.year,
    )
    return Draft(claim, sure)
