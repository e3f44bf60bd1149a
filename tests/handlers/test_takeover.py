"""A human speaks instead of the bot: both ways, said once, and never with two voices at once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from handlers.channel import ChannelError, ChatClosedError, Kind, MessageRefusedError
from storage.database import database_url
from storage.store import Store
from tests.fakes import FakeChannel, FakeClock, Shown
from tests.handlers.test_ladder import WANTS_A_CALL
from tests.house import House
from tests.simulator.ledger import Database, SimulatedStore
from tests.simulator.life import Life, Weather
from tests.simulator.virtual_time import VirtualLoop

GROUP = "-100"


def said_to(house: House, who: str) -> list[str]:
    return [one.text for one in house.channel.chat(who)]


def card_id(house: House, who: str) -> str:
    return next(
        number
        for number, one in reversed(house.channel.shown.items())
        if one.chat_id == who and "LEAD" in one.text
    )


@pytest.fixture
def team_house(sqlite_store: Store, clock: FakeClock) -> House:
    return House(sqlite_store, clock, FakeChannel(forum=True))


async def with_topic(house: House) -> str:
    """A rep, a manager, a group with topics, a hot lead; answers the lead's topic."""
    await house.joins("minh", "rep", "Minh")
    await house.joins("hoa", "manager", "Hoa")
    await house.has_group(GROUP)
    await house.says("khach", WANTS_A_CALL)
    (card,) = [one for one in house.channel.chat(GROUP) if "LEAD" in one.text]
    assert card.topic
    return card.topic


async def in_topic(house: House, who: str, topic: str, text: str = "", **more: Any) -> None:
    kind = Kind.ATTACHMENT if "attachment" in more else Kind.TEXT
    await house.hear(
        house.message(GROUP, kind, text=text, sender_id=who, group=True, topic=topic, **more)
    )


async def test_a_rep_writes_in_the_leads_topic_and_hears_the_answer_there(
    team_house: House,
) -> None:
    house = team_house
    topic = await with_topic(house)

    await in_topic(house, "minh", topic, "Em chào anh, em Minh đây ạ")
    await in_topic(house, "minh", topic, "Anh tiện nói chuyện không ạ?")
    before = len(said_to(house, "khach"))
    await house.says("khach", "5 phút nữa nhé")

    told = said_to(house, "khach")
    assert told[-3:] == [
        "Dạ Minh bên em đang trả lời anh/chị ạ.",
        "Em chào anh, em Minh đây ạ",
        "Anh tiện nói chuyện không ạ?",
    ]
    assert len(told) == before, "the bot is silent"
    answer = house.channel.last(GROUP)
    assert "5 phút nữa nhé" in answer.text
    assert answer.topic == topic
    lead = await house.store.read(lambda work: work.leads.get(1))
    assert lead is not None
    assert lead.rep_id == 1, "who writes to a lead of the pool has it"


