"""Telegram's bad days, in our words: what surely failed, what may have arrived, what never will."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
)
from telegram.request import HTTPXRequest

from bot.channels.hidden_tokens import without_tokens
from bot.channels.patience import Trouble
from handlers.channel import (
    AnswerLostError,
    ChannelError,
    ChatClosedError,
    ChatMovedError,
    MessageRefusedError,
    OutOfReachError,
)

# Failures before anything was written to the wire.
_BEFORE_SENDING = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
# A gateway that gave up waiting has passed the request on; the others have refused it.
_MAY_HAVE_ARRIVED = (HTTPStatus.GATEWAY_TIMEOUT,)
_CHAT_CLOSED = (
    "chat not found",
    "group chat was deactivated",
    "not enough rights to send",
    "have no rights to send",
    "chat_write_forbidden",
    "peer_id_invalid",
)
# A wrong token or a second copy needs a human: asking every second would not help.
NEEDS_A_HUMAN = 60.0
_NO_ANSWER = "telegram does not answer, trying again"
# What only a human can mend, and how.
_TROUBLES: dict[type[TelegramError], str] = {
    Conflict: "another copy of the bot fetches with this token: stop one of the two",
    InvalidToken: "telegram refuses DUYEN_TELEGRAM_TOKEN: copy it again from @BotFather",
}


class NotSentError(TelegramError):
    """Nothing reached Telegram."""


class UnansweredError(TelegramError):
    """The request went out, no answer came back."""


class TooFastError(TelegramError):
    """Flow control: the whole bot is to wait."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"too many requests, wait {seconds:g} s")
        self.seconds = seconds


class ServerFailedError(TelegramError):
    """Telegram answered that it could not."""


class Request(HTTPXRequest):
    """The library's HTTP, which tells the failures apart that matter to us.

    The library itself makes one NetworkError of a refused connection and of a lost answer.
    """

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        try:
            status, payload = await super().do_request(*args, **kwargs)
        except TelegramError as error:
            reason = type(error.__cause__ or error).__name__
            # `from None`: the cause holds the request, and with it the token.
            if isinstance(error.__cause__, _BEFORE_SENDING):
                raise NotSentError(reason) from None
            raise UnansweredError(reason) from None
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            raise TooFastError(_retry_after(payload))
        if status in _MAY_HAVE_ARRIVED:
            raise UnansweredError(f"HTTP {status}")
        # A refusal that is no JSON is not Telegram's: some gateway on the way let nothing through.
        strange = status >= HTTPStatus.BAD_REQUEST and not payload.lstrip().startswith(b"{")
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR or strange:
            raise ServerFailedError(f"HTTP {status}")
        return status, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """The library's own writes an answer that was cut off to the log, with people's words."""
        try:
            return json.loads(payload.decode("utf-8", "replace"))
        except ValueError:
            raise UnansweredError("the answer cannot be read") from None


def _retry_after(payload: bytes) -> float:
    try:
        return float(json.loads(payload)["parameters"]["retry_after"])
    except (ValueError, LookupError, TypeError):
        return 1.0


def ours(error: TelegramError) -> ChannelError:
    """The error for whoever sends: what to do next is in its class."""
    reason = without_tokens(error.message)
    match error:
        case ChatMigrated():
            return ChatMovedError(str(error.new_chat_id))
        case TooFastError():
            return ChannelError(reason, error.seconds, whole_channel=True)
        case Forbidden():
            return ChatClosedError(reason)
        case BadRequest():
            closed = any(phrase in reason.lower() for phrase in _CHAT_CLOSED)
            return ChatClosedError(reason) if closed else MessageRefusedError(reason)
        case InvalidToken() | Conflict():
            return ChannelError(reason, NEEDS_A_HUMAN, whole_channel=True)
        case NetworkError():
            return MessageRefusedError(reason)
        case NotSentError():
            return OutOfReachError(reason)
        case ServerFailedError():
            return ChannelError(reason)
        case _:
            return AnswerLostError(reason)


def trouble(error: TelegramError) -> Trouble:
    """The error for the operator."""
    asked = error.seconds if isinstance(error, TooFastError) else 0.0
    return Trouble(_TROUBLES.get(type(error), _NO_ANSWER), str(ours(error)), asked)
