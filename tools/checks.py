"""Everything that is checked without running Halte: style, templates, types, the map of the house, files in step."""

import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CHECKS: list[tuple[str, list[str]]] = [
    ("style", ["ruff", "check", "."]),
    ("format", ["ruff", "format", "--check", "."]),
    ("templates", ["djlint", "halte", "--lint", "--quiet"]),
    ("types", ["mypy", "--strict", "halte"]),
    ("the map of the house", ["lint-imports"]),
    ("the map of the tables", ["pytest", "-q", "tests/guards/test_the_house.py"]),
    ("migrations in step", ["halte-manage", "makemigrations", "--check", "--dry-run"]),
    ("translations in step", ["python", "tools/translations.py", "check"]),
    ("what Halte rests on", ["python", "tools/supply.py", "check"]),
    ("this version kept", ["python", "-m", "tools.kept", "--check"]),
    ("registers of data in step", ["python", "tools/register.py", "--check"]),
]


def main() -> int:
    """Run every check, show the output of those that fail, and return 1 if any did."""
    failed = []
    for name, (program, *arguments) in CHECKS:
        done = subprocess.run([BIN / program, *arguments], cwd=HOUSE, capture_output=True, text=True)
        print(f"{'ok    ' if done.returncode == 0 else 'FAILED'}  {name}", flush=True)
        if done.returncode:
            failed.append(name)
            print(done.stdout[-6000:] + done.stderr[-3000:], flush=True)
    print("All in order." if not failed else f"Not in order: {', '.join(failed)}.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
