"""How the database finds the rows of the pages that are asked for most: prints each statement that reads a whole table.

Run with the environment of a site: `DATABASE_URL=… python -m tests.benchmarks.plans PATH…`.
"""

import re
import sys

import django
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

# Tables of a few dozen rows, which are read as a whole on purpose.
SMALL = {"articles_section", "articles_sector", "articles_outlet", "articles_topic", "articles_place"}
WHOLE = {
    "sqlite": re.compile(r"SCAN (articles_\w+)\b(?! USING)"),
    "postgresql": re.compile(r"Seq Scan on (articles_\w+)"),
}


def main(paths):
    """Print what every page reads whole; return how many statements do so."""
    found = 0
    for path in paths:
        with CaptureQueriesContext(connection) as captured:
            status = Client().get(path, headers={"host": "127.0.0.1"}).status_code
        statements = [query["sql"] for query in captured.captured_queries]
        sys.stdout.write(f"{path}: {status}, {len(statements)} statements\n")
        for statement in statements:
            if tables := tables_read_whole(statement):
                found += 1
                sys.stdout.write(f"    reads all of {', '.join(sorted(tables))}: {statement[:160]}…\n")
    return found


def tables_read_whole(statement):
    """Return the large tables of which a statement reads every row."""
    explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
    if not statement.lstrip("( ").upper().startswith(("SELECT", "WITH")):
        return set()
    with connection.cursor() as cursor:
        cursor.execute(explain + statement.replace("%", "%%"))
        plan = "\n".join(str(row) for row in cursor.fetchall())
    return set(WHOLE[connection.vendor].findall(plan)) - SMALL


if __name__ == "__main__":
    django.setup()
    main(sys.argv[1:])
