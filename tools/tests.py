"""Runs the whole suite: on SQLCipher, on PostgreSQL, and in Chromium. What was left out is listed at the end.

With HALTE_ALL=1 nothing may be left out. Each part is shared out among workers, a file at a time.
"""

import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as Tree
from dataclasses import dataclass, field
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOUSE))
QUICK = "not slow and not browser"
NO_TESTS = 5
WORKERS = 3
"""On the two cores of the smallest machine: a third works while others wait for a disk, a lock or a server."""
WORKERS_WITH_BROWSERS = 2
"""More would let a browser wait too long for its page."""


@dataclass(frozen=True)
class Part:
    """One run of pytest."""

    name: str
    marker: str
    report: Path
    environment: dict[str, str] = field(default_factory=dict)
    workers: int = WORKERS

    def run(self) -> int:
        """Run it, and give pytest's exit code."""
        command = [sys.executable, "-m", "pytest", "-q", "-m", self.marker, f"--junitxml={self.report}"]
        command += ["-p", "no:cacheprovider", "-n", str(self.workers), "--dist", "loadfile", *sys.argv[1:]]
        code = subprocess.run(command, cwd=HOUSE, env=os.environ | self.environment, check=False).returncode
        print(
            f"== {self.name}: {'ok' if code == 0 else 'nothing to run' if code == NO_TESTS else 'FAILED'}\n", flush=True
        )
        return code

    def skipped(self) -> list[str]:
        """What was left out, and why."""
        if not self.report.exists():
            return []
        cases = Tree.parse(self.report).iter("testcase")
        return [
            f"{self.name}: {case.get('classname')}.{case.get('name')}: {skip.get('message')}"
            for case in cases
            for skip in case.iter("skipped")
        ]


def main() -> int:
    """0 when every part is green and, with HALTE_ALL=1, whole."""
    from tests.postgresql import programs

    left_out: list[str] = []
    with tempfile.TemporaryDirectory(prefix="halte-reports-") as folder:
        parts = [Part("SQLCipher", QUICK, Path(folder) / "sqlcipher.xml")]
        if programs() is None:
            left_out.append("PostgreSQL: the whole suite: PostgreSQL 15 or newer is not installed")
        else:
            on_it = {"HALTE_TEST_DATABASE": "postgresql"}
            parts.append(Part("PostgreSQL", QUICK, Path(folder) / "postgresql.xml", on_it))
        browser = Path(folder) / "browser.xml"
        parts.append(Part("Chromium", "browser and not slow", browser, workers=WORKERS_WITH_BROWSERS))
        codes = {part.name: part.run() for part in parts}
        left_out += [line for part in parts for line in part.skipped()]
    return _verdict(codes, left_out)


def _verdict(codes: dict[str, int], left_out: list[str]) -> int:
    everything = os.environ.get("HALTE_ALL") == "1"
    left_out += [f"{name}: no test was found" for name, code in codes.items() if code == NO_TESTS]
    failed = [name for name, code in codes.items() if code not in {0, NO_TESTS}]
    if left_out:
        print(f"Left out ({len(left_out)}):")
        print("\n".join(f"  {line}" for line in left_out))
    if failed:
        print(f"Failed on {', '.join(failed)}.")
    elif left_out and everything:
        print("Everything that ran is green, but HALTE_ALL=1 asks that nothing be left out.")
    else:
        print("All green." if not left_out else "Everything that ran is green.")
    return 1 if failed or (left_out and everything) else 0


if __name__ == "__main__":
    sys.exit(main())
