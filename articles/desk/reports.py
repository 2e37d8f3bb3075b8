"""Readers' reports of errors: how many are taken, who decides on them, and when their addresses are forgotten."""

from datetime import timedelta
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from articles.desk.history import actor
from articles.models import Report
from articles.vocabulary import ReportState

HOUR = timedelta(hours=1)
# What one household or office has, of the newer kind of addresses.
NETWORK = 64


class TooManyReports(Exception):
    """No more reports are taken now, from one connection or at all; `again_in` tells when the next one is."""

    def __init__(self, again_in, of_everybody=False):
        super().__init__()
        self.again_in, self.of_everybody = again_in, of_everybody


@transaction.atomic
def take_report(network_address, **columns):
    """Keep a report, and forget the contacts that are due. Raises TooManyReports.

    Two that come at once may both be the last one: the limits keep floods away, not the sixth report.
    """
    now = timezone.now()
    if Report.objects.filter(created_at__gt=now - HOUR).count() >= settings.REPORTS_PER_HOUR:
        raise TooManyReports(HOUR, of_everybody=True)
    number, left = window_at(now)
    sender = sender_of(network_address, number)
    if Report.objects.filter(sender=sender).count() >= settings.REPORTS_PER_SENDER:
        raise TooManyReports(left)
    forget_contacts()
    return Report.objects.create(sender=sender, **columns)


def window_at(now):
    """Return the number of the window of time at a moment, and how much of it is left."""
    length = settings.REPORT_WINDOW_MINUTES * 60
    number, gone = divmod(int(now.timestamp()), length)
    return number, timedelta(seconds=length - gone)


def sender_of(network_address, window):
    """Return what the reports from one connection in one window have in common, and no others do.

    Keyed, so that nobody without the key can try addresses until one fits; and with another window it is another.
    """
    return salted_hmac("articles.reports", f"{window} {network_of(network_address)}", algorithm="sha256").hexdigest()


def network_of(network_address):
    """Return an address of the old kind as it is; of the newer kind, of which everybody has billions, the network."""
    try:
        found = ip_address(network_address)
    except ValueError:
        return network_address
    if found.version == 4:
        return str(found)
    return str(found.ipv4_mapped or ip_network((found, NETWORK), strict=False))


def decide_report(report, state):
    """Say what became of a report, by whoever is at work; one that is opened again is decided by nobody."""
    is_decided = state != ReportState.OPEN
    report.state = state
    report.decided_by, report.decided_at = (actor(), timezone.now()) if is_decided else (None, None)
    report.save()


def forget_contacts():
    """Remove the addresses of readers that were kept as long as they are told; return how many."""
    due = timezone.now() - timedelta(days=settings.REPORT_CONTACT_DAYS)
    return Report.objects.filter(created_at__lt=due).exclude(contact="").update(contact="")
