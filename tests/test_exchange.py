"""What other newsrooms and sites take over: stories as ninjs, quotes and investments by oEmbed."""

import json
import re
from datetime import timedelta
from html import unescape
from urllib.parse import quote

import pytest
from django.utils import timezone

from articles import desk, models
from articles.cards import can_draw
from articles.collections import BY_NAME
from articles.vocabulary import Attribution, Precision, QuoteKind
from tests.factories import QuoteFactory, make_story, publish_story

pytestmark = pytest.mark.django_db
HOST = "http://newsroom.test"
EMBEDDED = [collection for collection in BY_NAME.values() if collection.has_embeds]
embedded = pytest.mark.parametrize("collection", EMBEDDED, ids=lambda c: c.name)


@pytest.fixture(scope="module", autouse=True)
def published(rows_of_a_module):
    """A public story; what a test changes in its rows is taken back after it."""
    with rows_of_a_module():
        yield publish_story("first", language="en")


@pytest.fixture
def story(published):
    """The story as it is stored, for a test to change."""
    return models.Article.objects.get(pk=published.pk)


def ninjs_of(client, article):
    """Return a story as another newsroom gets it."""
    return client.get(f"/en/articles/{article.public_id}/ninjs.json").json()


def test_story_is_handed_over_with_all_that_its_readers_have(client, story):
    models.Heading.objects.create(parent=story, ordering=1, text="Sub-heading")
    QuoteFactory(parent=story, ordering=40, text="Not yet", review="suggested", speaker__name_en="Nobody")
    QuoteFactory(parent=story, ordering=50, text="They may", kind="paraphrase", public_from=story.public_from)
    told = ninjs_of(client, story)
    assert told["uri"] == HOST + story.get_absolute_url()
    assert told["standard"]["version"] == "3.0"
    assert (told["type"], told["language"], told["pubStatus"]) == ("text", "en", "usable")
    assert told["headlines"] == [{"role": "main", "value": "Headline first"}]
    assert told["descriptions"] == [{"role": "standfirst", "value": "Standfirst first"}]
    assert told["by"] == "By first"
    assert told["contentCreated"] == "2024-05-02T09:00:00+09:00"
    (body,) = told["bodies"]
    assert body["value"].split("\n\n") == ["Sub-heading", "Paragraph first", "“Said first”", "They may"]
    assert body["charCount"] == len(body["value"])
    assert body["wordCount"] == 7
    assert [subject["name"] for subject in told["subjects"]] == ["Topic first"]
    assert [person["name"] for person in told["people"]][:1] == ["Person first"]
    assert "Nobody" not in json.dumps(told)
    assert "rightsInfo" not in told, "the source's story is not ours to license"


def test_own_story_is_handed_over_with_its_licence_and_no_invented_time(client, story):
    fields = {"source_url": "", "outlet": None, "published_precision": Precision.DAY, "standfirst": "", "byline": ""}
    models.Article.objects.filter(pk=story.pk).update(**fields)
    told = ninjs_of(client, story)
    assert told["rightsInfo"] == {"linkedRights": "https://creativecommons.org/licenses/by/4.0/"}
    assert not {"contentCreated", "descriptions", "by", "associations", "infoSources"} & told.keys()


def test_sources_are_named(client, story):
    outlets = {name: models.Outlet.objects.create(name_en=name) for name in ("Daily", "Wire")}
    fields = {"outlet": outlets["Daily"], "republished_from": outlets["Wire"]}
    models.Article.objects.filter(pk=story.pk).update(**fields)
    sources = ninjs_of(client, story)["infoSources"]
    assert sources == [{"name": "Daily", "role": "originator"}, {"name": "Wire", "role": "distributor"}]


def test_ninjs_is_there_for_everybody_and_announced(client, story):
    address = f"/en/articles/{story.public_id}/ninjs.json"
    response = client.get(address)
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["Cache-Control"] == "public, no-cache"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    link = f'<link rel="alternate" type="application/json" title="ninjs" href="{address}">'
    assert link in client.get(story.get_absolute_url()).text
    assert client.post(address).status_code == 405


def test_story_that_readers_do_not_see_is_not_handed_over(client, story):
    waiting = make_story("waiting", embargo_until=timezone.now() + timedelta(days=1))
    desk.publish(waiting, at=timezone.now())
    for article, status in ((make_story("draft"), 404), (waiting, 404), (desk.withdraw(story), 410)):
        assert client.get(f"/en/articles/{article.public_id}/ninjs.json").status_code == status
    assert client.get("/en/articles/unknown/ninjs.json").status_code == 404


def ask(client, url, **more):
    """Ask what another site would show of an address."""
    return client.get("/oembed", {"url": url, **more})


