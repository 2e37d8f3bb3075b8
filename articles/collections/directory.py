"""People, organisations, topics and the glossary: who and what the records are about."""

import django_filters
from django.db.models import F, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.addresses import absolute
from articles.collections.base import ID, Collection, Column, Related, Sort
from articles.collections.filters import Entities, Words
from articles.collections.linked_data import entity
from articles.collections.narrowing import count_by
from articles.collections.sayings import read_sayings
from articles.models import Appointment, Organisation, Person, Place, Term, Topic
from articles.models.base import CodePoint
from articles.vocabulary import languages_from

MOST_POSTS = 50
NAMES = (
    ID,
    Column("name_ko", _("name in Korean"), "name_ko"),
    Column("name_en", _("name in English"), "name_en"),
    Column("name_vi", _("name in Vietnamese"), "name_vi"),
)


def by_name():
    """Order by the name in the active language, else in the next that has one."""
    names = [NullIf(f"name_{code}", Value("")) for code in languages_from(get_language())]
    return CodePoint(Coalesce(*names))


ADDED = Column("public_from", _("public from"), "public_from")
BY_NAME = (
    Sort("name", _("By name"), by_name, descending=False),
    Sort("newest", _("Recently added"), "public_from"),
)


class PersonFilters(django_filters.FilterSet):
    """What readers may ask of people."""

    q = Words()
    organisation = Entities(Organisation, _("Organisation"), "quotes__organisation", through="quotes")


class People(Collection):
    """People who are quoted."""

    name = "people"
    title = _("People")
    model = Person
    filters = PersonFilters
    sorts = BY_NAME
    columns = (*NAMES, ADDED)
    followed = (Related("quotes", "speaker", _("Quotes")),)

    def linked_data(self, record, beside):
        """The person, and the present posts."""
        posts = [post for post in beside["appointments"] if post.until is None]
        return {
            "@type": "Person",
            "name": str(record),
            "alternateName": record.other_names,
            "jobTitle": [post.title for post in posts if post.title],
            "affiliation": [node for post in posts if (node := entity("Organization", post.organisation))],
        }

    def beside(self, record):
        """What the person was, newest first, and what the person said, year by year, with the role at the time."""
        appointments = list(record.appointments.select_related("organisation"))
        quotes = record.quotes.public()
        years = sorted(count_by(quotes, F("printed_year")).items(), reverse=True)
        return {
            "appointments": appointments,
            "sayings": read_sayings(quotes, appointments),
            "years": years,
            "quotes_total": quotes.count(),
        }


class OrganisationFilters(django_filters.FilterSet):
    """What readers may ask of organisations."""

    q = Words()
    country = Entities(Place, _("Country"), "country")


class Organisations(Collection):
    """Organisations that invest, receive or speak."""

    name = "organisations"
    title = _("Organisations")
    model = Organisation
    filters = OrganisationFilters
    facets = ("country",)
    sorts = BY_NAME
    columns = (*NAMES, Column("country", _("country"), "country.name"), ADDED)
    related = (
        Related("investments", "investor", _("Investments")),
        Related("investments", "recipient", _("Investments received")),
        Related("quotes", "organisation", _("Quotes")),
    )
    followed = related

    def rows(self, whole=False):
        """Bring the country."""
        return super().rows(whole).select_related("country")

    def linked_data(self, record, beside):
        """The organisation, where it is at home, and whose it is."""
        return {
            "@type": "Organization",
            "name": str(record),
            "alternateName": record.other_names,
            "sameAs": record.website,
            "address": record.country and {"@type": "PostalAddress", "addressCountry": str(record.country)},
            "parentOrganization": [entity("Organization", parent) for parent in beside["parents"]],
        }

    def beside(self, record):
        """The parent, the subsidiaries and the people that readers may see."""
        posts = Appointment.objects.filter(organisation=record, person__in=Person.objects.public())
        return {
            "posts": posts.select_related("person")[:MOST_POSTS],
            "parents": Organisation.objects.public().filter(subsidiaries=record),
            "subsidiaries": record.subsidiaries.public(),
        }


class TopicFilters(django_filters.FilterSet):
    """What readers may ask of topics."""

    q = Words()


class Topics(Collection):
    """What stories are about."""

    name = "topics"
    title = _("Topics")
    model = Topic
    filters = TopicFilters
    sorts = BY_NAME
    columns = (*NAMES, ADDED)
    related = (
        Related("articles", "topic", _("Articles")),
        Related("quotes", "topic", _("Quotes")),
        Related("investments", "topic", _("Investments")),
    )
    followed = related

    def linked_data(self, record, beside):
        """A term of the newsroom's own."""
        return {"@type": "DefinedTerm", "name": str(record), "alternateName": other_names(record)}


class TermFilters(django_filters.FilterSet):
    """What readers may ask of the glossary."""

    q = Words()


class Glossary(Collection):
    """Terms that stories define."""

    name = "glossary"
    title = _("Glossary")
    model = Term
    filters = TermFilters
    sorts = BY_NAME
    columns = (*NAMES, Column("definition", _("definition"), "definition"), ADDED)

    def linked_data(self, record, beside):
        """A term, and what it means."""
        return {
            "@type": "DefinedTerm",
            "name": str(record),
            "alternateName": other_names(record),
            "description": record.definition,
            "inDefinedTermSet": absolute(self.url()),
        }


def other_names(record):
    """Return the names in the other languages, each once."""
    return [name for name in dict.fromkeys(record.names) if name != record.name]
