"""The records desk: every record in its sentence, decided from one screen, with nothing typed lost."""

from datetime import date, timedelta

import pytest
import reversion
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.timezone import localdate

from articles import desk, models
from articles.admin.conflicts import Difference
from articles.demo.tables import FOLDER
from articles.intake import decode, read_story
from articles.vocabulary import Attribution, DoubtKind, Qualifier, Review, Stage
from tests.factories import (
    CORRECTION,
    ArticleFactory,
    ClaimFactory,
    InvestmentFactory,
    OrganisationFactory,
    PersonFactory,
    QuoteFactory,
    TermFactory,
    publish_story,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def address(article):
    return reverse("admin:articles_article_records", args=[article.pk])


def screen(client, article):
    return client.get(address(article)).context["screen"]


def card_of(client, record):
    article = getattr(record, "parent", None) or record.article
    key = f"{record._meta.model_name}-{record.pk}"
    return next(card for card in screen(client, article).cards if card.key == key)


def typed(card, **fields):
    """Return what the browser would send from a card, with some fields changed."""
    data = {"record": card.key, "version": card.form.version}
    for field in card.form:
        value = field.value()
        if field.name in card.choosers:
            data[field.name] = card.choosers[field.name].chosen
        elif value is True:
            data[field.name] = "on"
        elif value is not None and value is not False:
            data[field.name] = str(value)
    return data | fields


def press(client, record, act, **fields):
    card = card_of(client, record)
    article = getattr(record, "parent", None) or record.article
    return client.post(address(article), typed(card, act=act, **fields))


def suggested_quote(**fields):
    empty = {"speaker": None, "organisation": None, "review": Review.SUGGESTED}
    return QuoteFactory(**empty | fields)


def suggested_claim(**fields):
    return ClaimFactory(**{"review": Review.SUGGESTED} | fields)


@pytest.fixture
def draft():
    """The demo's sample story as the intake leaves it."""
    return desk.save_draft(read_story(decode((FOLDER / "stories" / "01-offshore-wind.ko.txt").read_bytes()))).article


@pytest.fixture
def reader(staff):
    """A log-in that may change articles and not decide on records."""
    return staff("change_article", "see_all_articles", "edit_all_articles")


# The screen


def test_every_record_of_a_story_is_marked_in_its_text(admin_client, draft):
    shown = screen(admin_client, draft)
    assert [card.key for card in shown.cards if card.span is None] == []
    starts = [card.span.core[0] for card in shown.cards]
    assert starts == sorted(starts)
    for card in shown.cards:
        start, end = card.span.core
        source = card.record.text if card.kind == "quote" else card.record.sentence
        assert draft.source_text[start:end] in source
    text = "".join(piece.text for paragraph in shown.paragraphs for piece in paragraph)
    assert "".join(text.split()) == "".join(draft.source_text.split())


def test_spans_overlap_and_nest(admin_client):
    article = ArticleFactory(source_text="Gana said “we invest $80 million in it” on Monday.\n\nMore.")
    claim = suggested_claim(article=article, sentence="Gana said “we invest $80 million in it” on Monday.", start=0)
    quote = suggested_quote(parent=article, text="we invest $80 million in it", start=11)
    (first, _second) = screen(admin_client, article).paragraphs
    both = {f"claim-{claim.pk}", f"quote-{quote.pk}"}
    assert [(piece.text, set(piece.keys) == both) for piece in first] == [
        ("Gana said “", False),
        ("we invest ", True),
        ("$80 million", True),
        (" in it", True),
        ("” on Monday.", False),
    ]


@pytest.mark.parametrize(
    ("source", "start", "place"),
    [
        ("Words. Words.", 7, 7),
        ("Words moved. Words", 3, 0),
        ("Words moved.", None, 0),
        ("Nothing like it.", 0, None),
    ],
)
def test_mark_stands_where_the_words_are_or_nowhere(admin_client, source, start, place):
    quote = suggested_quote(parent=ArticleFactory(source_text=source), text="Words", start=start)
    span = card_of(admin_client, quote).span
    assert (span.start if span else None) == place


def test_story_without_a_source_is_read_from_its_blocks(admin_client):
    article = publish_story()
    page = admin_client.get(address(article)).text
    assert "Paragraph plain" in strip_tags(page)
    assert card_of(admin_client, article.quote_blocks.get()).span is not None


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        (DoubtKind.SPEAKER_UNKNOWN, False, True),
        (DoubtKind.INVESTOR_UNKNOWN, False, True),
        (DoubtKind.NAME_UNKNOWN, False, True),
        (DoubtKind.HEADLINE_MISSING, True, True),
        (DoubtKind.BYLINE_MISSING, False, False),
        (DoubtKind.LANGUAGE_UNSURE, False, False),
    ],
)
def test_doubt_settled_when_its_cause_is_gone(admin_client, kind, before, after):
    texts = {DoubtKind.SPEAKER_UNKNOWN: ("Words", 0), DoubtKind.INVESTOR_UNKNOWN: ("$5", 9)}
    text, start = texts.get(kind, ("Nobody", None))
    article = ArticleFactory(source_text="Words. A $5 b.", doubts=[{"kind": kind, "text": text, "start": start}])
    quote = suggested_quote(parent=article, text="Words", start=0, organisation_text="Nobody")
    claim = suggested_claim(article=article, sentence="A $5 b.", start=7, amount_text="$5")
    assert [doubt.settled for doubt in screen(admin_client, article).doubts] == [before]
    press(admin_client, quote, "accept", attribution=Attribution.ROLE_ONLY)
    press(admin_client, claim, "reject")
    assert [doubt.settled for doubt in screen(admin_client, article).doubts] == [after]


