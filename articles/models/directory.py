"""Who and what stories are about: people, organisations, topics, terms, and the other names they go by."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles.models.base import Named, Public, PublicQuerySet
from articles.models.fields import Currency, Line, Prose, WebAddress
from articles.text import fold
from articles.vocabulary import AliasKind, OutletKind, Review


class DirectoryQuerySet(PublicQuerySet):
    """Entities that can be found by any of their names."""

    def called(self, name):
        """Keep the entities of which `name` is a name or alias, case, accents and misspellings aside."""
        return self.filter(aliases__key=fold(name)).distinct()

    def for_detail(self):
        """Load the aliases with the entity."""
        return super().for_detail().prefetch_related("aliases")


class Entity(Named, Public):
    """A directory entry with a page. It becomes public with the first public record that refers to it."""

    objects = DirectoryQuerySet.as_manager()

    class Meta(Named.Meta):
        abstract = True

    def searchable(self):
        """Names and aliases, misspellings and learned ones included: they match and are never displayed."""
        return [*self.names, *(alias.text for alias in self.aliases.all())]

    @property
    def other_names(self):
        """Names to show beside the preferred one."""
        hidden = {AliasKind.NAME, AliasKind.MISSPELLING, AliasKind.LEARNED}
        shown = [alias.text for alias in self.aliases.all() if alias.kind not in hidden]
        return [name for name in dict.fromkeys([*self.names, *shown]) if name != self.name]


class Organisation(Entity):
    """A company, ministry, university or other body that invests or speaks."""

    country = models.ForeignKey(
        "Place",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("country"),
        limit_choices_to={"kind": "country"},
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="subsidiaries", verbose_name=_("parent")
    )
    website = WebAddress(_("website"), blank=True)

    url_name = "organisations"

    class Meta(Entity.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")


class Person(Entity):
    """Someone who is quoted."""

    url_name = "people"

    class Meta(Entity.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")


class Appointment(models.Model):
    """What a person was, where and when."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="appointments", verbose_name=_("person"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="appointments", verbose_name=_("organisation")
    )
    title_ko = Line(_("title in Korean"), max_length=200, blank=True)
    title_en = Line(_("title in English"), max_length=200, blank=True)
    title_vi = Line(_("title in Vietnamese"), max_length=200, blank=True)
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    translated = Named.translated

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = ["-since", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(since__isnull=True) | Q(until__gte=models.F("since")),
                name="appointment_ends_after_it_begins",
                violation_error_message=_("The appointment ends before it begins."),
            )
        ]

    def __str__(self):
        return f"{self.title} · {self.organisation}"

    @property
    def title(self):
        """The title in the active language, else the first there is."""
        return self.translated("title")


class Alias(models.Model):
    """A name of exactly one owner under which it is matched. `key` is derived from `text`."""

    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="aliases")
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, related_name="aliases")
    place = models.ForeignKey("Place", models.CASCADE, null=True, related_name="aliases")
    text = Line(_("text"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=AliasKind.choices, default=AliasKind.ALIAS)
    key = models.CharField(max_length=200, editable=False, db_index=True)

    class Meta:
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        ordering = ["kind", "text"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, organisation__isnull=True, place__isnull=True)
                | Q(person__isnull=True, organisation__isnull=False, place__isnull=True)
                | Q(person__isnull=True, organisation__isnull=True, place__isnull=False),
                name="alias_has_one_owner",
            ),
            models.UniqueConstraint(fields=["person", "text", "kind"], name="alias_once_a_person"),
            models.UniqueConstraint(fields=["organisation", "text", "kind"], name="alias_once_an_organisation"),
            models.UniqueConstraint(fields=["place", "text", "kind"], name="alias_once_a_place"),
        ]

    def __str__(self):
        return self.text

    def save(self, *args, **kwargs):
        """Derive the key."""
        self.key = fold(self.text)[:200]
        super().save(*args, **kwargs)


class Topic(Named, Public):
    """What a story is about, across sections."""

    url_name = "topics"

    class Meta(Named.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def searchable(self):
        """Every name."""
        return self.names


class SectionQuerySet(models.QuerySet):
    """Sections."""

    def public(self, at=None):
        """Keep the sections in which readers find a story."""
        stories = self.model._meta.get_field("article").related_model.objects.public(at)
        # One story is enough; a join would bring all of them.
        return self.filter(Exists(stories.filter(section=OuterRef("pk"))))


class Section(Named):
    """A part of the newspaper, as printed above the headline."""

    slug = Line(_("slug"), max_length=40, unique=True)

    objects = SectionQuerySet.as_manager()

    class Meta(Named.Meta):
        verbose_name = _("section")
        verbose_name_plural = _("sections")


class Sector(Named):
    """A branch of industry in a published classification."""

    scheme = models.CharField(_("scheme"), max_length=20, default="ISIC Rev.4")
    code = models.CharField(_("code"), max_length=10)
    slug = Line(_("slug"), max_length=40, unique=True)

    class Meta(Named.Meta):
        verbose_name = _("sector")
        verbose_name_plural = _("sectors")
        constraints = [
            *Named.Meta.constraints,
            models.UniqueConstraint(fields=["scheme", "code"], name="sector_once_a_scheme"),
        ]


class Outlet(Named):
    """Where a story first appeared, or who republished it."""

    kind = models.CharField(_("kind"), max_length=20, choices=OutletKind.choices, default=OutletKind.NEWSPAPER)
    url = WebAddress(_("address"), blank=True)

    class Meta(Named.Meta):
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")


class Term(Named, Public):
    """An entry of the glossary, with the sentence in which a story defined it."""

    definition_ko = Prose(_("definition in Korean"), blank=True)
    definition_en = Prose(_("definition in English"), blank=True)
    definition_vi = Prose(_("definition in Vietnamese"), blank=True)
    article = models.ForeignKey(
        "Article", models.SET_NULL, null=True, blank=True, related_name="terms", verbose_name=_("article")
    )
    sentence = Prose(_("sentence"), blank=True, editable=False)
    threshold_amount = models.DecimalField(_("threshold"), max_digits=20, decimal_places=2, null=True, blank=True)
    threshold_currency = Currency(_("currency of the threshold"), blank=True)
    review = models.CharField(_("review"), max_length=10, choices=Review.choices, default=Review.ACCEPTED)

    url_name = "glossary"

    class Meta(Named.Meta):
        verbose_name = _("term")
        verbose_name_plural = _("glossary")
        indexes = [models.Index(fields=["article"], condition=Q(review=Review.SUGGESTED), name="term_undecided")]

    @property
    def definition(self):
        """The definition in the active language, else the first there is."""
        return self.translated("definition")

    def searchable(self):
        """Names and definitions."""
        return [*self.names, self.definition_ko, self.definition_en, self.definition_vi]
