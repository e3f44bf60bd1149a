"""Notices over real HTTP: signed, in order, again until taken, and only where they may go."""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from bot.config import Config
from bot.doctor import Mark
from bot.doctor_hook import notices
from bot.hook import ANSWER_WITHIN, KEPT, Hook, new_client, signature
from bot.hook_address import UnsafePlaceError, place_of, read_hook_address
from handlers.relay import alerts
from storage.store import Store
from tests.fakes import FakeClock
from tests.house import House
from tests.waiting import until

SECRET = "mot-bi-mat-du-dai-42"


@dataclass
class Receiver:
    """Another program, on a port of its own; it answers with the statuses it is given, then 200."""

    url: str = ""
    statuses: list[int] = field(default_factory=list)
    heard: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    @property
    def events(self) -> list[dict[str, Any]]:
        return [json.loads(body) for _, body in self.heard]

    @property
    def kinds(self) -> list[str]:
        return [one["event"] for one in self.events]


@contextmanager
def listening(tls: ssl.SSLContext | None = None) -> Iterator[Receiver]:
    receiver = Receiver()

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            receiver.heard.append((dict(self.headers), body))
            status = receiver.statuses.pop(0) if receiver.statuses else 200
            self.send_response(status)
            if status == 302:
                self.send_header("Location", f"{receiver.url}/elsewhere")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return None

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    receiver.url = f"http://127.0.0.1:{server.server_port}/duyen?token=kin"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with listening() as found:
        yield found


async def opened(store: Store, clock: FakeClock, url: str) -> AsyncIterator[Hook]:
    await store.run(lambda work: work.notices.want(True))
    async with new_client() as client:
        yield Hook(store, clock, read_hook_address(url), SECRET, client)


@pytest.fixture
async def hook(store: Store, clock: FakeClock, receiver: Receiver) -> AsyncIterator[Hook]:
    async for one in opened(store, clock, receiver.url):
        yield one


@pytest.fixture
async def sqlite_hook(
    sqlite_store: Store, clock: FakeClock, receiver: Receiver
) -> AsyncIterator[Hook]:
    async for one in opened(sqlite_store, clock, receiver.url):
        yield one


async def told(hook: Hook) -> None:
    while await hook.tell_due():
        pass


async def sells(house: House) -> None:
    """Lan comes, wants to be called, is claimed by Minh and buys."""
    await house.joins("minh", "rep", "Minh")
    await house.starts("lan", "fair")
    await house.taps("lan", "Đồng ý")
    await house.says("lan", "cần kế toán cho 2 cửa hàng, tầm 30 triệu, gọi chị 0912 345 678")
    await house.taps("minh", "✋ Nhận")
    await house.says("minh", "/won 1 25tr")


async def test_a_deal_is_told_from_its_first_word_to_the_sale_in_order(
    house: House, hook: Hook, receiver: Receiver
) -> None:
    await sells(house)
    await told(hook)

    kinds = receiver.kinds
    assert kinds[0] == "lead.created"
    assert [one for one in kinds if one != "lead.stage"] == [
        *("lead.created", "lead.hot", "lead.claimed", "lead.won"),
    ]
    stages = [one["after"] for one in receiver.events if one["event"] == "lead.stage"]
    assert stages == ["mql", "sql", "opportunity", "customer"]
    created, won = receiver.events[0]["lead"], receiver.events[-1]
    assert created["consent"] is False
    assert "name" not in created
    assert won["amount"] == 25_000_000
    assert won["lead"] | {"facts": 0, "score": 0} == {
        **{"id": 1, "stage": "customer", "temperature": "hot", "source": "fair", "score": 0},
        **{"completeness": 50, "channel": "fake", "rep": "Minh", "same_as": None, "facts": 0},
        **{"consent": True, "name": "Lan", "phones": ["+84912345678"], "emails": []},
        "company": "",
    }
    assert won["lead"]["facts"]["budget"]["max"] >= 30_000_000
    assert await house.store.read(lambda work: work.notices.standing()) == {}


async def test_each_is_signed_and_a_repeat_has_the_same_id(
    sqlite_house: House, sqlite_hook: Hook, receiver: Receiver
) -> None:
    receiver.statuses = [500]
    await sqlite_house.starts("lan")
    await told(sqlite_hook)
    sqlite_house.clock.wind(timedelta(seconds=2))
    await told(sqlite_hook)

    (first, body), (again, same) = receiver.heard
    time = int(first["Duyen-Signature"].split(",")[0].removeprefix("t="))
    assert first["Duyen-Signature"] == signature(SECRET, time, body)
    assert first["Duyen-Signature"] != signature(SECRET + "!", time, body)
    assert first["Duyen-Id"] == again["Duyen-Id"] == json.loads(body)["id"]
    assert body == same
    assert first["Duyen-Event"] == "lead.created"


