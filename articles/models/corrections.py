"""What the newsroom got wrong, and what it printed instead: written once, never changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.articles import Article
from articles.models.base import Public, PublicQuerySet
from articles.models.fields import Prose
from articles.models.workflow import by_whom
from articles.text import excerpt
from articles.vocabulary import CorrectedPart, CorrectionKind


class CorrectionQuerySet(PublicQuerySet):
    """Corrections, with what their list shows."""

    def for_list(self):
        """Bring the article that was corrected."""
        return (
            super()
            .for_list()
            .select_related("article__section")
            .defer("article__source_text", "article__doubts", "article__search_text")
        )


class Correction(Public):
    """One thing that readers had seen and that was changed: what it was, what it is now, and why.

    `note` is for readers, `reason` for the desk. It is as public as its article.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="corrections", verbose_name=_("article"))
    kind = models.CharField(
        _("kind"), max_length=15, choices=CorrectionKind.choices, default=CorrectionKind.CORRECTION, db_index=True
    )
    part = models.CharField(_("what"), max_length=10, choices=CorrectedPart.choices)
    was = Prose(_("was"), blank=True)
    now = Prose(_("now"), blank=True)
    reason = Prose(_("reason"), help_text=_("For the desk: how it came about."))
    note = Prose(_("public note"), help_text=_("What readers are told."))
    by = by_whom(_("who"))

    objects = CorrectionQuerySet.as_manager()

    url_name = "corrections"

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return f"{self.get_kind_display()}: {excerpt(self.note, 80)}"

    def save(self, *args, **kwargs):
        """Write it once; a mistake in a correction is corrected by another one."""
        if not self._state.adding:
            raise TypeError("A correction is never changed; write another one.")
        super().save(*args, **kwargs)

    @property
    def summary(self):
        """What was and what is, for feeds."""
        return " → ".join(filter(None, (self.was, self.now)))

    def searchable(self):
        """The note, and both wordings."""
        return [self.note, self.was, self.now]
