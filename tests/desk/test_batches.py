"""Tables of investments: what is read, what is refused, imported, imported again and undone."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from reversion.models import Version

from articles import desk, models, search
from articles.collections import BY_NAME
from articles.desk import batches
from articles.desk.history import recorded
from articles.desk.records import next_check
from articles.vocabulary import PlaceKind, Precision, Qualifier, Review, Stage
from tests.batches import apply_batch, read_batch, undo_batch
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    InvestmentFactory,
    OrganisationFactory,
    PlaceFactory,
    SectorFactory,
    make_story,
    publish_story,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def table(*rows, header="title_en,investors,amount_text"):
    """Return a CSV file."""
    return "\n".join([header, *rows]).encode()


def read(*rows, story=None, **options):
    """Return the batch of a table that one story printed."""
    return read_batch(table(*rows, **options), "table.csv", story or ArticleFactory())


def row(**cells):
    """Return the batch of a table of one row, given by its columns; the row is about $1 million."""
    story = cells.pop("story", None) or ArticleFactory()
    cells = {"title_en": "Plant", "amount_text": "$1 million"} | cells
    quoted = ('"{}"'.format(str(cell).replace('"', '""')) for cell in cells.values())
    return read_batch(table(",".join(quoted), header=",".join(cells)), "row.csv", story)


def problems(batch):
    """Return (line, column, value, message) of every error in a batch's report."""
    return [
        (entry["line"], problem.column, problem.value, problem.message)
        for entry in batch.report
        for problem in batches.problems_of(entry)
    ]


def states(batch):
    """Return what became of the rows, in order."""
    return [entry["state"] for entry in batch.report]


def census():
    """Return how many rows of each kind there are."""
    kinds = (models.Investment, models.Claim, models.Stake, models.Organisation, models.Alias, models.Article)
    return [kind.objects.count() for kind in kinds]


def a_place(**fields):
    """Return a place that is found under its name."""
    place = PlaceFactory(**fields)
    desk.refresh_entity(place)
    desk.refresh_places()
    return place


def test_reading_saves_the_batch_and_nothing_else():
    story = ArticleFactory()
    before = census()
    batch = read("Plant,Gana,$1 million", story=story)
    assert census() == before
    assert (batch.file_name, batch.article, states(batch)) == ("table.csv", story, ["new"])
    assert batch.report[0]["new_names"] == ["Gana"]


def test_row_becomes_an_investment_with_its_adopted_claim():
    place = a_place(name_ko="박닌", name_en="Bac Ninh")
    sector = SectorFactory(code="26")
    gana = OrganisationFactory(name_ko="가나전자", name_en="Gana Electronics")
    desk.refresh_entity(gana)
    story = publish_story()
    batch = row(
        story=story,
        title_ko="공장",
        investors="가나전자; New One",
        recipient="Landlord",
        destination="bac ninh",
        sector="26",
        kind="Joint venture",
        activity="manufacturing",
        announced_on="2024-05",
        confidence="corroborated",
        source_url="https://example.com/x",
        sentence="They said so.",
        amount_text="8천만 달러 (약 1,170억원)",
        stage="under_construction",
        stage_text="착공",
        place_text="박닌성",
        investor_text="가나",
    )
    assert problems(batch) == []
    apply_batch(batch)
    made = models.Investment.objects.get(batch=batch)
    claim = made.adopted
    assert (made.destination, made.sector, made.kind, made.activity) == (
        place,
        sector,
        "joint_venture",
        "manufacturing",
    )
    assert [stake.organisation.name for stake in made.stakes.all()] == ["Gana Electronics", "New One"]
    assert (made.recipient.name_en, made.confidence) == ("Landlord", "corroborated")
    assert (made.announced_on, made.announced_precision) == (date(2024, 5, 1), Precision.MONTH)
    assert (claim.article, claim.review, claim.extracted_by) == (story, Review.ACCEPTED, f"import:{batch.pk}")
    assert (claim.amount_text, claim.amount_min, claim.equivalent_amount) == (
        "8천만 달러 (약 1,170억원)",
        Decimal(80_000_000),
        Decimal(117_000_000_000),
    )
    assert (made.stage, made.usd_max, made.public_from) == (Stage.UNDER_CONSTRUCTION, 80_000_000, story.public_from)
    assert claim.public_from == story.public_from
    assert search.find(models.Investment.objects.public(), "new one bac ninh").get() == made
    assert models.Organisation.objects.public().filter(name_en="New One").exists()


