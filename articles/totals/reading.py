"""Answering questions about counts and sums from what is kept, exact to the record at the moment of asking."""

from collections import defaultdict
from typing import NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.utils import timezone

from articles.models import Entry
from articles.totals.dimensions import Figures, tokens
from articles.totals.ledger import COLUMNS, SUMS, account_of, microseconds

# Records that changed and are not yet counted again are counted as they are read, up to so many.
MOST_UNCOUNTED = 500
UNCOUNTED = -1
# A column having one of the values that a statement selects: asked once, where PostgreSQL would join them row by row.
AMONG = {"sqlite": "{column} IN ({values})", "postgresql": "{column} = ANY (ARRAY({values}))"}
# The order of values with as many records, the same on every database.
CODE_POINTS = {"sqlite": "BINARY", "postgresql": '"C"'}


class TooMuchUncounted(Exception):
    """More records have changed than can be counted while a reader waits; `settle` or `rebuild` counts them."""


class Limit(NamedTuple):
    """The values that a dimension may have: codes, or ids behind the letter of a part."""

    dimension: str
    values: tuple
    letter: str = ""

    def as_kept(self, accounts):
        """Return the same over what is kept by each token, for a single one: a record has it once."""
        each = accounts.dimension(self.dimension).each
        if not each or len(self.values) != 1:
            return self
        return Limit(each, (f"{self.letter}{self.values[0]}.",))


class Question(NamedTuple):
    """What to count, and the dimension and its part to count by, if any.

    Unknown values are left out, or kept as "" `with_unknown`. Only the values with `most` records matter, if that is
    given: others may be left out.
    """

    limits: tuple = ()
    by: str = ""
    letter: str = ""
    with_unknown: bool = False
    most: int = 0

    def as_kept(self, accounts):
        """Return the question as the sub-totals understand it: by each token where they are kept so.

        Not where tokens are counted among the records of a token: what is kept by each does not tell who has both.
        """
        each = accounts.dimension(self.by).each if self.by and not self.with_unknown else ""
        limits = tuple(limit.as_kept(accounts) for limit in self.limits)
        if {each, self.by} & {limit.dimension for limit in (*self.limits, *limits)}:
            return self
        return self._replace(limits=limits, by=each or self.by)

    @property
    def names(self):
        """The dimensions that have to do with it."""
        return {limit.dimension for limit in self.limits} | ({self.by} if self.by else set())

    @property
    def total(self):
        """The same without counting by anything."""
        return Question(self.limits)

    def values_of(self, accounts, account):
        """Return the values for which an account counts in the answer; nothing when it is outside the limits."""
        for dimension, values, letter in self.limits:
            value = account.values[accounts.position[dimension]]
            if value not in values if not letter else not {f"{letter}{pk}." for pk in values} & {*tokens(value)}:
                return []
        return self.split(account.values[accounts.position[self.by]]) if self.by else [""]

    def split(self, value):
        """Return the codes or ids that a stored value holds."""
        known = [token[1:-1] for token in tokens(value) if token.startswith(self.letter)] if self.letter else [value]
        return list(filter(None, known)) or ([""] if self.with_unknown else [])


