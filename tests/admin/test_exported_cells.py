"""The cells of an exported list: text that runs nowhere, exact numbers, and all that comes back unchanged."""

from datetime import date
from decimal import Decimal

import pytest
from openpyxl import Workbook

from articles import desk, models
from articles.admin.exporting import xlsx_cell
from articles.vocabulary import Precision, Qualifier
from tests.admin.test_exporting import KINDS, address, content, read
from tests.batches import apply_batch, read_batch
from tests.factories import ClaimFactory, InvestmentFactory, publish_story

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


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
