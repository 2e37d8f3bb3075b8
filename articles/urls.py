"""Addresses of the public pages. Those of the collections are made from their declarations."""

from django.contrib.sitemaps import views as sitemap_views
from django.urls import path
from django.views.decorators.http import require_safe

from articles import (
    chart_views,
    datasets,
    embeds,
    front_views,
    ladder_views,
    machine_views,
    option_views,
    page_views,
    previews,
    report_views,
    views,
)
from articles.collections import COLLECTIONS
from articles.collections.formats import FORMATS, SIDECAR
from articles.sitemaps import NewsSitemap, sections
from articles.vocabulary import PageKey


def collection_urls(collection):
    """Return the addresses of one collection: list, formats, cards, record with and without its slug."""
    name = collection.name
    detail = {"name": name}
    card = path(f"{name}/<str:public_id>/card.png", machine_views.card, detail, name=f"{name}-card")
    return [
        path(f"{name}/", views.collection_list, {"name": name}, name=name),
        *(
            path(
                f"{name}.{f.suffix}", datasets.collection_file, {"name": name, "format_": f}, name=f"{name}-{f.suffix}"
            )
            for f in (*FORMATS, SIDECAR)
        ),
        path(f"data/{name}/", datasets.dictionary, {"name": name}, name=f"{name}-dictionary"),
        path(f"{name}/facets/<str:facet>/", option_views.options, {"name": name}, name=f"{name}-options"),
        *([card] if collection.has_cards else ()),
        path(f"{name}/<str:public_id>/", views.record_detail, {**detail, "slug": ""}),
        path(f"{name}/<str:public_id>/<str:slug>/", views.record_detail, detail, name=f"{name}-detail"),
    ]


# Under a language prefix.
localised = [
    path("", front_views.home, name="home"),
    path("sections/<str:slug>/", front_views.section_front, name="section"),
    path("data/", datasets.datasets, name="datasets"),
    path("search/", views.search_page, name="search"),
    path("report/", report_views.report, name="report"),
    path("report/sent/", report_views.report_sent, name="report-sent"),
    path("preview/<str:token>/", previews.preview, name="preview"),
    path("investments/why/<str:rung>/", ladder_views.why, name="why"),
    path("investments/charts/", chart_views.charts, name="charts"),
    path("investments/charts/<str:name>.svg", chart_views.chart_svg, name="chart-svg"),
    path("investments/charts/<str:name>.csv", chart_views.chart_csv, name="chart-csv"),
    *(path(f"{key}/", page_views.own_page, {"key": key}, name=key) for key in PageKey.values),
    path("articles/<str:public_id>/ninjs.json", machine_views.ninjs, name="ninjs"),
    *(url for collection in COLLECTIONS for url in collection_urls(collection)),
]

# The same for everyone.
common = [
    path("", views.root, name="root"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("robots.txt", machine_views.robots, name="robots"),
    path(".well-known/security.txt", machine_views.security, name="security"),
    path("oembed", embeds.oembed, name="oembed"),
    path("openapi.json", datasets.openapi, name="openapi"),
    path("media/<path:path>", views.media, name="media"),
    path("sitemap.xml", require_safe(sitemap_views.index), {"sitemaps": sections()}, name="sitemap"),
    path(
        "news-sitemap.xml",
        require_safe(sitemap_views.sitemap),
        {"sitemaps": {"news": NewsSitemap()}, "template_name": "news_sitemap.xml"},
        name="news-sitemap",
    ),
    path(
        "sitemap-<section>.xml",
        require_safe(sitemap_views.sitemap),
        {"sitemaps": sections()},
        name="django.contrib.sitemaps.views.sitemap",
    ),
]
