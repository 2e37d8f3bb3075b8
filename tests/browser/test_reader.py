"""A reader without scripts, on a phone and on a desk."""

import pytest
from django.urls import reverse

from articles.collections import COLLECTIONS
from articles.desk.pages import write_missing_pages
from articles.models import Report
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
    own = [f"/vi/{page.key}/" for page in write_missing_pages()]
    lists = [collection.url() for collection in COLLECTIONS]
    for path in ["/ko/", article.get_absolute_url(), *records, *lists, *own, reverse("charts"), reverse("report")]:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_error_is_reported_without_scripts_and_in_the_readers_language(open_page):
    quote = publish_story("first").quote_blocks.get()
    page = open_page(quote.get_absolute_url(), java_script_enabled=False)
    page.click("p.report a")
    page.click("nav.languages a[lang=vi]")
    page.fill("textarea[name=words]", "Không phải 80 triệu.")
    page.click(".report-form button")
    assert page.url.endswith("/vi/report/sent/")
    report = Report.objects.get()
    assert (report.words, report.language) == ("Không phải 80 triệu.", "vi")
    assert report.about == f"/en/quotes/{quote.public_id}/"
    assert page.context.cookies() == []


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