@pytest.mark.any_database
def test_queries_do_not_grow_with_the_records(admin_client):
    counts = []
    for size in (2, 9):
        doubt = {"kind": DoubtKind.NAME_UNKNOWN, "text": "Gana 1", "start": None}
        article = ArticleFactory(source_text="Story.", doubts=[doubt])
        for number in range(size):
            speaker = {"speaker_text": f"Kim {number}", "organisation_text": f"Gana {number}"}
            suggested_quote(parent=article, **speaker)
            matched = ClaimFactory(article=article, currency="KRW", investor_text=f"Gana {number}")
            desk.match(matched, InvestmentFactory())
            suggested_claim(article=article, currency="KRW", investor_text=f"Gana {number}", place_text=f"X {number}")
            QuoteFactory(parent=article)
            TermFactory(article=article, review=Review.SUGGESTED)
        with CaptureQueriesContext(connection) as counted:
            admin_client.get(address(article))
        counts.append(len(counted))
    assert counts[0] == counts[1]


# Decisions


def test_accepting_goes_to_the_next_record_and_tells(admin_client):
    article = ArticleFactory(source_text="One. Two. Three.")
    quotes = [suggested_quote(parent=article, text=text, attribution="anonymous") for text in ("Three", "One", "Two")]
    response = press(admin_client, quotes[1], "accept")
    assert response.url == f"{address(article)}#quote-{quotes[2].pk}"
    response = press(admin_client, quotes[0], "reject")
    assert response.url == f"{address(article)}#quote-{quotes[2].pk}"
    response = press(admin_client, quotes[2], "accept")
    assert response.url == f"{address(article)}#decided"
    page = admin_client.get(address(article)).text
    assert "Every record is decided." in page
    assert "Accepted." in page
    reviews = list(article.quote_blocks.order_by("pk").values_list("review", flat=True))
    assert reviews == [Review.REJECTED, Review.ACCEPTED, Review.ACCEPTED]
    assert LogEntry.objects.count() == 3


def test_speaker_is_new_found_or_one_more_of_the_name(admin_client):
    article = ArticleFactory()
    names = {"speaker_text": "Seo Do-yoon", "organisation_text": "Gana"}
    first, second, third = (suggested_quote(parent=article, **names) for _quote in range(3))
    assert card_of(admin_client, first).choosers["speaker"].chosen == "new"
    press(admin_client, first, "accept")
    person = models.Person.objects.get()
    assert card_of(admin_client, second).choosers["speaker"].chosen == str(person.pk)
    press(admin_client, second, "accept")
    press(admin_client, third, "accept", speaker="another")
    speakers = [models.Quote.objects.get(pk=quote.pk).speaker for quote in (first, second, third)]
    assert speakers[:2] == [person, person]
    assert speakers[2] != person
    assert models.Organisation.objects.filter(name_en="Gana").count() == 1


def test_new_entry_from_an_older_screen_makes_no_namesake(admin_client):
    article = ArticleFactory()
    quote, other = (suggested_quote(parent=article, speaker_text="Seo Do-yoon") for _quote in range(2))
    older = typed(card_of(admin_client, other), act="accept")
    press(admin_client, quote, "accept")
    assert older["speaker"] == "new"
    admin_client.post(address(article), older)
    assert models.Person.objects.count() == 1


