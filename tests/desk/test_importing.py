"""From a text to a draft, through the command and through the desk."""

import io
import json
from html import unescape

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils.html import strip_tags

from articles import desk, models
from articles.demo.tables import FOLDER
from articles.intake import decode, read_story
from articles.vocabulary import Attribution, DoubtKind, Qualifier, Review, Stage, Status
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db
SAMPLE = FOLDER / "stories" / "01-offshore-wind.ko.txt"


def run(*arguments):
    out = io.StringIO()
    call_command("import_article", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_sample_story_becomes_a_draft_with_its_records():
    run(SAMPLE)
    article = models.Article.objects.get()
    assert (article.status, article.language, article.section.name_ko) == (Status.DRAFT, "ko", "최신뉴스")
    assert article.headline == "베트남, 바닷바람 ‘큰손’ 부르는 열쇠"
    assert (article.published_at, article.byline, article.public_from) == (None, "", None)
    quotes = article.quote_blocks.order_by("ordering")
    assert [(quote.attribution, quote.speaker_text, quote.review) for quote in quotes] == [
        (Attribution.ANONYMOUS, "", Review.SUGGESTED),
        (Attribution.ANONYMOUS, "", Review.SUGGESTED),
        (Attribution.NAMED, "마스 엘키에르", Review.SUGGESTED),
        (Attribution.NAMED, "응우옌 티 마이 란", Review.SUGGESTED),
    ]
    assert [quote.marks_balanced for quote in quotes] == [True, True, False, True]
    assert [figure.caption for figure in article.figure_blocks.order_by("ordering")] == [
        "풍력 부품 운반선이 드나드는 베트남의 한 항구",
        "하브뤼스의 마스 엘키에르(Mads Elkjær) 수석 기술 고문",
    ]
    amounts = article.claims.exclude(qualifier=Qualifier.UNDISCLOSED)
    printed = ("amount_min", "currency", "equivalent_amount", "equivalent_currency", "stage", "investment")
    assert list(amounts.values_list(*printed)) == [
        (90_000_000, "USD", 130_500_000_000, "KRW", Stage.ANNOUNCED, None),
        (1_200_000_000, "USD", 1_740_000_000_000, "KRW", Stage.PLANNED, None),
    ]
    term = models.Term.objects.get()
    assert (term.name_ko, term.threshold_amount, term.review) == ("앵커 투자", 500_000_000, Review.SUGGESTED)
    kinds = {doubt["kind"] for doubt in article.doubts}
    assert {DoubtKind.MARKS_UNBALANCED, DoubtKind.DATE_MISSING, DoubtKind.BYLINE_MISSING} <= kinds


def test_every_character_of_the_body_survives():
    article = desk.save_draft(read_story(decode(SAMPLE.read_bytes()))).article
    texts = [unescape(strip_tags(text.html)) for text in article.text_blocks.order_by("ordering")]
    quotes = [quote.text for quote in article.quote_blocks.order_by("ordering")]
    captions = [figure.caption for figure in article.figure_blocks.order_by("ordering")]
    source = SAMPLE.read_text(encoding="utf-8")
    for line in source.splitlines()[4:-2]:
        words = line.removeprefix("- ").removeprefix("“").removesuffix("”")
        words = words.partition("ảnh ")[2][1:] or words
        assert words in [*texts, *quotes, *captions, ""], line
    assert "".join(quotes).count("\u00a0") == source.count("\u00a0") == 31
    assert article.source_text == source


def test_claims_are_tied_to_their_sentences():
    article = desk.save_draft(read_story(decode(SAMPLE.read_bytes()))).article
    for claim in article.claims.all():
        assert article.source_text[claim.start :].startswith(claim.sentence)
        assert claim.amount_text in claim.sentence


def test_second_import_changes_nothing():
    run(SAMPLE)
    models.Article.objects.update(headline="Edited")
    counts = [model.objects.count() for model in (models.Quote, models.Claim, models.Text, models.Section)]
    assert "nothing changed" in run(SAMPLE)
    assert models.Article.objects.get().headline == "Edited"
    assert counts == [model.objects.count() for model in (models.Quote, models.Claim, models.Text, models.Section)]


def test_dry_run_prints_the_plan_and_saves_nothing():
    plan = json.loads(run(SAMPLE, "--dry-run", "--json"))
    assert not models.Article.objects.exists()
    assert {"language", "headline", "section", "blocks", "figures", "quotes", "investments"} <= plan.keys()
    assert [item["amount"] for item in plan["investments"]] == ["90000000", "1200000000"]
    assert len(plan["quotes"]) == 4
    assert "베트남, 바닷바람" in run(SAMPLE, "--dry-run")


@pytest.mark.parametrize("data", [None, b"", b"  \n\n", b"\x00\x01\x02\x89PNG\r\n\x1a\n" * 50, b"\xff\xfe\x00"])
def test_unreadable_file_is_one_clear_line_and_leaves_nothing(tmp_path, data):
    path = tmp_path / "story.txt"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(CommandError) as error:
        run(path)
    assert str(error.value).startswith(f"{path}: ")
    assert "\n" not in str(error.value)
    assert not models.Article.objects.exists()


def test_bad_file_does_not_stop_the_others(tmp_path):
    with pytest.raises(CommandError):
        run(tmp_path / "missing.txt", SAMPLE)
    assert models.Article.objects.count() == 1


def test_folder_is_imported_past_its_bad_files_and_again(tmp_path):
    (tmp_path / "deeper").mkdir()
    for name, text in {"a.txt": "첫째 소식", "b.TXT": "둘째 소식", "deeper/c.html": "<html><h1>셋째 소식</h1>"}.items():
        (tmp_path / name).write_text(f"{text}\n\n가람은 간다.", encoding="utf-8")
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "notes.pdf").write_bytes(b"%PDF")
    (tmp_path / ".hidden.txt").write_text("숨은 소식")
    for _ in range(2):
        with pytest.raises(CommandError) as error:
            run(tmp_path)
        told = str(error.value).splitlines()
        assert told[0] == "1 of 4 files were not imported:"
        assert told[1].startswith(f"{tmp_path / 'bad.docx'}: ")
        assert models.Article.objects.count() == 3


