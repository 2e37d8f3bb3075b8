"""The article's editor: blocks, claims, doubts, and the way to the reader."""

from content_editor.admin import ContentEditor
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from articles import desk
from articles.admin.base import RecordAdmin, decide_as_chosen
from articles.admin.exporting import Exporting
from articles.admin.filters import CalendarFilter, NamedFilter
from articles.admin.inlines import ClaimInline, block_inline
from articles.admin.paste import PasteStory
from articles.admin.preview import Preview
from articles.admin.progress import decide, refuse_if_changed, seen_versions
from articles.admin.records_desk import RecordsDesk
from articles.admin.translations import Translations
from articles.admin.workflow import Workflow
from articles.admin.writing import TextEditor
from articles.collections.base import Column
from articles.models import Article, Claim, Quote, Term, block_kinds
from articles.text import excerpt
from articles.vocabulary import DoubtKind, Review, Status

ACCEPT = {Quote: desk.accept_quote, Claim: desk.accept_claim, Term: desk.accept_term}


@admin.register(Article)
class ArticleAdmin(
    TextEditor, Exporting, RecordsDesk, PasteStory, Translations, Preview, Workflow, RecordAdmin, ContentEditor
):
    """Write, check, publish, correct, withdraw."""

    collection = "articles"
    desk_columns = (Column("status", _("status"), "status"),)
    change_form_template = "desk/article_form.html"
    list_display = ("headline", "language", "section", "state", "undecided", "published_at", "shown")
    list_filter = (
        "status",
        "language",
        ("published_at", CalendarFilter),
        ("section", NamedFilter),
        ("outlet", NamedFilter),
        ("topics", NamedFilter),
    )
    list_select_related = ("section",)
    ordering = ("-updated_at", "-id")
    autocomplete_fields = ("section", "outlet", "republished_from", "topics")
    prepopulated_fields = {"slug": ("headline",)}
    readonly_fields = ("doubt_list", "source")
    inlines = [*map(block_inline, block_kinds()), ClaimInline]
    actions = (*Workflow.actions, "accept_records")
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
        (_("Address"), {"classes": ("collapse",), "fields": ("slug",)}),
        (_("Source text"), {"classes": ("collapse",), "fields": ("source",)}),
    )

    def get_readonly_fields(self, request, obj=None):
        """The embargo of a published story decides when readers see it: that is for who publishes."""
        fixed = super().get_readonly_fields(request, obj)
        decides = obj is None or obj.status != Status.PUBLISHED or self.has_publish_permission(request)
        return fixed if decides else (*fixed, "embargo_until")

    def get_queryset(self, request):
        """Show what the user may see, and count what waits for a decision: for the rows of one page only."""
        return self.visible_articles(request).with_undecided()

    def visible_articles(self, request):
        """Return the articles the user may see: the one place that says which."""
        return desk.stories_seen_by(request.user, super().get_queryset(request))

    def find_article(self, request, object_id):
        """Return an article that the user may see. Raises Http404 and PermissionDenied."""
        article = self.get_object(request, unquote(str(object_id)))
        if article is None:
            raise Http404
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        return article

    def has_change_permission(self, request, obj=None):
        """Editors change every article; others only their own drafts."""
        if not super().has_change_permission(request, obj):
            return False
        own_draft = obj is None or (obj.owner_id == request.user.pk and obj.status == Status.DRAFT)
        return own_draft or request.user.has_perm("articles.edit_all_articles")

    def has_delete_permission(self, request, obj=None):
        """What readers have seen is withdrawn, never deleted."""
        if obj is not None and (obj.has_been_public or not self.has_change_permission(request, obj)):
            return False
        return super().has_delete_permission(request, obj)

    def recoverable(self, request):
        """Who may not edit everything gets back what was last saved by their own hand."""
        return {} if request.user.has_perm("articles.edit_all_articles") else {"revision__user": request.user.pk}

    @admin.display(description=_("status"), ordering="status")
    def state(self, article):
        """Where it stands, a schedule told from what is out."""
        return _("scheduled") if article.is_scheduled else article.get_status_display()

    @admin.display(description=_("awaiting decision"))
    def undecided(self, article):
        """How many suggested quotes, claims and terms wait."""
        return article.undecided or ""

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

    def render_change_form(self, request, context, *args, **kwargs):
        """Show the way the article took and can take."""
        if article := context.get("original"):
            context |= {
                "steps": article.steps.select_related("by")[:5],
                "steps_open": self.steps_open(request, article),
                "corrections": article.corrections.select_related("by"),
                "imported": request.user.has_perm("articles.view_claim") and article.claims.exclude(batch=None).count(),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request, article, form, change):
        """Remember what the article referred to before the change, and who began it."""
        request.references = desk.References.of(article) if change else desk.References()
        if not change:
            article.owner = request.user
        super().save_model(request, article, form, change)

    def save_formset(self, request, form, formset, change):
        """What somebody writes who may not decide is a suggestion."""
        if formset.model in (Quote, Claim) and not request.user.has_perm("articles.decide_records"):
            for row in formset.forms:
                if row.has_changed():
                    row.instance.review = Review.SUGGESTED
        super().save_formset(request, form, formset, change)

    def save_related(self, request, form, formsets, change):
        """Bring everything that follows from the article up to date, once blocks and claims are saved."""
        # Not the block editor's own: it would clone blocks on request, of any article and into it.
        admin.ModelAdmin.save_related(self, request, form, formsets, change)
        for formset in formsets:
            for inline in formset.forms:
                decide_as_chosen(self, request, inline)
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

    def has_decide_permission(self, request):
        """Whether the user may accept and reject records of articles that they may change."""
        return request.user.has_perm("articles.decide_records") and self.has_change_permission(request)

    @admin.action(description=_("Accept all suggested quotes, claims and terms"), permissions=["decide"])
    def accept_records(self, request, queryset):
        """Accept every suggestion of those articles that the user may change and that are as the list shows them."""
        seen, fresh = seen_versions(request), []
        for article in Article.objects.filter(pk__in=queryset.values("pk")).defer("source_text", "search_text"):
            try:
                self.refuse_unless_own(request, article)
                refuse_if_changed(article, seen)
            except desk.DeskError as error:
                self.message_user(request, f"{article}: {error}", messages.ERROR)
            else:
                fresh.append(article.pk)
        records = Article.objects.filter(pk__in=fresh).undecided()
        return decide(self, request, records, lambda record: ACCEPT[type(record)](record), _("Records accepted"))

    def refuse_unless_own(self, request, article):
        """Raise DeskError when the user may not change the article."""
        if not self.has_change_permission(request, article):
            raise desk.DeskError(_("This story is not yours to change."))
