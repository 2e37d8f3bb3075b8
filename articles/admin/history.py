"""The history of a record in the admin: who changed what, two versions side by side, and the way back."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles import desk
from articles.admin.wording import WordingForm, wording_of
from articles.desk import versions
from articles.desk.comparing import compare
from articles.unsaved import sent


class HistoryAdmin(admin.ModelAdmin):
    """An admin class whose records can be compared with, and brought back to, what they were."""

    history_template = "desk/history.html"

    def get_urls(self):
        """Add the way back to a version, and to what was deleted."""
        info = self.opts.app_label, self.opts.model_name
        view = self.admin_site.admin_view
        return [
            path("deleted/", view(self.deleted_view), name="{}_{}_deleted".format(*info)),
            path("deleted/<int:version_id>/", view(self.recover_view), name="{}_{}_recover".format(*info)),
            path(
                "<path:object_id>/history/<int:revision_id>/restore/",
                view(self.restore_view),
                name="{}_{}_restore".format(*info),
            ),
            *super().get_urls(),
        ]

    def page(self, request, template, context):
        """Return a page of the desk about the model."""
        request.current_app = self.admin_site.name
        return TemplateResponse(
            request, template, {**self.admin_site.each_context(request), "opts": self.opts, **context}
        )

    def log_addition(self, request, obj, message):
        """Log it, and say it in the history."""
        entry = super().log_addition(request, obj, message)
        desk.remark(entry.get_change_message())
        return entry

    def log_change(self, request, obj, message):
        """Log it, and say it in the history."""
        entry = super().log_change(request, obj, message)
        desk.remark(entry.get_change_message())
        return entry

    def latest_change(self, record):
        """Return the last revision of the record, or None when it has no history."""
        return next(iter(versions.revisions_of(record)[:1]), None)

    def history_view(self, request, object_id, extra_context=None):
        """List the versions, and show what changed between the two chosen ones."""
        record = self.get_object(request, object_id)
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        revisions = list(versions.revisions_of(record)[:200])
        was, now = chosen(request, revisions)
        context = {
            "title": _("History: %s") % record,
            "object": record,
            "revisions": revisions,
            "was": was,
            "now": now,
            "differences": compare(record, was, now) if was and now else [],
            "can_restore": self.has_change_permission(request, record),
            **(extra_context or {}),
        }
        return self.page(request, self.history_template, context)

    @method_decorator(require_POST)
    def restore_view(self, request, object_id, revision_id):
        """Bring a record back to what it was."""
        record = self.get_object(request, object_id)
        if record is None or not self.has_change_permission(request, record):
            raise PermissionDenied
        back = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_history", args=[record.pk])
        try:
            with desk.corrected(wording_of(request)), desk.attempt():
                versions.restore(record, revision_id)
        except desk.CorrectionNeeded as needed:
            return ask_for_correction(self, request, record, needed)
        except desk.DeskError as error:
            self.message_user(request, str(error), messages.ERROR)
            return HttpResponseRedirect(back)
        self.log_change(request, record, _("Restored an earlier version"))
        self.message_user(request, _("The earlier version is back; the later ones stay in the history."))
        return HttpResponseRedirect(back)

    def deleted_view(self, request):
        """List what was deleted and can be brought back."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        title = _("Deleted: %s") % self.opts.verbose_name_plural
        deleted = versions.deleted(self.model, self.recoverable(request))
        return self.page(request, "desk/deleted.html", {"title": title, "deleted": deleted})

    def recoverable(self, request):
        """Return the revisions whose deleted records this user may bring back."""
        return {}

    @method_decorator(require_POST)
    def recover_view(self, request, version_id):
        """Bring a deleted record back."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        version = versions.deleted(self.model, self.recoverable(request)).filter(pk=version_id).first()
        try:
            with desk.attempt():
                record = versions.recover(version)
        except desk.DeskError as error:
            self.message_user(request, str(error), messages.ERROR)
            return HttpResponseRedirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_deleted"))
        self.log_addition(request, record, _("Brought back after it had been deleted"))
        self.message_user(request, _("“%s” is back.") % record)
        return HttpResponseRedirect(
            reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[record.pk])
        )


def ask_for_correction(modeladmin, request, record, needed, title=""):
    """Return the page that asks for the words of a correction and posts the same request again with them."""
    context = {
        "title": title or _("Correction: %s") % record,
        "object": record,
        "needed": needed,
        "wording": WordingForm.of(request) if request.user.has_perm("articles.add_correction") else None,
        "posted": [pair for pair in sent(request) if not pair[0].startswith("correction-")],
    }
    return modeladmin.page(request, "desk/correction.html", context)


def chosen(request, revisions):
    """Return the two revisions to compare, the older one first; without a choice, the last two."""
    by_id = {str(revision.pk): revision for revision in revisions}
    now = by_id.get(request.GET.get("now", "")) or next(iter(revisions), None)
    was = by_id.get(request.GET.get("was", "")) or next((r for r in revisions if now and r.pk < now.pk), None)
    return (was, now) if not was or was.pk <= now.pk else (now, was)
