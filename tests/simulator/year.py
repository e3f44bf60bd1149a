"""A year of leads who do as they please: python -m tests.simulator.year 2000."""

from __future__ import annotations

import heapq
import random
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from handlers.business import Business
from handlers.channel import Kind
from scoring.lead import Stage
from storage.database import database_url, sqlite_writer
from storage.migrate import migrate
from storage.tables import event
from tests.house import SAMPLE_BUSINESS
from tests.simulator.calm_world import NAME, CalmWorld

START = datetime(2026, 1, 2, 1, tzinfo=UTC)
YEAR = timedelta(days=365)
_SAID = (
    "cần phần mềm kế toán",
    "giá bao nhiêu em?",
    "khoảng 20 triệu",
    "tháng sau",
    "tôi tự quyết",
    "ok em",
    "cảm ơn em",
    "để chị suy nghĩ thêm",
    "tuần tới chị rảnh",
    "tháng sau gọi lại nhé",
    "sau Tết nhé",
    "gọi cho tôi 0912 345 678",
    "tôi cần báo giá",
    "???",
)
_DEEDS = (
    ("says", 50),
    ("agrees", 12),
    ("opts_out", 3),
    ("blocks", 3),
    ("comes_back", 2),
    ("taken", 6),
    ("talked_to", 4),
    ("handed_back", 5),
    ("quoted", 4),
    ("missed", 3),
    ("won", 3),
    ("lost", 3),
)


def play(leads: int, seed: int, business: Business = SAMPLE_BUSINESS) -> CalmWorld:
    """The year of so many leads, with outages; the same seed plays the same year."""
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'year.db'}"
        migrate(url, START)
        engine = sqlite_writer(database_url(url))
        with engine.connect() as connection, connection.begin():
            world = CalmWorld(connection, business, START)
            _live(world, leads, dice)
            world.broken += world.unexplained()
            world.reasons = _reasons(world)
        engine.dispose()
    return world


def _live(world: CalmWorld, leads: int, dice: random.Random) -> None:
    kinds, weights = zip(*_DEEDS, strict=True)
    due: list[tuple[datetime, int]] = []
    for number in range(leads):
        heapq.heappush(due, (START + dice.random() * YEAR * 0.9, number))
    while due:
        at, number = heapq.heappop(due)
        if at > START + YEAR:
            break
        if at > world.now:
            # Now and then the house is dark for a while, and what fell due is late.
            world.passes(at - world.now, asleep=dice.random() < 0.02)
        if dice.random() < 0.05:
            world.restart()
        _act(world, f"lead{number}", dice.choices(kinds, weights)[0], dice)
        wait = dice.choice((0.01, 0.1, 1, 3, 10, 30, 90)) * dice.random() * 2
        heapq.heappush(due, (at + timedelta(days=wait), number))
    world.passes(START + YEAR - world.now)


def _act(world: CalmWorld, chat_id: str, deed: str, dice: random.Random) -> None:
    known = world.work.leads.prospect_in(NAME, chat_id)
    if known is None:
        world.hears(chat_id, Kind.START)
        if dice.random() < 0.8:
            world.hears(chat_id, Kind.BUTTON, button="1:agree")
        return
    lead_id = known.lead_id
    match deed:
        case "says":
            world.hears(chat_id, text=dice.choice(_SAID))
        case "agrees":
            world.hears(chat_id, Kind.BUTTON, button="1:agree")
        case "opts_out":
            world.hears(chat_id, text=dice.choice(("dừng", "đừng nhắn nữa")))
        case "blocks":
            world.blocks(chat_id)
        case "comes_back":
            world.blocks(chat_id, back=True)
        case "taken":
            world.takes_over(lead_id)
        case "talked_to":
            world.speaks(lead_id)
        case "handed_back":
            world.hands_back(lead_id)
        case "quoted":
            world.happens(lead_id, "quote_sent")
        case "missed":
            world.happens(lead_id, "no_show")
        case "won":
            world.ends(lead_id, Stage.CUSTOMER)
        case "lost":
            world.ends(lead_id, Stage.LOST)


def _reasons(world: CalmWorld) -> Counter[str]:
    rows = world.connection.execute(
        select(event.c.detail, func.count())
        .where(event.c.kind.in_(("follow_up_refused", "follow_up_moved")))
        .group_by(event.c.detail)
    )
    return Counter({row[0]: row[1] for row in rows})


def main(leads: int, seed: int) -> int:
    began = time.perf_counter()
    world = play(leads, seed)
    print(f"{leads} leads, seed {seed}, {time.perf_counter() - began:.0f} s")
    print(f"sent unasked {len(world.sent)}, against the gate {len(world.broken)}")
    for name, count in Counter(one.sequence for one in world.sent).most_common():
        print(f"  {name}: {count}")
    print("not sent, or not then, because:")
    for reason, count in world.reasons.most_common():
        print(f"  {reason}: {count}")
    for line in world.broken[:20]:
        print(line)
    return 1 if world.broken else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
