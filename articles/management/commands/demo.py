"""Build the demo newsroom."""

import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from articles.demo import build_demo

EDITOR = "editor"


class Command(BaseCommand):
    """Build, and print what there is."""

    help = "Build a small newsroom in three languages to look around in. Safe to run again."

    def add_arguments(self, parser):
        """Declare the arguments."""
        parser.add_argument(
            "--login", action="store_true", help="in development only: make an editor login and print its password"
        )

    def handle(self, *, login, **options):
        """Build the newsroom and, when asked, the login."""
        if login and not settings.DEBUG:
            raise CommandError("--login is for development; in production use 'manage.py createsuperuser'.")
        built = build_demo()
        self.stdout.write(
            f"Demo newsroom: {built.articles} articles, {built.quotes} quotes, "
            f"{built.investments} investments, {built.people} people."
        )
        if login:
            self.stdout.write(f"Desk: {settings.SITE_URL}/admin/ · user {EDITOR} · password {set_login()}")


def set_login():
    """Give the development editor a new random password and return it."""
    editor, _created = get_user_model().objects.get_or_create(
        username=EDITOR, defaults={"is_staff": True, "is_superuser": True}
    )
    password = secrets.token_urlsafe(12)
    editor.set_password(password)
    editor.save()
    return password
