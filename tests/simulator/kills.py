"""Real processes, killed at random while follow-ups go out: python -m tests.simulator.kills 200."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import create_engine, select

from handlers.channel import OutgoingMessage
from handlers.delivery import Delivery
from handlers.due import Due
from storage.database import database_url, sqlite_writer
from storage.migrate import migrate
from storage.store import Work, open_store
from storage.tables import follow_up, outbox
from tests.fakes import MORNING, RICH, FakeChannel, FakeClock
from tests.house import WITHOUT_SEQUENCES

NAME = "fake"
_BEGUN = "begun"
_TO_JUDGE = 0.5  # seconds in which a look's steps are judged, before the first is sent
_MOST_SENT = 80  # steps until the kill
_TO_THE_END = 900  # seconds
_LOOKS = 400  # a child that is not killed ends when nothing is left, at the latest after so many


@dataclass(frozen=True, slots=True)
class Tally:
    """What the far end got, and what the ledger says of it."""

    kills: int
    steps: int
    doubled: int
    lost: int
    in_doubt: int


class _Paper(FakeChannel):
    """The far end: what arrives is written down at once, whatever becomes of us."""

    def __init__(self, paper: Path) -> None:
        super().__init__()
        self._paper = os.open(paper, os.O_APPEND | os.O_CREAT | os.O_WRONLY)

    async def send(self, message: OutgoingMessage) -> str:
        await asyncio.sleep(0.002)
        os.write(self._paper, f"{message.chat_id}\n".encode())
        await asyncio.sleep(0.002)
        return await super().send(message)


def plan(work: Work, count: int) -> None:
    """So many prospects in an open conversation, a nudge due for each."""
    for number in range(count):
        prospect, _ = work.leads.find_or_create(NAME, f"p{number}", name="", source="", now=MORNING)
        work.conversations.save(
            prospect.id, '{"open": "need", "asked": {"need": 1}, "shown": 1}', MORNING
        )
        key = f"f:{prospect.id}:nudge:1:0"
        due_at = MORNING + timedelta(minutes=10)
        work.follow_ups.plan(
            prospect.lead_id, prospect, "nudge", 1, due_at, MORNING, key=key, consent_id=None
        )


async def child(url: str, paper: Path) -> None:
    """A process as it runs: it settles what the last one left, looks, and sends."""
    store = open_store(url)
    print(_BEGUN, flush=True)
    clock = FakeClock(MORNING + timedelta(minutes=11))
    due = Due(store, WITHOUT_SEQUENCES, {NAME: RICH}, clock)
    delivery = Delivery(store, {NAME: _Paper(paper)}, clock, due.may_leave)
    await delivery.recover()
    for _ in range(_LOOKS):
        await due.look()
        await delivery.send_due()
        waits = await store.read(lambda work: work.follow_ups.next_due())
        if waits is None:
            break
    await delivery.send_due()
    await store.close()


def start(url: str, paper: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.simulator.kills", "child", url, str(paper)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def tally(url: str, paper: Path, kills: int) -> Tally:
    """Compare the paper with the ledger."""
    got = Counter(paper.read_text().split() if paper.exists() else [])
    engine = create_engine(database_url(url))
    with engine.connect() as connection:
        steps = connection.execute(select(follow_up)).all()
        rows = {row.id: row for row in connection.execute(select(outbox))}
    engine.dispose()
    in_doubt = {row.chat_id for row in rows.values() if row.state == "unknown"}
    lost = [
        step
        for step in steps
        if step.state == "due"
        or (step.state == "sent" and rows[step.outbox_id].state not in ("sent", "unknown"))
    ]
    lost_chats = {
        row.chat_id for row in rows.values() if row.state == "sent" and row.chat_id not in got
    }
    doubled = sum(count - 1 for count in got.values())
    return Tally(kills, len(steps), doubled, len(lost) + len(lost_chats), len(in_doubt))


def _wait_a_while(process: subprocess.Popen[bytes], paper: Path, dice: random.Random) -> None:
    """Until some moment of its work, by what it has done: a busy machine takes its time."""
    if process.stdout is not None and dice.random() < 0.95:
        process.stdout.readline()  # it has begun
    if dice.random() < 0.3:
        time.sleep(dice.random() * _TO_JUDGE)
        return
    sent = _lines(paper) + dice.randint(1, _MOST_SENT)
    while _lines(paper) < sent and process.poll() is None:
        time.sleep(0.001)
    time.sleep(dice.random() * 0.005)


def _lines(paper: Path) -> int:
    return paper.read_bytes().count(b"\n") if paper.exists() else 0


def kill_often(kills: int, steps: int, seed: int) -> Tally:
    """Start, kill -9 at a random moment, start again, and at last let one finish."""
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        url, paper = f"sqlite:///{Path(folder) / 'kills.db'}", Path(folder) / "paper"
        migrate(url, MORNING)
        engine = sqlite_writer(database_url(url))
        with engine.begin() as connection:
            plan(Work(connection), steps)
        engine.dispose()
        for _ in range(kills):
            process = start(url, paper)
            _wait_a_while(process, paper, dice)
            process.send_signal(signal.SIGKILL)
            process.communicate()
        start(url, paper).communicate(timeout=_TO_THE_END)
        return tally(url, paper, kills)


if __name__ == "__main__":
    if sys.argv[1] == "child":
        asyncio.run(child(sys.argv[2], Path(sys.argv[3])))
    else:
        print(kill_often(int(sys.argv[1]), 80 * int(sys.argv[1]), seed=1))
