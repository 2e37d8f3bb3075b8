"""What people say in a story, and who they are."""

from articles.intake.speech.quotes import INTERVIEW_TURN, read_quotes

__all__ = ["INTERVIEW_TURN", "read_quotes"]
