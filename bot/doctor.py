"""Looks at everything that can be wrong; each finding that is bad brings its cure."""

from __future__ import annotations

import os
import re
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.config import SECRETS, Config
from bot.control import FILE
from bot.settings_given import DOTENV, everybody_may_read, in_dotenv
from handlers.owners_file import BusinessFileError, load
from storage.address import read_address

OLDEST_PYTHON = (3, 11)
LOCK = Path(__file__).parents[1] / "requirements.lock"
SCARCE_DISK = 1_000_000_000  # bytes: look soon
NO_DISK = 50_000_000  # bytes: nothing can be promised to be stored
_PINNED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+) *(?P<condition>;)?", re.M)


class Mark(StrEnum):
    GOOD = "good"
    WARNING = "warning"  # works, and somebody should look
    SKIPPED = "skipped"  # could not be looked at, or is not wanted
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at, how it is, and what mends it."""

    name: str
    mark: Mark
    detail: str
    cure: str = ""


Check = Callable[[Config], Iterable[Finding]]


def python() -> Finding:
    here = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST_PYTHON:
        return Finding("python", Mark.BAD, here, "Start run.py with Python 3.11 or newer.")
    return Finding("python", Mark.GOOD, here)


def libraries(lock: Path = LOCK) -> Finding:
    """Whether what is installed is what the lock names."""
    if not lock.is_file():
        return Finding("libraries", Mark.SKIPPED, f"no {lock.name} beside the program")
    wanted: dict[str, set[str]] = {}
    optional: set[str] = set()
    for pin in _PINNED.finditer(lock.read_text()):
        # A library may be pinned twice, each time for another Python or system.
        wanted.setdefault(pin["name"], set()).add(pin["version"])
        if pin["condition"]:
            optional.add(pin["name"])
    odd = [
        name
        for name, versions in wanted.items()
        if (installed := _installed(name)) not in versions
        and not (installed is None and name in optional)
    ]
    if odd:
        cure = "Start with run.py, which installs what requirements.lock names."
        return Finding("libraries", Mark.BAD, f"not as locked: {', '.join(odd)}", cure)
    return Finding("libraries", Mark.GOOD, f"{len(wanted)} as locked")


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def data_folder(config: Config) -> Iterator[Finding]:
    folder = _nearest(config.data_dir)
    try:
        with tempfile.TemporaryFile(dir=folder):
            yield Finding("data folder", Mark.GOOD, f"{config.data_dir}, can be written")
    except OSError as error:
        cure = f"Give this user the right to write there, or set DUYEN_DATA_DIR. ({folder})"
        yield Finding("data folder", Mark.BAD, f"{config.data_dir}: {error.strerror}", cure)
    free = shutil.disk_usage(folder).free
    mark = Mark.BAD if free < NO_DISK else Mark.WARNING if free < SCARCE_DISK else Mark.GOOD
    cure = "" if mark is Mark.GOOD else f"Free some space on the disk of {folder}."
    yield Finding("disk", mark, f"{free / 1e9:,.1f} GB free", cure)


def _nearest(folder: Path) -> Path:
    """The folder, or the one above it that is there already."""
    return next(one for one in (folder, *folder.absolute().parents) if one.is_dir())


def business(config: Config) -> Iterator[Finding]:
    if not config.has_business_file:
        cure = "Write it: python3 run.py init; until then the sample company speaks."
        yield Finding("business", Mark.WARNING, f"no {config.business_file}", cure)
        return
    try:
        company = load(config.business_file)
    except BusinessFileError as error:
        more = f" and {len(error.faults) - 1} more" if len(error.faults) > 1 else ""
        cure = f"Mend it; all faults: python3 run.py check {config.business_file}"
        yield Finding("business", Mark.BAD, f"{error.faults[0]}{more}", cure)
        return
    yield Finding("business", Mark.GOOD, f"{config.business_file}, {company.company.name}")


def time_zones(config: Config) -> Iterator[Finding]:
    zone = ZoneInfo(config.tz).key
    yield Finding(
        "time zones", Mark.GOOD, f"{zone}, data {_installed('tzdata') or 'of the system'}"
    )


def _may_be_entered(folder: Path) -> bool:
    return bool(folder.stat().st_mode & stat.S_IXOTH)


def secret_files(config: Config) -> Iterator[Finding]:
    """Files that hold secrets or people's data, and that everybody on this machine may read."""
    files = [config.data_dir / FILE]
    database = read_address(config.database_url).file
    # In a folder that keeps everybody out it may have any mode.
    if database is not None and database.exists() and _may_be_entered(database.parent):
        files.append(database)
    if any(name.removeprefix("DUYEN_").lower() in SECRETS for name in in_dotenv()):
        files.append(DOTENV)
    open_ = [str(one) for one in files if one.exists() and everybody_may_read(one.stat())]
    if open_:
        names = " ".join(open_)
        yield Finding("secrets", Mark.BAD, f"everybody may read {names}", f"chmod 600 {names}")
    elif os.name != "posix":
        yield Finding("secrets", Mark.SKIPPED, "this system keeps no modes")
    else:
        yield Finding("secrets", Mark.GOOD, "nobody else may read them")
