"""A real browser on the running site. Without Chromium these tests are left out; CI insists on it."""

import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]

# The test's own thread runs the browser's event loop and asks the database too.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def chromium():
    """The browser, one for all tests."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing; the browser tests have to run here.")
        pytest.skip("Chromium is not installed.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, live_server, settings):
    """Return a function that opens a page in a new window; complaints of the browser fail the test at its end."""
    settings.ALLOWED_HOSTS = ["localhost"]
    contexts, complaints = [], []

    def open_at(path, cookies=(), **options):
        context = chromium.new_context(base_url=live_server.url, **{"locale": "ko-KR", **options})
        context.add_cookies([{**cookie, "url": live_server.url} for cookie in cookies])
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.goto(path)
        return page

    yield open_at
    for context in contexts:
        context.close()
    assert complaints == []
