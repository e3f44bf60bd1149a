"""How long it takes to weigh a great many leads: points alone, and with a learned score.

python -m tests.benchmarks.bench_scoring
"""

from __future__ import annotations

import random
import time
import tracemalloc
from collections.abc import Iterator
from datetime import timedelta

from scoring.engagement import warmed
from scoring.features import features, names
from scoring.judgement import judge, points
from scoring.lead import BuyingRole, Heat, Lead, Profile, Temperature
from scoring.learned.own_model import Judge
from scoring.learned.own_training import Outcome, learn_own
from scoring.weights import KINDS, Rules
from tests.scoring.any_lead import NOW, OFFERS, authority, budget, fact, need, timing

LEADS = 100_000
LEARNED_FROM = 1_000
RULES = Rules(offer_range=OFFERS)


def some_leads(count: int, seed: int = 0) -> Iterator[Lead]:
    """Leads as they come, one after the other: some talk much, most little."""
    dice = random.Random(seed)
    kinds = [kind for kind, rule in KINDS.items() if rule.weight > 0]
    answers = (
        need(text="áo cho công ty"),
        timing(0, 20),
        budget(30e6, 30e6),
        authority(BuyingRole.DECISION_MAKER),
    )
    for number in range(count):
        heat: tuple[Heat, ...] = ()
        for _ in range(dice.randrange(8)):
            at = NOW - timedelta(hours=dice.randrange(900))
            heat = warmed(heat, dice.choice(kinds), at)
        told = tuple(fact(one) for one in answers if dice.random() < 0.4)
        source = dice.choice(("facebook", "zalo", "friend", ""))
        yield Lead(number, facts=told, heat=heat, profile=Profile(), source=source)


def learned() -> Judge:
    """A learned score of leads of which a friend's are won more often."""
    dice = random.Random(1)
    outcomes = []
    for lead in some_leads(LEARNED_FROM, seed=1):
        weighed = points(lead, NOW, RULES, frozenset())
        rate = 0.6 if lead.source == "friend" else 0.1
        cells = features(lead, weighed, NOW, RULES)
        outcomes.append(Outcome(cells, weighed.points, dice.random() < rate))
    started = time.process_time()
    model = learn_own(names(RULES), outcomes, 0.17)
    seconds = time.process_time() - started
    print(f"learned from {LEARNED_FROM:,} outcomes: {seconds:.2f} s of processor time")
    return Judge(model)


def weigh_all(title: str, model: Judge | None) -> None:
    spent = 0.0
    tracemalloc.start()
    for lead in some_leads(LEADS // 10):
        judge(lead, NOW, RULES, before=Temperature.COLD, model=model)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    for lead in some_leads(LEADS):
        started = time.process_time()
        judge(lead, NOW, RULES, before=Temperature.COLD, model=model)
        spent += time.process_time() - started
    print(
        f"{title}: {LEADS:,} leads {spent:.1f} s of processor time, "
        f"{spent / LEADS * 1e6:.0f} µs a lead with its reasons; at most {most / 1e6:.1f} MB"
    )


def main() -> None:
    model = learned()
    weigh_all("points alone", None)
    weigh_all("with a learned score", model)


if __name__ == "__main__":
    main()
