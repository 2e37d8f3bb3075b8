"""The files beside a page: what they say about themselves, their limits, and that they are described truly."""

import csv
import io
import tracemalloc
import xml.etree.ElementTree as ET
from datetime import timedelta
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

import pytest
from django.utils import timezone
from openapi_spec_validator import validate

from articles import models
from articles.collections import BY_NAME, COLLECTIONS
from articles.collections.citing import cite_list, cite_record, escape
from articles.collections.dictionary import Kind, entries_of
from articles.collections.formats import FORMATS
from tests.factories import TopicFactory, publish_story

pytestmark = pytest.mark.django_db
formats = pytest.mark.parametrize("format_", FORMATS, ids=lambda f: f.suffix)
collections = pytest.mark.parametrize("collection", COLLECTIONS, ids=lambda c: c.name)
HOST = "http://newsroom.test"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module", autouse=True)
def stories(rows_of_a_module):
    """Two public stories, which no test here changes."""
    with rows_of_a_module():
        publish_story("first")
        publish_story("second")
        yield


@pytest.mark.slow
def test_description_for_machines_is_valid(client):
    validate(client.get("/openapi.json").json())


def test_every_file_is_described(client):
    paths = client.get("/openapi.json").json()["paths"]
    for collection in COLLECTIONS:
        for format_ in FORMATS:
            operation = paths[f"/{{language}}/{collection.name}.{format_.suffix}"]["get"]
            described = {parameter["name"] for parameter in operation["parameters"]}
            assert {*collection.filters.base_filters, "sort", "language"} <= described


@collections
def test_dictionary_explains_every_column_and_code(client, collection):
    text = client.get(collection.dictionary_url()).text
    for entry in entries_of(collection):
        assert f'id="column-{entry.name}"' in text
        assert all(f"<code>{code}</code>" in text for code, _label in entry.codes)
    for name in collection.filters.base_filters:
        assert f'id="parameter-{name}"' in text


@pytest.mark.parametrize(
    ("name", "column", "kind"),
    [
        ("investments", "usd_min", Kind.NUMBER),
        ("investments", "amount_min", Kind.NUMBER),
        ("investments", "announced_on", Kind.DAY),
        ("investments", "qualifier", Kind.CODE),
        ("investments", "rung", Kind.CODE),
        ("investments", "stage_label", Kind.TEXT),
        ("quotes", "marks_balanced", Kind.FLAG),
        ("quotes", "public_from", Kind.MOMENT),
        ("articles", "source_url", Kind.ADDRESS),
    ],
)
def test_kind_of_a_column_follows_from_its_model(name, column, kind):
    assert {entry.name: entry.kind for entry in entries_of(BY_NAME[name])}[column] == kind


def test_file_tells_its_filter_and_count_and_its_sidecar_the_same(client):
    query = urlencode({"q": "second", "language": "en"})
    response = client.get(f"/en/articles.csv?{query}")
    assert response.headers["X-Total-Count"] == "1"
    assert parse_qs(response.headers["X-Filter"]) == {"q": ["second"], "language": ["en"]}
    sidecar = response.headers["Link"].split(">")[0].removeprefix(f"<{HOST}")
    told = client.get(sidecar).json()["meta"]
    listed = client.get(f"/en/articles.json?{query}").json()["meta"]
    assert told.items() <= listed.items()
    assert told["total"] == 1
    assert told["filter"] == {"q": ["second"], "language": ["en"]}
    assert told["licence"]["name"] == "CC BY 4.0"


def test_name_of_a_file_tells_the_filter_in_ascii_and_in_words(client):
    response = client.get("/en/articles.csv", {"q": '첫 "기사"/../x', "language": "en"})
    header = response.headers["Content-Disposition"]
    assert header.isascii()
    ascii_name, words = header.split("; ")[1:]
    assert ascii_name == 'filename="articles_q-_.._x_language-en.csv"'
    name = unquote(words.removeprefix("filename*=UTF-8''"))
    assert name.startswith("Articles_Words_첫_기사..x")
    assert name.endswith("_Language_English.csv")


def test_csv_has_codes_and_labels_and_lines_that_end_as_the_standard_says(client):
    body = client.get("/en/investments.csv").content
    assert body.startswith(b"\xef\xbb\xbfid,")
    text = body.decode("utf-8-sig")
    assert text.count("\n") == text.count("\r\n") == 3
    for row in csv.DictReader(io.StringIO(text, newline="")):
        assert (row["stage"], row["stage_label"]) == ("announced", "announced")
        assert (row["qualifier"], row["qualifier_label"]) == ("exact", "exactly")
        assert (row["rung"], row["basis_label"]) == ("announced", "capital expenditure")


@formats
def test_list_too_long_for_one_file_is_refused_with_the_reason(client, settings, format_):
    settings.DOWNLOAD_ROWS = 1
    response = client.get(f"/en/topics.{format_.suffix}")
    if not format_.whole:
        assert response.status_code == 200
        return
    assert response.status_code == 400
    assert response.headers["Content-Type"] == "application/problem+json"
    assert "has 2 rows and a file holds at most 1" in response.json()["detail"]
    assert client.get(f"/en/topics.{format_.suffix}", {"q": "second"}).status_code == 200


