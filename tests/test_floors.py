"""The house keeps its floors, and public code has one door to the rows."""

import ast
from pathlib import Path

import pytest
from django.apps import apps

from articles.models.base import Public

ROOT = Path(__file__).parent.parent
FLOORS = [
    {"vocabulary", "money", "text", "tokens", "images", "addresses", "archives", "clock", "patience", "triggers"},
    {"models"},
    {"rates", "intake", "search", "totals", "cards", "collections", "charts", "tables", "desk", "demo"},
    {
        "admin",
        "my_desk",
        "unsaved",
        "previews",
        "views",
        "ladder_views",
        "option_views",
        "page_views",
        "report_views",
        "chart_views",
        "front_views",
        "machine_views",
        "embeds",
        "datasets",
        "urls",
        "feeds",
        "sitemaps",
        "management",
        "templatetags",
        "apps",
    },
]
SAME_FLOOR = {
    ("admin", "unsaved"),
    ("charts", "collections"),
    ("charts", "totals"),
    ("chart_views", "views"),
    ("front_views", "views"),
    ("ladder_views", "views"),
    ("option_views", "views"),
    ("collections", "cards"),
    ("page_views", "views"),
    ("collections", "search"),
    ("collections", "totals"),
    ("desk", "intake"),
    ("desk", "rates"),
    ("desk", "tables"),
    ("desk", "totals"),
    ("demo", "desk"),
    ("demo", "intake"),
    ("demo", "rates"),
    ("demo", "search"),
    ("demo", "totals"),
    ("money", "vocabulary"),
    ("tokens", "text"),
    ("previews", "views"),
    ("urls", "chart_views"),
    ("urls", "front_views"),
    ("urls", "ladder_views"),
    ("urls", "option_views"),
    ("embeds", "datasets"),
    ("embeds", "views"),
    ("machine_views", "datasets"),
    ("machine_views", "views"),
    ("templatetags", "embeds"),
    ("urls", "embeds"),
    ("urls", "machine_views"),
    ("urls", "page_views"),
    ("urls", "report_views"),
    ("urls", "previews"),
    ("tables", "intake"),
    ("urls", "views"),
    ("urls", "datasets"),
    ("datasets", "views"),
    ("urls", "sitemaps"),
}
APP = ROOT / "articles"
MODULES = sorted(p for p in APP.rglob("*.py") if "migrations" not in p.parts)
READERS_DOORS = {
    "views.py",
    "datasets.py",
    "chart_views.py",
    "front_views.py",
    "ladder_views.py",
    "machine_views.py",
    "option_views.py",
    "page_views.py",
    "report_views.py",
    "embeds.py",
    "previews.py",
    "feeds.py",
    "sitemaps.py",
}
PUBLIC_CODE = [
    p
    for p in MODULES
    if {"charts", "collections", "templatetags"} & set(p.parts) or p.parent == APP and p.name in READERS_DOORS
]


def room(module):
    """Return the first name under `articles`."""
    return module.split(".")[1] if "." in module else ""


def floor(name):
    """Return the number of the floor a room is on."""
    return next(number for number, rooms in enumerate(FLOORS) if name in rooms)


def imported(tree):
    """Yield the modules of the project that a tree imports, wherever it does so."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            if node.module == "articles":
                yield from (f"articles.{alias.name}" for alias in node.names)
            else:
                yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_every_room_has_a_floor():
    known = set().union(*FLOORS)
    rooms = {p.relative_to(ROOT / "articles").parts[0].removesuffix(".py") for p in MODULES} - {"__init__"}
    assert rooms <= known


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_down(path):
    own = path.relative_to(ROOT / "articles").parts[0].removesuffix(".py")
    breaches = []
    for module in imported(ast.parse(path.read_text())):
        if module.split(".")[0] in {"newsroom", "tests"}:
            breaches.append(module)
        if not module.startswith("articles.") or room(module) == own:
            continue
        if floor(room(module)) >= floor(own) and (own, room(module)) not in SAME_FLOOR:
            breaches.append(module)
    assert breaches == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_stand_at_the_top(path):
    tree = ast.parse(path.read_text())
    inside = [n for f in ast.walk(tree) if isinstance(f, ast.FunctionDef | ast.AsyncFunctionDef) for n in ast.walk(f)]
    assert [n.lineno for n in inside if isinstance(n, ast.Import | ast.ImportFrom)] == []


@pytest.mark.parametrize("path", PUBLIC_CODE, ids=lambda p: str(p.relative_to(ROOT)))
def test_public_code_reads_public_rows(path):
    """`Model.objects` of a public model is followed by `.public(` or `.gone(`, or only narrows a sub-select."""
    guarded = {model.__name__ for model in apps.get_models() if issubclass(model, Public)} | {"model"}
    tree = ast.parse(path.read_text())
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    breaches = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "objects" and name_of(node.value) in guarded:
            after = parents[node]
            if isinstance(after, ast.Call) and name_of(after.func) == "hasattr":
                continue
            if not (isinstance(after, ast.Attribute) and after.attr in {"public", "gone", "none"}):
                breaches.append(ast.unparse(after))
    assert sorted(breaches) == ALLOWED.get(path.name, [])


# Narrowing a queryset that is public already, and reference tables, which hold nothing of a story.
ALLOWED = {"fields.py": ["model.objects.all"], "narrowing.py": ["queryset.model.objects.filter"]}


def name_of(node):
    """Return the last name of a dotted path."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


@pytest.mark.parametrize("path", sorted((ROOT / "templates").rglob("*.html")), ids=lambda p: p.name)
def test_templates_follow_no_relation_on_their_own(path):
    """Rows reach a template ready; only the prefetched stakes of an investment are walked there."""
    text = path.read_text().replace("stakes.all", "")
    assert ".all" not in text
    assert "_set" not in text
    assert ".objects" not in text
