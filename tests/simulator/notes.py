"""What an onlooker writes down of a history, in the order in which it became true."""

from __future__ import annotations

from dataclasses import dataclass

from storage.outbox import Urgency


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The platform was told that this update is safe."""

    number: str  # the platform's, of the update
    stored: bool  # whether that was true


@dataclass(frozen=True, slots=True)
class Handled:
    """These rows of the inbox were answered, in one transaction."""

    message_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Put:
    """A message was written to the outbox."""

    row: int
    chat_id: str
    urgency: Urgency
    edits: bool


@dataclass(frozen=True, slots=True)
class Started:
    """A request was about to be made for this row."""

    row: int


@dataclass(frozen=True, slots=True)
class Accepted:
    """The platform took a message, whether or not we heard of it."""

    row: int
    chat_id: str
    text: str
    edits: str
    platform_id: str


@dataclass(frozen=True, slots=True)
class Quiet:
    """A prospect opted out, or in again."""

    chat_id: str
    wanted: bool


@dataclass(frozen=True, slots=True)
class Claimed:
    """Somebody was told that this alert is his."""

    alert_id: int
    staff_id: int


@dataclass(frozen=True, slots=True)
class Died:
    """The process ended here."""

    where: str


Note = Acknowledged | Handled | Put | Started | Accepted | Quiet | Claimed | Died
