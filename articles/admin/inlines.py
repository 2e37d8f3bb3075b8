"""The parts of an article's form: its blocks, each kind from its declaration, and its claims."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin.base import FIELDS
from articles.admin.blocks import BlockInline
from articles.models import Article, Claim, Quote

# What decides about a record, and is not open to who only writes.
DECISIONS = {Quote: ("review",), Claim: ("review", "investment")}


class PartOfArticle:
    """A part of an article is open to whom the article is open to; only editors decide about its records."""

    view_on_site = False
    formfield_overrides = FIELDS

    def article_admin(self):
        """Return the admin class that knows who may do what with an article."""
        return self.admin_site._registry[Article]

    def has_view_permission(self, request, obj=None):
        """As the article."""
        return self.article_admin().has_view_permission(request, obj)

    def has_add_permission(self, request, obj=None):
        """As the article; one that is just being written is its writer's."""
        article_admin = self.article_admin()
        return article_admin.has_change_permission(request, obj) if obj else article_admin.has_add_permission(request)

    def has_change_permission(self, request, obj=None):
        """As the article."""
        return self.has_add_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        """As the article."""
        return self.has_add_permission(request, obj)

    def get_readonly_fields(self, request, obj=None):
        """Leave decisions to who may take them."""
        fixed = () if request.user.has_perm("articles.decide_records") else DECISIONS.get(self.model, ())
        return (*super().get_readonly_fields(request, obj), *fixed)


class ArticleBlockInline(PartOfArticle, BlockInline):
    """The editor's form for a kind of block."""


class ClaimInline(PartOfArticle, admin.StackedInline):
    """What the story claims, but for the rows of imported tables: they have their own list."""

    model = Claim
    extra = 0
    autocomplete_fields = ("investment",)
    classes = ("collapse",)
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

    def get_queryset(self, request):
        """Leave out what a table brought."""
        return super().get_queryset(request).filter(batch=None)


def block_inline(kind):
    """Return the editor's form for a kind of block, made from its declaration."""
    options = {"icon": kind.icon, "autocomplete_fields": kind.autocomplete}
    if kind.layout:
        (title, fields), *rest = kind.layout
        rest = [(title, {"fields": fields, "classes": ["collapse"]}) for title, fields in rest]
        options["fieldsets"] = [(title, {"fields": (*fields, "region", "ordering")}), *rest]
    return ArticleBlockInline.create(kind, **options)
