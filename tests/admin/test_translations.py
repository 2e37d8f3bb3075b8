"""The board of translations, one story's versions, and two versions side by side."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from reversion.models import Version

from articles import desk, models
from articles.admin.board import find_stories
from articles.vocabulary import Review
from tests.factories import ArticleFactory, QuoteFactory, SectionFactory, TextFactory, publish_story

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
BOARD = reverse("admin:articles_article_translations")


def versions(article):
    return reverse("admin:articles_article_versions", args=[article.pk])


def beside(article):
    return reverse("admin:articles_article_beside", args=[article.pk])


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def board(client, **query):
    """Return the board as {headline: [state of each language]}."""
    stories = client.get(BOARD, query).context["stories"]
    return {story.original.headline: [told(cell) for cell in story.cells] for story in stories}


def told(cell):
    return cell.state[0] if cell.article else "hidden" if cell.exists else ""


def set_time(article, **ago):
    models.Article.objects.filter(pk=article.pk).update(updated_at=timezone.now() - timedelta(**ago))


def test_board_shows_where_every_language_stands(admin_client):
    story = publish_story("one")
    desk.send_to_review(desk.start_translation(story, "vi"))
    scheduled = ArticleFactory(headline="Two", language="ko", embargo_until=timezone.now() + timedelta(days=1))
    desk.publish(scheduled)
    desk.withdraw(publish_story("three", language="vi"))
    assert board(admin_client) == {
        "Headline three": ["", "", "withdrawn"],
        "Two": ["scheduled", "", ""],
        "Headline one": ["", "public", "review"],
    }


def test_board_is_ordered_by_the_newest_version_of_each_story(admin_client):
    old, new = ArticleFactory(headline="old"), ArticleFactory(headline="new")
    draft = desk.start_translation(old, "vi")
    set_time(old, days=3)
    set_time(new, days=2)
    assert list(board(admin_client)) == ["old", "new"]
    set_time(draft, days=4)
    assert list(board(admin_client)) == ["new", "old"]
    models.Article.objects.update(updated_at=timezone.now())
    assert sorted(board(admin_client)) == ["new", "old"], "two versions of one moment are one story still"


@pytest.mark.parametrize("few", [0, 1000])
def test_board_is_narrowed_by_language_section_and_staleness(admin_client, monkeypatch, few):
    monkeypatch.setattr("articles.admin.board.FEW", few)
    section = SectionFactory()
    plain = ArticleFactory(headline="plain", section=section)
    stale = ArticleFactory(headline="stale")
    draft = desk.start_translation(stale, "vi")
    models.Article.objects.filter(pk=draft.pk).update(stale_since=timezone.now())
    assert list(board(admin_client, missing="vi")) == ["plain"]
    assert sorted(board(admin_client, missing="ko")) == ["plain", "stale"]
    assert list(board(admin_client, missing="en")) == []
    assert list(board(admin_client, stale="on")) == ["stale"]
    assert list(board(admin_client, section=section.pk)) == ["plain"]
    assert list(board(admin_client, section=plain.section_id, stale="on")) == []


@pytest.mark.parametrize("query", [{"missing": "xx"}, {"section": "9" * 30}, {"page": "0"}, {"page": "x"}])
def test_board_forgives_what_it_does_not_understand(admin_client, query):
    ArticleFactory(headline="story")
    assert list(board(admin_client, **query)) == ["story"]


def test_board_is_paged_with_its_filters(admin_client, settings):
    settings.PAGE_SIZE, settings.MAX_PAGE = 2, 2
    for number in range(5):
        set_time(ArticleFactory(headline=f"s{number}"), days=number)
    first = admin_client.get(BOARD, {"missing": "vi"})
    assert (first.context["previous"], first.context["next"]) == (False, "?missing=vi&page=2")
    assert list(board(admin_client, page=2)) == ["s2", "s3"]
    assert not admin_client.get(BOARD, {"page": 2}).context["next"], "no deeper than MAX_PAGE"
    assert list(board(admin_client, page=9**30)) == ["s2", "s3"]


@pytest.mark.any_database
def test_board_takes_the_same_number_of_queries_whatever_it_shows(admin_client):
    counts = []
    for size in range(2):
        for number in range(1 + size * 8):
            article = publish_story(f"story {size} {number}")
            draft = desk.start_translation(article, "vi")
            models.Article.objects.filter(pk=draft.pk).update(stale_since=timezone.now())
            make_correction(article)
        with CaptureQueriesContext(connection) as counted:
            admin_client.get(BOARD)
        counts.append(len(counted))
    assert counts[0] == counts[1]


def make_correction(article, note="The amount was wrong."):
    return models.Correction.objects.create(article=article, part="amount", was="80", now="90", reason="r", note=note)


def test_stale_version_names_the_correction_and_is_marked_fresh(admin_client):
    article = publish_story()
    draft = desk.start_translation(article, "vi")
    models.Article.objects.filter(pk=draft.pk).update(stale_since=timezone.now())
    correction = make_correction(article)
    assert "The amount was wrong." in admin_client.get(BOARD).text
    page = admin_client.get(versions(draft))
    assert "80 → 90" in page.text
    act = {"act": "fresh", "checked": correction.pk}
    newer = make_correction(article, "And again.")
    assert "corrected again" in admin_client.post(versions(draft), act, follow=True).text
    assert "Checked against" in admin_client.post(versions(draft), act | {"checked": newer.pk}, follow=True).text
    draft.refresh_from_db()
    assert draft.stale_since is None
    assert Version.objects.get_for_object(draft)[0].revision.comment == "Checked against the corrected version"


def test_translation_is_started_from_the_board(admin_client, admin_user):
    article = publish_story()
    page = admin_client.get(BOARD)
    assert page.text.count("Start translation") == 2
    response = admin_client.post(versions(article), {"act": "start", "language": "vi"})
    draft = article.versions().get()
    assert (response.headers["Location"], draft.owner) == (change(draft), admin_user)
    assert admin_client.get(change(draft)).status_code == 200
    again = admin_client.post(versions(article), {"act": "start", "language": "vi"}, follow=True)
    assert "already has a version in this language: Vietnamese" in again.text


def test_stories_are_found_linked_and_parted(admin_client):
    one, other = ArticleFactory(language="en"), ArticleFactory(language="vi", headline="Nhà máy")
    same = ArticleFactory(language="en", headline="Nhà máy too")
    for article in (one, other, same):
        desk.refresh_article(article)
    page = admin_client.get(versions(one), {"q": "nha may"})
    assert page.context["candidates"] == [other]
    assert (
        "Linked as a version" in admin_client.post(versions(one), {"act": "link", "other": other.pk}, follow=True).text
    )
    assert list(one.__class__.objects.get(pk=one.pk).versions()) == [other]
    refused = admin_client.post(versions(same), {"act": "link", "other": other.pk}, follow=True)
    assert "already has a version in this language: English" in refused.text
    admin_client.post(versions(other), {"act": "unlink"})
    assert not one.versions().exists()


@pytest.mark.parametrize(
    "data",
    [{}, {"act": "delete"}, {"act": "start"}, {"act": "start", "language": "xx"}, {"act": "start", "language": ""}],
)
def test_unknown_act_is_a_bad_request(admin_client, data):
    article = ArticleFactory()
    assert admin_client.post(versions(article), data).status_code == 400
    assert models.Article.objects.count() == 1


@pytest.mark.parametrize("other", ["", "x", "0", "9" * 30])
def test_linking_to_nothing_is_not_found(admin_client, other):
    assert admin_client.post(versions(ArticleFactory()), {"act": "link", "other": other}).status_code == 404


def test_acts_need_their_permissions(staff):
    article = ArticleFactory(stale_since=timezone.now())
    other = ArticleFactory(language="vi")
    client = staff("view_article", "see_all_articles")
    assert "Start translation" not in client.get(BOARD).text
    assert "Link a story" not in client.get(versions(article)).text
    for data in (
        {"act": "start", "language": "ko"},
        {"act": "link", "other": other.pk},
        {"act": "unlink"},
        {"act": "fresh"},
    ):
        assert client.post(versions(article), data).status_code == 403, data
    article.refresh_from_db()
    assert article.stale_since
    assert not article.versions().exists()


def test_pages_need_permission_to_view_articles(staff):
    client, article = staff("add_article"), ArticleFactory()
    assert [client.get(page).status_code for page in (BOARD, versions(article), beside(article))] == [403, 404, 404]


def test_articles_that_a_user_may_not_see_show_only_that_they_exist(admin_client, monkeypatch):
    """The admin class alone decides who sees what."""
    one = ArticleFactory(headline="mine", language="ko")
    secret = desk.start_translation(one, "vi")
    models.Article.objects.filter(pk=secret.pk).update(headline="secret")
    alone = ArticleFactory(headline="secret too")
    model_admin = type(admin.site.get_model_admin(models.Article))
    everything = model_admin.visible_articles
    hidden = [secret.pk, alone.pk]
    monkeypatch.setattr(model_admin, "visible_articles", lambda *a: everything(*a).exclude(pk__in=hidden))
    assert board(admin_client) == {"mine": ["draft", "", "hidden"]}
    for address in (BOARD, versions(one), versions(one) + "?q=secret"):
        page = admin_client.get(address)
        assert "secret" not in page.text.replace("q=secret", "").replace('value="secret"', "")
        assert "with a colleague" in page.text
    for address in (versions(secret), beside(secret), beside(one) + f"?with={secret.pk}"):
        assert admin_client.get(address).status_code == 404
    assert admin_client.post(versions(one), {"act": "link", "other": alone.pk}).status_code == 404


def test_versions_stand_side_by_side_block_by_block(admin_client):
    article = ArticleFactory(headline="Head")
    TextFactory(parent=article, ordering=10, html="<p>First &amp; foremost.</p>")
    QuoteFactory(parent=article, ordering=20, text="Undecided words", review=Review.SUGGESTED)
    TextFactory(parent=article, ordering=30, html="<p>Last.</p>")
    draft = desk.start_translation(article, "vi")
    draft.quote_blocks.all().delete()
    draft.text_blocks.filter(ordering=30).update(html="<p>Cuối.</p>")
    page = admin_client.get(beside(article))
    assert [row[1:] for row in page.context["rows"]] == [
        ("Head", "Head"),
        ("First & foremost.", "First & foremost."),
        ("Undecided words", None),
        ("Last.", "Cuối."),
    ]
    assert 'lang="vi"' in page.text


def test_story_without_versions_has_nothing_beside_it(admin_client):
    article = ArticleFactory()
    assert admin_client.get(beside(article)).headers["Location"] == versions(article)
    for other in ("x", "0", "9" * 30):
        assert admin_client.get(beside(article), {"with": other}).status_code == 404


def test_pages_show_markup_as_text(admin_client):
    article = ArticleFactory(headline="<script>1</script>")
    desk.start_translation(article, "vi")
    for address in (BOARD, versions(article), beside(article)):
        page = admin_client.get(address)
        assert "<script>1" not in page.text
        assert "&lt;script&gt;1" in page.text


def test_page_of_the_board_is_found_through_indexes(monkeypatch):
    """The plan reads no more of a large table than a page needs: no sorting of everything."""
    monkeypatch.setattr("articles.admin.board.FEW", 0)
    ArticleFactory()
    plan = find_stories(models.Article.objects.all(), missing="vi").values_list("translation_group")[:31].explain()
    if connection.vendor == "sqlite":  # PostgreSQL reads a table of no rows as it likes
        assert "article_changed" in plan
        assert "TEMP B-TREE" not in plan
