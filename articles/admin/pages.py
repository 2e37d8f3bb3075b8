"""The pages about the newsroom itself, at the desk."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin.history import HistoryAdmin
from articles.admin.lists import ListAdmin
from articles.admin.writing import TextEditor
from articles.models import Page
from articles.vocabulary import Language


@admin.register(Page)
class PageAdmin(TextEditor, ListAdmin, HistoryAdmin):
    """One form a page, with every language in it."""

    change_form_template = "desk/change_form.html"
    list_display = ("key", "written_in", "updated_at")
    search_fields = ("title_ko", "title_en", "title_vi", "text_ko", "text_en", "text_vi")
    fieldsets = (
        (None, {"fields": ("key",)}),
        *((code.label, {"fields": (f"title_{code.value}", f"text_{code.value}")}) for code in Language),
    )

    def view_on_site(self, page):
        """Lead to the page itself."""
        return page.get_absolute_url()

    @admin.display(description=_("languages"))
    def written_in(self, page):
        """Name the languages that it has."""
        return ", ".join(str(Language(code).label) for code in page.languages)

    def get_readonly_fields(self, request, obj=None):
        """A page that is written stays at its address."""
        return ("key",) if obj else ()
