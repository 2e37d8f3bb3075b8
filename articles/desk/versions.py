"""Versions of a record in the history: what each said, what differs between two, and the way back to one.

A version is the record with the rows that belong to it (an article with its blocks and claims, but for those of
imported tables, each of which has a history of its own). Bringing one back restores what editors write. It never
touches status, moments or what is derived: those are decisions, not words.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.db import IntegrityError, transaction
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from reversion.models import Revision, Version

from articles.desk.directory import OWNER, refresh_entity, refresh_places
from articles.desk.errors import DeskError
from articles.desk.history import TOGETHER, remark
from articles.desk.visibility import References, refresh_article, refresh_references
from articles.models import Article, Claim, Investment, Merge, Organisation, Person, Place, Term, Topic
from articles.vocabulary import Status

WORD = re.compile(r"\s+|[^\s\w]|\w+")
# What only says where a row belongs.
UNSHOWN = {"id", "parent", "article", "region", "ordering", "created_at", "public_id"}
# A decision that stands in the form beside the words; the others cannot be edited there.
DECISIONS = {"embargo_until"}


@dataclass(frozen=True)
class FieldChange:
    """One field of a row in two versions, as pieces of text: (what was done to it, the words)."""

    label: str
    pieces: list


@dataclass(frozen=True)
class RowChange:
    """A row that was added, removed or changed between two versions."""

    title: str
    kind: str
    fields: list


def revisions_of(record):
    """Return the revisions in which a record was saved, the newest first, with who made each."""
    kept = Version.objects.get_for_object(record).values("revision")
    return Revision.objects.filter(pk__in=kept).select_related("user").order_by("-pk")


def rows_of(record, revision):
    """Return the record and the rows that belong to it as the revision keeps them: by (model, id), in reading order."""
    rows = {}
    for version in revision.version_set.select_related("content_type"):
        model = version.content_type.model_class()
        if belongs(record, model, version):
            rows[model, version.object_id] = version
    return dict(sorted(rows.items(), key=lambda item: reading_order(record, *item)))


def belongs(record, model, version):
    """Whether a version is of the record itself, or of a row that it holds."""
    if model is type(record):
        return version.object_id == str(record.pk)
    if version.field_dict.get("batch_id"):
        return False
    return any(version.field_dict.get(f"{name}_id") == record.pk for name in owners(type(record), model))


def owners(holder, model):
    """Return the names of the foreign keys by which rows of `model` belong to a record of `holder`."""
    return [relation.field.name for relation in parts(holder) if relation.related_model is model]


def parts(holder):
    """Return the relations of a model to the rows that belong to its records."""
    relations = (holder._meta.get_field(name) for name in TOGETHER.get(holder, ()))
    return [relation for relation in relations if relation.one_to_many]


def reading_order(record, key, version):
    """Sort the record first, then its blocks as they are read, then the rest."""
    model, pk = key
    place = version.field_dict.get("ordering")
    return model is not type(record), place is None, place or 0, model.__name__, int(pk)


def compare(record, was, now):
    """Return what changed between two revisions of a record, row by row."""
    before, after = rows_of(record, was), rows_of(record, now)
    changes = [row_change(before.get(key), after.get(key)) for key in {**after, **before}]
    return [change for change in changes if change.fields or change.kind != "changed"]


def row_change(before, after):
    """Return how one row changed; None on a side means that the row is not there."""
    either = after or before
    old, new = texts_of(before), texts_of(after)
    kind = "changed" if before and after else "added" if after else "removed"
    fields = [
        FieldChange(label, word_diff(old.get(label, ""), new.get(label, "")))
        for label in {**old, **new}
        if old.get(label, "") != new.get(label, "")
    ]
    model = either.content_type.model_class()
    return RowChange(f"{model._meta.verbose_name}: {either.object_repr}", kind, fields)


def texts_of(version):
    """Return the fields of a version as an editor reads them, by their label."""
    if version is None:
        return {}
    row = version._object_version.object
    shown = [field for field in row._meta.fields if field.attname in version.field_dict and field.name not in UNSHOWN]
    return {str(field.verbose_name): text_of(row, field) for field in shown}


def text_of(row, field):
    """Return the value of one field of a row as text."""
    if field.is_relation:
        pk = getattr(row, field.attname)
        found = field.related_model._base_manager.filter(pk=pk).first() if pk else None
        return str(found or pk or "")
    if field.flatchoices:
        return str(getattr(row, f"get_{field.name}_display")())
    value = getattr(row, field.name)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return strip_tags(str("" if value is None else value))


def word_diff(old, new):
    """Return the pieces of both texts in order: ("same" | "removed" | "added", words)."""
    a, b = WORD.findall(old), WORD.findall(new)
    pieces = []
    for change, a0, a1, b0, b1 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if change == "equal":
            pieces.append(("same", "".join(a[a0:a1])))
            continue
        pieces += [("removed", "".join(a[a0:a1]))] * (a1 > a0) + [("added", "".join(b[b0:b1]))] * (b1 > b0)
    return pieces


@transaction.atomic
def restore(record, revision_id):
    """Bring a record back to what a revision keeps of it, with the rows that belong to it.

    Raises DeskError when the revision is not one of the record's, or what it names is gone.
    """
    revision = revisions_of(record).filter(pk=revision_id).first()
    if revision is None:
        raise DeskError(_("This version belongs to another record."))
    remark(_("Restored the version of %s") % revision.date_created.date())
    rows = rows_of(record, revision)
    before = References.of(record) if isinstance(record, Article) else None
    own = rows.pop((type(record), str(record.pk)))
    take_back(record, own)
    drop_newer(record, set(rows))
    for version in rows.values():
        put_back(version)
    refresh(record, before)


def take_back(record, version):
    """Give a living record the words of a version."""
    old = version._object_version
    for field in record._meta.fields:
        if field.editable and field.name not in DECISIONS and field.attname in version.field_dict:
            setattr(record, field.attname, living(field, getattr(old.object, field.attname)))
    save(record)
    take_back_choices(record, old)


def take_back_choices(record, old):
    """Give a record the many-to-many choices of an older state, as far as they still exist."""
    for name, values in (old.m2m_data or {}).items():
        chosen = record._meta.get_field(name).related_model._base_manager
        getattr(record, name).set(chosen.filter(pk__in=[getattr(value, "pk", value) for value in values]))


def living(field, value):
    """Return a value that can be stored: a reference to an entry that was merged follows it, to a lost row is empty."""
    if value is None or not field.is_relation or field.related_model._base_manager.filter(pk=value).exists():
        return value
    if kept := merged_into(field.related_model, value):
        return kept
    if field.null:
        return None
    raise DeskError(_("The %s that this version names is gone; it cannot be brought back.") % field.verbose_name)


def merged_into(model, pk):
    """Return the key of the entry that another one was merged into, or None."""
    merge = Merge.objects.filter(kind=OWNER.get(model, ""), old_pk=pk).first()
    return model.objects.filter(public_id=merge.kept_id).values_list("pk", flat=True).first() if merge else None


def drop_newer(record, keep):
    """Delete the rows of a record that its older version did not have; figures that an investment took stay."""
    for relation in parts(type(record)):
        rows = getattr(record, relation.get_accessor_name()).all()
        if rows.model is Claim:
            rows = rows.filter(adopted_by=None, batch=None)
        rows.exclude(pk__in=[int(pk) for model, pk in keep if model is rows.model]).delete()


def put_back(version):
    """Save a row as a version keeps it, under the id it had."""
    row = version._object_version.object
    stored = type(row)._base_manager.filter(pk=row.pk).first()
    row._state.adding = stored is None
    for field in row._meta.fields:
        if field.is_relation:
            setattr(row, field.attname, living(field, getattr(row, field.attname)))
        elif stored and field.attname not in version.field_dict:
            setattr(row, field.attname, getattr(stored, field.attname))
    save(row)


def save(row):
    """Save a row; what the database does not allow any more is told to the editor."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        message = _("“%s” cannot be brought back as it was: it contradicts what has been entered since.")
        raise DeskError(message % row) from error


