"""Writes a file whole or not at all: a power cut leaves the old one or the new one."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

# Secrets: nobody else on this machine may read them, not even while they are written.
ONLY_US = stat.S_IRUSR | stat.S_IWUSR
_FOR_ALL = 0o644


def write_whole(file: Path, text: str, mode: int | None = None) -> None:
    """Written beside, flushed, then put in its place; without a mode it keeps the one it had."""
    handle, beside = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as opened:
            opened.write(text)
            opened.flush()
            os.fsync(opened.fileno())
        if mode is None:
            mode = stat.S_IMODE(file.stat().st_mode) & 0o777 if file.exists() else _FOR_ALL
        os.chmod(beside, mode)
        os.replace(beside, file)
        _flush_folder(file.parent)
    except BaseException as error:
        Path(beside).unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename is None:
            error.filename = str(file)  # a full disk does not say whose words it did not take
        raise


def _flush_folder(folder: Path) -> None:
    """Else a power cut could bring the old file back after we were told that the new one stands."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
