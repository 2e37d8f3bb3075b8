"""Slips that a review found once, each with the smallest case that showed it."""

import io
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from articles import desk, models, search
from articles.images import reencode
from articles.intake import read_story
from articles.rates import rate_on
from articles.vocabulary import Attribution, Precision, Qualifier, Review
from tests.admin.test_articles import form_data
from tests.factories import (
    WORDING,
    ArticleFactory,
    ClaimFactory,
    InvestmentFactory,
    OrganisationFactory,
    PersonFactory,
    QuoteFactory,
    SectionFactory,
    make_story,
    publish_story,
)

pytestmark = pytest.mark.django_db


def change(client, record, **edits):
    """Post the record's admin form as it is, but for the edits."""
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    address = reverse(f"admin:articles_{record._meta.model_name}_change", args=[record.pk])
    return client.post(address, form_data(client, address) | edits)


def test_term_of_a_deleted_draft_stays_hidden(admin_client):
    article = make_story()
    article.terms.update(sentence="A secret is a thing.")
    data = {"action": "delete_selected", "_selected_action": [article.pk], "post": "yes"}
    admin_client.post(reverse("admin:articles_article_changelist"), data)
    assert models.Term.objects.get().public_from is None


@pytest.mark.parametrize("equivalent", [Decimal(5), Decimal(10) ** 17])
def test_absurd_equivalent_is_no_rate(client, equivalent):
    article = publish_story()
    article.claims.update(currency="KRW", amount_min=10**11, amount_max=10**11)
    article.claims.update(equivalent_amount=equivalent, equivalent_currency="USD")
    with desk.corrected(WORDING):
        desk.refresh_article(article)
    assert models.Investment.objects.get().usd_min is None
    assert client.get("/en/investments/").status_code == 200


def test_slug_is_one_segment_of_the_address(client):
    article = publish_story(slug="2024/05 ../x")
    assert article.slug == "202405-x"
    assert client.get("/en/articles/").status_code == 200


@pytest.mark.slow
def test_quote_rejected_in_a_form_leaves_its_words(admin_client):
    article = make_story()
    assert change(admin_client, article, **{"quote_blocks-0-review": Review.REJECTED}).status_code == 302
    assert [text.plain_text() for text in article.text_blocks.order_by("ordering")] == ["Paragraph plain", "Said plain"]
    assert change(admin_client, article.quote_blocks.get(), review=Review.ACCEPTED).status_code == 302
    assert article.text_blocks.count() == 1


def test_quote_accepted_in_a_form_enters_its_speaker(admin_client):
    quote = QuoteFactory(
        review=Review.SUGGESTED, attribution=Attribution.NAMED, speaker=None, speaker_text="Seo", organisation=None
    )
    assert change(admin_client, quote.parent, **{"quote_blocks-0-review": Review.ACCEPTED}).status_code == 302
    assert models.Quote.objects.get().speaker.name_en == "Seo"


@pytest.mark.slow
@pytest.mark.parametrize("twins", [(PersonFactory, "Seo"), (OrganisationFactory, "Gana")])
def test_quote_with_an_ambiguous_name_stays_undecided_and_says_so(admin_client, twins):
    factory, name = twins
    for _twin in range(2):
        desk.refresh_entity(factory(name_en=name))
    printed = {"speaker": None, "speaker_text": "Seo", "organisation": None, "organisation_text": "Gana"}
    quote = QuoteFactory(review=Review.SUGGESTED, attribution=Attribution.NAMED, **printed)
    response = change(admin_client, quote.parent, **{"quote_blocks-0-review": Review.ACCEPTED})
    stored = models.Quote.objects.get()
    assert (stored.review, stored.speaker, stored.organisation) == (Review.SUGGESTED, None, None)
    assert "Several entries have this name" in admin_client.get(response.headers["Location"]).text


def test_accepting_a_quote_leaves_a_paragraph_with_the_same_words():
    quote = QuoteFactory(review=Review.SUGGESTED, text="Said")
    models.Text.objects.create(parent=quote.parent, region="main", html="<p>Said</p>")
    desk.accept_quote(quote)
    assert quote.parent.text_blocks.count() == 1


