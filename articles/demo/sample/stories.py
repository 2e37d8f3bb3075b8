"""The sample's stories: an article in its state, with its blocks, quotes and claims, as the desk would have left it."""

import uuid
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from operator import attrgetter

from articles.clock import editorial_day, editorial_year
from articles.demo.sample.directory import sample_id
from articles.demo.sample.words import paragraph, pick, say, sentence
from articles.desk.corrections import parts_of
from articles.desk.visibility import value_in_usd
from articles.models import Article, Claim, Heading, Investment, InvestmentCard, Quote, Stake, Text
from articles.text import slug
from articles.tokens import index_text
from articles.vocabulary import (
    Activity,
    Attribution,
    Basis,
    Confidence,
    DoubtKind,
    InvestmentKind,
    Language,
    Precision,
    Qualifier,
    QuoteKind,
    Review,
    Stage,
    StakeRole,
    Status,
)

IMPORT_KEY = "sample:{seed}:{number}"
FIRST_DAY, DAYS = datetime(2005, 1, 1, tzinfo=UTC), 20 * 365
SCHEDULED = datetime(2050, 1, 1, tzinfo=UTC)
TRANSLATED = 10  # of so many stories in a row, the first three are one story in three languages
STEP = 10

LANGUAGES = {Language.KO: 60, Language.EN: 25, Language.VI: 15}
STATES = {"published": 90, "scheduled": 2, "withdrawn": 2, "review": 2, "draft": 4}
REVIEWS = {Review.ACCEPTED: 85, Review.SUGGESTED: 10, Review.REJECTED: 5}
ATTRIBUTIONS = {
    Attribution.NAMED: 70,
    Attribution.ORGANISATION: 10,
    Attribution.ANONYMOUS: 10,
    Attribution.ROLE_ONLY: 5,
    Attribution.UNKNOWN: 5,
}
QUALIFIERS = {
    Qualifier.EXACT: 60,
    Qualifier.ABOUT: 15,
    Qualifier.AT_LEAST: 10,
    Qualifier.UP_TO: 5,
    Qualifier.BETWEEN: 5,
    Qualifier.UNDISCLOSED: 5,
}
CURRENCIES = {"USD": 60, "KRW": 20, "VND": 10, "EUR": 10}
UNIT = {"USD": 10**6, "KRW": 10**9, "VND": 10**10, "EUR": 10**6}
VND_PER_USD = 25_000


def draw(weights, random):
    """Return one of the keys, as often as its weight says."""
    return random.choices(list(weights), list(weights.values()))[0]


