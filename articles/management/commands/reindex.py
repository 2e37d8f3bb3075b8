"""Build anew what is kept beside the records, so that they are found and counted at once."""

from django.core.management.base import BaseCommand

from articles.search.upkeep import rebuild as rebuild_search
from articles.totals.rebuild import rebuild as rebuild_totals

# What is rebuilt: a name and a function, which is given another that it tells from time to time what it has done.
PARTS = [("search", rebuild_search), ("totals", rebuild_totals)]


class Command(BaseCommand):
    """Rebuild every part, showing on standard error how far it is."""

    help = "Build search index and totals anew from the records. Nothing is lost by it; best done in a quiet hour."

    def handle(self, **options):
        """Rebuild."""
        for name, rebuild in PARTS:
            rebuild(lambda *done, name=name: self.stderr.write(f"{name}: {' '.join(map(str, done))} rows", ending="\r"))
            self.stderr.write("")
            self.stdout.write(f"{name}: rebuilt.")
