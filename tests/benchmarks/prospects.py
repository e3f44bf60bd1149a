"""Made-up prospects: what each of them writes, message by message, the same for every run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from random import Random

from handlers import buttons
from handlers.channel import IncomingMessage, Kind

CHANNEL = "fake"
_SAID = Kind.TEXT
_AGREES = (Kind.BUTTON, buttons.data("agree"))
# Four ways to talk with us; a line is chosen for each chat, so that no two are quite alike.
_TALKS: tuple[tuple[tuple[Kind, tuple[str, ...]], ...], ...] = (
    (
        (Kind.START, ("T11-POS", "FB-QUAN-AN", "")),
        (_AGREES[0], (_AGREES[1],)),
        (_SAID, ("chị cần phần mềm cho 3 cửa hàng, mà giá bao nhiêu em?", "cần máy in hoá đơn")),
        (_SAID, ("trong tháng này", "tuần sau em nhé", "trước 15/12")),
        (_SAID, ("tầm 30 triệu", "50-70 triệu", "khoảng 1tr5 một tháng")),
        (_SAID, ("Tôi tự quyết", "sếp em quyết")),
        (_SAID, ("0912 345 678", "số chị là 0987.654.321 nhé")),
        (_SAID, ("gọi cho chị ngay nhé", "ok em, đúng rồi")),
    ),
    (
        (_SAID, ("Chào shop", "Alo shop ơi")),
        (_SAID, ("mình mở quán cà phê, cần máy tính tiền cho 2 quầy, tầm 30 triệu, tháng sau",)),
        (_SAID, ("có trả góp không em?", "bên em bảo hành bao lâu?")),
        (_SAID, ("mình là chủ quán", "phải hỏi chồng đã")),
        (_SAID, ("0905 123 456", "zalo mình 0938 111 222")),
    ),
    (
        (Kind.START, ("", "GOOGLE")),
        (_SAID, ("xem thử cho biết thôi em", "chưa cần vội đâu")),
        (_SAID, ("giá sao vậy", "bao nhiêu tiền một bộ?")),
        (_SAID, ("đắt thế, để chị nghĩ thêm đã", "thôi để tính sau nhé")),
    ),
    (
        (Kind.START, ("WEB-EN", "")),
        (_SAID, ("Hi, I need a POS system for two restaurants in District 1",)),
        (_SAID, ("next month, around 2,000 USD", "by the end of the quarter")),
        (_SAID, ("I'm the owner", "my boss decides")),
        (_SAID, ("my number is +84 912 345 678",)),
    ),
)


def talk(chat: int, now: datetime) -> Iterator[IncomingMessage]:
    """All that the prospect of this number says, in order."""
    random = Random(chat)
    for place, (kind, lines) in enumerate(_TALKS[chat % len(_TALKS)]):
        words = random.choice(lines)
        pressed = kind is Kind.BUTTON
        yield IncomingMessage(
            channel=CHANNEL,
            chat_id=f"chat-{chat}",
            key=f"m:{place}",
            kind=kind,
            sent_at=now,
            text="" if pressed else words,
            button=words if pressed else "",
            platform_message_id=str(place),
            sender_id=f"chat-{chat}",
            sender_name=f"Khách {chat}",
            sender_language="vi",
        )
