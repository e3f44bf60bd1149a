"""`chat`: a conversation in the terminal over the same handlers, on a database of its own."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Literal
from uuid import uuid4

from bot.channels.console import CHAT, Console
from bot.channels.start_word import START
from bot.config import Config
from bot.engine import LocalEngine
from bot.lock import Lock
from handlers import samples
from handlers.business import Business
from handlers.channel import IncomingMessage
from handlers.clock import WallClock
from handlers.delivery import Delivery
from handlers.due import Due
from handlers.front_desk import FrontDesk
from handlers.owners_file import load
from handlers.reception import Pace, Reception
from storage.migrate import migrate
from storage.store import Store, Work, open_store
from storage.team import Role

Who = Literal["prospect", "rep", "manager"]
# In a terminal a line is a turn: nobody types in bursts there.
_AT_ONCE = Pace(timedelta(0), timedelta(0))


def chat(config: Config, language: str, who: Who) -> int:
    """Talk until the end of input."""
    database = config.data_dir / f"console-{who}.db"
    lock = Lock(database)
    lock.take()
    try:
        asyncio.run(_chat(config, database, language, who))
    except KeyboardInterrupt:
        return 0
    finally:
        lock.release()
    return 0


async def _chat(config: Config, database: Path, language: str, who: Who) -> None:
    clock = WallClock()
    url = f"sqlite:///{database}"
    await asyncio.to_thread(migrate, url, clock.now())
    store = open_store(url)
    try:
        await _converse(store, load(config.business_file), clock, language, who)
    finally:
        await store.close()


async def _converse(
    store: Store, business: Business, clock: WallClock, language: str, who: Who
) -> None:
    console = Console(clock.now, language, uuid4().hex[:8])
    abilities = {console.name: console.abilities}
    reception = Reception(store, FrontDesk(business, abilities), clock, _AT_ONCE)
    due = Due(store, business, abilities, clock)
    delivery = Delivery(store, {console.name: console}, clock, due.may_leave)
    engine = LocalEngine(due.looks, delivery.sweep, delivery.ring, clock, (due.tend,))
    store.bell = engine.ring
    if who != "prospect":
        await store.run(lambda work: _seat(work, business, language, who, clock))
    await delivery.recover()
    engine.start()
    sending = asyncio.create_task(delivery.run(), name="delivery")

    async def answer(message: IncomingMessage) -> None:
        """The next line is read when this one is answered, also when lines are piped in."""
        await reception.admit(message)
        await reception.idle()
        await delivery.send_due()

    await answer(console.incoming(START))
    await console.receive(answer)
    engine.stop()
    await delivery.close()
    await sending


def _seat(work: Work, business: Business, language: str, who: Who, clock: WallClock) -> None:
    """A rep or a manager finds himself in the team, with sample leads to look at."""
    known = work.team.member_in(Console.name, CHAT)
    if known is not None:
        work.team.speak(known.id, language)
    else:
        staff_id = work.team.add(who.capitalize(), Role(who), clock.now(), language)
        work.team.open_account(staff_id, Console.name, CHAT, clock.now())
        samples.tell(work, business, (staff_id,), clock.now())
