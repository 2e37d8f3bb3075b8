"""What search engines are told of records and lists: all of it is on the page, and nobody is made up."""

import json
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import models
from articles.collections import BY_NAME, COLLECTIONS
from articles.collections.formats import FORMATS
from articles.templatetags.pages import UNSAFE
from articles.vocabulary import Attribution, Precision
from tests.factories import PersonFactory, publish_story

pytestmark = pytest.mark.django_db
HOST = "http://newsroom.test"
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
TYPES = {
    "articles": "NewsArticle",
    "quotes": "Quotation",
    "investments": "WebPage",
    "people": "Person",
    "organisations": "Organization",
    "places": "Country",
    "topics": "DefinedTerm",
    "glossary": "DefinedTerm",
    "corrections": "CorrectionComment",
}


@pytest.fixture(scope="module", autouse=True)
def story(rows_of_a_module):
    """A public story; what a test changes in its rows is taken back after it."""
    with rows_of_a_module():
        yield publish_story("first", language="en")


@pytest.fixture
def article(story):
    """The story as it is stored, for a test to change."""
    return models.Article.objects.get(pk=story.pk)


def nodes_at(client, address):
    """Return the nodes of a page by their type; it has one script beside those of the site's own files."""
    text = client.get(address).text
    assert text.count("<script") - text.count('<script src="/static/') == 1
    (script,) = SCRIPT.findall(text)
    told = json.loads(script)
    assert told["@context"] == "https://schema.org"
    return {node["@type"]: node for node in told["@graph"]}


def node_of(client, record):
    """Return what the page of a record says that it is."""
    return next(iter(nodes_at(client, record.get_absolute_url()).values()))


def change(record, **fields):
    """Change a row behind the desk's back."""
    type(record).objects.filter(pk=record.pk).update(**fields)
    record.refresh_from_db()


@pytest.mark.parametrize("collection", COLLECTIONS, ids=lambda c: c.name)
def test_every_record_says_what_it_is_and_where_it_stands(client, collection):
    record = collection.rows().first()
    nodes = nodes_at(client, record.get_absolute_url())
    assert [*nodes] == [TYPES[collection.name], "BreadcrumbList"]
    node, trail = nodes.values()
    assert node["@id"] == node["url"] == HOST + record.get_absolute_url()
    assert [(step["position"], step["name"]) for step in trail["itemListElement"]] == [
        (1, "Newsroom"),
        (2, str(collection.title)),
        (3, str(record)),
    ]
    assert trail["itemListElement"][2]["item"] == node["url"]


