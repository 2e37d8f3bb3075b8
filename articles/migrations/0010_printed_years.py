"""Articles and quotes know the year in which their story was printed, and lists of a year are read in their order."""

from django.db import migrations, models
from django.db.models import Max, Min

from articles.clock import editorial_year


def enter_years(apps, schema_editor):
    """Take the years from the articles' dates, a year at a time."""
    articles, quotes = (apps.get_model("articles", name).objects for name in ("Article", "Quote"))
    ends = articles.aggregate(first=Min("published_at"), last=Max("published_at"))
    if ends["first"] is None:
        return
    for year in range(editorial_year(ends["first"]), editorial_year(ends["last"]) + 1):
        articles.filter(published_at__year=year).update(printed_year=year)
        quotes.filter(parent__printed_year=year).update(printed_year=year)


def drop_old_trigger(apps, schema_editor):
    """Totals of quotes follow from the quote's own year now; SQLite's triggers are all made anew after migrating."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION IF EXISTS articles_article_update_quotes() CASCADE")


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0009_search_newest_first'),
    ]

    operations = [
        migrations.RunPython(drop_old_trigger, migrations.RunPython.noop),
        migrations.AddField(
            model_name='article',
            name='printed_year',
            field=models.PositiveSmallIntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='quote',
            name='printed_year',
            field=models.PositiveSmallIntegerField(editable=False, null=True),
        ),
        migrations.RunPython(enter_years, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['printed_year', '-public_from', '-id'], name='article_by_year'),
        ),
        migrations.AddIndex(
            model_name='quote',
            index=models.Index(fields=['printed_year', '-public_from', '-id'], name='quote_by_year'),
        ),
    ]
