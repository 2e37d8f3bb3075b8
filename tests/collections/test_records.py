"""What the pages of single records show beside their facts."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import desk, models
from articles.addresses import text_fragment
from articles.collections import BY_NAME
from articles.collections.differences import find_differences
from articles.collections.sayings import post_on
from articles.vocabulary import PlaceKind, Precision, Qualifier, Review, Stage
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    InvestmentFactory,
    OrganisationFactory,
    PersonFactory,
    PlaceFactory,
    QuoteFactory,
    publish_story,
)

pytestmark = pytest.mark.django_db


def claim_of(investment, **fields):
    """Return a claim about an investment in a public story of its own."""
    claim = ClaimFactory(**fields)
    desk.match(claim, investment)
    desk.publish(claim.article)
    return claim


def usd(low, high=None):
    high = low if high is None else high
    kind = Qualifier.EXACT if low == high else Qualifier.BETWEEN
    return {"amount_min": low, "amount_max": high, "qualifier": kind}


def dated(text, precision):
    return {"event_on": date.fromisoformat(text), "event_precision": precision}


def names(claims):
    return [difference.name for difference in find_differences(claims)]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (usd(10), usd(20), ["amount"]),
        (usd(10), usd(5, 15), []),
        (usd(10), {"qualifier": Qualifier.AT_LEAST, "amount_min": 8, "amount_max": None}, []),
        (usd(10), {"qualifier": Qualifier.UP_TO, "amount_min": None, "amount_max": 8}, ["amount"]),
        (usd(10), {"currency": "KRW", **usd(20)}, []),
        (usd(10), {"basis": "registered", **usd(20)}, []),
        (usd(10), {"currency": "", "qualifier": "undisclosed", "amount_min": None, "amount_max": None}, []),
        ({"stage": Stage.MOU}, {"stage": Stage.REGISTERED}, ["stage"]),
        ({"investor_text": "Gana"}, {"investor_text": "Nara"}, ["investor"]),
        ({"investor_text": "Gana"}, {"investor_text": "GANA Electronics"}, []),
        ({"investor_text": "Gana"}, {"investor_text": ""}, []),
        ({"investor_text": "Gana"}, {"investor_text": "가나", "article__language": "ko"}, []),
        (dated("2024-05-02", Precision.DAY), dated("2024-05-01", Precision.MONTH), []),
        (dated("2024-05-02", Precision.DAY), dated("2024-05-03", Precision.DAY), ["date"]),
        (dated("2024-01-01", Precision.YEAR), dated("2023-01-01", Precision.YEAR), ["date"]),
    ],
)
def test_claims_differ_only_where_they_contradict_each_other(one, other, found):
    assert names([ClaimFactory(**one), ClaimFactory(**other)]) == found


def test_difference_shows_each_side_once_and_leaves_out_who_contradicts_nobody():
    claims = [ClaimFactory(**fields) for fields in (usd(10), usd(30), usd(10), usd(5, 40))]
    (difference,) = find_differences(claims)
    assert [variant.claims for variant in difference.variants] == [[claims[0], claims[2]], [claims[1]]]


def test_hidden_claims_contradict_nobody(client):
    investment = InvestmentFactory()
    claim_of(investment, **usd(10))
    desk.publish(ClaimFactory(investment=investment, review=Review.REJECTED, **usd(20)).article)
    ClaimFactory(investment=investment, **usd(30))  # in a draft
    context = client.get(investment.get_absolute_url()).context
    assert (context["differences"], context["stories"], len(context["claims"])) == ([], 1, 1)


def test_role_is_the_one_at_the_time():
    early, late, undated = (
        models.Appointment(since=date(2020, 1, 1), until=date(2022, 1, 1)),
        models.Appointment(since=date(2023, 1, 1)),
        models.Appointment(),
    )
    posts = [late, early, undated]
    days = [date(2021, 5, 1), date(2022, 5, 1), date(2024, 1, 1)]
    assert [post_on(posts, day) for day in days] == [early, None, late]


def test_person_speaks_year_by_year_the_latest_first(client):
    speaker = PersonFactory()
    for day in ("2022-03-01", "2024-03-01", "2024-06-01"):
        quote = QuoteFactory(speaker=speaker, text=day, said_on=day, said_precision=Precision.DAY)
        desk.publish(quote.parent)
    QuoteFactory(speaker=speaker)  # in a draft
    speaker.refresh_from_db()
    context = client.get(speaker.get_absolute_url()).context
    said = [(year, [saying.quote.text for saying in sayings]) for year, sayings in context["sayings"]]
    assert said == [(2024, ["2024-06-01", "2024-03-01"]), (2022, ["2022-03-01"])]
    assert context["quotes_total"] == 3


def test_organisation_names_only_people_whom_readers_may_see():
    article = publish_story("seen")
    organisation = models.Organisation.objects.get(name_en="Organisation seen")
    seen, hidden = article.quote_blocks.get().speaker, PersonFactory()
    for person in (seen, hidden):
        models.Appointment.objects.create(person=person, organisation=organisation, title_en="Head")
    posts = BY_NAME["organisations"].beside(organisation)["posts"]
    assert [post.person for post in posts] == [seen]


def test_investments_are_found_by_topic_recipient_and_the_place_itself(client):
    article = publish_story("one")
    publish_story("two")
    investment = models.Investment.objects.get(title_en="Investment one")
    recipient = OrganisationFactory()
    desk.refresh_references(desk.References(investments={investment.pk}))
    models.Investment.objects.filter(pk=investment.pk).update(recipient=recipient)
    models.Organisation.objects.filter(pk=recipient.pk).update(public_from=investment.public_from)
    place = investment.destination
    for parameter, record in (("topic", article.topics.get()), ("recipient", recipient), ("place", place)):
        items = client.get("/en/investments.json", {parameter: record.public_id}).json()["items"]
        assert [item["id"] for item in items] == [investment.public_id]


def test_topic_of_a_draft_finds_nothing(client):
    article = publish_story("one")
    draft = ArticleFactory()
    draft.topics.add(article.topics.get())
    investment = InvestmentFactory()
    claim_of(investment)
    ClaimFactory(article=draft, investment=investment)
    items = client.get("/en/investments.json", {"topic": article.topics.get().public_id}).json()["items"]
    assert [item["title_en"] for item in items] == ["Investment one"]


def test_place_shows_the_maps_it_is_on():
    country = PlaceFactory()
    common = {"kind": PlaceKind.PROVINCE, "parent": country}
    old, new = PlaceFactory(valid_to="2025-06-30", **common), PlaceFactory(valid_from="2025-07-01", **common)
    same, zone = PlaceFactory(**common), PlaceFactory(kind=PlaceKind.ZONE, parent=new)
    models.Succession.objects.create(predecessor=old, successor=new, on="2025-07-01")
    desk.refresh_places()
    shown = {}
    for name, place in {"country": country, "old": old, "new": new, "same": same, "zone": zone}.items():
        place.refresh_from_db()
        shown[name] = [related.parameter for related in BY_NAME["places"].related_to(place)]
    assert shown == {
        "country": ["destination_country", "within"],
        "old": ["destination_then", "within"],
        "new": ["destination", "destination_then", "within"],
        "same": ["destination", "within"],
        "zone": ["place", "within"],
    }
    claim_of(InvestmentFactory(destination=old))
    claim_of(InvestmentFactory(destination=zone))
    units = BY_NAME["places"].beside(new)["units"]
    assert sorted((unit.pk, n) for unit, n in units) == sorted([(old.pk, 1), (new.pk, 1)])


def test_quote_has_its_neighbours_and_leads_to_its_words():
    article = ArticleFactory()
    quotes = [QuoteFactory(parent=article, ordering=number, text=f"Words {number}") for number in range(4)]
    QuoteFactory(parent=article, ordering=2, review=Review.REJECTED)
    desk.publish(article)
    found = BY_NAME["quotes"].beside(quotes[2])
    assert (found["before"], found["after"]) == ([quotes[1]], [quotes[3]])
    assert BY_NAME["quotes"].beside(quotes[0])["before"] == []


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("Two words", "#:~:text=Two%20words"),
        ("co-op, & more", "#:~:text=co%2Dop%2C%20%26%20more"),
        ("a b c d e f\n\ng h i", "#:~:text=a%20b%20c%20d,f%20g%20h%20i"),
        ("박닌", "#:~:text=%EB%B0%95%EB%8B%8C"),
    ],
)
def test_fragment_points_to_words_by_their_ends(words, fragment):
    assert text_fragment(words) == fragment


@pytest.mark.any_database
@pytest.mark.parametrize("name", ["people", "organisations", "investments", "places", "quotes", "topics"])
@pytest.mark.slow
def test_queries_of_a_record_do_not_grow_with_its_rows(client, name):
    article = publish_story("one")
    record = BY_NAME[name].rows().get(public_id=records_of(article)[name].public_id)
    counts = []
    for more in range(2):
        with CaptureQueriesContext(connection) as counted:
            assert client.get(record.get_absolute_url()).status_code == 200
        counts.append(len(counted))
        grow(article, more)
    assert counts == [QUERIES[name]] * 2


# The record, what stands beside it, and for each related collection one count, one page, and what its rows bring along.
QUERIES = {"people": 6, "organisations": 18, "investments": 3, "places": 13, "quotes": 2, "topics": 15}


def records_of(article):
    quote, claim = article.quote_blocks.first(), article.claims.get()
    investment = claim.investment
    return {
        "people": quote.speaker,
        "organisations": quote.organisation,
        "investments": investment,
        "places": investment.destination,
        "quotes": quote,
        "topics": article.topics.get(),
    }


def grow(article, number):
    """Add to everything around a story once more."""
    records = records_of(article)
    story = ArticleFactory()
    story.topics.add(records["topics"])
    QuoteFactory(parent=story, speaker=records["people"], organisation=records["organisations"])
    investment = InvestmentFactory(destination=records["places"])
    models.Stake.objects.create(investment=investment, organisation=records["organisations"])
    desk.match(ClaimFactory(article=story), investment)
    desk.match(ClaimFactory(article=story, investor_text=f"Other {number}", **usd(5 + number)), records["investments"])
    models.Appointment.objects.create(person=records["people"], organisation=records["organisations"], title_en="Head")
    desk.publish(story)
