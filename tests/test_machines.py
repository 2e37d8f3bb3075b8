"""What the site says to programs that visit it: crawlers, search engines, whoever looks for weaknesses."""

import xml.etree.ElementTree as ET
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from articles import desk, sitemaps
from articles.vocabulary import Rung
from tests.factories import make_story, publish_story

pytestmark = pytest.mark.django_db
HOST = "http://newsroom.test"
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "n": "http://www.google.com/schemas/sitemap-news/0.9"}


def news(client):
    """Return what the news sitemap has: {address: (language, name of the newsroom, title, moment)}."""
    root = ET.fromstring(client.get("/news-sitemap.xml").text)
    paths = ("n:news/n:publication/n:language", "n:news/n:publication/n:name", "n:news/n:title")
    return {
        url.findtext("s:loc", namespaces=MAP): (
            *(url.findtext(path, namespaces=MAP) for path in paths),
            datetime.fromisoformat(url.findtext("n:news/n:publication_date", namespaces=MAP)),
        )
        for url in root.iterfind("s:url", MAP)
    }


@pytest.mark.usefixtures("compiled_catalogues")
@pytest.mark.parametrize(("hours", "is_news"), [(-1, False), (0, True), (47, True), (49, False)])
def test_news_sitemap_has_the_stories_of_two_days(client, hours, is_news):
    moment = (timezone.now() - timedelta(hours=hours)).replace(microsecond=0)
    article = desk.publish(make_story("a<b", language="vi"), at=moment)
    address = f"{HOST}/vi/articles/{article.public_id}/{article.slug}/"
    assert news(client) == ({address: ("vi", "Tòa soạn", "Headline a<b", moment)} if is_news else {})


@pytest.mark.slow
def test_news_sitemap_has_no_more_than_one_file_may(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "MOST_NEWS", 2)
    for word in ("first", "second", "third"):
        publish_story(word)
    assert len(news(client)) == 2


def test_robots_name_both_sitemaps(client):
    lines = client.get("/robots.txt").text.splitlines()
    maps = [line.removeprefix(f"Sitemap: {HOST}") for line in lines if line.startswith("Sitemap: ")]
    assert maps == ["/sitemap.xml", "/news-sitemap.xml"]
    assert [client.get(path).status_code for path in maps] == [200, 200]


def test_security_txt_says_whom_to_tell_and_until_when_that_holds(client, settings):
    settings.SECURITY_CONTACT = "mailto:safe@newsroom.test"
    response = client.get("/.well-known/security.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    told = dict(line.split(": ", 1) for line in response.text.splitlines())
    assert told["Contact"] == "mailto:safe@newsroom.test"
    assert told["Canonical"] == f"{HOST}/.well-known/security.txt"
    assert told["Preferred-Languages"] == "ko, en, vi"
    left = datetime.fromisoformat(told["Expires"]) - timezone.now()
    assert timedelta(days=178) < left < timedelta(days=365), "the standard asks for less than a year"


@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/admin/articles/article/", "/admin/nothing/"])
def test_desk_is_kept_out_of_search_engines(client, path):
    assert client.get(path).headers["X-Robots-Tag"] == "noindex"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "is_indexed"),
    [
        ("/en/", True),
        ("/en/articles/", True),
        ("/en/articles/?language=en", True),
        ("/en/articles/?language=en&language=vi", False),
        ("/en/articles/?language=en&year=2024", False),
        ("/en/articles/?colour=red", False),
        ("/en/investments/charts/", True),
        ("/en/investments/charts/?stage=announced", False),
        ("/en/investments/why/announced/", False),
        ("/en/search/", False),
        ("/en/nothing/", False),
    ],
)
def test_combinations_of_filters_are_left_to_people(client, path, is_indexed):
    publish_story()
    response = client.get(path)
    assert ('<meta name="robots" content="noindex">' not in response.text) == is_indexed
    assert "X-Robots-Tag" not in response.headers


def test_page_of_a_rung_names_it(client):
    publish_story()
    text = client.get("/en/investments/why/announced/").text
    assert f"<title>{Rung.ANNOUNCED.label}: Why this number · Newsroom</title>" in text
    assert f"<h1>{Rung.ANNOUNCED.label}: Why this number</h1>" in text
