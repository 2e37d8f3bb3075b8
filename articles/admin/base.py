"""What the desk's admin classes share: forms that notice other editors, corrections, decisions over many records."""

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.utils import translation
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles import desk, unsaved
from articles.admin.conflicts import differences, rebase
from articles.admin.history import HistoryAdmin
from articles.admin.lists import SearchAdmin
from articles.admin.moments import MOMENTS
from articles.admin.progress import SEEN, label_of
from articles.admin.wording import WordingForm, wording_of
from articles.models import Claim, Quote
from articles.models.fields import Prose
from articles.vocabulary import Review

# Long texts grow with what is typed; empty ones should not push the rest of the form away.
FIELDS = {**MOMENTS, Prose: {"widget": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})}}


def public_address(record):
    """Return the record's page when readers can see it, in the story's own language when it has one."""
    if not (record.url_name and record.is_public):
        return None
    with translation.override(getattr(record, "language", None) or translation.get_language()):
        return record.get_absolute_url()


class RecordForm(forms.ModelForm):
    """A form that is refused when somebody else saved the record since it was opened, and shows both versions."""

    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    correction_needed = None
    is_conflict = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["seen_version"] = self.instance.version if self.instance.pk else None

    def clean(self):
        """Ask the database, under a lock, whether the record is still what the editor saw."""
        super().clean()
        record = self.instance
        if record.pk and not type(record).objects.unchanged(record.pk, self.cleaned_data.get("seen_version")):
            self.is_conflict = True
            self.add_error(None, _("Somebody else has saved this while you were writing. Nothing of yours is lost."))
        elif self.correction_needed:
            self.add_error(None, str(self.correction_needed))

    def accept_current_version(self):
        """Let the next save go through: by then the editor has been shown what was saved in between."""
        self.data = self.data.copy()
        self.data[self.add_prefix("seen_version")] = type(self.instance).objects.get(pk=self.instance.pk).version


class RecordAdmin(SearchAdmin, HistoryAdmin):
    """A model with a public page."""

    form = RecordForm
    change_form_template = "desk/change_form.html"
    view_on_site = staticmethod(public_address)
    formfield_overrides = FIELDS

    @admin.display(boolean=True, description=_("public"), ordering="public_from")
    def shown(self, record):
        """Whether readers see it now."""
        return record.is_public

    def action_checkbox(self, record):
        """The box that chooses a row, with the version that the list shows."""
        box = super().action_checkbox(record)
        hidden = '{}<input type="hidden" name="{}" value="{}:{}">'
        return format_html(hidden, box, SEEN, label_of(record), record.version)

    def get_deleted_objects(self, objs, request):
        """Leave out the rows that only tie two records together: nobody has written them."""
        tree, counts, needed, protected = super().get_deleted_objects(objs, request)
        ties = [model._meta for model in apps.get_models(include_auto_created=True) if model._meta.auto_created]
        titles = tuple(f"{capfirst(tie.verbose_name)}: " for tie in ties)
        for tie in ties:
            counts.pop(tie.verbose_name_plural, None)
        return without(tree, titles), counts, needed, protected

    def get_fields(self, request, obj=None):
        """Leave the version to the template."""
        return [name for name in super().get_fields(request, obj) if name != "seen_version"]

    def get_form(self, request, obj=None, change=False, **kwargs):
        """Return a form that knows whether a correction is asked for."""
        form = super().get_form(request, obj, change, **kwargs)
        form.correction_needed = getattr(request, "correction_needed", None)
        return form

    def get_formset_kwargs(self, request, obj, inline, prefix):
        """Turn rows that somebody else deleted meanwhile into new ones, so that their words are not lost."""
        params = super().get_formset_kwargs(request, obj, inline, prefix)
        if "data" in params and obj.pk and request.POST.get("seen_version") != str(obj.version):
            stored = params["queryset"].filter(**{inline.fk_name or obj._meta.model_name: obj})
            params["data"], params["files"] = rebase(params["data"], params["files"], prefix, stored)
        return params

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Save with the correction that was given; when one is needed and missing, take all back and ask for it."""
        if request.method == "POST":
            if refused := self.give_back(request, object_id):
                return refused
            try:
                with desk.corrected(wording_of(request)), desk.attempt():
                    return super().changeform_view(request, object_id, form_url, extra_context)
            except desk.CorrectionNeeded as needed:
                request.correction_needed = needed
        return super().changeform_view(request, object_id, form_url, extra_context)

    def give_back(self, request, object_id):
        """Return the page with what was typed when its record is gone or no longer this user's to change, else None."""
        if object_id is None:
            return None
        record = self.get_object(request, unquote(object_id))
        if not self.has_change_permission(request, record):
            return unsaved.taken_away(request, self.model)
        return None if record else unsaved.deleted(request, self.model)

    def render_change_form(self, request, context, *args, **kwargs):
        """Show what somebody else saved, and ask for a correction, where there is reason to."""
        form = context["adminform"].form
        if getattr(form, "is_conflict", False):
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            context |= {"differences": differences(form, formsets), "latest": self.latest_change(form.instance)}
            form.accept_current_version()
        if needed := getattr(request, "correction_needed", None):
            allowed = request.user.has_perm("articles.add_correction")
            context |= {"needed": needed, "wording": WordingForm.of(request) if allowed else None}
        return super().render_change_form(request, context, *args, **kwargs)


def without(tree, titles):
    """Return a list of texts, and of such lists, without the texts that begin with one of the titles."""
    kept = (without(node, titles) if isinstance(node, list) else node for node in tree)
    return [node for node in kept if node != [] and not str(node).startswith(titles)]


def decide_as_chosen(modeladmin, request, form):
    """Let what was chosen in the form of a quote or claim have its consequences, as the desk's acts have them.

    What the desk cannot do is told to the editor, and the record stays as undecided as it was.
    """
    record, changed = form.instance, form.changed_data
    if record.pk is None:
        return
    try:
        with desk.attempt():
            take_decision(record, changed, form.initial.get("review", Review.SUGGESTED))
    except desk.CorrectionNeeded:
        raise
    except desk.DeskError as error:
        # Only the decision: the act is undone, and with it entries that the record in hand may point to.
        type(record).objects.filter(pk=record.pk).update(review=record.review)
        modeladmin.message_user(request, f"{record}: {error}", messages.ERROR)


def take_decision(record, changed, review_before):
    """Decide a quote, or match a claim, when the form has changed that."""
    if isinstance(record, Quote) and "review" in changed:
        chosen, record.review = record.review, review_before
        decide_quote(record, chosen)
    matched = isinstance(record, Claim) and "investment" in changed and record.investment
    if matched and record.review != Review.REJECTED:
        desk.match(record, matched)


def decide_quote(quote, chosen):
    """Take a quote from the decision it stands at to the chosen one."""
    if chosen == Review.ACCEPTED:
        desk.accept_quote(quote)
    elif chosen == Review.REJECTED:
        desk.reject_quote(quote)
    else:
        quote.review = chosen
        quote.save()