def test_rows_of_a_draft_stay_from_readers_until_it_is_published():
    story = ArticleFactory()
    apply_batch(read("Plant,Gana,$1 million", story=story))
    assert not models.Investment.objects.public().exists()
    desk.publish(story)
    assert models.Investment.objects.public().exists()
    assert models.Organisation.objects.public().exists()


@pytest.mark.parametrize(
    ("cells", "column", "words"),
    [
        ({"amount_text": "1.5 tỉ USD"}, "B (amount_text)", "Write “1,5 tỉ USD”"),
        ({"amount_text": "1.500 USD"}, "B (amount_text)", "may mean two sums"),
        ({"amount_text": "수십억 달러"}, "B (amount_text)", "cannot be read"),
        ({"amount_text": "$1 million and $2 million"}, "B (amount_text)", "cannot be read"),
        ({"title_en": ""}, "A (title_en)", "at least one language"),
        ({"title_en": "x" * 301}, "A (title_en)", "300"),
        ({"amount_min": "1.500.000", "currency": "USD"}, "C (amount_min)", "digits alone"),
        ({"amount_min": "-5", "currency": "USD"}, "C (amount_min)", "digits alone"),
        ({"amount_min": "9" * 19, "currency": "USD"}, "C (amount_min)", "digits alone"),
        ({"amount_min": "5"}, "(currency)", "three letters"),
        ({"amount_min": "5", "currency": "dollars"}, "D (currency)", "three letters"),
        ({"amount_min": "5", "amount_max": "4", "currency": "USD"}, "(qualifier)", "both in order"),
        ({"amount_min": "5", "currency": "USD", "qualifier": "up_to"}, "E (qualifier)", "only amount_max"),
        ({"qualifier": "roughly"}, "C (qualifier)", "exact, about"),
        ({"currency": "EUR"}, "C (currency)", "printed in USD"),
        ({"equivalent_amount": "5"}, "(equivalent_currency)", "needs its currency"),
        ({"stage": "soon"}, "C (stage)", "interest, proposed"),
        ({"announced_on": "2024-02-30"}, "C (announced_on)", "2024, 2024-05 or 2024-05-02"),
        ({"announced_on": "5/2/2024"}, "C (announced_on)", "2024, 2024-05 or 2024-05-02"),
        ({"announced_on": "2024", "announced_precision": "day"}, "D (announced_precision)", "not given as exactly"),
        ({"announced_precision": "day"}, "C (announced_precision)", "needs a date"),
        ({"source_url": "javascript:alert(1)"}, "C (source_url)", "URL"),
        ({"destination": "Nowhere"}, "C (destination)", "No place is called so"),
        ({"sector": "99"}, "C (sector)", "no such sector"),
        ({"article": "nothing"}, "C (article)", "no story with this id"),
        ({"investment": "nothing"}, "C (investment)", "no investment with this id"),
        ({"investors": "Gana; GANA"}, "C (investors)", "named twice"),
        ({"investors": "x" * 201}, "C (investors)", "200 characters"),
        ({"investment": "nothing", "adopt": "perhaps"}, "D (adopt)", "yes or no"),
    ],
)
def test_error_names_line_column_value_and_what_to_write(cells, column, words):
    batch = row(**cells)
    found = {place: (line, value, message) for line, place, value, message in problems(batch)}
    assert column in found, found
    line, value, message = found[column]
    name = column.strip("ABCDEFGH ()")
    assert (line, value) == (2, cells.get(name, ""))
    assert words in message


def test_every_error_of_a_table_is_found_at_once():
    batch = read("Plant,Gana,lots", ",Gana,$1 million", "Mill,Gana,1.5 tỉ USD", "Good,Gana,$2 million")
    assert [(line, column) for line, column, _value, _message in problems(batch)] == [
        (2, "C (amount_text)"),
        (3, "A (title_en)"),
        (4, "C (amount_text)"),
    ]


def test_table_without_a_story_needs_one_in_each_row():
    batch = read_batch(table("Plant,Gana,$1 million"), "x.csv")
    assert problems(batch)[0][1:3] == ("(article)", "")
    story = ArticleFactory()
    rows = table(f"Plant,$1 million,{story.public_id}", header="title_en,amount_text,article")
    apply_batch(read_batch(rows, "x.csv"))
    assert story.claims.count() == 1


def test_story_that_is_not_theirs_to_change_is_refused():
    story = ArticleFactory()
    batch = read_batch(table("Plant,Gana,$1 million"), "x.csv", story, may_claim=lambda article: False)
    assert "may not give" in problems(batch)[0][3]


