"""The emulator's own corners: bodies, refusals, people's deeds, numbering, the /control/ door."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest

from tests.emulators.telegram.emulator import Emulator
from tests.emulators.telegram.faults import Trouble
from tests.emulators.telegram.people import Person
from tests.emulators.telegram.world import Bot, Message

Json = dict[str, Any]


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator() as running:
        yield running


@pytest.fixture
def bot(emulator: Emulator) -> Bot:
    return emulator.bot()


@pytest.fixture
def lan(bot: Bot, emulator: Emulator) -> Person:
    lan = emulator.person("Lan")
    lan.starts()
    return lan


@pytest.fixture
async def http(emulator: Emulator, bot: Bot) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=f"{emulator.url}/bot{bot.token}/") as client:
        yield client


async def call(http: httpx.AsyncClient, method: str, **parameters: Any) -> Json:
    answer: Json = (await http.post(method, json=parameters)).json()
    return answer


async def test_a_call_may_come_as_query_form_json_or_multipart(
    http: httpx.AsyncClient, emulator: Emulator, lan: Person
) -> None:
    keyboard = {"inline_keyboard": [[{"text": "x", "callback_data": "y"}]]}
    plain = {"chat_id": str(lan.id), "text": "chào", "reply_markup": json.dumps(keyboard)}

    answers = [
        await http.get("sendMessage", params=plain),
        await http.post("SENDMESSAGE", data=plain),
        await http.post("sendMessage", json={**plain, "reply_markup": keyboard}),
        await http.post("sendMessage", files={name: (None, plain[name]) for name in plain}),
    ]

    assert [answer.json()["result"]["text"] for answer in answers] == ["chào"] * 4
    assert [one.labels for one in lan.chat_with().from_bots()] == [["x"]] * 4
    assert [one.method for one in emulator.calls] == ["sendMessage"] * 4


async def test_wrong_tokens_methods_and_paths_are_refused(
    http: httpx.AsyncClient, emulator: Emulator
) -> None:
    not_found = {"ok": False, "error_code": 404, "description": "Not Found"}

    assert (await http.get("doMagic")).json() == not_found
    assert (await http.get(f"{emulator.url}/")).json() == not_found
    assert (await http.get(f"{emulator.url}/botabc/getMe")).json() == not_found
    wrong = await http.get(f"{emulator.url}/bot123456:ABC/getMe")
    assert wrong.status_code == 401
    assert wrong.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


@pytest.mark.parametrize(
    ("method", "parameters", "complaint"),
    [
        ("sendMessage", {"text": "x"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": 99, "text": "x"}, "chat not found"),
        ("sendMessage", {"text": " \n "}, "text must be non-empty"),
        ("sendMessage", {"text": "x", "reply_parameters": {"message_id": 99}}, "to be replied"),
        ("sendMessage", {"text": "x", "message_thread_id": 5}, "message thread not found"),
        ("sendMessage", {"text": "x", "reply_markup": "{"}, "can't parse reply_markup JSON"),
        (
            "sendMessage",
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x"}]]}},
            "Text buttons are unallowed in the inline keyboard",
        ),
        (
            "sendMessage",
            {"text": "x", "reply_markup": {"keyboard": [[{}]]}},
            "keyboard button must have non-empty text",
        ),
        (
            "sendMessage",
            {"text": "😀", "entities": [{"type": "bold", "offset": 1, "length": 1}]},
            "middle of a UTF-16 symbol",
        ),
        ("editMessageText", {"message_id": 1, "text": "x"}, "message can't be edited"),
        ("deleteMessage", {"message_id": 99}, "message to delete not found"),
        ("sendChatAction", {"action": "dancing"}, "wrong parameter action"),
        ("sendPhoto", {"photo": "https://example.com/a.png"}, "failed to get HTTP URL content"),
        ("sendDocument", {"document": "unknown"}, "wrong file identifier"),
        ("getFile", {"file_id": "unknown"}, "wrong file_id"),
        ("answerCallbackQuery", {"callback_query_id": "1"}, "query is too old"),
        ("createForumTopic", {"name": "x"}, "the chat is not a forum"),
        ("setWebhook", {"url": "ftp://example.com"}, "bad webhook"),
        ("setWebhook", {"url": "http://x.vn", "secret_token": "ế"}, "unallowed characters"),
    ],
)
async def test_refusals_speak_the_servers_words(
    http: httpx.AsyncClient, lan: Person, method: str, parameters: Json, complaint: str
) -> None:
    if "chat_id" not in parameters and complaint != "chat_id is empty":
        parameters = {"chat_id": lan.id, **parameters}

    answer = await call(http, method, **parameters)

    assert answer["error_code"] == 400
    assert answer["description"].startswith("Bad Request: ")
    assert complaint in answer["description"]


async def test_entities_are_kept_and_the_server_finds_links_itself(
    http: httpx.AsyncClient, lan: Person
) -> None:
    bold = {"type": "bold", "offset": 0, "length": 2}

    answer = await call(
        http, "sendMessage", chat_id=lan.id, text="Giá ở https://duyen.vn nhé", entities=[bold]
    )

    link = {"type": "url", "offset": 6, "length": 16}
    assert answer["result"]["entities"] == [bold, link]


DEEDS: dict[str, Callable[[Person], Message | list[Message]]] = {
    "text": lambda lan: lan.says("/start x"),
    "contact": lambda lan: lan.shares_contact(),
    "sticker": lambda lan: lan.sends_sticker(),
    "voice": lambda lan: lan.sends_voice(),
    "photo": lambda lan: lan.sends_photo("nhà"),
    "document": lambda lan: lan.sends_document(),
    "location": lambda lan: lan.sends_location(),
    "poll": lambda lan: lan.sends_poll("Mua?", ["Có", "Không"]),
    "media_group_id": lambda lan: lan.sends_album(["một", "hai"]),
    "forward_origin": lambda lan: lan.forwards(lan.says("gốc")),
}


@pytest.mark.parametrize("field", DEEDS)
async def test_every_deed_of_a_person_becomes_an_update(
    http: httpx.AsyncClient, lan: Person, field: str
) -> None:
    DEEDS[field](lan)

    updates = (await call(http, "getUpdates"))["result"]

    assert field in updates[-1]["message"]
    assert updates[-1]["message"]["from"]["id"] == lan.id


async def test_allowed_updates_act_from_then_on_and_persist(
    http: httpx.AsyncClient, lan: Person
) -> None:
    wanted = ["message", "my_chat_member"]
    start = (await call(http, "getUpdates", allowed_updates=wanted))["result"][0]

    lan.edits(lan.says("một"), "hai")
    lan.blocks()
    seen = (await call(http, "getUpdates", offset=start["update_id"] + 1))["result"]

    assert [set(one) - {"update_id"} for one in seen] == [{"message"}, {"my_chat_member"}]
    assert (await call(http, "getWebhookInfo"))["result"]["allowed_updates"] == wanted


async def test_in_a_group_privacy_mode_hides_what_is_not_meant_for_the_bot(
    http: httpx.AsyncClient, emulator: Emulator, bot: Bot, lan: Person
) -> None:
    group = emulator.group("Sales", lan)
    lan.adds(bot, group)
    own = (await call(http, "sendMessage", chat_id=group.id, text="thẻ"))["result"]

    lan.says("chuyện riêng", group)
    lan.says("/stats", group)
    lan.says(f"/leads@{bot.username}", group)
    lan.says("/leads@other_bot", group)
    lan.says("của em", group, reply_to=group.messages[own["message_id"]])

    updates = (await call(http, "getUpdates"))["result"]
    texts = [one["message"].get("text") for one in updates if "message" in one]
    # None is the service message of the bot's own coming.
    assert texts == ["/start", None, "/stats", f"/leads@{bot.username}", "của em"]


async def test_numbers_may_restart_lower_and_an_offset_of_the_old_ones_loses_nothing(
    http: httpx.AsyncClient, bot: Bot, lan: Person
) -> None:
    [before] = (await call(http, "getUpdates"))["result"]
    offset = before["update_id"] + 1
    await call(http, "getUpdates", offset=offset)

    # Some restarts land above, some below: take one that lands below.
    bot.queue.restart_numbers()
    lan.says("sau một tuần")
    while bot.queue.pending()[0].id > offset:
        bot.queue.drop_pending()
        bot.queue.restart_numbers()
        lan.says("sau một tuần")

    [after] = (await call(http, "getUpdates", offset=offset))["result"]
    assert after["message"]["text"] == "sau một tuần"
    assert after["update_id"] < offset


async def test_confirmed_updates_can_come_again(
    http: httpx.AsyncClient, bot: Bot, lan: Person
) -> None:
    [first] = (await call(http, "getUpdates"))["result"]
    await call(http, "getUpdates", offset=first["update_id"] + 1)

    bot.queue.redeliver(1, renumber=True)

    [again] = (await call(http, "getUpdates", offset=first["update_id"] + 1))["result"]
    assert again["message"] == first["message"]


async def test_reply_keyboards_stay_until_taken_away(http: httpx.AsyncClient, lan: Person) -> None:
    room = lan.chat_with()
    keyboard = {"keyboard": [[{"text": "Gửi số", "request_contact": True}]]}

    await call(http, "sendMessage", chat_id=lan.id, text="Số ạ?", reply_markup=keyboard)
    assert room.keyboard == keyboard

    gone = {"remove_keyboard": True}
    await call(http, "sendMessage", chat_id=lan.id, text="Cảm ơn", reply_markup=gone)
    assert room.keyboard is None


async def test_a_fault_meets_only_whom_it_names(
    http: httpx.AsyncClient, emulator: Emulator, lan: Person
) -> None:
    emulator.fail_next(Trouble.SERVER_ERROR, "sendMessage", chat_id=lan.id, times=2)

    codes = [
        (await call(http, "sendMessage", chat_id=lan.id, text="x")).get("error_code", 200)
        for _ in range(3)
    ]

    assert codes == [500, 500, 200]
    assert [one.status for one in emulator.calls] == [500, 500, 200]


async def test_a_flood_stops_the_whole_bot_and_calling_on_is_written_down(
    http: httpx.AsyncClient, emulator: Emulator, lan: Person
) -> None:
    emulator.fail_next(Trouble.FLOOD, "sendMessage", seconds=30)
    await call(http, "sendMessage", chat_id=lan.id, text="x")

    answer = await http.post("getMe")

    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "30"
    assert [one.rule for one in emulator.flow.breaches] == ["during a pause"]


async def test_another_process_can_drive_by_http(
    http: httpx.AsyncClient, emulator: Emulator, bot: Bot
) -> None:
    async def control(address: str, /, **given: Any) -> Any:
        answer = await http.post(f"{emulator.url}/control/{address}", json=given)
        assert answer.status_code == 200, answer.text
        return answer.json()

    minh = (await control("person", first_name="Minh"))["id"]
    await control("do", person=minh, deed="starts", payload="expo")
    keyboard = {"inline_keyboard": [[{"text": "Có", "callback_data": "yes"}]]}
    await call(http, "sendMessage", chat_id=minh, text="Mua ạ?", reply_markup=keyboard)

    asked = await control("next_message", chat_id=minh)
    await control("do", person=minh, deed="taps", message_id=asked["message_id"], button="Có")
    await control("do", person=minh, deed="blocks")

    updates = (await call(http, "getUpdates"))["result"]
    assert updates[0]["message"]["text"] == "/start expo"
    assert updates[1]["callback_query"]["data"] == "yes"
    assert "my_chat_member" in updates[2]
    assert [one["data"] for one in await control("taps")] == ["yes"]
    assert "sendMessage" in [one["method"] for one in await control("calls")]
    late = await http.post(
        f"{emulator.url}/control/next_message", json={"chat_id": minh, "within": 0.01}
    )
    assert late.status_code == 408
