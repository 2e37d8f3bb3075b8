"""The directory: people, organisations, places, topics, terms and the reference tables."""

from django.contrib import admin

from articles import desk
from articles.admin.base import RecordAdmin
from articles.admin.filters import NamedFilter
from articles.admin.history import HistoryAdmin
from articles.admin.lists import ListAdmin, OfStories
from articles.admin.merging import MergingMixin
from articles.models import (
    Alias,
    Appointment,
    Organisation,
    Outlet,
    Person,
    Place,
    PlaceCode,
    Section,
    Sector,
    Succession,
    Term,
    Topic,
)
from articles.models.base import NAMES
from articles.vocabulary import AliasKind


class AliasInline(admin.TabularInline):
    """The other names of an entity; its own names are aliases too, which the desk keeps."""

    model = Alias
    extra = 0
    fields = ("text", "kind")

    def get_queryset(self, request):
        """Leave out the names that are derived."""
        return super().get_queryset(request).exclude(kind=AliasKind.NAME)

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        """Offer only kinds that an editor decides."""
        if db_field.name == "kind":
            kwargs["choices"] = [choice for choice in AliasKind.choices if choice[0] != AliasKind.NAME]
        return super().formfield_for_choice_field(db_field, request, **kwargs)


class EntityAdmin(MergingMixin, RecordAdmin):
    """An entry that is found under many names."""

    list_display = (*NAMES, "shown")
    ordering = NAMES

    def save_model(self, request, entity, form, change):
        """Remember under which names readers know the entry."""
        request.names = desk.stored_names(entity)
        super().save_model(request, entity, form, change)

    def save_related(self, request, form, formsets, change):
        """Keep the entry and all that mention it findable under its names; a changed one is corrected."""
        super().save_related(request, form, formsets, change)
        desk.refresh_entity(form.instance)
        desk.correct_names(form.instance, request.names)


class AppointmentInline(admin.TabularInline):
    """What a person was, where and when."""

    model = Appointment
    extra = 0
    autocomplete_fields = ("organisation",)


@admin.register(Person)
class PersonAdmin(EntityAdmin):
    """People who are quoted."""

    inlines = (AliasInline, AppointmentInline)


@admin.register(Organisation)
class OrganisationAdmin(EntityAdmin):
    """Organisations that invest, receive or speak."""

    list_display = (*NAMES, "country", "parent", "shown")
    list_filter = (("country", NamedFilter),)
    list_select_related = ("country", "parent")
    autocomplete_fields = ("country", "parent")
    inlines = (AliasInline,)


class PlaceCodeInline(admin.TabularInline):
    """Codes by the system that issued them."""

    model = PlaceCode
    extra = 0


class SuccessorInline(admin.TabularInline):
    """What the place became part of."""

    model = Succession
    fk_name = "predecessor"
    extra = 0
    autocomplete_fields = ("successor",)


@admin.register(Place)
class PlaceAdmin(EntityAdmin):
    """Places, those of former maps included."""

    list_display = (*NAMES, "kind", "parent", "valid_to", "today")
    list_filter = ("kind", ("country", NamedFilter), ("valid_to", admin.EmptyFieldListFilter))
    list_select_related = ("parent", "today", "country")
    autocomplete_fields = ("parent",)
    readonly_fields = ("country", "unit", "today")
    inlines = (AliasInline, PlaceCodeInline, SuccessorInline)

    def save_related(self, request, form, formsets, change):
        """Draw the maps anew."""
        super().save_related(request, form, formsets, change)
        desk.refresh_places()
        desk.refresh_entity(form.instance)

    def delete_model(self, request, place):
        """Delete, and draw the maps anew."""
        super().delete_model(request, place)
        desk.refresh_places()

    def delete_queryset(self, request, queryset):
        """Delete, and draw the maps anew."""
        super().delete_queryset(request, queryset)
        desk.refresh_places()


@admin.register(Topic)
class TopicAdmin(RecordAdmin):
    """What stories are about."""

    list_display = (*NAMES, "shown")
    ordering = NAMES

    def save_model(self, request, topic, form, change):
        """Save, and keep it findable."""
        super().save_model(request, topic, form, change)
        desk.refresh_references(desk.References(topics={topic.pk}))


@admin.register(Term)
class TermAdmin(OfStories, RecordAdmin):
    """The glossary."""

    list_display = (*NAMES, "review", "article", "shown")
    list_filter = ("review",)
    list_select_related = ("article",)
    ordering = NAMES
    autocomplete_fields = ("article",)
    readonly_fields = ("sentence",)

    def save_model(self, request, term, form, change):
        """Save, and make it as public as its review and its article allow."""
        super().save_model(request, term, form, change)
        desk.refresh_references(desk.References(terms={term.pk}))


class ReferenceAdmin(ListAdmin, HistoryAdmin):
    """A short reference table."""

    list_display = search_fields = ordering = NAMES


@admin.register(Section)
class SectionAdmin(ReferenceAdmin):
    """Parts of the newspaper."""

    list_display = (*NAMES, "slug")
    prepopulated_fields = {"slug": ("name_en",)}


@admin.register(Sector)
class SectorAdmin(ReferenceAdmin):
    """Branches of industry."""

    list_display = ("code", *NAMES, "scheme")
    list_filter = ("scheme",)
    search_fields = ("code", *NAMES)
    prepopulated_fields = {"slug": ("scheme", "code")}


@admin.register(Outlet)
class OutletAdmin(ReferenceAdmin):
    """Publishers."""

    list_display = (*NAMES, "kind", "url")
    list_filter = ("kind",)
