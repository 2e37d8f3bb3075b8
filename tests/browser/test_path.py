"""The whole path of one story, in Korean and in Chromium: pasted, decided, illustrated, previewed, scheduled, read,
corrected, withdrawn.
"""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings as django_settings
from django.urls import reverse
from django.utils import timezone

from articles import models
from articles.desk.roles import make_roles
from articles.vocabulary import CorrectionKind, Review, Status
from tests import pictures

pytestmark = pytest.mark.django_db(transaction=True)

HEADLINE = "가온전지, 베트남 박닌에 배터리 부품 공장 짓는다"
CORRECTED = "가온전지, 베트남 박닌에 전지 덮개 공장 짓는다"
WORDS = "박닌의 젊은 기술자들과 함께 오래 쓰는 전지를 만들겠습니다."
STORY = f"""{HEADLINE}

가온전지가 베트남 북부 박닌성에 배터리 부품 공장을 짓기로 했다. 이 회사는 9천만 달러(약 1,305억 원)를 투자해 \
내년 봄에 첫 삽을 뜬다고 발표했다. 새 공장에서는 전기 이륜차에 들어가는 전지 덮개와 배선을 만든다.

가온전지의 한서윤 대표는 다음과 같이 말했다.

“{WORDS} 이곳에서 배운 것을 다른 공장에도 나누겠습니다.”

박닌에는 전자 부품을 만드는 공장이 모여 있어 자재를 구하기 쉽다. 주민들은 일자리가 늘어날 것으로 기대한다.
"""
SOURCE = "https://source.example/ko/gaon"
ALT = "논 옆에 선 공장의 뼈대"
CORRECTION = {
    "kind": CorrectionKind.CORRECTION,
    "reason": "회사가 만드는 것을 잘못 옮겼다.",
    "note": "공장에서 만드는 물건의 이름을 바로잡았습니다.",
}
WITHDRAWAL = {"note": "회사가 발표를 거두어들여 기사를 내립니다.", "reason": "회사에서 전화가 왔다."}
# The editor sits in Hanoi, two hours behind the newsroom's clock.
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
LISTS = ("", "articles/", "quotes/", "investments/", "corrections/")


@pytest.fixture
def wait_for(monkeypatch):
    """Return a function that lets time pass, for the server as well, which is a thread of this process."""
    real, passed = timezone.now, []
    monkeypatch.setattr(timezone, "now", lambda: real() + sum(passed, timedelta()))
    return lambda **length: passed.append(timedelta(**length))


@pytest.fixture
def editor(open_page, client, django_user_model, compiled_catalogues):
    """My desk of a publisher who has just logged in."""
    user = django_user_model.objects.create_user("publisher", password="x", is_staff=True)
    user.groups.set([group for group in make_roles() if group.name == "publisher"])
    client.force_login(user)
    session = {"name": django_settings.SESSION_COOKIE_NAME, "value": client.session.session_key}
    return open_page(reverse("admin:index"), cookies=[session])


@pytest.fixture
def reader(open_page, compiled_catalogues):
    """The front page before a reader who has no account."""
    return open_page("/ko/")


def test_story_goes_its_whole_way(editor, reader, wait_for):
    choose_own_clock(editor)
    article = paste(editor)
    decide_by_keyboard(editor, article)
    illustrate(editor, article)
    look_at_preview(editor, article)
    assert answer(reader, article) == 404
    schedule(editor, article, timezone.now() + timedelta(minutes=90))
    assert answer(reader, article) == 404
    assert mentions(lists(reader), HEADLINE) == []
    wait_for(minutes=91)
    read(reader, article)
    correct_headline(editor, article)
    read_correction(reader, article)
    withdraw(editor, article)
    find_it_gone(reader, article)


# The editor


def choose_own_clock(page):
    """Choose, on My desk, the zone in which moments are typed."""
    assert page.get_attribute("html", "lang") == "ko"
    page.select_option("#desk_zone", ZONE.key)
    page.click("form.clock button")
    page.wait_for_selector(".messagelist .success")


def paste(page):
    """Paste the story, look at what was read out of it, and save it. Returns the draft."""
    page.click(f"a.start[href='{reverse('admin:articles_article_paste')}']")
    page.fill("textarea[name=text]", STORY)
    page.click("button[name=read]")
    shown = page.inner_text(".paste-plan")
    assert [words for words in (HEADLINE, "한서윤", "9천만 달러", "1,305억 원") if words not in shown] == []
    assert not models.Article.objects.exists()
    page.click("button[name=save]")
    page.wait_for_selector("#desk")
    article = models.Article.objects.get()
    assert page.url.endswith(reverse("admin:articles_article_records", args=[article.pk]))
    return article


def decide_by_keyboard(page, article):
    """Accept the quote, open an investment from the claim that names an amount, reject the other one."""
    for _number in range(page.locator(".record.is-suggested").count()):
        page.keyboard.press(key_for(page.locator(".record.is-current")))
        page.wait_for_selector("#desk:not([aria-busy])")
    assert page.evaluate("document.activeElement.id") == "decided"
    assert [quote.speaker.name_ko for quote in article.quote_blocks.filter(review=Review.ACCEPTED)] == ["한서윤"]
    assert article.claims.get(review=Review.ACCEPTED).investment.usd_min == 90_000_000
    assert article.claims.filter(review=Review.REJECTED).count() == 1
    page.click("#decided a")


def key_for(card):
    """Return the key that decides on a card."""
    if card.get_attribute("id").startswith("quote"):
        return "a"
    return "o" if "9천만 달러" in card.inner_text() else "r"


