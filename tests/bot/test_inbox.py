"""The team's page over HTTP: who is let in, what he sees, and that every look is kept."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import httpx
import pytest
from sqlalchemy import create_engine, select

from bot.channels.webchat import chat_id_of
from handlers.team.joining import invite
from storage.store import Store
from storage.tables import audit
from storage.team import Role
from tests.bot.website import Website, bearer, open_website
from tests.fakes import FakeClock

WANTS_A_CALL = "Tôi muốn đặt hàng, gọi 0987 654 321"


@pytest.fixture
async def website(sqlite_store: Store, clock: FakeClock) -> AsyncIterator[Website]:
    async with open_website(sqlite_store, clock) as website:
        yield website


async def joins(website: Website, store: Store, clock: FakeClock, role: str, name: str) -> str:
    now = clock.now()
    code = await store.run(lambda work: invite(work, role, name, now))
    return await website.opens(campaign=f"join_{code}")


async def looks(website: Website, token: str, path: str) -> httpx.Response:
    return await website.client.get(path, headers=bearer(token))


async def lead(website: Website, token: str, number: int = 1) -> dict[str, Any]:
    answer = await looks(website, token, f"/team/leads/{number}")
    assert answer.status_code == HTTPStatus.OK
    found: dict[str, Any] = answer.json()
    return found


async def test_a_rep_takes_a_lead_writes_to_it_and_hands_it_back_on_the_page(
    website: Website, sqlite_store: Store, clock: FakeClock
) -> None:
    minh = await joins(website, sqlite_store, clock, "rep", "Minh")
    hoa = await website.opens()
    await website.says(hoa, "1", kind="text", text=WANTS_A_CALL)

    listed = (await looks(website, minh, "/team/leads?chip=hot")).json()
    assert [(one["id"], one["waits"]) for one in listed["leads"]] == [(1, False)]
    offered = await lead(website, minh)
    [[claim]] = offered["acts"]
    assert "0987 654 321" not in "\n".join(offered["facts"])
    await website.says(minh, "2", kind="button", button=claim["data"])
    taken = await lead(website, minh)
    assert "0987 654 321" in "\n".join(taken["facts"])

    await website.says(minh, "3", kind="text", text="#1 Em chào chị ạ")
    clock.wind(timedelta(seconds=9))
    await website.says(hoa, "4", kind="text", text="chào em")
    spoken = await lead(website, minh)
    assert spoken["speaks"] == "Minh"
    assert [(one["who"], one["text"]) for one in spoken["chat"][-2:]] == [
        ("Minh", "Em chào chị ạ"),
        ("", "chào em"),
    ]
    [[back], *_] = spoken["acts"]
    await website.says(minh, "5", kind="button", button=back["data"])
    assert (await lead(website, minh))["speaks"] == ""


async def test_nobody_but_the_team_looks_and_a_rep_sees_no_other_reps_lead(
    website: Website, sqlite_store: Store, clock: FakeClock
) -> None:
    minh = await joins(website, sqlite_store, clock, "rep", "Minh")
    hoa = await website.opens()
    await website.says(hoa, "1", kind="text", text=WANTS_A_CALL)
    await website.says(minh, "2", kind="button", button="a:claim:1")
    claim = (await lead(website, minh))["acts"][0][0]["data"]
    await website.says(minh, "3", kind="button", button=claim)
    lan = await joins(website, sqlite_store, clock, "rep", "Lan")

    for path in ("/team/me", "/team/leads", "/team/leads/1"):
        assert (await looks(website, hoa, path)).status_code == HTTPStatus.FORBIDDEN
        assert (await website.client.get(path)).status_code == HTTPStatus.UNAUTHORIZED
    assert (await looks(website, lan, "/team/leads/1")).status_code == HTTPStatus.NOT_FOUND
    assert (await looks(website, lan, "/team/leads?words=0987654321")).json()["leads"] == []

    await sqlite_store.run(lambda work: work.team.remove(1))
    assert (await looks(website, minh, "/team/leads/1")).status_code == HTTPStatus.UNAUTHORIZED


async def test_every_look_is_kept_and_a_page_that_stays_open_once(
    website: Website, sqlite_store: Store, clock: FakeClock, sqlite_url: str
) -> None:
    boss = await joins(website, sqlite_store, clock, "manager", "Sếp")
    lan = await joins(website, sqlite_store, clock, "rep", "Lan")
    hoa = await website.opens()
    await website.says(hoa, "1", kind="text", text=WANTS_A_CALL)
    for token in (boss, boss, lan, boss):
        await looks(website, token, "/team/leads")
        await lead(website, token)

    engine = create_engine(sqlite_url)
    with engine.connect() as connection:
        seen = connection.execute(select(audit.c.who).where(audit.c.action == "view")).scalars()
        assert list(seen) == ["staff:1", "staff:2"]
        listed = connection.execute(
            select(audit.c.who, audit.c.detail).where(audit.c.action == "list")
        )
        assert [tuple(row) for row in listed] == [("staff:1", "#1"), ("staff:2", "#1")]
    engine.dispose()


async def refusals(website: Website, token: str) -> set[int]:
    """How everything that a session opens answers now."""
    gets = ("/team/me", "/team/leads", "/chat/history", "/chat/events", "/chat/files/line-1")
    answers = [await looks(website, token, path) for path in gets]
    answers.append(await website.says(token, "late", kind="text", text="/leads"))
    return {answer.status_code for answer in answers}


async def test_a_session_ends_with_a_log_out_and_with_the_member(
    website: Website, sqlite_store: Store, clock: FakeClock
) -> None:
    minh = await joins(website, sqlite_store, clock, "rep", "Minh")
    lan = await joins(website, sqlite_store, clock, "rep", "Lan")
    async with website.listening(lan) as lines:
        await anext(lines)
        await sqlite_store.run(lambda work: work.team.remove(2))
        await website.webchat.show_typing(chat_id_of(lan))
        assert [line async for line in lines] == []

    left = await website.client.post("/team/leave", headers=bearer(minh))

    assert left.status_code == HTTPStatus.NO_CONTENT
    assert await refusals(website, minh) == {HTTPStatus.UNAUTHORIZED}
    assert await refusals(website, lan) == {HTTPStatus.UNAUTHORIZED}
    assert await sqlite_store.read(lambda work: work.team.accounts(Role.REP)) == ()


async def test_a_session_ends_by_itself_unless_it_is_used_and_once_for_all(
    website: Website, sqlite_store: Store, clock: FakeClock
) -> None:
    minh = await joins(website, sqlite_store, clock, "rep", "Minh")
    lan = await joins(website, sqlite_store, clock, "rep", "Lan")
    hoa = await website.opens()

    for _ in range(6):
        clock.wind(timedelta(days=13))
        assert (await looks(website, minh, "/team/me")).status_code == HTTPStatus.OK
    clock.wind(timedelta(days=11))
    assert (await looks(website, minh, "/team/leads")).status_code == HTTPStatus.OK
    clock.wind(timedelta(days=2))

    assert await refusals(website, lan) == {HTTPStatus.UNAUTHORIZED}, "idle"
    assert await refusals(website, minh) == {HTTPStatus.UNAUTHORIZED}, "too long"
    assert (await looks(website, hoa, "/chat/history")).status_code == HTTPStatus.OK


async def test_who_has_no_other_place_comes_back_as_himself_by_an_invite(
    website: Website, sqlite_store: Store, clock: FakeClock
) -> None:
    minh = await joins(website, sqlite_store, clock, "rep", "Minh")
    assert (await looks(website, minh, "/team/me")).json()["elsewhere"] is False
    await website.client.post("/team/leave", headers=bearer(minh))

    again = await joins(website, sqlite_store, clock, "rep", "Minh")

    assert (await looks(website, again, "/team/me")).json()["name"] == "Minh"
    assert len(await sqlite_store.read(lambda work: work.team.everybody())) == 1


async def test_a_member_opens_the_page_by_a_link_that_works_once(
    website: Website, sqlite_store: Store, clock: FakeClock
) -> None:
    minh = await joins(website, sqlite_store, clock, "rep", "Minh")
    await website.says(minh, "1", kind="text", text="/web")
    told = (await website.history(minh))[-1]["payload"]["text"]
    code = told.split()[-1]

    second = await website.opens(campaign=f"join_{code}")
    third = await website.opens(campaign=f"join_{code}")

    assert (await looks(website, second, "/team/me")).json()["name"] == "Minh"
    assert (await looks(website, third, "/team/me")).status_code == HTTPStatus.FORBIDDEN
    members = await sqlite_store.read(lambda work: work.team.active())
    assert len(members) == 1, "one person in two places"