async def test_a_rep_answers_the_card_and_the_prospects_words_come_to_him(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")

    await house.says("minh", "Em gọi anh ngay ạ", reply_to=card_id(house, "minh"))
    await house.says("khach", "ok em")
    relayed = house.channel.last_id("minh")
    await house.says("minh", "Dạ vâng", reply_to=relayed)

    assert said_to(house, "khach")[-2:] == ["Em gọi anh ngay ạ", "Dạ vâng"]
    assert any("ok em" in text for text in said_to(house, "minh"))
    assert len([text for text in said_to(house, "khach") if "đang trả lời" in text]) == 1


async def test_a_number_before_the_words_is_enough_where_nothing_can_be_answered(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")

    await house.says("minh", "#1 Em chào anh ạ")

    assert said_to(house, "khach")[-1] == "Em chào anh ạ"


@pytest.mark.parametrize(
    ("said", "answer"),
    [("#1", "#1"), ("#99", "Không thấy"), ("#99 chào anh", "Không thấy"), ("#", "/leads")],
)
async def test_a_number_alone_shows_the_lead_and_no_number_is_met_with_silence(
    sqlite_house: House, said: str, answer: str
) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")

    await house.says("minh", said)

    assert answer in said_to(house, "minh")[-1]


@pytest.mark.parametrize("kind", ["photo", "voice", "document"])
async def test_files_pass_both_ways(team_house: House, kind: str) -> None:
    house = team_house
    topic = await with_topic(house)

    await in_topic(house, "minh", topic, "bảng giá ạ", attachment=kind, file="F1")
    await house.hear(
        house.message("khach", Kind.ATTACHMENT, text="mặt bằng", attachment=kind, file="F2")
    )

    to_prospect, to_team = house.channel.last("khach"), house.channel.last(GROUP)
    assert to_prospect.media is not None
    assert (to_prospect.media.kind, to_prospect.media.file) == (kind, "F1")
    assert to_prospect.text == "bảng giá ạ"
    assert to_team.media is not None
    assert to_team.media.file == "F2"
    assert "mặt bằng" in to_team.text
    assert to_team.topic == topic


async def test_a_file_from_before_is_passed_on_to_whoever_takes_over_and_once(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    photo = {"text": "mặt bằng", "attachment": "photo", "file": "F1"}
    await house.hear(house.message("khach", Kind.ATTACHMENT, **photo))
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")

    await house.taps("minh", "💬 Mở chat")
    await house.says("minh", "#1 em đây ạ")
    await house.hear(
        house.message("khach", Kind.ATTACHMENT, text="đây nữa", attachment="photo", file="F2")
    )
    await house.taps("minh", "💬 Mở chat")

    passed = [one for one in house.channel.chat("minh") if one.media is not None]
    assert [one.media.file for one in passed if one.media] == ["F1", "F2"]
    assert "đã gửi ảnh trước đó" in passed[0].text
    assert "mặt bằng" in passed[0].text


async def test_in_a_topic_too_a_file_from_before_is_passed_on_once(team_house: House) -> None:
    house = team_house
    voice = house.message("khach", Kind.ATTACHMENT, attachment="voice", file="F1")
    await house.hear(voice)
    topic = await with_topic(house)

    await in_topic(house, "minh", topic, "em đây ạ")
    await in_topic(house, "hoa", topic, "chị là quản lý ạ")

    passed = [one for one in house.channel.chat(GROUP) if one.media is not None]
    assert [(one.media.file, one.topic) for one in passed if one.media] == [("F1", topic)]


async def test_notes_and_commands_never_reach_the_prospect(team_house: House) -> None:
    house = team_house
    topic = await with_topic(house)
    before = said_to(house, "khach")

    await in_topic(house, "minh", topic, "/n khách khó tính, gọi sau 14h")
    await in_topic(house, "minh", topic, "/lead 1")
    await in_topic(house, "minh", topic, "ghi chú gọi lại sau")

    assert said_to(house, "khach") == before
    notes = [
        one.detail
        for one in await house.store.read(lambda work: work.events.of_lead(1))
        if one.kind == "note"
    ]
    assert notes == ["Minh: khách khó tính, gọi sau 14h", "Minh: gọi lại sau"]
    answer = house.channel.last(GROUP)
    assert answer.topic == topic


@pytest.mark.parametrize("words", ["Tìm được rồi chị ơi", "Nghỉ lễ bên em vẫn trực ạ", "Đã gọi ạ"])
async def test_words_that_begin_like_a_command_reach_the_prospect(
    team_house: House, words: str
) -> None:
    house = team_house
    topic = await with_topic(house)

    await in_topic(house, "minh", topic, words)

    assert said_to(house, "khach")[-1] == words


async def test_the_bot_comes_back_by_command_or_after_half_an_hour(team_house: House) -> None:
    house = team_house
    topic = await with_topic(house)
    await in_topic(house, "minh", topic, "em đây ạ")

    await house.passes(minutes=29)
    await in_topic(house, "minh", topic, "anh còn đó không ạ")
    await house.passes(minutes=29)
    silent = len(said_to(house, "khach"))
    await house.says("khach", "giá bao nhiêu?")
    assert len(said_to(house, "khach")) == silent, "each human message starts the half hour anew"

    await in_topic(house, "minh", topic, "/bot")
    await house.says("khach", "giá bao nhiêu?")
    assert "triệu" in said_to(house, "khach")[-1]

    await in_topic(house, "minh", topic, "em quay lại ạ")
    assert "đang trả lời" in said_to(house, "khach")[-2], "said again, for it is news again"
    await house.passes(minutes=31)
    silent = len(said_to(house, "khach"))
    await house.says("khach", "giá bao nhiêu?")
    assert len(said_to(house, "khach")) == silent + 1


async def test_another_rep_may_not_write_to_a_lead_that_is_taken(team_house: House) -> None:
    house = team_house
    topic = await with_topic(house)
    await house.joins("lan", "rep", "Lan")
    await in_topic(house, "minh", topic, "em Minh đây ạ")
    before = said_to(house, "khach")

    await in_topic(house, "lan", topic, "em Lan đây ạ")
    await in_topic(house, "stranger", topic, "mua vé số không")

    assert said_to(house, "khach") == before
    assert "Minh phụ trách" in house.channel.last(GROUP).text


async def test_whoever_opens_the_chat_sees_what_was_said_last(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.starts("khach", "T11-POS")
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")

    opened = await house.taps("minh", "💬 Mở chat")

    assert f"Khách: {WANTS_A_CALL}" in opened.text
    assert "Khách: T11-POS" not in opened.text
    assert "/bot" in opened.text


async def test_in_an_opened_chat_plain_words_reach_the_customer_until_it_is_handed_back(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")
    await house.taps("minh", "💬 Mở chat")

    await house.says("minh", "Em Minh đây ạ")
    await house.says("minh", "Chị cần mấy máy ạ?")
    await house.says("khach", "hai máy em")
    assert said_to(house, "khach")[-2:][0].endswith("Em Minh đây ạ")
    assert said_to(house, "khach")[-1] == "Chị cần mấy máy ạ?", "the bot is silent"
    noted = await house.says("minh", "/n hai máy")
    assert "ghi chú cho lead #1" in noted.text
    opened = await house.taps("minh", "💬 Mở chat")
    assert "Minh: Chị cần mấy máy ạ?" in opened.text
    handed = await house.says("minh", "/bot")
    after = await house.says("minh", "tin này không cho ai")

    assert "trả lead #1 lại cho bot" in handed.text
    assert "Anh/chị có thể gõ" in after.text
    assert "tin này không cho ai" not in said_to(house, "khach")


async def test_with_two_customers_in_hand_words_for_nobody_reach_nobody(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    for who, wants in (("an", WANTS_A_CALL), ("bich", WANTS_A_CALL.replace("321", "322"))):
        await house.says(who, wants)
        await house.taps("minh", "✋ Nhận")
        await house.says("minh", f"#{1 if who == 'an' else 2} chào {who}")
    before = [said_to(house, who) for who in ("an", "bich")]

    which = await house.says("minh", "giá là 30 triệu ạ")

    assert "#1" in which.text
    assert "#2" in which.text
    assert [said_to(house, who) for who in ("an", "bich")] == before
    await house.says("minh", "#2 giá là 30 triệu ạ")
    assert said_to(house, "bich")[-1] == "giá là 30 triệu ạ"


async def test_where_a_customer_says_to_be_is_passed_on_as_a_map(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")
    await house.says("minh", "#1 chị ở đâu ạ")

    place = house.message(
        "khach", Kind.ATTACHMENT, attachment="location", file="geo:10.776900,106.700900"
    )
    await house.hear(place)

    assert "maps?q=10.776900,106.700900" in house.channel.last("minh").text


async def test_in_the_group_numbers_stay_masked_and_taps_are_answered_in_private(
    team_house: House,
) -> None:
    house = team_house
    topic = await with_topic(house)
    await house.joins("lan", "rep", "Lan")
    claim = house.channel.last(GROUP).data("✋")
    for who in ("minh", "lan"):
        tap = house.message(
            GROUP, Kind.BUTTON, button=claim, sender_id=who, group=True, topic=topic
        )
        await house.hear(tap)
    await in_topic(house, "minh", topic, "/lead 1")

    assert "Minh đã nhận trước" in house.channel.last("lan").text
    assert "0987 654 321" in house.channel.last("minh").text
    assert not [text for text in said_to(house, GROUP) if "0987 654 321" in text]


async def test_a_canned_answer_is_sent_by_its_name(
    sqlite_store: Store, clock: FakeClock, channel: FakeChannel
) -> None:
    from handlers.business_file.routing import CannedAnswer
    from tests.house import SAMPLE_BUSINESS

    business = SAMPLE_BUSINESS.model_copy(
        update={"canned": (CannedAnswer(id="chao", text="Em chào anh/chị ạ!"),)}
    )
    house = House(sqlite_store, clock, channel, business)
    await house.joins("minh", "rep", "Minh")
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")

    assert "chao" in (await house.says("minh", "/m")).text
    await house.says("minh", "/m 1 chao")

    assert said_to(house, "khach")[-1] == "Em chào anh/chị ạ!"


@pytest.mark.parametrize("failure", [ChatClosedError("blocked"), MessageRefusedError("too long")])
async def test_a_rep_hears_that_his_words_did_not_arrive(
    sqlite_house: House, failure: ChannelError
) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")
    house.channel.failures.append(failure)

    await house.says("minh", "#1 em chào anh")

    assert "Chưa chắc tin này" in house.channel.last("minh").text


async def test_a_topic_is_closed_with_its_lead_and_open_when_that_comes_back(
    team_house: House,
) -> None:
    house = team_house
    topic = await with_topic(house)
    await house.taps("minh", "✋ Nhận")

    await house.says("minh", "/lost 1 Giá cao")
    assert house.channel.topic_acts == [(topic, "close")]
    await house.says("khach", "Tôi muốn đặt hàng, gọi tôi ngay nhé")
    await house.passes(minutes=2)
    assert house.channel.topic_acts[1:] == [(topic, "reopen")]
    again = [one for one in house.channel.chat(GROUP) if "✋ Nhận" in one.labels]
    assert [one.topic for one in again] == [topic]

    (card,) = [one for one in house.channel.chat("minh") if "✋ Nhận" in one.labels]
    await house.taps("minh", "✋ Nhận", on=card)
    await house.says("minh", "/won 1 25 triệu")
    assert house.channel.topic_acts[2:] == [(topic, "close")]
    await house.says("minh", "#1 Chị dùng có ổn không ạ?")
    await house.says("khach", "ổn em ơi")
    assert house.channel.topic_acts[3:] == [(topic, "reopen")]
    await house.says("minh", "/bot 1")
    assert house.channel.topic_acts[4:] == [(topic, "close")]


async def test_a_stop_is_confirmed_although_a_human_speaks(team_house: House) -> None:
    house = team_house
    topic = await with_topic(house)
    await in_topic(house, "minh", topic, "em đây ạ")

    await house.says("khach", "/stop")
    assert "không chủ động nhắn" in said_to(house, "khach")[-1]
    await in_topic(house, "minh", topic, "anh ơi")

    assert "anh ơi" not in said_to(house, "khach")
    assert "không nhắn được" in house.channel.last(GROUP).text


async def test_of_an_erased_lead_no_word_stays_in_the_teams_chats(
    sqlite_house: House, sqlite_url: str
) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.joins("hoa", "manager", "Hoa")
    await house.starts("khach", sender_name="Chimhoangyen")
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")
    await house.says("minh", "#1 em chào chị Chimhoangyen ạ")
    await house.says("khach", "Chimhoangyen đây")
    for asked in ("/leads", "/lead 1", "/why 1", "/note 1 Chimhoangyen thích màu đỏ"):
        await house.says("minh", asked)
    await house.says("hoa", "/find chimhoangyen")

    await house.says("khach", "/xoa")
    await house.taps("khach", "Xoá hết")

    file = Path(database_url(sqlite_url).database or "")
    await house.store.run(lambda work: work.lead_lists.count())
    kept = b"".join(one.read_bytes() for one in file.parent.glob(f"{file.name}*"))
    assert kept.count(b"Chimhoangyen") == kept.count(b"0987 654 321") == 0
    relayed = [one for one in house.channel.chat("minh") if "Chimhoangyen" in one.text]
    assert [one.text.split("\n")[0] for one in relayed] == []


# --- never over a human ---------------------------------------------------------------------

_steps = st.lists(
    st.one_of(
        st.tuples(
            st.just("khach"),
            st.sampled_from(
                (
                    "xin chào",
                    "giá bao nhiêu?",
                    "cần phần mềm kế toán cho 2 công ty",
                    "tầm 30 triệu",
                    "0912 345 678",
                    "gọi cho tôi nhé",
                    "xyz",
                    "1",
                )
            ),
        ),
        st.tuples(st.just("minh"), st.sampled_from(("#1 em đây ạ", "#1 anh cần gì ạ", "/bot 1"))),
        st.tuples(st.just("hoa"), st.sampled_from(("#1 chào anh", "/bot 1"))),
        st.tuples(st.just("wait"), st.sampled_from((1, 9, 15, 29, 31, 600))),
        # Both at once: the turns of two chats run side by side.
        st.tuples(st.just("both"), st.sampled_from(("giá bao nhiêu?", "gọi cho tôi nhé"))),
    ),
    max_size=14,
)


@pytest.fixture(scope="module")
def database(blank_sqlite: Path) -> Iterator[Database]:
    database = Database(blank_sqlite)
    yield database
    database.close()


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=_steps)
def test_the_bot_never_speaks_over_a_human(
    database: Database, steps: list[tuple[str, Any]]
) -> None:
    loop = VirtualLoop()
    try:
        with database.fresh() as connection:
            loop.run_until_complete(_play(connection, steps))
    finally:
        loop.close()


async def _play(connection: Connection, steps: list[tuple[str, Any]]) -> None:
    weather = Weather(0)
    weather.is_calm = True
    store = SimulatedStore(connection, Life(weather, []), weather, [])
    house = House(store, FakeClock(), FakeChannel())
    await house.joins("minh", "rep", "Minh")
    await house.joins("hoa", "manager", "Hoa")
    await house.says("khach", "gọi cho tôi 0987 654 321")
    await house.taps("minh", "✋ Nhận")
    human_until = house.clock.now()
    human_said = ("em đây ạ", "anh cần gì ạ", "chào anh")
    for who, what in steps:
        seen = len(house.channel.sent)
        spoken = human_until > house.clock.now()
        if who == "wait":
            await house.passes(minutes=what)
            spoken = human_until > house.clock.now()
        elif who == "both":
            await asyncio.gather(
                house.reception.admit(house.message("khach", text=what)),
                house.reception.admit(house.message("minh", text="#1 em đây ạ")),
            )
            await house.settle()
            human_until = house.clock.now() + timedelta(minutes=30)
        else:
            await house.says(who, what)
        fresh: list[Shown] = [
            Shown(one.chat_id, one.text, one.buttons, "")
            for one in house.channel.sent[seen:]
            if one.chat_id == "khach"
        ]
        if who in ("minh", "hoa") and what.startswith("#1"):
            human_until = house.clock.now() + timedelta(minutes=30)
            spoken = True
        if who in ("minh", "hoa") and what == "/bot 1":
            human_until = house.clock.now()
        after_human = spoken
        for shown in fresh:
            is_human = shown.text in human_said or "đang trả lời" in shown.text
            after_human = after_human or (who == "both" and is_human)
            assert is_human or not after_human, f"the bot said {shown.text!r} over a human"
