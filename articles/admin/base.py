"""What the desk's admin classes share."""

from django import forms
from django.contrib import admin, messages
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from articles import desk
from articles.models import Alias, Claim, Quote
from articles.models.fields import Prose
from articles.vocabulary import AliasKind, Review

# Long texts grow with what is typed; empty ones should not push the rest of the form away.
SHORT_TEXTS = {Prose: {"widget": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})}}


def public_address(record):
    """Return the record's page when readers can see it, in the story's own language when it has one."""
    if not (record.url_name and record.is_public):
        return None
    with translation.override(getattr(record, "language", None) or translation.get_language()):
        return record.get_absolute_url()


class RecordAdmin(admin.ModelAdmin):
    """A model with a public page."""

    list_per_page = 50
    show_full_result_count = False
    view_on_site = staticmethod(public_address)
    formfield_overrides = SHORT_TEXTS

    @admin.display(boolean=True, description=_("public"), ordering="public_from")
    def shown(self, record):
        """Whether readers see it now."""
        return record.is_public


class AliasInline(admin.TabularInline):
    """The other names of an entity; its own names are aliases too, which the desk keeps."""

    model = Alias
    extra = 0
    fields = ("text", "kind")

    def get_queryset(self, request):
        """Leave out the names that are derived."""
        return super().get_queryset(request).exclude(kind=AliasKind.NAME)

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        """Offer only kinds that an editor decides."""
        if db_field.name == "kind":
            kwargs["choices"] = [choice for choice in AliasKind.choices if choice[0] != AliasKind.NAME]
        return super().formfield_for_choice_field(db_field, request, **kwargs)


def carry_out(modeladmin, request, form):
    """Let what was chosen in the form of a quote or claim have its consequences, as the desk's acts have them.

    What the desk cannot do is told to the editor, and the record stays as undecided as it was.
    """
    record, changed = form.instance, form.changed_data
    if record.pk is None:
        return
    try:
        if isinstance(record, Quote) and "review" in changed:
            chosen, record.review = record.review, form.initial.get("review", Review.SUGGESTED)
            decide_quote(record, chosen)
        matched = isinstance(record, Claim) and "investment" in changed and record.investment
        if matched and record.review != Review.REJECTED:
            desk.match(record, matched)
    except desk.DeskError as error:
        # Only the decision: the act is undone, and with it entries that the record in hand may point to.
        type(record).objects.filter(pk=record.pk).update(review=record.review)
        modeladmin.message_user(request, f"{record}: {error}", messages.ERROR)


def decide_quote(quote, chosen):
    """Take a quote from the decision it stands at to the chosen one."""
    if chosen == Review.ACCEPTED:
        desk.accept_quote(quote)
    elif chosen == Review.REJECTED:
        desk.reject_quote(quote)
    else:
        quote.review = chosen
        quote.save()


def decide(modeladmin, request, queryset, act, done):
    """Carry out a desk act on each record, log it, and tell the editor what happened and what could not be."""
    count = 0
    records = list(queryset)
    if not records:
        modeladmin.message_user(request, _("None of the chosen entries can take this step."), messages.WARNING)
    for record in records:
        try:
            act(record)
        except desk.DeskError as error:
            modeladmin.message_user(request, f"{record}: {error}", messages.ERROR)
            continue
        modeladmin.log_change(request, record, str(done))
        count += 1
    if count:
        modeladmin.message_user(request, f"{done}: {count}", messages.SUCCESS)
