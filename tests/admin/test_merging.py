"""Merging in the admin: who may, what is shown before, what is said after, and the log."""

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from reversion.models import Revision

from articles import desk, models
from articles.vocabulary import AliasKind
from tests.factories import (
    InvestmentFactory,
    OrganisationFactory,
    PersonFactory,
    PlaceFactory,
    QuoteFactory,
    publish_story,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
FACTORIES = {"person": PersonFactory, "organisation": OrganisationFactory, "place": PlaceFactory}
kinds = pytest.mark.parametrize("kind", FACTORIES)
LOG = reverse("admin:articles_merge_changelist")


def url(kind, page, *args):
    return reverse(f"admin:articles_{kind}_{page}", args=args)


def pair(kind, *names):
    entries = [FACTORIES[kind](**({"name_en": name} if name else {})) for name in names or (None, None)]
    desk.refresh_places()
    for entry in entries:
        desk.refresh_entity(entry)
    return entries


def address(kind, keep, drop):
    return f"{url(kind, 'merge')}?keep={keep.pk}&drop={drop.pk}"


def confirm(client, kind, keep, drop, **changed):
    """Post what the page of the comparison would send."""
    data = {"keep_version": keep.version, "drop_version": drop.version} | changed
    return client.post(address(kind, keep, drop), data, follow=True)


def stored(*entries):
    return [type(entry).objects.get(pk=entry.pk) for entry in entries]


@kinds
def test_two_chosen_rows_are_compared_and_merged(admin_client, admin_user, kind):
    keep, drop = pair(kind, "Stays Here", "Goes There")
    chosen = {"action": "merge_chosen", "_selected_action": [keep.pk, drop.pk]}
    response = admin_client.post(url(kind, "changelist"), chosen)
    assert response.headers["Location"] == address(kind, keep, drop)
    page = admin_client.get(response.headers["Location"])
    assert "Merge “Goes There” into “Stays Here”" in page.text
    done = confirm(admin_client, kind, *stored(keep, drop))
    assert done.redirect_chain == [(url(kind, "change", keep.pk), 302)]
    assert "“Goes There” was merged into “Stays Here”. Moved: Aliases: 1." in done.text
    assert not type(drop).objects.filter(pk=drop.pk).exists()
    merged = models.Merge.objects.get()
    assert (merged.kept_id, merged.by) == (keep.public_id, admin_user)
    assert LogEntry.objects.get().get_change_message() == "“Goes There” was merged into “Stays Here”."
    assert Revision.objects.filter(comment="Merged with “Goes There”", user=admin_user).count() == 1


@pytest.mark.parametrize("number", [1, 3])
def test_other_than_two_rows_are_refused(admin_client, number):
    chosen = [PersonFactory().pk for _number in range(number)]
    data = {"action": "merge_chosen", "_selected_action": chosen}
    response = admin_client.post(url("person", "changelist"), data, follow=True)
    assert "Choose exactly two entries to merge." in response.text
    assert models.Person.objects.count() == number


def test_comparison_shows_both_and_what_moves(admin_client):
    keep, drop = pair("organisation", "Stays Here", "Goes There")
    models.Alias.objects.create(organisation=drop, text="Old Name", kind=AliasKind.FORMER)
    QuoteFactory(organisation=keep)
    for _number in range(2):
        models.Stake.objects.create(investment=InvestmentFactory(), organisation=drop)
    page = admin_client.get(address("organisation", keep, drop))
    assert ("Stakes", 0, 2) in page.context["counts"]
    assert ("Quotes", 1, 0) in page.context["counts"]
    assert page.context["moved"] == [("Aliases", 2), ("Stakes", 2)]
    assert "Old Name (former name)" in page.text
    assert address("organisation", drop, keep).replace("&", "&amp;") in page.text


def test_other_entry_is_found_from_the_form_without_a_script(admin_client):
    kagan, michael, other = pair("person", "Kagan", "Michael Kagan", "Somebody")
    form = admin_client.get(url("person", "change", kagan.pk))
    choose = f"{url('person', 'merge')}?drop={kagan.pk}"
    assert f'href="{choose}"' in form.text
    page = admin_client.get(choose, {"drop": kagan.pk, "q": "kagan"})
    assert page.context["found"] == [(michael, address("person", michael, kagan))]
    assert not admin_client.get(choose, {"drop": kagan.pk, "q": "nobody"}).context["found"]
    assert "No other entry is found" in admin_client.get(choose, {"drop": kagan.pk, "q": "nobody"}).text
    assert other not in dict(page.context["found"])


def test_add_form_offers_no_merge(admin_client):
    assert "Merge into…" not in admin_client.get(url("person", "add")).text


@pytest.mark.parametrize("query", ["", "?keep=1", "?keep=1&drop=2", "?keep=x&drop=y", f"?keep={2**70}&drop=-1"])
def test_entries_that_are_not_there_lead_back_to_the_list(admin_client, query):
    response = admin_client.get(url("person", "merge") + query, follow=True)
    assert response.redirect_chain == [(url("person", "changelist"), 302)]
    assert "not there any more" in response.text


def test_same_entry_twice_asks_for_another_one(admin_client):
    person, _other = pair("person")
    page = admin_client.get(address("person", person, person))
    assert page.context["entry"] == person
    assert "keep_version" not in page.text


def test_impossible_merge_says_why_and_has_no_button(admin_client):
    outer = OrganisationFactory()
    between = OrganisationFactory(parent=outer, name_en="Between")
    inner = OrganisationFactory(parent=between)
    page = admin_client.get(address("organisation", outer, inner))
    assert "“Between” stands between the two" in page.text
    assert "keep_version" not in page.text
    refused = confirm(admin_client, "organisation", outer, inner)
    assert "“Between” stands between the two" in refused.text
    assert models.Organisation.objects.count() == 3
    assert not LogEntry.objects.exists()


@pytest.mark.parametrize("which", ["keep_version", "drop_version"])
def test_entry_that_was_changed_meanwhile_is_shown_again(admin_client, which):
    keep, drop = stored(*pair("person"))
    response = confirm(admin_client, "person", keep, drop, **{which: "1"})
    assert "was changed meanwhile" in response.text
    assert models.Person.objects.count() == 2
    missing = admin_client.post(address("person", keep, drop))
    assert "was changed meanwhile" in missing.text


def test_second_click_finds_nothing_to_merge(admin_client):
    keep, drop = stored(*pair("person"))
    confirm(admin_client, "person", keep, drop)
    again = confirm(admin_client, "person", keep, drop)
    assert "not there any more" in again.text
    assert models.Merge.objects.count() == 1


@pytest.mark.parametrize("codenames", [["change_person", "view_person"], ["add_merge", "view_person"], ["view_person"]])
def test_merging_needs_both_permissions(staff, codenames):
    keep, drop = stored(*pair("person"))
    client = staff(*codenames)
    for page in (
        address("person", keep, drop),
        url("person", "duplicates"),
        f"{url('person', 'merge')}?drop={drop.pk}",
    ):
        assert client.get(page).status_code == 403
    assert confirm(client, "person", keep, drop).status_code == 403
    assert models.Person.objects.count() == 2
    assert "Merge into…" not in client.get(url("person", "change", drop.pk)).text
    listed = client.get(url("person", "changelist")).text
    assert "Possible duplicates" not in listed
    assert "merge_chosen" not in listed


def test_editor_with_both_permissions_may_merge(staff):
    keep, drop = stored(*pair("person"))
    client = staff("add_merge", "change_person")
    assert confirm(client, "person", keep, drop).status_code == 200
    assert models.Merge.objects.count() == 1
    assert client.get(LOG).status_code == 403


def test_log_lists_what_moved_and_links_to_what_stayed(admin_client):
    publish_story()
    keep, drop = PersonFactory(name_en="Stays"), models.Person.objects.public().get()
    desk.merge(keep, drop)
    page = admin_client.get(LOG)
    for shown in (drop.name, "Quotes (speaker): 1", url("person", "change", keep.pk)):
        assert shown in page.text
    merged = models.Merge.objects.get()
    form = admin_client.get(url("merge", "change", merged.pk))
    assert drop.public_id in form.text
    assert 'name="_save"' not in form.text
    assert admin_client.post(url("merge", "change", merged.pk), {}).status_code == 403
    assert admin_client.get(url("merge", "add")).status_code == 403
    assert admin_client.get(url("merge", "delete", merged.pk)).status_code == 403


def test_log_outlives_the_entry_that_stayed(admin_client):
    keep, drop = pair("person", "Stays", "Goes")
    desk.merge(keep, drop)
    models.Person.objects.all().delete()
    page = admin_client.get(LOG)
    assert "Stays" in page.text
    assert url("person", "change", keep.pk) not in page.text


def test_duplicates_are_suggested_with_a_way_to_merge(admin_client):
    one, other = pair("organisation", "Samsung Electronics", "Samsung Electronic")
    pair("organisation", "Alpha", "Omega")
    page = admin_client.get(url("organisation", "duplicates"))
    assert page.context["pairs"] == [(one, other, address("organisation", one, other))]
    assert url("organisation", "duplicates") in admin_client.get(url("organisation", "changelist")).text
    assert "None." in admin_client.get(url("person", "duplicates")).text


def test_pages_do_not_ask_more_with_more_entries(admin_client):
    counts = []
    for size in (3, 12):
        people = pair("person", *[f"Kagan Michael {'abcdefghijklmnop'[n]}" for n in range(size)])
        pages = [url("person", "duplicates"), f"{url('person', 'merge')}?drop={people[0].pk}&q=kagan"]
        with CaptureQueriesContext(connection) as counted:
            for page in pages:
                assert admin_client.get(page).status_code == 200
        counts.append(len(counted))
    assert counts[0] == counts[1]
