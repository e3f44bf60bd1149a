"""What a setting may be: an address, a token, a secret, a folder, a time zone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator, SecretStr

from bot.hook_address import read_hook_address
from storage.address import DatabaseError, read_address


def _address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#@]+(/[^\s?#@]*)?", value):
        raise ValueError("no address")
    return value.rstrip("/")


def _zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError("no such zone")
    return ZoneInfo(value).key


def _database(value: str) -> str:
    try:
        read_address(value)
    except DatabaseError as error:
        raise ValueError("no database") from error
    return value


def _folder(value: Path) -> Path:
    if value.exists() and not value.is_dir():
        raise ValueError("no folder")
    return value


def _token(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[^\s/?#]+", value.get_secret_value()):  # it becomes part of an address
        raise ValueError("no token")
    return value


def is_telegram_token(value: str) -> bool:
    """The bot's number, a colon, its key."""
    return re.fullmatch(r"\d+:[A-Za-z0-9_-]+", value) is not None


def _shown_secret(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):  # Telegram's rule
        raise ValueError("no secret")
    return value


def _long_secret(value: SecretStr) -> SecretStr:
    if len(value.get_secret_value()) < 8:  # Zalo's rule
        raise ValueError("no secret")
    return _shown_secret(value)


def _origins(value: str) -> str:
    """As browsers name them: scheme and host, no path; small letters."""
    found = value.replace(",", " ").lower().split()
    if not found or not all(re.fullmatch(r"https?://[^\s/?#@'\";*]+", one) for one in found):
        raise ValueError("no origins")
    return " ".join(found)


def _hook(value: SecretStr) -> SecretStr:
    read_hook_address(value.get_secret_value())
    return value


def _unguessable(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[!-~]{16,256}", value.get_secret_value()):  # it stands in a header
        raise ValueError("no secret")
    return value


def _lower(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


Token = Annotated[SecretStr, AfterValidator(_token)]
WebhookSecret = Annotated[SecretStr, AfterValidator(_shown_secret)]
ZaloWebhookSecret = Annotated[SecretStr, AfterValidator(_long_secret)]
Hook = Annotated[SecretStr, AfterValidator(_hook)]
Unguessable = Annotated[SecretStr, AfterValidator(_unguessable)]
Address = Annotated[str, AfterValidator(_address)]
Folder = Annotated[Path, AfterValidator(_folder)]
Database = Annotated[str, AfterValidator(_database)]
Origins = Annotated[str, AfterValidator(_origins)]
Zone = Annotated[str, AfterValidator(_zone)]
LogLevel = Annotated[Literal["debug", "info", "warning", "error"], BeforeValidator(_lower)]
LogFormat = Annotated[Literal["console", "json"], BeforeValidator(_lower)]
