"""The editor's day: write and decide."""

import re

import pytest
from django.urls import reverse

from articles import desk, models, search
from articles.desk import versions
from articles.vocabulary import Attribution, Review
from tests.factories import CORRECTION, ClaimFactory, InvestmentFactory, OrganisationFactory, make_story, publish_story

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LIST = reverse("admin:articles_article_changelist")


def form_data(client, address):
    """Return what the browser would send back from a change form, unchanged."""
    return sent_from(client.get(address))


def sent_from(response):
    """Return what the browser would send from the page of a form, with all that is typed in it."""
    forms = [response.context["adminform"].form]
    for wrapped in response.context["inline_admin_formsets"]:
        forms += [wrapped.formset.management_form, *wrapped.formset.forms]
    data = {}
    for form in forms:
        for bound in form:
            value = bound.value()
            if value is True:
                data[bound.html_name] = "on"
            elif value is not None and value is not False:
                data[bound.html_name] = value
    return data


def act(client, action, *articles, address=LIST):
    return client.post(address, {"action": action, "_selected_action": [row.pk for row in articles]}, follow=True)


def test_saving_a_form_unchanged_changes_nothing_readers_see(admin_client):
    article = publish_story()
    address = reverse("admin:articles_article_change", args=[article.pk])
    page = article.get_absolute_url()
    before = admin_client.get(page).text
    response = admin_client.post(address, form_data(admin_client, address))
    assert response.status_code == 302, response.context["errors"]
    assert admin_client.get(page).text == before


def test_added_block_is_sanitised_and_searchable(admin_client):
    article = publish_story()
    address = reverse("admin:articles_article_change", args=[article.pk])
    data = form_data(admin_client, address)
    prefix = "text_blocks"
    number = int(data[f"{prefix}-TOTAL_FORMS"])
    data[f"{prefix}-TOTAL_FORMS"] = number + 1
    new = {"html": "<p>fresh<script>1</script></p>", "region": "main", "ordering": 99}
    data |= {f"{prefix}-{number}-{name}": value for name, value in new.items()}
    assert admin_client.post(address, data).status_code == 302
    assert models.Text.objects.get(ordering=99).html == "<p>fresh</p>"
    assert search.find(models.Article.objects.public(), "fresh").exists()


def test_rejecting_a_quote_in_the_form_takes_its_speaker_from_readers(admin_client):
    article = publish_story()
    address = reverse("admin:articles_article_change", args=[article.pk])
    data = form_data(admin_client, address) | CORRECTION
    data["quote_blocks-0-review"] = Review.REJECTED
    assert admin_client.post(address, data).status_code == 302
    assert not models.Person.objects.public().exists()
    assert not models.Quote.objects.public().exists()


def test_editor_page_carries_its_nonce_and_public_pages_none(admin_client):
    article = make_story()
    response = admin_client.get(reverse("admin:articles_article_change", args=[article.pk]))
    nonce = re.search(r"'nonce-([^']+)'", response.headers["Content-Security-Policy"])[1]
    assert f'<script type="importmap" nonce="{nonce}"' in response.text or f'nonce="{nonce}"' in response.text


def test_accept_all_decides_every_suggestion(admin_client):
    article = make_story()
    article.quote_blocks.update(review=Review.SUGGESTED, speaker=None, speaker_text="Someone New")
    article.claims.update(review=Review.SUGGESTED)
    act(admin_client, "accept_records", article)
    assert article.quote_blocks.get().speaker.name_en == "Someone New"
    assert article.claims.get().review == Review.ACCEPTED


@pytest.mark.parametrize(("make", "left"), [(make_story, 0), (publish_story, 1)])
def test_article_is_deleted_only_before_readers_saw_it(admin_client, make, left):
    article = make()
    article.corrections.all().delete()
    admin_client.post(LIST, {"action": "delete_selected", "_selected_action": [article.pk], "post": "yes"}, follow=True)
    admin_client.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"})
    assert models.Article.objects.count() == left


