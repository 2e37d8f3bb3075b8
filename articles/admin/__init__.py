"""The desk: every model of the newsroom in the stock Django admin."""

from articles.admin import articles, directory, investments, records

__all__ = ["articles", "directory", "investments", "records"]
