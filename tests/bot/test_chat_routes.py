"""The website chat over HTTP, with the real handlers behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest

from bot.channels.webchat import MOST_PAGES, chat_id_of, new_token
from bot.pictures.painter import Painter
from handlers.team.joining import invite
from storage.store import Store, Work
from tests.bot.website import Website, bearer, open_website
from tests.fakes import FakeClock


@pytest.fixture
async def website(store: Store, clock: FakeClock) -> AsyncIterator[Website]:
    async with open_website(store, clock) as website:
        yield website


async def heard(lines: AsyncIterator[Any], number: int) -> list[Any]:
    return [await anext(lines) for _ in range(number)]


async def test_whoever_opens_the_bubble_is_greeted_and_hears_every_answer(
    website: Website,
) -> None:
    token = await website.opens(campaign="hoi-cho", lang="vi")

    async with website.listening(token) as lines:
        [greeting] = await heard(lines, 1)
        agree = greeting["payload"]["buttons"][0][0]
        pressed = await website.says(
            token, "1", kind="button", button=agree["data"], on=str(greeting["id"])
        )
        [question] = await heard(lines, 1)

    assert "Ánh Dương" in greeting["payload"]["text"]
    assert pressed.status_code == 202
    assert question["id"] > greeting["id"]
    assert "1/4" in question["payload"]["text"]


async def test_a_page_that_was_away_hears_what_it_missed_once(website: Website) -> None:
    token = await website.opens()
    async with website.listening(token) as lines:
        [greeting] = await heard(lines, 1)

    await website.says(token, "1", text="Tôi cần phần mềm bán hàng")
    await website.says(token, "2", text="Tháng sau")

    async with website.listening(token, after=greeting["id"]) as lines:
        missed = await heard(lines, 2)
    ids = [line["id"] for line in missed]
    assert ids == sorted(set(ids))
    assert greeting["id"] not in ids


async def test_a_repeated_message_is_stored_once(website: Website) -> None:
    token = await website.opens()

    answers = [await website.says(token, "same", text="Tôi cần phần mềm") for _ in range(3)]

    assert [answer.status_code for answer in answers] == [202] * 3
    lines = await website.history(token)
    said = [line for line in lines if not line["outgoing"] and line["payload"].get("text")]
    assert len(said) == 1


async def test_the_history_tells_both_sides_in_order(website: Website, clock: FakeClock) -> None:
    token = await website.opens()
    clock.wind(timedelta(seconds=5))
    await website.says(token, "1", text="Tôi cần phần mềm bán hàng")

    lines = await website.history(token)

    assert [line["outgoing"] for line in lines] == [False, True, False, True]
    assert lines[2]["payload"]["text"] == "Tôi cần phần mềm bán hàng"


async def test_one_visitor_never_sees_another(website: Website) -> None:
    first, second = await website.opens(), await website.opens()
    await website.says(first, "1", text="Bí mật của tôi")

    lines = await website.history(second)

    assert "Bí mật" not in str(lines)


async def test_a_chat_that_nobody_began_takes_nothing(website: Website) -> None:
    stranger = new_token()

    said = await website.says(stranger, "1", text="chào")
    events = await website.client.get("/chat/events", headers=bearer(stranger))

    assert [said.status_code, events.status_code] == [401, 401]
    assert await website.history(stranger) == []


async def test_a_token_that_somebody_made_up_begins_no_chat(website: Website) -> None:
    """Whoever guesses it would read along."""
    for token in ("a", "secret", "x" * 44):
        answer = await website.says(token, "start", kind="start")
        assert answer.status_code == HTTPStatus.UNAUTHORIZED


async def test_a_place_that_no_line_can_have_is_refused(website: Website) -> None:
    token = await website.opens()

    answer = await website.client.get(
        "/chat/events", params={"after": 10**30}, headers=bearer(token)
    )

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


async def test_without_a_token_there_is_no_chat(website: Website) -> None:
    for path in ("/chat/history", "/chat/events"):
        answer = await website.client.get(path)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"


async def test_4096_characters_are_taken_and_one_more_is_refused_with_the_reason(
    website: Website,
) -> None:
    token = await website.opens()

    taken = await website.says(token, "1", text="ạ" * 4096)
    refused = await website.says(token, "2", text="ạ" * 4097)

    assert taken.status_code == 202
    assert refused.status_code == 422
    assert refused.headers["content-type"] == "application/problem+json"
    assert "text" in refused.json()["detail"]
    assert "4096" in refused.json()["detail"]
    assert "ạạ" not in refused.text


async def test_a_page_tells_what_its_visitor_has_read(
    website: Website, store: Store, clock: FakeClock
) -> None:
    token = await website.opens()
    await website.says(token, "1", text="Tôi cần phần mềm bán hàng")
    greeting, question = [line for line in await website.history(token) if line["outgoing"]]

    async def told(line: object, by: str = token) -> int:
        answer = await website.client.post(
            "/chat/seen", json={"line": str(line)}, headers=bearer(by)
        )
        return answer.status_code

    def news(work: Work) -> int:
        chat = (chat_id_of(token),)
        return work.transcript.seen("webchat", chat, (str(question["id"]),), clock.now())

    assert [await told(greeting["id"]) for _ in range(2)] == [204, 204]
    assert await store.run(news) == 1  # the question alone
    assert [await told(9_999), await told("x"), await told(1, new_token())] == [204, 422, 401]


@pytest.mark.parametrize(
    "said",
    [
        {"id": "", "text": "chào"},
        {"id": "x" * 81, "text": "chào"},
        {"id": "1", "kind": "blocked"},
        {"id": "1", "kind": "button", "button": "x" * 65},
        {"id": "1", "kind": "button", "button": "x", "on": "seventeen"},
        {"text": "chào"},
    ],
)
async def test_what_is_no_message_is_refused(website: Website, said: dict[str, str]) -> None:
    token = await website.opens()

    answer = await website.client.post("/chat/messages", json=said, headers=bearer(token))

    assert answer.status_code == 422


async def test_a_page_is_sent_away_when_the_channel_closes(website: Website) -> None:
    token = await website.opens()

    async with website.listening(token) as lines:
        await heard(lines, 1)
        website.receiving.cancel()
        assert [line async for line in lines] == []

    said = await website.says(token, "1", text="chào")
    assert (said.status_code, said.headers["retry-after"]) == (503, "5")


async def test_a_closed_page_is_forgotten(website: Website) -> None:
    token = await website.opens()

    async with website.listening(token) as lines:
        await heard(lines, 1)
        assert website.webchat.open_pages() == 1

    await website.says(token, "1", text="còn đó không?")
    assert website.webchat.open_pages() == 0


async def test_a_manager_sees_the_pictures_of_his_report_and_nobody_else_does(
    store: Store, clock: FakeClock
) -> None:
    async with (
        Painter(patience=timedelta(seconds=60)) as painter,
        open_website(store, clock, draw=painter.draw) as website,
    ):
        manager, stranger = await website.opens(), await website.opens()
        code = await store.run(lambda work: invite(work, "manager", "Hoa", clock.now()))
        await website.says(manager, "1", text=f"/join {code}")
        await website.says(stranger, "1", text="cần phần mềm kế toán")
        await website.says(manager, "2", text="bao cao thang nay")
        report = (await website.history(manager))[-1]
        address = f"/chat/pictures/{report['id']}/"

        shown = await website.client.get(f"{address}0", headers=bearer(manager))
        beyond = await website.client.get(f"{address}9", headers=bearer(manager))
        refused = await website.client.get(f"{address}0", headers=bearer(stranger))

    assert report["payload"]["pictures"][0] == "Phễu"
    assert "charts" not in report["payload"]
    assert shown.content.startswith(b"\x89PNG")
    assert shown.headers["content-type"] == "image/png"
    assert (beyond.status_code, refused.status_code) == (404, 404)


async def test_one_chat_listens_in_so_many_tabs_and_the_eldest_gives_way(website: Website) -> None:
    token = await website.opens()

    async with AsyncExitStack() as tabs:
        heard_by = [
            await tabs.enter_async_context(website.listening(token)) for _ in range(MOST_PAGES)
        ]
        newest = await tabs.enter_async_context(website.listening(token))
        await heard(newest, 1)
        await heard(heard_by[0], 1)

        assert [line async for line in heard_by[0]] == []
        assert website.webchat.open_pages() == MOST_PAGES
