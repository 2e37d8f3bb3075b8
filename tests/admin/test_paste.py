"""A reporter pastes a story: sees what is read out of it, and saves it as a draft."""

import io
import re
import unicodedata
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from reversion.models import Version

from articles import models
from articles.admin.paste import PasteForm
from articles.admin.reading import Reading, find_left_over
from articles.demo.tables import FOLDER
from articles.intake import decode, read_story
from articles.intake.sums import amounts
from articles.vocabulary import AmountKind, Status
from tests.factories import SectionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PASTE = reverse("admin:articles_article_paste")
STORIES = sorted((FOLDER / "stories").glob("*.txt"))
SAMPLE = STORIES[0]
TEXT = SAMPLE.read_text(encoding="utf-8")
every_story = pytest.mark.parametrize("path", STORIES, ids=lambda path: path.name)


@pytest.fixture
def reporter(staff):
    """A logged-in user who may add articles and see and change them, and no more."""
    return staff("add_article", "view_article", "change_article")


def read(client, text=TEXT, **fields):
    return client.post(PASTE, {"text": text, "read": "1", **fields})


def fields_of(page):
    """Return what a browser sends back from the page: it ends lines with CRLF."""
    box = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page.text, re.DOTALL)[1]
    seen = re.search(r'name="seen" value="([^"]*)"', page.text)
    return {"text": unescape(box).replace("\n", "\r\n"), "seen": seen[1] if seen else ""}


def save(client, page, **fields):
    return client.post(PASTE, fields_of(page) | {"save": "1"} | fields)


def import_file(path):
    call_command("import_article", str(path), stdout=io.StringIO())


def upload(data, name="story.txt"):
    return SimpleUploadedFile(name, data, content_type="text/plain")


def test_reading_shows_the_whole_plan_and_saves_nothing(reporter):
    page = read(reporter)
    plan = page.context["form"].plan
    told = [plan.headline, plan.section, *plan.furniture]
    told += [quote.speaker for quote in plan.quotes if quote.speaker]
    told += [claim.sentence for claim in plan.claims] + [claim.amount_text for claim in plan.claims]
    told += [block.text for block in plan.blocks] + [term.term for term in plan.terms]
    told += [str(AmountKind(amount.kind).label) for amount in plan.rejected_amounts]
    shown = unescape(page.text).replace("<br>", "\n")
    assert [words for words in told if words not in shown] == []
    assert not models.Article.objects.exists()
    assert not Version.objects.exists()


def test_doubts_stand_in_order_of_importance_with_their_passages_marked(reporter):
    reading = read(reporter).context["reading"]
    marked = {number: words for words, number in reading.passages if number}
    assert "".join(words for words, _number in reading.passages) == TEXT
    assert reading.doubts[0].label == "quotation marks are not balanced"
    assert [d.text for d in reading.doubts if d.passage and d.text not in marked[d.passage]] == []
    assert reading.doubts[0].text in marked[reading.doubts[0].passage]
    assert {d.label for d in reading.doubts} >= {"date of the story is missing", "name is not in the directory"}


def test_overlapping_doubts_share_a_mark():
    plan = read_story("A plain headline here\n\n“Gana will put in $80 million,” and $80 million is much.")
    reading = Reading(plan)
    assert "".join(words for words, _number in reading.passages) == plan.source_text
    assert all(doubt.passage for doubt in reading.doubts if doubt.text)


@every_story
def test_saving_gives_what_the_command_gives(reporter, path):
    response = save(reporter, read(reporter, path.read_text(encoding="utf-8")))
    article = models.Article.objects.get()
    assert response.headers["Location"] == reverse("admin:articles_article_records", args=[article.pk])
    assert (article.status, article.public_from, article.owner) == (Status.DRAFT, None, reporter.user)
    assert article.source_text == decode(path.read_bytes())
    import_file(path)
    assert models.Article.objects.get() == article


