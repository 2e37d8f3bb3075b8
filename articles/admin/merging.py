"""Merging in the admin: choose the other entry, see both side by side, decide which one stays, and the log of it."""

from urllib.parse import urlencode

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Case, OuterRef, Subquery, When
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles import desk
from articles.admin.base import public_address
from articles.admin.lists import ListAdmin, WrittenOnce
from articles.models import Merge, Organisation, Person, Place
from articles.vocabulary import AliasKind, MergeKind

MODELS = {MergeKind.PERSON: Person, MergeKind.ORGANISATION: Organisation, MergeKind.PLACE: Place}
MOST_FOUND = 20


class MergingMixin:
    """Adds to the admin of an entry: the action on two rows, the button on the form, and the pages behind them.

    Whoever merges needs the permission to add a merge, and to change both entries.
    """

    actions = ("merge_chosen",)
    change_form_template = "desk/entry_change_form.html"
    change_list_template = "desk/entry_change_list.html"

    def get_urls(self):
        """Put the pages before the form, whose address would take any word for a key."""
        view, name = self.admin_site.admin_view, f"articles_{self.opts.model_name}"
        return [
            path("merge/", view(self.merge_view), name=f"{name}_merge"),
            path("duplicates/", view(self.duplicates_view), name=f"{name}_duplicates"),
            *super().get_urls(),
        ]

    def merge_url(self, **entries):
        """Return the address of the page on which `keep` and `drop` are compared, or the missing one is chosen."""
        keys = {name: entry.pk for name, entry in entries.items()}
        return f"{reverse(f'admin:articles_{self.opts.model_name}_merge')}?{urlencode(keys)}"

    def list_url(self):
        """Return the address of the list."""
        return reverse(f"admin:articles_{self.opts.model_name}_changelist")

    def has_merge_permission(self, request):
        """Whether the user may merge entries of this kind at all."""
        return request.user.has_perm("articles.add_merge") and self.has_change_permission(request)

    def render_change_form(self, request, context, *args, **kwargs):
        """Offer the button to those who may merge."""
        entry = kwargs.get("obj")
        if entry is not None and self.has_merge_permission(request):
            context["merge_url"] = self.merge_url(drop=entry)
        return super().render_change_form(request, context, *args, **kwargs)

    def changelist_view(self, request, extra_context=None):
        """Link to the possible duplicates."""
        if self.has_merge_permission(request):
            duplicates = reverse(f"admin:articles_{self.opts.model_name}_duplicates")
            extra_context = {"duplicates_url": duplicates, **(extra_context or {})}
        return super().changelist_view(request, extra_context)

    @admin.action(description=_("Merge the two chosen entries…"), permissions=["merge"])
    def merge_chosen(self, request, queryset):
        """Compare two entries before they are merged."""
        chosen = list(queryset.order_by("pk")[:3])
        if len(chosen) != 2:
            self.message_user(request, _("Choose exactly two entries to merge."), messages.ERROR)
            return None
        return HttpResponseRedirect(self.merge_url(keep=chosen[0], drop=chosen[1]))

    def merge_view(self, request):
        """Choose the other entry; compare the two; merge them."""
        if not self.has_merge_permission(request):
            raise PermissionDenied
        named = {name: request.GET[name] for name in ("keep", "drop") if request.GET.get(name)}
        entries = {name: self.get_object(request, pk) for name, pk in named.items()}
        if None in entries.values() or not entries:
            message = _("An entry is not there any more; it may have been merged already.")
            self.message_user(request, message, messages.ERROR)
            return HttpResponseRedirect(self.list_url())
        if not all(self.has_change_permission(request, entry) for entry in entries.values()):
            raise PermissionDenied
        if len(entries) == 1 or entries["keep"] == entries["drop"]:
            return self.choose(request, *list(entries.values())[:1])
        if request.method == "POST":
            return self.carry_out_merge(request, **entries)
        return self.compare(request, **entries)

    def choose(self, request, entry):
        """Show where the other entry can be found: likely ones, and a search that needs no script."""
        words = request.GET.get("q", "").strip()
        found = self.search(request, words).exclude(pk=entry.pk)[:MOST_FOUND] if words else []
        context = {
            "title": _("Merge “%s” into…") % entry,
            "entry": entry,
            "words": words,
            "found": [(other, self.merge_url(keep=other, drop=entry)) for other in found],
            "similar": [(other, self.merge_url(keep=other, drop=entry)) for other in desk.find_similar(entry)],
        }
        return self.page(request, "desk/merge_choose.html", context)

    def search(self, request, words):
        """Return the entries that the list's own search finds."""
        rows = self.get_queryset(request)
        found, _repeats = self.get_search_results(request, rows, words)
        return rows.filter(pk__in=found.order_by().values("pk")).order_by(*self.ordering).prefetch_related("aliases")

    def compare(self, request, keep, drop):
        """Show both entries, what moves, and why they cannot be merged when they cannot."""
        problem = ""
        try:
            desk.check_merge(keep, drop)
        except desk.DeskError as error:
            problem = str(error)
        kept, dropped = desk.count_references(keep), desk.count_references(drop)
        context = {
            "title": _("Merge “%(drop)s” into “%(keep)s”") % {"drop": drop, "keep": keep},
            "keep": keep,
            "drop": drop,
            "facts": list(zip(facts(keep), facts(drop), strict=True)),
            "counts": [(desk.describe(n), kept.get(n, 0), dropped.get(n, 0)) for n in sorted({*kept, *dropped})],
            "moved": [(desk.describe(name), count) for name, count in dropped.items()],
            "problem": problem,
            "swap_url": self.merge_url(keep=drop, drop=keep),
        }
        return self.page(request, "desk/merge_compare.html", context)

    def carry_out_merge(self, request, keep, drop):
        """Merge what the editor has seen, and say what moved."""
        shown = {keep.pk: request.POST.get("keep_version"), drop.pk: request.POST.get("drop_version")}
        if not all(self.model.objects.unchanged(pk, version) for pk, version in sorted(shown.items())):
            message = _("One of the two was changed meanwhile. Look at them again before you merge them.")
            self.message_user(request, message, messages.WARNING)
            return self.compare(request, keep, drop)
        try:
            merged = desk.merge(keep, drop)
        except desk.DeskError as error:
            self.message_user(request, str(error), messages.ERROR)
            return self.compare(request, keep, drop)
        keep.refresh_from_db()
        names = {"drop": merged.old_name, "keep": keep}
        message = gettext("“%(drop)s” was merged into “%(keep)s”.") % names
        self.log_change(request, keep, message)
        if merged.moved:
            message = gettext("%(done)s Moved: %(what)s.") % {"done": message, "what": what_moved(merged)}
        self.message_user(request, message, messages.SUCCESS)
        return HttpResponseRedirect(reverse(f"admin:articles_{self.opts.model_name}_change", args=[keep.pk]))

    def duplicates_view(self, request):
        """List pairs of entries that may be one."""
        if not self.has_merge_permission(request):
            raise PermissionDenied
        pairs = [(one, other, self.merge_url(keep=one, drop=other)) for one, other in desk.find_duplicates(self.model)]
        context = {"title": _("Possible duplicates"), "pairs": pairs}
        return self.page(request, "desk/duplicates.html", context)


