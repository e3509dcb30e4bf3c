"""The workbench on its port: opened, announced, and closed with Ctrl-C."""

import asyncio
import contextlib
import errno
import ipaddress
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import uvicorn

from assay.dossier import DossierError
from assay.serve.app import Workbench, application
from assay.serve.desk import Desk
from assay.serve.safety import Address, Guarded, Keys

USUAL_PORT = 8730
_TURN = 0.001  # seconds, after which a long examination lets whoever asks for a page go first
_NEXT = 20  # ports that are tried where none was asked for


class _Server(uvicorn.Server):
    """A server that tells open streams to end when it is told to."""

    def __init__(self, config: uvicorn.Config, bench: Workbench) -> None:
        super().__init__(config)
        self._bench = bench

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._bench.closing.now = True
        super().handle_exit(sig, frame)


def is_loopback(host: str) -> bool:
    """Say whether only this machine can reach a host of this name."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def serve(root: Path, host: str, port: int | None, tell: Callable[[str], None], *, browser: bool) -> None:
    """Open the workbench of a dossier, and go on until it is closed.

    Raises:
        DossierError: the dossier cannot be opened, or the port cannot be had.
    """
    desk = Desk(root)
    with contextlib.suppress(KeyboardInterrupt), _bound(host, port) as listening:
        address = Address(host, listening.getsockname()[1])
        keys = Keys()
        app, bench = application(desk)
        config = uvicorn.Config(
            Guarded(app, address, keys, tell), log_level="error", access_log=False, lifespan="off", ws="none",
            server_header=False, timeout_graceful_shutdown=2,
        )  # fmt: skip
        first = f"{address.shown}/?token={keys.token}"
        threading.Thread(target=bench.warm, daemon=True).start()
        tell(first)
        if browser:
            threading.Thread(target=webbrowser.open, args=(first,), daemon=True).start()
        sys.setswitchinterval(_TURN)
        _run(_Server(config, bench), listening)


def _run(server: uvicorn.Server, listening: socket.socket) -> None:
    """Serve until Ctrl-C. One that comes before the first turn leaves nothing behind that was never awaited."""
    serving = server.serve(sockets=[listening])
    try:
        with asyncio.Runner(loop_factory=server.config.get_loop_factory()) as runner:
            runner.run(serving)
    finally:
        serving.close()


def _bound(host: str, port: int | None) -> socket.socket:
    """Take a port: the one that was asked for, or else the usual one or one of the next."""
    wanted = [port] if port is not None else [*range(USUAL_PORT, USUAL_PORT + _NEXT), 0]
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for number in wanted:
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, number))
            listening.listen(128)
        except OSError as error:
            listening.close()
            if error.errno == errno.EADDRINUSE and port is None:
                continue
            raise _unavailable(host, number, error) from None
        return listening
    raise DossierError("no port is free", "name one: --port 9000")


def _unavailable(host: str, port: int, error: OSError) -> DossierError:
    if error.errno == errno.EADDRINUSE:
        help_ = "is another assay serve running there? name another port, or none"
        return DossierError(f"port {port} is taken", help_)
    if error.errno == errno.EACCES:
        return DossierError(f"port {port} may not be used", "name one above 1023")
    return DossierError(f"{host} port {port} cannot be had: {error.strerror or error}", "leave --host and --port out")
