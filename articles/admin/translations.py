"""Versions in other languages: the board of all stories, the versions of one, and two of them side by side."""

from difflib import SequenceMatcher
from itertools import zip_longest

from content_editor.contents import contents_for_item
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import desk, search
from articles.admin.board import BoardForm, describe_stories, read_page
from articles.models import block_kinds
from articles.text import whole_number
from articles.vocabulary import Language

CANDIDATES = 20


class Translations:
    """The pages about versions in other languages, for the admin class of articles, which says what is visible."""

    def get_urls(self):
        """Add the pages."""
        views = {
            "translations/": (require_safe(self.show_board), "translations"),
            "<path:object_id>/translations/": (self.show_versions, "versions"),
            "<path:object_id>/beside/": (require_safe(self.show_beside), "beside"),
        }
        own = [
            path(route, self.admin_site.admin_view(view), name=f"articles_article_{name}")
            for route, (view, name) in views.items()
        ]
        return [*own, *super().get_urls()]

    def show_board(self, request):
        """Stories down, languages across."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        form = BoardForm(request.GET)
        form.is_valid()
        chosen = form.cleaned_data
        page = min(chosen.pop("page", None) or 1, settings.MAX_PAGE)
        stories, has_more = read_page(self.visible_articles(request), page, **chosen)
        context = {
            "title": _("Translations"),
            "form": form,
            "stories": stories,
            "languages": Language.choices,
            "may_start": self.has_add_permission(request),
            "previous": page > 1 and address(request, page - 1),
            "next": has_more and page < settings.MAX_PAGE and address(request, page + 1),
        }
        return self.page(request, "desk/translations.html", context)

    def show_versions(self, request, object_id):
        """Show one story's versions, or carry out what was decided about them."""
        article = self.find_article(request, object_id)
        if request.method == "POST":
            return self.change_versions(request, article)
        [story] = describe_stories(self.visible_articles(request), [article.translation_group])
        query = request.GET.get("q", "").strip()
        context = {
            "title": _("Versions in other languages"),
            "article": article,
            "story": story,
            "has_versions": article.versions().exists(),
            "corrections": list(desk.corrections_elsewhere(article)[:CANDIDATES]),
            "may_start": self.has_add_permission(request),
            "may_change": self.has_change_permission(request, article),
            "query": query,
            "candidates": self.find_candidates(request, article, query) if query else [],
        }
        return self.page(request, "desk/translations_of.html", context)

    def find_candidates(self, request, article, query):
        """Return stories, in languages that this one lacks, which the user may link to it as versions."""
        languages = {article.language, *article.versions().values_list("language", flat=True)}
        found = search.find(self.visible_articles(request), query).exclude(language__in=languages)
        nearest = found.order_by("-updated_at", "-pk").defer("source_text", "doubts", "search_text")[:CANDIDATES]
        return [other for other in nearest if self.has_change_permission(request, other)]

    def change_versions(self, request, article):
        """Carry out one act on the versions; what the desk refuses is told to the editor."""
        acts = {
            "start": self.start_version,
            "link": self.link_version,
            "unlink": self.unlink_version,
            "fresh": self.mark_fresh,
        }
        act = acts.get(request.POST.get("act"))
        if act is None:
            raise BadRequest
        address = reverse("admin:articles_article_versions", args=[article.pk])
        try:
            address = act(request, article) or address
        except desk.DeskError as error:
            self.message_user(request, str(error), messages.ERROR)
        return HttpResponseRedirect(address)

    def start_version(self, request, article):
        """Start a version and return the address of its editor."""
        language = request.POST.get("language")
        if not self.has_add_permission(request):
            raise PermissionDenied
        if language not in Language.values:
            raise BadRequest
        draft = desk.start_translation(article, language)
        self.log_addition(request, draft, [{"added": {}}])
        done = _("The draft holds every block, quote and claim of the story, still to be translated.")
        self.message_user(request, done, messages.SUCCESS)
        return reverse("admin:articles_article_change", args=[draft.pk])

    def link_version(self, request, article):
        """Join another story to this one."""
        other = self.find_article(request, request.POST.get("other"))
        self.require_change(request, article, other)
        desk.link_versions(article, other)
        self.tell_change(request, article, _("Linked as a version: %s") % other)

    def unlink_version(self, request, article):
        """Part this version from the others."""
        self.require_change(request, article)
        desk.unlink_version(article)
        self.tell_change(request, article, _("This is a story of its own now."))

    def mark_fresh(self, request, article):
        """Take note that a version was checked."""
        self.require_change(request, article)
        desk.mark_fresh(article, whole_number(request.POST.get("checked", "")))
        self.tell_change(request, article, _("Checked against the corrected version."))

    def require_change(self, request, *articles):
        """Refuse a user who may not change every one of the articles."""
        if not all(self.has_change_permission(request, article) for article in articles):
            raise PermissionDenied

    def tell_change(self, request, article, what):
        """Log what was done, and say so."""
        self.log_change(request, article, what)
        self.message_user(request, what, messages.SUCCESS)

    def show_beside(self, request, object_id):
        """Show two versions side by side, to read and compare."""
        article = self.find_article(request, object_id)
        others = self.visible_articles(request).filter(translation_group=article.translation_group)
        chosen = request.GET.get("with") or others.exclude(pk=article.pk).values_list("pk", flat=True).first()
        if chosen is None:
            self.message_user(request, _("This story has no version in another language yet."), messages.WARNING)
            return HttpResponseRedirect(reverse("admin:articles_article_versions", args=[article.pk]))
        other = self.find_article(request, chosen)
        context = {
            "title": _("Side by side"),
            "article": article,
            "versions": [article, other],
            "rows": pair(article, other),
        }
        return self.page(request, "desk/beside.html", context)


def address(request, page):
    """Return the address of another page of the board with the same filters."""
    query = request.GET.copy()
    query["page"] = page
    return f"?{query.urlencode()}"


def pair(one, other):
    """Return rows of (label, words, words): headline, standfirst, byline, and the blocks of two versions in order.

    Where one version has a block that the other lacks, that side is None.
    """
    heads = [(one._meta.get_field(name).verbose_name, name) for name in ("headline", "standfirst", "byline")]
    rows = [(label, getattr(one, name), getattr(other, name)) for label, name in heads]
    rows = [row for row in rows if any(row[1:])]
    left, right = (list(contents_for_item(article, block_kinds())) for article in (one, other))
    matcher = SequenceMatcher(None, list(map(type, left)), list(map(type, right)), autojunk=False)
    for _tag, a, b, c, d in matcher.get_opcodes():
        for mine, theirs in zip_longest(left[a:b], right[c:d]):
            label = (mine or theirs)._meta.verbose_name
            rows.append((label, mine and words_of(mine), theirs and words_of(theirs)))
    return rows


def words_of(block):
    """Return the words of a block, also those that readers do not see yet."""
    return block.plain_text() or getattr(block, "text", "") or getattr(block, "caption", "") or str(block)