def facts(entry):
    """Return what the desk has entered of an entry, as (label, value) pairs in the order of its columns."""
    columns = [field for field in entry._meta.concrete_fields if field.editable and not field.primary_key]
    shown = [(field.verbose_name, shown_value(entry, field)) for field in columns]
    aliases = entry.aliases.exclude(kind=AliasKind.NAME)
    others = ", ".join(f"{alias.text} ({alias.get_kind_display()})" for alias in aliases)
    page = public_address(entry)
    link = format_html('<a href="{}">{}</a>', page, _("Page for readers")) if page else _("not public")
    return [*shown, (_("other names"), others or "–"), (_("readers"), link)]


def shown_value(entry, field):
    """Return the value of a column in words."""
    if field.choices:
        return getattr(entry, f"get_{field.name}_display")()
    value = getattr(entry, field.name)
    return "–" if value in field.empty_values else value


def what_moved(merged):
    """Return what a merge moved on one line."""
    return ", ".join(f"{desk.describe(name)}: {count}" for name, count in merged.moved.items())


@admin.register(Merge)
class MergeAdmin(WrittenOnce, ListAdmin):
    """The log of merges. It is also where old addresses lead, so nobody changes it by hand."""

    list_display = ("at", "kind", "old_name", "kept", "moved_rows", "by")
    list_filter = ("kind",)
    list_select_related = ("by",)
    search_fields = ("old_name", "kept_name", "old_id", "kept_id")
    fields = readonly_fields = ("at", "by", "kind", "old_name", "old_id", "kept", "kept_id", "moved_rows")

    def get_queryset(self, request):
        """Bring the key of the entry that stayed."""
        stayed = {kind: model.objects.filter(public_id=OuterRef("kept_id")) for kind, model in MODELS.items()}
        found = Case(*(When(kind=kind, then=Subquery(rows.values("pk")[:1])) for kind, rows in stayed.items()))
        return super().get_queryset(request).annotate(kept_pk=found)

    @admin.display(description=_("stays"), ordering="kept_name")
    def kept(self, merged):
        """The entry that stayed, as long as it is there."""
        if merged.kept_pk is None:
            return merged.kept_name
        address = reverse(f"admin:articles_{merged.kind}_change", args=[merged.kept_pk])
        return format_html('<a href="{}">{}</a>', address, merged.kept_name)

    @admin.display(description=_("moved"))
    def moved_rows(self, merged):
        """What pointed to the entry that went."""
        return what_moved(merged) or "–"
