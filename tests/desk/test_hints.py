"""Candidates for a printed name, each with its reason; investments that a claim may be about."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import desk, models
from articles.desk import hints
from articles.desk.investment_hints import hints_for, investments_for
from articles.vocabulary import PlaceKind, Qualifier
from tests.factories import (
    ClaimFactory,
    InvestmentFactory,
    OrganisationFactory,
    PersonFactory,
    PlaceFactory,
    QuoteFactory,
)

pytestmark = pytest.mark.django_db


def organisation(name, **aliases):
    """Return an organisation that can be found, with an alias of each given kind."""
    entry = OrganisationFactory(name_en=name)
    for kind, text in aliases.items():
        models.Alias.objects.create(organisation=entry, text=text, kind=kind)
    desk.refresh_entity(entry)
    return entry


def organisations_like(name):
    return hints.names_like(models.Organisation, [name]).get(name, [])


def investments_like(claim):
    (found,) = investments_for([claim], *hints_for([claim]))
    return found


def told(found):
    return [(str(hint.entry), hint.reason) for hint in found]


@pytest.mark.parametrize(
    ("entry", "aliases", "printed", "reason"),
    [
        ("Foxconn", {}, "FOXCONN", "same name"),
        ("Foxconn", {"misspelling": "Foxcom"}, "Foxcom", "known misspelling"),
        ("Foxconn", {"former": "Hon Hai"}, "Hon Hai", "former name"),
        ("가나전자", {"romanisation": "Gana Electronics"}, "Gana electronics", "romanised"),
        ("Foxconn", {"alias": "鴻海"}, "鴻海", "known by this name too"),
        ("가나전자", {}, "가나전자는", "without the particle"),
        ("하브뤼스", {}, "하브뤼스 그룹", "without the legal form"),
        ("Gana Electronics", {}, "Gana Electronics Co., Ltd.", "without the legal form"),
        ("Foxconn", {}, "Foxcom", "spelt almost so"),
        ("Foxconn", {}, "Voxconn", "spelt almost so"),
        ("누리솔", {}, "누리술", "spelt almost so"),
        ("호시카와정밀", {}, "호시가와정밀", "spelt almost so"),
        ("사오비엔 에너지", {}, "사오비엔에너지", "spaced in another way"),
        ("Gana Electronics Vietnam", {}, "Gana Electronics", "the name is a part of it"),
        ("Điện Quang", {}, "dien quang", "same name"),
    ],
)
def test_name_finds_its_entry_with_a_reason(entry, aliases, printed, reason):
    organisation("Somebody else")
    organisation(entry, **aliases)
    assert told(organisations_like(printed)) == [(entry, reason)]


@pytest.mark.parametrize("printed", ["", "x", "Samsung", "가", "나".join("가" * 60)])
def test_other_name_finds_nothing(printed):
    organisation("Foxconn")
    assert organisations_like(printed) == []


def test_known_name_hides_what_is_only_alike():
    for name in ("Foxconn", "Foxcorn"):
        organisation(name)
    assert told(organisations_like("Foxconn")) == [("Foxconn", "same name")]


def test_speaker_is_found_by_either_printed_name_and_namesakes_by_their_organisation():
    twins = [PersonFactory(name_en="Kim Min-su") for _twin in range(2)]
    for twin in twins:
        desk.refresh_entity(twin)
    employer = OrganisationFactory()
    models.Appointment.objects.create(person=twins[1], organisation=employer, title_en="Chief")
    quote = QuoteFactory(speaker=None, speaker_text="김민수", speaker_romanised="Kim Min-su", organisation=employer)
    found = hints.people_for([quote])[0]
    assert [(hint.entry, hint.reason) for hint in found] == [
        (twins[1], "same name, same organisation"),
        (twins[0], "same name"),
    ]


def test_place_of_another_map_comes_last():
    old = PlaceFactory(name_en="Bac Giang", kind=PlaceKind.PROVINCE, valid_to=date(2025, 6, 30))
    new = PlaceFactory(name_en="Bac Giang", kind=PlaceKind.PROVINCE, valid_from=date(2025, 7, 1))
    for place in (old, new):
        desk.refresh_entity(place)
    found = hints.on_the_map(hints.names_like(models.Place, ["Bac Giang"])["Bac Giang"], date(2026, 1, 1))
    assert [hint.entry for hint in found] == [new, old]
    assert found[1].reason == "same name, not on the map of that day"
    assert [hint.is_same for hint in found] == [True, False]


def test_names_are_looked_up_together():
    organisation("Foxconn")
    counts = []
    for size in (2, 12):
        with CaptureQueriesContext(connection) as counted:
            hints.names_like(models.Organisation, ["Foxcom", *(f"Unknown {number}" for number in range(size))])
        counts.append(len(counted))
    assert counts == [3, 3]


def test_near_spellings_are_bounded(monkeypatch):
    monkeypatch.setattr(hints, "MOST_ALIASES", 3)
    for number in range(9):
        organisation(f"Foxconn{number}")
    assert len(organisations_like("Foxconn")) == 3


@pytest.fixture
def map_of_the_day():
    """Bac Giang, which became part of Bac Ninh."""
    country = PlaceFactory(name_en="Viet Nam")
    old = PlaceFactory(name_en="Bac Giang", kind=PlaceKind.PROVINCE, parent=country, valid_to=date(2025, 6, 30))
    new = PlaceFactory(name_en="Bac Ninh", kind=PlaceKind.PROVINCE, parent=country)
    models.Succession.objects.create(predecessor=old, successor=new, on=date(2025, 7, 1))
    desk.refresh_places()
    for place in (country, old, new):
        desk.refresh_entity(place)
    return {"country": country, "old": models.Place.objects.get(pk=old.pk), "new": models.Place.objects.get(pk=new.pk)}


def invested(investor, place, amount, currency="USD", **fields):
    """Return an investment with an adopted claim."""
    investment = InvestmentFactory(destination=place)
    models.Stake.objects.create(investment=investment, organisation=investor)
    amounts = {"amount_min": amount, "amount_max": amount, "currency": currency}
    desk.match(ClaimFactory(**amounts, **fields), investment)
    return models.Investment.objects.get(pk=investment.pk)


def claim_of(investor, place, amount, currency="USD", **fields):
    amounts = {"amount_min": amount, "amount_max": amount, "currency": currency}
    return ClaimFactory(investor_text=investor, place_text=place, **amounts, **fields)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("investor", "place", "amount", "reason"),
    [
        ("Foxconn", "Bac Giang", 80_000_000, "same investor, same place, same amount"),
        ("Foxconn", "Bac Ninh", 100_000_000, "same investor, same place, amount ×1.2"),
        ("Foxcom", "Bac Giang", 800_000_000, "investor: spelt almost so, same place, amount ×10 (a slip?)"),
        ("Foxconn", "", 8_000_000, "same investor, amount ÷10 (a slip?)"),
        ("Foxconn", "Viet Nam", 80_000_000_000, "same investor, amount ×1,000 (a slip?)"),
        ("Another", "Bac Ninh", 40_000_000, "same place, amount ÷2.0"),
        ("Another", "Bac Ninh", 8_100_000_000, None),
        ("Another", "Viet Nam", 80_000_000, None),
    ],
)
def test_investment_is_suggested_with_what_agrees(map_of_the_day, investor, place, amount, reason):
    investment = invested(organisation("Foxconn"), map_of_the_day["old"], 80_000_000)
    found = investments_like(claim_of(investor, place, amount))
    assert [(hint.entry, hint.reason) for hint in found] == ([(investment, reason)] if reason else [])


def test_amounts_of_two_currencies_are_compared_in_dollars(map_of_the_day):
    investment = invested(organisation("Foxconn"), map_of_the_day["new"], 80_000_000)
    printed = {"equivalent_amount": Decimal(80_000_000), "equivalent_currency": "USD"}
    claim = claim_of("Another", "Bac Ninh", 117_000_000_000, "KRW", **printed)
    assert told(investments_like(claim)) == [(str(investment), "same place, same amount")]
    dated = claim_of("Another", "Bac Ninh", 117_000_000_000, "KRW")
    dated.article.published_at = datetime(2025, 1, 14, tzinfo=UTC)
    assert told(investments_like(dated)) == [(str(investment), "same place, about the same amount")]


def test_undisclosed_amount_still_finds_the_investor():
    investment = invested(organisation("Foxconn"), None, 80_000_000)
    claim = claim_of("Foxconn", "", None, "", qualifier=Qualifier.UNDISCLOSED)
    assert told(investments_like(claim)) == [(str(investment), "same investor")]


def test_likelier_investment_comes_first(map_of_the_day):
    foxconn = organisation("Foxconn")
    far = invested(foxconn, None, 5_000_000)
    near = invested(foxconn, map_of_the_day["new"], 81_000_000)
    found = investments_like(claim_of("Foxconn", "Bac Ninh", 80_000_000))
    assert [hint.entry for hint in found] == [near, far]
