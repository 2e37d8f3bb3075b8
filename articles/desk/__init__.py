"""What the desk does: publish, withdraw, accept, match, adopt. Each act is one transaction over several rows."""

from articles.desk.directory import find_or_create, refresh_entity, refresh_places
from articles.desk.errors import DeskError
from articles.desk.importing import Imported, save_draft
from articles.desk.publishing import publish, send_to_review, withdraw
from articles.desk.records import (
    accept_claim,
    accept_quote,
    adopt,
    match,
    open_investment,
    reject_claim,
    reject_quote,
)
from articles.desk.visibility import References, refresh_article, refresh_investments, refresh_references

__all__ = [
    "DeskError",
    "Imported",
    "References",
    "accept_claim",
    "accept_quote",
    "adopt",
    "find_or_create",
    "match",
    "open_investment",
    "publish",
    "refresh_article",
    "refresh_entity",
    "refresh_investments",
    "refresh_places",
    "refresh_references",
    "reject_claim",
    "reject_quote",
    "save_draft",
    "send_to_review",
    "withdraw",
]
