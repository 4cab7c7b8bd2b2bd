"""The guide's worker: it keeps the pages of a language on the phone that read one of them."""

from importlib.resources import files

WORKER = (files("halte.rights") / "worker.js").read_text(encoding="utf-8")
"""Served under /guide/, so that a browser lets it look after the guide and nothing else."""
