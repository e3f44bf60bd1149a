"""A side door for commands on this machine: they go through the process that runs."""

from __future__ import annotations

import hmac
import json
import os
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Literal

from fastapi import APIRouter, Depends, Header, HTTPException
from pydantic import BaseModel, Field

from storage.private import make_private_folder

FILE = "control.json"
PREFIX = "/control"


class NewInvite(BaseModel):
    role: Literal["rep", "manager", "owner"]
    name: str = Field(default="", max_length=64)


class Invited(BaseModel):
    """A one-time code, and the links that carry it, one for each channel that has links."""

    code: str
    links: list[str]


Invite = Callable[[NewInvite], Awaitable[Invited]]


@dataclass(frozen=True, slots=True)
class Control:
    """Where the running process listens for commands, and the secret that opens the door."""

    directory: Path
    secret: str

    @property
    def path(self) -> Path:
        return self.directory / FILE

    def announce(self, url: str) -> None:
        """Write the address and the secret where only this user can read them."""
        make_private_folder(self.directory)
        text = json.dumps({"url": url, "secret": self.secret})
        descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(text)

    def withdraw(self) -> None:
        self.path.unlink(missing_ok=True)


def new_control(directory: Path) -> Control:
    return Control(directory, secrets.token_urlsafe(32))


def control_routes(control: Control, invite: Invite, *more: APIRouter) -> APIRouter:
    """Whatever stands here is done for whoever knows the secret, and for nobody else."""

    async def knows_the_secret(x_control_secret: str = Header(default="")) -> None:
        if not hmac.compare_digest(x_control_secret.encode(), control.secret.encode()):
            raise HTTPException(HTTPStatus.FORBIDDEN, "Wrong secret.")

    routes = APIRouter(
        prefix=PREFIX, include_in_schema=False, dependencies=[Depends(knows_the_secret)]
    )

    @routes.post("/invite")
    async def make_invite(wanted: NewInvite) -> Invited:
        return await invite(wanted)

    for one in more:
        routes.include_router(one)
    return routes
