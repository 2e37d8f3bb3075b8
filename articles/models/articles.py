"""The article: a story in one language, and the moment from which readers may see it."""

import uuid

from content_editor.models import Region
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.clock import editorial_year
from articles.models.base import Public, PublicQuerySet
from articles.models.directory import Outlet, Section, Topic
from articles.models.fields import Line, Prose, WebAddress
from articles.text import slug
from articles.tokens import index_text
from articles.vocabulary import CorrectionKind, Language, Precision, Review, Status

# What is read out of a story and waits for a decision.
RECORDS = ("quote_blocks", "claims", "terms")


class ArticleQuerySet(PublicQuerySet):
    """Articles, with what their lists and pages show."""

    def with_undecided(self):
        """Count the suggested quotes, claims and terms of each article, as `undecided`."""
        counts = []
        for rows, owner in self.suggestions():
            mine = rows.filter(**{owner: OuterRef("pk")}).order_by().values(owner)
            counts.append(Coalesce(Subquery(mine.values(count=Count("pk"))), 0))
        return self.annotate(undecided=sum(counts, start=Value(0)))

    def undecided(self):
        """Return the suggested quotes, claims and terms of the articles."""
        mine = ((rows.filter(**{f"{owner}__in": self.values("pk")}), owner) for rows, owner in self.suggestions())
        return [record for rows, owner in mine for record in rows.select_related(owner).order_by("pk")]

    def suggestions(self):
        """Return what waits for a decision: of each kind the rows, and the name of the key that leads to an article."""
        relations = (self.model._meta.get_field(name) for name in RECORDS)
        return [(r.related_model.objects.filter(review=Review.SUGGESTED), r.field.name) for r in relations]

    def gone(self):
        """Keep the withdrawn articles that readers had been able to see before."""
        return self.filter(status=Status.WITHDRAWN, was_seen=True)

    def seen_by(self, user):
        """Keep what a writer may read at the desk: their own stories, and what every reader sees."""
        return self.filter(Q(owner=user.pk) | Q(public_from__lte=timezone.now()))

    def in_language(self, language):
        """Keep the stories written in one language."""
        return self.filter(language=language)

    def for_list(self):
        """Leave the long texts in the database; bring section and outlet."""
        return super().for_list().defer("source_text", "doubts", "printed").select_related("section", "outlet")

    def for_detail(self):
        """Bring what the byline names."""
        return self.for_list().select_related("republished_from")


