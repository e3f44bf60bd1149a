"""One history: people act, the process dies and is started again, and at last the dust settles."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, select

from handlers.delivery import Delivery
from handlers.due import Due
from handlers.front_desk import FrontDesk
from handlers.reception import Reception
from handlers.relay.audience import STAFF_GROUP
from storage.refusals import NotStoredError
from storage.store import Work
from storage.tables import inbox
from storage.team import Role
from tests.fakes import MORNING, RICH
from tests.house import WITHOUT_SEQUENCES
from tests.simulator.invariants import broken, next_due, still_waiting
from tests.simulator.ledger import Database, ObservedWork, SimulatedStore
from tests.simulator.life import Life, Weather
from tests.simulator.notes import Note
from tests.simulator.people import GROUP, MANAGER, REPS, People
from tests.simulator.platform import NAME, Number, Platform, SimulatedChannel
from tests.simulator.virtual_time import VirtualClock, VirtualLoop

_ABILITIES = {NAME: RICH}
_LOOK, _SWEEP = 4.0, 15.0  # seconds; the engine's rhythm
_JUMPS = (
    timedelta(minutes=3),
    timedelta(minutes=11),
    timedelta(minutes=11),
    timedelta(hours=1),
    timedelta(days=1),
    timedelta(days=1),
    timedelta(minutes=-5),
)
_ROUNDS = 60  # looks at the tables until nothing waits; far more than it ever takes


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts a history is played with; a planted fault is another part."""

    store: type[SimulatedStore] = SimulatedStore
    work: type[ObservedWork] = ObservedWork
    reception: type[Reception] = Reception
    delivery: type[Delivery] = Delivery


SOUND = Parts()


@dataclass
class History:
    """How it went."""

    seed: int
    notes: list[Note] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def __str__(self) -> str:
        lines = "\n  ".join(self.violations)
        return f"seed {self.seed} (python -m tests.simulator {self.seed}):\n  {lines}"


def play(seed: int, database: Database, parts: Parts = SOUND) -> History:
    """Play the history of this seed. The same seed plays the same history."""
    before = random.getstate()
    random.seed(seed)  # the delivery's spread of retries
    loop = VirtualLoop()
    try:
        with database.fresh() as connection:
            world = _World(seed, connection, parts)
            loop.run_until_complete(world.run(loop))
            return world.history
    finally:
        loop.close()
        random.setstate(before)


class _World:
    def __init__(self, seed: int, connection: Connection, parts: Parts) -> None:
        self.history = History(seed)
        self._connection = connection
        self._parts = parts
        self._weather = Weather(seed)
        self._dice = random.Random(f"{seed} script")

    async def run(self, loop: asyncio.AbstractEventLoop) -> None:
        self._clock = VirtualClock(loop)
        self._platform = Platform(self._weather, self.history.notes)
        self._people = People(self.history.seed, self._platform, self._clock)
        self._hire()
        script = asyncio.create_task(self._play(), name="script")
        while not script.done():
            await self._live(script)
        script.result()
        self.history.seconds = loop.time()
        self.history.violations += broken(
            self.history.notes, self._connection, drops_known=self._weather.drops_known
        )

    def _hire(self) -> None:
        with self._connection.begin():
            work = Work(self._connection)
            staff = [(name, Role.REP) for name in REPS] + [(MANAGER, Role.MANAGER)]
            for name, role in staff:
                work.team.open_account(work.team.add(name, role, MORNING), NAME, name, MORNING)
            if self._dice.random() < 0.3:
                work.settings.put(STAFF_GROUP, f"{NAME}:{GROUP}")

    # --- the process ---------------------------------------------------------------------

    async def _live(self, script: asyncio.Task[None]) -> None:
        """From a start to the end of this life, or of the history."""
        self._life = life = Life(self._weather, self.history.notes)
        store = self._parts.store(
            self._connection, life, self._weather, self.history.notes, self._parts.work
        )
        channel = SimulatedChannel(self._platform, life, self._is_stored)
        desk = FrontDesk(WITHOUT_SEQUENCES, _ABILITIES)
        reception = self._parts.reception(store, desk, self._clock)
        delivery = self._parts.delivery(store, {NAME: channel}, self._clock)
        due = Due(store, WITHOUT_SEQUENCES, _ABILITIES, self._clock)
        store.bell = lambda due_at: delivery.ring()
        parts = (
            self._serve(delivery, reception, channel),
            _every(_LOOK, due.look),
            _every(_SWEEP, delivery.sweep),
        )
        tasks = [asyncio.create_task(part) for part in parts]
        ends: set[asyncio.Future[Any]] = {script, life.ended, life.stop, *tasks}
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        self.history.violations += [
            f"a part stopped: {task.exception()!r}" for task in tasks if task.done()
        ]
        if life.stop.done() and not life.is_over:
            tasks[0].cancel()
            closing = asyncio.create_task(_close(reception, delivery))
            either: set[asyncio.Future[Any]] = {closing, life.ended}
            await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        life.end("a stop in order")
        await _bury(script)

    async def _serve(
        self, delivery: Delivery, reception: Reception, channel: SimulatedChannel
    ) -> None:
        try:
            await delivery.recover()
            await reception.recover()
        except NotStoredError:
            self._life.end("the database refused at the start")
            await asyncio.get_running_loop().create_future()
        await asyncio.gather(delivery.run(), channel.receive(reception.admit))

    def _is_stored(self, number: Number) -> bool:
        with self._connection.begin():
            query = select(inbox.c.id).where(
                inbox.c.payload.contains(f'"platform_message_id": "{number}"')
            )
            return self._connection.execute(query).first() is not None

    # --- the script ----------------------------------------------------------------------

    async def _play(self) -> None:
        dice = self._dice
        self._people.begin()
        for _ in range(dice.randint(4, 9)):
            await asyncio.sleep(dice.choice((0, 0, 0.3, 1.5, 4)))
            event = dice.random()
            if event < 0.16:
                self._clock.wind(dice.choice(_JUMPS))
                await asyncio.sleep(dice.choice((0, 0.5, 5)))
            elif event < 0.20:
                self._life.end("killed")
            elif event < 0.22 and not self._life.stop.done():
                self._life.stop.set_result(None)
            else:
                self._people.act()
        await asyncio.sleep(dice.choice((0, 2)))
        self._weather.is_calm = True
        await self._settle()

    async def _settle(self) -> None:
        """Nobody acts any more, and nothing goes wrong: all that waits must come to its end."""
        for _ in range(_ROUNDS):
            await asyncio.sleep(4)
            waits = still_waiting(self._connection) + len(self._platform.waiting)
            if not waits:
                return
            due_at = next_due(self._connection)
            ahead = due_at - self._clock.now() if due_at is not None else timedelta(0)
            self._clock.wind(max(ahead, timedelta(minutes=2)))
        self.history.violations.append("the dust does not settle")


async def _every(seconds: float, look: Callable[[], Awaitable[object]]) -> None:
    while True:
        await asyncio.sleep(seconds)
        with suppress(NotStoredError):  # the engine looks again
            await look()


async def _close(reception: Reception, delivery: Delivery) -> None:
    await reception.close()
    await delivery.close()


async def _bury(script: asyncio.Task[None]) -> None:
    """No task of this life goes on."""
    here = {script, asyncio.current_task()}
    left = [task for task in asyncio.all_tasks() if task not in here]
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
