"""What can be asked of the kept totals: how many records lie within limits, by which of their values."""

from typing import NamedTuple

from articles.totals.dimensions import tokens


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
