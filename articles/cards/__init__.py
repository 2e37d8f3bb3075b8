"""Cards: the pictures that other sites show of a link to a record."""

from articles.cards.drawing import Card, draw
from articles.cards.fonts import can_draw

__all__ = ["Card", "can_draw", "draw"]
