"""The demo's stories: read by the intake like any other, then decided on as its desk would."""

import tomllib
import uuid
from datetime import UTC, datetime

from articles import desk
from articles.demo.directory import investment, organisation, person
from articles.demo.drawing import draw
from articles.demo.tables import FOLDER, demo_id, read_table
from articles.images import reencode
from articles.intake import decode, read_story
from articles.models import Article, Outlet, Topic
from articles.vocabulary import Attribution, CorrectionKind, Precision, Review, Status

# The sample story prints no date; readers of the demo got it on this day.
UNDATED_RELEASE = datetime(2026, 11, 2, 0, 0, tzinfo=UTC)


class DemoError(LookupError):
    """The manifest expects a record that the intake did not read out of the story."""


def read_manifest():
    """Return what the demo's desk decided about each story."""
    return tomllib.loads((FOLDER / "stories.toml").read_text(encoding="utf-8"))


def load_story(story):
    """Import a story, take the desk's decisions and publish it; one that is there already is left alone."""
    plan = read_story(decode((FOLDER / "stories" / story["file"]).read_bytes()), story["language"])
    with desk.recorded(what=f"demo {story['file']}"):
        imported = desk.save_draft(plan, story["section"])
        if imported.created:
            finish(imported.article, story)
    if imported.created and "misprint" in story:
        with desk.recorded(what=f"demo {story['file']}"):
            correct_headline(imported.article, plan.headline, story["misprint"])


def finish(article, story):
    """Take a draft as far as the manifest says."""
    describe(article, story)
    place_pictures(article, story)
    with desk.together():
        for number, decision in enumerate(story["quotes"]):
            decide_quote(article, decision, demo_id(f"quote:{story['file']}:{number}"))
        for number, decision in enumerate(story["claims"]):
            decide_claim(article, decision, demo_id(f"claim:{story['file']}:{number}"))
        if story.get("status") != Status.DRAFT:  # of a draft, something is left to decide
            reject_the_rest(article)
    move(article, story)


def correct_headline(article, headline, misprint):
    """Put right the headline under which the story was published."""
    article.refresh_from_db()
    article.headline = headline
    wording = desk.Wording(CorrectionKind.CORRECTION, misprint["reason"], misprint["note"])
    with desk.corrected(wording):
        article.save()
        desk.refresh_article(article)


def describe(article, story):
    """Give the article what its outlet knows about it."""
    outlets = {row["key"]: row["url"] for row in read_table("outlets")}
    published = story.get("published_at")
    Article.objects.filter(pk=article.pk).update(
        public_id=demo_id(f"article:{story['file']}"),
        headline=story.get("misprint", {}).get("headline", article.headline),
        translation_group=uuid.uuid5(uuid.NAMESPACE_URL, f"newsroom-demo:{story['group']}"),
        outlet=Outlet.objects.get(url=outlets[story["outlet"]]),
        source_url=story.get("source_url", ""),
        byline=story.get("byline", ""),
        standfirst=story["standfirst"],
        published_at=published,
        published_precision=Precision.MINUTE if published else Precision.UNKNOWN,
        embargo_until=story.get("embargo_until"),
    )
    article.refresh_from_db()
    article.topics.set(Topic.objects.filter(public_id__in=[demo_id(f"topic:{key}") for key in story["topics"]]))


def place_pictures(article, story):
    """Draw the pictures of the figures, in their order."""
    for figure, drawn in zip(article.figure_blocks.order_by("ordering"), story["figures"], strict=True):
        figure.image = reencode(draw(drawn["motif"]))
        figure.alt = drawn["alt"]
        figure.credit = drawn["credit"] or figure.credit
        figure.save()


def only(found, decision, article):
    """Return the one record that a decision is about."""
    if len(found) != 1:
        raise DemoError(f"{article.headline}: {len(found)} records hold “{decision['has']}”")
    return found[0]


def decide_quote(article, decision, public_id):
    """Accept a quote with the speaker or body that the desk found out."""
    quote = only([quote for quote in article.quote_blocks.all() if decision["has"] in quote.text], decision, article)
    quote.public_id = public_id
    if "speaker" in decision:
        quote.speaker = person(decision["speaker"])
        quote.attribution = Attribution.NAMED
        quote.organisation = quote.organisation or quote.speaker.appointments.first().organisation
    elif "organisation" in decision:
        quote.organisation = organisation(decision["organisation"])
        quote.attribution = Attribution.ORGANISATION
    else:
        quote.attribution = Attribution.ANONYMOUS
        quote.speaker, quote.speaker_text = None, ""
    quote.marks_balanced = True  # the desk has checked where it ends
    desk.accept_quote(quote)


def decide_claim(article, decision, public_id):
    """Match a claim to its investment and adopt it where the desk did."""
    found = [claim for claim in article.claims.all() if decision["has"] in claim.sentence]
    if len(found) > 1:  # a sentence may claim several things; the fragment holds the amount meant
        found = [claim for claim in found if claim.amount_text and claim.amount_text in decision["has"]]
    claim = only(found, decision, article)
    claim.public_id = public_id
    claim.stage = decision["stage"]
    target = investment(decision["investment"])
    desk.match(claim, target)
    if decision["adopted"] and target.adopted_id != claim.pk:
        desk.adopt(claim)


def reject_the_rest(article):
    """Reject what the intake suggested and the desk did not take over."""
    for quote in article.quote_blocks.filter(review=Review.SUGGESTED):
        desk.reject_quote(quote)
    for claim in article.claims.filter(review=Review.SUGGESTED):
        desk.reject_claim(claim)


def move(article, story):
    """Take the article as far as the manifest says: published unless it says otherwise."""
    status = story.get("status", Status.PUBLISHED)
    if status == Status.DRAFT:
        desk.refresh_article(article)  # what was written into it directly is found, too
        return
    released = story.get("published_at", UNDATED_RELEASE)
    desk.publish(article, at=released)
    if status == Status.WITHDRAWN:
        desk.withdraw(article, at=datetime(2026, 11, 20, tzinfo=UTC))
