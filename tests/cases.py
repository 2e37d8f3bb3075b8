"""Tables of cases that are too long for the quick suite, and to be read a second time on another database."""

import pytest

LONG = [pytest.mark.slow, pytest.mark.any_database]


def mostly_slow(cases, quick):
    """Return all cases as parameters. The quick suite runs only the first `quick` of them, and so does the second run.

    The others differ in their rows, not in what is asked of the database.
    """
    return [pytest.param(case, marks=LONG if n >= quick else []) for n, case in enumerate(cases)]
