"""What is kept so that a million records are counted at once: an entry a public record, and sub-totals of the entries.

These rows are derived and can be built anew from the records at any time; only `articles.totals` writes them.
"""

from django.db import models

# Indexes of the sub-totals by columns of many values.
MANY_VALUED = {
    "subtotal_by_4": ["v4"],
    "subtotal_by_5": ["v5", "v6"],
    "subtotal_by_6": ["v6"],
    "subtotal_by_7": ["v7"],
}


class Counted(models.Model):
    """The values a record has in the dimensions of its collection, as text; their declaration names the columns.

    Amounts are in US cents. `low` and `high` are the two ends of the amount, `undisclosed` tells that there is none,
    and `open` that the upper end is not known.
    """

    collection = models.CharField(max_length=20)
    v1 = models.CharField(max_length=60, default="")
    v2 = models.CharField(max_length=60, default="")
    v3 = models.CharField(max_length=60, default="")
    v4 = models.CharField(max_length=60, default="")
    v5 = models.CharField(max_length=60, default="")
    v6 = models.TextField(default="")
    v7 = models.TextField(default="")
    low = models.BigIntegerField(default=0)
    high = models.BigIntegerField(default=0)
    undisclosed = models.IntegerField(default=0)
    open = models.IntegerField(default=0)

    class Meta:
        abstract = True


class Entry(Counted):
    """One public record as it is contained in the sub-totals."""

    record = models.BigIntegerField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["collection", "record"], name="entry_once_a_record")]
        indexes = [
            models.Index(fields=["collection", "v1", "v3", "v4"], name="entry_by_1_3_4"),
            models.Index(fields=["collection", "v2", "v1"], name="entry_by_2_1"),
            models.Index(fields=["collection", "v4", "v1"], name="entry_by_4_1"),
            models.Index(fields=["collection", "v5", "v1"], name="entry_by_5_1"),
            models.Index(fields=["collection", "v5", "v3"], name="entry_by_5_3"),
            models.Index(fields=["collection", "v6", "v1"], name="entry_by_6_1"),
            models.Index(fields=["collection", "v6", "v3"], name="entry_by_6_3"),
            models.Index(fields=["collection", "v5", "v6"], name="entry_by_5_6"),
        ]

    def __str__(self):
        return f"{self.collection} {self.record}"


class Subtotal(Counted):
    """How many entries share the values of the dimensions in `mask`, and the sums of their amounts.

    Bit i of the mask stands for dimension i; the columns of the other dimensions are empty.
    """

    mask = models.PositiveSmallIntegerField()
    n = models.IntegerField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["collection", "mask", "v1", "v2", "v3", "v4", "v5", "v6", "v7"], name="subtotal_once"
            )
        ]
        indexes = [
            models.Index(fields=["collection", "mask", "-n"], name="subtotal_largest"),
            # What is limited by one of many values, whatever it is counted by.
            *(
                models.Index(fields=["collection", "mask", *some], condition=~models.Q(**{some[0]: ""}), name=name)
                for name, some in MANY_VALUED.items()
            ),
        ]

    def __str__(self):
        return f"{self.collection} {self.mask}"


class Uncounted(models.Model):
    """A record whose entry may be out of date from the moment `due`: microseconds since 1970, 0 when it was changed.

    Triggers of the database write these rows with every change, so that no way of writing can be forgotten.
    """

    collection = models.CharField(max_length=20)
    record = models.BigIntegerField()
    due = models.BigIntegerField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["collection", "record"], name="uncounted_once")]
        indexes = [models.Index(fields=["collection", "due"], name="uncounted_due")]

    def __str__(self):
        return f"{self.collection} {self.record}"
