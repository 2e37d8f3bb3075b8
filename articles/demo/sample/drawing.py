"""Drawing the sample's stories, a thousand at a time, on every core: memory does not grow with their number."""

import os
import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from random import Random

from articles.demo.sample.directory import Directory
from articles.demo.sample.stories import Story
from articles.demo.sample.tables import TABLES
from articles.rates import RateBook

STORIES_AT_A_TIME = 1_000


@dataclass(frozen=True)
class Size:
    """How many rows of each kind the sample has."""

    articles: int
    quotes: int
    investments: int


@dataclass(frozen=True)
class Plan:
    """All that the stories follow from: any of them can be drawn by itself, without the database.

    `first` has the id of the first record of each kind, and `moment` is when all of them are made.
    """

    size: Size
    seed: int
    directory: Directory
    first: dict
    rates: RateBook
    moment: datetime

    def share(self, number, total):
        """Return which of some records, spread evenly over the stories, belong to the story of that number."""
        return range(number * total // self.size.articles, (number + 1) * total // self.size.articles)

    def parts(self):
        """Return the numbers of the stories, in parts of a size."""
        every = range(self.size.articles)
        return [every[first : first + STORIES_AT_A_TIME] for first in every[::STORIES_AT_A_TIME]]


def draw(numbers, plan):
    """Return the rows of some stories, a list for each of the tables."""
    random = Random(f"{plan.seed}:{numbers.start}")
    rows = {model: [] for model in TABLES}
    for number in numbers:
        Story(number, plan, random).enter(rows)
    return list(rows.values())


def draw_all(plan):
    """Yield the rows of each part of the plan in order; whoever draws them, they are the same."""
    parts = plan.parts()
    if len(parts) < 2:
        yield from (draw(numbers, plan) for numbers in parts)
        return
    # Forked, so that each has the plan; the connection to the database that comes with it is not used there.
    workers = os.cpu_count() or 1
    pool = ProcessPoolExecutor(workers, get_context("fork"), receive, (plan,))
    try:
        waiting = deque()
        for numbers in parts:
            waiting.append(pool.submit(draw_here, numbers))
            if len(waiting) > workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


_plan = ContextVar("plan")


def receive(plan):
    """Begin to draw in a process of its own: keep the plan, and leave it to the first process to be interrupted."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _plan.set(plan)


def draw_here(numbers):
    """Return the rows of some stories of the plan that this process has received."""
    return draw(numbers, _plan.get())
