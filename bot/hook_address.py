"""Where notices go: an address of the settings, and the one place that it may lead to."""

from __future__ import annotations

import asyncio
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit


class UnsafePlaceError(Exception):
    """The name leads into a network of ours: whoever keeps the name could reach what is there."""


@dataclass(frozen=True, slots=True)
class HookAddress:
    """`target` is the path with its question. Nothing of it is shown: it may hold a secret."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def names_a_place(self) -> bool:
        """A number or this machine itself: nobody else says where it leads."""
        return self.host == "localhost" or _number(self.host) is not None

    @property
    def header(self) -> str:
        """The host as a request names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = {"https": 443, "http": 80}[self.scheme]
        return host if self.port == usual else f"{host}:{self.port}"

    def at(self, place: str) -> str:
        """The whole address, led to this place without asking for the name again."""
        host = f"[{place}]" if ":" in place else place
        return f"{self.scheme}://{host}:{self.port}{self.target}"


def read_hook_address(text: str) -> HookAddress:
    """https anywhere; plain http only to this machine or a private network, by number.

    Raises ValueError for anything else.
    """
    parts = urlsplit(text)
    host, scheme = parts.hostname or "", parts.scheme
    if any(one.isspace() for one in text) or not host or parts.username or parts.fragment:
        raise ValueError("no address")
    port = parts.port or {"https": 443, "http": 80}.get(scheme, 0)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    address = HookAddress(scheme, host, port, target)
    number = _number(host)
    is_near = host == "localhost" or (number is not None and not number.is_global)
    if scheme != "https" and not (scheme == "http" and is_near):
        raise ValueError("no https")
    return address


async def place_of(address: HookAddress) -> str:
    """The number behind the name, looked up once and then kept to.

    Raises OSError where there is none, UnsafePlaceError where it is none of the public network.
    """
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    places = [str(one[4][0]) for one in found]
    if not address.names_a_place and not all(_is_public(one) for one in places):
        raise UnsafePlaceError(address.host)
    return places[0]


def _is_public(place: str) -> bool:
    number = ip_address(place.partition("%")[0])
    mapped = getattr(number, "ipv4_mapped", None)
    return (mapped or number).is_global and not number.is_multicast


def _number(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None
