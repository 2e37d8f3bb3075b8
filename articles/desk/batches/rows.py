"""One row of a table of investments: an investment, the claim it rests on, and what is wrong with it."""

import json
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from django.utils.translation import gettext_noop

from articles.desk.batches.cells import DAY_PRECISIONS, read_code, read_day, read_yes
from articles.desk.batches.columns import CLAIMED, Cells
from articles.desk.batches.lookups import NEEDS_STORY, NOT_YOURS, Party, split_names
from articles.desk.batches.sums import read_sum
from articles.desk.importing import fit
from articles.desk.records import WOULD_HIDE, day_of, would_hide
from articles.models import Article, Claim, Investment
from articles.vocabulary import Activity, Basis, Confidence, InvestmentKind, Precision, Review, Stage

NEEDS_TITLE = gettext_noop("Give the title in at least one language.")
NEEDS_DATE = gettext_noop("A precision needs a date.")
TOO_EXACT = gettext_noop("The date is not given as exactly as that.")
TWICE = gettext_noop("This organisation is named twice.")

# What stands for the sentence of a table that has none, in this order.
TITLES = ("title_ko", "title_en", "title_vi")
PRINTED = (*TITLES, "investors", "investor_text", "recipient", "destination", "place_text")
PRINTED_FIGURES = ("announced_on", "amount_text", "amount_min", "amount_max", "currency", "stage_text")
# What has no part in telling one row from another.
NOT_CONTENT = {"key", "article", "adopt"}


@dataclass
class Plan:
    """What a row would become: an investment with its claim, or one more claim about the investment that it names."""

    cells: Cells
    article: Article | None
    named: Investment | None
    adopt: bool
    investment: Investment | None
    investors: list[Party]
    recipient: Party | None
    claim: Claim
    import_key: str
    is_there: bool = False

    @property
    def is_wrong(self):
        """Whether the row cannot be imported as it is."""
        return bool(self.cells.problems)

    @property
    def parties(self):
        """Every organisation that the row names."""
        return [*self.investors, *filter(None, [self.recipient])]


def coded(vocabulary):
    """Return a function that reads codes of a vocabulary."""
    return partial(read_code, vocabulary=vocabulary)


def plan_row(cells: Cells, lookups, story):
    """Return the plan of a row; when it has problems, they are in `cells.problems` and the plan is of no use."""
    article = cells.take("article", lookups.article, story)
    is_new = "investment" not in cells.texts
    claim = read_claim(cells, article)
    plan = Plan(
        cells=cells,
        article=article,
        named=cells.take("investment", lookups.investment),
        adopt=cells.take("adopt", read_yes, default=False),
        investment=read_investment(cells, lookups, claim) if is_new else None,
        investors=read_investors(cells, lookups) if is_new else [],
        recipient=cells.take("recipient", lookups.party) if is_new else None,
        claim=claim,
        import_key=import_key(cells, article),
    )
    plan.is_there = plan.named is not None and is_said(plan, cells, lookups)
    if not plan.is_there:
        check_story(cells, lookups, article)
        check_adoption(plan)
    return plan


def check_story(cells, lookups, article):
    """Refuse a row that adds a claim to no story, or to one that is not for whoever brings the table to give claims."""
    if article is None and "article" not in cells.texts:
        cells.refuse("article", NEEDS_STORY)
    elif article is not None and not lookups.may_claim(article):
        cells.refuse("article", NOT_YOURS)


def check_adoption(plan):
    """Refuse to let an investment that readers see take its figures from a story that they do not see."""
    if plan.adopt and plan.article and plan.named and would_hide(plan.named, plan.article):
        plan.cells.refuse("adopt", WOULD_HIDE)


