"""Triggers that note which records have to be counted again, whatever wrote the change."""

from typing import NamedTuple

from articles import triggers
from articles.models import Article, Investment, Organisation, Place, Quote, Stake, Uncounted

NOTE = (
    "INSERT INTO articles_uncounted (collection, record, due) {records}"
    " ON CONFLICT (collection, record) DO UPDATE SET due = 0"
)
PUBLIC = "{row}.public_from IS NOT NULL"
TOPICS = Article.topics.through


class Watch(NamedTuple):
    """Columns of a table, the records of a collection that follow from them, and which rows matter at all.

    `records` is a column of the row that holds the record's id, or a statement that selects the ids.
    """

    model: type
    collection: str
    columns: tuple
    records: str
    matters: str = ""


WATCHED = (
    Watch(
        Investment,
        "investments",
        ("public_from", "stage", "kind", "sector_id", "announced_on", "destination_id", "usd_min", "usd_max"),
        "id",
        PUBLIC,
    ),
    Watch(Stake, "investments", ("investment_id", "organisation_id"), "investment_id"),
    Watch(
        Organisation,
        "investments",
        ("country_id",),
        "SELECT investment_id FROM articles_stake WHERE organisation_id = {row}.id",
    ),
    Watch(
        Place,
        "investments",
        ("unit_id", "today_id", "country_id"),
        "SELECT id FROM articles_investment WHERE destination_id = {row}.id",
    ),
    Watch(Article, "articles", ("public_from", "language", "section_id", "printed_year"), "id", PUBLIC),
    Watch(TOPICS, "articles", ("article_id", "topic_id"), "article_id"),
    Watch(
        TOPICS, "quotes", ("article_id", "topic_id"), "SELECT id FROM articles_quote WHERE parent_id = {row}.article_id"
    ),
    Watch(
        Quote,
        "quotes",
        ("public_from", "language", "attribution", "printed_year", "speaker_id", "organisation_id", "parent_id"),
        "id",
        PUBLIC,
    ),
)
# Where a change of a row can only follow from an update: what points to a new or a deleted row is noted itself.
UPDATES_ONLY = {(Organisation, "investments"), (Place, "investments")}


def install(connection):
    """Put the triggers into the database, once the table that they write to is there.

    A database that was taken back to an earlier version is watched as far as it goes.
    """
    with connection.cursor() as cursor:
        watched = [watch._replace(columns=present(watch, cursor)) for watch in WATCHED]
    made = [trigger for watch in watched for trigger in triggers_of(watch, connection.vendor)]
    triggers.install(connection, Uncounted._meta.db_table, made)


def present(watch, cursor):
    """Return those of the watched columns that the table has."""
    table = cursor.db.introspection.get_table_description(cursor, watch.model._meta.db_table)
    return tuple(name for name in watch.columns if name in {column.name for column in table})


def triggers_of(watch, vendor):
    """Yield the triggers of one watch."""
    table = watch.model._meta.db_table
    only_updates = (watch.model, watch.collection) in UPDATES_ONLY
    for event in ("UPDATE",) if only_updates else ("INSERT", "UPDATE", "DELETE"):
        rows = {"INSERT": ("NEW",), "DELETE": ("OLD",), "UPDATE": ("OLD", "NEW")}[event]
        yield triggers.Trigger(
            name=f"{table}_{event}_{watch.collection}".lower(),
            table=table,
            event=event,
            body="; ".join(note(watch, row) for row in rows),
            when=condition(watch, rows, vendor),
            columns=watch.columns if event == "UPDATE" else (),
        )


def note(watch, row):
    """Return the statement that notes the records of one state of a row."""
    select = watch.records if watch.records.startswith("SELECT") else f"SELECT {{row}}.{watch.records} AS id"
    ids = select.format(row=row)
    # Without a WHERE, SQLite takes the ON of the conflict for that of a join.
    return NOTE.format(records=f"SELECT DISTINCT '{watch.collection}', ids.*, 0 FROM ({ids}) AS ids WHERE true")


def condition(watch, rows, vendor):
    """Return when the trigger has anything to note; empty: always."""
    matters = [f"({' OR '.join(watch.matters.format(row=row) for row in rows)})"] if watch.matters else []
    if len(rows) == 2:
        matters.append(triggers.has_changed(watch.columns, vendor))
    return " AND ".join(matters)