async def test_while_nobody_listens_nothing_is_lost_and_nobody_waits(
    sqlite_house: House, clock: FakeClock
) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        closed = probe.getsockname()[1]
    async for hook in opened(sqlite_house.store, clock, f"http://127.0.0.1:{closed}/"):
        await sqlite_house.starts("lan")
        for _ in range(5):
            await told(hook)
            clock.wind(timedelta(minutes=5))
        assert "trợ lý" in (await sqlite_house.starts("hoa")).text
        waiting = await sqlite_house.store.read(lambda work: work.notices.standing())
        assert waiting == {"due": 2}

    with listening() as receiver:
        async for hook in opened(sqlite_house.store, clock, receiver.url):
            await told(hook)
        assert sorted(one["lead"]["id"] for one in receiver.events) == [1, 2]


async def test_what_is_refused_for_good_is_given_up_and_the_next_goes(
    sqlite_house: House, sqlite_hook: Hook, receiver: Receiver
) -> None:
    receiver.statuses = [422]
    await sqlite_house.starts("lan")
    await told(sqlite_hook)
    await sqlite_house.starts("hoa")
    await told(sqlite_hook)

    assert [one["lead"]["id"] for one in receiver.events] == [1, 2]
    left = await sqlite_house.store.read(lambda work: work.notices.standing())
    assert left == {"dead": 1}


async def test_after_three_days_nobody_is_told_any_more(
    sqlite_house: House, sqlite_hook: Hook, receiver: Receiver
) -> None:
    receiver.statuses = [503, 503]
    await sqlite_house.starts("lan")
    await told(sqlite_hook)
    sqlite_house.clock.wind(KEPT + timedelta(minutes=1))
    await told(sqlite_hook)

    left = await sqlite_house.store.read(lambda work: work.notices.standing())
    assert left == {"dead": 1}


async def test_of_one_lead_nothing_overtakes_what_waits(
    sqlite_house: House, sqlite_hook: Hook, receiver: Receiver
) -> None:
    receiver.statuses = [500]
    await sqlite_house.starts("lan")
    await told(sqlite_hook)
    await sqlite_house.taps("lan", "Đồng ý")
    await sqlite_house.says("lan", "cần kế toán tháng này, tầm 30 triệu")
    await told(sqlite_hook)
    assert len(receiver.heard) == 1
    sqlite_house.clock.wind(timedelta(seconds=2))
    await told(sqlite_hook)

    assert receiver.kinds[:3] == ["lead.created", "lead.created", "lead.stage"]


async def test_a_redirect_is_not_followed(
    sqlite_house: House, sqlite_hook: Hook, receiver: Receiver
) -> None:
    receiver.statuses = [302]
    await sqlite_house.starts("lan")
    await told(sqlite_hook)

    assert len(receiver.heard) == 1
    assert await sqlite_house.store.read(lambda work: work.notices.standing()) == {"due": 1}


async def test_of_whoever_is_erased_that_alone_is_told(
    house: House, hook: Hook, receiver: Receiver
) -> None:
    await house.starts("lan")
    await house.taps("lan", "Đồng ý")
    await house.says("lan", "cần kế toán, số chị 0912 345 678")
    await house.says("lan", "/xoa")
    await house.taps("lan", "Xoá")
    await told(hook)

    assert [(one["event"], one["lead"]) for one in receiver.events] == [("lead.erased", {"id": 1})]


async def test_an_expired_lead_is_told_as_erased(
    sqlite_house: House, sqlite_hook: Hook, receiver: Receiver
) -> None:
    await sqlite_house.starts("lan")
    gone = partial(alerts.erase, abilities={}, lead_id=1, now=sqlite_house.clock.now(), asked=False)
    await sqlite_house.store.run(gone)
    await told(sqlite_hook)

    assert receiver.kinds == ["lead.erased"]


async def test_without_an_address_nothing_is_written(sqlite_house: House) -> None:
    await sqlite_house.store.run(lambda work: work.notices.want(True))
    await sqlite_house.starts("lan")
    await sqlite_house.store.run(lambda work: work.notices.want(False))
    await sqlite_house.starts("hoa")

    assert await sqlite_house.store.read(lambda work: work.notices.standing()) == {}


