"""What a story says about money: which sums are investments, whose, where, when, and how far they have come."""

from articles.intake.sums.claims import read_claims

__all__ = ["read_claims"]
