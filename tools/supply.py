"""What Halte rests on: `check` that it is pinned and may be used, `list` it, `audit` it, write its bill of materials.

`check` and `list` need no network. `audit` asks the advisory service about every package: one that could not be
audited is a failure, unless the service answered for none of them, which is what being offline looks like; then all are
listed. HALTE_ONLINE=1 takes no excuse.
"""

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parent.parent
REQUIREMENTS = HOUSE / "requirements"
LISTED = HOUSE / "docs" / "supply.md"
BILL = HOUSE / ".data" / "halte.cdx.json"
BIN = Path(sys.executable).parent
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==(\S+)")
_CLASSIFIERS = {
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "ISC License (ISCL)": "ISC",
    "The Unlicense (Unlicense)": "Unlicense",
}


@dataclass(frozen=True)
class Pinned:
    """One package of a requirements file."""

    name: str
    version: str
    hashes: int


@dataclass(frozen=True)
class Suppression:
    """An advisory that we live with until a day, and why."""

    id: str
    package: str
    reason: str
    expires: date


@dataclass(frozen=True)
class Rules:
    """What `requirements/supply.toml` says."""

    accepted: frozenset[str]
    licences: Mapping[str, str]
    suppressions: tuple[Suppression, ...] = ()

    @classmethod
    def read(cls, path: Path = REQUIREMENTS / "supply.toml") -> "Rules":
        """The rules of a file; an entry without a reason or a day is a mistake in the file."""
        said = tomllib.loads(path.read_text())
        suppressions = tuple(Suppression(**one) for one in said.get("suppressions", []))
        return cls(frozenset(said["accepted"]), said.get("licences", {}), suppressions)


def pinned(text: str) -> list[Pinned]:
    """The packages of a requirements file, in its order."""
    found = []
    for block in re.split(r"\n(?=\S)", text.replace("\\\n", " ")):
        if match := _PINNED.match(block):
            found.append(Pinned(canonical(match[1]), match[2], block.count("--hash=sha256:")))
    return found


