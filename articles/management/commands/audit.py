"""Check what must always hold."""

from django.core.management.base import BaseCommand, CommandError

from articles.search.upkeep import find_differences as find_search_differences
from articles.totals.rebuild import find_differences as find_differences_in_totals

# Functions that return a sentence for each thing that is wrong.
CHECKS = [find_search_differences, find_differences_in_totals]


class Command(BaseCommand):
    """Run every check."""

    help = "Check that what is kept beside the records is true to them. Exits with an error when it is not."

    def handle(self, **options):
        """Print what is wrong."""
        wrong = [sentence for check in CHECKS for sentence in check()]
        for sentence in wrong:
            self.stdout.write(sentence)
        if wrong:
            raise CommandError("Not everything holds. Run reindex to put it right.")
        self.stdout.write("Everything holds.")
