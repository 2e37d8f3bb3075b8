"""What every test may ask for."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _english():
    """Tests read the English msgids, so that they pass with and without compiled catalogues."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    """Uploads of a test stay in its own folder."""
    settings.MEDIA_ROOT = tmp_path / "media"
