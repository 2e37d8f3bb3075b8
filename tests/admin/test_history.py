"""Every change has who, what and when; versions can be compared, brought back, and found again after a deletion."""

from zoneinfo import ZoneInfo

import pytest
import reversion
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from reversion.models import Revision

from articles import desk, models
from articles.desk import comparing, versions
from articles.vocabulary import Review, Status
from tests.admin.test_articles import CORRECTION, act, form_data
from tests.admin.test_conflicts import WORDS, add_block, address_of, change_block, change_headline, state
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


def save(client, record, change, word="changed", **extra):
    address = address_of(record)
    response = client.post(address, change(form_data(client, address), word) | extra)
    assert response.status_code == 302, response.context["errors"]


def history(client, record, **query):
    name = f"admin:articles_{record._meta.model_name}_history"
    return client.get(reverse(name, args=[record.pk]), query)


def restore(client, record, revision, **said):
    name = f"admin:articles_{record._meta.model_name}_restore"
    return client.post(reverse(name, args=[record.pk, revision.pk]), said, follow=True)


@pytest.fixture
def story(admin_client):
    """A draft whose first version is in the history."""
    article = make_story()
    save(admin_client, article, change_headline, "first version")
    return models.Article.objects.get(pk=article.pk)


def test_form_action_and_step_are_recorded_with_who_and_what(admin_client, admin_user, story):
    story.quote_blocks.update(review=Review.SUGGESTED)
    act(admin_client, "accept", story.quote_blocks.get(), address=reverse("admin:articles_quote_changelist"))
    admin_client.post(reverse("admin:articles_article_step", args=["review"]) + f"?id={story.pk}", {})
    found = [(revision.user, revision.comment) for revision in versions.revisions_of(story)]
    assert [user for user, _what in found] == [admin_user] * 3
    assert [what for _user, what in found][:2] == ["In review", "Accepted"] or all(what for _user, what in found)
    page = history(admin_client, story)
    assert page.text.count("admin</td>") == 3


def test_command_is_recorded_without_a_user(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text("투자 소식\n\n가나전자는 2024년 박닌성에 8천만 달러를 투자한다고 발표했다.\n")
    call_command("import_article", str(path))
    revision = versions.revisions_of(models.Article.objects.get()).get()
    assert (revision.user, "import_article" in revision.comment) == (None, True)


def test_two_versions_are_compared_word_by_word(admin_client, story):
    save(admin_client, story, change_block, "Paragraph new")
    save(admin_client, story, add_block, "A heading")
    newest, second, first = versions.revisions_of(story)
    page = history(admin_client, story, was=first.pk, now=second.pk).text
    assert "<del>plain</del><ins>new</ins>" in page
    assert "A heading" in history(admin_client, story, was=second.pk, now=newest.pk).text
    assert "say the same" in history(admin_client, story, was=first.pk, now=first.pk).text


def test_same_moment_is_no_change_whatever_the_clock_it_was_typed_by(story):
    for zone in ("UTC", "Asia/Seoul"):
        with desk.recorded(what=zone):
            story.published_at = story.published_at.astimezone(ZoneInfo(zone))
            story.save()
    newest, before = versions.revisions_of(story)[:2]
    assert comparing.compare(story, before, newest) == []


def test_restored_article_has_its_blocks_and_records_as_they_were(admin_client, story):
    before, first = state(story), versions.revisions_of(story).get()
    quote = story.quote_blocks.get()
    save(admin_client, story, change_headline, "second version")
    save(admin_client, story, change_block, "rewritten")
    save(admin_client, story, add_block, "added")
    address = address_of(story)
    admin_client.post(address, form_data(admin_client, address) | {"quote_blocks-0-DELETE": "on"})
    assert not models.Quote.objects.exists()
    restore(admin_client, story, first)
    assert state(story) == before
    assert models.Quote.objects.get().public_id == quote.public_id
    assert versions.revisions_of(story).count() == 6  # the way back is in the history too


def test_restoring_leaves_decisions_alone(admin_client, story):
    first = versions.revisions_of(story).get()
    article = desk.publish(story)
    save(admin_client, article, change_block, "rewritten")
    restore(admin_client, article, first)
    article.refresh_from_db()
    assert (article.status, article.is_public) == (Status.PUBLISHED, True)
    assert article.text_blocks.get().html == "<p>Paragraph plain</p>"


def test_restoring_what_readers_have_seen_asks_for_the_correction(admin_client, story):
    first = versions.revisions_of(story).get()
    article = desk.publish(story)
    save(admin_client, article, change_headline, "second version", **CORRECTION)
    response = restore(admin_client, article, first)
    assert "Readers have seen what you are changing" in response.text
    article.refresh_from_db()
    assert article.headline == "second version"
    restore(admin_client, article, first, **CORRECTION)
    article.refresh_from_db()
    assert article.headline == "first version"


def test_version_of_another_record_is_not_restored(admin_client, story):
    other = make_story("other")
    save(admin_client, other, change_headline, "theirs")
    response = restore(admin_client, story, versions.revisions_of(other).get())
    assert "belongs to another record" in response.text


def test_deleted_article_is_brought_back_with_everything(admin_client, story):
    story.corrections.all().delete()
    before, topics = state(story), list(story.topics.all())
    admin_client.post(reverse("admin:articles_article_delete", args=[story.pk]), {"post": "yes"})
    assert not models.Article.objects.exists()
    page = admin_client.get(reverse("admin:articles_article_deleted"))
    assert "first version" in page.text
    version = versions.deleted(models.Article, {}).get()
    admin_client.post(reverse("admin:articles_article_recover", args=[version.pk]))
    back = models.Article.objects.get()
    assert (state(back), back.public_id, back.status) == (before, story.public_id, Status.DRAFT)
    assert list(back.topics.all()) == topics


def test_directory_entries_have_a_history_too(admin_client):
    person = PersonFactory(name_en="First")
    for name in ("First", "Second"):
        address = address_of(person)
        admin_client.post(address, form_data(admin_client, address) | {"name_en": name})
    restore(admin_client, person, versions.revisions_of(person).last())
    person.refresh_from_db()
    assert person.name_en == "First"
    assert "First" in person.search_text or "first" in person.search_text


def test_quote_is_brought_back_alone(admin_client, story):
    first, quote = versions.revisions_of(story).get(), story.quote_blocks.get()
    save(admin_client, quote, lambda data, word: data | {"text": word})
    save(admin_client, story, change_block, "stays")
    restore(admin_client, quote, first)
    quote.refresh_from_db()
    assert (quote.text, story.text_blocks.get().html) == ("Said plain", "<p>stays</p>")


def first_version_of(record):
    """Put a record into the history as it is, and return the revision."""
    with desk.recorded(None, "first"):
        record.save()
    return versions.revisions_of(record).get()


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


def test_rows_that_say_the_same_are_not_even_looked_at(admin_client, story, monkeypatch):
    save(admin_client, story, change_block, "Paragraph new")
    looked_at = []
    monkeypatch.setattr(comparing, "row_change", lambda *row: looked_at.append(row) or comparing.RowChange("", "", []))
    newest, first = versions.revisions_of(story)
    comparing.compare(story, first, newest)
    assert len(looked_at) == 1


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
