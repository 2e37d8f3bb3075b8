"""Names as printed, matched to the directory. An unknown or ambiguous name stays unmatched; nothing is entered here."""

from articles.models import Alias, Organisation, Place
from articles.text import fold
from articles.vocabulary import AliasKind


def find_entity(model, *names):
    """Return the one public or private entry of `model` called by any of the names, or None."""
    for name in filter(None, names):
        found = list(model.objects.called(name)[:2])
        if len(found) == 1:
            return found[0]
    return None


def find_place(name, day=None):
    """Return the place that a story of that day means by `name`, or None when it cannot be told.

    Several units have borne the same name; without a day it cannot be told which of them is meant.
    """
    found = list(Place.objects.called(name)) if name else []
    standing = [place for place in found if stood_on(place, day)] if day else found
    return standing[0] if len(standing) == 1 else None


def stood_on(place, day):
    """Whether the place was on the map on that day."""
    return (place.valid_from is None or place.valid_from <= day) and (place.valid_to is None or day <= place.valid_to)


def is_misspelling(name):
    """Whether an organisation is known to be misspelt in this way."""
    return Alias.objects.filter(key=fold(name), kind=AliasKind.MISSPELLING, organisation__isnull=False).exists()


def is_known(name):
    """Whether any organisation is called so."""
    return Organisation.objects.called(name).exists()