class Statement:
    """A statement in the making, with its parameters. `within` is a statement that selects the ids to keep to.

    With `once`, their entries are looked up for all questions together: when none is limited to fewer of them.
    """

    def __init__(self, accounts, within=None, once=False):
        self.accounts, self.within, self.once = accounts, within, once
        self.parts, self.parameters = [], []
        self.prefix = ""
        if within and once:
            statement, parameters = within
            self.prefix = f"WITH found AS MATERIALIZED (SELECT * FROM articles_entry WHERE {self.inside(statement)}) "
            self.parameters += parameters

    def inside(self, statement):
        """Return the condition that an entry is of one of the records that a statement selects."""
        return f"collection = '{self.accounts.collection}' AND record IN ({statement})"

    def ask(self, number, question, kept, whole=False):
        """Add one question, to the sub-totals or to the entries; with all values if it is to be answered `whole`."""
        question = question.as_kept(self.accounts) if kept else question
        by = self.column(question.by) if question.by else "''"
        if question.by and (question.limits or not kept):
            # Rows are found by what they are limited to: an index that has them in groups would be read whole.
            by = f"({by} || '')"
        sums = ["SUM(n)" if kept else "COUNT(*)", *(f"SUM({name})" for name in SUMS[1:])]
        conditions = [f"collection = '{self.accounts.collection}'", *(self.of_mask(question) if kept else ())]
        conditions += [self.keep_to(*limit) for limit in question.limits]
        if self.within and not kept and not self.once:
            statement, parameters = self.within
            conditions.append(self.inside(statement))
            self.parameters += parameters
        end = f" GROUP BY {by}" if question.by else ""
        if kept and not whole and self.is_cut(question):
            conditions.append(f"{by} <> ''")
            if not question.limits:  # then a value is one row, and an index has the rows in order
                sums, end, conditions = SUMS, "", [conditions[0], conditions[1], conditions[-1]]
            end += f" ORDER BY n DESC, {by} COLLATE {CODE_POINTS[connection.vendor]} LIMIT {question.most}"
        named = ", ".join(f"{figure} AS {name}" for figure, name in zip(sums, SUMS, strict=True))
        table = "articles_subtotal" if kept else "found" if self.prefix else "articles_entry"
        rows = f"SELECT {by} AS value, {named} FROM {table} WHERE {' AND '.join(conditions)}{end}"
        self.parts.append(f"SELECT {number} AS question, part.* FROM ({rows}) AS part")

    def is_cut(self, question):
        """Whether the database can leave out values of few records: each stands for itself in its column."""
        by = self.dimension(question.by) if question.most and not question.with_unknown else None
        return by is not None and (by.apart or not by.parts)

    def dimension(self, name):
        """Return the dimension of a name."""
        return self.accounts.dimension(name)

    def column(self, name):
        """Return the column of a dimension."""
        return self.dimension(name).column

    def of_mask(self, question):
        """Return the conditions that pick a combination; the empty columns are named too, for the index."""
        columns = {self.column(name) for name in question.names}
        empty = [f"{column} = ''" for column in COLUMNS if column not in columns]
        return [f"mask = {self.accounts.mask(question.names)}", *empty]

    def keep_to(self, dimension, values, letter):
        """Return the condition that one dimension has one of the values."""
        column = self.column(dimension)
        if not letter:
            self.parameters += values
            known = f"NOT ({column} = '') AND " if all(values) else ""  # as the indexes of the sub-totals put it
            return f"{known}{column} IN ({', '.join(['%s'] * len(values))})"
        # The few values that hold one of the tokens are looked up first, so that the index finds the rest.
        self.parameters += [f"%{letter}{value}.%" for value in values]
        holds = " OR ".join([f"{column} LIKE %s"] * len(values))
        alone = self.accounts.mask([dimension])
        values = (
            f"SELECT {column} FROM articles_subtotal"
            f" WHERE collection = '{self.accounts.collection}' AND mask = {alone} AND ({holds})"
        )
        return f"NOT ({column} = '') AND " + AMONG[connection.vendor].format(column=column, values=values)

    def add_uncounted(self):
        """Add the ids of the records that have changed since they were counted."""
        zeros = ", ".join("0" for _ in SUMS[1:])
        self.parts.append(
            f"SELECT {UNCOUNTED}, '', record, {zeros} FROM (SELECT record FROM articles_uncounted"
            f" WHERE collection = '{self.accounts.collection}' AND due <= %s LIMIT {MOST_UNCOUNTED + 1}) AS changed"
        )
        self.parameters.append(microseconds(timezone.now()))

    def rows(self):
        """Return (question, value, figures) of all questions, as they are at one moment."""
        if not self.parts:
            return []
        with connection.cursor() as cursor:
            cursor.execute(self.prefix + " UNION ALL ".join(self.parts), self.parameters)
            found = cursor.fetchall()
        return [(number, value, Figures(*(int(n or 0) for n in sums))) for number, value, *sums in found]


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
        few = [q for q in open_questions if q not in first and self.size(q) <= self.most]
        self.read(few)
        self.correct([*first, *few])
        return [self.answered.get(q, {}) if q in first or q in few else None for q in self.questions]

    def size(self, question):
        """Return how many records a question is about."""
        return sum(figures.n for figures in self.answered[question.total].values())

    def read(self, questions, with_uncounted=False, whole=False):
        """Read the answers to some questions from the database, each `whole` or only what matters of it."""
        once = not any(question.limits for question in questions)
        statement = Statement(self.accounts, self.within, once)
        for number, question in enumerate(questions):
            statement.ask(number, question, self.is_kept(question), whole)
        if with_uncounted:
            statement.add_uncounted()
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
