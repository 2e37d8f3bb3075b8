"""What tests of the admin may ask for."""

import pytest


@pytest.fixture
def leave():
    """Close a stream as a server does when its reader is gone; the test client's own wrapper spares the connection."""
    return lambda response: response._iterator.close()
