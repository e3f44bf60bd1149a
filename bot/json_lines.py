"""A dialogue over a pipe: one JSON object in, one out, line by line."""

from __future__ import annotations

import json
import math
import os
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import IO, Annotated, Any, NoReturn
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

ZoneOption = Annotated[str, typer.Option(envvar="DUYEN_TZ", help="The zone of today.")]
Answer = Callable[[dict[str, Any]], dict[str, Any]]

# A line beyond this is refused without being held in memory whole.
LONGEST_LINE = 4_000_000
# The calendar ends in the years 1 and 9999; asking what comes next must stay clear of that.
YEARS = range(1900, 3000)


class BadLineError(Exception):
    """A line cannot be answered; the text names the place and what was expected there."""


def converse(answer: Answer) -> None:
    """Answer stdin line by line on stdout; a bad line gets an `error`, and the next is read.

    Each answer is out before the next line is read, so a pipe can hold a dialogue.
    """
    try:
        for line in _lines(sys.stdin.buffer):
            # ASCII alone: a lone surrogate in a text goes out as it came in.
            sys.stdout.write(json.dumps(_reply(line, answer), allow_nan=False) + "\n")
            sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read us has seen enough (`| head`); Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _lines(stream: IO[bytes]) -> Iterator[bytes]:
    while line := stream.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            while rest := stream.readline(LONGEST_LINE):
                if rest.endswith(b"\n"):
                    break
        yield line


def _reply(line: bytes, answer: Answer) -> dict[str, Any]:
    asked: dict[str, Any] = {}
    try:
        asked = _parse(line)
        return {"id": asked.get("id"), **answer(asked)}
    except BadLineError as error:
        return {"id": asked.get("id"), "error": str(error)}
    except Exception as error:  # the one door in: a fault of ours must not end the stream
        return {"id": asked.get("id"), "error": f"internal fault: {type(error).__name__}"}


def _parse(line: bytes) -> dict[str, Any]:
    if len(line) >= LONGEST_LINE:
        raise BadLineError(f"longer than {LONGEST_LINE:,} bytes")
    try:
        plain = json.loads(line.decode("utf-8-sig"), parse_constant=_no_number, parse_float=_finite)
    except UnicodeDecodeError:
        raise BadLineError("not UTF-8") from None
    except json.JSONDecodeError as error:
        raise BadLineError(f"not JSON: {error.msg} at column {error.colno}") from None
    except ValueError:
        raise BadLineError("not JSON: a number that is none, or too long") from None
    except RecursionError:
        raise BadLineError("not JSON: nested too deeply") from None
    if not isinstance(plain, dict):
        raise BadLineError('expected an object, {"id": 1, …}')
    return plain


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


# --- what several verbs read -------------------------------------------------------------


def zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        typer.echo(
            f"DUYEN_TZ is '{name}': give the name of a zone, Asia/Ho_Chi_Minh say.", err=True
        )
        raise typer.Exit(1) from None


def moment(value: Any, place: str) -> datetime:
    """An ISO time that names its zone."""
    try:
        at = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise BadLineError(f"{place}: expected a time like 2026-03-10T09:00:00+07:00") from None
    if at.tzinfo is None or at.utcoffset() is None:
        raise BadLineError(f"{place}: the time names no zone; add +07:00 say")
    if at.year not in YEARS:
        raise BadLineError(f"{place}: the year is out of reach")
    return at


def offer_range(value: Any) -> tuple[int, int] | None:
    """The lowest and the highest price, whole dong."""
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 2 or not all(map(_is_price, value)):
        raise BadLineError("offer_range: expected two whole numbers, [lowest, highest]")
    lowest, highest = int(value[0]), int(value[1])
    if lowest > highest:
        raise BadLineError("offer_range: the lowest price is above the highest")
    return lowest, highest


def _is_price(value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return value >= 0 and float(value).is_integer()
