"""The fields that read what a query gives a filter, within reason."""

import re
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles import search
from articles.models import Merge

MAX_VALUES = 50


class WordsField(forms.CharField):
    """Words to search for, read once a request."""

    def clean(self, value):
        """Return the question that the words ask, or an empty text."""
        text = super().clean(value)
        question = search.ask(text) if text else ""
        if question and question.problems:
            raise ValidationError(question.problems)
        return question


def open_rows(model):
    """Return the rows of a model that a filter may name; reference tables have nothing to hide."""
    return model.objects.public() if hasattr(model.objects, "public") else model.objects.all()


class ManyValues(forms.MultipleChoiceField):
    """A field whose parameter may be given several times, within reason."""

    def validate(self, value):
        """Refuse more values than one statement should carry."""
        if len(value) > MAX_VALUES:
            raise ValidationError(_("At most %(most)d values.") % {"most": MAX_VALUES}, code="too_many")
        super().validate(value)


class ManyKeys(forms.ModelMultipleChoiceField):
    """Records by their public keys, within reason."""

    def __init__(self, target, **kwargs):
        self.target = target
        super().__init__(None, **kwargs)

    def clean(self, value):
        """Refuse too many keys before asking the database, which is not asked when there are none."""
        if not value:
            return []
        if len(value) > MAX_VALUES:
            raise ValidationError(_("At most %(most)d values.") % {"most": MAX_VALUES}, code="too_many")
        self.queryset = open_rows(self.target)  # those that readers may name at this moment
        try:
            return list(super().clean(value))
        except ValidationError:
            return list(super().clean(self.follow_merges(value)))

    def follow_merges(self, value):
        """Put the entry that stayed in the place of one that was merged into it; asked only when a key is unknown."""
        kept = Merge.objects.kept_ids(value, among=self.queryset) if self.to_field_name == "public_id" else {}
        return [kept.get(key, key) for key in value]


class YearsField(ManyValues):
    """Years in four ASCII digits."""

    YEAR = re.compile(r"[12][0-9]{3}")

    def valid_value(self, value):
        """Accept what a calendar of this newsroom can hold: 1000 to 2999."""
        return bool(self.YEAR.fullmatch(value))


class DayField(forms.CharField):
    """A day as machines and the date inputs of browsers write it, of the years that YearsField knows."""

    DAY = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")

    def clean(self, value):
        """Return the day, or None without one."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return date.fromisoformat(self.DAY.fullmatch(text)[0])
        except (TypeError, ValueError):
            raise ValidationError(_("“%(date)s” is no day: write 2026-01-31.") % {"date": text[:40]}) from None
