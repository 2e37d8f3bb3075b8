"""Two editors, one article: the second save is refused, both versions are shown, and nothing typed is lost."""

import itertools

import pytest
from django.contrib.auth import get_user_model
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from django.utils.datastructures import MultiValueDict

from articles import desk, models
from articles.admin.conflicts import MOST_ROWS, rebase
from articles.intake import read_story
from articles.vocabulary import Review
from tests.admin.test_articles import act, form_data, sent_from
from tests.batches import apply_batch, read_batch
from tests.factories import ClaimFactory, InvestmentFactory, PersonFactory, TextFactory, make_story

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def editor(name):
    """Return a session of an editor of that name."""
    client = Client(headers={"accept-language": "en"})
    client.force_login(get_user_model().objects.create_superuser(name))
    return client


@pytest.fixture
def editors():
    """Two editors, each in a session of their own."""
    return editor("anna"), editor("bora")


@pytest.fixture(scope="module")
def opened(rows_of_a_module):
    """A story, and its form as every editor has it open."""
    with rows_of_a_module():
        article = make_story("opened")
        yield article.pk, form_data(editor("reader"), address_of(article))


def address_of(record):
    return reverse(f"admin:articles_{record._meta.model_name}_change", args=[record.pk])


def new_row(data, prefix, **fields):
    """Return the form with one more block."""
    number = int(data[f"{prefix}-TOTAL_FORMS"])
    row = {f"{prefix}-{number}-{name}": value for name, value in fields.items()}
    return data | row | {f"{prefix}-TOTAL_FORMS": number + 1}


# What an editor does in the form: each returns the posted data and the words typed.
def change_headline(data, word):
    return data | {"headline": word}


def change_block(data, word):
    return data | {"text_blocks-0-html": f"<p>{word}</p>"}


def change_quote(data, word):
    return data | {"quote_blocks-0-text": word}


def change_claim(data, word):
    return data | {"claims-0-sentence": word}


def add_block(data, word):
    return new_row(data, "heading_blocks", text=word, region="main", ordering=90)


def delete_block(data, word):
    return data | {"text_blocks-0-DELETE": "on", "standfirst": word}


CHANGES = [change_headline, change_block, change_quote, change_claim, add_block, delete_block]


# What may happen to the article meanwhile, at any door; whoever has the form open brings it along.
def save_form(change):
    def happen(client, article, word, form=None):
        address = address_of(article)
        response = client.post(address, change(form or form_data(client, address), word))
        assert response.status_code == 302, response.context["errors"]

    return happen


def act_on_list(client, article, word, form=None):
    article.quote_blocks.update(review=Review.SUGGESTED)
    act(client, "accept", article.quote_blocks.get(), address=reverse("admin:articles_quote_changelist"))


def edit_the_quote_alone(client, article, word, form=None):
    address = address_of(article.quote_blocks.get())
    assert client.post(address, form_data(client, address) | {"text": word}).status_code == 302


def send_to_review(client, article, word, form=None):
    desk.send_to_review(article)


def import_a_table(client, article, word, form=None):
    apply_batch(read_batch(f"title_en,sentence\n{word},{word}\n".encode(), "table.csv", article))


MEANWHILE = [*map(save_form, CHANGES), act_on_list, edit_the_quote_alone, send_to_review, import_a_table]
UNSHOWN = (act_on_list, send_to_review, import_a_table)  # which bring no words into the form


# Every way to change an article against every way it may have been changed meanwhile; each of them with one of the
# others on a second database, whose statements are the same for all pairs.
PAIRS = itertools.product(enumerate(CHANGES), enumerate(MEANWHILE))
ROUNDS = [
    pytest.param(mine, theirs, marks=[] if m == t % len(CHANGES) else pytest.mark.any_database)
    for (m, mine), (t, theirs) in PAIRS
]


@pytest.mark.parametrize(("mine", "theirs"), ROUNDS)
def test_second_save_is_refused_and_nothing_typed_is_lost(editors, opened, mine, theirs):
    first, second = editors
    pk, form = opened
    article = models.Article.objects.get(pk=pk)
    address = address_of(article)
    typed = mine(form, "typed by second")
    theirs(first, article, "typed by first", form)
    stored = state(article)
    refused = second.post(address, typed)
    assert refused.status_code == 200
    assert "Somebody else has saved this" in refused.text
    assert state(article) == stored, "the first editor's words stand"
    assert "typed by second" in refused.text
    if theirs not in UNSHOWN:
        assert "typed by first" in refused.text
    assert second.post(address, sent_from(refused)).status_code == 302
    assert "typed by second" in str(state(article))


