"""What other sites show of a link to any page."""

import re
from html import unescape

import pytest
from django.utils import translation

from articles.collections import COLLECTIONS
from tests.factories import publish_story

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("compiled_catalogues")]
HOST = "http://newsroom.test"
TAG = re.compile(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">')
SITES = {"ko": "뉴스룸", "en": "Newsroom", "vi": "Tòa soạn"}
PAGES = [
    *("/en/", "/ko/", "/vi/", "/en/data/", "/en/data/quotes/", "/en/search/", "/en/investments/charts/"),
    *(f"/en/{collection.name}/" for collection in COLLECTIONS),
    "/en/articles/?language=en&year=2024",
]


@pytest.fixture(scope="module", autouse=True)
def story(rows_of_a_module):
    """A public story, which no test here changes."""
    with rows_of_a_module():
        yield publish_story("first <b>&\"'", language="en")


def tags_of(page):
    """Return the tags of a page as {name: [values]}, and its address."""
    tags = {}
    for name, value in TAG.findall(page):
        tags.setdefault(name, []).append(unescape(value))
    (canonical,) = re.findall(r'<link rel="canonical" href="([^"]*)">', page)
    return tags, unescape(canonical)


def check(page, language, site=None):
    """Every page has each tag once; return them."""
    tags, canonical = tags_of(page)
    once = {name: values for name, values in tags.items() if name != "og:locale:alternate"}
    assert {name: len(values) for name, values in once.items()} == dict.fromkeys(once, 1)
    tags = {name: values if name == "og:locale:alternate" else values[0] for name, values in tags.items()}
    assert tags["og:url"] == canonical
    assert tags["og:url"].startswith(HOST)
    assert tags["og:title"]
    assert tags["og:description"]
    assert tags["og:site_name"] == (site or SITES[language])
    assert tags["og:locale"] == {"ko": "ko_KR", "en": "en_GB", "vi": "vi_VN"}[language]
    assert tags["og:image"].startswith(HOST)
    assert (tags["og:image:width"], tags["og:image:height"]) == ("1200", "630")
    assert tags["twitter:card"] == "summary_large_image"
    title = unescape(page.partition("<title>")[2].partition("</title>")[0])
    assert title in {tags["og:title"], f"{tags['og:title']} · {tags['og:site_name']}"}
    return tags


@pytest.mark.parametrize("address", PAGES)
def test_every_page_says_what_other_sites_show_of_it(client, address):
    language = address[1:3]
    tags = check(client.get(address).text, language)
    assert tags["og:type"] == "website"
    assert tags["og:image"].endswith(f"/cards/{language}.png")
    assert len(tags["og:locale:alternate"]) == 2
    assert (tags["og:title"] == tags["og:site_name"]) == (address in {"/en/", "/ko/", "/vi/"})


@pytest.mark.parametrize(
    ("address", "begins"),
    [("/en/quotes/", "Quotes: every public"), ("/en/quotes/?language=en", "Quotes: English: every public")],
)
def test_list_is_described_with_its_filter(client, address, begins):
    tags = check(client.get(address).text, "en")
    assert tags["og:description"].startswith(begins)


@pytest.mark.parametrize("collection", COLLECTIONS, ids=lambda c: c.name)
def test_every_record_says_what_other_sites_show_of_it(client, monkeypatch, collection):
    record = collection.rows().first()
    with translation.override("en"):
        address, title = record.get_absolute_url(), str(record)
    for has_fonts in (True, False):
        monkeypatch.setattr("articles.collections.sharing.can_draw", lambda found=has_fonts: found)
        tags = check(client.get(address).text, "en")
        card = f"{HOST}/en/{collection.name}/{record.public_id}/card.png"
        is_card = has_fonts and collection.has_cards
        assert (tags["og:image"] == card) if is_card else tags["og:image"].endswith("/cards/en.png")
    assert tags["og:type"] == ("article" if collection.name == "articles" else "website")
    assert tags["og:title"] == title


def test_story_of_one_language_is_shared_in_that(client, story):
    page = client.get(f"/vi/articles/{story.public_id}/{story.slug}/").text
    tags = check(page, "en", site="Tòa soạn")
    assert "og:locale:alternate" not in tags
    assert f"/en/articles/{story.public_id}/" in tags["og:url"]


@pytest.mark.parametrize("address", ["/en/nothing/", "/en/preview/guess/"])
def test_page_without_an_address_is_not_shared(client, address):
    assert "og:" not in client.get(address).text
