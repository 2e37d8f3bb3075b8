"""A saved web page (HTML) made the text of a story: what a reader would see of its article, from top to bottom."""

import codecs
import re
from datetime import datetime
from itertools import islice

from django.utils.translation import gettext_lazy as _
from inscriptis import Inscriptis
from inscriptis.css_profiles import CSS_PROFILES
from inscriptis.model.config import ParserConfig
from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from articles.clock import editorial_zone
from articles.intake.source.decoding import Unreadable, encoding_of

HEAD = 4_000
# A long page of a large site has a few thousand.
MAXIMUM_ELEMENTS = 50_000
OPENING = re.compile(
    rb"\s*(?:<!--.{0,1000}?-->\s*|<\?xml[^>]{0,200}>\s*){0,3}<(?:!doctype html|html|head|body|article|main)\b",
    re.I | re.S,
)
CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?([\w-]{1,40})", re.I)
# The Korean encodings that pages declare are all parts of CP949.
KOREAN = {"euc-kr", "euc_kr", "ks_c_5601-1987", "korean", "ksc5601"}
# What on a page is never its article. A header may hold the headline, and on some sites one form holds everything.
SCAFFOLD = ("script", "style", "noscript", "template", "svg", "iframe", "nav", "aside", "footer")
CONTROLS = ("button", "select", "input", "textarea")
HIDDEN = '//*[@hidden or @aria-hidden="true" or contains(translate(@style, " ", ""), "display:none")]'
# How this intake prints what the page says by an element.
MARKS = {"figcaption": "▲ ", "h2": "■ ", "h3": "■ ", "h4": "■ "}
MARKED = re.compile(r"\s*[▲▶△▼◀◇◆■□●▣\[<【]")
CONFIG = ParserConfig(css=CSS_PROFILES["strict"], display_images=False, display_links=False)
SPACES = re.compile(r"[ \t]{2,}")
# inscriptis marks the items of lists; so few spaces and a star or number never begin a sentence.
BULLET = re.compile(r"^[ ]{2,}\*[ ]|^[ ]{1,6}\d{1,3}\.[ ]{1,3}")


def is_page(data):
    """Whether bytes are a page of HTML."""
    return OPENING.match(_readable(data[:HEAD])) is not None


def _readable(data):
    """Return the ASCII letters of bytes in UTF-8, CP949 or UTF-16."""
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        data = data.removeprefix(mark)
    return data.replace(b"\x00", b"")


def read_page(data):
    """Return the text of a page: section, headline and date as the page declares them, then its visible text.

    Raises Unreadable for a page that is broken or far too large, or in an encoding that is not known.
    """
    try:
        tree = document_fromstring(_decoded(data), parser=HTMLParser(huge_tree=False))
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable(_("The page cannot be read; copy its text instead.")) from error
    if next(islice(tree.iter(), MAXIMUM_ELEMENTS, None), None) is not None:
        raise Unreadable(_("The page has too many elements for a story; copy its text instead."))
    day = _moment(_declared(tree, "article:published_time"))
    about = filter(None, [_declared(tree, "article:section"), _take_headline(tree), day])
    return "\n".join([*about, "", *_visible_lines(tree)])


def _decoded(data):
    """Return the text of a page in the encoding that it declares, else in the one that its bytes show."""
    declared = CHARSET.search(_readable(data[:HEAD]))
    name = declared[1].decode().lower() if declared else ""
    try:
        name = codecs.lookup("cp949" if name in KOREAN else name).name
        return data.decode("utf-8-sig" if name == "utf-8" else name)
    except (LookupError, UnicodeError):
        return data.decode(encoding_of(data))


def _declared(tree, name):
    """Return what a page says of itself in a meta element, or an empty string."""
    values = tree.xpath("//meta[@property=$name or @name=$name]/@content", name=name)
    return " ".join(values[0].split()) if values else ""


def _take_headline(tree):
    """Return the headline, and take every h1 from the page: a site prints its own name in one, too.

    A page without any has the title under which it is shared.
    """
    headings = {node: " ".join(node.text_content().split()) for node in tree.iter("h1")}
    for node in headings:
        node.drop_tree()
    title = _declared(tree, "og:title")
    named = [heading for heading in headings.values() if heading in title] or [*headings.values()]
    return max(named, key=len, default="") or title


def _moment(declared):
    """Return an ISO moment as the newsroom's clock shows it, or an empty string when it is none."""
    try:
        moment = datetime.fromisoformat(declared)
    except ValueError:
        return ""
    return f"{moment.astimezone(editorial_zone()) if moment.tzinfo else moment:%Y-%m-%d %H:%M}"


def _visible_lines(tree):
    """Yield the lines that a reader sees of the part of the page that holds the article."""
    for node in [*tree.iter(*SCAFFOLD, *CONTROLS), *tree.xpath(HIDDEN)]:
        if node.getparent() is not None:
            node.drop_tree()
    for node in tree.iter(*MARKS):
        if not MARKED.match(node.text_content()):
            node.text = MARKS[node.tag] + (node.text or "").lstrip()
    for line in Inscriptis(tree, CONFIG).get_text().split("\n"):
        yield SPACES.sub(" ", BULLET.sub("", line)).strip()
