"""Pages of editors and translators."""
