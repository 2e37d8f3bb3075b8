"""The sample's stories: an article in its state, with its blocks, quotes and claims, as the desk would have left it."""

import uuid
from datetime import UTC, datetime, timedelta
from operator import attrgetter

from articles.clock import editorial_day, editorial_year
from articles.demo.sample.chances import ATTRIBUTIONS, LANGUAGES, REVIEWS, STATES, draw_amounts
from articles.demo.sample.tables import record, row_of
from articles.demo.sample.words import paragraph, pick, say, sentence, tokens_by_part
from articles.desk.corrections import parts_of
from articles.desk.visibility import value_in_usd
from articles.models import Article, Claim, Heading, Investment, InvestmentCard, Quote, Stake, Text
from articles.models.base import ID_ALPHABET, ID_LENGTH
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
REGION = "main"
TOPICS_OF_A_STORY = 2
LOOSE_CLAIM_EVERY = 3
ROLES = (StakeRole.LEAD.value, StakeRole.CO_INVESTOR.value)
ATTRIBUTED = {Attribution.NAMED, Attribution.ORGANISATION}
# Django makes these lists anew whenever it is asked for them.
CODES, QUOTE_KINDS, INVESTMENT_KINDS = Language.values, QuoteKind.values, InvestmentKind.values
STAGES, BASES, ACTIVITIES, CONFIDENCES = Stage.values, Basis.values, Activity.values, Confidence.values


