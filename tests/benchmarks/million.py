"""A big company's database, made up: two years of leads and what hangs on them, seeded."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

from scoring.lead import Heat, Reason
from scoring.understanding.text import fold
from storage.database import database_url, sqlite_writer
from storage.events import reason_cells
from storage.lead_rows import heat_cells
from storage.steps import look_again

CHANNEL = "fake"
REPS = tuple(range(2, 12))  # staff ids; 1 is the manager
OVERDUE = 1_000  # follow-ups that are due; all others wait
_DAYS = 730
_A_CHUNK = 20_000  # leads written at a time
_A_FEW = 5_000  # leads a statement
_SNAPSHOTS = 0.2  # the newest leads, by share: older snapshots were cleared away
_STAGES = ("new", "mql", "sql", "opportunity", "customer", "lost", "disqualified")
_STAGE_WEIGHTS = (46, 24, 8, 6, 6, 9, 1)
_TEMPERATURES = ("cold", "warm", "hot")
_SOURCES = ("", "T11-POS", "FB-QUAN-AN", "GOOGLE", "WEB-EN", "zalo-qr", "gioi-thieu")
_NAMES = ("Lan", "Hoa", "Minh", "Tuấn", "Ngọc", "Phương", "Dũng", "Thảo", "Khánh", "Vy")
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Vũ Thị", "Đặng", "Bùi Thanh", "Đỗ", "Hồ")
# One lead that nobody shares a name with: the longest way for whoever looks for it.
RARE, RARE_NAME = 7, "Tôn Nữ Hạ Uyên"
_HOWS, _HOW_WEIGHTS = ("button", "text", "number"), (6, 3, 1)
_BEHAVIOURS = ("visit", "reply", "reply", "product_question", "quote_request", "contact_sent")
_FACTS = (
    (
        "need",
        {"status": "stated", "span": [0, 24], "text": "cần máy tính tiền cho 2 quầy"}
        | {"confidence": 0.9, "quantities": [{"value": 2, "unit": "quầy", "span": [22, 28]}]},
    ),
    (
        "timing",
        {"status": "known", "horizon": "month", "kind": "period", "span": [0, 15]}
        | {"text": "trong tháng này", "confidence": 0.95, "latest": "2026-03-31"},
    ),
    (
        "budget",
        {"status": "known", "span": [0, 12], "text": "tầm 30 triệu", "confidence": 0.9}
        | {"min": 27_000_000, "max": 33_000_000, "currency": "VND", "approx": True},
    ),
    (
        "authority",
        {"role": "decision_maker", "span": [0, 12], "text": "Tôi tự quyết", "confidence": 0.98}
        | {"approved": False},
    ),
    ("contact", {"confidence": 0.99, "phones": ["+84912345678"], "spans": {"phones": [[0, 12]]}}),
)
_FACT_TEXTS = tuple((slot, json.dumps(value, ensure_ascii=False)) for slot, value in _FACTS)
_REASONS = json.dumps(
    [
        reason_cells(Reason(14, "need.specific", "cần máy tính tiền cho 2 quầy", 1)),
        reason_cells(Reason(6.2, "engagement.reply")),
    ],
    ensure_ascii=False,
)
_DIALOGUE = json.dumps({"open": "timing", "asked": {"need": 1, "timing": 1}, "card": 3})
_HEARD = json.dumps({"channel": CHANNEL, "kind": "text", "text": "cần máy tính tiền cho 2 quầy"})
_SAID = json.dumps({"text": "Dạ mình muốn bắt đầu khi nào ạ?" * 4, "buttons": [], "menu": []})

_COLUMNS = {  # in an order that satisfies the foreign keys
    "lead": "id, name, folded_name, stage, temperature, score, completeness, source, heat, rep_id,"
    " created_at, heard_at",
    "contact": "id, channel, chat_id, lead_id, name, language, created_at",
    "conversation": "contact_id, state, changed_at",
    "inbox": "channel, chat_id, key, payload, state, admitted_at",
    "outbox": "channel, chat_id, lead_id, urgency, payload, state, attempts, due_at, platform_id,"
    " created_at, sent_at",
    "fact": "lead_id, slot, value, message_id, learned_at",
    "lead_address": "lead_id, address, mirrored",
    "event": "lead_id, kind, at, key, message_id, staff_id, amount",
    "snapshot": "lead_id, at, qualification, fit, engagement, penalty, score, temperature, reasons,"
    " message_id",
    "stage_move": "lead_id, at, before, after, who, why",
    "asking": "lead_id, slot, variant, how, open, shown_at, settled_at",
    "consent": "id, contact_id, purpose, given, text_version, at",
    "follow_up": "lead_id, contact_id, channel, sequence, step, state, due_at, key, consent_id,"
    " created_at",
    "alert": "lead_id, reason, state, rung, claimed_by, claimed_at, seconds_to_claim, created_at",
}

Row = tuple[Any, ...]
Rows = dict[str, list[Row]]


def fill(file: Path, leads: int, now: datetime) -> None:
    """Write so many leads, the newest as of `now`."""
    connection = sqlite3.connect(file, isolation_level=None)
    # Nobody reads the file before it is whole.
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-262144"):
        connection.execute(f"PRAGMA {pragma}")
    _staff(connection, now)
    for rows in _chunks(leads, now):
        connection.execute("BEGIN")
        for table, columns in _COLUMNS.items():
            places = ", ".join("?" * (columns.count(",") + 1))
            statement = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608 # ours
            connection.executemany(statement, rows[table])
        connection.execute("COMMIT")
    connection.close()
    _take_steps(file, leads)


def _take_steps(file: Path, leads: int) -> None:
    """How far each has come, from the rows."""
    engine = sqlite_writer(database_url(f"sqlite:///{file}"))
    for first in range(1, leads + 1, _A_FEW):
        with engine.begin() as connection:
            look_again(connection, range(first, min(first + _A_FEW, leads + 1)))
    engine.dispose()


def _staff(connection: sqlite3.Connection, now: datetime) -> None:
    at = _text(now)
    for staff in (1, *REPS):
        role = "manager" if staff == 1 else "rep"
        connection.execute(
            "INSERT INTO staff (id, name, role, created_at) VALUES (?, ?, ?, ?)",
            (staff, f"{role} {staff}", role, at),
        )
        connection.execute(
            "INSERT INTO staff_account (channel, chat_id, staff_id, opened_at, used_at)"
            " VALUES (?, ?, ?, ?, ?)",
            (CHANNEL, f"staff-{staff}", staff, at, at),
        )


def _chunks(leads: int, now: datetime) -> Iterator[Rows]:
    random = Random(2026)
    step = timedelta(days=_DAYS) / leads
    for first in range(1, leads + 1, _A_CHUNK):
        rows: Rows = {table: [] for table in _COLUMNS}
        for lead in range(first, min(first + _A_CHUNK, leads + 1)):
            _one(rows, random, lead, leads, now - step * (leads - lead), now)
        yield rows


def _one(rows: Rows, random: Random, lead: int, leads: int, came: datetime, now: datetime) -> None:
    """One lead's life; its contact has its number, too."""
    stage = random.choices(_STAGES, _STAGE_WEIGHTS)[0]
    score = min(100.0, random.expovariate(1 / 26))
    warmth = _TEMPERATURES[(score >= 35) + (score >= 65)]
    rep = random.choice(REPS) if stage in _STAGES[3:] or random.random() < 0.1 else None
    source = random.choice(_SOURCES)
    name = f"{random.choice(_FAMILIES)} {random.choice(_NAMES)}" if lead != RARE else RARE_NAME
    chat = str(100_000_000 + lead)
    at, heard = _text(came), _text(came + timedelta(minutes=random.randrange(2, 900)))
    heat = json.dumps([heat_cells(Heat("reply", 1.5, came))])
    known = random.choices((0, 1, 2, 3, 5), (60, 12, 12, 8, 8))[0]
    rows["lead"].append(
        (lead, name, fold(name), stage, warmth, score, 20 * known, source, heat, rep, at, heard)
    )
    rows["contact"].append((lead, CHANNEL, chat, lead, name, "vi", at))
    rows["conversation"].append((lead, _DIALOGUE, heard))
    rows["inbox"].append((CHANNEL, chat, "m:1", _HEARD, "done", at))
    rows["outbox"].append((CHANNEL, chat, lead, 1, _SAID, "sent", 1, at, f"p{lead}", at, at))
    rows["fact"] += [(lead, slot, value, lead, at) for slot, value in _FACT_TEXTS[:known]]
    _ask(rows, random, lead, known, came)
    if known == len(_FACTS):
        number = f"+849{lead:08}"
        rows["lead_address"].append((lead, number, number[::-1]))
    for place in range(random.randrange(2, 7)):
        kind = random.choice(_BEHAVIOURS)
        rows["event"].append((lead, kind, at, f"{lead}{place}:{kind}", lead, None, None))
    _outcome(rows, random, lead, stage, rep, came)
    if lead > leads * (1 - _SNAPSHOTS):
        rows["snapshot"].append((lead, heard, 14, 0, score / 2, 0, score, warmth, _REASONS, lead))
    if lead % 2:
        _wait(rows, random, lead, leads, came, now)


