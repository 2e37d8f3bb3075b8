"""Previews: what readers would see, for whoever has the link, until it ends."""

import re
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.core import signing
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import desk, models
from articles.desk.previews import SALT, sign_preview
from articles.models.base import Public
from articles.vocabulary import Review
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    InvestmentFactory,
    QuoteFactory,
    TermFactory,
    TextFactory,
    make_story,
    publish_story,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
WORD, OTHER = "zqxpreview", "zqxother"


def link_to(*articles):
    """Return the address of a preview of the articles as they are stored."""
    stored = [models.Article.objects.get(pk=article.pk) for article in articles]
    return f"/en/preview/{sign_preview(stored)}/"


def rich_story():
    """Return a draft with everything that a preview has to decide on: shown with it, hidden with others, undecided."""
    article = make_story(WORD, embargo_until=timezone.now() + timedelta(days=3))
    QuoteFactory(parent=article, text="An inline one", inline=True, ordering=40)
    QuoteFactory(parent=article, text="suggestedwords", review=Review.SUGGESTED, ordering=50)
    QuoteFactory(parent=article, text="rejectedwords", review=Review.REJECTED, ordering=60)
    ClaimFactory(article=article, sentence="suggestedclaim", review=Review.SUGGESTED)
    other = make_story(OTHER)
    for ordering, investment in enumerate(models.Investment.objects.all(), start=70):
        models.InvestmentCard.objects.create(parent=article, region="main", ordering=ordering, investment=investment)
    for ordering, term in enumerate(models.Term.objects.all(), start=80):
        models.Definition.objects.create(parent=article, region="main", ordering=ordering, term=term)
    claim = ClaimFactory(article=article, sentence="On the others' investment.")
    desk.match(claim, models.Investment.objects.get(title_en=f"Investment {OTHER}"))
    assert other.claims.get().adopted_by.public_from is None
    return article


def decide_on_everything(article):
    """Reject what nobody has decided on, without which the story is not published."""
    for records in (article.quote_blocks, article.claims):
        records.filter(review=Review.SUGGESTED).update(review=Review.REJECTED)


def story_in(page):
    """Return the story of a page: its text and marks, without links, how to cite or report it, and spaces between."""
    (part,) = re.findall(r'<article class="record">.*?</article>', page, re.DOTALL)
    part = re.sub(r'<a class="note"[^>]*>Record</a>', "", part)
    part = re.sub(r'<p class="report">.*?</p>', "", part)
    part = re.sub(r'<section class="cite">.*?</section>', "", part, flags=re.DOTALL)
    part = re.sub(r"</?a\b[^>]*>", "", part)
    return re.sub(r"(?<=>)\s+|\s+(?=<)", "", part)


@pytest.fixture
def noon(monkeypatch):
    """A clock that stands still, and a function to move it."""

    def move(by):
        at = now + by
        monkeypatch.setattr(timezone, "now", lambda: at)

    now = timezone.now()
    move(timedelta(0))
    return move


def test_preview_is_the_page_that_publication_makes(client, noon):
    article = rich_story()
    preview = client.get(link_to(article)).text
    decide_on_everything(article)
    desk.publish(article)
    noon(timedelta(days=3))
    page = client.get(models.Article.objects.get(pk=article.pk).get_absolute_url()).text
    assert story_in(preview) == story_in(page)
    for shown in (f"Paragraph {WORD}", f"Said {WORD}", f"Investment {WORD}", f"Term {WORD}", "On the others"):
        assert shown in story_in(preview)
    for hidden in ("suggestedwords", "rejectedwords", "suggestedclaim", OTHER):
        assert hidden not in preview


def test_preview_stores_nothing_and_opens_no_other_door(client):
    article = rich_story()
    rows = {model: list(model.objects.order_by("pk").values("pk", "public_from", "version")) for model in concrete()}
    assert WORD in client.get(link_to(article)).text
    for model, before in rows.items():
        assert list(model.objects.order_by("pk").values("pk", "public_from", "version")) == before
    for name in ("articles", "quotes", "investments", "people", "organisations", "topics", "glossary"):
        assert client.get(f"/en/{name}.json", {"q": WORD}).json()["meta"]["total"] == 0
    assert client.get(article.get_absolute_url()).status_code == 404


def concrete():
    """Return every public model."""
    found = [model for base in Public.__subclasses__() for model in (base, *base.__subclasses__())]
    return [model for model in found if not model._meta.abstract]


