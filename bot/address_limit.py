"""So many from one address in a while: a script cannot fill the lead book."""

from __future__ import annotations

from collections import Counter, deque
from datetime import datetime, timedelta
from ipaddress import IPv6Address, IPv6Network, ip_address

# An IPv6 customer is given a whole /64: its addresses are one visitor.
IPV6_PREFIX = 64


class AddressLimit:
    """Kept in memory: a restart forgives, the chats themselves are stored."""

    def __init__(self, most: int, span: timedelta) -> None:
        self._most = most
        self._span = span
        self._admitted: deque[tuple[datetime, str]] = deque()
        self._counts: Counter[str] = Counter()

    def admits(self, address: str, at: datetime) -> bool:
        """Count one more from this address; False, uncounted, when it had its share."""
        self._forget(at - self._span)
        visitor = _visitor(address)
        if self._counts[visitor] >= self._most:
            return False
        self._counts[visitor] += 1
        self._admitted.append((at, visitor))
        return True

    def _forget(self, until: datetime) -> None:
        while self._admitted and self._admitted[0][0] <= until:
            _, visitor = self._admitted.popleft()
            self._counts[visitor] -= 1
            if not self._counts[visitor]:
                del self._counts[visitor]


def _visitor(address: str) -> str:
    try:
        known = ip_address(address)
    except ValueError:  # a socket file, a test
        return address
    if isinstance(known, IPv6Address) and known.ipv4_mapped is None:
        return str(IPv6Network((known, IPV6_PREFIX), strict=False))
    return str(known)
