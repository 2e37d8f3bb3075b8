"""Merging two entries: everything is moved, nothing is lost, and what cannot be merged is refused with a reason."""

import random
from datetime import date
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from reversion.models import Version

from articles import desk, models, search
from articles.desk.history import recorded
from articles.desk.merging import describe, keys_to
from articles.vocabulary import AliasKind, CodeSystem, PlaceKind, StakeRole
from tests.cases import mostly_slow
from tests.factories import (
    InvestmentFactory,
    OrganisationFactory,
    PersonFactory,
    PlaceFactory,
    QuoteFactory,
    make_story,
    publish_story,
)

pytestmark = pytest.mark.django_db
Alias, Merge, Place, Stake, Succession = models.Alias, models.Merge, models.Place, models.Stake, models.Succession
DAY = date(2025, 7, 1)


def stake(organisation, investment=None, **fields):
    return Stake.objects.create(investment=investment or InvestmentFactory(), organisation=organisation, **fields)


def succession(before, after, on=DAY, **fields):
    return Succession.objects.create(predecessor=before, successor=after, on=on, **fields)


# One way to point to an entry for every foreign key that can; a new key needs its line here.
POINTERS = {
    "person": {
        "alias.person": lambda entry: Alias.objects.create(person=entry, text="Other name"),
        "appointment.person": lambda entry: models.Appointment.objects.create(
            person=entry, organisation=OrganisationFactory()
        ),
        "quote.speaker": lambda entry: QuoteFactory(speaker=entry),
    },
    "organisation": {
        "alias.organisation": lambda entry: Alias.objects.create(organisation=entry, text="Other name"),
        "appointment.organisation": lambda entry: models.Appointment.objects.create(
            person=PersonFactory(), organisation=entry
        ),
        "investment.recipient": lambda entry: InvestmentFactory(recipient=entry),
        "organisation.parent": lambda entry: OrganisationFactory(parent=entry),
        "quote.organisation": lambda entry: QuoteFactory(organisation=entry),
        "stake.organisation": stake,
    },
    "place": {
        "alias.place": lambda entry: Alias.objects.create(place=entry, text="Other name"),
        "investment.destination": lambda entry: InvestmentFactory(destination=entry),
        "organisation.country": lambda entry: OrganisationFactory(country=entry),
        "place.country": lambda entry: PlaceFactory(country=entry, kind=PlaceKind.ZONE, parent=entry),
        "place.parent": lambda entry: PlaceFactory(parent=entry, kind=PlaceKind.ZONE),
        "place.today": lambda entry: PlaceFactory(today=entry, kind=PlaceKind.ZONE),
        "place.unit": lambda entry: PlaceFactory(unit=entry, kind=PlaceKind.ZONE),
        "placecode.place": lambda entry: models.PlaceCode.objects.create(
            place=entry, system=CodeSystem.VN_GSO, code="24"
        ),
        "succession.predecessor": lambda entry: succession(entry, PlaceFactory()),
        "succession.successor": lambda entry: succession(PlaceFactory(), entry),
    },
}
FACTORIES = {"person": PersonFactory, "organisation": OrganisationFactory, "place": PlaceFactory}
DERIVED = {"place.country", "place.today", "place.unit"}
kinds = pytest.mark.parametrize("kind", FACTORIES)


def pair(kind, **fields):
    """Return two entries of a kind, findable under their names."""
    entries = [FACTORIES[kind](**fields) for _twice in range(2)]
    desk.refresh_places()
    for entry in entries:
        desk.refresh_entity(entry)
    return entries


def foreign_keys():
    """Yield every foreign key of every model there is, many-to-many tables included."""
    for model in apps.get_models(include_auto_created=True):
        yield from (field for field in model._meta.local_fields if field.related_model)


def dangling(model, pk):
    """Return the foreign keys by which anything still points to a row, without the constraint of the database."""
    keys = [key for key in foreign_keys() if key.related_model is model]
    return [str(key) for key in keys if key.model._base_manager.filter(**{key.attname: pk}).exists()]


@kinds
def test_every_key_to_an_entry_is_known_here(kind):
    """Fails when a model gets a key to an entry, until a line above shows that its rows are moved."""
    model = FACTORIES[kind]._meta.model
    found = {f"{key.model._meta.model_name}.{key.name}" for key in foreign_keys() if key.related_model is model}
    assert found == set(POINTERS[kind])
    assert found == {f"{key.model._meta.model_name}.{key.name}" for key in keys_to(model)}