def test_links_of_a_preview_lead_somewhere(client):
    page = client.get(link_to(rich_story())).text
    main = page[page.index("<main") : page.index("</main>")]
    links = set(re.findall(r'href="(/[^"]*)"', main))
    assert links
    assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


def test_preview_is_kept_nowhere(client):
    addresses = [link_to(make_story("draft")), link_to(publish_story()), "/en/preview/guess/"]
    for address, status in zip(addresses, (200, 410, 404), strict=True):
        response = client.get(address)
        assert response.status_code == status
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert '<meta name="robots" content="noindex, nofollow">' in response.text
        assert "canonical" not in response.text
        assert not {"ETag", "Last-Modified", "Set-Cookie"} & set(response.headers)


def test_preview_says_what_it_is_and_until_when_but_not_whose(client, admin_client, admin_user):
    admin_user.username = "zqxmaker"
    admin_user.save()
    article = make_story()
    response = admin_client.get(reverse("admin:articles_article_preview", args=[article.pk]))
    page = client.get(response.url).text
    assert "Preview – not published" in page
    assert re.search(r"It opens until <time datetime=.*\(Korean Standard Time\)</time>", page)
    assert "zqxmaker" not in page


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_preview_can_only_be_read(client, method):
    assert getattr(client, method)(link_to(make_story())).status_code == 405


# The end of a link


def publish_now(article):
    decide_on_everything(article)
    desk.publish(models.Article.objects.get(pk=article.pk))


def publish_and_withdraw(article):
    publish_now(article)
    desk.withdraw(article)


def save_again(article):
    article.headline = "Changed"
    article.save()


def accept_a_quote(article):
    desk.accept_quote(article.quote_blocks.filter(review=Review.SUGGESTED).get())


def reject_a_claim(article):
    desk.reject_claim(article.claims.filter(review=Review.SUGGESTED).get())


def add_a_quote(article):
    QuoteFactory(parent=article)


def change_own_term(article):
    desk.save_term(article.terms.get())


def change_shown_term(article):
    desk.save_term(models.Term.objects.get(name_en=f"Term {OTHER}"))


def change_shown_investment(article):
    models.Investment.objects.get(title_en=f"Investment {OTHER}").save()


def change_figures_of_shown_investment(article):
    desk.save_claim(models.Claim.objects.get(sentence=f"They announced {OTHER}."))


@pytest.mark.any_database
@pytest.mark.parametrize(
    ("happens", "reason"),
    [
        (change_own_term, "This link shows an older version"),
        (change_shown_term, "This link shows an older version"),
        (change_shown_investment, "This link shows an older version"),
        (change_figures_of_shown_investment, "This link shows an older version"),
        (save_again, "This link shows an older version"),
        (accept_a_quote, "This link shows an older version"),
        (reject_a_claim, "This link shows an older version"),
        (add_a_quote, "This link shows an older version"),
        (desk.send_to_review, "This link shows an older version"),
        (publish_now, "This link shows an older version"),  # still under embargo
        (publish_and_withdraw, "The story has been withdrawn"),
        (models.Article.delete, "The story is no longer there"),
    ],
)
def test_link_ends_with_any_change(client, happens, reason):
    article = rich_story()
    address = link_to(article)
    assert client.get(address).status_code == 200
    happens(article)
    response = client.get(address)
    assert response.status_code == 410
    assert reason in response.text
    assert WORD not in response.text


def test_link_ends_when_the_story_is_published(client):
    article = make_story(WORD)
    address = link_to(article)
    desk.publish(article)
    response = client.get(address)
    assert (response.status_code, WORD in response.text) == (410, False)
    assert "The story has been published" in response.text


def test_link_to_a_scheduled_story_ends_when_the_clock_publishes_it(client, noon):
    article = desk.publish(make_story(WORD, embargo_until=timezone.now() + timedelta(hours=2)))
    address = link_to(article)
    noon(timedelta(hours=1, minutes=59))
    assert WORD in client.get(address).text
    noon(timedelta(hours=2))
    assert "The story has been published" in client.get(address).text


def test_link_expires(client, noon, settings):
    settings.PREVIEW_HOURS = 5
    address = link_to(make_story(WORD))
    noon(timedelta(hours=4, minutes=59))
    assert client.get(address).status_code == 200
    noon(timedelta(hours=5, seconds=1))
    response = client.get(address)
    assert (response.status_code, WORD in response.text) == (410, False)
    assert "This link has expired" in response.text


