"""Settings, read from the environment (or `.env` beside manage.py). The README lists them all in one table."""

from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONCE, NONE, SELF, UNSAFE_INLINE
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
env.read_env(BASE_DIR / ".env")

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="development-only" if DEBUG else "")
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is not set. In production set it to 50 or more random characters; "
        "to develop, run 'make setup', which writes a .env file with DEBUG=true."
    )

# The one public address. Absolute links are built from it and never from the request's Host header.
SITE_URL = env.str("SITE_URL", default="http://localhost:8000").rstrip("/")
SITE = urlsplit(SITE_URL)
if SITE.scheme not in {"http", "https"} or not SITE.hostname:
    raise ImproperlyConfigured(f"SITE_URL must be an address such as https://news.example, not {SITE_URL!r}.")
HTTPS = SITE.scheme == "https"
LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[SITE.hostname, *(LOOPBACK if DEBUG or not HTTPS else [])])

INSTALLED_APPS = [
    "newsroom.apps.DeskConfig",
    "articles.apps.ArticlesConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "content_editor",
    "django_prose_editor",
    "imagefield",
    "django_filters",
    "reversion",
    "csp",
]

MIDDLEWARE = [
    "newsroom.middleware.default_headers",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.middleware.conditional_reads",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "newsroom.middleware.desk_pages",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Writers queue instead of failing half-way; readers never wait for them.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    # Compiling a statement takes longer than any page's statement should.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
DATABASES["default"]["CONN_MAX_AGE"] = 60
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Languages and time. The editorial zone decides which day and year a moment belongs to.
LANGUAGES = [("ko", _("Korean")), ("en", _("English")), ("vi", _("Vietnamese"))]
LANGUAGE_CODE = "ko"
LOCALE_PATHS = [BASE_DIR / "newsroom" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.str("EDITORIAL_TIME_ZONE", default="Asia/Seoul")

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=BASE_DIR / "staticfiles")()
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=BASE_DIR / "media")()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
IMAGEFIELD_BIN_DEPTH = 2
# An article with many blocks, quotes and claims posts a field for every cell of its forms.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

# The desk.
PREVIEW_HOURS = env.int("PREVIEW_HOURS", default=48)
RECHECK_DAYS = env.int("RECHECK_DAYS", default=90)

# Readers' reports of errors: how many from one connection in how many minutes, how many in an hour from all together,
# and for how many days an e-mail address is kept.
REPORTS_PER_SENDER = env.int("REPORTS_PER_SENDER", default=5)
REPORT_WINDOW_MINUTES = env.int("REPORT_WINDOW_MINUTES", default=60)
REPORTS_PER_HOUR = env.int("REPORTS_PER_HOUR", default=200)
REPORT_CONTACT_DAYS = env.int("REPORT_CONTACT_DAYS", default=90)

# What readers may do with the data, by its usual name and its address.
DATA_LICENCE = env.str("DATA_LICENCE", default="CC BY 4.0")
DATA_LICENCE_URL = env.str("DATA_LICENCE_URL", default="https://creativecommons.org/licenses/by/4.0/")

# For how long a list says of a record that it was updated.
RECENT_DAYS = env.int("RECENT_DAYS", default=3)

# A font with Hangul for the pictures that other sites show of a link; without one, those of the system are looked for.
CARD_FONT = env.str("CARD_FONT", default="")

# Limits, each with a test that sets it small.
PAGE_SIZE = env.int("PAGE_SIZE", default=30)
MAX_PAGE = env.int("MAX_PAGE", default=200)
FACET_VALUES = env.int("FACET_VALUES", default=40)
# How many rows a facet is counted over one by one, and how many milliseconds the database may take for it, and for the
# rows, the total or the amounts of a list or for what a search finds.
FACET_ROWS = env.int("FACET_ROWS", default=10_000)
FACET_MILLISECONDS = env.int("FACET_MILLISECONDS", default=200)
LIST_MILLISECONDS = env.int("LIST_MILLISECONDS", default=1_000)
FEED_ENTRIES = env.int("FEED_ENTRIES", default=50)
# The search of everything counts so many records of a kind, and says "10,000+" of more.
SEARCH_COUNT = env.int("SEARCH_COUNT", default=10_000)
SEARCH_RESULTS = env.int("SEARCH_RESULTS", default=5)
JSON_ROWS = env.int("JSON_ROWS", default=1000)
# Of memory, in each process, for public pages that nobody changed; 0 keeps none.
PAGE_CACHE_BYTES = env.int("PAGE_CACHE_BYTES", default=0 if DEBUG else 64_000_000)
DOWNLOAD_ROWS = env.int("DOWNLOAD_ROWS", default=100_000)
STORY_BYTES = env.int("STORY_BYTES", default=1_000_000)
# A pasted story that is too long is to come back with a message, not to be cut off on its way.
DATA_UPLOAD_MAX_MEMORY_SIZE = max(10_000_000, 10 * STORY_BYTES)

# Security. Public pages carry no inline script or style; the admin's editor needs a nonce and inline styles.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
ADMIN_SECURITY_POLICY = {
    "script-src": [SELF, NONCE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
}
# An address that /.well-known/security.txt names to whoever finds a weakness: mailto:, https: or tel:.
SECURITY_CONTACT = env.str("SECURITY_CONTACT", default=f"mailto:security@{SITE.hostname}")
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
TRUST_PROXY = env.bool("TRUST_PROXY", default=False)
if TRUST_PROXY:
    # Only behind a proxy that sets this header itself; otherwise any visitor could.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
LANGUAGE_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
# Counted from the last time the desk was used.
SESSION_COOKIE_AGE = 12 * 3600
CSRF_FAILURE_VIEW = "articles.unsaved.csrf_failure"
LOGIN_URL = "admin:login"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"imagefield": {"level": "WARNING"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="INFO")},
}
