"""Who changed what, and when: every change at the desk is one revision, to be read, compared and brought back."""

from contextlib import contextmanager

import reversion
from django.db import transaction
from reversion import revisions

from articles import models
from articles.models import block_kinds

# Derived by the desk, so worth nothing in a history; the search text would double it.
LEFT_OUT = ("search_text", "public_from", "version", "updated_at", "printed", "was_seen")
# What has a history, and which rows are kept together with it.
TOGETHER = {
    models.Article: ["claims", *(f"{kind._meta.model_name}_blocks" for kind in block_kinds())],
    **{kind: ["parent"] for kind in block_kinds()},
    models.Claim: ["article"],
    models.Investment: ["stakes"],
    models.Stake: ["investment"],
    models.Person: ["aliases", "appointments"],
    models.Organisation: ["aliases"],
    models.Place: ["aliases", "codes", "successions"],
    models.Alias: ["person", "organisation", "place"],
    models.Appointment: ["person"],
    models.PlaceCode: ["place"],
    models.Succession: ["predecessor"],
    **dict.fromkeys((models.Topic, models.Term, models.Section, models.Sector, models.Outlet, models.Rate), []),
    models.Page: [],
}
# Imported tables are left out of the history of their story: they may bring thousands of claims.
NARROWED = {(models.Article, "claims"): "own_claims", (models.Claim, "article"): "teller"}
for model, follow in TOGETHER.items():
    reversion.register(model, follow=[NARROWED.get((model, name), name) for name in follow], exclude=LEFT_OUT)


@contextmanager
def recorded(by=None, what=""):
    """Make everything that is saved inside one revision and one transaction, by that user (None for a command)."""
    with reversion.create_revision():
        if by is not None and by.is_authenticated:
            reversion.set_user(by)
        remark(what)
        yield


@contextmanager
def attempt():
    """A step that may fail: when it does, the rows go back, and the history with them.

    The package takes back only whole revisions, so its frame is put back by hand.
    """
    kept = revisions._current_frame().db_versions if reversion.is_active() else None
    try:
        with transaction.atomic():
            yield
    except Exception:
        if kept is not None:
            revisions._update_frame(db_versions=kept)
        raise


def actor():
    """Return the user in whose name things are being changed right now, or None."""
    return reversion.get_user() if reversion.is_active() else None


def remark(what):
    """Say in the history what is being done; the first remark of a change is the one that stays."""
    if reversion.is_active() and not reversion.get_comment():
        reversion.set_comment(str(what))


def keep(rows):
    """Put rows that were written in bulk into the history, as saving each of them would have."""
    if reversion.is_active():
        for row in rows:
            reversion.add_to_revision(row)
