"""Acts on many records. Long ones are carried out while the page that shows their progress is on its way.

No queue and no script: the work is the body of the response. It runs in one transaction, so that a reader who follows
the link “Stop”, or closes the page, leaves nothing half done: the server closes the body, and the work is rolled back.
"""

import logging
from contextlib import closing

from django.contrib import messages
from django.contrib.messages.constants import DEFAULT_TAGS
from django.http import StreamingHttpResponse
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import desk
from articles.desk.history import recorded

logger = logging.getLogger(__name__)

# More records than this are worth watching, and no more of one story are carried out at once.
LONG = 100
# The fewest records between two lines of progress, and the most errors that a page tells one by one.
STRIDE = 10
MOST_ERRORS = 20
# The field with which a page says which version of a record it shows.
SEEN = "seen"
# Where the page is cut in two; the work goes on between the halves.
CUT = "<!-- progress -->"


def show_progress(modeladmin, request, title, work, back):
    """Return a page that carries `work` out, as one revision by the user, and shows how far it is.

    `work` is a generator: it yields (done, total), and returns the messages (level, text) that end the page. `back` is
    the address where “Stop” and, after the work, “Continue” lead.
    """
    context = modeladmin.admin_site.each_context(request) | {"title": title, "opts": modeladmin.opts, "back": back}
    head, tail = render_to_string("desk/progress.html", context, request).split(CUT)
    body = stream(head, tail, work, request.user, title, back)
    response = StreamingHttpResponse(in_context(body), content_type="text/html; charset=utf-8")
    response.headers["X-Accel-Buffering"] = "no"  # nginx would keep the page, and the reader's leaving, to itself
    return response


def stream(head, tail, work, user, what, back):
    """Yield the page piece by piece; what has been done so far is rolled back when it is closed before its end."""
    yield head
    try:
        with recorded(user, what):
            outcome = yield from lines_of(work)
    except desk.DeskError as error:
        outcome = [(messages.ERROR, str(error))]
    except Exception:
        logger.exception("%s failed", what)
        outcome = [(messages.ERROR, _("It failed, and nothing was changed. Try again, or ask who runs the site."))]
    yield result_of(outcome, back)
    yield tail


def lines_of(work):
    """Yield a line of the page for each step of the work, and return what the work returns."""
    with closing(work):
        while True:
            try:
                done, total = next(work)
            except StopIteration as end:
                return end.value or []
            yield line_of(done, total)


def line_of(done, total):
    """Return one line of the page."""
    text = _("%(done)d of %(total)d") % {"done": done, "total": total}
    bar = '<p class="step"><progress max="{}" value="{}"></progress> {}</p>\n'
    return format_html(bar, max(total, 1), done, text)


def result_of(outcome, back):
    """Return the end of the page: what was done, what could not be, and the way on."""
    tags = ((DEFAULT_TAGS[level], text) for level, text in outcome)
    items = format_html_join("", '<li class="{}">{}</li>', tags)
    link = format_html('<p><a class="button" href="{}">{}</a></p>', back, _("Continue"))
    return format_html('<div class="result" role="status"><ul class="messagelist">{}</ul>{}</div>', items, link)


def in_context(body):
    """Yield what the body yields, in the language and time zone that are active now: a stream outlives its request."""
    language, zone = translation.get_language(), timezone.get_current_timezone()
    try:
        while True:
            with translation.override(language), timezone.override(zone):
                piece = next(body, None)
            if piece is None:
                return
            yield piece
    finally:
        body.close()


def decide(modeladmin, request, records, act, done):
    """Carry out a desk act on each record, log it, and tell the editor what happened and what could not be.

    Many records are carried out on a page that shows the progress: the action must return what this returns.
    """
    records = list(records)
    if not records:
        modeladmin.message_user(request, _("None of the chosen entries can take this step."), messages.WARNING)
    work = act_on(modeladmin, request, records, act, done)
    if len(records) > LONG:
        return show_progress(modeladmin, request, done, work, request.get_full_path())
    for level, text in finish(work):
        modeladmin.message_user(request, text, level)
    return None


def act_on(modeladmin, request, records, act, done):
    """Carry out a desk act on each record, story by story; yield (done, total), return the messages for the editor."""
    seen, errors, count, passed, told = seen_versions(request), [], 0, 0, 0
    yield 0, len(records)
    for story in by_story(records):
        logged, refused = act_on_story(story, act, seen)
        for record in logged:
            modeladmin.log_change(request, record, str(done))
        errors += [(messages.ERROR, f"{record}: {error}") for record, error in refused]
        count, passed = count + len(logged), passed + len(story)
        if passed - told >= STRIDE:
            yield passed, len(records)
            told = passed
    if told < passed:
        yield passed, len(records)
    return summed_up(done, count, errors)


def by_story(records):
    """Yield the records of each article together, of a long story as many as are carried out between two lines."""
    stories = {}
    for record in records:
        stories.setdefault(story_of(record), []).append(record)
    for story in stories.values():
        yield from (story[start : start + LONG] for start in range(0, len(story), LONG))


def story_of(record):
    """Return what tells the article that carries a record, or the record itself when it stands alone."""
    return getattr(record, "parent_id", None) or getattr(record, "article_id", None) or label_of(record)


def act_on_story(records, act, seen):
    """Carry out the act on records of one article, which is followed up once.

    Returns the records on which it could be done, and (record, error) for the others.
    """
    done, refused = [], []
    try:
        with desk.attempt(), desk.together():
            for record in records:
                try:
                    with desk.attempt():
                        refuse_if_changed(record, seen)
                        act(record)
                except desk.DeskError as error:
                    refused.append((record, error))
                else:
                    done.append(record)
    except desk.DeskError as error:
        story = getattr(records[0], "article", None) or records[0]
        return [], [*refused, (story, error)]
    return done, refused


def label_of(record):
    """Return what tells a record from every other, of whichever model."""
    return f"{record._meta.label_lower}:{record.pk}"


def seen_versions(request):
    """Return the version of each record that the page shows from which the request comes, by its label."""
    return dict(pair.rsplit(":", 1) for pair in request.POST.getlist(SEEN) if ":" in pair)


def refuse_if_changed(record, seen):
    """Raise DeskError when it is not the version that the editor saw in the list, or that was chosen a moment ago."""
    version = seen.get(label_of(record), record.version)
    if not type(record).objects.unchanged(record.pk, version):
        raise desk.DeskError(_("It has been changed since this list was opened; look at it again."))


def summed_up(title, count, errors):
    """Return the messages of an act: the first errors, how many more there are, and how many records it reached."""
    outcome = errors[:MOST_ERRORS]
    if more := len(errors) - len(outcome):
        text = ngettext("%d more entry could not take this step.", "%d more entries could not take this step.", more)
        outcome.append((messages.ERROR, text % more))
    return outcome + ([(messages.SUCCESS, f"{title}: {count}")] if count else [])


def finish(work):
    """Carry work out to its end, unwatched, and return its messages."""
    try:
        while True:
            next(work)
    except StopIteration as end:
        return end.value or []
