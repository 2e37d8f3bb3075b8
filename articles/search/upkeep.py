"""The index made anew, and compared with the rows."""

from content_editor.contents import contents_for_items
from django.db import connection, transaction

from articles.models import Article, Claim, Correction, Investment, Quote, block_kinds
from articles.search.index import COLUMN, KIND_SHIFT, KINDS, TABLE
from articles.search.triggers import WORDS, enter, key_of

AT_A_TIME = 500
# What the names and words of a record are read from.
ENTITIES = ("investors__aliases", "recipient__aliases", "destination__aliases")
READ_WITH = {
    Quote: (("speaker", "organisation"), ("speaker__aliases", "organisation__aliases")),
    Investment: (("adopted", "recipient", "destination__today", "sector"), ENTITIES),
    Claim: (("article",), ()),
    Correction: ((), ()),
}
# On SQLite the index does not hold the tokens as they were: of every kind, so many records are looked for by theirs.
SAMPLE = 1_000
# How many bytes of new entries FTS5 holds while the index is made anew, and how many at other times: its own number.
MEMORY, USUAL_MEMORY = 64 << 20, 1 << 20


def rebuild(report=lambda done: None):
    """Make the index anew from the rows' tokens, then those tokens anew from their texts. Returns how many changed.

    `report` is told from time to time how many rows are done.
    """
    refill()
    done = changed = 0
    for model in KINDS:
        busy = []
        for pks in batches_of_ids(model):
            with transaction.atomic():
                free = lock(model, pks, skip_locked=True)
                changed += rewrite(model, free)
            busy += sorted({*pks} - {*free})
            done += len(free)
            report(done)
        # Those that somebody was changing, one by one: who waits for one row and holds no other stands in nobody's way.
        for pk in busy:
            with transaction.atomic():
                changed += rewrite(model, lock(model, [pk]))
        done += len(busy)
    return changed


def lock(model, pks, **how):
    """Return those of the ids whose rows nobody else can change from now on, until the transaction ends."""
    rows = model.objects.filter(pk__in=pks).order_by("pk")
    return list(rows.select_for_update(**how).values_list("pk", flat=True))


def refill(report=lambda done, total: None):
    """Empty the index, and enter every row with the tokens that it has. `report` is told how many kinds are entered.

    Entered in the order of their keys, FTS5 writes them at a stroke, and PostgreSQL has those that are asked for
    together beside each other.
    """
    vendor = connection.vendor
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(EMPTY[vendor])
        if vendor == "sqlite":
            set_memory(cursor, MEMORY)
        for done, (model, kind) in enumerate(KINDS.items(), 1):
            table = model._meta.db_table
            cursor.execute(enter(kind, table, vendor) + f"FROM {table} WHERE {table}.search_text <> '' ORDER BY 1")
            report(done, len(KINDS))
        if vendor == "sqlite":
            cursor.execute(f"INSERT INTO {TABLE} ({TABLE}) VALUES ('optimize')")
            set_memory(cursor, USUAL_MEMORY)


def set_memory(cursor, most):
    """Let FTS5 hold so many bytes of new entries before it writes them: small parts have to be merged afterwards."""
    cursor.execute(f"INSERT INTO {TABLE} ({TABLE}, rank) VALUES ('hashsize', {most})")


EMPTY = {
    "sqlite": f"INSERT INTO {TABLE} ({TABLE}) VALUES ('delete-all')",
    "postgresql": f"TRUNCATE {TABLE}",
}


def rewrite(model, pks):
    """Store the tokens of rows that have others by now, and return how many these were.

    The rows are locked already: they are read, with what they are found under, by a later statement, which sees what
    the last one to change them has committed.
    """
    changed = []
    for row, tokens in with_tokens(model, read(model, pks)):
        if row.search_text != tokens:
            row.search_text = tokens
            changed.append(row)
    model.objects.bulk_update(changed, ["search_text"], batch_size=200)
    return len(changed)


