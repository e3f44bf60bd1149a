"""Takes each rule out of the gate and looks whether the stateful test's oracle sees it:
python -m tests.simulator.planted 40."""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from handlers.follow_up import gate
from scoring.lead import Stage, Temperature
from storage.migrate import migrate
from tests.fakes import MORNING
from tests.handlers.test_gate_stateful import (
    CHANNELS,
    EVENTS,
    SAID,
    STARTS,
    TAPPED,
    ZONES,
    GateMachine,
)
from tests.simulator.ledger import Database

_LISTS = ("_UNASKED", "_IN_CONVERSATION", "_LEAVING")
_STEPS = 30


def walk(database: Database, seed: int) -> list[str]:
    """One history by chance; the first faults it meets. The same seed walks the same way."""
    dice = random.Random(seed)
    machine = GateMachine(database.fresh())
    try:
        machine.opens(dice.choice(ZONES), dice.choice(STARTS), dice.choice(CHANNELS))
        for _ in range(_STEPS):
            _act(machine, dice)
            faults = [*machine.world.broken, *machine.world.unexplained()]
            if faults:
                return faults
    finally:
        machine.teardown()
    return []


def _act(machine: GateMachine, dice: random.Random) -> None:
    chat = dice.choice(("lan", "hoa"))
    match dice.randrange(21):
        case 0:
            machine.says(chat, dice.choice(SAID))
        case 1:
            machine.taps(chat, dice.choice(TAPPED))
        case 2:
            machine.blocks(chat, back=dice.random() < 0.5)
        case 3:
            machine.is_taken_over(chat)
        case 4:
            machine.is_talked_to(chat)
        case 5:
            machine.is_handed_back(chat)
        case 6 | 7:
            machine.has_an_event(chat, dice.choice(EVENTS))
        case 8:
            machine.ends(chat, dice.choice((Stage.CUSTOMER, Stage.LOST)))
        case 9:
            machine.minutes_pass(dice.randint(1, 600))
        case 10 | 11:
            machine.days_pass(dice.randint(1, 480), asleep=dice.random() < 0.3)
        case 12:
            machine.restarts()
        case 13:
            machine.writes_while_nobody_reads(chat, dice.choice(SAID), dice.randint(1, 1200))
        case 14:
            machine.the_pipe_is_blocked(dice.randint(1, 60))
        case 18:
            machine.has_an_event_and_is_silent(chat, dice.choice(EVENTS), dice.randint(6, 20))
        case 20:
            machine.turns_out_to_be_one_customer(parts=dice.random() < 0.5)
        case 19:
            machine.has_an_event_while_the_pipe_is_blocked(
                chat, dice.choice(EVENTS), dice.randint(3, 6)
            )
        case 17:
            machine.takes_back_the_yes_to_offers(chat)
        case 16:
            machine.books(chat)
        case 15:
            machine.warms_or_cools(chat, dice.choice(tuple(Temperature)))


def main(walks: int) -> None:
    file = Path(tempfile.mkdtemp()) / "blank.db"
    migrate(f"sqlite:///{file}", MORNING)
    database = Database(file)
    whole = {name: getattr(gate, name) for name in _LISTS}
    rules = dict.fromkeys(rule for name in _LISTS for rule in whole[name])
    for planted in (None, *rules):
        for name, kept in whole.items():
            setattr(gate, name, tuple(rule for rule in kept if rule is not planted))
        seen = (
            f"walk {seed}: {found[0]}" for seed in range(walks) if (found := walk(database, seed))
        )
        what = f"without {planted.__name__}" if planted else "with every rule"
        print(f"{what}: {next(seen, 'nothing seen')}", flush=True)
    for name, kept in whole.items():
        setattr(gate, name, kept)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
