"""Tells another program what happened to leads: signed, again and again until it is taken."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from datetime import datetime, timedelta
from http import HTTPStatus

import httpx
import structlog

from bot.hook_address import HookAddress, UnsafePlaceError, place_of
from handlers.clock import Clock
from storage.notices import Notice
from storage.refusals import NotStoredError
from storage.store import Store

log = structlog.get_logger()

SIGNATURE, ID, EVENT = "Duyen-Signature", "Duyen-Id", "Duyen-Event"
ANSWER_WITHIN = 5.0  # seconds
AT_ONCE = 4
# Who was killed over a notice tells it again after so long; the far end knows it by its id.
LEASE = timedelta(seconds=60)
LONGEST_WAIT = 300.0  # seconds
# A program that takes nothing for so long has lost what was meant for it.
KEPT = timedelta(days=3)
_IDLE = 2.0  # seconds between looks when nothing rings
# This very notice will never be taken. Whatever else is wrong somebody can mend, and it waits.
_REFUSED = frozenset(
    (
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.GONE,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        HTTPStatus.UNPROCESSABLE_ENTITY,
    )
)


def signature(secret: str, time: int, body: bytes) -> str:
    """What proves a request: t=UNIX SECONDS,v1=HMAC-SHA256 over "TIME.BODY", in hex."""
    told = hmac.new(secret.encode(), f"{time}.".encode() + body, hashlib.sha256)
    return f"t={time},v1={told.hexdigest()}"


def new_client() -> httpx.AsyncClient:
    """Its caller closes it. It follows no redirect and asks no proxy: it goes where it is sent."""
    return httpx.AsyncClient(timeout=ANSWER_WITHIN, follow_redirects=False, trust_env=False)


class Hook:
    """The rows are the truth: what is told here is only taken from them, and never waited for."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        address: HookAddress,
        secret: str,
        client: httpx.AsyncClient,
    ) -> None:
        self._store = store
        self._clock = clock
        self._address = address
        self._secret = secret
        self._client = client
        self._bell = asyncio.Event()
        self._failures = 0  # since something was last taken
        self._away_until: datetime | None = None

    def ring(self) -> None:
        """Something may be due: look now, not at the next tick."""
        self._bell.set()

    async def run(self) -> None:
        """Tell what is due, until cancelled."""
        while True:
            self._bell.clear()
            told = 0
            try:
                told = await self.tell_due()
            except NotStoredError as error:
                log.warning("notices cannot be read, tried again", reason=str(error))
            except Exception:
                log.exception("notices not told, tried again")
            if not told:
                await self._rest()

    async def tell_due(self) -> int:
        """Tell some of what is due now; answers how many were tried."""
        now = self._clock.now()
        if self._away_until is not None and now < self._away_until:
            return 0
        some = await self._store.run(lambda work: work.notices.take(now, AT_ONCE, LEASE))
        await asyncio.gather(*map(self._tell, some))
        return len(some)

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(_IDLE):
                await self._bell.wait()
        except TimeoutError:
            pass

    async def _tell(self, notice: Notice) -> None:
        status, why = await self._post(notice)
        now = self._clock.now()
        if status is not None and httpx.codes.is_success(status):
            self._is_back()
            await self._store.run(lambda work: work.notices.told(notice.id))
        elif status in _REFUSED or now - notice.created_at > KEPT:
            log.error("notice given up", notice=notice.key, kind=notice.kind, reason=why)
            await self._store.run(lambda work: work.notices.give_up(notice.id, why))
        else:
            self._is_away(why, now)
            again = now + timedelta(seconds=_wait(notice.attempts))
            await self._store.run(lambda work: work.notices.later(notice.id, again, why))

    async def _post(self, notice: Notice) -> tuple[int | None, str]:
        """The status, None where no answer came; and in words what was wrong."""
        body = notice.payload.encode()
        headers = {
            "Host": self._address.header,
            "Content-Type": "application/json",
            "User-Agent": "Duyen",
            ID: notice.key,
            EVENT: notice.kind,
            SIGNATURE: signature(self._secret, int(self._clock.now().timestamp()), body),
        }
        try:
            async with asyncio.timeout(ANSWER_WITHIN):
                place = await place_of(self._address)
                asking = self._client.stream(
                    "POST",
                    self._address.at(place),
                    content=body,
                    headers=headers,
                    # The certificate must be that of the name, not of the number.
                    extensions={"sni_hostname": self._address.host},
                )
                # What it says besides is not read, however long it is.
                async with asking as answer:
                    return answer.status_code, f"HTTP {answer.status_code}"
        except UnsafePlaceError as error:
            return None, f"{error} is in a private network: name it by its number"
        except (httpx.HTTPError, OSError, TimeoutError) as error:
            return None, type(error).__name__

    def _is_away(self, why: str, now: datetime) -> None:
        self._failures += 1
        self._away_until = now + timedelta(seconds=_wait(self._failures))
        if self._failures == 1:
            log.warning("notices are not taken, they wait", reason=why)

    def _is_back(self) -> None:
        if self._failures:
            log.info("notices are taken again")
        self._failures, self._away_until = 0, None


def _wait(failures: int) -> float:
    """One second, two, four, up to five minutes."""
    return float(min(LONGEST_WAIT, 2.0 ** min(failures - 1, 16)))
