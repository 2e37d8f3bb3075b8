"""“Report an error”: a reader's way to the desk, without account, script, cookie or any third party."""

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import unquote, urlsplit

from django import forms
from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.core.validators import MaxLengthValidator
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles import desk
from articles.addresses import absolute, in_language
from articles.collections import BY_NAME
from articles.models.base import Public
from articles.models.reports import LONGEST_WORDS


@dataclass(frozen=True)
class Subject:
    """What a report is about: a page of ours, and the public record that it is the page of."""

    path: str = ""
    record: Public | None = None


class TooLong(MaxLengthValidator):
    """Say how much too long it is."""

    message = ngettext_lazy(
        "Please keep it to %(limit_value)d character; it has %(show_value)d.",
        "Please keep it to %(limit_value)d characters; it has %(show_value)d.",
        "limit_value",
    )


class ReportForm(forms.Form):
    """What is wrong and, if the reader likes, how to ask back. No `maxlength`: browsers cut what is pasted by it."""

    words = forms.CharField(
        label=_("What is wrong?"),
        help_text=_("The sentence that is wrong, what would be right, and how you know."),
        widget=forms.Textarea(attrs={"rows": 7}),
        validators=[TooLong(LONGEST_WORDS)],
        error_messages={"required": _("Please say in a sentence what is wrong.")},
    )
    contact = forms.EmailField(
        label=_("Your e-mail address, if we may ask back"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        validators=[TooLong(254)],
        error_messages={"invalid": _("This is no e-mail address. Please correct it, or leave it empty.")},
    )
    about = forms.CharField(required=False, widget=forms.HiddenInput)
    # For programs that fill in every field there is. People do not see it.
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def report(request):
    """The form, and what is sent with it.

    It has no token: that needs a cookie, and with one each later page would be built anew for this reader. The form
    acts in nobody's name; what is left to refuse is another site that lets its readers send it, and browsers say that.
    """
    if request.method != "POST":
        subject = subject_of(request.GET.get("about", ""))
        return show(request, ReportForm(initial={"about": subject.path}), subject)
    if not is_from_here(request):
        raise PermissionDenied
    form = ReportForm(request.POST)
    subject = subject_of(request.POST.get("about", ""))
    if not form.is_valid():
        return show(request, form, subject, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        take(request, form.cleaned_data, subject)
    except desk.TooManyReports as refusal:
        return refuse(request, form, subject, refusal)
    return HttpResponseRedirect(reverse("report-sent"), status=HTTPStatus.SEE_OTHER)


@require_safe
def report_sent(request):
    """Thanks."""
    return render(request, "reports/sent.html", {"path": request.path, "canonical": absolute(request.path)})


def take(request, sent, subject):
    """Lay what was sent on the desk, unless a program filled in what people do not see. Raises TooManyReports."""
    if not sent["website"]:
        desk.take_report(
            network_address(request),
            about=subject.path,
            words=sent["words"],
            contact=sent["contact"],
            language=translation.get_language()[:2],
        )


def show(request, form, subject, status=HTTPStatus.OK, **more):
    """Return the form with all that was typed; nobody keeps a copy."""
    path = f"{request.path}?about={subject.path}" if subject.path else request.path
    context = {
        "form": form,
        "subject": subject,
        "path": path,
        "canonical": absolute(path),
        "days": settings.REPORT_CONTACT_DAYS,
        **more,
    }
    return render(request, "reports/form.html", context, status=status)


def refuse(request, form, subject, refusal):
    """Return the form with the reason why nothing is taken now, and when it will be."""
    seconds = int(refusal.again_in.total_seconds())
    minutes = max(1, round(seconds / 60))
    response = show(request, form, subject, status=HTTPStatus.TOO_MANY_REQUESTS, refusal=refusal, minutes=minutes)
    response.headers["Retry-After"] = str(seconds)
    return response


def subject_of(path):
    """Return what a path on this site is the page of; nothing for a page that readers cannot see.

    The address of a record is stored without its slug, which may change.
    """
    language = translation.get_language_from_path(path)
    if language is None:
        return Subject()
    with translation.override(language):
        try:
            match = resolve(unquote(path))
        except Resolver404:
            return Subject()
    if "<" not in match.route:
        return Subject(path)
    try:
        collection = BY_NAME[match.kwargs["name"]]
        record = collection.record(match.kwargs["public_id"])
    except (KeyError, ObjectDoesNotExist):
        return Subject()
    return Subject(in_language(f"{collection.url()}{record.public_id}/", language), record)


def is_from_here(request):
    """Whether the form was sent from a page of this site; browsers of old do not say."""
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc in {request.get_host(), urlsplit(settings.SITE_URL).netloc}


def network_address(request):
    """Return where a request comes from: behind a proxy, what that has seen last."""
    seen = request.headers.get("X-Forwarded-For", "") if settings.TRUST_PROXY else ""
    return seen.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
