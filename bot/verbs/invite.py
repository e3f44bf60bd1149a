"""The verb `invite`: a one-time code for a new member of staff."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Annotated

import httpx
import typer

from bot.config import Config
from bot.control import FILE, Invited
from bot.lock import Lock
from bot.verbs.flags import Flags, fail, settings, with_settings
from handlers.team import joining
from storage.database import database_url, is_sqlite
from storage.migrate import migrate
from storage.store import open_store
from storage.team import Role

PATIENCE = 5.0  # seconds


@with_settings
def invite(
    role: Annotated[Role, typer.Option(help="What the new member may do.")],
    flags: Flags,
    name: Annotated[str, typer.Option(help="Whom it is for.")] = "",
) -> int:
    """Print a one-time code, good for 24 hours; whoever sends it to the bot joins the staff."""
    config = settings(flags)
    invited = new_code(config, role, name)
    for line in _lines(invited.code, invited.links):
        typer.echo(line)
    return 0


def new_code(config: Config, role: Role, name: str) -> Invited:
    """A code from the process that runs, else from the database itself."""
    invited = _through_running(config.data_dir / FILE, role, name)
    if invited is None:
        invited = Invited(code=asyncio.run(_by_ourselves(config, role, name)), links=[])
    return invited


def _lines(code: str, links: Sequence[str]) -> tuple[str, ...]:
    return (f"/join {code}", *links)


def _through_running(door: Path, role: Role, name: str) -> Invited | None:
    """Ask the process that runs, for the database is its own; None where none runs."""
    try:
        control = json.loads(door.read_text())
        answer = httpx.post(
            f"{control['url']}/control/invite",
            headers={"X-Control-Secret": control["secret"]},
            json={"role": role.value, "name": name},
            timeout=PATIENCE,
            trust_env=False,  # it is on this machine: no proxy between us
        )
    except (FileNotFoundError, httpx.ConnectError):
        return None  # none runs, or one that ran was killed
    except (OSError, ValueError, KeyError, httpx.HTTPError) as error:
        fail(f"The running process does not answer ({type(error).__name__}): see its log.")
    if answer.status_code != HTTPStatus.OK:
        fail(f"The running process refused ({answer.status_code}): see its log.")
    return Invited.model_validate(answer.json())


async def _by_ourselves(config: Config, role: Role, name: str) -> str:
    url = database_url(config.database_url)
    lock = Lock(Path(url.database or os.devnull)) if is_sqlite(url) else None
    if lock is not None:
        lock.take()
    now = datetime.now(UTC)
    await asyncio.to_thread(migrate, config.database_url, now)
    store = open_store(config.database_url)
    try:
        return await store.run(lambda work: joining.invite(work, role, name, now))
    finally:
        await store.close()
        if lock is not None:
            lock.release()
