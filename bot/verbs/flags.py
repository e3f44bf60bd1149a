"""Every setting is a flag of the same name; what was foreseen to go wrong ends in its own line."""

from __future__ import annotations

import errno
import inspect
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from bot import logs
from bot.config import FIELDS, FILES, Config, SettingError, read_config
from bot.lock import AlreadyRunningError
from handlers.owners_file import BusinessFileError
from storage.address import DatabaseError

if TYPE_CHECKING:
    from sqlalchemy.exc import DatabaseError as SqlError

Flags = dict[str, str]
Act = Callable[..., int]

FORESEEN = (SettingError, AlreadyRunningError, BusinessFileError, DatabaseError)
_DATABASE_CURE = (
    "Check DUYEN_DATABASE_URL and DUYEN_DATA_DIR, the rights on them, and the free disk space."
)
_FILE_CURE = "Check the path, the rights on its folder, and the free disk space."
# What a disk says, and never a program that is wrong; these errors may come without a name.
_OF_THE_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO)


def with_settings(act: Act) -> Callable[..., None]:
    """A verb from a function that takes `flags` and answers the exit code."""
    own = [one for one in _parameters(act) if one.name != "flags"]

    @wraps(act)
    def verb(**given: Any) -> None:
        flags = {name: given.pop(name) for name in (*FIELDS, *FILES)}
        flags = {name: value for name, value in flags.items() if value is not None}
        try:
            code = act(**given, flags=flags)
        except FORESEEN as error:
            fail(str(error))
        except _database_faults() as error:
            fail(f"The database cannot be used: {_first_line(error.orig)}. {_DATABASE_CURE}")
        except OSError as error:
            if error.filename is not None:
                fail(f"{error.filename}: {error.strerror}. {_FILE_CURE}")
            if error.errno in _OF_THE_DISK:
                fail(f"{error.strerror}. {_FILE_CURE}")
            raise
        raise typer.Exit(code)

    settings = [_flag(name, str(field.title)) for name, field in FIELDS.items()]
    files = [_flag(name, f"a file with {FIELDS[of].title}") for name, of in FILES.items()]
    verb.__signature__ = inspect.Signature([*own, *settings, *files])  # type: ignore[attr-defined]
    return verb


def settings(flags: Flags, read: Callable[..., Config] = read_config) -> Config:
    """The settings, with the log set up as they say."""
    config = read(**flags)
    logs.configure(config.log_level, config.log_format, config.secrets)
    return config


def fail(message: str) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(1)


def misuse(message: str) -> NoReturn:
    """What was typed is no use of the verb, whatever the files and the database hold."""
    typer.echo(message, err=True)
    raise typer.Exit(2)


def _database_faults() -> type[SqlError]:
    """Asked for when something was raised, not before: the library is slow to load."""
    from sqlalchemy.exc import DatabaseError as SqlError

    return SqlError


def _first_line(error: BaseException | None) -> str:
    return next(iter(str(error).strip().splitlines()), "no reason given").rstrip(".")


def _parameters(act: Act) -> list[inspect.Parameter]:
    found = inspect.signature(act, eval_str=True).parameters.values()
    return [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in found]


def _flag(name: str, summary: str) -> inspect.Parameter:
    option = typer.Option(f"--{name.replace('_', '-')}", help=summary, show_default=False)
    return inspect.Parameter(
        name,
        inspect.Parameter.KEYWORD_ONLY,
        default=None,
        annotation=Annotated[str | None, option],
    )
