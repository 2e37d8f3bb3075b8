"""The demo's directory, reference tables and investments."""

from articles import desk
from articles.demo.tables import day, demo_id, names, pairs, read_table
from articles.models import (
    Alias,
    Appointment,
    Investment,
    Organisation,
    Outlet,
    Person,
    Place,
    PlaceCode,
    Section,
    Sector,
    Stake,
    Succession,
    Term,
    Topic,
)
from articles.text import fold


def load_directory():
    """Load reference tables, places with their successions, organisations and people."""
    for row in read_table("sections"):
        Section.objects.get_or_create(slug=row["key"], defaults=names(row))
    for row in read_table("sectors"):
        code = {"scheme": "ISIC Rev.4", "code": row["code"]}
        Sector.objects.get_or_create(slug=row["key"], defaults=names(row) | code)
    for row in read_table("outlets"):
        Outlet.objects.get_or_create(url=row["url"], defaults=names(row) | {"kind": row["kind"]})
    for row in read_table("topics"):
        Topic.objects.get_or_create(public_id=demo_id(f"topic:{row['key']}"), defaults=names(row))
    load_places()
    load_organisations()
    load_people()


def place(key):
    """Return the demo place of that key; None for an empty one."""
    return Place.objects.get(public_id=demo_id(f"place:{key}")) if key else None


def organisation(key):
    """Return the demo organisation of that key; None for an empty one."""
    return Organisation.objects.get(public_id=demo_id(f"organisation:{key}")) if key else None


def person(key):
    """Return the demo person of that key."""
    return Person.objects.get(public_id=demo_id(f"person:{key}"))


def add_aliases(cell, **owner):
    """Enter the other names that a cell lists."""
    for kind, text in pairs(cell):
        Alias.objects.get_or_create(kind=kind, text=text, defaults={"key": fold(text)}, **owner)


def load_places():
    """Load Viet Nam's provinces before and after 1 July 2025, and what became of each."""
    made = []
    for row in read_table("places"):
        period = {"valid_from": day(row["valid_from"]), "valid_to": day(row["valid_to"])}
        fields = names(row) | period | {"kind": row["kind"], "parent": place(row["parent"])}
        entry, created = Place.objects.get_or_create(public_id=demo_id(f"place:{row['key']}"), defaults=fields)
        if created:
            made.append(entry)
            add_aliases(row["aliases"], place=entry)
            for system, code in pairs(row["codes"]):
                PlaceCode.objects.create(place=entry, system=system, code=code)
    if made:
        for row in read_table("successions"):
            ends = {"predecessor": place(row["predecessor"]), "successor": place(row["successor"])}
            Succession.objects.get_or_create(
                on=day(row["on"]), defaults={"part": row["part"], "legal_basis": row["legal_basis"]}, **ends
            )
        for entry in made:
            desk.refresh_entity(entry)
        desk.refresh_places()


def load_organisations():
    """Load companies and institutes; a parent stands above its subsidiaries in the file."""
    for row in read_table("organisations"):
        fields = names(row) | {"country": place(row["country"]), "parent": organisation(row["parent"])}
        public_id = demo_id(f"organisation:{row['key']}")
        entry, created = Organisation.objects.get_or_create(public_id=public_id, defaults=fields)
        if created:
            add_aliases(row["aliases"], organisation=entry)
            desk.refresh_entity(entry)


def load_people():
    """Load the invented people with what they were, where and when."""
    for row in read_table("people"):
        entry, created = Person.objects.get_or_create(public_id=demo_id(f"person:{row['key']}"), defaults=names(row))
        if not created:
            continue
        add_aliases(row["aliases"], person=entry)
        for post in filter(None, row["appointments"].split(";")):
            employer, ko, en, vi, since, until = post.split("|")
            titles = {"title_ko": ko, "title_en": en, "title_vi": vi}
            Appointment.objects.create(
                person=entry, organisation=organisation(employer), since=day(since), until=day(until), **titles
            )
        desk.refresh_entity(entry)


def investment(key):
    """Return the demo investment of that key."""
    return Investment.objects.get(public_id=demo_id(f"investment:{key}"))


def load_investments():
    """Load the investments; their figures come with the claims of the stories."""
    sectors = {sector.slug: sector for sector in Sector.objects.all()}
    for row in read_table("investments"):
        fields = names(row, "title") | {
            "kind": row["kind"],
            "activity": row["activity"],
            "sector": sectors[row["sector"]],
            "recipient": organisation(row["recipient"]),
            "destination": place(row["destination"]),
            "announced_on": day(row["announced_on"]),
            "announced_precision": row["precision"],
            "confidence": row["confidence"],
            "source_url": row["source_url"],
        }
        public_id = demo_id(f"investment:{row['key']}")
        entry, created = Investment.objects.get_or_create(public_id=public_id, defaults=fields)
        if created:
            for investor, role, share in pairs(row["investors"]):
                Stake.objects.create(
                    investment=entry, organisation=organisation(investor), role=role, share=share or None
                )


def load_term(row):
    """Load a term of the glossary."""
    public_id = demo_id(f"term:{row['key']}")
    term, created = Term.objects.get_or_create(public_id=public_id, defaults=names(row) | names(row, "definition"))
    if created:
        desk.refresh_references(desk.References(terms={term.pk}))
