"""Makes `.venv` with pinned, hash-checked dependencies and compiled translations. Needs only Python, pip and venv.

Run by the system's Python, which may be old or incomplete: this file keeps to syntax that Python 3.6 reads, imports
nothing but the standard library, and ends with one plain sentence and exit code 2 when it cannot go on.
"""

import hashlib
import os
import subprocess
import sys

HOUSE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(HOUSE, ".venv")
LOG = os.path.join(VENV, "setup.log")
OLDEST = (3, 11)
LISTS = {"runtime": ["runtime.txt"], "development": ["runtime.txt", "development.txt"]}


class CannotSetUp(Exception):
    """The sentence that says what to do."""


def main(arguments):
    """Set up for running (`runtime`) or also for testing (`development`), unless that was done before."""
    wanted = arguments[0] if arguments else "runtime"
    try:
        check_python()
        check_folder()
        make_environment()
        install(wanted)
        compile_translations()
    except CannotSetUp as sentence:
        sys.stderr.write("%s\n" % sentence)
        return 2
    except KeyboardInterrupt:
        sys.stderr.write("Stopped. Run the same command again to go on.\n")
        return 2
    return 0


def check_python():
    if sys.version_info < OLDEST:
        raise CannotSetUp(
            "Halte needs Python 3.11 or newer and found %d.%d: install python3.11, or name one with "
            "`make PYTHON=/path/to/python3.11`." % sys.version_info[:2]
        )
    for module in ("venv", "ensurepip"):
        try:
            __import__(module)
        except ImportError:
            raise CannotSetUp(
                "This Python lacks its %s module: install it (Debian and Ubuntu: `apt-get install python3-venv`) "
                "and run the same command again." % module
            ) from None


def check_folder():
    for folder in (HOUSE, VENV):
        if os.path.isdir(folder) and not os.access(folder, os.W_OK | os.X_OK):
            raise CannotSetUp(
                "The folder %s cannot be written: change its owner, or copy Halte to a folder of your own." % folder
            )


def make_environment():
    """A virtual environment of this Python's version; one of another version is made anew."""
    stands = run([inside("python"), "-c", "import sys; print('%d.%d' % sys.version_info[:2])"])
    if stands is not None and stands.strip() == "%d.%d" % sys.version_info[:2]:
        return
    say("Making .venv with Python %d.%d" % sys.version_info[:2])
    if run([sys.executable, "-m", "venv", "--clear", VENV], noting=True) is None:
        raise CannotSetUp(
            "The virtual environment .venv could not be made: see that the disk has 500 MB free, and that "
            "python3-venv is installed (Debian and Ubuntu: `apt-get install python3-venv`)."
        )


def install(wanted):
    stamp = os.path.join(VENV, ".halte-%s" % wanted)
    lists = [os.path.join(HOUSE, "requirements", name) for name in LISTS[wanted]]
    fingerprint = fingerprint_of(lists + [os.path.join(HOUSE, "pyproject.toml")])
    if read(stamp) == fingerprint:
        return
    say("Installing dependencies (once)")
    pip = [inside("python"), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--retries", "2"]
    named = [part for name in lists for part in ("-r", name)]
    # The lists are whole: with --no-deps no release that came out since can take the place of a pinned one.
    as_pinned = ["--require-hashes", "--no-deps", "--only-binary", ":all:"]
    if run(pip + as_pinned + named, noting=True) is None:
        raise CannotSetUp(
            "The dependencies could not be downloaded: connect to the internet and run the same command again "
            "(pip said: %s; the rest is in .venv/setup.log)." % last_line(LOG)
        )
    if run(pip + ["--no-deps", "--no-build-isolation", "-e", HOUSE], noting=True) is None:
        raise CannotSetUp(
            "Halte itself could not be installed: remove .venv and run this again (.venv/setup.log says why)."
        )
    lacking = run([inside("python"), "-m", "pip", "--disable-pip-version-check", "check"], noting=True)
    if lacking is None:
        raise CannotSetUp("The lists of requirements do not fit together: %s." % last_line(LOG))
    for name in LISTS:
        if wanted == "development" or name == wanted:
            only = [os.path.join(HOUSE, "requirements", part) for part in LISTS[name]]
            write(
                os.path.join(VENV, ".halte-%s" % name), fingerprint_of(only + [os.path.join(HOUSE, "pyproject.toml")])
            )


def compile_translations():
    if run([inside("python"), os.path.join(HOUSE, "tools", "translations.py"), "compile"], noting=True) is None:
        raise CannotSetUp("The translations could not be compiled (.venv/setup.log says why).")


def inside(program):
    return os.path.join(VENV, "bin", program)


def run(command, noting=False):
    """The program's output, or None when it failed; its complaints are noted in `.venv/setup.log` if asked."""
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True)
    except OSError as error:
        if noting:
            note(str(error))
        return None
    if done.returncode:
        if noting:
            note(done.stderr.strip() or done.stdout.strip())
        return None
    return done.stdout


def note(complaints):
    if os.path.isdir(VENV):
        write(LOG, complaints + "\n")


def fingerprint_of(paths):
    digest = hashlib.sha256(sys.version.encode())
    for path in paths:
        with open(path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def read(path):
    try:
        with open(path) as file:
            return file.read()
    except OSError:
        return None


def write(path, content):
    with open(path, "w") as file:
        file.write(content)


def last_line(path):
    lines = (read(path) or "").strip().splitlines()
    return lines[-1].strip() if lines else "nothing"


def say(sentence):
    sys.stdout.write("%s ...\n" % sentence)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
