"""The way from an article's editor to its preview on the public page: for oneself at once, for others by a link."""

from django import forms
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.addresses import absolute
from articles.desk.previews import sign_preview


class VersionsForm(forms.Form):
    """Which language versions of a story a link shows, side by side."""

    versions = forms.ModelMultipleChoiceField(
        None, label=translation.gettext_lazy("Show"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, versions, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["versions"].queryset = versions
        self.fields["versions"].label_from_instance = lambda row: f"{row.get_language_display()}: {row}"


class Preview:
    """A mixin for the article's admin: the story as readers would see it, before they do."""

    def get_urls(self):
        """Put the two addresses before the one that takes everything."""
        mine = self.admin_site.admin_view(require_safe(self.preview_view))
        link = self.admin_site.admin_view(self.preview_link_view)
        return [
            path("<path:object_id>/preview/link/", link, name="articles_article_preview_link"),
            path("<path:object_id>/preview/", mine, name="articles_article_preview"),
            *super().get_urls(),
        ]

    def preview_view(self, request, object_id):
        """Lead to the preview, or to the page itself when readers see it already."""
        article = self.find_article(request, object_id)
        if article.is_public:
            with translation.override(article.language):
                return redirect(article.get_absolute_url())
        return redirect(preview_path([article]))

    def preview_link_view(self, request, object_id):
        """Make a link for somebody without an account; who made it stays in the article's history."""
        article = self.find_article(request, object_id)
        versions = self.get_queryset(request).filter(translation_group=article.translation_group).order_by("language")
        data = request.POST if request.method == "POST" else None
        form = VersionsForm(data, versions=versions, initial={"versions": [article.pk]})
        link = ""
        if form.is_valid():
            chosen = sorted(form.cleaned_data["versions"], key=lambda version: version.pk != article.pk)
            for version in chosen:
                self.log_change(request, self.find_article(request, version.pk), _("Preview link made"))
            link = absolute(preview_path(chosen))
        context = {
            "title": _("Preview link"),
            "article": article,
            "form": form,
            "link": link,
        }
        return self.page(request, "desk/preview_link.html", context)


def preview_path(articles):
    """Return the path of a new preview of the articles, in the language of the first."""
    with translation.override(articles[0].language):
        return reverse("preview", args=[sign_preview(articles)])
