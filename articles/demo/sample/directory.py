"""The sample's directory: thousands of people and organisations, hundreds of places, topics and outlets."""

from dataclasses import dataclass
from datetime import date
from itertools import islice
from random import Random

from articles import desk
from articles.demo.sample.words import NAMES, compose, firm_names, people_names, place_names, topic_names
from articles.demo.tables import demo_id
from articles.models import Alias, Organisation, Outlet, Person, Place, Section, Sector, Succession, Term, Topic
from articles.text import fold
from articles.vocabulary import AliasKind, OutletKind, PlaceKind, Review

SCHEME = "sample"
REDRAWN = date(2025, 7, 1)
ZONES_IN_A_PROVINCE = 8
ENTITIES = {Person: "person", Organisation: "organisation", Place: "place"}


@dataclass(frozen=True)
class Directory:
    """Who and what the sample's stories are about; people and organisations know their aliases."""

    sections: list
    sectors: list
    outlets: list
    topics: list
    places: list
    organisations: list
    people: list


def enter_directory(size, seed):
    """Enter the directory, as large as the stories need, and return it."""
    random = Random(f"{seed}:directory")
    places = enter_places(size, seed)
    countries = [place for place in places if place.kind == PlaceKind.COUNTRY]
    enter_terms(size, seed)
    return Directory(
        sections=[enter_section(number, entry) for number, entry in enumerate(NAMES["sections"])],
        sectors=[enter_sector(number, entry) for number, entry in enumerate(NAMES["trades"])],
        outlets=enter_outlets(size, random),
        topics=enter(Topic, islice(topic_names(), 5 + size.articles // 200), seed),
        places=places,
        organisations=enter_organisations(size, seed, countries, random),
        people=make_findable(enter(Person, islice(people_names(), 10 + size.quotes // 50), seed)),
    )


def enter(model, rows, seed, first=0):
    """Create an entry for each row, with an id that follows from the seed and its number."""
    entries = [model(public_id=sample_id(model, seed, number), **row) for number, row in enumerate(rows, first)]
    return model.objects.bulk_create(entries)


def sample_id(model, seed, number):
    """Return the public id of a row of the sample."""
    return demo_id(f"sample:{seed}:{model._meta.model_name}:{number}")


def enter_section(number, entry):
    """Enter a section, or find the one that another sample entered."""
    return Section.objects.get_or_create(slug=f"sample-{number}", defaults=compose([entry]))[0]


def enter_sector(number, entry):
    """Enter a sector, or find the one that another sample entered."""
    code = {"scheme": SCHEME, "code": str(number)}
    return Sector.objects.get_or_create(slug=f"sample-{number}", defaults=compose([entry]) | code)[0]


def enter_outlets(size, random):
    """Enter the publishers that stories first appeared in."""
    names = islice(firm_names(), 5 + size.articles // 1000)
    return Outlet.objects.bulk_create([Outlet(kind=random.choice(OutletKind.values), **name) for name in names])


def enter_terms(size, seed):
    """Enter a glossary that the desk wrote itself."""
    rows = islice(topic_names(), 5 + size.articles // 500)
    terms = enter(Term, ({**row, "definition_en": row["name_en"], "review": Review.ACCEPTED} for row in rows), seed)
    desk.refresh_references(desk.References(terms={term.pk for term in terms}))


def enter_places(size, seed):
    """Enter countries, their provinces and the zones in these; one province in ten has become part of the next."""
    names = list(islice(place_names(), 2 + min(size.articles // 500, 118)))
    countries = enter(Place, ({**compose([entry]), "kind": PlaceKind.COUNTRY} for entry in NAMES["places"]), seed)
    parents = (countries[number % len(countries)] for number in range(len(names)))
    rows = ({**name, "kind": PlaceKind.PROVINCE, "parent": parent} for name, parent in zip(names, parents, strict=True))
    provinces = enter(Place, rows, seed, first=1_000)
    zones = enter(Place, (row for province in provinces for row in zones_in(province)), seed, first=10_000)
    redraw(provinces)
    places = [*countries, *provinces, *zones]
    enter_aliases(places)
    desk.refresh_places()
    return reload(places)


def zones_in(province):
    """Yield the zones of a province."""
    for number in range(1, ZONES_IN_A_PROVINCE + 1):
        names = compose(["|".join(province.names), f"제{number}단지|{number}|{number}"])
        yield {**names, "kind": PlaceKind.ZONE, "parent": province}


def redraw(provinces):
    """Let one province in ten become part of its neighbour."""
    for old, new in zip(provinces[::10], provinces[1::10], strict=False):
        Place.objects.filter(pk=old.pk).update(valid_to=REDRAWN)
        Succession.objects.create(predecessor=old, successor=new, on=REDRAWN)


def enter_organisations(size, seed, countries, random):
    """Enter companies; one in ten has others below it."""
    names = list(islice(firm_names(), 10 + size.investments // 25))
    groups = enter(Organisation, ({**name, "country": random.choice(countries)} for name in names[::10]), seed)
    rest = [name for number, name in enumerate(names) if number % 10]
    rows = ({**name, "country": random.choice(countries), "parent": random.choice([None, *groups])} for name in rest)
    return make_findable([*groups, *enter(Organisation, rows, seed, first=len(groups))])


def make_findable(entities):
    """Enter the aliases, write the search text, and return the entries with both."""
    enter_aliases(entities)
    entities = reload(entities)
    for entity in entities:
        entity.search_text = entity.folded()
    type(entities[0]).objects.bulk_update(entities, ["search_text"], batch_size=200)
    return entities


def reload(entities):
    """Return the entries as they are stored, with their aliases; their names stay as they are from now on."""
    loaded = type(entities[0]).objects.for_detail().in_bulk([entity.pk for entity in entities])
    for entity in loaded.values():
        entity.searchable = entity.searchable().copy
    return [loaded[entity.pk] for entity in entities]


def enter_aliases(entities):
    """Enter each entity's own names, and for some of them how others write them."""
    aliases = [alias for number, entity in enumerate(entities) for alias in aliases_of(entity, number)]
    Alias.objects.bulk_create([Alias(**alias, key=fold(alias["text"])[:200]) for alias in aliases])


def aliases_of(entity, number):
    """Yield the columns of the entity's aliases."""
    owner = {ENTITIES[type(entity)]: entity}
    for name in dict.fromkeys(entity.names):
        yield {"kind": AliasKind.NAME, "text": name, **owner}
    if number % 3 == 0:
        yield {"kind": AliasKind.ROMANISATION, "text": " ".join(reversed(entity.name_en.split())), **owner}
    if number % 10 == 0:
        yield {"kind": AliasKind.MISSPELLING, "text": entity.name_en.replace("n", "m"), **owner}