@pytest.mark.parametrize("kind", ["investors", "destination"])
def test_ambiguous_name_is_refused_and_an_id_is_not(kind):
    factory = {"investors": OrganisationFactory, "destination": a_place}[kind]
    twins = [factory(name_en="Twin"), factory(name_en="Twin")]
    for twin in twins:
        desk.refresh_entity(twin)
    (problem,) = problems(row(**{kind: "Twin"}))
    assert "Several entries are called so" in problem[3]
    assert all(twin.public_id in problem[3] for twin in twins)
    batch = apply_batch(row(**{kind: twins[1].public_id}))
    made = batch.investments.get()
    assert (made.destination or made.investors.get()) == twins[1]


def test_place_is_the_one_of_the_day():
    old = a_place(name_en="Bac Ninh", kind=PlaceKind.PROVINCE, valid_to=date(2025, 6, 30))
    new = a_place(name_en="Bac Ninh", kind=PlaceKind.PROVINCE, valid_from=date(2025, 7, 1))
    for day, place in (("2024-05", old), ("2025-08-01", new)):
        assert apply_batch(row(destination="Bac Ninh", announced_on=day)).investments.get().destination == place
    models.Place.objects.filter(pk=old.pk).update(valid_to=date(2020, 1, 1))
    assert "on that day" in problems(row(destination="Bac Ninh", announced_on="2024-05"))[0][3]


@pytest.mark.parametrize(
    ("cells", "amounts"),
    [
        ({"amount_text": ""}, (None, None, "", Qualifier.UNDISCLOSED)),
        ({"amount_text": "비공개", "currency": "USD"}, (None, None, "", Qualifier.UNDISCLOSED)),
        ({"amount_text": "up to $2bn"}, (None, 2_000_000_000, "USD", Qualifier.UP_TO)),
        ({"amount_text": "1~2억 달러"}, (100_000_000, 200_000_000, "USD", Qualifier.BETWEEN)),
        ({"amount_text": "80 million", "currency": "usd"}, (80_000_000, 80_000_000, "USD", Qualifier.EXACT)),
        ({"amount_text": "about that", "amount_min": "1,000,000", "amount_max": "1000000.00", "currency": "USD"},
         (1_000_000, 1_000_000, "USD", Qualifier.EXACT)),
        ({"amount_min": "5", "currency": "KRW"}, (5, None, "KRW", Qualifier.AT_LEAST)),
        ({"amount_min": "5", "currency": "KRW", "qualifier": "about"}, (5, 5, "KRW", Qualifier.ABOUT)),
        ({"amount_min": "5", "amount_max": "9", "currency": "KRW"}, (5, 9, "KRW", Qualifier.BETWEEN)),
        ({"amount_text": "$1 million", "qualifier": "at_least"}, (1_000_000, None, "USD", Qualifier.AT_LEAST)),
    ],
)  # fmt: skip
def test_amounts_are_plain_values_or_read_as_printed(cells, amounts):
    batch = row(**cells)
    assert problems(batch) == []
    claim = apply_batch(batch).claims.get()
    assert (claim.amount_min, claim.amount_max, claim.currency, claim.qualifier) == amounts
    assert claim.amount_text == cells.get("amount_text", "$1 million")


def test_stop_imports_nothing_and_skip_leaves_out_the_wrong_rows():
    batch = read("Good,Gana,$1 million", "Bad,Gana,1.5 tỉ USD")
    with pytest.raises(desk.DeskError, match="1 row has an error"):
        apply_batch(batch)
    assert not models.Investment.objects.exists()
    apply_batch(batch, on_error="skip")
    assert states(batch) == ["made", "skipped"]
    assert [made.title_en for made in models.Investment.objects.all()] == ["Good"]


@pytest.mark.parametrize("again", [
    table("Plant,Gana,$1 million", "Mill,Gana,$2 million"),
    table("Mill;Gana;$2 million", "Plant;Gana;$1 million", header="title_en;investors;amount_text"),
    table("$1 million,Plant, Gana", "$2 million,Mill,Gana", header="amount_text,title_en,investors"),
])  # fmt: skip
def test_second_run_changes_nothing_however_the_file_is_written(again):
    story = ArticleFactory()
    apply_batch(read("Plant,Gana,$1 million", "Mill,Gana,$2 million", story=story))
    before = census()
    batch = read_batch(again, "again.csv", story)
    assert states(batch) == ["there", "there"]
    apply_batch(batch)
    assert census() == before
    assert not batch.investments.exists()