async def test_who_is_killed_over_a_notice_tells_it_again(
    sqlite_house: House, sqlite_hook: Hook, receiver: Receiver
) -> None:
    await sqlite_house.starts("lan")
    now, lease = sqlite_house.clock.now(), timedelta(seconds=60)
    taken = await sqlite_house.store.run(lambda work: work.notices.take(now, 4, lease))
    await told(sqlite_hook)
    assert receiver.heard == []
    sqlite_house.clock.wind(lease)
    await told(sqlite_hook)

    assert [one["id"] for one in receiver.events] == [taken[0].key]


async def test_it_runs_by_the_bell(
    sqlite_house: House, sqlite_hook: Hook, receiver: Receiver
) -> None:
    sqlite_house.store.bell = lambda due_at: sqlite_hook.ring()
    running = asyncio.create_task(sqlite_hook.run())
    await asyncio.sleep(0.05)
    await sqlite_house.starts("lan")

    await until(lambda: receiver.heard, within=1.0)
    running.cancel()
    sqlite_house.store.bell = None


async def test_managers_see_how_many_wait(sqlite_house: House, sqlite_hook: Hook) -> None:
    await sqlite_house.joins("sep", "manager", "Sếp")
    await sqlite_house.starts("lan")

    told = (await sqlite_house.says("sep", "/queue")).text

    assert "Báo sang phần mềm khác: 1 đang chờ · 0 bị từ chối" in told


def test_the_doctor_sees_whether_somebody_listens(receiver: Receiver) -> None:
    def seen(url: str) -> list[tuple[Mark, str]]:
        config = Config(hook_url=SecretStr(url), hook_secret=SecretStr(SECRET))
        return [(one.mark, one.detail) for one in notices(config)]

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        closed = probe.getsockname()[1]

    assert seen(receiver.url)[0][0] is Mark.GOOD
    assert "kin" not in seen(receiver.url)[0][1]
    assert seen(f"http://127.0.0.1:{closed}/")[0][0] is Mark.WARNING
    assert list(notices(Config())) == []
    assert receiver.heard == []


# --- where it may go ------------------------------------------------------------------------


async def test_the_certificate_must_be_that_of_the_name(
    sqlite_house: House, clock: FakeClock, tmp_path: Path
) -> None:
    key, cert = tmp_path / "key.pem", tmp_path / "cert.pem"
    made = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    files = ["-keyout", str(key), "-out", str(cert)]
    await asyncio.to_thread(
        subprocess.run, ["openssl", *made.split(), *names, *files], check=True, capture_output=True
    )
    ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ours.load_cert_chain(cert, key)
    trusting = ssl.create_default_context(cafile=str(cert))
    await sqlite_house.store.run(lambda work: work.notices.want(True))
    await sqlite_house.starts("lan")
    with listening(ours) as receiver:
        port = receiver.url.split(":")[2]
        for host, heard in (("127.0.0.1", 0), ("localhost", 1)):
            address = read_hook_address(f"https://{host}:{port}")
            async with httpx.AsyncClient(verify=trusting, timeout=ANSWER_WITHIN) as client:
                await told(Hook(sqlite_house.store, clock, address, SECRET, client))
            assert len(receiver.heard) == heard
            clock.wind(timedelta(minutes=1))
        assert receiver.heard[0][0]["Host"].startswith("localhost:")


@pytest.mark.parametrize(
    "url",
    [
        "http://crm.example.com/hook",  # plain, over the world's wires
        "http://8.8.8.8/hook",
        "ftp://127.0.0.1/",
        "https://user:pass@crm.example.com/",
        "https://crm.example.com/#part",
        "https://",
        "https://crm.example.com/a b",
        "crm.example.com",
    ],
)
def test_an_address_that_is_not_safe_is_refused_at_the_start(url: str) -> None:
    with pytest.raises(ValueError, match=r"no|port|Invalid"):
        read_hook_address(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://crm.example.com/h?k=1",
        "http://localhost:5678/",
        "http://[::1]/",
        "http://10.0.0.7/",
    ],
)
def test_https_and_ones_own_network_by_number_may_be_named(url: str) -> None:
    assert read_hook_address(url).target.startswith("/")


async def test_a_name_that_leads_into_a_private_network_is_not_followed() -> None:
    name = socket.gethostname()
    try:
        socket.getaddrinfo(name, 443)
    except OSError:
        pytest.skip("this machine does not know its own name")

    with pytest.raises(UnsafePlaceError):
        await place_of(read_hook_address(f"https://{name}/"))
