"""What nobody's browser sends is refused or ignored on every page of the desk, and never an error of the server."""

import pytest
from django.contrib import admin
from django.urls import reverse

from articles import models
from articles.text import GREATEST, whole_number
from tests.factories import PersonFactory, make_story

pytestmark = pytest.mark.django_db
LONG, LONGER = "9" * 30, "9" * 5000
ARTICLES = reverse("admin:articles_article_changelist")
STEP = reverse("admin:articles_article_step", args=["review"])
COMPLETE = f"{reverse('admin:autocomplete')}?app_label=articles&model_name=article&field_name=section&term="
OURS = [model._meta.model_name for model in admin.site._registry if model._meta.app_label == "articles"]
READ = [
    *(f"{STEP}?id={pk}" for pk in (LONG, LONGER, "abc", "٣")),
    *(f"{ARTICLES}?{name}={LONG}" for name in ("version__in", "section__id__in", "topics__id__exact")),
    *(f"{ARTICLES}?{name}={LONG}" for name in ("created_at__year", "created_at__in_time", "p", "o")),
    *(f"{ARTICLES}?{name}=a%00b" for name in ("status__exact", "section__named", "q", "x%00y")),
    *(f"{reverse(f'admin:articles_{name}_changelist')}?id__in={LONG}" for name in OURS),
    f"{ARTICLES}?id__in={LONGER}",
    f"{COMPLETE}a%00b",
    f"{COMPLETE}x&page={LONGER}",
    f"{reverse('admin:articles_article_translations')}?section=%00&page={LONGER}",
]


@pytest.fixture
def client(admin_client):
    """A superuser whose server answers 500 instead of failing the test."""
    admin_client.raise_request_exception = False
    return admin_client


@pytest.mark.slow
def test_crafted_address_is_no_error_of_the_server(client):
    make_story()
    models.Topic.objects.bulk_create(models.Topic(name_en=f"Topic {number}") for number in range(40))
    found = {address: client.get(address).status_code for address in READ}
    assert {address[:80]: status for address, status in found.items() if status >= 500} == {}
    assert {found[address] for address in READ if "%00" in address} == {400}


def posts(story):
    """Yield addresses and what is posted to them."""
    quote, claim = story.quote_blocks.get(), story.claims.get()
    records = reverse("admin:articles_article_records", args=[story.pk])
    versions = reverse("admin:articles_article_versions", args=[story.pk])
    quotes = reverse("admin:articles_quote_changelist")
    merge = f"{reverse('admin:articles_person_merge')}?keep={quote.speaker_id}&drop={PersonFactory().pk}"
    for odd in (LONG, LONGER, "abc", "a\0b", "٣"):
        yield f"{STEP}?id={story.pk}", {"note": "x", "seen": f"articles.article:{story.pk}:{odd}"}
        yield ARTICLES, {"action": "accept_records", "_selected_action": [odd]}
        yield quotes, {"action": "reject", "_selected_action": [quote.pk], "seen": f"articles.quote:{quote.pk}:{odd}"}
        yield versions, {"act": "fresh", "checked": odd}
        yield versions, {"act": "link", "other": odd}
        yield records, {"record": f"claim-{claim.pk}", "act": "search", "investment": odd, "find_investment": odd}
        yield records, {"record": f"claim-{claim.pk}", "act": "reject", "version": odd}
        yield records, {"record": f"claim-{odd}", "act": "reject"}
        yield reverse("admin:articles_article_change", args=[story.pk]), {"seen_version": odd}
        yield merge, {"keep_version": odd, "drop_version": odd}


@pytest.mark.slow
def test_crafted_form_is_no_error_of_the_server_and_does_nothing(client):
    story = make_story()
    found = [(address, data, client.post(address, data).status_code) for address, data in posts(story)]
    assert [row for row in found if row[2] >= 500] == []
    story.refresh_from_db()
    assert (story.status, story.quote_blocks.get().review, story.claims.get().review) == ("draft", *["accepted"] * 2)
    assert models.Person.objects.count() == 2


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *((str(number), number) for number in (0, 7, GREATEST)),
        *((odd, None) for odd in ("", "-1", "1.0", " 1", "1\n", "٣", "²", "None", LONG, LONGER, str(GREATEST + 1))),
    ],
)
def test_whole_number_fits_a_column_or_is_none(text, number):
    assert whole_number(text) == number


def test_row_is_unchanged_only_from_its_own_version():
    story = make_story()
    odd = [None, "", "abc", "a\0b", LONG, LONGER, 1, f"{story.version} "]
    assert not any(models.Article.objects.unchanged(story.pk, version) for version in odd)
    assert all(models.Article.objects.unchanged(story.pk, version) for version in (story.version, str(story.version)))