class Story:
    """One article with everything in it. Its ids, and those of its records, follow from their numbers in the plan."""

    def __init__(self, number, plan, random):
        self.number, self.plan, self.random = number, plan, random
        self.directory = plan.directory
        self.quotes, self.claims, self.investments, self.investors = [], [], [], []
        self.article = self.write_article()
        self.language = self.article.language
        self.day = editorial_day(self.article.published_at)
        self.precision = Precision.DAY.value if self.day else Precision.UNKNOWN.value
        self.body = self.write_body()
        for quote in plan.share(number, plan.size.quotes):
            self.add_quote(quote)
        for investment in plan.share(number, plan.size.investments):
            self.add_investment(investment)
        if number % LOOSE_CLAIM_EVERY == 0:
            self.add_loose_claim()
        self.derive()

    def new(self, model, number, columns, **related):
        """Return a new record of the story; its id follows from its number."""
        letters = self.random.choices(ID_ALPHABET, k=ID_LENGTH)
        ids = {"id": self.plan.first[model] + number, "public_id": "".join(letters)}
        return record(model, self.plan.moment, self.random, ids | columns, **related)

    def write_article(self):
        """Return the article in one of the states a desk knows."""
        random, directory = self.random, self.directory
        place = self.number % TRANSLATED
        translated = place < len(CODES)
        language = CODES[place] if translated else LANGUAGES.draw(random)
        group = self.number - place if translated else self.number
        headline = sentence(language, random).rstrip(".")
        columns = {
            "import_key": IMPORT_KEY.format(seed=self.plan.seed, number=self.number),
            "language": language,
            "translation_group": uuid.uuid5(uuid.NAMESPACE_URL, IMPORT_KEY.format(seed=self.plan.seed, number=group)),
            "section_id": random.choice(directory.sections).pk,
            "headline": headline,
            "slug": slug(headline),
            "standfirst": sentence(language, random),
            "byline": getattr(random.choice(directory.people), f"name_{language}"),
            "outlet_id": random.choice(directory.outlets).pk,
        }
        return self.new(Article, self.number, columns | self.state())

    def state(self):
        """Return status, moments and doubts of a story somewhere on its way."""
        state = STATES.draw(self.random)
        printed = FIRST_DAY + timedelta(minutes=self.random.randrange(DAYS * 24 * 60))
        dated = {"published_at": printed, "published_precision": Precision.MINUTE.value}
        released = printed + timedelta(hours=1)
        undecided = {"status": state, "doubts": [{"kind": DoubtKind.BYLINE_MISSING.value, "text": ""}]}
        return {
            "published": {**dated, "status": Status.PUBLISHED.value, "released_at": released},
            "scheduled": {"status": Status.PUBLISHED.value, "released_at": released, "embargo_until": SCHEDULED},
            "withdrawn": {
                **dated,
                "status": Status.WITHDRAWN.value,
                "released_at": released,
                "withdrawn_at": released + timedelta(days=30),
                "was_seen": True,
            },
        }.get(state, undecided)

    def write_body(self):
        """Return three texts and a sub-heading; one story in four keeps the text of its source."""
        paragraphs = [paragraph(self.language, self.random) for _number in range(3)]
        if self.number % 4 == 0:
            self.article.source_text = "\n".join([self.article.headline, *paragraphs])
        heading = sentence(self.language, self.random).rstrip(".")
        first, *rest = ((Text, words) for words in paragraphs)
        return [first, (Heading, heading), *rest]

    def add_quote(self, number):
        """Let somebody say something."""
        language, random = self.language, self.random
        attribution = ATTRIBUTIONS.draw(random)
        speaker = random.choice(self.directory.people) if attribution == Attribution.NAMED else None
        organisation = random.choice(self.directory.organisations) if attribution in ATTRIBUTED else None
        words = f"{pick('spoken', language, random)}. {sentence(language, random)}"
        who = getattr(speaker, f"name_{language}", "") or pick("role", language, random)
        columns = {
            "parent_id": self.article.pk,
            "region": REGION,
            "ordering": self.next_place(),
            "text": words,
            "language": language,
            "kind": random.choice(QUOTE_KINDS),
            "attribution": attribution,
            "speaker_id": speaker and speaker.pk,
            "organisation_id": organisation and organisation.pk,
            "speaker_text": who if speaker else "",
            "role_text": pick("role", language, random),
            "organisation_text": getattr(organisation, f"name_{language}", ""),
            "sentence": say("quote", language, who=who, words=words),
            "marks_balanced": number % 20 != 0,
            "review": REVIEWS.draw(random),
            "extracted_by": "sample",
        }
        self.quotes.append(self.new(Quote, number, columns, speaker=speaker, organisation=organisation))

    def next_place(self):
        """Return the place behind the body and the quotes so far."""
        return (len(self.body) + len(self.quotes) + 1) * STEP

    def add_investment(self, number):
        """Claim an investment, which takes its figures from the claim, and show its card."""
        random = self.random
        parties = random.sample(self.directory.organisations, 1 + (number % 4 == 0))
        parties.sort(key=attrgetter("pk"))
        where, sector = random.choice(self.directory.places), random.choice(self.directory.sectors)
        recipient = random.choice(self.directory.organisations) if number % 3 == 0 else None
        pk = self.plan.first[Investment] + number
        claim = self.claim(number, parties[0], where, Review.ACCEPTED.value, pk)
        columns = {
            **{f"title_{code}": title(parties[0], where, code) for code in CODES},
            "recipient_id": recipient and recipient.pk,
            "destination_id": where.pk,
            "sector_id": sector.pk,
            "kind": random.choice(INVESTMENT_KINDS),
            "activity": claim.activity,
            "announced_on": claim.event_on,
            "announced_precision": self.precision,
            "confidence": random.choice(CONFIDENCES),
            "adopted_id": claim.pk,
        }
        related = {"adopted": claim, "recipient": recipient, "destination": where, "sector": sector}
        self.investments.append(self.new(Investment, number, columns, **related))
        self.investors.append(parties)

    def add_loose_claim(self):
        """Claim what no investment adopted; once accepted, it is about some investment all the same."""
        random, size = self.random, self.plan.size
        investor, where = random.choice(self.directory.organisations), random.choice(self.directory.places)
        review = REVIEWS.draw(random)
        matched = review == Review.ACCEPTED and size.investments
        about = self.plan.first[Investment] + random.randrange(size.investments) if matched else None
        self.claim(size.investments + self.number // LOOSE_CLAIM_EVERY, investor, where, review, about)

    def claim(self, number, investor, where, review, about):
        """Add and return what the story says about an investment."""
        language, random = self.language, self.random
        columns = {
            "article_id": self.article.pk,
            "investment_id": about,
            **draw_amounts(language, random),
            "stage": random.choice(STAGES),
            "investor_text": getattr(investor, f"name_{language}"),
            "place_text": getattr(where, f"name_{language}"),
            "basis": random.choice(BASES),
            "activity": random.choice(ACTIVITIES),
            "event_on": self.day,
            "event_precision": self.precision,
            "review": review,
            "extracted_by": "sample",
        }
        claim = self.new(Claim, number, columns, article=self.article)
        words = {"investor": claim.investor_text, "place": claim.place_text, "amount": claim.amount_text or "–"}
        claim.sentence = say("claim", language, **words)
        self.claims.append(claim)
        return claim

    def derive(self):
        """Fill in what the desk derives from an article, its quotes and its claims."""
        article = self.article
        article.printed_year = editorial_year(article.published_at)
        article.public_from = article.derive_public_from()
        quotes, claims = accepted(self.quotes), accepted(self.claims)
        words = [*(words for _kind, words in self.body), *(quote.text for quote in quotes)]
        article.search_text = found_under([article.headline, article.standfirst, article.byline, *words])
        for quote in self.quotes:
            quote.printed_year = article.printed_year
        for row in [*self.quotes, *self.claims]:
            row.public_from = article.public_from if row.review == Review.ACCEPTED else None
            row.search_text = found_under(row.searchable(), row.speakers())
        if article.has_been_public or article.status == Status.PUBLISHED:
            article.printed = parts_of(article, quotes, claims)
        for investment, parties in zip(self.investments, self.investors, strict=True):
            claim = investment.adopted
            investment.public_from, investment.stage = claim.public_from, claim.stage
            investment.search_text = found_under(investment.searchable(parties))
            value_in_usd(investment, self.plan.rates.on)

    def enter(self, rows):
        """Add the story's rows to those of each table."""
        article = self.article.pk
        rows[Article].append(row_of(self.article))
        for place, (kind, words) in enumerate(self.body, 1):
            rows[kind].append((article, REGION, place * STEP, f"<p>{words}</p>" if kind is Text else words))
        rows[Quote] += map(row_of, self.quotes)
        rows[Claim] += map(row_of, self.claims)
        rows[Investment] += map(row_of, self.investments)
        for place, investment in enumerate(self.investments):
            rows[InvestmentCard].append((article, REGION, self.next_place() + place * STEP, investment.pk))
        for investment, parties in zip(self.investments, self.investors, strict=True):
            rows[Stake] += [(investment.pk, party.pk, role) for party, role in zip(parties, ROLES, strict=False)]
        topics = self.random.sample(self.directory.topics, TOPICS_OF_A_STORY)
        rows[Article.topics.through] += [(article, topic.pk) for topic in topics]


def accepted(records):
    """Return the records that the desk has accepted."""
    return [row for row in records if row.review == Review.ACCEPTED]


def found_under(texts, speakers=()):
    """Return the search text of a record, as `Public.folded` does."""
    return index_text(texts, speakers, tokens_by_part)


def title(investor, where, code):
    """Return the title of an investment in one language."""
    return f"{getattr(investor, f'name_{code}')} · {getattr(where, f'name_{code}')}"
