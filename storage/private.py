"""Files that hold people's data: nobody else on this machine may read them, whoever makes them."""

from __future__ import annotations

import os
from pathlib import Path

from storage.address import DatabaseError

ONLY_US = 0o600
_ONLY_OUR_FOLDER = 0o700


def make_private_folder(folder: Path) -> None:
    """A folder, where there is none yet; what is there keeps its mode."""
    folder.mkdir(mode=_ONLY_OUR_FOLDER, parents=True, exist_ok=True)


def make_private_file(file: Path) -> None:
    """An empty file, and its folder, where there is none yet; what is there keeps its mode."""
    make_private_folder(file.parent)
    os.close(os.open(file, os.O_CREAT | os.O_WRONLY, ONLY_US))


def make_database_file(file: Path) -> None:
    """The same for the database and what stands beside it. Raises DatabaseError."""
    try:
        make_private_file(file)
    except OSError as error:
        raise DatabaseError(
            f"{error.filename}: {error.strerror}. Check DUYEN_DATABASE_URL, the rights on its "
            "folder, and the free disk space."
        ) from error
