"""What the site says to programs that visit it, beside its pages and the files of its lists."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from articles.addresses import absolute
from articles.cards import can_draw, draw
from articles.collections import BY_NAME
from articles.collections.formats.pages import as_json
from articles.collections.ninjs import export
from articles.datasets import opened
from articles.views import answer_missing, for_everybody
from articles.vocabulary import Language

SECURITY_DAYS = 180


@require_safe
def card(request, name, public_id):
    """The picture that other sites show of a link to a record, at one address: with parameters each would be drawn."""
    if request.META["QUERY_STRING"]:
        return HttpResponsePermanentRedirect(request.path)
    collection = BY_NAME[name]
    if not can_draw():
        raise Http404
    try:
        record = collection.record(public_id)
    except collection.model.DoesNotExist:
        return answer_missing(request, collection, public_id)
    with translation.override(collection.language_of(record) or translation.get_language()):
        picture = draw(collection.card(record))
    response = HttpResponse(picture, content_type="image/png")
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return for_everybody(response, request.path)


@require_safe
def ninjs(request, public_id):
    """A story in the format in which newsrooms hand news to each other."""
    collection = BY_NAME["articles"]
    try:
        article = collection.record(public_id)
    except collection.model.DoesNotExist:
        return answer_missing(request, collection, public_id)
    with translation.override(article.language):
        story = export(collection, article, collection.beside(article))
    return opened(for_everybody(as_json(story), request.path))


@require_safe
def robots(request):
    """What crawlers may fetch: everything public; combinations of filters are left to people."""
    maps = [f"Sitemap: {absolute(reverse(name))}" for name in ("sitemap", "news-sitemap")]
    return plain_lines("User-agent: *", "Disallow: /admin/", *maps)


@require_safe
def security(request):
    """Whom to tell of a weakness, RFC 9116; what it says holds for half a year from each day."""
    return plain_lines(
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {timezone.now() + timedelta(days=SECURITY_DAYS):%Y-%m-%dT00:00:00Z}",
        f"Preferred-Languages: {', '.join(Language.values)}",
        f"Canonical: {absolute(request.path)}",
    )


def plain_lines(*lines):
    """Return lines as a plain text."""
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
