"""The starting text of the newsroom's own pages: readers have it until the desk has made it its own.

It says what this software makes true in every newsroom, and otherwise promises little. Each file holds one page in one
language: the title as <h1>, then the text.
"""

from functools import cache
from pathlib import Path

from articles.desk.history import recorded
from articles.models import Page
from articles.vocabulary import CODES, PageKey

STARTING = Path(__file__).parent


def write_missing_pages(folder=STARTING):
    """Write the pages that nobody has written yet and for which the folder has a text. Returns them."""
    written = set(Page.objects.values_list("key", flat=True))
    missing = [key for key in PageKey.values if key not in written and any(folder.glob(f"{key}.*.html"))]
    with recorded(what="pages"):
        return [Page.objects.create(key=key, **read_page(folder, key)) for key in missing]


def page_of(key):
    """Return the page that the desk has written, else its starting text, which is in no database."""
    return Page.objects.filter(key=key).first() or starting_page(key)


def all_pages():
    """Return every page, in their own order, as readers have them."""
    written = {page.key: page for page in Page.objects.all()}
    return [written.get(key) or starting_page(key) for key in PageKey.values]


@cache
def starting_page(key):
    """Return the starting text of a page."""
    return Page(key=key, **read_page(STARTING, key))


def read_page(folder, key):
    """Return titles and texts of a page by their columns."""
    columns = {}
    for code in CODES:
        heading, text = (folder / f"{key}.{code}.html").read_text(encoding="utf-8").split("\n", 1)
        title = heading.removeprefix("<h1>").removesuffix("</h1>")
        columns |= {f"title_{code}": title, f"text_{code}": text.strip()}
    return columns
