"""What every test may ask for."""

import gc
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.contrib.auth.models import Permission
from django.db import transaction
from django.test import SimpleTestCase
from django.utils import translation
from django.utils.translation import trans_real

BROWSER = Path(__file__).parent / "browser"
LOCALE = Path(__file__).parent.parent / "newsroom" / "locale"


def pytest_addoption(parser):
    """Add what the second run of the suite, on another database, leaves out."""
    parser.addoption("--only-database", action="store_true", help="only what touches the database, without a browser")


def pytest_collection_modifyitems(config, items):
    """Leave out tests that know no database, a browser's side of the site, or what would only be said again."""
    if config.getoption("--only-database"):
        pure = [item for item in items if not _touches_database(item)]
        config.hook.pytest_deselected(items=pure)
        items[:] = [item for item in items if _touches_database(item)]


def _touches_database(item):
    if BROWSER in item.path.parents or item.get_closest_marker("any_database"):
        return False
    of_django = isinstance(getattr(item, "cls", None), type) and issubclass(item.cls, SimpleTestCase)
    asked = {"db", "transactional_db", "django_db_setup"} & set(getattr(item, "fixturenames", ()))
    return bool(asked or of_django or item.get_closest_marker("django_db"))


def pytest_collection_finish():
    """Keep the collector from walking over all that was imported again and again: a third of the suite's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


@pytest.fixture(autouse=True)
def _english():
    """Tests read the English msgids, so that they pass with and without compiled catalogues."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path_factory):
    """Uploads of a test stay in its own folder, which is made when the first comes: few tests have any."""
    settings.MEDIA_ROOT = tmp_path_factory.getbasetemp() / f"media-{uuid4().hex}"


@pytest.fixture
def admin_client(admin_client):
    """A logged-in superuser whose browser asks for English."""
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


@pytest.fixture
def staff(client, django_user_model):
    """Return a function that logs in a member of the staff with just these permissions, who reads English."""

    def log_in(*codenames):
        client.user = django_user_model.objects.create_user("staff", password="x", is_staff=True)
        client.user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
        client.force_login(client.user)
        client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
        return client

    return log_in


@pytest.fixture(scope="session")
def _catalogues(tmp_path_factory):
    """The catalogues, compiled into a folder of their own."""
    folder = tmp_path_factory.mktemp("locale")
    for source in LOCALE.rglob("*.po"):
        target = folder / source.relative_to(LOCALE).with_suffix(".mo")
        target.parent.mkdir(parents=True, exist_ok=True)
        with source.open("rb") as text, target.open("wb") as compiled:
            write_mo(compiled, read_po(text))
    return folder


@pytest.fixture(scope="session")
def rows_of_a_module(django_db_setup, django_db_blocker):
    """A context in which a fixture of a module makes rows that its tests share; afterwards they are gone."""

    @contextmanager
    def rows():
        with django_db_blocker.unblock(), transaction.atomic():
            yield
            transaction.set_rollback(True)

    return rows


@pytest.fixture
def compiled_catalogues(settings, _catalogues):
    """Korean and Vietnamese as people see them, whether or not the catalogues were compiled."""
    settings.LOCALE_PATHS = [_catalogues]
    yield
    trans_real._translations.clear()
