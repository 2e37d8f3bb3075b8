"""The front pages: what leads, what each part leads to, and by how many statements."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import desk
from articles.models import Quote, Section
from articles.vocabulary import Language, QuoteKind
from tests.factories import QuoteFactory, make_story, publish_story

pytestmark = pytest.mark.django_db
MOST = 14


def publish(word, days=0, **fields):
    """Return an English story that readers got so many days ago."""
    return desk.publish(make_story(word, language=Language.EN, **fields), at=timezone.now() - timedelta(days=days))


@pytest.mark.parametrize("stories", [1, 6])
def test_front_page_takes_few_statements_whatever_it_holds(client, stories):
    for number in range(stories):
        publish(f"n{number}")
    assert connection.features.supports_json_field  # asked once a process
    with CaptureQueriesContext(connection) as captured:
        response = client.get("/en/")
    assert len(captured) <= MOST, "\n".join(query["sql"][:150] for query in captured)
    assert len(response.content) < 60_000


def test_newest_story_leads_and_every_part_leads_to_its_list(client):
    for days in range(5):
        publish(f"aged{days}", days)
    publish_story("foreign", language=Language.KO)
    response = client.get("/en/")
    order = [story.headline.split()[-1] for story, _figure in response.context["front"]]
    assert order == [f"aged{days}" for days in range(5)]
    lead = response.text.split('class="lead"')[1].split('class="seconds"')[0]
    assert "Headline aged0" in lead
    assert "Headline aged1" not in lead
    main = response.text.split("<main")[1].split("</main")[0]
    topic, n = response.context["topics"][0]
    addresses = [
        "/en/articles/?language=en",
        "/en/quotes/?language=en",
        "/en/investments/?sort=largest",
        "/en/topics/",
        topic.get_absolute_url(),
    ]
    assert [address for address in addresses if f'href="{address}"' not in main] == []
    assert all(client.get(address).status_code == 200 for address in addresses)
    assert n == 1


def test_quotes_of_the_week_are_new_verbatim_and_of_different_voices(client):
    publish("old", days=9)
    new = make_story("new", language=Language.EN)
    QuoteFactory(parent=new, text="Retold", kind=QuoteKind.PARAPHRASE, ordering=50)
    first = new.quote_blocks.exclude(kind=QuoteKind.PARAPHRASE).first()
    QuoteFactory(parent=new, text="Same voice", speaker=first.speaker, attribution=first.attribution, ordering=51)
    desk.publish(new, at=timezone.now() - timedelta(hours=1))
    said = client.get("/en/").context["said"]
    assert {quote.parent_id for quote in said} == {new.pk}
    assert all(quote.has_marks for quote in said)
    voices = [quote.speaker_id or quote.parent_id for quote in said]
    assert len(voices) == len(set(voices))
    assert Quote.objects.public().filter(parent=new).count() > len(said)


def test_section_has_a_front_of_its_own(client):
    section = Section.objects.create(name_en="Ships", slug="ships")
    assert client.get("/en/sections/ships/").status_code == 404
    publish("afloat", section=section)
    publish("ashore")
    response = client.get("/en/sections/ships/")
    assert "Headline afloat" in response.text
    assert "Headline ashore" not in response.text
    assert 'href="/en/articles/?language=en&amp;section=ships"' in response.text
    assert 'href="/en/sections/ships/"' in client.get("/en/").text
    assert "Headline afloat" not in client.get("/ko/sections/ships/").text
    front = response.text.split('class="front"')[1]
    assert 'href="/en/sections/ships/"' not in front, "whoever is there needs no link to it"
    fronts = client.get("/sitemap-fronts.xml").text
    assert "/en/sections/ships/" in fronts
    assert "/ko/sections/ships/" not in fronts
