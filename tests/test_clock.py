"""The newsroom's clock and the editor's: skipped and doubled hours, days by one zone, publication by the clock."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.utils import timezone

from articles import desk, models
from articles.admin.moments import MOMENTS, MomentField
from articles.clock import (
    around_gap,
    editorial_day,
    editorial_moment,
    editorial_today,
    in_editorial_zone,
    moments,
    wall_clock,
)
from articles.collections import COLLECTIONS
from articles.collections.formats import FORMATS
from articles.desk.figures import moment_text
from articles.desk.importing import printed_moment
from articles.desk.records import day_of
from articles.vocabulary import Precision, Status
from newsroom.middleware import zone_of
from tests.factories import ArticleFactory, ClaimFactory, make_story, publish_story

NEW_YORK, LONDON, LORD_HOWE = "America/New_York", "Europe/London", "Australia/Lord_Howe"
SANTIAGO, CAIRO, APIA = "America/Santiago", "Africa/Cairo", "Pacific/Apia"
# Zone, a time inside what its clocks skip, the last minute before and the first after.
GAPS = [
    (NEW_YORK, "2026-03-08 02:30", "2026-03-08 01:59", "2026-03-08 03:00"),
    (LONDON, "2026-03-29 01:00", "2026-03-29 00:59", "2026-03-29 02:00"),
    (LORD_HOWE, "2026-10-04 02:29", "2026-10-04 01:59", "2026-10-04 02:30"),
    (SANTIAGO, "2026-09-06 00:00", "2026-09-05 23:59", "2026-09-06 01:00"),
    (CAIRO, "2026-04-24 00:30", "2026-04-23 23:59", "2026-04-24 01:00"),
    (APIA, "2011-12-30 12:00", "2011-12-29 23:59", "2011-12-31 00:00"),
]
# Zone, a time that its clocks show twice, and how to write either.
OVERLAPS = [
    (NEW_YORK, "2026-11-01 01:30", "2026-11-01 01:30 -0400", "2026-11-01 01:30 -0500"),
    (LONDON, "2026-10-25 01:00", "2026-10-25 01:00 +0100", "2026-10-25 01:00 +0000"),
    (LORD_HOWE, "2026-04-05 01:45", "2026-04-05 01:45 +1100", "2026-04-05 01:45 +1030"),
    (SANTIAGO, "2026-04-04 23:30", "2026-04-04 23:30 -0300", "2026-04-04 23:30 -0400"),
    (CAIRO, "2026-10-29 23:59", "2026-10-29 23:59 +0300", "2026-10-29 23:59 +0200"),
    ("Asia/Tehran", "2021-09-21 23:15", "2021-09-21 23:15 +0430", "2021-09-21 23:15 +0330"),
]
PLAIN = [
    (NEW_YORK, "2026-03-08 03:00", "2026-03-08 07:00"),
    (NEW_YORK, "2026-11-01 02:00", "2026-11-01 07:00"),
    (LORD_HOWE, "2026-10-04 02:30", "2026-10-03 15:30"),
    (APIA, "2011-12-31 00:00", "2011-12-30 10:00"),
    ("Asia/Seoul", "2026-01-01 00:30", "2025-12-31 15:30"),
    ("Asia/Ho_Chi_Minh", "2026-01-01 00:30", "2025-12-31 17:30"),
]


class MomentForm(forms.Form):
    at = MomentField(required=False)


def read(text, zone):
    """Return a form into which an editor of that zone typed the text, validated."""
    with timezone.override(zone):
        form = MomentForm({"at": text})
        form.is_valid()
    return form


def naive(text):
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(("zone", "skipped", "before", "after"), GAPS)
def test_skipped_time_names_no_moment_and_is_refused_with_the_nearest(zone, skipped, before, after):
    zone = ZoneInfo(zone)
    assert moments(naive(skipped), zone) == []
    around = [wall_clock(moment, zone) for moment in around_gap(naive(skipped), zone)]
    assert around == [naive(before), naive(after)]
    error = read(skipped, zone).errors["at"][0]
    assert error == f"The clocks of {zone} skip {skipped}. Write {before} or {after}."
    for text in (before, after):
        assert not read(text, zone).errors


@pytest.mark.parametrize(("zone", "doubled", "first", "second"), OVERLAPS)
def test_doubled_time_is_refused_until_its_offset_is_written(zone, doubled, first, second):
    zone = ZoneInfo(zone)
    found = moments(naive(doubled), zone)
    assert len(found) == 2
    assert found[0] < found[1]
    assert read(doubled, zone).errors["at"] == [f"{doubled} happens twice in {zone}. Write {first} or {second}."]
    assert [read(text, zone).cleaned_data["at"] for text in (first, second)] == found


@pytest.mark.parametrize(("zone", "typed", "utc"), PLAIN)
def test_plain_time_names_one_moment(zone, typed, utc):
    wanted = naive(utc).replace(tzinfo=UTC)
    assert moments(naive(typed), ZoneInfo(zone)) == [wanted]
    for text in (typed, typed.replace(" ", "T"), f"  {typed}:00 "):
        assert read(text, zone).cleaned_data["at"] == wanted


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("tomorrow", "Write date and time as in"),
        ("2026-05-02", "Write date and time as in"),
        ("2026-02-30 09:30", "Write date and time as in"),
        ("2026-05-02 24:01", "Write date and time as in"),
        ("٢٠٢٦-05-02 09:30", "Write date and time as in"),
        ("2026-05-02 09:30 +9900", "Write date and time as in"),
        ("2026-05-02 09:30\x00", "Write date and time as in"),
        ("0001-01-01 00:00", "Give a year from 1900 to 2999"),
        ("9999-12-31 23:59 -1200", "Give a year from 1900 to 2999"),
    ],
)
def test_what_is_no_moment_is_refused(text, wrong):
    assert wrong in read(text, NEW_YORK).errors["at"][0]


@pytest.mark.parametrize("zone", [NEW_YORK, LORD_HOWE, APIA, "Asia/Seoul", "Africa/Casablanca"])
@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 1, 5, 30, tzinfo=UTC),
        datetime(2026, 11, 1, 6, 30, tzinfo=UTC),
        datetime(2026, 4, 4, 14, 45, 59, tzinfo=UTC),
        datetime(2026, 2, 15, 1, 30, 0, 123456, tzinfo=UTC),
        datetime(1911, 6, 30, 3, 0, tzinfo=UTC),
    ],
)
def test_shown_moment_reads_back_as_itself(zone, moment):
    with timezone.override(zone):
        bound = MomentForm(initial={"at": moment})["at"]
        value = re.search(r'value="([^"]+)"', str(bound))[1]
        form = MomentForm({"at": value}, initial={"at": moment})
        assert form.is_valid(), form.errors
        assert form.cleaned_data["at"] == moment
        assert not form.has_changed()


def test_field_asks_with_the_browsers_own_field_until_an_offset_is_needed():
    with timezone.override(NEW_YORK):
        shown = str(MomentForm(initial={"at": datetime(2026, 5, 2, 0, 30, tzinfo=UTC)})["at"])
        assert 'type="datetime-local" name="at" value="2026-05-01T20:30"' in shown
        assert 'aria-describedby="id_at_zone"' in shown
        assert "America/New_York" in shown
        assert "in the newsroom:" in shown
        assert "2 May 2026, 09:30" in shown
        assert 'type="datetime-local"' in str(MomentForm()["at"])
        assert 'type="text"' in str(MomentForm({"at": "2026-11-01T01:30"})["at"])
        assert 'type="text"' in str(MomentForm(initial={"at": datetime(2026, 11, 1, 5, 30, tzinfo=UTC)})["at"])


def drawn_in(zone, text, **options):
    """Return a form that was drawn in a zone and is sent back when the desk is in Seoul."""
    with timezone.override(zone):
        page = str(MomentForm(initial={"at": None}, **options)["at"])
    (name, sent) = re.search(r'<input type="hidden" name="([^"]+)" value="([^"]+)">', page).groups()
    with timezone.override("Asia/Seoul"):
        form = MomentForm({name.removesuffix("-zone"): text, name: sent}, **options)
        form.is_valid()
        return form, str(form["at"])


@pytest.mark.parametrize("options", [{}, {"prefix": "rows-0"}])
def test_moment_stays_what_was_meant_when_the_zone_is_changed_meanwhile(options):
    form, page = drawn_in(NEW_YORK, "2026-05-01T20:30", **options)
    assert form.cleaned_data["at"] == datetime(2026, 5, 2, 0, 30, tzinfo=UTC)
    assert 'value="2026-05-02T09:30"' in page
    assert page.count("Asia/Seoul") == 2


@pytest.mark.parametrize("typed", ["2026-03-08 02:30", "2026-11-01 01:30", "soon"])
def test_time_that_was_wrong_where_it_was_typed_is_not_read_elsewhere(typed):
    form, page = drawn_in(NEW_YORK, typed)
    assert form.errors["at"] == read(typed, NEW_YORK).errors["at"]
    assert f'value="{typed}"' in page
    assert f'name="at-zone" value="{NEW_YORK}"' in page


@pytest.mark.parametrize("zone", ["", "Nowhere/Nothing", "../../etc/passwd", "America", "Asia/Seoul\x00"])
def test_moment_sent_with_a_zone_that_is_none_is_read_in_the_current_one(zone):
    with timezone.override(NEW_YORK):
        form = MomentForm({"at": "2026-05-01T20:30", "at-zone": zone})
        assert form.is_valid()
    assert form.cleaned_data["at"] == datetime(2026, 5, 2, 0, 30, tzinfo=UTC)


def test_field_stands_for_every_moment_of_a_model():
    column = models.Article._meta.get_field("embargo_until")
    field = column.formfield(**MOMENTS[type(column)])
    assert isinstance(field, MomentField)
    assert (field.required, field.label) == (False, "Embargo until")


def test_day_is_the_newsrooms_whatever_zone_is_current(monkeypatch):
    moment = datetime(2025, 12, 31, 15, 30, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: moment)
    with timezone.override(NEW_YORK):
        assert editorial_day(moment) == editorial_today() == date(2026, 1, 1)
        assert in_editorial_zone(moment).isoformat() == "2026-01-01T00:30:00+09:00"
        for text in ("2026-01-01", "2026-01-01T00:00"):
            assert printed_moment(text) == datetime(2025, 12, 31, 15, tzinfo=UTC)
    assert editorial_day(None) is None


def test_printed_time_that_the_newsrooms_clock_skipped_or_doubled_is_still_a_moment(settings):
    settings.TIME_ZONE = NEW_YORK
    assert editorial_moment(naive("2026-03-08 02:30")) == datetime(2026, 3, 8, 7, tzinfo=UTC)
    assert editorial_moment(naive("2026-11-01 01:30")) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


@pytest.mark.django_db
@pytest.mark.slow
@pytest.mark.parametrize("zone", [NEW_YORK, "Pacific/Kiritimati"])
def test_nothing_public_changes_with_the_desks_zone(client, zone):
    new_year = datetime(2025, 12, 31, 15, 30, tzinfo=UTC)
    article = publish_story()
    models.Article.objects.update(published_at=new_year, printed_year=2026)
    models.Quote.objects.update(printed_year=2026)
    addresses = [f"/en/{c.name}{end}" for c in COLLECTIONS for end in ("/", *(f".{f.suffix}" for f in FORMATS))]
    addresses += [article.get_absolute_url(), "/en/articles.json?year=2026", "/en/quotes.json?year=2025", "/en/"]
    bodies = {}
    for current in (None, zone):
        with timezone.override(current):
            answers = [client.get(address) for address in addresses]
            bodies[current] = [b"".join(answer) for answer in answers]
    assert bodies[zone] == bodies[None]
    assert client.get("/en/articles.json?year=2026").json()["meta"]["total"] == 1
    claim = models.Claim.objects.get()
    with timezone.override(zone):
        assert day_of(claim) == date(2026, 1, 1)


def test_only_the_clock_and_the_desks_pages_ask_for_a_zone():
    """Elsewhere the current zone may be the editor's."""
    asks = re.compile(r"\b(localtime|localdate|make_aware|make_naive|get_current_timezone|date\.today|datetime\.now)\b")
    root = Path(models.__file__).parent.parent
    found = {p.relative_to(root).as_posix() for p in root.rglob("*.py") if asks.search(p.read_text())}
    assert {name for name in found if not name.startswith("admin/")} <= {"clock.py", "my_desk.py"}


