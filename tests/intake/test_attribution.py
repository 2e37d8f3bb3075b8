"""To whom Korean stories give words: names, titles and bodies in any order, parts of names, unnamed people."""

from pathlib import Path

import pytest

from articles.intake import read_story

HEADLINE = "베트남으로 가는 공장들"
# Each case is a passage, and behind `>` the speaker and the body of each of its quotations: `-` for none, `|` between
# several that are right.
CASES = (Path(__file__).parent / "cases" / "attribution.txt").read_text(encoding="utf-8").strip().split("\n\n")


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_words_are_given_to_whoever_said_them_and_to_the_body_spoken_for(case):
    body, _, expected = case.rpartition("\n> ")
    quotes = [(q.speaker or "-", q.organisation or "-") for q in read_story(f"{HEADLINE}\n\n{body}").quotes]
    right = [tuple(part.split("|") for part in source.strip().split("/")) for source in expected.split(";")]
    assert len(quotes) == len(right)
    for (speaker, organisation), (speakers, organisations) in zip(quotes, right, strict=True):
        assert speaker in speakers
        assert organisation in organisations