def test_key_of_the_source_tells_a_row_whatever_else_it_says():
    story = ArticleFactory()
    apply_batch(row(story=story, key="A-1"))
    assert states(row(story=story, key="A-1", title_en="Renamed")) == ["there"]
    assert states(row(story=story, key="A-2")) == ["new"]
    assert states(row(key="A-1")) == ["new"]


def test_row_that_repeats_another_is_refused():
    batch = read("Plant,Gana,$1 million", "Plant,Gana,$1 million")
    assert problems(batch) == [(3, "(key)", "", "This is the same as line 2.")]


def test_named_investment_gets_a_claim_and_adopts_it_only_when_asked():
    story = ArticleFactory()
    investment = InvestmentFactory()
    old = ClaimFactory()
    desk.match(old, investment)
    first = row(story=story, investment=investment.public_id, amount_text="$5 million")
    assert states(first) == ["more"]
    apply_batch(first)
    investment.refresh_from_db()
    assert (investment.claims.count(), investment.adopted, first.investments.count()) == (2, old, 0)
    second = apply_batch(row(story=story, investment=investment.public_id, amount_text="$6 million", adopt="yes"))
    investment.refresh_from_db()
    assert (investment.adopted, investment.usd_max) == (second.claims.get(), 6_000_000)
    assert states(row(story=story, investment=investment.public_id, amount_text="$6 million")) == ["there"]
    undo_batch(second)
    investment.refresh_from_db()
    assert (investment.adopted, investment.usd_max) == (old, 80_000_000)


@pytest.mark.parametrize(("make", "adopt", "state"), [
    (ArticleFactory, "yes", "wrong"),
    (ArticleFactory, "no", "more"),
    (publish_story, "yes", "more"),
])  # fmt: skip
def test_public_investment_adopts_no_claim_of_a_story_that_readers_do_not_see(make, adopt, state):
    publish_story("first")
    investment = models.Investment.objects.get()
    batch = row(story=make(), investment=investment.public_id, amount_text="$3 million", adopt=adopt)
    assert states(batch) == [state]
    if state == "wrong":
        ((_line, column, _value, message),) = problems(batch)
        assert (column, "Publish the story" in message) == ("D (adopt)", True)


def test_imported_investment_is_checked_again_unless_it_has_ended():
    due = next_check(models.Investment(stage=Stage.ANNOUNCED))
    stages = {Stage.ANNOUNCED: due, Stage.CANCELLED: None}
    rows = [f"Plant {stage},$1 million,{stage}" for stage in stages]
    made = apply_batch(read(*rows, header="title_en,amount_text,stage")).investments.order_by("pk")
    assert [investment.recheck_on for investment in made] == list(stages.values())
    cells = {"investment": made[1].public_id, "amount_text": "$3 million", "stage": "planned", "adopt": "yes"}
    apply_batch(row(story=made[1].adopted.article, title_en="", **cells))
    assert made.all()[1].recheck_on == due


def test_batch_is_carried_out_once():
    batch = read("Plant,Gana,$1 million")
    of_a_colleague = models.Batch.objects.get()
    apply_batch(batch)
    for again in (batch, of_a_colleague):
        with pytest.raises(desk.DeskError, match="already"):
            apply_batch(again)
    assert models.Investment.objects.count() == 1


def test_import_closed_half_way_leaves_nothing_behind():
    batch = read(*[f"Plant {number},Gana,$1 million" for number in range(250)])
    before = census()
    steps = batches.apply_in_steps(batch)
    assert [next(steps), next(steps)] == [(0, 250), (100, 250)]
    assert census() != before
    steps.close()
    assert census() == before
    batch.refresh_from_db()
    assert batch.applied_at is None
    apply_batch(batch)
    assert models.Investment.objects.count() == 250


def test_undo_takes_back_what_the_batch_made():
    story = make_story()
    before = census()
    batch = apply_batch(read("Plant,Gana; Organisation plain,$1 million", "Mill,Gana,$2 million", story=story))
    assert census() != before
    undo_batch(batch)
    assert census() == before
    assert states(batch) == ["undone", "undone"]
    with pytest.raises(desk.DeskError, match="undone already"):
        undo_batch(batch)
    assert states(read("Plant,Gana,$1 million", story=story)) == ["new"]


