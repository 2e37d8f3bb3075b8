"""Columns that clean what is written to them, whoever writes: a form, an import, a command or a test."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField
from imagefield.fields import ImageField

from articles.images import CleanPicture, reencode
from articles.text import normalise


class CleanedOnWrite:
    """Apply `clean_text` on every way into the database: save, bulk_create, update, and look-ups alike."""

    def clean_text(self, value):
        """Return the text as it may be stored."""
        return normalise(value)

    def get_prep_value(self, value):
        """Return the cleaned value for a query; None stays None."""
        value = super().get_prep_value(value)
        return self.clean_text(value) if isinstance(value, str) else value

    def pre_save(self, instance, add):
        """Clean the instance's own value too, so that it reads the same before and after a reload."""
        value = super().pre_save(instance, add)
        if isinstance(value, str):
            value = self.clean_text(value)
            setattr(instance, self.attname, value)
        return value


class Line(CleanedOnWrite, models.CharField):
    """A short text, NFC and without NUL."""


class Prose(CleanedOnWrite, models.TextField):
    """A long plain text, NFC and without NUL, kept verbatim otherwise."""


class WebAddress(CleanedOnWrite, models.URLField):
    """An http(s) address; any other scheme is dropped, so that it can be printed as a link without a thought."""

    def clean_text(self, value):
        """Return the address, or nothing when a browser would do anything but open a page."""
        value = normalise(value).strip()
        return value if value.startswith(("http://", "https://")) else ""

    def formfield(self, **kwargs):
        """Take an address without a scheme as https."""
        return super().formfield(**{"assume_scheme": "https", **kwargs})


class Currency(Line):
    """A currency by its ISO 4217 code, in capitals."""

    default_validators = [
        RegexValidator(r"^[A-Z]{3}$", _("Give the currency by its code of three letters, as in USD."))
    ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{**kwargs, "max_length": 3})

    def clean_text(self, value):
        """Return the code in capitals."""
        return super().clean_text(value).strip().upper()

    def to_python(self, value):
        """Take what was typed in small letters too."""
        value = super().to_python(value)
        return value.strip().upper() if isinstance(value, str) else value


class RichText(CleanedOnWrite, ProseEditorField):
    """HTML of the few kinds an article's paragraph needs; everything else is removed on every write."""

    EXTENSIONS = {
        "Bold": True,
        "Italic": True,
        "Subscript": True,
        "Superscript": True,
        "ListItem": True,
        "BulletList": True,
        "OrderedList": True,
        "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    }

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("config", {"extensions": self.EXTENSIONS})
        kwargs.setdefault("sanitize", True)
        super().__init__(*args, **kwargs)

    def clean_text(self, value):
        """Return the sanitised, normalised HTML."""
        return self.sanitize(normalise(value))


class Picture(ImageField):
    """A picture that is re-encoded before it is stored: no file from outside is kept as it came."""

    def formfield(self, **kwargs):
        """Return Django's own form field; the one of the package decodes the file before anybody has looked at it."""
        return models.ImageField.formfield(self, **kwargs)

    def clean(self, value, instance):
        """Refuse a hostile file as an error of this column."""
        value = super().clean(value, instance)
        return reencoded(value) if value else value

    def pre_save(self, instance, add):
        """Re-encode what nobody has validated."""
        value = getattr(instance, self.attname)
        if value and not value._committed:  # setting a stored one would open its file, which may be lost
            setattr(instance, self.attname, reencoded(value))
        return super().pre_save(instance, add)


def reencoded(value):
    """Return the value of a picture column, a new file re-encoded unless it is already."""
    if value._committed or isinstance(value.file, CleanPicture):
        return value
    return reencode(value.file)
