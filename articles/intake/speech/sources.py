"""To whom a story gives words, and whom it has introduced so far."""

import re
from dataclasses import dataclass, field, replace

from articles.vocabulary import Attribution


@dataclass(frozen=True)
class Source:
    """To whom words are given, as printed; what the story does not say is None."""

    attribution: Attribution = Attribution.UNKNOWN
    speaker: str | None = None
    speaker_romanised: str | None = None
    title: str | None = None
    organisation: str | None = None
    rule: str = "unattributed@1"

    def is_same(self, other):
        """Whether another Source names the same person in the same post."""
        return (self.speaker, self.title, self.organisation) == (other.speaker, other.title, other.organisation)


UNKNOWN = Source()
ANONYMOUS = Source(Attribution.ANONYMOUS, rule="dash-bullet@1")
REMEMBERED = 40
SHORTEST_FAMILY = 4  # letters of a name that a firm may bear
LONGEST_PASSAGE = 1000
LONGEST_TOWN = 6  # syllables
NO_TOWN = {
    "정도",
    "제도",
    "속도",
    "당시",
    "동시",
    "역시",
    "도시",
    "연구",
    "요구",
    "신도시",
    "대도시",
    "소도시",
    "반도",
    "온도",
    "의도",
}
WORDS = re.compile(r"[^\W_]{2,20}")
# What a body is, by which `the ministry`, `cục này` call it again.
KINDS = re.compile(
    r"(?<!\w)(?:ministry|department|agency|fund|bank|university|union|committee|authority|association|institute|council"
    r"|chamber|federation|commission|board|court|foundation|exchange|centre|center|cooperative"
    r"|cục|sở|bộ|viện|hiệp hội|quỹ|ngân hàng|công ty|tập đoàn)(?!\w)"
)

UNION = re.compile(r"\s?(?:노동조합|노조)$")
# Bodies that comment on business, oversee it or further it: `회사` means none of them.
NO_COMPANY = re.compile(
    r".*(?:증권|연구원|연구소|리서치|[가-힣]{2}대|대학교?|협회|학회|연합회|연맹|위원회|포럼|조합|노조|지회|상의|상공회의소|신문|일보|통신|방송"
    r"|[가-힣]부|청|시|도|군|구|성|공사|공단|진흥원|센터|의회|정부|법원|기금|법인)|(?:법무|회계)법인.*"
)
CAPITAL = re.compile(r".*(?:PE|파트너스|인베스트먼트|벤처스|캐피[털탈]|자산운용|에쿼티|벤처투자|기술투자)")
# By these a story calls any company again.
COMPANY_KINDS = {
    "본사",
    "회사",
    "업체",
    "기업",
    "사측",
    "법인",
    "운용사",
    "증권사",
    "투자사",
    "매체",
    "기관",
    "단체",
    "그룹",
}


