"""A form field for a moment, typed as the clocks of the editor show it.

Use `MomentField` in a form, or `formfield_overrides = MOMENTS` for every moment of a model. A time that the clocks of
the editor's zone skip is refused, and so is one that they show twice; an offset from UTC makes any time plain. A field
says with what it sends in which zone it was drawn: the moment stays what was meant when the zone is changed meanwhile.
"""

import re
import zoneinfo
from datetime import UTC, datetime

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.clock import around_gap, moments, wall_clock

# As a browser's field for date and time sends it, or as people write it, with or without an offset.
WRITTEN = re.compile(
    r"\s*([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T|\s+)([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?)\s*"
    r"(Z|[+-][0-9]{2}:?[0-9]{2}(?::?[0-9]{2})?)?\s*",
    re.IGNORECASE,
)
# What a browser's own field can hold: neither an offset nor parts of a second.
LOCAL = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?")
EARLIEST, LATEST = 1900, 2999


def written(moment):
    """Return a time as an editor may write it, with its offset if it has one, to the second only where it has any."""
    text = moment.strftime("%Y-%m-%d %H:%M:%S" if moment.second else "%Y-%m-%d %H:%M")
    return f"{text} {moment:%z}" if moment.tzinfo else text


def read_moment(text, zone):
    """Return the moment that a text names in a zone. Raises ValidationError with what to write instead."""
    naive, offset = parts(text)
    if offset:
        return naive.replace(tzinfo=offset).astimezone(UTC)
    found = moments(naive, zone)
    if not found:
        raise skipped(naive, zone)
    if len(found) > 1:
        raise doubled(naive, zone, found)
    return found[0]


def parts(text):
    """Return the wall-clock time of a text and its offset, which may be None. Raises ValidationError."""
    match = WRITTEN.fullmatch(text)
    try:
        day, time, offset = match.groups(default="")
        read = datetime.fromisoformat(f"{day}T{time}{offset}".upper())
    except (AttributeError, ValueError) as error:
        message = _("Write date and time as in 2026-05-02 09:30, or with the offset as in 2026-05-02 09:30 +0900.")
        raise ValidationError(message, code="invalid") from error
    if not EARLIEST <= read.year <= LATEST:
        limits = {"first": str(EARLIEST), "last": str(LATEST)}
        raise ValidationError(_("Give a year from %(first)s to %(last)s."), code="year", params=limits)
    return read.replace(tzinfo=None), read.tzinfo


def skipped(naive, zone):
    """Return the error for a time that the clocks skip."""
    before, after = (wall_clock(moment, zone) for moment in around_gap(naive, zone))
    return ValidationError(
        _("The clocks of %(zone)s skip %(typed)s. Write %(before)s or %(after)s."),
        code="skipped",
        params={
            "zone": str(zone),
            "typed": written(naive),
            "before": written(before),
            "after": written(after),
        },
    )


def doubled(naive, zone, found):
    """Return the error for a time that the clocks show twice."""
    return ValidationError(
        _("%(typed)s happens twice in %(zone)s. Write %(first)s or %(second)s."),
        code="doubled",
        params={
            "zone": str(zone),
            "typed": written(naive),
            "first": written(found[0].astimezone(zone)),
            "second": written(found[1].astimezone(zone)),
        },
    )


class ZonedText(str):
    """A time as it was typed where the clocks of another zone than the current one were shown."""

    zone = None


def zone_named(name):
    """Return the zone of that name, or None when there is none."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zone_of(text):
    """Return the zone in which a text is to be read."""
    return getattr(text, "zone", None) or timezone.get_current_timezone()


class MomentInput(forms.TextInput):
    """The browser's field for date and time; a plain line where an offset is needed. Below it, the newsroom's time."""

    def value_from_datadict(self, data, files, name):
        """Return what was typed; a moment typed in another zone than the current one, as the current one shows it."""
        text, drawn_in = super().value_from_datadict(data, files, name), data.get(f"{name}-zone")
        if not text or not drawn_in or drawn_in == str(timezone.get_current_timezone()):
            return text
        zoned = ZonedText(text)
        zoned.zone = zone_named(drawn_in)
        try:
            return printed(read_moment(zoned, zone_of(zoned)))
        except ValidationError:
            return zoned

    def render(self, name, value, attrs=None, renderer=None):
        """Put below the field in which zone the time is, and what it is in the newsroom's."""
        context = self.get_context(name, value, attrs)
        field = super().render(name, value, attrs, renderer)
        return render_to_string("desk/moment.html", {"field": field, **context["widget"]})

    def format_value(self, value):
        """Return what the field holds."""
        return printed(value) if isinstance(value, datetime) else value

    def get_context(self, name, value, attrs):
        """Choose the kind of field by what it holds."""
        context = super().get_context(name, value, attrs)
        widget, zone = context["widget"], zone_of(value)
        moment, plain = what_is_shown(widget["value"], zone)
        note = f"{widget['attrs'].get('id', name)}_zone"
        described = filter(None, (widget["attrs"].get("aria-describedby"), note))
        widget["attrs"]["aria-describedby"] = " ".join(described)
        widget |= {"type": "datetime-local" if plain else "text", "zone": str(zone), "moment": moment, "note": note}
        return context


def what_is_shown(text, zone):
    """Return the moment that the text in a field names, if any, and whether a browser's own field can hold the text."""
    if not text:
        return None, True
    try:
        return read_moment(text, zone), bool(LOCAL.fullmatch(text))
    except ValidationError:
        return None, False


def printed(moment):
    """Return a moment as the field holds it in the current zone, with its offset only when it needs one."""
    local = timezone.localtime(moment)
    naive = local.replace(tzinfo=None)
    precision = "microseconds" if naive.microsecond else "seconds" if naive.second else "minutes"
    plain = not naive.microsecond and len(moments(naive, local.tzinfo)) == 1
    return (naive if plain else local).isoformat(timespec=precision)


class MomentField(forms.Field):
    """A moment, typed in the current time zone; cleaned, it is an aware datetime in UTC, and None when left empty.

    What it shows for a moment reads back as the same moment, to the microsecond.
    """

    widget = MomentInput

    def prepare_value(self, value):
        """Return the text to show for a stored moment; what was typed stays as it was typed."""
        return printed(value) if isinstance(value, datetime) else value

    def to_python(self, value):
        """Read the text. Raises ValidationError."""
        if value in self.empty_values or isinstance(value, datetime):
            return value or None
        return read_moment(str(value), zone_of(value)) if str(value).strip() else None

    def has_changed(self, initial, data):
        """Whether another moment is meant than the stored one, however it is written."""
        try:
            return self.to_python(data) != (initial or None)
        except ValidationError:
            return True


MOMENTS = {models.DateTimeField: {"form_class": MomentField, "widget": MomentInput}}
