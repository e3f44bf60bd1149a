"""A prospect's own copy: everything we hold of him, as a file where one can go, else as text."""

from __future__ import annotations

from storage.store import Store
from tests.fakes import FakeClock, plain_channel
from tests.house import House

PARTS = (
    "0912 345 678",
    "cần phần mềm kế toán",
    "liên hệ tư vấn: đồng ý",
    "Máy đang chấm mức độ quan tâm",
    "Anh/chị: cần phần mềm kế toán, số chị 0912 345 678",
    "Bên em: Dạ em chào",
)


async def test_mydata_brings_a_file_with_every_fact_consent_and_message(
    sqlite_house: House,
) -> None:
    await sqlite_house.says("lan", "cần phần mềm kế toán, số chị 0912 345 678")
    await sqlite_house.says("lan", "đồng ý")
    await sqlite_house.says("hoa", "số của hoa 0987 654 321")

    await sqlite_house.says("lan", "/mydata")

    sent = sqlite_house.channel.sent_to("lan")[-1]
    assert "0912 345 678" in sent.text
    assert "tệp" in sent.text
    assert sent.file is not None
    assert sent.file.name == "du-lieu-cua-toi-2026-03-10.txt"
    assert [part for part in PARTS if part not in sent.file.text] == []
    assert "0987" not in sent.file.text, "of nobody else"


async def test_where_no_file_can_go_the_whole_comes_as_text(
    sqlite_store: Store, clock: FakeClock
) -> None:
    house = House(sqlite_store, clock, plain_channel())
    await house.says("lan", "cần phần mềm kế toán, số chị 0912 345 678")

    mine = await house.says("lan", "dữ liệu của tôi")

    assert "Anh/chị: cần phần mềm kế toán, số chị 0912 345 678" in mine.text
    assert "tệp" not in mine.text


async def test_who_reads_english_gets_an_english_copy(sqlite_house: House) -> None:
    await sqlite_house.says("joe", "I need accounting software for my shop", sender_language="en")

    await sqlite_house.says("joe", "/mydata")

    file = sqlite_house.channel.sent_to("joe")[-1].file
    assert file is not None
    assert "You: I need accounting software for my shop" in file.text
