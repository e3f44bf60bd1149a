"""A webhook at which a platform proves itself by a secret that it was given."""

from __future__ import annotations

import hmac
import json
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from typing import Any

import structlog

log = structlog.get_logger()

# The raw body of a call: read when its caller has shown who he is.
ReadBody = Callable[[], Awaitable[bytes]]
# Raw body and headers in, HTTP status out.
Webhook = Callable[[ReadBody, Mapping[str, str]], Awaitable[int]]
# Stores one update; False where it must be brought again.
Admit = Callable[[Any], Awaitable[bool]]


class SecretDoor:
    """Without a secret of our own nobody can know it, and nobody is let in."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self.refused = 0  # calls with a wrong secret

    async def let_in(self, read: ReadBody, shown: str | None, admit: Admit | None) -> int:
        """One update brought to us; answers the HTTP status, 200 only for what is stored.

        Without `admit` the house is closed just now.
        """
        if not self._secret or not hmac.compare_digest((shown or "").encode(), self._secret):
            self.refused += 1
            log.warning("webhook refused: wrong secret", refused=self.refused)
            return HTTPStatus.FORBIDDEN
        if admit is None:
            return HTTPStatus.SERVICE_UNAVAILABLE
        try:
            raw = json.loads(await read())
        except ValueError:
            return HTTPStatus.BAD_REQUEST
        return HTTPStatus.OK if await admit(raw) else HTTPStatus.SERVICE_UNAVAILABLE
