"""The scores of the intake: what it read of a story against what somebody who knows wrote down (see the schema).

Items of all stories are pooled, and matched one to one. A measure is the harmonic mean of precision and recall.
"""

import json
from dataclasses import dataclass, field

from articles.intake.evaluation.folding import (
    body_key,
    body_name_key,
    caption_key,
    headline_key,
    is_credited,
    money_key,
    person_key,
    plain,
    words_key,
)
from articles.intake.reader import read_story
from articles.intake.source import decode

MEASURES = {
    "figures": "figure captions",
    "quote_text": "quote text",
    "quote_speaker": "quote with speaker",
    "quote_organisation": "quote with organisation",
    "amount": "investment amount",
    "investor": "investment with investor",
    "equivalent": "printed equivalents",
    "headline": "headline",
    "furniture": "furniture removed",
}
SHORT = 12  # characters; a shorter label may be a part of the body's words


@dataclass
class Tally:
    """How many items were right, how many too many, how many missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other):
        return Tally(self.right + other.right, self.extra + other.extra, self.missed + other.missed)

    @property
    def precision(self):
        """The share of the right among what was read; 1 when nothing was read and nothing was there."""
        read = self.right + self.extra
        return self.right / read if read else float(not self.missed)

    @property
    def recall(self):
        """The share of what was there that was read."""
        there = self.right + self.missed
        return self.right / there if there else float(not self.extra)

    @property
    def f1(self):
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass
class Scores:
    """The tallies of one story or of many, by measure, and what went wrong as (measure, what, passage)."""

    name: str = ""
    language: str = ""
    tallies: dict = field(default_factory=lambda: {measure: Tally() for measure in MEASURES})
    errors: list = field(default_factory=list)

    def count(self, measure, pairs, wanted, read):
        """Set the tally of a measure from its matched pairs."""
        self.tallies[measure] = Tally(len(pairs), len(read) - len(pairs), len(wanted) - len(pairs))

    def blame(self, measure, pairs, wanted, read):
        """Note the (label, item) that were missed and those that are too many."""
        lost, found = {at for at, _ in pairs}, {at for _, at in pairs}
        self.errors += [(measure, "missed", text) for at, text in enumerate(wanted) if at not in lost]
        self.errors += [(measure, "extra", text) for at, text in enumerate(read) if at not in found]


def evaluate(folder):
    """Return the Scores of every story in a folder: NAME.txt with its right reading in NAME.json.

    Raises OSError or ValueError when a story or a reading cannot be read.
    """
    return [evaluate_story(path) for path in sorted(folder.glob("*.json"))]


def evaluate_story(path):
    """Return the Scores of the story beside a right reading."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    plan = read_story(decode(path.with_suffix(".txt").read_bytes()))
    return score(path.stem, gold, plan.as_json())


def by_language(scores):
    """Return {language: Scores} with the tallies added up; those of all stories are under `all`."""
    sums = {"all": Scores("all")}
    for each in scores:
        for name in ("all", each.language):
            total = sums.setdefault(name, Scores(name))
            total.tallies = {measure: total.tallies[measure] + each.tallies[measure] for measure in MEASURES}
    return sums


def score(name, gold, read):
    """Return the Scores of one reading against the right one, both in the intake schema."""
    scores = Scores(name, gold["language"])
    _score_figures(scores, gold["figures"], read["figures"])
    _score_quotes(scores, gold["quotes"], read["quotes"])
    _score_investments(scores, gold, read["investments"])
    _score_headline(scores, gold["headline"], read["headline"])
    _score_furniture(scores, gold, read)
    return scores


def pair(wanted, read, is_same):
    """Return the most pairs (index wanted, index read) that are the same, each item used once."""
    owner = {}

    def give(at, seen):
        for other, item in enumerate(read):
            if other not in seen and is_same(wanted[at], item):
                seen.add(other)
                if other not in owner or give(owner[other], seen):
                    owner[other] = at
                    return True
        return False

    for at in range(len(wanted)):
        give(at, set())
    return sorted((at, other) for other, at in owner.items())


def accepted(item, name, key):
    """Return the keys that are right for a value: its own, and those of its alternatives."""
    return {key(value) for value in [item.get(name), *(item.get(f"{name}_alt") or [])]}


def _score_figures(scores, wanted, read):
    def is_same(figure, other):
        caption, credit = caption_key(figure["caption"]), caption_key(figure.get("credit"))
        found = caption_key(other["caption"])
        return caption == found or is_credited(found, caption, credit)

    pairs = pair(wanted, read, is_same)
    scores.count("figures", pairs, wanted, read)
    scores.blame("figures", pairs, [f["caption"] for f in wanted], [f["caption"] for f in read])


