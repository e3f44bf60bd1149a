"""Every act on a lead by everybody: only those may who should, whatever button they show."""

from __future__ import annotations

import pytest

from handlers.channel import Kind
from tests.handlers.test_ladder import WANTS_A_CALL
from tests.house import House

# What stands on a card carries the alert, what stands below a lead the lead: both are 1 here.
ACTS = (
    "1:called:1",
    "1:no_answer:1",
    "1:won:1",
    "1:lost:1",
    "1:reject:1",
    "1:chat:1",
    "1:note:1",
    "1:meeting:1",
    "1:hand_over:1",
    "1:won_for:1:0",
    "1:why_lost:1:0",
    "1:why_reject:1:0",
    "1:give:1:2",
    "1:do:1:called",
    "1:do:1:won",
)
WORDS = ("/won 1 25 triệu", "/lost 1 giá cao", "/called 1", "/note 1 x", "/bot 1", "#1 chào anh")
MAY = {"owner": True, "manager": True, "other": False, "left": False, "thief": False}


async def _everybody(house: House) -> None:
    """Minh has lead 1; Lan is another rep, Tuấn has left, a thief knows the buttons."""
    await house.joins("owner", "rep", "Minh")
    await house.joins("other", "rep", "Lan")
    await house.joins("left", "rep", "Tuấn")
    await house.joins("manager", "manager", "Hoa")
    await house.store.run(lambda work: work.team.remove(3))
    await house.says("khach", WANTS_A_CALL)
    await house.taps("owner", "✋ Nhận")


async def _traces(house: House) -> tuple[object, ...]:
    """All that an act could have changed."""
    lead = await house.store.read(lambda work: work.leads.get(1))
    events = await house.store.read(lambda work: work.events.of_lead(1))
    assert lead is not None
    to_prospect = [one.text for one in house.channel.chat("khach")]
    return lead.stage, lead.rep_id, [one.kind for one in events], to_prospect


@pytest.mark.parametrize("who", MAY)
@pytest.mark.parametrize("act", ACTS)
async def test_a_button_acts_only_for_whom_it_may(sqlite_house: House, act: str, who: str) -> None:
    house = sqlite_house
    await _everybody(house)
    before = await _traces(house)
    said = len(house.channel.sent)

    await house.hear(house.message(who, Kind.BUTTON, button=act))

    if MAY[who]:
        assert len(house.channel.sent) > said
        assert "không thuộc" not in house.channel.last(who).text
    else:
        assert await _traces(house) == before


@pytest.mark.parametrize("who", MAY)
@pytest.mark.parametrize("words", WORDS)
async def test_words_act_only_for_whom_they_may(sqlite_house: House, words: str, who: str) -> None:
    house = sqlite_house
    await _everybody(house)
    before = await _traces(house)

    await house.says(who, words)

    if MAY[who]:
        if words != "/bot 1":
            assert await _traces(house) != before
    else:
        assert await _traces(house) == before


@pytest.mark.parametrize("who", ["other", "left", "thief"])
async def test_no_number_is_seen_by_whom_it_is_not_for(sqlite_house: House, who: str) -> None:
    house = sqlite_house
    await _everybody(house)

    for words in ("/lead 1", "/find 321", "/why 1", "/leads", "/chat 1"):
        await house.says(who, words)

    assert not [one for one in house.channel.chat(who) if "0987 654 321" in one.text]
