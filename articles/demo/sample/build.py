"""Build the sample, all of it or nothing: the rows first, and then at a stroke what is kept beside them."""

from functools import partial

from django.core.management.color import no_style
from django.db import connection, transaction
from django.utils import timezone

from articles import desk
from articles.demo.sample.directory import enter_directory
from articles.demo.sample.drawing import Plan, draw_all
from articles.demo.sample.stories import IMPORT_KEY
from articles.demo.sample.tables import RECORDS, TABLES, columns_of, first_ids
from articles.models import Article, Entry, Subtotal, Uncounted
from articles.models.bulk import bare, in_place, write_rows
from articles.rates import RateBook
from articles.search.index import TABLE
from articles.search.upkeep import refill
from articles.totals.rebuild import rebuild

ENTRIES_AT_A_TIME = 500
DERIVED = (Entry, Subtotal, Uncounted)


class SampleError(ValueError):
    """The sample cannot be built here, with a message that says why."""


def build_sample(size, seed=1, force=False, report=lambda step, done, total: None):
    """Build the sample and return whether it was built; one of the same seed that is there is left as it is.

    `report` is told from time to time how far each step is. Raises SampleError where stories of another origin would be
    mixed with it, unless `force` allows that.
    """
    if Article.objects.filter(import_key__startswith=IMPORT_KEY.format(seed=seed, number="")).exists():
        return False
    if not force and Article.objects.exclude(import_key__startswith="sample:").exists():
        raise SampleError("This database holds stories that are no sample; --force adds the sample to them.")
    if not size.articles and (size.quotes or size.investments):
        raise SampleError("Quotes and investments need articles to stand in.")
    # Claims and investments refer to each other; all references are tested at the end.
    with in_place(), connection.constraint_checks_disabled(), transaction.atomic():
        directory = enter_directory(size, seed)
        with bare([*(model._meta.db_table for model in (*TABLES, *DERIVED)), TABLE], partial(report, "indexes")):
            write_stories(Plan(size, seed, directory, first_ids(), RateBook(), timezone.now()), report)
            refill(partial(report, "search"))
            sum_up(size, report)
        show(directory, partial(report, "directory"))
        connection.check_constraints([model._meta.db_table for model in TABLES])
    return True


def write_stories(plan, report):
    """Write the stories as they are drawn."""
    for part, tables in zip(plan.parts(), draw_all(plan), strict=True):
        for model, rows in zip(TABLES, tables, strict=True):
            write_rows(model, columns_of(model), rows)
        report("stories", part.stop, plan.size.articles)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), RECORDS):
            cursor.execute(statement)
        if connection.vendor == "postgresql":  # it would plan for empty tables until it had
            cursor.execute(f"ANALYZE {', '.join(model._meta.db_table for model in TABLES)}")


def sum_up(size, report):
    """Make the totals, which count what is public of the stories and their records."""
    done, most = {}, size.articles + size.quotes + size.investments

    def tell(collection, entries):
        done[collection] = entries
        report("totals", sum(done.values()), most)

    rebuild(tell)
    report("totals", most, most)


def show(directory, report):
    """Make the directory as public as what names it."""
    entries = [(kind, entry.pk) for kind in ("people", "organisations", "topics") for entry in getattr(directory, kind)]
    for first in range(0, len(entries), ENTRIES_AT_A_TIME):
        references = desk.References()
        for kind, pk in entries[first : first + ENTRIES_AT_A_TIME]:
            getattr(references, kind).add(pk)
        desk.refresh_references(references)
        report(min(first + ENTRIES_AT_A_TIME, len(entries)), len(entries))
