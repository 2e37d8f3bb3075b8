"""The desk's own pages under axe-core: by day, by night and on a phone; and its main job without any script."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings as django_settings
from django.urls import reverse

from articles import desk, models
from articles.demo.tables import FOLDER
from articles.desk.pages import write_missing_pages
from articles.intake import decode, read_story
from articles.vocabulary import Review, Status
from tests.factories import WORDING, PersonFactory, make_story, publish_story

pytestmark = pytest.mark.django_db(transaction=True)

SAMPLE = decode((FOLDER / "stories" / "01-offshore-wind.ko.txt").read_bytes())
TABLE = "title_en,investors,amount_text\nPlant,Gana,$1 million\nBad,Gana,1.5 tỉ USD\n".encode()
TAGS = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
# By night nothing but the colours is another.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
DESK, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
LOOKS = {"day": (DESK, "light", TAGS), "night": (DESK, "dark", COLOURS), "phone": (PHONE, "light", TAGS)}


@pytest.fixture
def open_desk(open_page, client, admin_user):
    """Return a function that opens an admin page for a logged-in editor."""
    client.force_login(admin_user)
    session = {"name": django_settings.SESSION_COOKIE_NAME, "value": client.session.session_key}
    return lambda path, **options: open_page(path, cookies=[session], **options)


@pytest.fixture
def draft():
    """The demo's sample story as the intake leaves it."""
    return desk.save_draft(read_story(SAMPLE)).article


@pytest.fixture
def story(admin_user):
    """A public story that was corrected, and has a stale version in another language."""
    article = publish_story()
    desk.start_translation(article, "vi")
    with desk.recorded(admin_user), desk.corrected(WORDING):
        article.headline = "Another headline"
        article.save()
        desk.refresh_article(article)
    with desk.recorded(admin_user):
        article.standfirst = "Another standfirst"
        article.save()
    return article


@pytest.fixture
def twins():
    """Two people of the same name."""
    entries = [PersonFactory(name_en="Kim Gana"), PersonFactory(name_en="Kim Gana")]
    for entry in entries:
        desk.refresh_entity(entry)
    return entries


@pytest.fixture
def deleted(admin_user):
    """A story that can be brought back."""
    article = make_story("gone")
    with desk.recorded(admin_user):
        article.save()
    article.delete()


def at(page, *args, **query):
    """Return the address of an admin page."""
    return reverse(f"admin:{page}", args=args, query=query)


def find_violations(page):
    """Return what axe finds on a page in each of the looks, and whether the page scrolls sideways."""
    found = []
    for look, (size, scheme, rules) in LOOKS.items():
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        page.evaluate("document.getAnimations().forEach((each) => each.finish())")
        options = {"runOnly": rules, "resultTypes": ["violations"], "preload": False}
        result = Axe().run(page, options=options).response
        assert result["passes"]
        wrong = [line for violation in result["violations"] for line in lines_of(violation)]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wrong.append("scrolls sideways")
        found += [f"{page.url} {look}: {line}" for line in wrong]
    return found


def lines_of(violation):
    """Return what is wrong, a line for each element."""
    return [f"{violation['id']} {node['target']} {node['failureSummary']}" for node in violation["nodes"]]


def visit(page, pages):
    """Open each address, wait for what makes its page worth looking at, and return what axe finds."""
    found = []
    for path, mark in pages.items():
        page.goto(path)
        page.wait_for_selector(mark, state="attached")
        found += find_violations(page)
    return found


def test_pages_of_a_draft_can_be_used_by_everybody(open_desk, draft, deleted):
    page = open_desk(at("index"))
    pages = {
        at("index"): ".my-desk .waiting",
        at("articles_article_records", draft.pk): ".record.is-current .chooser",
        at("articles_article_change", draft.pk): ".select2-selection >> nth=8",
        at("articles_article_step", "publish", id=draft.pk): ".desk-conflict li a",
        at("articles_article_deleted"): ".desk-list input[type=submit]",
        at("articles_article_paste"): "textarea[name=text]",
    }
    found = visit(page, pages)
    page.fill("textarea[name=text]", SAMPLE.replace("해상풍력", "육상풍력"))
    page.click("button[name=read]")
    page.wait_for_selector(".paste-doubts a >> nth=0")
    assert found + find_violations(page) == []


