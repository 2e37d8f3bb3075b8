"""What people say in a story, and who they are."""

from articles.intake.speech.quotes import read_quotes

__all__ = ["read_quotes"]
