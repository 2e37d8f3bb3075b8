"""Build the sample, all of it or nothing, a thousand stories at a time so that memory does not grow with it."""

from dataclasses import dataclass
from random import Random

from django.db import transaction
from django.db.models import OuterRef, Subquery

from articles import desk
from articles.demo.sample.directory import enter_directory
from articles.demo.sample.stories import IMPORT_KEY, REVIEWS, Story, draw
from articles.models import Article, Claim, Heading, Investment, InvestmentCard, Quote, Stake, Text
from articles.totals.rebuild import rebuild
from articles.vocabulary import Review

STORIES_AT_A_TIME = 1_000
ENTRIES_AT_A_TIME = 500
TOPICS_OF_A_STORY = 2
LOOSE_CLAIM_EVERY = 3


class SampleError(ValueError):
    """The sample cannot be built here, with a message that says why."""


@dataclass(frozen=True)
class Size:
    """How many rows of each kind the sample has."""

    articles: int
    quotes: int
    investments: int


def build_sample(size, seed=1, force=False, report=lambda stories: None):
    """Build the sample and return whether it was built; one of the same seed that is there is left as it is.

    `report` is told from time to time how many stories are saved. Raises SampleError where stories of another origin
    would be mixed with it, unless `force` allows that.
    """
    if Article.objects.filter(import_key__startswith=IMPORT_KEY.format(seed=seed, number="")).exists():
        return False
    if not force and Article.objects.exclude(import_key__startswith="sample:").exists():
        raise SampleError("This database holds stories that are no sample; --force adds the sample to them.")
    if not size.articles and (size.quotes or size.investments):
        raise SampleError("Quotes and investments need articles to stand in.")
    with transaction.atomic():
        directory = enter_directory(size, seed)
        for first in range(0, size.articles, STORIES_AT_A_TIME):
            last = min(first + STORIES_AT_A_TIME, size.articles)
            save(write_stories(range(first, last), size, seed, directory), directory, Random(f"{seed}:{first}:save"))
            report(last)
        rebuild()
        show(directory)
    return True


def share(number, size, total):
    """Return which of the records, spread evenly over the stories, belong to the story of that number."""
    return range(number * total // size.articles, (number + 1) * total // size.articles)


def write_stories(numbers, size, seed, directory):
    """Return stories with their records, in memory."""
    random = Random(f"{seed}:{numbers.start}")
    stories = []
    for number in numbers:
        story = Story(number, seed, directory, random)
        for quote in share(number, size, size.quotes):
            story.add_quote(quote)
        for investment in share(number, size, size.investments):
            story.add_investment(investment)
        if number % LOOSE_CLAIM_EVERY == 0:
            parties = random.choice(directory.organisations), random.choice(directory.places)
            story.loose_claims.append(story.claim(*parties, draw(REVIEWS, random), size.investments + number))
        story.derive()
        stories.append(story)
    return stories


def save(stories, directory, random):
    """Save the stories with everything in them."""
    blocks = [block for story in stories for block in story.blocks]
    Article.objects.bulk_create([story.article for story in stories])
    Text.objects.bulk_create([block for block in blocks if isinstance(block, Text)])
    Heading.objects.bulk_create([block for block in blocks if isinstance(block, Heading)])
    Quote.objects.bulk_create([quote for story in stories for quote in story.quotes])
    save_investments(stories)
    save_loose_claims(stories, random)
    tag = Article.topics.through
    tag.objects.bulk_create(
        [
            tag(article=story.article, topic=topic)
            for story in stories
            for topic in random.sample(directory.topics, TOPICS_OF_A_STORY)
        ]
    )


def save_investments(stories):
    """Save the investments with the claims they adopted, and their cards."""
    Claim.objects.bulk_create([row.adopted for story in stories for row in story.investments])
    investments = Investment.objects.bulk_create([row for story in stories for row in story.investments])
    Stake.objects.bulk_create([stake for story in stories for stake in story.stakes])
    InvestmentCard.objects.bulk_create([card for story in stories for card in story.cards()])
    adopter = Investment.objects.filter(adopted=OuterRef("pk")).values("pk")
    adopted = [investment.adopted_id for investment in investments]
    Claim.objects.filter(pk__in=adopted).update(investment=Subquery(adopter))


def save_loose_claims(stories, random):
    """Save the claims that no investment adopted; the accepted ones are about some investment all the same."""
    investments = [investment for story in stories for investment in story.investments]
    claims = [claim for story in stories for claim in story.loose_claims]
    for claim in claims:
        if claim.review == Review.ACCEPTED and investments:
            claim.investment = random.choice(investments)
    Claim.objects.bulk_create(claims)


def show(directory):
    """Make the directory as public as what names it."""
    for kind in ("people", "organisations", "topics"):
        pks = [entry.pk for entry in getattr(directory, kind)]
        for first in range(0, len(pks), ENTRIES_AT_A_TIME):
            desk.refresh_references(desk.References(**{kind: set(pks[first : first + ENTRIES_AT_A_TIME])}))
