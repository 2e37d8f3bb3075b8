"""Answers of machines' faces when they cannot do what was asked: problem+json (RFC 9457)."""

from http import HTTPStatus

from django.http import JsonResponse
from django.utils.translation import gettext as _

PROBLEM = "application/problem+json"


def render_problems(problems):
    """Return 400, naming every wrong parameter."""
    errors = [{"parameter": name, "detail": str(detail)} for name, detail in problems.items()]
    return render_refusal(" ".join(error["detail"] for error in errors), errors)


def render_refusal(detail, errors=(), status=HTTPStatus.BAD_REQUEST):
    """Return 400, or another status, with the reason."""
    body = {"type": "about:blank", "title": status.phrase, "status": status, "detail": detail, "errors": [*errors]}
    return JsonResponse(body, status=status, content_type=PROBLEM, json_dumps_params={"ensure_ascii": False})


def render_too_slow():
    """Return 503, saying how to ask for less: the database had to be stopped."""
    reason = _("These filters find more than can be gone through in time. Leave one out, or add one that finds less.")
    return render_refusal(reason, status=HTTPStatus.SERVICE_UNAVAILABLE)
