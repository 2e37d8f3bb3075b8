"""What a user sees at the desk before readers do: with a permission everything, else what is of their own stories."""

from django.db.models import Q
from django.utils import timezone

from articles.models import Article


def stories_seen_by(user, stories):
    """Keep the stories that the user may see: without the permission to see all, their own and the public ones."""
    return stories if user.has_perm("articles.see_all_articles") else stories.seen_by(user)


def records_seen_by(user, records, path):
    """Keep the records that the user may see: those of no story, of one that they may see, and the public ones.

    `path` leads from a record to its story.
    """
    if user.has_perm("articles.see_all_articles"):
        return records
    seen = Article.objects.seen_by(user).order_by().values("pk")
    theirs = Q(**{f"{path}__in": seen}) | Q(**{f"{path}__isnull": True})
    return records.filter(theirs | Q(public_from__lte=timezone.now()))
