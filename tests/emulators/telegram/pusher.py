"""Webhooks: brings a bot its updates, lane by lane, and again until it takes them."""

import asyncio
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.emulators.telegram.updates import Update
from tests.emulators.telegram.world import Bot, Webhook, World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
ANSWER_TIMEOUT = ClientTimeout(total=60)
# After these many failures in a row the next try comes so many seconds later.
FIRST_WAITS = (0.0, 2.0)
LONGEST_WAIT = 60.0
LONGEST_RETRY_AFTER = 3600.0
GONE = 410
# A webhook that has been gone for so long is closed.
GONE_FOR = timedelta(hours=23)


@dataclass(frozen=True, slots=True)
class Push:
    """One try to bring one update; status 0 where no answer came."""

    at: datetime
    update_id: int
    status: int


@dataclass(slots=True)
class Pusher:
    """Brings one bot's updates to one webhook until it is cancelled."""

    world: World
    bot: Bot
    webhook: Webhook
    time_scale: float
    pushes: list[Push]
    _busy: set[str] = field(default_factory=set)
    _gone_since: datetime | None = None

    async def run(self) -> None:
        room = asyncio.Semaphore(self.webhook.max_connections)
        async with ClientSession(timeout=ANSWER_TIMEOUT) as session, asyncio.TaskGroup() as lanes:
            while self.bot.webhook is self.webhook:
                for update in self.bot.queue.pending():
                    if update.lane not in self._busy:
                        self._busy.add(update.lane)
                        lanes.create_task(self._empty(update.lane, session, room))
                await self.bot.queue.news()

    async def _empty(self, lane: str, session: ClientSession, room: asyncio.Semaphore) -> None:
        """The updates of one lane in order: a failing one holds the later ones back."""
        failures = 0
        while (update := self.bot.queue.first_of(lane)) and self.bot.webhook is self.webhook:
            async with room:
                status, retry_after = await self._push(update, session)
            if 200 <= status < 300:
                failures = 0
                self.bot.queue.confirm(update)
                self.world.tell()
                continue
            failures += 1
            wait = retry_after or _wait(failures)
            await asyncio.sleep(wait * self.time_scale)
        self._busy.discard(lane)
        self.bot.queue.wake()

    async def _push(self, update: Update, session: ClientSession) -> tuple[int, float]:
        headers = {"Content-Type": "application/json"}
        if self.webhook.secret:
            headers[SECRET_HEADER] = self.webhook.secret
        body = json.dumps(update.json(), ensure_ascii=False).encode()
        status, retry_after, trouble = 0, 0.0, ""
        try:
            async with session.post(self.webhook.url, data=body, headers=headers) as answer:
                status = answer.status
                retry_after = _seconds(answer.headers.get("Retry-After", ""))
                trouble = f"Wrong response from the webhook: {status} {answer.reason}"
        except (ClientError, TimeoutError, OSError) as error:
            trouble = f"Connection failed: {type(error).__name__}"
        self.pushes.append(Push(self.world.now(), update.id, status))
        self._note(status, trouble)
        return status, retry_after

    def _note(self, status: int, trouble: str) -> None:
        now = self.world.now()
        if status != GONE:
            self._gone_since = None
        if 200 <= status < 300:
            return
        self.webhook.last_error_at, self.webhook.last_error = now, trouble
        if status == GONE:
            self._gone_since = self._gone_since or now
            if now - self._gone_since >= GONE_FOR:
                self.bot.webhook = Webhook(last_error_at=now, last_error=trouble)
        self.world.tell()


def _wait(failures: int) -> float:
    if failures <= len(FIRST_WAITS):
        return FIRST_WAITS[failures - 1]
    return float(min(2.0 ** (failures - 1), LONGEST_WAIT))


def _seconds(header: str) -> float:
    return min(float(header), LONGEST_RETRY_AFTER) if header.isdigit() else 0.0
