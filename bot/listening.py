"""The address and port the pages are served at: how it is written, and what is wrong with it."""

from __future__ import annotations

import errno
import os
import socket

# What says of an address, not of a port, that nobody can listen there.
_NO_ADDRESS_OF_OURS = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)


def url_of(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def family_of(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def what_is_wrong(host: str, port: int, error: OSError) -> tuple[str, str]:
    """The setting with its value and the reason, and the cure."""
    unknown = isinstance(error, socket.gaierror)
    # Python adds the address to its own word for some of these.
    reason = error.strerror if unknown else os.strerror(error.errno or 0)
    if unknown or error.errno in _NO_ADDRESS_OF_OURS:
        cure = "Give an address of this machine: 127.0.0.1 for itself alone, 0.0.0.0 for all."
        return f"DUYEN_HTTP_HOST is '{host}': {reason}", cure
    if error.errno == errno.EACCES:
        cure = "This user may not open it: give one from 1024 on, 8080 say."
    else:
        cure = f"Stop what uses it, or give another, {port % 65535 + 1} say."
    return f"DUYEN_HTTP_PORT is {port}: {reason}", cure
