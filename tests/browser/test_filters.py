"""The filters of a list where scripts run: rows change without a new page, and everything else stays where it was."""

import pytest
from playwright.sync_api import expect

from articles import desk, models
from articles.collections import parts
from tests.browser.test_accessibility import find_violations
from tests.factories import OrganisationFactory, publish_story

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = {"viewport": {"width": 320, "height": 640}}


@pytest.fixture
def open_list(open_page):
    """Return a function that opens the list of two investments, in a page that remembers that it was loaded once."""
    publish_story("first")
    publish_story("second")
    second = models.Investment.objects.filter(title_en__endswith="second")
    second.update(stage="planned", announced_on="2019-05-06")

    def open_at(path="/en/investments/", **options):
        page = open_page(path, **options)
        page.evaluate("window.same = true")
        return page

    return open_at


def expect_rows(page, *titles):
    """Wait for the rows, in the page that was loaded first."""
    expect(page.locator(".rows h3")).to_have_text([f"Investment {title}" for title in titles])
    assert page.evaluate("window.same")


def test_choice_shows_at_once_keeps_focus_is_told_and_taken_back(open_list):
    page = open_list()
    box = page.locator("input[name=stage][value=planned]")
    box.press("Space")
    expect_rows(page, "second")
    expect(box).to_be_focused()
    expect(page.locator("form.filters [role=status]")).to_have_text("1 result")
    assert page.url.endswith("/en/investments/?stage=planned")
    assert "planned" in page.title()
    assert page.locator("nav.languages a[lang=ko]").get_attribute("href") == "/ko/investments/?stage=planned"
    page.click(".chips a")
    expect_rows(page, "first", "second")
    expect(page.locator("#results")).to_be_focused()
    page.go_back()
    expect_rows(page, "second")
    expect(box).to_be_checked()
    page.go_back()
    expect_rows(page, "first", "second")
    page.go_forward()
    expect_rows(page, "second")
    assert page.url.endswith("?stage=planned")


def test_dates_and_words_narrow_the_list(open_list):
    page = open_list()
    page.fill("input[name=date_to]", "2019-05-06")
    expect_rows(page, "second")
    assert page.url.endswith("?date_to=2019-05-06")
    page.fill("form.filters input[name=q]", "first")
    page.press("form.filters input[name=q]", "Enter")
    expect(page.locator(".nothing")).to_be_visible()
    page.locator(".nothing a", has_text="2019-05-06").click()
    expect_rows(page, "first")
    expect(page.locator("input[name=date_to]")).to_have_value("")


def test_what_is_asked_last_is_shown_and_an_error_loads_the_page(open_list):
    page = open_list()
    waiting = []
    page.route("**/investments/?stage=planned", lambda route: waiting.append(route))
    page.check("input[name=stage][value=planned]")
    page.wait_for_timeout(50)
    page.uncheck("input[name=stage][value=planned]")
    expect_rows(page, "first", "second")
    waiting.pop().abort()
    assert waiting == []
    page.unroute("**/investments/?stage=planned")
    page.route("**/investments/?sort=largest", lambda route: route.fulfill(body="Who are you?"), times=1)
    with page.expect_navigation():
        page.select_option("select[name=sort]", "largest")
    assert page.url.endswith("?sort=largest")
    assert not page.evaluate("window.same")


def test_value_of_a_long_facet_is_typed(open_list, monkeypatch):
    monkeypatch.setattr(parts, "MANY_VALUES", 1)
    page = open_list()
    facet = page.locator("[data-facet=stage]")
    facet.locator(".find").press_sequentially("PLAN")
    expect(facet.locator(".choice:visible")).to_have_count(1)
    facet.locator(".find").press("Tab")
    page.keyboard.press("Space")
    expect_rows(page, "second")
    expect(facet.locator(".find")).to_have_value("PLAN")
    facet.locator(".find").fill("zzz")
    expect(facet.locator(".none")).to_be_visible()
    facet.locator(".find").press("Escape")
    expect(facet.locator(".choice:visible")).to_have_count(2)


def test_value_that_the_list_does_not_show_is_typed_and_chosen(open_list, settings):
    settings.FACET_VALUES = 1
    names = ["Gana One", "Nara Two"]
    page = open_list()
    investments = models.Investment.objects.order_by("pk")
    for name, investment in zip(names, investments, strict=True):
        organisation = OrganisationFactory(name_en=name)
        models.Stake.objects.create(investment=investment, organisation=organisation)
        desk.refresh_references(desk.References(investments={investment.pk}))
        desk.refresh_entity(organisation)
    page.reload()
    page.evaluate("window.same = true")
    facet = page.locator("[data-facet=investor]")
    expect(facet.locator(".choice")).to_have_count(1)
    facet.locator(".find").press_sequentially("nara")
    facet.get_by_label("Nara Two").check()
    expect_rows(page, "second")
    expect(facet.get_by_label("Nara Two")).to_be_checked()


def test_filters_are_a_sheet_on_a_phone(open_list):
    page = open_list("/ko/investments/", **PHONE)
    summary, box = page.locator(".panel > summary"), page.locator("input[name=stage][value=planned]")
    expect(box).to_be_hidden()
    summary.press("Enter")
    assert find_violations(page) == []
    page.set_viewport_size(PHONE["viewport"])
    box.check()
    expect(page.locator(".done .sum")).to_have_text("결과 1건")
    page.click(".done button")
    expect(box).to_be_hidden()
    expect(page.locator("#results")).to_be_focused()
    summary.press("Enter")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(summary).to_be_focused()
    summary.press("Enter")
    page.mouse.click(160, 20)
    expect(box).to_be_hidden()


def test_sheet_opens_in_its_place_without_scripts(open_page):
    publish_story("third")
    page = open_page("/vi/investments/", java_script_enabled=False, **PHONE)
    page.click(".panel > summary")
    page.check("input[name=stage][value=announced]")
    page.fill("input[name=date_from]", "2024-01-01")
    page.click(".done button")
    assert "date_from=2024-01-01" in page.url
    assert "stage=announced" in page.url
