"""How well the intake reads stories whose right reading is written down, and that it never reads them worse."""

import io
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from articles.intake import read_source, read_story
from articles.intake.evaluation import MEASURES, Tally, by_language
from articles.intake.evaluation.folding import body_key, words_key
from articles.intake.evaluation.scores import score
from articles.management.commands.evaluate_intake import Command

HERE = Path(__file__).parent
FOLDERS = ("building", "unseen")
READINGS = sorted(path for folder in FOLDERS for path in (HERE / folder).glob("*.json"))


@cache
def gold_of(path):
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def plan_of(path):
    return read_story(read_source(path.with_suffix(".txt").read_bytes()))


GOLD = {
    "language": "en",
    "headline": "Garam to build a plant",
    "blocks": [
        {"type": "figure", "caption": "A plant"},
        {"type": "paragraph", "text": "“We go,” said Lee. Garam invests $3 million (4 billion won)."},
    ],
    "figures": [{"caption": "A plant", "credit": "Garam"}],
    "quotes": [{"text": "We go,", "speaker": "Lee Seo-jun", "organisation": "Garam Group", "anonymous": False}],
    "investments": [
        {
            "investor": "Garam",
            "investor_alt": ["Garam Tech"],
            "amount": "3000000",
            "currency": "USD",
            "reported_equivalent": {"amount": "4000000000", "currency": "KRW"},
        }
    ],
    "noise": [{"text": "Share", "scope": "line"}, {"text": "By Kim Ha-neul", "scope": "inline"}],
}


def tallies(**changed):
    """Return the tallies of a reading that differs from the right one in these keys."""
    scores = score("story", GOLD, GOLD | changed)
    return {measure: (t.right, t.extra, t.missed) for measure, t in scores.tallies.items()}


def without(key, **changes):
    """Return the only item of a list of the right reading, changed."""
    return [GOLD[key][0] | changes]


RIGHT = dict.fromkeys(MEASURES, (1, 0, 0)) | {"furniture": (2, 0, 0)}


@pytest.mark.parametrize(
    ("changed", "tally"),
    [
        ({}, {}),
        ({"headline": "Garam to build"}, {"headline": (0, 1, 1)}),
        ({"headline": ""}, {"headline": (0, 0, 1)}),
        ({"figures": without("figures", caption="A plant / Garam")}, {}),
        ({"figures": []}, {"figures": (0, 0, 1)}),
        ({"quotes": without("quotes", text="“we go”")}, {}),
        ({"quotes": without("quotes", speaker="Mr. Lee Seo-jun", organisation="garam")}, {}),
        ({"quotes": without("quotes", speaker=None)}, {"quote_speaker": (0, 1, 1)}),
        ({"quotes": without("quotes", organisation="Nuri")}, {"quote_organisation": (0, 1, 1)}),
        (
            {"quotes": [*GOLD["quotes"], *GOLD["quotes"]]},
            dict.fromkeys(("quote_text", "quote_speaker", "quote_organisation"), (1, 1, 0)),
        ),
        ({"investments": without("investments", investor="Garam Tech Ltd.")}, {}),
        ({"investments": without("investments", investor="Nuri")}, {"investor": (0, 1, 1)}),
        ({"investments": without("investments", reported_equivalent=None)}, {"equivalent": (0, 0, 1)}),
        (
            {"investments": without("investments", currency="KRW")},
            dict.fromkeys(("amount", "investor", "equivalent"), (0, 1, 1)),
        ),
        ({"blocks": [*GOLD["blocks"], {"type": "paragraph", "text": "Share"}]}, {"furniture": (1, 0, 1)}),
        (
            {"blocks": [*GOLD["blocks"], {"type": "paragraph", "text": "By Kim Ha-neul It is."}]},
            {"furniture": (1, 0, 1)},
        ),
        ({"blocks": GOLD["blocks"][:1]}, {"furniture": (2, 1, 0)}),
    ],
)
def test_score_counts_what_is_right_too_much_and_missed(changed, tally):
    assert tallies(**changed) == RIGHT | tally


def test_tally_of_nothing_is_perfect_and_of_everything_wrong_is_nothing():
    assert (Tally().precision, Tally().recall, Tally().f1) == (1, 1, 1)
    assert Tally(0, 1, 1).f1 == 0
    assert Tally(1, 1, 0).f1 == pytest.approx(2 / 3)


@pytest.mark.parametrize("path", READINGS, ids=lambda path: path.stem)
def test_right_reading_fits_its_story(path):
    """What the reading quotes stands in the story."""
    gold = gold_of(path)
    text = read_source(path.with_suffix(".txt").read_bytes())
    whole, bare = body_key(text), words_key(text)
    passages = [block.get("text") or block.get("caption") or "" for block in gold["blocks"]]
    assert [passage for passage in [gold["headline"], *passages] if body_key(passage) not in whole] == []
    lines = [line for quote in gold["quotes"] for line in quote["text"].split("\n")]
    assert [line for line in lines if words_key(line) not in bare] == []
    assert [noise["text"] for noise in gold["noise"] if body_key(noise["text"]) not in whole] == []


@pytest.mark.slow
@pytest.mark.parametrize("folder", FOLDERS)
def test_reader_reads_no_worse_than_before(folder):
    paths = [path for path in READINGS if path.parent.name == folder]
    sums = by_language([score(path.stem, gold_of(path), plan_of(path).as_json()) for path in paths])
    reached = {name: {m: round(total.tallies[m].f1, 3) for m in MEASURES} for name, total in sums.items()}
    floors = FLOORS[folder]
    worse = [
        (name, measure, reached[name][measure], floor)
        for name, measures in floors.items()
        for measure, floor in measures.items()
        if reached[name][measure] < floor
    ]
    assert worse == []


