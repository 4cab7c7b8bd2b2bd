"""Something that may die, in a process of its own."""

import json
import os
from collections.abc import Callable
from typing import Any


def in_child(do: Callable[[], Any], *, first: Callable[[], None] = lambda: None) -> list[Any]:
    """Run in a fork of this process, which may die.

    Args:
        first: What the child does before, so that nothing of its parent is used by both.

    Returns:
        What it returned, if it came to its end.
    """
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        code = 1
        try:
            os.close(reading)
            first()
            os.write(writing, json.dumps(do()).encode())
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as said:
        heard = said.read()
    os.waitpid(child, 0)
    return [json.loads(heard)] if heard else []
