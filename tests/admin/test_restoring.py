"""What the history keeps of every kind of record and act, and what bringing one back takes along."""

import pytest
import reversion
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from reversion.models import Revision

from articles import desk, models
from articles.desk import versions
from tests.admin.test_articles import CORRECTION, form_data
from tests.admin.test_conflicts import WORDS, address_of
from tests.admin.test_history import history, restore
from tests.factories import (
    WORDING,
    ClaimFactory,
    InvestmentFactory,
    OrganisationFactory,
    PersonFactory,
    make_story,
    publish_story,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def first_version_of(record):
    """Put a record into the history as it is, and return the revision."""
    with desk.recorded(None, "first"):
        record.save()
    return versions.revisions_of(record).get()


def test_command_is_recorded_without_a_user(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text("투자 소식\n\n가나전자는 2024년 박닌성에 8천만 달러를 투자한다고 발표했다.\n")
    call_command("import_article", str(path))
    revision = versions.revisions_of(models.Article.objects.get()).get()
    assert (revision.user, "import_article" in revision.comment) == (None, True)


def test_directory_entries_have_a_history_too(admin_client):
    person = PersonFactory(name_en="First")
    for name in ("First", "Second"):
        address = address_of(person)
        admin_client.post(address, form_data(admin_client, address) | {"name_en": name})
    restore(admin_client, person, versions.revisions_of(person).last())
    person.refresh_from_db()
    assert person.name_en == "First"
    assert "First" in person.search_text or "first" in person.search_text


@pytest.mark.parametrize("kind", ["article", "claim"])
def test_restored_claim_stays_with_the_investment_that_adopted_it(admin_client, kind):
    article = make_story()
    claim, first = article.claims.get(), first_version_of(article)
    desk.adopt(ClaimFactory(article=article, investment=claim.investment))
    taker = InvestmentFactory()
    desk.match(models.Claim.objects.get(pk=claim.pk), taker)
    assert models.Investment.objects.get(adopted=claim) == taker
    restore(admin_client, article if kind == "article" else claim, first)
    claim.refresh_from_db()
    assert (claim.investment, claim.adopted_by) == (taker, taker)


def stake_in(story, organisation):
    """Give the story's investment one more investor."""
    investment = models.Investment.objects.get()
    first = first_version_of(investment)
    models.Stake.objects.create(investment=investment, organisation=organisation)
    desk.refresh_references(desk.References(investments={investment.pk}))
    return investment, first


def receive(story, organisation):
    """Let the story's investment go to an organisation."""
    investment = models.Investment.objects.get()
    first = first_version_of(investment)
    investment.recipient = organisation
    investment.save()
    desk.refresh_references(desk.References(investments={investment.pk}))
    return investment, first


def speak_for(story, organisation):
    """Let the story's quote be said for an organisation."""
    quote = story.quote_blocks.get()
    first = first_version_of(quote)
    quote.organisation = organisation
    with desk.corrected(WORDING):
        desk.save_quote(quote)
    return quote, first


@pytest.mark.parametrize("name", [stake_in, receive, speak_for])
def test_restoring_takes_from_readers_what_only_the_newer_version_named(admin_client, name):
    organisation = OrganisationFactory()
    record, first = name(publish_story(), organisation)
    assert models.Organisation.objects.public().contains(organisation)
    restore(admin_client, record, first, **CORRECTION)
    assert not models.Organisation.objects.public().contains(organisation)


def test_merged_entry_is_not_brought_back(admin_client):
    keep, drop = PersonFactory(name_en="Kept"), PersonFactory(name_en="Dropped")
    first_version_of(drop)
    desk.merge(keep, drop)
    version = versions.deleted(models.Person, {}).get()
    page = admin_client.post(reverse("admin:articles_person_recover", args=[version.pk]), follow=True)
    assert "“Dropped” was merged into “Kept”" in page.text
    assert models.Person.objects.get() == keep


@pytest.mark.any_database
def test_comparing_reads_no_more_for_more_rows(admin_client):
    counts = []
    for number in (3, 9):
        article = make_story(f"story {number}")
        for claim in ClaimFactory.create_batch(number, article=article):
            desk.match(claim, InvestmentFactory())
        first_version_of(article)
        for claim in article.claims.all():
            claim.sentence, claim.investment = f"Newer {claim.pk}", InvestmentFactory()
            claim.save()
        with desk.recorded(None, "second"):
            article.save()
        with CaptureQueriesContext(connection) as captured:
            page = history(admin_client, article)
        assert page.text.count("<ins>Newer") == number + 1
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_refused_save_leaves_no_trace_in_the_history(admin_client):
    article = publish_story()
    address = address_of(article)
    response = admin_client.post(address, form_data(admin_client, address) | {"headline": "quietly"})
    assert "Readers have seen what you are changing" in response.text
    assert not any("quietly" in version.serialized_data for version in reversion.models.Version.objects.all())
    article.refresh_from_db()
    assert article.headline == "Headline plain"


def save_half(article):
    with desk.attempt():
        article.headline = "half done"
        article.save()
        raise desk.DeskError("no")


def test_failed_attempt_takes_its_history_back():
    article = make_story()
    with desk.recorded(get_user_model().objects.create_user("anna"), "try"):
        with pytest.raises(desk.DeskError):
            save_half(article)
        PersonFactory()
    assert Revision.objects.count() == 1
    assert not any("half done" in version.serialized_data for version in reversion.models.Version.objects.all())


def test_every_kind_of_block_is_kept():
    """A new kind of block is in the history without anybody remembering it."""
    assert set(models.block_kinds()) <= set(reversion.get_registered_models())
    assert set(WORDS) <= set(models.block_kinds())
