"""Puts the parts together by hand, starts them and stops them; the only file that knows all."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import structlog
from fastapi import FastAPI
from prometheus_client import CollectorRegistry

from bot import banner, last_good
from bot.bell_watch import BellWatch
from bot.breach_commands import BreachCommands, breach_routes
from bot.channels.configured import open_channels
from bot.channels.webchat import WebChat
from bot.control import Control, Invited, NewInvite, control_routes, new_control
from bot.demo import Demo
from bot.demo_business import LiveBusiness
from bot.doorway import Doorway
from bot.enclosed_files import EnclosedFiles
from bot.engine import LocalEngine
from bot.file_watch import FileWatch
from bot.hook_address import read_hook_address
from bot.importing import one_by_one, without
from bot.inbox_routes import TeamPage
from bot.lead_commands import LeadCommands, lead_routes
from bot.lead_routes import LeadDoor
from bot.listening import url_of
from bot.pictures.painter import Painter
from bot.plan import Plan
from bot.team_sessions import TeamSessions
from bot.vital_signs import VitalSigns
from bot.web import create_app
from bot.web_files import WebFileShelf
from bot.web_server import WebServer
from handlers import file_news, hours, versions
from handlers.business import SAMPLE, Business
from handlers.channel import Abilities, Channel, Connected
from handlers.clock import WallClock
from handlers.delivery import Delivery
from handlers.due import Due
from handlers.flood import Flood
from handlers.follow_up import links
from handlers.front_desk import FrontDesk
from handlers.lead_files.giving_out import EXPORT
from handlers.lead_files.made_for_chat import Exports
from handlers.owners_file import load
from handlers.reception import Reception
from handlers.relay.audience import GROUP_LANGUAGE, STAFF_GROUP
from handlers.team import joining
from handlers.texts import say
from storage.migrate import migrate
from storage.store import Store, Work, open_store

if TYPE_CHECKING:
    from bot.hook import Hook

log = structlog.get_logger()

# SIGTERM is obeyed within ten seconds; so much of them is for what is under way.
DRAIN = timedelta(seconds=8)

Announce = Callable[[str], None]


async def serve(
    plan: Plan, doorway: Doorway, web: WebServer, stop: asyncio.Event, announce: Announce
) -> None:
    """Build the house, let in those who wait at the doorway, and serve until told to stop."""
    async with AsyncExitStack() as stack:
        house = await _build(plan, stack, doorway, web, announce)
        await house.start()
        try:
            await house.run_until(stop)
        finally:
            await house.stop()


@dataclass(slots=True)
class _House:
    """The running parts, in the order in which they are started."""

    plan: Plan
    store: Store
    webchat: WebChat
    channels: dict[str, Channel]
    reception: Reception
    delivery: Delivery
    engine: LocalEngine
    app: FastAPI
    doorway: Doorway
    web: WebServer
    control: Control
    demo: Demo | None
    file_watch: FileWatch | None
    sessions: TeamSessions
    bell_watch: BellWatch
    hook: Hook | None
    announce: Announce

    async def start(self) -> None:
        await self.delivery.recover()
        await self.reception.recover()
        self.engine.start()

    async def run_until(self, stop: asyncio.Event) -> None:
        # A channel has its own bad days; a task that ends here all the same is a bug, and told.
        tasks = [asyncio.create_task(self.delivery.run(), name="delivery")]
        for name, channel in self.channels.items():
            tasks.append(
                asyncio.create_task(channel.receive(self.reception.admit), name=f"channel {name}")
            )
        tasks.append(asyncio.create_task(self.bell_watch.run(), name="bell watch"))
        if self.demo is None:
            tasks.append(asyncio.create_task(self.sessions.run(), name="team sessions"))
        if self.hook is not None:
            tasks.append(asyncio.create_task(self.hook.run(), name="notices"))
        if self.file_watch is not None:
            tasks.append(asyncio.create_task(self.file_watch.run(), name="file watch"))
        waiting = asyncio.create_task(stop.wait(), name="stop signal")
        # Not before: whoever waits at the doorway is to be heard, not sent away.
        await self.webchat.opened()
        self.doorway.open(self.app)
        self.control.announce(self.web.url)
        if self.demo is not None:
            await self.demo.open(self.reception.idle)
        for line in self._banner():
            self.announce(line)
        # The table of holidays is slow to load: now, not when a prospect is waiting. And of two
        # hundred countries we want one: five megabytes less.
        one_by_one("holidays.countries")
        await asyncio.to_thread(hours.is_holiday, datetime.now(UTC).date())
        await self._tell_owner()
        await asyncio.wait({waiting, *tasks}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        for task in tasks[1:]:
            task.cancel()
        await asyncio.gather(*tasks[1:], return_exceptions=True)
        await self._drain()
        tasks[0].cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        for task, result in zip(tasks, results, strict=True):
            if isinstance(result, Exception):
                log.error("a part stopped by itself", part=task.get_name(), exc_info=result)

    async def _drain(self) -> None:
        """No new messages: finish the turns under way, then the sends under way."""
        log.info("stopping")
        self.engine.stop()
        try:
            async with asyncio.timeout(DRAIN.total_seconds()):
                await self.web.stop_listening()
                await self.reception.close()
                await self.delivery.close()
        except TimeoutError:
            log.warning("stopped before all was sent; the rest stays in the outbox")

    async def stop(self) -> None:
        self.engine.stop()
        self.control.withdraw()
        await self.web.stop()

    def _banner(self) -> tuple[str, ...]:
        plan = self.plan
        return banner.started(
            plan.business, plan.database, list(self.channels), self.web.url, demo=plan.demo
        )

    async def _tell_owner(self) -> None:
        """While there is no owner, a one-time link that makes one."""
        now = datetime.now(UTC)
        code = await self.store.run(lambda work: joining.invite_owner(work, now))
        if code is None:
            return
        # Telegram tells its name only when it has answered once.
        for _ in range(30):
            links = _links(self.channels, code)
            if len(links) == len(self.channels):
                break
            await asyncio.sleep(0.1)
        for link in links:
            self.announce(say("owner.link", "vi", link=link))
        self.announce(say("owner.command", "vi", code=code))


async def _build(
    plan: Plan, stack: AsyncExitStack, doorway: Doorway, web: WebServer, announce: Announce
) -> _House:
    clock = WallClock()
    store = await _open(plan, stack, clock)
    plan = replace(plan, business=await versions.recall(store, plan.business))
    shelf = WebFileShelf(store, clock.now)
    webchat = WebChat(plan.public_url or url_of(plan.host, plan.port), clock.now, shelf)
    open_ = await open_channels(plan, store, stack, clock)
    channels: dict[str, Channel] = {webchat.name: webchat, **open_.channels}
    abilities = Connected({name: channel.abilities for name, channel in channels.items()})
    await store.run(lambda work: _settle_group(work, plan.staff_group, plan.business))
    await store.run(lambda work: work.settings.put(links.PUBLIC_ADDRESS, plan.public_url))

    async def show_typing(channel: str, chat_id: str) -> None:
        await channels[channel].show_typing(chat_id)

    desk = FrontDesk(plan.business, abilities)
    # In the demo one person plays many, at a wound clock.
    flood = None if plan.demo else Flood()
    reception = Reception(store, desk, clock, show_typing=show_typing, flood=flood)
    # The sample company is everybody's: nobody writes answers into it.
    own_file = plan.business_file if plan.business_file != SAMPLE else None
    due = Due(store, plan.business, abilities, clock, own_file)
    folder = plan.business_file.parent if plan.business_file is not None else None
    enclosed = EnclosedFiles(plan.business, folder)
    exports = Exports(store, plan.business, clock)
    made = {EXPORT: exports.fetch}
    painter = await stack.enter_async_context(Painter())
    delivery = Delivery(store, channels, clock, due.may_leave, folder, made, painter.draw)
    hook = await _open_hook(plan, store, stack, clock)

    def something_is_due() -> None:
        delivery.ring()
        if hook is not None:
            hook.ring()

    engine = LocalEngine(due.looks, delivery.sweep, something_is_due, clock, (due.tend,))
    store.bell = engine.ring

    control = new_control(plan.data_dir)
    metrics = CollectorRegistry()
    vital_signs = VitalSigns(store, engine, clock, metrics, open_.refused)
    leads = LeadCommands(store, plan.business, clock)
    breach = BreachCommands(store, plan.business, clock)
    team = TeamPage(store, plan.business, abilities, clock)
    sessions = TeamSessions(store, clock.now, by_time=not plan.demo)
    door = LeadDoor(store, plan.business, abilities, clock, plan.leads_secret)
    sharers = (desk, due, leads, breach, enclosed, exports, team, door)
    workers = tuple(one.works_by for one in sharers)
    demo = None
    if plan.demo:
        live = LiveBusiness(plan.business, plan.business_file, workers)
        demo = Demo(store, webchat, clock, engine, live)
    app = create_app(
        company=plan.business.company.name,
        timezone=plan.business.company.timezone,
        webchat=webchat,
        shelf=shelf,
        draw=painter.draw,
        store=store,
        now=clock.now,
        health=vital_signs.read,
        metrics=metrics,
        webhooks=open_.webhooks,
        open_link=lambda token: _open_link(store, plan.business, token),
        enclosed=enclosed,
        team=team,
        sessions=sessions,
        leads=door if plan.leads_secret else None,
        demo=demo,
        sites=plan.sites,
    )
    by_control = (lead_routes(leads), breach_routes(breach))
    app.include_router(control_routes(control, _inviter(store, channels), *by_control))
    return _House(
        plan,
        store,
        webchat,
        channels,
        reception,
        delivery,
        engine,
        app,
        doorway,
        web,
        control,
        demo,
        _watch(plan, store, abilities, clock, workers),
        sessions,
        BellWatch(store, engine, abilities, lambda: datetime.now(UTC)),
        hook,
        announce,
    )


def _watch(
    plan: Plan,
    store: Store,
    abilities: Mapping[str, Abilities],
    clock: WallClock,
    workers: tuple[Callable[[Business], None], ...],
) -> FileWatch | None:
    """The eye on the owner's file; None where the company came from none."""
    path = plan.business_file
    if path is None:
        return None
    stands = plan.business

    def take(business: Business) -> None:
        nonlocal stands
        stands = business.after(stands)
        last_good.keep(path, plan.data_dir)
        for works_by in workers:
            works_by(stands)

    async def tell_refused(faults: tuple[str, ...]) -> None:
        await store.run(
            lambda work: file_news.refused(work, stands, abilities, path.name, faults, clock.now())
        )

    async def tell_mended() -> None:
        await store.run(
            lambda work: file_news.mended(work, stands, abilities, path.name, clock.now())
        )

    return FileWatch(
        path,
        lambda: load(path).in_zone(plan.tz),
        take,
        tell_refused,
        tell_mended,
        faults=plan.file_faults,
    )


