"""What one article says about an investment (Claim): shown, never counted."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.amounts import find_amount_errors, money_field
from articles.models.articles import Article
from articles.models.base import Public, PublicQuerySet
from articles.models.fields import Currency, Line, Prose
from articles.models.investments import Investment
from articles.models.workflow import Batch
from articles.money import print_amount
from articles.text import excerpt
from articles.vocabulary import Activity, Basis, Per, Precision, Qualifier, Review, Stage


class ClaimQuerySet(PublicQuerySet):
    """Claims, with what their lists show."""

    def for_list(self):
        """Bring the article and the investment."""
        return (
            super()
            .for_list()
            .select_related("article__outlet", "investment")
            .defer("article__source_text", "article__doubts", "article__search_text", "investment__search_text")
        )


class Claim(Public):
    """What one article says about one investment, tied to its sentence. It is shown, never counted."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="claims", verbose_name=_("article"))
    investment = models.ForeignKey(
        Investment, models.SET_NULL, null=True, blank=True, related_name="claims", verbose_name=_("investment")
    )
    sentence = Prose(_("sentence"), help_text=_("Verbatim."))
    start = models.PositiveIntegerField(_("position"), null=True, editable=False)
    amount_text = Line(_("amount as printed"), max_length=200, blank=True)
    amount_min = money_field(_("amount, at least"))
    amount_max = money_field(_("amount, at most"))
    currency = Currency(_("currency"), blank=True)
    qualifier = models.CharField(
        _("qualifier"), max_length=12, choices=Qualifier.choices, default=Qualifier.UNDISCLOSED
    )
    per = models.CharField(_("period"), max_length=4, choices=Per.choices, default=Per.ONCE)
    basis = models.CharField(_("basis"), max_length=12, choices=Basis.choices, default=Basis.CAPEX)
    equivalent_text = Line(_("equivalent as printed"), max_length=200, blank=True)
    equivalent_amount = money_field(_("printed equivalent"))
    equivalent_currency = Currency(_("currency of the equivalent"), blank=True)
    stage = models.CharField(_("stage"), max_length=20, choices=Stage.choices, default=Stage.ANNOUNCED)
    stage_text = Line(_("stage as printed"), max_length=200, blank=True)
    investor_text = Line(_("investor as printed"), max_length=200, blank=True)
    place_text = Line(_("place as printed"), max_length=200, blank=True)
    activity = models.CharField(_("activity"), max_length=20, choices=Activity.choices, blank=True)
    event_on = models.DateField(_("date of the event"), null=True, blank=True)
    event_precision = models.CharField(
        _("precision"), max_length=10, choices=Precision.choices, default=Precision.UNKNOWN
    )
    review = models.CharField(_("review"), max_length=10, choices=Review.choices, default=Review.SUGGESTED)
    extracted_by = Line(_("extracted by"), max_length=60, default="hand", editable=False)
    batch = models.ForeignKey(
        Batch, models.SET_NULL, null=True, editable=False, related_name="claims", verbose_name=_("batch")
    )
    import_key = models.CharField(max_length=64, null=True, unique=True, editable=False)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["start", "pk"]
        indexes = [
            models.Index(fields=["article"], condition=Q(review=Review.SUGGESTED), name="claim_undecided"),
            models.Index(fields=["review", "-id"], name="claim_by_review"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(qualifier=Qualifier.UNDISCLOSED, amount_min=None, amount_max=None, currency="")
                | (Q(qualifier__in=[Qualifier.EXACT, Qualifier.ABOUT], amount_min=F("amount_max")) & ~Q(currency=""))
                | (Q(qualifier=Qualifier.AT_LEAST, amount_min__isnull=False, amount_max=None) & ~Q(currency=""))
                | (Q(qualifier=Qualifier.UP_TO, amount_min=None, amount_max__isnull=False) & ~Q(currency=""))
                | (Q(qualifier=Qualifier.BETWEEN, amount_min__lt=F("amount_max")) & ~Q(currency="")),
                name="claim_amount_fits_qualifier",
                violation_error_message=_(
                    "Exactly and about need the same amount twice, at least the first only, up to the second only, "
                    "between both in order, undisclosed none; any amount needs its currency."
                ),
            ),
            models.CheckConstraint(
                condition=Q(equivalent_amount__isnull=True, equivalent_currency="")
                | Q(equivalent_amount__isnull=False) & ~Q(equivalent_currency=""),
                name="claim_equivalent_has_currency",
                violation_error_message=_("An equivalent needs its currency, and a currency its equivalent."),
            ),
            models.CheckConstraint(
                condition=Q(event_on__isnull=True, event_precision=Precision.UNKNOWN)
                | Q(event_on__isnull=False) & ~Q(event_precision=Precision.UNKNOWN),
                name="claim_date_has_precision",
                violation_error_message=_("A date needs a precision, and a precision a date."),
            ),
        ]

    def __str__(self):
        return " · ".join(filter(None, (self.investor_text, self.amount_text))) or excerpt(self.sentence, 60)

    def clean(self):
        """Say which field contradicts another. An investment that takes its figures from this claim keeps it."""
        super().clean()
        errors = find_amount_errors(self)
        if (self.equivalent_amount is None) != (not self.equivalent_currency):
            errors["equivalent_currency"] = _("An equivalent needs its currency, and a currency its equivalent.")
        if (self.event_on is None) != (self.event_precision == Precision.UNKNOWN):
            errors["event_precision"] = _("A date needs a precision, and a precision a date.")
        adopter = Investment.objects.filter(adopted=self.pk).first() if self.pk else None
        if adopter and adopter.pk != self.investment_id:
            message = _("“%s” takes its figures from this claim; let it adopt another one first.") % adopter
            errors["investment"] = message
        if errors:
            raise ValidationError(errors)

    def searchable(self):
        """The sentence, what it names and prints, and the story's headline; claims are looked for at the desk only."""
        return [self.sentence, self.investor_text, self.amount_text, self.place_text, self.article.headline]

    @property
    def teller(self):
        """The article whose history tells of the claim, or None for a claim of a table, which has only its own."""
        return None if self.batch_id else self.article

    @property
    def implied_rate(self):
        """Units of the equivalent's currency that the story itself gives for one unit of the amount, or None."""
        base = self.amount_max if self.amount_min is None else self.amount_min
        return self.equivalent_amount / base if base and self.equivalent_amount else None

    @property
    def printed(self):
        """What the story prints of investor, amount, stage and place, verbatim."""
        return [text for text in (self.investor_text, self.amount_text, self.stage_text, self.place_text) if text]

    def amount_in(self, language):
        """Return the amount as that language prints it, without the qualifier; empty when undisclosed."""
        low, high = self.amount_min, self.amount_max
        if low is None and high is None:
            return ""
        if low is None or high is None or low == high:
            return print_amount(high if low is None else low, self.currency, language)
        return print_amount(low, self.currency, language, high)
