"""What the database itself refuses, and what is cleaned on the way in."""

import unicodedata
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation

from articles import models
from articles.vocabulary import Attribution, Precision, Qualifier, Status
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    InvestmentFactory,
    OrganisationFactory,
    PersonFactory,
    PlaceFactory,
    QuoteFactory,
    TextFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "breach",
    [
        lambda: QuoteFactory(attribution=Attribution.ANONYMOUS),
        lambda: QuoteFactory(attribution=Attribution.ANONYMOUS, speaker=None, speaker_text="Somebody"),
        lambda: QuoteFactory(said_on="2024-01-01"),
        lambda: ArticleFactory(status=Status.WITHDRAWN),
        lambda: ArticleFactory(published_precision=Precision.DAY),
        lambda: ClaimFactory(qualifier=Qualifier.UNDISCLOSED),
        lambda: ClaimFactory(currency=""),
        lambda: ClaimFactory(amount_max=Decimal(1)),
        lambda: ClaimFactory(qualifier=Qualifier.BETWEEN),
        lambda: ClaimFactory(qualifier=Qualifier.AT_LEAST),
        lambda: ClaimFactory(qualifier=Qualifier.UP_TO),
        lambda: InvestmentFactory(title_en=""),
        lambda: PersonFactory(name_en=""),
        lambda: PlaceFactory(valid_from="2025-07-01", valid_to="2025-06-30"),
        lambda: models.Stake.objects.create(
            investment=InvestmentFactory(), organisation=OrganisationFactory(), share=Decimal("100.5")
        ),
        lambda: models.Rate.objects.create(currency="VND", day="2024-01-01", per_usd=0, source="desk"),
        lambda: models.Alias.objects.create(text="nobody's"),
        lambda: models.Succession.objects.create(
            **dict.fromkeys(("predecessor", "successor"), PlaceFactory()), on="2025-07-01"
        ),
        lambda: ArticleFactory(translation_group=ArticleFactory().translation_group),
    ],
)
def test_database_refuses_what_cannot_be(breach):
    with pytest.raises(IntegrityError), transaction.atomic():
        breach()


@pytest.mark.parametrize(
    ("qualifier", "low", "high"),
    [
        (Qualifier.ABOUT, 1, 1),
        (Qualifier.AT_LEAST, 1, None),
        (Qualifier.UP_TO, None, 1),
        (Qualifier.BETWEEN, 1, 2),
    ],
)
def test_claim_amount_fits_its_qualifier(qualifier, low, high):
    claim = ClaimFactory(qualifier=qualifier, amount_min=low, amount_max=high)
    claim.full_clean()


def test_text_is_normalised_on_every_write():
    decomposed = unicodedata.normalize("NFD", "박장성") + "\x00"
    article = ArticleFactory(headline=decomposed)
    assert article.headline == "박장성"
    models.Article.objects.update(headline=decomposed)
    assert models.Article.objects.get(headline=decomposed).headline == "박장성"
    models.Person.objects.bulk_create([models.Person(name_ko=decomposed)])
    assert models.Person.objects.get().name_ko == "박장성"


HOSTILE = '<p>a<script>1</script><a href="javascript:1" onclick="1">b</a><img src=x onerror=1><style>x</style></p>'


def test_html_is_sanitised_on_every_write():
    block = TextFactory(html=HOSTILE)
    models.Text.objects.bulk_create([models.Text(parent=block.parent, region="main", html=HOSTILE)])
    models.Text.objects.filter(pk=block.pk).update(html=HOSTILE)
    for text in models.Text.objects.all():
        assert text.html == "<p>a<a>b</a></p>"


def test_plain_text_of_a_paragraph_has_no_entities():
    """Otherwise nobody would find R&D."""
    assert models.Text(html="<p>R&amp;D</p><p>A &lt; B</p>").plain_text() == "R&D\nA < B"


def test_html_keeps_what_a_paragraph_needs():
    html = '<p>a <strong>b</strong> <em>c</em> <a href="https://news.example/">d</a></p><ul><li>e</li></ul>'
    assert TextFactory(html=html).html.replace(' rel="noopener"', "").replace(' rel="noopener noreferrer"', "") == html


def test_addresses_are_of_the_web():
    assert ArticleFactory(source_url="javascript:alert(1)").source_url == ""
    assert ArticleFactory(source_url="https://news.example/x").source_url == "https://news.example/x"


def test_table_rows_are_as_wide_as_the_header():
    table = models.Table(parent=ArticleFactory(), region="main", caption="t", cells="a|b\n1|2\n3")
    with pytest.raises(ValidationError, match="Row 3 has 1 cells"):
        table.full_clean()
    table.cells = "a\tb\n1\t2"
    assert table.rows() == [["a", "b"], ["1", "2"]]


def test_name_falls_back_to_the_next_language():
    person = PersonFactory(name_en="Kim", name_vi="Kim Việt")
    with translation.override("vi"):
        assert str(person) == "Kim Việt"
    with translation.override("ko"):
        assert str(person) == "Kim"


def test_implied_rate_is_what_the_story_says():
    claim = ClaimFactory(equivalent_amount=Decimal(117_000_000_000), equivalent_currency="KRW")
    assert claim.implied_rate == Decimal("1462.5")


def test_every_block_kind_has_a_template_and_an_icon(settings):
    for kind in models.block_kinds():
        assert (settings.BASE_DIR / "templates" / kind.template_name()).exists()
        assert kind.icon
    assert {kind.__name__ for kind in models.block_kinds()} == {
        "Text",
        "Heading",
        "Figure",
        "InvestmentCard",
        "Definition",
        "Table",
        "Quote",
    }


@pytest.mark.parametrize("language", ["ko", "en", "vi"])
@pytest.mark.parametrize("title", ["박장성", "50% rise, at Da Nang/Huế", "Đà Nẵng", "?", "ID SLUG %s"])
def test_address_of_a_record_is_the_one_that_the_site_answers_at(language, title):
    topic = models.Topic(name_ko=title)
    with translation.override(language):
        assert topic.get_absolute_url() == reverse("topics-detail", args=[topic.public_id, topic.slug_text])


def test_label_of_a_code_is_in_the_active_language():
    claim = ClaimFactory.build(qualifier=Qualifier.AT_LEAST)
    labels = []
    for language in ("ko", "en", "vi"):
        with translation.override(language):
            labels.append(claim.get_qualifier_display())
            assert labels[-1] == Qualifier.AT_LEAST.label
    assert len(set(labels)) == 3
    claim.qualifier = "no such code"
    assert claim.get_qualifier_display() == "no such code"
