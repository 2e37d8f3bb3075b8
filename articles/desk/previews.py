"""Previews: a signed link to a story that is not public yet, and what readers would see of it if it were.

Whoever has the link sees the story, without an account; so it ends soon, and it shows one state of the story alone: a
change of the article, or of any record that it shows, ends it, and so does publication. What is not public by itself,
and would not be made public by this story, is left out as it would be for readers.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from content_editor.contents import contents_for_item
from django.conf import settings
from django.core import signing
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.desk.errors import DeskError
from articles.models import Article, Claim, Definition, Investment, InvestmentCard, Quote, Term, block_kinds
from articles.vocabulary import Review, Status

SALT = "articles.preview"
NOT_OURS = _("This link is not complete. Ask the desk for a new one.")
EXPIRED = _("This link has expired. Ask the desk for a new one.")
DELETED = _("The story is no longer there.")
PUBLISHED = _("The story has been published; it has its own address now.")
WITHDRAWN = _("The story has been withdrawn.")
CHANGED = _("This link shows an older version, and the story has changed since. Ask the desk for a new one.")


class PreviewGoneError(DeskError):
    """A preview that may not be shown, with the reason in words that tell nothing of the story."""


class PreviewUnknownError(PreviewGoneError):
    """A link that this desk never signed."""


@dataclass(frozen=True)
class Preview:
    """The stories that a link shows, side by side, and the moment until which it does."""

    articles: list
    until: datetime


def sign_preview(articles):
    """Return the token of a link to these stories as they are now, valid for settings.PREVIEW_HOURS."""
    until = timezone.now() + timedelta(hours=settings.PREVIEW_HOURS)
    shown = [[article.public_id, state_of(article)] for article in articles]
    return signing.dumps({"until": int(until.timestamp()), "shown": shown}, salt=SALT)


def state_of(article):
    """Return what tells this state of a story from any other: the versions of all records that it shows."""
    cards = InvestmentCard.objects.filter(parent=article).values("investment")
    records = (
        Quote.objects.filter(parent=article),
        Claim.objects.filter(Q(article=article) | Q(adopted_by__in=cards)),
        Term.objects.filter(Q(article=article) | Q(pk__in=Definition.objects.filter(parent=article).values("term"))),
        Investment.objects.filter(pk__in=cards),
    )
    versions = [list(rows.order_by("pk").values_list("pk", "version")) for rows in records]
    return hashlib.sha256(repr([article.version, *versions]).encode()).hexdigest()[:32]


def open_preview(token):
    """Return what a token shows. Raises PreviewUnknownError or PreviewGoneError."""
    try:
        signed = signing.loads(token, salt=SALT)
    except signing.BadSignature as error:
        raise PreviewUnknownError(NOT_OURS) from error
    until = datetime.fromtimestamp(signed["until"], UTC)
    if until <= timezone.now():
        raise PreviewGoneError(EXPIRED)
    states = dict(signed["shown"])
    found = {article.public_id: article for article in Article.objects.filter(public_id__in=states).for_detail()}
    articles = [found[public_id] for public_id in states if public_id in found]
    if reason := why_gone(articles, states):
        raise PreviewGoneError(reason)
    return Preview(articles, until)


def why_gone(articles, states):
    """Return why the stories may not be shown in the state that was signed, or None when they may."""
    if len(articles) < len(states):
        return DELETED
    if all(article.is_public for article in articles):
        return PUBLISHED
    changed = [article for article in articles if state_of(article) != states[article.public_id]]
    if not changed:
        return None
    return WITHDRAWN if any(article.status == Status.WITHDRAWN for article in changed) else CHANGED


# When publishing a story makes a record public: what `visibility` derives from the rows, for this one story.
COMES_WITH = {
    Quote: lambda quote, story: quote.review == Review.ACCEPTED,
    Claim: lambda claim, story: claim.review == Review.ACCEPTED,
    Term: lambda term, story: term.review == Review.ACCEPTED and term.article_id == story.pk,
    Investment: lambda investment, story: (
        investment.adopted is not None
        and investment.adopted.review == Review.ACCEPTED
        and investment.adopted.article_id == story.pk
    ),
}


def as_published(article):
    """Return what the article's page would be made of if it were published now. Nothing is stored.

    The records that would become public with it are marked `previewed`: shown, and not linked, their pages being for
    later. So a template asks of a record what it always asks, and the door to the public stays as it is.
    """
    now = timezone.now()
    if not article.is_public:
        article.public_from = article.public_from or max(filter(None, (now, article.embargo_until)))
        article.previewed = True
    blocks = list(contents_for_item(article, block_kinds()))
    claims = list(
        article.claims.filter(review=Review.ACCEPTED)
        .select_related("investment__adopted")
        .defer("search_text", "investment__search_text", "investment__adopted__search_text")
    )
    for record in (*claims, *(claim.investment for claim in claims), *records_in(blocks)):
        bring_along(record, article, now)
    return {
        "record": article,
        "blocks": [block for block in blocks if block.is_shown],
        "quotes": sorted((row for row in blocks if isinstance(row, Quote) and row.is_public), key=lambda row: -row.pk),
        "claims": claims,
        "corrections": article.corrections.for_list(),
        "topics": article.topics.for_list(),
        "versions": {version.language: version for version in article.versions().public().for_list()},
    }


def records_in(blocks):
    """Yield every block, and every record that a block shows."""
    for block in blocks:
        yield block
        yield from (getattr(block, name) for name in block.autocomplete)


def bring_along(record, article, now):
    """Make a record in hand what publishing the article would make it, without a page of its own to link to."""
    comes = COMES_WITH.get(type(record))
    if comes and not record.is_public and comes(record, article):
        record.public_from, record.previewed = now, True
