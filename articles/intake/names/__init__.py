"""The names of bodies in a story, which both the words and the sums of it are given to."""

from articles.intake.names.korean import is_korean_body
from articles.intake.names.latin import is_latin_body


def is_body(name, language):
    """Tell whether a name may be that of a body which speaks or invests."""
    return is_korean_body(name) if language == "ko" else is_latin_body(name)
