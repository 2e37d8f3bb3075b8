"""The admin in English, so that messages read the same with and without compiled catalogues."""

import pytest


@pytest.fixture
def admin_client(admin_client):
    """A logged-in superuser whose browser asks for English."""
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


@pytest.fixture
def leave():
    """Close a stream as a server does when its reader is gone; the test client's own wrapper spares the connection."""
    return lambda response: response._iterator.close()
