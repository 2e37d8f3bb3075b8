"""What the import doubted, and what is left of it. Nothing is stored: a doubt is settled when its cause is gone."""

from dataclasses import dataclass

from articles.models import Alias
from articles.text import fold
from articles.vocabulary import DoubtKind, Review

ABOUT_QUOTES = {DoubtKind.SPEAKER_UNKNOWN, DoubtKind.MARKS_UNBALANCED}
ABOUT_AMOUNTS = {
    DoubtKind.AMOUNT_UNCERTAIN,
    DoubtKind.INVESTOR_UNKNOWN,
    DoubtKind.RATE_OFF,
    DoubtKind.SCALE_SLIP,
}
ABOUT_NAMES = {DoubtKind.NAME_UNKNOWN, DoubtKind.NAME_MISSPELT}
# What the article lacked when it was imported; the doubt is gone when the field is filled.
ABOUT_ARTICLE = {
    DoubtKind.HEADLINE_MISSING: "headline",
    DoubtKind.DATE_MISSING: "published_at",
    DoubtKind.BYLINE_MISSING: "byline",
    DoubtKind.SECTION_UNKNOWN: "section_id",
}


@dataclass(frozen=True)
class Question:
    """A doubt as it stands now: the records it is about, and whether anything is left to ask."""

    number: int
    kind: str
    text: str
    start: int | None
    detail: str
    records: tuple
    settled: bool

    @property
    def key(self):
        """How the text refers to it."""
        return f"doubt-{self.number}"

    @property
    def record_keys(self):
        """How the page refers to the records."""
        return [f"{record._meta.model_name}-{record.pk}" for record in self.records]

    @property
    def label(self):
        """What the doubt is."""
        return dict(DoubtKind.choices).get(self.kind, self.kind)


def read_doubts(article, quotes, claims):
    """Return the doubts of an article as Questions, in two queries at most."""
    evidence = Evidence(article, quotes, claims)
    return [evidence.judge(number, doubt) for number, doubt in enumerate(article.doubts, start=1)]


class Evidence:
    """What tells whether a doubt is settled."""

    def __init__(self, article, quotes, claims):
        self.article, self.quotes, self.claims = article, list(quotes), list(claims)
        names = {fold(doubt["text"]) for doubt in article.doubts if doubt["kind"] == DoubtKind.NAME_UNKNOWN}
        known = Alias.objects.filter(key__in=names)
        self.known = set(known.values_list("key", flat=True)) if names else set()
        wants_pictures = any(doubt["kind"] == DoubtKind.IMAGE_MISSING for doubt in article.doubts)
        missing = article.figure_blocks.filter(image="").values_list("caption", flat=True)
        self.without_picture = set(missing) if wants_pictures else set()

    def judge(self, number, doubt):
        """Return a stored doubt as a Question."""
        kind, text, start = doubt["kind"], doubt.get("text", ""), doubt.get("start")
        records = tuple(self.records_of(kind, text, start))
        decided = bool(records) and all(record.review != Review.SUGGESTED for record in records)
        settled = decided or self.is_gone(kind, text)
        return Question(number, kind, text, start, doubt.get("detail", ""), records, settled)

    def records_of(self, kind, text, start):
        """Return the quotes and claims that a doubt is about."""
        if kind in ABOUT_QUOTES:
            return [quote for quote in self.quotes if quote.start == start or (start is None and quote.text == text)]
        if kind in ABOUT_AMOUNTS:
            return [claim for claim in self.claims if claim.amount_text == text and holds(claim, start)]
        if kind in ABOUT_NAMES:
            named = [claim for claim in self.claims if text in {claim.investor_text, claim.place_text}]
            return named + [quote for quote in self.quotes if text in {quote.speaker_text, quote.organisation_text}]
        return []

    def is_gone(self, kind, text):
        """Whether the cause of a doubt is no longer there."""
        if kind == DoubtKind.NAME_UNKNOWN:
            return fold(text) in self.known
        if kind == DoubtKind.IMAGE_MISSING:
            return text not in self.without_picture
        return bool(kind in ABOUT_ARTICLE and getattr(self.article, ABOUT_ARTICLE[kind]))


def holds(claim, start):
    """Whether the sentence of a claim holds the place of a doubt, as far as both are known."""
    if start is None or claim.start is None:
        return start == claim.start
    return claim.start <= start < claim.start + len(claim.sentence)
