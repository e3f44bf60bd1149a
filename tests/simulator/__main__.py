"""Plays one history again and prints what was seen: python -m tests.simulator SEED."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from storage.migrate import migrate
from tests.fakes import MORNING
from tests.simulator.history import play
from tests.simulator.ledger import Database


def main(seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        blank = Path(folder) / "blank.db"
        migrate(f"sqlite:///{blank}", MORNING)
        database = Database(blank)
        history = play(seed, database)
        database.close()
    for note in history.notes:
        print(note)
    print(history)


if __name__ == "__main__":
    main(int(sys.argv[1]))