@kinds
def test_nothing_points_to_the_dropped_entry(kind):
    keep, drop = pair(kind)
    made = {name: point(drop) for name, point in POINTERS[kind].items()}
    pk = drop.pk
    merged = desk.merge(keep, drop)
    assert dangling(type(keep), pk) == []
    assert not type(keep).objects.filter(pk=pk).exists()
    for name in made.keys() - DERIVED:
        made[name].refresh_from_db()
        assert getattr(made[name], name.partition(".")[2]) == keep, name
        assert f"articles.{name}" in merged.moved
    assert not {f"articles.{name}" for name in DERIVED} & merged.moved.keys()


@kinds
def test_merge_is_written_down_with_who_and_what(kind, admin_user):
    keep, drop = pair(kind)
    old_id, old_name = drop.public_id, drop.name_en
    POINTERS[kind][f"alias.{kind}"](drop)
    with recorded(admin_user):
        merged = desk.merge(keep, drop)
    assert (merged.kind, merged.old_id, merged.old_name) == (kind, old_id, old_name)
    assert (merged.kept_id, merged.kept_name, merged.by) == (keep.public_id, keep.name_en, admin_user)
    assert merged.moved == {f"articles.alias.{kind}": 2}
    version = Version.objects.get_for_object(keep).first()
    assert (version.revision.user, version.revision.comment) == (admin_user, f"Merged with “{old_name}”")
    kept_texts = {v.field_dict["text"] for v in version.revision.version_set.all() if v._model is Alias}
    assert kept_texts == {keep.name_en, old_name, "Other name"}


def test_moved_rows_are_named_in_words():
    assert describe("articles.quote.speaker") == "Quotes (speaker)"
    assert describe("articles.alias.person") == "Aliases"
    assert describe("articles.gone.field") == "articles.gone.field"
    assert describe("articles.quote.gone") == "articles.quote.gone"
    assert describe("nonsense") == "nonsense"


def test_names_become_aliases_and_fill_gaps():
    keep = PersonFactory(name_en="Michael Kagan", name_ko="")
    Alias.objects.create(person=keep, text="M. Kagan", kind=AliasKind.FORMER)
    drop = PersonFactory(name_en="Kagan", name_ko="마이클 카간")
    for text, kind in [("Kagen", AliasKind.MISSPELLING), ("M. Kagan", AliasKind.ALIAS), ("Mike", AliasKind.FORMER)]:
        Alias.objects.create(person=drop, text=text, kind=kind)
    for person in (keep, drop):
        desk.refresh_entity(person)
    desk.merge(keep, drop)
    keep.refresh_from_db()
    assert (keep.name_en, keep.name_ko) == ("Michael Kagan", "마이클 카간")
    assert set(keep.aliases.values_list("text", "kind")) == {
        ("Michael Kagan", AliasKind.NAME),
        ("마이클 카간", AliasKind.NAME),
        ("Kagan", AliasKind.ALIAS),
        ("Kagen", AliasKind.MISSPELLING),
        ("M. Kagan", AliasKind.FORMER),
        ("Mike", AliasKind.FORMER),
    }
    assert models.Person.objects.called("kagan").get() == keep
    assert "kagen" in keep.search_text


def test_known_misspelling_becomes_neither_name_nor_alias():
    keep, drop = PersonFactory(name_en="Jensen Huang"), PersonFactory(name_en="Jesnen Huang", name_vi="Jesnen Huang")
    Alias.objects.create(person=keep, text="Jesnen Huang", kind=AliasKind.MISSPELLING)
    desk.merge(keep, drop)
    keep.refresh_from_db()
    assert keep.names == ["Jensen Huang"]
    assert keep.aliases.get(text="Jesnen Huang").kind == AliasKind.MISSPELLING


def test_gaps_are_filled_and_what_is_there_stays():
    here, there = PlaceFactory(), PlaceFactory()
    keep = OrganisationFactory(country=here, website="")
    drop = OrganisationFactory(country=there, website="https://dropped.example/", parent=OrganisationFactory())
    parent = drop.parent
    desk.merge(keep, drop)
    keep.refresh_from_db()
    assert (keep.country, keep.website, keep.parent) == (here, "https://dropped.example/", parent)


