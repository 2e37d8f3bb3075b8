"""Which day a moment belongs to, and which moments a clock on the wall means.

One zone, settings.TIME_ZONE, decides the days and years that readers see in addresses, archives, files and feeds. The
desk's pages run in the editor's own zone, so nothing that readers get may ask for the *current* one.
"""

from datetime import UTC, datetime, timedelta

from django.utils import timezone

MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)


def editorial_zone():
    """Return the newsroom's own time zone."""
    return timezone.get_default_timezone()


def in_editorial_zone(moment):
    """Return the same moment as the newsroom's clock shows it."""
    return timezone.localtime(moment, editorial_zone())


def in_desk_zone(moment):
    """Return the same moment as the clock of whoever works at the desk shows it; for what editors read alone."""
    return timezone.localtime(moment)


def as_iso(value):
    """Return a moment, to the second by the newsroom's clock, or a day, as machines read it."""
    return in_editorial_zone(value).isoformat(timespec="seconds") if isinstance(value, datetime) else value.isoformat()


def editorial_day(moment):
    """Return the day on which a moment falls in the newsroom; None stays None."""
    return in_editorial_zone(moment).date() if moment else None


def editorial_year(moment):
    """Return the year in which a moment falls in the newsroom; None stays None."""
    return in_editorial_zone(moment).year if moment else None


def editorial_today():
    """Return the day it is in the newsroom."""
    return editorial_day(timezone.now())


def editorial_moment(naive):
    """Return the moment that the newsroom's clock showed a time; the earlier of two, and after a gap what follows it.

    For times that a source printed: nobody is there to be asked which of two it meant.
    """
    zone = editorial_zone()
    found = moments(naive, zone)
    return found[0] if found else around_gap(naive, zone)[1]


def moments(naive, zone):
    """Return every moment at which the clocks of a zone show a wall-clock time: none in a gap, two in an overlap.

    The earlier one comes first. They are in UTC: in their own zone, the two of an overlap compare as equal.
    """
    instants = {naive.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return sorted(instant for instant in instants if wall_clock(instant, zone) == naive)


def wall_clock(instant, zone):
    """Return what the clocks of a zone show at an instant, without the zone."""
    return instant.astimezone(zone).replace(tzinfo=None, fold=0)


def around_gap(naive, zone):
    """Return the last whole minute before, and the first moment after, the gap in which a time falls, in UTC."""
    # In a gap, fold=1 reads the time with the new offset, which is before the clocks move, and fold=0 with the old one.
    before, after = (naive.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (1, 0))
    while after - before > SECOND:
        middle = before + (after - before) // 2
        if wall_clock(middle, zone) < naive:
            before = middle
        else:
            after = middle
    after = after.replace(microsecond=0)
    return after - MINUTE, after
