"""Quotes and claims across articles: decide, match, adopt."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles import desk
from articles.admin.base import RecordAdmin, decide_as_chosen
from articles.admin.exporting import Exporting
from articles.admin.lists import OfStories
from articles.admin.progress import decide
from articles.collections.base import Column
from articles.models import Article, Claim, Quote
from articles.text import excerpt


class ArticleRecordAdmin(OfStories, RecordAdmin):
    """A record that belongs to an article and was suggested by the intake or entered by hand."""

    @admin.display(description=_("article"))
    def article_link(self, record):
        """The article's editor."""
        article = record.article
        address = reverse("admin:articles_article_change", args=[article.pk])
        return format_html('<a href="{}">{}</a>', address, excerpt(article.headline, 50))

    def save_model(self, request, record, form, change):
        """Save, then bring what follows from the article up to date."""
        before = desk.References.of(record.article)
        super().save_model(request, record, form, change)
        decide_as_chosen(self, request, form)
        desk.refresh_article(record.article, before)

    def has_delete_permission(self, request, obj=None):
        """It goes with its article, or alone while nobody has read it; afterwards it is rejected, with a correction."""
        if obj is None:
            return super().has_delete_permission(request)
        article = obj.article
        article_admin = self.admin_site._registry[Article]
        return not article.has_been_public and article_admin.has_change_permission(request, article)

    def delete_model(self, request, record):
        """Delete, then bring what follows from the article up to date."""
        article = record.article
        before = desk.References.of(article)
        super().delete_model(request, record)
        desk.refresh_article(article, before)

    def delete_queryset(self, request, queryset):
        """Delete each one with its consequences."""
        for record in queryset:
            self.delete_model(request, record)


@admin.register(Quote)
class QuoteAdmin(Exporting, ArticleRecordAdmin):
    """Decide on quotes."""

    collection = "quotes"
    story = "parent"
    desk_columns = (Column("review", _("review"), "review"),)
    list_display = ("__str__", "said_by", "said_for", "attribution", "review", "shown", "article_link")
    list_filter = ("review", "attribution", "kind", "language", "marks_balanced")
    list_select_related = ("speaker", "organisation", "parent")
    autocomplete_fields = ("speaker", "organisation")
    readonly_fields = ("article_link", "sentence", "extracted_by")
    exclude = ("parent", "region", "ordering")
    ordering = ("-id",)
    actions = ("accept", "reject")

    @admin.display(description=_("speaker"))
    def said_by(self, quote):
        """The speaker's name."""
        return quote.speaker_name

    @admin.display(description=_("organisation then"))
    def said_for(self, quote):
        """The organisation's name."""
        return quote.organisation_name

    def has_add_permission(self, request):
        """A quote is written in its article."""
        return False

    @admin.action(description=_("Accept"), permissions=["change"])
    def accept(self, request, queryset):
        """Accept, entering speaker and organisation in the directory where they are new."""
        return decide(self, request, queryset, desk.accept_quote, _("Accepted"))

    @admin.action(description=_("Reject: it is not a quotation"), permissions=["change"])
    def reject(self, request, queryset):
        """Reject; the words stay in the story as text."""
        return decide(self, request, queryset, desk.reject_quote, _("Rejected"))


@admin.register(Claim)
class ClaimAdmin(ArticleRecordAdmin):
    """Decide on claims and tie them to investments."""

    list_display = ("__str__", "stage", "place_text", "investment", "is_adopted", "review", "shown", "article_link")
    list_filter = ("review", "stage", "qualifier", "currency", ("investment", admin.EmptyFieldListFilter))
    list_select_related = ("investment", "article", "adopted_by")
    autocomplete_fields = ("article", "investment")
    readonly_fields = ("extracted_by", "rate")
    ordering = ("-id",)
    actions = ("accept", "reject", "open_investment", "adopt")

    def get_readonly_fields(self, request, obj=None):
        """A claim stays with the story that makes it: out of another one it would go from readers uncorrected."""
        fixed = super().get_readonly_fields(request, obj)
        return (*fixed, "article") if obj else fixed

    @admin.display(description=_("implied rate"))
    def rate(self, claim):
        """What the story's own equivalent makes of the exchange rate."""
        return f"{claim.implied_rate:,.2f}" if claim.implied_rate else "–"

    @admin.display(boolean=True, description=_("adopted"))
    def is_adopted(self, claim):
        """Whether an investment takes its figures from it."""
        return hasattr(claim, "adopted_by")

    @admin.action(description=_("Accept"), permissions=["change"])
    def accept(self, request, queryset):
        """Accept that the article says so."""
        return decide(self, request, queryset, desk.accept_claim, _("Accepted"))

    @admin.action(description=_("Reject: the sentence claims no such thing"), permissions=["change"])
    def reject(self, request, queryset):
        """Reject."""
        return decide(self, request, queryset, desk.reject_claim, _("Rejected"))

    @admin.action(description=_("Open a new investment from the claim"), permissions=["change"])
    def open_investment(self, request, queryset):
        """Open an investment and adopt the claim."""
        return decide(self, request, queryset, desk.open_investment, _("Investments opened"))

    @admin.action(description=_("Adopt: the investment takes its figures from this claim"), permissions=["change"])
    def adopt(self, request, queryset):
        """Adopt."""
        return decide(self, request, queryset, desk.adopt, _("Adopted"))
