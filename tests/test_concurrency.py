"""Two who write at the same time, on PostgreSQL: on SQLite there is one writer."""

import threading

import psycopg
import pytest
from django.db import OperationalError, connection, connections, transaction

from articles import models
from articles.search import upkeep
from articles.totals.dimensions import ACCOUNTS
from articles.totals.ledger import settle
from articles.totals.questions import Question
from articles.totals.reading import answer
from articles.totals.rebuild import find_differences, rebuild
from tests.factories import publish_story

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'"),
]
TURN = "SELECT pg_advisory_xact_lock(hashtext('articles_subtotal'))"


@pytest.fixture
def other():
    """Another connection to the database, in a transaction of its own."""
    parameters = connection.get_connection_params()
    parameters.pop("cursor_factory"), parameters.pop("context")
    with psycopg.connect(**parameters) as other:
        yield other
        other.rollback()


def totals():
    """Return how many articles, quotes and investments readers are told of."""
    return [answer(accounts, [Question()])[0].get("").n for accounts in ACCOUNTS.values()]


def test_acts_do_not_wait_while_another_counts(other):
    other.execute(TURN)
    publish_story("warehouse")
    assert models.Uncounted.objects.count() == 3
    assert totals() == [1, 1, 1]
    other.rollback()
    assert settle() == 3
    assert totals() == [1, 1, 1]
    assert find_differences() == []


def test_totals_are_built_anew_when_nobody_counts(other):
    other.execute(TURN)
    connection.cursor().execute("SET lock_timeout = '50ms'")
    with pytest.raises(OperationalError, match="lock timeout"):
        rebuild()
    other.rollback()
    rebuild()
    connection.cursor().execute("RESET lock_timeout")


def change_meanwhile(quote, has_begun):
    """Change a quote and its tokens in a transaction that takes a moment."""
    with transaction.atomic():
        quote.text = "Said otherwise"
        models.Quote.objects.filter(pk=quote.pk).update(text=quote.text, search_text=quote.folded())
        has_begun.set()
        connection.cursor().execute("SELECT pg_sleep(0.5)")
    connections.close_all()


def test_tokens_of_a_row_that_somebody_changes_are_not_lost():
    quote = publish_story("warehouse").quote_blocks.get()
    models.Quote.objects.update(search_text="")
    has_begun = threading.Event()
    thread = threading.Thread(target=change_meanwhile, args=(quote, has_begun))

    def begin(done):
        """Begin once the articles are done, and the quotes are about to be."""
        if not has_begun.is_set():
            thread.start()
            has_begun.wait()

    upkeep.rebuild(begin)
    thread.join()
    assert list(upkeep.wrong_tokens(models.Quote)) == []
