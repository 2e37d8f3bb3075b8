"""How a story is laid out: headline, blocks and captions, and what on the page is the website's own."""

from articles.intake.page.layout import Layout, read_layout

__all__ = ["Layout", "read_layout"]
