"""The desk's own records: who works here, the steps an article took, and what merged or came in by the batch."""

import zoneinfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.articles import Article
from articles.models.fields import Line, Prose
from articles.vocabulary import MergeKind, Status


def by_whom(label):
    """Return a column for the user who did it; a deleted account leaves the record standing."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+", verbose_name=label
    )


def check_time_zone(name):
    """Refuse a name that is no time zone."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("“%s” is not a time zone; write it as in Asia/Seoul."), params=(name,))


class Editor(models.Model):
    """A user's settings at the desk: the zone in which moments are shown and typed."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="editor")
    time_zone = models.CharField(_("time zone"), max_length=60, validators=[check_time_zone])

    class Meta:
        verbose_name = _("editor")
        verbose_name_plural = _("editors")

    def __str__(self):
        return f"{self.user} ({self.time_zone})"


class Step(models.Model):
    """One move of an article on its way to the reader and back. Steps are written once and never changed."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="steps", verbose_name=_("article"))
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, editable=False)
    at = models.DateTimeField(_("when"), auto_now_add=True)
    by = by_whom(_("who"))
    note = Prose(_("note"), blank=True)

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.get_status_display()} · {self.by or '–'}"


class MergeQuerySet(models.QuerySet):
    """Merges, as the way from an id that went to the entry that stayed."""

    def kept_ids(self, old_ids, among):
        """Return {id that went: id that stayed} for the entries that stayed `among` a queryset; no others are told."""
        merged = self.filter(old_id__in=old_ids, kept_id__in=among.values("public_id"))
        return dict(merged.values_list("old_id", "kept_id"))


class Merge(models.Model):
    """Two directory entries made one: the log, and the redirect from the address that went."""

    kind = models.CharField(_("kind"), max_length=12, choices=MergeKind.choices)
    old_pk = models.PositiveBigIntegerField(editable=False)
    old_id = Line(_("public id that went"), max_length=10, unique=True)
    old_name = Line(_("name that went"), max_length=600)
    kept_id = Line(_("public id that stayed"), max_length=10, db_index=True)
    kept_name = Line(_("name that stayed"), max_length=600)
    moved = models.JSONField(_("moved"), default=dict)
    by = by_whom(_("who"))
    at = models.DateTimeField(_("when"), auto_now_add=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(old_id=models.F("kept_id")), name="merge_joins_two_entries")
        ]

    def __str__(self):
        return f"{self.old_name} → {self.kept_name}"


class Batch(models.Model):
    """One table of investments as it was uploaded: read first, carried out later, undone when it was wrong."""

    file_name = Line(_("file"), max_length=200)
    table = models.JSONField(default=list, editable=False)
    article = models.ForeignKey(
        Article,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="batches",
        verbose_name=_("source story"),
        help_text=_("The story that printed the table; its claims belong to it."),
    )
    by = by_whom(_("who"))
    at = models.DateTimeField(_("when"), auto_now_add=True)
    applied_at = models.DateTimeField(_("carried out"), null=True, editable=False)
    undone_at = models.DateTimeField(_("undone"), null=True, editable=False)
    report = models.JSONField(default=list, editable=False)

    class Meta:
        verbose_name = _("batch")
        verbose_name_plural = _("batches")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return self.file_name
