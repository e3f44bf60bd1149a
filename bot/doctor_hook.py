"""What the doctor sees of the program that is told of leads; nothing is told to it for that."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Iterator

from bot.config import Config
from bot.doctor import Finding, Mark
from bot.hook_address import HookAddress, UnsafePlaceError, place_of, read_hook_address

PATIENCE = 5.0  # seconds


def notices(config: Config) -> Iterator[Finding]:
    """Whether its name leads somewhere public, and whether somebody listens there."""
    if config.hook_url is None:
        return
    address = read_hook_address(config.hook_url.get_secret_value())
    try:
        place = asyncio.run(place_of(address))
        with socket.create_connection((place, address.port), PATIENCE) as line:
            if address.scheme == "https":
                _prove(line, address)
    except UnsafePlaceError:
        detail = f"{address.host} leads into a private network"
        yield Finding("notices", Mark.BAD, detail, "Name it by its number, or make it public.")
    except ssl.SSLError as error:
        cure = "Give it a certificate of its own name that browsers trust."
        yield Finding("notices", Mark.BAD, f"{address.header}: {error.reason}", cure)
    except OSError as error:
        detail = f"{address.header} does not answer ({type(error).__name__})"
        cure = "See that it runs; what it should know waits for it for three days."
        yield Finding("notices", Mark.WARNING, detail, cure)
    else:
        yield Finding("notices", Mark.GOOD, f"{address.header} listens")


def _prove(line: socket.socket, address: HookAddress) -> None:
    context = ssl.create_default_context()
    with context.wrap_socket(line, server_hostname=address.host):
        pass