def test_page_offers_no_file_that_would_be_refused(client, settings):
    settings.DOWNLOAD_ROWS = 1
    text = client.get("/en/topics/").text
    assert "topics.csv" not in text
    assert "A file holds at most 1 rows" in text
    assert "topics.json" in text
    assert "topics.csv?q=second" in client.get("/en/topics/?q=second").text


@pytest.mark.slow
def test_long_file_is_made_in_constant_memory(client):
    def peak_of(rows):
        moment = {"public_from": "2024-01-01T00:00:00Z"}
        models.Topic.objects.bulk_create(models.Topic(name_en=f"Topic {number}", **moment) for number in range(rows))
        answer = client.get("/en/topics.csv")
        assert answer.streaming
        tracemalloc.start()
        length = sum(map(len, answer))
        _now, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return length, peak

    short, small = peak_of(1_200)
    long, large = peak_of(2_500)
    assert long > 3 * short
    assert large < 1.3 * small


def test_head_of_a_long_file_makes_no_row(client, monkeypatch, django_assert_max_num_queries):
    monkeypatch.setattr("articles.collections.formats.tables.CHUNK", 0)
    with django_assert_max_num_queries(1):
        response = client.head("/en/topics.csv")
    assert response.status_code == 200
    assert response.headers["X-Total-Count"] == "2"


