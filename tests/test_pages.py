"""What the newsroom says about itself: in every language, editable, and never an empty page."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation
from reversion.models import Version

from articles.collections import COLLECTIONS
from articles.desk.pages import STARTING, write_missing_pages
from articles.models import Page
from articles.vocabulary import AmountKind, Language, PageKey, Rung, Stage
from tests.admin.test_articles import form_data

pytestmark = pytest.mark.django_db
keys = pytest.mark.parametrize("key", PageKey.values)
languages = pytest.mark.parametrize("language", Language.values)


@pytest.fixture
def pages():
    """All pages with their starting text."""
    return write_missing_pages()


def in_english(key=PageKey.ABOUT, text="<p>Words.</p>"):
    return Page.objects.create(key=key, title_en="Who we are", text_en=text)


@keys
@languages
def test_page_has_its_text_in_each_language(client, pages, key, language):
    response = client.get(f"/{language}/{key}/")
    page = Page.objects.get(key=key)
    assert f'<h1 lang="{language}">{getattr(page, f"title_{language}")}</h1>' in response.text
    assert getattr(page, f"text_{language}") in response.text
    assert "This page is not there" not in response.text
    assert response.headers["Cache-Control"] == "public, no-cache"
    alternates = dict(re.findall(r'hreflang="([\w-]+)" href="http://newsroom\.test(\S+)">', response.text))
    assert alternates == {
        "x-default": f"/ko/{key}/",
        **{code: f"/{code}/{key}/" for code in Language.values},
    }


@languages
def test_footer_links_every_page_without_a_query(client, language, django_assert_num_queries):
    with django_assert_num_queries(0):
        footer = client.get(f"/{language}/no-such-page/").text.split("<footer")[1]
    assert [key for key in PageKey.values if f'href="/{language}/{key}/"' in footer] == PageKey.values


@keys
def test_page_that_nobody_has_written_has_its_starting_text(client, key):
    before = client.get(f"/en/{key}/")
    assert before.status_code == 200
    write_missing_pages()
    text = Page.objects.get(key=key).text_en
    assert text in before.text
    assert text in client.get(f"/en/{key}/").text
    Page.objects.filter(key=key).update(text_en="<p>Our own.</p>")
    assert "<p>Our own.</p>" in client.get(f"/en/{key}/").text


def test_language_without_text_shows_another_and_says_so(client):
    in_english()
    response = client.get("/vi/about/")
    assert '<h1 lang="en">Who we are</h1>' in response.text
    assert '<div class="prose" lang="en"><p>Words.</p></div>' in response.text
    assert 'class="notice"' in response.text
    assert '<link rel="canonical" href="http://newsroom.test/en/about/">' in response.text
    assert 'rel="alternate"' not in response.text
    own = client.get("/en/about/")
    assert 'class="notice"' not in own.text


def test_text_is_sanitised_whoever_writes(client):
    page = in_english(text='<h2>Head</h2><script>x</script><p onclick="x">Words</p><a href="javascript:x">y</a>')
    clean = '<h2>Head</h2><p>Words</p><a rel="noopener noreferrer">y</a>'
    hostile = "<h1>Loud</h1><img src=x onerror=x><p>More</p>"
    assert re.sub(r' rel="[^"]*"', "", page.text_en) == re.sub(r' rel="[^"]*"', "", clean)
    Page.objects.update(text_en=hostile)
    page.refresh_from_db()
    assert page.text_en == "Loud<p>More</p>"


@pytest.mark.parametrize(
    "columns",
    [{}, {"title_en": "Title"}, {"text_vi": "<p>Text</p>"}, {"title_en": "a", "text_en": "<p>b</p>", "title_ko": "c"}],
)
def test_half_a_page_is_refused(columns):
    with pytest.raises(ValidationError):
        Page(key=PageKey.ABOUT, **columns).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Page.objects.create(key=PageKey.ABOUT, **columns)


def test_sitemap_has_each_page_in_the_languages_it_has(client):
    in_english()
    text = client.get("/sitemap-pages.xml").text
    found = re.findall(r"<loc>http://newsroom\.test/(\w+)/([^<]*)/</loc>", text)
    assert [language for language, key in found if key == "about"] == ["en"]
    assert {key for _language, key in found} == {*PageKey.values}
    assert text.count("<lastmod>") == 1


@languages
def test_methodology_lists_stages_from_the_vocabulary_and_leads_to_the_explanations(client, pages, language):
    text = client.get(f"/{language}/methodology/").text
    with translation.override(language):
        for rung in Rung:
            stages = [str(Stage(stage).label) for stage in Stage.values if Rung.of(stage) == rung]
            assert f"<dt>{rung.label}</dt>" in text
            assert f"<p>{' · '.join(stages)}</p>" in text
            assert reverse("why", args=[rung.value]) in text
        assert all(f"<li>{kind.label}</li>" in text for kind in AmountKind)
        assert all(reverse(f"{collection.name}-dictionary") in text for collection in COLLECTIONS)


def test_licence_is_the_one_of_the_settings(client, pages, settings):
    settings.DATA_LICENCE, settings.DATA_LICENCE_URL = "ODbL", "https://licence.example/"
    text = client.get("/en/licence/").text
    assert '<a href="https://licence.example/" rel="license external">ODbL</a>' in text


@languages
def test_links_of_the_starting_texts_lead_somewhere(client, pages, language):
    for page in pages:
        found = re.findall(r'href="(/[^"]*)"', getattr(page, f"text_{language}"))
        for address in found:
            assert address.startswith(f"/{language}/")
            assert client.get(address).status_code == 200


def test_starting_texts_are_written_once_and_sanitised_already(capsys):
    in_english(PageKey.CONTACT)
    call_command("pages")
    assert "/en/about/" in capsys.readouterr().out
    assert Page.objects.get(key=PageKey.CONTACT).languages == ["en"]
    assert Page.objects.count() == len(PageKey.values)
    for page in Page.objects.exclude(key=PageKey.CONTACT):
        assert page.languages == Language.values
        for language in Language.values:
            file = (STARTING / f"{page.key}.{language}.html").read_text(encoding="utf-8")
            assert f"<h1>{getattr(page, f'title_{language}')}</h1>\n" in file
            assert without_rel(getattr(page, f"text_{language}")) in file
    call_command("pages")
    assert capsys.readouterr().out == "No page is missing.\n"


def without_rel(html):
    """Return HTML without what the sanitiser adds to links."""
    return re.sub(r' rel="[^"]*"', "", html)


def test_desk_edits_a_page_and_finds_its_history(admin_client, pages):
    address = reverse("admin:articles_page_change", args=[Page.objects.get(key=PageKey.ABOUT).pk])
    data = form_data(admin_client, address)
    assert "key" not in data
    response = admin_client.post(address, data | {"title_en": "Our house"})
    assert response.status_code == 302
    page = Page.objects.get(key=PageKey.ABOUT)
    assert page.title_en == "Our house"
    assert Version.objects.get_for_object(page).count() == 2
    response = admin_client.post(address, data | {"title_en": ""})
    assert "A language needs both title and text, or neither." in response.text
