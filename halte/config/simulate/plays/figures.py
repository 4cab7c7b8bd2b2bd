"""How a play's figures are printed."""

import json
import sys
from typing import Any


def tell(found: dict[str, Any], *, as_json: bool) -> None:
    """One figure a line, or one JSON object."""
    if as_json:
        json.dump(found, sys.stdout, indent=1)
        print()
        return
    for name, value in found.items():
        shown = ", ".join(f"{code} {number}" for code, number in value.items()) if isinstance(value, dict) else value
        print(f"{name:>14}  {shown}")
