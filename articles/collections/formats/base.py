"""What a format is, and what every answer in one carries beside its rows."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from articles.addresses import absolute
from articles.collections.formats.problems import render_problems, render_refusal
from articles.collections.listing import PLACES


@dataclass(frozen=True)
class Format:
    """A suffix, the media type it answers with, and the function that renders a listing.

    A `paged` format gives one page with the address of the next; a `whole` one gives all rows in one file.
    """

    suffix: str
    media_type: str
    label: str
    render: Callable
    paged: bool = False
    whole: bool = False
    is_feed: bool = False

    def respond(self, listing):
        """Return the listing in this format, or 400 when a parameter was wrong: machines are never answered loosely.

        Raises TooSlow.
        """
        for name in set(PLACES) & set(listing.query) - self.places:
            listing.problems[name] = _("This format has no such pages.")
        if listing.problems:
            return render_problems(listing.problems)
        if self.whole and listing.counting.exceeds(settings.DOWNLOAD_ROWS):  # a file is whole or there is none
            return render_refusal(too_long(listing.exact_total))
        response = self.render(listing)
        for name, value in told_beside(listing).items():
            response.headers[name] = value
        return response

    @property
    def places(self):
        """How a page of it may be named."""
        return {"page"} if self.is_feed else set(PLACES) if self.paged else set()


def too_long(total):
    """Return why a list cannot be downloaded at once, and what to do."""
    told = {"total": total, "most": settings.DOWNLOAD_ROWS}
    return (
        _("This list has %(total)d rows and a file holds at most %(most)d. Narrow it, or read it in pages as JSON.")
        % told
    )


def told_beside(listing):
    """Return the headers that tell of a file what its sidecar tells: the filter, the number of rows, more about it."""
    sidecar = absolute(listing.url("meta.json"))
    return {
        "X-Total-Count": str(listing.exact_total),
        "X-Filter": listing.params().urlencode(),
        "Link": ", ".join(
            [
                f'<{sidecar}>; rel="describedby"; type="application/json"',
                f'<{settings.DATA_LICENCE_URL}>; rel="license"',
                f'<{absolute(listing.url())}>; rel="alternate"; type="text/html"',
            ]
        ),
    }