def test_import_into_a_published_story_is_printed_and_not_quietly_undone():
    story = publish_story()
    batch = apply_batch(read("Plant,Gana,$1 million", story=story))
    version, claim = story.version, batch.claims.get()
    story.refresh_from_db()
    assert story.version != version
    assert story.printed[f"claim {claim.public_id}"]["text"] == "$1 million"
    undo_batch(batch)
    assert (states(batch), batch.report[0]["reason"][:22]) == (["kept"], "Readers have seen this")
    assert claim.investment.is_public == claim.is_public is True
    claim.amount_text = "$2 million"
    with pytest.raises(desk.CorrectionNeeded):
        desk.save_claim(claim)


def test_undo_brings_the_story_up_to_date():
    story = make_story()
    batch = apply_batch(read("Plant,Gana,$1 million", story=story))
    models.Article.objects.filter(pk=story.pk).update(search_text="")
    undo_batch(batch)
    story.refresh_from_db()
    assert story.search_text


def edit(investment):
    investment.save()


def edit_claim(investment):
    investment.adopted.save()


def claim_more(investment):
    desk.match(ClaimFactory(), investment)


def show(investment):
    models.InvestmentCard.objects.create(parent=ArticleFactory(), region="main", ordering=1, investment=investment)


@pytest.mark.parametrize(
    ("build", "reason"),
    [(edit, "edited"), (edit_claim, "edited"), (claim_more, "Other stories"), (show, "A story shows")],
)
def test_undo_keeps_what_somebody_has_built_on_and_says_why(build, reason):
    batch = apply_batch(read("Plant,Gana,$1 million", "Mill,Dana,$2 million"))
    plant = models.Investment.objects.get(title_en="Plant")
    build(plant)
    undo_batch(batch)
    assert states(batch) == ["kept", "undone"]
    assert reason in batch.report[0]["reason"]
    assert [made.title_en for made in models.Investment.objects.all()] == ["Plant"]
    assert plant.claims.filter(batch=batch).exists()
    assert [str(entry) for entry in models.Organisation.objects.all()] == ["Gana"]


def test_undo_keeps_an_entry_that_somebody_uses_or_edited():
    batch = apply_batch(read("Plant,Gana,$1 million", "Mill,Dana,$2 million", "Farm,Hana,$2 million"))
    models.Organisation.objects.create(name_en="Child", parent=models.Organisation.objects.get(name_en="Gana"))
    models.Organisation.objects.get(name_en="Dana").save()
    undo_batch(batch)
    assert {str(entry) for entry in models.Organisation.objects.all()} == {"Child", "Gana", "Dana"}


def test_undo_before_the_import_is_refused():
    with pytest.raises(desk.DeskError, match="Nothing to undo"):
        undo_batch(read("Plant,Gana,$1 million"))


def test_imported_records_have_a_history():
    batch = read("Plant,Gana,$1 million")
    with recorded(None, "import"):
        apply_batch(batch)
    made = batch.investments.get()
    version = Version.objects.get_for_object(made).get()
    assert (version.field_dict["title_en"], version.field_dict["adopted_id"]) == ("Plant", made.adopted_id)
    assert version.revision.version_set.filter(object_id=str(made.adopted_id)).exists()


@pytest.mark.any_database
def test_queries_do_not_grow_faster_than_rows():
    counts = []
    a_place(name_en="Here")
    apply_batch(row(investors="Gana", destination="Here"))
    for size in (200, 400):
        lines = [f"Plant {size} {number},Gana,Here,2024-05-02,$1 million" for number in range(size)]
        header = "title_en,investors,destination,announced_on,amount_text"
        with CaptureQueriesContext(connection) as reading:
            batch = read(*lines, header=header)
        with CaptureQueriesContext(connection) as applying:
            apply_batch(batch)
        counts.append((len(reading), len(applying)))
    assert counts[0][0] == counts[1][0]
    assert counts[1][1] - counts[0][1] < 200


def test_statement_of_one_story_counts_its_day_for_the_rate():
    story = ArticleFactory(published_at=datetime(2025, 1, 14, tzinfo=UTC), published_precision=Precision.DAY)
    batch = apply_batch(row(story=story, amount_text="8천만 원"))
    assert batch.investments.get().usd_max == Decimal("54771.82")


def test_files_of_ours_hold_no_column_that_an_import_does_not_know():
    names = [column.name for column in BY_NAME["investments"].columns] + ["url"]
    batch = read_batch((",".join(names) + "\n").encode(), "empty.csv")
    assert batch.report == []
    assert batches.count_states(batch) == {}
