"""The board of translations: which story is there in which language, what is missing, and what has gone stale."""

from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Correction, Section
from articles.vocabulary import Language

# Stories that a query may name one by one.
FEW = 1000


class BoardForm(forms.Form):
    """What the board is narrowed to."""

    missing = forms.ChoiceField(
        label=_("Missing in"), required=False, choices=[("", _("any language or none")), *Language.choices]
    )
    section = forms.ModelChoiceField(
        Section.objects.order_by("slug"), label=_("Section"), required=False, empty_label=_("every section")
    )
    stale = forms.BooleanField(label=_("Only what has gone stale"), required=False)
    page = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)


@dataclass
class Cell:
    """A story in one language. Without an article it is missing, or there but not for this user to see."""

    language: Language
    article: Article | None = None
    exists: bool = False
    correction: Correction | None = None

    @property
    def state(self):
        """Where the version stands, published ones told apart by the clock, as (code, label)."""
        if self.article.is_scheduled:
            return "scheduled", _("scheduled")
        if self.article.is_public:
            return "public", _("public")
        return self.article.status, self.article.get_status_display()


@dataclass
class Story:
    """One line of the board: its first version that the user sees, and a cell for each language."""

    original: Article
    cells: list


def find_stories(visible, missing="", section=None, stale=False):
    """Return the newest version of each story among the visible articles, the newest story first.

    Every story is found by one of its rows in the order of an index, so that a page costs the same however many
    stories there are.
    """
    everything = Article.objects.order_by()
    found = visible
    if missing:
        there = Count("language", filter=Q(language=missing))
        lacking = everything.values("translation_group").annotate(there=there).filter(there=0)
        found = narrow(found, lacking, ~Exists(same_story(everything).filter(language=missing)))
    if stale:
        marked = visible.order_by().filter(stale_since__lte=timezone.now())  # SQLite has no index for IS NOT NULL
        found = narrow(found, marked, Exists(same_story(marked)))
    if section:
        found = found.filter(section=section)
    newer = Q(updated_at__gt=OuterRef("updated_at")) | Q(updated_at=OuterRef("updated_at"), pk__gt=OuterRef("pk"))
    return found.filter(~Exists(same_story(visible).filter(newer))).order_by("-updated_at", "-pk")


def narrow(found, wanted, condition):
    """Keep the stories of the wanted rows: few are named to the database; of many, the next meet the condition soon."""
    few = list(wanted.values_list("translation_group", flat=True)[: FEW + 1])
    return found.filter(translation_group__in=few) if len(few) <= FEW else found.filter(condition)


def same_story(articles):
    """Return those of the articles that are versions of the article in the query around."""
    return articles.order_by().filter(translation_group=OuterRef("translation_group"))


def read_page(visible, page=1, **filters):
    """Return (stories of a page, whether there are more)."""
    size = settings.PAGE_SIZE
    start = (page - 1) * size
    found = find_stories(visible, **filters).values_list("translation_group", flat=True)
    groups = list(found[start : start + size + 1])
    return describe_stories(visible, groups[:size]), len(groups) > size


def describe_stories(visible, groups):
    """Return the Story of each translation group, in that order."""
    rows = visible.filter(translation_group__in=groups).order_by("pk").select_related("section")
    versions = {}
    for article in rows.defer("source_text", "doubts", "search_text"):
        versions.setdefault(article.translation_group, {})[article.language] = article
    taken = set(Article.objects.filter(translation_group__in=groups).values_list("translation_group", "language"))
    corrections = newest_corrections([a for group in versions.values() for a in group.values() if a.stale_since])
    stories = []
    for group in groups:
        seen = versions[group]
        cells = [
            Cell(language, article, (group, language) in taken, corrections.get(article.pk) if article else None)
            for language, article in ((language, seen.get(language)) for language in Language)
        ]
        stories.append(Story(next(iter(seen.values())), cells))
    return stories


def newest_corrections(stale):
    """Return, by the id of each stale article, the newest correction of another version of its story."""
    groups = [article.translation_group for article in stale]
    rows = Correction.objects.filter(article__translation_group__in=groups)
    corrections = list(rows.annotate(group=F("article__translation_group")).order_by("created_at", "pk"))
    found = {}
    for article in stale:
        of_others = [c for c in corrections if c.group == article.translation_group and c.article_id != article.pk]
        found[article.pk] = of_others[-1] if of_others else None
    return found
