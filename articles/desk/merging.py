"""Two directory entries that are one person, organisation or place become one entry.

What points to an entry is read from the models themselves, so a foreign key that is added tomorrow is moved too.
The way back from the entry that went is its `Merge` row: log and redirect in one.
"""

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models, transaction
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.desk.directory import OWNER, refresh_entity, refresh_places
from articles.desk.errors import DeskError
from articles.desk.history import actor, remark
from articles.desk.joining import clashes, join
from articles.desk.visibility import References, refresh_references
from articles.models import Alias, Merge, Organisation, Person, Place, Succession
from articles.models.base import Public, new_version
from articles.vocabulary import AliasKind

AFFECTED = {Person: "people", Organisation: "organisations"}


@transaction.atomic
def merge(keep, drop):
    """Move all that points to `drop` to `keep`, give it the names, and delete `drop`. Returns the `Merge` row.

    Rows are moved by one statement a relation, however many there are. They, and what they are part of (the article of
    a quote, the investment of a stake), get a new version, so that a form opened before is noticed. Their own histories
    are not written: thousands of articles would make one revision, and bringing it back would bring back all of them.
    Raises DeskError, and changes nothing, when the two cannot be merged.
    """
    keep, drop = lock(keep, drop)
    check_merge(keep, drop)
    moved = count_references(drop)
    fill_in(keep, drop)
    hand_over_names(keep, drop)
    remove_links_between(keep, drop)
    for key in keys_to(type(drop)):
        move(key, keep, drop)
    # Saved after the rows have moved: the history takes the aliases of the entry down together with it.
    keep.save()
    merge = write_down(keep, drop, moved)
    drop.delete()
    refresh(keep)
    remark(_("Merged with “%s”") % names_of(drop))
    return merge


def lock(keep, drop):
    """Return both entries as they are stored now, locked. Raises DeskError when they are not two of one kind."""
    if type(keep) is not type(drop):
        raise DeskError(_("Only two people, two organisations or two places can be merged."))
    if keep.pk == drop.pk:
        raise DeskError(_("This is one and the same entry; choose another one to merge it with."))
    # In the order of their keys, so that two merges never wait for each other.
    rows = type(keep).objects.select_for_update().filter(pk__in=[keep.pk, drop.pk]).order_by("pk")
    entries = {entry.pk: entry for entry in rows}
    if len(entries) < 2:
        raise DeskError(_("One of the two is not there any more; look whether it was merged already."))
    return entries[keep.pk], entries[drop.pk]


def keys_to(model):
    """Return every foreign key to a model: hidden ones (`related_name="+"`) and those of many-to-many tables too."""
    relations = model._meta.get_fields(include_hidden=True)
    return [r.field for r in relations if r.auto_created and not r.concrete and (r.one_to_many or r.one_to_one)]


def rows_at(key, entry):
    """Return the rows that point to an entry by a foreign key, whatever the model's own manager would hide."""
    return key.model._base_manager.filter(**{key.name: entry.pk})


def count_references(entry):
    """Return how many rows point to an entry, as {"articles.quote.speaker": 3}; what the desk derives is left out."""
    keys = [key for key in keys_to(type(entry)) if key.editable]
    counts = {f"{key.model._meta.label_lower}.{key.name}": rows_at(key, entry).count() for key in keys}
    return {name: count for name, count in counts.items() if count}


def describe(name):
    """Return in words what a key of `Merge.moved` counts: the rows, and the column when it is not the obvious one."""
    label, _dot, column = name.rpartition(".")
    try:
        model = apps.get_model(label)
        key = model._meta.get_field(column)
    except (LookupError, ValueError, FieldDoesNotExist):  # a model or column of former days
        return name
    rows = capfirst(model._meta.verbose_name_plural)
    return rows if column == key.related_model._meta.model_name else f"{rows} ({key.verbose_name})"


def check_merge(keep, drop):
    """Raise DeskError, with what to do about it, when two entries of one kind cannot be merged as they are."""
    if isinstance(keep, Place):
        check_places(keep, drop)
    for link in links_within(type(keep)):
        for entry in (keep, drop):
            check_line(entry, link, {keep.pk, drop.pk})
    for key in keys_to(type(drop)):
        for going, staying in clashes(key, keep, drop):
            join(going, staying, key)


def links_within(model):
    """Return the foreign keys of a model to itself that the desk sets by hand, as the parent."""
    return [field for field in model._meta.fields if field.related_model is model and field.editable]


def check_line(entry, link, both):
    """Refuse an entry that lies inside the other one with a third between them: it would lie inside itself.

    One that lies directly in the other is fine: that link only says what the merge says better, and is dropped.
    """
    seen, between = set(), getattr(entry, link.name)
    while between is not None and between.pk not in seen:
        seen.add(between.pk)
        above = getattr(between, link.name)
        if above is not None and above.pk in both and between.pk not in both:
            message = _("“%(between)s” stands between the two: it belongs to “%(above)s”. Change that first.")
            raise DeskError(message % {"between": between, "above": above})
        between = above


