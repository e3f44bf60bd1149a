"""The emulator is true to the API: two unrelated libraries live on it alike."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta

import aiogram
import pytest
import telegram
from aiohttp import web

from tests.emulators.clients import (
    Aiogram,
    Client,
    PythonTelegramBot,
    RefusedError,
    Seen,
    read_aiogram,
    read_ptb,
)
from tests.emulators.telegram.emulator import Emulator
from tests.emulators.telegram.faults import Trouble
from tests.emulators.telegram.flow import PER_BOT, PER_CHAT, PER_GROUP
from tests.emulators.telegram.people import PIXEL, Person
from tests.emulators.telegram.world import Bot

LIBRARIES: list[type[PythonTelegramBot] | type[Aiogram]] = [PythonTelegramBot, Aiogram]


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator(webhook_time_scale=0.01) as running:
        yield running


@pytest.fixture
def bot(emulator: Emulator) -> Bot:
    return emulator.bot("duyen_test_bot")


@pytest.fixture
def lan(bot: Bot, emulator: Emulator) -> Person:
    return emulator.person("Lan", username="lan_hanoi")


@pytest.fixture(params=LIBRARIES)
async def client(
    request: pytest.FixtureRequest,
    emulator: Emulator,
    bot: Bot,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Client]:
    # Without it python-telegram-bot warns at every 429.
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    made: Client = request.param(emulator.url, bot.token)
    await made.open()
    yield made
    await made.close()


async def test_the_bot_knows_its_name(client: Client) -> None:
    assert await client.username() == "duyen_test_bot"


async def test_polling_hands_an_update_out_until_a_higher_offset_confirms_it(
    client: Client, lan: Person
) -> None:
    lan.starts("hanoi_expo")

    [first] = await client.updates()
    [again] = await client.updates()
    rest = await client.updates(offset=first.update_id + 1)

    assert first == again
    assert first.text == "/start hanoi_expo"
    assert rest == []


async def test_a_negative_offset_forgets_all_but_the_last(client: Client, lan: Person) -> None:
    for text in ("một", "hai", "ba"):
        lan.says(text)

    last = await client.updates(offset=-1)

    assert [one.text for one in last] == ["ba"]
    assert await client.updates() == last


async def test_a_long_poll_ends_when_somebody_writes(client: Client, lan: Person) -> None:
    polling = asyncio.create_task(client.updates(wait=20))
    await asyncio.sleep(0.05)

    lan.says("chào em")

    assert [one.text for one in await asyncio.wait_for(polling, 2)] == ["chào em"]


async def test_a_second_poller_ends_the_first(client: Client, emulator: Emulator, bot: Bot) -> None:
    first = asyncio.create_task(client.updates(wait=20))
    await emulator.wait_for(lambda: emulator.calls_of("getUpdates"))
    await asyncio.sleep(0.05)

    assert await client.updates() == []

    with pytest.raises(RefusedError, match="terminated by other getupdates request"):
        await first


async def test_messages_go_out_are_edited_and_deleted(
    client: Client, emulator: Emulator, lan: Person
) -> None:
    lan.starts()
    room = lan.chat_with()

    message_id = await client.send(lan.id, "Mình cần gì ạ?", [[("Căn hộ", "q:1:1")]])
    shown = await emulator.next_message(room)
    assert (shown.id, shown.text, shown.labels) == (message_id, "Mình cần gì ạ?", ["Căn hộ"])

    assert await client.edit(lan.id, message_id, "Đã ghi nhận") == "Đã ghi nhận"
    assert shown.text == "Đã ghi nhận"
    assert shown.labels == []

    with pytest.raises(RefusedError, match="message is not modified"):
        await client.edit(lan.id, message_id, "Đã ghi nhận")

    await client.delete(lan.id, message_id)
    assert room.from_bots() == []
    with pytest.raises(RefusedError, match="message to edit not found"):
        await client.edit(lan.id, message_id, "muộn rồi")


async def test_a_tap_is_answered_once(client: Client, emulator: Emulator, lan: Person) -> None:
    lan.starts()
    [start] = await client.updates()
    await client.send(lan.id, "Chọn", [[("Có", "yes"), ("Không", "no")]])

    tap = lan.taps(await emulator.next_message(lan.chat_with()), "Không")
    [seen] = await client.updates(offset=start.update_id + 1)
    await client.answer_tap(seen.query_id, "Dạ")

    assert seen.text == "no"
    assert tap.answer is not None
    assert tap.answer["text"] == "Dạ"
    with pytest.raises(RefusedError, match="query is too old"):
        await client.answer_tap(seen.query_id, "Dạ")


async def test_a_tap_is_forgotten_after_150_seconds(
    client: Client, emulator: Emulator, lan: Person
) -> None:
    lan.starts()
    [start] = await client.updates()
    await client.send(lan.id, "Chọn", [[("Có", "yes")]])
    tap = lan.taps(await emulator.next_message(lan.chat_with()), "Có")

    emulator.wind(timedelta(seconds=151))

    assert await client.updates(offset=start.update_id + 1) == []
    with pytest.raises(RefusedError, match="query is too old"):
        await client.answer_tap(tap.id, "muộn")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "message text is empty"),
        ("a" * 4097, "message is too long"),
        # 2,049 emoji are 4,098 UTF-16 units.
        ("😀" * 2049, "message is too long"),
    ],
)
async def test_bad_texts_are_refused(
    client: Client, lan: Person, text: str, complaint: str
) -> None:
    lan.starts()

    with pytest.raises(RefusedError, match=complaint):
        await client.send(lan.id, text)


async def test_html_is_parsed_or_refused(client: Client, emulator: Emulator, lan: Person) -> None:
    lan.starts()

    await client.send(lan.id, "<b>😀 giá</b> &lt; 5 tỷ", html=True)
    shown = await emulator.next_message(lan.chat_with())
    assert shown.text == "😀 giá < 5 tỷ"
    assert shown.body["entities"] == [{"offset": 0, "length": 6, "type": "bold"}]

    for broken in ("tôi <3 em", "<b>đậm", "<b><i>lẫn</b></i>"):
        with pytest.raises(RefusedError, match="can't parse entities"):
            await client.send(lan.id, broken, html=True)


async def test_button_data_is_counted_in_bytes(client: Client, lan: Person) -> None:
    lan.starts()

    await client.send(lan.id, "vừa", [[("x", "a" * 64)]])

    with pytest.raises(RefusedError, match="button_data_invalid"):
        await client.send(lan.id, "dài", [[("x", "ế" * 22)]])


async def test_a_bot_cannot_write_first_nor_to_one_who_blocked_it(
    client: Client, emulator: Emulator, lan: Person
) -> None:
    with pytest.raises(RefusedError, match="chat not found"):
        await client.send(lan.id, "chào")

    lan.starts()
    [start] = await client.updates()
    lan.blocks()
    with pytest.raises(RefusedError, match="bot was blocked by the user"):
        await client.send(lan.id, "chào")
    [blocked] = await client.updates(offset=start.update_id + 1)
    assert (blocked.kind, blocked.text) == ("my_chat_member", "kicked")

    lan.unblocks()
    assert await client.send(lan.id, "chào lại") > 0


async def test_a_bot_knows_the_people_of_its_groups_but_cannot_write_to_them(
    client: Client, emulator: Emulator, bot: Bot, lan: Person
) -> None:
    minh = emulator.person("Minh")
    group = emulator.group("Sales", lan, minh.user)
    lan.adds(bot, group)

    with pytest.raises(RefusedError, match="bot can't initiate conversation with a user"):
        await client.send(minh.id, "chào")
    assert await client.standing(group.id, minh.id) == "member"
    assert await client.title(group.id) == "Sales"


async def test_a_group_that_became_a_supergroup_says_where_it_went(
    client: Client, emulator: Emulator, bot: Bot, lan: Person
) -> None:
    group = emulator.group("Sales", lan)
    lan.adds(bot, group)
    moved = emulator.migrate(group, lan)

    with pytest.raises(RefusedError) as refused:
        await client.send(group.id, "khách mới")

    assert refused.value.moved_to == moved.id
    # A supergroup counts its own messages: 1 is the service message.
    assert await client.send(moved.id, "khách mới") == 2


async def test_message_ids_of_private_chats_come_from_one_counter_of_the_bot(
    client: Client, emulator: Emulator, lan: Person
) -> None:
    minh = emulator.person("Minh")

    ids = [lan.starts().id, minh.starts().id]
    ids += [await client.send(lan.id, "chào"), await client.send(minh.id, "chào")]

    assert ids == [1, 2, 3, 4]


async def test_files_go_up_and_come_down(client: Client, emulator: Emulator, lan: Person) -> None:
    lan.starts()

    file_id = await client.send_document(lan.id, "bảng giá.csv", b"a,b\n1,2\n")
    width = await client.send_photo(lan.id, PIXEL, "mặt bằng")

    assert await client.download(file_id) == b"a,b\n1,2\n"
    assert width == 1
    document, photo = lan.chat_with().from_bots()
    assert document.body["document"]["file_name"] == "bảng giá.csv"
    assert photo.text == "mặt bằng"

    huge = lan.sends_document("phim.mkv", claimed_size=21 * 1024 * 1024)
    with pytest.raises(RefusedError, match="file is too big"):
        await client.download(huge.body["document"]["file_id"])


async def test_commands_are_kept(client: Client) -> None:
    assert await client.set_commands({"start": "Bắt đầu"}) == {"start": "Bắt đầu"}
    with pytest.raises(RefusedError, match="bot_command_invalid"):
        await client.set_commands({"Bắt đầu": "x"})


async def test_topics_of_a_forum(client: Client, emulator: Emulator, bot: Bot, lan: Person) -> None:
    forum = emulator.group("Team", lan, forum=True)
    lan.adds(bot, forum)
    with pytest.raises(RefusedError, match="not enough rights"):
        await client.open_topic(forum.id, "Khách 12")

    lan.adds(bot, forum, as_administrator=True)
    thread_id = await client.open_topic(forum.id, "Khách 12")

    assert forum.topics[thread_id].name == "Khách 12"


async def test_flow_control_counts_and_refuses(
    client: Client, emulator: Emulator, bot: Bot, lan: Person
) -> None:
    lan.starts()
    await client.send(lan.id, "một")
    await client.send(lan.id, "hai")
    assert [one.rule for one in emulator.flow.breaches] == ["per chat"]

    emulator.flow.enforce(PER_BOT, PER_CHAT, PER_GROUP)
    with pytest.raises(RefusedError) as refused:
        await client.send(lan.id, "ba")

    assert refused.value.retry_after == 1
    assert len(lan.chat_with().from_bots()) == 2


async def test_bad_days_on_order(client: Client, emulator: Emulator, lan: Person) -> None:
    lan.starts()

    emulator.fail_next(Trouble.TOO_MANY_REQUESTS, "sendMessage", seconds=7)
    with pytest.raises(RefusedError) as refused:
        await client.send(lan.id, "429")
    assert refused.value.retry_after == 7

    for trouble in (Trouble.SERVER_ERROR, Trouble.BAD_GATEWAY, Trouble.DROPPED):
        emulator.fail_next(trouble, "sendMessage")
        with pytest.raises(RefusedError):
            await client.send(lan.id, trouble)
    assert lan.chat_with().from_bots() == []

    emulator.fail_next(Trouble.ANSWER_LOST, "sendMessage")
    with pytest.raises(RefusedError):
        await client.send(lan.id, "có mà không")
    assert [one.text for one in lan.chat_with().from_bots()] == ["có mà không"]

    async with emulator.offline():
        with pytest.raises(RefusedError):
            await client.send(lan.id, "không ai nghe")
    await client.send(lan.id, "lại nghe")


class Receiver:
    """A bot's webhook that answers what the test tells it to, one status after another."""

    def __init__(self, library: type[object]) -> None:
        self.statuses: Iterator[int] = itertools.repeat(200)
        self.headers: dict[str, str] = {}
        self.seen: list[Seen] = []
        self.secrets: set[str] = set()
        self._library = library
        self._runner = web.AppRunner(self._application(), shutdown_timeout=0.1)
        self.url = ""

    async def __aenter__(self) -> Receiver:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/hook"
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._runner.cleanup()

    def _application(self) -> web.Application:
        application = web.Application()
        application.router.add_post("/hook", self._take)
        return application

    async def _take(self, request: web.Request) -> web.Response:
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""))
        body = await request.json()
        status = next(self.statuses)
        if status == 200:
            self.seen.append(self._read(body))
        return web.Response(status=status, headers=self.headers if status != 200 else None)

    def _read(self, body: dict[str, object]) -> Seen:
        if self._library is PythonTelegramBot:
            update = telegram.Update.de_json(body)
            return read_ptb(update)
        return read_aiogram(aiogram.types.Update.model_validate(body))


