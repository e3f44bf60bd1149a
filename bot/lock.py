"""One process to a SQLite file: two writers could spoil it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

from storage.private import make_database_file

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class AlreadyRunningError(Exception):
    """Another process holds the database; the text names the file and the cure."""


class Lock:
    """Held from `take` until the process ends, however it ends: the system lets go of it."""

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(f"{database.name}.lock")
        self._file: IO[str] | None = None

    def take(self) -> None:
        make_database_file(self._path)
        file = self._path.open("a+")
        try:
            _take(file)
        except OSError:
            file.close()
            raise AlreadyRunningError(
                f"another copy is running on {self._path.with_suffix('')}: stop it first,"
                " or give this one a DUYEN_DATABASE_URL of its own"
            ) from None
        self._file = file

    def release(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
