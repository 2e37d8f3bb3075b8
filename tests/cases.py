"""Tables of cases that are too long for the quick suite."""

import pytest


def mostly_slow(cases, quick):
    """Return all cases as parameters; the quick suite runs only the first `quick` of them, `make test` and CI all."""
    return [pytest.param(case, marks=[pytest.mark.slow] if n >= quick else []) for n, case in enumerate(cases)]
