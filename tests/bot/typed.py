"""A verb as it is typed: a process in a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bot.forks import forks

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-P", "-m", "bot")


def settings_of_nobody() -> dict[str, str]:
    """The environment without the settings of whoever runs the tests."""
    inherited = {name: value for name, value in os.environ.items() if "DUYEN" not in name}
    return {**inherited, "PYTHONPATH": str(ROOT)}


@dataclass(frozen=True)
class Typed:
    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        return {**settings_of_nobody(), **self.settings}

    def __call__(self, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """In a process of its own, split off from one that has loaded the program."""
        return forks().run(words, self.folder, self.environment, stdin)

    def fresh(self, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """In a process that starts from nothing, which takes a second or two."""
        return subprocess.run(
            (*COMMAND, *words),
            cwd=self.folder,
            env=self.environment,
            input=stdin,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def answers(self, verb: str, lines: Iterable[str]) -> list[dict[str, Any]]:
        """What a verb that reads JSON lines prints for these."""
        done = self(verb, stdin="".join(f"{line}\n" for line in lines))
        assert done.returncode == 0
        assert done.stderr == ""
        return [json.loads(line) for line in done.stdout.splitlines()]