def is_said(plan, cells, lookups):
    """Whether a claim about the named investment says all that the row does, or the row claims nothing at all."""
    said = [name for name in CLAIMED if name in cells.said]
    claims = lookups.claims.get((plan.claim.article_id, plan.named.pk), ())
    row = [plain(getattr(plan.claim, name)) for name in said]
    return not said or any([plain(getattr(claim, name)) for name in said] == row for claim in claims)


def plain(value):
    """Return a text without its kinds of white space, and any other value as it is."""
    return " ".join(value.split()) if isinstance(value, str) else value


def import_key(cells, article):
    """Return what a row is known by when it comes again: the source's own id, else all that the row says."""
    content = {name: text for name, text in sorted(cells.said.items()) if name not in NOT_CONTENT}
    known_by = [article.public_id if article else "", cells.text("key") or content]
    return sha256(json.dumps(known_by, ensure_ascii=False).encode()).hexdigest()


def read_investment(cells, lookups, claim):
    """Return the investment that a row opens, not saved."""
    place = partial(lookups.place, day=day_of(claim) if claim.article_id else None)
    investment = Investment(
        title_ko=cells.text("title_ko"),
        title_en=cells.text("title_en"),
        title_vi=cells.text("title_vi"),
        destination=cells.take("destination", place),
        sector=cells.take("sector", lookups.sector),
        kind=cells.take("kind", coded(InvestmentKind), InvestmentKind.UNKNOWN),
        activity=claim.activity,
        announced_on=claim.event_on,
        announced_precision=claim.event_precision,
        confidence=cells.take("confidence", coded(Confidence), Confidence.SINGLE_SOURCE),
        source_url=cells.text("source_url"),
    )
    if not (investment.title_ko or investment.title_en or investment.title_vi):
        cells.refuse(next((name for name in TITLES if name in cells.letters), TITLES[0]), NEEDS_TITLE)
    cells.check(investment, (*TITLES, "source_url"))
    return investment


def read_investors(cells, lookups):
    """Return the investors that a row names, each once."""
    parties = cells.take("investors", lambda text: [lookups.party(name) for name in split_names(text)], [])
    if len({party.key for party in parties}) < len(parties):
        cells.refuse("investors", TWICE)
    return parties


def read_claim(cells, article):
    """Return the claim of a row, not saved: what the story says, as it is printed there."""
    event_on, precision = read_announced(cells)
    claim = Claim(
        article=article,
        sentence=cells.text("sentence") or as_printed(cells),
        **read_sum(cells),
        basis=cells.take("basis", coded(Basis), Basis.CAPEX),
        stage=cells.take("stage", coded(Stage), Stage.ANNOUNCED),
        stage_text=cells.text("stage_text"),
        investor_text=cells.text("investor_text") or fit(Claim, "investor_text", cells.texts.get("investors")),
        place_text=cells.text("place_text") or fit(Claim, "place_text", cells.texts.get("destination")),
        activity=cells.take("activity", coded(Activity), ""),
        event_on=event_on,
        event_precision=precision,
        review=Review.ACCEPTED,
    )
    texts = ("amount_text", "equivalent_text", "stage_text", "investor_text", "place_text")
    cells.check(claim, [*texts, "currency", "equivalent_currency"])
    return claim


def as_printed(cells):
    """Return the row itself as a sentence, for a table that has no sentences."""
    return " · ".join(cells.texts[name] for name in (*PRINTED, *PRINTED_FIGURES) if name in cells.texts)


def read_announced(cells):
    """Return (date, precision); a date may be known less exactly than it is written, never more."""
    day, written = cells.take("announced_on", read_day, (None, Precision.UNKNOWN))
    precision = cells.take("announced_precision", coded(Precision), written)
    if day is None and precision != Precision.UNKNOWN and "announced_on" not in cells.texts:
        cells.refuse("announced_precision", NEEDS_DATE)
    elif day is not None and precision not in DAY_PRECISIONS[: DAY_PRECISIONS.index(written) + 1]:
        cells.refuse("announced_precision", TOO_EXACT)
    return day, precision
