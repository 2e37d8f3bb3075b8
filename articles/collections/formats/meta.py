"""What a file of a list says about itself: its filter and counts, its licence, and a name that tells the filter."""

import re
from urllib.parse import quote

from django.conf import settings
from django.utils import translation
from django.utils.text import get_valid_filename

from articles.addresses import absolute
from articles.collections.citing import cite_list
from articles.text import normalise

UNSAFE = re.compile(r"[^A-Za-z0-9.-]+")
LONGEST_NAME = 100


def meta_of(listing):
    """Return what there is to know about the rows of a listing without seeing them."""
    return {
        "collection": listing.collection.name,
        "title": str(listing.collection.title),
        "language": translation.get_language(),
        "filter": dict(listing.params().lists()),
        "filter_labels": [f"{chip.label}: {chip.value}" for chip in listing.chips],
        "sort": listing.sort.key,
        "total": listing.exact_total,
        "page_url": absolute(listing.url()),
        "licence": {"name": settings.DATA_LICENCE, "url": settings.DATA_LICENCE_URL},
        "cite_as": cite_list(listing.collection, listing.url(), [chip.value for chip in listing.chips]).apa(),
        "dictionary": absolute(listing.collection.dictionary_url()),
    }


def disposition(listing, suffix):
    """Return the Content-Disposition of a download: a name of ASCII codes, and one in the reader's own words."""
    codes = [f"{name}-{'+'.join(values)}" for name, values in listing.params().lists()]
    labels = [f"{chip.label} {chip.value}" for chip in listing.chips]
    ascii_name = UNSAFE.sub("_", "_".join([listing.collection.name, *codes])).strip("_.")[:LONGEST_NAME]
    name = normalise(get_valid_filename("_".join(map(str, [listing.collection.title, *labels]))))[:LONGEST_NAME]
    return f"attachment; filename=\"{ascii_name}.{suffix}\"; filename*=UTF-8''{quote(f'{name}.{suffix}', safe='')}"
