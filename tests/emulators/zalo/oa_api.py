"""The official account: consultation messages with windows and quota, rotating tokens, webhooks."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from aiohttp import ClientError, ClientSession, web

Json = dict[str, Any]
APP_ID = "4318657068771012646"
OA_ID = "2491302944280861639"
OA_SECRET = "oa-secret-key-for-tests"
APP_SECRET = "app-secret-key-for-tests"
LONGEST_TEXT = 2000
CLOSED_AFTER = timedelta(days=7)
FREE_FOR = timedelta(hours=48)
FREE_ANSWERS = 8
LIFE = 90_000  # seconds of an access token


@dataclass(slots=True)
class OaApi:
    """`now` is moved by the test; `webhook` is where the events go."""

    now: datetime
    webhook: str = ""
    access: str = "access-1"
    refresh: str = "refresh-1"
    spent: set[str] = field(default_factory=set)  # refresh tokens
    renewals: int = 0
    sent: list[Json] = field(default_factory=list)  # bodies that were taken, with their user
    charged: int = 0  # of them, by the quota of the tier
    refuse_next: list[int] = field(default_factory=list)  # error codes
    lose_uploads: int = 0  # the answers to so many are lost behind a gateway
    uploads: list[tuple[str, str, int]] = field(default_factory=list)  # kind, name, bytes
    heard_at: dict[str, datetime] = field(default_factory=dict)
    answers: dict[str, int] = field(default_factory=dict)  # since then
    unfollowed: set[str] = field(default_factory=set)
    _ids: Any = field(default_factory=lambda: count(1))

    def join(self, application: web.Application) -> None:
        application.router.add_post("/v3.0/oa/message/cs", self._message)
        application.router.add_post("/v4/oa/access_token", self._tokens)
        application.router.add_post(r"/v2.0/oa/upload/{kind:image|file}", self._upload)
        application.router.add_get("/v2.0/oa/getoa", self._about)

    # --- people -------------------------------------------------------------------------

    def event(self, name: str, user: str, **more: Any) -> Json:
        """An event as Zalo tells it; what a user does opens his window anew."""
        told: Json = {
            "app_id": APP_ID,
            "event_name": name,
            "timestamp": str(int(self.now.timestamp() * 1000)),
        }
        if name in ("follow", "unfollow"):
            return {**told, "oa_id": OA_ID, "follower": {"id": user}, **more}
        if name.startswith("user_send") or name == "user_submit_info":
            self.heard_at[user] = self.now
            self.answers[user] = 0
        if name in ("user_received_message", "user_seen_message"):
            # These tell of a message of the account's: it is the sender.
            return {**told, "sender": {"id": OA_ID}, "recipient": {"id": user}, **more}
        return {**told, "sender": {"id": user}, "recipient": {"id": OA_ID}, **more}

    def text(self, user: str, text: str) -> Json:
        message = {"msg_id": f"om{next(self._ids):06d}", "text": text}
        return self.event("user_send_text", user, message=message)

    def attachment(self, name: str, user: str, /, **payload: Any) -> Json:
        kind = name.removeprefix("user_send_")
        message = {
            "msg_id": f"om{next(self._ids):06d}",
            "attachments": [{"type": kind, "payload": payload}],
        }
        return self.event(name, user, message=message)

    async def bring(
        self, event: Json, *, secret: str = OA_SECRET, prefix: str = "mac=", in_header: bool = False
    ) -> int:
        """Signed as Zalo signs; the HTTP status of the answer, 0 where nobody answers."""
        time = event["timestamp"]
        headers = {"Content-Type": "application/json"}
        if in_header:
            event = {key: value for key, value in event.items() if key != "timestamp"}
            headers["X-ZEvent-Timestamp"] = time
        # Not as our own JSON looks: the raw bytes are what is signed.
        body = json.dumps(event, ensure_ascii=False, separators=(", ", " : ")).encode()
        mac = hashlib.sha256(APP_ID.encode() + body + f"{time}{secret}".encode()).hexdigest()
        headers["X-ZEvent-Signature"] = f"{prefix}{mac}"
        try:
            async with (
                ClientSession() as session,
                session.post(self.webhook, data=body, headers=headers) as answer,
            ):
                return answer.status
        except ClientError:
            return 0

    def texts(self, user: str) -> list[str]:
        return [
            str(one["message"]["text"])
            for one in self.sent
            if one["recipient"]["user_id"] == user and "text" in one["message"]
        ]

    # --- calls --------------------------------------------------------------------------

    async def _message(self, request: web.Request) -> web.Response:
        if error := self._token_error(request):
            return _failed(error)
        if self.refuse_next:
            return _failed(self.refuse_next.pop(0))
        given = await request.json()
        user = str(given["recipient"]["user_id"])
        if user in self.unfollowed:
            return _failed(-213)
        heard = self.heard_at.get(user)
        if heard is None or self.now - heard > CLOSED_AFTER:
            return _failed(-230)
        message = given["message"]
        if "attachment" not in message and not 1 <= len(message.get("text", "")) <= LONGEST_TEXT:
            return _failed(-201)
        self.answers[user] = self.answers.get(user, 0) + 1
        is_free = self.now - heard <= FREE_FOR and self.answers[user] <= FREE_ANSWERS
        self.charged += 0 if is_free else 1
        self.sent.append(given)
        quota = {"quota_type": "reply" if is_free else "sub_quota", "remain": "100"}
        return _done({"message_id": f"os{len(self.sent):06d}", "user_id": user, "quota": quota})

    async def _tokens(self, request: web.Request) -> web.Response:
        form = await request.post()
        if request.headers.get("secret_key") != APP_SECRET or form.get("app_id") != APP_ID:
            return _failed(-14004, "Invalid app")
        if form.get("grant_type") != "refresh_token" or form.get("refresh_token") != self.refresh:
            return _failed(-14014, "Invalid refresh token")
        self.spent.add(self.refresh)
        self.renewals += 1
        self.access, self.refresh = (
            f"access-{self.renewals + 1}",
            f"refresh-{self.renewals + 1}",
        )
        return web.json_response(
            {
                "access_token": self.access,
                "refresh_token": self.refresh,
                "expires_in": str(LIFE),
            }
        )

    async def _upload(self, request: web.Request) -> web.Response:
        if error := self._token_error(request):
            return _failed(error)
        file = (await request.post())["file"]
        assert isinstance(file, web.FileField)
        kind, content = request.match_info["kind"], file.file.read()
        if self.lose_uploads:
            self.lose_uploads -= 1
            return web.Response(status=504)
        self.uploads.append((kind, file.filename, len(content)))
        name = f"up{len(self.uploads)}"
        return _done({"attachment_id": name} if kind == "image" else {"token": name})

    async def _about(self, request: web.Request) -> web.Response:
        if error := self._token_error(request):
            return _failed(error)
        return _done({"oa_id": OA_ID, "name": "Ánh Dương"})

    def _token_error(self, request: web.Request) -> int:
        return 0 if request.headers.get("access_token") == self.access else -216


def _done(data: Json) -> web.Response:
    return web.json_response({"error": 0, "message": "Success", "data": data})


def _failed(code: int, message: str = "refused") -> web.Response:
    """Zalo answers 200 to everything."""
    return web.json_response({"error": code, "message": message})
