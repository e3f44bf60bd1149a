"""Whose chat a request speaks for: the bearer of its token's, and of no other."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, HTTPException, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from bot.channels.webchat import TOKEN_FORM, chat_id_of

_bearer = HTTPBearer(auto_error=False, description="The token of a session.")


def stranger(detail: str) -> HTTPException:
    return HTTPException(HTTPStatus.UNAUTHORIZED, detail, {"WWW-Authenticate": "Bearer"})


def not_begun() -> HTTPException:
    return stranger("This chat has not begun. Open a new one.")


def _chat_id(
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
) -> str:
    if credentials is None:
        raise stranger("Send the token of your session as Authorization: Bearer.")
    # A shorter one is none of ours: whoever made it up would share his chat with all who guess it.
    if not re.fullmatch(TOKEN_FORM, credentials.credentials):
        raise stranger("This is no token of ours. Open a new chat.")
    return chat_id_of(credentials.credentials)


# What every request of some routes must pass, beside what each of them says.
Guards = Sequence[Callable[[Request], Awaitable[None] | None]]
ChatId = Annotated[str, Depends(_chat_id)]