def _score_quotes(scores, wanted, read):
    def same_words(quote, other):
        return words_key(quote["text"]) == words_key(other["text"]) != ""

    pairs = pair(wanted, read, same_words)
    scores.count("quote_text", pairs, wanted, read)
    scores.blame("quote_text", pairs, [q["text"] for q in wanted], [q["text"] for q in read])
    for measure, is_right, name in (
        ("quote_speaker", _is_speaker, "speaker"),
        ("quote_organisation", _is_organisation, "organisation"),
    ):
        right = pair(wanted, read, lambda q, o, rule=is_right: same_words(q, o) and rule(q, o))
        scores.count(measure, right, wanted, read)
        for at, other in pairs:
            if not is_right(wanted[at], read[other]):
                wrong = f"want {wanted[at].get(name)!r}, got {read[other].get(name)!r}"
                scores.errors.append((measure, wrong, wanted[at]["text"][:60]))


def _is_speaker(quote, other):
    right = accepted(quote, "speaker", person_key)
    if not quote.get("speaker") and not quote.get("anonymous") and quote.get("organisation"):
        right |= accepted(quote, "organisation", person_key)
    return person_key(other.get("speaker")) in right


def _is_organisation(quote, other):
    return body_name_key(other.get("organisation")) in accepted(quote, "organisation", body_name_key)


def _is_investor(investment, other):
    return body_name_key(other.get("investor")) in accepted(investment, "investor", body_name_key)


def _is_equivalent(investment, other):
    found = money_key(other.get("reported_equivalent"))
    choices = [investment.get("reported_equivalent"), *(investment.get("reported_equivalent_alt") or [])]
    return found is not None and found in [money_key(choice) for choice in choices]


def _score_investments(scores, gold, read):
    def same_amount(investment, other):
        return money_key(investment) == money_key(other) is not None

    wanted = gold["investments"]
    pairs = pair(wanted, read, lambda i, o: same_amount(i, o) and _is_investor(i, o))
    scores.count("investor", pairs, wanted, read)
    alike = pair(wanted, read, same_amount)
    scores.count("amount", alike, wanted, read)
    _blame_investments(scores, gold, read, pairs, same_amount)
    with_equivalent = [item for item in wanted if item.get("reported_equivalent")]
    printed = [item for item in read if item.get("reported_equivalent")]
    right = pair(with_equivalent, printed, lambda i, o: same_amount(i, o) and _is_equivalent(i, o))
    scores.count("equivalent", right, with_equivalent, printed)
    if len(right) != max(len(with_equivalent), len(printed)):
        wrong = [[item["reported_equivalent"]["amount"] for item in side] for side in (with_equivalent, printed)]
        scores.errors.append(("equivalent", "want and got", str(wrong)))


def _blame_investments(scores, gold, read, pairs, same_amount):
    """Note which investors are wrong, and which amounts are missed or too many."""
    wanted = gold["investments"]
    left = [at for at in range(len(wanted)) if at not in dict(pairs)]
    over = [at for at in range(len(read)) if at not in {other for _, other in pairs}]
    near = pair([wanted[at] for at in left], [read[at] for at in over], same_amount)
    for at, other in near:
        names = wanted[left[at]]["investor"], read[over[other]]["investor"]
        wrong = "want {!r}, got {!r}".format(*names)
        scores.errors.append(("investor", wrong, describe(wanted[left[at]])))
    known = [*pairs, *((left[at], over[other]) for at, other in near)]
    scores.blame("amount", known, [describe(i) for i in wanted], [describe(i) for i in read])


def describe(investment):
    """Return an investment in one line of an error list."""
    return f"{investment['amount']} {investment['currency']} ({investment['investor']})"


def _score_headline(scores, wanted, read):
    is_right = headline_key(wanted) == headline_key(read)
    scores.tallies["headline"] = Tally(int(is_right), int(bool(read) and not is_right), int(not is_right))
    if not is_right:
        scores.errors.append(("headline", f"got {read!r}", wanted))


def _score_furniture(scores, gold, read):
    """Count the furniture that is gone, the furniture that survived, and the passages of the body that went with it."""
    body = [block.get("text") or block.get("caption") for block in read["blocks"]]
    shown = [*body, *(figure["caption"] for figure in read["figures"]), *(quote["text"] for quote in read["quotes"])]
    lines = [line for text in shown for line in (text or "").splitlines() if line.strip()]
    alive = [noise["text"] for noise in gold["noise"] if _survives(noise, lines)]
    whole = "".join(body_key(text) for text in body)
    told = [block.get("caption") if block["type"] == "figure" else block["text"] for block in gold["blocks"]]
    lost = [text for text in told if body_key(text) not in whole]
    scores.tallies["furniture"] = Tally(len(gold["noise"]) - len(alive), len(lost), len(alive))
    scores.errors += [("furniture", "survived", text) for text in alive]
    scores.errors += [("furniture", "body lost", text[:80]) for text in lost]


def _survives(noise, lines):
    """Whether furniture can still be read: a long piece anywhere, a short one as a line or at either end of one."""
    key, words = body_key(noise["text"]), plain(noise["text"]).casefold().split()
    if noise["scope"] == "inline" or len(key) >= SHORT:
        return bool(key) and any(key in body_key(line) for line in lines)
    for line in lines:
        is_line = key == body_key(line) if key else plain(noise["text"]) == plain(line)
        here = plain(line).casefold().split()
        if is_line or (len(here) > len(words) and words in (here[: len(words)], here[-len(words) :])):
            return True
    return False
