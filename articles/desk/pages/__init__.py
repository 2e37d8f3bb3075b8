"""The starting text of the newsroom's own pages, for the desk to read and to make its own.

It says what this software makes true in every newsroom, and otherwise promises little. Each file holds one page in one
language: the title as <h1>, then the text.
"""

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


def read_page(folder, key):
    """Return titles and texts of a page by their columns."""
    columns = {}
    for code in CODES:
        heading, text = (folder / f"{key}.{code}.html").read_text(encoding="utf-8").split("\n", 1)
        title = heading.removeprefix("<h1>").removesuffix("</h1>")
        columns |= {f"title_{code}": title, f"text_{code}": text.strip()}
    return columns
