"""Versions of a record in the history: what each said, and the way back to one.

A version is the record with the rows that belong to it (an article with its blocks and claims, but for those of
imported tables, each of which has a history of its own). Bringing one back restores what editors write. It never
touches status, moments or what is derived: those are decisions, not words.
"""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from reversion.models import Revision, Version

from articles.desk.directory import OWNER, refresh_entity, refresh_places
from articles.desk.errors import DeskError
from articles.desk.history import TOGETHER, remark
from articles.desk.renaming import correct_names, stored_names
from articles.desk.visibility import References, ids, refresh_article, refresh_references
from articles.models import Article, Claim, Investment, Merge, Organisation, Person, Place, Quote, Term, Topic
from articles.vocabulary import Status

# A decision that stands in the form beside the words; the others cannot be edited there.
DECISIONS = {"embargo_until"}


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
    before, names = references_of(record), stored_names(record) if type(record) in OWNER else {}
    own = rows.pop((type(record), str(record.pk)))
    take_back(record, own)
    drop_newer(record, set(rows))
    for version in rows.values():
        put_back(version)
    refresh(record, before)
    correct_names(record, names)


def references_of(record):
    """Return what a record, as it is stored, refers to and may have made public."""
    if isinstance(record, Article | Claim | Quote):
        return References.of(record if isinstance(record, Article) else record.article)
    if isinstance(record, Investment):
        return References(organisations=ids([*record.investors.values_list("pk", flat=True), record.recipient_id]))
    return References()


def take_back(record, version):
    """Give a living record the words of a version."""
    old = version._object_version
    for field in record._meta.fields:
        if field.editable and field.name not in DECISIONS and field.attname in version.field_dict:
            setattr(record, field.attname, living(field, getattr(old.object, field.attname)))
    keep_match(record)
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
    keep_match(row)
    save(row)


def keep_match(row):
    """Leave a claim with the investment that takes its figures from it: that was decided since, and stands."""
    adopter = Investment.objects.filter(adopted=row.pk).first() if isinstance(row, Claim) else None
    if adopter:
        row.investment = adopter


def save(row):
    """Save a row; what the database does not allow any more is told to the editor."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        message = _("“%s” cannot be brought back as it was: it contradicts what has been entered since.")
        raise DeskError(message % row) from error


def refresh(record, before):
    """Bring up to date what follows from a record that was brought back, and what it referred to `before`."""
    if isinstance(record, Article | Claim | Quote):
        refresh_article(record if isinstance(record, Article) else record.article, before)
    elif isinstance(record, Person | Organisation | Place):
        if isinstance(record, Place):
            refresh_places()
        refresh_entity(record)
    elif isinstance(record, Investment | Topic | Term):
        name = {Investment: "investments", Topic: "topics", Term: "terms"}[type(record)]
        refresh_references(References(**{name: {record.pk}}) | before)


def deleted(model, narrowed):
    """Return the last version of every record of a model that was deleted, the newest first."""
    return Version.objects.get_deleted(model).filter(**narrowed).select_related("revision__user").order_by("-pk")


@transaction.atomic
def recover(version):
    """Bring a deleted record back with the rows that belong to it; a deleted article is a draft again. Returns it.

    Raises DeskError when there is nothing to bring back, or the entry was merged: all that it was is in the other one.
    """
    if version is None:
        raise DeskError(_("There is nothing of that kind to bring back."))
    record = version._object_version.object
    if merge := Merge.objects.filter(kind=OWNER.get(type(record), ""), old_pk=record.pk).first():
        names = {"drop": record, "keep": merge.kept_name}
        raise DeskError(_("“%(drop)s” was merged into “%(keep)s”; it cannot be brought back.") % names)
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
    refresh(record, References())
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