FORMS = {
    "crlf": TEXT.replace("\n", "\r\n").encode(),
    "cr": TEXT.replace("\n", "\r").encode(),
    "bom": b"\xef\xbb\xbf" + TEXT.encode(),
    "many boms": b"\xef\xbb\xbf" * 5 + TEXT.encode(),
    "nfd": unicodedata.normalize("NFD", TEXT).encode(),
    "utf-16": TEXT.encode("utf-16"),
    "cp949": "한국어 기사의 제목이다 여기\n\n가나전자는 박닌에 8천만 달러를 투자한다고 발표했다.\n".encode("cp949"),
    "control": TEXT.replace("\n", "\x0b\n", 1).encode(),
    "first line empty": b"\n\n\n" + TEXT.encode(),
    "odd spaces": "Ein\u00a0Titel hier\u2028oben\u200b\n\n\tText\u3000 with \u0085 odd ones.  \n\n".encode(),
}


@pytest.mark.parametrize("data", FORMS.values(), ids=FORMS.keys())
def test_uploaded_file_has_the_import_key_of_the_command(reporter, tmp_path, data):
    page = read(reporter, "", file=upload(data))
    assert page.context["form"].errors == {}
    save(reporter, page)
    path = tmp_path / "story.txt"
    path.write_bytes(data)
    import_file(path)
    assert models.Article.objects.get().source_text == decode(data)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (FORMS["cp949"], "not in UTF-8"),
        (FORMS["nfd"], "came in parts"),
        (b"Title of it here\n\nA\x01\x02 text", "2 control characters"),
        ("Title of it here\n\nA � text".encode(), "1 character was lost"),
    ],
)
def test_what_became_of_the_characters_is_told(reporter, data, told):
    [note] = read(reporter, "", file=upload(data)).context["form"].notes
    assert told in note
    assert read(reporter).context["form"].notes == []


def test_pasted_text_may_hold_what_is_left_out():
    form = PasteForm({"text": f"\ufeff{TEXT}\x00"})
    assert form.is_valid(), form.errors
    assert form.plan.source_text == form.data["text"] == TEXT
    assert form.notes == ["1 control character that cannot be stored was left out."]


def test_already_imported_story_is_named_and_left_alone(reporter):
    page = read(reporter)
    save(reporter, page)
    article = models.Article.objects.get()
    article.headline = "Edited since"
    article.save()
    for again in (read(reporter), save(reporter, page)):
        assert "has been imported before" in again.text
        assert f'href="{reverse("admin:articles_article_change", args=[article.pk])}">Edited since</a>' in again.text
        assert 'name="save"' not in again.text
    assert models.Article.objects.get().headline == "Edited since"


@pytest.mark.parametrize(
    ("text", "data", "field", "told"),
    [
        ("", None, "text", "no text yet"),
        (" \n\n", None, "text", "no text yet"),
        ("Some text of a story", b"Another text", "file", "a text in the box"),
        ("", b"", "file", "empty"),
        ("", b" \n", "file", "empty"),
        ("", b"\x00\x01\x02\x89PNG\r\n\x1a\n" * 50, "file", "binary"),
        ("", b"Caf\xe9 \xff and more words", "file", "UTF-8"),
        ("This is a sentence. And it goes on.", None, "text", "No headline"),
        ("\u200b", None, "text", "No headline"),
    ],
)
def test_bad_input_is_told_at_its_field_and_stays_in_the_box(reporter, text, data, field, told):
    page = read(reporter, text, **({"file": upload(data)} if data is not None else {}))
    assert list(page.context["form"].errors) == [field]
    assert told in page.context["form"].errors[field][0]
    assert fields_of(page)["text"] == text.replace("\n", "\r\n")
    assert 'name="save"' not in page.text
    assert save(reporter, page, text=text).status_code == 200
    assert not models.Article.objects.exists()


def test_other_kinds_of_file_are_refused(reporter):
    page = read(reporter, "", file=upload(TEXT.encode(), "story.pdf"))
    assert "pdf" in page.context["form"].errors["file"][0]


