"""The Django admin, with this project's site object."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """The admin served by `DeskSite`."""

    default_site = "newsroom.site.DeskSite"
