"""An editor at work on an imported draft: its blocks and its records. The way to the reader is in `test_path`."""

import re

import pytest
from django.conf import settings as django_settings

from articles import desk, models
from articles.demo.tables import FOLDER
from articles.intake import decode, read_story
from articles.vocabulary import Review

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def draft():
    """The demo's sample story as the intake leaves it."""
    return desk.save_draft(read_story(decode((FOLDER / "stories" / "01-offshore-wind.ko.txt").read_bytes()))).article


@pytest.fixture
def open_desk(open_page, client, admin_user):
    """Return a function that opens an admin page for a logged-in editor."""
    client.force_login(admin_user)
    session = {"name": django_settings.SESSION_COOKIE_NAME, "value": client.session.session_key}
    return lambda path, **options: open_page(path, cookies=[session], **options)


def test_quotes_of_a_draft_are_accepted_in_its_form(open_desk, draft):
    page = open_desk(f"/admin/articles/article/{draft.pk}/change/")
    page.wait_for_selector(".prose-editor .ProseMirror >> nth=0")
    for select in page.locator("select[name^='quote_blocks-'][name$='-review']").all()[:4]:
        select.select_option(Review.ACCEPTED)
    page.locator("input[name=_save]").first.click()
    page.wait_for_selector(".success")
    assert draft.quote_blocks.filter(review=Review.ACCEPTED).count() == 4


def test_typed_text_is_saved_with_its_marks(open_desk, draft):
    page = open_desk(f"/admin/articles/article/{draft.pk}/change/")
    editor = page.locator(".prose-editor .ProseMirror").first
    editor.click()
    page.keyboard.press("Control+a")
    page.keyboard.type("새로 쓴 ")
    page.keyboard.press("Control+b")
    page.keyboard.type("문단")
    page.locator("input[name=_save]").first.click()
    page.wait_for_selector(".success")
    assert draft.text_blocks.order_by("ordering").first().html == "<p>새로 쓴 <strong>문단</strong></p>"


def test_block_dragged_to_the_top_stays_there(open_desk, draft):
    # A window as tall as the form: dragging near an edge would scroll it.
    page = open_desk(f"/admin/articles/article/{draft.pk}/change/", viewport={"width": 1300, "height": 9000})
    page.wait_for_selector(".prose-editor .ProseMirror >> nth=0")
    heads = page.locator(".order-machine h3[draggable]").all()
    heads.sort(key=lambda head: head.bounding_box()["y"])
    heads[-1].drag_to(heads[0], source_position={"x": 60, "y": 10}, target_position={"x": 60, "y": 2})
    page.locator("input[name=_save]").first.click()
    page.wait_for_selector(".success")
    texts = draft.text_blocks.order_by("ordering")
    assert texts.first().plain_text().startswith("항구마다 크레인이 늘고")


def test_claim_becomes_an_investment(open_desk, draft):
    page = open_desk("/admin/articles/claim/")
    row = page.locator("#result_list tbody tr", has_text=re.compile("9천만 달러"))
    row.locator("input[name=_selected_action]").check()
    page.select_option("select[name=action]", "open_investment")
    page.click("button[name=index]")
    page.wait_for_selector(".success")
    investment = models.Investment.objects.get()
    assert investment.usd_min == 90_000_000
