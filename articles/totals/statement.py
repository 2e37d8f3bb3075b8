"""The statement that asks the sub-totals, and the entries for what these do not keep, several questions at once."""

from collections import Counter
from math import prod

from django.db import connection
from django.db.models.expressions import RawSQL
from django.utils import timezone

from articles.models import Entry
from articles.totals.dimensions import HUGE, LARGE, MANIFOLD, SMALL, Figures
from articles.totals.ledger import COLUMNS, SUMS, microseconds

# A column having one of the values that a statement selects: asked once, where PostgreSQL would join them row by row.
AMONG = {"sqlite": "{column} IN ({values})", "postgresql": "{column} = ANY (ARRAY({values}))"}
# The order of values with as many records, the same on every database.
CODE_POINTS = {"sqlite": "BINARY", "postgresql": '"C"'}
# Among how many values the records of a dimension are spread, roughly: which limits leave least to read. Countries are
# few, in however many ways they are combined.
SPREAD = {SMALL: 10, LARGE: 100, MANIFOLD: 1_000, HUGE: 10_000}
COUNTRIES = "nc"
INDEXES = [index.fields[1:] for index in Entry._meta.indexes]


class Statement:
    """A statement in the making, with its parameters. `within` selects ids to keep to, with parameters of its own.

    Records that several of the `open_questions`, which the sub-totals do not answer, are about are looked up once.
    """

    def __init__(self, accounts, within=None, open_questions=()):
        self.accounts, self.within = accounts, within
        self.shared, self.tables = [], {}
        self.parts, self.parameters = [], []
        times = Counter(question.limits for question in open_questions)
        if within and () in times:  # no question is about fewer records, so all are looked up among these
            self.share(())
        for limits, number in times.items():
            if limits and number > 1:
                self.share(limits)

    def share(self, limits):
        """Have the entries within limits read once, for all questions about them."""
        rows = self.entries(limits)
        self.tables[limits] = f"found_{len(self.tables)}"
        self.shared.append(f"{self.tables[limits]} AS MATERIALIZED (SELECT * {rows})")

    def entries(self, limits):
        """Return where to read the entries within limits: a table and conditions, whose parameters are added."""
        if limits in self.tables:
            return f"FROM {self.tables[limits]}"
        if () in self.tables:
            table, conditions = self.tables[()], []
        else:
            table, conditions = "articles_entry", [f"collection = '{self.accounts.collection}'"]
            if self.within:
                statement, parameters = self.within
                conditions.append(f"record IN ({statement})")
                self.parameters += parameters
        conditions += self.keep_to(limits, columns_to_look_up(self.accounts, limits))
        return f"FROM {table}{' WHERE ' if conditions else ''}{' AND '.join(conditions)}"

    def ask(self, number, question, kept, whole=False):
        """Add one question, to the sub-totals or to the entries; with all values if it is to be answered `whole`."""
        question = question.as_kept(self.accounts) if kept else question
        by = self.column(question.by) if question.by else "''"
        rows = self.cells(question, by, whole) if kept else self.groups(question, by)
        self.parts.append(f"SELECT {number} AS question, part.* FROM ({rows}) AS part")

    def groups(self, question, by):
        """Return the statement that counts entries by the values of a column."""
        # Rows are found by what they are limited to: an index that has them in groups would be read whole.
        by = f"({by} || '')" if question.by else by
        sums = ["COUNT(*)", *(f"SUM({name})" for name in SUMS[1:])]
        return f"{select(by, sums)} {self.entries(question.limits)}{f' GROUP BY {by}' if question.by else ''}"

    def cells(self, question, by, whole):
        """Return the statement that adds up sub-totals by the values of a column, perhaps without those of few."""
        if question.by and question.limits:
            by = f"({by} || '')"
        conditions = [f"collection = '{self.accounts.collection}'", *self.of_mask(question)]
        conditions += self.keep_to(question.limits)
        sums, end = [f"SUM({name})" for name in SUMS], f" GROUP BY {by}" if question.by else ""
        if not whole and self.is_cut(question):
            conditions.append(f"{by} <> ''")
            if not question.limits:  # then a value is one row, and an index has the rows in order
                sums, end, conditions = SUMS, "", [conditions[0], conditions[1], conditions[-1]]
            end += f" ORDER BY n DESC, {by} COLLATE {CODE_POINTS[connection.vendor]} LIMIT {question.most}"
        return f"{select(by, sums)} FROM articles_subtotal WHERE {' AND '.join(conditions)}{end}"

    def is_cut(self, question):
        """Whether the database can leave out values of few records: each stands for itself in its column."""
        by = self.accounts.dimension(question.by) if question.most and not question.with_unknown else None
        return by is not None and (by.apart or not by.parts)

    def column(self, name):
        """Return the column of a dimension."""
        return self.accounts.dimension(name).column

    def of_mask(self, question):
        """Return the conditions that pick a combination; the empty columns are named too, for the index."""
        columns = {self.column(name) for name in question.names}
        empty = [f"{column} = ''" for column in COLUMNS if column not in columns]
        return [f"mask = {self.accounts.mask(question.names)}", *empty]

    def keep_to(self, limits, looked_up=COLUMNS):
        """Return the conditions that dimensions have one of some values, and add the parameters.

        The rows are looked up by the columns `looked_up`; the others are tested as they are read.
        """
        return [self.keep_to_one(limit, self.column(limit.dimension) in looked_up) for limit in limits]

    def keep_to_one(self, limit, is_looked_up):
        """Return one of these conditions."""
        dimension, values, letter = limit
        column = self.column(dimension)
        place = column if is_looked_up else f"({column} || '')"
        if not letter:
            self.parameters += values
            known = f"NOT ({column} = '') AND " if all(values) else ""  # as the indexes of the sub-totals put it
            return f"{known}{place} IN ({', '.join(['%s'] * len(values))})"
        # The few values that hold one of the tokens are looked up first, so that the index finds the rest.
        self.parameters += [f"%{letter}{value}.%" for value in values]
        holds = " OR ".join([f"{column} LIKE %s"] * len(values))
        alone = self.accounts.mask([dimension])
        chosen = (
            f"SELECT {column} FROM articles_subtotal"
            f" WHERE collection = '{self.accounts.collection}' AND mask = {alone} AND ({holds})"
        )
        return f"NOT ({column} = '') AND " + AMONG[connection.vendor].format(column=place, values=chosen)

    def add_changed(self, number, most):
        """Add the ids of the records that have changed since they were counted, `most` of them at most."""
        zeros = ", ".join("0" for _ in SUMS[1:])
        self.parts.append(
            f"SELECT {number}, '', record, {zeros} FROM (SELECT record FROM articles_uncounted"
            f" WHERE collection = '{self.accounts.collection}' AND due <= %s LIMIT {most}) AS changed"
        )
        self.parameters.append(microseconds(timezone.now()))

    def rows(self):
        """Return (question, value, figures) of all questions, as they are at one moment."""
        if not self.parts:
            return []
        shared = f"WITH {', '.join(self.shared)} " if self.shared else ""
        with connection.cursor() as cursor:
            cursor.execute(shared + " UNION ALL ".join(self.parts), self.parameters)
            found = cursor.fetchall()
        return [(number, value, Figures(*(int(n or 0) for n in sums))) for number, value, *sums in found]


