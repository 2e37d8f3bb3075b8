"""Tags of the frame around the public pages: the menu, the page in other languages, the form of a list's filters."""

from html import escape

from django import template
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString

from articles.addresses import absolute, in_language
from articles.collections import COLLECTIONS
from articles.templatetags.newsroom import active, number
from articles.vocabulary import Language

register = template.Library()

# The inputs of the form that are no facets.
INPUTS = ("q", "usd_from", "usd_to", "sort")


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
    only = context.get("only_language")
    codes = {only, *context.get("versions", ())} if only else set(Language.values)
    links = [(code, absolute(path_in(context, code))) for code in Language.values if code in codes]
    return {"links": links if len(links) > 1 else []}


def path_in(context, language):
    """Return where the page is in a language; a page that is nowhere leads to the front page."""
    path = context.get("path")
    record = context.get("versions", {}).get(language, context.get("record"))
    with translation.override(language):
        if record is not None:
            return record.get_absolute_url()
        return in_language(path, language) if path else reverse("home")


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
