"""What holds for every admin class: it opens, its lists stay fast, its foreign keys are typed and not scrolled."""

import re

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.db import models
from django.urls import reverse

from articles.models import Block, Quote
from tests.factories import publish_story

pytestmark = pytest.mark.django_db
# Rows of these are edited inside their owner.
INLINE_ONLY = {"Alias", "Appointment", "PlaceCode", "Stake", "Succession"}
# Written by what the desk does, and shown where it did it.
WRITTEN_BY_ACTS = {"Editor", "Step", "Entry", "Subtotal", "Uncounted"}
ADMINS = sorted(
    ((m, a) for m, a in admin.site._registry.items() if m._meta.app_label == "articles"), key=lambda pair: str(pair[0])
)
every_admin = pytest.mark.parametrize(
    ("model", "model_admin"), ADMINS, ids=lambda value: getattr(value, "__name__", "")
)


@pytest.fixture(scope="module", autouse=True)
def story(rows_of_a_module):
    """A public story with a row of every model."""
    with rows_of_a_module():
        yield publish_story()


def url(model, page, *args):
    return reverse(f"admin:articles_{model._meta.model_name}_{page}", args=args)


def test_every_model_is_registered_or_edited_inside_another():
    own = {m for m in apps.get_app_config("articles").get_models() if not m._meta.auto_created}
    blocks = {m for m in own if issubclass(m, Block)} - {Quote}
    left = own - blocks - set(admin.site._registry)
    assert {m.__name__ for m in left} == INLINE_ONLY | WRITTEN_BY_ACTS


def test_template_that_others_include_begins_with_an_underscore():
    pages = [(page, page.read_text()) for page in (settings.BASE_DIR / "templates").rglob("*.html")]
    included = {(name, page.name) for page, text in pages for name in re.findall(r"include [\"']desk/(\w+)", text)}
    assert {pair for pair in included if not pair[0].startswith("_")} == set()
    spelt_out = {page.name for page, text in pages if 'class="breadcrumbs"' in text and page.parent.name == "desk"}
    assert spelt_out == {"_breadcrumbs.html"}


@every_admin
def test_list_and_forms_open(admin_client, model, model_admin):
    response = admin_client.get(url(model, "changelist"), {"q": "plain"})
    assert response.status_code == 200
    if model_admin.has_add_permission(response.wsgi_request):
        assert admin_client.get(url(model, "add")).status_code == 200
    row = model.objects.first()
    if row:
        assert admin_client.get(url(model, "change", row.pk)).status_code == 200


@every_admin
def test_foreign_keys_are_typed(model, model_admin):
    inlines = [inline(model, admin.site) for inline in model_admin.inlines]
    for owner in [model_admin, *inlines]:
        hidden = {*owner.readonly_fields, *(owner.exclude or ()), getattr(owner, "fk_name", None), "parent"}
        parent = {model} if owner is not model_admin else set()
        for field in owner.model._meta.get_fields():
            if not isinstance(field, models.ForeignKey | models.ManyToManyField) or not field.editable:
                continue
            if field.name in hidden or field.related_model in parent or not shown(owner, field.name):
                continue
            assert field.name in owner.autocomplete_fields, f"{type(owner).__name__}.{field.name}"


def shown(owner, name):
    """Whether the form has the field; without a list it has every editable one."""
    listed = owner.fields or [f for _title, options in owner.fieldsets or () for f in options["fields"]]
    flat = [f for entry in listed for f in (entry if isinstance(entry, tuple | list) else [entry])]
    return not flat or name in flat
