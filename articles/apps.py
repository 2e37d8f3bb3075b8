"""The project's own app."""

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """Articles and the records that are read out of them."""

    name = "articles"
    verbose_name = _("newsroom")

    def ready(self):
        """Have the triggers made whenever the tables may have been, and taken away before SQLite makes one anew."""
        pre_migrate.connect(remove_triggers, sender=self)
        post_migrate.connect(install_triggers, sender=self)


def remove_triggers(using, plan, **options):
    """Take the triggers out of a SQLite database that is about to be migrated.

    To alter a table, SQLite copies it and drops it, which triggers would take for changes of its rows, or stop because
    they name it. When a migration fails, they stay away until one succeeds.
    """
    if any(migration.app_label == "articles" for migration, _backwards in plan):
        import_string("articles.triggers.remove")(connections[using])


def install_triggers(using, **options):
    """Put the triggers of the totals and of the search into a database that has just been migrated."""
    # The models are not there yet when this module is read.
    for triggers in ("articles.totals.triggers", "articles.search.triggers"):
        import_string(f"{triggers}.install")(connections[using])
