"""Readers' reports of errors at the desk: what they say is only read, what became of it is decided."""

from django.contrib import admin, messages
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import desk
from articles.admin.lists import ListAdmin
from articles.collections import BY_NAME
from articles.models import Report
from articles.vocabulary import ReportState


@admin.register(Report)
class ReportAdmin(ListAdmin):
    """No history: that would keep the addresses of readers which the desk has promised to forget."""

    list_display = ("created_at", "__str__", "page_link", "language", "state", "decided_by")
    list_filter = ("state", "language")
    list_select_related = ("decided_by",)
    search_fields = ("words", "about", "contact")
    date_hierarchy = "created_at"
    fields = (
        "words",
        "page_link",
        "record_link",
        "contact",
        "language",
        "created_at",
        "state",
        "decided_by",
        "decided_at",
    )
    readonly_fields = tuple(name for name in fields if name != "state")
    actions = ("mark_handled", "dismiss", "open_again")

    def has_add_permission(self, request):
        """Readers write them."""
        return False

    def save_model(self, request, report, form, change):
        """Note who decided it, and when."""
        if "state" in form.changed_data:
            desk.decide_report(report, report.state)

    @admin.display(description=gettext_lazy("page"), ordering="about")
    def page_link(self, report):
        """The page as readers see it."""
        return format_html('<a href="{0}">{0}</a>', report.about) if report.about else ""

    @admin.display(description=gettext_lazy("at the desk"))
    def record_link(self, report):
        """The list of the record's kind, with the record alone in it."""
        _empty, _language, name, *rest = report.about.split("/") if report.about else ("", "", "")
        if name not in BY_NAME or len(rest) < len(("public id", "")):
            return ""
        opts = BY_NAME[name].model._meta
        address = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist", query={"q": rest[0]})
        return format_html('<a href="{}">{} {}</a>', address, opts.verbose_name, rest[0])

    def decide(self, request, queryset, state):
        """Decide the chosen ones."""
        for report in queryset:
            desk.decide_report(report, state)
        messages.success(request, _("Error reports: %(n)s now %(state)s.") % {"n": len(queryset), "state": state.label})

    @admin.action(description=gettext_lazy("Mark as handled"), permissions=["change"])
    def mark_handled(self, request, queryset):
        """They were looked into."""
        self.decide(request, queryset, ReportState.HANDLED)

    @admin.action(description=gettext_lazy("Dismiss"), permissions=["change"])
    def dismiss(self, request, queryset):
        """There is nothing in them."""
        self.decide(request, queryset, ReportState.DISMISSED)

    @admin.action(description=gettext_lazy("Open again"), permissions=["change"])
    def open_again(self, request, queryset):
        """They wait on My desk again."""
        self.decide(request, queryset, ReportState.OPEN)
