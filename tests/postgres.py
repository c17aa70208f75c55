"""A private PostgreSQL server that lives as long as its tests do.

It belongs to an ordinary user even when root runs the tests (PostgreSQL refuses
root), keeps its data in a folder of its own, listens on a free port of this machine
only, and dies with the process that started it.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from tests.memory_folder import memory_folder

_USER = "silian"
"""The program's login: it owns its databases and may do nothing else."""
OWNER = "postgres"
"""Who owns the server; no right holds a superuser, so no test works as one."""
_START_SECONDS = 30
_CONFIGURATION = """
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = ''
shared_buffers = 32MB
fsync = off
synchronous_commit = off
full_page_writes = off
"""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running server; databases are made and thrown away by name."""

    port: int
    copying: str = ""

    def url(self, database: str, login: str = _USER) -> str:
        """The address of a database, as `silian --db` takes it."""
        return f"postgresql+psycopg://{login}@127.0.0.1:{self.port}/{database}"

    def create(
        self, database: str, template: str = "template0", login: str = _USER
    ) -> None:
        """Make a database of ``login`` as a copy of ``template``, to which nobody is
        connected.
        """
        self._do(
            "CREATE DATABASE {} OWNER {} TEMPLATE {}" + self.copying,
            database,
            login,
            template,
        )

    def add_login(self, login: str) -> None:
        """Make an ordinary login that owns nothing yet."""
        self._do("CREATE ROLE {} LOGIN", login)

    def drop_login(self, login: str) -> None:
        """Throw away a login that owns nothing any more."""
        self._do("DROP ROLE {}", login)

    def drop(self, database: str) -> None:
        """Throw a database away, with whoever is still connected."""
        self._do("DROP DATABASE {} WITH (FORCE)", database)

    def _do(self, command: str, *names: str) -> None:
        order = sql.SQL(command).format(*map(sql.Identifier, names))
        with _as_owner(self.port) as connection:
            connection.execute(order)


@contextmanager
def private_cluster() -> Iterator[Cluster]:
    """Start a server in a folder of its own; stop it and remove the folder after."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="silian-postgres-", dir=memory_folder()))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, _servant())
        data = folder / "data"
        _run(programs / "initdb", "-D", data, "-U", OWNER, *_INITDB, folder=folder)
        port = _free_port()
        with (data / "postgresql.conf").open("a") as configuration:
            configuration.write(_CONFIGURATION.format(port=port))
        server = _start(programs / "postgres", data, folder)
        try:
            _wait_for(server, port, folder)
            with _as_owner(port) as connection:
                is_quick = connection.info.server_version >= 150_000
            running = Cluster(port, _FILES if is_quick else "")
            running.add_login(_USER)
            yield running
        finally:
            server.send_signal(signal.SIGINT)  # fast: whoever is connected is let go
            server.wait(_START_SECONDS)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


_FILES = " STRATEGY file_copy"
"""A small database is copied in half the time when its files are, not its pages."""
_INITDB = ("-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-clean")


def _programs() -> Path:
    """The folder of the newest PostgreSQL here; Debian keeps it out of the path."""
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(found, key=lambda path: int(path.parts[-3]), default=None)
    on_path = shutil.which("initdb")
    if newest is None and on_path is None:
        raise RuntimeError(
            "The tests need a PostgreSQL server on this machine and found none: "
            "as root, run `apt-get install postgresql`."
        )
    return newest.parent if newest else Path(os.path.realpath(str(on_path))).parent


def _servant() -> str:
    """The user to whom the server belongs when root runs the tests."""
    names = {user.pw_name for user in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _as_servant() -> list[str]:
    # The server gets SIGINT when the process that started it dies, so that a killed
    # test run leaves none behind.
    command = ["setpriv", "--pdeathsig", "INT"]
    if os.geteuid() == 0:
        user = pwd.getpwnam(_servant())
        command += [f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}"]
        command += ["--clear-groups"]
    return [*command, "--"]


def _environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(folder)}


def _run(*command: str | Path, folder: Path) -> None:
    done = subprocess.run(
        [*_as_servant(), *map(str, command)],
        cwd=folder,
        env=_environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


def _start(program: Path, data: Path, folder: Path) -> subprocess.Popen[bytes]:
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            [*_as_servant(), str(program), "-D", str(data)],
            cwd=folder,
            env=_environment(folder),
            stdout=log,
            stderr=subprocess.STDOUT,
        )


def _as_owner(port: int) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(
        host="127.0.0.1", port=port, user=OWNER, dbname="postgres", autocommit=True
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _wait_for(server: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            _as_owner(port).close()
        except psycopg.OperationalError:
            time.sleep(0.02)
        else:
            return
    raise RuntimeError(f"PostgreSQL did not start:\n{(folder / 'log').read_text()}")
