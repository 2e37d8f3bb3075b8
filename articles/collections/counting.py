"""How many rows a listing finds, what they amount to, and how many each value of a facet would show."""

from contextlib import suppress
from functools import cached_property

from django.conf import settings

from articles import search
from articles.collections.fields import open_rows
from articles.patience import TooSlow, at_most
from articles.totals.dimensions import ACCOUNTS, Figures
from articles.totals.questions import Limit, Question
from articles.totals.reading import TooMuchUncounted, answer
from articles.totals.statement import records_within

# Up to so many rows are looked up by their entries and sorted; more are read in order until a page is full.
FEW_ROWS = 1_000
# The same where the rows of a filter may all stand at the end of the list.
FEW_ROWS_OUT_OF_ORDER = 10_000


class Counting:
    """The numbers of one listing: from the kept totals where they know its filters, else counted as they are asked."""

    def __init__(self, listing):
        self.listing = listing
        self.filters = listing.filters
        self.was_stopped = False  # whether a number took too long: another time it may not
        self.seen_at_least = 0  # rows of a listing that is not counted to its end
        self.accounts = ACCOUNTS.get(listing.collection.name)

    def is_limit(self, name):
        """Whether the kept totals know the filter."""
        filter_ = self.filters[name]
        return bool(self.accounts and getattr(filter_, "dimension", "") and not filter_.few)

    @property
    def loose(self):
        """The chosen filters that the kept totals do not know."""
        return [name for name in self.listing.chosen if not self.is_limit(name)]

    @property
    def is_loose(self):
        """Whether a chosen filter is none that the kept totals know."""
        return bool(self.loose)

    def limits(self, without=None):
        """Return the chosen filters that the kept totals know."""
        chosen = self.listing.chosen.items()
        return tuple(
            self.filters[name].limit(value) for name, value in chosen if name != without and self.is_limit(name)
        )

    def rows(self, without=None):
        """Return the rows under the chosen filters that the kept totals do not know, or None when there is none."""
        loose = [name for name in self.loose if name != without]
        return self.listing.narrowed(self.listing.public(), without=without, only=loose) if loose else None

    @property
    def within(self):
        """Return the statement for the ids that the words find, when these are the one filter that is not known."""
        words = self.listing.chosen.get("q")
        return search.ids(self.listing.collection.model, words) if self.loose == ["q"] and words.wanted else None

    def question(self, name):
        """Return what to ask for a facet."""
        filter_ = self.filters[name]
        return Question(self.limits(without=name), filter_.dimension, filter_.letter, most=settings.FACET_VALUES)

    @property
    def ladder(self):
        """What to ask for the amounts by stage, where the collection has stages."""
        has_stages = self.accounts and "stage" in self.accounts.position
        return Question(self.limits(), "stage") if has_stages else None

    @cached_property
    def kept(self):
        """The answers to all questions of the page: {question: {value: figures} or None}; {} when they take too long.

        Nothing is raised, as templates take what is raised inside an `or` for false.
        """
        if self.has_more:
            return {}
        ladder = [self.ladder] if self.ladder else []
        try:
            return self.ask([Question(self.limits()), *ladder, *map(self.question, self.counted)])
        except TooSlow:
            self.was_stopped = True
            return {}

    def ask_all(self):
        """Ask all questions of a page in one statement, before a part of it asks for one alone. Raises TooSlow."""
        return self.kept if self.accounts else {}

    def known(self, question):
        """Return {value: figures} from what the page has asked, else asked by itself; None where nothing is known.

        Raises TooSlow.
        """
        answers = self.__dict__.get("kept")
        if answers is None or (answers and question not in answers):
            answers = self.ask([question])
        return answers.get(question)

    def kept_without(self, name):
        """Return how many rows there are without one of the filters, if the kept totals know it."""
        if not self.accounts or set(self.loose) - {name}:
            return None
        found = self.briefly(lambda: self.known(Question(self.limits(without=name))))
        return None if found is None else found.get("", Figures()).n

    @property
    def counted(self):
        """The facets that the kept totals can count; one of few rows that is chosen counts under other rows."""
        facets = self.listing.collection.facets if self.accounts else ()
        kept = [name for name in facets if getattr(self.filters[name], "dimension", "")]
        return [name for name in kept if self.is_limit(name) or name not in self.listing.chosen]

    def ask(self, questions):
        """Ask the kept totals; {} when too much has changed since they were brought up to date. Raises TooSlow."""
        try:
            with at_most(settings.LIST_MILLISECONDS):
                found = answer(self.accounts, questions, self.rows(), settings.FACET_ROWS, self.within)
        except TooMuchUncounted:
            return {}
        return dict(zip(questions, found, strict=True))

    @cached_property
    def total(self):
        """How many rows the listing finds, FACET_ROWS at most where they have to be counted one by one.

        Raises TooSlow when even that takes too long.
        """
        if self.accounts and not self.is_loose:
            found = self.known(Question(self.limits()))
            if found is not None:
                return found.get("", Figures()).n
        return self.counted_one_by_one - self.has_more

    @cached_property
    def counted_one_by_one(self):
        """How many rows there are; in a large collection FACET_ROWS and one at most, where a filter is loose."""
        if self.accounts and self.is_loose:
            return self.counted_up_to(settings.FACET_ROWS + 1)
        with at_most(settings.LIST_MILLISECONDS):
            return self.listing.narrowed(self.listing.public()).order_by().count()

    def counted_up_to(self, most):
        """Return how many rows there are; no more than `most` are counted. Raises TooSlow."""
        words = self.listing.chosen.get("q")
        with at_most(settings.LIST_MILLISECONDS):
            if words and words.wanted and len(self.listing.chosen) == 1:
                return search.count(self.listing.collection.model, words, most)
            return self.listing.narrowed(self.listing.public()).order_by()[:most].count()

    @property
    def has_more(self):
        """Whether there are more rows than are counted one by one."""
        return bool(self.accounts) and self.is_loose and self.counted_one_by_one > settings.FACET_ROWS

    @cached_property
    def exact_total(self):
        """How many rows the listing finds, whatever that costs within LIST_MILLISECONDS. Raises TooSlow."""
        if not self.has_more:
            return self.total
        with at_most(settings.LIST_MILLISECONDS):
            return self.listing.narrowed(self.listing.public()).count()

    def exceeds(self, most):
        """Whether the listing finds more than `most` rows, of which no more are counted. Raises TooSlow."""
        if self.has_more and "exact_total" not in self.__dict__:
            if most <= settings.FACET_ROWS:
                return True
            counted = self.seen_at_least if self.seen_at_least > most else self.counted_up_to(most + 1)
            if counted > most:
                self.seen_at_least = counted
                return True
            self.exact_total = counted
        return self.exact_total > most

    @cached_property
    def by_stage(self):
        """The figures of each stage, or None where there are no stages or they are not kept. Raises TooSlow."""
        return self.known(self.ladder) if self.ladder and not self.has_more else None

    def by_stage_and(self, name):
        """Return {stage: {code or id: figures}} by a facet's dimension, "" being unknown; None when not kept."""
        if self.has_more:
            return None
        filter_, limits = self.filters[name], self.limits(without="stage")
        stages = self.listing.chosen.get("stage") or self.filters["stage"].vocabulary.values
        questions = [
            Question((*limits, Limit("stage", (stage,))), filter_.dimension, filter_.letter, with_unknown=True)
            for stage in stages
        ]
        answers = self.ask(questions)
        kept = {stage: answers.get(question) for stage, question in zip(stages, questions, strict=True)}
        return None if None in kept.values() else kept

    @cached_property
    def facets(self):
        """Each facet's values as (value, label, rows), most rows first or in their own order; None when not counted."""
        counts = {name: self.count(name) for name in self.listing.collection.facets}
        entries = self.name_givers(counts)
        return {
            name: None
            if found is None
            else self.filters[name].named(found, entries.get(getattr(self.filters[name], "target", None), {}))
            for name, found in counts.items()
        }

    def count(self, name):
        """Return {code or id: rows} of a facet, for the FACET_VALUES values with most rows; None when not counted."""
        if self.has_more:
            return None
        if name in self.counted and self.kept:
            found = self.kept[self.question(name)]
            return found and most_rows({value: figures.n for value, figures in found.items()})
        if self.was_stopped:
            return None  # one by one the facets would take longer still
        rows = self.listing.narrowed(self.listing.public(), without=name)
        return self.briefly(lambda: self.filters[name].count(rows))

    def briefly(self, count):
        """Return what a function counts within FACET_MILLISECONDS; None, and nobody keeps the page, when it cannot."""
        try:
            with at_most(settings.FACET_MILLISECONDS):
                return count()
        except TooSlow:
            self.was_stopped = True
            return None

    def name_givers(self, counts):
        """Return the public records that label the counted values: {model: {id: record}}, one query a model."""
        needed = {}
        for name, found in counts.items():
            model, pks = self.filters[name].needed(found or {})
            if model and pks:
                labels = open_rows(model).only(self.filters[name].key, *model.label_columns)
                needed.setdefault(model, (labels, set()))[1].update(pks)
        return {model: labels.in_bulk(pks) for model, (labels, pks) in needed.items()}

    def read_first(self, read, sort=None):
        """Return what a function reads of the listing's rows: in their order until it has enough, where many fit.

        It may be that those that fit all stand at the end: then they are gathered first. Raises TooSlow.
        """
        if (rows := self.in_turn(sort)) is not None:
            with suppress(TooSlow), at_most(settings.FACET_MILLISECONDS):
                return read(rows)
        with at_most(settings.LIST_MILLISECONDS):
            return read(self.gathered(sort))

    def across(self, sort):
        """Return the chosen filters whose rows an index has as a range, but not in the order of the list or another."""
        return [name for name in self.listing.chosen if self.filters[name].is_across(sort or self.listing.sort)]

    def in_turn(self, sort=None):
        """Return the rows to be read in their order, where a page of them is likely to be found soon; else None."""
        listing = self.listing
        if "q" in listing.chosen and self.has_more:
            rest = listing.narrowed(listing.public(), without="q")
            return self.filters["q"].in_turn(rest, listing.chosen["q"])
        if self.has_more and self.across(sort):
            return listing.narrowed(listing.public(), in_order=True, sort=sort)
        if self.is_loose or not FEW_ROWS < self.total <= FEW_ROWS_OUT_OF_ORDER or self.is_in_order:
            return None
        ordered = tuple(
            self.filters[name].limit(value) for name, value in listing.chosen.items() if self.filters[name].in_order
        )
        among = (self.known(Question(ordered)) or {}).get("", Figures()).n
        # So many are read for a page where they lie evenly among the rows of the filters that have an order.
        is_soon = among * settings.PAGE_SIZE < self.total**2
        return listing.narrowed(listing.public(), in_order=True) if is_soon else None

    @property
    def is_in_order(self):
        """Whether the rows of every chosen filter stand together where the list is read in its order, or all over."""
        return all(self.filters[name].in_order for name in self.listing.chosen)

    def gathered(self, sort=None):
        """Return the rows, those that the entries name when they are few: other tables are then asked of no others.

        Those of ranges are looked up by their index before they are sorted.
        """
        listing, limits = self.listing, self.limits()
        if across := self.across(sort):
            rest = [name for name in listing.chosen if name not in across]
            found = listing.narrowed(listing.public(), only=across).order_by()
            return listing.narrowed(listing.public(), only=rest).filter(pk__in=found.values("pk"))
        most = FEW_ROWS if self.is_in_order else FEW_ROWS_OUT_OF_ORDER
        if not limits or self.is_loose or self.total > most:
            return listing.narrowed(listing.public(), in_order=True, sort=sort)
        return listing.narrowed(listing.public()).filter(pk__in=records_within(self.accounts, limits))


def most_rows(counts):
    """Return the FACET_VALUES values with most rows, the most first; those without rows are left out."""
    found = sorted(((value, n) for value, n in counts.items() if n), key=lambda pair: (-pair[1], pair[0]))
    return dict(found[: settings.FACET_VALUES])
