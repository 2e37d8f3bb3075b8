"""What the sub-totals of each collection are kept by."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from articles.models import Article, Investment, Quote, Stake

# How many values a dimension may have: a vocabulary; some hundreds; as many as there are people; as many as there are
# ways to choose some of hundreds, of which sub-totals are kept only to look up those that hold a token.
SMALL, LARGE, HUGE, MANIFOLD = "small", "large", "huge", "manifold"
CENTS = Decimal(100)
# An index of PostgreSQL holds 2,700 bytes a row; no record of a newsroom has as many topics, countries or investors.
MOST_TOKENS = 200


class Dimension(NamedTuple):
    """One thing that records are counted by.

    It is stored in `column`. A value is a code, or, when `parts` is set, several tokens: a letter of `parts` and an id
    each, as in "u3.t5.c1.".
    `apart` says that sub-totals are kept by each token and not by all tokens of a record together; `each` names the
    dimension that keeps the same tokens so.
    """

    name: str
    size: str
    column: str
    parts: str = ""
    apart: bool = False
    each: str = ""


class Figures(NamedTuple):
    """A count with the sums of amounts, in US cents: both ends, how many are undisclosed, how many open above."""

    n: int = 0
    low: int = 0
    high: int = 0
    undisclosed: int = 0
    open: int = 0

    def __add__(self, other):
        return Figures(*map(sum, zip(self, other, strict=True)))

    def __neg__(self):
        return Figures(*(-number for number in self))

    @classmethod
    def of_dollars(cls, n, low, high, undisclosed=0, open=0):
        """Return the figures of sums that are in US dollars."""
        return cls(n, round(low * CENTS), round(high * CENTS), undisclosed, open)

    @property
    def usd_min(self):
        """The lower end in US dollars."""
        return self.low / CENTS

    @property
    def usd_max(self):
        """The upper end in US dollars."""
        return self.high / CENTS

    @property
    def is_disclosed(self):
        """Whether any of the records gives an amount."""
        return self.undisclosed < self.n

    @property
    def disclosed(self):
        """How many of the records give an amount."""
        return self.n - self.undisclosed


class Account(NamedTuple):
    """What one record counts for: its values in the order of the dimensions, and its figures."""

    values: tuple
    figures: Figures


@dataclass(frozen=True)
class Accounts:
    """The dimensions of a collection. `read` takes ids and yields (id, public from, account)."""

    collection: str
    model: type
    dimensions: tuple
    read: Callable

    @cached_property
    def position(self):
        """The place of each dimension among the columns, from 0."""
        return {dimension.name: place for place, dimension in enumerate(self.dimensions)}

    def dimension(self, name):
        """Return the dimension of a name."""
        return self.dimensions[self.position[name]]

    def mask(self, names):
        """Return the mask of the dimensions with these names."""
        return sum(1 << self.position[name] for name in names)

    def members(self, mask):
        """Return the places of the dimensions in a mask."""
        return [place for place in range(len(self.dimensions)) if mask >> place & 1]

    @cached_property
    def masks(self):
        """The combinations that sub-totals are kept for, those of many dimensions first."""
        every = [mask for mask in range(1 << len(self.dimensions)) if self.is_kept(mask)]
        return sorted(every, key=lambda mask: (-mask.bit_count(), mask))

    @cached_property
    def masks_kept(self):
        """The same combinations, to ask whether one is among them."""
        return frozenset(self.masks)

    def is_kept(self, mask):
        """Whether sub-totals are kept for a combination: those whose cells are clearly fewer than the records."""
        sizes = [self.dimensions[place].size for place in self.members(mask)]
        if MANIFOLD in sizes:
            return len(sizes) == 1
        small, large, huge = (sizes.count(size) for size in (SMALL, LARGE, HUGE))
        if huge:
            return huge == 1 and not large and small <= 1
        return {0: True, 1: small <= 3, 2: small <= 1}.get(large, False)

    def is_apart(self, mask):
        """Whether a record counts in several cells of a combination, which then do not add up to a smaller one."""
        return any(self.dimensions[place].apart for place in self.members(mask))

    def cells(self, account):
        """Yield the (mask, values) of every sub-total that contains an account."""
        for mask in self.masks:
            yield from self.cells_of(mask, account.values)

    def cells_of(self, mask, values):
        """Return the (mask, values) of the sub-totals of one combination that contain a record with these values."""
        choices = [("",)] * len(self.dimensions)
        for place in self.members(mask):
            choices[place] = tokens(values[place]) if self.dimensions[place].apart else (values[place],)
        return [(mask, cell) for cell in combine(choices)]


def combine(choices):
    """Return every way to take one of each choice; as itertools.product, and without its cost for a single way."""
    ways = [()]
    for choice in choices:
        ways = [(*way, value) for way in ways for value in choice]
    return ways


def tokens(value):
    """Return the tokens of a value, with their points."""
    return tuple(f"{token}." for token in value.split(".")[:-1])


def join_tokens(letters, ids):
    """Return ids as one value, each behind its letter; those that are not known are left out."""
    return "".join(f"{letter}{pk}." for letter, pk in zip(letters, ids, strict=True) if pk)


def code(value):
    """Return a value as it is stored; an unknown one is empty."""
    return "" if value is None else str(value)


def year_of(day):
    """Return the year of a day as it is stored."""
    return code(day and day.year)


def collect(pairs, letter):
    """Return the tokens of each owner, out of (owner, id) pairs; MOST_TOKENS of them at most."""
    known = defaultdict(set)
    for owner, pk in pairs:
        if pk is not None:
            known[owner].add(pk)
    return {owner: "".join(f"{letter}{pk}." for pk in sorted(pks)[:MOST_TOKENS]) for owner, pks in known.items()}


def figures_of(low, high):
    """Return the figures of one investment: an end that is not known is taken at the other, and said to be open."""
    if low is None and high is None:
        return Figures(1, undisclosed=1)
    return Figures.of_dollars(1, low or 0, low if high is None else high, open=int(high is None))


def read_investments(pks):
    """Yield what each investment counts for."""
    stakes = list(
        Stake.objects.filter(investment__in=pks).values_list("investment", "organisation", "organisation__country")
    )
    investors = collect(((owner, party) for owner, party, _country in stakes), "i")
    countries = collect(((owner, country) for owner, _party, country in stakes), "n")
    lies_in = ("destination__unit", "destination__today", "destination__country")
    columns = ("pk", "public_from", "stage", "kind", "sector", "announced_on", "usd_min", "usd_max", *lies_in)
    for pk, moment, stage, kind, sector, day, low, high, *places in Investment.objects.filter(pk__in=pks).values_list(
        *columns
    ):
        values = (stage, kind, code(sector), year_of(day), join_tokens("utc", places))
        values = (*values, countries.get(pk, ""), investors.get(pk, ""))
        yield pk, moment, Account(values, figures_of(low, high))


def read_quotes(pks):
    """Yield what each quote counts for."""
    columns = ("pk", "public_from", "language", "attribution", "printed_year", "speaker", "organisation")
    rows = list(Quote.objects.filter(pk__in=pks).values_list("parent", *columns))
    topics = topics_of({article for article, *_rest in rows})
    for article, pk, moment, language, attribution, year, speaker, organisation in rows:
        values = (language, attribution, code(year), code(speaker), code(organisation))
        topic = topics.get(article, "")
        yield pk, moment, Account((*values, topic, topic), Figures(1))


def topics_of(articles):
    """Return the topics of each article as tokens."""
    return collect(Article.topics.through.objects.filter(article__in=articles).values_list("article", "topic"), "p")


def read_articles(pks):
    """Yield what each article counts for."""
    topics = topics_of(pks)
    columns = ("pk", "public_from", "language", "section", "printed_year")
    for pk, moment, language, section, year in Article.objects.filter(pk__in=pks).values_list(*columns):
        topic = topics.get(pk, "")
        yield pk, moment, Account((language, code(section), code(year), topic, topic), Figures(1))


INVESTMENTS = Accounts(
    "investments",
    Investment,
    (
        Dimension("stage", SMALL, "v1"),
        Dimension("kind", SMALL, "v2"),
        Dimension("sector", SMALL, "v3"),
        Dimension("year", SMALL, "v4"),
        Dimension("destination", LARGE, "v5", parts="utc"),
        Dimension("countries", LARGE, "v6", parts="n"),
        Dimension("investors", HUGE, "v7", parts="i", apart=True),
    ),
    read_investments,
)
QUOTES = Accounts(
    "quotes",
    Quote,
    (
        Dimension("language", SMALL, "v1"),
        Dimension("attribution", SMALL, "v2"),
        Dimension("year", SMALL, "v3"),
        Dimension("speaker", HUGE, "v4"),
        Dimension("organisation", HUGE, "v5"),
        Dimension("topics", MANIFOLD, "v6", parts="p", each="topic"),
        Dimension("topic", LARGE, "v7", parts="p", apart=True),
    ),
    read_quotes,
)
ARTICLES = Accounts(
    "articles",
    Article,
    (
        Dimension("language", SMALL, "v1"),
        Dimension("section", SMALL, "v2"),
        Dimension("year", SMALL, "v3"),
        Dimension("topics", MANIFOLD, "v6", parts="p", each="topic"),
        Dimension("topic", LARGE, "v7", parts="p", apart=True),
    ),
    read_articles,
)
ACCOUNTS = {accounts.collection: accounts for accounts in (INVESTMENTS, QUOTES, ARTICLES)}
