"""The application object that a WSGI server serves: `granian --interface wsgi newsroom.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

from newsroom.page_cache import keep_pages

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

application = keep_pages(get_wsgi_application())
