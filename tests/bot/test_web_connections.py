"""Whoever sends half a request, or nothing, keeps neither his place nor anybody else's."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

import bot.web_server
from bot.listening import url_of
from bot.web_connections import KEPT_FREE, PunctualHttp, room
from bot.web_server import PortTakenError, WebServer
from tests.program import ROOT

HALF_A_HEAD = b"POST / HTTP/1.1\r\nHost: us\r\nContent-Le"
HALF_A_BODY = b"POST / HTTP/1.1\r\nHost: us\r\nContent-Length: 10\r\n\r\nhalf"


async def _echo(scope: Scope, receive: Receive, send: Send) -> None:
    body = await Request(scope, receive).body()
    await PlainTextResponse(body)(scope, receive, send)


@pytest.fixture
async def port(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[int]:
    monkeypatch.setattr(bot.web_server, "room", lambda: 5)
    monkeypatch.setattr(PunctualHttp, "head_within", 0.4)
    monkeypatch.setattr(PunctualHttp, "body_stirs", 0.4)
    monkeypatch.setattr(PunctualHttp, "body_within", 1.0)
    server = WebServer(_echo, "127.0.0.1", 0)
    await server.start()
    yield int(server.url.rpartition(":")[2])
    await server.stop()


async def _calls(port: int, *said: bytes, every: float = 0.0) -> bytes:
    """What is heard until the other side hangs up."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)

    async def speak() -> None:
        for words in said:
            writer.write(words)
            await asyncio.sleep(every)

    speaking = asyncio.create_task(speak())
    try:
        async with asyncio.timeout(5):
            return await reader.read()
    except ConnectionResetError:
        return b""
    finally:
        speaking.cancel()
        writer.close()


@pytest.mark.parametrize(
    "said", [(), (HALF_A_HEAD,), (HALF_A_BODY,), (b"GET / HTTP/1.1\r\nHost: us\r\n\r\n", b"GET /")]
)
async def test_who_says_no_more_is_hung_up_on(port: int, said: tuple[bytes, ...]) -> None:
    assert await _calls(port, *said, every=0.2) is not None  # or it would time out


async def test_a_byte_now_and_then_buys_no_time(port: int) -> None:
    head = [bytes([one]) for one in HALF_A_HEAD]
    body = [HALF_A_BODY.replace(b"10", b"99"), *(b"x" for _ in range(90))]

    for said in (head, body):
        assert await _calls(port, *said, every=0.1) == b""


async def test_a_body_that_comes_slowly_is_taken(port: int) -> None:
    parts = (HALF_A_BODY.replace(b"us\r\n", b"us\r\nConnection: close\r\n"), b"123", b"456")

    assert (await _calls(port, *parts, every=0.25)).endswith(b"half123456")


async def test_where_all_places_are_taken_a_caller_who_speaks_has_one(port: int) -> None:
    async with asyncio.TaskGroup() as group:
        silent = [group.create_task(_calls(port, HALF_A_HEAD)) for _ in range(12)]
        await asyncio.sleep(0.1)
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
            assert (await client.post("/", content=b"here")).text == "here"
        assert not all(one.done() for one in silent)


_FEW_FILES = """
import asyncio, resource, sys
resource.setrlimit(resource.RLIMIT_NOFILE, (200, 200))
from bot.web_server import WebServer
from tests.bot.test_web_connections import _echo
async def serve():
    server = WebServer(_echo, "127.0.0.1", 0)
    await server.start()
    print(server.url.rpartition(":")[2], flush=True)
    await asyncio.to_thread(sys.stdin.read)
asyncio.run(serve())
"""


async def test_a_crowd_of_silent_callers_does_not_take_every_file_there_is() -> None:
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _FEW_FILES, stdin=PIPE, stdout=PIPE, stderr=PIPE, cwd=ROOT
    )
    assert server.stdin is not None
    assert server.stdout is not None
    port = int(await server.stdout.readline())
    silent = []
    for _ in range(400):
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(HALF_A_HEAD)
        silent.append(writer)

    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        assert (await client.post("/", content=b"here")).text == "here"
    server.stdin.close()
    assert (await server.communicate())[1] == b""
    for writer in silent:
        writer.close()


def test_so_many_places_as_files_leave_room_for_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource")

    def limited(_: Any) -> tuple[int, int]:
        return 1024, 4096

    monkeypatch.setattr(resource, "getrlimit", limited)

    assert room() == 1024 - KEPT_FREE


@pytest.mark.parametrize("host", ["999.1.1.1", "192.0.2.1"])
async def test_an_address_that_is_not_ours_is_named_with_the_cure(host: str) -> None:
    with pytest.raises(PortTakenError, match=f"^DUYEN_HTTP_HOST is '{host}': .*127.0.0.1"):
        await WebServer(_echo, host, 0).start()


async def test_an_address_of_the_new_kind_is_written_so_that_a_browser_takes_it() -> None:
    assert url_of("::1", 8080) == "http://[::1]:8080"