def test_figures_tell_moments_by_the_editors_clock():
    moment = datetime(2026, 5, 1, 20, tzinfo=UTC)
    with timezone.override(NEW_YORK):
        assert moment_text(moment) == "05/01/2026 4 p.m."


@pytest.mark.parametrize("name", ["", "Nowhere/Nothing", "../../etc/passwd", "America", "Asia/Seoul\x00"])
def test_zone_that_is_none_leaves_the_newsrooms(name):
    class User:
        editor = models.Editor(time_zone=name)

    assert zone_of(User()) is None


# Publication by the clock

AROUND = timedelta(hours=3)


def schedule():
    """Return 1,000 moments or more that editors of six zones may have typed, around every change of their clocks."""
    found = set()
    for name, *texts in [*GAPS, *OVERLAPS]:
        middle = naive(texts[0])
        for minutes in range(-180, 181, 4):
            found.update(m.astimezone(UTC) for m in moments(middle + timedelta(minutes=minutes), ZoneInfo(name)))
    return sorted(found)


@pytest.mark.slow
@pytest.mark.django_db
def test_scheduled_story_is_public_from_its_moment_on_and_never_before():
    moments_typed = schedule()
    assert len(moments_typed) >= 1000
    article = ArticleFactory()
    stored, least = models.Article.objects.filter(pk=article.pk), timedelta(microseconds=1)
    for moment in moments_typed:
        article.status, article.embargo_until = Status.PUBLISHED, moment
        article.released_at = moment - timedelta(days=1)
        stored.update(public_from=article.derive_public_from())
        seen = [models.Article.objects.public(at=at).exists() for at in (moment - least, moment, moment + AROUND)]
        assert seen == [False, True, True], moment


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("outage", [timedelta(0), timedelta(hours=2)])
def test_every_story_appears_once_even_when_nobody_asked_for_two_hours(outage):
    """A clock publishes: whoever asks next sees what an unbroken watch would have seen."""
    planned = [moment for moment in schedule() if moment.year == 2026 and moment.month == 3]
    begin, end = planned[0] - AROUND, planned[-1] + AROUND
    stories = [models.Article(headline=str(n), public_from=moment) for n, moment in enumerate(planned)]
    models.Article.objects.bulk_create(stories)
    now, seen, down_from = begin, [], planned[len(planned) // 2] - timedelta(hours=1)
    while now <= end:
        if not down_from <= now < down_from + outage:
            fresh = models.Article.objects.public(at=now).exclude(headline__in=seen).order_by("public_from", "pk")
            seen += fresh.values_list("headline", flat=True)
        now += timedelta(hours=1)
    assert seen == [str(n) for n in range(len(planned))]


@pytest.mark.django_db
def test_embargo_typed_in_new_york_opens_at_that_moment_and_takes_the_records_along(client, monkeypatch):
    until = read("2026-11-01 01:30 -0500", NEW_YORK).cleaned_data["at"]
    monkeypatch.setattr(timezone, "now", lambda: until - timedelta(hours=5))
    article = desk.publish(make_story(embargo_until=until))
    page = article.get_absolute_url()
    answers = []
    for minutes in (-60, -1, 0, 60):
        monkeypatch.setattr(timezone, "now", lambda at=until + timedelta(minutes=minutes): at)
        shown = models.Quote.objects.public().count(), models.Investment.objects.public().count()
        answers.append((client.get(page).status_code, *shown))
    assert answers == [(404, 0, 0), (404, 0, 0), (200, 1, 1), (200, 1, 1)]


@pytest.mark.django_db
def test_claims_day_falls_back_to_the_storys_day_in_the_newsroom():
    article = ArticleFactory(published_at=datetime(2026, 5, 1, 20, tzinfo=UTC), published_precision=Precision.MINUTE)
    with timezone.override(NEW_YORK):
        assert day_of(ClaimFactory(article=article)) == date(2026, 5, 2)
