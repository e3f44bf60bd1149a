"""The real program against the emulated Telegram: three prospects, two reps, a manager, a kill."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from sqlalchemy import create_engine, text

from storage.database import database_url
from tests.conftest import empty
from tests.emulators.telegram.driver import Driver
from tests.emulators.telegram.emulator import Emulator
from tests.emulators.telegram.people import Person
from tests.emulators.telegram.world import Message
from tests.program import Program

pytestmark = pytest.mark.e2e
SLOW = 30.0  # seconds a busy machine may take for one answer


@pytest.fixture
async def telegram() -> AsyncIterator[Emulator]:
    async with Emulator() as emulator:
        emulator.bot()
        emulator.flow.enforce()
        yield emulator


@pytest.fixture
async def program(telegram: Emulator, tmp_path: Path) -> AsyncIterator[Program]:
    token = next(iter(telegram.world.bots))
    program = Program(tmp_path, telegram.url, token)
    await program.start()
    yield program
    await program.stop()


def said_to(person: Person) -> list[Message]:
    return person.chat_with().from_bots()


async def answer(telegram: Driver, person: Person) -> Message:
    return await telegram.next_message(person.chat_with(), within=SLOW)


async def card_with(telegram: Driver, person: Person, words: str) -> Message:
    """The newest message in a chat that has these words, as it stands now."""

    def look() -> Message | None:
        return next((one for one in reversed(said_to(person)) if words in one.text), None)

    found = await telegram.wait_for(look, within=SLOW)
    assert found is not None
    return found


async def join(telegram: Emulator, program: Program, role: str, name: str) -> Person:
    person = telegram.person(name)
    person.starts(f"join_{await program.invites(role, name)}")
    assert name in (await answer(telegram, person)).text
    return person


async def test_a_hot_prospect_is_claimed_by_one_rep_and_the_manager_sees_true_numbers(
    telegram: Emulator, program: Program
) -> None:
    owner = telegram.person("Chủ")
    owner.says(f"/join {await program.says(r'/join ([0-9a-f]{32})')}")
    assert "chủ doanh nghiệp" in (await answer(telegram, owner)).text
    minh, lan, hoa = [
        await join(telegram, program, role, name)
        for role, name in (("rep", "Minh"), ("rep", "Lan"), ("manager", "Hoa"))
    ]

    hot, warm, cold = (telegram.person(name) for name in ("Nóng", "Ấm", "Lạnh"))
    await asyncio.gather(
        play_hot(telegram, hot), play_warm(telegram, warm), play_cold(telegram, cold)
    )

    cards = [await card_with(telegram, rep, "LEAD NÓNG") for rep in (minh, lan)]
    assert all("0987 ••• 321" in card.text for card in cards), "masked until claimed"
    for rep, card in zip((minh, lan), cards, strict=True):
        rep.taps(card, "✋ Nhận")
    await telegram.wait_for(lambda: not any("✋ Nhận" in card.labels for card in cards), SLOW)
    mine = [card for card in cards if "đã nhận" in card.text and "0987 654 321" in card.text]
    others = [card for card in cards if "Đã có người nhận" in card.text]
    assert len(mine) == len(others) == 1

    hoa.says("thống kê hôm nay")
    stats = (await answer(telegram, hoa)).text
    counted = recount(program.database)
    assert f"Khách mới: {counted['new']}" in stats
    assert f"nóng {counted['hot']}" in stats
    assert "T11-POS 1" in stats
    assert "1/1 lượt báo được nhận" in stats
    cold.says("/stats")
    assert "chỉ dành cho quản lý" in (await answer(telegram, cold)).text
    assert not telegram.flow.breaches


async def play_hot(telegram: Emulator, person: Person) -> None:
    person.starts("T11-POS")
    greeting = await answer(telegram, person)
    person.taps(greeting, "Đồng ý, bắt đầu")
    await telegram.wait_for(lambda: "1/4" in greeting.text, SLOW)
    person.says("Tôi muốn đặt hàng cho 3 cửa hàng, gọi 0987 654 321")
    assert "2/4" in (await answer(telegram, person)).text


async def play_warm(telegram: Emulator, person: Person) -> None:
    person.starts()
    greeting = await answer(telegram, person)
    person.taps(greeting, "Đồng ý, bắt đầu")
    await telegram.wait_for(lambda: "Quản lý bán hàng" in greeting.labels, SLOW)
    person.taps(greeting, "Quản lý bán hàng")
    await telegram.wait_for(lambda: "2/4" in greeting.text, SLOW)
    person.says("2")
    assert "3/4" in (await answer(telegram, person)).text


async def play_cold(telegram: Emulator, person: Person) -> None:
    person.says("hi")
    assert "trợ lý tự động" in (await answer(telegram, person)).text


def recount(database: Path) -> dict[str, int]:
    """The manager's numbers once more, from the rows themselves."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        rows = connection.execute("SELECT temperature, count(*) FROM lead GROUP BY 1").fetchall()
    counts = dict(rows)
    return {"new": sum(counts.values()), "hot": counts.get("hot", 0)}


