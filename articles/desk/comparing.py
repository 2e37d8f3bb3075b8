"""Two versions of a record side by side: which rows differ, and in which words."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher

from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from articles.clock import in_desk_zone
from articles.desk.versions import rows_of

WORD = re.compile(r"\s+|[^\s\w]|\w+")
# What only says where a row belongs.
UNSHOWN = {"id", "parent", "article", "region", "ordering", "created_at", "public_id"}


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


def compare(record, was, now):
    """Return what changed between two revisions of a record, row by row."""
    before, after = rows_of(record, was), rows_of(record, now)
    pairs = [(before.get(key), after.get(key)) for key in {**after, **before}]
    pairs = [pair for pair in pairs if not is_same(*pair)]
    named = rows_named([version for pair in pairs for version in pair if version])
    changes = [row_change(*pair, named) for pair in pairs]
    return [change for change in changes if change.fields or change.kind != "changed"]


def is_same(before, after):
    """Whether two versions of a row say the same."""
    return bool(before and after) and before.serialized_data == after.serialized_data


def rows_named(versions):
    """Return the rows that versions refer to by (model, id), read once a model however many versions there are."""
    wanted = defaultdict(set)
    for version in versions:
        row = version._object_version.object
        for field in row._meta.fields:
            if field.is_relation and field.name not in UNSHOWN:
                wanted[field.related_model].add(getattr(row, field.attname))
    found = {model: model._base_manager.in_bulk(pks - {None}) for model, pks in wanted.items()}
    return {(model, pk): row for model, rows in found.items() for pk, row in rows.items()}


def row_change(before, after, named):
    """Return how one row changed; None on a side means that the row is not there. `named` is what the rows refer to."""
    either = after or before
    old, new = texts_of(before, named), texts_of(after, named)
    kind = "changed" if before and after else "added" if after else "removed"
    fields = [
        FieldChange(label, word_diff(old.get(label, ""), new.get(label, "")))
        for label in {**old, **new}
        if old.get(label, "") != new.get(label, "")
    ]
    model = either.content_type.model_class()
    return RowChange(f"{model._meta.verbose_name}: {either.object_repr}", kind, fields)


def texts_of(version, named):
    """Return the fields of a version as an editor reads them, by their label."""
    if version is None:
        return {}
    row = version._object_version.object
    shown = [field for field in row._meta.fields if field.attname in version.field_dict and field.name not in UNSHOWN]
    return {str(field.verbose_name): text_of(row, field, named) for field in shown}


def text_of(row, field, named):
    """Return the value of one field of a row as text."""
    if field.is_relation:
        pk = getattr(row, field.attname)
        return str(named.get((field.related_model, pk)) or pk or "")
    if field.flatchoices:
        return str(getattr(row, f"get_{field.name}_display")())
    value = getattr(row, field.name)
    if isinstance(value, datetime):
        return f"{in_desk_zone(value):%Y-%m-%d %H:%M:%S}"
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
