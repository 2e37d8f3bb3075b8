"""Every string that a person sees has a Korean and a Vietnamese form. Reads the catalogues, needs none compiled."""

import io
import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).parent.parent
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\((\w+)\)|%[sd]")


def sources():
    """Yield (path, Python text) of everything that may hold a translatable string."""
    for folder in ("articles", "newsroom"):
        for path in (ROOT / folder).rglob("*.py"):
            yield path, path.read_text(encoding="utf-8")
    for path in (ROOT / "templates").rglob("*.html"):
        # Indentation means nothing in a template and something to a Python tokenizer.
        text = templatize(path.read_text(encoding="utf-8"))
        yield path, "\n".join(line.strip() for line in text.splitlines())


def strings():
    """Return every message in the sources, plural forms as tuples."""
    found = set()
    for _path, text in sources():
        for _line, _function, messages, _comments in extract_python(io.BytesIO(text.encode()), KEYWORDS, [], {}):
            messages = messages if isinstance(messages, tuple) else (messages,)
            found.add(messages[0])
    return {message for message in found if message}


def catalogue(language):
    path = ROOT / "newsroom" / "locale" / language / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        return read_po(file)


def first(message):
    return message.id[0] if isinstance(message.id, tuple) else message.id


@pytest.mark.parametrize("language", ["ko", "vi"])
def test_catalogue_is_complete(language):
    translated = {
        first(m) for m in catalogue(language) if m.id and (m.string if isinstance(m.string, str) else all(m.string))
    }
    assert sorted(strings() - translated) == []


@pytest.mark.parametrize("language", ["ko", "vi"])
def test_catalogue_has_no_fuzzy_or_stale_entry(language):
    entries = [m for m in catalogue(language) if m.id]
    assert [first(m) for m in entries if m.fuzzy] == []
    assert sorted({first(m) for m in entries} - strings()) == []


@pytest.mark.parametrize("language", ["ko", "vi"])
def test_translations_keep_their_placeholders(language):
    for message in catalogue(language):
        if message.id:
            forms = message.string if isinstance(message.string, tuple) else (message.string,)
            for form in filter(None, forms):
                assert sorted(PLACEHOLDER.findall(form)) == sorted(PLACEHOLDER.findall(first(message))), form
