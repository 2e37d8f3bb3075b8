"""The quote: a block of an article and a public record at once."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.articles import Article
from articles.models.base import Public, PublicQuerySet, unread
from articles.models.blocks import Block
from articles.models.directory import Organisation, Person
from articles.models.fields import Line, Prose
from articles.text import excerpt
from articles.vocabulary import Attribution, Language, Precision, QuoteKind, Review


class QuoteQuerySet(PublicQuerySet):
    """Quotes, with what their lists and pages show."""

    def gone(self):
        """Keep accepted quotes of an article that was withdrawn after readers saw it."""
        return self.filter(review=Review.ACCEPTED, parent__in=Article.objects.gone())

    def for_list(self):
        """Bring speaker, organisation and the article they spoke in."""
        return (
            super()
            .for_list()
            .select_related("speaker", "organisation", "parent")
            .defer(*unread(Person, "speaker"), *unread(Organisation, "organisation"))
            .defer(*unread(Article, "parent", "created_at", "corrected_at"))
        )


class Quote(Block, Public):
    """Words that a story gives somebody, verbatim.

    An `inline` quote stands inside the paragraph above it and is printed there; any other is printed as a block.
    """

    text = Prose(_("words"), help_text=_("Verbatim, without the outer quotation marks."))
    language = models.CharField(_("language"), max_length=2, choices=Language.choices, default=Language.KO)
    kind = models.CharField(_("kind"), max_length=10, choices=QuoteKind.choices, default=QuoteKind.DIRECT)
    attribution = models.CharField(
        _("attribution"), max_length=12, choices=Attribution.choices, default=Attribution.UNKNOWN
    )
    speaker = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="quotes", db_index=False, verbose_name=_("speaker")
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quotes",
        db_index=False,
        verbose_name=_("organisation then"),
    )
    speaker_text = Line(_("speaker as printed"), max_length=200, blank=True)
    speaker_romanised = Line(_("speaker in Latin letters"), max_length=200, blank=True)
    role_text = Line(_("role as printed"), max_length=200, blank=True)
    organisation_text = Line(_("organisation as printed"), max_length=200, blank=True)
    # That of its story, see there.
    printed_year = models.PositiveSmallIntegerField(null=True, editable=False)
    said_on = models.DateField(_("said on"), null=True, blank=True)
    said_precision = models.CharField(
        _("precision"), max_length=10, choices=Precision.choices, default=Precision.UNKNOWN
    )
    sentence = Prose(_("sentence"), blank=True, editable=False)
    start = models.PositiveIntegerField(_("position"), null=True, editable=False)
    inline = models.BooleanField(_("inside the paragraph above"), default=False)
    marks_balanced = models.BooleanField(_("marks are balanced"), default=True)
    review = models.CharField(_("review"), max_length=10, choices=Review.choices, default=Review.ACCEPTED)
    extracted_by = Line(_("extracted by"), max_length=60, default="hand", editable=False)

    objects = QuoteQuerySet.as_manager()

    icon = "format_quote"
    autocomplete = ("speaker", "organisation")
    layout = (
        (None, ("text", "attribution", "speaker", "organisation", "review")),
        (
            _("As printed"),
            ("speaker_text", "speaker_romanised", "role_text", "organisation_text", "said_on", "said_precision"),
        ),
        (_("Form"), ("language", "kind", "inline", "marks_balanced")),
    )
    url_name = "quotes"

    class Meta(Block.Meta):
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        # Each filter has an index in the order of the list, so that its first page needs no sorting; a year has
        # thousands of stories, so theirs holds all that is asked for.
        indexes = [
            models.Index(fields=["speaker", "-public_from", "-id"], name="quote_by_speaker"),
            models.Index(fields=["organisation", "-public_from", "-id"], name="quote_by_organisation"),
            models.Index(fields=["language", "-public_from", "-id"], name="quote_by_language"),
            models.Index(fields=["attribution", "-public_from", "-id"], name="quote_by_attribution"),
            models.Index(fields=["printed_year", "-public_from", "-id"], name="quote_by_year"),
            models.Index(fields=["parent", "public_from", "id"], name="quote_by_story"),
            models.Index(fields=["parent"], condition=Q(review=Review.SUGGESTED), name="quote_undecided"),
            models.Index(fields=["review", "-id"], name="quote_by_review"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(attribution=Attribution.ANONYMOUS) | Q(speaker__isnull=True, speaker_text=""),
                name="anonymous_quote_has_no_speaker",
                violation_error_message=_("An anonymous quote has no speaker."),
            ),
            models.CheckConstraint(
                condition=Q(said_on__isnull=True, said_precision=Precision.UNKNOWN)
                | Q(said_on__isnull=False) & ~Q(said_precision=Precision.UNKNOWN),
                name="quote_date_has_precision",
                violation_error_message=_("A date needs a precision, and a precision a date."),
            ),
        ]

    def __str__(self):
        return excerpt(self.text, 60)

    def clean(self):
        """Say at which field the attribution or the date contradicts itself."""
        super().clean()
        errors = {}
        if self.attribution == Attribution.ANONYMOUS:
            named = [name for name in ("speaker", "speaker_text") if getattr(self, name)]
            errors |= dict.fromkeys(named, _("An anonymous quote has no speaker."))
        if (self.said_on is None) != (self.said_precision == Precision.UNKNOWN):
            errors["said_precision"] = _("A date needs a precision, and a precision a date.")
        if errors:
            raise ValidationError(errors)

    @classmethod
    def get_queryset(cls):
        """Bring what the article page prints under the words."""
        return cls.objects.select_related("speaker", "organisation").defer("search_text")

    @property
    def is_shown(self):
        """An inline quote is printed by its paragraph."""
        return self.is_public and not self.inline

    @property
    def has_marks(self):
        """Whether quotation marks may be printed: never around a paraphrase."""
        return self.kind != QuoteKind.PARAPHRASE

    @property
    def farewell(self):
        """What its article says."""
        return self.parent.farewell

    @property
    def speaker_name(self):
        """The speaker's name as the directory has it, else as printed, else empty."""
        return str(self.speaker) if self.speaker_id else self.speaker_text

    @property
    def organisation_name(self):
        """The organisation's name as the directory has it, else as printed, else empty."""
        return str(self.organisation) if self.organisation_id else self.organisation_text

    @property
    def summary(self):
        """Who said it, for lists and feeds."""
        parts = [self.speaker_name, self.role_text, self.organisation_name]
        return ", ".join(filter(None, parts)) or str(self.get_attribution_display())

    def plain_text(self):
        """The words, once accepted; those of an inline quote belong to its paragraph."""
        return self.text if self.review == Review.ACCEPTED and not self.inline else ""

    def searchable(self):
        """The words, and everything the speaker and the organisation are called."""
        entities = [entity for entity in (self.speaker, self.organisation) if entity]
        names = [name for entity in entities for name in entity.searchable()]
        return [self.text, self.speaker_text, self.role_text, self.organisation_text, *names]

    def speakers(self):
        """Whatever the speaker is called."""
        return [self.speaker_text, self.speaker_romanised, *(self.speaker.searchable() if self.speaker else [])]
