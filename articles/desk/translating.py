"""One story in several languages: start a version, join and part them, and say that one is in step again."""

import uuid

import reversion
from django.db import transaction
from django.utils.translation import gettext as _

from articles.desk.errors import DeskError
from articles.desk.history import actor, remark
from articles.desk.visibility import refresh_article
from articles.models import Article, Correction, block_kinds
from articles.vocabulary import Language

# What a copy of a row does not share with it: identity, derived values, and its place in another text or table.
OWN = {
    *("public_id", "public_from", "search_text", "version", "created_at", "updated_at"),
    *("import_key", "start", "batch"),
}
# An article's own way to the reader, and what its own source printed.
OWN_PATH = {
    *("status", "released_at", "withdrawn_at", "was_seen", "owner", "corrected_at"),
    *("source_text", "doubts"),
}
NO_SLUG = "-"


@transaction.atomic
def start_translation(article, language):
    """Start the story's version in another language: a draft with every block, quote and claim, still to be translated.

    The claims of imported tables stay with the story that printed the table. Quotes keep speaker and decision,
    claims their investment, which keeps the claim that it adopted. Pictures are shared. The address waits for the
    translated headline. Raises DeskError when the story has this version already.
    """
    versions = {version.language: version for version in lock_versions(article)}
    if language in versions:
        label = Language(language).label
        raise DeskError(_("This story already has a version in this language: %s.") % label)
    draft = copy_article(article, language)
    for kind in block_kinds():
        for block in kind.objects.filter(parent=article):
            copy(block, parent=draft, language=language)
    for claim in article.own_claims:
        copy(claim, article=draft)
    refresh_article(draft)
    remark(_("Translation started: %s") % Language(language).label)
    return draft


def copy_article(article, language):
    """Save and return the article as a draft of the acting user, in another language and without its contents."""
    draft = copy(Article.objects.get(pk=article.pk), OWN_PATH, language=language, owner=actor())
    draft.topics.set(article.topics.values_list("pk", flat=True))
    # No address yet: it comes from the headline at the next save, and a headline in the new language is still to come.
    Article.objects.filter(pk=draft.pk).update(slug=NO_SLUG)
    draft.slug = NO_SLUG
    return draft


def copy(row, own=frozenset(), **changes):
    """Save a row that was just read once more, as a new one; of the changes it takes those that it has columns for."""
    columns = {field.name: field for field in row._meta.concrete_fields}
    row.pk, row._state.adding = None, True
    for name in columns.keys() & {*OWN, *own}:
        setattr(row, name, columns[name].get_default())
    for name in columns.keys() & changes.keys():
        setattr(row, name, changes[name])
    row._skip_generate_files = True  # a shared picture has its sizes already
    row.save()
    return row


def lock_versions(*articles):
    """Return the articles of one or more stories in all their languages, locked until the transaction ends."""
    stories = Article.objects.filter(pk__in=[article.pk for article in articles])
    versions = Article.objects.filter(translation_group__in=stories.values("translation_group"))
    return versions.select_for_update().order_by("pk")


@transaction.atomic
def link_versions(article, other):
    """Make two stories, each with its versions, one. Raises DeskError when a language would be there twice."""
    versions = {version.pk: version for version in lock_versions(article, other)}
    group, old_group = (versions[story.pk].translation_group for story in (article, other))
    if group == old_group:
        raise DeskError(_("These are versions of one story already."))
    ours = {version.language: version for version in versions.values() if version.translation_group == group}
    theirs = [version for version in versions.values() if version.translation_group == old_group]
    for twin in filter(None, (ours.get(version.language) for version in theirs)):
        message = _("The story already has a version in this language: %(language)s, “%(story)s”.")
        raise DeskError(message % {"language": twin.get_language_display(), "story": twin})
    for version in theirs:
        write(version, translation_group=group)
    article.translation_group = other.translation_group = group
    remark(_("Linked as versions of one story: “%(one)s” and “%(other)s”") % {"one": article, "other": other})


@transaction.atomic
def unlink_version(article):
    """Make a version a story of its own. Raises DeskError when it is one already."""
    if len(lock_versions(article)) == 1:
        raise DeskError(_("This story has no version in another language."))
    write(article, translation_group=uuid.uuid4(), stale_since=None)
    remark(_("Made a story of its own, no longer a version of another"))


@transaction.atomic
def mark_fresh(article, checked=None):
    """Say that a version was checked against the corrections of the others.

    `checked` is the id of the newest correction that the editor looked at. Raises DeskError when there is a newer one,
    or nothing to check.
    """
    stale = [version for version in lock_versions(article) if version.pk == article.pk and version.stale_since]
    if not stale:
        raise DeskError(_("This version is not stale."))
    newest = corrections_elsewhere(article).first()
    if checked is not None and newest is not None and newest.pk != checked:
        raise DeskError(_("Another version has been corrected again in the meantime; look at that correction first."))
    write(article, stale_since=None)
    remark(_("Checked against the corrected version"))


def corrections_elsewhere(article):
    """Return the corrections of the story's other versions, the newest first."""
    return Correction.objects.filter(article__in=article.versions()).select_related("article")


def write(article, **values):
    """Write columns that no form holds, and keep them in the history; a form that is open on the article stays good."""
    Article.objects.filter(pk=article.pk).update(**values)
    article.refresh_from_db()
    if reversion.is_active():
        reversion.add_to_revision(article)
