"""The pages of a batch: upload, report, import, undo; and the command that does the same."""

import re
from io import StringIO

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from reversion.models import Revision, Version

from articles import desk, models
from articles.admin.batches import LONG_TABLE
from articles.admin.workflow import address_of
from articles.desk import versions
from articles.desk.roles import make_roles
from articles.vocabulary import Review
from tests.admin.test_articles import form_data
from tests.batches import apply_batch, read_batch
from tests.factories import ArticleFactory, make_story, publish_story

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ADD = reverse("admin:articles_batch_add")
GOOD = "title_en,investors,amount_text\nPlant,Gana,$1 million\nMill,Gana,$2 million\n"
MIXED = GOOD + "Bad,Gana,1.5 tỉ USD\n"


def page_of(batch):
    return reverse("admin:articles_batch_change", args=[batch.pk])


def upload(client, text, article=None, name="table.csv"):
    """Return the response to uploading a table, followed to the page it leads to."""
    file = SimpleUploadedFile(name, text.encode())
    return client.post(ADD, {"file": file, "article": article.pk if article else ""}, follow=True)


def act(client, name, batch, **data):
    return client.post(reverse(f"admin:articles_batch_{name}", args=[batch.pk]), data, follow=True)


def test_upload_shows_what_was_understood_and_what_is_wrong(admin_client, admin_user):
    story = publish_story()
    response = upload(admin_client, MIXED, story)
    batch = models.Batch.objects.get()
    assert response.redirect_chain == [(page_of(batch), 302)]
    assert (batch.article, batch.by, batch.file_name) == (story, admin_user, "table.csv")
    (error,) = response.context["errors"]
    assert (error.number, error.column, error.value) == (4, "C (amount_text)", "1.5 tỉ USD")
    assert "Write “1,5 tỉ USD”" in response.text
    assert [row.amount for row in response.context["preview"]] == ["$1 million", "$2 million", ""]
    assert "1 organisation is new to the directory" in response.text
    assert models.Investment.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "empty"), ("title_en,colour\nx,red", "no column called “colour”"), ("title_en,title_en\n", "B (title_en)")],
)
def test_file_that_is_no_table_is_an_error_of_the_form(admin_client, text, words):
    response = upload(admin_client, text)
    assert words in response.text
    assert not models.Batch.objects.exists()


@pytest.mark.parametrize(("on_error", "made"), [("stop", 0), ("skip", 2), ("", 0)])
def test_import_stops_or_skips_as_it_was_asked(admin_client, on_error, made):
    upload(admin_client, MIXED, ArticleFactory())
    response = act(admin_client, "import", models.Batch.objects.get(), on_error=on_error)
    assert models.Investment.objects.count() == made
    said = [str(message) for message in response.context["messages"]]
    assert said == (
        ["2 rows were imported.", "1 row with errors was left out."]
        if made
        else ["1 row has an error; nothing was imported."]
    )


def test_import_and_undo_are_revisions_by_the_user_and_logged(admin_client, admin_user):
    upload(admin_client, GOOD, ArticleFactory())
    batch = models.Batch.objects.get()
    imported = act(admin_client, "import", batch).text
    assert "2 rows were imported." in imported
    made = re.search(r'href="([^"]+batch__exact=\d+)"', imported)[1]
    assert admin_client.get(made).context["cl"].result_count == 2
    assert (Revision.objects.get().user, Revision.objects.get().comment) == (admin_user, "Imported from table.csv")
    response = act(admin_client, "undo", batch)
    assert "2 rows were undone." in response.text
    assert not models.Investment.objects.exists()
    assert "undone already" in act(admin_client, "undo", batch).text
    assert [entry.change_message for entry in LogEntry.objects.filter(action_flag=2).order_by("pk")] == [
        "Importing table.csv",
        "Undoing table.csv",
    ]


def test_undo_page_says_what_was_kept_and_why(admin_client):
    upload(admin_client, GOOD, ArticleFactory())
    batch = models.Batch.objects.get()
    act(admin_client, "import", batch)
    models.Investment.objects.get(title_en="Mill").save()
    response = act(admin_client, "undo", batch)
    assert "1 row was kept" in response.text
    assert "Line 3: It has been edited since." in " ".join(response.text.split())