def test_place_keeps_its_own_days():
    keep, drop = PlaceFactory(), PlaceFactory(valid_from=date(1997, 1, 1), valid_to=date(2025, 6, 30))
    desk.merge(keep, drop)
    keep.refresh_from_db()
    assert (keep.valid_from, keep.valid_to) == (None, None)


def test_quotes_and_investments_are_found_under_the_kept_name():
    keep, drop = pair("organisation")
    quote, part, received = QuoteFactory(organisation=drop), stake(drop), InvestmentFactory(recipient=drop)
    desk.merge(keep, drop)
    for record in (quote, part.investment, received):
        record.refresh_from_db()
        assert search.find(type(record).objects.all(), f'"{keep.name_en}"').filter(pk=record.pk).exists()


def test_kept_entry_becomes_as_public_as_what_it_got():
    publish_story("plain")
    for model, kind in ((models.Person, "person"), (models.Organisation, "organisation")):
        public, hidden = model.objects.public().get(), FACTORIES[kind]()
        moment = public.public_from
        desk.merge(hidden, public)
        assert model.objects.public().get() == hidden
        hidden.refresh_from_db()
        assert hidden.public_from == moment


def test_open_forms_notice_what_was_moved():
    keep, drop = pair("organisation")
    quote, part = QuoteFactory(organisation=drop), stake(drop)
    office = models.Appointment.objects.create(person=PersonFactory(), organisation=drop)
    other = QuoteFactory()
    printed = [keep, quote, quote.parent, part.investment, office.person]
    untouched = [other, other.parent, quote.speaker]
    versions = {row: row.version for row in (*printed, *untouched)}
    desk.merge(keep, drop)
    for row in versions:
        row.refresh_from_db()
    assert [row for row in printed if row.version == versions[row]] == []
    assert [row for row in untouched if row.version != versions[row]] == []


def test_addresses_of_a_chain_lead_to_the_last_in_one_step():
    first, second, third = (PersonFactory() for _person in range(3))
    desk.merge(second, first)
    old = second.public_id
    desk.merge(third, second)
    assert dict(Merge.objects.values_list("old_id", "kept_id")) == {
        first.public_id: third.public_id,
        old: third.public_id,
    }
    assert set(Merge.objects.values_list("kept_name", flat=True)) == {third.name_en}


# What is refused, and what it says.


def same_entry():
    person = PersonFactory()
    return person, models.Person.objects.get(pk=person.pk)


def two_kinds():
    return PersonFactory(), OrganisationFactory()


def merged_already():
    keep, drop = pair("person")
    gone = models.Person.objects.get(pk=drop.pk)
    desk.merge(keep, drop)
    return keep, gone


def places_of_two_kinds():
    return PlaceFactory(kind=PlaceKind.PROVINCE), PlaceFactory(kind=PlaceKind.CITY)


def one_inside_the_other(swapped=False):
    outer = OrganisationFactory()
    inner = OrganisationFactory(parent=OrganisationFactory(parent=outer, name_en="Between"))
    return (inner, outer) if swapped else (outer, inner)


def place_inside_the_other():
    outer = PlaceFactory(kind=PlaceKind.ZONE)
    inner = PlaceFactory(kind=PlaceKind.ZONE, parent=PlaceFactory(parent=outer, name_en="Between"))
    return outer, inner


def successor_of_its_successor(swapped=False):
    first, between, last = PlaceFactory(), PlaceFactory(name_en="Between"), PlaceFactory()
    further = PlaceFactory()
    succession(first, further)
    succession(further, between)
    succession(between, last)
    return (last, first) if swapped else (first, last)


def stakes_of_more_than_everything():
    keep, drop = pair("organisation")
    part = stake(keep, share=Decimal("60"))
    stake(drop, part.investment, share=Decimal("40.01"))
    return keep, drop


def codes_that_differ():
    keep, drop = pair("place")
    for place, code in ((keep, "24"), (drop, "27")):
        models.PlaceCode.objects.create(place=place, system=CodeSystem.VN_GSO, code=code)
    return keep, drop


