"""Finds the texts of Django templates for Babel, which reads Python only."""

from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from typing import IO, Any

from babel.messages.extract import extract_python
from django.utils.translation.template import templatize


def templates(
    file: IO[bytes], keywords: Mapping[str, Any], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Any]:
    """Every text of one template, as Babel wants it: line, function, message, comments."""
    code = templatize(file.read().decode(), origin=getattr(file, "name", None))
    # Django leaves the page's own indentation, which Python's tokenizer would refuse.
    flat = "\n".join(line.lstrip() for line in code.splitlines())
    yield from extract_python(BytesIO(flat.encode()), keywords, comment_tags, {"encoding": "utf-8"})