class Story:
    """One article with everything in it, in memory; the rows know each other and are saved by the edition."""

    def __init__(self, number, seed, directory, random):
        self.number, self.seed, self.directory, self.random = number, seed, directory, random
        self.quotes, self.investments, self.stakes, self.loose_claims = [], [], [], []
        self.article = self.write_article()
        self.blocks = self.write_body()

    def write_article(self):
        """Return the article in one of the states a desk knows."""
        place = self.number % TRANSLATED
        translated = place < len(Language.values)
        language = Language.values[place] if translated else draw(LANGUAGES, self.random).value
        group = self.number - place if translated else self.number
        headline = sentence(language, self.random).rstrip(".")
        return Article(
            public_id=sample_id(Article, self.seed, self.number),
            import_key=IMPORT_KEY.format(seed=self.seed, number=self.number),
            language=language,
            translation_group=uuid.uuid5(uuid.NAMESPACE_URL, IMPORT_KEY.format(seed=self.seed, number=group)),
            section=self.random.choice(self.directory.sections),
            headline=headline,
            slug=slug(headline),
            standfirst=sentence(language, self.random),
            byline=getattr(self.random.choice(self.directory.people), f"name_{language}"),
            outlet=self.random.choice(self.directory.outlets),
            **self.state(),
        )

    def state(self):
        """Return status, moments and doubts of a story somewhere on its way."""
        state = draw(STATES, self.random)
        printed = FIRST_DAY + timedelta(minutes=self.random.randrange(DAYS * 24 * 60))
        dated = {"published_at": printed, "published_precision": Precision.MINUTE}
        released = printed + timedelta(hours=1)
        undecided = {"status": state, "doubts": [{"kind": DoubtKind.BYLINE_MISSING.value, "text": ""}]}
        return {
            "published": {**dated, "status": Status.PUBLISHED, "released_at": released},
            "scheduled": {"status": Status.PUBLISHED, "released_at": released, "embargo_until": SCHEDULED},
            "withdrawn": {
                **dated,
                "status": Status.WITHDRAWN,
                "released_at": released,
                "withdrawn_at": released + timedelta(days=30),
                "was_seen": True,
            },
        }.get(state, undecided)

    def write_body(self):
        """Return three texts and a sub-heading; one story in four keeps the text of its source."""
        language = self.article.language
        paragraphs = [paragraph(language, self.random) for _number in range(3)]
        blocks = [Text(html=f"<p>{words}</p>") for words in paragraphs]
        blocks.insert(1, Heading(text=sentence(language, self.random).rstrip(".")))
        if self.number % 4 == 0:
            self.article.source_text = "\n".join([self.article.headline, *paragraphs])
        return [self.place(block, number) for number, block in enumerate(blocks, 1)]

    def place(self, block, number):
        """Give a block its place in the story."""
        block.parent, block.ordering = self.article, number * STEP
        return block

    def add_quote(self, number):
        """Let somebody say something."""
        language, random = self.article.language, self.random
        attribution = draw(ATTRIBUTIONS, random)
        speaker = random.choice(self.directory.people) if attribution == Attribution.NAMED else None
        known = attribution in {Attribution.NAMED, Attribution.ORGANISATION}
        organisation = random.choice(self.directory.organisations) if known else None
        words = f"{pick('spoken', language, random)}. {sentence(language, random)}"
        who = getattr(speaker, f"name_{language}", "") or pick("role", language, random)
        quote = Quote(
            public_id=sample_id(Quote, self.seed, number),
            text=words,
            language=language,
            kind=random.choice(QuoteKind.values),
            attribution=attribution,
            speaker=speaker,
            organisation=organisation,
            speaker_text=who if speaker else "",
            role_text=pick("role", language, random),
            organisation_text=getattr(organisation, f"name_{language}", ""),
            sentence=say("quote", language, who=who, words=words),
            marks_balanced=number % 20 != 0,
            review=draw(REVIEWS, random),
            extracted_by="sample",
        )
        self.quotes.append(self.place(quote, len(self.blocks) + len(self.quotes) + 1))

    def add_investment(self, number):
        """Claim an investment, which takes its figures from the claim, and show its card."""
        random = self.random
        investors = sorted(random.sample(self.directory.organisations, 1 + (number % 4 == 0)), key=attrgetter("pk"))
        where = random.choice(self.directory.places)
        claim = self.claim(investors[0], where, Review.ACCEPTED, number)
        dated = claim.event_on is not None
        investment = Investment(
            public_id=sample_id(Investment, self.seed, number),
            **{f"title_{code}": title(investors[0], where, code) for code in Language.values},
            recipient=random.choice(self.directory.organisations) if number % 3 == 0 else None,
            destination=where,
            sector=random.choice(self.directory.sectors),
            kind=random.choice(InvestmentKind.values),
            activity=claim.activity,
            announced_on=claim.event_on,
            announced_precision=Precision.DAY if dated else Precision.UNKNOWN,
            confidence=random.choice(Confidence.values),
            adopted=claim,
        )
        roles = [StakeRole.LEAD, StakeRole.CO_INVESTOR]
        stakes = zip(investors, roles, strict=False)
        self.stakes += [Stake(investment=investment, organisation=party, role=role) for party, role in stakes]
        self.investments.append(investment)
        investment.search_text = search_text(investment, investors)

    def cards(self):
        """Return the blocks that show the investments."""
        first = len(self.blocks) + len(self.quotes) + 1
        cards = [InvestmentCard(investment=investment) for investment in self.investments]
        return [self.place(card, number) for number, card in enumerate(cards, first)]

    def claim(self, investor, where, review, number):
        """Return what the story says about an investment."""
        language, random = self.article.language, self.random
        printed = self.article.published_at
        claim = Claim(
            public_id=sample_id(Claim, self.seed, number),
            article=self.article,
            **amounts(random),
            stage=random.choice(Stage.values),
            investor_text=getattr(investor, f"name_{language}"),
            place_text=getattr(where, f"name_{language}"),
            basis=random.choice(Basis.values),
            activity=random.choice(Activity.values),
            event_on=editorial_day(printed),
            event_precision=Precision.DAY if printed else Precision.UNKNOWN,
            review=review,
            extracted_by="sample",
        )
        claim.amount_text = claim.amount_in(language)
        words = {"investor": claim.investor_text, "place": claim.place_text, "amount": claim.amount_text or "–"}
        claim.sentence = say("claim", language, **words)
        return claim

    def derive(self):
        """Fill in what the desk derives from an article, its quotes and its claims."""
        article = self.article
        article.printed_year = editorial_year(article.published_at)
        article.public_from = article.derive_public_from()
        article.search_text = article.folded_with([*self.blocks, *self.quotes])
        for quote in self.quotes:
            quote.printed_year = article.printed_year
        claims = [*(investment.adopted for investment in self.investments), *self.loose_claims]
        for record in [*self.quotes, *claims]:
            record.public_from = article.public_from if record.review == Review.ACCEPTED else None
            record.search_text = record.folded()
        if article.has_been_public or article.status == Status.PUBLISHED:
            article.printed = parts_of(article, accepted(self.quotes), accepted(claims))
        for investment in self.investments:
            investment.public_from = investment.adopted.public_from
            investment.stage = investment.adopted.stage
            value_in_usd(investment)


def accepted(records):
    """Return the records that the desk has accepted."""
    return [record for record in records if record.review == Review.ACCEPTED]


def search_text(investment, investors):
    """Return what `Investment.folded` will say once the investors have their stakes."""
    entities = [*investors, investment.recipient, investment.destination]
    names = [name for entity in entities if entity for name in entity.searchable()]
    titles = [investment.title_ko, investment.title_en, investment.title_vi]
    return index_text([*titles, *names, *investment.sector.names, investment.adopted.sentence])


def title(investor, where, code):
    """Return the title of an investment in one language."""
    return f"{getattr(investor, f'name_{code}')} · {getattr(where, f'name_{code}')}"


def amounts(random):
    """Return the columns of an amount that fit one another."""
    qualifier, currency = draw(QUALIFIERS, random), draw(CURRENCIES, random)
    if qualifier == Qualifier.UNDISCLOSED:
        return {"qualifier": qualifier}
    amount = Decimal(random.randrange(1, 999) * UNIT[currency])
    low, high = {
        Qualifier.AT_LEAST: (amount, None),
        Qualifier.UP_TO: (None, amount),
        Qualifier.BETWEEN: (amount, 2 * amount),
    }.get(qualifier, (amount, amount))
    columns = {"qualifier": qualifier, "currency": currency, "amount_min": low, "amount_max": high}
    if currency == "VND" and low:
        columns |= {"equivalent_amount": low / VND_PER_USD, "equivalent_currency": "USD"}
    return columns