def test_tampered_link_shows_nothing(client):
    article, other = make_story(WORD), make_story(OTHER)
    token = sign_preview([article])
    payload, stamp, signature = token.split(":")
    foreign = sign_preview([other]).split(":")[0]
    resigned = signing.dumps(signing.loads(token, salt=SALT), salt="another")
    wrong = [f"{foreign}:{stamp}:{signature}", f"{payload}:1:{signature}", payload, resigned, "x" * 5000]
    wrong += [token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :] for place in range(len(token))]
    for text in wrong:
        response = client.get(f"/en/preview/{text}/")
        assert response.status_code == 404, text
        assert WORD not in response.text
        assert OTHER not in response.text


# Side by side


def versions_of(word):
    """Return a story in English and Korean, both drafts."""
    english = make_story(word)
    korean = ArticleFactory(headline="한국어판", language="ko", translation_group=english.translation_group)
    TextFactory(parent=korean, html="<p>본문</p>")
    return english, korean


def test_versions_stand_side_by_side_each_in_its_language(client):
    english, korean = versions_of(WORD)
    page = client.get(link_to(korean, english)).text
    assert page.count('<article class="record">') == 2
    assert page.index("한국어판") < page.index(f"Headline {WORD}")
    assert re.search(r'preview-story" lang="ko">.*본문', page, re.DOTALL)
    assert len(re.findall(r'id="([^"]+)"', page)) == len(set(re.findall(r'id="([^"]+)"', page)))


def test_change_of_one_version_ends_the_link_to_both(client):
    english, korean = versions_of(WORD)
    address = link_to(english, korean)
    save_again(korean)
    response = client.get(address)
    assert (response.status_code, WORD in response.text) == (410, False)


def test_draft_may_stand_beside_its_public_original(client):
    english, korean = versions_of(WORD)
    desk.publish(english)
    assert "본문" in client.get(link_to(english, korean)).text
    address = link_to(english, korean)
    desk.publish(korean)
    assert client.get(address).status_code == 410


@pytest.mark.any_database
def test_queries_do_not_grow_with_the_story(client):
    counts = []
    for size in (1, 6):
        article = make_story(f"of {size}")
        for number in range(size):
            QuoteFactory(parent=article)
            desk.match(ClaimFactory(article=article), InvestmentFactory())
            term = TermFactory(article=article)
            models.Definition.objects.create(parent=article, region="main", ordering=100 + number, term=term)
        address = link_to(article)
        with CaptureQueriesContext(connection) as counted:
            assert client.get(address).status_code == 200
        counts.append(len(counted))
    assert counts[0] == counts[1] <= 25


# From the desk


def address_of(page, article):
    return reverse(f"admin:articles_article_{page}", args=[article.pk])


def test_editor_is_led_to_the_preview_in_the_storys_language(admin_client):
    article = make_story(WORD)
    response = admin_client.get(address_of("preview", article))
    assert response.url.startswith("/en/preview/")
    assert WORD in admin_client.get(response.url).text
    public = publish_story()
    assert admin_client.get(address_of("preview", public)).url == f"/en/articles/{public.public_id}/headline-plain/"
    assert admin_client.get(reverse("admin:articles_article_preview", args=[0])).status_code == 404


@pytest.mark.parametrize("permission", ["view_person", "view_article"])
@pytest.mark.parametrize("page", ["preview", "preview_link"])
def test_preview_needs_the_permission_to_see_the_article(client, staff, page, permission):
    article = make_story(WORD)
    assert "/admin/login/" in client.get(address_of(page, article)).url
    assert staff(permission).get(address_of(page, article)).status_code == 404


def test_link_for_a_colleague_opens_without_an_account_and_is_in_the_history(admin_client, client):
    english, korean = versions_of(WORD)
    page = admin_client.get(address_of("preview_link", english))
    assert page.text.count('type="checkbox"') == 2
    made = admin_client.post(address_of("preview_link", english), {"versions": [korean.pk, english.pk]})
    link = re.search(r'value="http://newsroom.test(/en/preview/[^"]+)"', made.text)[1]
    client.logout()
    shown = client.get(link).text
    assert shown.index(WORD) < shown.index("본문")
    assert sorted(LogEntry.objects.values_list("object_id", flat=True)) == sorted([str(english.pk), str(korean.pk)])


def test_link_shows_versions_of_the_same_story_only(admin_client):
    english, stranger = make_story(WORD), make_story(OTHER)
    refused = admin_client.post(address_of("preview_link", english), {"versions": [english.pk, stranger.pk]})
    assert "/en/preview/" not in refused.text
    assert "Select a valid choice" in refused.text
    assert "This field is required" in admin_client.post(address_of("preview_link", english), {}).text