async def _open(plan: Plan, stack: AsyncExitStack, clock: WallClock) -> Store:
    copied = await asyncio.to_thread(migrate, plan.database, clock.now())
    if copied:
        log.info("database brought up to date, the old one was copied", copy=copied)
    store = open_store(plan.database)
    stack.push_async_callback(store.close)
    return store


async def _open_hook(
    plan: Plan, store: Store, stack: AsyncExitStack, clock: WallClock
) -> Hook | None:
    """Where the settings name no other program, nothing is written for one."""
    await store.run(lambda work: work.notices.want(bool(plan.hook_url)))
    if not plan.hook_url:
        return None
    # Imported here: without an address nobody should wait for the HTTP client.
    with without("rich"):
        from bot.hook import Hook, new_client
    client = await stack.enter_async_context(new_client())
    return Hook(store, clock, read_hook_address(plan.hook_url), plan.hook_secret, client)


async def _open_link(store: Store, business: Business, token: str) -> str | None:
    now = datetime.now(UTC)
    return await store.run(lambda work: links.opened(work, business, token, now))


_CONFIGURED_GROUP = "configured_staff_group"


def _settle_group(work: Work, group: str, business: Business) -> None:
    """The group of the settings, unless it moved meanwhile: then its new id stands."""
    if group and work.settings.get(_CONFIGURED_GROUP) != group:
        work.settings.put(_CONFIGURED_GROUP, group)
        work.settings.put(STAFF_GROUP, f"telegram:{group}")
        work.settings.put(GROUP_LANGUAGE, business.languages[0])
    elif not group:
        work.settings.drop(_CONFIGURED_GROUP)
        work.settings.drop(STAFF_GROUP)


def _inviter(
    store: Store, channels: dict[str, Channel]
) -> Callable[[NewInvite], Awaitable[Invited]]:
    async def invite(wanted: NewInvite) -> Invited:
        now = datetime.now(UTC)
        code = await store.run(lambda work: joining.invite(work, wanted.role, wanted.name, now))
        return Invited(code=code, links=_links(channels, code))

    return invite


def _links(channels: dict[str, Channel], code: str) -> list[str]:
    links = (channel.start_link(f"{joining.JOIN}{code}") for channel in channels.values())
    return [link for link in links if link]
