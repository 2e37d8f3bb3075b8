"""Addresses of this site: full ones, and the same page under another language."""

from urllib.parse import quote

from django.conf import settings

# Longer words than this are pointed to by their beginning and their end.
MOST_WORDS, ENDS = 8, 4


def absolute(path):
    """Return the full address of a path on this site, whatever host the request named."""
    return settings.SITE_URL + path


def with_query(path, params):
    """Return a path with the parameters of a QueryDict, if there are any."""
    query = params.urlencode()  # empty for a parameter without a value, too
    return f"{path}?{query}" if query else path


def in_language(path, language):
    """Return a path under the prefix of a language; without a language, as it is."""
    return f"/{language}/{path.split('/', 2)[2]}" if language else path


def text_fragment(words):
    """Return what leads from a page's address to words on it; browsers that do not know it show the page."""
    words = words.split()
    ends = [words] if len(words) <= MOST_WORDS else [words[:ENDS], words[-ENDS:]]
    return "#:~:text=" + ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
