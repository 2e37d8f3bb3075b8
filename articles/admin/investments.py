"""Investments, their stakes and the claims they rest on; exchange rates."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles import desk
from articles.admin.base import RecordAdmin, RecordForm
from articles.admin.exporting import Exporting
from articles.admin.filters import CalendarFilter, NamedFilter
from articles.admin.history import HistoryAdmin
from articles.admin.lists import ListAdmin, OfStories
from articles.collections.base import Column
from articles.models import Claim, Investment, Organisation, Rate, Stake
from articles.vocabulary import Review


class StakeInline(admin.TabularInline):
    """Who has which part."""

    model = Stake
    extra = 0
    autocomplete_fields = ("organisation",)


class MatchedClaimInline(OfStories, admin.TabularInline):
    """What stories claim about the investment; claims are edited in their article."""

    model = Claim
    extra = 0
    can_delete = False
    show_change_link = True
    view_on_site = False
    fields = readonly_fields = ("article", "sentence", "amount_text", "stage", "review")
    verbose_name_plural = _("claims about this investment")

    def has_add_permission(self, request, investment):
        """Claims come from articles."""
        return False


class InvestmentForm(RecordForm):
    """An investment, and which of its claims it takes its figures from."""

    figures_from = forms.ModelChoiceField(
        Claim.objects.none(),
        required=False,
        label=_("Figures from"),
        help_text=_("Amount, currency and stage come from this claim."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            accepted = self.instance.claims.filter(review=Review.ACCEPTED)
            self.fields["figures_from"].queryset = accepted
            self.fields["figures_from"].initial = self.instance.adopted_id
        if self.instance.adopted_id:
            self.fields["figures_from"].empty_label = None

    def clean_figures_from(self):
        """Refuse a claim with which readers would lose the investment."""
        chosen = self.cleaned_data["figures_from"]
        if chosen and "figures_from" in self.changed_data and desk.would_hide(self.instance, chosen.article):
            raise forms.ValidationError(gettext(desk.WOULD_HIDE))
        return chosen


@admin.register(Investment)
class InvestmentAdmin(Exporting, OfStories, RecordAdmin):
    """What is counted."""

    collection = "investments"
    story = "adopted__article"
    desk_columns = (Column("review", _("review"), "adopted.review"),)
    form = InvestmentForm
    list_display = ("__str__", "stage", "amount", "destination", "kind", "announced_on", "confidence", "shown")
    list_filter = (
        "stage",
        "kind",
        "confidence",
        ("announced_on", CalendarFilter),
        ("sector", NamedFilter),
        ("adopted", admin.EmptyFieldListFilter),
    )
    list_select_related = ("adopted", "destination")
    ordering = ("-id",)
    autocomplete_fields = ("recipient", "destination", "sector")
    readonly_fields = (
        "stage",
        "amount",
        "usd_min",
        "usd_max",
        "usd_rate",
        "usd_rate_on",
        "usd_rate_source",
        "public_from",
    )
    inlines = (StakeInline, MatchedClaimInline)
    fieldsets = (
        (None, {"fields": ("title_ko", "title_en", "title_vi", "destination", "recipient", "sector")}),
        (None, {"fields": (("kind", "activity"), ("announced_on", "announced_precision"), "confidence", "source_url")}),
        (
            _("Figures"),
            {
                "fields": (
                    "figures_from",
                    ("stage", "amount"),
                    ("usd_min", "usd_max"),
                    ("usd_rate", "usd_rate_on", "usd_rate_source"),
                    "public_from",
                )
            },
        ),
    )

    @admin.display(description=_("amount"), ordering="usd_max")
    def amount(self, investment):
        """The amount as the adopted claim prints it."""
        return investment.adopted.amount_text if investment.adopted else ""

    def has_delete_permission(self, request, obj=None):
        """What readers can see is not deleted; the claim that makes it public is rejected, with a correction."""
        return super().has_delete_permission(request, obj) and (obj is None or obj.public_from is None)

    def save_model(self, request, investment, form, change):
        """Save, and adopt the claim when another one was chosen."""
        request.parties = parties(investment) if change else set()
        super().save_model(request, investment, form, change)
        chosen = form.cleaned_data.get("figures_from")
        if chosen and "figures_from" in form.changed_data:
            desk.adopt(chosen)

    def save_related(self, request, form, formsets, change):
        """Bring figures, search text and the organisations' publication up to date."""
        super().save_related(request, form, formsets, change)
        self.refresh(form.instance.pk, request.parties)

    def refresh(self, pk, before):
        """Refresh the investment and every organisation that has or had a part in it."""
        desk.refresh_references(desk.References(investments={pk}, organisations=before))

    def delete_model(self, request, investment):
        """Delete, then take from public view the organisations that only it made public."""
        before = parties(investment)
        super().delete_model(request, investment)
        desk.refresh_references(desk.References(organisations=before))

    def delete_queryset(self, request, queryset):
        """Delete each one with its consequences."""
        for investment in queryset:
            self.delete_model(request, investment)


def parties(investment):
    """Return the ids of the organisations that have a part in the investment as it is stored."""
    stored = Organisation.objects.filter(stakes__investment=investment.pk)
    received = Organisation.objects.filter(received=investment.pk)
    return set((stored | received).values_list("pk", flat=True))


@admin.register(Rate)
class RateAdmin(ListAdmin, HistoryAdmin):
    """Rates that no other source has."""

    list_display = ("currency", "day", "per_usd", "source")
    list_filter = ("currency",)
    search_fields = ("currency", "source")
    date_hierarchy = "day"

    def save_model(self, request, rate, form, change):
        """Save, and value the investments in that currency anew."""
        super().save_model(request, rate, form, change)
        revalue(rate.currency)

    def delete_model(self, request, rate):
        """Delete, and value the investments in that currency anew."""
        super().delete_model(request, rate)
        revalue(rate.currency)

    def delete_queryset(self, request, queryset):
        """Delete each one with its consequences."""
        for rate in queryset:
            self.delete_model(request, rate)


def revalue(currency):
    """Value the investments in a currency anew."""
    desk.refresh_investments(Investment.objects.filter(adopted__currency=currency).values_list("pk", flat=True))
