"""The block editor without a mouse, after a mistake, and with pictures."""

import re

import pytest
from django.conf import settings as django_settings

from articles import models
from tests import pictures
from tests.factories import QuoteFactory, TextFactory, make_story

pytestmark = pytest.mark.django_db(transaction=True)
ACTIVE = "document.activeElement"
TOP = f"{ACTIVE}.getBoundingClientRect().top"
# What a finger or a mouse can hit, and how large it is.
TARGETS = """() => [...document.querySelectorAll(".order-machine-wrapper :is(a, button, input, select, [role=button])")]
    .filter((each) => each.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }))
    .filter((each) => !each.matches("[type=hidden], .select2-hidden-accessible"))
    .map((each) => [each.outerHTML.slice(0, 90), each.getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24).map(([what]) => what)"""


@pytest.fixture
def story():
    """A draft with a text, a quote, a card, more texts, and a figure without a picture."""
    article = make_story()
    for number in range(3):
        TextFactory(parent=article, html=f"<p>Added {number}</p>", ordering=100 + number)
    models.Figure.objects.create(parent=article, region="main", ordering=110, caption="A bridge")
    QuoteFactory(parent=article, ordering=120, text="The last words")
    return article


@pytest.fixture
def open_editor(open_page, client, admin_user, story):
    """Return a function that opens the story's form for a logged-in editor."""
    client.force_login(admin_user)
    session = {"name": django_settings.SESSION_COOKIE_NAME, "value": client.session.session_key}

    def open_at(fragment="", **options):
        page = open_page(
            f"/admin/articles/article/{story.pk}/change/{fragment}", cookies=[session], **{"locale": "en-GB", **options}
        )
        page.wait_for_selector(".block-button >> nth=0")
        return page

    return open_at


