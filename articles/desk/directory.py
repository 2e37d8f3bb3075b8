"""The directory: names under which entries are found, and where each place lies, on the map of its day and today's."""

from django.db import transaction
from django.db.models import Q

from articles.clock import editorial_today
from articles.desk.deriving import derive
from articles.desk.visibility import References, refresh_references
from articles.models import Alias, Investment, Organisation, Person, Place, Quote
from articles.text import fold
from articles.vocabulary import AliasKind, PlaceKind

OWNER = {Person: "person", Organisation: "organisation", Place: "place"}
UNITS = {PlaceKind.PROVINCE, PlaceKind.CENTRAL_CITY}


def aliases_of(model):
    """Return the aliases of all entries of a model, without order."""
    return Alias.objects.filter(**{f"{OWNER[model]}__isnull": False}).order_by()


@transaction.atomic
def refresh_entity(entity):
    """Keep an entity findable under its names, and the records that mention it findable under them too."""
    owner = {OWNER[type(entity)]: entity}
    Alias.objects.filter(kind=AliasKind.NAME, **owner).exclude(text__in=entity.names).delete()
    for name in dict.fromkeys(entity.names):
        Alias.objects.get_or_create(kind=AliasKind.NAME, text=name, defaults={"key": fold(name)}, **owner)
    entity = type(entity).objects.prefetch_related("aliases").get(pk=entity.pk)
    type(entity).objects.filter(pk=entity.pk).update(search_text=entity.folded())
    refresh_mentions(entity)


def refresh_mentions(entity):
    """Rewrite the search text of quotes and investments that mention the entity."""
    quotes = {Person: {"speaker": entity}, Organisation: {"organisation": entity}}.get(type(entity))
    if quotes:
        mentioned = Quote.objects.filter(**quotes).select_related("speaker", "organisation")
        derive(mentioned.prefetch_related("speaker__aliases", "organisation__aliases"), fold_anew, ["search_text"])
    mentions = {
        Organisation: Q(stakes__organisation=entity.pk) | Q(recipient=entity.pk),
        Place: Q(destination=entity.pk) | Q(destination__today=entity.pk),
    }.get(type(entity))
    if mentions:
        pks = set(Investment.objects.filter(mentions).values_list("pk", flat=True))
        refresh_references(References(investments=pks))


def fold_anew(row):
    """Give a row the search text that follows from it."""
    row.search_text = row.folded()


def enter(model, name, language, **extra):
    """Return a new entry of that name, whoever else may be called so."""
    entity = model.objects.create(**{f"name_{language}": name}, **extra)
    refresh_entity(entity)
    return entity


@transaction.atomic
def refresh_places():
    """Derive country, unit of the day and unit of today for every place, from parents and successions."""
    places = {place.pk: place for place in Place.objects.prefetch_related("successions", "aliases")}

    def locate(place):
        line = list(ancestors(place, places))
        unit = next((p for p in line if p.kind in UNITS), line[-1])
        place.country_id = next((p.pk for p in line if p.kind == PlaceKind.COUNTRY), None)
        place.unit_id, place.today_id = unit.pk, successor(unit, places).pk
        place.public_from = place.public_from or place.created_at
        place.search_text = place.folded()

    derive(places.values(), locate, ["country_id", "unit_id", "today_id", "public_from", "search_text"])


def ancestors(place, places):
    """Yield the place, what it lies in, and so on outwards; a loop of parents ends where it closes."""
    seen = set()
    while place and place.pk not in seen:
        seen.add(place.pk)
        yield place
        place = places.get(place.parent_id)


def successor(place, places):
    """Return the unit that the place has wholly become, following successions; itself when it still stands."""
    seen, today = set(), editorial_today()
    while place.pk not in seen:
        seen.add(place.pk)
        whole = [s for s in place.successions.all() if s.part == s.WHOLE and s.on <= today]
        if len(whole) != 1:
            return place
        place = places[whole[0].successor_id]
    return place
