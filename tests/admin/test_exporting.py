"""“Export this list”: the rows of the list and no others, in its order, as text that runs nowhere."""

import csv
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from articles import desk, models
from articles.admin.exporting import xlsx_cell
from articles.vocabulary import Precision, Qualifier, Review
from tests.batches import apply_batch, read_batch
from tests.factories import ArticleFactory, ClaimFactory, InvestmentFactory, QuoteFactory, make_story, publish_story

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


@pytest.fixture
def newsroom(monkeypatch):
    """A newsroom of several stories, whose lists have pages of two rows."""
    for model in MODELS:
        monkeypatch.setattr(admin.site.get_model_admin(model), "list_per_page", 2)
    publish_story("apple")
    publish_story("pear")
    make_story("apple again")
    QuoteFactory(review=Review.SUGGESTED, text="Said apple, perhaps")


@pytest.mark.parametrize("kind", KINDS)
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
def test_file_holds_the_rows_of_the_list_in_its_order(admin_client, newsroom, model, query, kind):
    rows = read(admin_client.get(address(model, "export", kind), query), kind)
    assert [row["id"] for row in rows] == shown(admin_client, model, {k: v for k, v in query.items() if k != "p"})


@pytest.mark.parametrize("model", MODELS)
def test_list_links_its_own_files(admin_client, newsroom, model):
    page = admin_client.get(address(model), {"q": "apple"}).text
    assert 'href="export.csv?q=apple"' in page
    assert 'href="export.xlsx?q=apple"' in page
    assert "export.csv" not in admin_client.get(reverse("admin:articles_rate_changelist")).text


def test_desk_sees_what_readers_do_not(admin_client, newsroom):
    rows = read(admin_client.get(address(models.Article, "export", "csv")), "csv")
    assert {(row["status"], bool(row["public_from"])) for row in rows} == {("published", True), ("draft", False)}
    assert {row["review"] for row in read(admin_client.get(address(models.Quote, "export", "csv")), "csv")} == {
        "accepted",
        "suggested",
    }


@pytest.mark.parametrize("kind", KINDS)
def test_formulas_are_text(admin_client, kind):
    InvestmentFactory(title_en="=1+1", title_ko="'=1+1", title_vi="+84")
    (row,) = read(admin_client.get(address(models.Investment, "export", kind)), kind)
    mark = {"csv": "'", "xlsx": ""}[kind]
    assert (row["title_en"], row["title_ko"], row["title_vi"]) == (f"{mark}=1+1", f"{mark}'=1+1", f"{mark}+84")


def test_numbers_of_a_workbook_are_numbers(admin_client):
    desk.match(ClaimFactory(), InvestmentFactory())
    (row,) = read(admin_client.get(address(models.Investment, "export", "xlsx")), "xlsx")
    assert row["amount_min"] == 80_000_000


def test_number_that_a_workbook_would_round_is_text():
    sheet = Workbook().active
    exact, rounded = (xlsx_cell(sheet, Decimal(number)) for number in ("12345678901234.5", "1234567890123456.75"))
    assert (exact.data_type, rounded.data_type, rounded.value) == ("n", "s", "1234567890123456.75")


@pytest.mark.parametrize("kind", KINDS)
def test_exported_investments_come_back_without_a_change(admin_client, kind):
    publish_story()
    for fields in (
        {
            "amount_text": "=수십억 달러",
            "amount_min": None,
            "amount_max": None,
            "currency": "",
            "qualifier": Qualifier.UNDISCLOSED,
        },
        {"amount_min": 5, "amount_max": None, "qualifier": Qualifier.AT_LEAST, "sentence": "Two\nlines, “quoted”"},
        {"equivalent_amount": 7, "equivalent_currency": "KRW", "qualifier": Qualifier.ABOUT},
    ):
        investment = InvestmentFactory(announced_on=date(2024, 1, 1), announced_precision=Precision.YEAR)
        desk.match(ClaimFactory(**fields), investment)
    InvestmentFactory(title_en="Nothing adopted")
    file = content(admin_client.get(address(models.Investment, "export", kind)))
    batch = read_batch(file, f"investments.{kind}")
    assert [(entry["state"], entry.get("problems")) for entry in batch.report] == [("there", None)] * 5
    apply_batch(batch)
    assert (models.Claim.objects.count(), models.Investment.objects.count()) == (4, 5)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("model", MODELS)
def test_queries_do_not_grow_with_rows(admin_client, model, kind):
    counts = []
    for size in range(2):
        for number in range(3):
            publish_story(f"{size} {number}")
        with CaptureQueriesContext(connection) as counted:
            content(admin_client.get(address(model, "export", kind)))
        counts.append(len(counted))
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
    ArticleFactory()
    assert admin_client.get(address(models.Article) + path).status_code == 400


def test_file_is_only_read(admin_client):
    assert admin_client.post(address(models.Article, "export", "csv")).status_code == 405
