"""Which entries are suggested as one, and which are not."""

from datetime import date

import pytest

from articles import desk, models
from articles.vocabulary import AliasKind, PlaceKind
from tests.factories import OrganisationFactory, PersonFactory, PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("one", "other", "suggested"),
    [
        ("Samsung Electronics", "samsung  electronics", True),
        ("Hòa Bình", "Hoà Bình", True),
        ("Hòa Bình", "hoa binh", True),
        ("Samsung Electronics", "Samsung Electronic", True),
        ("Seo Do-yoon", "Seo Doyoon", True),
        ("Samsung Electronics Co., Ltd.", "Samsung Electronics Co Ltd", True),
        ("서 도윤", "서도윤", True),
        ("...", "—", False),
        ("Samsung Electronics", "Samsung Heavy Industries", False),
        ("Zone number 1", "Zone number 2", False),
        ("서도윤", "서도연", False),
        ("서도윤", "서도윤", True),
    ],
)
def test_likeness_decides(one, other, suggested):
    people = [PersonFactory(name_en=name) for name in (one, other)]
    for person in people:
        desk.refresh_entity(person)
    assert desk.find_duplicates(models.Person) == ([tuple(people)] if suggested else [])
    assert desk.find_similar(people[0]) == ([people[1]] if suggested else [])


def test_any_name_counts_but_kinds_are_not_mixed():
    one, other = OrganisationFactory(name_en="Alpha"), OrganisationFactory(name_en="Omega")
    person = PersonFactory(name_en="Alpha")
    for entry in (one, other, person):
        desk.refresh_entity(entry)
    models.Alias.objects.create(organisation=other, text="ALPHA", kind=AliasKind.MISSPELLING)
    assert desk.find_duplicates(models.Organisation) == [(one, other)]
    assert desk.find_similar(other) == [one]
    assert desk.find_duplicates(models.Person) == []


def test_places_of_other_times_or_kinds_are_no_duplicates():
    """Bắc Ninh was a province before and after 1 July 2025: two provinces, and two rows."""
    common = {"name_vi": "Bắc Ninh", "name_en": "Bac Ninh", "kind": PlaceKind.PROVINCE}
    old = PlaceFactory(**common, valid_to=date(2025, 6, 30))
    new = PlaceFactory(**common, valid_from=date(2025, 7, 1))
    city = PlaceFactory(**common | {"kind": PlaceKind.CITY})
    twin = PlaceFactory(**common, valid_from=date(2025, 7, 1))
    for place in (old, new, city, twin):
        desk.refresh_entity(place)
    assert desk.find_duplicates(models.Place) == [(new, twin)]
    assert desk.find_similar(old) == []


def test_communes_of_two_provinces_are_no_duplicates():
    """Dozens of communes have the same name."""
    provinces = [PlaceFactory(kind=PlaceKind.PROVINCE) for _number in range(2)]
    communes = [PlaceFactory(name_en="Tan Phu", kind=PlaceKind.COMMUNE, parent=place) for place in provinces]
    twin = PlaceFactory(name_en="Tan Phu", kind=PlaceKind.COMMUNE, parent=provinces[0])
    desk.refresh_places()
    for place in (*communes, twin):
        desk.refresh_entity(place)
    assert desk.find_duplicates(models.Place) == [(communes[0], twin)]


def test_entry_without_names_in_the_directory_is_like_none():
    assert desk.find_similar(PersonFactory()) == []