def test_pages_of_a_public_story_can_be_used_by_everybody(open_desk, story):
    version = story.versions().get()
    pages = {
        at("articles_article_step", "withdraw", id=story.pk): "textarea[name=reason]",
        at("articles_article_history", story.pk): ".desk-diff ins",
        at("articles_article_translations"): ".translations-stale",
        at("articles_article_versions", version.pk): "#stale",
        at("articles_article_beside", story.pk): "table.beside td",
        at("articles_article_preview_link", story.pk): "form.link input[type=checkbox]",
        at("articles_correction_changelist"): "#result_list tbody tr",
    }
    assert visit(open_desk(at("index")), pages) == []


def test_pages_of_the_directory_and_of_batches_can_be_used_by_everybody(open_desk, open_page, twins):
    keep, drop = twins
    found = visit(open_page(at("login")), {at("login"): "#login-form"})
    pages = {
        at("articles_person_duplicates"): ".merging li a",
        at("articles_person_merge", drop=drop.pk): ".merging li a",
        at("articles_person_merge", keep=keep.pk, drop=drop.pk): ".merging input[type=submit]",
        at("articles_batch_add"): ".select2-selection",
    }
    page = open_desk(at("index"))
    found += visit(page, pages)
    page.set_input_files("input[type=file]", [{"name": "table.csv", "mimeType": "text/csv", "buffer": TABLE}])
    page.click("input[name=_save]")
    page.wait_for_selector(".batch .counts")
    assert found + find_violations(page) == []


def test_what_the_newsroom_says_and_is_told_can_be_read_and_written_by_everybody(open_desk, story):
    about = write_missing_pages()[0]
    report = models.Report.objects.create(words="Wrong.", language="en", about=f"/en/articles/{story.public_id}/")
    pages = {
        at("articles_page_change", about.pk): ".prose-editor > .ProseMirror >> nth=2",
        at("articles_report_changelist"): "#result_list tbody tr",
        at("articles_report_change", report.pk): "select[name=state]",
        "/ko/methodology/": ".own-page .entries",
        f"/vi/report/?about={report.about}": ".report-form",
        "/en/report/sent/": "h1",
    }
    page = open_desk(at("index"), locale="en-GB")
    assert visit(page, pages) == []
    page.goto(at("articles_page_change", about.pk))
    page.wait_for_selector(".prose-editor > .ProseMirror >> nth=2")
    assert page.get_by_role("textbox", name="Text in Vietnamese", exact=True).locator("h2").count() == 2
    page.fill("input[name=title_en]", "Our house")
    page.click("input[name=_save]")
    before, text = about.text_vi, models.Page.objects.get(pk=about.pk).text_vi
    assert re.sub(r"\s+<", "<", text) == re.sub(r"\s+<", "<", before)


def test_fields_that_scripts_draw_are_named_by_their_labels(open_desk, draft):
    page = open_desk(at("articles_article_change", draft.pk), locale="en-GB")
    page.wait_for_selector(".prose-editor .ProseMirror >> nth=0")
    assert page.get_by_role("textbox", name="Text", exact=True).count() == draft.text_blocks.count()
    page.get_by_role("combobox", name="First appeared in").press("Enter")
    page.keyboard.type("x")
    assert page.get_by_role("searchbox", name="First appeared in").input_value() == "x"


def test_story_goes_from_the_paste_page_to_review_without_scripts(open_desk):
    page = open_desk(at("articles_article_paste"), java_script_enabled=False)
    page.fill("textarea[name=text]", SAMPLE)
    page.click("button[name=read]")
    page.click("button[name=save]")
    article = models.Article.objects.get()
    waiting = article.quote_blocks.filter(review=Review.SUGGESTED).count()
    page.locator(".record-quote button[value=accept]").first.click()
    assert article.quote_blocks.filter(review=Review.SUGGESTED).count() == waiting - 1
    page.goto(at("articles_article_step", "publish", id=article.pk))
    assert page.locator(".desk-conflict li").count() > waiting
    page.goto(at("articles_article_step", "review", id=article.pk))
    page.fill("textarea[name=note]", "앞부분만 확인했습니다.")
    page.click(".submit-row input[type=submit]")
    article.refresh_from_db()
    assert (article.status, article.steps.get().note) == (Status.REVIEW, "앞부분만 확인했습니다.")


def test_charts_can_be_used_by_everybody(open_page):
    publish_story()
    page = open_page("/en/investments/charts/")
    page.evaluate("document.querySelectorAll('details').forEach((each) => each.open = true)")
    assert find_violations(page) == []