def test_long_table_is_imported_on_a_page_that_can_be_left(admin_client, leave):
    rows = "".join(f"Plant {number},Gana,$1 million\n" for number in range(LONG_TABLE + 1))
    upload(admin_client, "title_en,investors,amount_text\n" + rows, ArticleFactory())
    batch = models.Batch.objects.get()
    address = reverse("admin:articles_batch_import", args=[batch.pk])
    response = admin_client.post(address)
    pieces = iter(response.streaming_content)
    for _piece in range(3):
        next(pieces)
    assert models.Investment.objects.count() == 100
    leave(response)
    batch.refresh_from_db()
    assert (models.Investment.objects.count(), batch.applied_at) == (0, None)
    page = b"".join(admin_client.post(address).streaming_content).decode()
    assert f"{LONG_TABLE + 1} rows were imported." in page
    assert models.Investment.objects.count() == LONG_TABLE + 1
    assert b"imported already" in b"".join(admin_client.post(address).streaming_content)
    undone = act(admin_client, "undo", batch)
    assert f"{LONG_TABLE + 1} rows were undone." in b"".join(undone.streaming_content).decode()
    assert not models.Investment.objects.exists()


@pytest.mark.parametrize(
    ("granted", "allowed"),
    [
        ([], False),
        (["add_batch"], False),
        (["add_investment"], False),
        (["view_batch", "add_investment", "decide_records"], False),
        (["add_batch", "decide_records"], False),
        (["add_batch", "add_investment"], False),
        (["add_batch", "add_investment", "decide_records"], True),
    ],
)
def test_importing_needs_every_permission(staff, granted, allowed):
    batch = read_batch(GOOD.encode(), "x.csv", ArticleFactory())
    client = staff(*granted, "see_all_articles")
    assert client.get(ADD).status_code == (200 if allowed else 403)
    assert client.get(page_of(batch)).status_code == (200 if allowed or "view_batch" in granted else 403)
    statuses = [act(client, name, batch).status_code for name in ("import", "undo")]
    assert statuses == ([200, 200] if allowed else [403, 403])
    batch.refresh_from_db()
    assert bool(batch.undone_at) == allowed


def test_story_that_is_not_theirs_is_refused(staff):
    client = staff("add_batch", "add_investment", "decide_records", "view_article")
    story = ArticleFactory()
    assert "may not give this story claims" in upload(client, GOOD, story).text
    text = f"title_en,article\nPlant,{story.public_id}\n"
    assert "may not give this story claims" in upload(client, text).text
    batch = read_batch(text.encode(), "by a colleague.csv")
    act(client, "import", batch)
    assert not models.Investment.objects.exists()


@pytest.mark.parametrize("make", [ArticleFactory, publish_story])
def test_data_editor_imports_a_table_to_the_end(client, django_user_model, make):
    story = make()
    make_roles()
    user = django_user_model.objects.create_user("dana", password="x", is_staff=True)
    user.groups.add(Group.objects.get(name="data editor"))
    client.force_login(user)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    upload(client, "title_en,investors,amount_text\nPlant,Gana,$1 million\n", story)
    batch = models.Batch.objects.get()
    assert "1 row was imported." in act(client, "import", batch).text
    claim = batch.claims.get()
    assert (claim.article, claim.review, claim.investment.adopted) == (story, Review.ACCEPTED, claim)
    assert claim.investment.is_public == claim.is_public == story.is_public


def test_batch_is_deleted_only_before_it_is_imported(admin_client):
    batches = [read_batch(GOOD.encode(), "x.csv", ArticleFactory()) for _number in range(2)]
    story = batches[0].article
    apply_batch(batches[1])
    statuses = [
        admin_client.post(reverse("admin:articles_batch_delete", args=[batch.pk]), {"post": "yes"}).status_code
        for batch in batches
    ]
    assert statuses == [302, 403]
    admin_client.post(reverse("admin:articles_article_delete", args=[story.pk]), {"post": "yes"})
    assert not models.Article.objects.filter(pk=story.pk).exists()


