"""Every member of the team is told everything in his own language, and nothing in another."""

from __future__ import annotations

import ast
import re
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.channel import Kind
from handlers.texts import catalogue, telling
from storage.store import Store
from tests.fakes import FakeChannel, FakeClock
from tests.house import SAMPLE_BUSINESS, House

_HANDLERS = Path(__file__).parents[2] / "handlers"
_VIETNAMESE = re.compile(
    "[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE
)
# What the wizard asks before it knows the language stands in both; a festival has one name.
_IN_BOTH = re.compile(
    r"init\..*|gate\.tet|timing\.(before|after)_tet|staff\.this_language|ways\.language"
)
# A company whose every own word is English, so that a Vietnamese one must be the program's.
_ENGLISH = SAMPLE_BUSINESS.model_copy(
    update={
        "languages": ("en", "vi"),
        "company": SAMPLE_BUSINESS.company.model_copy(update={"name": "Sunrise"}),
    }
)
HOT = "I want to order sales software for 3 shops, about 30 million, call me on 0912 345 678"


def test_an_english_sentence_has_no_vietnamese_word() -> None:
    found = {
        key: text
        for key, text in catalogue("en").items()
        if _VIETNAMESE.search(text) and not _IN_BOTH.fullmatch(key)
    }

    assert found == {}


def test_no_sentence_is_said_in_a_language_that_the_code_chooses() -> None:
    fixed = [
        f"{file.name}:{node.lineno}"
        for file in _HANDLERS.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Call) and _chooses(node)
    ]

    assert fixed == []


def _chooses(call: ast.Call) -> bool:
    """`say("…", "vi")`, `money(amount, LANGUAGE)`: a language that is no variable."""
    if getattr(call.func, "id", getattr(call.func, "attr", "")) == "catalogue":
        return False
    last = call.args[-1] if len(call.args) > 1 else None
    is_name = isinstance(last, ast.Name) and last.id.endswith("LANGUAGE")
    return is_name or (isinstance(last, ast.Constant) and last.value in ("vi", "en"))


def test_a_telling_says_its_values_in_the_language_of_the_sentence() -> None:
    told = telling("staff.refused", role=telling("role.manager"))

    assert told("en") == catalogue("en")["staff.refused"].format(role="manager")
    assert told("vi") == "Dạ phần này chỉ dành cho quản lý ạ."


@pytest.fixture
def house(sqlite_store: Store, clock: FakeClock, channel: FakeChannel) -> House:
    return House(sqlite_store, clock, channel, _ENGLISH)


async def test_whoever_joins_speaks_the_companys_first_language(
    house: House, sqlite_house: House
) -> None:
    await house.joins("minh", "rep", "Minh")
    assert "Hello" in house.channel.last("minh").text

    await sqlite_house.joins("lan", "rep", "Lan")
    assert "Chào Lan" in sqlite_house.channel.last("lan").text


async def test_a_language_is_changed_by_command_word_or_tap_and_kept(sqlite_house: House) -> None:
    await sqlite_house.joins("minh", "rep", "Minh")

    assert "English" in (await sqlite_house.says("minh", "/lang en")).text
    assert "You can type" in (await sqlite_house.says("minh", "/help")).text
    assert "tiếng Việt" in (await sqlite_house.says("minh", "Tiếng Việt")).text
    await sqlite_house.says("minh", "/lang")
    await sqlite_house.taps("minh", "English")
    assert "no lead" in (await sqlite_house.says("minh", "/leads")).text.lower()


async def test_a_prospect_changes_his_own_language_by_the_same_command(
    sqlite_house: House,
) -> None:
    await sqlite_house.starts("khach")

    assert "English" in (await sqlite_house.says("khach", "/lang en")).text


async def test_one_card_is_in_the_language_of_each_who_reads_it(sqlite_house: House) -> None:
    for chat_id, name in (("minh", "Minh"), ("lan", "Lan")):
        await sqlite_house.joins(chat_id, "rep", name)
    await sqlite_house.has_group("-100")
    await sqlite_house.says("lan", "/lang en")
    await sqlite_house.says("khach", HOT)
    await sqlite_house.passes(minutes=3)

    def card(chat_id: str) -> str:
        return next(one.text for one in sqlite_house.channel.chat(chat_id) if "#1" in one.text)

    assert "LEAD NÓNG" in card("minh")
    assert "HOT LEAD" in card("lan")
    assert _program_words(card("lan")) == []
    assert "LEAD NÓNG" in card("-100"), "the group has a language of its own"
    await sqlite_house.taps("lan", "✋ Take it")
    assert "Đã có người nhận: Lan" in card("minh"), "it changes in each reader's language, too"


