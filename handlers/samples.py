"""A company's last sixty days, made up but alive: sample leads for the demo."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from handlers.business import Business
from handlers.score.stages import move
from handlers.score.weighing import Happening, Wake, Weighed, weigh
from scoring.lead import Fact, Lead, Slot, Stage, Temperature
from scoring.understanding.understand import understand
from storage.store import Work
from storage.totals import LOST, WON

COUNT = 120
DAYS = 60
_SEED = 20260310

_NAMES = (
    "Hoa Lan Minh Thu Hằng Dũng Tuấn Phương Linh Nam Hải Yến Quân Trang Bình Sơn Ngọc Khánh "
    "Vy Đạt Thảo Long Mai Hiếu"
)
_FAMILIES = "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Ngô"
_SOURCES = ("facebook-t3", "google-pos", "zalo-ads", "gioi-thieu", "hoi-cho", "")
_CHANNELS = ("telegram", "zalo_oa", "webchat")
_NEEDS = (
    "cần quản lý bán hàng cho 3 cửa hàng",
    "phần mềm kế toán cho công ty 20 người",
    "muốn quản lý kho cho 2 chi nhánh",
    "tìm hiểu phần mềm bán hàng",
    "cần máy tính tiền cho 2 quầy",
)
_TIMINGS = ("trong tuần này", "tháng sau", "quý sau", "chưa vội", "cuối năm")
_BUDGETS = ("tầm 20 triệu", "30-50 triệu", "dưới 3 triệu", "chưa có ngân sách", "60 triệu")
_DECIDERS = ("tôi tự quyết", "sếp em duyệt, em chỉ đề xuất", "vợ chồng mình bàn thêm")
_WISHES = ("quote_request", "consult_booked", "call_me", "product_question", "product_question")


@dataclass(frozen=True, slots=True)
class _Story:
    """One sample lead's life, drawn once."""

    name: str
    source: str
    channel: str
    came_at: datetime
    words: tuple[tuple[Slot, str], ...]
    wishes: tuple[str, ...]
    phone: str
    won: bool
    lost: bool


def tell(work: Work, business: Business, reps: tuple[int, ...], now: datetime) -> int:
    """Write the sample leads, the same every time but for the dates; answers how many."""
    dice = random.Random(_SEED)
    for number in range(COUNT):
        _live(work, business, _draw(dice, number, now), reps, dice)
    return COUNT


def _draw(dice: random.Random, number: int, now: datetime) -> _Story:
    keen = dice.random()
    words = [
        (slot, dice.choice(spoken))
        for slot, spoken in (
            (Slot.NEED, _NEEDS),
            (Slot.TIMING, _TIMINGS),
            (Slot.BUDGET, _BUDGETS),
            (Slot.AUTHORITY, _DECIDERS),
        )
        if dice.random() < 0.25 + 0.7 * keen
    ]
    # More came lately than two months ago, as in a company that grows.
    days = DAYS * (1 - dice.random() ** 0.7)
    came_at = now - timedelta(days=days, minutes=30)
    return _Story(
        name=f"{dice.choice(_FAMILIES.split())} {dice.choice(_NAMES.split())}",
        source=dice.choice(_SOURCES),
        channel=_CHANNELS[number % len(_CHANNELS)],
        came_at=came_at,
        words=tuple(words),
        wishes=tuple(dice.choice(_WISHES) for _ in range(round(2 * keen * dice.random()))),
        # 0900 000 xxx: no subscriber has these.
        phone=f"0900000{number:03d}" if keen > 0.45 else "",
        won=days > 5 and keen > 0.6 and dice.random() < 0.8,
        lost=days > 5 and keen < 0.35 and dice.random() < 0.4,
    )


def _live(
    work: Work, business: Business, story: _Story, reps: tuple[int, ...], dice: random.Random
) -> None:
    now = story.came_at
    lead_id = work.leads.create(
        name=story.name, source=story.source, channel=story.channel, now=now, sample=True
    )
    lead = work.leads.get(lead_id)
    if lead is None:
        raise LookupError("the sample lead just written is gone")
    facts = _facts(story, business, now)
    work.leads.learn(lead_id, facts)
    kinds = ["visit", "reply", *story.wishes, *(["contact_sent"] if story.phone else [])]
    happenings = tuple(
        Happening(kind, f"sample:{lead_id}:{place}") for place, kind in enumerate(kinds)
    )
    weighed = weigh(work, business, lead.learn(facts), now, happenings=happenings, heard=True)
    _hand_over(work, weighed, story, reps, dice)


def _facts(story: _Story, business: Business, now: datetime) -> tuple[Fact, ...]:
    spoken = [*story.words, *([(Slot.CONTACT, story.phone)] if story.phone else [])]
    facts: list[Fact] = []
    for slot, words in spoken:
        heard = understand(words, now=now, asked=slot.value, offer_range=business.offer_range)
        value = getattr(heard, slot.value)
        if value is not None:
            facts.append(Fact(slot, value, 0, now))
    return tuple(facts)


def _hand_over(
    work: Work, weighed: Weighed, story: _Story, reps: tuple[int, ...], dice: random.Random
) -> None:
    """The hot ones were offered and claimed; some were won since, some lost."""
    lead, now = weighed.lead, story.came_at
    if lead.temperature is Temperature.HOT and reps:
        rep = dice.choice(reps)
        alert_id = work.alerts.open(lead.id, Wake.HOT, now, now)
        claimed_at = now + timedelta(seconds=dice.choice((25, 40, 75, 140, 300)))
        work.alerts.claim(alert_id, rep, claimed_at)
        work.events.record(lead.id, "claimed", claimed_at, staff_id=rep)
        work.alerts.close(alert_id, claimed_at)
        lead = _assigned(work, lead, rep, claimed_at)
    settled_at = now + timedelta(days=dice.uniform(1, 5))
    if story.won and lead.stage is Stage.OPPORTUNITY:
        amount = dice.choice((12, 18, 25, 40, 60)) * 1_000_000
        work.events.record(lead.id, WON, settled_at, staff_id=lead.rep_id, amount=amount)
        move(work, lead, Stage.CUSTOMER, who="sample", why=WON, now=settled_at)
    elif story.lost:
        work.events.record(lead.id, LOST, settled_at, detail="Giá cao")
        move(work, lead, Stage.LOST, who="sample", why="Giá cao", now=settled_at)


def _assigned(work: Work, lead: Lead, rep: int, now: datetime) -> Lead:
    lead = replace(lead, rep_id=rep)
    return move(work, lead, Stage.OPPORTUNITY, who="sample", why="accepted", now=now)