def canonical(name: str) -> str:
    """A package's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def unpinned(text: str) -> Iterator[str]:
    """What a requirements file leaves open: a version, a hash, or where to download from."""
    for block in re.split(r"\n(?=[^\s#])", text.replace("\\\n", " ")):
        line = block.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("-") or "://" in line:
            yield f"names a place to download from: {line.split()[0]}"
        elif not _PINNED.match(line):
            yield f"has no exact version: {line.split()[0]}"
        elif "--hash=sha256:" not in line:
            yield f"has no hash: {line.split()[0]}"


def licence(package: Distribution, rules: Rules) -> str:
    """The SPDX expression of one installed package; empty when neither it nor our own list says."""
    name = canonical(package.metadata["Name"])
    if said := rules.licences.get(name) or package.metadata.get("License-Expression"):
        return str(said)
    named = (package.metadata.get("License") or "").strip()
    if named in rules.accepted:
        return str(named)
    classifiers = package.metadata.get_all("Classifier") or []
    known = [_CLASSIFIERS.get(one.rpartition(" :: ")[2], "") for one in classifiers if one.startswith("License ::")]
    return " OR ".join(sorted({one for one in known if one}))


def acceptable(expression: str, rules: Rules) -> bool:
    """Whether a licence expression may be combined with ours: every part joined by AND, one of those joined by OR."""
    parts = [part.strip(" ()") for part in re.split(r"\bAND\b", expression)]
    return all(any(one.strip(" ()") in rules.accepted for one in re.split(r"\bOR\b", part)) for part in parts)


def out_of_date(rules: Rules, today: date) -> Iterator[str]:
    """Suppressions past their day or without a reason."""
    for one in rules.suppressions:
        if one.expires < today:
            yield f"{one.id} ({one.package}) was to be looked at again by {one.expires}: {one.reason}"
        if not one.reason.strip():
            yield f"{one.id} ({one.package}) gives no reason"


def judged(answer: Mapping[str, Any], rules: Rules, *, online: bool) -> tuple[list[str], list[str]]:
    """What an audit found wrong, and what it could not look at while offline.

    Args:
        answer: What `pip-audit --format json` printed.
        online: Take no excuse.
    """
    packages = answer["dependencies"]
    unasked = [f"{one['name']}: {one['skip_reason']}" for one in packages if "skip_reason" in one]
    offline = bool(packages) and len(unasked) == len(packages) and not online
    living_with = {one.id for one in rules.suppressions}
    wrong, met = [], set()
    for package in packages:
        for advisory in package.get("vulns", []):
            names = {advisory["id"], *advisory.get("aliases", [])}
            met |= names & living_with
            if not names & living_with:
                cure = ", ".join(advisory.get("fix_versions", [])) or "none yet"
                wrong.append(f"{package['name']} {package['version']}: {advisory['id']} (mended in: {cure})")
    if not offline:
        wrong += [f"could not be audited: {one}" for one in unasked]
        wrong += [f"nothing needs the suppression of {one} any more: take it out" for one in sorted(living_with - met)]
    return wrong, unasked if offline else []


def listing(rules: Rules) -> str:
    """docs/supply.md: each package that runs with Halte or tests it, its version and its licence."""
    here = {canonical(one.metadata["Name"]): one for one in distributions()}
    running = pinned((REQUIREMENTS / "runtime.txt").read_text())
    known = {one.name for one in running}
    testing = [one for one in pinned((REQUIREMENTS / "development.txt").read_text()) if one.name not in known]
    lines = [
        "# What Halte rests on",
        "",
        "Written by `python tools/supply.py list` from the pinned files and what each package says of its licence.",
        "`make supply` writes the bill of materials (CycloneDX) and asks for known weaknesses; its rules and",
        "exceptions stand in `requirements/supply.toml`.",
    ]
    for title, packages in (("It runs with", running), ("It is tested with", testing)):
        lines += ["", f"## {title}", "", "| package | version | licence |", "|---|---|---|"]
        for one in packages:
            said = licence(here[one.name], rules) if one.name in here else "only on other systems"
            lines.append(f"| {one.name} | {one.version} | {said or 'does not say'} |")
    return "\n".join(lines) + "\n"


def wrong_here(rules: Rules, today: date) -> Iterator[str]:
    """Everything that can be seen without a network."""
    for path in (REQUIREMENTS / "runtime.txt", REQUIREMENTS / "development.txt"):
        yield from (f"{path.name} {one}" for one in unpinned(path.read_text()))
    wanted = {one.name for path in REQUIREMENTS.glob("*.txt") for one in pinned(path.read_text())}
    for package in distributions():
        name = canonical(package.metadata["Name"])
        if name in wanted and not acceptable(licence(package, rules), rules):
            said = licence(package, rules) or "unknown"
            yield f"{name}: licence {said} is not accepted in requirements/supply.toml"
    yield from out_of_date(rules, today)
    if not LISTED.exists() or LISTED.read_text() != listing(rules):
        yield f"{LISTED.relative_to(HOUSE)} is not in step: run `python tools/supply.py list`"


def audit(rules: Rules) -> int:
    """Ask about each pinned package of both files; 1 when something is wrong, 0 with a list when offline."""
    files = [part for name in ("runtime.txt", "development.txt") for part in ("-r", str(REQUIREMENTS / name))]
    command = [BIN / "pip-audit", "--require-hashes", "--disable-pip", "--format", "json", "--progress-spinner", "off"]
    done = subprocess.run([*command, *files], cwd=HOUSE, capture_output=True, text=True)
    try:
        answer = json.loads(done.stdout)
    except json.JSONDecodeError:
        print(f"The audit did not run:\n{done.stderr[-2000:]}", file=sys.stderr)
        return 1
    wrong, unasked = judged(answer, rules, online=os.environ.get("HALTE_ONLINE") == "1")
    if unasked:
        print(f"Offline: the advisory service answered for none of {len(unasked)} packages. Not audited:")
        print("\n".join(f"  {one}" for one in unasked))
    if wrong:
        print("\n".join(wrong))
    elif not unasked:
        print(f"{len(answer['dependencies'])} packages audited, nothing found.")
    return 1 if wrong else 0


def bill(path: Path) -> int:
    """The software bill of materials of what runs, as CycloneDX 1.6, the same for the same files."""
    path.parent.mkdir(parents=True, exist_ok=True)
    command = [BIN / "cyclonedx-py", "requirements", str(REQUIREMENTS / "runtime.txt")]
    command += ["--pyproject", str(HOUSE / "pyproject.toml"), "--spec-version", "1.6", "--output-reproducible"]
    done = subprocess.run([*command, "--output-file", str(path)], cwd=HOUSE, capture_output=True, text=True)
    if done.returncode:
        print(done.stderr[-2000:], file=sys.stderr)
        return 1
    print(f"{path.relative_to(HOUSE)}: {len(json.loads(path.read_text())['components'])} components, CycloneDX 1.6.")
    return 0


def main(what: str) -> int:
    """Do one of them; 1 when something is wrong."""
    rules = Rules.read()
    if what == "list":
        LISTED.write_text(listing(rules))
        return 0
    if what == "check":
        wrong = list(wrong_here(rules, datetime.now(UTC).date()))
        print("\n".join(wrong))
        return 1 if wrong else 0
    return bill(BILL) or audit(rules)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "all"))
