"""The project's settings with what makes tests quick and independent of the developer's own environment."""

import os

os.environ["DEBUG"] = "true"
os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL") or "sqlite://:memory:"
os.environ["SITE_URL"] = "http://newsroom.test"

from newsroom.settings import *  # noqa: F403

DEBUG = False
ALLOWED_HOSTS = ["testserver", "newsroom.test", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGGING = {}
# Static files straight from their sources: no test depends on collected ones.
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
