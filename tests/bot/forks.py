"""Verbs in processes of their own that need not load the program: one that has it splits off.

What such a process has is its own: folder, environment, streams, signals, exit code. What it does
not show is whether a verb finds all it needs by itself; `Typed.fresh` does.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

ROOT = Path(__file__).parents[2]
WITHIN = 60  # seconds for a verb
# What verbs load only when they come to need it.
_LATER = (
    "bot.app",
    "bot.demo_business",
    "bot.simulation.simulate",
    "sqlalchemy.dialects.postgresql",
    "sqlalchemy.ext.asyncio",
    "storage.migrate",
    "storage.store",
)


class Forks:
    """The process that has loaded everything, and waits to be told a verb."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            (sys.executable, "-P", "-m", "tests.bot.forks"),
            cwd=ROOT,
            env={**_plain_environment(), "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._one_at_a_time = threading.Lock()

    def run(
        self, words: tuple[str, ...], folder: Path, environment: Mapping[str, str], stdin: str
    ) -> subprocess.CompletedProcess[str]:
        with tempfile.TemporaryDirectory() as streams:
            given, said, complained = (Path(streams) / name for name in ("in", "out", "err"))
            given.write_text(stdin, encoding="utf-8")
            asked = {
                "words": words,
                "folder": str(folder),
                "environment": dict(environment),
                "streams": [str(given), str(said), str(complained)],
            }
            code = self._ask(json.dumps(asked))
            return subprocess.CompletedProcess(
                words, code, said.read_text("utf-8"), complained.read_text("utf-8")
            )

    def _ask(self, asked: str) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with self._one_at_a_time:
            self._process.stdin.write(asked + "\n")
            self._process.stdin.flush()
            return int(self._process.stdout.readline())

    def end(self) -> None:
        self._process.communicate()


@cache
def forks() -> Forks:
    """The one of this test run."""
    started = Forks()
    atexit.register(started.end)
    return started


def _plain_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if "DUYEN" not in name}


# --- the process itself ------------------------------------------------------------------


def _serve() -> None:
    import importlib

    from bot.__main__ import VERBS

    for verb in VERBS:
        verb.load()
    for name in _LATER:
        importlib.import_module(name)
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if not child:
            _be(asked)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _be(asked: dict[str, Any]) -> NoReturn:
    """In the child: become what was asked for, as if it had just been started."""
    code = 1
    try:
        signal.alarm(WITHIN)
        _take_streams(asked["streams"])
        os.chdir(asked["folder"])
        os.environ.clear()
        os.environ.update(asked["environment"])
        sys.argv = ["bot", *asked["words"]]
        code = _exit_code_of_main()
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _take_streams(paths: list[str]) -> None:
    flags = (os.O_RDONLY, os.O_WRONLY | os.O_CREAT, os.O_WRONLY | os.O_CREAT)
    for number, (path, flag) in enumerate(zip(paths, flags, strict=True)):
        opened = os.open(path, flag, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = open(0, encoding="utf-8")  # noqa: SIM115  # as long as the process
    sys.stdout = open(1, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8")  # noqa: SIM115


def _exit_code_of_main() -> int:
    """As the interpreter makes it of how the program ended."""
    from bot.__main__ import main

    try:
        main()
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
            return 1
        return end.code or 0
    except BaseException as error:
        sys.excepthook(type(error), error, error.__traceback__)
        return 1
    return 0


if __name__ == "__main__":
    _serve()
