"""The project's own app."""

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """Articles and the records that are read out of them."""

    name = "articles"
    verbose_name = _("newsroom")

    def ready(self):
        """Have the triggers made whenever the tables may have been: SQLite makes a table anew to alter it."""
        post_migrate.connect(install_triggers, sender=self)


def install_triggers(using, **options):
    """Put the triggers of the totals and of the search into a database that has just been migrated."""
    # The models are not there yet when this module is read.
    for triggers in ("articles.totals.triggers", "articles.search.triggers"):
        import_string(f"{triggers}.install")(connections[using])
