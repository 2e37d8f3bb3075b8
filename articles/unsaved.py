"""What was typed and cannot be saved now is given back: nobody's words are lost with a page.

A record may be taken away or deleted while somebody writes, or the login ends. Nothing is stored: the page that answers
holds the words and, where sending them again helps, the form that does it.
"""

import re

from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

# What is never sent back, and what a form sends besides what somebody typed in it.
SECRET = re.compile(r"csrfmiddlewaretoken|.*password.*", re.IGNORECASE)
MACHINERY = re.compile(
    r"_.*|.*__prefix__.*|act|version|seen|seen_version|record|(.*-)?(TOTAL_FORMS|INITIAL_FORMS|MIN_NUM_FORMS|MAX_NUM_FORMS)"
    r"|.*-(id|parent|region|ordering|zone)"
)


def sent(request):
    """Return every field that was sent as pairs of name and value, without tokens and passwords."""
    return [(name, text) for name, texts in request.POST.lists() for text in texts if not SECRET.fullmatch(name)]


def typed(request, model):
    """Return what somebody typed into the form of a model (None for any other form), as pairs of a label and a text."""
    pairs = [(name, text) for name, text in sent(request) if text.strip() and not MACHINERY.fullmatch(name)]
    return [(label_of(model, name), text) for name, text in pairs]


def label_of(model, name):
    """Return what an editor calls a field of a record, or of one of its rows as in `claims-0-sentence`."""
    *row, name_in_row = name.split("-")
    try:
        rows = model._meta.get_field(row[0]).related_model if row else model
        label = str(rows._meta.get_field(name_in_row).verbose_name)
        return f"{rows._meta.verbose_name} {int(row[1]) + 1}: {label}" if row else label
    except (AttributeError, FieldDoesNotExist, IndexError, ValueError):
        return name


def give_back(request, reason, status, model=None, again=False):
    """Return a page with what was typed and why it was not saved; with `again`, it can be sent once more from there."""
    context = {
        **admin.site.each_context(request),
        "title": _("Not saved"),
        "reason": reason,
        "typed": typed(request, model),
        "posted": sent(request),
        "again": again,
        "files": [file.name for _name, files in request.FILES.lists() for file in files],
        "is_logged_in": request.user.is_authenticated,
    }
    return render(request, "desk/unsaved.html", context, status=status)


def taken_away(request, model):
    """Return the page for a record that its writer may not change any more."""
    reason = _(
        "You may not change this any more: somebody has taken it a step further, or your role has changed. "
        "Nothing was saved. Copy what you typed, and ask an editor to take it in."
    )
    return give_back(request, reason, 403, model)


def deleted(request, model):
    """Return the page for a record that is not there any more."""
    reason = _(
        "This is not there any more: somebody has deleted or merged it while you were writing. "
        "Nothing was saved. Copy what you typed, and ask for it to be brought back."
    )
    return give_back(request, reason, 404, model)


def login_ended(request):
    """Return the page for somebody whose login ended while they were writing."""
    reason = _(
        "Your login has ended, so nothing was saved. Log in in a new tab, come back to this page and send it again."
    )
    return give_back(request, reason, 403, again=True)


def csrf_failure(request, reason=""):
    """Answer a form whose token is not valid any more, as after a new login; the desk's own can be sent again.

    Only a browser that names our own site as the origin gets a fresh token to send it with: another site could
    otherwise have its form sent by somebody who believes it to be theirs.
    """
    is_ours = request.META.get("HTTP_ORIGIN") == f"{request.scheme}://{request.get_host()}"
    if not (is_ours and request.path.startswith(reverse("admin:index"))):
        return render(request, "403.html", status=403)
    if not request.user.is_authenticated:
        return login_ended(request)
    text = _(
        "You have logged in since this form was opened, so nothing was saved yet. Look through it and send it again."
    )
    return give_back(request, text, 403, again=True)
