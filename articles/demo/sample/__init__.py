"""A newsroom of any size to measure with: the same seed gives the same rows, with what the desk derives filled in."""

from articles.demo.sample.build import SampleError, Size, build_sample

__all__ = ["SampleError", "Size", "build_sample"]
