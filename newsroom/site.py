"""The admin site as wired here: the stock admin under a content security policy that its editors can work with."""

from csp.decorators import csp_update
from django.conf import settings
from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class DeskSite(AdminSite):
    """The stock admin site, with the newsroom's name."""

    site_title = _("newsroom")
    site_header = _("newsroom desk")
    index_title = _("Desk")
    site_url = "/"

    def admin_view(self, view, cacheable=False):
        """Allow every admin page the nonce and the inline styles that its rich-text editor needs."""
        return csp_update(settings.ADMIN_SECURITY_POLICY)(super().admin_view(view, cacheable))

    def login(self, request, extra_context=None):
        """The login page has the same policy, being a page of the admin."""
        return csp_update(settings.ADMIN_SECURITY_POLICY)(super().login)(request, extra_context)
