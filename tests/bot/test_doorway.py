"""The port while the program starts: the page at once, the truth, and nobody's words lost."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path

import httpx
import pytest

from bot.doorway import NOT_YET, Doorway
from bot.pages.pages import Pages
from storage.store import Store
from tests.bot.website import open_website
from tests.fakes import FakeClock
from tests.program import READY_WITHIN, ROOT, free_port

NEW_CHAT = {"campaign": "", "referrer": "", "lang": "vi"}


@pytest.fixture
def doorway() -> Doorway:
    return Doorway(Pages("Ánh Dương", "Asia/Ho_Chi_Minh"), demo=True)


@pytest.fixture
async def client(doorway: Doorway) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(doorway)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        yield client


async def test_the_page_and_its_assets_answer_before_the_house(client: httpx.AsyncClient) -> None:
    page = await client.get("/")
    script = await client.get("/assets/demo.js")

    assert page.status_code == script.status_code == HTTPStatus.OK
    assert 'id="manager"' in page.text
    assert "script-src 'self'" in page.headers["content-security-policy"]


async def test_alive_and_starting_are_told_apart(client: httpx.AsyncClient) -> None:
    alive = await client.get("/livez")
    ready = await client.get("/readyz")

    assert alive.status_code == HTTPStatus.OK
    assert ready.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert ready.json() == NOT_YET


async def test_another_name_for_this_machine_is_refused_from_the_start(doorway: Doorway) -> None:
    transport = httpx.ASGITransport(doorway)
    async with httpx.AsyncClient(transport=transport, base_url="http://evil.example") as client:
        answer = await client.get("/")

    assert answer.status_code == HTTPStatus.MISDIRECTED_REQUEST


async def test_who_speaks_too_early_waits_and_is_heard(
    doorway: Doorway, client: httpx.AsyncClient, sqlite_store: Store, clock: FakeClock
) -> None:
    early = asyncio.create_task(client.post("/chat/sessions", json=NEW_CHAT))
    done, _ = await asyncio.wait({early}, timeout=0.1)
    assert not done

    async with open_website(sqlite_store, clock) as website:
        doorway.open(website.app)
        answer = await early
        lines = await website.history(answer.json()["token"])

    assert answer.status_code == HTTPStatus.CREATED
    assert not lines[0]["outgoing"]


async def test_who_waits_for_a_house_that_never_comes_is_told_so(
    doorway: Doorway, client: httpx.AsyncClient
) -> None:
    early = asyncio.create_task(client.post("/chat/sessions", json=NEW_CHAT))
    await asyncio.sleep(0)

    doorway.close()
    answer = await early

    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert answer.headers["retry-after"] == "5"
    assert "send it again" in answer.json()["detail"]


async def test_the_program_keeps_what_was_said_while_it_started(tmp_path: Path) -> None:
    port = free_port()
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--data-dir", "data", "--http-port", str(port)),
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        async with httpx.AsyncClient(base_url=url, timeout=READY_WITHIN) as client:
            first = await _first_answer(client, "/readyz")
            begun = await client.post("/chat/sessions", json=NEW_CHAT)
            token = {"Authorization": f"Bearer {begun.json()['token']}"}
            history = (await client.get("/chat/history", headers=token)).json()
    finally:
        program.terminate()
        await program.wait()

    assert first.json() == NOT_YET
    assert begun.status_code == HTTPStatus.CREATED
    assert [line["outgoing"] for line in history["lines"]][:1] == [False]


async def _first_answer(client: httpx.AsyncClient, path: str) -> httpx.Response:
    async with asyncio.timeout(READY_WITHIN):
        while True:
            with suppress(httpx.TransportError):
                return await client.get(path)
            await asyncio.sleep(0.01)


def test_what_the_page_needs_is_loaded_first_and_nothing_heavy() -> None:
    heavy = ["alembic", "apscheduler", "fastapi", "rich", "sqlalchemy", "telegram"]
    look = "import json, sys, bot.verbs.serve; print(json.dumps(sorted(sys.modules)))"

    printed = subprocess.run(
        (sys.executable, "-c", look), capture_output=True, cwd=ROOT, text=True, check=True
    ).stdout

    assert set(heavy).isdisjoint(json.loads(printed))
