"""Build the demo newsroom, all of it or nothing. Running it again adds what is missing and changes nothing else."""

from dataclasses import dataclass

from django.db import transaction

from articles.demo.directory import load_directory, load_investments, load_term
from articles.demo.stories import load_story, read_manifest
from articles.demo.tables import FOLDER
from articles.desk.pages import write_missing_pages
from articles.models import Article, Investment, Person, Quote


@dataclass(frozen=True)
class Built:
    """How many rows of each kind the newsroom has now."""

    articles: int
    quotes: int
    investments: int
    people: int


@transaction.atomic
def build_demo():
    """Build or complete the demo newsroom and return what there is."""
    manifest = read_manifest()
    load_directory()
    load_investments()
    for term in manifest["term"]:
        load_term(term)
    for story in manifest["story"]:
        load_story(story)
    write_missing_pages(FOLDER / "pages")
    write_missing_pages()
    return Built(*(model.objects.count() for model in (Article, Quote, Investment, Person)))