def check_places(keep, drop):
    """Refuse places of different kinds, and two of which a third place was the successor and the predecessor."""
    if keep.kind != drop.kind:
        kinds = {"kept": keep.get_kind_display(), "dropped": drop.get_kind_display()}
        message = _("These are places of different kinds (%(kept)s, %(dropped)s); correct the kind of one first.")
        raise DeskError(message % kinds)
    both = {keep.pk, drop.pk}
    later, seen = both, set(both)
    while later:
        later = set(Succession.objects.filter(predecessor__in=later).values_list("successor", flat=True)) - seen
        seen |= later
    back = Succession.objects.filter(predecessor__in=seen - both, successor__in=both).first()
    if back:
        message = _("“%s” came after one of the two and before the other; correct its successions first.")
        raise DeskError(message % back.predecessor)


def fill_in(keep, drop):
    """Give the entry that stays what it lacks and the other has: names, parent, country, website.

    Days are left alone: a place without a last day still stands, and that is no gap.
    """
    gone = {keep.pk, drop.pk}
    misspelt = set(keep.aliases.filter(kind=AliasKind.MISSPELLING).values_list("text", flat=True))
    for field in keep._meta.concrete_fields:
        own, other = (getattr(entry, field.attname) for entry in (keep, drop))
        if field.related_model is type(keep):
            own, other = (None if pk in gone else pk for pk in (own, other))
            setattr(keep, field.attname, own)
        if field.editable and field.blank and own in field.empty_values and not isinstance(field, models.DateField):
            setattr(keep, field.attname, own if other in misspelt else other)


def hand_over_names(keep, drop):
    """Turn the names of the entry that goes into its aliases. A text that both bear stays what it is on the kept one.

    Misspellings, former names and romanisations stay what they are; all are moved with everything else.
    """
    aliases = Alias.objects.filter(**{OWNER[type(drop)]: drop})
    names = [*drop.names, *aliases.filter(kind=AliasKind.NAME).values_list("text", flat=True)]
    borne = {*keep.names, *keep.aliases.values_list("text", flat=True)}
    aliases.filter(models.Q(kind=AliasKind.NAME) | models.Q(text__in=borne)).delete()
    borne |= set(aliases.values_list("text", flat=True))
    for name in dict.fromkeys(names):
        if name not in borne:
            Alias.objects.create(text=name, **{OWNER[type(drop)]: drop})


def remove_links_between(keep, drop):
    """Delete the successions from one of the two to the other: nothing becomes part of itself."""
    if isinstance(keep, Place):
        both = [keep.pk, drop.pk]
        Succession.objects.filter(predecessor__in=both, successor__in=both).delete()


def move(key, keep, drop):
    """Let the rows that point to `drop` by a foreign key point to `keep`; of two that may not both, make one."""
    for owner in key.model._meta.fields:
        if owner is not key and is_part_of(owner):
            renew(owner.related_model._base_manager.filter(pk__in=rows_at(key, drop).values(owner.name)))
    for going, staying in clashes(key, keep, drop):
        join(going, staying, key)
        going.delete()
        staying.save()
    rows = rows_at(key, drop)
    if issubclass(key.model, type(keep)):
        rows = rows.exclude(pk__in=[keep.pk, drop.pk])  # `fill_in` has seen to the two themselves
    renew(rows, **{key.name: keep.pk})


def is_part_of(key):
    """Whether a foreign key names the public record that its row is a part of: the one it is deleted with."""
    related = key.related_model
    return bool(related) and issubclass(related, Public) and key.remote_field.on_delete is models.CASCADE


def renew(rows, **values):
    """Update rows; public ones get a new version, and a new day of change when what they show has changed."""
    if issubclass(rows.model, Public):
        values |= {"version": new_version()} | ({"updated_at": timezone.now()} if values else {})
    if values:
        rows.update(**values)


def refresh(keep):
    """Bring up to date what is derived: the maps, the search text of all that mentions the entry, its publication."""
    if isinstance(keep, Place):
        refresh_places()
        keep = Place.objects.select_related("today").get(pk=keep.pk)
        if keep.today and keep.today != keep:
            refresh_entity(keep.today)
    refresh_entity(keep)
    if type(keep) in AFFECTED:
        refresh_references(References(**{AFFECTED[type(keep)]: {keep.pk}}))


def names_of(entry):
    """Return all names of an entry on one line, whatever language is active."""
    return " · ".join(dict.fromkeys(entry.names))


def write_down(keep, drop, moved):
    """Log the merge, and let the addresses that already led to the dropped entry lead to the kept one at once."""
    kind = OWNER[type(keep)]
    stays = {"kept_id": keep.public_id, "kept_name": names_of(keep)[:600]}
    Merge.objects.filter(kind=kind, kept_id=drop.public_id).update(**stays)
    went = {"old_pk": drop.pk, "old_id": drop.public_id, "old_name": names_of(drop)[:600]}
    return Merge.objects.create(kind=kind, moved=moved, by=actor(), **went, **stays)
