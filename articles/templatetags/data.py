"""Tags of the parts of pages that are about data: licences, citations, and files that can be had."""

from datetime import timedelta

from django import template
from django.conf import settings
from django.http import QueryDict
from django.utils import timezone

from articles.addresses import with_query
from articles.collections import BY_NAME
from articles.collections.advice import find_steps
from articles.collections.citing import cite_list, cite_record
from articles.collections.formats import FORMATS
from articles.collections.linked_data import describe_in_words
from articles.patience import TooSlow

register = template.Library()


@register.inclusion_tag("datasets/_cite.html")
def cite_listing(listing):
    """How to cite the list under its filter, and its licence."""
    return cited(cite_list(listing.collection, listing.url(), [chip.value for chip in listing.chips]))


@register.inclusion_tag("datasets/_cite.html")
def cite_collection(collection):
    """How to cite the whole list, and its licence."""
    return cited(cite_list(collection, collection.url()))


@register.inclusion_tag("datasets/_cite.html")
def cite(collection, record):
    """How to cite a record, and its licence."""
    return cited(cite_record(collection, record))


def cited(citation):
    """Return the context of a citation."""
    return {"citation": citation, "licence": settings.DATA_LICENCE, "licence_url": settings.DATA_LICENCE_URL}


@register.simple_tag
def whole_files(listing, formats):
    """Return the (format, address) pairs that can be had now, and whether the list is too long for any of them.

    A list that cannot be counted in time could not be sent in time either.
    """
    try:
        is_cut = listing.counting.exceeds(settings.DOWNLOAD_ROWS)
    except TooSlow:
        is_cut = listing.counting.was_stopped = True
    offered = [(format_, url) for format_, url in formats if not (is_cut and format_.whole)]
    return {"offered": offered, "is_cut": is_cut, "most": settings.DOWNLOAD_ROWS}


@register.simple_tag
def in_words(listing):
    """What the list holds under its filter."""
    return describe_in_words(listing)


@register.inclusion_tag("collections/_feeds.html")
def feeds(listing):
    """Links to the feeds of a list under its filter, for readers of feeds."""
    return {"feeds": [*feeds_at(listing.title, listing.collection, listing.params())]}


@register.inclusion_tag("collections/_feeds.html")
def feeds_about(collection, record):
    """The same of the lists that a record's page announces."""
    found = []
    for followed in collection.followed:
        query = QueryDict(mutable=True)
        query[followed.parameter] = record.public_id
        found += feeds_at(f"{record}: {followed.title}", BY_NAME[followed.collection], query)
    return {"feeds": found}


def feeds_at(title, collection, query):
    """Yield the (format, title, address) of each feed of a list under a query."""
    for format_ in FORMATS:
        if format_.is_feed:
            yield format_, f"{title} ({format_.label})", with_query(collection.url(format_.suffix), query)


@register.simple_tag
def ways_out(listing):
    """Return which filters to drop where a list is empty."""
    return find_steps(listing)


@register.simple_tag
def recently_revised(collection, record):
    """Return the moment at which readers' knowledge of a record changed, when that is a few days ago at most."""
    moment = collection.revised_at(record)
    days = timedelta(days=settings.RECENT_DAYS)
    return moment if moment and timezone.now() - days < moment <= timezone.now() else None
