"""How to cite a list or a record: in the style of APA, as BibTeX, and as Korean journals have it."""

import re
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from articles.addresses import absolute
from articles.clock import editorial_day, editorial_today

PUBLISHER = _("Newsroom")
SPECIAL = re.compile(r"[\\{}#$%&_^~]")
ESCAPED = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}


@dataclass(frozen=True)
class Citation:
    """What is cited. Without an author it is the newsroom's own; `seen_on` is the day it was read, if it changes."""

    title: str
    kind: str
    key: str
    url: str
    author: str = ""
    day: date | None = None
    seen_on: date | None = None

    def apa(self):
        """Return the entry of a list of references, APA 7."""
        newsroom = said_in("en", PUBLISHER)
        day = f"{self.day.year}, {format_date(self.day, 'MMMM d', locale='en')}" if self.day else "n.d."
        publisher = f" {newsroom}." if self.author else ""
        seen = f" Retrieved {format_date(self.seen_on, 'MMMM d, y', locale='en')}, from" if self.seen_on else ""
        return f"{self.author or newsroom} ({day}). {self.title} [{self.kind}].{publisher}{seen} {self.url}"

    def bibtex(self):
        """Return an entry for BibTeX; the inner braces keep names whole and capitals as they are."""
        newsroom = said_in("en", PUBLISHER)
        fields = {
            "author": f"{{{escape(self.author or newsroom)}}}",
            "title": f"{{{escape(self.title)}}}",
            "year": self.day and self.day.year,
            "publisher": newsroom,
            "howpublished": escape(self.kind),
            "url": self.url,
            "urldate": self.seen_on,
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        return "\n".join([f"@misc{{{self.key},", *lines, "}"])

    def korean(self):
        """Return the entry as Korean journals print it."""
        newsroom = said_in("ko", PUBLISHER)
        year = self.day.year if self.day else "발행일 불명"
        publisher = f" {newsroom}." if self.author else ""
        seen = f" ({self.seen_on.year}. {self.seen_on.month}. {self.seen_on.day}. 검색)" if self.seen_on else ""
        return f"{self.author or newsroom}({year}). “{self.title}”.{publisher} {self.url}{seen}"


def cite_list(collection, url, chosen=()):
    """Return the citation of a list under a filter with the labels `chosen`, as it was read today."""
    title = ": ".join(filter(None, [str(collection.title), ", ".join(map(str, chosen))]))
    key = f"newsroom-{collection.name}"
    return Citation(title, "Data set", key, absolute(url), seen_on=editorial_today())


def cite_record(collection, record):
    """Return the citation of a record, by whoever wrote or said it."""
    kind = capfirst(said_in("en", record._meta.verbose_name))
    key = f"newsroom-{collection.name}-{record.public_id}"
    url = absolute(record.get_absolute_url())
    day = editorial_day(collection.dated(record))
    return Citation(str(record), kind, key, url, collection.author_of(record), day)


def said_in(language, text):
    """Return a text of ours in a language."""
    with override(language):
        return str(text)


def escape(text):
    """Return text in which nothing is a command to TeX."""
    return SPECIAL.sub(lambda match: ESCAPED.get(match[0], rf"\{match[0]}"), text)
