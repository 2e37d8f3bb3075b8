from django.db import migrations

# Sub-totals of these are kept by each topic from now on: their records have to be counted again.
COUNTED = {"quotes": "quote", "articles": "article"}
FORGET = "DELETE FROM articles_{table} WHERE collection = '{collection}'"
NOTE = (
    "INSERT INTO articles_uncounted (collection, record, due)"
    " SELECT '{collection}', id, 0 FROM articles_{model} WHERE public_from IS NOT NULL"
)


class Migration(migrations.Migration):

    dependencies = [("articles", "0005_search")]

    operations = [
        migrations.RunSQL(
            [
                *(FORGET.format(table=table, collection=collection) for table in ("entry", "subtotal", "uncounted")),
                NOTE.format(collection=collection, model=model),
            ],
            migrations.RunSQL.noop,
        )
        for collection, model in COUNTED.items()
    ]
