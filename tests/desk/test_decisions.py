"""Accept, reject, match, adopt, publish, withdraw: what follows from each."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from articles import desk, models, search
from articles.desk.naming import find_or_enter
from articles.vocabulary import AliasKind, Attribution, Precision, Qualifier, Review, Stage, Status
from tests.factories import (
    WORDING,
    ArticleFactory,
    ClaimFactory,
    InvestmentFactory,
    OrganisationFactory,
    PersonFactory,
    QuoteFactory,
    publish_story,
)

pytestmark = pytest.mark.django_db


def suggested_quote(**fields):
    fields = {"attribution": Attribution.NAMED, "speaker": None, "organisation": None} | fields
    return QuoteFactory(review=Review.SUGGESTED, speaker_text="Seo Do-yoon", organisation_text="Gana", **fields)


def test_accepting_a_quote_enters_its_speaker_in_the_directory():
    quote = suggested_quote()
    desk.accept_quote(quote)
    quote.refresh_from_db()
    assert (quote.review, quote.speaker.name_en, quote.organisation.name_en) == (
        Review.ACCEPTED,
        "Seo Do-yoon",
        "Gana",
    )
    assert quote.speaker.public_from is None


def test_accepting_a_quote_finds_the_speaker_under_an_alias():
    person = PersonFactory(name_en="Seo Doyun")
    models.Alias.objects.create(person=person, text="SEO DO-YOON", kind=AliasKind.ROMANISATION)
    quote = suggested_quote()
    desk.accept_quote(quote)
    assert quote.speaker == person


def test_ambiguous_speaker_is_left_to_the_editor():
    for _twin in range(2):
        desk.refresh_entity(PersonFactory(name_en="Seo Do-yoon"))
    quote = suggested_quote()
    with pytest.raises(desk.DeskError):
        desk.accept_quote(quote)
    quote.refresh_from_db()
    assert quote.review == Review.SUGGESTED


def test_rejected_quote_leaves_its_words_in_the_story():
    quote = suggested_quote(text="Tom & Jerry\nsaid <so>")
    desk.reject_quote(quote)
    text = models.Text.objects.get(parent=quote.parent)
    assert text.html == "<p>Tom &amp; Jerry</p><p>said &lt;so&gt;</p>"
    assert text.ordering == quote.ordering
    desk.reject_quote(quote)
    assert models.Text.objects.count() == 1


def test_first_match_is_adopted_and_gives_the_figures():
    claim = ClaimFactory(stage=Stage.PLANNED)
    investment = InvestmentFactory()
    desk.match(claim, investment)
    investment.refresh_from_db()
    assert (investment.adopted, investment.stage, investment.usd_min) == (claim, Stage.PLANNED, Decimal(80_000_000))


def test_adopting_another_claim_moves_stage_and_amount():
    investment = InvestmentFactory()
    first, second = ClaimFactory(), ClaimFactory(stage=Stage.REGISTERED, amount_min=90, amount_max=90)
    for claim in (first, second):
        desk.match(claim, investment)
    desk.adopt(second)
    investment.refresh_from_db()
    assert (investment.stage, investment.usd_max) == (Stage.REGISTERED, Decimal(90))


def test_adopted_claim_cannot_be_matched_away():
    claim = ClaimFactory()
    desk.match(claim, InvestmentFactory())
    with pytest.raises(desk.DeskError):
        desk.match(claim, InvestmentFactory())


def test_unmatched_claim_cannot_be_adopted():
    with pytest.raises(desk.DeskError):
        desk.adopt(ClaimFactory())


def test_new_investment_takes_what_the_sentence_gives():
    claim = ClaimFactory(
        investor_text="Gana", place_text="Nowhere", event_on=date(2024, 1, 1), event_precision=Precision.YEAR
    )
    investment = desk.open_investment(claim)
    investment.refresh_from_db()
    assert investment.title_en == "Gana · Nowhere · $80 million"
    assert [str(organisation) for organisation in investment.investors.all()] == ["Gana"]
    assert (investment.announced_on, investment.announced_precision) == (date(2024, 1, 1), Precision.YEAR)
    assert investment.destination is None
    with pytest.raises(desk.DeskError):
        desk.open_investment(claim)


def test_investment_is_as_public_as_its_adopted_claim():
    article = publish_story()
    investment = models.Investment.objects.get()
    assert investment.public_from == article.public_from
    with desk.corrected(WORDING):
        desk.reject_claim(article.claims.get())
    investment.refresh_from_db()
    assert investment.public_from is None


def test_public_investment_adopts_no_claim_of_a_hidden_story():
    """Readers would see a figure that only the hidden story has, or lose the investment."""
    publish_story()
    investment = models.Investment.objects.get()
    article = ArticleFactory(embargo_until=timezone.now() + timedelta(days=1))
    claim = ClaimFactory(article=article)
    desk.match(claim, investment)
    with pytest.raises(desk.DeskError, match="would lose it"):
        desk.adopt(models.Claim.objects.get(pk=claim.pk))
    models.Article.objects.filter(pk=article.pk).update(embargo_until=None)
    desk.publish(article)
    desk.adopt(models.Claim.objects.get(pk=claim.pk))
    assert models.Investment.objects.public().get().adopted == claim


def test_investment_waits_for_the_embargo_of_the_claim_it_adopted():
    article = ArticleFactory(embargo_until=timezone.now() + timedelta(days=1))
    desk.match(ClaimFactory(article=article), InvestmentFactory())
    desk.publish(article)
    assert not models.Investment.objects.public().exists()


def test_entity_is_public_from_its_first_public_record():
    person = PersonFactory()
    moments = [datetime(2024, 5, day, tzinfo=UTC) for day in (3, 1)]
    for moment in moments:
        quote = QuoteFactory(speaker=person)
        desk.publish(quote.parent, at=moment)
    person.refresh_from_db()
    assert person.public_from == moments[1]


def test_withdrawal_takes_everything_with_it():
    article = publish_story()
    desk.withdraw(article)
    for model in (models.Quote, models.Claim, models.Investment, models.Person, models.Organisation, models.Topic):
        assert not model.objects.public().exists(), model
    again = desk.publish(models.Article.objects.get())
    assert again.status == Status.PUBLISHED
    assert models.Person.objects.public().exists()


def test_changed_speaker_loses_what_only_the_quote_gave():
    article = publish_story()
    before = desk.References.of(article)
    old = models.Person.objects.get()
    article.quote_blocks.update(speaker=PersonFactory())
    with desk.corrected(WORDING):
        desk.refresh_article(article, before)
    old.refresh_from_db()
    assert old.public_from is None
    assert models.Person.objects.public().count() == 1


def test_renamed_organisation_is_found_in_its_quotes_and_investments():
    publish_story()
    organisation = models.Organisation.objects.get()
    organisation.name_ko = "새이름"
    organisation.save()
    desk.refresh_entity(organisation)
    assert search.find(models.Quote.objects.public(), "새이름").exists()
    assert search.find(models.Investment.objects.public(), "새이름").exists()
    assert list(organisation.aliases.values_list("text", flat=True)) == ["Organisation plain", "새이름"]


@pytest.mark.parametrize(
    ("fields", "worth"),
    [
        ({"currency": "USD"}, Decimal(80_000_000)),
        ({"currency": "KRW", "event_on": date(2025, 1, 14), "event_precision": Precision.DAY}, Decimal("54771.82")),
        ({"currency": "KRW", "equivalent_amount": 54_700, "equivalent_currency": "USD"}, Decimal(54_700)),
        ({"currency": "KRW"}, None),
        ({"currency": "VND", "event_on": date(2025, 1, 14), "event_precision": Precision.DAY}, None),
        ({"currency": "", "amount_min": None, "amount_max": None, "qualifier": Qualifier.UNDISCLOSED}, None),
    ],
)
def test_worth_in_dollars_is_printed_or_of_the_day_or_unknown(fields, worth):
    investment = InvestmentFactory()
    desk.match(ClaimFactory(**fields), investment)
    investment.refresh_from_db()
    assert investment.usd_min == worth


def test_desk_rate_fills_what_the_ecb_does_not_have():
    models.Rate.objects.create(currency="VND", day=date(2024, 12, 31), per_usd=Decimal(25_000), source="the desk")
    investment = InvestmentFactory()
    desk.match(ClaimFactory(currency="VND", event_on=date(2025, 1, 14), event_precision=Precision.DAY), investment)
    investment.refresh_from_db()
    assert (investment.usd_min, investment.usd_rate_source) == (Decimal(3200), "the desk")


def test_published_story_is_public_from_the_later_of_release_and_embargo():
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    assert desk.publish(ArticleFactory(), at=moment).public_from == moment
    later = moment + timedelta(days=1)
    assert desk.publish(ArticleFactory(embargo_until=later), at=moment).public_from == later


def test_two_names_for_one_organisation_stay_apart_from_another():
    organisation = OrganisationFactory(name_en="Foxconn", name_ko="폭스콘")
    desk.refresh_entity(organisation)
    assert find_or_enter(models.Organisation, "폭스콘", "ko") == organisation
    assert find_or_enter(models.Organisation, "Foxcorn", "en") != organisation


def test_what_readers_have_seen_stays_seen_whatever_hides_it():
    article = publish_story()
    article.embargo_until = timezone.now() + timedelta(days=1)
    article.save()
    assert (article.is_public, article.has_been_public) == (False, True)
    models.Article.objects.filter(pk=article.pk).update(headline="quietly changed")
    with pytest.raises(desk.CorrectionNeeded):
        desk.refresh_article(article)
