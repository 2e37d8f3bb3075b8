"""The companies and other bodies of a story: how often it names each, and the one that it is about."""

import re
from collections import Counter
from dataclasses import dataclass, field

from articles.intake.names import is_body
from articles.intake.names.companies import find_short_names
from articles.intake.names.korean import LEGAL, bare_name, find_korean_names, is_part_of_name, nouns_of
from articles.intake.names.latin import find_latin_bodies
from articles.intake.names.ordinary import is_ordinary
from articles.intake.names.words import COMPANY_TAIL
from articles.intake.sums.latin_mentions import Mentions
from articles.intake.sums.latin_traits import find_traits

LONGEST = 20_000  # characters of a story that are searched for names
MOST = 24  # names that are kept
# Whoever lends and gives is seldom `회사` where a story also names who gets it.
FUND_LIKE = re.compile(
    r".*(?:벤처스?|벤처투자|인베스트먼트|캐피[털탈]|파트너스|PE|에쿼티|자산운용|증권|은행|투자|펀드)"
)
CLEARLY = 1.5  # times as often as the next
MOST_BEFORE = 2  # words


@dataclass
class Bodies:
    """The names of bodies in a story and how often each is named; `main` is the one the story is about, or None."""

    named: Counter = field(default_factory=Counter)
    main: str | None = None
    nouns: frozenset = frozenset()
    people: frozenset = frozenset()
    text: str = ""
    headed: frozenset = frozenset()  # the bodies that the headline names
    short: dict = field(default_factory=dict)
    traits: dict = field(default_factory=dict)

    def knows(self, name):
        """Tell whether the story names a body so."""
        return name in self.named or name in self.short

    def whole(self, name):
        """Return the whole name of a body that the story also names by a short one."""
        return self.short.get(name, name)

    def leading_two(self):
        """Return the two bodies that are named most, in the order of the story, or None; no parts of other names."""
        names = [name for name, _ in self.named.most_common() if not any(name != n and name in n for n in self.named)]
        leading = list(dict.fromkeys([self.main, *names]))[:2]
        return leading if len(leading) == 2 else None

    def of_country(self, country):
        """Return the one body of which the story says that it is from a country (`일본 화학업체 가나`), or None."""
        told = rf"(?<![가-힣]){country}(?:의|계)?\s(?:[가-힣A-Za-z]{{1,10}}(?<![은는이가을를의에])\s){{0,2}}"
        found = [name for name in self.named if re.search(told + re.escape(name), self.text)]
        return found[0] if len(found) == 1 else None

    def named_later(self, sentence):
        """Return the main body when a sentence stands before its first mention: `한 외국 기업이` is explained then."""
        at = self.text.find(sentence)
        is_later = at >= 0 and self.main and self.text.find(self.main) >= at + len(sentence)
        return self.main if is_later else None

    def about(self, recalled):
        """Return the body that a story names far more often than any other, else the one recalled."""
        counts = sorted(self.named.values())[-2:]
        if recalled and FUND_LIKE.fullmatch(recalled):
            return next((name for name, _ in self.named.most_common() if not FUND_LIKE.fullmatch(name)), recalled)
        is_clear = self.main and (
            self.headed == {self.main} or self.named[self.main] == counts[-1] > sum(counts[:-1]) * CLEARLY
        )
        return self.main if is_clear else recalled

    def latest_of(self, kind, recalled):
        """Return the body that `이 그룹은` means: the one recalled, unless one other has that word in its name."""
        bearing = [name for name in self.named if name.endswith(kind)]
        return bearing[0] if len(bearing) == 1 and not (recalled or "").endswith(kind) else recalled

    def complete(self, name, before=""):
        """Return a name with the words before it that belong to it: those the story prints with it elsewhere, too."""
        words = before.split()[-MOST_BEFORE:]
        if (
            words
            and len(before.split()) == len(words)
            and COMPANY_TAIL.fullmatch(name.split()[-1])
            and is_part_of_name(words[0])
        ):
            return " ".join([*words, name])  # `한강 해외 캐피털은 …` at the head of a sentence
        for first in range(len(words)):
            whole = " ".join([*words[first:], name])
            if self.knows(whole) or (self.text.count(whole) > 1 and all(map(is_part_of_name, words[first:]))):
                return whole
        longer = (n for n in self.named if n == f"{name} 그룹" or (not self.text and n.startswith(f"{name} ")))
        return next(longer, None) or self.whole(name)


def find_bodies(paragraphs, headline, quotes, language):
    """Return the Bodies of a story; its PlannedQuotes tell some, and which names are those of people."""
    text = "\n".join([headline, *paragraphs])[:LONGEST]
    people = frozenset(quote.speaker for quote in quotes if quote.speaker)
    if language != "ko":
        return _latin_bodies(text, headline, people)
    names = {
        name
        for name in [*find_korean_names(text), *(quote.organisation for quote in quotes)]
        if name and name not in people and is_body(name, language)
    }
    names |= {bare_name(match["name"] or match["front"]) for match in LEGAL.finditer(text)}
    found = sorted((name for name in names if name in text), key=lambda name: (text.index(name), name))
    named = Counter(dict(Counter({name: text.count(name) for name in found}).most_common(MOST)))
    bodies = Counter({name: count + 2 * (name in headline) for name, count in named.items()})
    main = max(bodies, key=lambda name: (bodies[name], -text.index(name)), default=None)
    headed = frozenset(name for name in named if name in headline)
    short = {
        name: whole
        for name, whole in find_short_names("\n".join(paragraphs)[:LONGEST], named).items()
        if not is_ordinary(name)
    }
    return Bodies(named, main, frozenset(nouns_of(text)), people, text, headed, short)


def _latin_bodies(text, headline, people):
    counts, short = find_latin_bodies(text, headline, people)
    named = Counter(dict(counts.most_common(MOST)))
    known = [*(name for name, whole in short.items() if whole in named), *named]
    weight = {
        name: count + 2 * any(short.get(s, s) == name and s in headline for s in known) for name, count in named.items()
    }
    main = max(weight, key=lambda name: (weight[name], -text.index(name)), default=None)
    bodies = Bodies(named, main, people=people, short={name: short.get(name, name) for name in known})
    bodies.traits = find_traits(text, Mentions(text, bodies).all)
    return bodies