@pytest.mark.parametrize("collection", COLLECTIONS, ids=lambda c: c.name)
@pytest.mark.parametrize(("query", "more"), [("", ""), ("?q=first", ": “first”")])
def test_every_list_is_a_data_set_with_its_filter_in_its_name(client, collection, query, more):
    nodes = nodes_at(client, f"/en/{collection.name}/{query}")
    assert [*nodes] == ["Dataset", "BreadcrumbList"]
    dataset, trail = nodes.values()
    assert dataset["name"] == f"{collection.title}{more}"
    assert dataset["description"].startswith(dataset["name"])
    assert dataset["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert dataset["creator"]["name"] == "Newsroom"
    files = {file["contentUrl"]: file["encodingFormat"] for file in dataset["distribution"]}
    assert files == {f"{HOST}/en/{collection.name}.{f.suffix}{query}": f.media_type for f in FORMATS}
    assert len(trail["itemListElement"]) == (3 if query else 2)


def test_list_that_is_too_long_for_a_file_offers_none(client, settings):
    settings.DOWNLOAD_ROWS = 0
    files = nodes_at(client, "/en/articles/")["Dataset"]["distribution"]
    assert [file["name"] for file in files] == ["JSON", "Atom", "RSS", "JSON Feed"]


def test_front_page_says_whose_it_is_and_how_to_search(client):
    site = nodes_at(client, "/en/")["WebSite"]
    assert site["publisher"]["@type"] == "NewsMediaOrganization"
    assert site["potentialAction"]["target"] == f"{HOST}/en/search/?q={{words}}"


@pytest.mark.parametrize("address", ["/en/data/", "/en/search/", "/en/investments/charts/", "/en/nothing/"])
def test_other_pages_say_nothing(client, address):
    assert "<script" not in client.get(address).text


@pytest.mark.parametrize("sign", ["</script>", "<!--", "&lt;", "\u2028", '"', "\\", "{{ x }}"])
def test_no_text_ends_the_script(client, article, sign):
    change(article, headline=f"A {sign} b", standfirst=sign, byline=sign)
    text = client.get(article.get_absolute_url()).text
    (script,) = SCRIPT.findall(text)
    assert not set(script) & {chr(code) for code in UNSAFE}
    node = json.loads(script)["@graph"][0]
    assert (node["headline"], node["description"]) == (f"A {sign} b", sign)


@pytest.mark.parametrize(("length", "told"), [(10, 10), (110, 110), (111, 110), (300, 110)])
def test_headline_is_the_beginning_of_the_heading(client, article, length, told):
    change(article, headline="가" * length)
    assert node_of(client, article)["headline"] == "가" * told


@pytest.mark.parametrize(
    ("corrected", "modified"),
    [(None, "2024-05-02"), (timedelta(days=3), "2024-05-05"), (timedelta(days=-3), "2024-05-02")],
)
def test_story_was_modified_when_it_was_corrected_and_never_before_it_was_there(client, article, corrected, modified):
    published = datetime(2024, 5, 2, 3, tzinfo=UTC)
    change(article, public_from=published, corrected_at=corrected and published + corrected, updated_at=timezone.now())
    node = node_of(client, article)
    assert node["datePublished"] == "2024-05-02T12:00:00+09:00"
    assert node["dateModified"] == f"{modified}T12:00:00+09:00"


@pytest.mark.parametrize(
    ("byline", "outlet", "author"),
    [
        ("Kim", "", ("Person", "Kim")),
        ("Kim", "Daily", ("Person", "Kim")),
        ("Daily", "Daily", ("Organization", "Daily")),
        ("", "Daily", ("Organization", "Daily")),
        ("", "", ("NewsMediaOrganization", "Newsroom")),
    ],
)
def test_author_is_the_byline_else_the_outlet_else_the_newsroom(client, article, byline, outlet, author):
    change(article, byline=byline, outlet=models.Outlet.objects.create(name_en=outlet) if outlet else None)
    node = node_of(client, article)
    assert (node["author"]["@type"], node["author"]["name"]) == author
    assert node["publisher"]["name"] == "Newsroom"


@pytest.mark.parametrize(
    ("precision", "printed"),
    [
        (Precision.MINUTE, "2024-05-02T09:30:00+09:00"),
        (Precision.DAY, "2024-05-02"),
        (Precision.MONTH, "2024-05"),
        (Precision.YEAR, "2024"),
    ],
)
def test_reprint_says_what_it_reprints_as_exactly_as_that_is_known(client, article, precision, printed):
    moment = datetime(2024, 5, 2, 0, 30, tzinfo=UTC)
    outlet, middle = (
        models.Outlet.objects.create(name_en="Daily", url="https://daily.example/"),
        models.Outlet.objects.create(name_en="Wire"),
    )
    change(article, published_at=moment, published_precision=precision, outlet=outlet, republished_from=middle)
    assert node_of(client, article)["isBasedOn"] == {
        "@type": "NewsArticle",
        "url": "https://source.example/story",
        "datePublished": printed,
        "publisher": {"@type": "Organization", "name": "Daily", "url": "https://daily.example/"},
        "provider": {"@type": "Organization", "name": "Wire"},
    }


def test_story_of_its_own_is_based_on_nothing(client, article):
    nothing = {"source_url": "", "outlet": None, "republished_from": None, "section": None}
    change(article, **nothing, published_at=None, published_precision=Precision.UNKNOWN)
    node = node_of(client, article)
    assert not {"isBasedOn", "articleSection"} & node.keys()
    assert all(value not in ("", None, [], {}) for value in node.values())


def test_story_names_its_versions_and_corrections(client, article):
    version = publish_story("version", language="vi", translation_group=article.translation_group)
    node = node_of(client, article)
    assert node["inLanguage"] == "en"
    assert [each["inLanguage"] for each in node["workTranslation"]] == ["vi"]
    assert node["workTranslation"][0]["url"].startswith(f"{HOST}/vi/articles/{version.public_id}/")
    assert [each["text"] for each in node["correction"]] == ["Note first"]


@pytest.mark.parametrize(
    ("attribution", "names", "kind"),
    [
        (Attribution.NAMED, {}, "Person"),
        (Attribution.NAMED, {"speaker": None, "speaker_text": "Kim"}, None),
        (Attribution.NAMED, {"speaker": "hidden"}, None),
        (Attribution.ORGANISATION, {"speaker": None}, "Organization"),
        (Attribution.ORGANISATION, {"speaker": None, "organisation": None, "organisation_text": "A bank"}, None),
        (Attribution.ROLE_ONLY, {"speaker": None, "role_text": "an official"}, None),
        (Attribution.UNKNOWN, {"speaker": None}, None),
        (Attribution.ANONYMOUS, {"speaker": None, "speaker_text": ""}, None),
    ],
)
def test_quote_names_who_said_it_only_when_that_is_known(client, attribution, names, kind):
    quote = models.Quote.objects.public().get()
    if names.get("speaker") == "hidden":
        names = {"speaker": PersonFactory(name_en="Secret")}
    change(quote, attribution=attribution, **names)
    text = client.get(quote.get_absolute_url()).text
    node = json.loads(SCRIPT.findall(text)[0])["@graph"][0]
    assert node.get("spokenByCharacter", {}).get("@type") == kind
    assert node["text"] == "Said first"
    assert node["isPartOf"]["headline"] == "Headline first"
    assert ("Person" in json.dumps(node)) == (kind == "Person")


def test_quote_is_part_of_a_story_only_when_readers_see_that(client, article):
    quote = models.Quote.objects.public().get()
    change(article, public_from=None)
    assert "isPartOf" not in node_of(client, quote)


def test_quote_was_said_as_exactly_as_that_is_known(client):
    quote = models.Quote.objects.public().get()
    change(quote, said_on=date(2024, 5, 2), said_precision=Precision.MONTH)
    assert node_of(client, quote)["dateCreated"] == "2024-05"


def test_person_has_the_present_posts_at_organisations_that_readers_see(client):
    person = models.Person.objects.public().get(name_en="Person first")
    visible = models.Organisation.objects.public().first()
    hidden = models.Organisation.objects.create(name_en="Hidden")
    posts = [(visible, "Head", None), (hidden, "Adviser", None), (visible, "Clerk", "2020-01-01")]
    for organisation, title, until in posts:
        models.Appointment.objects.create(person=person, organisation=organisation, title_en=title, until=until)
    node = node_of(client, person)
    assert sorted(node["jobTitle"]) == ["Adviser", "Head"]
    assert [each["name"] for each in node["affiliation"]] == [str(visible)]


@pytest.mark.slow
@pytest.mark.parametrize("name", BY_NAME)
def test_pages_ask_the_database_no_more_than_without_it(client, name, monkeypatch):
    record = BY_NAME[name].rows().first()
    for address in (f"/en/{name}/", record.get_absolute_url()):
        counts = []
        for tell in (True, False):
            if not tell:
                monkeypatch.setattr("articles.templatetags.pages.describe_record", lambda *_all: {})
                monkeypatch.setattr("articles.templatetags.pages.describe_list", lambda *_all: {})
            client.get(address)
            with CaptureQueriesContext(connection) as captured:
                client.get(address)
            counts.append(len(captured))
        monkeypatch.undo()
        assert counts[0] == counts[1], address
