"""Who had himself erased hears the goodbye alone, and stands in no row and no byte any more."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from handlers.channel import (
    AnswerLostError,
    ChannelError,
    ChatClosedError,
    Kind,
    MessageRefusedError,
)
from scoring.lead import Contact, Fact, Slot
from tests.fakes import MORNING
from tests.house import House

# What tells of her; the sentences beside it are ours.
TELLING = ("hoàng yến", "hoang yen", "987654321", "0987 654 321", "yen@chim.vn", "tàu vũ trụ")
WORDS = (
    "/find 0987654321",
    "/find Hoàng Yến",
    "/lead 1",
    "/note 1 Hoàng Yến khó tính",
    "/next 1 mai 9h gọi Hoàng Yến",
    "/faq",
)
CHAT = ("/chat 1", "chào chị Hoàng Yến", "em gửi chị báo giá tàu vũ trụ", "/bot")


async def _lives(house: House) -> None:
    """She tried what is not hers, asked, was talked about by all means and written to."""
    for role in ("rep", "manager"):
        await house.joins(role, role, role)
    await house.has_group("-100")
    for words in (
        "/stats",
        "/join 0123",
        "Tôi tên Hoàng Yến, gọi ngay 0987 654 321, yen@chim.vn",
        "bên em có bán tàu vũ trụ không?",
    ):
        await house.says("yen", words, sender_name="Hoàng Yến")
    for words in WORDS:
        await house.says("rep", words)
        await house.says("manager", words)
    for words in CHAT:
        await house.says("manager", words)
    asked = "khách Hoàng Yến 0987 654 321 ai gọi?"
    await house.hear(house.message("-100", text=asked, group=True, sender_id="rep"))
    await house.says("yen", "/xoa", sender_name="Hoàng Yến")


async def test_who_is_erased_hears_the_goodbye_and_nothing_else(sqlite_house: House) -> None:
    await _lives(sqlite_house)
    said = len(sqlite_house.channel.sent_to("yen"))

    await sqlite_house.taps("yen", "Xoá hết")

    heard = [one.text for one in sqlite_house.channel.sent_to("yen")[said:]]
    assert heard == ["Dạ em đã xoá hết thông tin của anh/chị ạ."]


async def test_no_word_of_the_team_tells_of_her_any_more(
    sqlite_house: House, sqlite_url: str
) -> None:
    await _lives(sqlite_house)
    await sqlite_house.taps("yen", "Xoá hết")
    await sqlite_house.hear(sqlite_house.message("rep", Kind.TEXT, text="/help"))

    kept = _kept(sqlite_url)
    assert [one for one in TELLING if one in kept.lower()] == []
    assert "fake:yen" not in kept, "not even the audit knows the chat"


CHAT_ID = "chim7654321"


def _kept(sqlite_url: str) -> str:
    """All that stands in the database's files."""
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    files = file.parent.glob("duyen.db*")
    return b"".join(one.read_bytes() for one in files).decode(errors="replace")


async def _erased(house: House, *failures: ChannelError) -> None:
    """She has written, and has herself erased; the goodbye meets these failures."""
    await house.says(CHAT_ID, "Tôi tên Hoàng Yến, gọi ngay 0987 654 321")
    card = await house.says(CHAT_ID, "/xoa")
    house.channel.failures.extend(failures)
    await house.hear(house.message(CHAT_ID, Kind.BUTTON, button=card.data("Xoá hết")))


async def _sweeps(house: House, **span: float) -> None:
    house.clock.wind(timedelta(**span))
    await house.delivery.sweep()
    await house.starts("somebody")  # the log is cut before the next unit runs


async def test_the_goodbye_forgets_its_chat_once_it_has_arrived(
    sqlite_house: House, sqlite_url: str
) -> None:
    await _erased(sqlite_house)
    goodbye = sqlite_house.channel.last(CHAT_ID).text
    await sqlite_house.starts("somebody")

    assert "đã xoá hết" in goodbye
    assert CHAT_ID not in _kept(sqlite_url)


@pytest.mark.parametrize(
    "failure", [ChatClosedError("blocked"), MessageRefusedError("no"), AnswerLostError("silence")]
)
async def test_the_goodbye_forgets_its_chat_when_it_is_given_up(
    sqlite_house: House, sqlite_url: str, failure: ChannelError
) -> None:
    await _erased(sqlite_house, failure)
    await sqlite_house.starts("somebody")

    assert CHAT_ID not in _kept(sqlite_url)


async def test_a_goodbye_that_is_tried_again_keeps_its_chat_until_then(
    sqlite_house: House, sqlite_url: str
) -> None:
    await _erased(sqlite_house, ChannelError("come back later", retry_after=60))
    waits = CHAT_ID in _kept(sqlite_url)
    await sqlite_house.passes(minutes=2)
    await sqlite_house.starts("somebody")

    assert waits
    assert "đã xoá hết" in sqlite_house.channel.last(CHAT_ID).text
    assert CHAT_ID not in _kept(sqlite_url)


async def test_a_goodbye_that_was_called_back_forgets_its_chat_at_the_next_sweep(
    sqlite_house: House, sqlite_url: str
) -> None:
    await _erased(sqlite_house, ChannelError("come back later", retry_after=60))
    await sqlite_house.hear(sqlite_house.message(CHAT_ID, Kind.BLOCKED))

    await _sweeps(sqlite_house, minutes=11)

    # What is left is that an unknown somebody shut us out: the event's own row.
    lines = await sqlite_house.store.read(lambda work: work.transcript.lines("fake", CHAT_ID))
    assert [line for line in lines if line.outgoing] == []
    assert "đã xoá hết" not in _kept(sqlite_url)


async def test_a_page_may_fetch_its_goodbye_for_some_minutes(
    sqlite_house: House, sqlite_url: str
) -> None:
    sqlite_house.channel.resends_are_harmless = True
    await _erased(sqlite_house)
    await _sweeps(sqlite_house, minutes=9)
    stands = CHAT_ID in _kept(sqlite_url)

    await _sweeps(sqlite_house, minutes=2)

    assert stands
    assert CHAT_ID not in _kept(sqlite_url)


async def test_who_left_a_thousand_addresses_is_erased_all_the_same(sqlite_house: House) -> None:
    await sqlite_house.joins("rep", "rep", "rep")
    await sqlite_house.says("yen", "cần phần mềm")
    phones = tuple(f"+84987{number:06}" for number in range(1000))
    fact = Fact(Slot.CONTACT, Contact(1.0, phones=phones), 1, MORNING)
    await sqlite_house.store.run(lambda work: work.leads.learn(1, (fact,)))

    await sqlite_house.store.run(lambda work: work.erasure.erase(1))

    assert await sqlite_house.store.read(lambda work: work.leads.get(1)) is None
