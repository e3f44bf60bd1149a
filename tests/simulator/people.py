"""Prospects, reps and a manager, doing what people do: at random, and in each other's way."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable

from handlers.channel import Button, IncomingMessage, Kind
from tests.simulator.platform import NAME, Platform
from tests.simulator.virtual_time import VirtualClock

PROSPECTS = ("lan", "hoa", "tam")
REPS = ("minh", "vy")
MANAGER = "sep"
GROUP = "-100"

_ANSWERS = (
    "xin chào",
    "Đồng ý",
    "cần mua 20 áo cho công ty",
    "50-70 triệu",
    "1tr5",
    "tháng sau",
    "sếp em quyết",
    "em tự quyết",
    "0912 345 678",
    "giá bao nhiêu?",
    "bỏ qua",
    "quay lại",
    "1",
    "2",
    "xyz",
    "😀 {} %s <b>",
)
_WISHES = ("gọi cho tôi nhé 0912 345 678", "gửi báo giá cho 20 bộ", "tôi muốn đặt hàng ngay")
_STOPS = ("dừng", "/stop", "đừng nhắn nữa", "stop")
_ASKS = ("/leads", "/lead 1", "/why 1", "xin chào")
_MANAGER_ASKS = ("/stats hôm nay", "/stats", "/leads", "/won 1 50 triệu", "/lost 1")
_FORGED = ("", "1:claim:99", "0:claim:1", "1:q:need:77", "1:why_lost:1:1:0", "nonsense")


class People:
    """Each step somebody does something; what was on his screen decides what he can do."""

    def __init__(self, seed: int, platform: Platform, clock: VirtualClock) -> None:
        self._dice = random.Random(f"{seed} people")
        self._platform = platform
        self._clock = clock
        self._numbers = itertools.count(1)
        self._in_contact = set(PROSPECTS[: self._dice.randint(1, 3)])
        self._acts: dict[Callable[[], None], int] = {
            self._answer: 30,
            self._tap: 30,
            self._wish: 14,
            self._staff_tap: 14,
            self._race: 16,
            self._stop: 6,
            self._ask: 5,
            self._send_card: 4,
            self._edit: 3,
            self._stick: 2,
            self._block: 3,
            self._forge: 3,
        }

    def begin(self) -> None:
        for chat_id in sorted(self._in_contact):
            self._post(chat_id, Kind.START, text=self._dice.choice(("", "fb_ads")))

    def act(self) -> None:
        self._dice.choices(list(self._acts), weights=list(self._acts.values()))[0]()

    # --- prospects -----------------------------------------------------------------------

    def _prospect(self) -> str:
        return self._dice.choice(sorted(self._in_contact))

    def _answer(self) -> None:
        chat_id = self._prospect()
        for _ in range(self._dice.choice((1, 1, 1, 2, 3))):  # now and then a burst
            self._post(chat_id, text=self._dice.choice(_ANSWERS))

    def _wish(self) -> None:
        self._post(self._prospect(), text=self._dice.choice(_WISHES))

    def _stop(self) -> None:
        self._post(self._prospect(), text=self._dice.choice(_STOPS))

    def _tap(self) -> None:
        self._press(self._prospect())

    def _send_card(self) -> None:
        own = self._dice.random() < 0.8
        self._post(self._prospect(), Kind.CONTACT, phone="+84912345678", phone_is_own=own)

    def _edit(self) -> None:
        self._post(self._prospect(), Kind.EDITED, text=self._dice.choice(_ANSWERS + _STOPS))

    def _stick(self) -> None:
        self._post(self._prospect(), Kind.ATTACHMENT, attachment="sticker")

    def _block(self) -> None:
        chat_id = self._prospect()
        if chat_id in self._platform.blocked:
            self._platform.blocked.discard(chat_id)
            self._post(chat_id, Kind.UNBLOCKED)
        else:
            self._platform.blocked.add(chat_id)
            self._post(chat_id, Kind.BLOCKED)

    def _forge(self) -> None:
        chat_id = self._dice.choice((*sorted(self._in_contact), *REPS))
        self._post(chat_id, Kind.BUTTON, button=self._dice.choice(_FORGED))

    # --- staff ---------------------------------------------------------------------------

    def _staff_tap(self) -> None:
        self._press(self._dice.choice((*REPS, MANAGER)))

    def _race(self) -> None:
        """Both reps want the card that came last; where there is none, somebody makes for one."""
        chats = {
            chat_id: [one.data for one in self._buttons(chat_id) if ":claim:" in one.data]
            for chat_id in (*REPS, GROUP)
        }
        if not any(chats.values()):
            self._wish()
        for chat_id, offers in chats.items():
            if offers:
                self._post(chat_id, Kind.BUTTON, button=offers[-1])

    def _ask(self) -> None:
        if self._dice.random() < 0.5:
            self._post(MANAGER, text=self._dice.choice(_MANAGER_ASKS))
        else:
            self._post(self._dice.choice(REPS), text=self._dice.choice(_ASKS))

    # --- hands ---------------------------------------------------------------------------

    def _press(self, chat_id: str) -> None:
        """Any button on the screen, the old ones too; nobody is at his screen at every moment."""
        shown = self._buttons(chat_id)
        if shown:
            self._post(chat_id, Kind.BUTTON, button=self._dice.choice(shown).data)

    def _buttons(self, chat_id: str) -> list[Button]:
        screens = self._platform.screens.get(chat_id, ())
        return [button for screen in screens for button in screen.buttons]

    def _post(
        self,
        chat_id: str,
        kind: Kind = Kind.TEXT,
        *,
        text: str = "",
        button: str = "",
        phone: str = "",
        phone_is_own: bool = False,
        attachment: str = "",
    ) -> None:
        in_group = chat_id == GROUP
        number = next(self._numbers)
        self._platform.post(
            IncomingMessage(
                channel=NAME,
                chat_id=chat_id,
                key=f"m:{number}",
                kind=kind,
                sent_at=self._clock.now(),
                text=text,
                button=button,
                platform_message_id=str(number),
                sender_id=self._dice.choice(REPS) if in_group else chat_id,
                sender_name=chat_id.capitalize(),
                group=in_group,
                phone=phone,
                phone_is_own=phone_is_own,
                attachment=attachment,
            )
        )
