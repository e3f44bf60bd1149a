"""A seal on what a button carries: only what we offered in a chat can be pressed there."""

from __future__ import annotations

import base64
import hashlib
import hmac

from handlers.buttons import SEAL

# Six bits a letter: so many whole bytes of the MAC are needed for a seal's letters.
_BYTES = SEAL * 6 // 8


class ButtonSeal:
    """Clients of a platform's own making send whatever they like as a press.

    The seal binds what is carried to the chat it was offered in. In a private chat that is the
    person; in a group who presses is judged by the handlers, as is everybody everywhere.
    """

    def __init__(self, key: str) -> None:
        """`key` is kept from start to start: a button outlives the process that made it."""
        self._key = key.encode()

    def on(self, carried: str, chat_id: str) -> str:
        """The same with `SEAL` more letters."""
        return carried + self._seal(carried, chat_id)

    def opened(self, sealed: str, chat_id: str) -> str:
        """What a press carries; "" where it was not offered there by us."""
        carried, seal = sealed[:-SEAL], sealed[-SEAL:]
        is_ours = hmac.compare_digest(seal.encode(), self._seal(carried, chat_id).encode())
        return carried if is_ours else ""

    def _seal(self, carried: str, chat_id: str) -> str:
        said = f"{chat_id}\n{carried}".encode(errors="replace")
        mac = hmac.new(self._key, said, hashlib.sha256).digest()[:_BYTES]
        return base64.urlsafe_b64encode(mac).decode().rstrip("=")