def refresh(record, before=None):
    """Bring up to date what follows from a record that was brought back."""
    if isinstance(record, Article):
        refresh_article(record, before)
    elif isinstance(record, Person | Organisation | Place):
        if isinstance(record, Place):
            refresh_places()
        refresh_entity(record)
    elif isinstance(record, Investment | Topic | Term):
        name = {Investment: "investments", Topic: "topics", Term: "terms"}[type(record)]
        refresh_references(References(**{name: {record.pk}}))
    elif isinstance(record, Claim) or hasattr(record, "parent"):
        refresh_article(record.article)


def deleted(model, narrowed):
    """Return the last version of every record of a model that was deleted, the newest first."""
    return Version.objects.get_deleted(model).filter(**narrowed).select_related("revision__user").order_by("-pk")


@transaction.atomic
def recover(version):
    """Bring a deleted record back with the rows that belong to it; a deleted article is a draft again. Returns it."""
    if version is None:
        raise DeskError(_("There is nothing of that kind to bring back."))
    record = version._object_version.object
    if type(record)._base_manager.filter(pk=record.pk).exists():
        raise DeskError(_("“%s” is there already.") % record)
    rows = rows_of(record, version.revision)
    if isinstance(record, Article):
        record.status, record.import_key = Status.DRAFT, free_key(record)
        record.released_at = record.withdrawn_at = None
    put_back_new(record, rows.pop((type(record), str(record.pk))))
    for row in rows.values():
        put_back(row)
    remark(_("Brought back after it had been deleted"))
    refresh(record)
    return record


def free_key(article):
    """Return the article's import key, unless the same story has been imported again since."""
    return None if Article.objects.filter(import_key=article.import_key).exists() else article.import_key


def put_back_new(record, version):
    """Insert a deleted record again, with the topics it had."""
    for field in record._meta.fields:
        if field.is_relation:
            setattr(record, field.attname, living(field, getattr(record, field.attname)))
    record._state.adding = True
    save(record)
    take_back_choices(record, version._object_version)
