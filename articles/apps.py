"""The project's own app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """Articles and the records that are read out of them."""

    name = "articles"
    verbose_name = _("newsroom")
