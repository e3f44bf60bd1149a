"""Where settings stand: the environment, .env, and files that hold one secret each."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from io import StringIO
from pathlib import Path

from dotenv import dotenv_values
from dotenv.parser import parse_stream

PREFIX = "DUYEN_"
DOTENV = Path(".env")
LARGEST_SECRET = 10_000


class UnreadableError(Exception):
    """A place of settings cannot be used; the text is the reason, then the cure."""


def variable(field: str) -> str:
    return PREFIX + field.upper()


def in_dotenv() -> dict[str, str]:
    """Our variables in .env; what belongs to other programs is left out.

    Raises UnreadableError, also for a line that says nothing to anybody: what it was meant to
    set would go unseen.
    """
    if DOTENV.is_dir():
        raise UnreadableError(f"{DOTENV} is a folder: put a file there, or take the folder away.")
    if not DOTENV.is_file():
        return {}
    try:
        text = DOTENV.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UnreadableError(f"{DOTENV} cannot be read ({error.strerror}): mend its mode.") from (
            None
        )
    except UnicodeDecodeError:
        raise UnreadableError(f"{DOTENV} is not UTF-8 text: save it as UTF-8.") from None
    broken = tuple(_broken_lines(text))
    if broken:
        places = "; ".join(f"line {line}" for line in broken)
        # Not shown: it may hold a secret.
        raise UnreadableError(
            f"{DOTENV}, {places}: no setting can be read there. Write NAME=value, close every "
            "quote, or put # in front."
        )
    found = dotenv_values(stream=StringIO(text))
    return {name: value or "" for name, value in found.items() if name.startswith(PREFIX)}


def _broken_lines(text: str) -> Iterator[int]:
    """Where neither a setting, a comment nor an empty line stands; a name of ours needs a value."""
    for one in parse_stream(StringIO(text)):
        is_ours = one.key is not None and one.key.startswith(PREFIX)
        if one.error or (is_ours and one.value is None):
            # Empty lines before it are counted to it.
            blank = len(one.original.string) - len(one.original.string.lstrip())
            yield one.original.line + one.original.string[:blank].count("\n")


def given(dotenv: dict[str, str]) -> dict[str, str]:
    """What is set and not empty, by field name; the environment goes before .env."""
    both = {**dotenv, **os.environ}
    return {
        name.removeprefix(PREFIX).lower(): value
        for name, value in both.items()
        if name.startswith(PREFIX) and value
    }


def strangers(dotenv: Iterable[str], fields: Iterable[str]) -> Iterator[str]:
    """Names in .env that are no setting: a slip of the pen would go unseen."""
    known = [variable(field) for field in fields]
    for name in dotenv:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            cure = f"did you mean {near[0]}?" if near else "take the line out."
            yield f"{name} in {DOTENV} is no setting: {cure}"


def secret_in(path: Path) -> str:
    """The secret that is all the file holds."""
    try:
        state = path.stat()
        with path.open(encoding="utf-8") as file:
            text = file.read(LARGEST_SECRET).strip()
    except OSError as error:
        raise UnreadableError(f"cannot be read ({error.strerror}); check the path") from None
    except UnicodeDecodeError:
        raise UnreadableError("does not hold text; write the secret alone into it") from None
    if not text:
        raise UnreadableError("is empty; write the secret alone into it")
    if everybody_may_read(state):
        raise UnreadableError(f"may be read by everybody; give: chmod 600 {path}")
    return text


def everybody_may_read(state: os.stat_result) -> bool:
    return os.name == "posix" and bool(state.st_mode & stat.S_IROTH)
