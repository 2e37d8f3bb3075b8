"""The front pages, of the newsroom and of a section: what is new, what was said lately, and what is large."""

from datetime import timedelta

from django.http import Http404, QueryDict
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.collections import BY_NAME
from articles.collections.formats import FORMATS
from articles.collections.listing import Listing
from articles.models import Figure, Section
from articles.views import in_time, page

STORIES, QUOTES, INVESTMENTS, TOPICS = 14, 4, 6, 12
# The quotes of so many days, ending with the newest one, are those of the week; looked for among so many.
WEEK, QUOTES_READ = timedelta(days=7), 40


@require_safe
@in_time
def home(request):
    """The front page: the reader's language in stories and words, every language in investments."""
    language = get_language()[:2]
    stories, quotes = of("articles", language=language), of("quotes", language=language)
    investments = of("investments", sort="largest")
    stories.counting.ask_all()
    context = {
        "stories": stories,
        "front": with_pictures(stories.page_of(STORIES)),
        "quotes": quotes,
        "said": of_the_week(quotes.page_of(QUOTES_READ)),
        "investments": investments,
        "largest": investments.page_of(INVESTMENTS),
        "sections": most_used(stories, "section", Section.objects.all()),
        "topics": most_used(stories, "topic", BY_NAME["topics"].rows()),
    }
    return page(request, "front/home.html", context)


@require_safe
@in_time
def section_front(request, slug):
    """The front page of a section that has public stories."""
    section = Section.objects.public().filter(slug=slug).first()
    if section is None:
        raise Http404
    stories = of("articles", language=get_language()[:2], section=slug)
    context = {
        "section": section,
        "stories": stories,
        "listing": stories,
        "formats": [(format_, stories.url(format_.suffix)) for format_ in FORMATS],
        "front": with_pictures(stories.page_of(STORIES)),
        "topics": most_used(stories, "topic", BY_NAME["topics"].rows()),
    }
    return page(request, "front/section.html", context)


def of(name, **chosen):
    """Return the list of a collection under some parameters."""
    query = QueryDict(mutable=True)
    query.update(chosen)
    return Listing(BY_NAME[name], query)


def with_pictures(stories):
    """Return pairs of a story and its first picture, or None."""
    shown = Figure.objects.filter(parent__in=stories).exclude(image="").order_by("-ordering", "-pk")
    first = {figure.parent_id: figure for figure in shown}
    return [(story, first.get(story.pk)) for story in stories]


def of_the_week(quotes):
    """Return some of the newest quotes, each by another voice: nobody fills the page, and no story without names."""
    since = quotes[0].public_from - WEEK if quotes else None
    voices = {}
    for quote in quotes:
        if quote.has_marks and quote.public_from > since:
            named = (quote.speaker_id and ("person", quote.speaker_id)) or ("story", quote.parent_id)
            voices.setdefault(named, quote)
    return list(voices.values())[:QUOTES]


def most_used(stories, facet, rows):
    """Return the rows that most of the listed stories have, those of most stories first, with how many."""
    counts = [(int(pk), n) for pk, n in (stories.counting.count(facet) or {}).items()][:TOPICS]
    found = rows.in_bulk([pk for pk, _n in counts])
    return [(found[pk], n) for pk, n in counts if pk in found]
