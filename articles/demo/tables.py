"""The demo's data files, and ids that are the same on every machine."""

import csv
import hashlib
from datetime import date
from pathlib import Path

from articles.models.base import ID_ALPHABET, ID_LENGTH

FOLDER = Path(__file__).parent


def read_table(name):
    """Yield the rows of a CSV file of the demo as mappings."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def demo_id(key):
    """Return the public id that belongs to a key, looking as random as any other."""
    number = int.from_bytes(hashlib.sha256(key.encode()).digest()[:12])
    letters = []
    for _place in range(ID_LENGTH):
        number, rest = divmod(number, len(ID_ALPHABET))
        letters.append(ID_ALPHABET[rest])
    return "".join(letters)


def day(text):
    """Return an ISO date; None for an empty cell."""
    return date.fromisoformat(text) if text else None


def pairs(cell):
    """Yield the parts of each `a:b:…` entry of a cell separated by semicolons."""
    for entry in filter(None, cell.split(";")):
        yield entry.split(":")


def names(row, field="name"):
    """Return the columns of a row that hold `field` in each language."""
    return {f"{field}_{language}": row[f"{field}_{language}"] for language in ("ko", "en", "vi")}