def laws_that_differ():
    keep, drop = pair("place")
    successor = PlaceFactory()
    succession(keep, successor, legal_basis="Resolution 202")
    succession(drop, successor, legal_basis="Resolution 203")
    return keep, drop


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (same_entry, "one and the same entry"),
        (two_kinds, "Only two people, two organisations or two places"),
        (merged_already, "not there any more"),
        (places_of_two_kinds, r"different kinds \(province, city\)"),
        (one_inside_the_other, "“Between” stands between the two"),
        (lambda: one_inside_the_other(swapped=True), "“Between” stands between the two"),
        (place_inside_the_other, "“Between” stands between the two"),
        (successor_of_its_successor, "“Between” came after one of the two"),
        (lambda: successor_of_its_successor(swapped=True), "“Between” came after one of the two"),
        (stakes_of_more_than_everything, "add up to 100.01 per cent"),
        (codes_that_differ, r"different codes \(.* 24, .* 27\)"),
        (laws_that_differ, "not alike"),
    ],
)
def test_impossible_merge_is_refused_and_changes_nothing(make, reason):
    keep, drop = make()
    before = snapshot()
    with pytest.raises(desk.DeskError, match=reason):
        desk.merge(keep, drop)
    assert snapshot() == before


def snapshot():
    """Return every row of the newsroom."""
    return {
        model: list(model._base_manager.order_by("pk").values())
        for model in apps.get_app_config("articles").get_models()
    }


# What would point to itself, and what may be there only once.


def test_kept_entry_that_lay_in_the_dropped_one_lies_in_what_that_lay_in():
    top = OrganisationFactory()
    drop = OrganisationFactory(parent=top)
    keep = OrganisationFactory(parent=drop)
    sister = OrganisationFactory(parent=drop)
    desk.merge(keep, drop)
    for entry, parent in ((keep, top), (sister, keep)):
        entry.refresh_from_db()
        assert entry.parent == parent


def test_dropped_entry_that_lay_in_the_kept_one_makes_it_no_parent_of_itself():
    keep = OrganisationFactory()
    desk.merge(keep, OrganisationFactory(parent=keep))
    keep.refresh_from_db()
    assert keep.parent is None


def test_entries_that_lay_in_each_other_lie_in_nothing():
    keep = OrganisationFactory()
    drop = OrganisationFactory(parent=keep)
    models.Organisation.objects.filter(pk=keep.pk).update(parent=drop)
    desk.merge(keep, drop)
    keep.refresh_from_db()
    assert keep.parent is None


def test_succession_between_the_two_is_dropped_and_others_are_moved():
    keep, drop, earlier, later = (PlaceFactory() for _place in range(4))
    succession(keep, drop)
    succession(earlier, drop)
    desk.merge(keep, drop)
    assert list(Succession.objects.values_list("predecessor", "successor")) == [(earlier.pk, keep.pk)]
    again = PlaceFactory()
    succession(again, keep)
    succession(keep, later)
    desk.merge(keep, again)
    assert Succession.objects.filter(predecessor=keep).get().successor == later


def test_equal_successions_become_one():
    keep, drop = pair("place")
    successor = PlaceFactory()
    succession(keep, successor)
    succession(drop, successor)
    desk.merge(keep, drop)
    assert Succession.objects.get().predecessor == keep


def test_maps_are_drawn_anew_for_what_lies_inside():
    today, keep, drop = (PlaceFactory(kind=PlaceKind.PROVINCE) for _place in range(3))
    zone = PlaceFactory(kind=PlaceKind.ZONE, parent=keep)
    succession(drop, today)
    desk.refresh_places()
    investment = InvestmentFactory(destination=zone)
    desk.refresh_references(desk.References(investments={investment.pk}))
    desk.merge(keep, drop)
    zone.refresh_from_db()
    investment.refresh_from_db()
    assert (zone.unit, zone.today) == (keep, today)
    assert search.find(models.Investment.objects.all(), f'"{today.name_en}"').get() == investment


