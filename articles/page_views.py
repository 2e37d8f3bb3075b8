"""The pages that a newsroom owes its readers: who it is, by which rules it works, how to reach it."""

from django.conf import settings
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.collections import COLLECTIONS
from articles.collections.ladder import stages_on
from articles.desk.pages import page_of
from articles.views import page
from articles.vocabulary import AmountKind, Language, PageKey, Rung, Stage


@require_safe
def own_page(request, key):
    """One of these pages, in another language where the reader's has no text."""
    found = page_of(key)
    context = {
        "own_page": found,
        "wanted": Language(get_language()[:2]),
        "shown": Language(found.language),
        "versions": dict.fromkeys(found.languages, found),
        **beside(key),
    }
    return page(request, TEMPLATES.get(key, "pages/detail.html"), context, language=found.language)


# Pages that say more than their text: what the code knows better than anybody who writes it down.
TEMPLATES = {
    PageKey.CORRECTIONS: "pages/corrections.html",
    PageKey.METHODOLOGY: "pages/methodology.html",
    PageKey.LICENCE: "pages/licence.html",
}


def beside(key):
    """Return what a page shows besides its text."""
    if key == PageKey.METHODOLOGY:
        return {
            "rungs": [(rung, [Stage(stage).label for stage in stages_on(rung)]) for rung in Rung],
            "not_counted": AmountKind.labels,
            "collections": COLLECTIONS,
        }
    if key == PageKey.LICENCE:
        return {"licence": settings.DATA_LICENCE, "licence_url": settings.DATA_LICENCE_URL}
    return {}
