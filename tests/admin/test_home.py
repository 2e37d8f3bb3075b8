"""The admin's first page: My desk, its clock, and the list of everything in groups."""

import re
from datetime import UTC, date, datetime, timedelta
from html import unescape
from zoneinfo import available_timezones

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from reversion.models import Revision

from articles import desk, models
from articles.clock import editorial_today
from articles.my_desk import COMMON
from articles.vocabulary import Review
from newsroom.site import GROUPS
from tests.desk.test_waiting import fill
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    InvestmentFactory,
    QuoteFactory,
    TermFactory,
    publish_story,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
HOME, ZONE = reverse("admin:index"), reverse("admin:time_zone")


@pytest.fixture
def writer(staff):
    """A logged-in writer, with the client's own eyes."""
    return staff("view_article", "change_article", "add_article").user


def test_empty_desk_says_so(admin_client):
    page = admin_client.get(HOME).text
    assert "Nothing waits for you" in page
    assert "<section" not in page


def test_every_number_is_that_of_the_list_it_leads_to(admin_client, admin_user):
    fill(admin_user, 9)
    page = admin_client.get(HOME)
    lists = [listed for section in page.context["sections"] for listed in section.lists]
    assert len(lists) == 10
    for listed in lists:
        link = reverse(f"admin:articles_{listed.opts.model_name}_changelist") + f"?{listed.query}"
        assert f'href="{link}"' in unescape(page.text)
        found = admin_client.get(link).context["cl"]
        assert found.result_count == listed.total == 9


def test_numbers_are_those_of_the_lists_for_who_sees_own_stories_only(client, writer):
    granted = ["decide_records", "view_quote", "view_claim", "view_term", "view_investment", "change_investment"]
    writer.user_permissions.add(*Permission.objects.filter(codename__in=granted))
    public = publish_story()
    for story in (ArticleFactory(owner=writer), ArticleFactory(), public):
        QuoteFactory(parent=story, review=Review.SUGGESTED)
        TermFactory(article=story, review=Review.SUGGESTED)
        desk.match(ClaimFactory(article=story), InvestmentFactory())
        ClaimFactory(article=story, review=Review.SUGGESTED)
    models.Investment.objects.update(recheck_on=date(2020, 1, 1))
    sections = client.get(HOME).context["sections"]
    lists = [one for section in sections for one in section.lists if one.model is not models.Article]
    assert [one.total for one in lists] == [2, 2, 2, 3]
    for one in lists:
        link = reverse(f"admin:articles_{one.opts.model_name}_changelist") + f"?{one.query}"
        assert client.get(link).context["cl"].result_count == one.total


def test_first_page_asks_as_often_for_a_full_desk_as_for_a_fuller_one(admin_client, admin_user):
    counts = []
    for size in (9, 4):
        fill(admin_user, size)
        with CaptureQueriesContext(connection) as counted:
            admin_client.get(HOME)
        counts.append(len(counted))
    assert counts[0] == counts[1] <= 32


def test_writer_is_offered_what_a_writer_may_do(client, writer):
    QuoteFactory(parent=ArticleFactory(headline="Mine", owner=writer), review=Review.SUGGESTED)
    ArticleFactory(headline="Another's")
    page = client.get(HOME).text
    assert "Mine" in page
    assert "Another's" not in page
    assert "Records to decide" not in page
    assert reverse("admin:articles_article_add") in page
    writer.user_permissions.set(Permission.objects.filter(codename="view_article"))
    assert reverse("admin:articles_article_add") not in client.get(HOME).text


def test_note_of_a_returned_draft_is_shown_as_text(client, writer):
    article = ArticleFactory(headline="<b>Mine</b>", owner=writer)
    models.Step.objects.create(article=article, status="draft", note="<script>1</script>\nNo source.", by=writer)
    page = client.get(HOME).text
    assert "Sent back by staff:" in page
    assert "&lt;script&gt;1&lt;/script&gt;<br>No source." in page
    assert "&lt;b&gt;Mine&lt;/b&gt;" in page


# Checked today


