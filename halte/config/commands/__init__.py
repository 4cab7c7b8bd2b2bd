"""The commands of `halte`, one module each."""