def test_ambiguous_speaker_has_to_be_chosen(admin_client):
    twins = [PersonFactory(name_en="Seo Do-yoon") for _twin in range(2)]
    for twin in twins:
        desk.refresh_entity(twin)
    quote = suggested_quote(speaker_text="Seo Do-yoon")
    response = press(admin_client, quote, "accept")
    assert "Choose who said it" in response.text
    quote.refresh_from_db()
    assert quote.review == Review.SUGGESTED
    press(admin_client, quote, "accept", speaker=twins[1].pk)
    quote.refresh_from_db()
    assert quote.speaker == twins[1]


def test_search_keeps_what_was_typed_and_decides_nothing(admin_client):
    desk.refresh_entity(PersonFactory(name_en="Mads Elkjaer"))
    quote = suggested_quote(speaker_text="Somebody")
    for act in ("search", "enter"):
        response = press(admin_client, quote, act, find_speaker="elkj", role_text="typed role")
        chooser = response.context["screen"].cards[0].choosers["speaker"]
        assert "Mads Elkjaer" in [choice.label for choice in chooser.choices]
        assert 'value="typed role"' in response.text
    quote.refresh_from_db()
    assert (quote.review, quote.role_text) == (Review.SUGGESTED, "")
    press(admin_client, quote, "enter", role_text="typed role")
    quote.refresh_from_db()
    assert (quote.review, quote.role_text) == (Review.SUGGESTED, "typed role")


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({"attribution": "anonymous", "speaker_text": "Somebody"}, "speaker_text"),
        ({"said_on": "2024-05-01"}, "said_precision"),
        ({"text": ""}, "text"),
        ({"said_on": "2024-13-01"}, "said_on"),
    ],
)
def test_wrong_quote_is_told_at_its_field_and_kept_as_typed(admin_client, fields, at):
    quote = suggested_quote(attribution="unknown")
    response = press(admin_client, quote, "accept", role_text="typed role", **fields)
    card = response.context["screen"].cards[0]
    assert list(card.form.errors) == [at]
    assert 'value="typed role"' in response.text
    assert models.Quote.objects.get().review == Review.SUGGESTED


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({"amount_min": "5", "amount_max": "6"}, ["amount_max"]),
        ({"qualifier": "between", "amount_min": "9", "amount_max": "6"}, ["amount_max"]),
        ({"qualifier": "at_least", "amount_min": "5", "amount_max": "6"}, ["amount_max"]),
        ({"qualifier": "undisclosed"}, ["amount_min", "amount_max", "currency"]),
        ({"currency": ""}, ["currency"]),
        ({"equivalent_amount": "5"}, ["equivalent_currency"]),
        ({"event_precision": "year"}, ["event_precision"]),
        ({"amount_min": "many"}, ["amount_min"]),
    ],
)
def test_wrong_claim_is_told_at_its_field(admin_client, fields, at):
    response = press(admin_client, suggested_claim(), "accept", **fields)
    assert list(response.context["screen"].cards[0].form.errors) == at
    assert models.Claim.objects.get().review == Review.SUGGESTED


@pytest.mark.parametrize(
    ("fields", "bounds"),
    [
        ({"amount_min": "5"}, (5, 5)),
        ({"amount_max": "5"}, (5, 5)),
        ({"qualifier": "at_least"}, (80_000_000, None)),
        ({"qualifier": "up_to"}, (None, 80_000_000)),
        ({"qualifier": "between", "amount_max": "90000000"}, (80_000_000, 90_000_000)),
    ],
)
def test_amount_that_was_not_typed_follows(admin_client, fields, bounds):
    claim = suggested_claim()
    assert press(admin_client, claim, "save", **fields).status_code == 302
    claim.refresh_from_db()
    assert (claim.amount_min, claim.amount_max) == bounds


def test_claim_is_accepted_matched_or_opened(admin_client):
    article = ArticleFactory()
    investment = InvestmentFactory()
    plain, matched, opened, asked = (suggested_claim(article=article, investor_text="Gana") for _claim in range(4))
    press(admin_client, plain, "accept")
    assert "Accepted, not matched to an investment yet." in admin_client.get(address(article)).text
    press(admin_client, matched, "accept", investment=investment.pk)
    press(admin_client, opened, "open", investor="new")
    response = press(admin_client, asked, "match")
    assert "Choose an investment first." in response.text
    rows = [models.Claim.objects.get(pk=claim.pk) for claim in (plain, matched, opened, asked)]
    assert [row.review for row in rows] == [Review.ACCEPTED] * 3 + [Review.SUGGESTED]
    assert [row.investment for row in rows[:2]] == [None, investment]
    assert [str(party) for party in rows[2].investment.investors.all()] == ["Gana"]
    assert rows[1].adopted_by == investment