def wait_until(page, condition):
    """Wait for a condition; the page's own policy forbids the browser to evaluate it again and again."""
    for _try in range(100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    raise AssertionError(condition)


def save(page, name="_continue"):
    page.locator(f"input[name={name}]").first.click()
    page.wait_for_selector(".success, .errornote")


def texts_in_order(story):
    return [text.plain_text() for text in story.text_blocks.order_by("ordering")]


def test_block_is_moved_with_the_keyboard(open_editor, story):
    page = open_editor()
    page.locator("#text_blocks-3 [data-action=up]").focus()
    page.keyboard.press("Enter")
    assert page.inner_text("[role=status]") == "Now at place 5 of 8."
    for _press in range(5):
        page.keyboard.press("Space")
    assert page.inner_text("[role=status]") == "Now at place 1 of 8."
    assert page.evaluate(f"{ACTIVE}.dataset.action") == "up"
    page.locator("#text_blocks-0 [data-action=down]").press("Enter")
    save(page)
    assert texts_in_order(story) == ["Added 2", "Paragraph plain", "Added 0", "Added 1"]
    quotes = story.quote_blocks.order_by("ordering")
    assert quotes.first().ordering < story.text_blocks.get(html="<p>Paragraph plain</p>").ordering


def test_keyboard_walks_through_the_blocks_as_they_stand(open_editor):
    page = open_editor()
    page.locator("#text_blocks-3 [data-action=up]").press("Enter")
    page.locator("#text_blocks-0 [data-action=up]").focus()
    seen = ["text_blocks-0"]
    while len(seen) < 8:
        page.keyboard.press("Tab")
        block = page.evaluate(f"{ACTIVE}.closest('.inline-related')?.id")
        if block != seen[-1]:
            seen.append(block)
    order = page.evaluate(
        "[...document.querySelectorAll('.order-machine .inline-related:not(.empty-form)')]"
        ".sort((a, b) => a.style.order - b.style.order).map((each) => each.id)"
    )
    assert seen == order


def test_block_is_added_and_given_up_with_the_keyboard(open_editor, story):
    page = open_editor()
    opener = page.locator("#quote_blocks-0 [data-action=insert]")
    opener.press("Enter")
    assert page.evaluate(f"{ACTIVE}.title") == "Text"
    page.keyboard.press("Escape")
    assert page.evaluate(f"{ACTIVE}.dataset.action") == "insert"
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    wait_until(page, f"{ACTIVE}.classList.contains('ProseMirror')")
    page.keyboard.type("Typed at once")
    page.locator("#text_blocks-4 [data-action=fold]").press("Enter")
    page.wait_for_selector("#text_blocks-4 .ProseMirror", state="hidden")
    save(page)
    assert texts_in_order(story)[:2] == ["Paragraph plain", "Typed at once"]


def test_everything_in_the_editor_can_be_hit(open_editor):
    page = open_editor()
    assert page.evaluate(TARGETS) == []


def test_refused_form_shows_what_is_wrong(open_editor):
    page = open_editor(viewport={"width": 1200, "height": 700})
    page.fill("#id_quote_blocks-1-text", "")
    page.locator("#quote_blocks-1 [data-action=fold]").click()
    page.wait_for_selector("#id_quote_blocks-1-text", state="hidden")
    save(page)
    wait_until(page, f"{ACTIVE}.matches('.errornote')")
    page.wait_for_timeout(400)  # the package scrolls after 200 ms
    assert page.evaluate("document.querySelector('.errornote').getBoundingClientRect().top") > 0
    assert page.is_visible("#id_quote_blocks-1-text")
    link = page.locator(".errornote a")
    assert link.inner_text() == "Words: This field is required."
    link.press("Enter")
    assert page.evaluate(f"{ACTIVE}.id") == "id_quote_blocks-1-text"


@pytest.mark.parametrize(
    ("field", "focused"),
    [
        ("id_quote_blocks-1-text", "#id_quote_blocks-1-text"),
        ("id_text_blocks-2-html", "#text_blocks-2 .ProseMirror"),
        ("id_quote_blocks-1-speaker", "#quote_blocks-1 .field-speaker .select2-selection"),
        ("id_quote_blocks-1-speaker_text", "#id_quote_blocks-1-speaker_text"),
        ("id_claims-0-amount_text", "#id_claims-0-amount_text"),
    ],
)
def test_address_of_a_field_opens_it(open_editor, field, focused):
    page = open_editor(f"#{field}")
    wait_until(page, f"{ACTIVE}.matches({focused!r})")
    page.wait_for_timeout(1100)
    assert page.evaluate(f"0 < {TOP} && {TOP} < innerHeight")


def test_unsaved_changes_are_not_left_without_a_word(open_editor):
    page = open_editor()
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.click("#id_headline")
    page.reload()
    assert asked == []
    page.wait_for_selector(".block-button >> nth=0")
    page.locator("#text_blocks-1 [data-action=down]").click()
    page.reload()
    assert asked == ["beforeunload"]
    page.wait_for_selector(".block-button >> nth=0")
    page.fill("#id_headline", "Another")
    save(page)
    assert asked == ["beforeunload"]


def test_picture_is_kept_after_a_mistake_and_its_focal_point_is_set(open_editor, story):
    page = open_editor()
    photo = {"name": "IMG_2041.jpg", "mimeType": "image/jpeg", "buffer": pictures.plain(size=(1600, 800))}
    page.set_input_files("#id_figure_blocks-0-image", [photo])
    wait_until(page, "document.querySelector('.picture-figures').textContent.startsWith('1600 × 800')")
    save(page)  # without a text alternative
    figures = page.locator("#figure_blocks-0 .picture-shown")
    assert figures.inner_text().startswith("IMG_2041.jpg, 1600 × 800")
    assert figures.locator("img").evaluate("(image) => image.naturalWidth") == 1600
    figures.locator("img").scroll_into_view_if_needed()
    box = figures.locator("img").bounding_box()
    figures.locator("img").click(position={"x": box["width"] / 4, "y": box["height"] / 2})
    page.locator("#id_figure_blocks-0-image_ppoi_1").press("ArrowDown")
    page.fill("#id_figure_blocks-0-alt", "A bridge at dawn")
    save(page)
    figure = story.figure_blocks.get()
    assert (figure.image_width, figure.image_ppoi) == (1600, "0.25x0.49")
    assert page.locator("#figure_blocks-0 .picture-card").get_attribute("src") == figure.image.card


@pytest.mark.parametrize(("locale", "bold", "fold"), [("ko-KR", "굵게", "(접기)"), ("vi-VN", "Đậm", "(Ẩn)")])
def test_scripts_speak_the_language_of_the_page(open_editor, compiled_catalogues, locale, bold, fold):
    page = open_editor(locale=locale)
    page.wait_for_selector(".prose-menubar__button >> nth=0")
    titles = page.eval_on_selector_all(".prose-menubar__button", "(all) => all.map((each) => each.title)")
    assert bold in titles
    labels = page.eval_on_selector_all(".prose-menubar__button", "(all) => all.map((each) => each.ariaLabel)")
    assert labels == titles
    assert locale != "ko-KR" or not [title for title in titles if re.search("[a-z]", title)]
    style = "getComputedStyle(document.querySelector('.inline-related .inline_label'), '::after').content"
    assert fold in page.evaluate(style)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_choice_of_language_can_be_read(open_editor, scheme):
    page = open_editor(color_scheme=scheme)
    colours = page.evaluate(
        "[['#header form.language label', 'color'], ['#header', 'backgroundColor']]"
        ".map(([of, name]) => getComputedStyle(document.querySelector(of))[name].match(/[0-9.]+/g).map(Number))"
    )
    light, dark = sorted(map(luminance, colours), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def luminance(colour):
    """Return the relative luminance of a colour, as WCAG defines it."""
    parts = [part / 255 for part in colour[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
