"""Our pages beside a bare Django view, in the same server and the same run: `make bench`, or with options

    python -m tests.benchmarks --sizes 1000 20000 --databases sqlite --servers granian --seconds 10

Rates of different runs are not to be compared: what counts is the ratio to the bare view, measured in turns with it.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from urllib.request import urlopen

from tests.benchmarks.load import measure
from tests.benchmarks.servers import ROOT, SERVERS, SIZES, build_site, cpu_seconds, database_urls, environment, serving

POSTGRES = os.environ.get("POSTGRES", "postgres://postgres@127.0.0.1:5432/postgres")
BARE = "bare Django view"
ARTICLES = 500
LISTS = {
    "investments": "/ko/investments/",
    "investments, one filter": "/ko/investments/?stage=announced",
    "investments, two filters": "/ko/investments/?stage=announced&kind=expansion",
    "quotes": "/ko/quotes/",
    "articles": "/ko/articles/",
}


def main():
    """Measure everything that was asked for."""
    parser = argparse.ArgumentParser(description="Measure pages beside a bare Django view.")
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=["1000", "20000"])
    parser.add_argument("--databases", nargs="+", choices=["sqlite", "postgresql"], default=["sqlite", "postgresql"])
    parser.add_argument("--servers", nargs="+", choices=SERVERS, default=list(SERVERS))
    parser.add_argument("--seconds", type=int, default=5, help="of each round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--folder", type=Path, default=Path(tempfile.gettempdir()), help="where SQLite's files are kept"
    )
    options = parser.parse_args()
    for vendor in options.databases:
        url_of = database_urls(vendor, options.folder, POSTGRES)
        for size in options.sizes:
            took = build_site(url_of(size), size)
            say(f"\n{vendor}, {size} investments; the sample took {took:,.0f} s (0 when it was there)")
            for server in options.servers:
                compare(server, url_of(size), options)
            explain(url_of(size))


def compare(server, database_url, options):
    """Measure the pages of a site with and without the page cache, in turns with the bare view, and print ratios."""
    with ExitStack() as stack:
        bare = stack.enter_context(serving(server, "tests.benchmarks.bare:application", path="/"))
        site = {
            kept: stack.enter_context(serving(server, "newsroom.wsgi:application", database_url, PAGE_CACHE_BYTES=size))
            for kept, size in {"built": "0", "kept": "64000000"}.items()
        }
        targets = {BARE: (*bare, ["/"])}
        for kept, served in site.items():
            targets[f"an article of {ARTICLES}, {kept}"] = *served, article_paths(served[0])
            targets |= {f"{name}, {kept}": (*served, [path]) for name, path in LISTS.items()}
        rounds = [
            {name: ask(*target, options.seconds) for name, target in targets.items()}
            for _round in range(options.rounds)
        ]
    report(server, rounds)


def ask(address, group, paths, seconds):
    """Return the load, and the microseconds that the server computed for each request."""
    before = cpu_seconds(group)
    load = measure(address, paths, seconds)
    return load, (cpu_seconds(group) - before) * 1e6 / max(1, load.rate * seconds)


def article_paths(address):
    """Return the paths of the newest articles."""
    with urlopen(f"{address}/ko/articles.json") as answer:
        return [item["url"].removeprefix(address) for item in json.load(answer)["items"][:ARTICLES]]


def report(server, rounds):
    """Print the medians; on a machine that others use too, trust the ratio of computing time."""
    say(f"{server:<36}{'req/s':>9}{'of bare':>9}{'CPU µs':>9}{'of bare':>9}{'p50 ms':>9}{'p95 ms':>9}{'failed':>8}")
    for name in rounds[0]:
        loads, cpus = zip(*(round_[name] for round_ in rounds), strict=True)
        bare = [round_[BARE] for round_ in rounds]
        faster = median(load.rate / other.rate for load, (other, _cpu) in zip(loads, bare, strict=True))
        lighter = median(other / cpu if cpu else 0 for cpu, (_load, other) in zip(cpus, bare, strict=True))
        p50, p95, rate = (median(getattr(load, field) for load in loads) for field in ("p50", "p95", "rate"))
        failed = sum(load.failed for load in loads)
        figures = f"{rate:>9,.0f}{faster:>8.2f}x{median(cpus):>9,.0f}{lighter:>8.2f}x{p50:>9.1f}{p95:>9.1f}{failed:>8}"
        say(f"  {name:<34}{figures}")


def explain(database_url):
    """Print which statements of the pages read a whole table."""
    paths = ["/ko/", *LISTS.values()]
    more = environment(database_url, DJANGO_SETTINGS_MODULE="newsroom.settings", SITE_URL="http://127.0.0.1")
    subprocess.run([sys.executable, "-m", "tests.benchmarks.plans", *paths], env=more, cwd=ROOT, check=True)


def say(line):
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
