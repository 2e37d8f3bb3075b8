"""Building entries and sub-totals anew from the records, and finding where what is kept differs from them."""

from collections import Counter, defaultdict

from django.db import connection, transaction
from django.utils import timezone

from articles.models import Entry, Subtotal, Uncounted
from articles.totals.dimensions import ACCOUNTS, Figures
from articles.totals.ledger import (
    AT_A_TIME,
    COLUMNS,
    KEY,
    SUMS,
    account_of,
    batches,
    entry_of,
    in_columns,
    microseconds,
)

FIELDS = ", ".join((*KEY, *SUMS))


@transaction.atomic
def rebuild(report=lambda collection, entries: None):
    """Build all entries and sub-totals anew. `report` is told from time to time how many entries are written."""
    Uncounted.objects.all().delete()
    for accounts in ACCOUNTS.values():
        Entry.objects.filter(collection=accounts.collection).delete()
        Subtotal.objects.filter(collection=accounts.collection).delete()
        enter(accounts, lambda entries, name=accounts.collection: report(name, entries))
        sizes = Counter()
        for mask in accounts.masks:
            sizes[mask] = sum_up(accounts, mask, sizes)


def public_ids(accounts):
    """Yield the ids of the records that are, or by the clock will be, public."""
    rows = accounts.model.objects.filter(public_from__isnull=False).order_by("pk")
    return rows.values_list("pk", flat=True).iterator(AT_A_TIME)


def enter(accounts, report):
    """Enter every public record of a collection, and note those that will be."""
    now, done = timezone.now(), 0
    name = accounts.collection
    for some in batches(public_ids(accounts)):
        rows = list(accounts.read(some))
        Entry.objects.bulk_create([entry_of(accounts, pk, account) for pk, moment, account in rows if moment <= now])
        later = [(pk, microseconds(moment)) for pk, moment, _account in rows if moment > now]
        Uncounted.objects.bulk_create([Uncounted(collection=name, record=pk, due=due) for pk, due in later])
        done += len(rows)
        report(done)


def sum_up(accounts, mask, sizes):
    """Write the sub-totals of one combination and return how many they are."""
    if accounts.is_apart(mask):
        rows = [subtotal(accounts, cell, figures) for cell, figures in summed_apart(accounts, mask).items()]
        return len(Subtotal.objects.bulk_create(rows, batch_size=AT_A_TIME))
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO articles_subtotal ({FIELDS}) {summed(accounts, mask, sizes)}")
    return Subtotal.objects.filter(collection=accounts.collection, mask=mask).count()


def subtotal(accounts, cell, figures):
    """Return the row of one sub-total."""
    mask, values = cell
    columns = dict(zip(COLUMNS, in_columns(accounts, values), strict=True))
    return Subtotal(collection=accounts.collection, mask=mask, **columns, **figures._asdict())


def summed(accounts, mask, sizes):
    """Return the statement that sums up one combination.

    It reads the smallest combination of `sizes` (cells of each) that contains it, else the entries. Everything in it
    comes from the declarations.
    """
    columns = [accounts.dimensions[place].column for place in accounts.members(mask)]
    picked = ", ".join(column if column in columns else "''" for column in COLUMNS)
    wider = [m for m in sizes if m & mask == mask and m != mask and not accounts.is_apart(m)]
    source = min(wider, key=sizes.get, default=None)
    rows = "articles_entry" if source is None else "articles_subtotal"
    count = "COUNT(*)" if source is None else "SUM(n)"
    sums = ", ".join([count, *(f"SUM({name})" for name in SUMS[1:])])
    where = f"collection = '{accounts.collection}'" + ("" if source is None else f" AND mask = {source}")
    grouped = f"GROUP BY {', '.join(columns)} " if columns else ""
    return (
        f"SELECT '{accounts.collection}', {mask}, {picked}, {sums} FROM {rows}"
        f" WHERE {where} {grouped}HAVING {count} > 0"
    )


def summed_apart(accounts, mask):
    """Return the figures of each cell of a combination in which a record counts for each of its tokens."""
    columns = [dimension.column for dimension in accounts.dimensions]
    entries = Entry.objects.filter(collection=accounts.collection).values_list(*columns, *SUMS[1:])
    totals = defaultdict(Figures)
    for row in entries.iterator(AT_A_TIME):
        values, amounts = row[: len(columns)], row[len(columns) :]
        for cell in accounts.cells_of(mask, values):
            totals[cell] += (1, *amounts)
    return totals


def find_differences(most=10):
    """Return sentences on where entries differ from records and sub-totals from entries, `most` a collection.

    Records that are noted as uncounted are left out: their entries are known to be old.
    """
    return [
        difference
        for accounts in ACCOUNTS.values()
        for difference in [*wrong_entries(accounts), *wrong_subtotals(accounts)][:most]
    ]


def wrong_entries(accounts):
    """Yield what is wrong with the entries of a collection."""
    now, name = timezone.now(), accounts.collection
    waiting = set(Uncounted.objects.filter(collection=name).values_list("record", flat=True))
    entries = Entry.objects.filter(collection=name)
    for some in batches(public_ids(accounts)):
        stored = {entry.record: account_of(accounts, entry) for entry in entries.filter(record__in=some)}
        for pk, moment, account in accounts.read(some):
            if pk not in waiting and stored.get(pk) != (account if moment <= now else None):
                yield f"{name}: the entry of record {pk} is not what the record says"
    known = accounts.model.objects.filter(public_from__isnull=False).values("pk")
    for pk in entries.exclude(record__in=known).exclude(record__in=waiting).values_list("record", flat=True):
        yield f"{name}: record {pk} is not public and is counted"


def wrong_subtotals(accounts):
    """Yield what is wrong with the sub-totals of a collection."""
    sizes = Counter()
    for mask in accounts.masks:
        stored = Subtotal.objects.filter(collection=accounts.collection, mask=mask).exclude(n=0)
        if accounts.is_apart(mask):
            wrong = differs_apart(accounts, mask, stored)
        else:
            wrong = differs(accounts, mask, sizes)
            sizes[mask] = stored.count()
        if wrong:
            names = ", ".join(accounts.dimensions[place].name for place in accounts.members(mask)) or "all"
            yield f"{accounts.collection}: the sub-totals by {names} are not the sums of the entries"


def differs(accounts, mask, sizes):
    """Whether the kept sub-totals of a combination are not what the entries add up to."""
    kept = (
        f"SELECT {FIELDS} FROM articles_subtotal"
        f" WHERE collection = '{accounts.collection}' AND mask = {mask} AND n <> 0"
    )
    right = summed(accounts, mask, sizes)
    with connection.cursor() as cursor:
        for one, other in ((kept, right), (right, kept)):
            cursor.execute(
                f"SELECT 1 FROM (SELECT * FROM ({one}) AS a EXCEPT SELECT * FROM ({other}) AS b) AS c LIMIT 1"
            )
            if cursor.fetchone():
                return True
    return False


def differs_apart(accounts, mask, stored):
    """Whether the kept sub-totals of a combination by tokens are not what the entries add up to."""
    columns = [dimension.column for dimension in accounts.dimensions]
    kept = {(mask, row[: len(columns)]): Figures(*row[len(columns) :]) for row in stored.values_list(*columns, *SUMS)}
    return kept != dict(summed_apart(accounts, mask))
