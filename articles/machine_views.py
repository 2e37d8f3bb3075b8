"""What the site says to programs that visit it, beside its pages and the files of its lists."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.addresses import absolute
from articles.vocabulary import Language

SECURITY_DAYS = 180


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
