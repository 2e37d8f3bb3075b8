"""`manage.py pages`: the starting text of the pages that a newsroom owes its readers."""

from django.core.management.base import BaseCommand

from articles.desk.pages import write_missing_pages


class Command(BaseCommand):
    """Write those that are missing, and name them."""

    help = "Write a starting text of each page about the newsroom that is missing; read and edit them at the desk."

    def handle(self, **options):
        """Write them."""
        written = write_missing_pages()
        for page in written:
            self.stdout.write(f"{page.get_absolute_url()} {page.title}")
        if not written:
            self.stdout.write("No page is missing.")
