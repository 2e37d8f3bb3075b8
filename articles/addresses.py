"""Addresses of this site: full ones, and the same page under another language."""

from django.conf import settings


def absolute(path):
    """Return the full address of a path on this site, whatever host the request named."""
    return settings.SITE_URL + path


def in_language(path, language):
    """Return a path under the prefix of a language; without a language, as it is."""
    return f"/{language}/{path.split('/', 2)[2]}" if language else path
