"""Write what is made from the fields: the data register, the impact assessment, the sheet for a breach.

With --check, only say whether they are in step.
"""

import os
import sys
from pathlib import Path

import django


def main(arguments: list[str]) -> int:
    """Write them, or say which are out of step."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "halte.config.settings")
    django.setup()
    from halte.config import data_register, impact

    files: dict[Path, str] = {
        data_register.REGISTER: data_register.written(),
        impact.DPIA: impact.dpia(),
        impact.BREACH: impact.breach(),
    }
    if "--check" not in arguments:
        for path, text in files.items():
            path.write_text(text, encoding="utf-8")
        return 0
    late = [path.name for path, text in files.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    print(f"Out of step: {', '.join(late)}: run `python tools/register.py`." if late else "In step.")
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