@embedded
@pytest.mark.parametrize("language", ["ko", "en", "vi"])
def test_page_leads_to_what_other_sites_show_of_it(client, story, collection, language):
    record = collection.model.objects.public().get()
    page = client.get(f"/{language}/{collection.name}/{record.public_id}/", follow=True).text
    (link,) = re.findall(r'<link rel="alternate" type="application/json\+oembed" title="[^"]*" href="([^"]*)">', page)
    link = unescape(link)
    assert link.startswith(f"{HOST}/oembed?url=http%3A%2F%2Fnewsroom.test%2F{language}%2F{collection.name}%2F")
    response = client.get(link.removeprefix(HOST))
    assert response.headers["Content-Location"] == link.removeprefix(HOST)
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cache-Control"] == "public, no-cache"
    told = response.json()
    assert (told["version"], told["type"], told["title"]) == ("1.0", "rich", str(record))
    assert f'<a href="{HOST}/{language}/{collection.name}/{record.public_id}/' in told["html"]
    assert ("thumbnail_url" in told) >= can_draw()


def test_quote_is_embedded_as_html_in_which_nothing_runs(client, story):
    record = models.Quote.objects.public().get()
    models.Quote.objects.filter(pk=record.pk).update(text='<script>1</script> & "x"', role_text="<b onclick=1>")
    html = ask(client, HOST + record.get_absolute_url()).json()["html"]
    assert "&lt;script&gt;1&lt;/script&gt; &amp; &quot;x&quot;" in html
    assert set(re.findall(r"<(\w+)", html)) == {"blockquote", "p", "footer", "a"}


def test_quote_of_nobody_has_no_author(client, story):
    record = models.Quote.objects.public().get()
    assert ask(client, HOST + record.get_absolute_url()).json()["author_name"] == "Person first"
    nobody = {"attribution": Attribution.ANONYMOUS, "speaker": None, "speaker_text": "", "organisation": None}
    models.Quote.objects.filter(pk=record.pk).update(**nobody, organisation_text="", kind=QuoteKind.PARAPHRASE)
    told = ask(client, HOST + record.get_absolute_url()).json()
    assert "author_name" not in told
    assert "“" not in told["html"]


@pytest.mark.parametrize(
    ("room", "width", "has_thumbnail"),
    [
        ({}, 600, True),
        ({"maxwidth": "400"}, 400, False),
        ({"maxwidth": "2000"}, 600, True),
        ({"maxwidth": "1200", "maxheight": "630"}, 600, True),
        ({"maxheight": "300"}, 600, False),
        ({"maxwidth": "wide", "maxheight": "-1"}, 600, True),
    ],
)
def test_embed_keeps_to_the_room_that_it_gets(client, story, room, width, has_thumbnail):
    record = models.Quote.objects.public().get()
    told = ask(client, HOST + record.get_absolute_url(), **room).json()
    assert told["width"] == width
    assert ("thumbnail_url" in told) == has_thumbnail


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("{quote}", 200),
        ("{old}", 200),
        ("{story}", 404),
        ("http://newsroom.test/en/", 404),
        ("http://newsroom.test/en/quotes/", 404),
        ("http://newsroom.test/en/quotes.csv", 404),
        ("http://newsroom.test/en/quotes/unknown/x/", 404),
        ("http://newsroom.test/en/quotes/%00/x/", 404),
        ("http://newsroom.test/xx/quotes/unknown/x/", 404),
        ("http://newsroom.test/admin/", 404),
        ("http://newsroom.test.evil.example{path}", 404),
        ("http://evil.example{path}", 404),
        ("{path}", 404),
        ("", 404),
        ("http://[", 404),
        ("http://newsroom.test/[", 404),
        ("javascript:alert(1)", 404),
    ],
)
def test_only_addresses_of_public_quotes_and_investments_are_known(client, story, url, status):
    record = models.Quote.objects.public().get()
    path = record.get_absolute_url()
    old = f"{HOST}/en/quotes/{record.public_id}/{quote('옛')}/"
    url = url.format(quote=HOST + path, path=path, story=HOST + story.get_absolute_url(), old=old)
    response = ask(client, url)
    assert response.status_code == status
    if status != 200:
        assert response.headers["Content-Type"] == "application/problem+json"
        assert "evil" not in response.text


@embedded
def test_embed_of_what_was_withdrawn_is_not_there(client, story, collection):
    address = HOST + collection.model.objects.public().get().get_absolute_url()
    assert ask(client, address).status_code == 200
    desk.withdraw(story)
    assert ask(client, address).status_code == 404


@pytest.mark.parametrize(("format_", "status"), [("json", 200), ("xml", 501), ("html", 400), ("", 400)])
def test_there_is_only_json(client, story, format_, status):
    address = HOST + models.Quote.objects.public().get().get_absolute_url()
    assert ask(client, address, format=format_).status_code == status
