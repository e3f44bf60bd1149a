"""The HTTP face: /bot{TOKEN}/{METHOD} and /file/bot{TOKEN}/{PATH}."""

import asyncio
import inspect
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiohttp import web

from tests.emulators.telegram import chats, editing, parameters, profile, receiving, sending
from tests.emulators.telegram.calls import Call, Json, Method
from tests.emulators.telegram.errors import ApiError, too_many_requests
from tests.emulators.telegram.faults import Fault, Faults, Trouble
from tests.emulators.telegram.files import LARGEST_UPLOAD, MEGABYTE, Files
from tests.emulators.telegram.flow import FlowControl
from tests.emulators.telegram.parameters import Parameters
from tests.emulators.telegram.world import Bot, World

METHODS: dict[str, Method] = {
    name.lower(): method
    for part in (receiving, sending, editing, profile, chats)
    for name, method in part.METHODS.items()
}
_NAMES = {
    name.lower(): name
    for part in (receiving, sending, editing, profile, chats)
    for name in part.METHODS
}
_BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
_SENTENCES = {
    "setWebhook": "Webhook was set",
    "deleteWebhook": "Webhook was deleted",
}


@dataclass(slots=True)
class ApiCall:
    """A call as it came and what became of it; `status` is 0 where the line was cut."""

    number: int
    at: datetime
    monotonic: float
    bot_id: int
    method: str
    parameters: Json
    files: tuple[str, ...]
    status: int = 0
    result: Any = None
    description: str = ""
    trouble: Trouble | None = None

    @property
    def chat_id(self) -> int:
        return Parameters(self.parameters).integer("chat_id")


@dataclass(slots=True)
class Server:
    """Takes calls, in this order: token, faults, flow control, the method itself."""

    world: World
    files: Files
    flow: FlowControl
    faults: Faults
    calls: list[ApiCall] = field(default_factory=list)

    def application(self) -> web.Application:
        application = web.Application(client_max_size=LARGEST_UPLOAD + 20 * MEGABYTE)
        application.router.add_route("*", r"/bot{token:[^/]+}/{method:[^/]*}", self.answer)
        application.router.add_get(r"/file/bot{token:[^/]+}/{path:.+}", self.download)
        return application

    async def answer(self, request: web.Request) -> web.StreamResponse:
        token, name = request.match_info["token"], request.match_info["method"].lower()
        bot = self.world.bots.get(token)
        if bot is None:
            return refusal(unknown_token(token))
        if name not in METHODS:
            return refusal(ApiError(404, "Not Found"))
        try:
            given = await parameters.read(request)
        except ApiError as error:
            return refusal(error)
        except web.HTTPRequestEntityTooLarge:
            return refusal(ApiError(413, "Request Entity Too Large"))
        return await self._run(request, bot, _NAMES[name], given)

    async def _run(
        self, request: web.Request, bot: Bot, name: str, given: Parameters
    ) -> web.StreamResponse:
        call = ApiCall(
            len(self.calls) + 1,
            self.world.now(),
            self.flow.monotonic(),
            bot.id,
            name,
            given.values,
            tuple(upload.name for upload in given.uploads.values()),
        )
        self.calls.append(call)
        self.world.tell()
        fault = self.faults.take(name, call.chat_id)
        call.trouble = fault.trouble if fault else None
        if fault is not None and fault.trouble is Trouble.DROPPED:
            return cut(request)
        if fault is not None and fault.trouble is Trouble.GATEWAY_REFUSES:
            call.status = 403
            return web.Response(status=403, text=_BAD_GATEWAY, content_type="text/html")
        response = await self._respond(call, bot, given, fault)
        if fault is not None and fault.trouble is Trouble.CUT_OFF:
            shown = response.text or ""
            response = web.Response(text=shown[: len(shown) // 2], content_type="application/json")
        if fault is not None and fault.trouble is Trouble.ANSWER_LOST:
            call.status = 0
            return cut(request)
        if fault is not None and fault.trouble is Trouble.SLOW:
            await asyncio.sleep(fault.seconds)
        call.status = response.status
        self.world.tell()
        return response

    async def _respond(
        self, call: ApiCall, bot: Bot, given: Parameters, fault: Fault | None
    ) -> web.Response:
        try:
            if fault is not None:
                self._raise(fault, bot)
            album = given.structure("media") if call.method == "sendMediaGroup" else None
            messages = len(album) if isinstance(album, list) else 1
            self.flow.check(bot.id, call.chat_id, call.method, messages)
            found = METHODS[call.method.lower()](Call(self.world, self.files, bot, given))
            call.result = await found if inspect.isawaitable(found) else found
        except ApiError as error:
            call.description = error.description
            return refusal(error)
        shown = {"ok": True, "result": call.result}
        if call.method in _SENTENCES:
            shown["description"] = _SENTENCES[call.method]
        return web.json_response(shown)

    def _raise(self, fault: Fault, bot: Bot) -> None:
        match fault.trouble:
            case Trouble.TOO_MANY_REQUESTS:
                raise too_many_requests(int(fault.seconds))
            case Trouble.FLOOD:
                self.flow.pause(bot.id, fault.seconds)
                raise too_many_requests(int(fault.seconds))
            case Trouble.SERVER_ERROR:
                raise ApiError(500, "Internal Server Error")
            case Trouble.BAD_GATEWAY:
                raise ApiError(502, "Bad Gateway")
            case Trouble.REFUSED:
                raise ApiError(fault.code, fault.description, **fault.parameters)
            case _:
                return

    async def download(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] not in self.world.bots:
            return refusal(unknown_token(request.match_info["token"]))
        file = self.files.by_path(request.match_info["path"])
        if file is None:
            return refusal(ApiError(404, "Not Found"))
        return web.Response(body=file.body, content_type="application/octet-stream")


def unknown_token(token: str) -> ApiError:
    number, colon, _ = token.partition(":")
    if colon and number.isdigit():
        return ApiError(401, "Unauthorized")
    return ApiError(404, "Not Found")


def refusal(error: ApiError) -> web.Response:
    if error.code == 502:
        return web.Response(status=502, text=_BAD_GATEWAY, content_type="text/html")
    shown: Json = {"ok": False, "error_code": error.code, "description": error.description}
    headers = {}
    if error.parameters:
        shown["parameters"] = error.parameters
    if "retry_after" in error.parameters:
        headers["Retry-After"] = str(error.parameters["retry_after"])
    return web.json_response(shown, status=error.code, headers=headers)


def cut(request: web.Request) -> web.Response:
    """End the connection without a word; what is returned reaches nobody."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def not_found(request: web.Request) -> web.StreamResponse:
    return refusal(ApiError(404, "Not Found"))
