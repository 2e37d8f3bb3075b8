"""`manage.py roles`: the desk's groups with their permissions."""

from django.core.management.base import BaseCommand, CommandError

from articles.desk.roles import make_roles


class Command(BaseCommand):
    """Make the groups and say what they hold."""

    help = "Make the groups reporter, editor, publisher and data editor, or set their permissions right."

    def handle(self, *, verbosity, **options):
        """Make them."""
        try:
            groups = make_roles()
        except LookupError as error:
            raise CommandError(str(error)) from error
        for group in groups if verbosity else []:
            self.stdout.write(f"{group.name}: {group.permissions.count()} permissions")
