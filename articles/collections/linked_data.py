"""What records and lists are, in the words of schema.org, for search engines.

Each collection says it of its records, with the functions here for what records have in common. Nothing is said that
the page does not show: nobody is made up where nobody is named, and nothing is named that readers cannot see.
"""

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from articles.addresses import absolute
from articles.clock import as_iso
from articles.collections.citing import PUBLISHER
from articles.collections.sharing import picture_of
from articles.vocabulary import Attribution, Precision

CONTEXT = "https://schema.org"
# Search engines show no more of a headline.
LONGEST_HEADLINE = 110
# A date of this precision begins with so many characters of a whole one.
SHOWN = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}


def describe_site():
    """Return what the front page is about."""
    search = absolute(reverse("search")) + "?q={words}"
    action = {"@type": "SearchAction", "target": search, "query-input": "required name=words"}
    home = absolute(reverse("home"))
    site = {"@type": "WebSite", "@id": home, "url": home, "name": str(PUBLISHER), "inLanguage": get_language()}
    return graph(site | {"publisher": publisher(), "potentialAction": action})


def describe_record(collection, record, beside):
    """Return what a record is, and where it stands; `beside` is what its page shows beside it."""
    url = address_of(record, collection.language_of(record))
    common = {"@id": url, "url": url, "image": picture_of(collection, record, beside).url}
    trail = breadcrumbs((collection.title, collection.url()), (record, record.get_absolute_url()))
    return graph(common | collection.linked_data(record, beside), trail)


def describe_list(listing, files):
    """Return what a list is under its filter: a data set, with its (format, address) pairs."""
    url = absolute(listing.url())
    dataset = {
        "@type": "Dataset",
        "@id": url,
        "url": url,
        "name": listing.title,
        "description": describe_in_words(listing),
        "inLanguage": get_language(),
        "isAccessibleForFree": True,
        "license": settings.DATA_LICENCE_URL,
        "creator": publisher(),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": format_.label,
                "encodingFormat": format_.media_type,
                "contentUrl": absolute(address),
            }
            for format_, address in files
        ],
    }
    narrowed = [(listing.title, listing.url())] if listing.chosen else []
    return graph(dataset, breadcrumbs((listing.collection.title, listing.collection.url()), *narrowed))


def describe_in_words(listing):
    """Return what a list holds, for people who look for data."""
    return _("%(title)s: every public record of the newsroom, to read, filter, download and follow.") % {
        "title": listing.title
    }


def graph(*nodes):
    """Return a whole document of nodes."""
    return {"@context": CONTEXT, "@graph": [filled(node) for node in nodes]}


def filled(node):
    """Return a node without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}


def breadcrumbs(*steps):
    """Return the way from the front page to a page, by (name, path)."""
    trail = [(PUBLISHER, reverse("home")), *steps]
    items = [
        {"@type": "ListItem", "position": position, "name": str(name), "item": absolute(path)}
        for position, (name, path) in enumerate(trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def publisher():
    """Return the newsroom."""
    home = absolute("/")
    logo = {"@type": "ImageObject", "url": absolute(static(f"cards/{get_language()}.png"))}
    return {"@type": "NewsMediaOrganization", "@id": home, "name": str(PUBLISHER), "url": home, "logo": logo}


def address_of(record, language=None):
    """Return the full address of a record, in the language it is written in if that is one."""
    with override(language or get_language()):
        return absolute(record.get_absolute_url())


def entity(kind, record):
    """Return a public record of the directory as something to refer to; None when readers cannot see it."""
    if record is None or not record.is_public:
        return None
    url = address_of(record)
    return {"@type": kind, "@id": url, "name": str(record), "url": url}


def story(article):
    """Return a public story as something to refer to; None when readers cannot see it."""
    if not article.is_public:
        return None
    url = address_of(article, article.language)
    headline = article.headline[:LONGEST_HEADLINE].rstrip()
    return {"@type": "NewsArticle", "@id": url, "url": url, "headline": headline, "inLanguage": article.language}


def moments(collection, record):
    """Return when readers first saw a record, and when something that matters in it last changed for them."""
    revised = collection.revised_at(record) or record.public_from
    return {
        "datePublished": as_iso(record.public_from),
        "dateModified": as_iso(max(revised, record.public_from)),
    }


def printed_date(value, precision):
    """Return a date as exactly as a source prints it; None when it prints none."""
    if value is None or precision not in {*SHOWN, Precision.MINUTE}:
        return None
    return as_iso(value) if precision == Precision.MINUTE else as_iso(value)[: SHOWN[precision]]


def correction_of(correction):
    """Return what was corrected in a story."""
    return {"@type": "CorrectionComment", "text": correction.note, "datePublished": as_iso(correction.created_at)}


def outlet_node(outlet):
    """Return a newspaper, an agency or another outlet; None stays None."""
    return outlet and filled({"@type": "Organization", "name": str(outlet), "url": outlet.url})


def writer_of(article):
    """Return who wrote a story: the byline, which may name an outlet, else the outlet, else the newsroom."""
    outlets = {str(outlet): outlet for outlet in (article.outlet, article.republished_from) if outlet}
    if article.byline and article.byline not in outlets:
        return {"@type": "Person", "name": article.byline}
    return outlet_node(outlets.get(article.byline) or article.outlet) or publisher()


def original_of(article):
    """Return what a reprint reprints; None for a story of the newsroom's own."""
    if not (article.source_url or article.outlet or article.republished_from):
        return None
    return filled(
        {
            "@type": "NewsArticle",
            "url": article.source_url,
            "datePublished": printed_date(article.published_at, article.published_precision),
            "publisher": outlet_node(article.outlet),
            "provider": outlet_node(article.republished_from),
        }
    )


def speaker_of(quote):
    """Return who said it: a public person where the story names one, an organisation where that speaks, else nobody."""
    if quote.attribution == Attribution.NAMED and (person := entity("Person", quote.speaker)):
        role = {"jobTitle": quote.role_text, "affiliation": entity("Organization", quote.organisation)}
        return filled(person | role)
    return entity("Organization", quote.organisation) if quote.attribution == Attribution.ORGANISATION else None
