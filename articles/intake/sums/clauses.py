"""The clauses of a sentence, each a statement of its own about who invests what."""

import re
from dataclasses import dataclass
from datetime import date

REACH = 200
CLAUSE_END = re.compile(
    r"(?<=[며고만데])[,]\s|(?<=으며|하며|이며|지만|는데|으나|했고|됐고)\s|;\s|,\s(?=while |whereas |còn |trong khi )"
    r"|,\s(?=(?:and|và|but|nhưng) (?:opened|set up|built|plans|is|has|will|expanded|sẽ|đã|đang|mở|khởi công)\b)"
)


@dataclass(frozen=True)
class Clause:
    """sentence[start:end], a statement of its own; `offset` is where the sentence stands in the story."""

    sentence: str
    start: int
    end: int
    offset: int
    language: str
    printed_on: date | None = None


def find_clauses(sentence):
    """Yield the (start, end) of the clauses of a sentence."""
    start = 0
    for match in CLAUSE_END.finditer(sentence):
        yield start, match.end()
        start = match.end()
    yield start, len(sentence)
