"""No English on the desk's pages in Korean and Vietnamese: neither ours nor the packages', labels and tooltips too."""

import json
import pprint
import re
from html.parser import HTMLParser

import pytest
from django.apps import apps
from django.conf.locale import LANG_INFO
from django.contrib import admin
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from tests.factories import publish_story
from tests.test_translations import DJANGO, DJANGO_APPS, catalogue

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
WORD = re.compile(r"[^\W\d_]{2,}")
LATIN = re.compile(r"[A-Za-z]{2,}")
SPOKEN = ("title", "aria-label", "placeholder", "alt", "aria-description", "label")
# Names and codes that are written so in every language.
ALLOWED = {
    *("URL", "CSV", "XLSX", "JSON", "HTML", "CSRF", "API", "UUID", "ID", "slug", "IP", "Ctrl"),
    *("JPEG", "PNG", "WebP", "AVIF", "MB"),
    *("md", "USD", "KRW", "ISO", "Newsroom", "YYYY", "MM", "DD", "HH"),
    # What Babel calls the zone of a moment.
    "Chuẩn",
    *("MOU", "LDAP", "Single", "Sign", "On", "Control", "Command", "Mac"),
    # Labels of fields that stay hidden.
    *("Region", "Ordering"),
}
OWN_NAMES = [LANG_INFO[code]["name_local"] for code in ("ko", "en", "vi")]


class Seen(HTMLParser):
    """Collects what a person sees, hears or hovers over on a page."""

    def __init__(self, page):
        super().__init__()
        self.texts, self.hidden, self.data = [], False, False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag in {"script", "style", "code"}:
            self.data = attrs.get("type") == "application/json"
            self.hidden = not self.data
        self.texts += [attrs[name] for name in SPOKEN if attrs.get(name)]
        if tag == "input" and attrs.get("type") in {"submit", "button", "reset"}:
            self.texts.append(attrs.get("value") or "")
        if attrs.get("data-inline-formset"):
            self.texts += values_of(json.loads(attrs["data-inline-formset"])["options"], {"addText", "deleteText"})

    def handle_endtag(self, tag):
        if tag in {"script", "style", "code"}:
            self.hidden = self.data = False

    def handle_data(self, text):
        if self.hidden:
            return
        self.texts += values_of(json.loads(text), {"title", "messages", "toolbar"}) if self.data else [text]


def values_of(tree, names, inside=False):
    """Return the texts of a JSON tree that stand under one of the names."""
    if isinstance(tree, str):
        return [tree] if inside else []
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [text for name, branch in pairs for text in values_of(branch, names, inside or name in names)]


def pages():
    """Yield the address of every page of the admin that opens without a choice."""
    yield reverse("admin:index")
    yield reverse("admin:password_change")
    yield reverse("admin:app_list", args=["articles"])
    for model in admin.site._registry:
        row = model._default_manager.first()
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        yield reverse(f"{name}_changelist")
        yield reverse(f"{name}_add")
        if row:
            yield from (reverse(f"{name}_{page}", args=[row.pk]) for page in ("change", "delete", "history"))


def data():
    """Return what the stored rows say, longest first: it is in no particular language."""
    found = set()
    for model in [*apps.get_app_config("articles").get_models(), User]:
        fields = [f for f in model._meta.concrete_fields if not f.choices]
        for row in model._default_manager.all():
            found |= {str(row), *(str(getattr(row, field.attname)) for field in fields)}
    found |= set(Permission.objects.values_list("name", flat=True))
    return sorted((text for text in found if LATIN.search(text) and len(text) > 3), key=len, reverse=True)


def vocabulary(language):
    """Return every word of a language's catalogues, ours and Django's."""
    entries = catalogue(language) + catalogue(language, "djangojs")
    for folder in [*DJANGO_APPS, DJANGO / "contrib" / "contenttypes"]:
        entries += catalogue(language, "django", folder)
    forms = (form for m in entries for form in (m.string if isinstance(m.string, tuple) else [m.string]))
    return {word.lower() for form in forms for word in WORD.findall(form)}


def english(texts, known, language):
    """Return the texts that hold a word of no use in the language, once what is stored is taken out of them."""
    foreign = {}
    for text in texts:
        # Addresses, names of time zones and columns, and what is left to see of a password.
        rest = re.sub(r"https?://\S+|[\w.]+@\S+|\S+\*{3,}|[A-Z]\w+(/\w+)+|UTC|[a-z]+_[a-z]+", " ", text)
        for stored in (*known, *OWN_NAMES):
            rest = rest.replace(stored, " ")
        words = {word for word in LATIN.findall(rest) if word not in ALLOWED} if language == "ko" else set()
        if language == "vi":
            words = {word for word in WORD.findall(rest) if word.lower() not in VIETNAMESE and word not in ALLOWED}
        if words:
            foreign[" ".join(text.split())] = sorted(words)
    return foreign


VIETNAMESE = vocabulary("vi")


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ko", "vi"])
def test_no_page_of_the_admin_speaks_english(client, admin_user, compiled_catalogues, language):
    publish_story("plain")
    client.force_login(admin_user)
    known, found = data(), {}
    for address in dict.fromkeys(pages()):
        response = client.get(address, headers={"accept-language": language})
        assert response.status_code in {200, 403}, address
        if response.status_code == 200:
            for text, words in english(Seen(response.text).texts, known, language).items():
                found.setdefault(text, (words, address))
    assert found == {}, pprint.pformat(found)


@pytest.mark.parametrize("language", ["ko", "vi"])
def test_login_page_is_translated_and_offers_the_languages(client, compiled_catalogues, language):
    response = client.get(reverse("admin:login"), headers={"accept-language": language})
    assert english(Seen(response.text).texts, [], language) == {}
    assert re.findall(r'<option value="(\w+)"', response.text) == ["ko", "en", "vi"]
    assert f'<html lang="{language}"' in response.text


def test_language_chosen_at_the_login_stays(client):
    client.post(reverse("set_language"), {"language": "vi"}, headers={"referer": "/admin/login/"})
    assert '<html lang="vi"' in client.get(reverse("admin:login"), headers={"accept-language": "ko"}).text


@pytest.mark.parametrize(("language", "word"), [("ko", "굵게"), ("vi", "Đậm")])
def test_scripts_get_their_words(client, admin_user, compiled_catalogues, language, word):
    client.force_login(admin_user)
    headers = {"accept-language": language}
    said = client.get(reverse("admin:jsi18n"), headers=headers).text
    for entry in catalogue(language, "djangojs"):
        form = entry.string[0] if isinstance(entry.string, tuple) else entry.string
        assert json.dumps(form) in said, entry.id
    assert json.dumps(word) in client.get(reverse("admin:articles_article_add"), headers=headers).text
