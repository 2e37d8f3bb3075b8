"""Long acts: carried out while the page that shows their progress is on its way, and undone when it is left.

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

# More records than this are worth watching.
LONG = 100
# Records between two lines of progress, and the most errors that a page tells one by one.
STRIDE = 10
MOST_ERRORS = 20
# Where the page is cut in two; the work goes on between the halves.
CUT = "<!-- progress -->"


def show_progress(modeladmin, request, title, work, back):
    """Return a page that carries `work` out, as one revision by the user, and shows how far it is.

    `work` is a generator: it yields (done, total), and returns the messages (level, text) that end the page. `back` is
    the address where “Stop” and, after the work, “Continue” lead.
    """
    context = modeladmin.admin_site.each_context(request) | {"title": title, "opts": modeladmin.opts, "back": back}
    head, tail = render_to_string("desk/progress.html", context, request).split(CUT)
    body = carry_out(head, tail, work, request.user, title, back)
    response = StreamingHttpResponse(in_context(body), content_type="text/html; charset=utf-8")
    response.headers["X-Accel-Buffering"] = "no"  # nginx would keep the page, and the reader's leaving, to itself
    return response


def carry_out(head, tail, work, user, what, back):
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


def in_progress(modeladmin, request, records, act, title):
    """Return a page that carries out a desk act on many records."""
    work = act_on(modeladmin, request, list(records), act, title)
    return show_progress(modeladmin, request, title, work, request.get_full_path())


def act_on(modeladmin, request, records, act, title):
    """Carry out a desk act on each record and log it; yield (done, total), return the messages for the editor."""
    errors, count = [], 0
    for start in range(0, len(records), STRIDE):
        yield start, len(records)
        for record in as_they_are(records[start : start + STRIDE]):
            try:
                with desk.attempt():
                    act(record)
            except desk.DeskError as error:
                errors.append((messages.ERROR, f"{record}: {error}"))
            else:
                modeladmin.log_change(request, record, str(title))
                count += 1
    yield len(records), len(records)
    return summed_up(title, count, errors)


def as_they_are(records):
    """Return the records as they are stored by now, locked: since they were chosen somebody may have changed them."""
    pks = [record.pk for record in records]
    stored = type(records[0])._default_manager.select_for_update(of=("self",)).in_bulk(pks)
    return [stored[pk] for pk in pks if pk in stored]


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