def test_checked_investment_leaves_the_desk_and_is_recorded(admin_client, admin_user):
    investment = InvestmentFactory(title_en="Old one", recheck_on=date(2020, 1, 1))
    address = reverse("admin:checked", args=[investment.pk])
    assert address in admin_client.get(HOME).text
    page = admin_client.post(address, follow=True)
    assert page.redirect_chain == [(HOME, 302)]
    assert "“Old one” comes back on" in page.text
    assert address not in page.text
    investment.refresh_from_db()
    assert investment.recheck_on == editorial_today() + timedelta(days=90)
    assert LogEntry.objects.get().user == admin_user
    assert Revision.objects.get().user == admin_user


def test_checking_needs_the_permission_and_a_post(client, admin_client, writer):
    investment = InvestmentFactory(recheck_on=date(2020, 1, 1))
    address = reverse("admin:checked", args=[investment.pk])
    assert client.post(address).status_code == 403
    assert admin_client.get(address).status_code == 405
    assert admin_client.post(reverse("admin:checked", args=[0])).status_code == 404
    investment.refresh_from_db()
    assert investment.recheck_on == date(2020, 1, 1)


# The editor's clock


def test_chosen_zone_is_the_one_moments_are_shown_in(client, writer):
    until = datetime(2099, 1, 1, 0, 30, tzinfo=UTC)
    desk.publish(ArticleFactory(owner=writer, embargo_until=until))
    assert "Jan. 1, 2099, 9:30 a.m." in client.get(HOME).text
    assert client.post(ZONE, {"time_zone": "America/New_York"}).url == HOME
    page = client.get(HOME).text
    assert "Dec. 31, 2098, 7:30 p.m." in page
    assert re.search(r'value="America/New_York" selected>America/New_York · UTC-0[45]:00<', page)
    client.post(ZONE, {"time_zone": "Asia/Kathmandu"})
    assert models.Editor.objects.get().time_zone == "Asia/Kathmandu"
    assert 'value="Asia/Kathmandu" selected>Asia/Kathmandu · UTC+05:45<' in client.get(HOME).text


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../../etc/passwd", "Asia/Seoul\x00", "a" * 500])
def test_what_is_no_zone_is_refused(client, writer, name):
    response = client.post(ZONE, {"time_zone": name})
    assert response.status_code == 200
    assert 'class="errorlist"' in response.text
    assert not models.Editor.objects.exists()


def test_every_zone_may_be_chosen_and_the_common_ones_come_first(client, writer):
    page = client.get(ZONE).text
    page = page[page.index('id="id_time_zone"') :]
    offered = re.findall(r'<option value="([^"]+)"', page)
    assert offered[: len(COMMON)] == list(COMMON)
    assert set(offered) <= available_timezones()
    assert {"Asia/Seoul", "Asia/Ho_Chi_Minh", "America/Argentina/Ushuaia", "Pacific/Apia"} <= set(offered)
    assert page.count(" selected>Asia/Seoul") == 1
    client.post(ZONE, {"time_zone": "EST5EDT"})
    assert client.get(HOME).status_code == 200
    assert timezone.get_current_timezone_name() == "Asia/Seoul"


def test_zone_is_for_staff_alone(client):
    assert client.post(ZONE, {"time_zone": "Asia/Tokyo"}).status_code == 403
    assert not models.Editor.objects.exists()


# The list of everything


def test_models_stand_in_their_groups(admin_client):
    groups = {
        app["app_label"]: [m["object_name"] for m in app["models"]]
        for app in admin_client.get(HOME).context["app_list"]
    }
    assert list(groups)[:3] == ["stories", "money", "directory"]
    assert groups["stories"][:3] == ["Article", "Quote", "Claim"]
    assert {"Group", "User"} <= set(groups["auth"])
    listed = [name for names in groups.values() for name in names]
    assert sorted(listed) == sorted(model.__name__ for model in admin.site._registry)


def test_a_model_is_named_in_one_group_only():
    members = [member for _name, members in GROUPS.values() for member in members]
    assert len(members) == len(set(members))
    assert set(members) <= {model.__name__ for model in admin.site._registry}


def test_groups_keep_what_the_user_may_not_open_out(client, writer):
    groups = client.get(HOME).context["app_list"]
    assert [(group["app_label"], [m["object_name"] for m in group["models"]]) for group in groups] == [
        ("stories", ["Article"])
    ]


def test_list_of_the_app_is_still_there(admin_client):
    page = admin_client.get(reverse("admin:app_list", args=["articles"]))
    assert page.status_code == 200
    assert "my-desk" not in page.text
