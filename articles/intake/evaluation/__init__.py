"""How well the intake reads stories whose right reading somebody has written down."""

from articles.intake.evaluation.scores import MEASURES, Tally, by_language, evaluate

__all__ = ["MEASURES", "Tally", "by_language", "evaluate"]
