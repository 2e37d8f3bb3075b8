"""Names of the directory that readers have seen: one that is changed is corrected in every story that shows it.

Stories take the names of people, organisations and places from the directory, each in its own language. A name that was
missing may be filled in, and a merge keeps a record of its own; any other change is told to the readers.
"""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone, translation

from articles.desk.corrections import Change, correction_of, expose, name_of, wording_for
from articles.models import Article, Correction, InvestmentCard, Organisation, Person, Place, Quote
from articles.models.base import new_version
from articles.vocabulary import CorrectedPart, Language, Review, Status

WRITTEN = ["printed", "version", "updated_at", "corrected_at"]


def stored_names(entity):
    """Return the names of an entry as they are stored, by language; nothing of one that is not stored."""
    columns = [f"name_{code}" for code in Language.values]
    stored = type(entity).objects.filter(pk=entity.pk).values_list(*columns).first()
    return dict(zip(Language.values, stored, strict=True)) if stored else {}


@transaction.atomic
def correct_names(entity, was):
    """Correct the public stories that show an entry, which was stored with these names, where they show another name.

    Raises CorrectionNeeded when readers have seen the name and no wording was given.
    """
    changes = renamed(entity, was)
    if not changes:
        return
    showing = stories_showing(entity).filter(language__in=changes)
    articles = list(showing.defer("source_text", "doubts", "search_text"))
    seen = [article for article in articles if article.has_been_public]
    if seen:
        wording = wording_for(seen[0], list(dict.fromkeys(changes.values())))
        rows = [correction_of(article, wording, changes[article.language]) for article in seen]
        Correction.objects.bulk_create(rows, batch_size=200)
        for row in rows:
            expose(row, row.article)
        Correction.objects.bulk_update(rows, ["public_from", "search_text"], batch_size=200)
    remember(entity, articles, timezone.now())


def renamed(entity, was):
    """Return what stories showed and show now, by their language, where a name that was there has been changed."""
    changes = {}
    for language in Language.values if any(was.values()) else ():
        shown = next(code for code in (language, *Language.values) if was[code])
        with translation.override(language):
            now = entity.name
        if was[shown] not in {getattr(entity, f"name_{shown}"), now}:
            changes[language] = Change(CorrectedPart.NAME, was[shown], now)
    return changes


def stories_showing(entity):
    """Return the stories that print an entry's name, as far as they are or were published."""
    shown = quotes_of(entity)
    if isinstance(entity, Place):
        shown = InvestmentCard.objects.filter(investment__destination=entity, investment__public_from__isnull=False)
    rows = Article.objects.filter(pk__in=shown.values("parent"))
    return rows.filter(Q(was_seen=True) | Q(status=Status.PUBLISHED)).order_by("pk")


def remember(entity, articles, now):
    """Store the names that the stories print from now on; the other versions of those corrected are stale."""
    by_id = {article.pk: article for article in articles}
    for quote in quotes_of(entity).filter(parent__in=by_id).select_related("speaker", "organisation"):
        article = by_id[quote.parent_id]
        if part := article.printed.get(f"quote {quote.public_id}"):
            part["name"] = name_of(quote, article.language)
    corrected = [article for article in articles if article.has_been_public]
    for article in articles:
        article.version, article.updated_at = new_version(), now
    for article in corrected:
        article.corrected_at = now
    Article.objects.bulk_update(articles, WRITTEN, batch_size=200)
    others = Article.objects.filter(translation_group__in={article.translation_group for article in corrected})
    others = others.exclude(pk__in=[article.pk for article in corrected]).exclude(status=Status.WITHDRAWN)
    others.update(stale_since=now)


def quotes_of(entity):
    """Return the accepted quotes that print an entry's name."""
    path = {Person: "speaker", Organisation: "organisation"}.get(type(entity))
    return Quote.objects.filter(**{path: entity}, review=Review.ACCEPTED) if path else Quote.objects.none()