def test_opened_investment_takes_the_chosen_investor(admin_client):
    twins = [OrganisationFactory(name_en="Gana") for _twin in range(2)]
    for twin in twins:
        desk.refresh_entity(twin)
    claim = suggested_claim(investor_text="Gana")
    assert "Several organisations are called" in press(admin_client, claim, "open").text
    assert not models.Investment.objects.exists()
    press(admin_client, claim, "open", investor=twins[1].pk)
    assert list(models.Investment.objects.get().investors.all()) == [twins[1]]


def test_adopting_shows_what_changes_before_and_after(admin_client):
    investment = InvestmentFactory()
    desk.match(ClaimFactory(stage=Stage.ANNOUNCED, amount_text="$80 million"), investment)
    claim = ClaimFactory(stage=Stage.COMMITTED, amount_min=10**8, amount_max=10**8, amount_text="$100 million")
    desk.match(claim, investment)
    shown = [str(change) for change in card_of(admin_client, claim).changes]
    assert shown == ["stage announced → committed", "amount $80 million → $100 million"]
    press(admin_client, claim, "adopt")
    investment.refresh_from_db()
    assert (investment.adopted, investment.stage) == (claim, Stage.COMMITTED)
    told = admin_client.get(address(claim.article)).text
    for change in (*shown, "worth in US dollars $80 million → $100 million"):
        assert change in told
    assert card_of(admin_client, claim).is_adopted


def test_terms_are_accepted_edited_and_rejected(admin_client):
    article = publish_story("plain")
    accepted, rejected = (
        TermFactory(article=article, review=Review.SUGGESTED, sentence="A word is a word.") for _term in range(2)
    )
    press(admin_client, accepted, "accept", name_ko="낱말")
    press(admin_client, rejected, "reject")
    for term in (accepted, rejected):
        term.refresh_from_db()
    assert (accepted.name_ko, accepted.review, accepted.is_public) == ("낱말", Review.ACCEPTED, True)
    assert (rejected.review, rejected.public_from) == (Review.REJECTED, None)


def test_edit_of_a_decided_quote_reaches_what_follows_from_it(admin_client):
    article = publish_story()
    quote = article.quote_blocks.get()
    old, new = quote.speaker, PersonFactory()
    assert press(admin_client, quote, "save", speaker=new.pk).status_code == 200
    press(admin_client, quote, "save", speaker=new.pk, **CORRECTION)
    for person in (old, new):
        person.refresh_from_db()
    assert (old.is_public, new.is_public) == (False, True)
    assert models.Quote.objects.get(pk=quote.pk).review == Review.ACCEPTED


# Two editors


def test_record_changed_meanwhile_is_not_overwritten(admin_client):
    quote = suggested_quote(attribution="unknown", role_text="first")
    older = typed(card_of(admin_client, quote), act="accept", role_text="typed here")
    press(admin_client, quote, "save", role_text="stored by another")
    response = admin_client.post(address(quote.parent), older)
    card = response.context["screen"].cards[0]
    assert card.form.differences == [Difference("Role as printed", "stored by another", "typed here")]
    assert "Somebody else has changed this record" in response.text
    quote.refresh_from_db()
    assert (quote.role_text, quote.review) == ("stored by another", Review.SUGGESTED)
    again = older | {"version": card.form.version}
    assert admin_client.post(address(quote.parent), again).status_code == 302
    quote.refresh_from_db()
    assert (quote.role_text, quote.review) == ("typed here", Review.ACCEPTED)


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30])
def test_form_without_a_known_version_is_refused(admin_client, version):
    quote = suggested_quote(attribution="unknown")
    response = press(admin_client, quote, "accept", version=version)
    assert response.status_code == 200
    assert models.Quote.objects.get().review == Review.SUGGESTED


def test_refused_act_leaves_the_version_as_it_was(admin_client):
    for _twin in range(2):
        desk.refresh_entity(OrganisationFactory(name_en="Gana"))
    claim = suggested_claim(investor_text="Gana")
    response = press(admin_client, claim, "open")
    card = response.context["screen"].cards[0]
    assert card.form.version == models.Claim.objects.get().version


# Who may


