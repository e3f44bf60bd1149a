"""/faq: open questions are kept, the like together; a manager's answer ends up in the file."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.business import SAMPLE
from handlers.due import Due
from handlers.faq.unanswered import MOST_A_DAY, Group, groups
from handlers.happenings import happening_words
from handlers.owners_file import load
from storage.unanswered import UnansweredQuestion
from tests.fakes import MORNING
from tests.house import SAMPLE_BUSINESS, House

DELIVERY = ("bên em có giao ra Đà Nẵng không?", "có giao hàng ra Đà Nẵng không ạ?")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "business.yaml"))


def text_of(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def spoil(file: Path) -> None:
    file.write_text(text_of(file).replace("version: 1", "version: 2"), encoding="utf-8")


def in_another_encoding(file: Path) -> None:
    file.write_text(text_of(file), encoding="utf-16")


def in_english_first(file: Path) -> None:
    text = text_of(file).replace("languages: [vi, en]", "languages: [en, vi]")
    file.write_text(text, encoding="utf-8")


def with_file(house: House, file: Path | None) -> House:
    abilities = {house.channel.name: house.channel.abilities}
    house.due = Due(house.store, SAMPLE_BUSINESS, abilities, house.clock, file)
    return house


async def ask(house: House, *chats: str) -> None:
    for number, chat in enumerate(chats):
        await house.starts(chat)
        await house.taps(chat, "Đồng ý")
        await house.says(chat, DELIVERY[number % len(DELIVERY)])


async def test_a_question_that_nothing_answers_waits_for_the_manager(house: House) -> None:
    await house.joins("hoa", "manager", "Hoa")
    await ask(house, "lan", "mai")
    await house.says("lan", "giá bao nhiêu?")

    shown = await house.says("hoa", "/faq")

    assert "1. “có giao hàng ra Đà Nẵng không ạ?” · 2 lần" in shown.text
    assert "giá bao nhiêu" not in shown.text
    assert shown.labels[:2] == ["Trả lời 1", "Bỏ 1"]


async def test_an_owner_whose_company_speaks_english_first_reads_english(
    sqlite_house: House, file: Path
) -> None:
    in_english_first(file)
    house = with_file(sqlite_house, file)
    house.desk.works_by(load(file))
    await house.joins("hoa", "manager", "Hoa")
    await house.says("lan", "do you deliver to Da Nang by truck?")

    shown = await house.says("hoa", "/faq")
    await house.taps("hoa", "Answer 1")
    await house.says("hoa", "Yes, everywhere.")
    await house.passes(minutes=1)
    happened = await house.store.read(lambda work: happening_words(work, 0, "en"))

    assert shown.text.startswith("I could not answer these questions:")
    assert "✓ Written" in house.channel.last("hoa").text
    assert "do you deliver to da nang" in text_of(file)
    assert happened
    assert all("Lead #1" in words for _, _, words in happened)


async def test_an_answer_goes_into_the_file_and_is_told(house: House, file: Path) -> None:
    with_file(house, file)
    await house.joins("hoa", "manager", "Hoa")
    await ask(house, "lan", "mai")
    before = text_of(file)
    await house.says("hoa", "/faq")

    prompt = await house.taps("hoa", "Trả lời 1")
    await house.says("hoa", "Dạ có, bên em giao toàn quốc {x} ạ.")
    await house.passes(seconds=1)

    assert "nhắn câu trả lời" in prompt.text
    after = text_of(file)
    assert set(before.splitlines()) <= set(after.splitlines())
    entry = load(file).faq[-1]
    assert "có giao hàng ra đà nẵng không ạ" in entry.ask
    assert entry.answer.of("vi").format_map({}) == "Dạ có, bên em giao toàn quốc {x} ạ."
    assert house.channel.last("hoa").text.startswith("✓ Em đã ghi")
    assert (await house.says("hoa", "/faq")).text.startswith("Dạ chưa có câu nào")


async def test_one_tap_joins_a_question_to_the_entry_that_asks_the_same(
    house: House, file: Path
) -> None:
    with_file(house, file)
    await house.joins("hoa", "manager", "Hoa")
    await house.starts("lan")
    await house.taps("lan", "Đồng ý")
    await house.says("lan", "triển khai bao nhiêu ngày thế?")
    shown = await house.says("hoa", "/faq")

    await house.taps("hoa", "Gộp 1")
    await house.passes(seconds=1)

    assert "gần với “bao lâu xong”" in shown.text
    entry = next(one for one in load(file).faq if one.ask[0] == "bao lâu xong")
    assert entry.ask[-1] == "triển khai bao nhiêu ngày thế"


async def test_what_is_dropped_does_not_come_back(house: House) -> None:
    await house.joins("hoa", "manager", "Hoa")
    await ask(house, "lan")
    await house.says("hoa", "/faq")

    await house.taps("hoa", "Bỏ 1")

    assert (await house.says("hoa", "/faq")).text.startswith("Dạ chưa có câu nào")


async def test_the_sample_company_is_not_written_to(house: House) -> None:
    with_file(house, None)
    await house.joins("hoa", "manager", "Hoa")
    await ask(house, "lan")
    await house.says("hoa", "/faq")
    await house.taps("hoa", "Trả lời 1")
    await house.says("hoa", "Dạ có ạ.")

    await house.passes(seconds=1)

    assert "chưa có tệp riêng" in house.channel.last("hoa").text
    assert "Đà Nẵng" in (await house.says("hoa", "/faq")).text


async def test_a_file_with_faults_is_not_made_worse(house: House, file: Path) -> None:
    with_file(house, file)
    spoil(file)
    before = text_of(file)
    await house.joins("hoa", "manager", "Hoa")
    await ask(house, "lan")
    await house.says("hoa", "/faq")
    await house.taps("hoa", "Trả lời 1")
    await house.says("hoa", "Dạ có ạ.")

    await house.passes(seconds=1)

    assert "business.yaml:2:10" in house.channel.last("hoa").text
    assert text_of(file) == before


async def test_a_file_in_another_encoding_is_named_and_holds_nothing_up(
    sqlite_house: House, file: Path
) -> None:
    with_file(sqlite_house, file)
    await sqlite_house.joins("hoa", "manager", "Hoa")
    await ask(sqlite_house, "lan")
    await sqlite_house.says("hoa", "/faq")
    await sqlite_house.taps("hoa", "Trả lời 1")
    in_another_encoding(file)

    await sqlite_house.says("hoa", "Dạ có ạ.")
    await sqlite_house.passes(seconds=1)

    assert "business.yaml:1:1" in sqlite_house.channel.last("hoa").text


async def test_thoi_and_a_late_line_are_no_answers(sqlite_house: House, file: Path) -> None:
    house = with_file(sqlite_house, file)
    await house.joins("hoa", "manager", "Hoa")
    await ask(house, "lan")
    card = await house.says("hoa", "/faq")

    await house.taps("hoa", "Trả lời 1", on=card)
    left = await house.says("hoa", "thôi")
    await house.taps("hoa", "Trả lời 1", on=card)
    house.clock.wind(timedelta(minutes=16))
    late = await house.says("hoa", "Dạ có ạ.")

    assert "để lại trong danh sách" in left.text
    assert "đang ghi" not in late.text


async def test_a_rep_sees_no_faq(sqlite_house: House) -> None:
    await sqlite_house.joins("minh", "rep", "Minh")

    assert "quản lý" in (await sqlite_house.says("minh", "/faq")).text


async def test_numbers_and_addresses_of_prospects_are_not_kept(sqlite_house: House) -> None:
    house = sqlite_house
    await house.starts("lan")
    await house.taps("lan", "Đồng ý")
    await house.says("lan", "đơn 0912 345 678 ở lan@example.com bao giờ tới nơi vậy ta?")

    kept = await house.store.read(lambda work: work.unanswered.waiting(MORNING, 9))

    assert all("0912" not in one.text and "@" not in one.text for one in kept)


async def test_who_plays_does_not_fill_the_list_and_erasure_empties_it(house: House) -> None:
    await house.starts("lan")
    await house.taps("lan", "Đồng ý")
    for number in range(MOST_A_DAY + 5):
        now = house.clock.now()
        await house.store.run(
            lambda work, n=number, at=now: work.unanswered.ask(1, n, f"hỏi gì đó {n}", at)  # type: ignore[misc]
        )
    await house.says("lan", "bên em có giao ra Đà Nẵng không?")
    kept = await house.store.read(lambda work: work.unanswered.waiting(MORNING, 99))
    await house.store.run(lambda work: work.erasure.erase(1))
    left = await house.store.read(lambda work: work.unanswered.waiting(MORNING, 99))

    assert len(kept) == MOST_A_DAY + 5
    assert left == ()


def question(number: int, text: str) -> UnansweredQuestion:
    return UnansweredQuestion(number, text, MORNING)


def test_the_like_stand_together_with_the_words_they_share() -> None:
    asked = [
        question(5, "có giao hàng ra Huế không em"),
        question(4, "giao hàng ra Huế được không?"),
        question(3, "có bán máy in hoá đơn không"),
        question(2, "shop giao hang ra hue ko"),
    ]

    found = groups(asked)

    assert [[one.id for one in group.questions] for group in found] == [[5, 4, 2], [3]]
    assert found[0].phrases[0] == "có giao hàng ra huế không em"
    assert "giao hàng ra huế" in found[0].phrases


def test_a_group_of_one_has_its_own_words() -> None:
    assert Group((question(1, "Có xe đưa đón không?!"),)).phrases == ("có xe đưa đón không",)
