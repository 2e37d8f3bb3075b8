"""The admin site as wired here: My desk first, the models in groups, a content security policy its editors can use."""

import time
from functools import update_wrapper

from csp.decorators import csp_update
from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import BadRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles import my_desk, unsaved
from articles.desk.history import recorded
from articles.text import whole_number

READING = {"GET", "HEAD", "OPTIONS"}
GROUPED = "articles"
# What the first page and the side bar list together. A model that stands nowhere here comes under the app's own name.
GROUPS = {
    "stories": (_("Stories"), ("Article", "Quote", "Claim", "Correction", "Report", "Page")),
    "money": (_("Money"), ("Investment", "Rate", "Batch")),
    "directory": (
        _("Directory"),
        ("Person", "Organisation", "Place", "Topic", "Term", "Outlet", "Section", "Sector", "Merge"),
    ),
}


class DeskSite(AdminSite):
    """The stock admin site, with the newsroom's name. Every request that writes is one revision, all or nothing."""

    site_title = _("newsroom")
    site_header = _("newsroom desk")
    index_title = _("My desk")
    site_url = "/"

    def admin_view(self, view, cacheable=False):
        """Record who changes what, give back what comes after the login ended, allow what the text editor needs."""
        inner = super().admin_view(view, cacheable)

        def respond(request, *args, **kwargs):
            refuse_crafted(request)
            is_known = self.has_permission(request)
            if is_known:
                prolong(request.session, request.user)
            if request.method in READING:
                return inner(request, *args, **kwargs)
            if not is_known and request.path != reverse("admin:logout"):
                return unsaved.login_ended(request)
            with recorded(request.user):
                return inner(request, *args, **kwargs)

        return csp_update(settings.ADMIN_SECURITY_POLICY)(update_wrapper(respond, inner))

    def login(self, request, extra_context=None):
        """The login page has the same policy, being a page of the admin."""
        return csp_update(settings.ADMIN_SECURITY_POLICY)(super().login)(request, extra_context)

    def get_urls(self):
        """Add what My desk posts to; leave out the door that tells the address, and so the headline, of anything."""
        own = [
            path("time-zone/", self.admin_view(my_desk.time_zone), name="time_zone"),
            path("checked/<int:pk>/", self.admin_view(require_POST(my_desk.checked)), name="checked"),
        ]
        return own + [pattern for pattern in super().get_urls() if getattr(pattern, "name", "") != "view_on_site"]

    def index(self, request, extra_context=None):
        """Show what waits for the user above the list of everything."""
        return super().index(request, {**my_desk.desk_of(request.user), **(extra_context or {})})

    def get_app_list(self, request, app_label=None):
        """Return the newsroom's models in groups, then the other apps as they are."""
        apps = super().get_app_list(request, app_label)
        if app_label is not None:
            return apps
        groups = [group for app in apps if app["app_label"] == GROUPED for group in groups_of(app)]
        return groups + [app for app in apps if app["app_label"] != GROUPED]


def refuse_crafted(request):
    """Raise BadRequest for what no page of the desk sends and a database cannot take: NUL, keys that are no numbers."""
    texts = [text for name, values in request.GET.lists() for text in (name, *values)]
    chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
    if any("\0" in text for text in texts) or any(whole_number(pk) is None for pk in chosen):
        raise BadRequest


def prolong(session, user):
    """Let a login that is in use go on, noted at most twelve times in its life.

    Not SESSION_SAVE_EVERY_REQUEST: that would set the cookie on readers' pages too, which caches may share.
    """
    began = user.last_login.timestamp() if user.last_login else 0
    now = int(time.time())
    if now - session.get("prolonged", began) > settings.SESSION_COOKIE_AGE // 12:
        session["prolonged"] = now


def groups_of(app):
    """Return the groups of an app's models that the user may open, each in its own order."""
    left = {model["object_name"]: model for model in app["models"]}
    groups = []
    for label, (name, members) in GROUPS.items():
        models = [left.pop(member) for member in members if member in left]
        groups.append({**app, "app_label": label, "name": name, "models": models})
    groups.append({**app, "models": list(left.values())})
    return [group for group in groups if group["models"]]
