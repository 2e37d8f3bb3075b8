"""Import a table of investments, look at what it would bring, or undo an import."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles import desk
from articles.desk import batches
from articles.desk.history import recorded
from articles.models import Article, Batch
from articles.tables import TableError


class Command(BaseCommand):
    """Parse arguments, read, import or undo, print."""

    help = "Import investments from a CSV or XLSX file ('-' for standard input). A second run changes nothing."

    def add_arguments(self, parser):
        """Declare the arguments."""
        parser.add_argument("file", nargs="?", metavar="FILE")
        parser.add_argument("--article", metavar="ID", help="public id of the story that prints the table")
        parser.add_argument("--dry-run", action="store_true", help="tell what would be imported and save nothing")
        parser.add_argument(
            "--on-error", choices=[batches.STOP, batches.SKIP], default=batches.STOP, help="what a wrong row does"
        )
        parser.add_argument("--undo", metavar="BATCH", type=int, help="take back what the batch of that number made")

    def handle(self, *, file, article, dry_run, on_error, undo, **options):
        """Undo a batch, or read a file and import it unless it is only to be looked at."""
        if (file is None) == (undo is None):
            raise CommandError("Give either a file or --undo with the number of a batch.")
        try:
            if undo is not None:
                self.undo(undo)
            else:
                self.import_file(file, article, dry_run, on_error)
        except (OSError, TableError, desk.DeskError) as error:
            raise CommandError(getattr(error, "strerror", None) or str(error)) from error

    def import_file(self, name, article, dry_run, on_error):
        """Read the file, print every error, and import it as one batch."""
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        batch = batches.draft_batch(data, Path(name).name, find_story(article))
        self.print_report(batch)
        if dry_run:
            fail_for(batch)
            return
        with recorded(None, f"import_investments {batch.file_name}"):
            batch.save()
            self.watch(batches.apply_in_steps(batch, on_error))
        batch.refresh_from_db()
        self.stdout.write(f"Batch {batch.pk}: {counted(batch)}")

    def undo(self, number):
        """Undo a batch and print what was kept."""
        batch = Batch.objects.filter(pk=number).first()
        if batch is None:
            raise CommandError(f"There is no batch {number}.")
        with recorded(None, f"import_investments --undo {number}"):
            self.watch(batches.undo_in_steps(batch))
        batch.refresh_from_db()
        for entry in batch.report:
            if "reason" in entry:
                self.stdout.write(f"  line {entry['line']}: kept. {entry['reason']}")
        self.stdout.write(f"Batch {batch.pk}: {counted(batch)}")

    def watch(self, steps):
        """Carry the steps out and show a terminal how far they are."""
        for done, total in steps:
            if self.stderr.isatty():
                self.stderr.write(f"\r{done} of {total}", ending="")

    def print_report(self, batch):
        """Print every error, then how many rows are in which state."""
        for entry in batch.report:
            for problem in batches.problems_of(entry):
                where = f"line {entry['line']}, column {problem.column}"
                self.stdout.write(f"  {where}: “{problem.value[:80]}” {problem.message}")
        self.stdout.write(f"{batch.file_name}: {counted(batch)}")


def find_story(public_id):
    """Return the story with that id, or None without one."""
    if public_id is None:
        return None
    story = Article.objects.filter(public_id=public_id).first()
    if story is None:
        raise CommandError(f"There is no story {public_id}.")
    return story


def fail_for(batch):
    """Raise CommandError when a batch has wrong rows, so that a script learns of them."""
    if wrong := batches.count_states(batch)["wrong"]:
        raise CommandError(f"Rows with errors: {wrong}.")


def counted(batch):
    """Return how many rows are in which state, on one line."""
    return ", ".join(f"{number} {state}" for state, number in batches.count_states(batch).items()) or "no rows"
