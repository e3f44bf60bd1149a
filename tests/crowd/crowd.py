"""Many hot leads in a short time, many reps who press; what came of it, counted afterwards."""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from handlers.business import SAMPLE
from handlers.business_file.routing import Routing
from handlers.channel import IncomingMessage, Kind
from handlers.clock import Clock
from handlers.delivery import Delivery
from handlers.due import A_LOOK, Due
from handlers.front_desk import FrontDesk
from handlers.owners_file import load
from handlers.reception import Reception
from handlers.relay.audience import STAFF_GROUP
from handlers.team.joining import invite
from storage.alerts import OFFERED
from storage.outbox import DUE
from storage.store import Store, Work
from tests.crowd.platform import CrowdedPlatform
from tests.house import AT_ONCE

BUSINESS = load(SAMPLE).model_copy(update={"routing": Routing(mode="fair", out_of_hours="ring")})
_LADDER = BUSINESS.routing.ladder
# After an alert its rungs are due at these times.
RUNGS = (_LADDER.team, _LADDER.everybody, _LADDER.manager)
GROUP = "-100"
_FIRST_LEAD = 1_000_000
# Looks when something is due, until it is cancelled.
Engine = Callable[["Crowd"], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Size:
    reps: int
    leads: int
    span: float  # seconds in which the leads come
    after: float  # seconds that are watched after the last of them


@dataclass(slots=True)
class Figures:
    """`owners` counts, of each alert that was claimed, how often that was granted: once."""

    alerts: int = 0
    owners: Counter[int] = field(default_factory=Counter)
    # Seconds, of each rung: from when it fell due until its look was done, all committed.
    late: list[float] = field(default_factory=list)
    # Seconds, of each rung with a new reader: until the platform had the first of its cards.
    left: list[float] = field(default_factory=list)
    breaches: int = 0
    refused: int = 0
    waiting: int = 0  # messages that still stood in the outbox at the end
    sent: int = 0


class Crowd:
    """The house, its platform, and what is written down while they run."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store, self.clock = store, clock
        self.platform = CrowdedPlatform(press=self._press, now=clock.now)
        abilities = {self.platform.name: self.platform.abilities}
        self.reception = Reception(store, FrontDesk(BUSINESS, abilities), clock, AT_ONCE)
        self.due = Due(store, BUSINESS, abilities, clock)
        self.delivery = Delivery(
            store, {self.platform.name: self.platform}, clock, self.due.may_leave
        )
        self.figures = Figures()
        self._keys = itertools.count(1)
        self._pressing: set[asyncio.Task[None]] = set()
        self._cards: list[tuple[datetime, set[int]]] = []

    async def says(self, chat: int, text: str = "", button: str = "") -> None:
        kind = Kind.BUTTON if button else Kind.TEXT
        key = f"m:{next(self._keys)}"
        now, name = self.clock.now(), self.platform.name
        await self.reception.admit(IncomingMessage(name, str(chat), key, kind, now, text, button))

    def _press(self, chat: str, data: str) -> None:
        task = asyncio.get_running_loop().create_task(self.says(int(chat), button=data))
        self._pressing.add(task)
        task.add_done_callback(self._pressing.discard)

    async def climb(self) -> datetime | None:
        """The clock's look at the ladders; how late it was done with them is written down."""
        rungs = await self.store.read(partial(_rungs_due, now=self.clock.now()))
        before = await self.store.read(partial(_cards, alerts=rungs))
        found = await self.due.climb()
        done = self.clock.now()
        self.figures.late += [(done - at).total_seconds() for at in rungs.values()]
        after = await self.store.read(partial(_cards, alerts=rungs))
        self._cards += [(at, after[one] - before[one]) for one, at in rungs.items()]
        return found

    def count_left(self) -> None:
        """How late the first new card of each rung was taken; what still waits is not counted."""
        for at, rows in self._cards:
            times = [self.platform.left[row] for row in rows if row in self.platform.left]
            if times:
                self.figures.left.append((min(times) - at).total_seconds())

    async def hire(self, count: int) -> None:
        place = f"{self.platform.name}:{GROUP}"
        await self.store.run(lambda work: work.settings.put(STAFF_GROUP, place))
        for number in range(1, count + 1):
            now = self.clock.now()
            code = await self.store.run(partial(invite, role="rep", name=f"Rep {number}", now=now))
            await self.says(number, f"/join {code}")
        await self.reception.idle()

    async def come(self, size: Size) -> None:
        """The leads, evenly over the span; then the rest of the time goes by."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        for number in range(1, size.leads + 1):
            at = began + size.span * number / size.leads
            await asyncio.sleep(max(0.0, at - loop.time()))
            await self.says(_FIRST_LEAD + number, f"muốn đặt hàng, gọi 08{number:08d}")
        await asyncio.sleep(size.after)
        await self.reception.idle()


async def play(store: Store, clock: Clock, size: Size, engine: Engine) -> Figures:
    """The whole story of a crowd, from hiring to the end; the time is the loop's."""
    crowd = Crowd(store, clock)
    running = [asyncio.create_task(crowd.delivery.run())]
    store.bell = lambda due_at: crowd.delivery.ring()
    await crowd.hire(size.reps)
    running.append(asyncio.create_task(engine(crowd)))
    await crowd.come(size)
    for task in reversed(running):
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)
    await crowd.delivery.close()
    await store.read(partial(_count, figures=crowd.figures))
    crowd.count_left()
    flow, platform = crowd.platform.flow, crowd.platform
    crowd.figures.breaches, crowd.figures.refused = len(flow.breaches), platform.refused
    crowd.figures.sent = len(platform.sent)
    return crowd.figures


async def ticking(crowd: Crowd) -> None:
    """An engine for any loop: looks every second, and at the moment the next row falls due."""
    while True:
        due_at = await crowd.climb()
        await crowd.due.follow_up()
        crowd.delivery.ring()
        wait = 1.0 if due_at is None else (due_at - crowd.clock.now()).total_seconds()
        await asyncio.sleep(min(1.0, max(0.01, wait)))


def _rungs_due(work: Work, now: datetime) -> dict[int, datetime]:
    """The alerts with a rung that is due now, and when it fell due by the alert's own time."""
    found = (work.alerts.get(one) for one in work.alerts.take_due(now, A_LOOK))
    return {
        one.id: one.created_at + RUNGS[one.rung - 1]
        for one in found
        if one is not None and one.state == OFFERED and 1 <= one.rung <= len(RUNGS)
    }


def _cards(work: Work, alerts: Iterable[int]) -> dict[int, set[int]]:
    """The outbox rows of the cards of each of these alerts."""
    return {one: {card.outbox_id for card in work.alert_cards.of_alert(one)} for one in alerts}


def _count(work: Work, figures: Figures) -> None:
    """Of every alert: who has it now, and how often somebody was told that it is his."""
    number = 1
    while (alert := work.alerts.get(number)) is not None:
        figures.alerts += 1
        if alert.claimed_by is not None:
            claims = [one for one in work.events.of_lead(alert.lead_id) if one.kind == "claimed"]
            figures.owners[number] = len(claims)
        number += 1
    figures.waiting = work.outbox.backlog().counts.get(DUE, 0)
