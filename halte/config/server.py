"""The web server: gunicorn with two threaded processes (docs/decisions/0004-gunicorn-serves-a-centre.md)."""

import ctypes
import gc
import os
import resource
import signal
import socket
import ssl
import sys
import warnings
from typing import Any

from django.conf import settings
from django.db import connection, connections
from django.utils import timezone
from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger as GunicornLog

from halte.common import backups, clock
from halte.config import jobs, opening, panic, sizes, speaking_tls, tls
from halte.config.behind_proxy import behind_a_proxy
from halte.config.jobs import house
from halte.config.stick import Again
from halte.web.logs import NoAddresses

_PR_SET_PDEATHSIG = 1


def serve(listening: socket.socket, *, workers: int, in_the_clear: bool = False, again: Again | None = None) -> int:
    """Answer until told to stop (SIGTERM, SIGINT). A worker that dies is replaced; no worker outlives this process.

    Args:
        in_the_clear: Speak HTTP even where the house has a certificate: a proxy stands before it that has its own.
        again: What opens the house when the stick is put in after a panic, if something does.
    """
    # A crash must not leave memory on the disk: keys and words of guests are in it.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    clock.keep_time(settings.DATA)
    if doubt := clock.HOUSE.doubt():
        print(_about_clock(doubt), flush=True)
    if connection.vendor == "sqlite" and not settings.DEMO:
        backups.begin(settings.DATA, timezone.now())
    opening.opened(settings.DATA)
    sizes.measure_tables()
    connections.close_all()
    behind_proxy = in_the_clear and settings.SECURE
    Server(listening, workers, None if in_the_clear else _house(), again, behind_proxy=behind_proxy).run()
    return 0


class Log(GunicornLog):  # type: ignore[misc]
    """What gunicorn says of an error that Django did not see, without the address: it may hold a card's secret."""

    def setup(self, cfg: Any) -> None:
        """Each way out is watched."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.addFilter(NoAddresses())


class Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn, with settings from code alone: no file, no environment variable, no access log, no control socket."""

    def __init__(
        self,
        listening: socket.socket,
        workers: int,
        house: tls.House | None,
        again: Again | None = None,
        *,
        behind_proxy: bool = False,
    ) -> None:
        self.again = again
        self.listening = listening
        self.workers = workers
        self.behind_proxy = behind_proxy
        self.certificate = house.key_and_certificate() if house else b""
        self.host, self.port = listening.getsockname()[:2]
        super().__init__()

    def load_config(self) -> None:
        """Settings that differ from gunicorn's own."""
        chosen = {
            "bind": f"fd://{self.listening.fileno()}",
            "workers": self.workers,
            "worker_class": "gthread",
            "threads": 2,
            "keepalive": 75,
            "timeout": 60,
            "graceful_timeout": 15,
            "preload_app": True,
            "accesslog": None,
            "logger_class": Log,
            "loglevel": "error",
            "control_socket_disable": True,
            "forwarded_allow_ips": "",
            "limit_request_line": 2048,
            "worker_tmp_dir": "/dev/shm" if os.access("/dev/shm", os.W_OK) else None,  # noqa: S108
            "proc_name": "halte",
            "pre_fork": _before_fork,
            "post_fork": _after_fork,
            "post_worker_init": _worker_ready,
            "when_ready": self._ready,
            "on_exit": _stopped,
        }
        if self.certificate:
            chosen |= _speaking_tls(speaking_tls.context(self.certificate))
        for name, value in chosen.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """The application."""
        # Static files are served from the installed package; WhiteNoise asks for a folder of collected ones as well.
        warnings.filterwarnings("ignore", message="No directory at", category=UserWarning)
        from halte.config.wsgi import application

        return behind_a_proxy(application) if self.behind_proxy else application

    def _ready(self, arbiter: Any) -> None:
        panic.listen_for(arbiter.LISTENERS[0].sock, settings.DATA, self.certificate, self.again)
        everywhere_or_here = {"127.0.0.1", "::1", "0.0.0.0", "::"}  # noqa: S104
        shown = "localhost" if self.host in everywhere_or_here else self.host
        scheme = "https" if self.certificate else "http"
        print(f"Halte is ready on {scheme}://{shown}:{self.port} (stop with Ctrl+C).", flush=True)


def _house() -> tls.House | None:
    """The house with a certificate that is new enough, its names allowed; None where `halte tls` never ran."""
    house = tls.House(settings.DATA)
    if not house.stands:
        return None
    house.renew_if_due(timezone.now())
    names = house.names()
    settings.ALLOWED_HOSTS += [*names.names, *(f"[{one}]" if one.version == 6 else str(one) for one in names.addresses)]
    return house


def _speaking_tls(context: ssl.SSLContext) -> dict[str, Any]:
    # Gunicorn asks for a file to know that it speaks TLS, and for the context at each connection.
    return {"certfile": "/dev/null", "ssl_context": lambda _config, _make_one: context}


def _about_clock(doubt: clock.Doubt) -> str:
    says = f"The clock of this machine says {doubt.machine:%Y-%m-%d %H:%M} UTC, "
    if doubt.behind:
        return says + f"but it was {doubt.seen:%Y-%m-%d %H:%M} already: set it. The house counts on from there."
    return (
        says + f"the house last knew {doubt.seen:%Y-%m-%d}: a manager says which is right; until then nothing is due."
    )


def _before_fork(_arbiter: Any, _worker: Any) -> None:
    # What is loaded by now is shared between the processes as long as the collector does not touch it.
    connections.close_all()
    gc.freeze()


def _after_fork(_arbiter: Any, worker: Any) -> None:
    panic.leave_to_the_server()
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != worker.ppid:
        sys.exit("The parent ended while this worker began.")


def _worker_ready(_worker: Any) -> None:
    jobs.start()


def _stopped(_arbiter: Any) -> None:
    house.keep_heads(settings.DATA)
    connections.close_all()