@dataclass
class Cast:
    """Whom and what the story has named so far; the latest stand last. `counts` are of the words of the whole story."""

    people: list = field(default_factory=list)
    bodies: set = field(default_factory=set)
    counts: dict = field(default_factory=dict)
    short: dict = field(default_factory=dict)  # the whole names of bodies by those that the story has short
    roster: tuple = ()  # everybody whom the whole story introduces, also behind the place read now
    surnames: frozenset = frozenset()  # by which the story calls people again: `Mr. Haas`, `Haas said`
    forms: dict = field(default_factory=dict)  # how the story addresses a person: `he`, `she`, `ông`, `bà`
    told_of: str | None = None  # the body that the last sentences are about
    business: str | None = None  # the last of these that is a company
    main: str | None = None  # the body with which the headline begins
    is_fresh: bool = False  # whether the paragraph read now has said of whom it tells
    unnamed: Source | None = None  # the last anonymous source
    last: Source | None = None  # who spoke last
    latest: Source | None = None  # whom a pronoun means: who spoke or was introduced last
    passage: str = ""  # the last sentences that were read
    town: str | None = None  # of which the story is told: its mayor speaks for it
    state: str | None = None  # for which its governor speaks
    focus: Source | None = None  # whom the last sentences are about: who speaks when a sentence drops its subject

    def tell_of(self, body):
        """Note the body that what follows is about, if any."""
        self.told_of = body or self.told_of
        if body and not (NO_COMPANY.fullmatch(body) or CAPITAL.fullmatch(body)):
            self.business = body

    def meet(self, source):
        """Remember whom a passage names."""
        if source.speaker:
            self.people = [other for other in self.people if not other.is_same(source)][-REMEMBERED:] + [source]
            self.latest = source
        if source.organisation:
            self.bodies.add(source.organisation)

    def heard(self, source):
        """Remember who spoke."""
        self.meet(source)
        if source.attribution == Attribution.ANONYMOUS:
            self.unnamed = source
        if source.attribution == Attribution.ORGANISATION and source.organisation:
            self.tell_of(source.organisation)
            self.is_fresh = True
        if source is not UNKNOWN and source.attribution != Attribution.UNKNOWN:
            self.last = self.latest = source

    def recall(self, is_meant=lambda source: True, rule="back-reference@1"):
        """Return the Source of the latest person who is meant, or None."""
        found = next((source for source in (*reversed(self.people), *self.roster) if is_meant(source)), None)
        return found and replace(self.complete(found), rule=rule)

    def most_told(self, ending):
        """Return the word of three to six syllables with an ending that the story names most, or None."""
        found = [
            (count, word)
            for word, count in self.counts.items()
            if word.endswith(ending) and 3 <= len(word) <= LONGEST_TOWN
        ]
        found = [pair for pair in found if pair[1] not in NO_TOWN and " " not in pair[1]]
        return max(found)[1] if found else None

    @property
    def is_of_capital(self):
        """Whether the last sentences are about a house of capital, which has got or given money, and no more."""
        return self.told_of is not None and CAPITAL.fullmatch(self.told_of) is not None

    @property
    def company(self):
        """The company that the last sentences are about; where that is a union, the company whose union it is."""
        owner = self.told_of and UNION.sub("", self.told_of)
        return owner if owner != self.told_of else self.business or self.told_of

    def called(self, kind):
        """Return the body that a word for its kind means (`은행`, `시`, `회사`): that last told of, or told most."""
        if len(kind) == 1 and kind != "사":
            return self.most_told(kind)
        if kind in COMPANY_KINDS:
            return self.company
        if (self.told_of or "").endswith(kind):
            return self.told_of
        found = [body for body in self.bodies if body.endswith(kind) and body != kind]
        return max(sorted(found), key=lambda body: self.counts.get(body, 0), default=None)

    def whole_name(self, name):
        """Return the only known body that a short name means (`다원` of `다원일렉트로닉스`), or None."""
        longer = [body for body in self.bodies if body.startswith(name) and body != name] if len(name) > 1 else []
        return longer[0] if len(longer) == 1 else None

    def find_called(self, words):
        """Return the body that the story named last among those whose kind words tell: `the ministry`, `cục này`.

        Of those that it has not named of late, the one that it names most.
        """
        kind = KINDS.search(words.lower())
        named = re.compile(rf"(?<!\w){kind.group()}(?!\w)") if kind else None
        found = [body for body in self.bodies if named and " " in body and named.search(body.lower())]
        return max(sorted(found), key=lambda body: (self.passage.rfind(body), self.counts.get(body, 0)), default=None)

    def find_namesake(self, speaker):
        """Return the only body whose name begins with that of a family: `Senda Kaiun`, of Haruto Senda; or None."""
        names = {word for word in speaker.split() if len(word) >= SHORTEST_FAMILY}
        named = [body for body in self.bodies if " " in body and body.split()[0] in names and body != speaker]
        return named[0] if len(named) == 1 else None

    def find_misprinted(self, source):
        """Return a Source as that of whom the story introduced by the name with another letter, else completed."""
        known = [*reversed(self.people), *self.roster] if not (source.title or source.organisation) else []
        meant = next((other for other in known if other.title and is_misprint(source.speaker, other.speaker)), None)
        return self.complete(meant or source)

    def read(self, sentence):
        """Remember a sentence as the last of the passage."""
        self.passage = f"{self.passage} {sentence}"[-LONGEST_PASSAGE:]

    def is_known(self, speaker):
        """Whether the story introduces a person by this name."""
        return any(source.speaker == speaker for source in (*self.people, *self.roster))

    def complete(self, source):
        """Return a Source with the title and body that the story gave the same person before, where it lacks them."""
        known = (*reversed(self.people), *self.roster)
        same = [other for other in known if other.speaker == source.speaker]
        same.sort(key=lambda other: other.title != source.title)
        return replace(
            source,
            title=source.title or _first(other.title for other in same),
            organisation=source.organisation or _first(other.organisation for other in same),
            speaker_romanised=source.speaker_romanised or _first(other.speaker_romanised for other in same),
        )


def is_misprint(name, other):
    """Whether two full names differ by a letter or two in a long word: `Kjelgaard`, `Dea-sung` for `Dae-sung`."""
    words, others = name.split(), (other or "").split()
    unlike = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    if len(words) != len(others) or len(words) < 2 or len(unlike) != 1:
        return False
    word, meant = unlike[0]
    is_swapped = sorted(word.lower()) == sorted(meant.lower())
    return min(map(len, unlike[0])) >= 7 and (is_swapped or ("-" not in word and _lacks_a_letter(word, meant)))


def _lacks_a_letter(word, other):
    short, long = sorted((word, other), key=len)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _first(values):
    return next(filter(None, values), None)
