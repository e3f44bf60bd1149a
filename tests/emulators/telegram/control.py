"""The emulator by HTTP, for a test that stands in another process: POST /control/…"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from aiohttp import web

from tests.emulators.telegram.driver import Driver
from tests.emulators.telegram.faults import Fault, Trouble
from tests.emulators.telegram.flow import PER_BOT, PER_CHAT, PER_GROUP
from tests.emulators.telegram.people import Person
from tests.emulators.telegram.world import Bot, Json, Message, Room

# What a person may be told to do: the methods of `Person`, with ids instead of objects.
DEEDS = frozenset(
    name
    for name in vars(Person)
    if not name.startswith("_") and name not in ("user", "world", "files", "id", "chat_with")
)
_RULES = {rule.name: rule for rule in (PER_BOT, PER_CHAT, PER_GROUP)}


def shown(message: Message) -> Json:
    """A message with all of its keyboard, which the Bot API itself shows in part only."""
    return {**message.json(), "keyboard": message.markup}


class Control:
    """One method an address; each takes the JSON object it was sent."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self.addresses: dict[str, Callable[[Json], Any | Awaitable[Any]]] = {
            "bot": self._bot,
            "person": self._person,
            "group": self._group,
            "migrate": self._migrate,
            "do": self._do,
            "messages": self._messages,
            "next_message": self._next_message,
            "chat": self._chat,
            "calls": self._calls,
            "taps": self._taps,
            "fault": self._fault,
            "enforce": self._enforce,
            "breaches": self._breaches,
            "wind": self._wind,
            "updates": self._updates,
        }

    async def answer(self, request: web.Request) -> web.StreamResponse:
        deed = self.addresses.get(request.match_info["deed"])
        if deed is None:
            raise web.HTTPNotFound
        given = await request.json() if request.can_read_body else {}
        try:
            found = deed(given)
            result = await found if inspect.isawaitable(found) else found
        except TimeoutError as error:
            return web.json_response({"error": str(error)}, status=408)
        except (LookupError, TypeError, ValueError) as error:
            return web.json_response({"error": repr(error)}, status=400)
        return web.json_response(result)

    def _bot(self, given: Json) -> Json:
        made = self._driver.bot(**given)
        return {"id": made.id, "token": made.token, "username": made.username}

    def _person(self, given: Json) -> Json:
        return self._driver.person(**given).user.json()

    def _group(self, given: Json) -> Json:
        creator, title = self._who(given.pop("creator")), given.pop("title")
        return self._driver.group(title, creator, **given).json()

    def _migrate(self, given: Json) -> Json:
        group = self._driver.world.groups[given["chat_id"]]
        return self._driver.migrate(group, self._who(given["by"])).json()

    def _do(self, given: Json) -> Json | None:
        """{"person": 5…, "deed": "says", "text": "…", "chat_id": -4…, "message_id": 7}"""
        person, deed = self._who(given.pop("person")), given.pop("deed")
        if deed not in DEEDS:
            raise LookupError(f"a person cannot do {deed!r}: {sorted(DEEDS)}")
        room = self._room(given, person.id)
        accepted = inspect.signature(getattr(person, deed)).parameters
        for name in ("to", "out_of"):
            if name in accepted:
                given[name] = room
        if "bot" in accepted:
            given["bot"] = self._which_bot(given.pop("bot", ""))
        for name in ("message", "reply_to"):
            if (number := given.pop(f"{name}_id", None)) is not None:
                given[name] = room.messages[number]
        result = getattr(person, deed)(**given)
        return shown(result) if isinstance(result, Message) else None

    def _messages(self, given: Json) -> list[Json]:
        return [shown(message) for message in self._room(given).from_bots()]

    async def _next_message(self, given: Json) -> Json:
        room, within = self._room(given), given.get("within", 5.0)
        return shown(await self._driver.next_message(room, within))

    def _chat(self, given: Json) -> Json:
        room = self._room(given)
        return {"keyboard": room.keyboard, "actions": room.actions, "moved_to": room.moved_to}

    def _calls(self, given: Json) -> list[Json]:
        since = given.get("since", 0)
        return [
            {
                "number": call.number,
                "at": call.at.isoformat(),
                "bot_id": call.bot_id,
                "method": call.method,
                "parameters": call.parameters,
                "status": call.status,
                "description": call.description,
                "trouble": call.trouble,
            }
            for call in self._driver.calls[since:]
        ]

    def _taps(self, given: Json) -> list[Json]:
        return [
            {"id": tap.id, "by": tap.by.id, "data": tap.data, "answer": tap.answer}
            for tap in self._driver.taps
        ]

    def _fault(self, given: Json) -> None:
        given["trouble"] = Trouble(given["trouble"])
        self._driver.faults.order(Fault(**given))

    def _enforce(self, given: Json) -> None:
        self._driver.flow.enforce(*(_RULES[name] for name in given["rules"]))

    def _breaches(self, given: Json) -> list[Json]:
        return [
            {"at": one.at, "bot_id": one.bot_id, "chat_id": one.chat_id, "rule": one.rule}
            for one in self._driver.flow.breaches
        ]

    def _wind(self, given: Json) -> str:
        self._driver.wind(timedelta(seconds=given["seconds"]))
        return self._driver.now().isoformat()

    def _updates(self, given: Json) -> int:
        """{"redeliver": 3, "renumber": true} or {"restart_numbers": true}; how many wait."""
        queue = self._which_bot(given.get("bot", "")).queue
        if given.get("restart_numbers"):
            queue.restart_numbers()
        if count := given.get("redeliver", 0):
            queue.redeliver(count, renumber=given.get("renumber", True))
        return len(queue.pending())

    def _who(self, user_id: int) -> Person:
        return Person(self._driver.world.users[user_id], self._driver.world, self._driver.files)

    def _which_bot(self, username: str) -> Bot:
        bots = self._driver.world.bots.values()
        return next(bot for bot in bots if username in ("", bot.username))

    def _room(self, given: Json, default: int = 0) -> Room:
        chat_id = given.pop("chat_id", default)
        if chat_id < 0:
            return self._driver.world.groups[chat_id]
        bot = self._which_bot(given.get("bot", ""))
        return self._who(chat_id).chat_with(bot)


def join(application: web.Application, driver: Driver) -> None:
    application.router.add_post("/control/{deed}", Control(driver).answer)
