"""A reader without scripts, on a phone and on a desk."""

import pytest
from django.urls import reverse

from articles.collections import COLLECTIONS
from tests.factories import publish_story

pytestmark = pytest.mark.django_db(transaction=True)


def test_filters_work_without_scripts(open_page):
    publish_story("first")
    publish_story("second")
    page = open_page("/en/investments/", java_script_enabled=False)
    page.fill("form.filters input[name=q]", "second")
    page.locator("form.filters button[type=submit]").first.click()
    assert page.url.endswith("/en/investments/?q=second")
    assert page.locator("main").inner_text().count("Investment second") >= 1
    assert "Investment first" not in page.inner_text("main")
    page.locator("a", has_text="second").filter(has_text="×").or_(page.locator(".chips a")).first.click()
    assert page.url.endswith("/en/investments/")
    assert "Investment first" in page.inner_text("main")


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways(open_page, width):
    article = publish_story("wide " + "x" * 60)
    page = open_page("/ko/", viewport={"width": width, "height": 700})
    records = [collection.rows().first().get_absolute_url() for collection in COLLECTIONS]
    for path in ["/ko/", article.get_absolute_url(), *records, *(c.url() for c in COLLECTIONS), reverse("charts")]:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_language_switch_keeps_the_page_and_its_filters(open_page):
    publish_story()
    page = open_page("/ko/quotes/?language=en")
    page.click("nav.languages a[lang=vi]")
    assert page.url.endswith("/vi/quotes/?language=en")


def test_public_pages_ask_nobody_else(open_page, live_server):
    publish_story()
    page = open_page("/ko/")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    assert asked
    assert [url for url in asked if not url.startswith(live_server.url)] == []
    assert page.context.cookies() == []
