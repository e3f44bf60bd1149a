"""Laws of a conversation: repeats change nothing, strange input stops nobody."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection
from structlog.testing import capture_logs

from handlers.channel import IncomingMessage, Kind, clean, clean_name
from handlers.front_desk import FrontDesk
from handlers.lead_files.cells import harmless, plain
from storage.store import Work
from storage.team import Role
from tests.fakes import MORNING, RICH, FakeChannel, FakeClock
from tests.handlers.naughty import strings
from tests.house import SAMPLE_BUSINESS, House
from tests.simulator.ledger import Database, ObservedWork, SimulatedStore
from tests.simulator.life import Life, Weather
from tests.simulator.notes import Put
from tests.simulator.virtual_time import VirtualLoop

# One database for all examples of a test: each example takes a fresh copy of it.
SHARED = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], print_blob=True
)


@pytest.fixture(scope="module")
def database(blank_sqlite: Path) -> Iterator[Database]:
    database = Database(blank_sqlite)
    yield database
    database.close()


# --- the same updates, in any order and however often ---------------------------------------

CHATS = ("lan", "hoa")
_SAID = (
    "xin chào",
    "Đồng ý",
    "cần mua 20 áo cho công ty",
    "50-70 triệu",
    "tháng sau",
    "sếp em quyết",
    "0912 345 678",
    "gọi cho tôi nhé",
    "giá bao nhiêu?",
    "bỏ qua",
    "dừng",
    "1",
    "xyz",
)
_stories = st.lists(
    st.one_of(
        st.builds(lambda text: {"kind": Kind.TEXT, "text": text}, st.sampled_from(_SAID)),
        st.builds(
            lambda data: {"kind": Kind.BUTTON, "button": data},
            st.sampled_from(("1:agree", "1:q:need:0", "1:q:budget:1", "1:skip", "1:stop", "?")),
        ),
        st.just({"kind": Kind.START}),
        st.just({"kind": Kind.CONTACT, "phone": "+84912345678", "phone_is_own": True}),
        st.just({"kind": Kind.ATTACHMENT, "attachment": "sticker"}),
        st.builds(lambda text: {"kind": Kind.EDITED, "text": text}, st.sampled_from(_SAID)),
    ),
    max_size=5,
)


# Each has a number of his own: of two who leave the same one the second is told apart.
_LAST_DIGITS = {"lan": "678", "hoa": "679"}


def _messages(chat_id: str, story: list[dict[str, Any]]) -> list[IncomingMessage]:
    def own(value: Any) -> Any:
        return value.replace("678", _LAST_DIGITS[chat_id]) if isinstance(value, str) else value

    return [
        IncomingMessage(
            "fake",
            chat_id,
            f"m:{number}",
            sent_at=MORNING,
            **{key: value if key == "kind" else own(value) for key, value in said.items()},
        )
        for number, said in enumerate(story)
    ]


@st.composite
def _arrivals(draw: st.DrawFn) -> tuple[list[IncomingMessage], list[IncomingMessage]]:
    """Two chats one after the other, and the same interleaved, with repeats anywhere behind."""
    chats = [_messages(chat_id, draw(_stories)) for chat_id in CHATS]
    in_order = [message for chat in chats for message in chat]
    left = [list(chat) for chat in chats]
    mixed: list[IncomingMessage] = []
    while any(left):
        mixed.append(draw(st.sampled_from([chat for chat in left if chat])).pop(0))
    for message in draw(st.lists(st.sampled_from(in_order), max_size=5)) if in_order else ():
        after = mixed.index(message) + 1
        mixed.insert(draw(st.integers(after, len(mixed))), message)
    return in_order, mixed


def _state_after(database: Database, messages: list[IncomingMessage]) -> dict[str, Any]:
    loop = VirtualLoop()
    try:
        with database.fresh() as connection, capture_logs():
            return loop.run_until_complete(_hear(connection, messages))
    finally:
        loop.close()


async def _hear(connection: Connection, messages: list[IncomingMessage]) -> dict[str, Any]:
    weather = Weather(0)
    weather.is_calm = True
    store = SimulatedStore(connection, Life(weather, []), weather, [])
    house = House(store, FakeClock(), FakeChannel())
    for message in messages:
        await house.hear(message)
    states = {chat_id: await store.read(partial(_state, chat_id=chat_id)) for chat_id in CHATS}
    shown = {chat_id: [one.text for one in house.channel.chat(chat_id)] for chat_id in CHATS}
    waiting = await store.read(lambda work: work.inbox.chats_waiting())
    dead = await store.read(lambda work: work.inbox.dead())
    return {"states": states, "shown": shown, "waiting": waiting, "dead": dead}


def _state(work: Work, chat_id: str) -> Any:
    """All that is known of a chat, but for the numbers of rows, which tell who came first."""
    prospect = work.leads.prospect_in("fake", chat_id)
    lead = work.leads.get(prospect.lead_id) if prospect is not None else None
    if prospect is None or lead is None:
        return None
    dialogue = json.loads(work.conversations.load(prospect.id) or "{}")
    facts = [(fact.slot, fact.value, fact.learned_at) for fact in lead.facts]
    events = [(one.kind, one.at) for one in work.events.of_lead(lead.id)]
    steps = [
        (one.sequence, one.due_at, one.state, one.reason)
        for one in work.follow_ups.of_lead(lead.id)
    ]
    heat = tuple(replace(one, message_id=None, event_id=None) for one in lead.heat)
    alert = work.alerts.open_of(lead.id)
    return (
        replace(prospect, id=0, lead_id=0),
        replace(lead, id=0, facts=(), heat=heat),
        facts,
        events,
        steps,
        alert and (alert.reason, alert.state),
        {**dialogue, "card": bool(dialogue.get("card"))},
        work.stage_moves.of_lead(lead.id),
    )


@settings(SHARED, max_examples=25)
@given(arrivals=_arrivals())
def test_any_order_of_chats_and_any_repeats_end_in_the_same_state(
    database: Database, arrivals: tuple[list[IncomingMessage], list[IncomingMessage]]
) -> None:
    in_order, mixed = arrivals

    state = _state_after(database, mixed)

    assert state == _state_after(database, in_order)
    assert not state["waiting"]
    assert not state["dead"]


# --- strange input ---------------------------------------------------------------------------

STRANGER, REP, MANAGER = "lan", "minh", "sep"
_DESK = FrontDesk(SAMPLE_BUSINESS, {"fake": RICH})


class _Room:
    """One transaction in a house with a rep, a manager, and a lead on offer."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._work = ObservedWork(connection)
        self._numbers = itertools.count(1)
        for name, role in ((REP, Role.REP), (MANAGER, Role.MANAGER)):
            staff_id = self._work.team.add(name, role, MORNING)
            self._work.team.open_account(staff_id, "fake", name, MORNING)
        self.answers("hoa", text="gọi cho tôi nhé 0912 345 678")

    @contextmanager
    def aside(self) -> Iterator[None]:
        """What happens in here has not happened."""
        savepoint = self._connection.begin_nested()
        yield
        savepoint.rollback()

    def answers(self, chat_id: str, kind: Kind = Kind.TEXT, **fields: Any) -> int:
        """How often a message is answered; an error of the handlers comes straight through."""
        number = next(self._numbers)
        message = IncomingMessage(
            "fake", chat_id, f"m:{number}", kind, MORNING, sender_id=chat_id, **fields
        )
        self._work.seen.clear()
        _DESK.on_turn(self._work, ((number, message),), MORNING)
        said = [note for note in self._work.seen if isinstance(note, Put)]
        return sum(note.chat_id == chat_id for note in said)


