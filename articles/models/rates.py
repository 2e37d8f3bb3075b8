"""Exchange rates that the bundled ECB history does not have, entered by the desk or from a CSV."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.fields import Currency, Line


class RateQuerySet(models.QuerySet):
    """Rates by currency and day."""

    def on(self, currency, day):
        """Return the newest rate of the currency not later than `day`, or None."""
        return self.filter(currency=currency, day__lte=day).order_by("-day").first()


class Rate(models.Model):
    """How many units of a currency one US dollar bought on a day."""

    currency = Currency(_("currency"))
    day = models.DateField(_("day"))
    per_usd = models.DecimalField(_("units per US dollar"), max_digits=16, decimal_places=6)
    source = Line(_("source"), max_length=200)

    objects = RateQuerySet.as_manager()

    class Meta:
        verbose_name = _("exchange rate")
        verbose_name_plural = _("exchange rates")
        ordering = ["currency", "-day"]
        constraints = [
            models.UniqueConstraint(fields=["currency", "day"], name="rate_once_a_day"),
            models.CheckConstraint(
                condition=models.Q(per_usd__gt=0),
                name="rate_is_positive",
                violation_error_message=_("A rate is greater than zero."),
            ),
        ]

    def __str__(self):
        return f"{self.currency} {self.day}"
