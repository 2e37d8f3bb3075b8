"""The description of the files for machines: OpenAPI 3.1, generated from the declarations."""

from django.conf import settings

from articles.addresses import absolute
from articles.collections import COLLECTIONS
from articles.collections.dictionary import Kind, entries_of
from articles.collections.formats import FORMATS, SIDECAR
from articles.collections.formats.problems import PROBLEM
from articles.collections.parameters import parameters_of
from articles.vocabulary import Language

VERSION = "1"
TEXT = {"type": "string"}
SCHEMAS = {
    Kind.TEXT: TEXT,
    Kind.CODE: TEXT,
    Kind.NUMBER: {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
    Kind.DAY: {"type": "string", "format": "date"},
    Kind.MOMENT: {"type": "string", "format": "date-time"},
    Kind.FLAG: {"type": "boolean"},
    Kind.ADDRESS: TEXT,
}
LANGUAGE = {
    "name": "language",
    "in": "path",
    "required": True,
    "description": "The language of names and labels.",
    "schema": {"type": "string", "enum": Language.values},
}
HEADERS = {
    "X-Total-Count": {"description": "How many rows the filter finds.", "schema": {"type": "integer"}},
    "X-Filter": {"description": "The filter as a canonical query string.", "schema": TEXT},
    "Link": {"description": "The sidecar, the licence and the page of the same rows.", "schema": TEXT},
}
META = {
    "type": "object",
    "required": ["collection", "filter", "total", "licence", "dictionary"],
    "properties": {
        "collection": TEXT,
        "title": TEXT,
        "language": TEXT,
        "filter": {"type": "object", "additionalProperties": {"type": "array", "items": TEXT}},
        "filter_labels": {"type": "array", "items": TEXT},
        "sort": TEXT,
        "total": {"type": "integer"},
        "page_url": TEXT,
        "licence": {"type": "object", "properties": {"name": TEXT, "url": TEXT}},
        "dictionary": TEXT,
    },
}
PROBLEMS = {
    "type": "object",
    "required": ["title", "status", "detail", "errors"],
    "properties": {
        "type": TEXT,
        "title": TEXT,
        "status": {"type": "integer"},
        "detail": TEXT,
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["parameter", "detail"],
                "properties": {"parameter": TEXT, "detail": TEXT},
            },
        },
    },
}


def describe_all():
    """Return the whole document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Newsroom",
            "version": VERSION,
            "description": "Every list of the site, with the same parameters, as files and feeds.",
            "license": {"name": settings.DATA_LICENCE, "url": settings.DATA_LICENCE_URL},
        },
        "servers": [{"url": absolute("")}],
        "paths": dict(path for collection in COLLECTIONS for path in paths_of(collection)),
        "components": {
            "schemas": {
                "Problem": PROBLEMS,
                "Meta": META,
                **{collection.name: schema_of(collection) for collection in COLLECTIONS},
            },
            "responses": {
                "NotModified": {"description": "The copy at hand is the newest."},
                "BadRequest": {
                    "description": "A parameter is wrong, which is named, or the list is too long for one file.",
                    "content": {PROBLEM: {"schema": ref("schemas", "Problem")}},
                },
                "TooSlow": {
                    "description": "The filters find more than can be gone through in time; narrow them.",
                    "content": {PROBLEM: {"schema": ref("schemas", "Problem")}},
                },
                "NotFound": {"description": "There is no such language.", "content": {"text/html": {"schema": TEXT}}},
            },
        },
    }


def ref(kind, name):
    """Return a reference to a component."""
    return {"$ref": f"#/components/{kind}/{name}"}


def paths_of(collection):
    """Yield the path of each file of a collection with its operation."""
    query = [described(parameter) for parameter in parameters_of(collection)]
    for format_ in (*FORMATS, SIDECAR):
        yield (
            f"/{{language}}/{collection.name}.{format_.suffix}",
            {
                "get": {
                    "operationId": f"{collection.name}-{format_.suffix}",
                    "summary": f"{collection.title}, {format_.label}",
                    "tags": [collection.name],
                    "parameters": [LANGUAGE, *query, *map(place_parameter, sorted(format_.places))],
                    "responses": responses_of(collection, format_),
                }
            },
        )


def described(parameter):
    """Return a parameter as OpenAPI has it."""
    codes = "; ".join(f"{code}: {label}" for code, label in parameter.codes)
    description = f"{parameter.label}: {parameter.takes}." + (f" {codes}" if codes else "")
    return {"name": parameter.name, "in": "query", "description": description, "schema": parameter.schema}


PLACE_PARAMETERS = {
    "page": ("Which page; the answer has the address of the next.", {"type": "integer", "minimum": 1}),
    "after": ("The public id of the row that the page begins behind.", TEXT),
    "before": ("The public id of the row that the page ends before.", TEXT),
}


def place_parameter(name):
    """Return a parameter that turns pages."""
    description, schema = PLACE_PARAMETERS[name]
    most = {"maximum": settings.MAX_PAGE} if name == "page" else {}
    return {"name": name, "in": "query", "description": description, "schema": {**schema, **most}}


def responses_of(collection, format_):
    """Return what a file may answer."""
    found = {
        "description": "The rows that the filter finds.",
        "headers": HEADERS,
        "content": {format_.media_type: {"schema": body_of(collection, format_)}},
    }
    return {
        "200": found,
        "304": ref("responses", "NotModified"),
        "400": ref("responses", "BadRequest"),
        "404": ref("responses", "NotFound"),
        "503": ref("responses", "TooSlow"),
    }


def body_of(collection, format_):
    """Return the schema of what a file contains; only JSON has more to say than that it is text."""
    if format_.media_type != "application/json":
        return {"type": "object"} if format_.media_type.endswith("+json") else TEXT
    parts = {"meta": ref("schemas", "Meta")}
    if format_ is not SIDECAR:
        parts["items"] = {"type": "array", "items": ref("schemas", collection.name)}
    return {"type": "object", "required": [*parts], "properties": parts}


def schema_of(collection):
    """Return the schema of one row of a collection."""
    entries = entries_of(collection)
    return {
        "type": "object",
        "required": [entry.name for entry in entries],
        "properties": {entry.name: property_of(entry) for entry in entries},
    }


def property_of(entry):
    """Return the schema of a column."""
    schema = dict(SCHEMAS[entry.kind])
    if entry.codes:
        schema["enum"] = [code for code, _label in entry.codes] + (["", None] if entry.may_be_empty else [])
    if entry.may_be_empty:
        schema["type"] = [schema["type"], "null"]
    return schema | {"description": f"{entry.label}. {entry.note}".removesuffix(". ")}
