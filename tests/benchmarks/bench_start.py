"""How long a start takes, in time and in work: python -m tests.benchmarks.bench_start."""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from tests.emulators.telegram.emulator import Emulator
from tests.program import ROOT, free_port

ROUNDS = 5
TOP = 12  # libraries shown of an import profile
PATIENCE = 60.0  # seconds
RUN = (sys.executable, str(ROOT / "run.py"))
MODULE = (sys.executable, "-m", "bot")


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was first answered, and the work done until then."""

    seconds: float
    processor: float


class Started:
    """A program under way on a folder and a port of its own."""

    def __init__(self, command: Sequence[str], folder: Path, **settings: str) -> None:
        self._port = free_port()
        inherited = {name: value for name, value in os.environ.items() if "DUYEN" not in name}
        own = {"DUYEN_DATA_DIR": str(folder / "data"), "DUYEN_HTTP_PORT": str(self._port)}
        self._since = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            cwd=folder,
            env={**inherited, "PYTHONPATH": str(ROOT), **own, **settings},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def first(self, path: str, good: Callable[[bytes], bool] = lambda body: True) -> Moment:
        """The moment at which this path is first answered 200 and well."""
        while time.perf_counter() - self._since < PATIENCE:
            if self._process.poll() is not None:
                raise RuntimeError("the program ended")
            if self._is_good(path, good):
                return Moment(time.perf_counter() - self._since, self._processor())
            time.sleep(0.005)
        raise TimeoutError(path)

    def memory(self) -> float:
        """Resident megabytes."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=PATIENCE)

    def _is_good(self, path: str, good: Callable[[bytes], bool]) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status == HTTPStatus.OK and good(answer.read())
        except OSError:
            return False
        finally:
            connection.close()

    def _processor(self) -> float:
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def started(command: Sequence[str], folder: Path, **settings: str) -> Iterator[Started]:
    program = Started(command, folder, **settings)
    try:
        yield program
    finally:
        program.stop()


def demo_starts(folder: Path) -> None:
    """From the command to the page, to readiness, to three people on the stage."""
    print(f"{'run.py demo':32} {'seconds':>8} {'processor':>10}")
    moments: dict[str, list[Moment]] = {}
    for round_ in range(ROUNDS + 1):
        with started((*RUN, "demo"), folder) as program:
            page = program.first("/", lambda body: b'id="manager"' in body)
            ready = program.first("/readyz")
            seated = program.first("/demo/state", _has_a_prospect)
        name = "first start" if round_ == 0 else "later start"
        for what, moment in (("page", page), ("ready", ready), ("stage set", seated)):
            moments.setdefault(f"{name}, {what}", []).append(moment)
    for name, seen in moments.items():
        best = min(seen, key=lambda moment: moment.processor)
        print(f"{name:32} {min(one.seconds for one in seen):8.2f} {best.processor:10.2f}")


def _has_a_prospect(body: bytes) -> bool:
    return "prospect" in json.loads(body)["sessions"]


def work_of(command: Sequence[str]) -> float:
    """Processor seconds of a command that ends by itself, the least of some tries."""
    tries = []
    for _ in range(ROUNDS):
        before = _of_children()
        subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=True)
        tries.append(_of_children() - before)
    return min(tries)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


async def memory_with_telegram(folder: Path) -> float:
    """Resident megabytes of `run` after it has answered a prospect on Telegram."""
    async with Emulator() as telegram:
        token = telegram.bot().token
        settings = {"DUYEN_TELEGRAM_TOKEN": token, "DUYEN_TELEGRAM_API_URL": telegram.url}
        with started((*MODULE, "run"), folder, **settings) as program:
            await asyncio.to_thread(program.first, "/readyz")
            lan = telegram.person("Lan")
            for words in ("/start", "Em cần 5 máy, tầm 60 triệu, tháng sau"):
                lan.says(words)
                await telegram.next_message(lan.chat_with(), within=PATIENCE)
            return program.memory()


def slowest_imports(module: str) -> Counter[str]:
    """Milliseconds by library, as the interpreter counts them (which itself takes its time)."""
    command = (sys.executable, "-X", "importtime", "-c", f"import {module}")
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stderr
    spent: Counter[str] = Counter()
    for line in told.splitlines()[1:]:
        own, _, name = line.removeprefix("import time:").split("|")
        spent[name.strip().partition(".")[0]] += int(own)
    return spent


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        demo_starts(Path(folder))
    help_ = work_of((*MODULE, "--help"))
    print(f"\npython -m bot --help: {help_:.2f} s of processor, to be under 0.5")
    overhead = work_of((*RUN, "understand")) - work_of((*MODULE, "understand"))
    print(f"run.py before it hands over: {overhead:.2f} s of processor, to be under 1")
    with tempfile.TemporaryDirectory() as folder:
        memory = asyncio.run(memory_with_telegram(Path(folder)))
    print(f"run with Telegram: {memory:.0f} MB resident, to be under 150")
    for module, what in (("bot.verbs.serve", "before the page"), ("bot.app", "the whole house")):
        spent = slowest_imports(module)
        print(f"\nimports {what}, {spent.total() / 1000:.0f} ms:")
        for name, microseconds in spent.most_common(TOP):
            print(f"  {name:24} {microseconds / 1000:6.0f}")


if __name__ == "__main__":
    main()
