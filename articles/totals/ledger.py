"""Bringing the entries and the sub-totals up to date with the records."""

from collections import defaultdict
from itertools import islice

from django.db import connection, transaction
from django.utils import timezone

from articles.models import Entry, Uncounted
from articles.totals.dimensions import ACCOUNTS, Account, Figures

AT_A_TIME = 2_000
COLUMNS = ("v1", "v2", "v3", "v4", "v5", "v6", "v7")
KEY = ("collection", "mask", *COLUMNS)
SUMS = Figures._fields
ADD = (
    f"INSERT INTO articles_subtotal ({', '.join((*KEY, *SUMS))}) VALUES ({', '.join(['%s'] * len((*KEY, *SUMS)))})"
    f" ON CONFLICT ({', '.join(KEY)}) DO UPDATE SET "
    + ", ".join(f"{name} = articles_subtotal.{name} + excluded.{name}" for name in SUMS)
)


def microseconds(moment):
    """Return a moment as `Uncounted.due` holds it."""
    return round(moment.timestamp() * 1_000_000)


def batches(items, size=AT_A_TIME):
    """Yield lists of at most `size` items. (`itertools.batched` came with Python 3.12.)"""
    items = iter(items)
    while batch := list(islice(items, size)):
        yield batch


def take_turn(wait=False):
    """Return whether it is this transaction's turn to change the sub-totals: no other can until it ends.

    Without `wait`, False is returned at once when another one does. Acts share sub-totals, which come last in some and
    in the middle of others: if they waited for each other, some would for ever.
    """
    if connection.vendor == "sqlite":
        return True  # whoever writes is alone
    function = "pg_advisory_xact_lock" if wait else "pg_try_advisory_xact_lock"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(hashtext('articles_subtotal'))")
        return cursor.fetchone()[0] is not False


@transaction.atomic
def settle(most=None):
    """Count again what is due, `most` records of each collection at a time, and return how many were counted.

    While another transaction counts, nothing is: answers take what is due into account, and the next act counts it.
    """
    return sum(settle_some(accounts, most) for accounts in ACCOUNTS.values()) if take_turn() else 0


def settle_some(accounts, most):
    """Count again what is due in one collection."""
    due = Uncounted.objects.filter(collection=accounts.collection, due__lte=microseconds(timezone.now()))
    # What another transaction changes at this moment is left to it.
    pks = list(due.order_by("pk").select_for_update(skip_locked=True).values_list("record", flat=True)[:most])
    for some in batches(pks):
        recount(accounts, some)
    return len(pks)


def recount(accounts, pks):
    """Put the entries of the records with these ids right, and note those that the clock will make public."""
    now = timezone.now()
    stored = Entry.objects.filter(collection=accounts.collection, record__in=pks)
    old = {entry.record: entry for entry in stored}
    current, later = {}, []
    for pk, moment, account in accounts.read(pks):
        if moment and moment <= now:
            current[pk] = account
        elif moment:
            later.append(Uncounted(collection=accounts.collection, record=pk, due=microseconds(moment)))
    before = {pk: account_of(accounts, entry) for pk, entry in old.items()}
    changed = [pk for pk in pks if before.get(pk) != current.get(pk)]
    stored.filter(record__in=[pk for pk in changed if pk in old]).delete()
    Entry.objects.bulk_create([entry_of(accounts, pk, current[pk]) for pk in changed if pk in current])
    add(accounts, differences(accounts, changed, before, current))
    Uncounted.objects.filter(collection=accounts.collection, record__in=pks).delete()
    Uncounted.objects.bulk_create(later)


def differences(accounts, pks, before, after):
    """Return what the sub-totals change by, each (mask, values) with its figures."""
    changes = defaultdict(Figures)
    for accounts_of, sign in ((before, -1), (after, 1)):
        for account in filter(None, map(accounts_of.get, pks)):
            figures = account.figures if sign > 0 else -account.figures
            for cell in accounts.cells(account):
                changes[cell] += figures
    return {cell: figures for cell, figures in changes.items() if any(figures)}


def add(accounts, changes):
    """Add changes to the sub-totals."""
    rows = [
        (accounts.collection, mask, *in_columns(accounts, values), *figures)
        for (mask, values), figures in changes.items()
    ]
    with connection.cursor() as cursor:
        cursor.executemany(ADD, rows)


def in_columns(accounts, values):
    """Return the values of the dimensions in the order of the columns."""
    columns = dict.fromkeys(COLUMNS, "")
    for dimension, value in zip(accounts.dimensions, values, strict=True):
        columns[dimension.column] = value
    return tuple(columns.values())


def entry_of(accounts, pk, account):
    """Return the entry of a record."""
    values = dict(zip(COLUMNS, in_columns(accounts, account.values), strict=True))
    amounts = dict(zip(SUMS[1:], account.figures[1:], strict=True))
    return Entry(collection=accounts.collection, record=pk, **values, **amounts)


def account_of(accounts, entry):
    """Return what an entry counts for."""
    values = tuple(getattr(entry, dimension.column) for dimension in accounts.dimensions)
    return Account(values, Figures(1, entry.low, entry.high, entry.undisclosed, entry.open))
