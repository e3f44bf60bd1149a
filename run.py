"""The one command: prepares a private Python environment beside itself and hands over to it.

    python3 run.py demo            try it: sample company, website chat, no account, no token
    python3 run.py test            the whole test suite; more arguments go to pytest
    python3 run.py VERB --help     run, chat, check, doctor, invite, understand, score, …

Needs Python 3.11 or newer and nothing else. The first run installs what requirements.lock
names into .venv; later runs need no network.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
# Stands while an install is under way. Found at the start, it means that one was cut off.
UNFINISHED = VENV / "unfinished-install"
UV = "uv>=0.9,<1"
LAST_LINES = 12  # of what a failed installer said


class CannotGoOnError(Exception):
    """Nothing can be started; the text says what is wrong, then the cure."""


@dataclass(frozen=True)
class Lock:
    """A lock file, and the stamp that says it is installed."""

    file: Path
    stamp: Path
    doing: str

    def is_installed(self) -> bool:
        try:
            return not UNFINISHED.exists() and self.stamp.read_text() == self.fingerprint()
        except OSError:
            return False

    def fingerprint(self) -> str:
        """Changes with the lock, and with a Python that was replaced by another version."""
        lock = hashlib.sha256(self.file.read_bytes()).hexdigest()
        return f"{lock} {os.path.realpath(PYTHON)}"


PROGRAM = Lock(
    ROOT / "requirements.lock", VENV / "program-stamp", "preparing a private environment"
)
TESTS = Lock(ROOT / "tests/requirements.lock", VENV / "tests-stamp", "adding the test tools")


def main(arguments: Sequence[str]) -> int:
    if sys.version_info < OLDEST:
        here = ".".join(map(str, sys.version_info[:2]))
        say(f"✗ Duyên needs Python 3.11 or newer, this is {here}: python3.11 run.py demo, say.")
        return 1
    if not arguments or arguments[0] in ("-h", "--help"):
        print(__doc__.strip())
        return 0 if arguments else 2
    try:
        install(PROGRAM)
        if arguments[0] == "test":
            install(TESTS)
            return hand_over("tests.suite", arguments[1:])
        return hand_over("bot", arguments)
    except CannotGoOnError as error:
        say(f"✗ {error}")
        return 1
    except KeyboardInterrupt:
        say("✗ stopped; the same command goes on from here")
        return 130


def say(line: str) -> None:
    """Progress goes to stderr: stdout belongs to the verb, which may be a pipe."""
    with contextlib.suppress(UnicodeEncodeError):
        print(line, file=sys.stderr, flush=True)
        return
    print(line.encode("ascii", "replace").decode(), file=sys.stderr, flush=True)


# --- the private environment -------------------------------------------------------------


def install(lock: Lock) -> None:
    if lock.is_installed():
        return
    with one_at_a_time():
        if lock.is_installed():  # the one before us did it
            return
        started = time.monotonic()
        first = "First run: " if not lock.stamp.exists() else "New versions: "
        say(f"• {first}{lock.doing} …")
        make_environment()
        UNFINISHED.touch()
        install_uv()
        uv = (str(PYTHON), "-m", "uv", "pip", "install", "--quiet", "--python", str(PYTHON))
        ask(
            (*uv, "--require-hashes", "-r", str(lock.file)),
            f"what {lock.file.name} names could not be installed",
            "check the network or the proxy (HTTPS_PROXY), then give the same command again",
        )
        lock.stamp.write_text(lock.fingerprint())
        UNFINISHED.unlink()
        say(f"✓ ready in {time.monotonic() - started:.0f}s")


def make_environment() -> None:
    """A fresh one where there is none, or where an install was cut off in the middle."""
    if not UNFINISHED.exists() and (works("-c", "import pip") or works("-m", "uv", "--version")):
        return
    if importlib.util.find_spec("ensurepip") is None:
        raise CannotGoOnError(
            "this Python cannot make environments. On Debian or Ubuntu: sudo apt install "
            "python3-venv; then give the same command again"
        )
    ask(
        (sys.executable, "-m", "venv", "--clear", str(VENV)),
        f"the folder {VENV} could not be made",
        "make its folder writable or free some disk space, then give the same command again",
    )


def install_uv() -> None:
    if works("-m", "uv", "--version"):
        return
    ask(
        (str(PYTHON), "-m", "pip", "install", "--quiet", "--no-input", UV),
        "uv, the installer, could not be installed",
        "check the network or the proxy (HTTPS_PROXY), then give the same command again",
    )


def works(*arguments: str) -> bool:
    command = (str(PYTHON), *arguments)
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def ask(command: Sequence[str], problem: str, cure: str) -> None:
    """Run an installer, quiet unless it fails."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        said = "\n".join(done.stdout.strip().splitlines()[-LAST_LINES:])
        raise CannotGoOnError(f"{problem}. Cure: {cure}.\n{said}")


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two first runs at once would install into each other."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    folder = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def hand_over(module: str, arguments: Sequence[str]) -> int:
    # The packages are found wherever one stands, and no `bot` folder there hides ours (-P).
    path = (str(ROOT), os.environ.get("PYTHONPATH", ""))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, path))}
    command = (str(PYTHON), "-P", "-m", module, *arguments)
    if os.name == "posix":
        os.execve(PYTHON, command, environment)
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