@contextmanager
def _room(database: Database) -> Iterator[_Room]:
    with database.fresh() as connection, connection.begin() as transaction:
        yield _Room(connection)
        transaction.rollback()


_ACTIONS = (
    "agree", "human", "privacy", "skip", "back", "right", "stop", "erase", "keep", "menu",
    "q", "edit", "claim", "called", "no_answer", "won", "lost", "why_lost", "lead", "leads",
)  # fmt: skip
_arguments = st.one_of(
    st.sampled_from(("need", "budget", "contact", "hot", "0", "1", "-1", "٣", "²", "", "9" * 40)),
    st.integers().map(str),
    st.text(max_size=8),
)
_forged = st.one_of(
    st.text(max_size=64),
    st.builds(
        lambda version, action, arguments: ":".join((version, action, *arguments)),
        st.sampled_from(("1", "0", "2", "", "１")),
        st.one_of(st.sampled_from(_ACTIONS), st.text(max_size=10)),
        st.lists(_arguments, max_size=4),
    ),
)


@settings(SHARED, max_examples=120)
@given(pressed=st.lists(st.tuples(st.sampled_from((STRANGER, REP, MANAGER)), _forged), min_size=1))
def test_no_button_data_raises_whoever_sends_it(
    database: Database, pressed: list[tuple[str, str]]
) -> None:
    with _room(database) as room:
        for chat_id, data in pressed[:6]:
            room.answers(chat_id, Kind.BUTTON, button=clean(data))


@settings(SHARED, max_examples=60)
@given(data=st.text(max_size=64).filter(lambda text: not text.startswith("1:")))
def test_a_button_nobody_knows_is_answered_with_the_current_question(
    database: Database, data: str
) -> None:
    with _room(database) as room:
        assert room.answers(STRANGER, Kind.BUTTON, button=clean(data)) > 0
        assert room.answers(REP, Kind.BUTTON, button=clean(data)) > 0