def test_folder_without_stories_is_an_error(tmp_path):
    with pytest.raises(CommandError, match="no story in this folder"):
        run(tmp_path)


def test_failure_half_way_leaves_nothing(monkeypatch):
    monkeypatch.setattr("articles.desk.importing.save_terms", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run(SAMPLE)
    assert not models.Article.objects.exists()
    assert not models.Section.objects.exists()


def test_known_names_are_matched_and_misspellings_reported():
    organisation = OrganisationFactory(name_ko="하브뤼스")
    models.Alias.objects.create(organisation=organisation, text="호시카와정밀", kind="misspelling")
    desk.refresh_entity(organisation)
    article = desk.save_draft(read_story(decode(SAMPLE.read_bytes()))).article
    assert article.quote_blocks.filter(organisation=organisation).exists()
    assert {"kind": "name_misspelt", "text": "호시카와정밀", "start": None, "detail": ""} in article.doubts


def test_language_and_section_can_be_given():
    run(SAMPLE, "--language", "ko", "--section", "산업")
    assert models.Article.objects.get().section.name_ko == "산업"


def test_overlong_lines_fit_their_columns_and_lose_nothing():
    """PostgreSQL would refuse them; SQLite would not notice."""
    first, heading = "머리 " * 200, "◇ " + "소제목 " * 120
    article = desk.save_draft(read_story(f"{first.strip()}\n\n본문이다.\n\n{heading}\n\n끝이다.")).article
    blocks = [*article.heading_blocks.all(), *article.text_blocks.all()]
    for block in blocks:
        block.full_clean()
    words = " ".join([article.headline, *(block.plain_text() for block in blocks)])
    assert (words.count("머리"), words.count("소제목")) == (200, 120)


def test_story_without_a_headline_is_not_published():
    article = desk.save_draft(read_story("머리 " * 200)).article
    assert str(article) == "(without headline)"
    with pytest.raises(desk.DeskError):
        desk.publish(article)


def test_import_that_lost_a_race_returns_the_other_ones_article(monkeypatch):
    plan = read_story(decode(SAMPLE.read_bytes()))
    real = desk.importing.create_draft

    def twice(*arguments):
        real(*arguments)
        return real(*arguments)

    monkeypatch.setattr("articles.desk.importing.create_draft", twice)
    imported = desk.save_draft(plan)
    assert not imported.created
    assert models.Article.objects.get() == imported.article
