"""What everything is compared with: Django with one view, no middleware and no database."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, SECRET_KEY="none", DATABASES={}, USE_I18N=False)


def view(request):
    """A page as long as a short story's."""
    return HttpResponse("x" * 6_000)


urlpatterns = [path("", view)]
application = get_wsgi_application()