def test_page_that_deletes_names_what_goes_and_no_mere_ties(admin_client):
    article = make_story()
    article.corrections.all().delete()
    for row in (article, article.topics.get()):
        page = admin_client.get(reverse(f"admin:articles_{row._meta.model_name}_delete", args=[row.pk]))
        assert str(row) in page.text
        assert "object (" not in page.text
        assert "relationship" not in page.text
    chosen = admin_client.post(LIST, {"action": "delete_selected", "_selected_action": [article.pk]})
    assert "Said plain" in chosen.text
    assert "relationship" not in chosen.text


def test_claims_are_opened_matched_and_adopted_from_their_list(admin_client):
    address = reverse("admin:articles_claim_changelist")
    claim = ClaimFactory(investor_text="Gana", review=Review.SUGGESTED)
    act(admin_client, "open_investment", claim, address=address)
    claim.refresh_from_db()
    assert claim.adopted_by == claim.investment
    other = ClaimFactory()
    form = reverse("admin:articles_claim_change", args=[other.pk])
    data = form_data(admin_client, form) | {"investment": claim.investment.pk}
    assert admin_client.post(form, data).status_code == 302
    act(admin_client, "adopt", other, address=address)
    claim.investment.refresh_from_db()
    assert claim.investment.adopted == other


def test_claim_given_an_investment_in_its_article_is_matched(admin_client):
    claim = ClaimFactory(review=Review.SUGGESTED)
    investment = InvestmentFactory()
    address = reverse("admin:articles_article_change", args=[claim.article.pk])
    data = form_data(admin_client, address) | {"claims-0-investment": investment.pk}
    assert admin_client.post(address, data).status_code == 302
    investment.refresh_from_db()
    assert investment.adopted == claim
    assert investment.adopted.review == Review.ACCEPTED
    refused = admin_client.post(address, data | {"claims-0-investment": InvestmentFactory().pk})
    assert "takes its figures from this claim" in refused.text


def test_investment_form_chooses_where_its_figures_come_from(admin_client):
    investment = InvestmentFactory()
    claims = [ClaimFactory(), ClaimFactory(amount_min=5, amount_max=5)]
    for claim in claims:
        desk.match(claim, investment)
    address = reverse("admin:articles_investment_change", args=[investment.pk])
    data = form_data(admin_client, address) | {"figures_from": claims[1].pk}
    response = admin_client.post(address, data)
    assert response.status_code == 302, response.context["errors"]
    investment.refresh_from_db()
    assert (investment.adopted, investment.usd_max) == (claims[1], 5)
    data = form_data(admin_client, address) | {"title_en": "Renamed"}
    assert admin_client.post(address, data).status_code == 302
    comments = [revision.comment for revision in versions.revisions_of(investment)]
    assert [comment.startswith("Adopted") for comment in comments] == [False, True]


def test_investment_form_keeps_what_readers_see(admin_client):
    publish_story()
    investment = models.Investment.objects.get()
    hidden = ClaimFactory()
    desk.match(hidden, investment)
    address = reverse("admin:articles_investment_change", args=[investment.pk])
    response = admin_client.post(address, form_data(admin_client, address) | {"figures_from": hidden.pk})
    assert "would lose it" in response.context["adminform"].form.errors["figures_from"][0]


def test_quotes_are_rejected_from_their_list(admin_client):
    article = make_story()
    address = reverse("admin:articles_quote_changelist")
    act(admin_client, "reject", article.quote_blocks.get(), address=address)
    assert article.quote_blocks.get().review == Review.REJECTED
    assert article.text_blocks.count() == 2


def test_impossible_decision_tells_the_editor(admin_client):
    for _twin in range(2):
        desk.refresh_entity(OrganisationFactory(name_en="Twin"))
    claim = ClaimFactory(investor_text="Twin", review=Review.SUGGESTED)
    address = reverse("admin:articles_claim_changelist")
    response = act(admin_client, "open_investment", claim, address=address)
    assert "Several organisations are called “Twin”" in response.text
    assert not models.Investment.objects.exists()


def test_anonymous_quote_with_a_speaker_is_refused_with_a_message(admin_client):
    article = make_story()
    address = reverse("admin:articles_article_change", args=[article.pk])
    data = form_data(admin_client, address) | {"quote_blocks-0-attribution": Attribution.ANONYMOUS}
    response = admin_client.post(address, data)
    assert response.status_code == 200
    assert "An anonymous quote has no speaker." in response.text