def test_batch_is_not_changed(admin_client):
    batch = read_batch(GOOD.encode(), "x.csv", ArticleFactory())
    assert admin_client.get(reverse("admin:articles_batch_import", args=[batch.pk])).status_code == 405
    assert admin_client.get(reverse("admin:articles_batch_change", args=[10**9])).status_code == 404


def test_claims_of_a_table_are_not_in_the_form_of_their_story_nor_in_its_history(admin_client, admin_user):
    story = make_story()
    with desk.recorded(admin_user, "first"):
        story.save()
    first = versions.revisions_of(story).get()
    batch = apply_batch(read_batch(GOOD.encode(), "x.csv", story))
    address = reverse("admin:articles_article_change", args=[story.pk])
    page = admin_client.get(address)
    (formset,) = [one.formset for one in page.context["inline_admin_formsets"] if one.formset.model is models.Claim]
    assert [form.instance.batch for form in formset.initial_forms] == [None]
    link = re.search(r'href="([^"]+)">Claims of imported tables .2.</a>', page.text)[1].replace("&amp;", "&")
    assert admin_client.get(link).context["cl"].result_count == 2
    desk_page = admin_client.get(reverse("admin:articles_article_records", args=[story.pk]))
    assert [card.record.batch for card in desk_page.context["screen"].cards if card.kind == "claim"] == [None]
    assert admin_client.post(address, form_data(admin_client, address)).status_code == 302
    claim = batch.claims.first()
    assert not Version.objects.get_for_object(claim).exists()
    versions.restore(story, first.pk)
    assert (story.own_claims.count(), batch.claims.count()) == (1, 2)
    assert desk.start_translation(story, "ko").claims.count() == 1
    form = reverse("admin:articles_claim_change", args=[claim.pk])
    assert admin_client.post(form, form_data(admin_client, form) | {"stage_text": "typed"}).status_code == 302
    assert Version.objects.get_for_object(claim).count() == 1


def test_undecided_claim_of_a_table_is_put_right_in_a_form_of_its_own():
    batch = apply_batch(read_batch(GOOD.encode(), "x.csv", make_story()))
    own, imported = batch.article.own_claims.get(), batch.claims.first()
    assert [address_of(claim, "review") for claim in (own, imported)] == [
        reverse("admin:articles_article_change", args=[batch.article.pk]) + "#id_claims-0-review",
        reverse("admin:articles_claim_change", args=[imported.pk]) + "#id_review",
    ]


def command(*arguments):
    """Return what the command prints."""
    out = StringIO()
    call_command("import_investments", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_command_looks_imports_once_and_undoes(tmp_path):
    story = ArticleFactory()
    file = tmp_path / "table.csv"
    file.write_text(GOOD)
    assert "table.csv: 2 new" in command(file, "--article", story.public_id, "--dry-run")
    assert not models.Batch.objects.exists()
    assert "2 made" in command(file, "--article", story.public_id)
    assert "2 there" in command(file, "--article", story.public_id)
    batch = models.Batch.objects.exclude(investments=None).get()
    assert "2 undone" in command("--undo", batch.pk)
    assert not models.Investment.objects.exists()


def test_command_fails_when_it_should(tmp_path):
    story = ArticleFactory()
    file = tmp_path / "table.csv"
    file.write_text(MIXED)
    for arguments, words in (
        ((file, "--article", story.public_id), "1 row has an error"),
        ((file, "--article", story.public_id, "--dry-run"), "Rows with errors: 1"),
        ((file, "--article", "nothing"), "no story nothing"),
        ((tmp_path / "nowhere.csv",), "No such file"),
        ((), "Give either"),
        (("--undo", 5), "no batch 5"),
    ):
        with pytest.raises(CommandError, match=words):
            command(*arguments)
    assert not models.Batch.objects.exists()
    assert "column C (amount_text): “1.5 tỉ USD”" in command(file, "--article", story.public_id, "--on-error", "skip")
    assert models.Investment.objects.count() == 2