def test_rejected_claim_with_an_investment_stays_rejected(admin_client):
    claim = ClaimFactory(review=Review.SUGGESTED)
    change(admin_client, claim, review=Review.REJECTED, investment=InvestmentFactory().pk)
    claim.refresh_from_db()
    assert claim.review == Review.REJECTED
    assert not models.Investment.objects.filter(adopted=claim).exists()


def test_control_characters_do_not_break_a_feed(client):
    article = publish_story("a\x0bb\x01c")
    assert article.headline == "Headline a\nbc"
    assert client.get("/en/articles.atom").status_code == 200


def test_quote_of_a_story_nobody_saw_is_unknown(client):
    article = desk.publish(make_story(embargo_until=timezone.now() + timedelta(days=1)))
    quote = desk.withdraw(article).quote_blocks.get()
    assert client.get(quote.get_absolute_url()).status_code == 404
    models.Article.objects.update(embargo_until=None)
    assert client.get(f"/en/articles/{article.public_id}/").status_code == 404


def test_caption_without_a_picture_is_not_searched():
    article = publish_story()
    models.Figure.objects.create(parent=article, region="main", caption="zqxhidden")
    desk.refresh_article(article)
    assert not search.find(models.Article.objects.all(), "zqxhidden").exists()


def test_section_of_a_draft_cannot_be_named(client):
    ArticleFactory(section=SectionFactory(slug="secret"))
    assert client.get("/en/articles.json", {"section": "secret"}).status_code == 400


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2025, 1, 14), date(2025, 1, 14)),
        (date(2025, 1, 19), date(2025, 1, 17)),  # a Sunday
        (date(1990, 1, 1), None),
        (date(2100, 1, 1), None),
    ],
)
def test_rate_is_one_that_somebody_set(day, found):
    rate = rate_on("KRW", day)
    assert (rate and rate.day) == found


def test_rate_is_that_of_the_day_in_the_editorial_zone():
    """Midnight in Seoul is still the day before in UTC."""
    moment = {"published_at": datetime(2025, 1, 13, 15, tzinfo=UTC), "published_precision": Precision.DAY}
    investment = InvestmentFactory()
    desk.match(ClaimFactory(article=ArticleFactory(**moment), currency="KRW"), investment)
    investment.refresh_from_db()
    assert investment.usd_rate_on == date(2025, 1, 14)


@pytest.mark.slow
def test_large_article_can_be_saved(admin_client):
    article = make_story()
    for number in range(50):
        QuoteFactory(parent=article, ordering=100 + number)
        ClaimFactory(article=article)
    assert change(admin_client, article).status_code == 302


@pytest.mark.parametrize("text", ["가람은 2024년 5억~3억 달러를 투자했다.", "가람은 2024년 3억~3억 달러를 투자했다."])
def test_range_in_the_wrong_order_is_imported(text):
    claim = desk.save_draft(read_story(f"제목이다\n\n{text}")).article.claims.get()
    assert claim.amount_min == 300_000_000
    assert claim.qualifier in {Qualifier.BETWEEN, Qualifier.EXACT}


def test_more_money_than_there_is_is_no_amount():
    article = desk.save_draft(read_story("제목이다\n\n가람은 9999999999999999조 달러를 투자했다.")).article
    assert not article.claims.exclude(amount_min=None).exists()


def test_picture_of_a_phone_is_taken():
    out = io.BytesIO()
    first, second = Image.new("RGB", (40, 20), "red"), Image.new("RGB", (4, 2), "red")
    first.save(out, "MPO", save_all=True, append_images=[second])
    assert reencode(ContentFile(out.getvalue(), name="x.jpg")).name.endswith(".jpg")


@pytest.mark.parametrize("currency", ["$$$", "dollar", "U1"])
def test_currency_is_a_code(currency):
    with pytest.raises(ValidationError):
        ClaimFactory.build(article=ArticleFactory(), currency=currency).full_clean()


def test_currency_may_be_typed_in_small_letters():
    assert ClaimFactory(currency="usd").currency == "USD"


def test_overlong_media_name_is_not_found(client, settings):
    settings.MEDIA_ROOT.mkdir()
    assert client.get("/media/" + "x" * 300).status_code == 404
