"""Two rows that may not both point to the same entry become one, or the desk is told why they cannot."""

from django.db.models import UniqueConstraint
from django.utils.translation import gettext as _

from articles.desk.errors import DeskError
from articles.models import PlaceCode, Stake


def clashes(key, keep, drop):
    """Yield (row of `drop`, row of `keep`) for rows of which a unique constraint allows `keep` only one."""
    for names in unique_with(key):
        columns = [key.model._meta.get_field(name).attname for name in names]
        taken = {values(row, columns): row for row in key.model._base_manager.filter(**{key.name: keep.pk})}
        if taken:
            for row in key.model._base_manager.filter(**{key.name: drop.pk}):
                if None not in values(row, columns) and values(row, columns) in taken:
                    yield row, taken[values(row, columns)]


def unique_with(key):
    """Return, for every unique constraint that a foreign key is part of, the names of the other columns."""
    options = key.model._meta
    declared = [c.fields for c in options.constraints if isinstance(c, UniqueConstraint)]
    sets = [*declared, *options.unique_together, *([(key.name,)] if key.unique else [])]
    return [tuple(name for name in names if name != key.name) for names in sets if key.name in names]


def values(row, columns):
    """Return the values of some columns."""
    return tuple(getattr(row, column) for column in columns)


def join(going, staying, key):
    """Put into the row that stays what the other one knows. Raises DeskError when they contradict each other."""
    JOINERS.get(key.model, join_equals)(going, staying, key)


def join_stakes(going, staying, key):
    """Add up the shares of two stakes in one investment; the role is that of the kept organisation.

    A share that only one of them gives is the share: unknown and 30 per cent is 30 per cent for all we know.
    """
    total = sum(stake.share or 0 for stake in (going, staying)) or None
    if total and total > 100:
        message = _("The shares of both in “%(investment)s” add up to %(total)s per cent; correct them first.")
        raise DeskError(message % {"investment": staying.investment, "total": total})
    staying.share = total


def join_codes(going, staying, key):
    """Keep the one code that both places have in a system."""
    if going.code != staying.code:
        message = _("The two have different codes (%(kept)s, %(dropped)s); delete the wrong one first.")
        raise DeskError(message % {"kept": staying, "dropped": going})


def join_equals(going, staying, key):
    """Keep one of two rows that say the same."""
    names = [f.attname for f in key.model._meta.concrete_fields if f.editable and not f.primary_key and f is not key]
    if values(going, names) != values(staying, names):
        message = _("Both have this, and not alike (%(kind)s): %(row)s. Make them equal or delete one first.")
        raise DeskError(message % {"kind": key.model._meta.verbose_name, "row": going})


JOINERS = {Stake: join_stakes, PlaceCode: join_codes}
