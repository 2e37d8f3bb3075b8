"""What every public record has: an id that tells nothing, the moment it becomes public, and its search text."""

import secrets
from functools import lru_cache
from urllib.parse import quote

from django.db import models
from django.db.models.functions import Collate
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_str
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.models.fields import Line
from articles.text import slug, whole_number
from articles.tokens import index_text
from articles.vocabulary import CODES, languages_from

# No vowels but a, e and u, no look-alikes: ids are read aloud and rarely spell a word.
ID_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
ID_LENGTH = 10


def new_public_id():
    """Return a random id: 31^10 of them, so a million records meet a collision with odds of 1 in 1,600."""
    return "".join(secrets.choice(ID_ALPHABET) for _ in range(ID_LENGTH))


def new_version():
    """Return a number that tells one state of a row from any other; it says nothing of their order."""
    return secrets.randbits(62)


class CodePoint(Collate):
    """Text in the order of its code points: the same on every database, whatever its locale."""

    def __init__(self, expression):
        super().__init__(expression, "C")

    def as_sqlite(self, compiler, connection, **extra):
        """SQLite calls it BINARY."""
        return super().as_sql(compiler, connection, template="%(expressions)s COLLATE BINARY", **extra)


# The columns of a name.
NAMES = tuple(f"name_{code}" for code in CODES)


def linking(model):
    """Return the columns of a record that a link to it needs."""
    return ("public_id", "public_from", *model.label_columns)


def along(path, columns):
    """Return the paths of columns of a related record."""
    return [f"{path}__{column}" for column in columns]


def unread(model, path, *read):
    """Return the paths of the columns of a related record that a link to it needs not, nor is `read`: to defer them."""
    needed = {*linking(model), *read}
    names = (field.name for field in model._meta.concrete_fields if not field.primary_key)
    return along(path, (name for name in names if name not in needed))


@lru_cache
def page_address(url_name, language):
    """Return the path of a record's page in the active language, with %s for its id and for its slug.

    A list names a hundred records, and to reverse an address takes longer than to read a row of the database.
    """
    address = reverse(f"{url_name}-detail", args=["ID", "SLUG"])
    return address.replace("%", "%%").replace("ID", "%s").replace("SLUG", "%s")


@lru_cache
def labels_of(field):
    """Return {code: label} of a field with choices."""
    return dict(field.flatchoices)


class PublicQuerySet(models.QuerySet):
    """The one door to the public."""

    def public(self, at=None):
        """Keep the rows that readers may see at the moment `at` (now by default)."""
        return self.filter(public_from__lte=at or timezone.now())

    def upcoming(self, at):
        """Keep the rows that the clock will make public after the moment `at`."""
        return self.filter(public_from__gt=at)

    def unchanged(self, pk, version):
        """Whether the row is still the version that somebody read; it stays locked until the transaction ends.

        `version` is a number or the text that a browser sent back; what is no number is no version of any row.
        """
        number = whole_number(str(version))
        rows = self.select_for_update(of=("self",)).order_by()
        return number is not None and rows.filter(pk=pk, version=number).first() is not None

    def gone(self):
        """Keep the rows that readers could see once and may not any more: answered with 410."""
        return self.none()

    def for_list(self):
        """Load what one line of a list shows, in a number of queries that does not grow with the rows."""
        return self.defer("search_text")

    def for_files(self):
        """Load every column that files have of it, in a number of queries that does not grow with the rows."""
        return self.for_list()

    def for_detail(self):
        """Load what the record's own page shows."""
        return self.for_files()


class Public(models.Model):
    """A record with a page of its own. `public_from` is derived by the desk and written nowhere else."""

    public_id = Line(_("public id"), max_length=ID_LENGTH, unique=True, default=new_public_id, editable=False)
    public_from = models.DateTimeField(_("public from"), null=True, editable=False, db_index=True)
    search_text = models.TextField(editable=False, default="")
    version = models.PositiveBigIntegerField(default=new_version, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = PublicQuerySet.as_manager()

    url_name = ""
    # Set on a row in hand, by a preview: it is shown as if it were public, and has no page yet.
    previewed = False

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Give what is written a version of its own, so that a form opened on an older one is noticed."""
        self.version = new_version()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "version"}
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        """Return the path of the record's page in the active language."""
        return page_address(self.url_name, get_language()) % (self.public_id, quote(self.slug_text))

    def _get_FIELD_display(self, field):  # noqa: N802 - Django calls it so
        """Look a label up, for get_…_display(); Django's own makes a dictionary of all labels each time."""
        value = getattr(self, field.attname)
        return force_str(labels_of(field).get(value, value), strings_only=True)

    @property
    def farewell(self):
        """What readers are told at the address of a record that was withdrawn."""
        return ""

    @property
    def is_public(self):
        """Whether readers can see it at this moment."""
        return self.public_from is not None and self.public_from <= timezone.now()

    @property
    def slug_text(self):
        """The last segment of the address, for people; the id alone decides."""
        return slug(str(self))

    def searchable(self):
        """Return the texts under which readers find this record; they must be as public as the record itself."""
        return [str(self)]

    def speakers(self):
        """Return what those who speak in it are called, as public as the record itself."""
        return []

    def folded(self):
        """Return the search text: the tokens of `searchable` and `speakers`, of which the index is made."""
        return index_text(self.searchable(), self.speakers())


class Named(models.Model):
    """A name in each language; a missing one falls back to the next."""

    # What str() reads.
    label_columns = NAMES

    name_ko = Line(_("name in Korean"), max_length=200, blank=True)
    name_en = Line(_("name in English"), max_length=200, blank=True)
    name_vi = Line(_("name in Vietnamese"), max_length=200, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name_ko="", name_en="", name_vi=""),
                name="%(app_label)s_%(class)s_has_name",
                violation_error_message=_("Give the name in at least one language."),
            )
        ]

    def __str__(self):
        return self.name

    @property
    def name(self):
        """The name in the active language, else the first there is."""
        return self.translated("name")

    @property
    def names(self):
        """Every name there is, in the order Korean, English, Vietnamese."""
        return [name for name in (self.name_ko, self.name_en, self.name_vi) if name]

    def translated(self, field):
        """Return `field` in the active language, else in the first language that has it."""
        for language in languages_from(get_language()):
            if text := getattr(self, f"{field}_{language}"):
                return text
        return ""