def illustrate(page, article):
    """Add a figure to the story, with a picture and what it shows, and say where the story comes from."""
    page.locator("[data-action=append]").click()
    page.locator(".plugin-button[data-plugin-prefix=figure_blocks]").press("Enter")
    photo = {"name": "공장.jpg", "mimeType": "image/jpeg", "buffer": pictures.plain(size=(1600, 900))}
    page.set_input_files("#id_figure_blocks-0-image", [photo])
    page.fill("#id_figure_blocks-0-alt", ALT)
    page.fill("#id_source_url", SOURCE)
    save(page)
    assert article.figure_blocks.get().image_width == 1600


def save(page):
    """Save the article's form and stay on it."""
    page.locator("input[name=_continue]").first.click()
    page.wait_for_selector(".messagelist .success")


def look_at_preview(page, article):
    """Open the preview from the article's form, and come back."""
    with page.expect_response(lambda response: "/ko/preview/" in response.url) as previewed:
        page.click(f".desk-bar a[href='{reverse('admin:articles_article_preview', args=[article.pk])}']")
    assert previewed.value.headers["cache-control"] == "no-store"
    assert page.locator(".preview-notice").is_visible()
    assert page.inner_text("h1") == HEADLINE
    assert WORDS in page.inner_text("main")
    assert page.locator(f"main img[alt='{ALT}']").evaluate("(image) => image.decode().then(() => image.naturalWidth)")
    page.go_back()


def take_step(page, article, step, **said):
    """Take a step from the article's form, with what there is to say."""
    page.goto(reverse("admin:articles_article_change", args=[article.pk]))
    page.click(f".desk-bar a[href*='{reverse('admin:articles_article_step', args=[step])}']")
    assert page.locator(".desk-conflict").count() == 0
    for name, value in said.items():
        page.fill(f"[name={name}]", value)
    page.click(".submit-row input[type=submit]")
    page.wait_for_selector(".messagelist .success")
    article.refresh_from_db()


def schedule(page, article, moment):
    """Publish at a moment to come, typed as the editor's own clock will show it."""
    take_step(page, article, "publish", at=f"{moment.astimezone(ZONE):%Y-%m-%dT%H:%M}")
    assert article.status == Status.PUBLISHED
    assert article.public_from == moment.replace(second=0, microsecond=0)


def correct_headline(page, article):
    """Change the headline, be asked for the correction, and save with it."""
    page.goto(reverse("admin:articles_article_change", args=[article.pk]))
    page.fill("#id_headline", CORRECTED)
    page.locator("input[name=_continue]").first.click()
    asked = page.locator("section[aria-labelledby=correction]")
    assert (asked.locator("del").inner_text(), asked.locator("ins").inner_text()) == (HEADLINE, CORRECTED)
    article.refresh_from_db()
    assert article.headline == HEADLINE
    page.select_option("[name=correction-kind]", CORRECTION["kind"])
    page.fill("[name=correction-reason]", CORRECTION["reason"])
    page.fill("[name=correction-note]", CORRECTION["note"])
    save(page)


def withdraw(page, article):
    """Take the story from readers and tell them why."""
    take_step(page, article, "withdraw", **WITHDRAWAL)
    assert article.status == Status.WITHDRAWN


# The reader


def address(article):
    """Return where readers find the story; the page adds the words of the headline."""
    return f"/ko/articles/{article.public_id}/"


def answer(page, article):
    """Return the status with which the story's address answers."""
    return page.request.get(address(article)).status


def lists(page):
    """Return what readers see of the newsroom without knowing the address of a story: the lists, the front page first.

    They come by their addresses.
    """
    texts = {}
    for path in LISTS:
        page.goto(f"/ko/{path}")
        texts[path] = page.inner_text("main")
    return texts


def mentions(texts, words):
    """Return the addresses of those lists that hold the words."""
    return [path for path, text in texts.items() if words in text]


def read(page, article):
    """Read the story, find its quote and its investment in their lists, and open the investment."""
    page.goto(address(article))
    assert page.inner_text("h1") == HEADLINE
    assert page.locator(f"main img[alt='{ALT}']").count() == 1
    texts = lists(page)
    assert {"", "articles/", "quotes/"} <= set(mentions(texts, HEADLINE))
    assert {"", "quotes/"} <= set(mentions(texts, WORDS))
    assert {"", "investments/"} <= set(mentions(texts, "가온전지"))
    page.goto("/ko/investments/")
    page.click(".results .rows h3 a")
    assert [words for words in ("9천만 달러", "1,305억 원", HEADLINE) if words not in page.inner_text("main")] == []


def read_correction(page, article):
    """Find the correction on the story's page and in the list of corrections."""
    page.goto(address(article))
    assert page.inner_text("h1") == CORRECTED
    assert_corrected(page, page.locator("main .corrections"))
    page.goto("/ko/corrections/")
    assert_corrected(page, page.locator("main .results"))


def assert_corrected(page, told):
    """Check what readers are told: was, now and the note; the reason is the desk's own."""
    assert (told.locator("del").inner_text(), told.locator("ins").inner_text()) == (HEADLINE, CORRECTED)
    assert CORRECTION["note"] in told.inner_text()
    assert CORRECTION["reason"] not in page.content()


def find_it_gone(page, article):
    """Be told at the story's address that it was withdrawn and why; find nothing of it anywhere else."""
    gone = page.request.get(address(article))
    assert gone.status == 410
    assert WITHDRAWAL["note"] in gone.text()
    assert WITHDRAWAL["reason"] not in gone.text()
    texts = lists(page)
    assert [words for words in (HEADLINE, CORRECTED, WORDS, "가온전지") if mentions(texts, words)] == []