def test_saved_page_is_read_like_its_text(reporter):
    headline, *body = TEXT.splitlines()
    paragraphs = "".join(f"<p>{line}</p>" for line in body if line)
    page = read(reporter, "", file=upload(f"<html><h1>{headline}</h1>{paragraphs}</html>".encode(), "story.html"))
    assert page.context["form"].plan.headline == read(reporter).context["form"].plan.headline
    assert page.context["form"].notes == []


def test_too_long_a_story_is_refused_with_the_limit_and_kept(reporter, settings):
    settings.STORY_BYTES = 1000
    page = read(reporter)
    assert "at most 1000" in unescape(page.context["form"].errors["text"][0]).replace("\xa0", " ")
    assert fields_of(page)["text"].replace("\r\n", "\n") == TEXT
    assert "at most" in read(reporter, "", file=upload(TEXT.encode())).context["form"].errors["file"][0]
    settings.STORY_BYTES = 1_000_000
    assert "at most" in read(reporter, "Words of it.\n" * 100_000).context["form"].errors["text"][0]


def test_text_that_was_changed_since_is_read_again_before_it_is_saved(reporter):
    page = read(reporter)
    again = save(reporter, page, text=TEXT + "\nAnd a line more.")
    assert "was changed since it was read" in again.text
    assert not models.Article.objects.exists()
    assert "was changed since it was read" in save(reporter, page, language="en").text
    save(reporter, again)
    assert models.Article.objects.get().source_text.endswith("And a line more.")


def test_language_and_section_can_be_chosen(reporter):
    section = SectionFactory(name_en="Chosen")
    fields = {"language": "en", "section": section.pk}
    save(reporter, read(reporter, **fields), **fields)
    article = models.Article.objects.get()
    assert (article.language, article.section) == ("en", section)


def test_markup_is_shown_as_text(reporter):
    evil = "<script>alert(1)</script> in a headline\n\n</textarea><img src=x onerror=alert(1)> “<b>Words</b>,” he said."
    page = read(reporter, evil)
    assert "<script>alert" not in page.text
    assert "<img src=x" not in page.text
    assert "<b>Words" not in page.text
    save(reporter, page)
    assert models.Article.objects.get().source_text == evil


def test_saving_is_one_revision_by_the_reporter(reporter):
    save(reporter, read(reporter))
    article = models.Article.objects.get()
    revision = Version.objects.get_for_object(article).get().revision
    assert (revision.user, revision.comment) == (reporter.user, "Imported")
    blocks = article.text_blocks.count() + article.figure_blocks.count() + article.heading_blocks.count()
    assert revision.version_set.count() > blocks + article.quote_blocks.count() + article.claims.count()


def test_command_records_its_import(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    import_file(path)
    revision = Version.objects.get_for_object(models.Article.objects.get()).get().revision
    assert (revision.user, revision.comment) == (None, f"import_article {path}")


def test_pasting_needs_permission_to_add_articles(staff):
    client = staff("view_article", "change_article")
    assert client.get(PASTE).status_code == 403
    assert read(client).status_code == 403
    assert not models.Article.objects.exists()


def test_empty_form_opens(reporter):
    page = reporter.get(PASTE)
    assert isinstance(page.context["form"], PasteForm)
    assert 'name="read"' in page.text
    assert 'name="save"' not in page.text


@every_story
def test_no_line_of_a_story_is_left_over(path):
    assert find_left_over(read_story(decode(path.read_bytes()))) == []


def test_line_that_no_block_holds_would_be_told():
    plan = read_story(TEXT)
    lost = plan.blocks.pop(3)
    assert find_left_over(plan) != []
    assert all(line in TEXT[lost.start - 80 : lost.end] for line in find_left_over(plan))


def test_every_reason_against_an_amount_has_a_label():
    reasons = {*amounts.NOT_INVESTMENT, "superseded", "total", "unclear", "threshold"}
    assert reasons == set(AmountKind.values)
