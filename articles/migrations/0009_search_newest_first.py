from django.db import migrations

from articles.migrations._triggers import drop_triggers

# Keys by kind: 59 bits each, of which the last 33 tell the record, and those before it the minutes until the last one.
KINDS, RECORD, MINUTES = 59, 33, (1 << 26) - 1


def keys_of(kind):
    """Return the least and the greatest key of what is published, or will be, of a kind."""
    return kind << KINDS, kind << KINDS | MINUTES - 1 << RECORD | (1 << RECORD) - 1


MAKE = {
    "sqlite": [
        # A Korean word of one syllable asks for all pairs that begin with it, which are too many to be put together
        # whenever somebody asks. `ascii` leaves every letter beyond ASCII alone: tokens are made elsewhere.
        "CREATE VIRTUAL TABLE articles_search USING fts5(words, content='', tokenize='ascii', prefix='1')",
    ],
    "postgresql": [
        # The tokens are kept apart, so that a page of the table holds many keys: of most questions that is all there is
        # to read. Statistics of them would be looked through at every question, and change no plan.
        "CREATE TABLE articles_search (key bigint PRIMARY KEY, words tsvector NOT NULL) WITH (toast_tuple_target = 128)",
        "ALTER TABLE articles_search ALTER COLUMN words SET STORAGE EXTERNAL, ALTER COLUMN words SET STATISTICS 0",
        # One a kind: a word that is in few records of one may be in a million of another.
        *(
            f"CREATE INDEX articles_search_words_{kind} ON articles_search USING gin (words)"
            f" WHERE key BETWEEN {least} AND {greatest}"
            for kind, (least, greatest) in ((kind, keys_of(kind)) for kind in range(1, 11))
        ),
        f"CREATE INDEX articles_search_hidden ON articles_search USING gin (words)"
        f" WHERE key >> {RECORD} & {MINUTES} = {MINUTES}",
    ],
}
MAKE_BEFORE = {
    "sqlite": ["CREATE VIRTUAL TABLE articles_search USING fts5(words, content='', tokenize='ascii')"],
    "postgresql": [
        "CREATE TABLE articles_search (key bigint PRIMARY KEY, words tsvector NOT NULL)",
        "ALTER TABLE articles_search ALTER COLUMN words SET STATISTICS 1000",
        "CREATE INDEX articles_search_words ON articles_search USING gin (words)",
    ],
}


def make_anew(made):
    """Return what makes the index anew, empty: `reindex` fills it."""

    def make(apps, schema_editor):
        drop_triggers(schema_editor, "articles_search")
        for statement in ["DROP TABLE articles_search", *made[schema_editor.connection.vendor]]:
            schema_editor.execute(statement)

    return make


class Migration(migrations.Migration):

    dependencies = [("articles", "0008_subtotals_by_many_values")]

    operations = [migrations.RunPython(make_anew(MAKE), make_anew(MAKE_BEFORE))]
