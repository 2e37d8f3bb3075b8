"""The real-world thing (Investment) and who has which part in it (Stake). Only investments are counted."""

from django.db import models
from django.db.models import F, Prefetch, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from articles.models.amounts import money_field
from articles.models.articles import Article
from articles.models.base import NAMES, Named, Public, PublicQuerySet, along, linking, unread
from articles.models.directory import Organisation, Sector
from articles.models.fields import Line, WebAddress
from articles.models.places import Place
from articles.models.workflow import Batch
from articles.vocabulary import (
    CODES,
    Activity,
    Confidence,
    InvestmentKind,
    Precision,
    Rung,
    Stage,
    StakeRole,
)

ANNOUNCED = ("announced_on", "announced_precision")
TITLES = tuple(f"title_{code}" for code in CODES)
# What a line of a list shows of the investment, of the claim that it takes its figures from, and of their story.
LISTED = (*TITLES, "public_id", "public_from", "created_at", "stage", "usd_min", "usd_max", *ANNOUNCED)
PRICED = ("amount_min", "amount_max", "currency", "qualifier", "per")
TOLD = ("public_from", "created_at", "corrected_at")


class InvestmentQuerySet(PublicQuerySet):
    """Investments, with what their lists and pages show."""

    def for_list(self):
        """Bring what a line shows, and no more: the amount, the place, the sector and the names of the investors."""
        claim = (*along("adopted", PRICED), *along("adopted__article", TOLD))
        return (
            self.select_related("adopted__article", "destination", "sector")
            .only(*LISTED, *claim, *along("destination", linking(Place)), *along("sector", NAMES))
            .prefetch_related(Prefetch("stakes", Stake.objects.with_names()))
        )

    def for_files(self):
        """Bring all of the adopted claim with its story, the place on both maps and the investors' countries."""
        return (
            self.select_related("adopted__article", "destination__today", "sector")
            .defer(
                "search_text",
                "adopted__search_text",
                *unread(Article, "adopted__article", "created_at", "corrected_at"),
            )
            .defer(*unread(Place, "destination", "today"), *unread(Place, "destination__today"))
            .prefetch_related(Prefetch("stakes", Stake.objects.with_parties()))
        )

    def for_detail(self):
        """Bring the recipient too."""
        return self.for_files().select_related("recipient")


