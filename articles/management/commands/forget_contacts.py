"""`manage.py forget_contacts`: for a nightly job, so that readers' addresses go when they were told they would."""

from django.core.management.base import BaseCommand

from articles.desk.reports import forget_contacts


class Command(BaseCommand):
    """Forget, and say how many."""

    help = "Remove the e-mail addresses of reports that are older than REPORT_CONTACT_DAYS."

    def handle(self, **options):
        """Forget them."""
        self.stdout.write(f"{forget_contacts()} addresses removed.")
