from django.db import migrations

from articles.migrations._triggers import drop_triggers

MAKE = {
    "sqlite": [
        # `ascii` splits at spaces and leaves every letter beyond ASCII alone: tokens are made elsewhere.
        "CREATE VIRTUAL TABLE articles_search USING fts5(words, content='', tokenize='ascii')",
    ],
    "postgresql": [
        "CREATE TABLE articles_search (key bigint PRIMARY KEY, words tsvector NOT NULL)",
        "ALTER TABLE articles_search ALTER COLUMN words SET STATISTICS 1000",
        "CREATE INDEX articles_search_words ON articles_search USING gin (words)",
    ],
}
TABLES = [
    "article",
    "claim",
    "correction",
    "investment",
    "organisation",
    "person",
    "place",
    "quote",
    "term",
    "topic",
]


def make_index(apps, schema_editor):
    """Make the index, empty: what the rows were found under is no longer how they are. `reindex` fills both."""
    for statement in MAKE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)
    for table in TABLES:
        schema_editor.execute(f"UPDATE articles_{table} SET search_text = ''")


def drop_index(apps, schema_editor):
    """Drop the index, and what writes to it."""
    drop_triggers(schema_editor, "articles_search")
    schema_editor.execute("DROP TABLE articles_search")


class Migration(migrations.Migration):

    dependencies = [("articles", "0004_totals")]

    operations = [migrations.RunPython(make_index, drop_index)]