def test_without_the_permission_the_desk_is_read_only(reader):
    quote = suggested_quote()
    page = reader.get(address(quote.parent))
    assert 'name="act" value="accept"' not in page.text
    assert "not decide on them" in page.text
    assert press(reader, quote, "accept").status_code == 403
    assert models.Quote.objects.get().review == Review.SUGGESTED


def test_desk_needs_the_right_to_change_the_article(staff):
    client = staff("view_article", "see_all_articles", "decide_records")
    assert client.get(address(ArticleFactory())).status_code == 403


@pytest.mark.parametrize(
    "data", [{"record": "quote-x"}, {"record": "user-1"}, {"record": ""}, {"record": "quote-" + "9" * 30}]
)
def test_unknown_record_is_not_found(admin_client, data):
    assert admin_client.post(address(ArticleFactory()), data | {"act": "accept"}).status_code == 404


def test_record_of_another_article_is_not_found(admin_client):
    quote = suggested_quote()
    data = typed(card_of(admin_client, quote), act="accept")
    assert admin_client.post(address(ArticleFactory()), data).status_code == 404
    assert press(admin_client, quote, "adopt").status_code == 404


def test_unknown_article_leads_back_to_the_list(admin_client):
    response = admin_client.get(reverse("admin:articles_article_records", args=[10**6]))
    assert response.status_code == 302


def test_article_form_leads_to_the_desk(admin_client):
    quote = suggested_quote()
    form = admin_client.get(reverse("admin:articles_article_change", args=[quote.parent.pk])).text
    assert f'href="{address(quote.parent)}">Records desk (1 record to decide)</a>' in form
    assert admin_client.get(reverse("admin:articles_article_add")).status_code == 200


def test_accepted_claim_is_matched_to_another_investment(admin_client):
    first, second = InvestmentFactory(), InvestmentFactory()
    desk.match(ClaimFactory(), first)
    claim = ClaimFactory()
    desk.match(claim, first)
    press(admin_client, claim, "save", investment=second.pk)
    claim.refresh_from_db()
    assert (claim.investment, claim.adopted_by) == (second, second)
    refused = press(admin_client, claim, "save", investment=first.pk)
    assert "takes its figures from this claim" in refused.text


# What follows from an adoption


@pytest.mark.parametrize(
    ("stage", "by_hand", "days"),
    [
        (Stage.ANNOUNCED, None, 30),
        (Stage.ANNOUNCED, 10, 30),
        (Stage.ANNOUNCED, 40, 40),
        (Stage.CANCELLED, None, None),
        (Stage.DISBURSED, 10, 10),
    ],
)
def test_adoption_sets_the_day_of_the_next_check(settings, stage, by_hand, days):
    settings.RECHECK_DAYS = 30
    by_hand = localdate() + timedelta(days=by_hand) if by_hand else None
    investment = InvestmentFactory(recheck_on=by_hand)
    desk.match(ClaimFactory(stage=stage), investment)
    investment.refresh_from_db()
    assert investment.recheck_on == (localdate() + timedelta(days=days) if days else None)


def test_adopting_the_same_claim_again_leaves_the_day_of_the_check():
    claim = ClaimFactory()
    investment = desk.open_investment(claim)
    models.Investment.objects.filter(pk=investment.pk).update(recheck_on=date(2020, 1, 1))
    assert desk.adopt(models.Claim.objects.get(pk=claim.pk)) == []
    investment.refresh_from_db()
    assert investment.recheck_on == date(2020, 1, 1)


def test_adoption_is_in_the_history_of_the_investment(admin_client):
    investment = InvestmentFactory()
    desk.match(ClaimFactory(), investment)
    claim = ClaimFactory(stage=Stage.COMMITTED)
    desk.match(claim, investment)
    press(admin_client, claim, "adopt")
    version = reversion.models.Version.objects.get_for_object(investment).first()
    assert (version.field_dict["stage"], version.field_dict["adopted_id"]) == (Stage.COMMITTED, claim.pk)
    assert version.revision.comment == "Adopted: stage announced → committed"


def test_saving_an_adopted_claim_moves_its_investment(admin_client):
    claim = ClaimFactory()
    investment = desk.open_investment(claim)
    claim.refresh_from_db()
    response = press(admin_client, claim, "save", qualifier=Qualifier.AT_LEAST, stage=Stage.CANCELLED)
    assert response.status_code == 302
    investment.refresh_from_db()
    assert (investment.stage, investment.usd_max) == (Stage.CANCELLED, None)
    assert "stage announced → cancelled" in admin_client.get(address(claim.article)).text