async def test_a_webhook_brings_updates_with_the_secret_and_again_until_taken(
    client: Client, emulator: Emulator, bot: Bot, lan: Person
) -> None:
    async with Receiver(type(client)) as receiver:
        receiver.statuses = itertools.chain([500, 503, 403], itertools.repeat(200))
        await client.set_webhook(receiver.url, "bi-mat_1")

        lan.starts()
        lan.says("hai")
        await emulator.wait_for(lambda: len(receiver.seen) == 2)

        assert [one.text for one in receiver.seen] == ["/start", "hai"]
        assert receiver.secrets == {"bi-mat_1"}
        assert [push.status for push in emulator.pushes] == [500, 503, 403, 200, 200]
        with pytest.raises(RefusedError, match="can't use getupdates method while webhook"):
            await client.updates()


async def test_a_failing_chat_holds_back_itself_alone(
    client: Client, emulator: Emulator, bot: Bot, lan: Person
) -> None:
    minh = emulator.person("Minh")
    async with Receiver(type(client)) as receiver:
        # 50 s at a hundredth of the time: Lan's second try comes when Minh is long served.
        receiver.statuses = itertools.chain([503], itertools.repeat(200))
        receiver.headers = {"Retry-After": "50"}
        await client.set_webhook(receiver.url, "s")

        lan.says("một")
        await emulator.wait_for(lambda: emulator.pushes)
        lan.says("hai")
        minh.says("ba")
        await emulator.wait_for(lambda: len(receiver.seen) == 3)

        assert [one.text for one in receiver.seen] == ["ba", "một", "hai"]


async def test_a_webhook_that_is_gone_for_a_day_is_closed(
    client: Client, emulator: Emulator, bot: Bot, lan: Person
) -> None:
    async with Receiver(type(client)) as receiver:
        receiver.statuses = itertools.repeat(410)
        await client.set_webhook(receiver.url, "s")
        lan.says("một")
        await emulator.wait_for(lambda: emulator.pushes)

        emulator.wind(timedelta(hours=23))
        await emulator.wait_for(lambda: not bot.webhook.url)

        assert "410" in bot.webhook.last_error
        assert [one.text for one in await client.updates()] == ["một"]
