"""Who had himself erased hears the goodbye alone, and stands in no row and no byte any more."""

from __future__ import annotations

from pathlib import Path

from handlers.channel import Kind
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

    file = Path(sqlite_url.removeprefix("sqlite:///"))
    kept = b"".join(one.read_bytes() for one in file.parent.glob("duyen.db*")).decode(
        errors="replace"
    )
    assert [one for one in TELLING if one in kept.lower()] == []
    assert "fake:yen" not in kept, "not even the audit knows the chat"
