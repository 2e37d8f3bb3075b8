"""Every string that a person sees has a Korean and a Vietnamese form. Reads the catalogues, needs none compiled."""

import io
import json
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).parent.parent
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    "npgettext": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\((\w+)\)|%[srd]|{\w*}")
LANGUAGES = ("ko", "vi")
every_language = pytest.mark.parametrize("language", LANGUAGES)
every_catalogue = pytest.mark.parametrize(
    ("language", "domain"), [(language, domain) for language in LANGUAGES for domain in ("django", "djangojs")]
)
# Packages without a Korean or Vietnamese catalogue, and the parts of them that no page shows.
PACKAGES = ("content_editor", "django_prose_editor", "imagefield", "django_filters", "reversion")
DJANGO = Path(find_spec("django").origin).parent
DJANGO_APPS = [DJANGO / "conf", *(DJANGO / "contrib" / name for name in ("admin", "auth", "sessions"))]
UNSEEN_FOLDERS = {"rest_framework", "management", "tests"}
UNSEEN_SOURCES = re.compile(
    r"conf/global_settings|contrib/(contenttypes|messages|sitemaps|sites|staticfiles|syndication|flatpages"
    r"|gis|humanize|postgres|redirects)|core/paginator|views/(generic|static|templates|debug)"
)
# Kinds of column, which only `admindocs` prints.
UNSEEN = {
    *("String (unlimited)", "Duration", "Positive big integer", "Universally unique identifier", "A JSON object"),
    *("%(from)s-%(to)s relationship", "%(from)s-%(to)s relationships"),
}


def extracted(text, kind="python"):
    """Return the (context, message) pairs of a text."""
    found = extract(kind, io.BytesIO(text.encode()), KEYWORDS)
    return {(context, first(message)) for _line, message, _comments, context in found}


def first(message):
    """Return a message, the singular of one with a plural form."""
    return message[0] if isinstance(message, tuple | list) else message


@cache
def strings_of(folder):
    """Return what the Python and the templates in a folder say."""
    found = set()
    for path in folder.rglob("*.py"):
        if not UNSEEN_FOLDERS & set(path.parts):
            found |= extracted(path.read_text(encoding="utf-8"))
    for path in folder.rglob("*.html"):
        if not UNSEEN_FOLDERS & set(path.parts):
            # Indentation means nothing in a template and something to a Python tokenizer.
            text = templatize(path.read_text(encoding="utf-8"))
            found |= extracted("\n".join(line.strip() for line in text.splitlines()))
    return found


@cache
def script_strings_of(folder):
    """Return what the scripts in a folder say; of packed ones the map tells the sources."""
    found = set()
    for path in folder.rglob("*.js"):
        packed = path.with_name(path.name + ".map")
        if not packed.exists():
            found |= extracted(path.read_text(encoding="utf-8"), "javascript")
            continue
        sources = json.loads(packed.read_text(encoding="utf-8"))
        for name, text in zip(sources["sources"], sources["sourcesContent"], strict=True):
            if name.startswith("src/"):
                found |= extracted(text, "javascript")
    return found


def strings(domain="django"):
    """Return every message in our sources."""
    if domain == "djangojs":
        return script_strings_of(ROOT / "static") | script_strings_of(ROOT / "newsroom")
    return set().union(*(strings_of(ROOT / name) for name in ("articles", "newsroom", "templates")))


def catalogue(language, domain="django", folder=ROOT / "newsroom"):
    """Return a catalogue, an empty list where there is none."""
    path = folder / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
    if not path.exists():
        return []
    with path.open("rb") as file:
        return [message for message in read_po(file) if message.id]


def key(message):
    """Return the (context, message) pair of an entry."""
    return message.context, first(message.id)


def translated(entries):
    """Return the keys of the entries that are translated."""
    done = (all(m.string) if isinstance(m.string, tuple) else m.string for m in entries)
    return {key(m) for m, is_done in zip(entries, done, strict=True) if is_done and not m.fuzzy}


def lacking(language, domain):
    """Return what the installed packages say and have no translation for themselves."""
    collect = strings_of if domain == "django" else script_strings_of
    found = set().union(*(collect(Path(find_spec(name).origin).parent) for name in PACKAGES))
    for folder in DJANGO_APPS:
        own = catalogue("en", domain, folder)
        shown = {key(m) for m in own if not all(UNSEEN_SOURCES.search(source) for source, _line in m.locations)}
        found |= shown - translated(catalogue(language, domain, folder))
    return {(context, message) for context, message in found if message not in UNSEEN}


@every_catalogue
def test_catalogue_is_complete(language, domain):
    assert sorted(strings(domain) - translated(catalogue(language, domain)), key=str) == []


@every_catalogue
def test_catalogue_has_no_fuzzy_or_stale_entry(language, domain):
    entries = catalogue(language, domain)
    assert [key(m) for m in entries if m.fuzzy] == []
    assert sorted({key(m) for m in entries} - strings(domain), key=str) == []


@every_catalogue
def test_translations_keep_their_placeholders(language, domain):
    for message in catalogue(language, domain):
        for form in filter(None, message.string if isinstance(message.string, tuple) else (message.string,)):
            assert sorted(PLACEHOLDER.findall(form)) == sorted(PLACEHOLDER.findall(first(message.id))), form


@every_catalogue
def test_what_packages_say_is_translated(language, domain):
    """When this fails after an update, name the new strings in `newsroom/package_strings` and translate them."""
    assert sorted(lacking(language, domain) - translated(catalogue(language, domain)), key=str) == []


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_package_strings_are_said_by_a_package(domain):
    file = ROOT / "newsroom" / ("package_strings.py" if domain == "django" else "package_strings.js")
    listed = extracted(file.read_text(encoding="utf-8"), "python" if domain == "django" else "javascript")
    assert sorted(listed - set().union(*(lacking(language, domain) for language in LANGUAGES)), key=str) == []


@every_language
def test_catalogue_of_scripts_is_not_empty(language):
    assert len(catalogue(language, "djangojs")) > 50
