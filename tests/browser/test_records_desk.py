"""An editor clears a story's records by keyboard, in Chromium; and without scripts, by forms alone."""

import pytest
from django.conf import settings as django_settings

from articles import desk, models
from articles.demo.tables import FOLDER
from articles.desk.naming import find_or_enter
from articles.intake import decode, read_story
from articles.vocabulary import Review
from tests.factories import ClaimFactory, InvestmentFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def draft():
    """The demo's sample story as the intake leaves it."""
    return desk.save_draft(read_story(decode((FOLDER / "stories" / "01-offshore-wind.ko.txt").read_bytes()))).article


@pytest.fixture
def open_records(open_page, client, admin_user, draft):
    """Return a function that opens the records desk of the story for a logged-in editor."""
    client.force_login(admin_user)
    session = {"name": django_settings.SESSION_COOKIE_NAME, "value": client.session.session_key}
    path = f"/admin/articles/article/{draft.pk}/records/"
    return lambda **options: open_page(path, cookies=[session], **{"locale": "en-US", **options})


def undecided(article):
    rows = (article.quote_blocks, article.claims, article.terms)
    return sum(records.filter(review=Review.SUGGESTED).count() for records in rows)


def settle(page):
    """Wait until what was sent has been answered and drawn."""
    page.wait_for_selector("#desk:not([aria-busy])")


def current(page):
    return page.evaluate("document.querySelector('.record.is-current')?.id")


def test_story_is_cleared_by_keyboard_alone(open_records, draft):
    page = open_records()
    total = undecided(draft)
    assert total >= 8
    pressed = 0
    while undecided(draft) and pressed < total + 3:
        kind = current(page).split("-")[0]
        page.keyboard.press({"quote": "a", "claim": "o", "term": "r"}[kind])
        settle(page)
        pressed += 1
    assert pressed == total
    assert page.evaluate("document.activeElement.id") == "decided"
    assert draft.quote_blocks.filter(review=Review.ACCEPTED).count() == draft.quote_blocks.count()
    assert models.Investment.objects.filter(adopted__article=draft).count() == draft.claims.count()


def test_keys_move_and_marks_follow(open_records):
    page = open_records()
    cards = page.locator(".record").evaluate_all("nodes => nodes.map(node => node.id)")
    assert current(page) == cards[0]
    for key, expected in (("j", cards[1]), ("ArrowDown", cards[2]), ("k", cards[1]), ("ArrowUp", cards[0])):
        page.keyboard.press(key)
        assert current(page) == expected
        assert page.evaluate("document.activeElement.closest('.record').id") == expected
        marked = page.locator(".desk-text mark.is-active").first
        assert expected in marked.get_attribute("data-keys").split()
    page.keyboard.press("j")
    page.keyboard.press("End")
    last = page.locator(".desk-text a.badge").last
    last.click()
    assert current(page) == last.get_attribute("data-keys")


def test_keys_are_letters_while_typing(open_records, draft):
    page = open_records()
    first = page.locator(".record").first
    before = undecided(draft)
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.matches('.record-edit textarea, .record-edit input')")
    page.keyboard.type(" area ")
    assert " area " in first.locator(".record-edit textarea").first.input_value()
    assert undecided(draft) == before
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    settle(page)
    assert draft.quote_blocks.filter(text__contains="area ").count() == 1


def test_what_is_typed_in_another_card_survives_an_act(open_records, draft):
    page = open_records()
    cards = page.locator(".record")
    cards.nth(1).locator(".record-edit > summary").click()
    role = cards.nth(1).locator("input[name=role_text]")
    role.fill("typed and not sent")
    cards.nth(0).locator("button[value=accept]").click()
    settle(page)
    assert role.input_value() == "typed and not sent"
    assert "is-accepted" in cards.nth(0).get_attribute("class")
    assert page.evaluate("document.querySelector('#desk-status').textContent").strip().endswith("Accepted.")
    cards.nth(1).locator("button[value=save]").click()
    settle(page)
    assert draft.quote_blocks.filter(role_text="typed and not sent").count() == 1


def test_candidate_is_chosen_with_number_and_enter(open_records, draft):
    claim = draft.claims.exclude(amount_text="").first()
    investment = InvestmentFactory(title_en="Known already")
    organisation = find_or_enter(models.Organisation, claim.investor_text, "ko")
    models.Stake.objects.create(investment=investment, organisation=organisation)
    desk.match(ClaimFactory(amount_min=claim.amount_min, amount_max=claim.amount_max), investment)
    page = open_records()
    card = page.locator(f"#claim-{claim.pk}")
    assert "same investor, same amount" in card.inner_text()
    card.locator("summary").first.focus()
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.value") == "match"
    page.keyboard.press("Enter")
    settle(page)
    claim.refresh_from_db()
    assert claim.investment == investment


def test_refused_act_keeps_the_focus_on_its_field(open_records, draft):
    page = open_records()
    card = page.locator(".record-claim").first
    key = card.get_attribute("id")
    card.locator(".record-edit > summary").click()
    card.locator("input[name=currency]").fill("us1")
    card.locator("button[value=save]").click()
    settle(page)
    focused = page.evaluate("document.activeElement.closest('.record').id + ' ' + document.activeElement.name")
    assert focused == f"{key} currency"
    assert page.locator(f"#{key} input[name=currency]").input_value() == "us1"


def test_records_are_decided_without_scripts(open_records, draft):
    page = open_records(java_script_enabled=False)
    before = undecided(draft)
    page.locator(".record button[value=accept]").first.click()
    assert "#" in page.url
    assert undecided(draft) == before - 1
    assert page.locator(".messagelist .success").count() == 1


@pytest.mark.parametrize("width", [320, 390, 1000, 1440])
def test_desk_never_scrolls_sideways(open_records, width):
    page = open_records(viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
