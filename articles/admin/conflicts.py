"""Two editors, one form: what the other one saved beside what this one typed."""

from dataclasses import dataclass

from django.forms import ModelChoiceField
from django.forms.formsets import DEFAULT_MAX_NUM
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from articles.text import whole_number

# The rows that a form set reads at most.
MOST_ROWS = DEFAULT_MAX_NUM + 1000


@dataclass(frozen=True)
class Difference:
    """One field of which two versions exist, as text."""

    label: str
    theirs: str
    yours: str


def differences(form, formsets):
    """Return every field that differs between what is stored now and what was typed, blocks and inlines included."""
    found = fields_that_differ(form)
    for formset in formsets:
        for row in formset.initial_forms:
            found += fields_that_differ(row, f"{row.instance._meta.verbose_name} “{row.instance}”: ")
        found += rows_of_one_side(formset)
    return found


def fields_that_differ(form, title="", left_out=("seen_version", "ordering", "region", "DELETE")):
    """Return the fields of one form that differ. A bound form knows: its instance is what is stored."""
    names = [name for name in form.changed_data if name not in left_out]
    return [
        Difference(
            f"{title}{form.fields[name].label}",
            text_of(form.fields[name], form.get_initial_for_field(form.fields[name], name)),
            text_of(form.fields[name], form[name].value()),
        )
        for name in names
    ]


def rows_of_one_side(formset):
    """Return the blocks and rows that only one of the two versions has."""
    kept = {str(row.instance.pk) for row in formset.initial_forms}
    name = formset.model._meta.verbose_name
    added = [Difference(_("new: %s") % name, str(row), "") for row in formset.queryset if str(row.pk) not in kept]
    typed = [row for row in formset.extra_forms if row.has_changed()]
    return added + [Difference(_("only in yours: %s") % name, "", words_of(row)) for row in typed]


def words_of(form):
    """Return what was typed into a row."""
    hidden = {"id", "ordering", "region", "DELETE"}
    texts = (text_of(form.fields[name], form[name].value()) for name in form.changed_data if name not in hidden)
    return " · ".join(filter(None, texts))


def text_of(field, value):
    """Return the value of a form field as an editor reads it."""
    if isinstance(field, ModelChoiceField):
        values = value if isinstance(value, list | tuple) else [value]
        chosen = field.queryset.filter(pk__in=[getattr(one, "pk", one) for one in values if one])
        return ", ".join(map(str, chosen))
    if isinstance(value, list | tuple):
        return " ".join(str(part) for part in value if part)
    if choices := dict(getattr(field, "choices", ())):
        return str(choices.get(value, value or ""))
    return strip_tags(str("" if value is None else value)).strip()


def rebase(data, files, prefix, stored):
    """Return posted data and files in which the rows that are no longer `stored` come last, as new ones.

    The form set numbers its stored rows first and refuses a row whose id is gone; its words would be stuck.
    More rows than a form set reads are none that a page of ours has sent, and are left for it to refuse.
    """
    total, initial = (count_of(data.get(f"{prefix}-{name}_FORMS")) for name in ("TOTAL", "INITIAL"))
    if not initial <= total <= MOST_ROWS:
        return data, files
    living = {str(pk) for pk in stored.values_list("pk", flat=True)}
    gone = {row for row in range(initial) if data.get(f"{prefix}-{row}-id") not in living}
    if not gone:
        return data, files
    order = [*(row for row in range(initial) if row not in gone), *range(initial, total), *sorted(gone)]
    # The rows that were new already stand between: the stored ones must come first, the rest in any order.
    place = {f"{prefix}-{row}-": f"{prefix}-{position}-" for position, row in enumerate(order)}
    moved = renumbered(data, QueryDict(mutable=True), prefix, place)
    for row in gone:
        moved[f"{place[f'{prefix}-{row}-']}id"] = ""
    moved[f"{prefix}-INITIAL_FORMS"] = str(initial - len(gone))
    return moved, renumbered(files, MultiValueDict(), prefix, place)


def renumbered(source, target, prefix, place):
    """Copy a form's data to `target`, its rows at their new place."""
    for key, values in source.lists():
        head, dash, name = key.removeprefix(f"{prefix}-").partition("-")
        row = f"{prefix}-{head}-"
        target.setlist(f"{place[row]}{name}" if dash and row in place else key, values)
    return target


def count_of(text):
    """Return a count that the browser sent, 0 when it is none."""
    return whole_number(text or "") or 0
