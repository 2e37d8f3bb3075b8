"""“Export this list”: the rows of the list and no others, in its order, for who may see it."""

import csv
import itertools
from io import BytesIO, StringIO

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from articles import models
from articles.vocabulary import Review
from tests.factories import QuoteFactory, make_story, publish_story

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
KINDS = ("csv", "xlsx")
MODELS = (models.Article, models.Quote, models.Investment)


def address(model, page="changelist", *args):
    return reverse(f"admin:articles_{model._meta.model_name}_{page}", args=args)


def content(response):
    """Return the whole body."""
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def read(response, kind):
    """Return the rows of a file as mappings."""
    body = content(response)
    if kind == "csv":
        return list(csv.DictReader(StringIO(body.decode("utf-8-sig"))))
    header, *rows = load_workbook(BytesIO(body)).active.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def shown(client, model, query):
    """Return the public ids of every row of a list, page by page."""
    ids, page = [], 1
    while True:
        cl = client.get(address(model), query | {"p": page}).context["cl"]
        ids += [row.public_id for row in cl.result_list]
        if page >= cl.paginator.num_pages:
            return ids
        page += 1


@pytest.fixture(scope="module", autouse=True)
def stories(rows_of_a_module):
    """Several stories, some of them public."""
    with rows_of_a_module():
        publish_story("apple")
        publish_story("pear")
        make_story("apple again")
        QuoteFactory(review=Review.SUGGESTED, text="Said apple, perhaps")
        yield


@pytest.fixture
def _short_pages(monkeypatch):
    """Lists have pages of two rows."""
    for model in MODELS:
        monkeypatch.setattr(admin.site.get_model_admin(model), "list_per_page", 2)


@pytest.mark.usefixtures("_short_pages")
@pytest.mark.parametrize("kind", ["csv", pytest.param("xlsx", marks=pytest.mark.any_database)])
@pytest.mark.parametrize(
    ("model", "query"),
    [
        (models.Article, {}),
        (models.Article, {"q": "apple"}),
        (models.Article, {"status__exact": "published"}),
        (models.Article, {"status__exact": "published", "q": "apple", "o": "1"}),
        (models.Quote, {}),
        (models.Quote, {"review__exact": "suggested"}),
        (models.Quote, {"q": "apple", "p": "2"}),
        (models.Investment, {}),
        (models.Investment, {"q": "pear"}),
        (models.Investment, {"stage__exact": "announced", "o": "-1"}),
        (models.Investment, {"q": "nothing is called so"}),
    ],
)
def test_file_holds_the_rows_of_the_list_in_its_order(admin_client, model, query, kind):
    rows = read(admin_client.get(address(model, "export", kind), query), kind)
    assert [row["id"] for row in rows] == shown(admin_client, model, {k: v for k, v in query.items() if k != "p"})


@pytest.mark.parametrize("model", MODELS)
def test_list_links_its_own_files(admin_client, model):
    page = admin_client.get(address(model), {"q": "apple"}).text
    assert 'href="export.csv?q=apple"' in page
    assert 'href="export.xlsx?q=apple"' in page
    assert "export.csv" not in admin_client.get(reverse("admin:articles_rate_changelist")).text


def test_desk_sees_what_readers_do_not(admin_client):
    rows = read(admin_client.get(address(models.Article, "export", "csv")), "csv")
    assert {(row["status"], bool(row["public_from"])) for row in rows} == {("published", True), ("draft", False)}
    assert {row["review"] for row in read(admin_client.get(address(models.Quote, "export", "csv")), "csv")} == {
        "accepted",
        "suggested",
    }


@pytest.mark.any_database
def test_queries_do_not_grow_with_rows(admin_client):
    counts = []
    for more in ((f"new {number}" for number in range(3)), ()):
        counts.append({})
        for model, kind in itertools.product(MODELS, KINDS):
            with CaptureQueriesContext(connection) as counted:
                content(admin_client.get(address(model, "export", kind)))
            counts[-1][model, kind] = len(counted)
        for word in more:
            publish_story(word)
    assert counts[0] == counts[1]


def test_exporting_needs_to_see_the_list(client, django_user_model):
    user = django_user_model.objects.create_user("someone", password="x", is_staff=True)
    client.force_login(user)
    where = address(models.Quote, "export", "csv")
    assert client.get(where).status_code == 403
    user.user_permissions.add(Permission.objects.get(codename="view_quote"))
    assert client.get(where).status_code == 200
    assert client.get(address(models.Investment, "export", "csv")).status_code == 403
    client.logout()
    assert client.get(where).status_code == 302


@pytest.mark.parametrize("path", ["export.pdf", "export.csv?nonsense=1"])
def test_what_cannot_be_exported_is_refused(admin_client, path):
    assert admin_client.get(address(models.Article) + path).status_code == 400


def test_file_is_only_read(admin_client):
    assert admin_client.post(address(models.Article, "export", "csv")).status_code == 405
