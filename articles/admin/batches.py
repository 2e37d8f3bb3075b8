"""Tables of investments: upload, look at what was understood, import, undo."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from articles import desk, tables
from articles.admin.batch_report import preview_of, report_of, summary_of
from articles.admin.lists import ListAdmin
from articles.admin.progress import finish, show_progress
from articles.desk import batches
from articles.models import Article, Batch

# More rows than this are imported on a page that shows the progress.
LONG_TABLE = 200


class UploadForm(forms.ModelForm):
    """A file, and the story that printed it. `may_claim` tells which stories the user may give claims."""

    may_claim = None

    file = forms.FileField(
        label=gettext_lazy("Table"),
        help_text=gettext_lazy("CSV or XLSX, at most 5 MB and 20,000 rows. The first line names the columns."),
    )

    class Meta:
        model = Batch
        fields = ("article",)

    def clean_article(self):
        """Refuse a story that the user may not give claims."""
        article = self.cleaned_data["article"]
        if article and not self.may_claim(article):
            raise forms.ValidationError(_("You may not give this story claims."))
        return article

    def clean(self):
        """Read the table. What makes it no table at all is an error of the form; wrong rows are told on its page."""
        cleaned = super().clean()
        if not self.errors:
            file = cleaned["file"]
            try:
                self.batch = batches.draft_batch(file.read(), file.name, cleaned["article"], self.may_claim)
            except tables.TableError as error:
                self.add_error("file", str(error))
        return cleaned

    def save(self, commit=True):
        """Return the batch, saved with its report."""
        self.batch.save()
        return self.batch


@admin.register(Batch)
class BatchAdmin(ListAdmin):
    """What was uploaded, what became of it, and the way back."""

    form = UploadForm
    add_form_template = "desk/batch_upload.html"
    fields = ("file", "article")
    autocomplete_fields = ("article",)
    list_display = ("file_name", "article", "by", "at", "applied_at", "undone_at")
    list_select_related = ("article", "by")
    search_fields = ("file_name", "article__headline")
    date_hierarchy = "at"

    def get_queryset(self, request):
        """Leave the long texts of the stories in the database."""
        return super().get_queryset(request).defer("table", "report", "article__source_text", "article__doubts")

    def has_add_permission(self, request):
        """Whoever imports a table makes investments, and decides with it that its stories claim them."""
        allowed = request.user.has_perms(["articles.add_investment", "articles.decide_records"])
        return allowed and super().has_add_permission(request)

    def has_change_permission(self, request, obj=None):
        """A table is imported as it was read, or not at all."""
        return False

    def has_delete_permission(self, request, obj=None):
        """A table that was only looked at holds nothing but its story; what was imported is undone by its batch."""
        return self.has_add_permission(request) and (obj is None or obj.applied_at is None)

    def has_view_permission(self, request, obj=None):
        """Whoever may upload sees what became of it."""
        return super().has_view_permission(request, obj) or self.has_add_permission(request)

    def get_urls(self):
        """Add the two acts."""
        acts = [("import", self.import_view), ("undo", self.undo_view)]
        added = [
            path(f"<int:pk>/{name}/", require_POST(self.admin_site.admin_view(view)), name=f"articles_batch_{name}")
            for name, view in acts
        ]
        return added + super().get_urls()

    def may_claim(self, request):
        """Return the function that tells which stories this user may give claims: every one that they may see.

        A table changes no word of its story, so the story need not be theirs to edit.
        """
        visible = self.admin_site.get_model_admin(Article).visible_articles(request)
        return lambda article: visible.filter(pk=article.pk).exists()

    def get_form(self, request, obj=None, change=False, **kwargs):
        """Return the upload form, which knows whose it is."""
        form = super().get_form(request, obj, change, **kwargs)
        form.may_claim = staticmethod(self.may_claim(request))
        return form

    def render_change_form(self, request, context, **kwargs):
        """List the columns that a table may have."""
        return super().render_change_form(request, context | {"columns": batches.COLUMNS}, **kwargs)

    def save_form(self, request, form, change):
        """Save the batch with its report, in one go."""
        return form.save()

    def save_model(self, request, batch, form, change):
        """The form has saved it."""

    def save_related(self, request, form, formsets, change):
        """Nothing else belongs to it."""

    def response_add(self, request, batch, post_url_continue=None):
        """Show what was read."""
        return HttpResponseRedirect(self.address(batch))

    def address(self, batch):
        """Return the page of a batch."""
        return reverse("admin:articles_batch_change", args=[batch.pk])

    @method_decorator(require_safe)
    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Show the report: before the import what would become of each row, afterwards what became of it."""
        batch = self.found(request, object_id)
        if not self.has_view_permission(request, batch):
            raise PermissionDenied
        own = {
            "title": batch.file_name,
            "opts": self.opts,
            "batch": batch,
            "preview": preview_of(batch, self.may_claim(request)),
            "may_act": self.has_add_permission(request),
            "may_delete": self.has_delete_permission(request, batch),
        }
        context = self.admin_site.each_context(request) | report_of(batch) | own
        return TemplateResponse(request, "desk/batch.html", context)

    def found(self, request, pk):
        """Return the batch; there may be none."""
        batch = self.get_object(request, str(pk))
        if batch is None:
            raise Http404
        return batch

    def import_view(self, request, pk):
        """Carry the batch out."""
        batch = self.found(request, pk)
        on_error = batches.SKIP if request.POST.get("on_error") == batches.SKIP else batches.STOP
        steps = batches.apply_in_steps(batch, on_error, self.may_claim(request))
        return self.act(request, batch, steps, _("Importing %s") % batch.file_name)

    def undo_view(self, request, pk):
        """Take back what the batch made."""
        batch = self.found(request, pk)
        return self.act(request, batch, batches.undo_in_steps(batch), _("Undoing %s") % batch.file_name)

    def act(self, request, batch, steps, title):
        """Carry the steps out for somebody who may, on a page that shows the progress when there are many rows."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        work = self.logged(request, batch, steps, title)
        if len(batch.report) > LONG_TABLE:
            return show_progress(self, request, title, work, self.address(batch))
        try:
            outcome = finish(work)
        except desk.DeskError as error:
            outcome = [(messages.ERROR, str(error))]
        for level, text in outcome:
            self.message_user(request, text, level)
        return HttpResponseRedirect(self.address(batch))

    def logged(self, request, batch, steps, title):
        """Yield the steps, log the act, and return what to tell the editor."""
        yield from steps
        self.log_change(request, batch, title)
        batch.refresh_from_db()
        return summary_of(batch)
