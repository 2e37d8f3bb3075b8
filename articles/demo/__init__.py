"""A small, plausible newsroom in three languages: own text, invented people, figures of real companies with sources."""

from articles.demo.build import build_demo

__all__ = ["build_demo"]