def batches_of_ids(model):
    """Yield the ids of all rows of a model, some at a time."""
    ids, last = model.objects.order_by("pk").values_list("pk", flat=True), 0
    while some := list(ids.filter(pk__gt=last)[:AT_A_TIME]):
        yield some
        last = some[-1]


def read(model, pks):
    """Return the rows with these ids, with what they are found under."""
    related, prefetched = READ_WITH.get(model, ((), ()))
    rows = model.objects.for_detail().defer(None) if hasattr(model, "aliases") else model.objects.all()
    return list(rows.select_related(*related).prefetch_related(*prefetched).filter(pk__in=pks).order_by("pk"))


def with_tokens(model, rows):
    """Return (row, tokens it should have) for rows of a model."""
    if model is not Article:
        return [(row, row.folded()) for row in rows]
    contents = contents_for_items(rows, block_kinds())
    return [(row, row.folded_with(contents[row])) for row in rows]


def find_differences(most=10):
    """Return sentences on where rows have other tokens than their texts, and the index than the rows, `most` a kind."""
    return [difference for model in KINDS for difference in [*wrong_tokens(model), *wrong_entries(model)][:most]]


def wrong_tokens(model):
    """Yield the rows whose tokens are not those of their texts."""
    for pks in batches_of_ids(model):
        for row, tokens in with_tokens(model, read(model, pks)):
            if row.search_text != tokens:
                yield f"{model._meta.model_name} {row.pk}: its search text is not what its texts say"


def wrong_entries(model):
    """Yield the rows that the index lacks or holds otherwise, and how many entries belong to no row."""
    vendor, table, kind = connection.vendor, model._meta.db_table, KINDS[model]
    name, key = model._meta.model_name, key_of(kind, table, vendor)
    found = f"FROM {table} WHERE {table}.search_text <> ''"
    entries, column = (f"{TABLE}_docsize", "id") if vendor == "sqlite" else (TABLE, "key")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id {found} AND {key} NOT IN (SELECT {column} FROM {entries})")
        yield from (f"{name} {pk}: the index does not know it" for (pk,) in cursor.fetchall())
        of_kind = f"FROM {entries} WHERE {column} >> {KIND_SHIFT} = {kind}"
        cursor.execute(f"SELECT {column} {of_kind} AND {column} NOT IN (SELECT {key} {found})")
        yield from (f"{name}: the index has an entry {key} of no row" for (key,) in cursor.fetchall())
        yield from (f"{name} {pk}: the index holds other words" for pk in OTHERWISE[vendor](cursor, table, kind))


def otherwise_on_sqlite(cursor, table, kind):
    """Return the ids of the rows, of a sample, that are not found by all of their own tokens in a row."""
    key = key_of(kind, table, "sqlite")
    cursor.execute(
        f"SELECT id, {key}, search_text FROM {table} WHERE search_text <> '' ORDER BY random() LIMIT {SAMPLE}"
    )
    wrong = []
    for pk, rowid, words in cursor.fetchall():
        phrase = '"{}"'.format(words.replace('"', ""))
        cursor.execute(f"SELECT 1 FROM {TABLE} WHERE words MATCH %s AND {COLUMN['sqlite']} = %s", [phrase, rowid])
        if not cursor.fetchone():
            wrong.append(pk)
    return wrong


def otherwise_on_postgresql(cursor, table, kind):
    """Return the ids of the rows whose entry is not made of their tokens."""
    key, words = key_of(kind, table, "postgresql"), WORDS["postgresql"].format(row=table)
    cursor.execute(f"SELECT {table}.id FROM {table} JOIN {TABLE} ON {TABLE}.key = {key} WHERE {TABLE}.words <> {words}")
    return [pk for (pk,) in cursor.fetchall()]


OTHERWISE = {"sqlite": otherwise_on_sqlite, "postgresql": otherwise_on_postgresql}