class Article(Public):
    """A story in one language. Versions in other languages share its `translation_group`."""

    regions = [Region(key="main", title=_("Story"))]
    url_name = "articles"
    label_columns = ("headline", "slug", "language")

    language = models.CharField(_("language"), max_length=2, choices=Language.choices, default=Language.KO)
    translation_group = models.UUIDField(_("translation group"), default=uuid.uuid4, editable=False)
    section = models.ForeignKey(
        Section, models.PROTECT, null=True, blank=True, db_index=False, verbose_name=_("section")
    )
    headline = Line(_("headline"), max_length=300)
    standfirst = Prose(_("standfirst"), blank=True)
    slug = Line(_("slug"), max_length=80, blank=True, help_text=_("Left empty, it is made from the headline."))
    byline = Line(_("byline"), max_length=200, blank=True)
    outlet = models.ForeignKey(
        Outlet, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("first appeared in")
    )
    source_url = WebAddress(_("source address"), max_length=500, blank=True)
    republished_from = models.ForeignKey(
        Outlet, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("republished from")
    )
    topics = models.ManyToManyField(Topic, blank=True, related_name="articles", verbose_name=_("topics"))
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.DRAFT, editable=False)
    published_at = models.DateTimeField(
        _("first published"), null=True, blank=True, help_text=_("As the source prints it; empty when it does not say.")
    )
    published_precision = models.CharField(
        _("precision"), max_length=10, choices=Precision.choices, default=Precision.UNKNOWN
    )
    # Of `published_at`, by the editorial zone: what lists are narrowed to, in an order that an index has.
    printed_year = models.PositiveSmallIntegerField(null=True, editable=False)
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    released_at = models.DateTimeField(_("released"), null=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, editable=False)
    was_seen = models.BooleanField(default=False, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("written by"),
    )
    corrected_at = models.DateTimeField(_("corrected"), null=True, editable=False, db_index=True)
    stale_since = models.DateTimeField(_("stale since"), null=True, editable=False, db_index=True)
    # What readers were last shown of headline, quotes, names and amounts; written by the desk's corrections.
    printed = models.JSONField(default=dict, editable=False)
    import_key = models.CharField(max_length=64, null=True, unique=True, editable=False)
    source_text = Prose(_("source text"), blank=True, editable=False)
    doubts = models.JSONField(_("doubts"), default=list, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        # Stored once for everybody, so in English as Django's own: a translation would be that of whoever migrated.
        permissions = [
            ("publish_article", "Can publish and withdraw articles"),
            ("see_all_articles", "Can see the articles of others before they are public"),
            ("edit_all_articles", "Can edit the articles of others, and send them back"),
            ("decide_records", "Can accept, reject and match quotes and claims"),
        ]
        indexes = [
            models.Index(fields=["language", "-public_from"], name="article_latest"),
            models.Index(fields=["section", "-public_from", "-id"], name="article_by_section"),
            models.Index(fields=["printed_year", "-public_from", "-id"], name="article_by_year"),
            models.Index(fields=["status", "public_from"], name="article_scheduled"),
            models.Index(fields=["-updated_at", "-id"], name="article_changed"),
            models.Index(fields=["status", "-updated_at", "-id"], name="article_changed_by_status"),
            models.Index(fields=["language", "-updated_at", "-id"], name="article_changed_by_language"),
            models.Index(fields=["published_at", "public_from", "id"], name="article_dated"),
            models.Index(fields=["owner", "status"], name="article_own"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["translation_group", "language"],
                name="article_once_a_language",
                violation_error_message=_("This story already has a version in that language."),
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.PUBLISHED) | Q(released_at__isnull=False) & ~Q(headline=""),
                name="published_has_moment_and_headline",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.WITHDRAWN) | Q(withdrawn_at__isnull=False), name="withdrawn_has_moment"
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_precision=Precision.UNKNOWN)
                | Q(published_at__isnull=False) & ~Q(published_precision=Precision.UNKNOWN),
                name="article_date_has_precision",
                violation_error_message=_("A date needs a precision, and a precision a date."),
            ),
        ]

    def __str__(self):
        return self.headline or gettext("(without headline)")

    def clean(self):
        """Refuse an embargo that would quietly take from readers what they can see."""
        super().clean()
        if self.is_public and self.embargo_until and self.embargo_until > timezone.now():
            message = _("Readers can see this story already. To take it from them, withdraw it instead.")
            raise ValidationError({"embargo_until": message})

    def save(self, *args, **kwargs):
        """Derive slug, year and moment of publication; what readers have seen stays seen, whatever becomes of it."""
        self.was_seen = self.has_been_public
        self.slug = slug(self.slug.strip("-") or self.headline)
        self.printed_year = editorial_year(self.published_at)
        self.public_from = self.derive_public_from()
        super().save(*args, **kwargs)

    def derive_public_from(self):
        """Return the later of release and embargo for a published story, None for any other."""
        if self.status != Status.PUBLISHED:
            return None
        return max(filter(None, (self.released_at, self.embargo_until)))

    @property
    def farewell(self):
        """The public note of the last retraction."""
        retraction = self.corrections.filter(kind=CorrectionKind.RETRACTION).first()
        return retraction.note if retraction else ""

    @property
    def has_been_public(self):
        """Whether readers have ever been able to see it: what they saw is corrected, and never quietly changed."""
        return self.was_seen or self.is_public

    @property
    def is_scheduled(self):
        """Whether the clock will publish it."""
        return self.status == Status.PUBLISHED and not self.is_public

    @property
    def slug_text(self):
        """The stored slug, which an editor may have chosen."""
        return self.slug

    @property
    def summary(self):
        """The line under the headline in lists and feeds."""
        return self.standfirst

    def folded_with(self, contents):
        """Return the search text with the words of the article's blocks, which the desk has at hand."""
        return index_text([self.headline, self.standfirst, self.byline, *(block.plain_text() for block in contents)])

    @property
    def own_claims(self):
        """The claims that were read out of the story or entered by hand; a table may have brought thousands more."""
        return self.claims.filter(batch=None)

    def other_stories(self):
        """Return the stories in its language but itself."""
        return Article.objects.in_language(self.language).exclude(pk=self.pk)

    def versions(self):
        """Return the story in its other languages."""
        return Article.objects.filter(translation_group=self.translation_group).exclude(pk=self.pk)
