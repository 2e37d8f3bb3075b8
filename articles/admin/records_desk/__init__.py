"""The records desk of an article: acts on its records, the screen, a record's card, its candidates and its form."""

from articles.admin.records_desk.acts import RecordsDesk

__all__ = ["RecordsDesk"]
