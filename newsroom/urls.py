"""The site's addresses: common ones, the admin, and the public pages under their language."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from articles.urls import common, localised

urlpatterns = [
    *common,
    path("admin/", admin.site.urls),
    path("language/", require_POST(set_language), name="set_language"),
    *i18n_patterns(path("", include(localised))),
]
