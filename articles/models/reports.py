"""What readers say is wrong. For the desk alone: no public page, file, feed or count knows of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.fields import Line, Prose
from articles.models.workflow import by_whom
from articles.text import excerpt
from articles.vocabulary import Language, ReportState

LONGEST_WORDS = 5_000


class Report(models.Model):
    """One report of an error. `sender` tells reports of one connection and one window of time from others, no more."""

    about = Line(_("page"), max_length=500, blank=True)
    words = Prose(_("what is wrong"), max_length=LONGEST_WORDS)
    contact = Line(_("e-mail address"), max_length=254, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    state = models.CharField(_("state"), max_length=10, choices=ReportState.choices, default=ReportState.OPEN)
    created_at = models.DateTimeField(_("when"), auto_now_add=True, db_index=True)
    decided_by = by_whom(_("decided by"))
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)
    sender = models.CharField(max_length=64, editable=False, db_index=True)

    class Meta:
        verbose_name = _("error report")
        verbose_name_plural = _("error reports")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["state", "created_at"], name="report_by_state")]

    def __str__(self):
        return excerpt(self.words, 80)
