"""The official account's two tokens: renewed before they end, never lost, never used twice."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import structlog

from bot.channels.zalo_http import OwnerNeededError, answer_of
from handlers.channel import AnswerLostError, ChannelError
from handlers.clock import Clock
from handlers.whole_file import ONLY_US, write_whole
from storage.private import make_private_folder

log = structlog.get_logger()

_PATH = "/v4/oa/access_token"
# A token is renewed when so much of its life is over: time for many tries is left.
_RENEW_AFTER = 0.6
# How old a pair of the settings is, nobody knows; an access token lives about 25 h.
_FIRST_RENEWAL = timedelta(hours=6)
_SHORTEST_LIFE = timedelta(minutes=2)
_AUTHORISE = (
    "zalo takes the official account's tokens no more: let its administrator allow the app "
    "again, then set DUYEN_ZALO_OA_ACCESS_TOKEN and DUYEN_ZALO_OA_REFRESH_TOKEN anew"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Both tokens; the refresh token can be used once and lives three months."""

    access: str
    refresh: str
    renew_at: str  # an ISO time
    given: str  # the refresh token of the settings this pair comes from


class PairFile:
    """Where the pair outlives the program: a file for our eyes alone, never the database."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self, given: str) -> Pair | None:
        """The pair of the last run, unless the settings hold a newer one since."""
        try:
            pair = Pair(**json.loads(self._path.read_text()))
        except (OSError, ValueError, TypeError):
            return None
        return pair if pair.given == given else None

    def save(self, pair: Pair) -> None:
        """Whole and on the disk, or not at all."""
        make_private_folder(self._path.parent)
        write_whole(self._path, json.dumps(asdict(pair)), mode=ONLY_US)


class Tokens:
    """One keeper a process: two would each spend the other's refresh token."""

    def __init__(
        self,
        client: httpx.AsyncClient,
        clock: Clock,
        file: PairFile,
        *,
        oauth_url: str,
        app_id: str,
        app_secret: str,
        access: str,
        refresh: str,
    ) -> None:
        self._client = client
        self._clock = clock
        self._file = file
        self._address = f"{oauth_url.rstrip('/')}{_PATH}"
        self._app_id = app_id
        self._app_secret = app_secret
        self._given = (access, refresh)
        self._pair: Pair | None = None
        self._alone = asyncio.Lock()

    async def access(self) -> str:
        """The token for a call, renewed first where its time has come."""
        pair = await self._current()
        is_due = self._clock.now() >= datetime.fromisoformat(pair.renew_at)
        if not is_due or not pair.refresh:
            return pair.access
        try:
            return await self.renewed(pair.access)
        except OwnerNeededError:
            raise
        except ChannelError as error:
            # The old one still lives: a bad moment of the token server is not ours.
            log.warning("zalo token not renewed, tried again", reason=str(error))
            return pair.access

    async def renewed(self, spent: str) -> str:
        """A fresh access token in place of `spent`; whoever comes second gets the first's.

        Raises OwnerNeededError where the refresh token is taken no more.
        """
        async with self._alone:
            pair = await self._current()
            if pair.access != spent:
                return pair.access
            fresh = await self._ask(pair)
            # Kept before it is used: the old refresh token is spent already.
            self._pair = fresh
            await self._keep(fresh)
            log.info("zalo token renewed")
            return fresh.access

    async def _keep(self, pair: Pair) -> None:
        """A disk that takes nothing is no reason to lose the only pair that Zalo still takes."""
        try:
            await asyncio.to_thread(self._file.save, pair)
        except OSError as error:
            log.error(
                "zalo tokens are not kept, a restart would lose them: see to the data folder",
                reason=error.strerror,
            )

    async def _current(self) -> Pair:
        if self._pair is None:
            access, refresh = self._given
            first_renewal = (self._clock.now() + _FIRST_RENEWAL).isoformat()
            kept = await asyncio.to_thread(self._file.load, refresh)
            if self._pair is None:  # or another looked as well, and may have renewed it already
                self._pair = kept or Pair(access, refresh, first_renewal, given=refresh)
        return self._pair

    async def _ask(self, pair: Pair) -> Pair:
        if not pair.refresh:
            raise OwnerNeededError(_AUTHORISE)
        form = {
            "refresh_token": pair.refresh,
            "app_id": self._app_id,
            "grant_type": "refresh_token",
        }
        asking = self._client.post(
            self._address, data=form, headers={"secret_key": self._app_secret}
        )
        try:
            answer = await answer_of(asking)
        except AnswerLostError:
            # It may be spent and the new pair lost; the next try tells.
            raise ChannelError("the token server's answer was lost") from None
        return self._pair_of(answer, pair.given)

    def _pair_of(self, answer: dict[str, Any], given: str) -> Pair:
        access, refresh = answer.get("access_token"), answer.get("refresh_token")
        if not access or not refresh:
            log.error("zalo token refused", error=answer.get("error"))
            raise OwnerNeededError(_AUTHORISE)
        try:
            life = timedelta(seconds=float(answer["expires_in"]))
        except (LookupError, TypeError, ValueError):
            life = _FIRST_RENEWAL
        renew_at = self._clock.now() + max(life, _SHORTEST_LIFE) * _RENEW_AFTER
        return Pair(str(access), str(refresh), renew_at.isoformat(), given)