class Investment(Public):
    """The one thing that is counted. Amount, currency and stage come from the adopted claim, never typed twice."""

    title_ko = Line(_("title in Korean"), max_length=300, blank=True)
    title_en = Line(_("title in English"), max_length=300, blank=True)
    title_vi = Line(_("title in Vietnamese"), max_length=300, blank=True)
    investors = models.ManyToManyField(
        Organisation, through="Stake", related_name="investments", verbose_name=_("investors")
    )
    recipient = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="received", verbose_name=_("recipient")
    )
    destination = models.ForeignKey(
        Place,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="investments",
        db_index=False,
        verbose_name=_("destination"),
    )
    sector = models.ForeignKey(
        Sector, models.PROTECT, null=True, blank=True, related_name="+", db_index=False, verbose_name=_("sector")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=InvestmentKind.choices, default=InvestmentKind.UNKNOWN)
    activity = models.CharField(_("activity"), max_length=20, choices=Activity.choices, blank=True)
    announced_on = models.DateField(_("announced on"), null=True, blank=True, db_index=True)
    announced_precision = models.CharField(
        _("precision"), max_length=10, choices=Precision.choices, default=Precision.UNKNOWN
    )
    confidence = models.CharField(
        _("confidence"), max_length=20, choices=Confidence.choices, default=Confidence.SINGLE_SOURCE
    )
    source_url = WebAddress(_("primary source"), max_length=500, blank=True)
    recheck_on = models.DateField(
        _("check again on"), null=True, blank=True, db_index=True, help_text=_("The day on which My desk asks for it.")
    )
    batch = models.ForeignKey(
        Batch, models.SET_NULL, null=True, editable=False, related_name="investments", verbose_name=_("batch")
    )
    adopted = models.OneToOneField(
        "Claim", models.SET_NULL, null=True, editable=False, related_name="adopted_by", verbose_name=_("adopted claim")
    )
    stage = models.CharField(_("stage"), max_length=20, choices=Stage.choices, blank=True, editable=False)
    usd_min = money_field(_("US dollars, at least"))
    usd_max = money_field(_("US dollars, at most"))
    usd_rate = models.DecimalField(_("rate"), max_digits=16, decimal_places=6, null=True, editable=False)
    usd_rate_on = models.DateField(_("date of the rate"), null=True, editable=False)
    usd_rate_source = Line(_("source of the rate"), max_length=200, blank=True, editable=False)

    # The source of a rate that the story itself gives with its printed equivalent.
    PRINTED_RATE = "as printed"

    objects = InvestmentQuerySet.as_manager()

    url_name = "investments"
    translated = Named.translated

    class Meta:
        verbose_name = _("investment")
        verbose_name_plural = _("investments")
        # Each filter has an index in the order of the list, so that its first page needs no sorting; a province has
        # many places, so theirs holds all that is asked for.
        indexes = [
            models.Index(fields=["-announced_on", "-id"], name="investment_latest"),
            models.Index(fields=["-usd_max", "-id"], name="investment_largest"),
            models.Index(fields=["stage", "-announced_on", "-id"], name="investment_by_stage"),
            models.Index(fields=["kind", "-announced_on", "-id"], name="investment_by_kind"),
            models.Index(fields=["sector", "-announced_on", "-id"], name="investment_by_sector"),
            models.Index(fields=["destination", "-announced_on", "-id", "public_from"], name="investment_by_place"),
            # What readers' bounds are compared with: an open end is taken at its known end.
            models.Index(Coalesce("usd_max", "usd_min"), "public_from", name="investment_by_usd_high"),
            models.Index(Coalesce("usd_min", "usd_max"), "public_from", name="investment_by_usd_low"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title_ko="", title_en="", title_vi=""),
                name="investment_has_title",
                violation_error_message=_("Give the title in at least one language."),
            ),
            models.CheckConstraint(
                condition=Q(announced_on__isnull=True, announced_precision=Precision.UNKNOWN)
                | Q(announced_on__isnull=False) & ~Q(announced_precision=Precision.UNKNOWN),
                name="investment_date_has_precision",
                violation_error_message=_("A date needs a precision, and a precision a date."),
            ),
            models.CheckConstraint(condition=Q(usd_min__lte=F("usd_max")), name="investment_usd_in_order"),
        ]

    def __str__(self):
        return self.translated("title")

    @property
    def rung(self):
        """The rung of the ladder it counts on, or None before a claim is adopted."""
        return Rung.of(self.stage) if self.stage else None

    @property
    def summary(self):
        """Amount, stage and place on one line."""
        amount = self.adopted.amount_text if self.adopted else ""
        return " · ".join(str(part) for part in (amount, self.get_stage_display(), self.destination) if part)

    @property
    def has_printed_rate(self):
        """Whether the worth in US dollars is the story's own."""
        return self.usd_rate_source == self.PRINTED_RATE

    def searchable(self, investors=None):
        """Titles, investors, recipient, place and sector under all their names, and the adopted sentence.

        The investors may be given, where they are not stored yet.
        """
        parties = self.investors.all() if investors is None else investors
        entities = [*sorted(parties, key=lambda party: party.pk), self.recipient, self.destination]
        names = [name for entity in entities if entity for name in entity.searchable()]
        sector = self.sector.names if self.sector else []
        sentence = [self.adopted.sentence] if self.adopted else []
        return [self.title_ko, self.title_en, self.title_vi, *names, *sector, *sentence]


class StakeQuerySet(models.QuerySet):
    """Stakes, with what a list of investments shows of them."""

    def with_names(self):
        """Bring the organisation's name."""
        rows = self.select_related("organisation").order_by("pk")
        return rows.only("investment", *along("organisation", linking(Organisation)))

    def with_parties(self):
        """Bring the organisation and its country."""
        rows = self.select_related("organisation__country").order_by("pk")
        return rows.defer(*unread(Organisation, "organisation", "country"), *unread(Place, "organisation__country"))


class Stake(models.Model):
    """The part one organisation has in an investment."""

    investment = models.ForeignKey(Investment, models.CASCADE, related_name="stakes", verbose_name=_("investment"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="stakes", verbose_name=_("organisation")
    )
    role = models.CharField(_("role"), max_length=20, choices=StakeRole.choices, default=StakeRole.LEAD)
    share = models.DecimalField(_("share in per cent"), max_digits=5, decimal_places=2, null=True, blank=True)

    objects = StakeQuerySet.as_manager()

    class Meta:
        verbose_name = _("stake")
        verbose_name_plural = _("stakes")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["investment", "organisation"],
                name="stake_once_an_organisation",
                violation_error_message=_("This organisation already has a stake."),
            ),
            models.CheckConstraint(
                condition=Q(share__isnull=True) | Q(share__gt=0, share__lte=100),
                name="stake_share_is_a_percentage",
                violation_error_message=_("A share is more than 0 and at most 100 per cent."),
            ),
        ]

    def __str__(self):
        return f"{self.organisation} ({self.get_role_display()})"