@pytest.mark.parametrize("end", ["/", *(f".{f.suffix}" for f in FORMATS), ".meta.json"])
def test_every_face_has_a_validator_that_an_edit_changes(client, end):
    address = f"/en/topics{end}"
    first = client.get(address)
    tag = first.headers["ETag"]
    assert client.head(address).headers["ETag"] == tag
    for method in (client.get, client.head):
        again = method(address, headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")
    TopicFactory(public_from="2024-01-01T00:00:00Z")
    changed = client.get(address, headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed.headers["ETag"] != tag


@pytest.mark.parametrize("suffix", ["atom", "rss", "jsonfeed"])
def test_feed_leads_to_its_older_entries(client, settings, suffix):
    settings.FEED_ENTRIES = 1
    first = client.get(f"/en/topics.{suffix}")
    second = client.get(f"/en/topics.{suffix}?page=2")
    assert f"{HOST}/en/topics.{suffix}?page=2" in first.text
    assert "page=3" not in second.text
    assert ("Topic first" in first.text) != ("Topic first" in second.text)


@pytest.mark.parametrize(
    ("suffix", "never"),
    [
        ("atom", "<updated>1970-01-01T00:00:00+00:00</updated>"),
        ("rss", "<lastBuildDate>Thu, 01 Jan 1970 00:00:00 +0000</lastBuildDate>"),
    ],
)
def test_feed_without_entries_does_not_change_with_the_clock(client, suffix, never):
    assert never in client.get(f"/en/topics.{suffix}?q=nothing").text


@collections
def test_feeds_name_an_author_and_themselves(client, collection):
    atom = client.get(f"/en/{collection.name}.atom").text
    assert "<author><name>Newsroom</name></author>" in atom
    rss = ET.fromstring(client.get(f"/en/{collection.name}.rss").text)
    channel = rss.find("channel")
    assert channel.findtext("description") == f"{collection.title}: what is new."
    assert channel.find(f"{ATOM}link[@rel='self']").get("href") == f"{HOST}/en/{collection.name}.rss"
    guids = [item.find("guid") for item in rss.iter("item")]
    assert {guid.get("isPermaLink") for guid in guids} == {"false"}
    ids = [entry.findtext(f"{ATOM}id") for entry in ET.fromstring(atom).iter(f"{ATOM}entry")]
    assert [guid.text for guid in guids] == ids


@pytest.mark.parametrize(
    ("page", "title", "feed"),
    [
        ("/en/", "Articles: English", "/en/articles.{suffix}?language=en"),
        ("/en/articles/", "Articles", "/en/articles.{suffix}"),
        ("/en/articles/?section={section}", "Articles: {section_name}", "/en/articles.{suffix}?section={section}"),
        ("{topic_url}", "Topic first: Articles", "/en/articles.{suffix}?topic={topic}"),
        ("{person_url}", "Person first: Quotes", "/en/quotes.{suffix}?speaker={person}"),
    ],
)
def test_feeds_are_announced_where_their_readers_are(client, page, title, feed):
    article = models.Article.objects.public().get(headline="Headline first")
    topic = models.Topic.objects.public().get(name_en="Topic first")
    person = models.Person.objects.public().get(name_en="Person first")
    words = {"section": article.section.slug, "section_name": article.section, "topic": topic.public_id}
    words |= {"topic_url": topic.get_absolute_url(), "person_url": person.get_absolute_url()}
    words |= {"person": person.public_id}
    head = client.get(page.format(**words)).text.partition("</head>")[0]
    for format_ in FORMATS:
        if format_.is_feed:
            address = feed.format(suffix=format_.suffix, **words)
            named = f'title="{title.format(**words)} ({format_.label})" href="{address}"'
            assert f'<link rel="alternate" type="{format_.media_type}" {named}>' in head


def test_record_is_cited_in_three_styles():
    article = models.Article.objects.public().get(headline="Headline first")
    citation = cite_record(BY_NAME["articles"], article)
    url = f"{HOST}{article.get_absolute_url()}"
    assert citation.apa() == f"By first (2024, May 2). Headline first [Article]. Newsroom. {url}"
    assert citation.korean().startswith("By first(2024). “Headline first”.")
    assert f"@misc{{newsroom-articles-{article.public_id}," in citation.bibtex()
    assert "  author = {{By first}}," in citation.bibtex()


def test_list_is_cited_with_its_filter_and_the_day_of_reading(client):
    citation = cite_list(BY_NAME["topics"], "/en/topics/?q=x", ["“x”"])
    assert citation.apa().startswith("Newsroom (n.d.). Topics: “x” [Data set]. Retrieved ")
    assert citation.apa().endswith(f", from {HOST}/en/topics/?q=x")
    assert "urldate = {20" in citation.bibtex()
    text = client.get("/en/topics/?q=first").text
    assert "Newsroom (n.d.). Topics: “first” [Data set]." in text
    assert 'href="https://creativecommons.org/licenses/by/4.0/"' in text


def test_bibtex_escapes_what_tex_would_run():
    assert escape(r"50% of A&B_{x}\input") == r"50\% of A\&B\_\{x\}\textbackslash{}input"


@collections
def test_every_record_says_how_to_cite_it_and_its_licence(client, collection):
    row = collection.rows().first()
    text = client.get(row.get_absolute_url()).text
    assert f"newsroom-{collection.name}-{row.public_id}," in text
    assert 'rel="license external"' in text


def test_addresses_in_files_are_those_of_the_site(client):
    meta = client.get("/en/topics.json", headers={"Host": "localhost"}).json()["meta"]
    assert urlsplit(meta["page_url"]).netloc == urlsplit(meta["dictionary"]).netloc == "newsroom.test"


def test_short_and_long_file_are_the_same(monkeypatch, client):
    short = client.get("/en/topics.csv").content
    monkeypatch.setattr("articles.collections.formats.tables.CHUNK", 0)
    assert b"".join(client.get("/en/topics.csv").streaming_content) == short


def test_long_file_has_the_state_of_the_database_for_a_validator(client, monkeypatch):
    monkeypatch.setattr("articles.collections.formats.tables.CHUNK", 0)
    state = {"newsroom.state": "before"}
    first = client.get("/en/topics.csv", **state)
    tag = first.headers["ETag"]
    assert first.streaming
    assert tag.startswith('W/"')
    assert client.head("/en/topics.csv", **state).headers["ETag"] == tag
    assert client.get("/en/topics.csv", headers={"If-None-Match": tag}, **state).status_code == 304
    for address, named in (("/en/topics.csv", "after"), ("/en/topics.csv?q=first", "before"), ("/en/topics.csv", "")):
        answer = client.get(address, headers={"If-None-Match": tag}, **{"newsroom.state": named})
        assert answer.status_code == 200


@pytest.mark.parametrize("address", ["/en/topics/?q=first", "/en/investments/?stage=announced&kind=unknown"])
def test_filter_can_be_followed_from_its_page(client, address):
    text = client.get(address).text
    path, query = address.rstrip("/").split("/?")
    for suffix in ("atom", "rss", "jsonfeed"):
        link = f'href="{path}.{suffix}?{query.replace("&", "&amp;")}"'
        assert text.count(link) == 2, "in the head for readers of feeds, and in the page for people"


def test_empty_list_says_which_filter_to_drop_and_what_it_would_show(client):
    text = client.get("/en/articles/?q=first&language=vi&year=2024").text
    assert '<a href="/en/articles/?q=first&amp;year=2024">without Language: Vietnamese</a>' in text
    assert "without Year" not in text
    assert "without Words" not in text
    assert "whichever of them is left out" in client.get("/en/articles/?q=nothing&language=vi").text


@pytest.mark.parametrize(("days", "is_marked"), [(1, True), (9, False)])
def test_article_that_was_corrected_lately_is_marked(client, days, is_marked):
    moment = timezone.now() - timedelta(days=days)
    models.Article.objects.filter(headline="Headline first").update(corrected_at=moment)
    text = client.get("/en/articles/").text
    assert text.count('class="revised"') == is_marked


def test_investment_that_a_later_story_moved_is_marked(client):
    assert 'class="revised"' not in client.get("/en/investments/").text
    moved = models.Investment.objects.get(title_en="Investment first")
    models.Article.objects.filter(pk=moved.adopted.article_id).update(created_at=timezone.now())
    assert client.get("/en/investments/").text.count('class="revised"') == 1


@formats
def test_words_of_control_characters_are_a_question_like_any_other(client, format_):
    assert client.get(f"/en/topics.{format_.suffix}", {"q": "a\x01\x1f\ufffeb"}).status_code == 200
