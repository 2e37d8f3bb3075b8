"""Tags of the frame around the public pages: the menu, other languages, what other sites show, the form of filters."""

import json
from html import escape

from django import template
from django.urls import reverse
from django.utils import translation
from django.utils.encoding import iri_to_uri
from django.utils.safestring import SafeString

from articles.addresses import absolute, in_language
from articles.collections import COLLECTIONS
from articles.collections.citing import PUBLISHER
from articles.collections.linked_data import describe_list, describe_record, describe_site
from articles.collections.sharing import own_picture, picture_of
from articles.embeds import discovery_path
from articles.templatetags.data import whole_files
from articles.templatetags.newsroom import active, number
from articles.vocabulary import Language, PageKey

register = template.Library()

# What could end a script, or the text in it.
UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
# As OpenGraph names languages.
TERRITORIES = {Language.KO: "ko_KR", Language.EN: "en_GB", Language.VI: "vi_VN"}
# The inputs of the form that are no facets.
INPUTS = ("q", "date_from", "date_to", "usd_from", "usd_to", "sort")


@register.inclusion_tag("_menu.html", takes_context=True)
def menu(context):
    """The collections, the present one marked."""
    return {"collections": COLLECTIONS, "present": context.get("collection")}


@register.inclusion_tag("_languages.html", takes_context=True)
def language_links(context):
    """The page in each language."""
    return {"present": active(), "links": [(code, path_in(context, code)) for code in Language.values]}


@register.inclusion_tag("_alternates.html", takes_context=True)
def alternates(context):
    """The full addresses of the page in the languages it has, for search engines."""
    links = [(code, absolute(path_in(context, code))) for code in languages_of(context)]
    return {"links": links if len(links) > 1 else []}


def languages_of(context):
    """Return the languages that the page has, in the order of ours."""
    only = context.get("only_language")
    codes = {only, *context.get("versions", ())} if only else set(Language.values)
    return [code for code in Language.values if code in codes]


# What other sites show of the page


class Told(template.Node):
    """What the page says of itself to search engines and, where it has an address of its own, to other sites.

    These get a title without the newsroom's name at its end. Not a simple_block_tag: block.super would be empty in it.
    """

    def __init__(self, name, shape, nodelist):
        self.name, self.shape, self.nodelist = name, shape, nodelist

    def render(self, context):
        """Return both tags."""
        content = self.nodelist.render(context).strip()
        tag = self.shape.replace("{}", content)
        if "canonical" not in context:
            return tag
        content = content.removesuffix(f" · {escape(str(PUBLISHER))}").replace('"', "&quot;")
        return f'{tag}\n  <meta property="og:{self.name}" content="{content}">'


@register.tag
def title(parser, token):
    """The title of the page."""
    return told(parser, "title", "<title>{}</title>")


@register.tag
def description(parser, token):
    """What the page is about."""
    return told(parser, "description", '<meta name="description" content="{}">')


def told(parser, name, shape):
    """Return the node of a tag that ends with its name."""
    nodelist = parser.parse([f"end{name}"])
    parser.delete_first_token()
    return Told(name, shape, nodelist)


@register.simple_tag(takes_context=True)
def linked_data(context):
    """What the page is about, for search engines: a record, a list, or the site. No text in it can end the script."""
    if "record" in context:
        graph = describe_record(context["collection"], context["record"], context)
    elif "listing" in context:
        listing = context["listing"]
        graph = describe_list(listing, whole_files(listing, context["formats"])["offered"])
    else:
        graph = describe_site()
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE)
    return SafeString(f'<script type="application/ld+json">{text}</script>')


@register.simple_tag
def oembed_link(address):
    """Return where the record at an address is described for sites that want to show it."""
    return absolute(discovery_path(iri_to_uri(address)))


@register.inclusion_tag("_share.html", takes_context=True)
def share(context):
    """The address, the languages and the picture of the page."""
    collection, record = context.get("collection"), context.get("record")
    present = context.get("only_language") or active()
    return {
        "canonical": context["canonical"],
        "page_type": collection.page_type if record else "website",
        "locale": TERRITORIES[present],
        "others": [TERRITORIES[code] for code in languages_of(context) if code != present],
        "picture": picture_of(collection, record, context) if record else own_picture(),
    }


def path_in(context, language):
    """Return where the page is in a language; a page that is nowhere leads to the front page."""
    path = context.get("path")
    record = context.get("versions", {}).get(language, context.get("record"))
    with translation.override(language):
        if record is not None:
            return record.get_absolute_url()
        return in_language(path, language) if path else reverse("home")


@register.simple_tag
def own_pages():
    """Return the pages about the newsroom as pairs of an address and a label, for the footer."""
    return [(reverse(key), label) for key, label in PageKey.choices]


@register.simple_tag
def choices(facet):
    """The values of a facet as checkboxes with their counts: hundreds a page, so each is one string and no template."""
    name = escape(facet.name)
    return SafeString("".join(choice(name, value) for value in facet.values))


def choice(name, value):
    """Return one value of the facet of that name as a checkbox."""
    checked = " checked" if value.chosen else ""
    count = "" if value.count is None else f' <span class="count">{number(value.count)}</span>'
    box = f'<input type="checkbox" name="{name}" value="{escape(value.value)}"{checked}>'
    return f'<label class="choice">{box} <span>{escape(str(value.label))}</span>{count}</label>\n'


@register.simple_tag
def kept(listing):
    """Return the chosen (name, value) pairs that no input of the filter form shows."""
    shown = {*listing.collection.facets, *INPUTS}
    return [(name, value) for name, values in listing.params().lists() if name not in shown for value in values]
