"""Runs the whole suite: on SQLCipher, on PostgreSQL, and in Chromium. What was left out is listed at the end.

With HALTE_ALL=1 nothing may be left out. The two databases run side by side.
"""

import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as Tree
from dataclasses import dataclass
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOUSE))
QUICK = "not slow and not browser"
NO_TESTS = 5


@dataclass
class Part:
    """One run of pytest."""

    name: str
    marker: str
    environment: dict[str, str]
    report: Path
    process: "subprocess.Popen[bytes] | None" = None

    def start(self, *, quiet: bool = False) -> None:
        """Begin; a quiet part's output is kept for the end."""
        command = [sys.executable, "-m", "pytest", "-q", "-m", self.marker, f"--junitxml={self.report}"]
        command += ["-p", "no:cacheprovider", *sys.argv[1:]]
        output = (self.report.with_suffix(".txt")).open("wb") if quiet else None
        self.process = subprocess.Popen(
            command, cwd=HOUSE, env=os.environ | self.environment, stdout=output, stderr=subprocess.STDOUT
        )

    def end(self) -> int:
        """Wait, and give pytest's exit code."""
        assert self.process is not None
        code = self.process.wait()
        kept = self.report.with_suffix(".txt")
        if kept.exists():
            print(kept.read_text(errors="replace"), flush=True)
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
        plain = Part("SQLCipher", QUICK, {}, Path(folder) / "sqlcipher.xml")
        other = Part("PostgreSQL", QUICK, {"HALTE_TEST_DATABASE": "postgresql"}, Path(folder) / "postgresql.xml")
        browser = Part("Chromium", "browser and not slow", {}, Path(folder) / "browser.xml")
        parts = [plain]
        plain.start()
        if programs() is None:
            left_out.append("PostgreSQL: the whole suite: PostgreSQL 15 or newer is not installed")
        else:
            parts.append(other)
            other.start(quiet=True)
        codes = {part.name: _shown(part) for part in parts}
        browser.start()
        codes[browser.name] = _shown(browser)
        left_out += [line for part in [*parts, browser] for line in part.skipped()]
    return _verdict(codes, left_out)


def _shown(part: Part) -> int:
    code = part.end()
    print(f"== {part.name}: {'ok' if code == 0 else 'nothing to run' if code == NO_TESTS else 'FAILED'}\n", flush=True)
    return code


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
