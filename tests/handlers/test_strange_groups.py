"""Groups into which strangers take us: one sentence, and we are gone; never the team's own."""

from __future__ import annotations

from handlers.channel import ChatClosedError, IncomingMessage, Kind
from tests.house import House

GROUP = "-100777"


def added(house: House, by: str, **fields: str) -> IncomingMessage:
    return house.message(GROUP, Kind.UNBLOCKED, group=True, sender_id=by, **fields)


async def test_a_strangers_group_is_told_why_and_left_once(house: House) -> None:
    event = added(house, "la", key="s:1:unblocked")

    for _ in range(2):  # the platform repeats itself
        await house.hear(event)
    await house.hear(house.message(GROUP, text="alo bot", group=True, sender_id="la"))

    (said,) = house.channel.chat(GROUP)
    assert "Ánh Dương" in said.text
    assert f"DUYEN_STAFF_GROUP={GROUP}" in said.text
    assert house.channel.went_out_of == [GROUP]


async def test_english_speakers_are_told_in_english_and_each_time_anew(
    sqlite_house: House,
) -> None:
    for _ in range(2):
        await sqlite_house.hear(added(sqlite_house, "joe", sender_language="en-GB"))

    assert ["leaving this one" in one.text for one in sqlite_house.channel.chat(GROUP)] == [
        True
    ] * 2
    assert sqlite_house.channel.went_out_of == [GROUP] * 2


async def test_where_we_may_not_write_we_go_without_a_word(sqlite_house: House) -> None:
    sqlite_house.channel.failures.append(ChatClosedError("not enough rights"))

    await sqlite_house.hear(added(sqlite_house, "la"))

    assert sqlite_house.channel.chat(GROUP) == []
    assert sqlite_house.channel.went_out_of == [GROUP]


async def test_a_group_we_came_into_while_nobody_looked_is_left_at_its_first_words(
    sqlite_house: House,
) -> None:
    for _ in range(2):
        await sqlite_house.hear(
            sqlite_house.message(GROUP, text="/start", group=True, sender_id="la")
        )

    assert len(sqlite_house.channel.chat(GROUP)) == 1
    assert sqlite_house.channel.went_out_of == [GROUP]


async def test_the_teams_group_is_never_left_whoever_adds_us(sqlite_house: House) -> None:
    await sqlite_house.has_group(GROUP)

    await sqlite_house.hear(added(sqlite_house, "la"))
    await sqlite_house.hear(sqlite_house.message(GROUP, text="hi", group=True, sender_id="la"))

    assert sqlite_house.channel.chat(GROUP) == []
    assert sqlite_house.channel.went_out_of == []


async def test_staff_are_told_how_a_group_becomes_the_teams(sqlite_house: House) -> None:
    await sqlite_house.joins("hoa", "manager", "Hoa")

    await sqlite_house.hear(added(sqlite_house, "hoa"))
    await sqlite_house.hear(sqlite_house.message(GROUP, text="hi", group=True, sender_id="la"))

    (said,) = sqlite_house.channel.chat(GROUP)
    assert f"DUYEN_STAFF_GROUP={GROUP}" in said.text
    assert sqlite_house.channel.went_out_of == []


async def test_the_new_id_of_the_teams_group_is_no_strangers_group(sqlite_house: House) -> None:
    await sqlite_house.has_group("-7")
    sqlite_house.channel.failures.append(ChatClosedError("not yet"))
    await sqlite_house.reception.admit(added(sqlite_house, "la"))
    await sqlite_house.reception.idle()  # nothing has left yet
    await sqlite_house.hear(sqlite_house.message("-7", Kind.MOVED, text=GROUP, group=True))

    assert sqlite_house.channel.went_out_of == []
