"""The preview of stories that are not public yet, for whoever holds a link that the desk signed."""

from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.http import require_safe

from articles.collections import BY_NAME
from articles.desk.previews import PreviewGoneError, PreviewUnknownError, as_published, open_preview
from articles.views import RELATED_ROWS

# Kept by no cache, found by no search engine, told to no site that a reader goes on to.
HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer"}


@require_safe
def preview(request, token):
    """The stories of a link, side by side; 410 when they may not be shown any more, 404 when the link is not ours."""
    try:
        response = show(request, open_preview(token))
    except PreviewGoneError as gone:
        status = 404 if isinstance(gone, PreviewUnknownError) else 410
        response = render(request, "preview_gone.html", {"reason": gone, "path": request.path}, status=status)
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response


def show(request, shown):
    """Return the page of a preview."""
    stories = [story_of(article, number, request) for number, article in enumerate(shown.articles, start=1)]
    return render(request, "preview.html", {"stories": stories, "until": shown.until, "path": request.path})


def story_of(article, number, request):
    """Return the page of one story as its readers would see it, in the language they would see it in."""
    context = as_published(article)
    context |= {
        "layout": "preview_story.html",
        "column": f"-{number}" if number > 1 else "",
        "collection": BY_NAME["articles"],
    }
    context |= {"shelf": BY_NAME["quotes"], "quotes": context["quotes"][:RELATED_ROWS]}
    with translation.override(article.language):
        return render_to_string("articles/detail.html", context, request)
