"""A newsroom of any size to measure with: the same seed gives the same rows, with what the desk derives filled in."""

from articles.demo.sample.build import SampleError, build_sample
from articles.demo.sample.drawing import Size

__all__ = ["SampleError", "Size", "build_sample"]