def select(by, sums):
    """Return the beginning of a statement: the value, and its figures by their names."""
    return f"SELECT {by} AS value, {', '.join(f'{sum_} AS {name}' for sum_, name in zip(sums, SUMS, strict=True))}"


def columns_to_look_up(accounts, limits):
    """Return the columns by which entries within limits are looked up: those of the index that leaves least to read.

    SQLite knows only which indexes there are, not what is in them; PostgreSQL does and is left to choose.
    """
    if connection.vendor == "postgresql":
        return COLUMNS
    spread = {}
    for dimension, values, letter in limits:
        limited = accounts.dimension(dimension)
        size = SMALL if letter and letter in COUNTRIES else limited.size
        # A declaration begins with the dimensions of few values.
        spread[limited.column] = (SPREAD[size] + accounts.position[dimension]) / len(values)
    return max((leading(fields, spread) for fields in INDEXES), key=lambda some: prod(spread[name] for name in some))


def leading(fields, limited):
    """Return the first fields of an index, as far as they are limited."""
    some = [name in limited for name in fields]
    return fields[: some.index(False)] if False in some else fields


def records_within(accounts, limits):
    """Return an expression for the ids of the records within limits, and of all that changed since."""
    statement = Statement(accounts)
    rows = statement.entries(limits)
    changed = f"SELECT record FROM articles_uncounted WHERE collection = '{accounts.collection}' AND due <= %s"
    return RawSQL(f"SELECT record {rows} UNION ALL {changed}", (*statement.parameters, microseconds(timezone.now())))
