"""The desk: every model of the newsroom in the stock Django admin."""

from articles.admin import articles, batches, corrections, directory, investments, merging, pages, records, reports

__all__ = ["articles", "batches", "corrections", "directory", "investments", "merging", "pages", "records", "reports"]