@pytest.mark.slow
def test_offsets_of_every_record_give_what_the_story_prints():
    for path in READINGS:
        plan = plan_of(path)
        text = plan.source_text
        assert [text[c.start : c.end] for c in plan.claims] == [c.sentence for c in plan.claims], path.stem
        assert [text[r.start : r.end] for r in plan.rejected_amounts] == [r.text for r in plan.rejected_amounts]
        single = [quote for quote in plan.quotes if "\n" not in quote.text]
        assert [text[q.start : q.end] for q in single] == [q.text for q in single], path.stem
        for claim in plan.claims:
            assert claim.amount is None or text[claim.amount_start :].startswith(claim.amount_text)
            assert claim.rule


@pytest.mark.slow
def test_reading_is_the_same_in_every_process(tmp_path):
    """Another process orders its sets differently; no reading may hang on it."""
    chosen = sorted(READINGS[::3], key=lambda path: path.name)
    for path in chosen:
        for file in (path, path.with_suffix(".txt")):
            (tmp_path / file.name).write_bytes(file.read_bytes())
    command = [sys.executable, "manage.py", "evaluate_intake", str(tmp_path), "--json"]
    environment = os.environ | {"PYTHONHASHSEED": "1"}
    told = subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr
    here, stories = io.StringIO(), [score(path.stem, gold_of(path), plan_of(path).as_json()) for path in chosen]
    Command(stdout=here).print_json(by_language(stories), stories)
    assert told.stdout == here.getvalue()


def run(*arguments):
    out = io.StringIO()
    call_command("evaluate_intake", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_command_prints_the_table_and_the_errors(tmp_path):
    (tmp_path / "story.txt").write_text("Garam to build a plant\n\nGaram will invest $3 million.", encoding="utf-8")
    (tmp_path / "story.json").write_text(json.dumps(GOLD), encoding="utf-8")
    table = run(tmp_path, "--table-only")
    assert [line for line in table.splitlines() if line.startswith("headline")][0].split()[-1] == "1.000"
    told = run(tmp_path)
    assert told.startswith(table)
    assert "figure captions · missed · A plant" in told
    found = json.loads(run(tmp_path, "--json"))
    assert found["scores"]["all"]["headline"] == {"precision": 1, "recall": 1, "f1": 1}
    assert ["quote_text", "missed", "We go,"] in found["errors"]["story"]


@pytest.mark.parametrize("content", [None, "{", "{}"])
def test_command_says_what_is_wrong_with_a_folder(tmp_path, content):
    if content:
        (tmp_path / "story.txt").write_text("Garam", encoding="utf-8")
        (tmp_path / "story.json").write_text(content, encoding="utf-8")
    with pytest.raises(CommandError, match=str(tmp_path)):
        run(tmp_path)


FLOORS = {
    "building": {
        "all": {
            "figures": 0.987,
            "quote_text": 0.993,
            "quote_speaker": 0.966,
            "quote_organisation": 0.924,
            "amount": 0.962,
            "investor": 0.893,
            "equivalent": 0.977,
            "headline": 0.992,
            "furniture": 0.994,
        },
        "en": {
            "figures": 0.987,
            "quote_text": 0.993,
            "quote_speaker": 0.98,
            "quote_organisation": 0.896,
            "amount": 0.955,
            "investor": 0.857,
            "equivalent": 1.0,
            "headline": 1.0,
            "furniture": 0.987,
        },
        "ko": {
            "figures": 0.983,
            "quote_text": 0.994,
            "quote_speaker": 0.961,
            "quote_organisation": 0.926,
            "amount": 0.962,
            "investor": 0.91,
            "equivalent": 0.977,
            "headline": 0.994,
            "furniture": 0.995,
        },
        "vi": {
            "figures": 1.0,
            "quote_text": 0.99,
            "quote_speaker": 0.972,
            "quote_organisation": 0.944,
            "amount": 0.969,
            "investor": 0.865,
            "equivalent": 0.958,
            "headline": 0.978,
            "furniture": 0.992,
        },
    },
    "unseen": {
        "all": {
            "figures": 0.942,
            "quote_text": 0.966,
            "quote_speaker": 0.894,
            "quote_organisation": 0.804,
            "amount": 0.928,
            "investor": 0.814,
            "equivalent": 0.947,
            "headline": 0.954,
            "furniture": 0.963,
        },
        "en": {
            "figures": 0.888,
            "quote_text": 0.982,
            "quote_speaker": 0.934,
            "quote_organisation": 0.84,
            "amount": 0.857,
            "investor": 0.785,
            "equivalent": 0.8,
            "headline": 0.866,
            "furniture": 0.971,
        },
        "ko": {
            "figures": 0.965,
            "quote_text": 0.981,
            "quote_speaker": 0.897,
            "quote_organisation": 0.794,
            "amount": 0.951,
            "investor": 0.875,
            "equivalent": 1.0,
            "headline": 1.0,
            "furniture": 0.955,
        },
        "vi": {
            "figures": 0.967,
            "quote_text": 0.926,
            "quote_speaker": 0.845,
            "quote_organisation": 0.778,
            "amount": 0.97,
            "investor": 0.761,
            "equivalent": 1.0,
            "headline": 1.0,
            "furniture": 0.962,
        },
    },
}
