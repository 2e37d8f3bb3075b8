"""My desk, the admin's first page: what waits for its user, and the clock it is shown by."""

import zoneinfo

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import desk
from articles.desk.waiting import waiting_for
from articles.models import Editor, Investment

# Offered first, in the order of the day.
COMMON = (
    "Australia/Sydney",
    "Asia/Tokyo",
    "Asia/Seoul",
    "Asia/Shanghai",
    "Asia/Singapore",
    "Asia/Ho_Chi_Minh",
    "Asia/Kolkata",
    "Europe/Berlin",
    "Europe/London",
    "UTC",
    "America/New_York",
    "America/Los_Angeles",
)


class ZoneForm(forms.ModelForm):
    """The user's own time zone: any that there is."""

    class Meta:
        model = Editor
        fields = ("time_zone",)


def desk_of(user):
    """Return what the first page shows to a user."""
    zone = timezone.get_current_timezone_name()
    return {
        "sections": waiting_for(user),
        "zone": zone,
        "now": timezone.now(),
        "zones": labelled(dict.fromkeys((*COMMON, zone))),
    }


def labelled(names):
    """Return zones with their present offset from UTC, as choices."""
    now = timezone.now()
    offsets = {name: f"{now.astimezone(zoneinfo.ZoneInfo(name)):%z}" for name in names}
    return [(name, f"{name} · UTC{offset[:3]}:{offset[3:5]}") for name, offset in offsets.items()]


def every_zone():
    """Return the zones of the world by region, as grouped choices; short names of old are left out."""
    regions = {}
    for name in sorted(zoneinfo.available_timezones()):
        region, _slash, city = name.partition("/")
        if city and region != "Etc":
            regions.setdefault(region, []).append(name)
    return [(gettext_lazy("Most used"), labelled(COMMON)), *((r, labelled(names)) for r, names in regions.items())]


def time_zone(request):
    """Let the user choose the zone in which moments are shown and typed at the desk."""
    data = request.POST if request.method == "POST" else None
    form = ZoneForm(data, instance=Editor.objects.filter(user=request.user).first())
    if form.is_valid():
        form.instance.user = request.user
        form.save()
        messages.success(request, _("Times are shown and typed in %s.") % form.instance.time_zone)
        return redirect("admin:index")
    context = {
        **admin.site.each_context(request),
        "title": _("Time zone"),
        "form": form,
        "regions": every_zone(),
        "zone": timezone.get_current_timezone_name(),
    }
    return render(request, "desk/home_zone.html", context)


def checked(request, pk):
    """Note that an investment was looked at again today and is as it is told here."""
    if not request.user.has_perm("articles.change_investment"):
        raise PermissionDenied
    investment = get_object_or_404(Investment, pk=pk)
    desk.confirm_check(investment)
    log = admin.site.get_model_admin(Investment).log_change
    log(request, investment, _("Checked again"))
    due = {"investment": investment, "day": investment.recheck_on}
    comes_back, has_ended = _("“%(investment)s” comes back on %(day)s."), _("“%(investment)s” needs no further check.")
    messages.success(request, (comes_back if due["day"] else has_ended) % due)
    return redirect("admin:index")
