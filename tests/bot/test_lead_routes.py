"""Forms over real HTTP: behind a secret, each person once, and no more consent than was given."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from prometheus_client import CollectorRegistry

from bot.channels.webchat import WebChat
from bot.lead_routes import LeadDoor
from bot.web import create_app
from bot.web_server import WebServer
from handlers.channel import Connected
from handlers.notices import has_agreed
from scoring.lead import Lead, Slot, Temperature
from tests.bot.website import healthy
from tests.house import SAMPLE_BUSINESS, House

SECRET = "bi-mat-cua-bieu-mau"
AGREED = {"Đồng ý": "on", "Nội dung đồng ý": "Tôi đồng ý để Ánh Dương gọi lại tư vấn."}
LAN = {"Họ tên": "Phạm Lan", "SĐT": "0912 345 678", "Nhu cầu": "phần mềm kế toán cho 3 cửa hàng"}


@dataclass
class Door:
    """The real web server on a port, with a team behind it."""

    house: House
    client: httpx.AsyncClient

    async def brings(self, form: Any, secret: str = SECRET) -> httpx.Response:
        headers = {"Authorization": f"Bearer {secret}"}
        answer = await self.client.post("/webhooks/leads", json=form, headers=headers)
        await self.house.settle()
        return answer

    async def lead(self, lead_id: int = 1) -> Lead:
        found = await self.house.store.run(lambda work: work.leads.get(lead_id))
        assert found is not None
        return found

    @property
    def cards(self) -> list[str]:
        return [one.text for one in self.house.channel.chat("minh") if "LEAD" in one.text]


async def opened(house: House) -> AsyncIterator[Door]:
    await house.joins("minh", "rep", "Minh")
    abilities = Connected({house.channel.name: house.channel.abilities})
    app = create_app(
        company="Ánh Dương",
        timezone="Asia/Ho_Chi_Minh",
        webchat=WebChat("http://127.0.0.1", house.clock.now),
        store=house.store,
        now=house.clock.now,
        health=healthy,
        metrics=CollectorRegistry(),
        leads=LeadDoor(house.store, SAMPLE_BUSINESS, abilities, house.clock, SECRET),
    )
    server = WebServer(app, "127.0.0.1", 0)
    await server.start()
    async with httpx.AsyncClient(base_url=server.url) as client:
        yield Door(house, client)
    await server.stop()


@pytest.fixture
async def door(sqlite_house: House) -> AsyncIterator[Door]:
    async for one in opened(sqlite_house):
        yield one


@pytest.fixture
async def each_door(house: House) -> AsyncIterator[Door]:
    """On each database in turn."""
    async for one in opened(house):
        yield one


async def test_a_form_without_consent_is_a_row_of_a_list_and_wakes_nobody(door: Door) -> None:
    asked = {**LAN, "Lời nhắn": "gọi cho chị ngay nhé", "source": "landing-t11"}

    answer = await door.brings({**asked, "consent": False, "consent_text": "Tôi đồng ý…"})

    assert answer.json() == {"leads": [{"fate": "new", "lead": 1, "consent": False}]}
    lead = await door.lead()
    assert (lead.name, lead.source) == ("Phạm Lan", "landing-t11")
    assert lead.fact(Slot.NEED) is not None
    assert door.cards == []
    assert not await door.house.store.read(lambda work: has_agreed(work, 1))


async def test_who_agreed_and_wants_a_call_is_before_a_rep_at_once(each_door: Door) -> None:
    door = each_door
    await door.brings({**LAN, **AGREED, "Lời nhắn": "gọi cho chị ngay nhé"})

    assert "LEAD NÓNG #1" in door.cards[-1]
    assert "0912 ••• 678" in door.cards[-1]
    assert (await door.lead()).temperature is Temperature.HOT
    events = await door.house.store.read(lambda work: work.events.of_lead(1))
    assert [one.detail.partition(": ")[2] for one in events if one.kind == "form_consent"] == [
        AGREED["Nội dung đồng ý"]
    ]
    await door.house.taps("minh", "✋ Nhận")
    shown = (await door.house.says("minh", "/lead 1")).text
    assert "Đồng ý cho liên hệ qua biểu mẫu, 10/3/2026" in shown
    assert "0912 345 678" in door.house.channel.last("minh").text
    await door.house.says("minh", "/won 1 20tr")
    assert (await door.lead()).stage.value == "customer"


async def test_the_same_form_again_adds_nothing_and_rings_once(door: Door) -> None:
    form = {**LAN, **AGREED, "Lời nhắn": "gọi cho chị ngay nhé"}
    await door.brings(form)
    before = await door.lead()

    again = await door.brings([form, form])

    assert [one["fate"] for one in again.json()["leads"]] == ["known", "known"]
    after = await door.lead()
    assert (after.points, after.heat) == (before.points, before.heat)
    assert len(door.cards) == 1


async def test_a_consent_that_cannot_be_shown_is_none(door: Door) -> None:
    answer = await door.brings({**LAN, "consent": "yes", "Lời nhắn": "gọi cho chị"})

    assert answer.json()["leads"][0]["consent"] is False
    assert door.cards == []


@pytest.mark.parametrize("given", ["no", "", "false", "0", "không", "maybe"])
async def test_anything_but_a_yes_is_no_consent(door: Door, given: str) -> None:
    answer = await door.brings({**LAN, **AGREED, "Đồng ý": given})

    assert answer.json()["leads"][0]["consent"] is False


async def test_no_form_is_followed_up_by_itself(door: Door) -> None:
    await door.brings({**LAN, **AGREED})
    for _ in range(40):
        await door.house.passes(days=1)

    assert {one.chat_id for one in door.house.channel.sent} == {"minh"}


async def test_who_writes_in_a_chat_later_is_the_same_customer(door: Door) -> None:
    await door.brings({**LAN, **AGREED})
    await door.house.starts("lan")
    await door.house.taps("lan", "Đồng ý")
    await door.house.says("lan", "0912345678")

    assert (await door.lead(2)).tied_to == 1


async def test_who_was_erased_comes_back_by_his_own_will_alone(door: Door) -> None:
    await door.house.starts("lan")
    await door.house.taps("lan", "Đồng ý")
    await door.house.says("lan", "0912345678")
    await door.house.says("lan", "/xoa")
    await door.house.taps("lan", "Xoá")

    listed = (await door.brings(LAN)).json()["leads"][0]
    asked = (await door.brings({**LAN, **AGREED})).json()["leads"][0]

    assert listed["fate"] == "erased"
    assert (asked["fate"], asked["consent"]) == ("new", True)


async def test_what_cannot_be_taken_in_is_said(door: Door) -> None:
    nobody = await door.brings({"Họ tên": "Lan"})
    mixed = await door.brings([LAN, {"name": "Hoa", "phone": "12"}])

    assert nobody.status_code == 422
    assert "không có số điện thoại" in nobody.json()["leads"][0]["reason"]
    assert mixed.status_code == 200
    assert [one["fate"] for one in mixed.json()["leads"]] == ["new", "refused"]


async def test_json_is_read_whatever_it_is_called(door: Door) -> None:
    answer = await door.client.post(
        "/webhooks/leads",
        content=json.dumps(LAN),
        headers={
            "Authorization": f"Bearer {SECRET}",
            "Content-Type": "application/x-www-form-urlencoded",  # what curl -d says
        },
    )

    assert answer.json()["leads"][0]["fate"] == "new"


async def test_a_page_may_send_its_fields_as_they_are(door: Door) -> None:
    answer = await door.client.post(
        "/webhooks/leads", data=LAN, headers={"Authorization": f"Bearer {SECRET}"}
    )

    assert answer.json()["leads"][0]["fate"] == "new"


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"[1]", b"{", b'"x"', b"\xff", b"[{}" + b",{}" * 100 + b"]"]
)
async def test_what_is_no_form_is_refused(door: Door, body: bytes) -> None:
    answer = await door.client.post(
        "/webhooks/leads", content=body, headers={"Authorization": f"Bearer {SECRET}"}
    )

    assert answer.status_code == 400


async def test_without_the_secret_nothing_is_read(door: Door) -> None:
    wrong = await door.brings(LAN, secret="doan-mo-mot-bi-mat")
    none = await door.client.post("/webhooks/leads", json=LAN)

    assert (wrong.status_code, none.status_code) == (401, 401)
    assert await door.house.store.read(lambda work: work.lead_lists.count()) == 0


async def test_naughty_fields_are_words_and_nothing_else(door: Door) -> None:
    naughty = {"phone": "0987654321", "Ghi chú": "=HYPERLINK(1)\x00\ud800 {x} %s", "a" * 300: "b"}
    nested = {"deeper": {"phone": "1"}, "list": [True, None, 2]}

    # Spelled with \\ud800: half a letter, as JSON may carry it.
    answer = await door.client.post(
        "/webhooks/leads",
        content=json.dumps({**naughty, **nested}),
        headers={"Authorization": f"Bearer {SECRET}"},
    )

    assert answer.json()["leads"][0]["fate"] == "new"