def _ask(rows: Rows, random: Random, lead: int, known: int, came: datetime) -> None:
    """What is known was asked and answered; the next question stands open."""
    for place, (slot, _) in enumerate(_FACTS[: known + 1]):
        asked, variant = came + timedelta(minutes=place), random.randrange(2)
        shown = _text(asked)
        if place < known:
            settled = _text(asked + timedelta(seconds=random.randrange(3, 600)))
            how = random.choices(_HOWS, _HOW_WEIGHTS)[0]
            rows["asking"].append((lead, slot, variant, how, None, shown, settled))
        else:
            rows["asking"].append((lead, slot, variant, "", f"{lead}:{slot}", shown, None))


def _outcome(
    rows: Rows, random: Random, lead: int, stage: str, rep: int | None, came: datetime
) -> None:
    """Its way through the stages, and its alert if a rep came to have it."""
    later = _text(came + timedelta(hours=random.randrange(3, 200)))
    for before, after in pairwise(_STAGES[: 1 + _STAGES.index(stage)]):
        rows["stage_move"].append((lead, later, before, after, "bot", ""))
    if stage in ("customer", "lost"):
        worth = random.randrange(4, 90) * 1_000_000 if stage == "customer" else None
        kind = "won" if stage == "customer" else "lost"
        rows["event"].append((lead, kind, later, None, None, rep, worth))
    if rep is not None:
        wait = random.randrange(20, 3000)
        claimed = _text(came + timedelta(seconds=wait))
        rows["alert"].append((lead, "hot", "closed", 0, rep, claimed, wait, _text(came)))


def _wait(rows: Rows, random: Random, lead: int, leads: int, came: datetime, now: datetime) -> None:
    """A planned follow-up with the consent that allows it; the newest leads' are overdue."""
    overdue = lead > leads - 2 * OVERDUE
    due = now - timedelta(minutes=5) if overdue else now + timedelta(days=1 + 90 * random.random())
    rows["consent"].append((lead, lead, "contact", 1, "0123456789abcdef", _text(came)))
    rows["follow_up"].append(
        (
            lead,
            lead,
            CHANNEL,
            "next_day",
            1,
            "due",
            _text(due),
            f"f:{lead}:next_day:1",
            lead,
            _text(came),
        )
    )


def _text(at: datetime) -> str:
    """As SQLAlchemy writes a time in SQLite."""
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
