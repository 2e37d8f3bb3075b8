"""Columns that follow from others: a rule gives them, and they are written where it changed them."""

DERIVED = ["public_from", "search_text"]


def derive(rows, rule, columns=DERIVED):
    """Apply a rule to rows, and write the columns of those that it changed."""
    changed = []
    for row in rows:
        before = [getattr(row, name) for name in columns]
        rule(row)
        if [getattr(row, name) for name in columns] != before:
            changed.append(row)
    write(changed, columns)


def write(rows, columns):
    """Store these columns of the rows. Of one row, as most acts change, Django makes a plain statement far sooner."""
    if len(rows) == 1:
        (row,) = rows
        type(row).objects.filter(pk=row.pk).update(**{name: getattr(row, name) for name in columns})
    elif rows:
        type(rows[0]).objects.bulk_update(rows, columns, batch_size=200)
