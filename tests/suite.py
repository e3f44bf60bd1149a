"""`run.py test`: installs what the tests want of the system, then runs every check."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
POSTGRES_URL = "DUYEN_TEST_POSTGRES_URL"
FONTS = ("fonts-noto-core", "fonts-noto-color-emoji")
PYTEST = ("pytest",)
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    PYTEST,
)


@dataclass(frozen=True, slots=True)
class SystemPackages:
    """Programs outside Python that some tests want."""

    names: tuple[str, ...]
    is_there: Callable[[], bool]
    skipped: str


def has_chromium() -> bool:
    browsers = (os.environ.get("CHROMIUM", ""), "/usr/bin/chromium", "chromium")
    return any(shutil.which(one) for one in browsers if one)


def has_fonts() -> bool:
    """Only Debian's package manager can tell; elsewhere letters are taken to be there."""
    if not shutil.which("dpkg-query"):
        return True
    command = ("dpkg-query", "--show", "--showformat=${db:Status-Status}\n", *FONTS)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.split() == ["installed"] * len(FONTS)


def has_postgres() -> bool:
    return postgres_answers() or postgres_programs() is not None


def postgres_answers() -> bool:
    """One that was named, or one on this machine."""
    if os.environ.get(POSTGRES_URL):
        return True
    with suppress(OSError), socket.create_connection(("127.0.0.1", 5432), timeout=1):
        return True
    return False


def postgres_programs() -> Path | None:
    """Where PostgreSQL's own commands are; Debian keeps them off the path."""
    on_path = shutil.which("initdb")
    places = [Path(on_path)] if on_path else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    return places[0].parent if places else None


WANTED = (
    SystemPackages(("chromium",), has_chromium, "the tests of the pages in a browser"),
    SystemPackages(FONTS, has_fonts, "no test, but pictures of the pages lack letters"),
    SystemPackages(("postgresql",), has_postgres, "the tests on PostgreSQL"),
)


def main(more: Sequence[str]) -> int:
    """Every check runs, whatever the one before said; the first that fails gives the exit code."""
    install_system_packages()
    failed = []
    with postgres() as address:
        environment = {**os.environ, **address}
        for check in CHECKS:
            command = (*check, *more) if check == PYTEST else check
            say(f"• {' '.join(command)}")
            done = subprocess.run(
                (sys.executable, "-m", *command),
                cwd=ROOT,
                env=environment,
                stdin=subprocess.DEVNULL,
                check=False,
            )
            if done.returncode:
                failed.append((" ".join(check), done.returncode))
    if failed:
        say(f"✗ failed: {', '.join(name for name, _ in failed)}")
    return failed[0][1] if failed else 0


def say(line: str) -> None:
    sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]  # a console without ✗
    print(line, file=sys.stderr, flush=True)


def install_system_packages() -> None:
    missing = [one for one in WANTED if not one.is_there()]
    names = [name for one in missing for name in one.names]
    if missing and may_install():
        say(f"• Installing {', '.join(names)} …")
        apt("update", "-qq")
        apt("install", "-y", "-qq", "--no-install-recommends", *names)
    for one in missing:
        if not one.is_there():
            cure = f"sudo apt install {' '.join(one.names)}"
            say(f"• Without {', '.join(one.names)}, skipped: {one.skipped}. To get it: {cure}")


def may_install() -> bool:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return is_root and shutil.which("apt-get") is not None


def apt(*words: str) -> None:
    subprocess.run(
        ("apt-get", *words),
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=False,
    )


@contextmanager
def postgres() -> Iterator[dict[str, str]]:
    """A server of our own for as long as the tests run, where none answers already."""
    programs = postgres_programs()
    if postgres_answers() or programs is None:
        yield {}
        return
    with tempfile.TemporaryDirectory(prefix="duyen-postgres-") as folder:
        cluster = Cluster(programs, Path(folder), free_port())
        if not cluster.start():
            say("• PostgreSQL did not start, skipped: the tests on PostgreSQL")
            yield {}
            return
        try:
            yield {POSTGRES_URL: f"postgresql://postgres@127.0.0.1:{cluster.port}/postgres"}
        finally:
            cluster.stop()


@dataclass(frozen=True, slots=True)
class Cluster:
    """A throw-away PostgreSQL server on loopback."""

    programs: Path
    folder: Path
    port: int

    def start(self) -> bool:
        user = self._user()
        if user is not None:
            try:
                shutil.chown(self.folder, user)
            except LookupError:
                return False
        # What it holds is thrown away: it may lose it with the machine's power.
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c fsync=off -k {self.folder}"
        return self._run(
            "initdb", "-D", self._data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"
        ) and self._run("pg_ctl", "-D", self._data, "-o", options, "-l", self._log, "-w", "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "stop")

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    @property
    def _log(self) -> str:
        return str(self.folder / "log")

    def _user(self) -> str | None:
        """PostgreSQL refuses to run as root; its package brings a user to run it as."""
        return "postgres" if hasattr(os, "geteuid") and os.geteuid() == 0 else None

    def _run(self, program: str, *words: str) -> bool:
        with suppress(OSError, KeyError):
            done = subprocess.run(
                (str(self.programs / program), *words),
                user=self._user(),
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )
            return done.returncode == 0
        return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
