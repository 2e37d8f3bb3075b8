"""Answering questions about counts and sums from what is kept, exact to the record at the moment of asking."""

from collections import defaultdict

from django.core.exceptions import EmptyResultSet
from django.utils import timezone

from articles.models import Entry
from articles.totals.dimensions import HUGE, Figures
from articles.totals.ledger import account_of
from articles.totals.statement import Statement

# Records that changed and are not yet counted again are counted as they are read, up to so many.
MOST_UNCOUNTED = 500
UNCOUNTED = -1
# By what has as many values as there are people, a part of the records are counted that may be counted otherwise.
LESS_OF_HUGE = 5


class TooMuchUncounted(Exception):
    """More records have changed than can be counted while a reader waits; `settle` or `rebuild` counts them."""


def answer(accounts, questions, rows=None, most=0, within=None):
    """Return for each question {value: Figures}, or None where more than `most` records would have to be counted.

    `rows` is a queryset to keep to, for what is not limited by dimensions, and `within` another statement for their
    ids, with its parameters, if there is one that asks fewer tables. Values are codes or ids, as text; a question that
    counts by nothing has the one value "". Raises TooMuchUncounted.
    """
    try:
        reading = Reading(accounts, questions, rows, most, within)
    except EmptyResultSet:  # Django knows without asking that no row fits
        return [{} for _question in questions]
    return reading.answers()


class Reading:
    """The answering of some questions: first what is kept, then, among few records, what has to be counted."""

    def __init__(self, accounts, questions, rows, most, within):
        self.accounts, self.questions, self.rows, self.most, self.within = accounts, questions, rows, most, within
        if rows is not None and within is None:
            self.within = rows.order_by().values("pk").query.sql_with_params()
        self.answered = defaultdict(dict)
        self.uncounted = []

    def is_kept(self, question):
        """Whether the sub-totals hold the answer."""
        kept = question.as_kept(self.accounts)
        return self.within is None and self.accounts.mask(kept.names) in self.accounts.masks_kept

    def answers(self):
        """Return the answers, in the order of the questions."""
        asked = list(dict.fromkeys(self.questions))
        open_questions = [question for question in asked if not self.is_kept(question)]
        first = dict.fromkeys([q for q in asked if self.is_kept(q)] + [q.total for q in open_questions])
        if self.within and not any(question.limits for question in asked):
            first |= dict.fromkeys(open_questions)  # for all of them the same records are looked up, and once
        self.read(list(first), with_uncounted=True)
        if self.uncounted and (cut := [q for q in first if q.most]):
            # What changed may be of values that were left out.
            self.answered = defaultdict(dict, {q: found for q, found in self.answered.items() if q not in cut})
            self.read(cut, whole=True)
        few = [q for q in open_questions if q not in first and self.size(q) <= self.most_of(q)]
        self.read(few)
        self.correct([*first, *few])
        return [self.answered.get(q, {}) if q in first or q in few else None for q in self.questions]

    def most_of(self, question):
        """Return of how many records a question may be: of fewer where most values have a record or two.

        Such a facet says little, and the records for it lie all over the table.
        """
        is_huge = question.by and self.accounts.dimension(question.by).size == HUGE
        return self.most // LESS_OF_HUGE if is_huge and not self.within else self.most

    def size(self, question):
        """Return how many records a question is about."""
        return sum(figures.n for figures in self.answered[question.total].values())

    def read(self, questions, with_uncounted=False, whole=False):
        """Read the answers to some questions from the database, each `whole` or only what matters of it."""
        open_questions = [question for question in questions if not self.is_kept(question)]
        statement = Statement(self.accounts, self.within, open_questions)
        for number, question in enumerate(questions):
            statement.ask(number, question, self.is_kept(question), whole)
        if with_uncounted:
            statement.add_changed(UNCOUNTED, MOST_UNCOUNTED + 1)
        for number, value, figures in statement.rows():
            if number == UNCOUNTED:
                self.uncounted.append(figures.n)
            else:
                self.put(questions[number], value, figures)

    def put(self, question, stored, figures):
        """Add the figures of a stored value to the answer."""
        found = self.answered[question]
        for value in question.split(stored) if question.by else [""]:
            found[value] = found.get(value, Figures()) + figures

    def correct(self, questions):
        """Take back what the changed records counted for, and add what they count for now."""
        if not self.uncounted:
            return
        if len(self.uncounted) > MOST_UNCOUNTED:
            raise TooMuchUncounted
        pks, now = self.uncounted, timezone.now()
        if self.rows is not None:
            pks = list(self.rows.order_by().filter(pk__in=pks).values_list("pk", flat=True))
        entries = Entry.objects.filter(collection=self.accounts.collection, record__in=pks)
        current = [account for _pk, moment, account in self.accounts.read(pks) if moment and moment <= now]
        for sign, changed in ((-1, [account_of(self.accounts, entry) for entry in entries]), (1, current)):
            for question in questions:
                for account in changed:
                    for value in question.values_of(self.accounts, account):
                        figures = account.figures if sign > 0 else -account.figures
                        found = self.answered[question]
                        found[value] = found.get(value, Figures()) + figures
