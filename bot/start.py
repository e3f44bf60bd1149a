"""The door opens first: the page answers while the house behind it is still being built."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from functools import partial

from bot.config import Config
from bot.doorway import Doorway
from bot.importing import all_kept
from bot.lock import AlreadyRunningError, Lock
from bot.one_heap import use_one_heap
from bot.pages.pages import Pages
from bot.plan import Plan, plan_of
from bot.web_server import PortTakenError, WebServer
from handlers.owners_file import BusinessFileError
from storage.address import DatabaseError, read_address

# What a wrong setting, file or database raises; its text says where and how to mend it.
_CANNOT_START = (BusinessFileError, DatabaseError, AlreadyRunningError, PortTakenError)

Announce = Callable[[str], None]
Serve = Callable[[Plan, Doorway, WebServer, asyncio.Event, Announce], Awaitable[None]]


def run(config: Config) -> int:
    """The real thing: every configured channel, the web, the clock."""
    return _start(config, demo=False)


def demo(config: Config) -> int:
    """The same with the sample company, on a database of its own."""
    return _start(config, demo=True)


def _start(config: Config, *, demo: bool) -> int:
    # What is written here is personal: nobody else on this machine may read it.
    os.umask(0o077)
    use_one_heap()
    try:
        asyncio.run(_serve(plan_of(config, demo=demo), partial(print, flush=True)))
    except _CANNOT_START as error:
        print(error, file=sys.stderr)
        return 1
    return 0


async def _serve(plan: Plan, announce: Announce) -> None:
    """Run until SIGTERM or SIGINT, then stop within ten seconds, losing nothing."""
    stop = _stop_signal()
    company = plan.business.company
    doorway = Doorway(Pages(company.name, company.timezone), demo=plan.demo)
    web = WebServer(doorway, plan.host, plan.port)
    async with AsyncExitStack() as stack:
        database = read_address(plan.database).file
        if database is not None:
            lock = Lock(database)
            lock.take()
            stack.callback(lock.release)
        await web.start()
        stack.push_async_callback(web.stop)
        stack.callback(doorway.close)
        serve = await asyncio.to_thread(_load)
        await serve(plan, doorway, web, stop, announce)


def _load() -> Serve:
    """In a thread, for it takes a second or two and the page must answer meanwhile."""
    with all_kept():
        from bot.app import serve

    return serve


def _stop_signal() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    return stop