async def test_the_group_speaks_what_somebody_of_the_team_asks_it_to(sqlite_house: House) -> None:
    await sqlite_house.joins("minh", "rep", "Minh")
    await sqlite_house.has_group("-100")

    await sqlite_house.hear(
        sqlite_house.message("-100", Kind.TEXT, text="/lang en", sender_id="minh", group=True)
    )

    assert "English" in sqlite_house.channel.last("-100").text
    assert "Anh/chị" in (await sqlite_house.says("minh", "/help")).text, "his own chat does not"


async def test_a_whole_deal_is_told_to_an_english_team_in_english(house: House) -> None:
    for chat_id, role in (("minh", "rep"), ("lan", "rep"), ("hoa", "manager"), ("owner", "owner")):
        await house.joins(chat_id, role, chat_id.capitalize())
    await house.says("prospect", "Hello, do you know the moon?")
    await house.says("prospect", HOT)
    for _ in range(4):
        await house.passes(minutes=3)  # nobody claims: up the ladder to the managers
    await house.taps("minh", "✋ Take it")
    for span in (3, 2, 1, 2):
        await house.passes(minutes=span)  # nobody calls: reminders, and the breach
    for said in _SAID_BY_A_REP:
        await house.says("minh", said)
    for label in ("📵", "📅", "↪"):
        await house.taps("minh", label)
    for said in _SAID_BY_A_MANAGER:
        await house.says("hoa", said)
        await house.says("owner", said)
    await house.says("minh", "#1 Hello, Minh here")
    await house.says("prospect", "hello Minh, how much for 5 shops?")
    await house.says("minh", "/bot 1")
    for _ in range(30):
        await house.passes(hours=2)  # reminders, appointments, the agenda of two mornings
    await house.says("minh", "/won 1 25 million")
    await house.taps("minh", "↶")
    await house.says("lan", "/nonsense")
    await house.says("lan", "/join 123456")

    told = [one for one in house.channel.sent if one.chat_id != "prospect"]
    words = {
        word
        for one in told
        for word in (one.text, *(button.label for row in one.buttons for button in row))
        if _program_words(word)
    }
    assert len(told) > 60
    assert words == set()


_SAID_BY_A_REP = (
    *("/help", "/leads", "/leads hot", "/lead 1", "/lead 99", "/lead", "/find minh", "/find"),
    *("/why 1", "/plan 1", "/note 1 likes blue", "/note 1", "/today", "/next 1 tomorrow 9am"),
    *("/next 1", "what?", "/temp 1", "/temp 1 hot he told me so", "/quote 1", "/noshow 1"),
    *("/birthday 1", "/birthday 1 20/10", "/chat 1", "/bot 1", "/m", "/off 2pm", "/on", "/off"),
    *("/on", "/stats", "/team", "/called 1", "/noanswer 1", "/meet 1", "/assign 1", "/lost 1"),
    *("/won 1", "/reject 1", "/campaign", "/calibration", "/models", "/faq", "/lang"),
)
_SAID_BY_A_MANAGER = (
    *("/help", "/stats today", "/stats week compare", "/stats month", "/funnel", "/leads"),
    *("/team", "/sources", "/sla", "/report last month", "/export hot", "/web", "/queue now"),
    *("/calibration", "/models", "/queue", "/campaign", "/faq", "/why 1", "/plan 1", "/lead 1"),
)


_NAMES = ("Tết", "Tiếng", "Việt")


def _program_words(text: str) -> list[str]:
    """The Vietnamese words, but for a festival and the language's own name."""
    return [word for word in text.split() if _VIETNAMESE.search(word) and word not in _NAMES]


async def test_an_english_team_hears_of_the_file_and_of_the_morning_in_english(
    house: House,
) -> None:
    await house.joins("minh", "rep", "Minh")
    await house.says("prospect", HOT)
    await house.taps("minh", "✋ Take it")
    await house.says("minh", "/next 1 tomorrow 9am")
    house.clock.set(house.clock.now() + timedelta(hours=23))
    await house.passes(minutes=5)

    morning = house.channel.last("minh").text
    assert "Good morning Minh" in morning
    assert _program_words(morning) == []
