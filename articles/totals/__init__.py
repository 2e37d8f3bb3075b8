"""Exact counts and sums of public records under any combination of the main filters, kept as they change.

`dimensions` says what is counted by what, `triggers` notes every change, `ledger` brings the sub-totals up to date, and
`reading` answers questions from them.
"""