async def test_kill_9_in_the_middle_of_answers_loses_nothing_and_doubles_nothing(
    telegram: Emulator, program: Program
) -> None:
    people = [telegram.person(f"Khách {number}") for number in range(24)]
    written = Counter[int]()
    for kill in range(4):
        for person in people:
            person.says(f"cần phần mềm cho {kill + 2} cửa hàng")
            written[person.id] += 1
        await asyncio.sleep(0.3 + 0.35 * kill)
        await program.kill()
        await program.start()

    await telegram.wait_for(lambda: all(said_to(person) for person in people), SLOW)
    await settled(f"sqlite:///{program.database}")
    with closing(sqlite3.connect(program.database)) as connection:
        stored = dict(
            connection.execute(
                "SELECT chat_id, count(*) FROM inbox WHERE state = 'done' GROUP BY chat_id"
            )
        )
        states = dict(connection.execute("SELECT state, count(*) FROM outbox GROUP BY state"))
        sent = connection.execute(
            "SELECT chat_id, platform_id FROM outbox WHERE state = 'sent'"
        ).fetchall()

    assert stored == {str(chat): count for chat, count in written.items()}
    assert set(states) <= {"sent", "unknown"}
    # Whatever the platform accepted is a row of ours, sent or in doubt; nothing went out twice.
    accepted = sum(len(said_to(person)) for person in people)
    assert len(set(sent)) == len(sent) <= accepted <= len(sent) + states.get("unknown", 0)
    assert not telegram.flow.breaches


async def settled(database: str) -> None:
    """Until nothing waits: neither unanswered nor unsent."""
    engine = create_engine(database_url(database))
    async with asyncio.timeout(SLOW * 2):
        while True:
            with engine.connect() as connection:
                waiting = connection.execute(_WAITING).scalar_one()
            if not waiting:
                break
            await asyncio.sleep(0.1)
    engine.dispose()


_WAITING = text(
    "SELECT (SELECT count(*) FROM inbox WHERE state = 'waiting')"
    " + (SELECT count(*) FROM outbox WHERE state IN ('due', 'claimed', 'sending'))"
)


async def test_a_stop_signal_ends_the_program_in_order(
    telegram: Emulator, program: Program
) -> None:
    person = telegram.person("Hùng")
    person.says("chào shop")
    await answer(telegram, person)

    assert await program.stop() == 0

    assert not any(re.search(r"Traceback|exception", line) for line in program.output)
    assert not any(program.token in line for line in program.output)


async def test_updates_are_brought_by_webhook_when_we_have_an_address(
    telegram: Emulator, tmp_path: Path
) -> None:
    program = Program(tmp_path, telegram.url, next(iter(telegram.world.bots)))
    program.settings["DUYEN_PUBLIC_URL"] = program.url
    await program.start()
    person = telegram.person("Hùng")

    person.starts("T11-POS")
    greeting = await answer(telegram, person)
    person.taps(greeting, "Đồng ý, bắt đầu")
    await telegram.wait_for(lambda: "1/4" in greeting.text, SLOW)
    async with httpx.AsyncClient() as client:
        forged = await client.post(
            f"{program.url}/webhooks/telegram",
            json={"update_id": 1},
            headers={"X-Telegram-Bot-Api-Secret-Token": "guess"},
        )
        metrics = (await client.get(f"{program.url}/metrics")).text

    assert forged.status_code == 403
    assert 'duyen_webhooks_refused{channel="telegram"} 1.0' in metrics
    assert not telegram.calls_of("getUpdates")
    assert await program.stop() == 0


async def test_the_same_program_serves_from_postgresql(
    telegram: Emulator, postgres_url: str, tmp_path: Path
) -> None:
    await asyncio.to_thread(empty, postgres_url)
    program = Program(tmp_path, telegram.url, next(iter(telegram.world.bots)))
    program.settings["DUYEN_DATABASE_URL"] = postgres_url
    await program.start()
    try:
        minh = await join(telegram, program, "rep", "Minh")
        await play_hot(telegram, telegram.person("Nóng"))
        card = await card_with(telegram, minh, "LEAD NÓNG")
        await settled(postgres_url)  # or the card is in doubt, and rightly comes once more
        await program.kill()
        await program.start()
        minh.taps(card, "✋ Nhận")

        await telegram.wait_for(lambda: "Minh đã nhận" in card.text, SLOW)
    finally:
        # The other tests on this database must not meet it.
        stopped = await program.stop()
    assert stopped == 0


async def test_a_second_copy_on_the_same_file_is_refused_in_one_line(
    telegram: Emulator, program: Program
) -> None:
    second = Program(program.folder, telegram.url, program.token)

    printed = await second.verb("run")

    assert "another copy is running" in printed
    assert "Traceback" not in printed
