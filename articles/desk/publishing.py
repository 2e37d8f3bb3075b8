"""An article's way to the reader and back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.desk.errors import DeskError
from articles.desk.visibility import refresh_article
from articles.models import Article
from articles.vocabulary import Status


@transaction.atomic
def move(article, status, **moments):
    """Set status and moments of the article, under a lock, and refresh all that follows."""
    article = Article.objects.select_for_update().get(pk=article.pk)
    article.was_seen = article.was_seen or article.is_public
    article.status = status
    for name, moment in moments.items():
        setattr(article, name, moment)
    article.save()
    refresh_article(article)
    return article


def send_to_review(article):
    """Hand a draft to the editors."""
    return move(article, Status.REVIEW)


def publish(article, at=None):
    """Release an article to readers from `at` (now by default), or from its embargo when that is later.

    A date of first publication that the source did not print is not made up here. Raises DeskError without a headline.
    """
    if not article.headline:
        raise DeskError(_("Give the story a headline before publishing it."))
    return move(article, Status.PUBLISHED, released_at=at or timezone.now(), withdrawn_at=None)


def withdraw(article, at=None):
    """Take a published article and its records away from readers; its address answers 410 from then on."""
    return move(article, Status.WITHDRAWN, withdrawn_at=at or timezone.now())
