"""The collections of the public site: a new one is a declaration and its name in this list."""

from articles.collections.articles import Articles
from articles.collections.corrections import Corrections
from articles.collections.directory import Glossary, Organisations, People, Topics
from articles.collections.investments import Investments
from articles.collections.places import Places
from articles.collections.quotes import Quotes

COLLECTIONS = (
    Articles(),
    Quotes(),
    Investments(),
    People(),
    Organisations(),
    Places(),
    Topics(),
    Glossary(),
    Corrections(),
)
BY_NAME = {collection.name: collection for collection in COLLECTIONS}

__all__ = ["BY_NAME", "COLLECTIONS"]
