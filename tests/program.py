"""The real program as a child process, started, killed and started again."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from dataclasses import dataclass, field
from pathlib import Path

import httpx

ROOT = Path(__file__).parent.parent
READY_WITHIN = 40.0  # seconds; busy machines are slow


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Program:
    """`python -m bot run` on a folder of its own, against an emulated Telegram."""

    folder: Path
    telegram_url: str
    token: str
    settings: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    output: list[str] = field(default_factory=list)
    _process: Process | None = None
    _reader: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def database(self) -> Path:
        return self.folder / "data" / "duyen.db"

    @property
    def environment(self) -> dict[str, str]:
        inherited = {key: value for key, value in os.environ.items() if "DUYEN" not in key}
        return {
            **inherited,
            "PYTHONPATH": str(ROOT),
            "DUYEN_TELEGRAM_TOKEN": self.token,
            "DUYEN_TELEGRAM_API_URL": self.telegram_url,
            "DUYEN_DATA_DIR": str(self.folder / "data"),
            "DUYEN_HTTP_PORT": str(self.port),
            **self.settings,
        }

    async def start(self) -> None:
        self._process = await self._spawn("run")
        self._reader = asyncio.create_task(self._read(self._process))
        await self.ready()

    async def ready(self) -> None:
        async with asyncio.timeout(READY_WITHIN), httpx.AsyncClient() as client:
            while True:
                assert self._process is not None
                if self._process.returncode is not None:
                    raise RuntimeError("the program ended:\n" + "\n".join(self.output))
                try:
                    if (await client.get(f"{self.url}/readyz")).status_code == 200:
                        return
                except httpx.TransportError:
                    pass
                await asyncio.sleep(0.05)

    async def kill(self) -> None:
        """kill -9: no goodbye, no flush."""
        assert self._process is not None
        self._process.kill()
        await self._process.wait()

    async def stop(self) -> int:
        """SIGTERM; answers the exit code."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.send_signal(signal.SIGTERM)
        return await self._process.wait()

    async def says(self, pattern: str, within: float = READY_WITHIN) -> str:
        """The first group of a pattern in what the program printed."""
        async with asyncio.timeout(within):
            while True:
                if found := re.search(pattern, "\n".join(self.output)):
                    return found[1]
                await asyncio.sleep(0.05)

    async def verb(self, *words: str) -> str:
        """Another command beside the running program; answers what it prints."""
        process = await self._spawn(*words)
        printed, _ = await process.communicate()
        return printed.decode()

    async def invites(self, role: str, name: str) -> str:
        printed = await self.verb("invite", "--role", role, "--name", name)
        found = re.search(r"/join (\S+)", printed)
        assert found is not None, printed
        return found[1]

    async def _spawn(self, *words: str) -> Process:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *words,
            cwd=self.folder,
            env=self.environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=PIPE,
            stderr=STDOUT,
        )

    async def _read(self, process: Process) -> None:
        assert process.stdout is not None
        async for line in process.stdout:
            self.output.append(line.decode(errors="replace").rstrip())
