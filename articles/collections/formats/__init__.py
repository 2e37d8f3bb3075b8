"""The faces of a collection beside its page: each a suffix on the same address, over the same rows."""

from articles.collections.formats.base import Format
from articles.collections.formats.feeds import render_atom, render_jsonfeed, render_rss
from articles.collections.formats.pages import render_json, render_sidecar
from articles.collections.formats.tables import render_csv, render_ndjson

FORMATS = (
    Format("csv", "text/csv", "CSV", render_csv, whole=True),
    Format("json", "application/json", "JSON", render_json, paged=True),
    Format("ndjson", "application/x-ndjson", "NDJSON", render_ndjson, whole=True),
    Format("atom", "application/atom+xml", "Atom", render_atom, paged=True, is_feed=True),
    Format("rss", "application/rss+xml", "RSS", render_rss, paged=True, is_feed=True),
    Format("jsonfeed", "application/feed+json", "JSON Feed", render_jsonfeed, paged=True, is_feed=True),
)
# What there is to know about a file without its rows.
SIDECAR = Format("meta.json", "application/json", "JSON", render_sidecar)

__all__ = ["FORMATS", "SIDECAR", "Format"]
