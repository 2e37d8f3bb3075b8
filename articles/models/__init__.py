"""Every model of the newsroom."""

from articles.models.articles import Article
from articles.models.blocks import Block, Definition, Figure, Heading, InvestmentCard, Table, Text, block_kinds
from articles.models.claims import Claim
from articles.models.corrections import Correction
from articles.models.directory import Alias, Appointment, Organisation, Outlet, Person, Section, Sector, Term, Topic
from articles.models.investments import Investment, Stake
from articles.models.pages import Page
from articles.models.places import Place, PlaceCode, Succession
from articles.models.quotes import Quote
from articles.models.rates import Rate
from articles.models.reports import Report
from articles.models.together import fetch_together
from articles.models.totals import Entry, Subtotal, Uncounted
from articles.models.workflow import Batch, Editor, Merge, Step

__all__ = [
    "Alias",
    "Appointment",
    "Article",
    "Batch",
    "Block",
    "Claim",
    "Correction",
    "Definition",
    "Editor",
    "Entry",
    "Figure",
    "Heading",
    "Investment",
    "InvestmentCard",
    "Merge",
    "Organisation",
    "Outlet",
    "Page",
    "Person",
    "Place",
    "PlaceCode",
    "Quote",
    "Rate",
    "Report",
    "Section",
    "Sector",
    "Stake",
    "Step",
    "Subtotal",
    "Succession",
    "Table",
    "Term",
    "Text",
    "Topic",
    "Uncounted",
    "block_kinds",
    "fetch_together",
]
