"""The Bot Platform: /bot{TOKEN}/{METHOD}; one update an answer, 408 where nobody wrote."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiohttp import ClientError, ClientSession, web

Json = dict[str, Any]
TOKEN = "1234567890123456789:zalo-bot-key-for-tests"
LONGEST_TEXT = 2000
IDLE = 408
# A real server holds a poll for half a minute; here a test waits for it.
LONGEST_HELD = 0.3  # seconds


@dataclass(slots=True)
class Sent:
    chat_id: str
    method: str
    given: Json

    @property
    def text(self) -> str:
        return str(self.given.get("text") or self.given.get("caption") or "")


@dataclass(slots=True)
class BotApi:
    """One bot. `repeats` tells the last update again at every poll, as some servers do."""

    repeats: bool = False
    wrapped: bool = False  # webhooks come inside {ok, result}
    webhook: tuple[str, str] | None = None  # address, secret
    sent: list[Sent] = field(default_factory=list)
    polls: int = 0
    refuse_next: list[tuple[int, str]] = field(default_factory=list)  # error_code, description
    refuse_after: int = 0  # so many messages are taken, then none; 0: all
    chats: set[str] = field(default_factory=set)
    blocked: set[str] = field(default_factory=set)
    _waiting: list[Json] = field(default_factory=list)
    _last: Json | None = None
    _rung: asyncio.Event = field(default_factory=asyncio.Event)
    _ids: Any = field(default_factory=lambda: count(1))

    def join(self, application: web.Application) -> None:
        application.router.add_route("*", r"/bot{token:[^/]+}/{method}", self._answer)

    # --- people -------------------------------------------------------------------------

    def text(self, user: str, text: str, *, at_ms: int, name: str = "Khách Zalo") -> Json:
        return self._update("message.text.received", user, name, at_ms, {"text": text})

    def image(self, user: str, url: str, caption: str, *, at_ms: int) -> Json:
        given = {"photo_url": url, "caption": caption}
        return self._update("message.image.received", user, "Khách Zalo", at_ms, given)

    def sticker(self, user: str, *, at_ms: int) -> Json:
        return self._update("message.sticker.received", user, "Khách Zalo", at_ms, {"sticker": "x"})

    def _update(self, event: str, user: str, name: str, at_ms: int, more: Json) -> Json:
        self.chats.add(user)
        return {
            "event_name": event,
            "message": {
                "message_id": f"zm{next(self._ids):06d}",
                "date": at_ms,
                "chat": {"id": user, "chat_type": "PRIVATE"},
                "from": {"id": user, "display_name": name, "is_bot": False},
                **more,
            },
        }

    async def bring(self, update: Json, *, secret: str | None = None) -> int:
        """To whoever asks, or by the webhook: then its HTTP status, 0 where nobody answers."""
        if self.webhook is None:
            self._waiting.append(update)
            self._rung.set()
            return 200
        address, own = self.webhook
        body = {"ok": True, "result": update} if self.wrapped else update
        headers = {"X-Bot-Api-Secret-Token": own if secret is None else secret}
        try:
            async with (
                ClientSession() as session,
                session.post(address, json=body, headers=headers) as answer,
            ):
                return answer.status
        except ClientError:
            return 0

    def texts(self, user: str) -> list[str]:
        return [one.text for one in self.sent if one.chat_id == user and one.text]

    # --- methods ------------------------------------------------------------------------

    async def _answer(self, request: web.Request) -> web.Response:
        if request.match_info["token"] != TOKEN:
            return _refused(401, "Unauthorized")
        given = await request.json() if request.can_read_body else {}
        method = request.match_info["method"]
        if method.startswith("send") and self.refuse_next:
            return _refused(*self.refuse_next.pop(0))
        if self.refuse_after and len(self.sent) >= self.refuse_after:
            return _refused(500, "Internal Server Error")
        match method:
            case "getMe":
                return _taken({"id": "1234567890123456789", "account_name": "bot.anhduong"})
            case "getUpdates":
                return await self._updates()
            case "setWebhook":
                return self._set_webhook(given)
            case "deleteWebhook":
                self.webhook = None
                return _taken(True)
            case "getWebhookInfo" if self.webhook is None:
                return _refused(404, "Not Found")
            case "getWebhookInfo":
                assert self.webhook is not None
                return _taken({"url": self.webhook[0]})
            case "sendMessage" | "sendPhoto" | "sendSticker" | "sendChatAction":
                return self._send(method, given)
            case _:
                return _refused(404, "Not Found")

    async def _updates(self) -> web.Response:
        self.polls += 1
        if self.webhook is not None:
            return _refused(400, "a webhook is set")
        if not self._waiting and not (self.repeats and self._last):
            self._rung.clear()
            try:
                async with asyncio.timeout(LONGEST_HELD):
                    await self._rung.wait()
            except TimeoutError:
                return _refused(IDLE, "Request timeout")
        if self._waiting:
            self._last = self._waiting.pop(0)
        return _taken(self._last)

    def _set_webhook(self, given: Json) -> web.Response:
        secret = str(given.get("secret_token", ""))
        if not 8 <= len(secret) <= 256:
            return _refused(400, "secret_token is invalid")
        self.webhook = (str(given["url"]), secret)
        return _taken({"url": given["url"]})

    def _send(self, method: str, given: Json) -> web.Response:
        chat = str(given.get("chat_id", ""))
        if chat not in self.chats:
            return _refused(400, "chat not found")
        if chat in self.blocked:
            return _refused(403, "bot was blocked by the user")
        text = given.get("text") if method == "sendMessage" else given.get("caption", "-")
        if method in ("sendMessage", "sendPhoto") and not 1 <= len(text or "") <= LONGEST_TEXT:
            return _refused(400, "text must be 1 to 2000 characters")
        if method == "sendPhoto" and not str(given.get("photo", "")).startswith("http"):
            return _refused(400, "photo must be an address")
        if method == "sendChatAction":
            return _taken(True)
        self.sent.append(Sent(chat, method, given))
        return _taken({"message_id": f"zs{len(self.sent):06d}", "date": 0})


def _taken(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def _refused(code: int, description: str) -> web.Response:
    """The status is the code where it is one; an idle poll is no failure of HTTP's."""
    return web.json_response(
        {"ok": False, "error_code": code, "description": description},
        status=200 if code == IDLE else code,
    )
