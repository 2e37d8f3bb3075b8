"""From the text of a story to a plan that an editor checks. No database, no network, no clock."""

from articles.intake.reader import read_story
from articles.intake.source import SUFFIXES, Unreadable, decode, read_source

__all__ = ["SUFFIXES", "Unreadable", "decode", "read_source", "read_story"]
