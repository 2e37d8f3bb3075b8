"""Corrections in the admin: a list to read. They are written where something is changed, and never edited."""

from django.contrib import admin

from articles.admin.base import public_address
from articles.admin.lists import ListAdmin, WrittenOnce
from articles.models import Correction


@admin.register(Correction)
class CorrectionAdmin(WrittenOnce, ListAdmin):
    """What was corrected, by whom and why."""

    list_display = ("created_at", "kind", "part", "note", "article", "by")
    list_filter = ("kind", "part", "article__language")
    list_select_related = ("article", "by")
    # By columns and not by the index: that holds only what readers may find, and the desk looks for its reasons too.
    search_fields = ("note", "was", "now", "reason", "article__headline")
    date_hierarchy = "created_at"
    fields = readonly_fields = ("article", "kind", "part", "was", "now", "note", "reason", "by", "created_at")

    view_on_site = staticmethod(public_address)

    def get_queryset(self, request):
        """Leave the article's long texts where they are."""
        return super().get_queryset(request).defer("article__source_text", "article__search_text", "search_text")
