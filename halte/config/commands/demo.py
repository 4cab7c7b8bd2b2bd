"""`halte demo`: make the demo's data when it is not there yet, say who may sign in, and serve it."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from halte.config import folder, resting
from halte.config.commands import init, serve
from halte.config.folder import DEMO_KEY, DEMO_MARK, DataFolder
from halte.config.unusable import Unusable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", metavar="DIR", default=".data/demo", help="the demo's own folder (.data/demo)")
    serve.add_address(parser)
    parser.add_argument("--make-only", action="store_true", help="make the data and stop")


def run(options: argparse.Namespace) -> int:
    if folder.on_postgresql():
        raise Unusable("The demo lives in its own encrypted file: unset HALTE_DATABASE and run it again.")
    path = Path(options.data).expanduser().absolute()
    chosen = DataFolder(path, path / DEMO_KEY)
    if options.make_only:
        return _make(chosen)
    # The demo's key lies in its folder: it takes the place of a page that a panic left there.
    resting.end(path)
    listening = serve.listen(options.host, options.port)
    if not chosen.holds_data and (code := _make_apart(chosen)):
        return code
    if not chosen.is_demo:
        raise Unusable(
            f"The data in {path} is not the demo's, so the demo leaves it alone: name another folder with DATA=."
        )
    os.environ["HALTE_DEMO"] = "1"
    chosen.open()
    from halte.common import clock
    from halte.config import ready, server

    # A demo may lie in its folder for weeks; no manager has to say that it did.
    (path / clock.FILE).unlink(missing_ok=True)
    ready.check()
    _tell_who_may_sign_in()
    return server.serve(listening, workers=options.workers)


def _make_apart(chosen: DataFolder) -> int:
    """Make the data in a process of its own, so that the server begins with a small memory.

    Returns:
        0, or the code of a process that said in a sentence what stood in the way.
    """
    print("Making the demo's data (once) ...", flush=True)
    made = subprocess.run([sys.executable, "-m", "halte.config.cli", "demo", "--make-only", "--data", str(chosen.path)])
    if made.returncode not in {0, 2}:
        raise Unusable("The demo's data could not be made: tell the maintainers what stands above.")
    return made.returncode


def _make(chosen: DataFolder) -> int:
    os.environ["HALTE_DEMO"] = "1"
    with init.a_new_folder(chosen, key_inside=True) as made:
        from django.utils import timezone

        from halte.common.models import JobRun
        from halte.config import demo
        from halte.config.ready import DEMO_JOB

        now = timezone.now()
        demo.load(at=now)
        JobRun.objects.create(job=DEMO_JOB, due=now, taken_at=now, done_at=now)
        (made.path / DEMO_MARK).write_text("Invented people. The key lies beside the data: never put real data here.\n")
    return 0


def _tell_who_may_sign_in() -> None:
    from halte.config import demo

    print("Sign in as one of these invented people (demo only):")
    print(f"  {'role':<13} {'name':<8} {'password':<15} {'site':<10} begin at")
    for person in demo.sign_ins():
        print(f"  {person.role:<13} {person.sign_in_name:<8} {person.password:<15} {person.site:<10} {person.page}")