_NAUGHTY = (
    "",
    " ",
    "\x00",
    "a\x00b",
    "\ud800",
    "\u202egnp.exe",  # reads backwards
    "\u200b\u200d\ufeff",  # shows nothing
    "Z\u0351\u036b\u0343a\u0310l\u034f\u0354go" * 40,
    "<b>đậm</b><script>alert(1)</script>",
    "</b>&lt;&amp;<a href='x'>",
    "*_`[x](y)~||",
    "{}",
    "{0} {you} {company.__class__}",
    "%s %d %(name)s %",
    "👨‍👩‍👧‍👦" * 200,
    "😀" * 2048,
    "a" * 4096,
    "9" * 4096,
    "1tr" * 1365,
    "ngày mai " * 455,
    "0912 345 678 " * 315,
    "a@b." * 1024,
    "(" * 4096,
    "\n" * 4096,
    "tháng 13/32/99999",
    "1e999 tỷ",
    "²³٣٤५ triệu",
    "'; DROP TABLE lead; --",
    "=1+1",
    "/",
    "/lead",
    "/join",
    "/" + "a" * 4000,
)
_ANSWERED = (Kind.TEXT, Kind.START, Kind.BUTTON, Kind.CONTACT, Kind.ATTACHMENT)
_SILENT = (Kind.BLOCKED, Kind.UNBLOCKED, Kind.MOVED)  # nobody is there to be answered
_MOMENTS = {
    "before the first word": (),
    "at a question": ("Đồng ý",),
    "at the number": ("Đồng ý", "phần mềm kế toán", "tháng sau", "20 triệu", "tôi tự quyết"),
    "behind the summary": (
        "Đồng ý",
        "phần mềm kế toán",
        "tháng sau",
        "20 triệu",
        "tôi tự quyết",
        "0912 345 678",
    ),
    "after a stop": ("Đồng ý", "dừng"),
}


def _check(room: _Room, kind: Kind, text: str) -> None:
    fields = {"text": clean(text), "sender_name": clean_name(text)}
    if kind is Kind.BUTTON:
        fields |= {"text": "", "button": clean(text)}
    elif kind is Kind.CONTACT:
        fields |= {"text": "", "phone": clean(text)[:64]}
    elif kind is Kind.ATTACHMENT:
        fields |= {"attachment": "voice"}

    count = room.answers(STRANGER, kind, **fields)

    assert count > 0 or kind not in _ANSWERED
    assert count == 0 or kind not in _SILENT


@pytest.mark.parametrize("before", _MOMENTS.values(), ids=_MOMENTS.keys())
@pytest.mark.parametrize("kind", Kind)
def test_naughty_text_of_every_kind_is_answered_or_silent_on_purpose(
    database: Database, kind: Kind, before: tuple[str, ...]
) -> None:
    with _room(database) as room:
        for said in before:
            room.answers(STRANGER, text=said)
        for text in _NAUGHTY:
            with room.aside():
                _check(room, kind, text)


_STAFFS_WORDS = ("{}", "#1 {}", "/find {}", "/note 1 {}", "/won 1 {}", "/next 1 {}", "/off {}")


def test_six_hundred_naughty_strings_meet_no_error_in_any_field(database: Database) -> None:
    """Each from a prospect, as one kind after the other, and in a command of the team."""
    kinds, words = itertools.cycle(_ANSWERED), itertools.cycle(_STAFFS_WORDS)
    members = itertools.cycle((REP, MANAGER))
    with _room(database) as room, capture_logs():
        for text in strings():
            with room.aside():
                _check(room, next(kinds), text)
                room.answers(next(members), text=next(words).format(clean(text))[:4096])


def test_who_looks_for_a_thousand_words_is_answered(database: Database) -> None:
    with _room(database) as room:
        assert room.answers(MANAGER, text="/find " + " ".join(map(str, range(10_000, 11_000)))) > 0


def test_no_naughty_string_is_a_formula_in_a_spreadsheet() -> None:
    for text in strings():
        cell = harmless(clean(text))
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠"))
        assert plain(cell) == clean(text).strip() or cell.startswith("'")


@settings(SHARED, max_examples=60)
@given(
    texts=st.lists(st.text(max_size=100), min_size=1, max_size=4),
    kind=st.sampled_from(Kind),
    before=st.sampled_from(tuple(_MOMENTS.values())),
)
def test_any_text_of_any_kind_is_answered_or_silent_on_purpose(
    database: Database, texts: list[str], kind: Kind, before: tuple[str, ...]
) -> None:
    with _room(database) as room:
        for said in before:
            room.answers(STRANGER, text=said)
        for text in texts:
            with room.aside():
                _check(room, kind, text)


@settings(SHARED, max_examples=60)
@given(text=st.one_of(st.text(max_size=100), st.sampled_from(_NAUGHTY)))
def test_any_words_of_the_staff_are_answered(database: Database, text: str) -> None:
    with _room(database) as room:
        for chat_id in (REP, MANAGER):
            for words in (text, f"/lead {text}", f"/won 1 {text}", f"/leads {text}"):
                assert room.answers(chat_id, text=clean(words)) > 0
