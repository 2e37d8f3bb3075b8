"""The article's editor: blocks, claims, doubts, and the way to the reader."""

from content_editor.admin import ContentEditor, ContentEditorInline
from django.contrib import admin, messages
from django.db.models import Count, Q
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from js_asset import Media

from articles import desk
from articles.admin.base import SHORT_TEXTS, RecordAdmin, carry_out, decide
from articles.models import Article, Claim, block_kinds
from articles.text import excerpt
from articles.vocabulary import DoubtKind, Review, Status


def block_inline(kind):
    """Return the editor's form for a kind of block, made from its declaration."""
    options = {
        "icon": kind.icon,
        "autocomplete_fields": kind.autocomplete,
        "formfield_overrides": SHORT_TEXTS,
        "view_on_site": False,
    }
    if kind.layout:
        (title, fields), *rest = kind.layout
        rest = [(title, {"fields": fields, "classes": ["collapse"]}) for title, fields in rest]
        options["fieldsets"] = [(title, {"fields": (*fields, "region", "ordering")}), *rest]
    return ContentEditorInline.create(kind, **options)


class ClaimInline(admin.StackedInline):
    """What the story claims."""

    model = Claim
    extra = 0
    autocomplete_fields = ("investment",)
    classes = ("collapse",)
    view_on_site = False
    formfield_overrides = SHORT_TEXTS
    fieldsets = (
        (None, {"fields": (("review", "stage"), "sentence", ("investor_text", "place_text"), "investment")}),
        (
            _("Amount"),
            {
                "fields": (
                    ("amount_text", "qualifier"),
                    ("amount_min", "amount_max", "currency"),
                    ("per", "basis"),
                    ("equivalent_text", "equivalent_amount", "equivalent_currency"),
                )
            },
        ),
        (_("Details"), {"fields": (("stage_text", "activity"), ("event_on", "event_precision"))}),
    )


@admin.register(Article)
class ArticleAdmin(RecordAdmin, ContentEditor):
    """Write, check, publish, withdraw."""

    list_display = ("headline", "language", "section", "status", "undecided", "published_at", "shown")
    list_filter = ("status", "language", "section", "outlet", "topics")
    list_select_related = ("section",)
    search_fields = ("headline", "search_text", "public_id")
    date_hierarchy = "published_at"
    ordering = ("-updated_at",)
    autocomplete_fields = ("section", "outlet", "republished_from", "topics")
    prepopulated_fields = {"slug": ("headline",)}
    readonly_fields = ("status", "public_from", "released_at", "withdrawn_at", "doubt_list", "source", "updated_at")
    inlines = [*map(block_inline, block_kinds()), ClaimInline]
    actions = ("send_to_review", "publish", "withdraw", "accept_records")
    fieldsets = (
        (None, {"fields": ("doubt_list", "headline", "standfirst", ("language", "section"), "byline", "topics")}),
        (
            _("Origin and dates"),
            {
                "fields": (
                    ("outlet", "republished_from"),
                    "source_url",
                    ("published_at", "published_precision"),
                    "embargo_until",
                )
            },
        ),
        (_("State"), {"fields": (("status", "public_from"), ("released_at", "withdrawn_at"), "updated_at")}),
        (_("Address"), {"classes": ("collapse",), "fields": ("slug",)}),
        (_("Source text"), {"classes": ("collapse",), "fields": ("source",)}),
    )

    def get_queryset(self, request):
        """Count what waits for a decision."""
        quotes = Count("quote_blocks", Q(quote_blocks__review=Review.SUGGESTED), distinct=True)
        claims = Count("claims", Q(claims__review=Review.SUGGESTED), distinct=True)
        return super().get_queryset(request).annotate(open_quotes=quotes, open_claims=claims)

    @admin.display(description=_("awaiting decision"))
    def undecided(self, article):
        """How many suggested quotes and claims wait."""
        return article.open_quotes + article.open_claims or ""

    @admin.display(description=_("Doubts"))
    def doubt_list(self, article):
        """What the import asks the editor to look at, most important first."""
        labels = dict(DoubtKind.choices)
        rows = ((labels.get(doubt["kind"], doubt["kind"]), excerpt(doubt["text"], 200)) for doubt in article.doubts)
        return format_html_join("", "<div><strong>{}</strong> {}</div>", rows) or "–"

    @admin.display(description=_("As the source printed it"))
    def source(self, article):
        """The source text, unaltered."""
        return format_html("<pre>{}</pre>", article.source_text) if article.source_text else "–"

    def render_change_form(self, request, context, **kwargs):
        """Give the editor's import map the nonce that the security policy asks for."""
        response = super().render_change_form(request, context, **kwargs)
        media = Media.from_media(response.context_data["media"], nonce=str(request.csp_nonce))
        response.context_data["media"] = media
        return response

    def save_model(self, request, article, form, change):
        """Remember what the article referred to before the change."""
        request.references = desk.References.of(article) if change else desk.References()
        super().save_model(request, article, form, change)

    def save_related(self, request, form, formsets, change):
        """Bring everything that follows from the article up to date, once blocks and claims are saved."""
        super().save_related(request, form, formsets, change)
        for formset in formsets:
            for inline in formset.forms:
                carry_out(self, request, inline)
        desk.refresh_article(form.instance, request.references)

    def delete_model(self, request, article):
        """Delete, then take from public view what only this article supported."""
        before = desk.References.of(article)
        super().delete_model(request, article)
        desk.refresh_references(before)

    def delete_queryset(self, request, queryset):
        """Delete each one with its consequences."""
        for article in queryset:
            self.delete_model(request, article)

    def has_publish_permission(self, request):
        """Whether the user may publish and withdraw."""
        return request.user.has_perm("articles.publish_article")

    @admin.action(description=_("Send to review"), permissions=["change"])
    def send_to_review(self, request, queryset):
        """Hand drafts to the editors."""
        decide(self, request, queryset.filter(status=Status.DRAFT), desk.send_to_review, _("Sent to review"))

    @admin.action(description=_("Publish"), permissions=["publish"])
    def publish(self, request, queryset):
        """Release to readers, now or from the embargo."""
        waiting = list(queryset.exclude(status=Status.PUBLISHED))
        decide(self, request, waiting, desk.publish, _("Published"))
        for article in waiting:
            if article.open_quotes or article.open_claims:
                text = _("Readers do not see the quotes and claims that are still to be decided.")
                self.message_user(request, f"{article}: {text}", messages.WARNING)

    @admin.action(description=_("Withdraw"), permissions=["publish"])
    def withdraw(self, request, queryset):
        """Take from readers."""
        decide(self, request, queryset.filter(status=Status.PUBLISHED), desk.withdraw, _("Withdrawn"))

    @admin.action(description=_("Accept all suggested quotes and claims"), permissions=["change"])
    def accept_records(self, request, queryset):
        """Accept every suggestion of the articles."""
        for article in queryset:
            quotes = article.quote_blocks.filter(review=Review.SUGGESTED)
            claims = article.claims.filter(review=Review.SUGGESTED)
            if quotes.exists():
                decide(self, request, quotes, desk.accept_quote, _("Quotes accepted"))
            if claims.exists():
                decide(self, request, claims, desk.accept_claim, _("Claims accepted"))
