"""Building entries and sub-totals anew from the records, and finding where what is kept differs from them."""

from django.db import connection, transaction
from django.utils import timezone

from articles.models import Entry, Subtotal, Uncounted
from articles.models.bulk import write_rows
from articles.totals.dimensions import ACCOUNTS
from articles.totals.ledger import (
    AT_A_TIME,
    COLUMNS,
    KEY,
    SUMS,
    account_of,
    batches,
    in_columns,
    microseconds,
    take_turn,
)

FIELDS = ", ".join((*KEY, *SUMS))
# Each token of a column, as a row of its own.
EACH_TOKEN = {
    "sqlite": """json_each('["' || replace(rtrim(entry.{column}, '.'), '.', '","') || '"]') AS {column}_token""",
    "postgresql": "unnest(string_to_array(rtrim(entry.{column}, '.'), '.')) AS {column}_token(value)",
}
# What the database may use of memory to sort and to group, for as long as a rebuild takes.
MEMORY = {"sqlite": "PRAGMA cache_size = -262144", "postgresql": "SET LOCAL work_mem = '256MB'"}


@transaction.atomic
def rebuild(report=lambda collection, entries: None):
    """Build all entries and sub-totals anew. `report` is told from time to time how many entries are written.

    Acts of the desk go on meanwhile; what they change is noted, and counted once this is done.
    """
    take_turn(wait=True)
    with connection.cursor() as cursor:
        cursor.execute(MEMORY[connection.vendor])
    # Whole tables, which SQLite empties at once.
    for model in (Uncounted, Entry, Subtotal):
        model.objects.all().delete()
    for accounts in ACCOUNTS.values():
        enter(accounts, lambda entries, name=accounts.collection: report(name, entries))
        sizes = {}
        for mask in accounts.masks:
            sizes[mask] = sum_up(accounts, mask, sizes)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE articles_entry, articles_subtotal")  # it would plan for empty tables until it had


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
        due = [(name, pk, *in_columns(accounts, values), *sums) for pk, at, (values, (_n, *sums)) in rows if at <= now]
        write_rows(Entry, ("collection", "record", *COLUMNS, *SUMS[1:]), due)
        later = [Uncounted(collection=name, record=pk, due=microseconds(at)) for pk, at, _account in rows if at > now]
        # An act may have noted some of them meanwhile, as due at once.
        Uncounted.objects.bulk_create(later, ignore_conflicts=True)
        done += len(rows)
        report(done)


def sum_up(accounts, mask, sizes):
    """Write the sub-totals of one combination and return how many they are."""
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO articles_subtotal ({FIELDS}) {summed(accounts, mask, sizes)}")
        return cursor.rowcount


def summed(accounts, mask, sizes):
    """Return the statement that sums up one combination.

    It reads the smallest combination of `sizes` (cells of each) that contains it, else the entries: those that count a
    record several times do not add up to one that counts it once. Everything in it comes from the declarations.
    """
    columns = [accounts.dimensions[place].column for place in accounts.members(mask)]
    wider = [wide for wide in sizes if wide & mask == mask and not accounts.is_apart(wide & ~mask)]
    source = min(wider, key=sizes.get, default=None)
    count = "COUNT(*)" if source is None else "SUM(n)"
    sums = ", ".join([count, *(f"SUM({name})" for name in SUMS[1:])])
    picked = ", ".join(column if column in columns else "''" for column in COLUMNS)
    rows = entries_by(accounts, mask) if source is None else cells_of(accounts, source)
    grouped = f"GROUP BY {', '.join(columns)} " if columns else ""
    return f"SELECT '{accounts.collection}', {mask}, {picked}, {sums} FROM ({rows}) AS part {grouped}HAVING {count} > 0"


def cells_of(accounts, mask):
    """Return the statement that selects the kept sub-totals of a combination."""
    return f"SELECT * FROM articles_subtotal WHERE collection = '{accounts.collection}' AND mask = {mask}"


def entries_by(accounts, mask):
    """Return the statement that selects the entries, once for each token of what is counted by tokens."""
    members = [accounts.dimensions[place] for place in accounts.members(mask)]
    apart = [dimension.column for dimension in members if dimension.apart]
    columns = ", ".join(f"{c}_token.value || '.' AS {c}" if c in apart else f"entry.{c}" for c in COLUMNS)
    sums = ", ".join(f"entry.{name}" for name in SUMS[1:])
    tables = ", ".join(["articles_entry AS entry", *(EACH_TOKEN[connection.vendor].format(column=c) for c in apart)])
    known = "".join(f" AND entry.{column} <> ''" for column in apart)
    return f"SELECT {columns}, {sums} FROM {tables} WHERE entry.collection = '{accounts.collection}'{known}"


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
    sizes = {}
    for mask in accounts.masks:
        if differs(accounts, mask, sizes):
            names = ", ".join(accounts.dimensions[place].name for place in accounts.members(mask)) or "all"
            yield f"{accounts.collection}: the sub-totals by {names} are not the sums of the entries"
        sizes[mask] = Subtotal.objects.filter(collection=accounts.collection, mask=mask).exclude(n=0).count()


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