@pytest.mark.parametrize(
    ("kept", "dropped", "total"),
    [("60", "40", "100"), ("12.5", "0.25", "12.75"), (None, "30", "30"), ("30", None, "30"), (None, None, None)],
)
def test_stakes_in_one_investment_become_one(kept, dropped, total):
    keep, drop = pair("organisation")
    part = stake(keep, role=StakeRole.LENDER, share=kept)
    stake(drop, part.investment, role=StakeRole.LEAD, share=dropped)
    alone = stake(drop, role=StakeRole.CONTRACTOR)
    desk.merge(keep, drop)
    assert Stake.objects.count() == 2
    part.refresh_from_db()
    alone.refresh_from_db()
    assert (part.role, part.share) == (StakeRole.LENDER, total and Decimal(total))
    assert (alone.organisation, alone.role) == (keep, StakeRole.CONTRACTOR)


def test_equal_code_of_two_places_stays_once():
    keep, drop = pair("place")
    for place in (keep, drop):
        models.PlaceCode.objects.create(place=place, system=CodeSystem.VN_GSO, code="24")
    desk.merge(keep, drop)
    assert keep.codes.get().code == "24"


@pytest.mark.slow
def test_statements_do_not_grow_with_what_is_moved():
    counts = []
    for size in (2, 20):
        keep, drop = pair("person")
        article = make_story(f"size {size}")
        QuoteFactory.create_batch(size, speaker=drop, parent=article, organisation=None)
        with CaptureQueriesContext(connection) as counted:
            desk.merge(keep, drop)
        counts.append(len(counted))
    assert counts[0] == counts[1]


# Any merges in any order.


def populate(rng, size=8):
    """Return people, organisations and places that refer to each other at random."""
    people, organisations, places = ([make() for _number in range(size)] for make in FACTORIES.values())
    for organisation in organisations[1:]:
        organisation.parent = rng.choice([None, *organisations[: organisations.index(organisation)]])
        organisation.country = rng.choice(places)
        organisation.save()
    for _number in range(size):
        earlier, later = sorted(rng.sample(range(size), 2))
        Succession.objects.get_or_create(predecessor=places[earlier], successor=places[later], on=DAY)
        QuoteFactory(speaker=rng.choice(people), organisation=rng.choice(organisations))
        models.Appointment.objects.create(person=rng.choice(people), organisation=rng.choice(organisations))
        investment = InvestmentFactory(destination=rng.choice(places), recipient=rng.choice(organisations))
        for organisation in rng.sample(organisations, 2):
            stake(organisation, investment, share=rng.choice([None, Decimal(30), Decimal(80)]))
    desk.refresh_places()
    return [*people, *organisations, *places]


def totals():
    """Return what no merge may change, whoever it is about."""
    shares = [share for share in Stake.objects.values_list("share", flat=True) if share]
    speakers = models.Quote.objects.filter(speaker__isnull=False, organisation__isnull=False).count()
    placed = models.Investment.objects.filter(destination__isnull=False, recipient__isnull=False).count()
    invested = Stake.objects.values("investment").distinct().count()
    return models.Quote.objects.count(), speakers, models.Investment.objects.count(), placed, invested, sum(shares)


@pytest.mark.slow
@pytest.mark.parametrize("seed", mostly_slow(range(6), quick=1))
def test_random_merges_lose_nothing(seed):
    rng = random.Random(seed)
    entries = populate(rng)
    before, gone = totals(), {}
    for _merge in range(40):
        keep = rng.choice(entries)
        drop = rng.choice([entry for entry in entries if type(entry) is type(keep)])
        old = (type(drop), drop.pk, drop.public_id)
        try:
            desk.merge(keep, drop)
        except desk.DeskError:
            continue
        entries.remove(drop)
        gone[old[2]] = old[:2]
        assert totals() == before
    assert len(gone) > 9
    connection.check_constraints()
    kept = dict(Merge.objects.values_list("old_id", "kept_id"))
    assert kept.keys() == gone.keys()
    for old_id, (model, pk) in gone.items():
        assert dangling(model, pk) == []
        assert model.objects.filter(public_id=kept[old_id]).exists()
    assert loops(models.Organisation.objects.values_list("pk", "parent")) == set()
    assert loops(Succession.objects.values_list("predecessor", "successor")) == set()


def loops(pairs):
    """Return what is left after taking away, again and again, pairs that lead out of every loop."""
    left = {(a, b) for a, b in pairs if b is not None}
    while ends := {pair for pair in left if pair[1] not in {a for a, _b in left}}:
        left -= ends
    return left
