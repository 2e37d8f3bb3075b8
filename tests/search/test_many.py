"""Words that are found in many records: read row by row, they give the pages that they give of few."""

from contextlib import contextmanager
from datetime import date

import pytest
from django.conf import settings
from django.http import QueryDict
from django.utils import timezone

from articles import models
from articles.collections import BY_NAME
from articles.collections.listing import Listing
from articles.patience import TooSlow
from tests.factories import publish_story

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def stories(rows_of_a_module):
    """Three stories, one of them of this minute."""
    with rows_of_a_module():
        for number in range(3):
            story = publish_story(f"warehouse {number}")
            models.Investment.objects.filter(claims__article=story).update(announced_on=date(2020, 1, 3 - number))
        moments = {"public_from": timezone.now()}
        models.Quote.objects.filter(parent=story).update(**moments)
        models.Investment.objects.filter(claims__article=story).update(**moments)
        yield


@pytest.fixture(autouse=True)
def _more_than_one_is_many(settings):
    settings.FACET_ROWS = 1


@pytest.mark.slow
@pytest.mark.parametrize("name", ["quotes", "investments", "articles"])
@pytest.mark.parametrize("more", ["", "&sort=changed", "&page=2", "&language=en", "&kind=unknown", "&stage=announced"])
def test_words_that_find_many_give_the_pages_that_they_give_of_few(settings, name, more):
    settings.PAGE_SIZE = 2
    query = QueryDict(f"q=warehouse{more}")
    listing = Listing(BY_NAME[name], query)
    in_turn, total, has_more = [row.pk for row in listing.rows], listing.total, listing.has_more
    exact = listing.exact_total
    settings.FACET_ROWS = 10
    few = Listing(BY_NAME[name], query)
    assert in_turn == [row.pk for row in few.rows]
    assert (total, has_more) == (1, True)
    assert exact == few.total == 3


def test_words_that_find_many_at_the_end_of_a_list_are_gathered(monkeypatch):
    @contextmanager
    def no_time(milliseconds):
        """Take it that nothing is read in turn as soon as it has to be."""
        yield
        if milliseconds == settings.FACET_MILLISECONDS:
            raise TooSlow

    monkeypatch.setattr("articles.collections.counting.at_most", no_time)
    listing = Listing(BY_NAME["quotes"], QueryDict("q=warehouse"))
    assert len(listing.rows) == 3
