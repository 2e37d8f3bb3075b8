"""Every door of the admin against every role. The doors are read from the resolver: a new one needs its row here."""

from copy import deepcopy
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client
from django.urls import URLResolver, reverse
from django.utils import timezone
from reversion.models import Version

from articles import desk, models
from articles.desk.pages import write_missing_pages
from articles.desk.roles import ROLES, make_roles
from articles.vocabulary import Attribution, Review, Status
from tests.admin.test_articles import form_data
from tests.batches import read_batch
from tests.factories import (
    CORRECTION,
    ArticleFactory,
    InvestmentFactory,
    PersonFactory,
    QuoteFactory,
    TermFactory,
    make_story,
    publish_story,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
# One letter a role: Reporter, Editor, Publisher, Data editor. A superuser may open every door, a stranger none.
LETTERS = {"R": "reporter", "E": "editor", "P": "publisher", "D": "data editor"}
ALL = "REPD"


# Pages of articles whose address names none.
LISTS = {"articles_article_paste", "articles_article_translations"}


@dataclass(frozen=True)
class Row:
    """Who may read a model's pages, add, change and delete its rows."""

    view: str = ""
    add: str = ""
    change: str = ""
    delete: str = ""


# The article and its records are those of a colleague: reporters see and change nothing of it.
MODELS = {
    "article": Row(view="EPD", add="REP", change="EP", delete="EP"),
    "quote": Row(view="EPD", change="EP", delete="EP"),
    "claim": Row(view="EPD", add="EP", change="EP", delete="EP"),
    "correction": Row(view=ALL),
    "report": Row(view="EPD", change="EPD", delete="P"),
    "page": Row(view=ALL, add="EP", change="EP", delete="P"),
    "investment": Row(view="EPD", add="D", change="D", delete="D"),
    "rate": Row(view="D", add="D", change="D", delete="D"),
    "person": Row(view=ALL, add="EPD", change="EPD", delete="D"),
    "organisation": Row(view=ALL, add="EPD", change="EPD", delete="D"),
    "topic": Row(view=ALL, add="EPD", change="EPD", delete="D"),
    "term": Row(view="EPD", add="EPD", change="EPD", delete="D"),
    "place": Row(view=ALL, add="D", change="D", delete="D"),
    "section": Row(view=ALL, add="D", change="D", delete="D"),
    "sector": Row(view=ALL, add="D", change="D", delete="D"),
    "outlet": Row(view=ALL, add="D", change="D", delete="D"),
    "merge": Row(view="D"),
    "batch": Row(view="D", add="D", delete="D"),
    "user": Row(),
    "group": Row(),
}
MERGED = ("person", "organisation", "place")
# Doors that are not one of a model's own pages: who may GET, who may POST.
DOORS = {
    "index": (ALL, ALL),
    "password_change": (ALL, ALL),
    "password_change_done": (ALL, ""),
    "autocomplete": (ALL, ""),
    "jsi18n": (ALL, ""),
    "app_list": (ALL, ALL),
    "auth_user_password_change": ("", ""),
    "time_zone": (ALL, ALL),
    "checked": ("", "D"),
    "articles_article_step": ("EP", "EP"),
    "articles_article_paste": ("REP", "REP"),
    "articles_article_export": (ALL, ""),
    "articles_article_records": ("EP", "EP"),
    "articles_article_preview": ("EPD", ""),
    "articles_article_preview_link": ("EPD", "EPD"),
    "articles_article_translations": (ALL, ""),
    "articles_article_versions": ("EPD", "EP"),
    "articles_article_beside": ("EPD", ""),
    "articles_quote_export": ("EPD", ""),
    "articles_investment_export": (ALL, ""),
    "articles_batch_import": ("", "D"),
    "articles_batch_undo": ("", "D"),
    **{f"articles_{model}_{page}": ("D", "D") for model in MERGED for page in ("merge", "duplicates")},
}


def doors():
    """Yield every named address of the admin."""
    for pattern in walk(admin.site.get_urls()):
        if pattern.name and pattern.name not in {"login", "logout"}:
            yield pattern.name


def walk(patterns):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from walk(pattern.url_patterns)
        else:
            yield pattern


def expected(name):
    """Return who may GET and who may POST at a door."""
    if name in DOORS:
        return DOORS[name]
    app, model, page = name.rsplit("_", 2)
    row = MODELS[model]
    return {
        "changelist": (changelist(model, row), changelist(model, row)),
        "history": (row.view, row.view),
        "change": (row.view, row.change),
        "add": (row.add, row.add),
        "delete": (row.delete, row.delete),
        "deleted": (row.add, row.add),
        "recover": ("", row.add),
        "restore": ("", row.change),
    }[page]


def changelist(model, row):
    """A reporter has lists with what belongs to the own articles in them."""
    return ALL if model in {"article", "investment", "term"} else row.view


class Newsroom:
    """A newsroom with a user in each role, and a row of every model."""

    def __init__(self):
        make_roles()
        self.story = make_story()
        self.story.corrections.all().delete()
        self.published = publish_story("second")
        models.Rate.objects.create(currency="VND", day="2026-01-01", per_usd=25000, source="desk")
        models.Outlet.objects.create(name_en="Outlet")
        write_missing_pages()
        models.Report.objects.create(words="Wrong.", language="en")
        desk.merge(PersonFactory(), PersonFactory())
        self.batch = read_batch(b"title_en,amount_text\nPlant,$1 million\n", "table.csv", None)
        self.users = {letter: self.user(name) for letter, name in LETTERS.items()}

    def user(self, role):
        user = get_user_model().objects.create_user(role.replace(" ", "-"), is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        return user

    def client(self, letter):
        client = Client(headers={"accept-language": "en"}, raise_request_exception=False)
        client.force_login(self.users[letter])
        return client

    def row(self, model):
        """Return a row that could be deleted; of the story where it is part of one."""
        if model in {"user", "group"}:
            return (get_user_model() if model == "user" else Group).objects.first()
        rows = getattr(models, model.capitalize()).objects.order_by("pk")
        return rows.filter(article=self.story).first() if model == "claim" else rows.first()

    def arguments(self, name):
        """Return what the address of a door that is not a model's own page is made of."""
        if name.endswith("_export"):
            return ["csv"]
        if name.startswith("articles_batch_"):
            return [self.batch.pk]
        if name.startswith("articles_article_") and name not in LISTS:
            return ["review" if name.endswith("_step") else self.story.pk]
        other = {"app_list": ["articles"], "auth_user_password_change": [1], "checked": [self.row("investment").pk]}
        return other.get(name, [])

    def query(self, name):
        """Return what a door needs to be told in its address."""
        if name.endswith("_merge"):
            return f"?keep={self.row(name.split('_')[1]).pk}"
        return {
            "articles_article_step": f"?id={self.story.pk}",
            "autocomplete": "?app_label=articles&model_name=article&field_name=section&term=x",
        }.get(name, "")

    def posted(self, name):
        """Return what a door needs to be sent to be more than knocked at."""
        record = f"quote-{self.story.quote_blocks.get().pk}"
        return {
            "articles_article_records": {"record": record, "act": "save"},
            "articles_article_versions": {"act": "unlink"},
        }.get(name, {})


@pytest.fixture(scope="module")
def built(rows_of_a_module):
    """A newsroom with every role at work, as it is before anybody does anything."""
    with rows_of_a_module():
        yield Newsroom()


@pytest.fixture
def newsroom(built):
    """The newsroom for one test, which may change the rows in hand."""
    return deepcopy(built)


def address(newsroom, name):
    """Return the address of a door, for a row in whose way nothing but the role stands."""
    if name in DOORS:
        return reverse(f"admin:{name}", args=newsroom.arguments(name)) + newsroom.query(name)
    _app, model, page = name.rsplit("_", 2)
    arguments = {"add": [], "changelist": [], "deleted": []}.get(page)
    if arguments is None:
        pk = newsroom.row(model).pk
        arguments = {"recover": [1], "restore": [pk, 1]}.get(page, [pk])
    return reverse(f"admin:{name}", args=arguments)


def is_open(response, leads_home=False):
    """Whether a door let somebody in: an error of the form is inside, a page one is sent away from is not."""
    if response.status_code in {403, 404, 405}:
        return False
    away = {reverse("admin:login")} if leads_home else {reverse("admin:index"), reverse("admin:login")}
    return response.headers.get("Location", "").split("?")[0] not in away


def surprises(newsroom, client, letter, method):
    """Return the doors that are open and should not be, or the other way round."""
    found = []
    for name in sorted(set(doors())):
        allowed = bool(letter) and letter in expected(name)[method == "post"]
        response = getattr(client, method)(address(newsroom, name), newsroom.posted(name) if method == "post" else None)
        if is_open(response, leads_home=name == "checked") != allowed or response.status_code >= 500:
            found.append(f"{name}: {response.status_code}, should be {'open' if allowed else 'closed'}")
    return "\n".join(found)


# Behind the doors of an editor and a data editor lies all that a reporter and a publisher ask the database.
LETTERS_OF_DOORS = [pytest.param(each, marks=[] if each in "ED" else pytest.mark.any_database) for each in ALL]


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("letter", LETTERS_OF_DOORS)
def test_every_door_is_open_to_whom_it_should_be(newsroom, letter, method):
    assert surprises(newsroom, newsroom.client(letter), letter, method) == ""


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_door_is_open_to_a_stranger(newsroom, method):
    assert surprises(newsroom, Client(), "", method) == ""


def test_every_role_is_a_group_with_its_permissions_and_no_more():
    call_command("roles", verbosity=0)
    call_command("roles", verbosity=0)
    found = {group.name: set(group.permissions.values_list("codename", flat=True)) for group in Group.objects.all()}
    assert found == ROLES


# The side doors of one's own drafts, and of the stories of others


def draft_of(newsroom, letter):
    """Return a draft that the user has written, with a suggested quote in it."""
    article = ArticleFactory(owner=newsroom.users[letter])
    QuoteFactory(parent=article, review=Review.SUGGESTED, attribution=Attribution.NAMED)
    desk.refresh_article(article)
    return article


def change_address(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def test_reporter_edits_own_drafts_until_they_are_handed_over(newsroom):
    article, client = draft_of(newsroom, "R"), newsroom.client("R")
    data = form_data(client, change_address(article)) | {"headline": "better"}
    assert client.post(change_address(article), data).status_code == 302
    article.refresh_from_db()
    assert article.headline == "better"
    client.post(reverse("admin:articles_article_step", args=["review"]) + f"?id={article.pk}", {})
    article.refresh_from_db()
    assert (article.status, article.steps.get().by) == (Status.REVIEW, newsroom.users["R"])
    assert client.post(change_address(article), data).status_code == 403


@pytest.mark.parametrize("step", ["publish", "withdraw", "unschedule", "back"])
def test_reporter_takes_no_step_of_an_editor(newsroom, step):
    article, client = draft_of(newsroom, "R"), newsroom.client("R")
    models.Article.objects.filter(pk=article.pk).update(status={"back": Status.REVIEW}.get(step, Status.DRAFT))
    response = client.post(reverse("admin:articles_article_step", args=[step]) + f"?id={article.pk}", {"note": "x"})
    assert response.status_code == 403


def test_reporter_decides_about_no_record(newsroom):
    article, client = draft_of(newsroom, "R"), newsroom.client("R")
    crafted = form_data(client, change_address(article)) | {"quote_blocks-0-review": Review.ACCEPTED}
    assert client.post(change_address(article), crafted).status_code == 302
    assert article.quote_blocks.get().review == Review.SUGGESTED
    action = {"action": "accept_records", "_selected_action": [article.pk]}
    client.post(reverse("admin:articles_article_changelist"), action)
    assert article.quote_blocks.get().review == Review.SUGGESTED


def test_who_may_decide_does_so_in_articles_that_are_theirs_to_change(newsroom):
    newsroom.users["R"].user_permissions.add(Permission.objects.get(codename="decide_records"))
    newsroom.published.quote_blocks.update(review=Review.SUGGESTED)
    articles = [draft_of(newsroom, "R"), newsroom.published]
    action = {"action": "accept_records", "_selected_action": [article.pk for article in articles]}
    newsroom.client("R").post(reverse("admin:articles_article_changelist"), action)
    assert [article.quote_blocks.get().review for article in articles] == [Review.ACCEPTED, Review.SUGGESTED]


def test_what_a_reporter_writes_over_an_accepted_quote_is_a_suggestion(newsroom):
    article, client = draft_of(newsroom, "R"), newsroom.client("R")
    article.quote_blocks.update(review=Review.ACCEPTED)
    data = form_data(client, change_address(article)) | {"quote_blocks-0-text": "other words"}
    assert client.post(change_address(article), data).status_code == 302
    assert article.quote_blocks.get().review == Review.SUGGESTED


def test_reporter_sees_no_draft_of_a_colleague(newsroom):
    client = newsroom.client("R")
    assert newsroom.story.headline not in client.get(reverse("admin:articles_article_changelist")).text
    query = {"app_label": "articles", "model_name": "term", "field_name": "article", "term": "plain"}
    answer = client.get(reverse("admin:autocomplete"), query)
    assert newsroom.story.headline not in answer.text


def test_reporter_reads_nothing_of_a_colleagues_draft_in_its_records(newsroom):
    client, words = newsroom.client("R"), ("plain", "second")
    pages = ["term_changelist", "investment_changelist"]
    found = {page: client.get(reverse(f"admin:articles_{page}")).text for page in pages}
    export = client.get(reverse("admin:articles_investment_export", args=["csv"]))
    found["export"] = b"".join(export.streaming_content).decode()
    for model, field in (("investmentcard", "investment"), ("definition", "term")):
        query = {"app_label": "articles", "model_name": model, "field_name": field, "term": ""}
        found[field] = client.get(reverse("admin:autocomplete"), query).text
    for where, text in found.items():
        assert [word in text for word in words] == [False, True], where
    for row in (models.Term.objects.get(article=newsroom.story), newsroom.story.claims.get().investment):
        address = reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk])
        assert not is_open(client.get(address))
    client = newsroom.client("E")
    assert all(word in client.get(reverse(f"admin:articles_{page}")).text for page in pages for word in words)


def test_records_are_listed_for_who_may_see_their_story(newsroom):
    user = newsroom.users["R"]
    user.user_permissions.add(*Permission.objects.filter(codename__in=["view_quote", "view_claim"]))
    models.Claim.objects.filter(article=newsroom.story).update(investment=newsroom.published.claims.get().investment)
    client = newsroom.client("R")
    investment = newsroom.published.claims.get().investment
    for name, arguments in (("quote_changelist", []), ("claim_changelist", []), ("investment_change", [investment.pk])):
        text = client.get(reverse(f"admin:articles_{name}", args=arguments)).text
        assert (newsroom.story.headline in text, newsroom.published.headline in text) == (False, True), name


@pytest.mark.parametrize("side_door", ["_saveasnew", "_popup", "_continue", "_addanother"])
def test_submit_buttons_open_nothing(newsroom, side_door):
    client = newsroom.client("R")
    client.post(change_address(newsroom.story) + "?_popup=1", {side_door: "1", "headline": "mine"})
    newsroom.story.refresh_from_db()
    assert (newsroom.story.headline, models.Article.objects.count()) == ("Headline plain", 2)


def test_inline_of_another_article_is_not_taken_over(newsroom):
    """A crafted id in one's own form does not reach into a colleague's article."""
    article, client = draft_of(newsroom, "R"), newsroom.client("R")
    victim = newsroom.story.quote_blocks.get()
    data = form_data(client, change_address(article))
    data |= {"quote_blocks-0-id": victim.pk, "quote_blocks-0-text": "hijacked"}
    client.post(change_address(article), data)
    victim.refresh_from_db()
    assert (victim.text, victim.parent) == ("Said plain", newsroom.story)


def test_block_of_another_article_is_not_cloned(newsroom):
    article, client = draft_of(newsroom, "R"), newsroom.client("R")
    secret = newsroom.story.text_blocks.get()
    data = form_data(client, change_address(article))
    data |= {"_clone": f"articles.text:{secret.pk}", "_clone_region": "main", "_clone_ordering": 99}
    client.post(change_address(article), data)
    assert not article.text_blocks.exists()
    assert newsroom.story.text_blocks.count() == 1


def test_revision_of_another_article_is_not_restored_or_read(newsroom):
    with desk.recorded(newsroom.users["E"], "saved"):
        newsroom.story.save()
    version = Version.objects.get_for_object(newsroom.story).get()
    client = newsroom.client("R")
    for name in ("history", "restore"):
        arguments = [newsroom.story.pk, version.revision_id][: 1 + (name == "restore")]
        method = client.post if name == "restore" else client.get
        assert not is_open(method(reverse(f"admin:articles_article_{name}", args=arguments)))
    newsroom.story.delete()
    assert newsroom.story.headline not in client.get(reverse("admin:articles_article_deleted")).text
    client.post(reverse("admin:articles_article_recover", args=[version.pk]))
    assert models.Article.objects.count() == 1


def test_editor_cannot_change_what_readers_have_seen_but_a_publisher_can(newsroom):
    address = change_address(newsroom.published)
    for letter, headline in (("E", "Headline second"), ("P", "changed")):
        client = newsroom.client(letter)
        response = client.post(address, form_data(client, address) | CORRECTION | {"headline": "changed"})
        newsroom.published.refresh_from_db()
        assert newsroom.published.headline == headline
    assert response.status_code == 302


def test_data_editor_reads_articles_and_changes_none(newsroom):
    client = newsroom.client("D")
    assert newsroom.story.headline in client.get(reverse("admin:articles_article_changelist")).text
    form = client.get(change_address(newsroom.story)).text
    assert reverse("admin:articles_article_preview", args=[newsroom.story.pk]) in form
    assert reverse("admin:articles_article_records", args=[newsroom.story.pk]) not in form
    assert client.post(change_address(newsroom.story), {"headline": "x"}).status_code == 403


def test_data_editor_decides_only_about_the_rows_of_a_table(newsroom):
    quote, client = newsroom.story.quote_blocks.get(), newsroom.client("D")
    models.Quote.objects.filter(pk=quote.pk).update(review=Review.SUGGESTED)
    lists = {"article": ("accept_records", newsroom.story), "quote": ("accept", quote)}
    for model, (action, row) in lists.items():
        data = {"action": action, "_selected_action": [row.pk]}
        client.post(reverse(f"admin:articles_{model}_changelist"), data)
    assert newsroom.story.quote_blocks.get().review == Review.SUGGESTED
    assert "Records to decide" not in client.get(reverse("admin:index")).text


def test_nobody_makes_himself_a_superuser(newsroom):
    for letter in ALL:
        user = newsroom.users[letter]
        address = reverse("admin:auth_user_change", args=[user.pk])
        newsroom.client(letter).post(address, {"username": user.username, "is_superuser": "on"})
        user.refresh_from_db()
        assert not user.is_superuser


# What readers have seen


def test_embargo_of_a_published_story_is_for_who_publishes(newsroom):
    address, later = change_address(newsroom.published), "2099-01-01T09:00"
    public_from = newsroom.published.public_from
    for letter, answer in (("E", 302), ("P", 200)):
        client = newsroom.client(letter)
        response = client.post(address, form_data(client, address) | {"embargo_until": later})
        newsroom.published.refresh_from_db()
        assert (response.status_code, newsroom.published.public_from) == (answer, public_from)
    assert "withdraw it instead" in str(response.context["adminform"].form.errors["embargo_until"])


def test_embargo_of_a_scheduled_story_is_lifted_by_who_publishes(newsroom):
    models.Article.objects.filter(pk=newsroom.story.pk).update(embargo_until=timezone.now() + timedelta(days=3))
    story = desk.publish(newsroom.story)
    for letter, is_public in (("E", False), ("P", True)):
        client = newsroom.client(letter)
        data = form_data(client, change_address(story)) | {"embargo_until": ""}
        assert client.post(change_address(story), data).status_code == 302
        story.refresh_from_db()
        assert story.is_public == is_public


def test_claim_of_a_published_story_is_not_moved_to_another(newsroom):
    claim, client = newsroom.published.claims.get(), newsroom.client("E")
    address = reverse("admin:articles_claim_change", args=[claim.pk])
    data = form_data(client, address) | {"article": newsroom.story.pk}
    assert client.post(address, data).status_code == 302
    claim.refresh_from_db()
    assert claim.article == newsroom.published


def test_public_investment_is_not_deleted_and_a_shown_one_neither(newsroom):
    client = newsroom.client("D")
    address = reverse("admin:articles_investment_changelist")
    shown, public = models.Investment.objects.order_by("pk")
    spare = InvestmentFactory()
    for investment, statuses in ((public, 403), (shown, 200), (spare, 302)):
        delete = reverse("admin:articles_investment_delete", args=[investment.pk])
        assert client.post(delete, {"post": "yes"}).status_code == statuses
    action = {"action": "delete_selected", "_selected_action": [shown.pk, public.pk], "post": "yes"}
    client.post(address, action)
    assert list(models.Investment.objects.order_by("pk")) == [shown, public]
    assert models.InvestmentCard.objects.count() == 2


def test_term_that_a_story_shows_is_not_deleted(newsroom):
    term = TermFactory()
    models.Definition.objects.create(parent=newsroom.published, region="main", ordering=50, term=term)
    newsroom.client("D").post(reverse("admin:articles_term_delete", args=[term.pk]), {"post": "yes"})
    assert models.Definition.objects.get().term == term