def state(article):
    """Return all words of the article as they are stored."""
    article = models.Article.objects.get(pk=article.pk)
    blocks = [sorted(kind.objects.filter(parent=article).values_list("pk", *WORDS[kind])) for kind in WORDS]
    return article.headline, article.standfirst, blocks, list(article.claims.values_list("sentence", flat=True))


WORDS = {models.Text: ["html"], models.Heading: ["text"], models.Quote: ["text"]}


def test_words_in_a_block_that_was_deleted_meanwhile_come_back_as_a_new_one(editors):
    first, second = editors
    article = make_story()
    TextFactory(parent=article, html="<p>stays</p>", ordering=15)
    address = address_of(article)
    typed = change_block(form_data(second, address), "not lost")
    save_form(delete_block)(first, article, "x")
    refused = second.post(address, typed)
    assert "not lost" in refused.text
    assert "only in yours: text" in refused.text
    assert second.post(address, sent_from(refused)).status_code == 302
    assert sorted(article.text_blocks.values_list("html", flat=True)) == ["<p>not lost</p>", "<p>stays</p>"]


def test_block_that_somebody_added_meanwhile_stays(editors):
    first, second = editors
    article = make_story()
    address = address_of(article)
    typed = change_headline(form_data(second, address), "mine")
    save_form(add_block)(first, article, "theirs")
    assert second.post(address, sent_from(second.post(address, typed))).status_code == 302
    article.refresh_from_db()
    assert (article.headline, article.heading_blocks.get().text) == ("mine", "theirs")


@pytest.mark.parametrize(("total", "initial"), [(200_000, 200_000), (1, 200_000), (MOST_ROWS + 1, 1)])
def test_more_rows_than_a_page_sends_are_not_even_counted(total, initial):
    data = QueryDict(f"claims-TOTAL_FORMS={total}&claims-INITIAL_FORMS={initial}&claims-0-id=1")
    assert rebase(data, MultiValueDict(), "claims", None)[0] is data


def test_third_save_after_another_change_is_refused_again(editors):
    first, second = editors
    article = make_story()
    address = address_of(article)
    typed = change_headline(form_data(second, address), "mine")
    save_form(change_headline)(first, article, "theirs")
    refused = second.post(address, typed)
    save_form(change_headline)(first, article, "theirs again")
    refused = second.post(address, sent_from(refused))
    assert "theirs again" in refused.text
    article.refresh_from_db()
    assert article.headline == "theirs again"


@pytest.mark.parametrize("make", [PersonFactory, InvestmentFactory, ClaimFactory])
def test_other_records_are_guarded_too(editors, make):
    first, second = editors
    record = make()
    address = address_of(record)
    data = form_data(second, address)
    assert first.post(address, form_data(first, address)).status_code == 302
    assert "Somebody else has saved this" in second.post(address, data).text


def test_form_without_its_version_is_refused(admin_client):
    article = make_story()
    data = form_data(admin_client, address_of(article)) | {"headline": "crafted"}
    del data["seen_version"]
    assert admin_client.post(address_of(article), data).status_code == 200
    article.refresh_from_db()
    assert article.headline == "Headline plain"


def test_list_action_on_an_older_list_is_refused(editors):
    first, second = editors
    article = make_story()
    quote = article.quote_blocks.get()
    address = reverse("admin:articles_quote_changelist")
    seen = f"articles.quote:{quote.pk}:{quote.version}"
    assert seen in second.get(address).text
    edit_the_quote_alone(first, article, "newer words")
    refused = second.post(address, {"action": "reject", "_selected_action": [quote.pk], "seen": [seen]}, follow=True)
    assert "changed since this list was opened" in refused.text
    assert article.quote_blocks.get().review == Review.ACCEPTED


def test_story_imported_again_leaves_the_editors_words_alone(admin_client):
    plan = desk_plan()
    article = desk.save_draft(plan).article
    save_form(change_headline)(admin_client, article, "edited")
    again = desk.save_draft(plan)
    assert (again.created, again.article.headline) == (False, "edited")


def desk_plan():
    return read_story("투자 소식\n\n가나전자는 2024년 박닌성에 8천만 달러를 투자한다고 발표했다.\n")
