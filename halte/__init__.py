"""Halte: day centres and overnight hostels for displaced people."""

__version__ = "0.1.0"
