"""Statements that are spoken: one person records, another approves, and a reader hears them with one tap."""
