"""The last good version of the owner's file: what the bot works by while the file has faults."""

from __future__ import annotations

from pathlib import Path

from bot.logs import get_logger
from handlers.business import SAMPLE, Business
from handlers.owners_file import BusinessFileError, load
from handlers.whole_file import ONLY_US, write_whole
from storage.private import make_private_folder

log = get_logger()

NAME = "last-good-business.yaml"


def company(file: Path, folder: Path) -> tuple[Business, tuple[str, ...]]:
    """The company of this file, and no faults; or of its last good version, and what is wrong.

    Raises BusinessFileError where the file has faults and there was no good version before.
    """
    try:
        business = load(file)
    except BusinessFileError as error:
        kept = _kept(folder)
        if kept is None:
            raise
        log.warning("business file has faults, its last good version is used", faults=error.faults)
        return kept, error.faults
    keep(file, folder)
    return business, ()


def keep(file: Path, folder: Path) -> None:
    """Remember that this version is good; the sample company is always at hand."""
    if file == SAMPLE:
        return
    try:
        make_private_folder(folder)
        write_whole(folder / NAME, file.read_text(encoding="utf-8-sig"), ONLY_US)
    except OSError as error:
        # Not worth a stop: only a start with a broken file would want it.
        log.warning("the last good business file could not be kept", reason=error.strerror)


def _kept(folder: Path) -> Business | None:
    try:
        return load(folder / NAME, beside=False)
    except BusinessFileError:
        return None
